import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../numerics/random.ts';
import { explain, type Figure, type FigureRow } from './identity-locate.ts';
import { consensusOf, feasible, feasibleWithin, weightBounds, type Row } from './identity-region.ts';

const figure = (text: string): Figure => {
  const decimals = (text.split('.')[1] ?? '').length;
  const half = 0.5 * 10 ** -decimals;
  return { printed: text, decimals, low: Number(text) - half, high: Number(text) + half };
};

/** A consistent table: parts at random, the composite by the weights, everything printed with three digits. */
function tableOf(weights: readonly number[], rows: number, seed: number, decimals = 3): FigureRow[] {
  const random = seededRandom(seed);
  return Array.from({ length: rows }, () => {
    const parts = weights.map(() => 0.25 * random.normal());
    return {
      y: figure(weights.reduce((sum, weight, j) => sum + weight * parts[j]!, 0).toFixed(decimals)),
      x: parts.map((part) => figure(part.toFixed(decimals))),
    };
  });
}

describe('the weights of a composite', () => {
  it('are recovered within rounding', () => {
    const rows = tableOf([0.608, 0.564, 0.559], 25, 3);
    const bounds = weightBounds(rows)!;
    for (const [j, weight] of [0.608, 0.564, 0.559].entries()) {
      expect(bounds[j]!.low).toBeLessThanOrEqual(weight);
      expect(bounds[j]!.high).toBeGreaterThanOrEqual(weight);
      expect(bounds[j]!.high - bounds[j]!.low).toBeLessThan(0.02);
    }
    expect(
      feasibleWithin(rows, [
        { low: 0.608, high: 0.608 },
        { low: 0.564, high: 0.564 },
        { low: 0.559, high: 0.559 },
      ]),
    ).toBe(true);
    expect(
      feasibleWithin(rows, [
        { low: 0.577, high: 0.578 },
        { low: 0.577, high: 0.578 },
        { low: 0.577, high: 0.578 },
      ]),
    ).toBe(false);
  });

  it('may be negative', () => {
    const bounds = weightBounds(tableOf([0.7, -0.5], 15, 4))!;
    expect(bounds[1]!.low).toBeLessThanOrEqual(-0.5);
    expect(bounds[1]!.high).toBeGreaterThanOrEqual(-0.5);
    expect(bounds[1]!.high).toBeLessThan(-0.45);
  });

  it('exist for every table that was computed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 6, max: 30 }),
        fc.integer(),
        fc.integer({ min: 2, max: 4 }),
        (weights, rows, seed, decimals) => {
          const table = tableOf(weights, rows, seed, decimals);
          const found = feasible(table);
          const consensus = consensusOf(table);
          return found !== null && consensus !== null && consensus.bad.length === 0;
        },
      ),
      { numRuns: 150, seed: 5 },
    );
  });

  it('are not looked for in too few rows', () => {
    expect(consensusOf(tableOf([0.6, 0.8], 3, 1))).toBeNull();
  });
});

describe('rows that break the identity', () => {
  const weights = [0.608, 0.564, 0.559];
  const clean = tableOf(weights, 25, 11);
  const located = (rows: readonly FigureRow[]) => explain(rows, consensusOf(rows)!);
  const replaced = (changes: Readonly<Record<number, (row: FigureRow) => FigureRow>>): FigureRow[] =>
    clean.map((row, i) => changes[i]?.(row) ?? row);

  it('are found when cells of a row are exchanged', () => {
    const rows = replaced({ 7: (row) => ({ ...row, x: [row.x[1]!, row.x[0]!, row.x[2]!] }) });
    expect(consensusOf(rows)!.bad).toEqual([7]);
    expect(located(rows)).toEqual([{ kind: 'swap', a: { row: 7, column: 1 }, b: { row: 7, column: 2 }, others: 0 }]);
  });

  it('are found when a block of a column has slipped, and say how far', () => {
    const rows = clean.map((row, i) => (i >= 18 && i <= 22 ? { ...row, y: clean[i === 18 ? 22 : i - 1]!.y } : row));
    const [only, ...others] = located(rows);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind: 'shift', column: 0, from: 18, to: 22, by: 1 });
  });

  it('are found when two rows hold each other’s figure of a part', () => {
    const rows = replaced({
      3: (row) => ({ ...row, x: [clean[9]!.x[0]!, row.x[1]!, row.x[2]!] }),
      9: (row) => ({ ...row, x: [clean[3]!.x[0]!, row.x[1]!, row.x[2]!] }),
    });
    expect(located(rows)).toMatchObject([{ kind: 'swap', a: { row: 3, column: 1 }, b: { row: 9, column: 1 } }]);
  });

  it('are found when one digit is wrong; the true figure is among those proposed', () => {
    const truth = clean[4]!.y.printed;
    const wrong = `${truth.slice(0, -2)}${(Number(truth.at(-2)) + 4) % 10}${truth.slice(-1)}`;
    const rows = replaced({ 4: (row) => ({ ...row, y: figure(wrong) }) });
    const [only] = located(rows);
    expect(only).toMatchObject({ kind: 'slip', row: 4 });
    expect(only?.kind === 'slip' && only.cells.some((one) => one.cell.column === 0 && one.texts.includes(truth))).toBe(true);
  });

  it('are told apart when there are several', () => {
    const rows = replaced({
      2: (row) => ({ y: row.x[0]!, x: [row.y, row.x[1]!, row.x[2]!] }),
      20: (row) => ({ ...row, y: figure((Number(row.y.printed) + 0.2).toFixed(3)) }),
    });
    expect(located(rows).map((one) => one.kind)).toEqual(['swap', 'slip']);
  });

  it('never are rows that fit', () => {
    const rows: readonly Row[] = clean;
    expect(consensusOf(rows)!.bad).toEqual([]);
  });
});
