// Indices without components against R (r/composites.R): a spec is compiled, its answers are coded, the plan is executed, and each address
// is written as an author writes it and looked up.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatAddress, lookUp, quantitiesOf, signatureOf, tell } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: { readonly default: { readonly abs: number; readonly rel: number } };
  readonly values: Readonly<Record<string, number | null>>;
}>('composites');
const data = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');

const spec = `study "Composites"
data "d.csv" { id id }
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c reversed  indicator d }
dimension q on s { indicator e  indicator f  indicator g  indicator h }
indicator mood on 1..7
number age within 0..100 reversed
number hours within 0..60
category sex { male = 1  female = 2 }
category place { north = 1  south = 2  west = 3 }
index me { of p  score mean  needs 3  rescale 0..100  goalposts scale }
index su { of p  score sum  needs 2  rescale none }
index st { of p  score sum  rescale 0..10  goalposts 6..18 }
index en { of a, mood, age, hours  normalize range  weight by entropy }
index cr like en { weight by critic  rescale none }
index va like cr { weight by cv }
index eq like cr { weight equal  rescale 0..100  goalposts 0..1 }
index gi like cr { weight given { a = 4, mood = 3, age = 2, hours = 1 } }
index bo like cr { weight by entropy and equal }
index cc like cr { weight by critic and cv }
index ge like gi { aggregate geometric }
index sc like gi { normalize scale  rescale 0..100  goalposts scale }
index zz like cr { normalize z  weight equal  rescale t }
index ra like cr { normalize rank  weight equal }
index ah like cr { weight by ahp { a / mood = 3, a / age = 5, a / hours = 7, mood / age = 2, mood / hours = 4, hours / age = 1/3 } }
index ac like cr {
  weight by ahp and entropy { a / mood = 3, a / age = 5, hours / a = 1/7, mood / age = 2, mood / hours = 4, age / hours = 3 }
}
index ne { of p, q, cr  weight by entropy  needs 2  rescale none }
`;
const { results, problems } = runProject({ 'x.study': spec, 'd.csv': data }, 'x.study');

/** Held against R where they are of the items of a dimension, by-address.test.ts, or of a study with a design. */
const ofItems = [
  'alpha.low',
  'alpha.high',
  'alpha.standardized',
  'omega',
  'mean_r',
  'lambda',
  'smc(item)',
  'alpha_if_deleted(item)',
  'split',
  'deff',
  'n.kish',
];

describe('indices without components', () => {
  const expected = Object.entries(golden.values);

  it('come of a spec without mistakes', () => {
    expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
    expect(expected.length).toBeGreaterThan(900);
  });

  it('equal R', () => {
    const { abs, rel } = golden.tolerance.default;
    const differences = expected.flatMap(([address, wanted]) => {
      const node = toAddress(parseAddress(address)!);
      const value = lookUp(results!.quantities, node)?.value;
      const close =
        formatAddress(node) === address &&
        value !== undefined &&
        (wanted === null || value === null ? wanted === value : Math.abs(value - wanted) <= Math.max(abs, rel * Math.abs(wanted)));
      return close ? [] : [`${address}: R ${wanted}, here ${value}`];
    });
    expect(differences).toEqual([]);
  });

  it('have every number of theirs among these', () => {
    const seen = new Set(expected.map(([address]) => address.replace(/^\w+\./u, '').replace(/\(.*/u, '()')));
    const missed = Object.keys(quantitiesOf.composite)
      .filter((key) => !ofItems.some((one) => key.startsWith(one)))
      .map((key) => `${signatureOf(key).name}${signatureOf(key).args.length === 0 ? '' : '()'}`)
      .filter((name) => !seen.has(name));
    expect(missed).toEqual([]);
  });
});
