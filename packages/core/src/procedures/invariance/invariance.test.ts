import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { seededRandom } from '../../numerics/random.ts';
import { fitMultiGroup, type InvarianceGroup } from './fit.ts';
import { invariance } from './invariance.ts';
import { parameterTable, type SimpleStructure } from './model.ts';

const structure: SimpleStructure = {
  factors: [
    { name: 'f', items: ['a', 'b', 'c'] },
    { name: 'g', items: ['d', 'e', 'h'] },
  ],
};

type Rows = Omit<InvarianceGroup, 'columns'> & { readonly columns: readonly Float64Array[] };

/** Two correlated factors, loadings about .7; `shift` is added to item c's answers. */
function group(name: string, seed: number, n: number, shift = 0): Rows {
  const random = seededRandom(seed);
  const columns = Array.from({ length: 6 }, () => new Float64Array(n));
  for (let row = 0; row < n; row++) {
    const f = random.normal();
    const g = 0.4 * f + Math.sqrt(0.84) * random.normal();
    columns.forEach((column, i) => {
      column[row] = 3 + 0.7 * (i < 3 ? f : g) + 0.7 * random.normal() + (i === 2 ? shift : 0);
    });
  }
  return { name, columns };
}

function everyNumberIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(everyNumberIn) : [];
}

describe('invariance', () => {
  test('the same answers twice: nothing is lost by any equality', () => {
    const one = group('one', 3, 200);
    const found = invariance(structure, [one, { ...one, name: 'two' }], { upTo: 'strict' });
    expect(found.steps.map((step) => step.level)).toEqual(['configural', 'metric', 'scalar', 'strict']);
    for (const step of found.steps.slice(1)) {
      expect(step.difference!.chi2).toBeLessThan(1e-8);
      expect(step.verdicts.map((verdict) => verdict.holds)).toEqual([true, true, true]);
      expect(Math.max(...step.scoreTests.map((row) => row.chi2))).toBeLessThan(1e-8);
    }
    expect(found.steps[2]!.fit.estimates.filter((row) => row.kind === 'mean').every((row) => Math.abs(row.value) < 1e-8)).toBe(true);
  });

  test('a shifted intercept is the first to be let go, and the factor mean is not moved by it', () => {
    const found = invariance(structure, [group('one', 5, 400), group('two', 6, 400, 0.8)]);
    const scalar = found.steps[2]!;
    expect([found.steps[1]!.holds, scalar.holds]).toEqual([true, false]);
    expect(scalar.partial!.steps.map((step) => step.freed)).toEqual([{ kind: 'intercept', item: 'c' }]);
    expect(scalar.scoreTests[0]!.groups[0]!.expectedChange).toBeGreaterThan(0.4);
    expect(found.reached).toEqual({ level: 'scalar', freed: [{ kind: 'intercept', item: 'c' }] });
    const mean = scalar.partial!.steps[0]!.fit.estimates.find((row) => row.group === 'two' && row.kind === 'mean' && row.name === 'f')!;
    expect(Math.abs(mean.value)).toBeLessThan(3 * mean.se!);
  });

  test('units of measurement do not change the fit', () => {
    const groups = [group('one', 8, 150), group('two', 9, 180)];
    const scale = [1, 1000, 0.01, 1, 1, 7];
    const scaled = groups.map((one) => ({ ...one, columns: one.columns.map((column, i) => column.map((value) => value * scale[i]!)) }));
    const [plain, other] = [groups, scaled].map((data) => fitMultiGroup(structure, data, { level: 'scalar' }));
    if (!('fit' in plain!) || !('fit' in other!)) throw new Error('not fitted');
    expect(other.fit.converged).toBe(true);
    expect(other.fit.chi2).toBeCloseTo(plain.fit.chi2, 8);
    expect(other.fit.rmsea).toBeCloseTo(plain.fit.rmsea!, 10);
  });

  test('each level is nested in the one before: χ² never falls, df rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const { steps } = invariance(structure, [group('one', seed, 120), group('two', seed + 1, 90, 0.3), group('three', seed + 2, 150)], {
          upTo: 'strict',
          decideBy: 'cheung-rensvold-2002',
        });
        for (const step of steps) expect(everyNumberIn(step).every(Number.isFinite)).toBe(true);
        const free = steps.map((step) => step.fit).filter((fit) => fit.converged && fit.freed.length === 0);
        for (let i = 1; i < free.length; i++)
          expect([free[i]!.chi2 >= free[i - 1]!.chi2 - 1e-7, free[i]!.df > free[i - 1]!.df]).toEqual([true, true]);
      }),
      { seed: 4, numRuns: 12 },
    );
  });
});

describe('what forbids a fit is said', () => {
  const one = group('one', 1, 60);
  const problemsOf = (data: SimpleStructure, groups: readonly InvarianceGroup[]) =>
    invariance(data, groups).problems.map((problem) => problem.problem);

  test('one group, a factor of one item, two items and no other factor, too few cases, no variance, copies', () => {
    expect(problemsOf(structure, [one])).toEqual(['one-group']);
    const pick = (...at: number[]) => [one, group('two', 2, 60)].map((data) => ({ ...data, columns: at.map((i) => data.columns[i]!) }));
    expect(
      problemsOf(
        {
          factors: [
            { name: 'f', items: ['a', 'b', 'c'] },
            { name: 'g', items: ['d'] },
          ],
        },
        pick(0, 1, 2, 3),
      ),
    ).toEqual(['too-few-items']);
    expect(problemsOf({ factors: [{ name: 'f', items: ['a', 'b'] }] }, pick(0, 1))).toEqual(['too-few-items']);
    expect(problemsOf(structure, [one, group('two', 2, 6)])).toEqual(['too-few-cases']);
    expect(
      problemsOf(structure, [one, { name: 'two', columns: one.columns.map((column, i) => (i === 4 ? column.map(() => 3) : column)) }]),
    ).toEqual(['constant-item']);
    expect(
      problemsOf(structure, [one, { name: 'two', columns: one.columns.map((column, i) => (i === 4 ? one.columns[3]! : column)) }]),
    ).toEqual(['singular']);
    expect(
      problemsOf({ factors: [] }, [
        { name: 'one', columns: [] },
        { name: 'two', columns: [] },
      ]),
    ).toContain('no-factor');
    for (const groups of [[one], [one, group('two', 2, 6)]])
      expect(invariance(structure, groups)).toMatchObject({ steps: [], reached: null });
  });

  test('a Heywood case is fitted and named', () => {
    // Item a is nearly the factor of b and c, which share little with each other: its residual variance turns negative.
    const heywood = (seed: number, name: string): Rows => {
      const data = group(name, seed, 150);
      const random = seededRandom(seed + 77);
      const [b, c] = [data.columns[1]!, data.columns[2]!].map((column) => column.map(() => random.normal()));
      return { name, columns: [b!.map((value, row) => value + c![row]! + 0.3 * random.normal()), b!, c!, ...data.columns.slice(3)] };
    };
    const { problems, steps } = invariance(structure, [heywood(21, 'one'), heywood(22, 'two')]);
    expect(everyNumberIn(steps).every(Number.isFinite)).toBe(true);
    expect(problems.length).toBeGreaterThan(0);
    expect(
      problems.every((problem) =>
        ['negative-variance', 'not-converged', 'not-identified', 'correlation-beyond-one'].includes(problem.problem),
      ),
    ).toBe(true);
  });

  test('the table of parameters counts as lavaan does', () => {
    const count = (level: Parameters<typeof parameterTable>[2], identification: 'marker' | 'std'): number =>
      parameterTable(structure, 3, level, identification).parameters;
    for (const identification of ['marker', 'std'] as const)
      expect((['configural', 'metric', 'scalar', 'strict'] as const).map((level) => count(level, identification))).toEqual([
        57, 49, 41, 29,
      ]);
  });
});
