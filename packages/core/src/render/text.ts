// A report as plain text for a terminal or a file: three-line tables, numbers aligned at the decimal point. Colour comes
// through `paint`; without it the text has none.
import type { Block, Cell, NoteBlock, ReportDocument, SummaryBlock, TableBlock } from '../show/document.ts';
import { NOT_AVAILABLE } from '../show/format.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { alignedParts, cellText, isSpanning, proseText, type AlignedParts } from './cells.ts';
import { pagesOf } from './pages.ts';
import { captionLines } from './caption.ts';
import { summaryLines } from './summary.ts';
import type { Renderer } from './renderers.ts';
import { asideText } from '../text/aside.ts';
import { plainText } from '../text/plain.ts';
import { displayWidth } from '../text/width.ts';

export type Paint = (style: 'title' | 'heading' | 'muted' | 'good' | 'warning' | 'error', text: string) => string;

export interface TextOptions {
  readonly width: number;
  readonly paint?: Paint;
}

export const textRenderer: Renderer = { endings: ['txt'], pictures: false, terminal: true, render: renderText };

const GAP = 2;
/** Labels wider than this are wrapped; the narrower ones are tried where they save cutting the table in two. */
const LABELS = [72, 56, 44, 36, 28] as const;

export function renderText(document: ReportDocument, options: TextOptions): string {
  const paint: Paint = options.paint ?? ((_, text) => text);
  const words = wordsIn(document.language);
  const out: string[] = [
    paint('title', document.title),
    ...wrapped(document.subtitle, options.width).map((line) => paint('muted', line)),
    '',
  ];
  for (const block of document.blocks) out.push(...renderBlock(block, options.width, paint, words));
  return `${plainText(out.join('\n'))
    .replaceAll('\t', ' ')
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trimEnd()}\n`;
}

function renderBlock(block: Block, width: number, paint: Paint, words: Words): string[] {
  switch (block.kind) {
    case 'section': {
      const body = block.blocks.flatMap((inner) => renderBlock(inner, width, paint, words));
      return body.length === 0
        ? []
        : [
            '',
            paint('heading', `${block.title}`),
            paint('heading', '━'.repeat(Math.min(width, Math.max(4, displayWidth(block.title))))),
            '',
            ...body,
          ];
    }
    case 'note':
      return [...renderNote(block, width, paint, words), ''];
    case 'summary':
      return [...renderSummary(block, width, paint), ''];
    case 'paragraph':
      return [...wrapped(proseText(block), Math.min(width, 100)), ''];
    // A picture has no lines; what it shows stands in the tables beside it.
    case 'figure':
      return [];
    case 'table':
      return renderTable(block, width, paint, words);
  }
}

/** Numbers and marks in a column, what each is behind it. */
function renderSummary(block: SummaryBlock, width: number, paint: Paint): string[] {
  const lines = summaryLines(block);
  const marks = Math.max(0, ...lines.map(({ mark }) => displayWidth(mark)));
  const indent = marks === 0 ? 0 : marks + GAP;
  return lines.flatMap(({ mark, text }) =>
    wrapped(text, width - indent).map(
      (line, at) => `${paint('heading', pad(at === 0 ? mark : '', marks, 'right'))}${' '.repeat(indent - marks)}${line}`,
    ),
  );
}

/** Parts of a note that are shown; the others are counted. */
const PARTS = 3;

function renderNote(block: NoteBlock, width: number, paint: Paint, words: Words): string[] {
  const style = block.tone === 'plain' ? null : block.tone;
  const head = block.code === undefined ? '' : `${block.code}  `;
  const room = width - head.length;
  const lines = wrapped(block.text, room);
  const pad = ' '.repeat(head.length);
  const parts = block.parts ?? [];
  const rest = parts.length - PARTS;
  return [
    ...lines.map(
      (line, index) =>
        `${index === 0 ? (style === null ? head : paint(style, head)) : pad}${style === null || head !== '' ? line : paint(style, line)}`,
    ),
    ...(block.help === undefined ? [] : wrapped(block.help, room).map((line) => `${pad}${paint('muted', line)}`)),
    ...parts
      .slice(0, PARTS)
      .flatMap((part) =>
        wrapped(`${part.code}  ${part.text}`, room - 2, ' '.repeat(part.code.length + 2)).map((line) => `${pad}  ${line}`),
      ),
    ...(rest > 0 ? [`${pad}  ${words.moreParts(String(rest))}`] : []),
  ];
}

/** A table wider than the page is cut into parts that each repeat the first column. */
function renderTable(table: TableBlock, width: number, paint: Paint, words: Words): string[] {
  const extents = table.columns.map((_, column) => extentOf(table, column));
  const widthsAt = (label: number): Width[] =>
    extents.map((extent, column) => widthOf(extent, column === 0 ? Math.min(label, Math.floor(width / 2)) : 60));
  const pages = (widths: readonly Width[]): number[][] =>
    pagesOf(
      table.columns,
      widths.map((one) => one.total),
      GAP,
      width,
    );
  const whole = LABELS.map(widthsAt).find((widths) => pages(widths).length === 1);
  const widths = whole ?? widthsAt(LABELS[2]);
  return [
    ...pages(widths).flatMap((columns, index) =>
      renderPage(
        table,
        columns,
        columns.map((column) => widths[column]!),
        width,
        paint,
        captionLines(words, table, index > 0),
        index > 0,
      ),
    ),
    ...table.notes.flatMap((note) => wrapped(note, Math.min(width, 100))).map((line) => paint('muted', line)),
    '',
    '',
  ];
}

function renderPage(
  table: TableBlock,
  columns: readonly number[],
  widths: readonly Width[],
  width: number,
  paint: Paint,
  titles: readonly string[],
  later: boolean,
): string[] {
  const total = widths.reduce((sum, one) => sum + one.total, 0) + GAP * (columns.length - 1);
  const rule = (character: string): string => character.repeat(Math.min(width, total));
  const out = [...(later ? [''] : []), ...titles.flatMap((title) => wrapped(title, width)).map((line) => paint('title', line)), rule('─')];
  out.push(...groupLines(table, columns, widths));
  out.push(...titleLines(table, columns, widths), rule('─'));
  for (const [index, row] of table.rows.entries()) {
    if (index > 0 && table.parts?.includes(index) === true) out.push(paint('muted', rule('┈')));
    out.push(...rowLines(row, columns, widths, total, paint));
  }
  out.push(rule('─'));
  return out;
}

/**
 * What the cells of a column take: before the point, from it on, behind the digits, of text, of the heading's longest word and of the
 * heading.
 */
interface Extent {
  readonly number: boolean;
  readonly left: number;
  readonly right: number;
  readonly tail: number;
  readonly plain: number;
  readonly longest: number;
  readonly title: number;
}

function extentOf(table: TableBlock, column: number): Extent {
  const head = table.columns[column]!;
  const number = head.align === 'number';
  let left = 0;
  let right = 0;
  let tail = 0;
  let plain = 0;
  for (const row of table.rows) {
    if (isSpanning(row[0])) continue;
    const cell = row[column];
    if (cell == null) continue;
    const aligned = number ? alignedParts(cell) : null;
    if (aligned !== null) {
      left = Math.max(left, displayWidth(aligned.before));
      // A lone point (not defined) stands under a point, or where there is none as a digit.
      if (aligned.after === NOT_AVAILABLE) left = Math.max(left, 1);
      else right = Math.max(right, displayWidth(aligned.after));
      tail = Math.max(tail, displayWidth(tailOf(aligned)));
    } else plain = Math.max(plain, displayWidth(cellText(cell)) + 2 * (cell.kind === 'text' ? (cell.indent ?? 0) : 0));
  }
  return {
    number,
    left,
    right,
    tail,
    plain,
    longest: Math.max(longestWord(head.title), groupShare(table, column)),
    title: displayWidth(head.title),
  };
}

/** `left`: where the point is; `digits`: where digits and heading end. */
interface Width {
  readonly total: number;
  readonly left: number;
  readonly digits: number;
  readonly number: boolean;
}

const tailOf = ({ stars, mark }: AlignedParts): string => `${stars}${mark === '' ? '' : ` ${mark}`}`;

/**
 * The width of a column whose text is wrapped at `limit`. A heading ends where the digits end, unless it is so long that it needs the room
 * of the stars.
 */
function widthOf({ number, left, right, tail, plain, longest, title }: Extent, limit: number): Width {
  if (!number) {
    const total = Math.max(Math.min(limit, plain), longest, Math.min(limit, title));
    return { total, left: 0, digits: total, number };
  }
  const digits = Math.max(left + right, plain - tail, longest - tail);
  return { total: Math.max(digits + tail, plain), left: digits - right, digits, number };
}

function longestWord(text: string): number {
  return Math.max(1, ...wrapped(text, 1).map((line) => Math.min(displayWidth(line), 24)));
}

/** How wide each column of a group must be, so that the longest word of the heading over them fits. */
function groupShare(table: TableBlock, column: number): number {
  const { group } = table.columns[column]!;
  if (group === undefined) return 1;
  const same = table.columns.filter((one) => one.group === group).length;
  return Math.ceil((longestWord(group) - GAP * (same - 1)) / same);
}

function pad(text: string, width: number, align: 'left' | 'right' | 'center'): string {
  const room = Math.max(0, width - displayWidth(text));
  if (align === 'left') return text + ' '.repeat(room);
  if (align === 'right') return ' '.repeat(room) + text;
  return ' '.repeat(Math.floor(room / 2)) + text + ' '.repeat(Math.ceil(room / 2));
}

/** Headings over neighbouring columns, on as many lines as the longest needs. */
function groupLines(table: TableBlock, columns: readonly number[], widths: readonly Width[]): string[] {
  if (!columns.some((column) => table.columns[column]!.group !== undefined)) return [];
  const parts: { readonly lines: readonly string[]; readonly room: number }[] = [];
  for (let i = 0; i < columns.length; ) {
    const group = table.columns[columns[i]!]!.group;
    let end = i + 1;
    while (group !== undefined && end < columns.length && table.columns[columns[end]!]!.group === group) end += 1;
    const room = widths.slice(i, end).reduce((sum, one) => sum + one.total, 0) + GAP * (end - i - 1);
    parts.push({ lines: group === undefined ? [] : wrapped(group, room).map((line) => cut(line, room)), room });
    i = end;
  }
  const height = Math.max(...parts.map((part) => part.lines.length));
  return Array.from({ length: height }, (_, line) =>
    parts
      .map((part) => pad(part.lines[line - (height - part.lines.length)] ?? '', part.room, 'center'))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function titleLines(table: TableBlock, columns: readonly number[], widths: readonly Width[]): string[] {
  // Over digits where every word of it has room there, else over stars as well.
  const rooms = columns.map((column, i) =>
    widths[i]!.number && longestWord(table.columns[column]!.title) <= widths[i]!.digits ? widths[i]!.digits : widths[i]!.total,
  );
  const lines = columns.map((column, i) => wrapped(table.columns[column]!.title, rooms[i]!));
  const height = Math.max(...lines.map((one) => one.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, i) => {
        const text = lines[i]![line - (height - lines[i]!.length)] ?? '';
        return pad(pad(text, rooms[i]!, table.columns[column]!.align === 'number' ? 'right' : 'left'), widths[i]!.total, 'left');
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function rowLines(row: readonly Cell[], columns: readonly number[], widths: readonly Width[], total: number, paint: Paint): string[] {
  const first = row[0];
  if (isSpanning(first)) {
    const text = `${'  '.repeat(first.indent ?? 0)}${first.text}${asideText(first.aside)}`;
    return wrapped(text, Math.max(total, 30), '  '.repeat(first.indent ?? 0)).map((line) =>
      first.emphasis === true ? paint('heading', line) : line,
    );
  }
  const laid = columns.map((column, i) => layCell(row[column] ?? null, widths[i]!, column === 0));
  const height = Math.max(...laid.map((one) => one.lines.length));
  return Array.from({ length: height }, (_, line) =>
    laid
      .map((one, i) => {
        const text = pad(one.lines[line] ?? '', widths[i]!.total, one.align);
        return one.style === null || text.trim() === '' ? text : paint(one.style, text);
      })
      .join(' '.repeat(GAP)),
  );
}

function layCell(
  cell: Cell,
  width: Width,
  label: boolean,
): { lines: readonly string[]; align: 'left' | 'right'; style: Parameters<Paint>[0] | null } {
  if (cell === null) return { lines: [''], align: 'left', style: null };
  const style =
    cell.kind !== 'interval' && cell.emphasis === true
      ? 'heading'
      : cell.muted === true
        ? 'muted'
        : cell.kind === 'number' && cell.mark !== undefined
          ? cell.mark === 'agrees'
            ? 'good'
            : 'error'
          : null;
  const aligned = width.number ? alignedParts(cell) : null;
  if (aligned !== null) {
    const { before, after } = aligned;
    const gap = width.left - displayWidth(before) - (width.left === width.digits ? displayWidth(after) : 0);
    return { lines: [`${' '.repeat(Math.max(0, gap))}${before}${after}${tailOf(aligned)}`], align: 'left', style };
  }
  if (width.number) return { lines: [cellText(cell)], align: 'right', style };
  const indent = '  '.repeat(cell.kind === 'text' ? (cell.indent ?? 0) : 0);
  return {
    lines: wrapped(cellText(cell), width.total - indent.length, label ? '  ' : '').map((line) => indent + line),
    align: 'left',
    style,
  };
}

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let out = '';
  for (const character of text) {
    if (displayWidth(out + character) > width - 1) break;
    out += character;
  }
  return `${out}…`;
}

/**
 * Between blanks and words, and between Chinese signs, but no line begins with what closes or goes on (，。、；：）”～…) or ends with what
 * opens (（“).
 */
const BREAKS = new RegExp(
  String.raw`(?<=\s)|(?<![（《〈“‘])(?![，。、；：？！）》〉”’…—～·％‰])` +
    String.raw`(?:(?=[\u3000-\u9fff\uff00-\uffef])|(?<=[\u3000-\u9fff\uff00-\uffef])(?=“)|(?<=[，。、；：？！）]))`,
  'u',
);

/** Breaks at blanks, and between wide characters, which have none. */
export function wrapped(text: string, width: number, hang = ''): string[] {
  const room = Math.max(8, width);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAKS)) {
    if (line.trim() !== '' && displayWidth(line + word.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = hang;
    }
    line += word;
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}
