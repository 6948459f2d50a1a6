// What a problem is, and how one is declared: its code and its facts. Each kind of problem lives in a file of its own beside this one; the
// catalogue lists them. Nothing here knows a single problem, and none of them a sentence: those stand in words/, a folder a language.
import type { Act, Elsewhere } from './phrases.ts';
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
  readonly act: Act;
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

/** A value of a problem's facts: plain JSON, so that it crosses threads and stands in files as it is. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };

/** What was found, as data. `words/tell.ts` makes the sentence, in the language in which it is shown. */
export type Facts = Readonly<Record<string, Fact>>;

/** Another place that belongs to a problem, and what stands there. */
export interface Related {
  readonly says: Elsewhere;
  readonly place: Place;
}

/** One printed table (null: the figures outside tables) with more findings; or a remark that these other regressions share. */
export type Sums =
  | { readonly of: 'printed table'; readonly table: string | null }
  | { readonly of: 'regressions'; readonly others: readonly string[] };

export interface Problem {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  readonly facts: Facts;
  /** Where in the spec. Problems raised in core carry `at` until `dsl` has put a place to it. */
  readonly place?: Place;
  readonly at?: PlanPath;
  readonly data?: DataPlace;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** What this problem sums up besides itself, each a problem of its own: shown where there is room for it. */
  readonly parts?: readonly Problem[];
  /** What it has in common with its parts, when it sums up. */
  readonly sums?: Sums;
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

/** `facts` is never set: it says to the compiler which facts a problem of this kind has. */
export interface ProblemKind<Name extends string = string, F = unknown> {
  readonly code: string;
  readonly name: Name;
  readonly severity: Severity;
  readonly example: ProblemExample;
  readonly facts?: F;
}

/** Types that are JSON as they stand; a function, a map or an undefined among the facts does not compile. */
type Plain<T> = T extends string | number | boolean | null
  ? T
  : T extends ((...given: never[]) => unknown) | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | undefined
    ? never
    : { readonly [Key in keyof T]: Plain<T[Key]> };
type Json<F> = [F] extends [Plain<F>] ? unknown : { readonly 'these facts are not JSON': never };

/** In two steps, so that the facts are stated and the name is inferred: `defineProblem<{ file: string }>()({ name: 'empty-file', … })`. */
export const defineProblem =
  <F>() =>
  <const Name extends string>(kind: Omit<ProblemKind<Name>, 'facts'> & Json<F>): ProblemKind<Name, F> =>
    kind;

/** `severity`: where it depends on how much is affected; the kind's own when left out. */
export type Where = Pick<Problem, 'place' | 'at' | 'data' | 'fixes' | 'related' | 'repairs'> & { readonly severity?: Severity };

/** Makes one problem of a kind. */
export function raise<F>(kind: ProblemKind<string, F>, facts: NoInfer<F>, where: Where = {}): Problem {
  // What `defineProblem` lets through is JSON.
  return { code: kind.code, name: kind.name, severity: kind.severity, facts: facts as Facts, ...where };
}
