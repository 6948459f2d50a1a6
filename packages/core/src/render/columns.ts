// How wide the columns of a table in HTML have to be, in em of the table's font: by what stands in their cells and over them, so that
// nothing is cut on paper, where nothing can be scrolled. Widths are those of figures/text.ts, which are a little more than any usual font
// takes.
import { textWidth, wrapText } from '../draw/text.ts';
import type { TableBlock } from '../show/document.ts';
import { NOT_AVAILABLE } from '../show/format.ts';
import { alignedParts, cellParts, isSpanning, type AlignedParts } from './cells.ts';
import { pagesOf } from './pages.ts';

/** What numbers of one column have at most: they are filled up to it, unseen, so that they and the heading end at the same place. */
export interface Alignment {
  readonly after: string;
  readonly stars: string;
  readonly mark: boolean;
}

export interface Column {
  readonly width: number /** Text may be wrapped down to it. */;
  readonly least: number;
  readonly alignment: Alignment;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** Positions of columns, a list a part of the table. */
  readonly pages: readonly (readonly number[])[];
  /** Set in smaller type, so that it need not be cut. */
  readonly tight: boolean;
}

/** Left and right of a cell together. */
export const PADDING = 1;
/** There is a class for every half em up to this. */
export const WIDEST = 48;
/** Of A4 less its margins, in em of a printed table; a page on screen has more. */
const PAGE = 58;
const TIGHT = 70;
/** Labels of rows; other text. */
const LABEL = { width: 16, least: 11 } as const;
const TEXT = { width: 15, least: 9 } as const;
/** Lines of a heading. */
const LINES = 3;
/** Of a mark, its distance included. */
export const MARK = 1.3;

const em = (text: string): number => textWidth(text, 1);
/** As wide as its class makes a column at least; on paper there is room for what is rounded. */
const halves = (width: number): number => Math.ceil(2 * width) / 2;

/** Em of the table's font, as wide as a page is, and of the smaller one. */
export interface PageWidth {
  readonly usual: number;
  readonly tight: number;
}
const A4: PageWidth = { usual: PAGE, tight: TIGHT };

export function layoutOf(table: TableBlock, page: PageWidth = A4): Layout {
  const columns = table.columns.map((_, at) => columnOf(table, at));
  const pages = (of: (column: Column) => number, limit: number): number[][] =>
    pagesOf(
      table.columns,
      columns.map((column) => (page === A4 ? of(column) : halves(of(column)))),
      PADDING,
      limit - PADDING,
    );
  const whole = pages((column) => column.width, page.usual);
  if (whole.length === 1) return { columns, pages: whole, tight: false };
  const wrapped = pages((column) => column.least, page.usual);
  if (wrapped.length === 1) return { columns, pages: wrapped, tight: false };
  const small = pages((column) => column.least, page.tight);
  return small.length === 1 ? { columns, pages: small, tight: true } : { columns, pages: wrapped, tight: false };
}

function columnOf(table: TableBlock, at: number): Column {
  const { title, align } = table.columns[at]!;
  const cells = table.rows.flatMap((row) => {
    const cell = row[at];
    return isSpanning(row[0]) || cell == null ? [] : [cell];
  });
  const head = Math.max(headWidth(title), groupShare(table, at));
  if (align === 'number') {
    const numbers = cells.flatMap((cell) => alignedParts(cell) ?? []);
    const others = cells.flatMap((cell) => {
      if (alignedParts(cell) !== null) return [];
      const { main } = cellParts(cell);
      return [em(main)];
    });
    const alignment = alignmentOf(numbers);
    const width = Math.max(
      head + tailWidth(alignment),
      Math.max(0, ...numbers.map((one) => em(one.before)), em(NOT_AVAILABLE)) + em(alignment.after) + tailWidth(alignment),
      ...others,
    );
    return { width, least: width, alignment };
  }
  const limits = at === 0 ? LABEL : TEXT;
  const natural = Math.max(0, ...cells.map((cell) => em(cellParts(cell).main) + 1.25 * (cell.kind === 'text' ? (cell.indent ?? 0) : 0)));
  const fit = (limit: number): number => Math.max(head, Math.min(natural, limit));
  return { width: fit(limits.width), least: fit(limits.least), alignment: { after: '', stars: '', mark: false } };
}

function alignmentOf(numbers: readonly AlignedParts[]): Alignment {
  const longest = (texts: readonly string[]): string => texts.reduce((most, text) => (em(text) > em(most) ? text : most), '');
  // A lone point (not defined) asks for no decimals of the others.
  return {
    after: longest(numbers.flatMap((one) => (one.after === NOT_AVAILABLE && one.before === '' ? [] : [one.after]))).replace(/\d/gu, '0'),
    stars: longest(numbers.map((one) => one.stars)),
    mark: numbers.some((one) => one.mark !== ''),
  };
}

const tailWidth = ({ stars, mark }: Alignment): number => em(stars) + (mark ? MARK : 0);

/** The narrowest at which no word of a heading is broken and it takes few lines. */
function headWidth(title: string): number {
  const word = longestWord(title);
  for (let width = word; width < em(title); width += 0.5) if (wrapText(title, width, 99, 1).lines.length <= LINES) return width;
  return Math.max(word, Math.min(em(title), word * 2));
}

/** Pieces longer than this can be broken (html.ts sees to it). */
const UNBROKEN = 14;

function longestWord(text: string): number {
  return Math.max(0, ...text.split(/\s+/u).map((word) => Math.min(em(word), /[\u3000-\u9fff]/u.test(word) ? 4.2 : UNBROKEN)));
}

/** What each column of a group must have, so that the longest word of the heading over them fits. */
function groupShare(table: TableBlock, at: number): number {
  const { group } = table.columns[at]!;
  if (group === undefined) return 0;
  const same = table.columns.filter((one) => one.group === group).length;
  return Math.max(0, (longestWord(group) - PADDING * (same - 1)) / same);
}
