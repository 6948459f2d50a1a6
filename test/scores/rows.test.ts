// Every respondent's row is his or her own, under every missing policy: ids and answers stand in the order of the source, whoever is left
// out, and scores and flags agree with what was computed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellText, columnOf, readData, respondentsTable, writers, type OutNumber } from '@studyspec/core';
import { openStudy, resultsOf } from '@studyspec/dsl';
import { worldOf } from '../support/project.ts';
import { randomOf } from '../support/random.ts';

const policies = ['listwise', 'pairwise', 'mean'] as const;

function studyOf(seed: number, holes: number, policy: string, blankRows: boolean): Readonly<Record<string, string>> {
  const random = randomOf(seed);
  const rows = Array.from({ length: 60 }, (_, at) => {
    const trait = random() * 3;
    const item = (): string => (random() < holes ? (random() < 0.5 ? '' : '9') : String(1 + Math.min(4, Math.floor(trait + random() * 2))));
    const empty = blankRows && at % 7 === 3 ? ',,,,,,\r\n' : '';
    const id = `P${String((at * 37) % 60).padStart(3, '0')}`;
    const x = random() < holes ? '' : random().toFixed(3);
    return `${empty}${[id, item(), item(), item(), item(), x, 1 + (at % 3)].join(',')}\r\n`;
  });
  return {
    'd.csv': `id,a,b,c,d,x,g\r\n${rows.join('')}`,
    's.study': `study "S"
data "d.csv" { id id  missing 9 }
scale s 1..5
dimension D on s { indicator a
 indicator b
 indicator c reversed
 indicator d }
number x
category g { u = 1  v = 2  w = 3 }
index I { of D  keep 1  missing ${policy}  component K marked by a }
regression R { explain I, K by x, g  missing ${policy} }
`,
  };
}

const column = (table: ReturnType<typeof respondentsTable>, name: string): OutNumber =>
  table.columns.find((one) => one.name === name) as OutNumber;
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

it.each(policies)('rows and ids equal the source with `missing %s`', (policy) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0, 0.05, 0.2), fc.boolean(), (seed, holes, blankRows) => {
      const files = studyOf(seed, holes, policy, blankRows);
      const study = openStudy('s.study', worldOf(files));
      const results = resultsOf(study)!;
      const table = respondentsTable({ results, coded: study.coded!, frame: study.frame! });
      const source = readData(new TextEncoder().encode(files['d.csv']), 'd.csv').frame!;
      expect(table.rows).toBe(source.rows);
      const ids = Array.from({ length: source.rows }, (_, row) => cellText(columnOf(source, 'id')!, row));
      const own = columnOf(study.frame!, 'x')!;
      for (const format of ['csv', 'sav', 'dta'] as const) {
        const { frame } = readData(writers[format].write(table).bytes, `x.${format}`);
        for (let row = 0; row < source.rows; row++) {
          expect(cellText(columnOf(frame!, 'id')!, row)).toBe(ids[row]);
          const [written, given] = [cellText(columnOf(frame!, 'x')!, row), cellText(own, row)];
          expect(written === null ? null : Number(written)).toBe(given === null ? null : Number(given));
        }
      }
      // Who has a score, and who was used, is whom the results count.
      const [index] = results.indices;
      if (index!.scores.size > 0) {
        expect(column(table, 'I').values).toEqual(index!.scores.get('I'));
        const used = sum(column(table, 'used_in_I').values);
        if (policy === 'pairwise') expect(used).toBeGreaterThanOrEqual(index!.n);
        else expect(used).toBe(index!.n);
        if (policy === 'mean') expect(sum(column(table, 'filled_in_I').values)).toBe(index!.filled);
      }
      for (const { outcome, fit } of results.regressions[0]!.outcomes) {
        const used = sum(column(table, `used_in_R_${outcome}`).values);
        if (fit === null) expect(used).toBe(0);
        else if (policy === 'pairwise') expect(used).toBeGreaterThanOrEqual(fit.n);
        else expect(used).toBe(fit.n);
      }
    }),
    { numRuns: 12 },
  );
});

it('who is left out of an index has no score, and the others their own', () => {
  const files = studyOf(5, 0.2, 'listwise', false);
  const study = openStudy('s.study', worldOf(files));
  const results = resultsOf(study)!;
  const table = respondentsTable({ results, coded: study.coded!, frame: study.frame! });
  const [score, used] = [column(table, 'I').values, column(table, 'used_in_I').values];
  expect(sum(used)).toBeLessThan(table.rows);
  for (let row = 0; row < table.rows; row++) expect(Number.isNaN(score[row]!)).toBe(used[row] === 0);
});

it('pairwise, who answered two items took part, and who answered one did not', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `P${at},${1 + (at % 5)},${1 + ((at * 3) % 5)},${1 + ((at * at) % 5)},1,1`);
  const few = ['Q1,4,,,1,1', 'Q2,4,2,,1,1', 'Q3,,,,1,1'];
  const spec = studyOf(1, 0, 'pairwise', false)['s.study']!.replace('\n indicator d }', ' }');
  const data = `id,a,b,c,x,g\n${[...lines, ...few].join('\n')}\n`;
  const study = openStudy('s.study', worldOf({ 'd.csv': data, 's.study': spec }));
  const table = respondentsTable({ results: resultsOf(study)!, coded: study.coded!, frame: study.frame! });
  expect([...column(table, 'used_in_I').values].slice(-4)).toEqual([1, 0, 1, 0]);
});

it('rows that are no respondents are not in the table, and `row` says which the others are', () => {
  const files = studyOf(3, 0.1, 'mean', true);
  const text = files['s.study']!.replace('{ id id', '{ id id  where g is u or g is v');
  const study = openStudy('s.study', worldOf({ ...files, 's.study': text }));
  const table = respondentsTable({ results: resultsOf(study)!, coded: study.coded!, frame: study.frame! });
  expect(table.rows).toBe(40);
  const ids = table.columns[0]!.values as readonly string[];
  const rows = column(table, 'row').values;
  // By hand: what stands in that line of the file, blank lines counted.
  const lines = files['d.csv']!.trimEnd().split('\r\n').slice(1);
  for (const [at, id] of ids.entries()) expect(lines[rows[at]! - 1]!.split(',')[0]).toBe(id);
  expect(Math.max(...rows)).toBeGreaterThan(60);
});

it('a condition and a cluster without a name leave rows out of a model, not out of the file', () => {
  const files = studyOf(8, 0, 'listwise', false);
  const text = files['s.study']!.replace('regression R {', 'regression R { where g is u or g is v  errors cluster site').replace(
    '{ id id',
    '{ id id  cluster site',
  );
  const lines = files['d.csv']!.trimEnd().split('\r\n');
  const sites = lines.map((line, at) => `${line},${at === 0 ? 'site' : at === 4 ? '' : `S${at % 9}`}`);
  const study = openStudy('s.study', worldOf({ 's.study': text, 'd.csv': sites.join('\r\n') }));
  const results = resultsOf(study)!;
  const table = respondentsTable({ results, coded: study.coded!, frame: study.frame! });
  const used = column(table, 'used_in_R_I').values;
  expect(table.rows).toBe(60);
  expect(sum(used)).toBe(results.regressions[0]!.outcomes[0]!.fit!.n);
  expect([used[3], sum(used)]).toEqual([0, 39]);
});
