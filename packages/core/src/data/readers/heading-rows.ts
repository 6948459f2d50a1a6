// Rows of headings under the names of the columns: question texts, ImportIds, units. They are recognised by what stands in otherwise
// numeric columns. What is done with them is csv.ts.
import { likenessOf } from '../keys.ts';
import { looksNumeric } from './number-style.ts';

/** The most rows of headings that are looked for. */
const MOST = 5;

/** What people and programs write for "no answer": it makes no heading. */
const NO_ANSWER = new RegExp(
  String.raw`^(?:n\/?\.?a\.?|#n\/a|nan|null|none|nil|missing|refused|skipped|not asked|not applicable|inapplicable|no answer|no response` +
    String.raw`|don'?t know|do not know|unknown|dk|rf|k\.?\s?a\.?|w\.?\s?n\.?|keine angabe|weiß nicht|prefer not to (?:say|answer)` +
    String.raw`|无|空|跳过|拒答|拒绝回答|不知道|不适用|缺失|未答|未填|說不清|说不清|不清楚|[-–—.?/*xX]+)$`,
  'iu',
);

export function isNoAnswer(text: string): boolean {
  return NO_ANSWER.test(
    text
      .trim()
      .replace(/^[(（[【〔<]+|[)）\]】〕>]+$/gu, '')
      .trim(),
  );
}

/** The first records of a table: a cell is null where it is blank. */
export interface FirstRows {
  readonly rows: number;
  readonly cell: (row: number, column: number) => string | null;
}

/**
 * How many of the first rows are headings. Such a row holds, in columns that are numeric below it, no number but texts: of two such columns
 * and more, that differ from each other and from what stands below; of a single one, only where the row says itself that it is no answer
 * (it repeats the names of the columns, holds an ImportId, or asks a question).
 */
export function headingRows(first: FirstRows, names: readonly string[]): number {
  const most = Math.min(MOST, first.rows - 1);
  if (most < 1) return 0;
  const isNumericFrom = names.map((_, column) => numericBelow(first, most, column));
  for (let count = most; count > 0; count--) {
    const numeric = names.map((_, column) => column).filter((column) => isNumericFrom[column]![count]!);
    if (numeric.length > 0 && Array.from({ length: count }, (_, row) => row).every((row) => isHeading(first, row, count, numeric, names)))
      return count;
  }
  return 0;
}

/** Of each count of rows, up to `most`: whether the column is numeric below them. */
function numericBelow(first: FirstRows, most: number, column: number): boolean[] {
  const kinds = new Map<string, number>();
  const isNumeric: boolean[] = [];
  let numbers = 0;
  let texts = 0;
  for (let row = first.rows - 1; row > 0; row--) {
    const text = first.cell(row, column);
    if (text !== null) {
      let kind = kinds.get(text);
      if (kind === undefined) {
        kind = isNoAnswer(text) ? 0 : looksNumeric(text) ? 1 : -1;
        kinds.set(text, kind);
      }
      if (kind > 0) numbers++;
      else if (kind < 0) texts++;
    }
    if (row <= most) isNumeric[row] = numbers > 0 && numbers > texts;
  }
  return isNumeric;
}

function isHeading(first: FirstRows, row: number, below: number, numeric: readonly number[], names: readonly string[]): boolean {
  const texts: string[] = [];
  for (const column of numeric) {
    const text = first.cell(row, column);
    if (text === null) continue;
    if (looksNumeric(text) || isNoAnswer(text)) return false;
    texts.push(text);
  }
  if (texts.length === 0 || texts.length * 2 < numeric.length) return false;
  for (let later = below; later < first.rows; later++)
    if (numeric.some((column) => first.cell(row, column) !== null && first.cell(later, column) === first.cell(row, column))) return false;
  if (
    names.some((name, column) => saysSo(first.cell(row, column), name)) ||
    texts.some((text) => /[?？]\s*$/u.test(text) || [...text].length > 25)
  )
    return true;
  return texts.length > 1 && new Set(texts).size * 2 > texts.length;
}

/** The name of the column once more, in other words at most by blanks and case, or what Qualtrics writes there. */
function saysSo(text: string | null, name: string): boolean {
  return text !== null && (text.includes('{"ImportId"') || (likenessOf(text) === likenessOf(name) && text !== ''));
}
