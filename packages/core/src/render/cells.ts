// A cell as plain text, the same in every renderer: number, stars, mark, brackets; and where a number is aligned.
import { asideText } from '../text/aside.ts';
import type { Cell, ParagraphBlock, Phrase, TextCell, Verdict } from '../show/document.ts';
import { formatInterval, formatQuantity, hiddenText, splitAtPoint } from '../show/format.ts';

/** What stands in a cell, and what hangs to the right of it: stars, and the mark of a printed figure. */
export interface CellParts {
  readonly main: string;
  readonly stars: string;
  readonly mark: string;
}

export const MARKS = { agrees: '✓', differs: '✗' } as const;
/** Before a claim; of one that nothing was computed for, a point, as of a number. */
export const VERDICTS: Readonly<Record<Verdict, string>> = { holds: '✓', partly: '◐', fails: '✗', undecided: '·' };

/** The mark of a printed figure, wherever it is shown. */
export const markOf = (cell: Exclude<Cell, null>): string => (cell.kind === 'number' && cell.mark !== undefined ? MARKS[cell.mark] : '');

export function cellParts(cell: Exclude<Cell, null>): CellParts {
  switch (cell.kind) {
    case 'text':
      return { main: `${cell.text}${asideText(cell.aside)}`, stars: '', mark: '' };
    case 'interval':
      return {
        main: cell.hidden === undefined ? formatInterval(cell.low, cell.high, cell.format, optionsOf(cell)) : hiddenText(cell.hidden),
        stars: '',
        mark: '',
      };
    case 'number': {
      if (cell.hidden !== undefined) return { main: hiddenText(cell.hidden), stars: '', mark: '' };
      const digits = formatQuantity(cell.value, cell.format, optionsOf(cell));
      // What is printed stands beside it: where that comes out a mark says so, else the number alone.
      if (cell.asMark === true && cell.mark === 'agrees') return { main: MARKS.agrees, stars: '', mark: '' };
      return {
        main: cell.parentheses === true ? `(${digits})` : digits,
        stars: cell.value === null ? '' : (cell.stars ?? ''),
        mark: cell.asMark === true ? '' : markOf(cell),
      };
    }
  }
}

export function cellText(cell: Cell): string {
  if (cell === null) return '';
  const { main, stars, mark } = cellParts(cell);
  return `${main}${stars}${mark === '' ? '' : ` ${mark}`}`;
}

export const phraseText = (phrase: Phrase): string => phrase.map((one) => (typeof one === 'string' ? one : cellText(one))).join('');
/** Prose as plain text. */
export const proseText = ({ runs }: ParagraphBlock): string => phraseText(runs);

/**
 * A number that stands under others: what is before the point, the rest of its digits with the point, what hangs behind them, mark. A lone
 * point stands where nothing is defined.
 */
export interface AlignedParts {
  readonly before: string;
  readonly after: string;
  readonly stars: string;
  readonly mark: string;
}

/** A figure as a paper prints it: `< 0.001`, `0.282**`, `46.9%`, `0.12 ns`. */
const PRINTED = /^((?:[<>≤≥]=? ?)?[-−+]?(?:\d[\d,]*)?(?:\.\d+)?(?:e-?\d+)?%?)( ?\*{1,3}| ?ns)?$/u;

/** Null: no number but words or an interval, which is not aligned by a point. Text that reads as a printed figure is one. */
export function alignedParts(cell: Exclude<Cell, null>): AlignedParts | null {
  if (cell.kind === 'interval')
    return cell.low === null || cell.high === null
      ? {
          before: '',
          after: cell.hidden === undefined ? formatInterval(null, null, cell.format) : hiddenText(cell.hidden),
          stars: '',
          mark: '',
        }
      : null;
  if (cell.kind === 'number') {
    const { main, stars, mark } = cellParts(cell);
    return { ...digitsOf(main, stars), mark };
  }
  const printed = /\d/u.test(cell.text) && cell.aside === undefined ? PRINTED.exec(cell.text) : null;
  if (printed === null) return null;
  return { ...digitsOf(printed[1]!, printed[2] ?? ''), mark: '' };
}

/** An exponent hangs behind the digits as stars do: it is no digit that others could be filled up with. */
function digitsOf(text: string, stars: string): Omit<AlignedParts, 'mark'> {
  const [before, after] = splitAtPoint(text);
  const exponent = /e-?\d+\)?$/u.exec(after)?.[0] ?? '';
  return { before, after: after.slice(0, after.length - exponent.length), stars: exponent + stars };
}

export function isSpanning(cell: Cell | undefined): cell is TextCell & { readonly span: number } {
  return cell?.kind === 'text' && (cell.span ?? 1) > 1;
}

function optionsOf(cell: { readonly decimals?: number; readonly small?: boolean }): { decimals?: number; small?: boolean } {
  return {
    ...(cell.decimals === undefined ? {} : { decimals: cell.decimals }),
    ...(cell.small === undefined ? {} : { small: cell.small }),
  };
}
