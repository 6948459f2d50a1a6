// What an audit says: findings, each with its arithmetic; and what one check returns.

/** Certain whatever the data were; certain if the paper is about one set of answers, analysed as it says; a question to the authors. */
export type Certainty = 'impossible' | 'inconsistent' | 'worth a look';

export const CHECKS = [
  'item-means', 'item-sds', 'dimension-means', 'shares', 'totals', 'group-means', 'group-sds', 'group-f', 'model-fit', 'missing-policy', 'communalities', 'explained-variance', 'rotation', 'factor-structure',
  'composite-identity', 'composite-parts', 'tests', 'star-bands', 'printed-twice', 'claims', 'computed',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** Another text for a printed cell. */
export interface Repair { readonly at: string; readonly text: string }

export interface Finding {
  readonly check: CheckName;
  readonly certainty: Certainty;
  /** Title of the printed table of the first offending cell; null for a figure outside tables. */
  readonly table: string | null;
  /** Plan paths of the offending cells, the likeliest first. */
  readonly at: readonly string[];
  /** One sentence: what cannot be. */
  readonly message: string;
  /** One line that a reader can redo by hand. */
  readonly arithmetic: string;
  /** What values would do. Empty when nothing follows. */
  readonly consistent: string;
  /** Cells as they would have to read, where only one reading is left. */
  readonly repairs: readonly Repair[];
  /** The claims of the study that rest on the offending cells. */
  readonly touches: readonly { readonly hypothesis: string; readonly claim: string; readonly at: string }[];
}

export type NewFinding = Omit<Finding, 'table' | 'touches' | 'repairs'> & { readonly repairs?: readonly Repair[] };

export interface CheckResult {
  readonly findings: readonly NewFinding[];
  /** How many figures (or relations between figures) were checked and are right. */
  readonly right: number;
  /** What could not be checked, and why. */
  readonly skipped: readonly { readonly what: string; readonly why: string }[];
}

export type Check = (study: import('./printed-study.ts').PrintedStudy) => CheckResult;

/** Collects what a check finds. */
export function report(): { findings: NewFinding[]; right: number; skipped: { what: string; why: string }[] } {
  return { findings: [], right: 0, skipped: [] };
}
