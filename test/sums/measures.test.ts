// Numbers of more values than are counted: what they add up to stands in for their rows. Everything linear comes out as from rows, whatever
// else needs rows says so; parts in any order are the whole, byte for byte.
import { describe, expect, it } from 'vitest';
import { codeStudy, execute, noMemo, readSums, studyOfSums, sumsText } from '@studyspec/core';
import { countedOf, frameOf, numbersOf, parted, planOf, rowsOf } from './studies.ts';

let state = 11;
const chance = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const normal = (): number => Array.from({ length: 12 }, chance).reduce((sum, one) => sum + one, -6);
const answer = (most: number, shift: number): string =>
  chance() < 0.04 ? '' : String(1 + Math.min(most - 1, Math.max(0, Math.floor(chance() * most + shift))));
const HEAD = 'a,b,c,sex,site,town,age,income,slide,far';
const lines = Array.from({ length: 430 }, () => {
  const town = Math.floor(chance() * 7);
  const sex = answer(2, 0);
  const age = (17 + 60 * chance()).toFixed(2);
  const income = (21_000 + 4000 * normal() + 90 * Number(age) + 700 * Number(sex || 1)).toFixed(2);
  const slide = (50 + 9 * normal() + Number(age) / 9).toFixed(1);
  const far = (1_000_000 + 3 * normal() + Number(sex || 1)).toFixed(3);
  const maybe = (text: string): string => (chance() < 0.05 ? '' : text);
  const items = [0, 1, 2].map(() => answer(5, (Number(age) - 40) / 30));
  return [...items, sex, answer(3, 0), `t${town}`, maybe(age), maybe(income), maybe(slide), far].join(',');
});
const frame = frameOf(`${HEAD}\n${lines.join('\n')}\n`);

const spec = (more: string): string => `study "S"
data "d.csv"
scale s 1..5
scale slider 0..150
dimension p on s { indicator a  indicator b  indicator c reversed }
number age
number income
indicator slide on slider
number far
category sex { male = 1  female = 2 }
category site { one = 1  two = 2  three = 3 }
${more}`;

const STUDIES = {
  described: '',
  correlated: 'correlate k { of age, income, a, slide, far }',
  'correlated, all answers there': 'correlate k { of age, income, a, slide  missing listwise }',
  'held constant': 'correlate k { of income, a, slide  control age }',
  compared: 'compare k { of income, age, far  by sex, site }',
  'compared within': 'compare k { of income, a  by sex  where site is one or site is two  missing listwise }',
  predicted: 'regression r { explain a  by age, income, sex, far }',
  explained: 'regression r { explain income, far  by age, a, sex, site, slide }',
  'means filled in': 'regression r { explain income, a  by age, b, sex, slide  missing mean }',
  'pairs of answers': 'regression r { explain income  by age, b, slide  missing pairwise }',
  'by steps': 'regression r { explain income  by age, sex then slide then site }',
  centred: 'regression r { explain a  by age, b, sex  center age }',
  clustered: 'regression r { explain a, income  by age, sex  errors cluster town cr2 }',
  robust: 'regression r { explain a, income  by age, sex, slide  errors hc3 }',
  'robust, means filled in': 'regression r { explain income  by age, a, sex  missing mean  errors hc1 }',
  'some of them': 'regression r { explain income  by age, a  where sex is male }',
  'an index': 'index i { of slide, age, income  rescale 0..100 }\ncompare k { of i  by sex }\nregression r { explain i  by a, sex }',
} as const;

const NEEDS = /\.(?:skewness|kurtosis|median|q25|q75|mode|durbin_watson|mann_whitney\.[uzp]|levene\.p|kruskal\.[hp])$|\.histogram\./u;

describe.each(Object.entries(STUDIES))('%s', (_, more) => {
  const plan = planOf(spec(more));
  const rows = new Map(execute(plan, codeStudy(plan, frame), frame, noMemo).quantities);

  it('is as of rows, of two parts', () => {
    const sums = numbersOf(
      plan,
      parted(frame.rows, 2).map((part) => rowsOf(frame, part)),
    );
    expect([...sums.keys()].filter((address) => !rows.has(address))).toEqual([]);
    const lacking: string[] = [];
    let equal = 0;
    for (const [address, { value }] of rows) {
      const own = sums.get(address);
      if (value === null || address.startsWith('sample') || address.startsWith('flow')) continue;
      if (own?.value == null) {
        lacking.push(`${address}: ${own?.reason}`);
        continue;
      }
      expect(Math.abs(own.value - value), address).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
      equal++;
    }
    expect(lacking.filter((one) => !NEEDS.test(one.split(':')[0]!))).toEqual([]);
    expect(equal).toBeGreaterThan(100);
  });
});

describe('a measure', () => {
  const plan = planOf(spec('compare k { of age, far  by sex }\nregression r { explain a  by age, far, sex  errors hc3 }'));

  it('tells its ends without a threshold and no end with one, also where a score is made of it', () => {
    const index = planOf(spec('index i { of slide, age  rescale 0..100 }'));
    const [open, kept] = [numbersOf(index, [frame]), numbersOf(index, [frame], 5)];
    const ages = codeStudy(index, frame).numbers.get('age')!;
    expect(open.get('age.min')!.value).toBe(Math.min(...ages.filter((age) => !Number.isNaN(age))));
    expect([open.get('i.min')!.value, open.get('i.max')!.value]).toEqual([0, 100]);
    for (const address of ['age.min', 'age.max'])
      expect(kept.get(address)).toMatchObject({ value: null, reason: expect.stringContaining('below the threshold') as string });
    expect(kept.get('i.mean')).toMatchObject({ value: null, reason: expect.stringContaining('below the threshold') as string });
    expect(kept.get('age.mean')!.value).toBeCloseTo(open.get('age.mean')!.value!, 12);
    const study = studyOfSums(index, countedOf(index, frame, 5), []);
    void execute(index, study.coded, study.frame, noMemo).quantities.size;
    expect([...study.asked].filter((form) => form.includes('"slopes"'))).toEqual([]);
  });

  it('loses nothing however far from 0 its numbers lie', () => {
    const own = planOf('study "S"\ndata "d.csv"\nnumber x\nnumber y\ncorrelate c { of x, y }\n');
    const near = Array.from({ length: 300 }, (_, at) => [at, (at * 7919) % 300] as const);
    const csv = (off: number): string => `x,y\n${near.map(([x, y]) => `${off + x},${off + y / 8}`).join('\n')}\n`;
    const [there, far] = [numbersOf(own, [frameOf(csv(0))]), numbersOf(own, [frameOf(csv(100_000_000_000))])];
    const same = [...there].filter(
      ([address, { value }]) => value !== null && /^[xy]\.(?:sd|se)$|^c\.(?:r|p|low|high|sd)\(/u.test(address),
    );
    expect(same.length).toBeGreaterThan(8);
    for (const [address, { value }] of same) expect(far.get(address)!.value, address).toBe(value);
  });

  it('makes a file that an older program refuses, and is refused where its sums are not as they were written', () => {
    const text = sumsText(countedOf(plan, frame));
    expect(text).toMatch(/^\{"format":"studyspec sums","version":2,/u);
    const own = countedOf(plan, frame);
    type Told = NonNullable<(typeof own.tables)[number]['sums']>;
    const with_ = (edit: (told: Told) => unknown): unknown => {
      const tables = own.tables.map((table, at) => (at === 0 ? { ...table, sums: edit(table.sums!) as Told } : table));
      return readSums(sumsText({ ...own, tables }));
    };
    expect(with_((told) => told)).toMatchObject({ holds: 'counts' });
    for (const edit of [
      (told: Told) => told.slice(1),
      (told: Told) => [...told, null],
      () => undefined,
      ([first, ...others]: Told) => [[['01', ...first![0]!.slice(1)]], ...others],
      ([first, ...others]: Told) => [[['1e5', ...first![0]!.slice(1)]], ...others],
      ([first, ...others]: Told) => [[first![0]!.slice(1)], ...others],
      ([first, ...others]: Told) => [[...first!, ...first!], ...others],
      ([, ...others]: Told) => [[[1, 2]], ...others],
    ])
      expect(with_(edit), String(edit)).toMatchObject({ refusal: { is: 'damaged' } });
    expect(readSums(sumsText(countedOf(planOf('study "S"\ndata "d.csv"\nscale s 1..5\nindicator a on s\n'), frame)))).toMatchObject({
      holds: 'counts',
    });
  });
});
