// A measurement model as a path diagram: items in boxes, factors in ellipses, loadings at the arrows, correlations at the arcs.
import { addressFor } from '../../contract/declared-quantity.ts';
import { figureOf, finite, nothingToDraw, roomFor, shown, type Drawn } from '../../draw/figure.ts';
import { coordinate, el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { HALO } from '../../draw/style.ts';
import { SIZE, textWidth } from '../../draw/text.ts';
import type { Cell } from '../../show/document.ts';
import { catalogueIn } from '../../words/words.ts';
import { addressCell, textCell, type ReportContext } from '../context.ts';
import type { MeasurementResult } from './run.ts';

const ROW = 26;
const GAP = 18;
/** Of an arrow from factor to item, and of the step between two arcs. */
const ARROW = 96;
const ARC = 34;
/** Half an ellipse's height; where arcs meet it, below and above its middle. */
const HEIGHT = 21;
const OFF = 8;
/** A number upon a line is read before a rim. */
const LABEL = `ss-small ${HALO}`;

export function pathDiagram(context: ReportContext, result: MeasurementResult): Drawn {
  const { fit, job } = result;
  if (fit === null) return nothingToDraw(context.words.nothingComputed(context.labelOf(job.name)));
  const own = catalogueIn(context.language).measurement;
  const value = (number: number | null | undefined): string => shown(finite(number), 'coefficient', { decimals: 2 });
  const loading = (name: string, factor: string): number | null | undefined =>
    fit.estimates.find((one) => (one.kind === 'loading' || one.kind === 'path') && one.name === name && one.other === factor)?.standardised;
  const room = roomFor(context.room);
  const factors = labelColumn(
    fit.factors.map((name) => context.labelOf(name)),
    room.part(0.24, 150),
    2,
  );
  const items = labelColumn(
    fit.items.map((name) => context.labelOf(name)),
    room.part(0.34, 260),
    1,
    SIZE.small,
  );
  const seconds = job.second.map((one) => context.labelOf(`${job.name}.${one.name}`));
  const above = labelColumn(seconds, room.part(0.2, 130), 2);
  // Left of the factors: arcs, or the second order.
  const pairs = seconds.length > 0 ? [] : fit.factors.flatMap((_, f) => fit.factors.slice(0, f).map((_unused, g) => [g, f] as const));
  const reach = Math.max(0, ...pairs.map(([g, f]) => f - g));
  const side = seconds.length > 0 ? above.width + 24 + ARROW : reach * ARC + (reach > 0 ? 26 : 0);
  const half = factors.width / 2 + 16;
  const boxes = side + 2 * half + ARROW;
  const width = boxes + items.width + 16;
  // Where an ellipse is, so far above or below its middle.
  const edge = side + half * (1 - Math.sqrt(1 - (OFF / HEIGHT) * (OFF / HEIGHT)));
  const body: string[] = [];
  const place = new Map<string, number>();
  let y = 4;
  for (const [f, factor] of fit.model.factors.entries()) {
    const home = factor.items.filter((item) => !place.has(item));
    const middle = y + (Math.max(1, home.length) * ROW) / 2;
    for (const [at, item] of home.entries()) place.set(item, y + (at + 0.5) * ROW);
    place.set(factor.name, middle);
    y += Math.max(2, home.length) * ROW + GAP;
    body.push(
      el('ellipse', { cx: side + half, cy: middle, rx: half, ry: HEIGHT, class: 'ss-goal' }),
      linesAt(side + half, middle, factors.wrapped[f]!, context.labelOf(factor.name), { anchor: 'middle' }),
    );
  }
  for (const [i, item] of fit.items.entries()) {
    const at = place.get(item)!;
    body.push(
      el('rect', { x: boxes, y: at - 10, width: items.width + 16, height: 20, class: 'ss-card' }),
      linesAt(boxes + 8, at, items.wrapped[i]!, context.labelOf(item), { class: 'ss-small' }),
    );
  }
  for (const factor of fit.model.factors)
    for (const item of factor.items)
      body.push(...arrow(side + 2 * half, place.get(factor.name)!, boxes, place.get(item)!, value(loading(item, factor.name))));
  for (const [s, second] of job.second.entries()) {
    const at = second.factors.reduce((sum, name) => sum + place.get(name)!, 0) / second.factors.length;
    const radius = above.width / 2 + 12;
    body.push(
      el('ellipse', { cx: radius, cy: at, rx: radius, ry: HEIGHT, class: 'ss-goal' }),
      linesAt(radius, at, above.wrapped[s]!, seconds[s]!, { anchor: 'middle' }),
    );
    for (const factor of second.factors) body.push(...arrow(2 * radius, at, side, place.get(factor)!, value(loading(factor, second.name))));
  }
  for (const [g, f] of pairs) {
    const [from, to] = [place.get(fit.factors[g]!)!, place.get(fit.factors[f]!)!];
    const out = side - (f - g) * ARC - 8;
    const text = value(fit.correlations[f]![g]);
    body.push(
      el('path', {
        d: `M${point(edge, from + OFF)}C${point(out, from + OFF)} ${point(out, to - OFF)} ${point(edge, to - OFF)}`,
        class: 'ss-edge',
      }),
      textAt(side - (f - g) * ARC * 0.75 - 8, (from + to) / 2 + 4, text, { anchor: 'middle', class: LABEL }),
    );
  }
  return figureOf({
    id: `${job.name}:diagram`,
    title: own.diagram,
    alternative: own.diagramText(String(fit.factors.length), String(fit.items.length)),
    width: Math.max(width, textWidth(own.diagram, SIZE.body)),
    height: y - GAP + 4,
    body,
    table: {
      kind: 'table',
      id: `${job.name}:diagram:numbers`,
      title: own.diagram,
      columns: [
        { title: own.item, align: 'left' },
        { title: own.factor, align: 'left' },
        { title: own.loading, align: 'number' },
      ],
      rows: fit.estimates
        .filter((one) => one.kind === 'loading' || one.kind === 'path')
        .map((one): readonly Cell[] => [
          textCell(context.labelOf(one.name)),
          textCell(context.labelOf(one.kind === 'path' ? `${job.name}.${one.other!}` : one.other!)),
          addressCell(context, addressFor([job.name], 'loading(member, factor)', [one.name, one.other!])),
        ]),
      notes: [],
    },
  });
}

const point = (x: number, y: number): string => `${coordinate(x)} ${coordinate(y)}`;

function arrow(x1: number, y1: number, x2: number, y2: number, text: string): string[] {
  const slope = (y2 - y1) / (x2 - x1);
  const tip = x2 - 1;
  const back = x2 - 8;
  const at = (x: number): number => y1 + slope * (x - x1);
  const x = x1 + (x2 - x1) * 0.62;
  return [
    line(x1, y1, back, at(back), 'ss-edge'),
    el('path', {
      d: `M${point(tip, y2)}L${point(back, at(back) - 3.5)}L${point(back, at(back) + 3.5)}Z`,
      class: 'ss-tip',
    }),
    textAt(x, at(x) - 3, text, { anchor: 'middle', class: LABEL }),
  ];
}
