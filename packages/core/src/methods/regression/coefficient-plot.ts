// A regression: every coefficient with its interval, outcomes side by side, predictors under their blocks and categories.
// A filled mark: the interval leaves out zero; a hollow one: it does not.
import type { RegressionResult } from '../results.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { addressCell, intervalCell, textCell, type ReportContext } from '../context.ts';
import type { Cell, TableColumn } from '../../show/document.ts';
import { formatPlain } from '../../show/format.ts';
import { linesOf, termLabel, type Line } from './tables.ts';
import {
  axisOver,
  bottomAxis,
  figureOf,
  finite,
  keyBelow,
  nothingToDraw,
  roomFor,
  shown,
  type Axis,
  type Drawn,
} from '../../draw/figure.ts';
import { coordinate, el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth, wrapText } from '../../draw/text.ts';

type Outcome = RegressionResult['outcomes'][number];
interface Point {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly sure: boolean;
}

const LABELS = 270;
const ROW = 17;
const DENSE_ROW = 15;
const GAP = 32;
/** On a page, where outcomes are compared across it, panels may be as narrow as this. */
const PAGE = { from: 600, panel: 84, gap: 18 } as const;
/** Panels that stand side by side; more outcomes go below. */
const ABREAST = 5;

/** A category of which one level is compared takes one row: `Sex: Female`. */
type PlotLine = Line & { readonly of?: string };
function alongside(lines: readonly Line[]): readonly PlotLine[] {
  const isTerm = (line: Line | undefined, of: string): boolean =>
    line !== undefined && 'term' in line && line.term.variables.length === 1 && line.term.variables[0] === of;
  return lines.flatMap((line, at): PlotLine[] => {
    const [before, next, after] = [lines[at - 1], lines[at + 1], lines[at + 2]];
    const alone = (own: Line | undefined, behind: Line | undefined): boolean =>
      own !== undefined && 'term' in own && own.term.levels[0] != null && !isTerm(behind, own.term.variables[0]!);
    if ('heading' in line) return line.level === 1 && alone(next, after) ? [] : [line];
    return before !== undefined && 'heading' in before && before.level === 1 && alone(line, next)
      ? [{ ...line, indent: line.indent - 1, of: before.heading }]
      : [line];
  });
}

export function coefficientPlot(context: ReportContext, result: RegressionResult): Drawn {
  const { words } = context;
  const { job } = result;
  if (result.outcomes.every((one) => fitOf(one) === null) || result.terms.length === 0) {
    const reasons = result.outcomes.flatMap((one) =>
      one.reason === null ? [] : [words.notFitted(context.labelOf(one.outcome), one.reason)],
    );
    return nothingToDraw(reasons.length > 0 ? reasons.join(words.semicolon) : words.nothingComputed(context.labelOf(job.name)));
  }
  const standardized = job.method.kind === 'linear' && (job.show.includes('standardized') || !job.show.includes('b'));
  const points = result.outcomes.map(
    (one) =>
      new Map(
        result.terms.flatMap((term) => {
          const point = pointOf(one, term.text, standardized);
          return point === null ? [] : [[term.text, point] as const];
        }),
      ),
  );
  const whole = linesOf(context, result.terms);
  const lines = alongside(whole);
  const alone = result.outcomes.length === 1;
  const texts = lines.map((one) =>
    'heading' in one ? one.heading : `${one.of === undefined ? '' : `${one.of}${words.colon}`}${termLabel(context, one.term)}`,
  );
  const blocks = result.terms.some((term) => term.block !== null);
  const indents = lines.map((one) => 12 * ('heading' in one ? (blocks ? one.level : 0) : one.indent));
  const room = roomFor(context.room);
  const dense = room.narrow && room.width >= PAGE.from;
  const widestLabel = room.part(dense ? 0.3 : 0.36, LABELS);
  const labels = labelColumn(texts, widestLabel, room.lines(2));
  const asides = lines.map((one) => ('heading' in one && one.aside !== undefined ? one.aside : ''));
  const left =
    Math.min(
      room.narrow ? widestLabel + 20 : LABELS + 60,
      Math.max(
        room.narrow ? 0 : 160,
        ...labels.wrapped.map((wrapped, index) => indents[index]! + Math.max(...wrapped.lines.map((text) => textWidth(text)))),
        ...asides.map((aside, index) => (aside === '' ? 0 : indents[index]! + textWidth(texts[index]!) + 8 + textWidth(aside, SIZE.small))),
      ),
    ) + 14;
  const fitted = labelColumn(texts, left - 14 - 24, room.lines(2));
  // A reference that does not fit behind its category stands on the line below.
  const below = asides.map(
    (aside, index) =>
      aside !== '' && indents[index]! + textWidth(fitted.wrapped[index]!.lines.at(-1)!) + 8 + textWidth(aside, SIZE.small) > left - 8,
  );
  const wrappedAsides = asides.map((aside, index) =>
    aside === ''
      ? null
      : wrapText(
          aside,
          left - 8 - indents[index]! - (below[index]! ? 0 : textWidth(fitted.wrapped[index]!.lines.at(-1)!) + 8),
          below[index]! ? room.lines(1) : 1,
          SIZE.small,
        ),
  );
  const rows = heightsOf(
    dense ? DENSE_ROW : ROW,
    lines,
    fitted.wrapped.map((one, index) => one.lines.length + (below[index]! ? wrappedAsides[index]!.lines.length : 0)),
  );

  // Beside one outcome alone its numbers are written out.
  const written = !alone
    ? 0
    : room.narrow
      ? 18 + Math.max(0, ...points.flatMap((all) => [...all.values()].map((point) => textWidth(numbersOf(point), SIZE.small))))
      : 150;
  const usual = (panels: number): number => (panels === 1 ? 330 : panels === 2 ? 230 : 158);
  const gap = dense ? PAGE.gap : GAP;
  const abreast = Math.min(
    ABREAST,
    result.outcomes.length,
    Math.max(1, Math.floor((room.width - left - written - 10 + gap) / ((dense ? PAGE.panel : usual(3)) + gap))),
  );
  const plot = Math.max(40, Math.min(usual(abreast), (room.width - left - written - 10 - (abreast - 1) * gap) / abreast));
  const body: string[] = [];
  let top = 0;
  let widest = 0;
  for (let start = 0; start < result.outcomes.length; start += abreast) {
    const shownHere = result.outcomes.slice(start, start + abreast);
    const titles = shownHere.map((one) => wrapText(context.labelOf(one.outcome), plot + gap - 4, room.lines(3), SIZE.strong));
    const head = Math.max(...titles.map((title) => title.lines.length)) * 14 + 12;
    const bottom = top + head + rows.total;
    body.push(
      ...labelled(
        lines,
        fitted.wrapped,
        texts,
        asides,
        wrappedAsides,
        below,
        indents,
        rows.middles,
        top + head,
        left,
        left + shownHere.length * (plot + gap) - gap + written,
      ),
    );
    for (const [column, one] of shownHere.entries()) {
      const from = left + column * (plot + gap);
      body.push(
        linesAt(from + plot / 2, top + (titles[column]!.lines.length * 14) / 2, titles[column]!, context.labelOf(one.outcome), {
          anchor: 'middle',
          class: 'ss-strong',
        }),
      );
      if (fitOf(one) === null) {
        const reason = wrapText(words.notFitted(context.labelOf(one.outcome), one.reason ?? ''), plot, room.lines(8), SIZE.small);
        body.push(linesAt(from + plot / 2, top + head + 60, reason, one.reason ?? '', { anchor: 'middle', class: 'ss-small ss-pale' }));
        continue;
      }
      const axis = axisOf(
        standardized ? points.flatMap((all) => [...all.values()]) : [...points[start + column]!.values()],
        from,
        from + plot,
      );
      body.push(
        ...bottomAxis(axis, top + head, bottom, standardized ? words.beta : words.b, plot < 200 ? 6 : 8),
        line(axis(0), top + head, axis(0), bottom, 'ss-zero'),
      );
      for (const [index, entry] of lines.entries()) {
        if ('heading' in entry) continue;
        const point = points[start + column]!.get(entry.term.text);
        if (point === undefined) continue;
        const middle = top + head + rows.middles[index]!;
        body.push(...drawn(axis, point, middle));
        if (alone)
          body.push(textAt(from + plot + 14, middle + 4, numbersOf(point), { class: point.sure ? 'ss-small' : 'ss-small ss-pale' }));
      }
    }
    widest = Math.max(widest, left + shownHere.length * (plot + gap) - gap + written);
    top = bottom + 40;
  }
  const dot = (style: string): string => line(0, 0, 26, 0, 'ss-span') + el('circle', { cx: 13, cy: 0, r: 3.5, class: style });
  const key = keyBelow(
    [
      { text: words.intervalExcludes(formatPlain(job.confidence * 100)), sign: dot('ss-solid') },
      { text: words.intervalIncludes, sign: dot('ss-hollow') },
      { text: words.belowZero, sign: line(0, 0, 26, 0, 'ss-span ss-below') + el('circle', { cx: 13, cy: 0, r: 3.5, class: 'ss-against' }) },
    ],
    room.narrow ? 0 : left,
    top + 8,
    room.narrow ? room.width - 8 : Math.max(widest - left, 240),
  );
  body.push(...key.body);

  return figureOf({
    id: `${job.name}:coefficient-plot`,
    title: `${words.coefficientPlot}${words.colon}${context.labelOf(job.name)}`,
    alternative: alternativeOf(context, result, points, standardized),
    width: Math.max(widest + (room.narrow ? 8 : 10), (room.narrow ? 0 : left) + key.width + 4),
    height: top + 4 + key.height,
    body,
    table: {
      kind: 'table',
      id: `${job.name}:coefficient-plot:numbers`,
      title: words.coefficientPlot,
      columns: columnsOf(context, result, standardized),
      rows: tableRows(context, whole, result, standardized),
      notes: standardized ? [words.betaIntervalNote] : [],
    },
  });
}

/** Coefficients of least squares, or of the one equation of another method; a multinomial model has several and no picture. */
function fitOf({
  fit,
  model,
}: Outcome): readonly { term: string; b: number; beta?: number | null; low: number | null; high: number | null }[] | null {
  return fit?.coefficients ?? (model?.equations.length === 1 ? model.equations[0]!.coefficients : null);
}

/** The coefficient with its interval. That of beta is that of b, brought to beta's units (times s(x)/s(y)). */
function pointOf(one: Outcome, term: string, standardized: boolean): Point | null {
  const found = fitOf(one)?.find((coefficient) => coefficient.term === term);
  const value = finite(standardized ? found?.beta : found?.b);
  if (found === undefined || value === null) return null;
  const unit = standardized ? finite(value / found.b) : 1;
  const end = (bound: number | null): number | null => (bound === null || unit === null ? null : finite(bound * unit));
  const [low, high] = [end(found.low), end(found.high)];
  return { value, low, high, sure: low !== null && high !== null && (low > 0 || high < 0) };
}

/** Room for all coefficients and zero, and for intervals unless one of them would flatten all the others. */
function axisOf(points: readonly Point[], from: number, to: number): Axis {
  const values = [0, ...points.map((point) => point.value)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const widths = points
    .flatMap((point) => (point.low === null || point.high === null ? [] : [point.high - point.low]))
    .sort((a, b) => a - b);
  const reach = 1.5 * Math.max(most - least, widths[(widths.length - 1) >> 1] ?? 0, 1e-9);
  return axisOver(
    [
      ...values,
      ...points
        .flatMap((point) => [point.low, point.high])
        .filter((bound) => bound !== null)
        .map((bound) => Math.max(least - reach, Math.min(most + reach, bound))),
    ],
    from,
    to,
    4,
  );
}

function drawn(axis: Axis, point: Point, y: number): string[] {
  const [from, to] = axis.range;
  const out: string[] = [];
  const below = point.value < 0;
  if (point.low !== null && point.high !== null) {
    const [a, b] = [axis(point.low), axis(point.high)];
    out.push(line(Math.max(from, a), y, Math.min(to, b), y, below ? 'ss-span ss-below' : 'ss-span'));
    // An interval that goes on outside the panel ends in an arrow.
    if (a < from - 0.5)
      out.push(el('path', { d: `M${coordinate(from - 1)} ${coordinate(y)}l6 -4v8z`, class: below ? 'ss-low' : 'ss-high' }));
    if (b > to + 0.5) out.push(el('path', { d: `M${coordinate(to + 1)} ${coordinate(y)}l-6 -4v8z`, class: below ? 'ss-low' : 'ss-high' }));
  }
  return [
    ...out,
    el('circle', {
      cx: axis(point.value),
      cy: y,
      r: 3.5,
      class: point.sure ? (below ? 'ss-against' : 'ss-solid') : below ? 'ss-hollow ss-below' : 'ss-hollow',
    }),
  ];
}

function heightsOf(
  row: number,
  lines: readonly Line[],
  wrapped: readonly number[],
): { readonly middles: readonly number[]; readonly total: number } {
  const middles: number[] = [];
  let y = 4;
  for (const [index, one] of lines.entries()) {
    const height = row + (wrapped[index]! - 1) * 13;
    if ('heading' in one && one.level === 0 && index > 0) y += 9;
    middles.push(y + height / 2);
    y += height;
  }
  return { middles, total: y + 4 };
}

function labelled(
  lines: readonly PlotLine[],
  wrapped: readonly ReturnType<typeof wrapText>[],
  texts: readonly string[],
  asides: readonly string[],
  wrappedAsides: readonly (ReturnType<typeof wrapText> | null)[],
  below: readonly boolean[],
  indents: readonly number[],
  middles: readonly number[],
  top: number,
  left: number,
  right: number,
): string[] {
  return lines.flatMap((one, index) => {
    const aside = wrappedAsides[index] ?? null;
    const y = top + middles[index]! - (below[index]! && aside !== null ? 6.5 * aside.lines.length : 0);
    const heading = 'heading' in one;
    const label = linesAt(indents[index]!, y, wrapped[index]!, texts[index]!, { class: heading && one.level === 0 ? 'ss-strong' : '' }, 13);
    if (!heading) return [line(left, y, right, y, 'ss-grid'), label];
    if (aside === null) return [label];
    const from = indents[index]! + (below[index]! ? 0 : textWidth(wrapped[index]!.lines.at(-1)!) + 8);
    const under = below[index]! ? 13 + ((aside.lines.length - 1) * 13) / 2 : 0;
    return [
      label,
      linesAt(from, y + ((wrapped[index]!.lines.length - 1) * 13) / 2 + under, aside, asides[index]!, { class: 'ss-small ss-pale' }, 13),
    ];
  });
}

function numbersOf(point: Point): string {
  const text = (value: number): string => shown(value, 'coefficient', { decimals: 2, small: true });
  return point.low === null || point.high === null ? text(point.value) : `${text(point.value)}  [${text(point.low)}, ${text(point.high)}]`;
}

function columnsOf(context: ReportContext, result: RegressionResult, standardized: boolean): TableColumn[] {
  const { words } = context;
  return [
    { title: words.predictor, align: 'left' },
    ...result.outcomes.flatMap((one) =>
      [standardized ? words.beta : words.b, words.ci(formatPlain(result.job.confidence * 100))].map((title) => ({
        title,
        align: 'number' as const,
        group: context.labelOf(one.outcome),
      })),
    ),
  ];
}

function tableRows(context: ReportContext, lines: readonly Line[], result: RegressionResult, standardized: boolean): (readonly Cell[])[] {
  const [value, low, high] = standardized
    ? (['beta(term)', 'beta.low(term)', 'beta.high(term)'] as const)
    : (['b(term)', 'low(term)', 'high(term)'] as const);
  const columns = 1 + 2 * result.outcomes.length;
  return lines.map((one): readonly Cell[] => {
    if ('heading' in one)
      return [
        textCell(one.heading, {
          indent: one.level,
          span: columns,
          emphasis: one.level === 0,
          ...(one.aside === undefined ? {} : { aside: one.aside }),
        }),
      ];
    return [
      textCell(termLabel(context, one.term), { indent: one.indent }),
      ...result.outcomes.flatMap(({ outcome }): Cell[] => {
        const at = (quantity: typeof value | typeof low | typeof high): string =>
          addressFor([result.job.name, outcome], quantity, [one.term.text]);
        return [addressCell(context, at(value), { small: true }), { ...intervalCell(context, [at(low), at(high)]), small: true }];
      }),
    ];
  });
}

function alternativeOf(
  context: ReportContext,
  result: RegressionResult,
  points: readonly ReadonlyMap<string, Point>[],
  standardized: boolean,
): string {
  const { words } = context;
  const parts = result.outcomes.map((one, index) => {
    const sure = result.terms.flatMap((term) => {
      const point = points[index]!.get(term.text);
      const label =
        term.variables.length === 1 && term.levels[0] != null
          ? `${context.labelOf(term.variables[0]!)}${words.colon}${termLabel(context, term)}`
          : termLabel(context, term);
      return point?.sure === true ? [words.withNumber(label, shown(point.value, 'coefficient', { decimals: 2, small: true }))] : [];
    });
    return (
      `${context.labelOf(one.outcome)} — ` +
      `${fitOf(one) === null ? words.notComputed : sure.length === 0 ? words.noneOfThem : sure.join(words.listComma)}`
    );
  });
  const name = context.labelOf(result.job.name);
  const front = standardized ? words.coefficientAlternative(name) : words.coefficientAlternativeB(name);
  return `${front}${words.sentenceGap}${parts.join(words.semicolon)}${words.stop}`;
}
