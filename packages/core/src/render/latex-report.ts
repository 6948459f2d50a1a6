// A document as LaTeX: three-line tables (booktabs) aligned at the point (dcolumn), long ones over several pages (longtable), wide ones on
// their side; Chinese by ctex. It compiles as it stands, and each table can be taken into a paper. How signs are written is latex-text.ts;
// rows and
// heads latex-table.ts; the plainer table that a manuscript takes in is latex-tabular.ts.
import { standaloneSvg } from '../draw/standalone.ts';
import type { Block, FigureBlock, NoteBlock, ReportDocument, ReportStyle, TableBlock } from '../show/document.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { captionOf, captionText, numberedName, secondCaption } from './caption.ts';
import { proseText } from './cells.ts';
import { layoutOf, type Layout } from './columns.ts';
import { figuresIn, printedSize } from './figure-files.ts';
import { tabularOf } from './latex-table.ts';
import { hasChinese, latex, latexSentence, needsUnicode } from './latex-text.ts';
import { noteLines, presetOf, type Preset } from './presets.ts';
import type { Page, Renderer } from './renderers.ts';
import { roomy } from './roomy.ts';
import { summaryLines } from './summary.ts';

export const latexRenderer: Renderer = { endings: ['tex', 'latex'], pictures: true, painted: true, terminal: false, render: renderLatex };

/** Em of columns.ts on an upright page and on one that lies, of tables in 9 pt; its em is that of a wider letter. */
const PAGE = { usual: 54, tight: 84 } as const;
/** By style: options of the class, and the type of tables with its size. */
const SIZES: Readonly<Record<ReportStyle, { readonly body: string; readonly table: string; readonly points: number }>> = {
  plain: { body: '', table: '\\small', points: 9 },
  apa: { body: '12pt,', table: '\\fontsize{9}{11}\\selectfont', points: 9 },
  gbt: { body: '12pt,', table: '\\fontsize{9}{11}\\selectfont', points: 9 },
  nature: { body: '', table: '\\scriptsize', points: 7 },
};
/** Rows that a page has room for. */
const LONG = 40;
const HEADINGS = ['section', 'subsection', 'subsubsection', 'paragraph'] as const;

interface Writing {
  readonly words: Words;
  readonly chinese: boolean;
  readonly text: (text: string) => string;
  readonly labels: Set<string>;
  readonly style: ReportStyle;
  readonly preset: Preset;
  /** Where each picture stands, from the file; null where it has none. */
  readonly fileOf: (figure: FigureBlock) => string | null;
}

function renderLatex(document: ReportDocument, { pictures, folder }: Page): string {
  const words = wordsIn(document.language);
  const chinese = words.language === 'zh';
  const { style = 'plain' } = document;
  const names = new Map(folder === undefined ? [] : figuresIn(document).map(({ name, svg }) => [svg, name.replace(/svg$/u, 'png')]));
  const writing: Writing = {
    words,
    chinese,
    text: (text) => latex(text, chinese),
    labels: new Set(),
    style,
    preset: presetOf(style),
    fileOf: ({ svg }) => {
      const drawing = standaloneSvg(svg);
      return pictures?.has(drawing) === true && names.has(drawing) ? `${folder!}/${names.get(drawing)!}` : null;
    },
  };
  const body = [
    ...document.blocks.flatMap((block) => renderBlock(block, writing, 0)),
    `\\par\\medskip{\\footnotesize\\noindent ${writing.text(`${words.notAvailable}${words.sentenceGap}${words.builtBy}`)}\\par}`,
  ].join('\n\n');
  const head = `\\title{${writing.text(document.title)}}\n\\author{}\n\\date{${writing.text(document.subtitle)}}`;
  return `${preamble(head + body, writing)}\n${head}\n\n\\begin{document}\n\\maketitle\n\n${body}\n\n\\end{document}\n`;
}

/** How captions are set. */
function captionsOf({ style, chinese }: Writing): string {
  const left = 'justification=raggedright,singlelinecheck=false';
  switch (style) {
    case 'apa':
      return `labelfont=bf,textfont=it,labelsep=newline,${left}`;
    case 'gbt':
      return `font=bf,labelsep=${chinese ? 'quad' : 'period'},justification=centering`;
    case 'nature':
      return `font={bf,small},labelsep=bar,${left}`;
    case 'plain':
      return `labelfont=bf,labelsep=${chinese ? 'quad' : `period,${left}`}`;
  }
}

function preamble(all: string, writing: Writing): string {
  const { chinese, style, preset } = writing;
  const { body } = SIZES[style];
  const points = (eighths: number): string => `${eighths / 8}pt`;
  const han = hasChinese(all);
  // A sans-serif face in every size comes with fontspec alone.
  const xelatex = chinese || han || needsUnicode(all) || style === 'nature';
  return [
    xelatex ? '% !TeX program = xelatex' : '% pdfLaTeX, XeLaTeX or LuaLaTeX.',
    chinese ? `\\documentclass[${body === '12pt,' ? 'zihao=-4,' : ''}UTF8,a4paper]{ctexart}` : `\\documentclass[${body}a4paper]{article}`,
    ...(chinese ? [] : han ? ['\\usepackage[UTF8,scheme=plain]{ctex}'] : xelatex ? ['\\usepackage{fontspec}'] : []),
    ...(xelatex ? [] : ['\\usepackage[utf8]{inputenc}', '\\usepackage[T1]{fontenc}', '\\usepackage{textcomp}']),
    '\\usepackage[margin=25mm]{geometry}',
    '\\usepackage{array,booktabs,dcolumn,longtable,float,pdflscape}',
    ...(/\\includegraphics/u.test(all) ? ['\\usepackage{graphicx}'] : []),
    '\\usepackage{caption}',
    ...(style === 'nature' ? ['\\DeclareCaptionLabelSeparator{bar}{ | }'] : []),
    `\\captionsetup{${captionsOf(writing)}}`,
    ...(style === 'plain'
      ? []
      : [`\\setlength{\\heavyrulewidth}{${points(preset.rule.thick)}}`, `\\setlength{\\lightrulewidth}{${points(preset.rule.thin)}}`]),
    // Floats stay single.
    ...(preset.line === 240 ? [] : ['\\usepackage{setspace}', preset.line === 480 ? '\\doublespacing' : '\\onehalfspacing']),
    // Digits of columns are mathematics: sans-serif too.
    ...(style === 'nature' ? ['\\renewcommand{\\familydefault}{\\sfdefault}', '\\SetSymbolFont{operators}{normal}{OT1}{cmss}{m}{n}'] : []),
    `\\setlength{\\tabcolsep}{${SIZES[style].points === 7 ? 3 : 4}pt}`,
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
      return renderFigure(block, writing);
    case 'table':
      return renderTable(block, writing);
  }
}

function renderNote({ text, code, help, parts }: NoteBlock, writing: Writing): string {
  const sentence = (one: string): string => latexSentence(one, writing.text);
  const said = `${code === undefined ? '' : `\\textbf{${latex(code)}} `}${sentence(text)}`;
  const list = (parts ?? []).map((part) => `\\item ${latex(part.code)} ${sentence(part.text)}`);
  return [
    `\\par\\noindent ${said}${help === undefined ? '' : ` ${sentence(help)}`}\\par`,
    ...(list.length === 0 ? [] : ['\\begin{itemize}', ...list, '\\end{itemize}']),
  ].join('\n');
}

/** Its numbers as a table where there is no picture. */
function renderFigure(figure: FigureBlock, writing: Writing): string[] {
  const file = writing.fileOf(figure);
  if (file === null) return figure.table === null ? [] : renderTable(figure.table, writing);
  const caption = `${figure.number === undefined ? '\\caption*' : '\\caption'}{${writing.text(figure.title)}}`;
  const label = (figure.number === undefined ? '' : `\\label{${labelOf('fig', figure.id, writing)}}`) + secondOf(figure, writing);
  // A pixel of the drawing is 1/96 inch.
  const shown = `\\includegraphics[width=${(printedSize(figure.svg).width / 96).toFixed(2)}in]{${file}}`;
  return [
    ...seriesOf(figure),
    [
      '\\begin{figure}[H]',
      ...(writing.chinese || writing.style === 'gbt' ? ['\\centering'] : []),
      ...(writing.preset.figureCaption === 'above' ? [caption + label, shown] : [shown, caption + label]),
      '\\end{figure}',
    ].join('\n'),
  ];
}

function renderTable(table: TableBlock, writing: Writing): string[] {
  const scale = SIZES.plain.points / SIZES[writing.style].points;
  const [usual, tight] = [PAGE.usual * scale, PAGE.tight * scale];
  const upright = layoutOf(table, { usual, tight });
  const wide = upright.tight || upright.pages.length > 1;
  const found = upright.pages.length > 1 ? layoutOf(table, { usual: tight, tight }) : upright;
  const layout = roomy(table, found, wide ? tight : usual);
  const parts = layout.pages.map((columns, page) => renderPart(table, columns, layout, writing, page));
  const lines = noteLines(table.notes, writing.words.sentenceGap === '' ? '' : ' ', writing.preset);
  const notes =
    lines.length === 0
      ? ''
      : `\\par\\smallskip{${writing.style === 'nature' ? '\\scriptsize' : '\\footnotesize'}\\noindent ${noteHead(writing)}` +
        `${lines.map((one) => latexSentence(one, writing.text)).join('\\par\\noindent ')}\\par}`;
  // Notes stand under the last part, inside of what holds it.
  const whole = parts.map(({ open, content, close }, at) =>
    [open, content, at < parts.length - 1 ? '' : close === '' ? `${notes}\\bigskip` : notes, close]
      .filter((line) => line !== '')
      .join('\n'),
  );
  return [...seriesOf(table), ...(wide ? ['\\begin{landscape}', ...whole, '\\end{landscape}'] : whole)];
}

/** The first of a series begins its own count, outside of what would end it. */
const seriesOf = ({ kind, number, series }: TableBlock | FigureBlock): string[] =>
  number === 1 && series !== undefined ? [`\\setcounter{${kind}}{0}\\renewcommand{\\the${kind}}{${series}\\arabic{${kind}}}`] : [];

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
  const parted = writing.preset.rule.part > 0;
  const { specification, head, rows } = tabularOf(table, columns, { text: writing.text, layout, parted });
  const { title } = captionOf(writing.words, numberedName(writing.words, table), table.title, page > 0);
  const again = page > 0 ? '\\addtocounter{table}{-1}' : '';
  const caption = `${table.number === undefined ? '\\caption*' : '\\caption'}{${writing.text(title)}}`;
  const label = page > 0 || table.number === undefined ? '' : `\\label{${labelOf('tab', table.id, writing)}}`;
  const second = secondOf(table, writing, page > 0);
  const { table: size } = SIZES[writing.style];
  const centred = writing.chinese || writing.style === 'gbt' ? '\\centering' : '';
  if (table.rows.length <= LONG)
    return {
      open: `\\begin{table}[H]\n${centred}${again}${size}\n${caption}${label}${second}`,
      content: [`\\begin{tabular}${specification}`, '\\toprule', head, '\\midrule', ...rows, '\\bottomrule', '\\end{tabular}'].join('\n'),
      close: '\\end{table}',
    };
  const more = writing.text(captionOf(writing.words, numberedName(writing.words, table), table.title, true).title);
  return {
    open: `${again}{${writing.preset.line === 240 ? '' : '\\singlespacing'}${size}`,
    content: [
      `\\begin{longtable}${specification}`,
      `${caption}${label} \\\\`,
      ...(second === '' ? [] : [`${second} \\\\`]),
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

/** Without a number of its own: the first counts. */
function secondOf(block: TableBlock | FigureBlock, { text }: Writing, more = false): string {
  const second = secondCaption(block, more);
  return second === null ? '' : `\\caption*{${text(captionText(second))}}`;
}

function labelOf(kind: 'tab' | 'fig', id: string, { labels }: Writing): string {
  const stem = `${kind}:${id.replace(/[^A-Za-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '') || 'one'}`;
  let label = stem;
  for (let copy = 2; labels.has(label); copy += 1) label = `${stem}-${copy}`;
  labels.add(label);
  return label;
}
