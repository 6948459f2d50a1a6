// Words that people of this field expect from other programs, where the language has none: what a complaint says of them. They are no words
// of the language: nothing offers them, and nothing reads them.
import type { BlockName } from './vocabulary.ts';

const beyond: Readonly<Partial<Record<BlockName, Readonly<Record<string, string>>>>> = {
  data: {
    sheet: 'StudySpec reads text files: save the sheet as "CSV UTF-8" and name that file',
    weight: 'StudySpec computes without sampling weights, every case counts once',
    stratum:
      'StudySpec knows no strata; `cluster` names the groups in which cases were sampled, ' +
      'and `errors ' +
      'cluster` in ' +
      'a regression ' +
      'allows for them',
  },
  file: { robustness: 'declare each alternative as a declaration of its own, with `like` and the clause that differs' },
};

/** What to do instead of writing this word in this block; null for words that nobody expects. */
export function insteadOf(block: BlockName, word: string): string | null {
  const of = beyond[block];
  return of !== undefined && Object.hasOwn(of, word) ? of[word]! : null;
}
