// Coefficients of several studies with their intervals, the pooled one as a diamond, and where another study's may be expected.
import type { TableBlock } from '../../show/document.ts';
import { axisOver, bottomAxis, figureOf, nothingToDraw, shown, type Drawn } from '../../draw/figure.ts';
import { el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth } from '../../draw/text.ts';

export interface ForestRow {
  readonly label: string;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null /** Share in the pooled estimate, in percent. */;
  readonly weight: number | null;
}
export interface ForestPanel {
  readonly title: string;
  readonly rows: readonly ForestRow[];
  readonly pooled: { readonly label: string; readonly estimate: number; readonly low: number; readonly high: number } | null;
  /** Dashed, behind the diamond. */ readonly prediction: { readonly low: number; readonly high: number } | null;
}
export interface Forest {
  readonly id: string;
  readonly title: string;
  readonly alternative: string;
  readonly axis: string;
  readonly panels: readonly ForestPanel[];
  readonly table: TableBlock /** Said where there is nothing to draw. */;
  readonly nothing: string;
}

const ROW = 19;
const PLOT = 340;
const LABELS = 260;

/** Panels (coefficients) one under the other on one axis, so that they can be compared by eye; a row without an estimate says nothing. */
export function forestPlot(forest: Forest): Drawn {
  const { panels } = forest;
  const drawn = (row: ForestRow): row is ForestRow & { readonly estimate: number } => row.estimate !== null;
  const values = panels.flatMap((panel) => [
    ...panel.rows.filter(drawn).flatMap((row) => [row.estimate, row.low ?? row.estimate, row.high ?? row.estimate]),
    ...(panel.pooled === null ? [] : [panel.pooled.low, panel.pooled.high]),
    ...(panel.prediction === null ? [] : [panel.prediction.low, panel.prediction.high]),
  ]);
  if (values.length === 0) return nothingToDraw(forest.nothing);
  const texts = panels.flatMap((panel) => [...panel.rows.map((row) => row.label), ...(panel.pooled === null ? [] : [panel.pooled.label])]);
  const labels = labelColumn(texts, LABELS, 1);
  const heads = labelColumn(
    panels.map((panel) => panel.title),
    LABELS + PLOT,
    1,
    SIZE.strong,
  );
  const left = labels.width + 26;
  const axis = axisOver([0, ...values], left, left + PLOT);
  const two = (value: number): string => shown(value, 'coefficient', { decimals: 2 });
  const text = (row: { readonly estimate: number; readonly low: number | null; readonly high: number | null }): string =>
    `${two(row.estimate)}${row.low === null || row.high === null ? '' : `  [${two(row.low)}, ${two(row.high)}]`}`;
  const body: string[] = [];
  let y = 0;
  let at = 0;
  let widest = 0;
  const say = (words: string): void => {
    widest = Math.max(widest, textWidth(words, SIZE.small));
    body.push(textAt(left + PLOT + 14, y + 4, words, { class: 'ss-small' }));
  };
  for (const [index, panel] of panels.entries()) {
    y += index === 0 ? 8 : 14;
    body.push(linesAt(0, y, heads.wrapped[index]!, panel.title, { class: 'ss-strong' }));
    for (const row of panel.rows) {
      y += ROW;
      body.push(linesAt(12, y, labels.wrapped[at++]!, row.label));
      if (!drawn(row)) continue;
      if (row.low !== null && row.high !== null) body.push(line(axis(row.low), y, axis(row.high), y, 'ss-span'));
      // The area of the square is the study's share.
      const side = row.weight === null ? 7 : Math.max(4, Math.sqrt(Math.max(0, row.weight)) * 1.3);
      body.push(el('rect', { x: axis(row.estimate) - side / 2, y: y - side / 2, width: side, height: side, class: 'ss-solid' }));
      say(text(row));
    }
    if (panel.pooled !== null) {
      y += ROW;
      const { estimate, low, high, label } = panel.pooled;
      body.push(linesAt(12, y, labels.wrapped[at++]!, label, { class: 'ss-strong' }));
      if (panel.prediction !== null) body.push(line(axis(panel.prediction.low), y, axis(panel.prediction.high), y, 'ss-dash'));
      body.push(
        el('path', {
          d:
            `M${round(axis(low))} ${round(y)}L${round(axis(estimate))} ${round(y - 6)}L${round(axis(high))} ${round(y)}L` +
            `${round(axis(estimate))} ${round(y + 6)}Z`,
          class: 'ss-solid',
        }),
      );
      say(text(panel.pooled));
    }
    y += ROW / 2;
  }
  const frame = [...bottomAxis(axis, 0, y, forest.axis), line(axis(0), 0, axis(0), y, 'ss-rule')];
  return figureOf({
    id: forest.id,
    title: forest.title,
    alternative: forest.alternative,
    width: Math.max(left + PLOT + 16 + widest, heads.width),
    height: y + 36,
    body: [...frame, ...body],
    table: forest.table,
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;
