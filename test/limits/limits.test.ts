// Numbers with their limits: what is not defined has no value and says why, what a tolerance forbids is told, and no order of lines
// decides.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { tell, directionOf, formatAddress, linearFit } from '@studyspec/core';
import { runProject, type Ran } from '../support/project.ts';

const run = (spec: string, csv: string): Ran => runProject({ 's.study': spec, 'd.csv': csv }, 's.study');
const value = (ran: Ran, address: string): number | null | undefined => ran.results!.quantities.get(address)?.value;
const reason = (ran: Ran, address: string): string | undefined => ran.results!.quantities.get(address)?.reason;
const named = (ran: Ran, name: string): string[] => ran.problems.filter((one) => one.name === name).map((one) => tell(one, 'en').message);
const table = (head: string, rows: readonly (readonly (number | string)[])[]): string =>
  `id,${head}\n${rows.map((row, i) => [i + 1, ...row].join(',')).join('\n')}\n`;
const head = 'study "S"\ndata "d.csv" { id id }\n';

describe('a predictor that others nearly determine', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [((i * 7) % 11) + i / 7, i % 5, (i % 5) + (i === 3 ? 1e-9 : 0), (i * 3) % 7]);
  const spec = (by: string) => `${head}number y\nnumber a\nnumber x\nnumber z\nregression r { explain y by ${by} }\n`;
  it.each(['a, x, z', 'x, z, a', 'z, a, x'])('by %s: both twins are named, and nothing of 1e10 is printed', (by) => {
    const ran = run(spec(by), table('y,a,x,z', rows));
    const [message, ...more] = named(ran, 'collinear-predictors');
    expect(more).toEqual([]);
    expect(message).toMatch(/\ba\b/u);
    expect(message).toMatch(/\bx\b/u);
    expect(message).not.toMatch(/\bz\b/u);
    expect(value(ran, 'r.y.b(a)')).toBeNull();
  });
  it('is SPSS’s limit of tolerance, 1e-4: just above it, it is fitted', () => {
    const noise = (size: number) => rows.map(([y, a, , z], i) => [y!, a!, a! + size * (((i * 13) % 17) - 8), z!]);
    const ran = (size: number) => run(spec('a, x, z'), table('y,a,x,z', noise(size)));
    const near = ran(0.004);
    expect(1 / value(near, 'r.y.vif(x)')!).toBeGreaterThan(1e-4);
    expect(named(near, 'collinear-predictors')).toEqual([]);
    expect(named(ran(0.002), 'collinear-predictors').length).toBe(1);
  });
});

describe('a perfect fit', () => {
  const rows = Array.from({ length: 30 }, (_, i) => [i % 6, (i * 7) % 5, 0.1 * (i % 6) + 0.7]);
  it.each(['', 'errors hc3', 'errors cluster b'])('%s: coefficients and R², and no test of rounding', (errors) => {
    const ran = run(`${head}number a\nnumber b\nnumber y\nregression r { explain y by a, b  ${errors} }\n`, table('a,b,y', rows));
    expect(value(ran, 'r.y.b(a)')).toBeCloseTo(0.1, 12);
    expect(value(ran, 'r.y.r2')).toBe(1);
    for (const quantity of ['durbin_watson', 'breusch_pagan.p', 'f', 'p', 'aic', 'bic', 'se(a)', 't(a)', 'p(a)', 'low(a)', 'high(a)']) {
      expect([quantity, value(ran, `r.y.${quantity}`)]).toEqual([quantity, null]);
      expect(reason(ran, `r.y.${quantity}`)).toMatch(/perfect fit/u);
    }
    expect(named(ran, 'perfect-fit').length).toBe(1);
  });
  it('of groups: F is not defined, R² of dummies is 1', () => {
    const ran = run(
      `${head}number y\ncategory g { one = 1  two = 2 }\nregression m { explain y by g }\ncompare c { of y by g }\n`,
      table('g,y', [
        [1, 2],
        [1, 2],
        [1, 2],
        [2, 4],
        [2, 4],
        [2, 4],
      ]),
    );
    expect(value(ran, 'm.y.r2')).toBe(1);
    for (const address of ['m.y.f', 'm.y.p', 'c.y.f', 'c.y.p', 'c.y.welch.f', 'c.y.levene.p'])
      expect([address, value(ran, address)]).toEqual([address, null]);
  });
  it('is not seen where there is a residual', () => {
    const fit = linearFit({
      y: Float64Array.from([1, 2, 3, 4, 5, 6.0000001]),
      x: [Float64Array.from([1, 2, 3, 4, 5, 6])],
      terms: ['x'],
      confidence: 0.95,
    });
    expect('perfect' in fit && fit.perfect).toBe(false);
    expect('durbinWatson' in fit && fit.durbinWatson).not.toBeNull();
  });
});

describe('large values that differ by little', () => {
  const big = (spread: readonly number[]) => spread.map((value, i) => [1e15 + value, i % 3]);
  it('vary', () => {
    const ran = run(`${head}number y\nnumber x\nregression r { explain y by x }\n`, table('y,x', big([0, 1, 2, 0, 1, 2, 2, 0, 1])));
    expect(named(ran, 'constant-outcome')).toEqual([]);
    expect(value(ran, 'r.y.n')).toBe(9);
    expect(value(ran, 'y.sd')).toBeCloseTo(Math.sqrt(0.75), 9);
  });
  it('are regressed as the differences are', () => {
    const x = Float64Array.from({ length: 30 }, (_, i) => (i * 7) % 11);
    const y = Float64Array.from({ length: 30 }, (_, i) => ((i * 5) % 7) + ((i * 7) % 11 > 5 ? 2 : 0));
    const fits = [0, 2 ** 49].map((offset) => linearFit({ y: y.map((value) => value + offset), x: [x], terms: ['x'], confidence: 0.95 }));
    const [plain, far] = fits.map((fit) => {
      if ('problem' in fit) throw new Error(fit.problem);
      return fit;
    });
    for (const part of ['r2', 'f', 'rmse', 'durbinWatson'] as const) expect(far![part]! / plain![part]!, part).toBeCloseTo(1, 10);
    expect(far!.coefficients[1]!.b).toBeCloseTo(plain!.coefficients[1]!.b, 12);
    expect(far!.coefficients[0]!.b - 2 ** 49).toBeCloseTo(plain!.coefficients[0]!.b, 0);
  });
  it('and a constant is one, whatever its digits', () => {
    const ran = run(
      `${head}number y\nnumber x\nregression r { explain y by x }\n`,
      table(
        'y,x',
        Array.from({ length: 9 }, (_, i) => [2.1, i]),
      ),
    );
    expect(named(ran, 'constant-outcome').length).toBe(1);
  });
});

describe('a regression on pairwise correlations that contradict each other', () => {
  // Each pair has cases of its own: r(a, b) = r(b, y) = 1, r(a, y) = -1.
  const block = (f: (i: number) => readonly (number | string)[]) => Array.from({ length: 12 }, (_, i) => f(i));
  const rows = [...block((i) => [i, i + (i % 2), '']), ...block((i) => ['', i, i + (i % 3)]), ...block((i) => [i, '', -i + (i % 2)])];
  it('is refused, not printed with R² above 1', () => {
    const ran = run(`${head}number a\nnumber b\nnumber y\nregression r { explain y by a, b  missing pairwise }\n`, table('a,b,y', rows));
    expect(value(ran, 'r.y.r2')).toBeNull();
    expect(reason(ran, 'r.y.r2')).toBe('the correlations are not positive definite');
    expect(named(ran, 'indefinite-correlations').length).toBe(1);
  });
});

describe('the direction of a component that no marker names', () => {
  it('does not depend on the order of items', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 2, maxLength: 6 }), fc.boolean(), (halves, mirrored) => {
        const loadings = [...halves, ...(mirrored ? halves.map((one) => -one) : [])].map((one, i) => ({
          item: `item${i}`,
          loading: one / 1000,
        }));
        const shuffled = [...loadings].reverse();
        const turned = directionOf(loadings);
        expect(directionOf(shuffled)).toEqual(turned);
        // Turned round, it is turned back to the same side.
        const other = directionOf(loadings.map((one) => ({ ...one, loading: -one.loading })));
        if (loadings.some((one) => one.loading !== 0)) expect(other.sign).toBe(-turned.sign as 1 | -1);
      }),
    );
  });
  const rows = Array.from({ length: 60 }, (_, i) => [1 + ((i * 5) % 7), 1 + ((((i * 5) % 7) + (i % 3) + (i % 4)) % 7)]);
  const spec = (items: string, more = 'rotate none') =>
    `study "S"\ndata "d.csv" { id id }\nscale s 1..7\ndimension d on s { ${items} }\nindex i { of d  keep 2  ${more} }\n`;
  it('two items, both components composed: the same index in either order, and told', () => {
    const one = run(spec('indicator p  indicator q'), table('p,q', rows));
    const other = run(spec('indicator q  indicator p'), table('p,q', rows));
    for (const address of ['i.mean', 'i.sd', 'i.min', 'i.max'])
      expect(value(other, address)!.toPrecision(12)).toBe(value(one, address)!.toPrecision(12));
    for (const ran of [one, other]) expect(named(ran, 'directionless-component').length).toBe(1);
  });
  it('is not told where markers name the components', () => {
    expect(
      named(
        run(spec('indicator p  indicator q', 'component x marked by p  component y marked by q'), table('p,q', rows)),
        'directionless-component',
      ),
    ).toEqual([]);
  });
});

describe('numbers of cases', () => {
  const rows = Array.from({ length: 30 }, (_, i) => [
    1 + (i % 5),
    i % 7 === 0 ? '' : 1 + ((i * 2) % 5),
    i % 4 === 0 ? '' : 1 + ((i * 3 + 1) % 5),
  ]);
  const spec = (missing: string) =>
    `${head}scale s 1..5\ndimension d on s { indicator a  indicator b  indicator c }\nindex i { of d  keep 1  component one ` +
    `marked by a  missing ${missing} }\n`;
  const complete = rows.filter((row) => !row.includes('')).length;
  it.each([
    ['listwise', complete, null],
    ['mean', 30, null],
    ['pairwise', complete, complete],
  ] as const)('%s: scores, and pairs', (missing, scores, pairs) => {
    const ran = run(spec(missing), table('a,b,c', rows));
    expect(value(ran, 'i.n')).toBe(scores);
    expect(value(ran, 'i.n.pairwise')).toBe(pairs);
    expect(value(ran, 'i.n')).toBe(ran.results!.indices[0]!.scores.get('i')!.filter((one) => !Number.isNaN(one)).length);
  });
});

describe('alpha', () => {
  it('says that an item does not vary among the complete cases', () => {
    const ran = run(
      `${head}dimension d on 1..5 { indicator a  indicator b  indicator c }\n`,
      table('a,b,c', [
        [3, 2, ''],
        [3, 4, 5],
        [3, 5, 4],
        [3, 1, 2],
        [3, 3, 3],
        [5, 2, ''],
        [3, 2, 1],
      ]),
    );
    expect(named(ran, 'constant-in-alpha')).toEqual([expect.stringMatching(/^a does not vary among the 5 respondents .*7 answered it/u)]);
    expect(value(ran, 'd.alpha')).not.toBeNull();
  });
});

describe('what does not depend on what failed', () => {
  const rows = Array.from({ length: 50 }, (_, i) => [
    1 + (i % 5),
    1 + ((i + (i % 7 === 0 ? 1 : 0)) % 5),
    1 + ((i * 2) % 5),
    1 + ((i * 2 + (i % 2)) % 5),
  ]);
  const spec = (clauses: string) =>
    `${head}scale s 1..5\ndimension d on s { indicator a  indicator b  indicator c  indicator e }\nindex i { of d  ${clauses} }\n`;
  it.each([
    ['keep', 'keep eigenvalue > 3.9  component x marked by a'],
    ['a marker', 'keep 2  component x marked by a  component y marked by b'],
  ])('%s: eigenvalues, KMO and Bartlett stay', (_, clauses) => {
    const ran = run(spec(clauses), table('a,b,c,e', rows));
    const whole = run(spec('keep 1'), table('a,b,c,e', rows));
    for (const address of [
      'i.kmo',
      'i.bartlett.chi2',
      'i.bartlett.p',
      'i.determinant',
      'i.eigenvalue(1)',
      'i.eigenvalue(4)',
      'i.parallel(1)',
      'i.msa(a)',
      'i.n.correlations',
      'i.alpha',
    ]) {
      expect([address, value(ran, address)]).toEqual([address, value(whole, address)]);
      expect(value(ran, address)).not.toBeNull();
    }
    for (const address of ['i.mean', 'i.kept', 'i.explained.total']) expect([address, value(ran, address)]).toEqual([address, null]);
    expect(reason(ran, 'i.mean')).not.toBe('');
  });
});

describe('a condition that leaves no case of the reference', () => {
  const rows = Array.from({ length: 60 }, (_, i) => [1 + ((i * 7) % 5), 1 + (i % 3)]);
  const spec = (where: string, reference = '') =>
    `${head}number y\ncategory g { a = 1  b = 2  c = 3  ${reference} }\nregression m { explain y by g  ${where} }\n`;
  it('names reference and levels, and how to mend it', () => {
    const ran = run(spec('where g is not a'), table('y,g', rows));
    expect(named(ran, 'empty-reference')).toEqual([
      'In m, `where` leaves no case of g.a, the reference: b and c sum to 1, so that their coefficients cannot be told apart.',
    ]);
    expect(named(ran, 'collinear-predictors')).toEqual([]);
    expect(value(run(spec('where g is not a', 'reference b'), table('y,g', rows)), 'm.y.b(g.c)')).not.toBeNull();
  });
  it('is no matter where another level is left out: that one is constant, and said so', () => {
    const ran = run(spec('where g is not b'), table('y,g', rows));
    expect(named(ran, 'empty-reference')).toEqual([]);
    expect(named(ran, 'constant-predictor')).toEqual([expect.stringMatching(/g\.b is the same/u)]);
    expect(value(ran, 'm.y.b(g.c)')).not.toBeNull();
    expect(formatAddress({ path: ['m', 'y', 'n'], args: null })).toBe('m.y.n');
  });
});
