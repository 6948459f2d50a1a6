// The numbers of tables, each at the address that an author writes, against R (r/tables-by-address.R): correlations, two groups, pairs, one
// sample, cross tables, covariates and crossed factors.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookUp, signatureOf, tell, type Quantity, quantitiesOf, twoGroupQuantities } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: { readonly default: { readonly abs: number; readonly rel: number } };
  readonly values: Readonly<Record<string, number>>;
}>('tables-by-address');

const spec = `study "Tables by address"
data "d.csv" { id id }
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c reversed  indicator d }
indicator e on s
indicator mood on 1..7
number age
number hours
category sex { male = 1  female = 2 }
category place { north = 1  south = 2  west = 3 }
compare u1 { of p, hours  by sex }
correlate t1 { of p, e, age, hours }
correlate t2 { of p, e, age, hours  missing pairwise  where age > 30 }
correlate t3 { of a, e, age  method spearman }
correlate t4 { of a, e, age  method kendall  missing pairwise }
correlate t5 { of p, e, hours  control age, mood }
correlate t6 { of p, e, hours  control age  method spearman }
correlate t7 { of p, e, hours  control age  method kendall }
`;
const data = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');
const { results, problems } = runProject({ 'x.study': spec, 'd.csv': data }, 'x.study');
const { abs, rel } = golden.tolerance.default;
const found = (address: string): Quantity | null => lookUp(results!.quantities, toAddress(parseAddress(address)!));

describe('every number of a table, at its address', () => {
  const expected = Object.entries(golden.values);

  it('comes of a spec without mistakes', () => {
    expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem).message)).toEqual([]);
    expect(expected.length).toBeGreaterThan(370);
  });

  it('equals R', () => {
    const differences = expected.flatMap(([address, wanted]) => {
      const quantity = found(address);
      const value = quantity?.value ?? null;
      return value !== null && Math.abs(value - wanted) <= Math.max(abs, rel * Math.abs(wanted))
        ? []
        : [`${address}: R ${wanted}, here ${value} (${quantity === null ? 'nothing there' : (quantity.reason ?? '')})`];
    });
    expect(differences).toEqual([]);
  });

  it('is there for every signature', () => {
    const asked = new Set(expected.map(([address]) => address.replace(/\(.*/u, (given) => `/${given.split(', ').length}`)));
    const without = [quantitiesOf.correlate, twoGroupQuantities].flatMap((all) =>
      Object.keys(all).filter((key) => {
        const { name, args } = signatureOf(key);
        return ![...asked].some((one) => one.endsWith(`.${name}${args.length === 0 ? '' : `/${args.length}`}`));
      }),
    );
    expect(without).toEqual([]);
  });
});
