// Steps of predictors, and standard errors by clusters and by resampling, at their addresses, against R (r/linear-by-address.R): a spec is
// compiled, its answers are coded, the plan is executed, each address is looked up.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookUp, tell } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { agree, readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: Readonly<Record<'default' | 'drawn', { readonly abs: number; readonly rel: number }>>;
  readonly values: Readonly<Record<string, number | null>>;
}>('linear-by-address');
const codes = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, i) => `"s${from + i}"`).join(' | ');
const spec = `study "Linear models"
data "d.csv" { id id  cluster site }
number age
number hours
number mood
category sex { male = 1  female = 2 }
category place { north = 1  south = 2  west = 3 }
regression s1 { explain hours  by sex then place then age, mood  show b, se, t, p, intervals, vif }
regression s2 like s1 { errors hc3 }
regression mo { explain hours  by age * mood, sex  center age, mood  slopes age at mood }
regression mr like mo { errors hc3 }
regression mc { explain hours  by age * place  center age  slopes age at place }
regression cr { explain hours  by sex, place, age, mood  errors cluster site cr2 }
regression wi { explain hours  by sex, age  errors cluster site wild 9999  where mood >= 0 and small is not other }
regression boot { explain hours  by sex, age  errors bootstrap 4000  where mood >= 0 and place is north | south | west }
regression bca like boot { errors bootstrap 4000 bca }
category small from site { few = ${codes(1, 7)}  other = ${codes(8, 14)} }
`;
const data = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');
const { results, problems } = runProject({ 'x.study': spec, 'd.csv': data }, 'x.study');
const found = (address: string): number | null => {
  const node = parseAddress(address);
  return node === null ? null : (lookUp(results!.quantities, toAddress(node))?.value ?? null);
};
const drawn = (address: string): boolean => /^(?:boot|bca)\./u.test(address);

describe('linear models, at their addresses', () => {
  it('come of a spec without mistakes', () => {
    expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
    expect(Object.keys(golden.values).length).toBeGreaterThan(190);
  });

  it('equal R', () => {
    const wrong = Object.entries(golden.values).filter(([address, value]) => {
      const tolerance = golden.tolerance[drawn(address) ? 'drawn' : 'default'];
      return value === null ? found(address) !== null : !agree(found(address), value, tolerance);
    });
    expect(wrong.map(([address, value]) => `${address}: R ${value}, here ${found(address)}`)).toEqual([]);
  });
});
