// Tables as an Excel workbook, a sheet each: numbers are numbers in full precision that are shown as they are printed, with their stars and
// brackets as a number format; texts are texts, so that none is a formula.
import { textWidth } from '../draw/text.ts';
import { asideText } from '../text/aside.ts';
import { plainText } from '../text/plain.ts';
import { workbookOf, type Sheet, type SheetCell } from '../data/writers/xlsx.ts';
import type { Cell, ReportDocument, TableBlock } from '../show/document.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { cellParts, cellText, isSpanning } from './cells.ts';
import { numberedName } from './caption.ts';
import type { Renderer } from './renderers.ts';
import { fullRow, tableCaptions, tablesOf } from './table-rows.ts';

export const workbookRenderer: Renderer = { endings: ['xlsx'], pictures: false, terminal: false, bytes: true, render: renderWorkbook };

function renderWorkbook(document: ReportDocument): Uint8Array {
  const words = wordsIn(document.language);
  const tables = tablesOf(document);
  const taken = new Set<string>();
  const sheets = tables.map((table): Sheet => sheetOf(table, words, nameOf(table, words, taken)));
  // Excel opens no workbook without a sheet.
  return workbookOf(sheets.length > 0 ? sheets : [{ name: 'StudySpec', rows: [[plainText(document.title)]] }]);
}

/** Excel has no two sheets of one name, capitals apart, and none with these signs. */
function nameOf(table: TableBlock, words: Words, taken: Set<string>): string {
  const stem = plainText(numberedName(words, table) ?? table.title)
    .replace(/[[\]:*?/\\']/gu, ' ')
    .trim();
  const cut = [...(stem === '' ? table.id.replace(/[^\p{L}\p{N}]+/gu, ' ') : stem)].slice(0, 26).join('') || 'StudySpec';
  let name = cut;
  for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${cut} ${copy}`;
  taken.add(name.toLowerCase());
  return name;
}

function sheetOf(table: TableBlock, words: Words, name: string): Sheet {
  const { columns } = table;
  const rows = table.rows.map((row) => fullRow(row, columns.length));
  const tails = columns.map((_, at) => Math.max(0, ...rows.map((row) => (row[at] === null ? 0 : cellParts(row[at]!).stars.length))));
  const grouped = columns.some(({ group }) => group !== undefined);
  const align = (at: number) => (columns[at]!.align === 'number' ? ('right' as const) : ('left' as const));
  const groups = columns.map(
    ({ group }, at): SheetCell => ({
      value: group === undefined || columns[at - 1]?.group === group ? null : plainText(group),
      rule: 'top',
    }),
  );
  const heads = columns.map(
    ({ title }, at): SheetCell => ({
      value: plainText(title),
      rule: grouped ? 'under' : 'head',
      align: align(at),
    }),
  );
  const body = rows.map((row, index) =>
    row.map((cell, at): SheetCell => {
      const rule = index === rows.length - 1 ? 'last' : undefined;
      return { ...cellOf(cell, tails[at]!), ...(rule === undefined ? {} : { rule }), ...(align(at) === 'right' ? { align: 'right' } : {}) };
    }),
  );
  const above = grouped ? [groups, heads] : [heads];
  return {
    name,
    rows: [
      ...tableCaptions(table, words).map((caption) => [{ value: plainText(caption), strong: true }]),
      ...above,
      ...body,
      ...table.notes.map((note) => [plainText(note)]),
    ],
    widths: columns.map(({ title }, at) =>
      widthOf(
        title,
        rows.map((row) => (isSpanning(row[0] ?? undefined) ? null : row[at]!)),
        at,
      ),
    ),
    frozen: above.length + 1,
  };
}

/** In letters of Excel's font. */
function widthOf(title: string, cells: readonly Cell[], at: number): number {
  const wide = (text: string): number => textWidth(text, 1) * 1.9;
  const content = Math.max(0, ...cells.map((cell) => (cell === null ? 0 : wide(cellText(cell)))));
  return Math.round(Math.min(at === 0 ? 70 : 36, Math.max(8, content + 2, wide(title) + 2)));
}

function cellOf(cell: Cell, stars: number): SheetCell {
  if (cell === null) return { value: null };
  const strong = cell.kind !== 'interval' && cell.emphasis === true ? { strong: true } : {};
  if (cell.kind === 'text')
    return {
      value: plainText(cell.text + asideText(cell.aside)),
      ...strong,
      ...(cell.indent === undefined ? {} : { indent: cell.indent }),
    };
  if (cell.kind === 'interval' || cell.value === null) return { value: cellText(cell), ...strong };
  return { value: cell.value, format: numberFormat(cell, stars), ...strong };
}

/** Excel's way to show a number as it is printed; what is no plain digits (`<0.001`, `1.2e-9`) is shown as that text. */
export function numberFormat(cell: Extract<Cell, { kind: 'number' }>, stars: number): string {
  const { main, stars: own, mark } = cellParts(cell);
  // Numbers without stars end where the digits of the others end.
  const tail = `${own === '' ? '' : `"${own}"`}${'_*'.repeat(stars - own.length)}${mark === '' ? '' : `" ${mark}"`}`;
  const plain = /^(\()?-?[\d,]+(?:\.(\d+))?\)?$/u.exec(main);
  if (plain === null) return `"${main}"${tail};"${main}"${tail};"${main}"${tail}`;
  const digits = `${cell.format === 'count' ? '#,##0' : '0'}${plain[2] === undefined ? '' : `.${'0'.repeat(plain[2].length)}`}`;
  return plain[1] === undefined ? digits + tail : `"("${digits}")"${tail};"(-"${digits}")"${tail}`;
}
