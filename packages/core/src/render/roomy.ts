// A layout whose labels take what the other columns leave of the page, for forms whose tables are as wide as their page.
import { textWidth } from '../draw/text.ts';
import type { Cell, TableBlock } from '../show/document.ts';
import { cellText, isSpanning } from './cells.ts';
import type { Layout } from './columns.ts';

export const em = (text: string): number => textWidth(text, 1);

export const naturalOf = (cell: Cell): number => em(cellText(cell)) + (cell?.kind === 'text' ? 1.25 * (cell.indent ?? 0) : 0);

/** `width` of each column is what it gets: the least it needs where more does not fit. */
export function roomy(table: TableBlock, layout: Layout, page: number): Layout {
  const widest = (of: (column: Layout['columns'][number]) => number): number =>
    Math.max(...layout.pages.map((columns) => columns.reduce((sum, at) => sum + of(layout.columns[at]!) + 1, 0)));
  const fits = widest((column) => column.width) <= page;
  const own = fits ? layout.columns : layout.columns.map((column) => ({ ...column, width: column.least }));
  const natural = Math.max(0, ...table.rows.map((row) => (isSpanning(row[0]) ? 0 : naturalOf(row[0] ?? null))));
  const first = own[0]?.width ?? 0;
  const left = page - widest((column) => (fits ? column.width : column.least));
  const width = Math.max(first, Math.min(natural, first + left));
  return { ...layout, columns: own.map((column, at) => (at === 0 ? { ...column, width } : column)) };
}
