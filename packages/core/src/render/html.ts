// A report as one HTML file (and blocks as a piece of one): no script, nothing remote, readable on a phone, in the dark, and on paper.
// Every number is an anchor by its address, so that a sentence can link to it.
import { asideText } from '../text/aside.ts';
import type { Block, Cell, NoteBlock, NumberCell, ReportDocument, SectionBlock, TableBlock } from '../show/document.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { alignedParts, cellText, isSpanning, phraseText, type AlignedParts } from './cells.ts';
import { layoutOf, WIDEST, type Alignment, type Layout, type PageWidth } from './columns.ts';
import { escapeMarkup as escape } from '../draw/svg.ts';
import { captionOf, numberedName } from './caption.ts';
import type { Renderer } from './renderers.ts';
import { reportCss } from './style.ts';
import { Anchors, phraseHtml, summaryHtml } from './summary.ts';

export function renderHtml(document: ReportDocument): string {
  const words = wordsIn(document.language);
  const anchors = new Anchors(document.blocks);
  const sections = document.blocks.filter((block): block is SectionBlock => block.kind === 'section');
  const contents =
    sections.length < 2
      ? ''
      : `<nav aria-label="${escape(words.contents)}"><h2>${escape(words.contents)}</h2><ol>` +
        `${sections.map((one) => `<li><a href="#${anchor(one.id)}">${escape(one.title)}</a></li>`).join('')}</ol></nav>\n`;
  const body = document.blocks.map((block) => renderBlock(block, words, anchors, 2, null)).join('\n');
  return `<!doctype html>
<html lang="${escape(document.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="StudySpec">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escape(document.title)}</title>
<style>
${reportCss}</style>
</head>
<body>
<header><h1>${escape(document.title)}</h1><p class="subtitle">${escape(document.subtitle)}</p></header>
${contents}<main>
${body}
</main>
<footer><p>${escape(words.notAvailable)} ${escape(words.builtBy)}</p></footer>
</body>
</html>
`;
}

export const htmlRenderer: Renderer = { endings: ['html', 'htm'], pictures: true, terminal: false, render: renderHtml };

/**
 * Blocks as a piece of HTML for a page that someone else frames: no `<html>`, no script, no style of its own, so that it stands under a
 * policy of `default-src 'none'` with one style sheet (`fragmentCss`). `level` is that of its headings.
 */
export function renderFragment(
  blocks: readonly Block[],
  options: {
    readonly language: string;
    readonly level?: number /** Em that a table may be wide: it goes on below; it is one, and scrolls, when left out. */;
    readonly page?: PageWidth;
  },
): string {
  const anchors = new Anchors(blocks);
  return blocks
    .map((block) => renderBlock(block, wordsIn(options.language), anchors, options.level ?? 2, options.page ?? 'whole'))
    .join('\n');
}

function renderBlock(block: Block, words: Words, anchors: Anchors, level: number, cut: Cut): string {
  switch (block.kind) {
    case 'section': {
      const inside = block.blocks.map((inner) => renderBlock(inner, words, anchors, Math.min(6, level + 1), cut)).join('\n');
      return block.folded === true
        ? `<details class="more" id="${anchor(block.id)}"><summary>${escape(block.title)}</summary>\n${inside}\n</details>`
        : `<section id="${anchor(block.id)}">\n<h${level}>${escape(block.title)}</h${level}>\n${inside}\n</section>`;
    }
    case 'summary':
      return summaryHtml(block, anchors);
    case 'note':
      return renderNote(block, words);
    case 'paragraph':
      return `<p class="prose">${phraseHtml(block.runs, anchors)}</p>`;
    case 'figure':
      return (
        `<figure id="${anchor(block.id)}"><div class="picture">` +
        `${block.svg}</div><figcaption>` +
        `${captioned(words, numberedName(words, block), block.title)}</figcaption>` +
        (block.table === null
          ? ''
          : `<details><summary>${escape(words.asTable)}</summary>${renderTable(block.table, words, anchors, cut)}</details>`) +
        '</figure>'
      );
    case 'table':
      return renderTable(block, words, anchors, cut);
  }
}

/** Numbers are told by their address, and kept whole; what a link leads to is the number in its table. */
function renderNote(block: NoteBlock, words: Words): string {
  const code = block.code === undefined ? '' : `<code>${escape(block.code)}</code> `;
  const help = block.help === undefined ? '' : ` <span class="help">${escape(block.help)}</span>`;
  const text = `${code}${escape(block.text)}${help}`;
  if (block.parts === undefined) return `<p class="note ${block.tone}">${text}</p>`;
  const parts = block.parts.map((part) => `<li><code>${escape(part.code)}</code> ${escape(part.text)}</li>`).join('');
  return (
    `<div class="note ${block.tone}"><p>${text}</p><details><summary>` +
    `${escape(words.moreParts(String(block.parts.length)))}</summary><ul>${parts}</ul></details></div>`
  );
}

function captioned(words: Words, number: string | null, heading: string, more = false): string {
  const { name, gap, title } = captionOf(words, number, heading, more);
  return `${name === '' ? '' : `<b>${escape(name)}</b>${gap}`}${escape(title)}`;
}

/** How wide a page is: a table is cut in parts, so that each fits (null: A4); or `whole`, for a page that scrolls. */
type Cut = PageWidth | 'whole' | null;

function renderTable(table: TableBlock, words: Words, anchors: Set<string>, cut: Cut): string {
  const layout = cut === null || cut === 'whole' ? layoutOf(table) : layoutOf(table, cut);
  const pages = cut === 'whole' ? [table.columns.map((_, at) => at)] : layout.pages;
  const name = numberedName(words, table);
  const parts = pages.map((columns, page) => {
    const caption = captioned(words, name, table.title, page > 0);
    const rows = table.rows
      .map((row, index) => renderRow(row, columns, layout, table, table.parts?.includes(index) === true, anchors))
      .join('\n');
    return (
      `<div class="scroll" tabindex="0"><table${layout.tight ? ' class="tight"' : ''}>\n<caption>${caption}</caption>\n` +
      `${head(table, columns, layout)}\n<tbody>\n${rows}\n</tbody>\n</table></div>`
    );
  });
  const notes = table.notes.length === 0 ? '' : `<p class="notes">${table.notes.map(breakable).join(words.sentenceGap)}</p>`;
  // Whoever copies a table wants it in one piece.
  const whole =
    cut === null || cut === 'whole' || pages.length === 1 ? '' : `<template>${renderTable(table, words, new Set(), 'whole')}</template>`;
  return `<div class="table" id="${anchor(table.id)}">${parts.join('\n')}${notes}${whole}</div>`;
}

function head(table: TableBlock, columns: readonly number[], layout: Layout): string {
  const titles = columns
    .map((at) => {
      const { title, align } = table.columns[at]!;
      const { least, alignment } = layout.columns[at]!;
      // At least as wide as its content, rounded up: narrower ones are not asked for by any table.
      const wide = `m${Math.min(WIDEST, Math.ceil(2 * least))}`;
      return align === 'number'
        ? `<th scope="col" class="number ${wide}"><span class="head"><span>${escape(title)}</span>${unseen(alignment.stars)}` +
            `${alignment.mark ? '<span class="mark"></span>' : ''}</span></th>`
        : `<th scope="col" class="${wide}">${escape(title)}</th>`;
    })
    .join('');
  if (!columns.some((at) => table.columns[at]!.group !== undefined)) return `<thead><tr>${titles}</tr></thead>`;
  let groups = '';
  for (let i = 0; i < columns.length; ) {
    const group = table.columns[columns[i]!]!.group;
    let end = i + 1;
    while (group !== undefined && end < columns.length && table.columns[columns[end]!]!.group === group) end += 1;
    groups +=
      group === undefined ? '<td></td>' : `<th scope="colgroup" class="group" colspan="${end - i}"><span>${escape(group)}</span></th>`;
    i = end;
  }
  return `<thead><tr>${groups}</tr><tr>${titles}</tr></thead>`;
}

function renderRow(
  row: readonly Cell[],
  columns: readonly number[],
  layout: Layout,
  table: TableBlock,
  opens: boolean,
  anchors: Set<string>,
): string {
  const first = row[0];
  const attributes = opens ? ' class="part"' : '';
  if (isSpanning(first))
    return (
      `<tr${attributes}><th scope="rowgroup" colspan="${columns.length}" class="span indent${first.indent ?? 0}` +
      `${first.emphasis === true ? ' emphasis' : ''}">${breakable(first.text)}${aside(first.aside)}</th></tr>`
    );
  const cells = columns.map((at) =>
    renderCell(row[at] ?? null, at === 0, table.columns[at]!.align === 'number' ? layout.columns[at]!.alignment : null, anchors),
  );
  return `<tr${attributes}>${cells.join('')}</tr>`;
}

function aside(text: string | undefined): string {
  const shown = asideText(text);
  return shown === '' ? '' : `${shown.startsWith(' ') ? ' ' : ''}<span class="aside">${breakable(shown.trim())}</span>`;
}

/** Text that is there for its width alone: no reader, no clipboard and no sheet of paper gets it. */
function unseen(text: string): string {
  return text === '' ? '' : `<span data-pad="${escape(text)}"></span>`;
}

/** `alignment`: of a column of numbers; null for one of text. */
function renderCell(cell: Cell, label: boolean, alignment: Alignment | null, anchors: Set<string>): string {
  const tag = label ? 'th' : 'td';
  const scope = label ? ' scope="row"' : '';
  if (cell === null) return `<${tag}${scope}></${tag}>`;
  const classes = [
    ...(alignment === null ? [] : ['number']),
    ...(cell.kind !== 'interval' && cell.emphasis === true ? ['emphasis'] : []),
    ...(cell.muted === true ? ['muted'] : []),
  ];
  if (cell.kind === 'text' && cell.indent !== undefined && cell.indent > 0) classes.push(`indent${cell.indent}`);
  if (cell.kind === 'number' && cell.mark !== undefined) classes.push(cell.mark);
  const id = cell.kind === 'number' && cell.address !== undefined && !anchors.has(cell.address) ? cell.address : null;
  if (id !== null) anchors.add(id);
  const title = cell.kind === 'text' ? undefined : (cell.reason ?? (cell.kind === 'number' ? besideText(cell) : undefined));
  const aligned = alignment === null ? null : alignedParts(cell);
  const content =
    aligned !== null
      ? alignedContent(aligned, alignment!)
      : cell.kind === 'text'
        ? `${breakable(cell.text)}${aside(cell.aside)}`
        : escape(cellText(cell));
  return (
    `<${tag}${scope}${classOf(classes)}${id === null ? '' : ` id="${anchor(id)}"`}` +
    `${title === undefined ? '' : ` title="${escape(title)}"`}>${content}</${tag}>`
  );
}

/** What is told where one points at a number: what belongs to it, else its address. */
const besideText = (cell: NumberCell): string | undefined => (cell.beside === undefined ? cell.address : phraseText(cell.beside));

/**
 * Points stand under points, digits end where those of the whole column end; stars follow the digits, and the mark has a place of its own.
 */
function alignedContent(parts: AlignedParts, alignment: Alignment): string {
  const filling = parts.after === '' ? alignment.after : alignment.after.slice(parts.after.length);
  const mark = alignment.mark ? `<span class="mark">${parts.mark}</span>` : '';
  return `${escape(parts.before + parts.after + parts.stars)}${unseen(filling + alignment.stars.slice(parts.stars.length))}${mark}`;
}

/** A longer run without a blank may be broken: behind a joint that is in no number, or where nothing else helps. */
const RUN = 12;

/** Text whose long words (addresses, names of files) may be broken; what it says does not change. */
function breakable(text: string): string {
  return text
    .split(/(\s+)/u)
    .map((word) =>
      word.length <= RUN
        ? escape(word)
        : word
            .split(/(?<=[_/)(·\\])|(?<=[.,-])(?!\d)/u)
            .flatMap((piece) => (piece.length <= 2 * RUN ? [piece] : piece.match(/.{1,12}/gu)!))
            .map(escape)
            .join('<wbr>'),
    )
    .join('');
}

function classOf(classes: readonly string[]): string {
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
}

/** An id may hold anything but blanks. */
function anchor(text: string): string {
  return escape(text.replace(/\s+/gu, '-'));
}
