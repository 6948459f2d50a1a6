// One indicator or number: how often each answer (or class of values) was given, with the mean and one standard deviation around it.
import type { VariableResult } from '../results.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { addressCell, hiddenNote, textCell, type ReportContext } from '../context.ts';
import type { Cell } from '../../show/document.ts';
import { formatPercent, formatPlain, formatQuantity, HIDDEN_NUMBER } from '../../show/format.ts';
import { labelText } from '../../contract/label-text.ts';
import { axisOver, figureOf, finite, leftAxis, nothingToDraw, roomFor, shown, type Drawn } from '../../draw/figure.ts';
import { linearAxis } from '../../draw/scales.ts';
import { coordinate, el, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth, wrapText } from '../../draw/text.ts';

const LEFT = 50;
const TOP = 18;
const HEIGHT = 190;

interface Bar {
  readonly low: number;
  readonly high: number;
  /** Null: hidden. */
  readonly count: number | null;
  readonly text: string /** Of its count and its per cent. */;
  readonly addresses: readonly [string, string];
}

export function histogram(context: ReportContext, one: VariableResult): Drawn {
  const { words } = context;
  const { variable, description } = one;
  const name = context.labelOf(variable.name);
  const bars = barsOf(one);
  const n = numberOf(one, bars);
  if (description === null || n === 0) return nothingToDraw(words.noAnswers(name));

  const share = ({ count }: Bar): string => (count === null ? HIDDEN_NUMBER : formatPercent((100 * count) / n, 0));
  const room = roomFor(context.room);
  const width = Math.min(640, Math.max(320, bars.length * 46), room.width - LEFT - 12);
  const bottom = TOP + HEIGHT;
  const x = linearAxis(bars[0]!.low, bars.at(-1)!.high, [LEFT, LEFT + width]);
  const y = axisOver([0, ...bars.map((bar) => bar.count ?? 0)], bottom, TOP, 4);
  const every = Math.max(1, Math.ceil(Math.max(...bars.map((bar) => textWidth(bar.text, SIZE.small) + 6)) / (width / bars.length)));
  const body = leftAxis(y, LEFT, LEFT + width, 4);
  for (const [index, bar] of bars.entries()) {
    const [from, to] = [x(bar.low), x(bar.high)];
    const count = bar.count ?? 0;
    if (count > 0)
      body.push(
        el('rect', {
          x: from + 1,
          y: y(count),
          width: Math.max(1, to - from - 2),
          height: bottom - y(count),
          class: 'ss-high',
          'fill-opacity': 0.72,
        }),
      );
    if ((bars.length <= 11 && count > 0) || bar.count === null)
      body.push(textAt((from + to) / 2, y(count) - 5, share(bar), { anchor: 'middle', class: 'ss-small' }));
    // The last may be wider than its bar.
    if (index % every === 0)
      body.push(
        textAt(Math.min((from + to) / 2, LEFT + width + 8 - textWidth(bar.text, SIZE.small) / 2), bottom + 15, bar.text, {
          anchor: 'middle',
          class: 'ss-small ss-pale',
        }),
      );
  }
  body.push(line(LEFT, bottom, LEFT + width, bottom, 'ss-rule'));
  let height = bottom + 24;
  const ends = endsOf(context, one);
  if (ends !== null) {
    const [low, high] = ends.map((text) => wrapText(text, width / 2 - 8, room.lines(1), SIZE.small));
    const lead = (lines: number): number => height + 4 + (lines - 1) * 6;
    body.push(
      linesAt(LEFT, lead(low!.lines.length), low!, ends[0], { class: 'ss-small' }, 12),
      linesAt(LEFT + width, lead(high!.lines.length), high!, ends[1], { anchor: 'end', class: 'ss-small' }, 12),
    );
    height += 18 + (Math.max(low!.lines.length, high!.lines.length) - 1) * 12;
  }
  const mean = finite(description.mean);
  const sd = finite(description.sd);
  const inside = (value: number): number => Math.max(LEFT, Math.min(LEFT + width, x(value)));
  if (mean !== null) {
    if (sd !== null) body.push(line(inside(mean - sd), height + 8, inside(mean + sd), height + 8, 'ss-span'));
    body.push(el('path', { d: `M${coordinate(inside(mean))} ${coordinate(height + 2)}l6 6l-6 6l-6 -6z`, class: 'ss-solid' }));
    const text = words.meanAndSd(
      shown(mean, 'mean', { decimals: 2 }),
      shown(sd, 'mean', { decimals: 2 }),
      formatQuantity(description.n, 'count'),
      formatQuantity(description.missing, 'count'),
    );
    body.push(textAt(LEFT + width / 2, height + 30, text, { anchor: 'middle', class: 'ss-small' }));
    height += 36;
  }
  return figureOf({
    id: `${variable.name}:histogram`,
    title: `${words.answersPlot}${words.colon}${name}`,
    alternative:
      `${words.histogramAlternative(name)}` +
      `${words.sentenceGap}` +
      `${bars.map((bar) => words.withNumber(bar.text, share(bar))).join(words.listComma)}${words.stop}`,
    remark: bars.some(({ count }) => count === null) ? hiddenNote(context) : null,
    width: LEFT + width + 10,
    height: height + 6,
    body,
    table: {
      kind: 'table',
      id: `${variable.name}:histogram:numbers`,
      title: name,
      columns: [
        { title: words.value, align: 'left' },
        { title: words.count, align: 'number' },
        { title: words.validPercent, align: 'number' },
      ],
      rows: bars.map((bar): readonly Cell[] => [textCell(bar.text), ...bar.addresses.map((address) => addressCell(context, address))]),
      notes: [],
    },
  });
}

/** Of all bars; where some are hidden, as many as there are answers. */
const numberOf = ({ frequencies, description }: VariableResult, bars: readonly Bar[]): number =>
  bars.some(({ count }) => count === null) ? (frequencies?.n ?? description?.n ?? 0) : bars.reduce((sum, { count }) => sum + count!, 0);

/** A bar a scale point, or the classes that the execution made of a number's values. */
function barsOf({ variable, frequencies, histogram: classes }: VariableResult): Bar[] {
  if (variable.kind === 'indicator' && frequencies !== null)
    return frequencies.rows.map((row) => ({
      low: Number(row.value) - 0.5,
      high: Number(row.value) + 0.5,
      count: row.count,
      text: row.value,
      addresses: [
        addressFor([variable.name], 'count(number)', [Number(row.value)]),
        addressFor([variable.name], 'percent(number)', [Number(row.value)]),
      ],
    }));
  if (classes === null) return [];
  return classes.counts.map((count, index) => {
    const [low, high] = [classes.edges[index]!, classes.edges[index + 1]!];
    return {
      low,
      high,
      count,
      addresses: [
        addressFor([variable.name], 'histogram.count(number)', [index + 1]),
        addressFor([variable.name], 'histogram.percent(number)', [index + 1]),
      ],
      text: classes.whole
        ? formatPlain((low + high) / 2).replace('-', '−')
        : `${formatPlain(low)}–${formatPlain(high)}`.replaceAll('-', '−'),
    };
  });
}

function endsOf(context: ReportContext, { variable }: VariableResult): readonly [string, string] | null {
  if (variable.kind !== 'indicator' || variable.scale === null) return null;
  const [low, high] = [labelText(variable.scale.lowLabel, context.language), labelText(variable.scale.highLabel, context.language)];
  return low === '' && high === '' ? null : [low, high];
}
