// What one language says: everything that somebody may read of a study, by where it is said. Each language's folder has one such catalogue;
// the English one gives the types, so that a sentence that is forgotten or that reads what is not there does not compile. What no
// catalogue has: a study's own labels (contract/label-text.ts), names of the language, codes and addresses.
import type { Act, Arguments, Elsewhere } from '../problems/phrases.ts';
import type { Problem } from '../problems/problem.ts';
import type { AuditWords } from './audit-words.ts';
import type { CodebookWords } from './en/codebook.ts';
import type { ComparisonWords } from './en/comparison.ts';
import type { CompositeWords } from './en/composite.ts';
import type { EditorWords } from './en/editor.ts';
import type { EffectsWords } from './en/effects.ts';
import type { DraftWords } from './en/draft.ts';
import type { FirstPageWords } from './en/first-page.ts';
import type { MethodsWords } from './en/methods/index.ts';
import type { MeasurementWords } from './en/measurement.ts';
import type { ReferenceWords } from './en/reference.ts';
import type { RobustnessWords } from './en/robustness.ts';
import type { ScriptWords } from './en/scripts.ts';
import type { Words } from './en/report.ts';
import type { EnglishText } from './en/texts.ts';
import type { ColumnRead, FileRead } from './how-read.ts';
import type { WordsOfProblems } from './problem-words.ts';
import type { Sayings } from './say.ts';

export interface Catalogue {
  /** Of every report: headings, notes, columns. */
  readonly report: Words;
  readonly comparison: ComparisonWords;
  readonly firstPage: FirstPageWords;
  readonly codebook: CodebookWords;
  readonly composite: CompositeWords;
  readonly effects: EffectsWords;
  /** The comments of a spec that was drafted. */
  readonly draft: DraftWords;
  /** What was done, in sentences. */
  readonly methods: MethodsWords;
  readonly measurement: MeasurementWords;
  readonly robustness: RobustnessWords;
  /** Comments of exported scripts. */
  readonly scripts: ScriptWords;
  /** Of the reference pages. */
  readonly reference: ReferenceWords;
  readonly problems: WordsOfProblems;
  /** What a mend does. */
  readonly acts: { readonly [Key in Act['do']]: (act: Extract<Act, { readonly do: Key }>) => string };
  /** What stands in another place that belongs to a problem. */
  readonly elsewhere: Sayings<Elsewhere>;
  /** What a problem that sums up others says of them. */
  readonly sums: (problem: Problem) => string;
  /** What a name or a function takes in parentheses. */
  readonly takes: (one: Arguments) => string;
  readonly audit: AuditWords;
  /** Of the editor: hovers, completion, notes beside the text, mends. */
  readonly editor: EditorWords;
  /**
   * What the registry and the vocabulary say of their words and numbers: declared once, in English, beside what it is said of. Every other
   * language has it here, by the English.
   */
  readonly texts: Readonly<Partial<Record<EnglishText, string>>>;
  /** How a file and a column were read, a line each. */
  readonly read: { readonly file: (read: FileRead) => string; readonly column: (read: ColumnRead) => string };
}

/** Some of a catalogue: what a language has not said is said in English. */
export type Partly<T> = T extends string | ((...given: never[]) => unknown) ? T : { readonly [K in keyof T]?: Partly<T[K]> };
