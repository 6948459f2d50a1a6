// The specification curve: every specification from the least to the largest number, with its interval; below, which alternatives it is
// made of (Simonsohn, Simmons & Nelson 2020).
import { formatAddress } from '../../contract/quantity.ts';
import { formatQuantity } from '../../show/format.ts';
import { axisOver, figureOf, keyBelow, leftAxis, nothingToDraw, roomFor, shown, type Drawn } from '../../draw/figure.ts';
import { linearAxis } from '../../draw/scales.ts';
import { coordinate, el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth } from '../../draw/text.ts';
import { catalogueIn } from '../../words/words.ts';
import type { ReportContext } from '../context.ts';
import { sortedSpecifications, type RobustnessResult } from './run.ts';
import { specificationTable } from './tables.ts';

const HEIGHT = 220;
const TOP = 14;
const ROW = 15;
const HEAD = 20;
/** Rows of the table that stands for the picture. */
const LISTED = 200;

export function specificationCurve(context: ReportContext, result: RobustnessResult): Drawn {
  const own = catalogueIn(context.language).robustness;
  const { plan, stated } = result;
  const sorted = sortedSpecifications(result);
  if (sorted.length === 0) return nothingToDraw(context.words.nothingComputed(context.labelOf(plan.name)));
  const room = roomFor(context.room);
  const texts = plan.axes.flatMap((axis) => axis.alternatives.map((one) => one.text));
  const labels = labelColumn(texts, room.part(0.34, 200), 1, SIZE.small);
  const left = Math.max(44, labels.width, ...plan.axes.map(({ word }) => textWidth(word, SIZE.small))) + 14;
  const width = Math.min(720, Math.max(300, sorted.length * 14), room.width - left - 16);
  const x = linearAxis(-0.5, sorted.length - 0.5, [left, left + width]);
  const ends = sorted.flatMap(({ value, low, high }) => [value!, ...(low === null ? [] : [low]), ...(high === null ? [] : [high])]);
  const y = axisOver([0, ...ends], TOP + HEIGHT, TOP);
  const step = width / sorted.length;
  const size = Math.max(0.75, Math.min(3.5, step * 0.42));
  const sure = (at: number): boolean => {
    const { low, high, p } = sorted[at]!;
    return p === null ? low !== null && high !== null && (low > 0 || high < 0) : p < 0.05;
  };
  const body = [
    ...leftAxis(y, left, left + width),
    line(left, y(0), left + width, y(0), 'ss-zero'),
    ...(stated.value === null ? [] : [line(left, y(stated.value), left + width, y(stated.value), 'ss-dash')]),
    ...spans(
      sorted.map(({ low, high }, at) =>
        low === null || high === null ? '' : `M${coordinate(x(at))},${coordinate(y(low))}V${coordinate(y(high))}`,
      ),
    ),
    ...sorted.map(({ value }, at) => el('circle', { cx: x(at), cy: y(value!), r: size, class: sure(at) ? 'ss-solid' : 'ss-hollow' })),
  ];
  let top = TOP + HEIGHT + 12;
  let label = 0;
  for (const [axis, { word, alternatives }] of plan.axes.entries()) {
    body.push(textAt(0, top + HEAD - 8, word, { class: 'ss-small ss-strong' }), line(0, top + 2, left + width, top + 2, 'ss-grid'));
    top += HEAD;
    for (const [place, { text }] of alternatives.entries()) {
      const middle = top + ROW / 2;
      body.push(
        linesAt(8, middle - 1, labels.wrapped[label]!, text, { class: 'ss-small' }),
        // A dash is as wide as its specification has room: those that stand together join.
        ...spans(
          sorted.map(({ chosen }, at) =>
            chosen[axis] === place ? `M${coordinate(x(at) - step * 0.4)},${coordinate(middle)}H${coordinate(x(at) + step * 0.4)}` : '',
          ),
          'ss-curve',
        ),
      );
      top += ROW;
      label += 1;
    }
  }
  const dot = (style: string): string => el('circle', { cx: 13, cy: 0, r: 3.5, class: style });
  const key = keyBelow(
    [
      { text: own.sure, sign: dot('ss-solid') },
      ...(sorted.every((_, at) => sure(at)) ? [] : [{ text: own.unsure, sign: dot('ss-hollow') }]),
      ...(stated.value === null ? [] : [{ text: own.stated, sign: line(0, 0, 26, 0, 'ss-dash') }]),
    ],
    0,
    top + 18,
    left + width,
  );
  body.push(...key.body);
  const number = (value: number): string => shown(value, result.format, { decimals: context.decimals });
  return figureOf({
    id: `${plan.name}:specification-curve`,
    title: `${own.curve}${context.words.colon}${context.labelOf(plan.name)}`,
    alternative: own.alternative(
      formatAddress(plan.number),
      formatQuantity(sorted.length, 'count'),
      number(sorted[0]!.value!),
      number(sorted.at(-1)!.value!),
    ),
    width: Math.max(left + width + 8, key.width + 8),
    height: top + 14 + key.height,
    body,
    table: specificationTable(context, result, LISTED),
  });
}

/** Many short strokes as one mark. */
function spans(strokes: readonly string[], style = 'ss-span'): readonly string[] {
  const path = strokes.join('');
  return path === '' ? [] : [el('path', { d: path, class: style })];
}
