// The numbers of tables, each at the address that an author writes, against R (r/tables-by-address.R): correlations, two groups, pairs, one
// sample, cross tables, covariates and crossed factors.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookUp, reportOf, signatureOf, tell, type Quantity, quantitiesOf, twoGroupQuantities } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { tablesIn } from '../support/cells.ts';
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
category band from mood { low = 1..3  middle = 4..5  high = 6..7 }
category young from age { yes = ..<40  no = 40.. }
choices likes ticked 4 { like_a from a  like_b from b  like_d from d }
compare u1 { of p, hours  by sex }
compare a1 { of hours, p  by place  adjust age, mood }
compare a2 { of hours  by place  adjust age  post_hoc tukey }
compare a3 { of hours  by place  adjust e  post_hoc holm }
compare f1 { of hours, p  by place * sex }
compare f2 { of hours  by place * sex  adjust age  post_hoc sidak }
compare e1 { of a, hours  with e, age }
compare o1 { of p, e  by none against 3.25 }
compare o2 { of hours  by none against 30 }
compare x1 { of band, likes  by place }
compare x2 { of young, likes  by sex }
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
    expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
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
    const drawn = new Set(['f', 'df1', 'df2']);
    const asked = new Set(expected.map(([address]) => address.replace(/\(.*/u, (given) => `/${given.split(', ').length}`)));
    const without = [
      quantitiesOf.correlate,
      twoGroupQuantities,
      quantitiesOf['category of compare'],
      quantitiesOf['option of compare'],
      quantitiesOf['adjusted outcome of compare'],
      quantitiesOf['crossed outcome of compare'],
      quantitiesOf['paired outcome of compare'],
      quantitiesOf['single outcome of compare'],
    ].flatMap((all) =>
      Object.keys(all).filter((key) => {
        const { name, args } = signatureOf(key);
        // Of a design: survey-by-address.test.ts.
        return (
          !('fisher.p' in all && drawn.has(key)) &&
          ![...asked].some((one) => one.endsWith(`.${name}${args.length === 0 ? '' : `/${args.length}`}`))
        );
      }),
    );
    expect(without).toEqual([]);
  });
});

describe('a number of a table stands under its own heading', () => {
  const more = `${spec}dimension o on s { indicator f  indicator g  indicator h }
measurement me { of p, o }
index ob { of a, b, c, d, f, g, h  keep 2  rotate oblimin  rescale none }
regression lo { explain sex  by age, mood  method logit }
`;
  const study = runProject({ 'x.study': more, 'd.csv': data }, 'x.study');
  const tables = tablesIn(reportOf(study.results!, { details: true }).blocks).map(({ table }) => table);
  const tableOf = (id: string) => tables.find((table) => table.id === id)!;
  /** `me.b.se(a)` as `b.se`, an interval by its lower end; what is no number as nothing. */
  const names = (id: string): readonly string[] => [
    ...new Set(
      tableOf(id).rows.map((row) =>
        row
          .map((cell) => {
            const address = cell?.kind === 'number' ? cell.address : cell?.kind === 'interval' ? cell.addresses?.[0] : undefined;
            return address?.replace(/^\w+\./u, '').replace(/\(.*$/u, '') ?? '';
          })
          .join(' '),
      ),
    ),
  ];

  it('of pairs of variables', () => {
    expect(tableOf('t1:pairs').columns.map(({ title }) => title)).toEqual(['Pairs of variables', 'n', 'r', '95 % CI', 'p', 'p (Holm)']);
    expect(names('t1:pairs')).toEqual([' n r low p p.holm']);
  });

  it('of a measurement model: loadings and b, each with its own standard error', () => {
    expect(tableOf('me:loadings').columns.map(({ title }) => title)).toEqual(['Item', 'Loading', 'SE', 'b', 'SE', 'R²', 'CR', 'AVE', 'ω']);
    expect(names('me:loadings')).toEqual(['      cr ave omega', ' loading loading.se b b.se r2   ']);
  });

  it('of oblique factors: the structure in a table of its own', () => {
    expect(names('ob:structure')).toEqual([' structure structure']);
  });

  it('and notes say which group is taken from which, and which value is the event', () => {
    const two = tables.find(({ id }) => /^u1:.*two$/u.test(id) || /^u1.*:two$/u.test(id))!;
    expect(two.notes.join(' ')).toContain('male less female');
    expect(tableOf('lo:coefficients').notes.join(' ')).toContain('the event is female');
  });
});
