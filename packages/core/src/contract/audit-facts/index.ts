// Every kind of fact that the audit finds, by its kind. A kind without words does not compile (core/words/audit-words.ts).
import type { AnswerFinding } from './answers.ts';
import type { ClaimFinding } from './claims.ts';
import type { ModelFinding } from './models.ts';
import type { RelationFinding } from './relations.ts';
import type { SolutionFinding } from './solutions.ts';

export type * from './answers.ts';
export type * from './claims.ts';
export type * from './figures.ts';
export type * from './models.ts';
export type * from './readings.ts';
export type * from './relations.ts';
export type * from './skipped.ts';
export type * from './solutions.ts';

export type FindingFact = RelationFinding | AnswerFinding | ModelFinding | SolutionFinding | ClaimFinding;
export type FindingKind = FindingFact['kind'];
export type FactOf<K extends FindingKind> = Extract<FindingFact, { readonly kind: K }>;

/** A figure that ends in zeros which may only have been added, and what it reads without them. */
export interface PaddedFigure {
  readonly printed: string;
  readonly read: string;
}
