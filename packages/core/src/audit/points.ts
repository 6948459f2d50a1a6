// How often each point of a scale was chosen: counts and percentages among themselves, and against the mean, SD, median and ends of the
// same answers.
import { square } from '../numerics/powers.ts';
import { gridOf } from './answers.ts';
import type { CheckName, CheckReport } from './finding.ts';
import { add, exactly, multiplied, scale, subtract, sumOf, type Interval } from './interval.ts';
import { isFull, known } from './loadings.ts';
import { cellAt, countAt, indicatorsOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

interface Points {
  readonly name: string;
  readonly values: readonly number[];
  readonly counts: readonly (PrintedCell | null)[];
  readonly percents: readonly (PrintedCell | null)[];
}

/** Indicators of which at least one point is printed. */
export function pointsOf(study: PrintedStudy): Points[] {
  return indicatorsOf(study).flatMap((indicator): Points[] => {
    const grid = gridOf(indicator);
    if (grid === null || grid.top > 100) return [];
    const values = Array.from({ length: grid.top + 1 }, (_, j) => grid.origin + grid.step * j);
    const of = (quantity: string): (PrintedCell | null)[] =>
      values.map((value) => cellAt(study, `${indicator.name}.${quantity}(${value})`));
    const one = { name: indicator.name, values, counts: of('count'), percents: of('percent') };
    return [...one.counts, ...one.percents].every((cell) => cell === null) ? [] : [one];
  });
}

/** Counts sum to n; percentages are those of the counts and sum to 100, below and above the middle as among the points. */
export function pointShares(study: PrintedStudy, out: CheckReport): void {
  for (const { name, values, counts, percents } of pointsOf(study)) {
    const at = (quantity: string): PrintedCell | null => cellAt(study, `${name}.${quantity}`);
    const n = at('points.n') ?? at('n');
    if (n !== null && known(counts).length > 1) {
      const sum = known(counts).reduce((total, cell) => total + cell.value, 0);
      const text = known(counts)
        .map((cell) => cell.printed)
        .join(' + ');
      // Answers outside the scale may have been used: then fewer than n lie on its points.
      if (isFull(counts) && n.text.endsWith('points.n'))
        out.follows('shares', 'inconsistent', n, counts, text, exactly(sum), { decimals: 0 });
      else out.bounded('shares', 'inconsistent', n, known(counts), text, 'at-least', sum, { decimals: 0 });
    }
    const base = countAt(study, `${name}.points.n`) ?? (isFull(counts) ? counts.reduce((total, cell) => total + cell.value, 0) : null);
    const most = base ?? countAt(study, `${name}.n`);
    for (const [i, percent] of percents.entries()) {
      const count = counts[i]!;
      if (percent === null || count === null || most === null || most <= 0) continue;
      out.follows(
        'shares',
        base === null ? 'worth a look' : 'inconsistent',
        percent,
        [count],
        `100·${count.printed}/${most}`,
        exactly((100 * count.value) / most),
        { decimals: percent.decimals + 1 },
      );
    }
    const last = percents.at(-1)!;
    if (isFull(percents) && last !== null)
      out.follows(
        'shares',
        'inconsistent',
        last,
        known(percents.slice(0, -1)),
        `100 − (${known(percents.slice(0, -1))
          .map((cell) => cell.printed)
          .join(' + ')})`,
        subtract(exactly(100), sumOf(known(percents.slice(0, -1)))),
      );
    const middle = (values[0]! + values.at(-1)!) / 2;
    for (const [quantity, side] of [
      ['percent.below', (value: number) => value < middle],
      ['percent.above', (value: number) => value > middle],
    ] as const) {
      const parts = percents.filter((_, i) => side(values[i]!));
      if (isFull(parts) && parts.length > 0)
        out.follows(
          'shares',
          'inconsistent',
          at(quantity),
          parts,
          known(parts)
            .map((cell) => cell.printed)
            .join(' + '),
          sumOf(parts),
        );
    }
  }
  for (const { name } of indicatorsOf(study)) {
    const [below, above] = ['below', 'above'].map((side) => cellAt(study, `${name}.percent.${side}`)) as [
      PrintedCell | null,
      PrintedCell | null,
    ];
    if (below !== null) out.bounded('shares', 'impossible', above, [below], `100 − ${below.printed}`, 'at-most', 100 - below.low);
  }
  for (const { name } of study.plan.variables) {
    const classes = study.cells.filter((cell) => cell.operator === '=' && cell.text.startsWith(`${name}.histogram.count(`));
    if (classes.length > 0)
      out.bounded(
        'shares',
        'inconsistent',
        cellAt(study, `${name}.n`),
        classes,
        classes.map((cell) => cell.printed).join(' + '),
        'at-least',
        classes.reduce((sum, cell) => sum + cell.value, 0),
        { decimals: 0 },
      );
  }
}

/** Mean, SD, median and ends of answers whose points are all printed. By counts they are exact; by percentages, as far as these go. */
export function pointMoments(study: PrintedStudy, out: CheckReport): void {
  for (const { name, values, counts, percents } of pointsOf(study)) {
    const at = (quantity: string): PrintedCell | null => cellAt(study, `${name}.${quantity}`);
    const check: CheckName = 'spread';
    for (const [i, count] of counts.entries()) {
      if (count === null || count.value <= 0) continue;
      out.bounded(check, 'impossible', at('min'), [count], { of: 'point-answered', printed: count.printed }, 'at-most', values[i]!);
      out.bounded(check, 'impossible', at('max'), [count], { of: 'point-answered', printed: count.printed }, 'at-least', values[i]!);
    }
    const cells = isFull(counts) ? counts : isFull(percents) ? percents : null;
    if (cells === null) continue;
    const n = cells === counts ? cells.reduce((sum, cell) => sum + cell.value, 0) : null;
    const all = countAt(study, `${name}.points.n`) ?? n;
    if (n === 0 || all !== (countAt(study, `${name}.n`) ?? all)) continue;
    const total = cells.reduce((sum, cell) => sum + cell.value, 0);
    const weights = cells.map(
      (cell): Interval => (n === null ? scale({ low: Math.max(0, cell.low), high: cell.high }, 1 / 100) : exactly(cell.value / total)),
    );
    const certainty = n !== null && countAt(study, `${name}.n`) === n ? ('inconsistent' as const) : ('worth a look' as const);
    const middle = (values[0]! + values.at(-1)!) / 2;
    const mean = add(exactly(middle), sumOf(weights.map((weight, i) => multiplied(weight, exactly(values[i]! - middle)))));
    out.follows(check, certainty, at('mean'), cells, { of: 'mean-of-points', n }, mean, {
      decimals: (at('mean')?.decimals ?? 0) + 1,
    });
    if (n === null) continue;
    const centre = (mean.low + mean.high) / 2;
    if (n > 1)
      out.follows(
        check,
        certainty,
        at('sd'),
        cells,
        { of: 'sd-of-points', centre: { value: centre, decimals: 3 }, rest: n - 1 },
        exactly(Math.sqrt(cells.reduce((sum, cell, i) => sum + cell.value * square(values[i]! - centre), 0) / (n - 1))),
        { decimals: (at('sd')?.decimals ?? 0) + 1 },
      );
    const ranked = (rank: number): number => {
      let before = 0;
      return values.find((_, i) => {
        before += cells[i]!.value;
        return before >= rank;
      })!;
    };
    out.follows(
      check,
      certainty,
      at('median'),
      cells,
      { of: 'median-of-points', n },
      exactly((ranked(Math.floor((n + 1) / 2)) + ranked(Math.ceil((n + 1) / 2))) / 2),
    );
  }
}
