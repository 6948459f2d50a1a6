// Printed figures against computed ones: a strip a printed table, a mark a figure, at its distance from print in units of the last
// printed digit. Whatever rounds to what is printed lies within half a unit of zero. Round: agrees; square: differs.
import { decimalExponent, tenTo } from '../../numerics/powers.ts';
import type { CheckedFigure, PublishedResult } from '../results.ts';
import { statedCell, textCell, type ReportContext } from '../context.ts';
import type { Cell } from '../../show/document.ts';
import { figuresBriefly } from './counts.ts';
import { formatQuantity } from '../../show/format.ts';
import { labelText } from '../../contract/label-text.ts';
import { figureOf, nothingToDraw, roomFor, shown, type Drawn } from '../../draw/figure.ts';
import { symmetricLogAxis } from '../../draw/scales.ts';
import { el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth, wrapText } from '../../draw/text.ts';

const LABELS = 230;
const PLOT = 400;
/** Beyond this many units a mark stands at the edge: it is far off, whatever the distance. */
const EDGE = 1e6;
const DOT = 3;
/** Height of a pile of marks; higher ones are pressed together. */
const PILE = 66;

interface Strip {
  readonly label: string;
  readonly total: number;
  readonly agree: number;
  readonly missing: number;
  readonly marks: readonly { readonly units: number; readonly agrees: boolean }[];
}

export function agreementStrip(context: ReportContext, result: PublishedResult, index: number): Drawn {
  const { words } = context;
  const strips = stripsOf(context, result);
  const title = labelText(result.plan.label, context.language);
  if (strips.length === 0) return nothingToDraw(words.nothingComputed(title === '' ? words.published : title));
  const counts = strips.map((strip) =>
    figuresBriefly(context.language, { total: strip.total, off: strip.total - strip.agree - strip.missing, marks: 0, open: strip.missing }),
  );
  const room = roomFor(context.room);
  const labels = labelColumn(
    strips.map((strip) => strip.label),
    room.part(0.28, LABELS),
    room.lines(2),
  );
  const left = labels.width + 14;
  const tail = 14 + Math.max(...counts.map((text) => textWidth(text, SIZE.strong))) + 4;
  const plot = Math.max(60, Math.min(PLOT, room.width - left - tail));
  // Linear around zero, logarithmic far out: half a unit and a thousand units are seen on one axis.
  const farthest = Math.max(10, ...strips.flatMap((strip) => strip.marks.map((mark) => Math.abs(mark.units))));
  const power = decimalExponent(farthest);
  const edge = Math.min(EDGE, tenTo(tenTo(power) < farthest ? power + 1 : power));
  const x = symmetricLogAxis(edge, 0.3, [left, left + plot]);
  const body: string[] = [];
  const placed = strips.map((strip) => stacked(strip.marks, x, left + plot / 2));
  const heights = placed.map((marks, row) =>
    Math.max(26, labels.wrapped[row]!.lines.length * 14 + 6, 2 * Math.max(0, ...marks.map((mark) => Math.abs(mark.offset))) + 14),
  );
  const total = heights.reduce((sum, height) => sum + height, 0);
  const from = 6;
  body.push(el('rect', { x: x(-0.5), y: from, width: x(0.5) - x(-0.5), height: total, class: 'ss-band' }));
  const ticks = Array.from({ length: decimalExponent(edge) + 1 }, (_, place) => tenTo(place))
    .flatMap((tick) => [-tick, tick])
    .concat(0);
  let taken = -Infinity;
  for (const tick of ticks.sort((a, b) => a - b)) {
    body.push(line(x(tick), from, x(tick), from + total, 'ss-grid'));
    // Numbers that have no room beside each other are left out, zero never.
    const half = textWidth(shown(tick, 'count'), SIZE.small) / 2;
    const crossesZero = tick !== 0 && Math.abs(x(tick) - x(0)) < half + 8;
    if (room.narrow && (x(tick) - half < taken + 4 || crossesZero)) continue;
    taken = x(tick) + half;
    body.push(textAt(x(tick), from + total + 14, shown(tick, 'count'), { anchor: 'middle', class: 'ss-small ss-pale' }));
  }
  body.push(
    line(left, from + total, left + plot, from + total, 'ss-rule'),
    textAt(
      room.narrow ? Math.max(textWidth(words.unitsOff, SIZE.small) / 2, left + plot / 2) : left + plot / 2,
      from + total + 30,
      words.unitsOff,
      { anchor: 'middle', class: 'ss-small' },
    ),
  );
  let y = from;
  for (const [row, strip] of strips.entries()) {
    const middle = y + heights[row]! / 2;
    if (row > 0) body.push(line(0, y, Math.min(left + plot + 90, room.width), y, 'ss-grid'));
    body.push(linesAt(left - 14, middle, labels.wrapped[row]!, strip.label, { anchor: 'end' }));
    for (const mark of placed[row]!) {
      const cx = mark.at;
      const cy = middle + mark.offset;
      body.push(
        mark.agrees
          ? el('circle', { cx, cy, r: DOT - 0.5, class: 'ss-high' })
          : el('rect', { x: cx - DOT + 0.5, y: cy - DOT + 0.5, width: 2 * DOT - 1, height: 2 * DOT - 1, class: 'ss-low' }),
      );
    }
    body.push(
      textAt(left + plot + 14, middle + 4, counts[row]!, { class: strip.agree === strip.total ? 'ss-small' : 'ss-small ss-strong' }),
    );
    y += heights[row]!;
  }
  const key = from + total + 50;
  const keyX = room.narrow ? 0 : left;
  body.push(
    el('circle', { cx: keyX + 4, cy: key, r: DOT, class: 'ss-high' }),
    textAt(keyX + 13, key + 4, words.agrees, { class: 'ss-small ss-pale' }),
  );
  const second = keyX + 13 + textWidth(words.agrees, SIZE.small) + 22;
  body.push(
    el('rect', { x: second - DOT, y: key - DOT, width: 2 * DOT, height: 2 * DOT, class: 'ss-low' }),
    textAt(second + 9, key + 4, words.differs, { class: 'ss-small ss-pale' }),
  );
  const bounds = strips.reduce((sum, strip) => sum + strip.total - strip.missing - strip.marks.length, 0);
  const missing = strips.reduce((sum, strip) => sum + strip.missing, 0);
  const remark = [
    ...(bounds > 0 ? [words.boundsNotDrawn(formatQuantity(bounds, 'count'))] : []),
    ...(missing > 0 ? [words.missedSummary(formatQuantity(missing, 'count'))] : []),
  ].join(words.sentenceGap);
  const third = second + 9 + textWidth(words.differs, SIZE.small) + 22;
  const [remarkX, remarkY] = room.narrow ? [0, key + 20] : [third, key];
  const remarks = wrapText(remark, room.narrow ? room.width - 4 : Math.max(120, left + plot + 90 - third), room.lines(2), SIZE.small);
  const remarkWidth = room.narrow ? Math.max(...remarks.lines.map((text) => textWidth(text, SIZE.small))) : 0;
  if (remark !== '')
    body.push(linesAt(remarkX, remarkY + (remarks.lines.length - 1) * 6, remarks, remark, { class: 'ss-small ss-pale' }, 12));
  return figureOf({
    id: `published:${index}:agreement`,
    title: `${words.agreementPlot}${title === '' ? '' : `${words.colon}${title}`}`,
    alternative: strips.map((strip, row) => `${strip.label}${words.colon}${counts[row]!}`).join(words.semicolon) + words.stop,
    width: room.narrow ? Math.max(left + plot + tail, third - 22, remarkWidth) : left + plot + tail,
    height: remarkY + 12 + (remarks.lines.length - 1) * 12,
    body,
    table: {
      kind: 'table',
      id: `published:${index}:agreement:numbers`,
      title: words.agreementPlot,
      columns: [
        { title: words.printedTable, align: 'left' },
        ...[words.figures, words.agreeColumn, words.differs, words.notComputed].map((text) => ({ title: text, align: 'number' as const })),
      ],
      rows: strips.map((strip): readonly Cell[] => [
        textCell(strip.label),
        ...[strip.total, strip.agree, strip.total - strip.agree - strip.missing, strip.missing].map((count) =>
          statedCell(context, 'count of printed figures', count, 'count'),
        ),
      ]),
      notes: [],
    },
  });
}

function stripsOf(context: ReportContext, result: PublishedResult): Strip[] {
  const tables = new Map<string | null, CheckedFigure[]>();
  for (const one of result.figures) tables.set(one.figure.table, [...(tables.get(one.figure.table) ?? []), one]);
  return [...tables].map(
    ([name, figures]): Strip => ({
      label: name ?? context.words.singleFigures,
      total: figures.length,
      agree: figures.filter((one) => one.agrees === true).length,
      missing: figures.filter((one) => one.agrees === null).length,
      marks: figures.flatMap((one) => {
        // A printed bound (p < 0.001) has no distance: it is counted, not drawn.
        if (one.agrees === null || one.inPrint === null || !Number.isFinite(one.inPrint) || one.figure.operator !== '=') return [];
        const units = (one.inPrint - one.figure.printed.value) * tenTo(one.figure.printed.decimals);
        return Number.isFinite(units) ? [{ units, agrees: one.agrees }] : [];
      }),
    }),
  );
}

/** Marks that would lie on each other are piled, above and below the middle in turn; none crosses the edge of what agrees. */
function stacked(
  marks: Strip['marks'],
  x: (units: number) => number,
  zero: number,
): { readonly at: number; readonly offset: number; readonly agrees: boolean }[] {
  const slots = marks.map(({ units, agrees }) => {
    const distance = Math.abs(x(units) - zero) / (2 * DOT);
    return { agrees, slot: Math.sign(units) * (agrees ? Math.floor(distance) : Math.ceil(distance)) };
  });
  const sizes = new Map<number, number>();
  for (const { slot } of slots) sizes.set(slot, (sizes.get(slot) ?? 0) + 1);
  const step = Math.min(2 * DOT + 0.5, PILE / Math.max(1, ...sizes.values()));
  const taken = new Map<number, number>();
  return slots
    .sort((a, b) => Number(b.agrees) - Number(a.agrees))
    .map(({ slot, agrees }) => {
      const before = taken.get(slot) ?? 0;
      taken.set(slot, before + 1);
      return { at: zero + slot * 2 * DOT, offset: Math.ceil(before / 2) * step * (before % 2 === 0 ? 1 : -1), agrees };
    });
}
