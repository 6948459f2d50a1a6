// What of a variable's answers is hidden by `report { cells N }`: points and classes that few respondents gave, with what these could be
// computed from; all that is told of a variable that few answered; the mean of two values, which is a percentage.
import type { Given, Hides } from '../../contract/declared-quantity.ts';
import type { Values } from '../../counts/points.ts';
import type { Description } from '../../procedures/describe/describe.ts';
import type { FrequencyTable } from '../../procedures/describe/frequencies.ts';
import type { Histogram } from '../../procedures/describe/histogram.ts';
import { levelCells, withheldCells, type Withheld } from '../../procedures/disclosure/small-cells.ts';
import { countsOfTwo, hiddenAs } from '../cells.ts';
import type { ShownFrequencies, ShownHistogram, VariableResult } from '../results.ts';
import { isFew, type Limited } from '../state.ts';

interface Answers {
  readonly frequencies: FrequencyTable | null;
  readonly histogram: Histogram | null;
  readonly description: Description;
}

/** What of it may leave, and which numbers may not. */
export interface Kept extends Pick<VariableResult, 'frequencies' | 'histogram' | 'description'> {
  readonly hides: Hides | undefined;
}

/** `values`: one a respondent that counts, NaN where there is none. */
export function keptOf(state: Limited, { frequencies, histogram, description }: Answers, values: Values): Kept {
  if (state.least === 0) return { frequencies, histogram, description, hides: undefined };
  const { least } = state;
  if (isFew(state, description.n))
    return { frequencies: null, histogram: null, description: null, hides: (key) => hiddenAs('few', key, least) };
  const points = withheldAmong(frequencies?.rows.map(({ count }) => count) ?? [], least);
  const classes = withheldAmong(histogram?.counts ?? [], least);
  const two = countsOfTwo(values);
  const mean = two !== null && withheldAmong(two, least).some((one) => one !== null);
  const at = (given: readonly Given[]): number => frequencies?.rows.findIndex(({ value }) => Number(value) === given[0]) ?? -1;
  return {
    frequencies: frequencies === null ? null : shownFrequencies(frequencies, points),
    histogram: histogram === null ? null : shownHistogram(histogram, classes),
    description: mean ? { ...description, mean: null, sd: null, se: null, skewness: null, kurtosis: null } : description,
    hides: (key, given) => {
      const hidden = (withheld: Withheld | undefined) => (withheld == null ? null : hiddenAs(withheld, key, least));
      switch (key) {
        case 'count(number)':
        case 'percent(number)':
          return hidden(points[at(given)]);
        case 'histogram.count(number)':
        case 'histogram.percent(number)':
          return hidden(classes[(given[0] as number) - 1]);
        case 'percent.below':
        case 'percent.above':
          return hidden(points.find((one) => one !== null) === undefined ? null : 'other');
        // Of a number that is 1 where its condition holds.
        case 'count':
          return hidden(mean && two !== null ? (isFew(state, two[1]) ? 'few' : 'other') : null);
        case 'mean':
        case 'sd':
        case 'se':
        case 'skewness':
        case 'kurtosis':
        case 'deff':
          return hidden(mean ? 'other' : null);
        default:
          return null;
      }
    },
  };
}

const withheldAmong = (counts: readonly number[], least: number): readonly Withheld[] => withheldCells(levelCells(counts), least);

/** Without the counts that are hidden. */
export const shownFrequencies = ({ n, missing, rows }: FrequencyTable, withheld: readonly Withheld[]): ShownFrequencies => ({
  n,
  missing,
  rows: rows.map(({ value, count, validPercent }, at) =>
    withheld[at] == null ? { value, count, validPercent } : { value, count: null, validPercent: null },
  ),
});
const shownHistogram = ({ edges, counts, whole }: Histogram, withheld: readonly Withheld[]): ShownHistogram => ({
  edges,
  whole,
  counts: counts.map((count, at) => (withheld[at] == null ? count : null)),
});
