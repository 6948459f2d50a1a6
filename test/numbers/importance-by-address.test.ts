// Relative importance at the addresses that an author writes, against R (r/importance-by-address.R): R² of every order of the predictors.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookUp, reportOf, tell } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { tablesIn } from '../support/cells.ts';
import { runProject } from '../support/project.ts';
import { readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: { readonly default: { readonly abs: number; readonly rel: number } };
  readonly values: Readonly<Record<string, number>>;
}>('importance-by-address');
const body = `number age
number hours
number mood
category sex { male = 1  female = 2 }
category place { north = 1  south = 2  west = 3 }
`;
const spec = (data: string, more: string): string => `study "Importance"\ndata "d.csv" { id id  ${data} }\n${body}${more}`;
const file = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');
const run = (data: string, more: string) => {
  const ran = runProject({ 'x.study': spec(data, more), 'd.csv': file }, 'x.study');
  const at = (address: string): number | null => lookUp(ran.results!.quantities, toAddress(parseAddress(address)!))?.value ?? null;
  return { ...ran, at };
};
const plain = run(
  '',
  'regression im1 { explain hours  by age, mood, sex, place  show importance }\n' +
    'regression im2 { explain mood  by age then hours  errors hc3  show b, importance }\n',
);
const weighted = run('weight u', 'regression im3 { explain mood  by age, hours, place  show importance }\n');

describe('what each predictor accounts for of R²', () => {
  it('equals R in every order, weighted too', () => {
    const { abs, rel } = golden.tolerance.default;
    const wrong = Object.entries(golden.values).flatMap(([address, wanted]) => {
      const value = (address.startsWith('im3') ? weighted : plain).at(address);
      return value !== null && Math.abs(value - wanted) <= Math.max(abs, rel * wanted) ? [] : [`${address}: R ${wanted}, here ${value}`];
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(golden.values).length).toBeGreaterThan(15);
  });

  it.each(['listwise', 'mean', 'pairwise'])('sums to R², with missing %s', (policy) => {
    const { at, problems } = run('', `regression r { explain hours  by age, sex, mood  missing ${policy}  show importance }\n`);
    expect(problems.filter(({ severity }) => severity === 'error').map((one) => tell(one, 'en').message)).toEqual([]);
    const shares = ['age', 'sex', 'mood'].map((name) => at(`r.hours.importance(${name})`)!);
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(at('r.hours.r2')!, 12);
  });

  it('stands in a table of its own, in both languages', () => {
    const titles = (language: string): readonly string[] =>
      tablesIn(reportOf(plain.results!, { language }).blocks).flatMap(({ table }) =>
        table.id === 'im1:importance' ? [table.title, ...table.columns.map((one) => one.title), `${table.rows.length}`] : [],
      );
    expect(titles('en')).toEqual(['Relative importance', 'Predictor', 'Share of R²', '% of R²', '5']);
    expect(titles('zh')[0]).toBe('相对重要性');
  });

  it('is nowhere without its word', () => {
    const { at } = run('', 'regression r { explain hours  by age, mood }\n');
    expect(at('r.hours.importance(age)')).toBeNull();
  });

  it.each([
    ['regression r { explain hours  by age * mood  show importance }', 'SS490'],
    ['regression r { explain sex  by age  method logit  show importance }', 'SS426'],
    ['regression r { explain hours  by age, mood  show importance }\nhypothesis h { r.hours.importance(place) > 0 }', 'SS201'],
  ])('%s is refused', (text, code) => {
    expect(run('', `${text}\n`).problems.map((one) => one.code)).toContain(code);
  });
});
