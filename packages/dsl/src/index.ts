// The public face of the language: parse, format, compile.
export * from './syntax/index.ts';
export * from './semantics/quantities.ts';
export * from './semantics/resolve-address.ts';
export * from './semantics/paths.ts';
export * from './semantics/compile.ts';
export { upgraded, type Upgraded } from './semantics/upgrades.ts';
export { standardFrameworks } from './stdlib/frameworks.ts';
export * from './study/study.ts';
export * from './ide/index.ts';
export * from './engine/engine.ts';
export type { Standing, StandingKind } from './engine/standing.ts';
export { newStudy, type NewStudy, type NewStudyInput } from './replicate/new-study.ts';
export { proposeReplication, type Proposal, type ReplicationInput } from './replicate/propose.ts';
