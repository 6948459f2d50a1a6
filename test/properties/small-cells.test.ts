// What is withheld of a table: no reader can tell a count of few, not by reading and not by computing. Every table that a reader would
// have to think possible is gone through one by one, which knows nothing of how the program finds out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crossCells,
  levelCells,
  withheldCells,
  type TableCell,
  type Withheld,
} from '../../packages/core/src/procedures/disclosure/small-cells.ts';

const seed = 20260411;
const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

/** Places that others lead through, not the two ends. */
const isEnd = (place: number): boolean => place < 2;

/**
 * All tables that agree with what is printed: the counts that are shown, the total of all, and that nobody is hidden by a 0 (unless zeros
 * are among what is withheld). The totals of a cross table follow from its cells.
 */
function possible(cells: readonly TableCell[], withheld: readonly Withheld[], least: number): number[][] {
  const zeros = cells.some(({ count }, at) => count === 0 && withheld[at] !== null);
  const plain = withheld.includes('few');
  const fits = (at: number, count: number): boolean => {
    if (withheld[at] === null) return count === cells[at]!.count;
    if (withheld[at] === 'few') return count >= 1 && count < least;
    return count >= (zeros ? 0 : plain ? least : 1);
  };
  const isTotal = ({ from, to }: TableCell): boolean => isEnd(from) !== isEnd(to);
  const inner = cells.flatMap((cell, at) => (isTotal(cell) ? [] : [at]));
  const all = sum(inner.map((at) => cells[at]!.count));
  const totalOf = (counts: readonly number[], place: number): number =>
    sum(inner.filter((at) => cells[at]!.from === place || cells[at]!.to === place).map((at) => counts[at]!));
  const counts = cells.map(({ count }) => count);
  const found: number[][] = [];
  const go = (next: number, left: number): void => {
    const at = inner[next];
    if (at === undefined) {
      for (const [total, cell] of cells.entries())
        if (isTotal(cell)) counts[total] = totalOf(counts, isEnd(cell.from) ? cell.to : cell.from);
      if (left === 0 && counts.every((count, one) => fits(one, count))) found.push([...counts]);
      return;
    }
    const [low, high] = withheld[at] === null ? [cells[at]!.count, cells[at]!.count] : [0, left];
    for (let count = low; count <= Math.min(high, left); count++) {
      if (!fits(at, count)) continue;
      counts[at] = count;
      go(next + 1, left - count);
    }
  };
  go(0, all);
  return found;
}

/** A count of few may be as many things as `<least` says, and up to it; unless there is nothing left that could be withheld. */
function isProtected(cells: readonly TableCell[], least: number): void {
  const withheld = withheldCells(cells, least);
  const all = withheld.every((one) => one !== null);
  const tables = possible(cells, withheld, least);
  for (const [at, { count }] of cells.entries()) {
    if (!(count > 0 && count < least)) continue;
    expect(withheld[at]).not.toBeNull();
    const values = new Set(tables.map((table) => table[at]!));
    expect(values).toContain(count);
    if (all) continue;
    expect(Math.max(...values)).toBeGreaterThanOrEqual(least - 1);
    expect(values.size).toBeGreaterThan(Math.max(1, least - 2));
  }
}

describe('counts of few respondents', () => {
  it('cannot be computed from the other levels and their total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 2, max: 6 }),
        (counts, least) => {
          isProtected(levelCells(counts), least);
        },
      ),
      { seed, numRuns: 400 },
    );
  });

  it('cannot be computed from a cross table with its totals', () => {
    const table = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 4 }), (counts, least) => {
        fc.pre(sum(counts.flat()) < 13);
        isProtected(crossCells(counts), least);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('are withheld with the smallest other one, and no more where that is enough', () => {
    expect(withheldCells(levelCells([3, 80, 40, 25, 200]), 10)).toEqual(['few', null, null, 'other', null]);
    expect(withheldCells(levelCells([50, 60]), 10)).toEqual([null, null]);
    // Nobody is no group; two of few are told only not to be shown where `<10` twice would tell them.
    expect(withheldCells(levelCells([0, 6, 8, 70]), 10)).toEqual([null, 'other', 'other', null]);
    expect(withheldCells(levelCells([0, 1, 1, 70]), 10)).toEqual([null, 'few', 'few', 'other']);
  });

  it('are withheld where they are withheld elsewhere, though they are no longer few', () => {
    expect(withheldCells(levelCells([10, 80, 40]), 10, new Set([0]))).toEqual(['other', null, 'other']);
  });
});
