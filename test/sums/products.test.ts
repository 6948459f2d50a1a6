// Products of predictors, centred ones, simple slopes, clustered and robust errors from sums, as from rows: of every policy for missing
// answers.
import { describe, expect, it } from 'vitest';
import { codeStudy, execute, noMemo, studyOfSums } from '@studyspec/core';
import { countedOf, frameOf, numbersOf, parted, planOf, rowsOf } from './studies.ts';

let state = 5;
const chance = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const answer = (most: number, shift: number): string =>
  chance() < 0.03 ? '' : String(1 + Math.min(most - 1, Math.max(0, Math.floor(chance() * most + shift))));
const lines = Array.from({ length: 260 }, () => {
  const town = Math.floor(chance() * 9);
  const shift = (town % 3) * 0.7 - 0.7;
  return [...Array.from({ length: 6 }, () => answer(5, shift)), answer(2, 0), answer(3, 0), answer(6, 0), `t${town}`].join(',');
});
const frame = frameOf(`a,b,c,d,e,f,sex,site,x,town\n${lines.join('\n')}\n`);

const spec = (more: string): string => `study "S"
data "d.csv"
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c reversed }
indicator d on s
indicator e on s
indicator f on s
number x
category sex { male = 1  female = 2 }
category site { one = 1  two = 2  three = 3 }
index i { of d, e, f  rescale none }
${more}`;

const REGRESSIONS = {
  listwise: 'regression r { explain f, i  by x, sex, site, x * sex, sex * site }',
  'means filled in': 'regression r { explain a, f  by b, x, site, b * x, x * site  missing mean }',
  'pairs of answers': 'regression r { explain a  by b, x, sex, b * x, b * sex  missing pairwise }',
  'three factors': 'regression r { explain a  by b, sex, site, b * sex, b * site, sex * site, b * sex * site }',
  'a score as factor': 'regression r { explain a  by i, sex, i * sex }',
  centred: 'regression r { explain a, i  by b, x, sex, b * x, b * sex  center b, x }',
  slopes: 'regression r { explain a  by b, x, b * x  center b, x  slopes b at x }',
  'slopes by level, clustered': 'regression r { explain a  by b, site, b * site  slopes b at site  errors cluster town }',
  clustered: 'regression r { explain a, i  by b, sex, b * sex  errors cluster town }',
  'clustered by few': 'regression r { explain a, f  by b, x, sex  missing mean  errors cluster town cr2 }',
  robust: 'regression r { explain a, i  by b, sex, site  errors hc3 }',
  'robust, means filled in': 'regression r { explain a  by b, x, site  missing mean  errors hc1 }',
  'robust by steps': 'regression r { explain i  by b, sex then x  where site is one or site is two  errors hc4m }',
  'by steps': 'regression r { explain a  by b, sex then x then b * x  errors cluster site cr2 }',
} as const;

const NEEDS = /\.durbin_watson$/u;

describe.each(Object.entries(REGRESSIONS))('%s', (_, regression) => {
  const plan = planOf(spec(regression));
  const rows = new Map(execute(plan, codeStudy(plan, frame), frame, noMemo).quantities);
  const known = [...rows].filter(([address, { value }]) => address.startsWith('r.') && value !== null);

  it.each([1, 3])('is as of rows, of %i parts', (many) => {
    const sums = numbersOf(
      plan,
      parted(frame.rows, many).map((part) => rowsOf(frame, part)),
    );
    expect(known.length).toBeGreaterThan(20);
    for (const [address, { value }] of known) {
      const own = sums.get(address);
      // What residuals weigh is not asked of combined levels.
      if (NEEDS.test(address) || (regression.includes('*') && address.endsWith('.breusch_pagan.p')))
        expect(own?.reason, address).toContain('row by row');
      else expect(Math.abs(own!.value! - value!), `${address} ${own?.reason}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value!)));
    }
  });
});

it('an outcome that needs rows takes no other one with it', () => {
  // A score that lacks is filled in where any of its answers lacks: that is told by all of them together.
  const plan = planOf(spec('regression r { explain a, i  by b, x  missing mean }'));
  const study = studyOfSums(plan, countedOf(plan, frame), []);
  const { quantities } = execute(plan, study.coded, study.frame, noMemo);
  expect(quantities.get('r.a.n')?.value).toBe(frame.rows);
  expect(quantities.get('r.i.n')).toMatchObject({ value: null, reason: expect.stringContaining('row by row') as string });
});
