// A document as LaTeX: three-line tables, points under points, and no text of a study that becomes a command, a cell or an option. That it
// compiles was seen with TeX Live 2022 (pdfLaTeX, XeLaTeX); the tests need none.
import { expect, it } from 'vitest';
import { standaloneSvg } from '../draw/standalone.ts';
import { picture } from '../draw/svg.ts';
import type { Block, FigureBlock, ReportDocument, ReportStyle, TableBlock } from '../show/document.ts';
import { latexRenderer } from './latex-report.ts';

const table: TableBlock = {
  kind: 'table',
  id: 'full.beta',
  number: 1,
  title: 'A & B',
  columns: [
    { title: 'Item', align: 'left' },
    { title: 'b', align: 'number', group: 'All' },
    { title: 'p', align: 'number', group: 'All' },
  ],
  rows: [
    [{ kind: 'text', text: 'Age', emphasis: true, span: 3 }],
    [
      { kind: 'text', text: '\\input{x}', indent: 1 },
      { kind: 'number', value: -0.2824, format: 'coefficient', stars: '**', address: 'a.b' },
      { kind: 'number', value: 0.0001, format: 'p', address: 'a.p' },
    ],
    [
      { kind: 'text', text: '[4pt] 50% of $x_1^2$ ~ #1' },
      { kind: 'interval', low: -0.1, high: 0.3, format: 'coefficient', decimals: 2, addresses: ['a.low', 'a.high'] },
      { kind: 'number', value: null, format: 'p', address: 'a.q' },
    ],
  ],
  parts: [2],
  notes: ['* p ≤ .05'],
};
const rendered = (blocks: readonly Block[], language = 'en'): string =>
  latexRenderer.render({ title: 'S', subtitle: '3 cases', language, blocks } satisfies ReportDocument, { width: 80 }) as string;

it('is a three-line table aligned at the point', () => {
  expect(rendered([table])).toContain(`\\begin{table}[H]
\\small
\\caption{A \\& B}\\label{tab:full-beta}
\\begin{tabular}{@{}lD{.}{.}{3.5}D{.}{.}{3.3}@{}}
\\toprule
 & \\multicolumn{2}{c}{All} \\\\
\\cmidrule(lr){2-3}
\\multicolumn{1}{@{}l}{Item} & \\multicolumn{1}{c}{b} & \\multicolumn{1}{c}{p} \\\\
\\midrule
\\multicolumn{3}{@{}l}{\\textbf{Age}} \\\\
\\hangindent2em\\hangafter1\\hspace*{1em}\\textbackslash{}input\\{x\\} & -0.282^{**} & {<}0.001 \\\\
\\midrule
{[}4pt{]} 50\\% of \\$x\\_1\\textasciicircum{}2\\$ \\textasciitilde{} \\#1 & \\multicolumn{1}{c}{{[}-0.10, 0.30{]}} & . \\\\
\\bottomrule
\\end{tabular}
\\par\\smallskip{\\footnotesize\\noindent \\textit{Note.} {*} p \\ensuremath{\\leq} .05\\par}
\\end{table}`);
});

it('repeats the head of a long one, and turns or cuts a wide one', () => {
  const long = rendered([{ ...table, rows: Array.from({ length: 60 }, () => table.rows[1]!) }]);
  expect(long).toMatch(/\\begin\{longtable\}[^]*\\endfirsthead[^]*\\caption\[\]\{A \\& B \(continued\)\}[^]*\\endhead/u);
  const many = Array.from({ length: 30 }, (_, at) => ({ title: `Column ${at}`, align: 'number' as const }));
  const cell = table.rows[1]![1]!;
  const wide = rendered([{ ...table, columns: [table.columns[0]!, ...many], rows: [[table.rows[1]![0]!, ...many.map(() => cell)]] }]);
  expect(wide).toMatch(/\\begin\{landscape\}[^]*\\addtocounter\{table\}\{-1\}[^]*\\end\{landscape\}/u);
  expect(wide.match(/-0\.282/gu)).toHaveLength(30);
});

it('names its pictures where it has them, and has their numbers where it has not', () => {
  const figure: FigureBlock = {
    kind: 'figure',
    id: 'i:map',
    number: 1,
    title: 'Loadings & more',
    svg: picture({ title: 'Loadings', alternative: 'Eleven.', width: 472, height: 192 }, []),
    alternative: 'Eleven.',
    table,
  };
  const document: ReportDocument = { title: 'S', subtitle: '', language: 'en', blocks: [figure] };
  const pictures = new Map([[standaloneSvg(figure.svg), new Uint8Array(1)]]);
  const withPictures = latexRenderer.render(document, { width: 80, pictures, folder: 'r-figures' }) as string;
  expect(withPictures).toContain(
    '\\begin{figure}[H]\n\\includegraphics[width=5.00in]{r-figures/i-map.png}\n' +
      '\\caption{Loadings \\& more}\\label{fig:i-map}\n\\end{figure}',
  );
  expect(withPictures).toContain('\\usepackage{graphicx}');
  expect(withPictures).not.toContain('\\toprule');
  const without = latexRenderer.render(document, { width: 80 }) as string;
  expect(without).toContain('\\toprule');
  expect(without).not.toContain('graphic');
  expect(latexRenderer.render({ ...document, style: 'apa' }, { width: 80, pictures, folder: 'r' }) as string).toMatch(
    /\\caption\{Loadings[^]*\\includegraphics/u,
  );
});

it('captions, rules and lines are those of its style', () => {
  const styled = (style: ReportStyle, language = 'en'): string =>
    latexRenderer.render(
      { title: 'S', subtitle: '', language, style, blocks: [{ ...table, notes: ['A.', '* p < .05'] }] },
      { width: 80 },
    ) as string;
  expect(styled('plain')).toMatch(/labelsep=period/u);
  expect(styled('plain')).not.toContain('setspace');
  expect(styled('apa')).toMatch(/textfont=it,labelsep=newline[^]*\\doublespacing[^]*A\.\\par\\noindent \{\*\} p/u);
  expect(styled('gbt', 'zh')).toMatch(/\\heavyrulewidth\}\{1\.5pt\}\n\\setlength\{\\lightrulewidth\}\{0\.75pt\}[^]*\\onehalfspacing/u);
  expect(styled('nature')).toMatch(/^% !TeX program = xelatex[^]*labelsep=bar[^]*\\sfdefault[^]*\\scriptsize/u);
  // A rule where a part begins is no rule of APA.
  const rules = (text: string): number => text.match(/\\midrule/gu)!.length;
  expect([rules(styled('plain')), rules(styled('apa'))]).toEqual([2, 1]);
});

it('needs XeLaTeX and ctex where there is Chinese, and neither where there is none', () => {
  expect(rendered([table])).not.toMatch(/ctex|fontspec/u);
  expect(rendered([table], 'zh')).toContain('\\documentclass[UTF8,a4paper]{ctexart}');
  expect(rendered([{ ...table, title: '表' }])).toContain('\\usepackage[UTF8,scheme=plain]{ctex}');
  expect(rendered([{ ...table, title: 'Возраст' }])).toContain('\\usepackage{fontspec}');
});
