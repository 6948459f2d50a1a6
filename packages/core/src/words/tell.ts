// A problem in words: its facts and the sentences of a language come together here, and only where somebody is to read them.
import type { Act, Arguments, Elsewhere } from '../problems/phrases.ts';
import type { ProblemName } from '../problems/catalogue.ts';
import type { Problem } from '../problems/problem.ts';
import type { DraftNote } from './draft-notes.ts';
import type { DraftWords } from './en/draft.ts';
import type { ColumnRead, FileRead } from './how-read.ts';
import type { ProblemWords } from './problem-words.ts';
import { say } from './say.ts';
import { catalogueIn } from './words.ts';

export interface Told {
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  /** How to mend it; may be empty. */
  readonly help: string;
}

/** What the language says of this kind of problem. */
export function wordsOfProblem(name: string, language: string): ProblemWords<unknown> {
  // `raise` has put facts of just this kind into the problem.
  return catalogueIn(language).problems[name as ProblemName] as ProblemWords<unknown>;
}

/** What the comments of a draft say. */
export const draftWords = (language: string): DraftWords => catalogueIn(language).draft;

/** A note of a draft, without what stands before it. */
export const tellDraftNote = (note: DraftNote, language: string): string => say(draftWords(language).notes, note);

/** Message and help as one text. */
export function tellWhole(problem: Problem, language: string): string {
  const { message, help } = tell(problem, language);
  return help === '' ? message : `${message}\n${help}`;
}

export function tell(problem: Problem, language: string): Told {
  const words = wordsOfProblem(problem.name, language);
  return { message: `${words.message(problem.facts)}${catalogueIn(language).sums(problem)}`, help: words.help(problem.facts) };
}

/** What a mend does, as an editor offers it. */
export function tellAct(act: Act, language: string): string {
  const saying = catalogueIn(language).acts[act.do] as (act: Act) => string;
  return saying(act);
}

/** What stands in another place that belongs to a problem. */
export function tellElsewhere(says: Elsewhere, language: string): string {
  return say(catalogueIn(language).elsewhere, says);
}

/** What a name or a function takes in parentheses. */
export function argumentsText(one: Arguments, language: string): string {
  return catalogueIn(language).takes(one);
}

/** How a file was read, in one line. */
export function tellFileRead(read: FileRead, language: string): string {
  return catalogueIn(language).read.file(read);
}

/** What a column was read as, in one line. */
export function tellColumnRead(read: ColumnRead, language: string): string {
  return catalogueIn(language).read.column(read);
}
