// `population given { … }` of a category: how many there are of each level beside how many took part, and what is said of figures that
// cannot be.
import { describe, expect, it } from 'vitest';
import { learn, lookUp, renderText, reportOf, type StudyResults } from '@studyspec/core';
import { tablesIn } from '../support/cells.ts';
import { runProject } from '../support/project.ts';

await learn('zh');

const rows = Array.from({ length: 40 }, (_, i) => `${1 + (i % 5)},${'ABC'[i % 4 === 3 ? 2 : i % 3]}`).join('\n');
const run = (clause: string, more = '', data = '') =>
  runProject(
    {
      'x.study':
        `study "S"\ndata "d.csv" { ${data} }\nindicator a on 1..5\n` +
        `category site "Site" zh "地点" { A "Hill" zh "山" = "A"  B "Vale" zh "谷" = "B"  C "Ford" zh "渡" = "C"  ${clause} }\n${more}`,
      'd.csv': `a,site\n${rows}\n`,
    },
    'x.study',
  );
const value = (results: StudyResults, path: string): number | null | undefined =>
  lookUp(results.quantities, { path: path.split('.'), args: null })?.value;
const table = (results: StudyResults, language = 'en') =>
  tablesIn(reportOf(results, { language }).blocks).find((one) => one.table.id === 'sample:population')?.table;

describe('the population of a category', () => {
  it('stands beside what was sampled, level by level and in all', () => {
    const results = run('population given { A = 100, B = 90, C = 210 }').results!;
    const counts = ['A', 'B', 'C'].map((level) => value(results, `site.${level}.count`)!);
    expect(counts.reduce((a, b) => a + b)).toBe(40);
    expect(['A', 'B', 'C'].map((level) => value(results, `site.${level}.sampled`))).toEqual([
      (100 * counts[0]!) / 100,
      (100 * counts[1]!) / 90,
      (100 * counts[2]!) / 210,
    ]);
    expect([value(results, 'site.population'), value(results, 'site.sampled')]).toEqual([400, 10]);
    const found = table(results)!;
    expect(found.columns.map((column) => column.title)).toEqual(['Site', 'Population', 'Sampled', '% sampled']);
    expect(found.rows.length).toBe(4);
    expect(found.number).toBe(1);
    expect(table(results, 'zh')!.columns.map((column) => column.title)).toEqual(['地点', '总体', '样本量', '抽样比（%）']);
  });

  it('is not stated of every level: neither is the whole', () => {
    const results = run('population given { A = 100, B = 90 }').results!;
    expect([value(results, 'site.C.population'), value(results, 'site.C.sampled')]).toEqual([null, null]);
    expect([value(results, 'site.population'), value(results, 'site.n')]).toEqual([null, 40]);
    expect(renderText(reportOf(results, { only: ['sample'] }), { width: 100 })).toMatch(/Ford +\. +\d+ +\./u);
  });

  it('has no table where nobody states it, and one for several categories', () => {
    expect(table(run('').results!)).toBeUndefined();
    const more = 'category half from site { first = "A" | "B"  last = "C"  population given { first = 190, last = 210 } }\n';
    const found = table(run('population given { A = 100, B = 90, C = 210 }', more).results!)!;
    expect(found.columns[0]!.title).toBe('Category');
    // A heading and a total each.
    expect(found.rows.length).toBe(3 + 2 + 4);
  });

  it('belongs to the place of the original: another survey does not inherit it, a file of the same survey does', () => {
    const original = {
      'o.study': 'study "O"\ndata "o.csv"\nindicator a on 1..5\ncategory site { A = "A"  B = "B"  population given { A = 30, B = 40 } }\n',
      'o.csv': 'a,site\n1,A\n2,B\n3,A\n4,B\n5,A\n',
    };
    const survey = (map: string) =>
      runProject(
        { ...original, 'x.study': `study "X" replicates "o.study"\ndata "x.csv"\n${map}`, 'x.csv': 'a,site\n1,A\n2,B\n3,B\n' },
        'x.study',
      ).results!;
    expect(value(survey(''), 'site.population')).toBe(70);
    expect(value(survey('map { site from site { A = "A", B = "B" } }'), 'site.population')).toBeUndefined();
    const own = 'map { site from site { A = "A", B = "B" } }\ncategory site { population given { A = 9, B = 8 } }';
    expect(value(survey(own), 'site.population')).toBe(17);
  });

  it.each([
    ['population given { A = 100, D = 90 }', 'SS205'],
    ['population given { A = 100, A = 90 }', 'SS215'],
    ['population given { A = 0 }', 'SS211'],
    ['population given { A = 2.5 }', 'SS211'],
    ['population given { A = "many" }', 'SS211'],
    ['population given { }', 'SS108'],
    ['population 3985', 'SS210'],
    ['population given { A = 100, B = 5, C = 210 }', 'SS531'],
  ])('%s is a problem', (clause, code) => {
    expect(run(clause).problems.map((one) => one.code)).toEqual([code]);
  });

  it('is said to be another one than the design’s', () => {
    const design = { data: 'calibrate site from "m.csv"' };
    const { problems } = runProject(
      {
        'x.study':
          `study "S"\ndata "d.csv" { ${design.data} }\nindicator a on 1..5\n` +
          'category site { A = "A"  B = "B"  C = "C"  population given { A = 100, B = 90, C = 211 } }\n',
        'd.csv': `a,site\n${rows}\n`,
        'm.csv': 'category,level,population\nsite,A,100\nsite,B,90\nsite,C,210\n',
      },
      'x.study',
    );
    expect(problems.map((one) => [one.code, one.facts['level']])).toEqual([['SS531', 'C']]);
  });
});
