// A problem in words: its facts and the sentences of a language come together here, and only where somebody is to read them.
import type { Problem } from '../problems/problem.ts';
import type { ProblemName } from '../problems/catalogue.ts';
import { problemsEnglish } from './en/problems/index.ts';
import type { Act, Elsewhere } from '../problems/phrases.ts';
import { acts, elsewhere } from './en/phrases.ts';
import { say } from './say.ts';
import { sumsEnglish } from './en/problems/sums.ts';
import type { ProblemWords } from './problem-words.ts';

export interface Told {
  /** One sentence: what was found and what was expected. */
  readonly message: string;
  /** How to mend it; may be empty. */
  readonly help: string;
}

/** What the language says of this kind of problem. English so far. */
export function wordsOfProblem(name: string): ProblemWords<unknown> {
  // `raise` has put facts of just this kind into the problem.
  return problemsEnglish[name as ProblemName] as ProblemWords<unknown>;
}

/** Message and help as one text. */
export function tellWhole(problem: Problem): string {
  const { message, help } = tell(problem);
  return help === '' ? message : `${message}\n${help}`;
}

export function tell(problem: Problem): Told {
  const words = wordsOfProblem(problem.name);
  return { message: `${words.message(problem.facts)}${sumsEnglish(problem)}`, help: words.help(problem.facts) };
}

/** What a mend does, as an editor offers it. */
export function tellAct(act: Act): string {
  const saying = acts[act.do] as (act: Act) => string;
  return saying(act);
}

/** What stands in another place that belongs to a problem. */
export function tellElsewhere(says: Elsewhere): string {
  return say(elsewhere, says);
}
