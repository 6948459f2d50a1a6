// What all pictures share: the block they end as, the note where there is nothing to draw, numbers and axes.
import { decimalExponent } from '../numerics/powers.ts';
import type { QuantityFormat } from '../contract/quantity.ts';
import type { FigureBlock, NoteBlock, TableBlock } from '../show/document.ts';
import { formatPlain, formatQuantity, type FormatOptions } from '../show/format.ts';
import { roundAxis, type Axis } from './scales.ts';
import { coordinate, el, line, linesAt, MARGIN, picture, textAt } from './svg.ts';
import { SIZE, textWidth, wrapText } from './text.ts';

export { finite } from '../numerics/finite.ts';

/** A picture, or in plain words why there is none. */
export type Drawn = FigureBlock | NoteBlock;

/** What a picture may take of the page it stands on, and how many lines a label may have: where it has to be narrow nothing is cut. */
export interface Room {
  readonly width: number;
  readonly narrow: boolean /** A share of the room, at most so many pixels. */;
  readonly part: (share: number, most: number) => number;
  readonly lines: (usual: number) => number;
}

/** Below this nothing can be read, whatever is asked for. */
const NARROWEST = 280;

export function roomFor(room: number): Room {
  const narrow = Number.isFinite(room);
  const width = narrow ? Math.max(NARROWEST, Math.floor(room)) - 2 * MARGIN : Infinity;
  return {
    width,
    narrow,
    part: (share, most) => (narrow ? Math.min(most, Math.floor(width * share)) : most),
    lines: (usual) => (narrow ? 99 : usual),
  };
}

export interface Drawing {
  readonly id: string;
  readonly title: string;
  readonly alternative: string;
  readonly width: number;
  readonly height: number;
  readonly body: readonly string[];
  readonly table: TableBlock;
  /** A line below the picture, of what is not in it. */
  readonly remark?: string | null;
}

export function figureOf({ id, title, alternative, width, height, body, table, remark }: Drawing): FigureBlock {
  const below = remark == null ? null : wrapText(remark, width - 4, 99, SIZE.small);
  const lines = below === null ? 0 : below.lines.length * 12 + 10;
  const drawn = below === null ? body : [...body, linesAt(0, height + lines / 2, below, remark!, { class: 'ss-small ss-pale' }, 12)];
  return { kind: 'figure', id, title, svg: picture({ title, alternative, width, height: height + lines }, drawn), alternative, table };
}

export function nothingToDraw(text: string): NoteBlock {
  return { kind: 'note', tone: 'plain', text };
}

/** A number as it stands in a picture: as in the tables, with a real minus sign. */
export function shown(value: number | null, format: QuantityFormat, options: FormatOptions = {}): string {
  return formatQuantity(value, format, options).replaceAll('-', '−');
}

export type { Axis } from './scales.ts';

/** A linear axis over `values`, rounded outwards to tick marks; a little around them when they are all the same. */
export function axisOver(values: readonly number[], from: number, to: number, ticks = 5): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most > least ? 0 : Math.max(Math.abs(least) * 0.1, 1e-6);
  return roundAxis(least - spread, most + spread, [from, to], ticks);
}

/** Digits after the point that tell neighbouring ticks apart. */
function tickText(value: number, step: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e6 || step < 1e-6)) return value.toExponential(1).replace('-', '−').replace('e+', 'e');
  const decimals = Math.max(0, -decimalExponent(step * (1 + 1e-9)));
  return formatPlain(Number(value.toFixed(decimals))).includes('.') || decimals > 0
    ? value.toFixed(decimals).replace('-', '−')
    : formatPlain(value).replace('-', '−');
}

/** A horizontal axis under a plot that reaches from `top` to `bottom`: grid lines, ticks, their numbers, and its name. */
export function bottomAxis(axis: Axis, top: number, bottom: number, name: string, count = 5): string[] {
  const [from, to] = axis.range;
  const stepOf = (all: readonly number[]): number => (all.length > 1 ? all[1]! - all[0]! : 1);
  const room = (all: readonly number[]): boolean =>
    all.length < 2 ||
    axis(all[1]!) - axis(all[0]!) > 5 + Math.max(...all.map((tick) => textWidth(tickText(tick, stepOf(all)), SIZE.small)));
  // As many ticks as have room for their numbers.
  let ticks = axis.ticks(count);
  for (let fewer = count - 1; fewer > 0 && !room(ticks); fewer -= 1) ticks = axis.ticks(fewer);
  if (!room(ticks)) ticks = ticks.slice(0, 1);
  const step = stepOf(ticks);
  return [
    ...ticks.map((tick) => line(axis(tick), top, axis(tick), bottom, 'ss-grid')),
    line(from, bottom, to, bottom, 'ss-rule'),
    ...ticks.map((tick) => textAt(axis(tick), bottom + 14, tickText(tick, step), { anchor: 'middle', class: 'ss-small ss-pale' })),
    ...(name === '' ? [] : [textAt((from + to) / 2, bottom + 30, name, { anchor: 'middle', class: 'ss-small' })]),
  ];
}

/** A vertical axis left of a plot that reaches from `left` to `right`. */
export function leftAxis(axis: Axis, left: number, right: number, count = 5): string[] {
  const ticks = axis.ticks(count);
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : 1;
  return ticks.flatMap((tick) => [
    line(left, axis(tick), right, axis(tick), 'ss-grid'),
    textAt(left - 6, axis(tick) + 4, tickText(tick, step), { anchor: 'end', class: 'ss-small ss-pale' }),
  ]);
}

export interface KeyEntry {
  readonly text: string /** Drawn around (0, 0) … (26, 0). */;
  readonly sign: string;
}

/** What the signs of a picture mean, in rows no wider than `room`; its height is what it takes below y. */
export function keyBelow(
  entries: readonly KeyEntry[],
  x: number,
  y: number,
  room: number,
): { readonly body: string[]; readonly height: number; readonly width: number } {
  const body: string[] = [];
  let [at, row, width] = [0, 0, 0];
  for (const { text, sign } of entries) {
    const own = 34 + textWidth(text, SIZE.small);
    if (at > 0 && at + own > room) {
      at = 0;
      row += 1;
    }
    body.push(
      el('g', { transform: `translate(${coordinate(x + at)} ${coordinate(y + row * 17)})` }, sign),
      textAt(x + at + 33, y + row * 17 + 4, text, { class: 'ss-small ss-pale' }),
    );
    width = Math.max(width, at + own);
    at += own + 20;
  }
  return { body, height: (row + 1) * 17, width };
}
