// An index, a component or a dimension stands wherever a number may: among predictors, in products.
import { describe, expect, it } from 'vitest';
import { tell } from '@studyspec/core';
import { runProject, type Ran } from '../support/project.ts';

const rows = Array.from({ length: 40 }, (_, i) =>
  [i + 1, 1 + ((i * 3) % 5), 1 + ((i * i + 1) % 5), 1 + ((i * 7 + 2) % 5), 1 + ((i * i * 3) % 4), 20 + ((i * 11) % 37), 1 + (i % 3)].join(
    ',',
  ),
);
const head = `study "S"
data "d.csv" { id id }
dimension D on 1..5 { indicator a  indicator b  indicator c  indicator d }
number x
category g { u = 1  v = 2  w = 3 }
`;
const run = (spec: string): Ran => runProject({ 's.study': head + spec, 'd.csv': `id,a,b,c,d,x,g\n${rows.join('\n')}\n` }, 's.study');
const errors = (ran: Ran): readonly string[] =>
  ran.problems.filter((one) => one.severity === 'error').map((one) => tell(one, 'en').message);
const at = (ran: Ran, address: string): number | null | undefined => ran.results!.quantities.get(address)?.value;

describe('scores among predictors', () => {
  it('an index and a component are what a number of the same values is', () => {
    const ran = run(`index I { of D  keep 2  component one marked by a  component two marked by b }
number copied = I * 1
regression r { explain x  by I, one, g }
regression s { explain x  by copied, one, g }
`);
    expect(errors(ran)).toEqual([]);
    expect(at(ran, 'r.x.b(I)')).toBeCloseTo(at(ran, 's.x.b(copied)')!, 10);
    expect(at(ran, 'r.x.r2')).toBeCloseTo(at(ran, 's.x.r2')!, 12);
    expect(at(ran, 'r.x.beta(one)')).toEqual(expect.any(Number));
  });

  it('in products, where a dimension is its mean score', () => {
    const ran = run(`index I { of D  keep 2 }
number mean_d = D * 1
number product = I * mean_d
regression r { explain x  by I * D }
regression s { explain x  by I, mean_d, product }
`);
    expect(errors(ran)).toEqual([]);
    expect(at(ran, 'r.x.b(I:D)')).toBeCloseTo(at(ran, 's.x.b(product)')!, 8);
    expect(at(ran, 'r.x.b(D)')).toBeCloseTo(at(ran, 's.x.b(mean_d)')!, 8);
  });

  it('takes the model along when it could not be computed, and explains nothing by itself', () => {
    const lost = run('number same = x * 0\nindex I { of a, b, same  keep 1 }\nregression r { explain x  by I, g }\n');
    expect(lost.results!.quantities.get('r.x.r2')).toMatchObject({ value: null, reason: expect.stringContaining('I could not') as string });
    const self = run('index I { of D  keep 1 }\nregression r { explain I  by I, x }\n');
    expect(self.problems.map((one) => one.name)).toContain('explains-itself');
  });
});
