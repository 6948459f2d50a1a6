// `quantity`: a figure made of figures, wherever numbers have addresses. Values are computed here from the parts, by hand.
import { describe, expect, it } from 'vitest';
import { execute, previewOf, reportOf, resultsJson } from '@studyspec/core';
import { runProject } from '../support/project.ts';
import { watched } from '../support/watched.ts';
import { tablesIn } from '../support/cells.ts';
import { cellText } from '../../packages/core/src/render/cells.ts';

const rows = Array.from({ length: 60 }, (_, i) => [1 + (i % 2), 1 + (i % 2) + ((i * 7) % 4), 1 + ((i * 3) % 5), 20 + ((i * 13) % 40)]);
const csv = `sex,a,b,age\n${rows.map((row) => row.join(',')).join('\n')}\n`;
const head = `study "S"
data "d.csv"
scale s 1..5
indicator a "First" on s
indicator b on s
category sex { female = 1  male = 2 }
number age
regression r { explain a  by b, age }
`;
const ran = (text: string) => runProject({ 'x.study': head + text, 'd.csv': csv }, 'x.study');
const told = (text: string): readonly string[] =>
  ran(text)
    .problems.filter((one) => one.severity === 'error')
    .map((one) => `${one.code} ${(head + text).slice(one.place?.span.start ?? 0, one.place?.span.end ?? 0)}`);
const mean = (of: readonly number[]): number => of.reduce((sum, one) => sum + one, 0) / of.length;
const women = mean(rows.filter(([sex]) => sex === 1).map(([, a]) => a!));
const men = mean(rows.filter(([sex]) => sex === 2).map(([, a]) => a!));

describe('a quantity', () => {
  const text = `quantity gap "Women minus men" = a.mean(sex.female) - a.mean(sex.male)
quantity twice = 2 * gap
quantity share = 100 * sex.female.count / sample
quantity most = max(a.mean(sex.female), a.mean(sex.male))
quantity dearer = b.n + 1
quantity none = a.mean / (b.mean - b.mean)
quantity lost = r.a.aic + a.mean(sex.female) / (sex.female.count - sex.female.count)
hypothesis h { gap > 0  twice = gap }
published "P" { gap = 0.1 }
`;
  const { results, problems } = ran(text);
  const at = (address: string): number | null | undefined => results!.quantities.get(address)?.value;

  it('is computed from its parts', () => {
    expect(problems.filter((one) => one.severity === 'error')).toEqual([]);
    expect(at('gap')).toBeCloseTo(women - men, 12);
    expect(at('twice')).toBeCloseTo(2 * (women - men), 12);
    expect(at('share')).toBe(50);
    expect(at('most')).toBeCloseTo(Math.max(women, men), 12);
    expect(at('dearer')).toBe(61);
  });

  it('prints as its parts where it is in their units', () => {
    const formats = ['gap', 'twice', 'share', 'most', 'dearer'].map((name) => results!.quantities.get(name)!.format);
    expect(formats).toEqual(['mean', 'mean', 'coefficient', 'mean', 'count']);
  });

  it('is null with a reason where its formula has no value', () => {
    expect(results!.quantities.get('none')).toMatchObject({ value: null, reason: 'the formula has no defined value' });
    expect(results!.quantities.get('lost')).toMatchObject({ value: null, reason: 'the formula has no defined value' });
  });

  it('is null with the reason of a part', () => {
    const few = runProject(
      { 'x.study': `${head}quantity d = a.sd + 1\nquantity e = d * 2\n`, 'd.csv': 'sex,a,b,age\n1,2,3,30\n' },
      'x.study',
    );
    expect(few.results!.quantities.get('d')?.value).toBeNull();
    expect(few.results!.quantities.get('d')?.reason).toMatch(/^a\.sd: /u);
    expect(few.results!.quantities.get('e')?.reason).toMatch(/^d: a\.sd: /u);
  });

  it('may be claimed and held against print', () => {
    expect(results!.hypotheses[0]!.claims.map((one) => [one.left, one.holds])).toEqual([
      [women - men, women > men],
      [2 * (women - men), false],
    ]);
    expect(results!.published[0]!.figures[0]!.computed).toBeCloseTo(women - men, 12);
  });

  it('stands in the report, in both languages, alone where only it is asked for, and in its preview', () => {
    const table = (only?: readonly string[], language = 'en') =>
      tablesIn(reportOf(results!, { language, ...(only === undefined ? {} : { only }) }).blocks).find(
        ({ table: one }) => one.id === 'quantities',
      )!.table;
    expect(table().title).toBe('Quantities');
    expect(table(undefined, 'zh').title).toBe('自定义统计量');
    expect(table().rows).toHaveLength(7);
    const only = table(['gap']).rows.map((row) => row.map((cell) => (cell === null ? '' : cellText(cell))));
    expect(only).toEqual(
      [['Women minus men', (women - men).toFixed(3).replace('-', '−'), 'a.mean(sex.female) - a.mean(sex.male)']].map((row) => [
        row[0],
        expect.anything(),
        row[2],
      ]),
    );
    expect(tablesIn(previewOf(results!.plan, results, 'gap')).map(({ table: one }) => one.rows.length)).toEqual([1]);
    const inJson = (only: readonly string[]): readonly string[] => {
      const json = resultsJson(results!, {
        version: '0',
        language: 'en',
        inputs: new Map(),
        problems: () => [],
        stated: () => [],
        placed: (place) => ({ ...place, line: null, column: null, endLine: null, endColumn: null }),
        only,
      });
      return Object.keys((JSON.parse(json) as { readonly quantities: object }).quantities);
    };
    expect(inJson(['twice'])).toEqual(['twice']);
    expect(inJson(['quantities'])).toEqual(results!.plan.quantities!.map((one) => one.name));
  });

  it('runs only what its parts rest on', () => {
    const { compiled, coded, frame } = ran(text);
    const { memo, steps } = watched();
    const execution = execute(compiled.plan!, coded!, frame!, memo);
    expect(execution.asked.get('twice')?.value).toBeCloseTo(2 * (women - men), 12);
    expect(steps).not.toContain('regression');
    expect(execution.asked.get('lost')?.reason).toBe('the formula has no defined value');
    expect(steps).toContain('regression');
    expect(execution.only(['gap']).quantities.size).toBe(1);
  });
});

describe('a quantity that cannot be', () => {
  it.each([
    ['quantity x = x + 1', 'SS203 x + 1'],
    ['quantity x = y + 1\nquantity y = 2 * x\nhypothesis h { y > 1 }', 'SS203 y + 1'],
    ['quantity x = a.men + 1', 'SS206 men'],
    ['quantity x = c.mean + 1', 'SS201 c'],
    ['quantity x = a.mean(sex) - 1', 'SS272 a.mean(sex)'],
    ['quantity x = a.mean(sex.woman) - 1', 'SS205 woman'],
    ['quantity x = a.mean\nhypothesis h { x.mean > 1 }', 'SS206 mean'],
    ['quantity x = a.mean\nhypothesis h { xx > 1 }', 'SS201 xx'],
    ['quantity x "No formula"', 'SS209 x'],
    ['quantity x = sine(a.mean)', 'SS210 sine'],
  ])('%s', (text, expected) => {
    expect(told(`${text}\n`)).toEqual([expected]);
  });

  it('may be called as another number is, and is not held to what that one can be', () => {
    const { problems } = ran('quantity p "Ratio" = 100 * a.mean\nquantity r2 = a.mean\npublished "P" { p = 112.3  r2 = 3.1 }\n');
    expect(problems.map((one) => one.code)).toEqual(['SS701']);
  });

  it('is left out with a question that was not asked, and said so', () => {
    const own = `study "T" replicates "x.study"\ndata "d.csv"\nmap { b absent }\n`;
    const { results, problems } = runProject(
      { 'x.study': `${head}quantity q = b.mean + 1\nquantity p = a.mean + 1\n`, 'y.study': own, 'd.csv': csv },
      'y.study',
    );
    expect(results!.plan.quantities!.map((one) => one.name)).toEqual(['p']);
    expect(problems.some((one) => JSON.stringify(one.facts).includes('"kind":"quantity","name":"q"'))).toBe(true);
  });
});
