// A report as one HTML file (and blocks as a piece of one): no script, nothing remote, readable on a phone, in the dark, and on paper. Every number is
// an anchor by its address, so that a sentence can link to it.
import type { Block, Cell, NoteBlock, ReportDocument, SectionBlock, TableBlock } from '../result/document.ts';
import { wordsIn, type Words } from '../result/words.ts';
import { splitAtPoint } from '../result/format.ts';
import { cellParts, isSpanning } from './cells.ts';
import { escapeMarkup as escape } from '../figures/svg.ts';
import { reportCss } from './style.ts';

export function renderHtml(document: ReportDocument): string {
  const words = wordsIn(document.language);
  const anchors = new Set<string>();
  const sections = document.blocks.filter((block): block is SectionBlock => block.kind === 'section');
  const contents = sections.length < 2 ? '' : `<nav aria-label="${escape(words.contents)}"><h2>${escape(words.contents)}</h2><ol>${sections.map((one) => `<li><a href="#${anchor(one.id)}">${escape(one.title)}</a></li>`).join('')}</ol></nav>\n`;
  const body = document.blocks.map((block) => renderBlock(block, words, anchors, 2)).join('\n');
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

/**
 * Blocks as a piece of HTML for a page that someone else frames: no `<html>`, no script, no style of its own, so that it stands under a
 * policy of `default-src 'none'` with one style sheet (`fragmentCss`). `level` is that of its headings.
 */
export function renderFragment(blocks: readonly Block[], options: { readonly language: string; readonly level?: number }): string {
  const anchors = new Set<string>();
  return blocks.map((block) => renderBlock(block, wordsIn(options.language), anchors, options.level ?? 2)).join('\n');
}

function renderBlock(block: Block, words: Words, anchors: Set<string>, level: number): string {
  switch (block.kind) {
    case 'section': return `<section id="${anchor(block.id)}">\n<h${level}>${escape(block.title)}</h${level}>\n${block.blocks.map((inner) => renderBlock(inner, words, anchors, Math.min(6, level + 1))).join('\n')}\n</section>`;
    case 'note': return renderNote(block, words);
    case 'figure': return `<figure id="${anchor(block.id)}"><div class="picture">${block.svg}</div><figcaption>${block.number === undefined ? '' : `<b>${escape(words.figure(String(block.number)))}.</b> `}${escape(block.title)}</figcaption>${block.table === null ? '' : `<details><summary>${escape(words.asTable)}</summary>${renderTable(block.table, words, anchors)}</details>`}</figure>`;
    case 'table': return renderTable(block, words, anchors);
  }
}

function renderNote(block: NoteBlock, words: Words): string {
  const code = block.code === undefined ? '' : `<code>${escape(block.code)}</code> `;
  const help = block.help === undefined ? '' : ` <span class="help">${escape(block.help)}</span>`;
  const text = `${code}${escape(block.text)}${help}`;
  if (block.parts === undefined) return `<p class="note ${block.tone}">${text}</p>`;
  const parts = block.parts.map((part) => `<li><code>${escape(part.code)}</code> ${escape(part.text)}</li>`).join('');
  return `<div class="note ${block.tone}"><p>${text}</p><details><summary>${escape(words.moreParts(String(block.parts.length)))}</summary><ul>${parts}</ul></details></div>`;
}

function renderTable(table: TableBlock, words: Words, anchors: Set<string>): string {
  const caption = `${table.number === undefined ? '' : `<b>${escape(words.table(String(table.number)))}.</b> `}${escape(table.title)}`;
  const rows = table.rows.map((row, index) => renderRow(table, row, table.parts?.includes(index) === true, anchors)).join('\n');
  const notes = table.notes.length === 0 ? '' : `<p class="notes">${table.notes.map(escape).join(' ')}</p>`;
  return `<div class="table" id="${anchor(table.id)}"><div class="scroll" tabindex="0"><table>\n<caption>${caption}</caption>\n${head(table)}\n<tbody>\n${rows}\n</tbody>\n</table></div>${notes}</div>`;
}

function head(table: TableBlock): string {
  const titles = table.columns.map((column) => `<th scope="col"${column.align === 'number' ? ' class="number"' : ''}>${escape(column.title)}</th>`).join('');
  if (!table.columns.some((column) => column.group !== undefined)) return `<thead><tr>${titles}</tr></thead>`;
  let groups = '';
  for (let i = 0; i < table.columns.length;) {
    const group = table.columns[i]!.group;
    let end = i + 1;
    while (group !== undefined && end < table.columns.length && table.columns[end]!.group === group) end += 1;
    groups += group === undefined ? '<td></td>' : `<th scope="colgroup" class="group" colspan="${end - i}">${escape(group)}</th>`;
    i = end;
  }
  return `<thead><tr>${groups}</tr><tr>${titles}</tr></thead>`;
}

function renderRow(table: TableBlock, row: readonly Cell[], opens: boolean, anchors: Set<string>): string {
  const first = row[0];
  const attributes = opens ? ' class="part"' : '';
  if (isSpanning(first)) return `<tr${attributes}><th scope="rowgroup" colspan="${table.columns.length}" class="span indent${first.indent ?? 0}${first.emphasis === true ? ' emphasis' : ''}">${escape(first.text)}${aside(first.aside)}</th></tr>`;
  return `<tr${attributes}>${table.columns.map((column, index) => renderCell(row[index] ?? null, index === 0, column.align === 'number', anchors)).join('')}</tr>`;
}

function aside(text: string | undefined): string {
  return text === undefined ? '' : ` <span class="aside">(${escape(text)})</span>`;
}

function renderCell(cell: Cell, label: boolean, number: boolean, anchors: Set<string>): string {
  const tag = label ? 'th' : 'td';
  const scope = label ? ' scope="row"' : '';
  if (cell === null) return `<${tag}${scope}></${tag}>`;
  const classes = [...(number ? ['number'] : []), ...(cell.kind !== 'interval' && cell.emphasis === true ? ['emphasis'] : []), ...(cell.muted === true ? ['muted'] : [])];
  if (cell.kind === 'text') {
    if (cell.indent !== undefined && cell.indent > 0) classes.push(`indent${cell.indent}`);
    return `<${tag}${scope}${classOf(classes)}>${escape(cell.text)}${aside(cell.aside)}</${tag}>`;
  }
  const { main, tail } = cellParts(cell);
  const id = cell.kind === 'number' && cell.address !== undefined && !anchors.has(cell.address) ? cell.address : null;
  if (id !== null) anchors.add(id);
  const title = cell.reason ?? (cell.kind === 'number' ? cell.address : undefined);
  if (cell.kind === 'number' && cell.mark !== undefined) classes.push(cell.mark);
  const [before, after] = splitAtPoint(main);
  const digits = cell.kind === 'number' && number ? `<span class="before">${escape(before)}</span><span class="after">${escape(after + tail)}</span>` : escape(main + tail);
  return `<${tag}${scope}${classOf(classes)}${id === null ? '' : ` id="${anchor(id)}"`}${title === undefined ? '' : ` title="${escape(title)}"`}>${digits}</${tag}>`;
}

function classOf(classes: readonly string[]): string {
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
}

/** An id may hold anything but blanks. */
function anchor(text: string): string {
  return escape(text.replace(/\s+/gu, '-'));
}
