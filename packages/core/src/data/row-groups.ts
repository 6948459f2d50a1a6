// Rows in groups by what stands in a column: clusters, and the groups of `per`. What a key compares by is keys.ts'.
import type { ValueSet } from '../contract/variables.ts';
import type { Column } from './frame.ts';
import { keyOf } from './keys.ts';
import { levelsIn, setMatchesNumber } from './values.ts';

/** The group of each row, from 0 in the order in which rows come to them; −1 where the cell is missing. */
export function rowGroups(column: Column, missing: ValueSet): Int32Array {
  const groups = new Map<string | number, number>();
  const groupOf = (key: string | number): number => {
    const known = groups.get(key) ?? groups.size;
    groups.set(key, known);
    return known;
  };
  if (column.kind === 'number' && column.points !== undefined) {
    const { codes, values } = column.points;
    const ofCode = new Map<number, number>();
    const gone = Uint8Array.from(values, (value) => (Number.isNaN(value) || setMatchesNumber(missing, value) ? 1 : 0));
    return Int32Array.from(codes, (code) => {
      if (code < 0 || gone[code] === 1) return -1;
      const known = ofCode.get(code) ?? groupOf(values[code]!);
      ofCode.set(code, known);
      return known;
    });
  }
  if (column.kind === 'number')
    return Int32Array.from(column.values, (value) => (Number.isNaN(value) || setMatchesNumber(missing, value) ? -1 : groupOf(value)));
  const gone = levelsIn(missing, column);
  const ofLevel = new Map<number, number>();
  return Int32Array.from(column.codes, (code) => {
    if (code < 0 || gone[code]!) return -1;
    const known = ofLevel.get(code) ?? groupOf(keyOf(column.levels.at(code)!));
    ofLevel.set(code, known);
    return known;
  });
}
