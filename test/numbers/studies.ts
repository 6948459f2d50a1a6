// The data sets of test/numbers cut into studies: columns of one group each, as comparisons of studies take them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readOracleData } from '../oracles/read-data.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

export interface StudyColumns {
  readonly name: string;
  readonly columns: Float64Array[];
}

/** The named columns of each group, in the given order. */
export function studiesOf(dataset: string, group: string, groups: readonly string[], names: readonly string[]): StudyColumns[] {
  const data = readOracleData(`${here}data`, dataset);
  const by = data.column(group);
  const belongs = (row: number, name: string): boolean =>
    by.kind === 'number' ? String(by.values[row]!) === name : by.levels[by.codes[row]!] === name;
  return groups.map((name) => ({
    name,
    columns: names.map((column) => {
      const found = data.column(column);
      if (found.kind !== 'number') throw new Error(`${column} is not a number`);
      return found.values.filter((_, row) => belongs(row, name));
    }),
  }));
}

/** A document that a script in test/numbers/r wrote. */
export function readReference<T>(name: string): T {
  return JSON.parse(readFileSync(`${here}golden/${name}.json`, 'utf8')) as T;
}

/** Within the larger of an absolute and a relative tolerance. */
export function agree(
  actual: number | null | undefined,
  expected: number,
  tolerance: { readonly abs?: number; readonly rel?: number },
): boolean {
  return (
    typeof actual === 'number' && Math.abs(actual - expected) <= Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected))
  );
}
