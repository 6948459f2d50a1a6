// Tables as text for programs (RFC 4180): digits as they are printed, without commas and brackets that a program would take for something
// else; stars in a column of their own. A document of one table is that table alone; of several each has its title and notes.
import { plainText } from '../text/plain.ts';
import { csvOf } from '../data/writers/csv-rows.ts';
import { formatQuantity, hiddenText } from '../show/format.ts';
import type { Cell, ReportDocument, TableBlock } from '../show/document.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { cellParts, cellText, markOf } from './cells.ts';
import type { Renderer } from './renderers.ts';
import { fullRow, headText, tableCaptions, tablesOf } from './table-rows.ts';

export const csvRenderer: Renderer = { endings: ['csv'], pictures: false, terminal: false, render: renderCsv };

function renderCsv(document: ReportDocument): string {
  const words = wordsIn(document.language);
  const tables = tablesOf(document);
  const rows = tables.length === 1 ? rowsOf(tables[0]!) : tables.flatMap((table, at) => titled(table, words, at));
  return csvOf(rows.map((row) => row.map((text) => plainText(text).replace(/[\n\t]+/gu, ' ')))).csv;
}

const titled = (table: TableBlock, words: Words, at: number): string[][] => [
  ...(at === 0 ? [] : [[]]),
  ...tableCaptions(table, words).map((caption) => [caption]),
  ...rowsOf(table),
  ...table.notes.map((note) => [note]),
];

function rowsOf(table: TableBlock): string[][] {
  const rows = table.rows.map((row) => fullRow(row, table.columns.length));
  const tailed = table.columns.map((_, at) => rows.some((row) => tailOf(row[at]!) !== ''));
  const lineOf = (texts: readonly string[], tails: readonly string[]): string[] =>
    texts.flatMap((text, at) => (tailed[at] === true ? [text, tails[at]!] : [text]));
  const heads = table.columns.map(headText);
  return [
    lineOf(
      heads,
      heads.map((head) => `${head} *`),
    ),
    ...rows.map((row) => lineOf(row.map(mainOf), row.map(tailOf))),
  ];
}

function tailOf(cell: Cell): string {
  if (cell === null) return '';
  return cellParts(cell).stars + markOf(cell);
}

/** Nothing where a number is not defined. */
function mainOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell.kind !== 'number') return cellText(cell);
  if (cell.hidden !== undefined) return hiddenText(cell.hidden);
  if (cell.value === null) return '';
  const { format, decimals, small } = cell;
  const options = { ...(decimals === undefined ? {} : { decimals }), ...(small === undefined ? {} : { small }) };
  return formatQuantity(cell.value, format, options).replaceAll(',', '');
}
