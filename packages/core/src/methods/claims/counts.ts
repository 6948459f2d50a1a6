// How many printed figures differ and how many claims fail, in the one wording that the editor, the terminal, the preview and the report
// share.
import type { CheckedFigure } from '../results.ts';
import { formatQuantity } from '../../show/format.ts';
import { wordsIn } from '../../words/words.ts';

export interface Counts {
  readonly total: number;
  /** Differ, or fail. */
  readonly off: number;
  /** Agree, but their marks of significance do not. */
  readonly marks: number;
  /** Could not be computed. */
  readonly open: number;
}

const count = (n: number): string => formatQuantity(n, 'count');

export function countsOf(figures: readonly CheckedFigure[]): Counts {
  return {
    total: figures.length,
    off: figures.filter((one) => one.agrees === false).length,
    open: figures.filter((one) => one.agrees === null).length,
    marks: figures.filter((one) => one.agrees === true && one.starsAgree === false).length,
  };
}

/** `all 4 agree`, `2 of 4 differ`. */
export function figuresBriefly(language: string, { total, off, marks, open }: Counts): string {
  const words = wordsIn(language);
  if (off > 0) return words.someDiffer(off === 1, count(off), count(total));
  if (marks > 0) return words.someMarksDiffer(marks === 1, count(marks), count(total));
  return open > 0 ? words.someOpen(count(open), count(total)) : words.allAgree(total === 1, count(total));
}

/** `all 2 hold`, `1 of 2 fails`. */
export function claimsBriefly(language: string, { total, off, open }: Counts): string {
  const words = wordsIn(language);
  if (off > 0) return words.someFail(off === 1, count(off), count(total));
  return open > 0 ? words.someOpen(count(open), count(total)) : words.allHold(total === 1, count(total));
}
