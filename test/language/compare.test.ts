// What a comparison compares, each outcome by what it is, and what it says where there is nothing to compare.
import { describe, expect, it } from 'vitest';
import { lookUp, reportOf, tell, type Quantity } from '@studyspec/core';
import { parseAddress, resolveAddress, toAddress } from '@studyspec/dsl';
import { tablesIn } from '../support/cells.ts';
import { runProject, type Ran } from '../support/project.ts';

const rows = Array.from({ length: 60 }, (_, i) => {
  const sex = 1 + (i % 2);
  const mode = 1 + (i % 3);
  const q = ['a', 'a;b', 'b', '', 'c'][i % 5]!;
  return `r${i},${sex},${mode},${(i * 7) % 11},${(i * 5) % 13},${3 + ((i * i) % 7)},${q},1`;
});
const data = `id,sex,mode,x,y,z,q,one\n${rows.join('\n')}\n`;
const head = `study "S"
data "d.csv" { id id }
number x
number y
number z
number one
category sex { male = 1  female = 2 }
category mode { town = 1  city = 2  village = 3 }
choices q split ";" { a = "a"  b = "b"  c = "c" }
`;
const constant = 'category all from one { same = 1  other = 2 }\n';
const ran = (body: string): Ran => runProject({ 's.study': head + body, 'd.csv': data }, 's.study');
const at = (run: Ran, address: string): Quantity | null => {
  const node = parseAddress(address)!;
  const [meant = toAddress(node)] = resolveAddress({ ...run.compiled.context!, problems: [] }, node, 's.study') ?? [];
  return lookUp(run.results!.quantities, meant);
};
const codes = (run: Ran): string[] => run.problems.filter((one) => one.severity !== 'info').map((one) => one.code);
const says = (run: Ran, code: string): string => tell(run.problems.find((one) => one.code === code)!, 'en').message;

describe('a comparison with covariates', () => {
  const run = ran(`compare net { of x, y  by mode, sex  adjust z }
hypothesis h { net.x.mode.adjusted_mean(city) > 0  net.x.mode.f(mode) >= 0  net.y.sex.b(z) < 9  net.each.mode.p <= 1 }
`);

  it('has adjusted means and effects, a model for each category', () => {
    expect(codes(run)).toEqual([]);
    expect(run.results!.hypotheses[0]!.claims.map((one) => one.holds)).toEqual([true, true, true, true, true]);
    expect(at(run, 'net.x.mode.f')?.value).toBe(at(run, 'net.x.mode.f(mode)')?.value);
  });

  it('holds pairs by Bonferroni where nothing is said, and says so', () => {
    const [job] = run.compiled.plan!.jobs;
    expect(job).toMatchObject({ postHoc: 'bonferroni', defaults: ['missing pairwise', 'post_hoc bonferroni'] });
    const { notes } = tablesIn(reportOf(run.results!, {}).blocks).find(({ table }) => table.id === 'net:pairs:mode')!.table;
    expect(notes.join(' ')).toContain('Bonferroni');
  });

  it('names a product in any order', () => {
    const other = ran('compare k2 { of y  by mode * sex }\n');
    expect(at(other, 'k2.y.df1(sex:mode)')?.value).toBe(2);
    expect(at(other, 'k2.y.type2.f(mode)')?.value).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['too few cases', 'compare k { of x  by sex  adjust y, z  where y < 1 }', 'SS418'],
    ['one group', 'compare k { of x  by sex  adjust y  where sex is male }', 'SS418'],
    ['a constant outcome', 'compare k { of one  by sex  adjust y }', 'SS418'],
    ['a constant covariate', 'compare k { of x  by sex  adjust one }', 'SS418'],
    ['covariates that are each other', 'number y2 = y * 2\ncompare k { of x  by sex  adjust y, y2 }', 'SS418'],
    ['an empty cell', 'compare k { of x  by sex * mode  where sex is female or mode is not city }', 'SS418'],
    ['what is compared as a covariate', 'compare k { of x  by sex  adjust x }', 'SS417'],
    ['a category with covariates', 'compare k { of mode  by sex  adjust x }', 'SS417'],
    ['crossed and not', 'category high from x { no = ..<5  yes = 5.. }\ncompare k { of y  by sex * mode, high }', 'SS417'],
    ['a category crossed with itself', 'compare k { of y  by sex * sex }', 'SS417'],
    ['pairs by variances of their own', 'compare k { of y  by mode  adjust x  post_hoc games_howell }', 'SS417'],
  ])('tells of %s, and has no number that is none', (_, body, code) => {
    const wrong = ran(`${body}\n`);
    expect(codes(wrong)).toContain(code);
    for (const [address, { value, reason }] of wrong.results?.quantities ?? []) {
      if (value === null) expect(reason, address).not.toBe('');
      else expect(Number.isFinite(value), address).toBe(true);
    }
  });

  it('is refused in a study with weights', () => {
    const weighted = runProject(
      { 's.study': head.replace('{ id id }', '{ id id  weight one }') + 'compare k { of x  by sex  adjust y }\n', 'd.csv': data },
      's.study',
    );
    expect(codes(weighted)).toContain('SS529');
  });
});

describe('a comparison without groups', () => {
  const run = ran(`compare twice { of x, y  with y, z }
compare norm { of x, y  by none against 3.5 }
compare low { of x  by none against -2 }
hypothesis h { twice.x.p < 1  twice.each.df = 59  norm.y.df = 59  low.x.t > 3 }
`);

  it('pairs each outcome with the measurement at its place', () => {
    expect(codes(run)).toEqual([]);
    expect(run.results!.hypotheses[0]!.claims.map((one) => one.holds)).toEqual([true, true, true, true, true]);
    expect(at(run, 'twice.y.with.mean')?.value).toBe(at(run, 'z.mean')?.value);
    expect(at(run, 'norm.x.difference')?.value).toBeCloseTo(at(run, 'x.mean')!.value! - 3.5, 12);
    expect(at(run, 'low.x.difference')?.value).toBeCloseTo(at(run, 'x.mean')!.value! + 2, 12);
  });

  it('is one table', () => {
    const tables = tablesIn(reportOf(run.results!, {}).blocks).map(({ table }) => table);
    expect(tables.find(({ id }) => id === 'twice:paired')!.rows.length).toBe(2);
    expect(tables.find(({ id }) => id === 'norm:single')!.notes.join(' ')).toContain('less 3.5');
  });

  it('takes the cases that have everything where that is asked for', () => {
    const all = ran('number w from x missing 3\ncompare k { of w, y  with y, z  missing listwise }\n');
    expect(at(all, 'k.y.n')?.value).toBe(at(all, 'k.w.n')?.value);
    expect(at(all, 'k.y.n')!.value!).toBeLessThan(60);
  });

  it.each([
    ['nobody', 'compare k { of x  with y  where x > 100 }', 'SS507'],
    ['one case', 'compare k { of x  by none against 3  where x = 0 and y = 0 and z = 3 }', 'SS419'],
    ['no variation', 'compare k { of one  by none against 3 }', 'SS419'],
    ['differences that are alike', 'number x2 = x + 1\ncompare k { of x  with x2 }', 'SS419'],
    ['lists of other lengths', 'compare k { of x, y  with z }', 'SS417'],
    ['what is paired with itself', 'compare k { of x, y  with z, y }', 'SS417'],
    ['pairs with groups', 'compare k { of x  with y  by sex }', 'SS417'],
    ['a value with groups', 'compare k { of x  by sex against 3 }', 'SS417'],
    ['no value', 'compare k { of x  by none }', 'SS417'],
    ['both', 'compare k { of x  with y  by none against 3 }', 'SS417'],
    ['pairs of groups', 'compare k { of x  with y  post_hoc holm }', 'SS417'],
    ['a category', 'compare k { of mode  by none against 3 }', 'SS417'],
  ])('tells of %s, and has no number that is none', (_, body, code) => {
    const wrong = ran(`${body}\n`);
    expect(codes(wrong)).toContain(code);
    for (const [address, { value, reason }] of wrong.results?.quantities ?? []) {
      if (value === null) expect(reason, address).not.toBe('');
      else expect(Number.isFinite(value), address).toBe(true);
    }
  });

  it('leaves a category that is called none alone', () => {
    const named = ran('category none from sex { male = 1  female = 2 }\ncompare k { of x  by none }\n');
    expect(codes(named)).toEqual([]);
    expect(at(named, 'k.x.df1')?.value).toBe(1);
  });
});

describe('a comparison of categories and options', () => {
  const run = ran(`compare k { of x, mode, q  by sex }
hypothesis h { k.each.p > 0  k.q.chi2 >= 0  k.q.b.percent(female) > 0  k.b.percent(sex.female) > 0  k.mode.percent(city, all) < 40 }
`);

  it('has each outcome by what it is', () => {
    expect(codes(run)).toEqual([]);
    expect(at(run, 'k.x.f')?.value).toBeGreaterThan(0);
    expect(at(run, 'k.mode.df')?.value).toBe(2);
    expect(at(run, 'k.a.df')?.value).toBe(1);
  });

  it('takes an option by its own name and behind its question, and a question for all of its options', () => {
    const { claims } = run.results!.hypotheses[0]!;
    expect(claims.map((one) => one.holds)).toEqual(claims.map(() => true));
    // p of x, mode, a, b, c; χ² of a, b, c.
    expect(claims.length).toBe(5 + 3 + 1 + 1 + 1);
  });

  it('counts who skipped the question nowhere', () => {
    expect(at(run, 'k.a.lost')?.value).toBe(12);
    expect(at(run, 'k.a.n(all)')?.value).toBe(48);
  });

  it('prints counts, per cents and tests in one table, residuals in another', () => {
    const tables = tablesIn(reportOf(run.results!, {}).blocks).map(({ table }) => table);
    expect(tables.find(({ id }) => id === 'k:crossing')!.columns.map(({ title }) => title)).toEqual([
      'Outcome',
      ...['n', '%', 'n', '%', 'n', '%'],
      ...['χ²', 'df', 'p', 'V', 'p (Fisher)'],
    ]);
    expect(tables.find(({ id }) => id === 'k:residuals')!.rows.length).toBe(1 + 3 + 1 + 3);
    expect(tables.some(({ id }) => id === 'k:means')).toBe(true);
  });

  it('keeps the question’s name where two options are called alike', () => {
    const two = ran(`choices p from q split ";" { a = "a"  d = "b" }\ncompare k { of q, p  by sex }\n`);
    expect(at(two, 'k.q.a.chi2')?.value).toBe(at(two, 'k.p.a.chi2')?.value);
    expect(at(two, 'k.d.chi2')?.value).toBe(at(two, 'k.b.chi2')?.value);
  });

  it('has the category in its addresses where there are several', () => {
    const both = ran('category high from x { no = ..<5  yes = 5.. }\ncompare k { of high, q  by sex, mode }\n');
    expect(codes(both)).toEqual(['SS416']);
    expect(at(both, 'k.high.mode.df')?.value).toBe(2);
    expect(at(both, 'k.a.sex.df')?.value).toBe(1);
    expect(at(both, 'k.high.sex.odds_ratio')?.value).toBeGreaterThan(0);
    expect(at(both, 'k.high.mode.odds_ratio')).toMatchObject({ value: null, reason: 'only of two groups and two levels' });
  });

  it('takes the cases that have every outcome where that is asked for', () => {
    const all = ran('compare k { of x, mode, q  by sex  missing listwise }\n');
    expect(at(all, 'k.mode.n(all)')?.value).toBe(48);
    expect(at(all, 'k.x.n(all)')?.value).toBe(48);
  });

  it('says why there is nothing to test', () => {
    const one = ran(`${constant}compare k { of all  by sex }\n`);
    expect(says(one, 'SS415')).toContain('the same answer (same)');
    expect(at(one, 'k.all.chi2')).toMatchObject({ value: null, reason: 'all cases have the same answer' });
    expect(at(one, 'k.all.percent(same, female)')?.value).toBe(100);
    expect(at(one, 'k.all.percent(other, female)')?.value).toBe(0);
    const single = ran(`${constant}compare k { of mode  by all }\n`);
    expect(says(single, 'SS415')).toContain('fewer than two groups');
    const nobody = ran('compare k { of mode, q  by sex  where x > 100 }\n');
    expect(at(nobody, 'k.mode.chi2')).toMatchObject({ value: null, reason: 'no case satisfies the condition' });
    expect(at(nobody, 'k.a.count(female)')?.value).toBe(null);
    expect(says(ran('compare k { of sex  by sex }\n'), 'SS417')).toContain('by itself');
  });

  it('never has a number that is none, with one case and with two', () => {
    for (const most of [1, 2, 3, 4]) {
      const few = ran(`category first from z { in = ..<${2 + most}  out = ${2 + most}.. }
compare k { of mode, q  by first  where x < ${most} }
`);
      for (const [address, { value, reason }] of few.results!.quantities) {
        if (value === null) expect(reason, address).not.toBe('');
        else expect(Number.isFinite(value), address).toBe(true);
      }
    }
  });
});
