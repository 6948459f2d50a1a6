import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { multiply, transpose } from '../../numerics/linear-algebra.ts';
import { seededRandom } from '../../numerics/random.ts';
import { bestAssignment } from './assignment.ts';
import { intervalOf } from './interval.ts';
import { procrustes } from './procrustes.ts';
import { compareStructures, type StructureComparison } from '../../methods/index/structures.ts';
import { congruence, congruenceBand, congruenceMatrix, matchColumns } from './tucker.ts';

const entry = fc.double({ min: -1, max: 1, noNaN: true });
const matrixOf = (rows: number, columns: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const pair = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) => fc.tuple(matrixOf(rows, columns), matrixOf(rows, columns)));
const options = { seed: 11, numRuns: 100 };

/** Six items on two components; item `wanderer` loads on the second in the other study. */
function study(seed: number, n: number, wanders = false): Float64Array[] {
  const random = seededRandom(seed);
  const columns = Array.from({ length: 6 }, () => new Float64Array(n));
  for (let row = 0; row < n; row++) {
    const [f, g] = [random.normal(), random.normal()];
    columns.forEach((column, i) => {
      column[row] = 0.8 * (i < 3 && !(wanders && i === 2) ? f : g) + 0.6 * random.normal();
    });
  }
  return columns;
}
const items = ['a', 'b', 'c', 'd', 'e', 'f'];
const varimax2 = { components: 2, rule: { extract: { kind: 'components' }, rotate: { kind: 'varimax', kaiser: true } }, seed: 1 } as const;

describe('congruence', () => {
  test('by hand', () => {
    expect(congruence([1, 2, 2], [2, 1, 2])).toBeCloseTo(8 / 9, 15);
    expect(congruence([1, 2], [-2, -4])).toBeCloseTo(-1, 15);
    expect(congruence([0, 0], [1, 2])).toBeNull();
    expect(congruence([1e-200, 2e-200], [1, 2])).toBeCloseTo(1, 15);
    expect([0.95, 0.9499, 0.85, 0.8499, -0.97, null].map(congruenceBand)).toEqual(['equal', 'fair', 'fair', 'different', 'equal', null]);
  });

  test('neither signs nor order nor size of the columns matter once they are matched', () => {
    fc.assert(
      fc.property(
        pair,
        fc.array(fc.constantFrom(-1, 1, 2.5, -0.3), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 3 }),
        ([a, b], factors, turn) => {
          const k = b[0]!.length;
          const order = Array.from({ length: k }, (_, j) => (j + turn) % k);
          const moved = b.map((row) => order.map((j) => row[j]! * factors[j]!));
          const total = (phi: readonly (number | null)[]): number => phi.reduce<number>((sum, value) => sum + (value ?? 0), 0);
          const [plain, other] = [matchColumns(a, b), matchColumns(a, moved)];
          expect(total(other.phi)).toBeCloseTo(total(plain.phi), 10);
          expect(plain.phi.every((value) => value === null || (value >= 0 && value <= 1))).toBe(true);
          expect(congruenceMatrix(a, plain.loadings).every((row, j) => row[j] === null || row[j]! >= 0)).toBe(true);
        },
      ),
      options,
    );
  });

  test('no other pairing has a larger sum', () => {
    const permutations = (values: readonly number[]): number[][] =>
      values.length < 2
        ? [[...values]]
        : values.flatMap((value, i) => permutations([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((size) => matrixOf(size, size)),
        (gain) => {
          const found = bestAssignment(gain);
          expect([...found].sort()).toEqual(gain.map((_, i) => i));
          const value = (pairs: readonly number[]): number => pairs.reduce((sum, column, row) => sum + gain[row]![column]!, 0);
          expect(value(found)).toBeGreaterThanOrEqual(Math.max(...permutations(gain.map((_, i) => i)).map(value)) - 1e-12);
        },
      ),
      options,
    );
    expect(bestAssignment([[1], [3], [2]])).toEqual([-1, 0, -1]);
    expect(bestAssignment([[1, 3, 2]])).toEqual([1]);
  });
});

describe('Procrustes', () => {
  test('the rotation is orthogonal and comes no farther from the target, for singular matrices too', () => {
    fc.assert(
      fc.property(pair, fc.boolean(), ([a, b], flat) => {
        const loadings = flat ? a.map((row) => row.map((_, j) => (j === 0 ? row[0]! : 0))) : a;
        const found = procrustes(loadings, b)!;
        const k = b[0]!.length;
        multiply(transpose(found.rotation), found.rotation).forEach((row, i) =>
          row.forEach((value, j) => {
            expect(value).toBeCloseTo(i === j ? 1 : 0, 10);
          }),
        );
        const distance = (x: readonly (readonly number[])[]): number =>
          Math.sqrt(
            x.reduce((sum, row, i) => sum + row.reduce((part, value, j) => part + (value - b[i]![j]!) ** 2, 0), 0) / (b.length * k),
          );
        expect(found.rootMeanSquare).toBeCloseTo(distance(found.loadings), 10);
        expect(found.rootMeanSquare).toBeLessThanOrEqual(distance(loadings) + 1e-12);
        // Cross-products with the target never fall: what a rotation to it is for.
        const cross = (x: readonly (readonly number[])[]): number =>
          x.reduce((sum, row, i) => sum + row.reduce((part, value, j) => part + value * b[i]![j]!, 0), 0);
        expect(cross(found.loadings)).toBeGreaterThanOrEqual(cross(matchColumns(b, loadings).loadings) - 1e-10);
      }),
      options,
    );
  });

  test('a turned copy is turned back', () => {
    const target = [
      [0.8, 0.1],
      [0.7, -0.2],
      [0.1, 0.9],
      [0, 0.6],
    ];
    const [cos, sin] = [Math.cos(0.7), Math.sin(0.7)];
    const found = procrustes(
      multiply(target, [
        [cos, -sin],
        [-sin, -cos],
      ]),
      target,
    )!;
    expect(found.rootMeanSquare).toBeLessThan(1e-14);
    expect(procrustes([[1, 2]], [[1]])).toBeNull();
    expect(procrustes([[NaN]], [[1]])).toBeNull();
  });
});

describe('two structures', () => {
  test('a study against itself: congruence 1, nothing moves', () => {
    const data = study(1, 150);
    const found = compareStructures(items, data, data, { ...varimax2, replications: 50 }) as StructureComparison;
    for (const component of found.components)
      expect([component.phi, component.rotatedPhi]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
    expect(
      found.items.every((item) => item.moved === 'no' && item.differences.every((one) => Math.abs(one.difference) < 1e-12 && !one.salient)),
    ).toBe(true);
    expect(found.bootstrap).toEqual({ replications: 50, usable: 50, seed: 1, confidence: 0.95 });
  });

  test('an item that loads elsewhere is established as moved, and no other is', () => {
    const found = compareStructures(items, study(2, 300), study(3, 300, true), { ...varimax2, replications: 200 }) as StructureComparison;
    expect(found.items.map((item) => item.moved)).toEqual(['no', 'no', 'established', 'no', 'no', 'no']);
    expect(found.items[2]!.differences.every((one) => one.salient)).toBe(true);
    expect(found.components.some((component) => component.rotatedBand === 'different' || component.rotatedBand === 'fair')).toBe(true);
  });

  test('the same seed gives the same intervals, the original may come with its own order', () => {
    const [a, b] = [study(4, 120), study(5, 120)];
    const run = () => compareStructures(items, a, b, { ...varimax2, replications: 40 }) as StructureComparison;
    expect(run()).toEqual(run());
    const swapped = run().original.map((row) => [row[1]!, -row[0]!]);
    const named = compareStructures(items, a, b, { ...varimax2, replications: 40, originalLoadings: swapped }) as StructureComparison;
    expect(named.components[0]!.phi).toBeCloseTo(run().components[1]!.phi!, 12);
    expect(named.components[0]!.interval!.low).toBeCloseTo(run().components[1]!.interval!.low, 12);
  });

  test('what forbids a comparison is said', () => {
    const data = study(1, 150);
    expect(
      compareStructures(
        items,
        data,
        data.map((column) => column.slice(0, 5)),
        { ...varimax2, replications: 0 },
      ),
    ).toEqual({ problem: 'too-few-cases', study: 'other', n: 5 });
    expect(
      compareStructures(
        items,
        data.map((column, i) => (i === 1 ? column.map(() => 4) : column)),
        data,
        { ...varimax2, replications: 0 },
      ),
    ).toEqual({ problem: 'constant-item', study: 'original', items: ['b'] });
    expect(compareStructures(items, data, data, { ...varimax2, components: 7, replications: 0 })).toEqual({
      problem: 'too-many-components',
      components: 7,
      items: 6,
    });
  });

  test('intervals are percentiles of type 7, and none are given for a handful', () => {
    const draws = Array.from({ length: 41 }, (_, i) => (i * 7) % 41);
    expect(intervalOf(draws, 0.95)).toEqual({ low: expect.closeTo(1, 12), high: expect.closeTo(39, 12) });
    expect(intervalOf(draws.slice(0, 19), 0.95)).toBeNull();
  });
});
