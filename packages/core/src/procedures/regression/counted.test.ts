// Least squares from counts against the same on columns that are written out: every number of a fit, with rows left out, products, columns
// that depend on others, fits without residuals.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCodes } from '../../counts/points.ts';
import { remaking } from '../../counts/remade.ts';
import { minMax } from '../composite/composite.ts';
import { clusterSums } from './clustered.ts';
import { countedFit, countedMeat, countedPredictors, countedScores, type CodedTerm } from './counted.ts';
import { linearFit, type LinearFit } from './ols.ts';

interface Case {
  readonly terms: readonly CodedTerm[];
  readonly y: Float64Array;
  readonly mask: Uint8Array | null;
}

const random = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 4294967296;
};

function termOf(name: string, rows: number, levels: number, numeric: boolean, next: () => number): CodedTerm {
  const codes = emptyCodes(rows, levels);
  for (let row = 0; row < rows; row++) codes[row] = Math.floor(next() * levels);
  const columns = numeric
    ? [{ text: name, variables: [name], levels: [null], table: Float64Array.from({ length: levels }, (_, at) => at * 1.5 - 2) }]
    : Array.from({ length: levels - 1 }, (_, one) => ({
        text: `${name}.${one}`,
        variables: [name],
        levels: [`${one}`],
        table: Float64Array.from({ length: levels }, (_, at) => (at === one ? 1 : 0)),
      }));
  return { codes, levels, columns };
}

const shapes = fc.record({
  seed: fc.nat(),
  rows: fc.oneof(fc.integer({ min: 60, max: 300 }), fc.constantFrom(4095, 4096, 4097, 9000)),
  terms: fc.array(fc.record({ levels: fc.integer({ min: 2, max: 6 }), numeric: fc.boolean() }), { minLength: 1, maxLength: 5 }),
  masked: fc.boolean(),
  offset: fc.constantFrom(0, 50, 1e3, 1e9),
});

function caseOf({ seed, rows, terms, masked, offset }: typeof shapes extends fc.Arbitrary<infer T> ? T : never): Case {
  const next = random(seed);
  const made = terms.map(({ levels, numeric }, at) => termOf(`x${at}`, rows, levels, numeric, next));
  const y = Float64Array.from(
    { length: rows },
    (_, row) => offset + made.reduce((sum, { codes }, at) => sum + ((codes[row]! * (at + 1)) % 5), 0) + 3 * next(),
  );
  return { terms: made, y, mask: masked ? Uint8Array.from({ length: rows }, () => (next() < 0.7 ? 1 : 0)) : null };
}

const written = ({ terms, y, mask }: Case) => {
  const rows = [...y.keys()].filter((row) => mask === null || mask[row] === 1);
  return {
    y: Float64Array.from(rows, (row) => y[row]!),
    x: terms.flatMap(({ codes, columns }) => columns.map(({ table }) => Float64Array.from(rows, (row) => table[codes[row]!]!))),
    terms: terms.flatMap(({ columns }) => columns.map(({ text }) => text)),
    confidence: 0.95,
  };
};
const counted = ({ terms, y, mask }: Case) =>
  countedFit(
    countedPredictors(terms, mask),
    y,
    terms.flatMap(({ columns }) => columns.map(({ text }) => text)),
    0.95,
  );

/** Largest difference of two numbers anywhere in two results, relative to their size; what is no number must be the same. */
function expectAlike(a: unknown, b: unknown, path = ''): void {
  if (typeof a === 'number' && typeof b === 'number') {
    expect(Math.abs(a - b), path).toBeLessThanOrEqual(2e-9 * Math.max(1e-3, Math.abs(a), Math.abs(b)));
  } else if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') {
    for (const key of Object.keys(a))
      expectAlike((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}/${key}`);
  } else expect(a, path).toEqual(b);
}

describe('least squares from counts', () => {
  it('is that on written columns, every number of it', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const one = caseOf(shape);
        const [a, b] = [linearFit(written(one)), counted(one)];
        if ('problem' in a) expect(b).toEqual(a);
        else {
          const { residuals, ...others } = b as LinearFit;
          expectAlike({ ...a, residuals: null }, { ...others, residuals: null });
          // Residuals on written columns are those of an outcome with all its digits.
          const size = 1e-12 * Math.max(10, ...one.y.subarray(0, 9));
          expect(residuals.reduce((most, residual, at) => Math.max(most, Math.abs(residual - a.residuals[at]!)), 0)).toBeLessThan(size);
        }
      }),
      { seed: 17, numRuns: 40 },
    );
  });

  it('has the same bytes where the combinations of levels are made block by block', () => {
    const usual = remaking.from;
    fc.assert(
      fc.property(shapes, (shape) => {
        const one = caseOf(shape);
        const [kept, made] = [usual, 1].map((from) => {
          remaking.from = from;
          const fit = counted(one);
          return 'problem' in fit ? { fit } : { fit, residuals: [...fit.residuals] };
        });
        remaking.from = usual;
        expect(made).toEqual(kept);
      }),
      { seed: 19, numRuns: 25 },
    );
  });

  it('of scores brought to another range looks at no row again, and is that of these scores', () => {
    fc.assert(
      fc.property(shapes, fc.constantFrom([0, 1], [1, 5], [-100, 100]), (shape, [low, high]) => {
        const one = caseOf({ ...shape, offset: 0 });
        const names = one.terms.flatMap(({ columns }) => columns.map(({ text }) => text));
        const predictors = countedPredictors(one.terms, one.mask);
        countedFit(predictors, one.y, names, 0.95);
        const ranged = minMax(one.y, low!, high!);
        // A copy of which nothing is known.
        const plain = countedFit(predictors, ranged.slice(), names, 0.95);
        ranged.fill(NaN);
        const found = countedFit(predictors, ranged, names, 0.95);
        expectAlike(found, plain);
        if ('problem' in found || 'problem' in plain) return;
        expectAlike([...found.residuals.subarray(0, 50)], [...plain.residuals.subarray(0, 50)]);
      }),
      { seed: 19, numRuns: 20 },
    );
  });

  it('fills sandwiches as written columns do: weights by leverage, residuals by cluster', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const one = caseOf(shape);
        const fit = linearFit(written(one));
        const own = counted(one);
        if ('problem' in fit || 'problem' in own) return;
        const { x, y } = written(one);
        const cases = { predictors: countedPredictors(one.terms, one.mask), fit: own };
        const groups = Int32Array.from(y, (_, at) => (at * 7) % 11);
        const centred = x.map((column, j) => column.map((value) => value - fit.offsets[j]!));
        expectAlike(clusterSums(centred, own.residuals, groups).scores, countedScores(cases, groups));
        const rows = Array.from(y, (_, at) => [1, ...centred.map((column) => column[at]!)]);
        const size = rows[0]!.length;
        const meat = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
        for (const [at, row] of rows.entries()) {
          const leverage = row.reduce(
            (sum, a, i) => sum + row.reduce((inner, b, j) => inner + a * own.unscaledCovariance[i]![j]! * b, 0),
            0,
          );
          const weight = own.residuals[at]! ** 2 / (1 - leverage);
          for (const [i, a] of row.entries()) for (const [j, b] of row.entries()) meat[i]![j]! += weight * a * b;
        }
        expectAlike(
          meat,
          countedMeat(cases, (squared, leverage) => squared / (1 - leverage)),
        );
        expect(countedMeat(cases, () => null)).toBeNull();
      }),
      { seed: 18, numRuns: 12 },
    );
  });

  it('has the same bytes for what is counted, and sums to 1e-12, in any order of the rows', () => {
    const next = random(3);
    const terms = [termOf('a', 6000, 4, false, next), termOf('b', 6000, 5, true, next)];
    const y = Float64Array.from({ length: 6000 }, (_, row) => terms[0]!.codes[row]! + next());
    const order = [...y.keys()].sort((a, b) => ((a * 7919) % 6007) - ((b * 7919) % 6007));
    const moved = terms.map((term) => {
      const codes = term.codes.slice();
      for (const [at, row] of order.entries()) codes[at] = term.codes[row]!;
      return { ...term, codes };
    });
    const [first, second] = [countedPredictors(terms, null), countedPredictors(moved, null)];
    expect(second.cross).toEqual(first.cross);
    expect(second.columns).toEqual(first.columns);
    const names = terms.flatMap(({ columns }) => columns.map(({ text }) => text));
    const a = countedFit(first, y, names, 0.95) as LinearFit;
    const b = countedFit(
      second,
      Float64Array.from(order, (row) => y[row]!),
      names,
      0.95,
    ) as LinearFit;
    for (const [j, { b: slope, se }] of a.coefficients.entries()) {
      expect(Math.abs(slope - b.coefficients[j]!.b)).toBeLessThan(1e-12);
      expect(Math.abs(se! - b.coefficients[j]!.se!)).toBeLessThan(1e-12);
    }
    // What depends on the order of the rows is another.
    expect(Math.abs(a.durbinWatson! - b.durbinWatson!)).toBeGreaterThan(1e-6);
  });

  it('names a column that others determine, an outcome that does not vary, and a fit that leaves nothing', () => {
    const next = random(5);
    const [one, two] = [termOf('a', 500, 3, false, next), termOf('b', 500, 4, true, next)];
    const twin: CodedTerm = { ...one, columns: [{ ...one.columns[0]!, text: 'twin' }] };
    const y = Float64Array.from({ length: 500 }, () => next());
    const alike: Case = { terms: [one, two, twin], y, mask: null };
    expect(counted(alike)).toEqual(linearFit(written(alike)));
    expect(counted(alike)).toEqual({ problem: 'collinear', term: 'twin', on: ['a.0'] });
    const still: Case = { terms: [one], y: new Float64Array(500).fill(0.1), mask: null };
    expect(counted(still)).toEqual({ problem: 'constant-outcome', n: 500 });
    const perfect: Case = {
      terms: [one, two],
      y: Float64Array.from(two.codes, (code, row) => 2 * code + one.codes[row]! + 7),
      mask: null,
    };
    expect(counted(perfect)).toMatchObject({ perfect: true, r2: 1, f: null, durbinWatson: null, breuschPagan: null });
    const few: Case = { terms: [one, two], y, mask: Uint8Array.from(y, (_, row) => (row < 4 ? 1 : 0)) };
    expect(counted(few)).toEqual({ problem: 'too-few', n: 4, parameters: 4 });
  });
});
