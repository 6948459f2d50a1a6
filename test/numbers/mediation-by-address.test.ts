// The numbers of mediations, each at the address that an author writes, against R (r/mediation-by-address.R): simple, parallel and serial,
// with covariates, Sobel's errors, and bootstrap limits against draws of R's own.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookUp, quantitiesOf, reportOf, signatureOf, tell } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { tablesIn } from '../support/cells.ts';
import { runProject } from '../support/project.ts';
import { readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: { readonly default: { readonly abs: number; readonly rel: number } };
  readonly values: Readonly<Record<string, number>>;
  readonly drawn: Readonly<Record<string, number>>;
}>('mediation-by-address');
const head = `study "Mediations by address"
data "d.csv" { id id }
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c reversed  indicator d }
indicator e on s
indicator mood on 1..7
number age
number hours
number same when age > 0
number double = 2 * hours
number female when sex is female
category sex { male = 1  female = 2 }
category place { north = 1  south = 2  west = 3 }
`;
const spec = `${head}mediation m1 { explain hours  by age  through e }
mediation m2 { explain hours  by age  through p, e  with sex, mood  where age > 25 }
mediation m3 { explain hours  by sex  through p then e  with place }
mediation m4 { explain hours  by age  through e then p, mood then female }
mediation m5 { explain hours  by age  through e then p  with female  errors bootstrap 5000 }
mediation m6 like m5 { errors bootstrap 5000 bca }
`;
const data = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');
const run = (text: string, file = data) => runProject({ 'x.study': text, 'd.csv': file }, 'x.study');
const { results, problems } = run(spec);
const valueAt = (address: string, of = results): number | null => lookUp(of!.quantities, toAddress(parseAddress(address)!))?.value ?? null;

describe('every number of a mediation, at its address', () => {
  const { abs, rel } = golden.tolerance.default;

  it('comes of a spec without mistakes, and equals R', () => {
    expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
    const differences = Object.entries(golden.values).flatMap(([address, wanted]) => {
      const value = valueAt(address);
      return value !== null && Math.abs(value - wanted) <= Math.max(abs, rel * Math.abs(wanted))
        ? []
        : [`${address}: R ${wanted}, here ${value}`];
    });
    expect(differences).toEqual([]);
  });

  it('is there for every signature', () => {
    const asked = [...Object.keys(golden.values), ...Object.keys(golden.drawn)].map((address) => {
      const [, name, args] = /^m\d\.([^(]*)(?:\((.*)\))?$/u.exec(address)!;
      return `${name!}/${args === undefined ? 0 : args.split(', ').length}`;
    });
    const without = Object.keys(quantitiesOf.mediation).filter((key) => {
      const { name, args } = signatureOf(key);
      return !asked.includes(`${name}/${args.length}`);
    });
    expect(without).toEqual([]);
  });

  it('drawn limits, errors and p agree with 20,000 draws of boot', () => {
    // Of 5,000 draws a limit varies by some 0.04 standard errors, a p by less than .01.
    const differences = Object.entries(golden.drawn).flatMap(([address, wanted]) => {
      const se = golden.drawn[address.replace(/\.(?:low|high|p)(?=\(|$)/u, '.se')] ?? 4;
      const value = valueAt(address);
      const slack = /\.p(?:\(|$)/u.test(address) ? 0.04 : /\.se/u.test(address) ? 0.06 * se : 0.25 * se;
      return value !== null && Math.abs(value - wanted) <= slack ? [] : [`${address}: boot ${wanted}, here ${value}`];
    });
    expect(differences).toEqual([]);
  });

  it('is the same again with the same seed, and another with another', () => {
    const low = (more: string): number | null => valueAt('m5.indirect.low(e)', run(`${spec}${more}`).results);
    expect(low('')).toBe(valueAt('m5.indirect.low(e)'));
    expect(low('seed 7\n')).not.toBe(valueAt('m5.indirect.low(e)'));
  });
});

describe('the report of a mediation', () => {
  const tables = tablesIn(reportOf(results!, {}).blocks).map(({ table }) => table);
  const rows = (id: string): readonly string[] =>
    tables
      .find((table) => table.id === id)!
      .rows.map((row) => {
        const [first, second] = row;
        return `${first?.kind === 'text' ? first.text : ''}|${second?.kind === 'number' ? second.address : ''}`;
      });

  it('has the paths of each equation, and every effect', () => {
    expect(rows('m3:paths')).toEqual([
      'Equation of p|',
      'sex (a)|m3.a(p)',
      'Equation of e|',
      'sex (a)|m3.a(e)',
      'p (d)|m3.between(p, e)',
      'Equation of hours|',
      'p (b)|m3.b(p)',
      'e (b)|m3.b(e)',
      'sex (c′)|m3.direct',
    ]);
    expect(rows('m3:effects')).toEqual([
      'Total effect (c)|m3.total',
      'Direct effect (c′)|m3.direct',
      'sex → p → hours|m3.indirect(p)',
      'sex → e → hours|m3.indirect(e)',
      'sex → p → e → hours|m3.indirect(p, e)',
      'Indirect effects together|m3.indirect.total',
      'Share of the total effect|m3.mediated',
    ]);
  });

  it('says how indirect effects were tested, in both languages', () => {
    const notes = (language: string): string =>
      tablesIn(reportOf(results!, { language }).blocks)
        .map(({ table }) => table)
        .find((table) => table.id === 'm6:effects')!
        .notes.join(' ');
    expect(notes('en')).toContain('bias-corrected and accelerated intervals (5,000 samples');
    expect(notes('zh')).toContain('偏差校正加速区间');
  });
});

it('products may be held constant', () => {
  const held = run(
    `${head}mediation m { explain hours  by age  through e  with sex * mood }\nregression r { explain hours  by age, e, sex * mood }\n`,
  );
  expect(valueAt('m.direct', held.results)).toBeCloseTo(valueAt('r.hours.b(age)', held.results)!, 9);
});

describe('what a mediation cannot be computed of', () => {
  const told = (text: string, file = data): readonly string[] =>
    run(`${head}${text}\n`, file)
      .problems.filter((problem) => problem.severity === 'error')
      .map((problem) => problem.code);

  it.each([
    ['mediation m { explain hours, mood  by age  through e }', 'SS487'],
    ['mediation m { explain hours  by age, mood  through e }', 'SS487'],
    ['mediation m { explain hours  by age  through e, hours }', 'SS487'],
    ['mediation m { explain hours  by age  through e  with age }', 'SS487'],
    ['mediation m { explain hours  by place  through e }', 'SS487'],
    ['mediation m { explain hours  by age  through e then p then mood then female }', 'SS487'],
    ['mediation m { explain hours  by age  through same }', 'SS485'],
    ['mediation m { explain same  by age  through e }', 'SS485'],
    ['mediation m { explain hours  by same  through e }', 'SS485'],
    ['mediation m { explain double  by age  through hours }', 'SS486'],
    ['mediation m { explain hours  by age  through e  where age > 500 }', 'SS507'],
    ['mediation m { explain mood  by hours  through e  with double }', 'SS509'],
    ['mediation m { explain hours  by age  through p, e }\nhypothesis h { m.indirect(p, e) > 0 }', 'SS488'],
    ['mediation m { explain hours  by age  through p, e }\nhypothesis h { m.indirect(mood) > 0 }', 'SS201'],
    ['mediation m { explain hours  by age  through e  errors bootstrap 10 }', 'SS211'],
    ['mediation m { explain hours  by age }', 'SS209'],
  ])('%s', (text, code) => {
    expect(told(text)).toContain(code);
  });

  it.each([0, 1, 2, 3, 4])('of %i cases: a reason for every number', (count) => {
    const file = data
      .split('\n')
      .slice(0, 1 + count)
      .join('\n');
    const few = run(`${head}mediation m { explain hours  by age  through mood  errors bootstrap 200 }\n`, file);
    const numbers = [...(few.results?.quantities.values() ?? [])].filter((one) => one.address.startsWith('m.'));
    expect(numbers.filter((one) => one.value !== null && !Number.isFinite(one.value))).toEqual([]);
    expect(numbers.filter((one) => one.value === null && (one.reason ?? '') === '')).toEqual([]);
    if (count > 0 && count < 4) expect(valueAt('m.total', few.results)).toBeNull();
  });
});
