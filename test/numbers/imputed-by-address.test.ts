// Regressions on copies of the data whose gaps are filled in, at the addresses that an author writes: near to what mice has of 400 copies
// (r/imputed-by-address.R), exactly what least squares has where there is no gap, and reasons for what cannot be.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chainedEquations, lookUp, reportOf, tell, type Incomplete } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { tablesIn } from '../support/cells.ts';
import { randomOf } from '../support/random.ts';
import { runProject } from '../support/project.ts';
import { readReference } from './studies.ts';

const golden = readReference<{ readonly values: Readonly<Record<string, number>> }>('imputed-by-address').values;
const head = `study "With gaps"
data "d.csv" { id id }
number hours
number age
number mood
category sex { male = 1  female = 2 }
category place { north = 1  south = 2  west = 3 }
`;
const file = readFileSync(new URL('data/with-gaps.csv', import.meta.url), 'utf8');
const whole = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');
const run = (more: string, answers = file) => {
  const ran = runProject({ 'x.study': `${head}${more}`, 'd.csv': answers }, 'x.study');
  const at = (address: string): number | null => lookUp(ran.results!.quantities, toAddress(parseAddress(address)!))?.value ?? null;
  return { ...ran, at };
};
const model = (name: string, more: string): string => `regression ${name} { explain hours  by age, mood, sex, place  ${more} }\n`;
const TERMS = ['intercept', 'age', 'mood', 'sex.female', 'place.south', 'place.west'];

describe('a regression on several copies of the data', () => {
  const ran = run(model('mi', 'missing multiple 60  show b, se, p'));

  it('comes near to mice: b within a third of its error, errors within a tenth', () => {
    expect(ran.problems.filter(({ severity }) => severity === 'error').map((one) => tell(one, 'en').message)).toEqual([]);
    const wrong = TERMS.flatMap((term) => {
      const of = (part: string): [number, number] => [ran.at(`mi.hours.${part}(${term})`)!, golden[`mi.hours.${part}(${term})`]!];
      const [b, wantedB] = of('b');
      const [se, wantedSe] = of('se');
      const [fmi, wantedFmi] = of('fmi');
      const near = Math.abs(b - wantedB) < wantedSe / 3 && Math.abs(se / wantedSe - 1) < 0.1 && Math.abs(fmi - wantedFmi) < 0.15;
      return near ? [] : [`${term}: b ${b} (${wantedB}), se ${se} (${wantedSe}), fmi ${fmi} (${wantedFmi})`];
    });
    expect(wrong).toEqual([]);
    expect(ran.at('mi.hours.r2')!).toBeCloseTo(golden['mi.hours.r2']!, 1);
    expect(ran.at('mi.hours.n')).toBe(210);
    expect(ran.at('mi.hours.lost')).toBe(0);
    expect(ran.at('mi.hours.filled')).toBeGreaterThan(50);
  });

  it('tests all slopes together, and is the same with the same seed', () => {
    expect(ran.at('mi.hours.f')).toBeGreaterThan(1);
    expect(ran.at('mi.hours.p')).toBeLessThan(0.05);
    const few = (more: string): number | null => run(`${model('mi', 'missing multiple 3')}${more}`).at('mi.hours.b(mood)');
    expect(few('')).toBe(few(''));
    expect(few('seed 9\n')).not.toBe(few(''));
  });

  it('says in both languages how many copies there were', () => {
    const notes = (language: string): string =>
      tablesIn(reportOf(ran.results!, { language }).blocks)
        .flatMap(({ table }) => (table.id === 'mi:coefficients' ? table.notes : []))
        .join(' ');
    expect(notes('en')).toContain('60 copies of the data');
    expect(notes('zh')).toContain('插补数据集 60 个');
  });

  it.each(['classical', 'hc3', 'cluster site', 'cluster site cr2'])('without a gap is what least squares has, with errors %s', (errors) => {
    const complete = 'where mood >= 0 and hours >= 0 and age >= 0 and sex is male | female';
    const { at, problems } = run(
      `regression mi { explain hours  by age, mood, sex  errors ${errors}  missing multiple 5  ${complete} }\n` +
        `regression li { explain hours  by age, mood, sex  errors ${errors}  ${complete} }\n`,
      whole,
    );
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const part of ['b(mood)', 'se(mood)', 'p(age)', 'low(sex.female)', 'r2', 'f', 'p'])
      expect(at(`mi.hours.${part}`), part).toBe(at(`li.hours.${part}`));
  });

  it('fills in products by their factors, and centres in each copy', () => {
    const { at, problems } = run('regression mi { explain hours  by age * mood  center age, mood  missing multiple 5 }\n');
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(at('mi.hours.b(age:mood)')).not.toBeNull();
  });
});

describe('what cannot be filled in', () => {
  it.each([
    [model('r', 'missing multiple 1'), 'SS211'],
    [model('r', 'missing multiple'), 'SS210'],
    ['regression r { explain hours  by age then mood  missing multiple 5 }\n', 'SS496'],
    [model('r', 'errors bootstrap 500  missing multiple 5'), 'SS496'],
    [model('r', 'show importance  missing multiple 5'), 'SS496'],
    ['regression r { explain sex  by age  method logit  missing multiple 5 }\n', 'SS427'],
    [
      'number none when place is north and place is south\nregression r { explain hours  by age  missing multiple 5  where age > 500 }\n',
      'SS507',
    ],
  ])('%s', (text, code) => {
    expect(run(text).problems.map((one) => one.code)).toContain(code);
  });

  it.each([0, 1, 2, 3, 5, 7])('of %i cases: a reason for every number', (count) => {
    const few = run(
      model('mi', 'missing multiple 3'),
      file
        .split('\n')
        .slice(0, 1 + count)
        .join('\n'),
    );
    const numbers = [...(few.results?.quantities.values() ?? [])].filter((one) => one.address.startsWith('mi.'));
    expect(numbers.filter((one) => one.value !== null && !Number.isFinite(one.value))).toEqual([]);
    expect(numbers.filter((one) => one.value === null && (one.reason ?? '') === '')).toEqual([]);
  });
});

describe('chained equations', () => {
  const uniform = randomOf(5);
  const random = {
    uniform,
    normal: (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    integer: (below: number): number => Math.floor(uniform() * below),
  };

  it('give nothing that nobody has, fill every gap, and leave what is known', () => {
    const x = Float64Array.from({ length: 60 }, (_, i) => (i % 5 === 0 ? NaN : i % 7));
    const codes = Int32Array.from({ length: 60 }, (_, i) => (i % 8 === 1 ? -1 : i % 3));
    const variables: readonly Incomplete[] = [
      { kind: 'number', values: x },
      { kind: 'category', codes, levels: 3 },
      { kind: 'number', values: x.map((value, i) => (Number.isNaN(value) ? i : 2 * value)) },
      { kind: 'number', values: new Float64Array(60).fill(4) },
    ];
    const found = chainedEquations(variables, 4, random);
    if ('empty' in found) throw new Error('nothing is empty');
    expect(found.copies.length).toBe(4);
    expect(found.filled).toEqual([12, 8, 0, 0]);
    for (const [own, category] of found.copies) {
      if (own?.kind !== 'number' || category?.kind !== 'category') throw new Error('kinds stay');
      expect([...own.values].every((value, i) => (Number.isNaN(x[i]!) ? value >= 0 && value < 7 && value % 1 === 0 : value === x[i]))).toBe(
        true,
      );
      expect([...category.codes].every((code, i) => (codes[i]! < 0 ? code >= 0 && code < 3 : code === codes[i]))).toBe(true);
    }
  });

  it('name a variable that nobody has', () => {
    expect(chainedEquations([{ kind: 'number', values: new Float64Array(5).fill(NaN) }], 2, random)).toEqual({ empty: 0 });
  });
});
