// Products of what answers give: of two counted columns as one column of both their levels, which is counted like any other.
import { columnOf, inside, linearOf, type Linear } from './columns.ts';
import { NeedsRows } from './needs-rows.ts';
import { union, type Source } from './source.ts';

/** More combinations of levels than this are not counted as one column. */
export const MOST_CROSSED = 4095;
/** A product of more columns than this is not counted: of two scores it is that of each item of one with each of the other. */
export const MOST_PRODUCTS = 64;

const CROSSED = 'cross(';
const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The name of the column of combined levels: of one column its own. */
export function crossName(of: readonly string[]): string {
  const names = [...new Set(of.flatMap(crossedOf))].sort(byUnits);
  return names.length === 1 ? names[0]! : `${CROSSED}${names.map((name) => JSON.stringify(name)).join(', ')})`;
}

/** The columns of which a column has the combined levels, the first changing last; of any other column itself. */
export const crossedOf = (name: string): readonly string[] =>
  name.startsWith(CROSSED) ? (JSON.parse(`[${name.slice(CROSSED.length, -1)}]`) as string[]) : [name];

/** Row by row, of the rows that have both: Σ over the pairs of their summands. */
export function productOf(a: Linear, b: Linear): Float64Array {
  const { source } = a;
  // With a measure it would be told by three columns together.
  if ((a.slopes?.size ?? 0) + (b.slopes?.size ?? 0) > 0) throw new NeedsRows();
  const parts = new Map<string, Float64Array>();
  const add = (name: string, table: Float64Array): void => {
    const sum = parts.get(name);
    parts.set(
      name,
      table.map((value, level) => (sum?.[level] ?? 0) + value),
    );
  };
  for (const [name, table] of a.parts)
    if (b.constant !== 0)
      add(
        name,
        table.map((value) => value * b.constant),
      );
  for (const [name, table] of b.parts)
    if (a.constant !== 0)
      add(
        name,
        table.map((value) => value * a.constant),
      );
  for (const [first, left] of a.parts)
    for (const [second, right] of b.parts) {
      const name = crossName([first, second]);
      const at = [levelsWithin(source, name, first), levelsWithin(source, name, second)] as const;
      add(
        name,
        Float64Array.from({ length: at[0].length }, (_, level) => left[at[0][level]!]! * right[at[1][level]!]!),
      );
    }
  return columnOf({
    source,
    within: inside(a.within, b.within),
    constant: a.constant * b.constant,
    parts,
    needs: union(a.needs, b.needs),
    ends: null,
  });
}

/** As it, of columns; null where they have their rows. */
export function productOfColumns(a: Float64Array, b: Float64Array): Float64Array | null {
  const [left, right] = [linearOf(a), linearOf(b)];
  if (left === null && right === null) return null;
  if (left === null || right === null) throw new NeedsRows();
  return productOf(left, right);
}

/** The level of one column, or of several, in each combination. */
function levelsWithin(source: Source, whole: string, name: string): Int32Array {
  const [all, own] = [crossedOf(whole), crossedOf(name)];
  const sizes = all.map((one) => source.valuesOf(one).length);
  const size = sizes.reduce((product, one) => product * one, 1);
  if (size > MOST_CROSSED) throw new NeedsRows();
  return Int32Array.from({ length: size }, (_, level) => {
    let rest = level;
    const places = new Map<string, number>();
    for (let i = all.length - 1; i >= 0; i--) {
      places.set(all[i]!, rest % sizes[i]!);
      rest = Math.floor(rest / sizes[i]!);
    }
    return own.reduce((sum, one) => sum * sizes[all.indexOf(one)]! + places.get(one)!, 0);
  });
}
