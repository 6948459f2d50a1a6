// `report { cells N }`: which numbers are hidden because few respondents gave them, and which because these could be computed from them.
// Which counts of a table these are is procedures/disclosure's; what hangs on a count (its percentage, a mean, a spread) is said here and
// by each method for its own numbers.
import type { Given, Hides, LevelPath } from '../contract/declared-quantity.ts';
import type { Hidden } from '../contract/quantity.ts';
import type { CategoryPlan } from '../contract/variables.ts';
import { floatsOf, isPoints, type Codes, type Values } from '../counts/points.ts';
import { derivation, plain, same } from '../memo/derivation.ts';
import { frequencies } from '../procedures/describe/frequencies.ts';
import { linearOf } from '../rowless/columns.ts';
import { distributionOf, isMeasure } from '../rowless/linear.ts';
import { crossCells, levelCells, withheldCells, type Withheld } from '../procedures/disclosure/small-cells.ts';
import { isFew, type Limited } from './state.ts';

/** A level's name → how its count is withheld; levels that are shown are not in it. */
export type HiddenLevels = ReadonlyMap<string, 'few' | 'other'>;
export const NONE: HiddenLevels = new Map();

/** A count says that it is below the least; of all else that hangs on it nothing is told. */
export const hiddenAs = (withheld: 'few' | 'other', key: string, least: number): Hidden => ({
  below: withheld === 'few' && COUNTS.has(key) ? least : null,
});
const COUNTS: ReadonlySet<string> = new Set([
  'n',
  'count',
  'n(level)',
  'count(level)',
  'count(number)',
  'count(option)',
  'count(level, level)',
  'n(level, level)',
  'histogram.count(number)',
]);

/** Everything but what `shown` names. */
export const hidesAll =
  (state: Pick<Limited, 'least'>, withheld: Withheld, shown: readonly string[] = []): Hides =>
  (key) =>
    withheld === null || shown.includes(key) ? null : hiddenAs(withheld, key, state.least);

/** What is hidden by any of these. */
export const anyHides =
  (...all: readonly (Hides | undefined)[]): Hides =>
  (key, given) => {
    for (const one of all) {
      const hidden = one?.(key, given) ?? null;
      if (hidden !== null) return hidden;
    }
    return null;
  };

/** Of counts that add up to a total; `also` are hidden elsewhere. */
export function withheldLevels(
  state: Pick<Limited, 'least'>,
  levels: readonly string[],
  counts: readonly number[],
  also: HiddenLevels = NONE,
): HiddenLevels {
  if (state.least === 0) return NONE;
  const found = withheldCells(levelCells(counts), state.least, new Set(levels.flatMap((level, at) => (also.has(level) ? [at] : []))));
  return new Map(levels.flatMap((level, at) => (found[at] == null ? [] : [[level, found[at]]])));
}

const countsOf = derivation(
  'counts of levels',
  { codes: same<Codes>(), levels: plain<readonly string[]>(), weights: same<Float64Array | null>() },
  ({ codes, levels, weights }) =>
    frequencies(
      codes,
      levels,
      weights?.map((weight) => (weight > 0 ? 1 : 0)),
    ).rows.map(({ count }) => count),
);

/** The levels of a category that are hidden among all respondents: they are wherever its levels stand. */
export function hiddenLevels(state: Limited, category: CategoryPlan): HiddenLevels {
  const codes = state.least === 0 ? undefined : state.coded.categories.get(category.name);
  if (codes === undefined) return NONE;
  const levels = category.levels.map(({ name }) => name);
  return withheldLevels(state, levels, countsOf(state.memo, { codes, levels, weights: state.design?.survey.weights ?? null }));
}

/** Numbers by level: hidden where one of the levels in their brackets is. */
export const byLevels =
  (state: Pick<Limited, 'least'>, of: (category: string) => HiddenLevels): Hides =>
  (key, given) => {
    const found = given.flatMap((one) => levelIn(one, of) ?? []);
    return found.length === 0 ? null : hiddenAs(found.includes('other') || given.length > 1 ? 'other' : 'few', key, state.least);
  };
const levelIn = (one: Given, of: (category: string) => HiddenLevels): 'few' | 'other' | null => {
  const [category, level] = typeof one === 'object' ? (one as LevelPath) : [];
  return category === undefined || level === undefined ? null : (of(category).get(level) ?? null);
};

/** A cross table: its cells by row and column, and the totals of rows and of columns. */
export interface HiddenCrossing {
  readonly cells: readonly (readonly Withheld[])[];
  readonly rows: HiddenLevels;
  readonly columns: HiddenLevels;
}
export interface Crossed {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** Null where nothing is hidden. */
export function withheldCrossing(
  state: Pick<Limited, 'least'>,
  { rows, columns, counts }: Crossed,
  also: { readonly rows: HiddenLevels; readonly columns: HiddenLevels },
): HiddenCrossing | null {
  if (state.least === 0 || rows.length === 0 || columns.length === 0) return null;
  const cells = crossCells(counts);
  const first = rows.length * columns.length;
  const forced = [
    ...rows.flatMap((level, at) => (also.rows.has(level) ? [first + at] : [])),
    ...columns.flatMap((level, at) => (also.columns.has(level) ? [first + rows.length + at] : [])),
  ];
  const found = withheldCells(cells, state.least, new Set(forced));
  if (found.every((one) => one === null)) return null;
  const named = (names: readonly string[], from: number): HiddenLevels =>
    new Map(names.flatMap((name, at) => (found[from + at] == null ? [] : [[name, found[from + at]!] as const])));
  return {
    cells: rows.map((_, i) => found.slice(i * columns.length, (i + 1) * columns.length)),
    rows: named(rows, first),
    columns: named(columns, first + rows.length),
  };
}

/**
 * How many have the lower and the higher of two values; null where there are more. The mean of two values is a percentage, and its spread
 * follows from it. With a single value nobody has the other.
 */
export function countsOfTwo(values: Values): readonly [number, number] | null {
  const counted = isPoints(values) ? null : linearOf(values);
  if (counted !== null) {
    // What is added up has many values.
    if (isMeasure(counted)) return null;
    const { counts } = distributionOf(counted);
    return counts.length > 2 ? null : [counts[0] ?? 0, counts[1] ?? 0];
  }
  const two = twoValues(values);
  if (two === null) return null;
  const counts: [number, number] = [0, 0];
  for (const value of floatsOf(values)) if (!Number.isNaN(value)) counts[value === two[0] ? 0 : 1]++;
  return counts;
}
function twoValues(values: Values): readonly [number, number] | null {
  let [one, other] = [NaN, NaN];
  for (const value of floatsOf(values)) {
    if (Number.isNaN(value) || value === one || value === other) continue;
    if (Number.isNaN(one)) one = value;
    else if (Number.isNaN(other)) other = value;
    else return null;
  }
  return other < one ? [other, one] : [one, other];
}

/** Levels at which the share of one of two values is hidden, and whether it is among all; nothing where there are more values. */
export function hiddenShares(
  state: Pick<Limited, 'least'>,
  values: Values,
  codes: Codes,
  levels: readonly string[],
  also: HiddenLevels = NONE,
): { readonly levels: HiddenLevels; readonly all: boolean } {
  if (state.least === 0) return { levels: NONE, all: false };
  if (!isPoints(values) && linearOf(values) !== null) {
    // Without rows nobody can say how many of a level have which value: none is shown.
    const few = countsOfTwo(values) !== null;
    return { levels: few ? new Map(levels.map((level) => [level, 'other'] as const)) : NONE, all: few };
  }
  const two = twoValues(values);
  if (two === null) return { levels: NONE, all: false };
  const numbers = floatsOf(values);
  const counts = levels.map((): [number, number] => [0, 0]);
  for (let row = 0; row < numbers.length; row++)
    if (!Number.isNaN(numbers[row]!) && codes[row]! >= 0) counts[codes[row]!]![numbers[row] === two[0] ? 0 : 1]++;
  const found = withheldCrossing(state, { rows: levels, columns: ['low', 'high'], counts }, { rows: also, columns: NONE });
  if (found === null) return { levels: NONE, all: false };
  return {
    levels: new Map(levels.flatMap((level, at) => (found.cells[at]!.every((one) => one === null) ? [] : [[level, 'other'] as const]))),
    all: found.columns.size > 0,
  };
}

/** All but counts, where shares of two values are hidden. */
export const hidesShares =
  (of: (category: string) => { readonly levels: HiddenLevels; readonly all: boolean }): Hides =>
  (key, given) => {
    if (key.startsWith('n(')) return null;
    const isHidden = ([category, level]: LevelPath): boolean => (level === undefined ? false : of(category!).levels.has(level));
    return given.some((one) => typeof one === 'object' && isHidden(one)) ? { below: null } : null;
  };

/** All numbers of few cases, and those left out of more. */
export const hidesFew = (state: Limited, n: number, rows: number, cases: number): Hides =>
  isFew(state, n) ? hidesAll(state, 'few', ['left_out']) : hidesLeftOut(state, rows, cases);

/** Those whom a condition leaves out, and those who have no answer, where either are few. */
export function hidesLeftOut(state: Limited, rows: number, cases: number): Hides {
  const few = state.least > 0 && (isFew(state, rows - cases) || isFew(state, cases));
  return (key) => (few && (key === 'left_out' || key === 'lost') ? { below: null } : null);
}
