// Every kind of problem there is. `explain`, the reference page and the tests that walk all examples read this list.
import { auditProblems } from './audit/index.ts';
import { claimsProblems } from './claims/index.ts';
import { colleagueProblems } from './colleague/index.ts';
import { dataProblems } from './data/index.ts';
import { namesProblems } from './names/index.ts';
import type { ProblemKind } from './problem.ts';
import { replicationProblems } from './replication/index.ts';
import { statisticsProblems } from './statistics/index.ts';
import { syntaxProblems } from './syntax/index.ts';

export * from './problem.ts';
export * from '../text/nearest.ts';
export * from './audit/index.ts';
export * from './claims/index.ts';
export * from './colleague/index.ts';
export * from './data/index.ts';
export * from './names/index.ts';
export * from './replication/index.ts';
export * from './statistics/index.ts';
export * from './syntax/index.ts';

/** In order of code. The facts a kind needs do not matter here, hence `never`. */
export const problemCatalogue: readonly ProblemKind<never>[] = [
  ...syntaxProblems,
  ...namesProblems,
  ...dataProblems,
  ...replicationProblems,
  ...statisticsProblems,
  ...colleagueProblems,
  ...claimsProblems,
  ...auditProblems,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** By code (`SS201`, in any case) or name (`unknown-name`). */
export function findProblemKind(text: string): ProblemKind<never> | null {
  const wanted = text.trim().toLowerCase();
  return problemCatalogue.find((kind) => kind.code.toLowerCase() === wanted || kind.name === wanted) ?? null;
}
