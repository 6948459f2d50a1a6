// A comparison: the mean of every group with its 95 % interval, outcomes side by side, and the mean of all cases as a line.
import type { CompareResult } from '../results.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { indexOfScore } from '../plan.ts';
import { addressCell, hiddenNote, textCell, type ReportContext } from '../context.ts';
import type { Cell } from '../../show/document.ts';
import { formatQuantity } from '../../show/format.ts';
import type { QuantityFormat } from '../../contract/quantity.ts';
import { comparePath } from './job.ts';
import { axisOver, bottomAxis, figureOf, finite, nothingToDraw, roomFor, shown, type Drawn } from '../../draw/figure.ts';
import { el, labelColumn, line, linesAt, textAt } from '../../draw/svg.ts';
import { SIZE, textWidth, wrapText } from '../../draw/text.ts';

type CompareCell = CompareResult['cells'][number];
interface Group {
  readonly n: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const LABELS = 230;
const ROW = 36;
const GAP = 32;
const ABREAST = 5;
/** On a page, where outcomes are compared across it, panels may be as narrow as this. */
const PAGE = { from: 600, panel: 84, gap: 18 } as const;

/** One picture a category. */
export function meansPlots(context: ReportContext, result: CompareResult): readonly Drawn[] {
  return result.job.by.flatMap((by) => {
    const cells = result.cells.filter((cell) => cell.category.name === by);
    return cells.length === 0 ? [] : [meansPlot(context, result, cells[0]!.category, cells)];
  });
}

function meansPlot(context: ReportContext, result: CompareResult, category: CategoryPlan, cells: readonly CompareCell[]): Drawn {
  const { words } = context;
  const { job } = result;
  if (cells.every((cell) => cell.comparison === null)) {
    const reason = cells.find((cell) => cell.reason !== null)?.reason;
    return nothingToDraw(
      reason == null ? words.nothingComputed(context.labelOf(job.name)) : words.notFitted(context.labelOf(job.name), reason),
    );
  }
  const groupOf = (cell: CompareCell, level: string): Group | null => {
    const found = cell.comparison?.groups.find((group) => group.level === level);
    return found === undefined ? null : { n: found.n, mean: finite(found.mean), low: finite(found.low), high: finite(found.high) };
  };
  const levels = category.levels.filter((level) => cells.some((cell) => (groupOf(cell, level.name)?.n ?? 0) > 0));
  const names = levels.map((level) => context.labelOf(`${category.name}.${level.name}`));
  const sizes = levels.map((level) => [...new Set(cells.flatMap((cell) => groupOf(cell, level.name)?.n ?? []))].sort((a, b) => a - b));
  const sizeText = (row: number): string =>
    words.nIs([...new Set([sizes[row]![0]!, sizes[row]!.at(-1)!])].map((n) => formatQuantity(n, 'count')).join('–'));
  const room = roomFor(context.room);
  const labels = labelColumn(names, room.part(0.32, LABELS), room.lines(2));
  const left = Math.max(labels.width, ...levels.map((_, row) => textWidth(sizeText(row), SIZE.small))) + 14;
  const heights = labels.wrapped.map((wrapped) => ROW + (wrapped.lines.length - 1) * 13);
  const middles = heights.map((height, row) => heights.slice(0, row).reduce((sum, one) => sum + one, 0) + height / 2);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const usual = (panels: number): number => (panels === 1 ? 400 : panels === 2 ? 260 : 158);
  const dense = room.narrow && room.width >= PAGE.from;
  const gap = dense ? PAGE.gap : GAP;
  const least = dense ? PAGE.panel : usual(3);
  const abreast = Math.min(ABREAST, cells.length, Math.max(1, Math.floor((room.width - left - 14 + gap) / (least + gap))));
  const plot = Math.min(usual(abreast), (room.width - left - 14 - (abreast - 1) * gap) / abreast);
  const format = (cell: CompareCell): QuantityFormat => context.quantityAt(`${cell.outcome}.mean`)?.format ?? 'mean';
  // Scores of one index are on one scale: their panels share an axis.
  const onOneScale = (cell: CompareCell): readonly CompareCell[] => {
    const index = indexOfScore(context.plan, cell.outcome);
    return index === undefined ? [cell] : cells.filter((other) => indexOfScore(context.plan, other.outcome) === index);
  };
  const reach = (own: readonly CompareCell[]): number[] =>
    own
      .flatMap((cell) =>
        cell.comparison === null
          ? []
          : [
              cell.comparison.mean,
              ...levels.flatMap((level) => {
                const group = groupOf(cell, level.name);
                return group === null ? [] : [group.mean, group.low, group.high];
              }),
            ],
      )
      .map(finite)
      .filter((value) => value !== null);

  const body: string[] = [];
  let top = 0;
  for (let start = 0; start < cells.length; start += abreast) {
    const here = cells.slice(start, start + abreast);
    const titles = here.map((cell) => wrapText(context.labelOf(cell.outcome), plot + gap - 4, room.lines(3), SIZE.strong));
    const head = Math.max(...titles.map((title) => title.lines.length)) * 14 + 12;
    const bottom = top + head + total;
    for (const [row, name] of names.entries()) {
      const middle = top + head + middles[row]!;
      const lines = labels.wrapped[row]!;
      body.push(
        linesAt(left - 14, middle - 6, lines, name, { anchor: 'end' }, 13),
        textAt(left - 14, middle + 4.5 + lines.lines.length * 6.5, sizeText(row), { anchor: 'end', class: 'ss-small ss-pale' }),
      );
    }
    for (const [column, cell] of here.entries()) {
      const from = left + column * (plot + gap);
      body.push(
        linesAt(from + plot / 2, top + (titles[column]!.lines.length * 14) / 2, titles[column]!, context.labelOf(cell.outcome), {
          anchor: 'middle',
          class: 'ss-strong',
        }),
      );
      if (cell.comparison === null) {
        body.push(
          linesAt(
            from + plot / 2,
            top + head + 40,
            wrapText(cell.reason ?? words.notComputed, plot, room.lines(6), SIZE.small),
            cell.reason ?? '',
            { anchor: 'middle', class: 'ss-small ss-pale' },
          ),
        );
        continue;
      }
      const axis = axisOver(reach(onOneScale(cell)), from, from + plot, 4);
      body.push(...bottomAxis(axis, top + head, bottom, '', plot < 200 ? 3 : 6));
      const all = finite(cell.comparison.mean);
      if (all !== null) body.push(line(axis(all), top + head, axis(all), bottom, 'ss-dash'));
      for (const [row, level] of levels.entries()) {
        const group = groupOf(cell, level.name);
        if (group === null || group.mean === null) continue;
        const y = top + head + middles[row]! + 5;
        if (group.low !== null && group.high !== null)
          body.push(
            line(axis(group.low), y, axis(group.high), y, 'ss-span'),
            line(axis(group.low), y - 4, axis(group.low), y + 4, 'ss-span'),
            line(axis(group.high), y - 4, axis(group.high), y + 4, 'ss-span'),
          );
        body.push(el('circle', { cx: axis(group.mean), cy: y, r: 4, class: 'ss-solid' }));
        const text = shown(group.mean, format(cell), { decimals: digits(format(cell), group.mean) });
        const half = textWidth(text, SIZE.small) / 2;
        body.push(
          textAt(Math.max(from + half, Math.min(from + plot - half, axis(group.mean))), y - 9, text, {
            anchor: 'middle',
            class: 'ss-small ss-halo',
          }),
        );
      }
    }
    top = bottom + (start + abreast < cells.length ? 46 : 28);
  }
  const key = room.narrow ? 0 : left;
  body.push(line(key, top + 4, key + 22, top + 4, 'ss-dash'), textAt(key + 30, top + 8, words.allMean, { class: 'ss-small ss-pale' }));
  const width = Math.max(left + abreast * (plot + gap) - gap + 14, key + 40 + textWidth(words.allMean, SIZE.small));
  return figureOf({
    id: `${job.name}:means-plot${job.by.length > 1 ? `:${category.name}` : ''}`,
    title: `${words.meansPlot}${words.colon}${context.labelOf(job.name)}${job.by.length > 1 ? ` (${context.labelOf(category.name)})` : ''}`,
    alternative: cells
      .map(
        (cell) =>
          `${words.meansAlternative(context.labelOf(cell.outcome), context.labelOf(category.name))}${words.colon}${
            cell.comparison === null
              ? words.notComputed
              : levels
                  .map((level, row) =>
                    words.withNumber(
                      names[row]!,
                      shown(groupOf(cell, level.name)?.mean ?? null, format(cell), {
                        decimals: digits(format(cell), groupOf(cell, level.name)?.mean ?? 0),
                      }),
                    ),
                  )
                  .join(words.listComma)
          }${words.stop}`,
      )
      .join(words.sentenceGap),
    remark: cells.some(({ comparison, groups }) => comparison !== null && comparison.groups.length < groups.length)
      ? hiddenNote(context)
      : null,
    width,
    height: top + 16,
    body,
    table: {
      kind: 'table',
      id: `${job.name}:means-plot:${category.name}:numbers`,
      title: words.meansPlot,
      columns: [
        { title: context.labelOf(category.name), align: 'left' },
        ...cells.flatMap((cell) =>
          [words.n, words.mean, words.low, words.high].map((title) => ({
            title,
            align: 'number' as const,
            group: context.labelOf(cell.outcome),
          })),
        ),
      ],
      rows: levels.map((level, row): readonly Cell[] => [
        textCell(names[row]!),
        ...cells.flatMap((cell) =>
          (['n(level)', 'mean(level)', 'low(level)', 'high(level)'] as const).map(
            (quantity): Cell =>
              addressCell(context, addressFor(comparePath(job, cell.outcome, category.name), quantity, [[category.name, level.name]])),
          ),
        ),
      ]),
      notes: [],
    },
  });
}

/** Digits after the point that a picture needs: fewer for larger numbers. */
function digits(format: QuantityFormat, mean: number): number {
  return Math.abs(mean) >= 1000 ? 0 : Math.abs(mean) >= 100 || format === 'score' ? 1 : 2;
}
