// Two ways to one number: what different words, or different methods, must agree on, on made-up answers, end to end. Programs outside are
// test/numbers; here the program is held against itself.
import { expect, test } from 'vitest';
import { tell } from '@studyspec/core';
import { randomOf } from '../support/random.ts';
import { runProject } from '../support/project.ts';

interface Row {
  readonly values: readonly number[];
  readonly weight: number;
}

/** Four items of one thing, an outcome, a number, two groups of one size and three of others. */
function answers(seed: number, n: number): Row[] {
  const random = randomOf(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: n }, (_, i) => {
    const shared = normal();
    const item = (): number => Math.max(1, Math.min(7, Math.round(4 + shared + 1.1 * normal())));
    const age = Math.round(40 + 12 * normal());
    const outcome = Math.round(100 * (shared + 0.02 * age + 0.4 * (i % 2) + normal())) / 100;
    return {
      values: [item(), item(), item(), item(), outcome, age, 1 + (i % 2), 1 + Math.floor(3 * random())],
      weight: 1 + (i % 3 === 0 ? 1 : 0),
    };
  });
}

const NAMES = ['i1', 'i2', 'i3', 'i4', 'y', 'age', 'sex', 'place'];
const csv = (rows: readonly Row[]): string =>
  [`id,${NAMES.join(',')},wt,even`, ...rows.map(({ values, weight }, at) => `${at + 1},${values.join(',')},${weight},2`)].join('\n');

const head = (data = ''): string => `study "S"
data "d.csv" { id id  ${data} }
scale points 1..7
dimension items on points { indicator i1  indicator i2  indicator i3  indicator i4 }
number y
number age
category sex { male = 1  female = 2 }
category place { north = 1  south = 2  west = 3 }
`;

/** The numbers of a study at their addresses. */
function numbersOf(text: string, rows: readonly Row[]): (address: string) => number {
  const { results, problems } = runProject({ 'x.study': text, 'd.csv': csv(rows) }, 'x.study');
  expect(problems.filter(({ severity }) => severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
  return (address) => {
    const quantity = results!.quantities.get(address);
    if (quantity?.value == null) throw new Error(`${address}: ${quantity?.reason ?? 'nothing there'}`);
    return quantity.value;
  };
}

const close = (a: number, b: number, digits = 9): void => {
  expect(Math.abs(a - b)).toBeLessThan(10 ** -digits * Math.max(1, Math.abs(b)));
};

test.each([1, 2, 3])('F of two groups, of one dummy, and its t² are one number (seed %i)', (seed) => {
  const rows = answers(seed, 80);
  const at = numbersOf(`${head()}compare c { of y  by sex }\nregression r { explain y  by sex }\n`, rows);
  close(at('c.y.f'), at('r.y.f'));
  close(at('r.y.t(sex.female)') ** 2, at('c.y.f'));
  close(at('c.y.p'), at('r.y.p(sex.female)'));
  close(at('c.y.eta2'), at('r.y.r2'));
  close(-at('c.y.difference(sex.male, sex.female)'), at('r.y.b(sex.female)'));
});

test.each([1, 2, 3])('Welch’s F is the ordinary one where two groups have one size (seed %i)', (seed) => {
  const at = numbersOf(`${head()}compare c { of y  by sex }\n`, answers(seed, 60));
  expect(at('c.y.n(sex.male)')).toBe(at('c.y.n(sex.female)'));
  close(at('c.y.welch.f'), at('c.y.f'));
});

test.each([1, 2])('equal weights are no weights: coefficients and fit (seed %i)', (seed) => {
  const rows = answers(seed, 70);
  const models = 'regression r { explain y  by sex, place, age }\n';
  const [plain, weighted] = [numbersOf(head() + models, rows), numbersOf(head('weight even') + models, rows)];
  for (const quantity of ['r2', 'b(age)', 'b(sex.female)', 'b(place.west)', 'b(intercept)', 'beta(age)'])
    close(weighted(`r.y.${quantity}`), plain(`r.y.${quantity}`));
  close(weighted('y.mean'), plain('y.mean'));
  close(weighted('items.alpha'), plain('items.alpha'));
});

test.each([1, 2])('a weight of 2 is a row that stands twice: estimates (seed %i)', (seed) => {
  const rows = answers(seed, 60);
  const doubled = rows.flatMap((row) => Array.from({ length: row.weight }, () => row));
  const rest = 'index i { of items  keep 1  rescale none }\nregression r { explain y  by sex, age }\n';
  const [weighted, twice] = [numbersOf(head('weight wt') + rest, rows), numbersOf(head() + rest, doubled)];
  for (const address of [
    'y.mean',
    'age.mean',
    'r.y.b(age)',
    'r.y.b(sex.female)',
    'r.y.r2',
    'items.alpha',
    'i.kmo',
    'i.eigenvalue(1)',
    'i.loading(i2, 1)',
  ])
    close(weighted(address), twice(address));
  // The weights of a sample say nothing of how many were asked.
  expect(weighted('r.y.n')).toBe(rows.length);
  expect(twice('r.y.n')).toBe(doubled.length);
});

test.each([1, 2])('clusters of one are heteroskedastic errors: CR1 is HC1, and without its factor HC0 (seed %i)', (seed) => {
  const rows = answers(seed, 50);
  const model = (name: string, errors: string): string => `regression ${name} { explain y  by sex, age  errors ${errors} }\n`;
  const at = numbersOf(`${head()}${model('one', 'cluster id')}${model('hc1', 'hc1')}${model('hc0', 'hc0')}`, rows);
  for (const term of ['age', 'sex.female', 'intercept']) {
    close(at(`one.y.se(${term})`), at(`hc1.y.se(${term})`));
    close(at(`one.y.se(${term})`) * Math.sqrt((50 - 3) / 50), at(`hc0.y.se(${term})`));
  }
});

test.each([1, 2, 3])('one factor is one factor: confirmed, or explored by maximum likelihood (seed %i)', (seed) => {
  const rows = answers(seed, 150);
  const at = numbersOf(`${head()}index i { of items  extract ml  keep 1  rescale none }\nmeasurement m { of items  estimator ml }\n`, rows);
  for (const item of ['i1', 'i2', 'i3', 'i4']) close(at(`i.loading(${item}, 1)`), at(`m.loading(${item})`), 6);
  expect(at('i.fit.df')).toBe(at('m.df'));
  // Bartlett's factor on the one side, n on the other.
  close(at('i.fit.chi2') / (150 - 1 - (2 * 4 + 5) / 6 - 2 / 3), at('m.chi2') / 150, 6);
});

test.each([1, 2, 3])('an indirect effect is a·b, with Sobel’s error, and total less direct (seed %i)', (seed) => {
  const rows = answers(seed, 90);
  const at = numbersOf(
    `${head()}mediation one { explain y  by age  through i1  with sex }\n` +
      'mediation side { explain y  by age  through i1, i2  with sex }\n' +
      'mediation turn { explain y  by age  through i1 then i2  with sex }\n' +
      'regression first { explain i1  by age, sex }\nregression second { explain y  by age, i1, sex }\n' +
      'regression whole { explain y  by age, sex }\n',
    rows,
  );
  const [a, b] = ['first.i1.%(age)', 'second.y.%(i1)'].map((address) => ({
    b: at(address.replace('%', 'b')),
    se: at(address.replace('%', 'se')),
  })) as [{ b: number; se: number }, { b: number; se: number }];
  close(at('one.indirect(i1)'), a.b * b.b);
  close(at('one.indirect.se(i1)'), Math.hypot(a.b * b.se, b.b * a.se));
  close(at('one.total'), at('whole.y.b(age)'));
  for (const name of ['one', 'side', 'turn']) close(at(`${name}.indirect.total`), at(`${name}.total`) - at(`${name}.direct`));
  close(at('turn.indirect(i1, i2)'), at('turn.a(i1)') * at('turn.between(i1, i2)') * at('turn.b(i2)'));
  // In turn or side by side, the first of them has the same equation.
  close(at('turn.indirect(i1)'), at('side.indirect(i1)'));
  close(at('turn.indirect.total'), at('side.indirect.total'));
});

test.each([1, 2])('principal axes of whole communalities, rotations and scores keep what they must (seed %i)', (seed) => {
  const rows = answers(seed, 120);
  const index = (name: string, clauses: string): string => `index ${name} { of items, age  ${clauses}  keep 2  rescale none }\n`;
  const at = numbersOf(
    `${head()}${index('v', 'rotate varimax')}${index('q', 'rotate quartimax')}${index('o', 'rotate oblimin -50')}` +
      index('u', 'rotate none'),
    rows,
  );
  for (const item of ['i1', 'i2', 'i3', 'i4', 'age']) {
    const communality = at(`u.communality(${item})`);
    for (const name of ['v', 'q', 'o']) close(at(`${name}.communality(${item})`), communality);
    close(at(`v.structure(${item}, 1)`), at(`v.loading(${item}, 1)`));
    // Structure is pattern times correlations.
    close(at(`o.structure(${item}, 1)`), at(`o.loading(${item}, 1)`) + at('o.correlation(1, 2)') * at(`o.loading(${item}, 2)`));
  }
  close(at('v.explained(1)') + at('v.explained(2)'), at('u.explained.total'));
  close(at('o.explained.total'), at('u.explained.total'));
  // The less oblique it may be, the nearer to 0.
  expect(Math.abs(at('o.correlation(1, 2)'))).toBeLessThan(0.05);
});
