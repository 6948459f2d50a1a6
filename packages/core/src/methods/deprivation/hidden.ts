// What of a count of deprivations is hidden by `report { cells N }`: a share is a count, of the poor or of who is deprived in an indicator.
import type { Hides, LevelPath } from '../../contract/declared-quantity.ts';
import type { Codes } from '../../counts/points.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import { levelCells, withheldCells, type Withheld } from '../../procedures/disclosure/small-cells.ts';
import { anyHides, hiddenAs, hiddenLevels, hidesAll, hidesLeftOut, NONE, withheldCrossing, withheldLevels } from '../cells.ts';
import { isFew, type Limited } from '../state.ts';
import { indicatorsOf, type DeprivationJob } from './job.ts';

/** Respondents, unweighted. */
export interface PoorCounts {
  readonly n: number;
  readonly poor: number;
  /** By indicator: deprived in it; poor and deprived in it. */
  readonly deprived: readonly number[];
  readonly both: readonly number[];
  /** By level of `by`: poor, and not poor. */
  readonly groups: readonly (readonly [poor: number, rest: number])[];
}

/** `scores`: of each row the share of deprivations, NaN of who does not count. */
export function poorCounts(
  scores: Float64Array,
  columns: readonly Float64Array[],
  cutoff: number,
  groups: Codes | null,
  levels: number,
): PoorCounts {
  const found = {
    n: 0,
    poor: 0,
    deprived: columns.map(() => 0),
    both: columns.map(() => 0),
    groups: Array.from({ length: levels }, (): [number, number] => [0, 0]),
  };
  for (let row = 0; row < scores.length; row++) {
    if (Number.isNaN(scores[row]!)) continue;
    const poor = scores[row]! >= cutoff - 1e-9;
    const group = groups?.[row] ?? -1;
    found.n++;
    if (poor) found.poor++;
    if (group >= 0 && found.groups[group] !== undefined) found.groups[group]![poor ? 0 : 1]++;
    for (const [at, column] of columns.entries())
      if (column[row] === 1) {
        found.deprived[at]!++;
        if (poor) found.both[at]!++;
      }
  }
  return found;
}

/** Which numbers are of the poor as a whole, and by their cells. */
const OF_THE_POOR: ReadonlySet<string> = new Set(['h', 'a', 'm0'].flatMap((one) => [one, `${one}.se`, `${one}.low`, `${one}.high`]));

export function hidesOfPoor(
  state: Limited,
  job: DeprivationJob,
  counts: PoorCounts | null,
  category: CategoryPlan | null,
  left: { readonly rows: number; readonly cases: number },
): Hides | undefined {
  if (state.least === 0) return undefined;
  const besides = hidesLeftOut(state, left.rows, left.cases);
  if (counts === null) return besides;
  if (isFew(state, counts.n)) return hidesAll(state, 'few', ['left_out', 'weight(variable)']);
  const indicators = indicatorsOf(job);
  const two = (count: number): Withheld => withheldLevels(state, ['in', 'out'], [count, counts.n - count]).get('in') ?? null;
  const deprived = counts.deprived.map(two);
  const few = counts.both.map(two);
  // The contributions of all indicators add up to 100.
  const both = withheldCells(levelCells(counts.both), state.least, new Set(few.flatMap((one, at) => (one === null ? [] : [at]))));
  const levels = category?.levels.map(({ name }) => name) ?? [];
  const crossing =
    category === null
      ? null
      : withheldCrossing(
          state,
          { rows: levels, columns: ['poor', 'rest'], counts: counts.groups },
          { rows: hiddenLevels(state, category), columns: NONE },
        );
  const poor = two(counts.poor) ?? crossing?.columns.get('poor') ?? null;
  return anyHides(besides, (key, given) => {
    const as = (withheld: Withheld | undefined) => (withheld == null ? null : hiddenAs(withheld, key, state.least));
    if (OF_THE_POOR.has(key)) return as(poor);
    if (key === 'mean') return as(deprived.some((one) => one !== null) ? 'other' : null);
    if (key.endsWith('(variable)')) {
      const own = indicators.flatMap((one, at) => (one.name === given[0] || one.dimension === given[0] ? [at] : []));
      if (key === 'uncensored(variable)') return as(own.map((at) => deprived[at]!).find((one) => one !== null));
      return key === 'weight(variable)' ? null : as(poor ?? own.map((at) => both[at]!).find((one) => one !== null));
    }
    const level = (given[0] as LevelPath | undefined)?.[1];
    if (level === undefined || crossing === null) return null;
    const row = crossing.rows.get(level);
    if (key === 'n(level)' || key === 'group.share(level)') return as(row);
    return as(row ?? crossing.cells[levels.indexOf(level)]?.find((one) => one !== null));
  });
}
