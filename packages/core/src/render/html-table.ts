// A table as HTML, in as few letters as it takes: end tags and quotes that HTML does without are left out, a cell is a number unless it
// says otherwise, and what aligns digits is an attribute that no reader and no clipboard sees. Captions are the language's, looks
// style.ts's.
import { asideText } from '../text/aside.ts';
import type { Cell, FigureBlock, TableBlock, TextCell } from '../show/document.ts';
import type { Words } from '../words/words.ts';
import { attribute, escapeMarkup as escape } from '../draw/svg.ts';
import { alignedParts, cellText, isSpanning, MARKS, phraseText, type AlignedParts } from './cells.ts';
import { captionOf, numberedName, secondCaption } from './caption.ts';
import { layoutOf, PADDING, WIDEST, type Alignment, type Layout, type PageWidth } from './columns.ts';
import { Anchors } from './summary.ts';
import { withCode } from '../text/code-runs.ts';

/** What a page is, for whatever stands on it. */
export interface Page {
  readonly words: Words;
  /** Addresses that have an anchor already: the first appearance of each is one. */
  readonly anchors: Anchors;
  /** How wide it is: a table is cut in parts, so that each fits (null: A4); or `whole`, for a page that scrolls. */
  readonly cut: PageWidth | 'whole' | null;
  /** Numbers tell their address when pointed at; in a report those that are anchors do, by the style sheet. */
  readonly told: boolean;
  readonly folded?: boolean;
}
/** In a table: what most of its numbers are filled up with (`usualFilling`). */
type Within = Page & { readonly usual: string };

export function renderTable(table: TableBlock, page: Page): string {
  const { words, cut } = page;
  const layout = cut === null || cut === 'whole' ? layoutOf(table) : layoutOf(table, cut);
  const pages = cut === 'whole' ? [table.columns.map((_, at) => at)] : layout.pages;
  const name = numberedName(words, table);
  const usual = usualFilling(table, layout);
  const look = [...(layout.tight ? ['tight'] : []), ...(usual === '' ? [] : [USUAL[usual]!])];
  const within = { ...page, usual };
  const parts = pages.map((columns, part) => {
    const rows = table.rows
      .map((row, index) => renderRow(row, columns, layout, table, table.parts?.includes(index) === true, within))
      .join('');
    return (
      `<div class=scroll tabindex=0><table${classOf(look)}><caption>` +
      `${captioned(words, name, table.title, part > 0)}${secondHtml(table, part > 0)}</caption>` +
      `${head(table, columns, layout)}<tbody>${rows}</table></div>`
    );
  });
  const noted = (note: string): string => withCode(note, breakable, (word) => `<code>${breakable(word)}</code>`);
  const notes = table.notes.length === 0 ? '' : `<p class="notes">${table.notes.map(noted).join(words.sentenceGap)}</p>`;
  // Whoever copies a table wants it in one piece.
  const whole =
    cut === null || cut === 'whole' || pages.length === 1
      ? ''
      : `<template>${renderTable(table, { ...page, anchors: new Anchors([]), cut: 'whole' })}</template>`;
  return `<div class="table${sizeClass(table, layout, page)}" id="${anchor(table.id)}">${parts.join('\n')}${notes}${whole}</div>`;
}

/** In em of the table's font, on A4; and rows. */
const HALF = { wide: 27, rows: 26 } as const;
/** Rows for which a sheet is not left half empty. */
const SHEET = 24;

/** Two small tables have room beside each other; longer ones may be cut between their rows, their heads repeated. */
function sizeClass(table: TableBlock, { columns, pages }: Layout, { cut }: Page): string {
  if (cut !== null || pages.length > 1) return '';
  const wide = columns.reduce((sum, column) => sum + column.width + PADDING, -PADDING);
  return wide <= HALF.wide && table.rows.length <= HALF.rows ? ' half' : table.rows.length <= SHEET ? ' whole' : '';
}

/** In its language, on a line of its own. */
export function secondHtml(block: TableBlock | FigureBlock, more = false): string {
  const second = secondCaption(block, more);
  if (second === null) return '';
  const name = second.name === '' ? '' : `<b>${escape(second.name)}</b>${second.gap}`;
  return `<br><span lang=${escape(second.language)}>${name}${escape(second.title)}</span>`;
}

export function captioned(words: Words, number: string | null, heading: string, more = false): string {
  const { name, gap, title } = captionOf(words, number, heading, more);
  return `${name === '' ? '' : `<b>${escape(name)}</b>${gap}`}${escape(title)}`;
}

function head(table: TableBlock, columns: readonly number[], layout: Layout): string {
  const titles = columns
    .map((at) => {
      const { title, align } = table.columns[at]!;
      const { least, alignment } = layout.columns[at]!;
      // At least as wide as its content, rounded up: narrower ones are not asked for by any table.
      const wide = `m${Math.min(WIDEST, Math.ceil(2 * least))}`;
      // What is called nothing is no heading.
      if (title === '') return `<td${classOf([...(align === 'number' ? [] : ['text']), wide])}>`;
      if (align !== 'number') return `<th scope=col${attribute('class', `text ${wide}`)}>${escape(title)}`;
      // The heading ends where the digits below it end.
      const tail = `${alignment.mark ? ' class=marked' : ''}${padding(alignment.stars)}`;
      return `<th scope=col class=${wide}>${tail === '' ? escape(title) : `<b${tail}>${escape(title)}</b>`}`;
    })
    .join('');
  if (!columns.some((at) => table.columns[at]!.group !== undefined)) return `<thead><tr>${titles}`;
  let groups = '';
  for (let i = 0; i < columns.length; ) {
    const group = table.columns[columns[i]!]!.group;
    let end = i + 1;
    while (group !== undefined && end < columns.length && table.columns[columns[end]!]!.group === group) end += 1;
    groups += group === undefined ? '<td>' : `<th scope=colgroup colspan=${end - i}><span>${escape(group)}</span>`;
    i = end;
  }
  return `<thead><tr>${groups}<tr>${titles}`;
}

function renderRow(
  row: readonly Cell[],
  columns: readonly number[],
  layout: Layout,
  table: TableBlock,
  opens: boolean,
  page: Within,
): string {
  const first = row[0];
  const opening = `<tr${opens ? ' class=part' : ''}>\n`;
  if (isSpanning(first)) {
    const classes = [...((first.indent ?? 0) > 0 ? [`i${first.indent}`] : []), ...(first.emphasis === true ? ['emphasis'] : [])];
    return `${opening}<th scope=rowgroup colspan=${columns.length}${classOf(classes)}>${breakable(first.text)}${aside(first.aside)}`;
  }
  const cells = columns.map((at) =>
    renderCell(row[at] ?? null, at === 0, table.columns[at]!.align === 'number' ? layout.columns[at]!.alignment : null, page),
  );
  return `${opening}${cells.join('')}`;
}

function aside(text: string | undefined): string {
  const shown = asideText(text);
  return shown === '' ? '' : `${shown.startsWith(' ') ? ' ' : ''}<span class=aside>${breakable(shown.trim())}</span>`;
}

/** `alignment`: of a column of numbers; null for one of text. */
function renderCell(cell: Cell, label: boolean, alignment: Alignment | null, page: Within): string {
  // The heading of a row is one by standing first in it; what says nothing is none.
  const tag = label && cell !== null && cellText(cell) !== '' ? 'th' : 'td';
  if (cell === null) return `<${tag}>`;
  const classes = [
    ...((alignment === null) === label ? [] : [label ? 'number' : 'text']),
    ...(cell.kind !== 'interval' && cell.emphasis === true ? ['emphasis'] : []),
    ...(cell.muted === true ? ['muted'] : []),
  ];
  if (cell.kind === 'text' && cell.indent !== undefined && cell.indent > 0) classes.push(`i${cell.indent}`);
  if (cell.kind === 'number' && cell.mark !== undefined) classes.push(...(cell.asMark === true && cell.mark === 'differs' ? ['x'] : []));
  const address = cell.kind === 'number' ? cell.address : undefined;
  const first = address !== undefined && !page.anchors.has(address);
  if (first) page.anchors.add(address);
  const beside = cell.kind === 'number' && cell.beside !== undefined ? phraseText(cell.beside) : page.told ? address : undefined;
  const title = cell.kind === 'text' ? undefined : (cell.reason ?? beside);
  const aligned = alignment === null ? null : alignedParts(cell);
  const content = aligned === null ? (cell.kind === 'text' ? wordsOf(cell) : escape(cellText(cell))) : digitsOf(aligned);
  // The place of a mark is kept free beside numbers that have none.
  if (aligned !== null && aligned.mark === '' && alignment!.mark) classes.push('marked');
  const filling = aligned === null ? '' : fillingOf(aligned, alignment!);
  const filled = alignment === null ? '' : label ? padding(filling) : paddingIn(page.usual, filling);
  return (
    `<${tag}${classOf(classes)}${first ? attribute('id', spaceless(address)) : ''}` +
    `${title === undefined ? '' : attribute('title', title)}${filled}>${content}`
  );
}

const wordsOf = (cell: TextCell): string => `${breakable(cell.text)}${aside(cell.aside)}`;

/** Stars follow the digits, and the mark has a place of its own. */
const digitsOf = ({ before, after, stars, mark }: AlignedParts): string => {
  const element = mark === MARKS.agrees ? 'b' : 'i';
  return `${escape(before + after + stars)}${mark === '' ? '' : `<${element}>${mark}</${element}>`}`;
};

/** Points stand under points, digits end where those of the whole column end: what is missing to that. */
function fillingOf({ after, stars }: AlignedParts, alignment: Alignment): string {
  return (after === '' ? alignment.after : alignment.after.slice(after.length)) + without(alignment.stars, stars);
}

/** Letters are not as wide as each other: beside a `b` under `ab` it is an `a` that is missing. */
const without = (most: string, own: string): string =>
  [...own].reduce((rest, letter) => rest.replace(letter, ''), most).slice(0, Math.max(0, most.length - own.length));

/** Fillings that a table may have of itself, and its class then (style.ts). */
export const USUAL: Readonly<Record<string, string>> = { '*': 'p1', '**': 'p2', '***': 'p3', '°': 'p0' };

/** The filling that is shortest said once of the whole table, whose other cells say theirs; none where that is not shorter. */
function usualFilling(table: TableBlock, layout: Layout): string {
  const counts = new Map<string, number>();
  for (const row of table.rows)
    for (const [at, cell] of isSpanning(row[0]) ? [] : row.entries()) {
      if (at === 0 || cell === null || table.columns[at]?.align !== 'number') continue;
      const parts = alignedParts(cell);
      const filling = parts === null ? '' : fillingOf(parts, layout.columns[at]!.alignment);
      counts.set(filling, (counts.get(filling) ?? 0) + 1);
    }
  const saved = (filling: string): number => padding(filling).length * (counts.get(filling) ?? 0) - NONE.length * (counts.get('') ?? 0);
  const [best = ''] = Object.keys(USUAL).sort((a, b) => saved(b) - saved(a));
  return saved(best) > ' class=p1'.length ? best : '';
}

/** Of a cell that has no filling where the others have one. */
const NONE = ' data-p';
const paddingIn = (usual: string, filling: string): string => (filling === usual ? '' : filling === '' ? NONE : padding(filling));

/** Text that is there for its width alone: no reader, no clipboard and no sheet of paper gets it. */
const padding = (text: string): string => (text === '' ? '' : attribute('data-p', text));

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

const classOf = (classes: readonly string[]): string => (classes.length === 0 ? '' : attribute('class', classes.join(' ')));

/** An id may hold anything but blanks. */
const spaceless = (text: string): string => text.replace(/\s+/gu, '-');
export const anchor = (text: string): string => escape(spaceless(text));
