// A table as LaTeX with booktabs, for a manuscript of an author's own: the columns flush right, no packages beside booktabs. A whole report
// is latex-report.ts'.
import type { Cell, TableBlock } from '../show/document.ts';
import { cellParts, isSpanning } from './cells.ts';
import { hasChinese, latex } from './latex-text.ts';

/** A text as it stands, with nothing in it that LaTeX would execute. */
export const latexText = (text: string): string => latex(text, hasChinese(text));

/** The `tabular` alone; with `float`, in a `table` with its caption and label. */
export function latexTable(table: TableBlock, float: boolean): string {
  const { columns, rows, parts, notes } = table;
  const tabular = [
    `\\begin{tabular}{${columns.map(({ align }) => (align === 'number' ? 'r' : 'l')).join('')}}`,
    '\\toprule',
    ...heads(table),
    '\\midrule',
    ...rows.flatMap((row, at) => [...(at > 0 && parts?.includes(at) === true ? ['\\midrule'] : []), line(row, columns.length)]),
    '\\bottomrule',
    '\\end{tabular}',
  ];
  const below = notes.map((note) => `\\par\\footnotesize ${latexText(note)}`);
  return (
    float
      ? [
          '\\begin{table}[htbp]',
          '\\centering',
          `\\caption{${latexText(table.title)}}`,
          `\\label{tab:${labelOf(table.id)}}`,
          ...tabular,
          ...below,
          '\\end{table}',
        ]
      : [...tabular, ...below]
  ).join('\n');
}

/** A name for `\label`, `\ref` and Quarto's cross-references. */
export const labelOf = (id: string): string => id.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/gu, '');

function heads({ columns }: TableBlock): string[] {
  const titles = `${columns.map(({ title }) => latexText(title)).join(' & ')} \\\\`;
  if (columns.every(({ group }) => group === undefined)) return [titles];
  const groups: { name: string; from: number; to: number }[] = [];
  for (const [at, { group }] of columns.entries()) {
    const last = groups.at(-1);
    if (last !== undefined && group !== undefined && last.name === group) last.to = at;
    else groups.push({ name: group ?? '', from: at, to: at });
  }
  const over = groups.map(({ name, from, to }) => (name === '' ? '' : `\\multicolumn{${to - from + 1}}{c}{${latexText(name)}}`));
  const rules = groups.filter(({ name }) => name !== '').map(({ from, to }) => `\\cmidrule(lr){${from + 1}-${to + 1}}`);
  return [`${over.join(' & ')} \\\\`, rules.join(' '), titles];
}

function line(row: readonly Cell[], columns: number): string {
  const cells: string[] = [];
  let width = 0;
  for (const cell of row) {
    const span = isSpanning(cell ?? undefined) ? Math.min((cell as { span: number }).span, columns - width) : 1;
    cells.push(span > 1 ? `\\multicolumn{${span}}{l}{${cellLatex(cell)}}` : cellLatex(cell));
    width += span;
  }
  while (width < columns) {
    cells.push('');
    width += 1;
  }
  return `${cells.join(' & ')} \\\\`;
}

function cellLatex(cell: Cell): string {
  if (cell === null) return '';
  const { main, stars, mark } = cellParts(cell);
  const indent = cell.kind === 'text' ? '\\quad '.repeat(cell.indent ?? 0) : '';
  const text = latexText(main).replace(/(?<![\w\\}])-(?=\d|\.)/gu, '\\ensuremath{-}');
  const strong = cell.kind !== 'interval' && cell.emphasis === true && text !== '' ? `\\textbf{${text}}` : text;
  const above = stars === '' ? '' : `\\textsuperscript{${stars.trim()}}`;
  return `${indent}${strong}${above}${mark === '' ? '' : ` ${latexText(mark)}`}`;
}
