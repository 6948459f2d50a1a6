// The numbers of deprivations counted with two cutoffs, each at the address that an author writes, against R's survey package
// (r/deprivation-by-address.R): by groups, under a condition, and in a design.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookUp, quantitiesOf, reportOf, signatureOf, tell } from '@studyspec/core';
import { formatText, parseAddress, toAddress } from '@studyspec/dsl';
import { tablesIn } from '../support/cells.ts';
import { runProject } from '../support/project.ts';
import { readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: { readonly default: { readonly abs: number; readonly rel: number } };
  readonly values: Readonly<Record<string, number>>;
}>('deprivation-by-address');
const head = (data: string): string => `study "Deprivations by address"
data "d.csv" { id id ${data} }
indicator a on 1..5
number age
number mood
number hours
number old when age > 55
number gloomy when mood < 4
number busy when hours > 30
number lonely when a < 3
category place "Place" { north = 1  south = 2  west = 3 }
`;
const file = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');
const design = readFileSync(new URL('data/deprivation-design.csv', import.meta.url), 'utf8');
const run = (data: string, more: string, answers = file) =>
  runProject({ 'x.study': `${head(data)}${more}`, 'd.csv': answers, 'w.csv': design }, 'x.study');
const body =
  'deprivation d1 "MPI" { of life { old, lonely }, mind { gloomy }  by place }\n' +
  'deprivation d2 { of life { old, lonely }, mind { gloomy }, work { busy }  cutoff 0.5  where age > 25 }\n';
const plain = run('', body);
const weighted = run(
  'join "w.csv" on id  weight wt  stratum strat',
  'deprivation d3 { of life { old, lonely }, mind { gloomy, busy }  cutoff 1/4  by place  where age > 25 }\n',
);
const at = (address: string, of = address.startsWith('d3') ? weighted : plain): number | null =>
  lookUp(of.results!.quantities, toAddress(parseAddress(address)!))?.value ?? null;

describe('every number of a count of deprivations, at its address', () => {
  it('comes of specs without mistakes, and equals R', () => {
    for (const { problems } of [plain, weighted])
      expect(problems.filter(({ severity }) => severity === 'error').map((one) => tell(one, 'en').message)).toEqual([]);
    const { abs, rel } = golden.tolerance.default;
    const wrong = Object.entries(golden.values).flatMap(([address, wanted]) => {
      const value = at(address);
      return value !== null && Math.abs(value - wanted) <= Math.max(abs, rel * Math.abs(wanted))
        ? []
        : [`${address}: R ${wanted}, here ${value}`];
    });
    expect(wrong).toEqual([]);
    const signature = (address: string): string => address.replace(/\(.*/u, (given) => (given.includes('.') ? '(level)' : '(variable)'));
    const asked = new Set(Object.keys(golden.values).map(signature));
    const without = Object.keys(quantitiesOf.deprivation).filter((key) => ![...asked].some((one) => one.endsWith(`.${key}`)));
    expect(without.filter((key) => signatureOf(key).name !== '')).toEqual([]);
  });

  it('a level need not name its category, and a brace is laid out as it stands', () => {
    expect(at('d1.h(place.north)')).not.toBeNull();
    const block = 'deprivation d1 "MPI" {\n  of life{old,lonely} , mind {gloomy}\n  by place\n}\n';
    const spec = `${head('')}${block}hypothesis h { d1.h(north) > 0 }\n`;
    expect(formatText(spec)).toContain('of life { old, lonely }, mind { gloomy }');
    const { problems, results } = runProject({ 'x.study': spec, 'd.csv': file }, 'x.study');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(results!.hypotheses[0]!.verdict).toBe('holds');
  });

  it('stands in its tables, in both languages', () => {
    const titles = (language: string): readonly string[] =>
      tablesIn(reportOf(plain.results!, { language }).blocks).flatMap(({ table }) => (table.id.startsWith('d1:') ? [table.title] : []));
    expect(titles('en')).toEqual(['MPI', 'Indicators and what they contribute to M0', 'By Place']);
    expect(titles('zh')).toEqual(['MPI', '各指标及其对 M0 的贡献', '按Place分组']);
  });
});

describe('what cannot be counted', () => {
  it.each([
    ['deprivation x { of life { age } }', 'SS491'],
    ['deprivation x { of life }', 'SS493'],
    ['deprivation x { of life { old }, mind { old } }', 'SS493'],
    ['deprivation x { of life { old }, life { busy } }', 'SS493'],
    ['deprivation x { of life { nothing } }', 'SS201'],
    ['deprivation x { of life { place } }', 'SS204'],
    ['deprivation x { of life { old }  cutoff 0 }', 'SS211'],
    ['deprivation x { of life { old }  cutoff 3/2 }', 'SS211'],
    ['deprivation x { of life { old }  where age > 500 }', 'SS507'],
    ['deprivation x { of life { old, busy }  cutoff 1  where age < 30 }', 'SS492'],
  ])('%s', (text, code) => {
    expect(run('', `${text}\n`).problems.map((one) => one.code)).toContain(code);
  });

  it.each([0, 1, 2])('of %i cases: a reason for every number', (count) => {
    const few = run(
      '',
      body,
      file
        .split('\n')
        .slice(0, 1 + count)
        .join('\n'),
    );
    const numbers = [...(few.results?.quantities.values() ?? [])].filter((one) => /^d[12]\./u.test(one.address));
    expect(numbers.filter((one) => one.value !== null && !Number.isFinite(one.value))).toEqual([]);
    expect(numbers.filter((one) => one.value === null && (one.reason ?? '') === '')).toEqual([]);
  });
});

it('is called what it is', () => {
  const table: Readonly<Record<string, { readonly label: string }>> = quantitiesOf.deprivation;
  expect(['h', 'a', 'm0'].map((key) => table[key]?.label)).toEqual(['H', 'A', 'M0']);
});
