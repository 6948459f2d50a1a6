// A document as LaTeX: three-line tables (booktabs) aligned at the point (dcolumn), long ones over several pages (longtable), wide ones on
// their side; Chinese by ctex. It compiles as it stands, and each table can be taken into a paper. How signs are written is latex-text.ts;
// the plainer table that a manuscript takes in is latex.ts.
import { wrapText } from '../draw/text.ts';
import { asideText } from '../text/aside.ts';
import type { Block, Cell, NoteBlock, ReportDocument, TableBlock } from '../show/document.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { alignedParts, cellText, isSpanning, proseText } from './cells.ts';
import { captionOf, numberedName } from './caption.ts';
import { layoutOf, type Layout } from './columns.ts';
import { hasChinese, latex, latexNumber, needsUnicode } from './latex-text.ts';
import type { Renderer } from './renderers.ts';
import { em, naturalOf, roomy } from './roomy.ts';
import { summaryLines } from './summary.ts';

export const latexRenderer: Renderer = { endings: ['tex', 'latex'], pictures: false, terminal: false, render: renderLatex };

/** Em of columns.ts on an upright page and on one that lies; its em is that of a wider letter. */
const PAGE = { usual: 58, tight: 90 } as const;
const NARROWER = 0.85;
/** Rows that a page has room for. */
const LONG = 40;
const HEADINGS = ['section', 'subsection', 'subsubsection', 'paragraph'] as const;

interface Writing {
  readonly words: Words;
  readonly chinese: boolean;
  readonly text: (text: string) => string;
  readonly labels: Set<string>;
}

function renderLatex(document: ReportDocument): string {
  const words = wordsIn(document.language);
  const chinese = words.language === 'zh';
  const writing: Writing = { words, chinese, text: (text) => latex(text, chinese), labels: new Set() };
  const body = [
    ...document.blocks.flatMap((block) => renderBlock(block, writing, 0)),
    `\\par\\medskip{\\footnotesize\\noindent ${writing.text(`${words.notAvailable}${words.sentenceGap}${words.builtBy}`)}\\par}`,
  ].join('\n\n');
  const head = `\\title{${writing.text(document.title)}}\n\\author{}\n\\date{${writing.text(document.subtitle)}}`;
  return `${preamble(head + body, chinese)}\n${head}\n\n\\begin{document}\n\\maketitle\n\n${body}\n\n\\end{document}\n`;
}

function preamble(all: string, chinese: boolean): string {
  const han = hasChinese(all);
  const xelatex = chinese || han || needsUnicode(all);
  return [
    xelatex ? '% !TeX program = xelatex' : '% pdfLaTeX, XeLaTeX or LuaLaTeX.',
    chinese ? '\\documentclass[UTF8,a4paper]{ctexart}' : '\\documentclass[a4paper]{article}',
    ...(chinese ? [] : han ? ['\\usepackage[UTF8,scheme=plain]{ctex}'] : xelatex ? ['\\usepackage{fontspec}'] : []),
    ...(xelatex ? [] : ['\\usepackage[utf8]{inputenc}', '\\usepackage[T1]{fontenc}', '\\usepackage{textcomp}']),
    '\\usepackage[margin=25mm]{geometry}',
    '\\usepackage{array,booktabs,dcolumn,longtable,float,pdflscape}',
    `\\usepackage[labelfont=bf,labelsep=${chinese ? 'quad' : 'period,justification=raggedright,singlelinecheck=false'}]{caption}`,
    '\\setlength{\\tabcolsep}{4pt}',
    ...(chinese ? [] : ['\\setlength{\\LTleft}{0pt}']),
  ].join('\n');
}

function renderBlock(block: Block, writing: Writing, level: number): string[] {
  switch (block.kind) {
    case 'section':
      if (block.folded === true) return [];
      return [
        `\\${HEADINGS[Math.min(level, HEADINGS.length - 1)]}{${writing.text(block.title)}}`,
        ...block.blocks.flatMap((inner) => renderBlock(inner, writing, level + 1)),
      ];
    case 'note':
      return [renderNote(block, writing)];
    case 'summary':
      return [
        [
          '\\begin{itemize}',
          ...summaryLines(block).map(({ mark, text }) => `\\item[${writing.text(mark)}] ${writing.text(text)}`),
          '\\end{itemize}',
        ].join('\n'),
      ];
    case 'paragraph':
      return [writing.text(proseText(block))];
    case 'figure':
      return block.table === null ? [] : renderTable(block.table, writing);
    case 'table':
      return renderTable(block, writing);
  }
}

function renderNote({ text, code, help, parts }: NoteBlock, writing: Writing): string {
  const said = `${code === undefined ? '' : `\\textbf{${latex(code)}} `}${writing.text(text)}`;
  const list = (parts ?? []).map((part) => `\\item ${latex(part.code)} ${writing.text(part.text)}`);
  return [
    `\\par\\noindent ${said}${help === undefined ? '' : ` ${writing.text(help)}`}\\par`,
    ...(list.length === 0 ? [] : ['\\begin{itemize}', ...list, '\\end{itemize}']),
  ].join('\n');
}

function renderTable(table: TableBlock, writing: Writing): string[] {
  const upright = layoutOf(table, PAGE);
  const wide = upright.tight || upright.pages.length > 1;
  const found = upright.pages.length > 1 ? layoutOf(table, { usual: PAGE.tight, tight: PAGE.tight }) : upright;
  const layout = roomy(table, found, wide ? PAGE.tight : PAGE.usual);
  const parts = layout.pages.map((columns, page) => renderPart(table, columns, layout, writing, page));
  const notes =
    table.notes.length === 0
      ? ''
      : `\\par\\smallskip{\\footnotesize\\noindent ${noteHead(writing)}` +
        `${table.notes.map(writing.text).join(writing.words.sentenceGap === '' ? '' : ' ')}\\par}`;
  // Notes stand under the last part, inside of what holds it.
  const whole = parts.map(({ open, content, close }, at) =>
    [open, content, at < parts.length - 1 ? '' : close === '' ? `${notes}\\bigskip` : notes, close]
      .filter((line) => line !== '')
      .join('\n'),
  );
  return wide ? ['\\begin{landscape}', ...whole, '\\end{landscape}'] : whole;
}

const noteHead = ({ words, text }: Writing): string => {
  const head = text(words.underTable);
  return words.language === 'zh' ? head : `\\textit{${head.trimEnd()}} `;
};

function renderPart(
  table: TableBlock,
  columns: readonly number[],
  layout: Layout,
  writing: Writing,
  page: number,
): { open: string; content: string; close: string } {
  const kinds = columns.map((at) => kindOf(table, at, layout));
  const { title } = captionOf(writing.words, numberedName(writing.words, table), table.title, page > 0);
  const first = table.series !== undefined && table.number === 1 && page === 0;
  const again =
    page > 0
      ? '\\addtocounter{table}{-1}'
      : first
        ? '\\setcounter{table}{0}\\renewcommand{\\thetable}{' + table.series + '\\arabic{table}}'
        : '';
  const caption = `${table.number === undefined ? '\\caption*' : '\\caption'}{${writing.text(title)}}`;
  const label = page > 0 || table.number === undefined ? '' : `\\label{${labelOf(table, writing)}}`;
  const head = headOf(table, columns, layout, writing);
  const rows = table.rows.map((row, index) => {
    const rule = index > 0 && table.parts?.includes(index) === true ? '\\midrule\n' : '';
    return `${rule}${rowOf(row, columns, kinds, layout, writing)} \\\\`;
  });
  const specification = `{@{}${kinds.map((kind) => kind.letters).join('')}@{}}`;
  if (table.rows.length <= LONG)
    return {
      open: `\\begin{table}[H]\n${writing.chinese ? '\\centering' : ''}${again}\\small\n${caption}${label}`,
      content: [`\\begin{tabular}${specification}`, '\\toprule', head, '\\midrule', ...rows, '\\bottomrule', '\\end{tabular}'].join('\n'),
      close: '\\end{table}',
    };
  const more = writing.text(captionOf(writing.words, numberedName(writing.words, table), table.title, true).title);
  return {
    open: `${again}{\\small`,
    content: [
      `\\begin{longtable}${specification}`,
      `${caption}${label} \\\\`,
      '\\toprule',
      head,
      '\\midrule\n\\endfirsthead',
      `${table.number === undefined ? `\\caption*{${more}}` : `\\caption[]{${more}}`} \\\\`,
      '\\toprule',
      head,
      '\\midrule\n\\endhead',
      '\\bottomrule\n\\endfoot',
      ...rows,
      '\\end{longtable}}',
    ].join('\n'),
    close: '',
  };
}

function labelOf(table: TableBlock, { labels }: Writing): string {
  const stem = `tab:${table.id.replace(/[^A-Za-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '') || 'table'}`;
  let label = stem;
  for (let copy = 2; labels.has(label); copy += 1) label = `${stem}-${copy}`;
  labels.add(label);
  return label;
}

interface ColumnKind {
  readonly letters: string;
  readonly aligned: boolean;
}

const scaled = (width: number, text: string): string => `${(width * (hasChinese(text) ? 1 : NARROWER)).toFixed(1)}em`;

function kindOf(table: TableBlock, at: number, layout: Layout): ColumnKind {
  const cells = table.rows.flatMap((row) => (row[at] == null || isSpanning(row[0]) ? [] : [row[at]]));
  if (table.columns[at]!.align === 'number') {
    const numbers = cells.flatMap((cell) => alignedParts(cell) ?? []);
    if (numbers.length === 0) return { letters: 'c', aligned: false };
    const before = Math.max(...numbers.map((one) => one.before.replace(/[-−<>≤≥]/gu, '00').length));
    const after = Math.max(
      ...numbers.map((one) => Math.max(0, one.after.length - 1) + one.stars.trim().length + (one.mark === '' ? 0 : 2)),
    );
    return { letters: `D{.}{.}{${Math.max(1, before)}.${after}}`, aligned: true };
  }
  const texts = cells.map((cell) => cellText(cell));
  const natural = Math.max(0, ...cells.map(naturalOf));
  const { width } = layout.columns[at]!;
  return { letters: natural <= width ? 'l' : `>{\\raggedright\\arraybackslash}p{${scaled(width, texts.join(''))}}`, aligned: false };
}

function headOf(table: TableBlock, columns: readonly number[], layout: Layout, { text }: Writing): string {
  const titles = columns.map((at) => {
    const { title, align } = table.columns[at]!;
    const letter = align === 'number' ? 'c' : 'l';
    const shown = stacked(title, [at], layout, letter, text);
    return title === '' ? '' : `\\multicolumn{1}{${at === columns[0] ? '@{}' : ''}${letter}}{${shown}}`;
  });
  const last = `${titles.join(' & ')} \\\\`;
  if (!columns.some((at) => table.columns[at]!.group !== undefined)) return last;
  const groups: string[] = [];
  const rules: string[] = [];
  for (let i = 0; i < columns.length; ) {
    const { group } = table.columns[columns[i]!]!;
    let end = i + 1;
    while (group !== undefined && end < columns.length && table.columns[columns[end]!]!.group === group) end += 1;
    groups.push(group === undefined ? '' : `\\multicolumn{${end - i}}{c}{${stacked(group, columns.slice(i, end), layout, 'c', text)}}`);
    if (group !== undefined) rules.push(`\\cmidrule(lr){${i + 1}-${end}}`);
    i = end;
  }
  return `${groups.join(' & ')} \\\\\n${rules.join(' ')}\n${last}`;
}

/** In as many lines as the columns under it leave. */
function stacked(title: string, columns: readonly number[], layout: Layout, letter: string, text: (text: string) => string): string {
  const room = columns.reduce((sum, at) => sum + layout.columns[at]!.width + 1, -1);
  const { lines } = wrapText(title, Math.max(room, 1), 99, 1);
  return lines.length < 2 ? text(title) : `\\shortstack[${letter}]{${lines.map(text).join('\\\\')}}`;
}

function rowOf(row: readonly Cell[], columns: readonly number[], kinds: readonly ColumnKind[], layout: Layout, writing: Writing): string {
  const first = row[0];
  if (isSpanning(first)) {
    const width = columns.reduce((sum, at) => sum + layout.columns[at]!.width + 1, 0);
    const letters = em(cellText(first)) < width * 0.9 ? '@{}l' : `@{}p{${scaled(width, cellText(first))}}`;
    return `\\multicolumn{${columns.length}}{${letters}}{${textOf(first, writing)}}`;
  }
  return columns.map((at, place) => cellOf(row[at] ?? null, kinds[place]!, writing)).join(' & ');
}

function cellOf(cell: Cell, { aligned }: ColumnKind, writing: Writing): string {
  if (cell === null) return '';
  if (aligned) {
    const parts = alignedParts(cell);
    return parts === null ? `\\multicolumn{1}{c}{${textOf(cell, writing)}}` : latexNumber(parts);
  }
  return textOf(cell, writing);
}

function textOf(cell: Exclude<Cell, null>, { text }: Writing): string {
  if (cell.kind !== 'text') return text(cellText(cell));
  const indent = (cell.indent ?? 0) === 0 ? '' : `\\hangindent${cell.indent! + 1}em\\hangafter1\\hspace*{${cell.indent}em}`;
  return `${indent}${cell.emphasis === true ? `\\textbf{${text(cell.text)}}` : text(cell.text)}${text(asideText(cell.aside))}`;
}
