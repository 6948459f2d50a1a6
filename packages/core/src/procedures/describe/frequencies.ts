// Frequency table of one coded variable.
import { tallyOf, type Codes } from '../../counts/points.ts';
import { levelsOf, type Levels } from '../../rowless/columns.ts';

export interface FrequencyTable {
  /** Valid rows, or the sum of their weights; likewise the missing ones. */
  readonly n: number;
  readonly missing: number;
  /** In level order: count, percent of all rows, valid percent, cumulative valid percent. */
  readonly rows: readonly {
    readonly value: string;
    readonly count: number;
    readonly percent: number | null;
    readonly validPercent: number | null;
    readonly cumulative: number | null;
  }[];
}

/**
 * Counts the levels; a level that never occurs has a row of zeros. `codes`: level index a row, -1 missing. `weights` are frequency
 * weights; a row whose weight is missing or not positive does not count. Percents are null when there is nothing to divide by.
 */
export function frequencies(codes: Codes, levels: readonly string[], weights?: Float64Array): FrequencyTable {
  const known = levelsOf(codes);
  if (known !== null) return frequencyTable(...countsOfLevels(known), levels);
  if (weights === undefined) {
    const counted = tallyOf(codes, levels.length).subarray(0, levels.length);
    return frequencyTable(counted, codes.length - counted.reduce((total, count) => total + count, 0), levels);
  }
  const counts = new Float64Array(levels.length);
  let missing = 0;
  for (let row = 0; row < codes.length; row++) {
    const weight = weights[row]!;
    if (!(weight > 0)) continue;
    const code = codes[row]!;
    if (code >= 0 && code < levels.length) counts[code] = counts[code]! + weight;
    else missing += weight;
  }
  return frequencyTable(counts, missing, levels);
}

/** Of counts that were made already, a level each. */
export function frequencyTable(counts: Float64Array, missing: number, levels: readonly string[]): FrequencyTable {
  const n = counts.reduce((total, count) => total + count, 0);
  let upTo = 0;
  return {
    n,
    missing,
    rows: levels.map((value, index) => {
      const count = counts[index]!;
      upTo += count;
      return { value, count, percent: share(count, n + missing), validPercent: share(count, n), cumulative: share(upTo, n) };
    }),
  };
}

function countsOfLevels({ source, within, category }: Levels): [counts: Float64Array, missing: number] {
  const counted = source.counted(within, [category]);
  const counts = counted.frequencies(category);
  return [counts, counted.n - counts.reduce((total, count) => total + count, 0)];
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? (100 * part) / whole : null;
}

/**
 * Numbers as levels: the distinct values, ascending, and each row's index (-1: missing). A level's text has at most 15 significant
 * digits, which hides the noise of binary fractions; values that only differ beyond them are one level.
 */
export function codesOfNumbers(values: Float64Array): { codes: Codes; levels: string[]; values: number[] } {
  const distinct = [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const levels: string[] = [];
  const firsts: number[] = [];
  const index = new Map<number, number>();
  for (const value of distinct) {
    const text = String(Number(value.toPrecision(15)));
    if (levels.at(-1) !== text) {
      levels.push(text);
      firsts.push(value);
    }
    index.set(value, levels.length - 1);
  }
  return { codes: Int32Array.from(values, (value) => index.get(value) ?? -1), levels, values: firsts };
}
