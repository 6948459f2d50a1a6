// A table as LaTeX with booktabs, for a manuscript of an author's own: the columns flush right, no packages beside booktabs. A whole report
// is latex-report.ts'.
import type { TableBlock } from '../show/document.ts';
import { tabularOf } from './latex-table.ts';
import { hasChinese, latex, latexSentence } from './latex-text.ts';

/** A text as it stands, with nothing in it that LaTeX would execute. */
export const latexText = (text: string): string => latex(text, hasChinese(text));

/** The `tabular` alone; with `float`, in a `table` with its caption and label. */
export function latexTable(table: TableBlock, float: boolean): string {
  const setting = { text: latexText, layout: null, parted: true };
  const { specification, head, rows } = tabularOf(
    table,
    table.columns.map((_, at) => at),
    setting,
  );
  const tabular = [`\\begin{tabular}${specification}`, '\\toprule', head, '\\midrule', ...rows, '\\bottomrule', '\\end{tabular}'];
  const below = table.notes.map((note) => `\\par\\footnotesize ${latexSentence(note, latexText)}`);
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
