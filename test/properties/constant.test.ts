// Whether a column varies is one question with one answer, whichever number asks it; adding a constant or another unit does not change the
// answer, nor what is computed of differences.
import { describe as group, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  areOneNumber,
  compareGroups,
  compareStructures,
  coefficientsOf,
  correlate,
  describe,
  independentTest,
  isConstant,
  linearFit,
  momentsOf,
  pairwiseMoments,
  summarize,
  type LinearFit,
} from '@studyspec/core';
import { runProject } from '../support/project.ts';

const n = 12;
const other = Float64Array.from({ length: n }, (_, i) => ((i * 7) % 5) + (i % 3) / 4);
const codes = Int32Array.from({ length: n }, (_, i) => i % 3);

/** What every procedure says of a column: does it vary? */
const answers: Readonly<Record<string, (column: Float64Array) => boolean>> = {
  'an outcome': (y) => !('problem' in linearFit({ y, x: [other], terms: ['x'], confidence: 0.95 })),
  'a predictor': (x) => !('problem' in linearFit({ y: other, x: [x], terms: ['x'], confidence: 0.95 })),
  moments: (x) => momentsOf([x, other]).cross[0]![0]! > 0,
  'pairwise moments': (x) => pairwiseMoments([x, other]).correlation !== null,
  correlation: (x) => correlate(x, other).r !== null,
  description: (x) => describe(x).skewness !== null,
  SD: (x) => describe(x).sd! > 0,
  summary: (x) => summarize(x).sd! > 0,
  structures: (x) => {
    const found = compareStructures(['a', 'b'], [x, other], [other, other.map((value, i) => value + (i % 2))], {
      components: 1,
      rule: { extract: { kind: 'components' }, rotate: { kind: 'none' } },
      replications: 0,
      seed: 1,
    });
    return !('problem' in found && found.problem === 'constant-item');
  },
  groups: (x) => {
    const found = compareGroups(x, codes, ['a', 'b', 'c'])!;
    return found.sd > 0 || found.anova.ssBetween > 0 || found.eta2 !== null;
  },
};
const said = (column: Float64Array): string[] =>
  Object.entries(answers)
    .filter(([, varies]) => varies(column))
    .map(([name]) => name);
const columns = fc
  .oneof(
    fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n, maxLength: n }),
    fc
      .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), fc.nat(n - 1))
      .map(([a, b, at]) => Array.from({ length: n }, (_, i) => (i === at ? b : a))),
    fc.integer({ min: -50, max: 50 }).map((a) => Array.from({ length: n }, () => a)),
  )
  .map((values) => Float64Array.from(values));

group('whether a column varies', () => {
  it('is the same to every procedure, with a constant added and in another unit', () => {
    fc.assert(
      fc.property(
        columns,
        fc.constantFrom(0, 1, 2 ** 30, 1e15, -1e15),
        fc.constantFrom(1, -1, 0.1, 1e-9, 1 / 3, 1e6),
        (column, added, unit) => {
          const varies = new Set(column).size > 1;
          for (const one of [column, column.map((value) => value + added), column.map((value) => value * unit)]) {
            expect(isConstant(one)).toBe(!varies);
            expect(said(one)).toEqual(varies ? Object.keys(answers) : []);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is not made of the rounding of computed values: shares that sum to 1 are 1', () => {
    const sums = [0.1 + 0.2 + 0.7, 0.3 + 0.3 + 0.4, 0.7 + 0.1 + 0.2, 0.6 + 0.3 + 0.1];
    expect(new Set(sums).size).toBeGreaterThan(1);
    const column = Float64Array.from({ length: n }, (_, i) => sums[i % 4]!);
    for (const one of [column, column.map((value) => value * 3), column.map((value) => value + 7)]) {
      expect(isConstant(one)).toBe(true);
      expect(said(one)).toEqual([]);
    }
    expect([areOneNumber(1, 1 + 1e-13), areOneNumber(1e15, 1e15 + 1), areOneNumber(2 ** 53 - 1, 2 ** 53)]).toEqual([false, false, false]);
  });

  it('skips missing values and looks at the rows that are asked about', () => {
    expect([isConstant([NaN, 2, NaN, 2]), isConstant([NaN]), isConstant([]), isConstant([NaN, 2, 3])]).toEqual([true, true, true, false]);
    expect([isConstant([1, 2, 1], [0, 2]), isConstant([1, 2, 1], [0, 1])]).toEqual([true, false]);
  });
});

group('many leading digits in common', () => {
  const offset = 2 ** 49;
  const x = Float64Array.from({ length: 40 }, (_, i) => (i * 7) % 11);
  const z = Float64Array.from({ length: 40 }, (_, i) => (i * 3) % 8);
  const y = Float64Array.from({ length: 40 }, (_, i) => ((i * 5) % 7) + ((i * 7) % 11 > 5 ? 2 : 0));
  const far = (column: Float64Array) => column.map((value) => value + offset);
  const fitOf = (columns: readonly Float64Array[]): LinearFit =>
    linearFit({ y, x: columns, terms: ['x', 'z'], confidence: 0.95 }) as LinearFit;
  const slopes = (fit: LinearFit) =>
    fit.coefficients
      .slice(1)
      .flatMap((one) => [
        one.b,
        one.se!,
        one.t!,
        one.p!,
        one.low!,
        one.high!,
        one.beta!,
        one.vif!,
        one.zeroOrder!,
        one.partial!,
        one.part!,
      ]);
  const close = (found: readonly number[], wanted: readonly number[]) =>
    found.forEach((value, i) => expect(value / wanted[i]!).toBeCloseTo(1, 10));

  it('cost a predictor none of the others', () => {
    const near = fitOf([x, z]);
    for (const columns of [
      [far(x), z],
      [x, far(z)],
      [far(x), far(z)],
    ]) {
      const fit = fitOf(columns);
      close(slopes(fit), slopes(near));
      close(
        [fit.r2!, fit.f!, fit.rmse!, fit.durbinWatson!, fit.breuschPagan!.lm],
        [near.r2!, near.f!, near.rmse!, near.durbinWatson!, near.breuschPagan!.lm],
      );
    }
    // The intercept is where the predictor itself is 0: se² = s²·(1, −o)·C·(1, −o)′.
    const [alone, moved] = [x, far(x)].map((column) => linearFit({ y, x: [column], terms: ['x'], confidence: 0.95 }) as LinearFit);
    const slope = alone!.coefficients[1]!;
    close([moved!.coefficients[0]!.b, moved!.coefficients[0]!.se!], [alone!.coefficients[0]!.b - slope.b * offset, slope.se! * offset]);
    close(
      coefficientsOf('s', moved!).covariance!.map((row) => Math.sqrt(Math.abs(row[0]!))),
      [slope.se! * offset, slope.se! * Math.sqrt(offset)],
    );
  });

  it('cost robust and clustered errors none', () => {
    for (const rule of ['hc3', 'hc0', 'cluster g']) {
      const [near, moved] = [x, far(x)].map((column) => {
        const csv = `y,x,z,g\n${[...y].map((value, i) => [value, column[i], z[i], i % 9].join(',')).join('\n')}\n`;
        const { results } = runProject(
          {
            's.study': `study "S"\ndata "d.csv"\nnumber y\nnumber x\nnumber z\nregression r { explain y by x, z  errors ${rule} }\n`,
            'd.csv': csv,
          },
          's.study',
        );
        return (name: string): number => results!.quantities.get(`r.y.${name}`)!.value!;
      });
      const names = ['f', 'b(x)', 'se(x)', 'p(x)', 'low(x)', 'high(x)', 'b(z)', 'se(z)', 'high(z)'];
      close(names.map(moved!), names.map(near!));
      close([moved!('se(intercept)')], [near!('se(x)') * offset]);
    }
  });

  it('cost skewness, kurtosis and differences of means none', () => {
    const [near, moved] = [describe(y), describe(far(y))];
    close([moved.skewness!, moved.kurtosis!, moved.sd!, moved.se!], [near.skewness!, near.kurtosis!, near.sd!, near.se!]);
    const [plain, shifted] = [independentTest(x, y)!, independentTest(far(x), far(y))!];
    close(
      [shifted.equal.t!, shifted.welch.t!, shifted.cohenD!, shifted.levene.f!],
      [plain.equal.t!, plain.welch.t!, plain.cohenD!, plain.levene.f!],
    );
  });
});
