// Indicators on a common scale: the share of every answer as stacked bars that diverge from the neutral middle, low answers to the
// left and high ones to the right. Shares are of those who answered.
import { inLanguage } from '../../words/words.ts';
import type { IndicatorPlan, ScalePlan } from '../../contract/variables.ts';
import type { VariableResult } from '../results.ts';
import { pointQuantities } from './quantities.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { addressCell, hiddenNote, textCell, type ReportContext } from '../context.ts';
import type { Cell } from '../../show/document.ts';
import { formatPercent, formatPlain, formatQuantity, HIDDEN_NUMBER } from '../../show/format.ts';
import { labelText } from '../../contract/label-text.ts';
import { figureOf, nothingToDraw, roomFor, type Drawn } from '../../draw/figure.ts';
import { el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth, wrapText } from '../../draw/text.ts';

const LABELS = 270;
const PLOT = 430;
const ROW = 24;
/** Right edge of the numbers of answers, behind the widest bar and its per cent. */
const NUMBERS = 82;

/** Indicators under a heading: a dimension or block. */
export interface ItemSection {
  readonly heading: string | null;
  readonly members: readonly string[];
}
interface Item {
  readonly heading: string | null;
  readonly indicator: IndicatorPlan;
  readonly scale: ScalePlan;
  readonly n: number /** Per cent at each point, ascending. */;
  readonly shares: readonly (number | null)[];
}

/**
 * One picture a scale. `id` and `title` are of whatever the sections belong to. Indicators without counts a scale point (long or fractional
 * scales) are left to their histograms.
 */
export function itemBars(context: ReportContext, id: string, title: string, sections: readonly ItemSection[]): readonly Drawn[] {
  const results = sections.flatMap(({ heading, members }) =>
    members.flatMap((member) => {
      const one = context.results.variables.find((found) => found.variable.name === member);
      return one === undefined ? [] : [{ heading, one }];
    }),
  );
  const items = results.flatMap(({ heading, one }) => itemOf(heading, one));
  if (items.length === 0)
    return results.some(({ one }) => one.variable.kind === 'indicator') ? [nothingToDraw(context.words.noAnswers(title))] : [];
  const scales = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.scale.name, item.scale.low, item.scale.high]);
    scales.set(key, [...(scales.get(key) ?? []), item]);
  }
  return [...scales.values()].map((own, index) =>
    barsOf(context, index === 0 ? `${id}:answers` : `${id}:answers:${index + 1}`, title, own),
  );
}

function itemOf(heading: string | null, { variable, frequencies }: VariableResult): Item[] {
  if (variable.kind !== 'indicator' || variable.scale === null || frequencies === null || frequencies.n === 0) return [];
  return [
    {
      heading,
      indicator: variable,
      scale: variable.scale,
      n: frequencies.n,
      shares: frequencies.rows.map((row) => (row.count === null ? null : (row.validPercent ?? 0))),
    },
  ];
}

function barsOf(context: ReportContext, id: string, title: string, items: readonly Item[]): Drawn {
  const { words } = context;
  const { scale } = items[0]!;
  const points = items[0]!.shares.length;
  const middle = (points - 1) / 2;
  const names = items.map(({ indicator }) => `${context.labelOf(indicator.name)}${indicator.reversed ? ` (${words.reversed})` : ''}`);
  // Half of the neutral answers lie on either side of the middle.
  // What is hidden is left out, and what is told of its side with it.
  const side = (shares: Item['shares'], sign: -1 | 1): number =>
    shares.reduce<number>(
      (sum, share, point) => sum + (share ?? 0) * (Math.sign(point - middle) === sign ? 1 : point === middle ? 1 / 2 : 0),
      0,
    );
  const outer = (shares: Item['shares'], sign: -1 | 1): string =>
    shares.includes(null)
      ? HIDDEN_NUMBER
      : percent(shares.reduce<number>((sum, share, point) => sum + (Math.sign(point - middle) === sign ? share! : 0), 0));
  const [lowest, highest] = [
    Math.max(...items.map((item) => side(item.shares, -1))),
    Math.max(...items.map((item) => side(item.shares, 1))),
  ];
  const room = roomFor(context.room);
  const labels = labelColumn(names, room.part(0.34, LABELS), room.lines(2));
  const left = labels.width + 12 + 40;
  const plot = Math.max(40, Math.min(PLOT, room.width - left - NUMBERS - 2));
  const unit = plot / Math.max(1, lowest + highest);
  const zero = left + lowest * unit;
  const right = left + plot;
  const key = room.narrow
    ? keyOf(context, scale, points, middle, 0, room.width - 4, 99)
    : keyOf(context, scale, points, middle, left, PLOT, 1);
  const body: string[] = [...key.body];
  let y = key.height;
  const from = y;
  body.push(textAt(right + NUMBERS, from - 5, words.n, { anchor: 'end', class: 'ss-small ss-pale' }));
  for (const [row, item] of items.entries()) {
    if (item.heading !== null && item.heading !== items[row - 1]?.heading) {
      const heading = wrapText(item.heading, right - 60, room.lines(1), SIZE.strong);
      y += row === 0 ? 0 : 6;
      body.push(linesAt(0, y + 11 + (heading.lines.length - 1) * 7, heading, item.heading, { class: 'ss-strong' }));
      y += 20 + (heading.lines.length - 1) * 14;
    }
    const height = Math.max(ROW, labels.wrapped[row]!.lines.length * 14 + 6);
    body.push(linesAt(left - 52, y + height / 2, labels.wrapped[row]!, names[row]!, { anchor: 'end' }));
    // The middle shows between the bars, so that it strikes no number through.
    body.push(line(zero, y - 3, zero, y + 2, 'ss-zero'), line(zero, y + height - 2, zero, y + height + 3, 'ss-zero'));
    let x = zero - side(item.shares, -1) * unit;
    body.push(textAt(x - 6, y + height / 2 + 4, outer(item.shares, -1), { anchor: 'end', class: 'ss-small' }));
    for (const [point, share] of item.shares.entries()) {
      if (share === null) continue;
      const width = share * unit;
      if (width > 0) body.push(el('rect', { x, y: y + 3, width, height: height - 6, ...shade(point, middle) }));
      if (width >= 30) body.push(textAt(x + width / 2, y + height / 2 + 4, percent(share), { anchor: 'middle', class: 'ss-small' }));
      x += width;
    }
    body.push(
      textAt(x + 6, y + height / 2 + 4, outer(item.shares, 1), { class: 'ss-small' }),
      textAt(right + NUMBERS, y + height / 2 + 4, formatQuantity(item.n, 'count'), { anchor: 'end', class: 'ss-small ss-pale' }),
    );
    y += height;
  }
  return figureOf({
    id,
    title: `${words.answersPlot}${words.colon}${title}`,
    alternative:
      words.answersAlternative(title) +
      words.sentenceGap +
      items.map((item, row) => words.lowAndHigh(names[row]!, outer(item.shares, -1), outer(item.shares, 1))).join(words.semicolon) +
      words.stop,
    remark: items.some(({ shares }) => shares.includes(null)) ? hiddenNote(context) : null,
    width: Math.max(right + NUMBERS + 2, key.right),
    height: y + 8,
    body,
    table: {
      kind: 'table',
      id: `${id}:numbers`,
      title: words.answersPlot,
      columns: [
        { title: words.item, align: 'left' },
        ...Array.from({ length: points }, (_, point) => ({
          title: pointText(context, scale, point),
          align: 'number' as const,
          group: words.validPercent,
        })),
        ...(['percent.below', 'percent.above'] as const).map((quantity) => ({
          title: inLanguage(context.language, pointQuantities[quantity].label),
          align: 'number' as const,
          group: words.validPercent,
        })),
        { title: words.n, align: 'number' },
      ],
      rows: items.map((item, row): readonly Cell[] => [
        textCell(names[row]!),
        ...item.shares.map((_, point) =>
          addressCell(context, addressFor([item.indicator.name], 'percent(number)', [item.scale.low + point])),
        ),
        ...(['percent.below', 'percent.above', 'points.n'] as const).map((quantity) =>
          addressCell(context, addressFor([item.indicator.name], quantity)),
        ),
      ]),
      notes: [],
    },
  });
}

function percent(share: number): string {
  return formatPercent(share, 0);
}

/** The farther from the middle, the fuller the colour. */
function shade(point: number, middle: number): { readonly class: string; readonly 'fill-opacity': number } {
  const distance = Math.abs(point - middle) / Math.max(middle, 0.5);
  return {
    class: `ss-cell ${point < middle ? 'ss-low' : point > middle ? 'ss-high' : 'ss-middle'}`,
    'fill-opacity': point === middle ? 0.45 : 0.2 + 0.5 * distance,
  };
}

/** The author's words for a scale point with its number: `1 strongly disagree`. */
function pointText(context: ReportContext, scale: ScalePlan, point: number): string {
  const value = scale.low + point;
  const own =
    scale.points.find((one) => one.value === value)?.label ??
    (value === scale.low ? scale.lowLabel : value === scale.high ? scale.highLabel : []);
  const words = labelText(own, context.language);
  return words === '' ? formatPlain(value) : `${formatPlain(value)} ${words}`;
}

/** Swatches of all points above the bars, as many a row as fit. */
function keyOf(
  context: ReportContext,
  scale: ScalePlan,
  points: number,
  middle: number,
  left: number,
  room: number,
  most: number,
): { readonly body: string[]; readonly height: number; readonly right: number } {
  const body: string[] = [];
  let x = left;
  let y = 0;
  let tallest = 18;
  let right = left;
  for (let point = 0; point < points; point += 1) {
    const whole = pointText(context, scale, point);
    const text = wrapText(whole, room - 20, most, SIZE.small);
    const width = 18 + Math.max(...text.lines.map((one) => textWidth(one, SIZE.small))) + 14;
    if (x > left && x + width - 14 > left + room) {
      x = left;
      y += tallest;
      tallest = 18;
    }
    body.push(
      el('rect', { x, y: y + 1, width: 12, height: 12, ...shade(point, middle) }),
      linesAt(x + 17, y + 7 + (text.lines.length - 1) * 6, text, whole, { class: 'ss-small' }, 12),
    );
    tallest = Math.max(tallest, 18 + (text.lines.length - 1) * 12);
    x += width;
    right = Math.max(right, x - 14);
  }
  return { body, height: y + tallest + 16, right: right + 2 };
}
