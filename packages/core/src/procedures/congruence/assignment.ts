// Which column of one solution belongs to which of another: the assignment with the largest total.
import type { Matrix } from '../../numerics/linear-algebra.ts';

/**
 * For each row the column given to it, no column twice, such that the sum of `gain` over the pairs is largest (Kuhn 1955, Naval Research
 * Logistics Quarterly 2:83–97; by shortest augmenting paths, O(n³)). Where there are fewer columns than rows, the rows that gain least
 * get −1. All entries must be numbers.
 */
export function bestAssignment(gain: Matrix): number[] {
  const rows = gain.length;
  const columns = gain[0]?.length ?? 0;
  const size = Math.max(rows, columns);
  // Rows and columns beyond the given ones cost what nothing costs.
  const cost = (i: number, j: number): number => (i < rows && j < columns ? -gain[i]![j]! : 0);
  const rowPrice = new Float64Array(size + 1);
  const columnPrice = new Float64Array(size + 1);
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    const least = new Float64Array(size + 1).fill(Infinity);
    const from = new Int32Array(size + 1);
    const seen = new Uint8Array(size + 1);
    let column = 0;
    rowOf[0] = row;
    do {
      seen[column] = 1;
      const current = rowOf[column]!;
      let step = Infinity;
      let next = 0;
      for (let j = 1; j <= size; j++) {
        if (seen[j] === 1) continue;
        const reduced = cost(current - 1, j - 1) - rowPrice[current]! - columnPrice[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          from[j] = column;
        }
        if (least[j]! < step) {
          step = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= size; j++) {
        if (seen[j] === 1) {
          rowPrice[rowOf[j]!] = rowPrice[rowOf[j]!]! + step;
          columnPrice[j] = columnPrice[j]! - step;
        } else least[j] = least[j]! - step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = from[column]!) rowOf[column] = rowOf[from[column]!]!;
  }
  const out = Array.from({ length: rows }, () => -1);
  for (let j = 1; j <= columns; j++) if (rowOf[j]! > 0 && rowOf[j]! <= rows) out[rowOf[j]! - 1] = j - 1;
  return out;
}
