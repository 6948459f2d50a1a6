// What a problem is, and how one is declared. Each kind of problem lives in a file of its own beside this one;
// the catalogue lists them. Nothing here knows a single problem.
import type { Label } from '../contract/variables.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Half-open range of UTF-16 offsets in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Place {
  readonly file: string;
  readonly span: Span;
}

export interface Edit extends Place {
  readonly text: string;
}

/** A mend that an editor can apply as it stands. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Where in the data: `row` counts data rows from 1 (the header is not a row); `line` is the spreadsheet's row. */
export interface DataPlace {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  /** Value of the study's `id` column in that row, when there is one. */
  readonly id?: string;
}

/** A path into the plan, e.g. `integration/component/economic`; `dsl` maps it back to the words that asked for it. */
export type PlanPath = string;

export interface Problem {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  /** How to mend it. */
  readonly help: string;
  /** Where in the spec. Problems raised in core carry `at` until `dsl` has put a place to it. */
  readonly place?: Place;
  readonly at?: PlanPath;
  readonly data?: DataPlace;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
  /** What this problem sums up besides itself, each a problem of its own: shown where there is room for it. */
  readonly parts?: readonly Problem[];
  /** Printed cells as they would have to read, by plan path; `locate` turns them into a fix. */
  readonly repairs?: readonly { readonly at: PlanPath; readonly text: string }[];
  /** Why the author lets it stand (`accept`): it is in no list of problems, but among what is stated. */
  readonly stated?: Label;
}

/** A tiny project that raises exactly this problem, and the same project mended. */
export interface ProblemExample {
  /** The command that shows it. */
  readonly command: 'check' | 'run';
  /** Spec that is checked or run; every example's main file is called `example.study`. */
  readonly wrong: string;
  readonly right: string;
  /** Other files, by name; shared by both unless `rightFiles` overrides one. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly rightFiles?: Readonly<Record<string, string | Uint8Array>>;
}

export interface ProblemKind<A> {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** A heading for the reference page. */
  readonly title: string;
  readonly message: (facts: A) => string;
  readonly help: (facts: A) => string;
  /** Markdown: why it matters and what to do, for somebody who does not program. */
  readonly explanation: string;
  readonly example: ProblemExample;
}

/** `severity`: where it depends on how much is affected; the kind's own when left out. */
export type Where = Pick<Problem, 'place' | 'at' | 'data' | 'fixes' | 'related' | 'repairs'> & { readonly severity?: Severity };

export function defineProblem<A>(kind: ProblemKind<A>): ProblemKind<A> {
  return kind;
}

/** Makes one problem of a kind: the only place where a problem's words are put together. */
export function raise<A>(kind: ProblemKind<A>, facts: A, where: Where = {}): Problem {
  return { code: kind.code, name: kind.name, severity: kind.severity, message: kind.message(facts), help: kind.help(facts), ...where };
}
