// How the rows and heads of a table are set in LaTeX, in a report and in a manuscript: one under another as booktabs has them. What stands
// around them is latex-report.ts' and latex-tabular.ts'.
import { wrapText } from '../draw/text.ts';
import type { Cell, TableBlock } from '../show/document.ts';
import { asideText } from '../text/aside.ts';
import { alignedParts, cellText, isSpanning } from './cells.ts';
import type { Layout } from './columns.ts';
import { hasChinese, latexNumber } from './latex-text.ts';
import { em, naturalOf } from './roomy.ts';

export interface Setting {
  readonly text: (text: string) => string;
  /** Of a page that columns have to fit, with points under points (dcolumn). Null: as wide as they are, flush right, by booktabs alone. */
  readonly layout: Layout | null;
  /** A thin rule where a part of the table begins. */
  readonly parted: boolean;
}

export interface Tabular {
  readonly specification: string;
  readonly head: string;
  readonly rows: readonly string[];
}

export function tabularOf(table: TableBlock, columns: readonly number[], setting: Setting): Tabular {
  const kinds = columns.map((at) => kindOf(table, at, setting.layout));
  const letters = kinds.map((kind) => kind.letters).join('');
  return {
    specification: setting.layout === null ? `{${letters}}` : `{@{}${letters}@{}}`,
    head: headOf(table, columns, setting),
    rows: table.rows.map((row, index) => {
      const rule = setting.parted && index > 0 && table.parts?.includes(index) === true ? '\\midrule\n' : '';
      return `${rule}${rowOf(row, columns, kinds, setting)} \\\\`;
    }),
  };
}

type Alignment = 'point' | 'right' | null;

interface ColumnKind {
  readonly letters: string;
  readonly aligned: Alignment;
}

const NARROWER = 0.85;
const scaled = (width: number, text: string): string => `${(width * (hasChinese(text) ? 1 : NARROWER)).toFixed(1)}em`;

function kindOf(table: TableBlock, at: number, layout: Layout | null): ColumnKind {
  const cells = table.rows.flatMap((row) => (row[at] == null || isSpanning(row[0]) ? [] : [row[at]]));
  if (table.columns[at]!.align === 'number') {
    if (layout === null) return { letters: 'r', aligned: 'right' };
    const numbers = cells.flatMap((cell) => alignedParts(cell) ?? []);
    if (numbers.length === 0) return { letters: 'c', aligned: null };
    const before = Math.max(...numbers.map((one) => one.before.replace(/[-−<>≤≥]/gu, '00').length));
    const after = Math.max(
      // Raised stars are smaller than digits.
      ...numbers.map((one) => Math.max(0, one.after.length - 1) + Math.ceil(0.7 * one.stars.trim().length) + (one.mark === '' ? 0 : 2)),
    );
    return { letters: `D{.}{.}{${Math.max(1, before)}.${after}}`, aligned: 'point' };
  }
  if (layout === null) return { letters: 'l', aligned: null };
  const texts = cells.map((cell) => cellText(cell));
  const natural = Math.max(0, ...cells.map(naturalOf));
  const { width } = layout.columns[at]!;
  return { letters: natural <= width ? 'l' : `>{\\raggedright\\arraybackslash}p{${scaled(width, texts.join(''))}}`, aligned: null };
}

function headOf(table: TableBlock, columns: readonly number[], setting: Setting): string {
  const titles = columns.map((at) => {
    const { title, align } = table.columns[at]!;
    const letter = align === 'number' ? 'c' : 'l';
    const flush = setting.layout !== null && at === columns[0] ? '@{}' : '';
    return title === '' ? '' : `\\multicolumn{1}{${flush}${letter}}{${stacked(title, [at], letter, setting)}}`;
  });
  const last = `${titles.join(' & ')} \\\\`;
  if (!columns.some((at) => table.columns[at]!.group !== undefined)) return last;
  const groups: string[] = [];
  const rules: string[] = [];
  for (let i = 0; i < columns.length; ) {
    const { group } = table.columns[columns[i]!]!;
    let end = i + 1;
    while (group !== undefined && end < columns.length && table.columns[columns[end]!]!.group === group) end += 1;
    groups.push(group === undefined ? '' : `\\multicolumn{${end - i}}{c}{${stacked(group, columns.slice(i, end), 'c', setting)}}`);
    if (group !== undefined) rules.push(`\\cmidrule(lr){${i + 1}-${end}}`);
    i = end;
  }
  return `${groups.join(' & ')} \\\\\n${rules.join(' ')}\n${last}`;
}

/** In as many lines as the columns under it leave. */
function stacked(title: string, columns: readonly number[], letter: string, { text, layout }: Setting): string {
  if (layout === null) return text(title);
  const room = columns.reduce((sum, at) => sum + layout.columns[at]!.width + 1, -1);
  const { lines } = wrapText(title, Math.max(room, 1), 99, 1);
  return lines.length < 2 ? text(title) : `\\shortstack[${letter}]{${lines.map(text).join('\\\\')}}`;
}

function rowOf(row: readonly Cell[], columns: readonly number[], kinds: readonly ColumnKind[], setting: Setting): string {
  const first = row[0];
  if (isSpanning(first)) return `\\multicolumn{${columns.length}}{${spanning(first, columns, setting)}}{${textOf(first, setting)}}`;
  return columns.map((at, place) => cellOf(row[at] ?? null, kinds[place]!, setting)).join(' & ');
}

function spanning(cell: Exclude<Cell, null>, columns: readonly number[], { layout }: Setting): string {
  if (layout === null) return 'l';
  const width = columns.reduce((sum, at) => sum + layout.columns[at]!.width + 1, 0);
  return em(cellText(cell)) < width * 0.9 ? '@{}l' : `@{}p{${scaled(width, cellText(cell))}}`;
}

function cellOf(cell: Cell, { aligned }: ColumnKind, setting: Setting): string {
  if (cell === null) return '';
  const parts = aligned === null ? null : alignedParts(cell);
  if (parts === null) {
    const text = textOf(cell, setting);
    return aligned === 'point' ? `\\multicolumn{1}{c}{${text}}` : text;
  }
  if (aligned === 'point') return latexNumber(parts);
  const number = latexNumber(parts);
  return `\\ensuremath{${cell.kind === 'number' && cell.emphasis === true ? `\\mathbf{${number}}` : number}}`;
}

function textOf(cell: Exclude<Cell, null>, { text, layout }: Setting): string {
  if (cell.kind !== 'text') return text(cellText(cell));
  const depth = cell.indent ?? 0;
  const indent =
    depth === 0 ? '' : layout === null ? '\\quad '.repeat(depth) : `\\hangindent${depth + 1}em\\hangafter1\\hspace*{${depth}em}`;
  return `${indent}${cell.emphasis === true ? `\\textbf{${text(cell.text)}}` : text(cell.text)}${text(asideText(cell.aside))}`;
}
