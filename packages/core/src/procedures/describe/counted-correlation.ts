// Correlations of columns of few values, and of their ranks, from joint counts: the same numbers as correlation.ts has of rows.
import { crossingOf } from '../../counts/cross.ts';
import type { Joint } from '../../counts/joint.ts';
import { momentsOfCounts, type Tabled } from '../../counts/moments.ts';
import { weightedValues } from '../../counts/points.ts';
import { correlationOf, type Moments } from '../../moments/moments.ts';
import {
  correlationOfMoments,
  correlationOfTau,
  partialOf,
  withItself,
  type Correlation,
  type CorrelationMethod,
  type CorrelationTable,
  type PartialCorrelations,
} from './correlation.ts';
import { kendallOfCrossing } from './kendall.ts';

/** Every pair over the rows that were counted and have both. */
export function countedCorrelations(joint: Joint, tables: readonly Tabled[], method: CorrelationMethod): CorrelationTable {
  const cells: Correlation[][] = tables.map(() => []);
  for (const [i, x] of tables.entries()) {
    for (let j = 0; j < i; j++) cells[i]![j] = cells[j]![i] = correlationOfTwo(joint, x, tables[j]!, method);
    cells[i]![i] = withItself(momentsIn(joint, [x], 'pearson'), method);
  }
  return { cells };
}

function correlationOfTwo(joint: Joint, x: Tabled, y: Tabled, method: CorrelationMethod): Correlation {
  if (method !== 'kendall') return correlationOfMoments(momentsIn(joint, [x, y], method), method);
  const crossing = crossingOf(joint, x, y);
  return correlationOfTau(crossing.n, kendallOfCrossing(crossing));
}

/** Of the first `p` columns with the effects of the others taken out; every row that was counted has all of them. */
export function countedPartials(joint: Joint, tables: readonly Tabled[], p: number, method: CorrelationMethod): PartialCorrelations | null {
  if (method === 'kendall') {
    const taus = tables.map((x) => tables.map((y) => kendallOfCrossing(crossingOf(joint, x, y)).tau ?? NaN));
    return partialOf(taus, p, joint.n, method);
  }
  const ranked = method === 'pearson' ? tables : tables.map((table) => ranksIn(joint, table));
  return partialOf(correlationOf(momentsOfCounts(joint, ranked)), p, joint.n, method);
}

/** Moments of one or two columns, or of their ranks, over the rows that have them. */
function momentsIn(joint: Joint, tables: readonly Tabled[], method: 'pearson' | 'spearman'): Moments {
  const own = between(joint, tables);
  const alone = tables.map(({ values }, column) => ({ column, values }));
  return momentsOfCounts(own, method === 'pearson' ? alone : alone.map((table) => ranksIn(own, table)));
}

/** Of the counts those of one or two columns, of the rows that have a number in both. */
function between(joint: Joint, tables: readonly Tabled[]): Joint {
  const levels = tables.map(({ values }) => values.length);
  const [x, y = x] = tables as [Tabled, Tabled?];
  const [rows, size] = [levels[0]!, levels.reduce((total, own) => total + own, 0)];
  const counts = new Float64Array(size * size);
  const add = (at: number, count: number): void => void (counts[at] = counts[at]! + count);
  let n = 0;
  for (const [i, ofX] of x.values.entries()) {
    for (const [j, ofY] of y.values.entries()) {
      const count = joint.counts[(joint.starts[x.column]! + i) * joint.size + joint.starts[y.column]! + j] ?? 0;
      if (Number.isNaN(ofX) || Number.isNaN(ofY) || count === 0) continue;
      n += count;
      add(i * (size + 1), count);
      if (tables.length === 1) continue;
      const at = rows + j;
      add(at * (size + 1), count);
      add(i * size + at, count);
      add(at * size + i, count);
    }
  }
  return { n, levels, starts: levels.map((_, at) => (at === 0 ? 0 : rows)), size, counts };
}

/** The mean rank of each level among the rows that were counted, in the place of its value. */
function ranksIn(joint: Joint, { column, values }: Tabled): Tabled {
  const count = (level: number): number => joint.counts[(joint.starts[column]! + level) * (joint.size + 1)]!;
  const known = weightedValues(values, count);
  const ranks = new Map<number, number>();
  let below = 0;
  for (const [at, value] of known.values.entries()) {
    ranks.set(value, below + (known.counts[at]! + 1) / 2);
    below += known.counts[at]!;
  }
  return { column, values: values.map((value) => ranks.get(value) ?? NaN) };
}
