// Every kind of problem there is. `explain`, the reference page and the tests that walk all examples read this list; what problems say is
// typed by it (words/problem-words.ts).
import * as audit from './audit/index.ts';
import * as claims from './claims/index.ts';
import * as colleague from './colleague/index.ts';
import * as composites from './composites/index.ts';
import * as data from './data/index.ts';
import * as design from './design/index.ts';
import * as effects from './effects/index.ts';
import * as names from './names/index.ts';
import * as outcomes from './outcomes/index.ts';
import type { ProblemKind } from './problem.ts';
import * as replication from './replication/index.ts';
import * as robustness from './robustness/index.ts';
import * as statistics from './statistics/index.ts';
import * as syntax from './syntax/index.ts';
import * as tables from './tables/index.ts';

export * from './problem.ts';
export * from '../text/nearest.ts';
export * from './audit/index.ts';
export { auditProblemKinds } from './audit/by-check.ts';
export type { AuditFacts } from './audit/facts.ts';
export * from './claims/index.ts';
export * from './colleague/index.ts';
export * from './composites/index.ts';
export * from './data/index.ts';
export * from './design/index.ts';
export * from './effects/index.ts';
export * from './names/index.ts';
export * from './outcomes/index.ts';
export * from './replication/index.ts';
export * from './robustness/index.ts';
export * from './statistics/index.ts';
export * from './syntax/index.ts';
export * from './tables/index.ts';

// What a folder's index exports are its kinds, and nothing else.
const kinds = {
  ...syntax,
  ...names,
  ...data,
  ...composites,
  ...design,
  ...effects,
  ...replication,
  ...robustness,
  ...statistics,
  ...outcomes,
  ...colleague,
  ...claims,
  ...audit,
  ...tables,
};
type Kind = (typeof kinds)[keyof typeof kinds];

export type ProblemName = Kind['name'];
/** The facts of the kind of that name. */
export type FactsOf<Name extends ProblemName> = Extract<Kind, { readonly name: Name }> extends ProblemKind<Name, infer F> ? F : never;

/** In order of code. */
export const problemCatalogue: readonly (ProblemKind & { readonly name: ProblemName })[] = Object.values(kinds).sort((a, b) =>
  a.code < b.code ? -1 : 1,
);

/** By code (`SS201`, in any case) or name (`unknown-name`). */
export function findProblemKind(text: string): (typeof problemCatalogue)[number] | null {
  const wanted = text.trim().toLowerCase();
  return problemCatalogue.find((kind) => kind.code.toLowerCase() === wanted || kind.name === wanted) ?? null;
}
