// Who is a respondent (`where` in the data block), and the way from the rows of a file to the cases of each model: rows = respondents +
// rows left out, each with its reason. Counts are by hand.
import { reportOf, renderText, tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { runProject, type Ran } from '../support/project.ts';

// attention: 3 3 2 3 . 3 9 3 3 1; minutes: 5 1 5 4 5 . 5 6 7 8.
const data = `id,attention,minutes,a,b,g
r1,3,5,1,2,x
r2,3,1,2,4,x
r3,2,5,3,1,y
r4,3,4,4,3,y
r5,,5,5,5,x
r6,3,,5,1,y
r7,9,5,1,1,x
r8,3,6,2,,y
r9,3,7,5,2,x
r10,1,8,77,4,
`;
const rest = 'scale s 1..5\nindicator a on s\nindicator b on s\ncategory g { x = "x"  y = "y" }\n';
const run = (where: string, spec = rest, command: 'check' | 'run' = 'run'): Ran =>
  runProject({ 'd.csv': data, 's.study': `study "S"\ndata "d.csv" { id id  missing 9  ${where} }\n${spec}` }, 's.study', command);
const at = (ran: Ran, address: string): number | null | undefined => ran.results?.quantities.get(address)?.value;
const told = (ran: Ran): string[] =>
  ran.problems.flatMap((problem) => (problem.severity === 'info' ? [] : [`${problem.code} ${tell(problem, 'en').message}`]));

describe('where in data', () => {
  it('leaves out rows by each of its rules in turn, and counts them', () => {
    const ran = run('where attention is 3 and minutes >= 2');
    // attention is not 3 in r3, r10; blank in r5, 9 in r7. Of the others minutes is 1 in r2 and blank in r6.
    expect(['sample.rows', 'sample', 'sample.left_out'].map((one) => at(ran, one))).toEqual([10, 4, 6]);
    expect([1, 2].map((k) => [at(ran, `sample.left_out(${k})`), at(ran, `sample.unknown(${k})`)])).toEqual([
      [4, 2],
      [2, 1],
    ]);
    expect([...ran.coded!.ids!]).toEqual(['r1', 'r4', 'r8', 'r9']);
    expect(at(ran, 'a.mean')).toBe((1 + 4 + 2 + 5) / 4);
  });

  it('says nothing of the answers of those who are left out, and counts rows as the file has them', () => {
    expect(told(run('where attention is 3 or attention is 1 or minutes > 0')).join()).toContain('Row 10 (r10), a: 77');
    const ran = run('where attention is 3', `${rest.replace('b on s', 'b on 1..3')}`);
    expect(told(ran)).toEqual(['SS321 Row 2 (r2), b: 4 is outside 1..3; it is treated as missing.']);
    expect(told(run('where attention is 3'))).toEqual([]);
  });

  it('may ask declared numbers, categories, dimensions and numbers of conditions', () => {
    const spec = `${rest}number quick when minutes < 2\ndimension D { of a, b }\n`;
    const of = (where: string): unknown => run(where, spec).coded!.ids;
    expect(of('where g is x')).toEqual(['r1', 'r2', 'r5', 'r7', 'r9']);
    expect(of('where quick = 0')).toEqual(['r1', 'r3', 'r4', 'r5', 'r7', 'r8', 'r9', 'r10']);
    expect(of('where D >= 3.5')).toEqual(['r4', 'r5', 'r9', 'r10']);
    expect(of('where a is blank')).toEqual(['r10']);
    expect(of('where g is blank or a < 2')).toEqual(['r1', 'r7', 'r10']);
  });

  it('rows of a number per group are those of respondents', () => {
    const ran = run('where attention is 3', `${rest}number m from a per g\n`);
    expect([...ran.coded!.numbers.get('m')!]).toEqual([(1 + 2 + 5) / 3, (1 + 2 + 5) / 3, 11 / 3, 11 / 3, 11 / 3, 8 / 3]);
  });

  it.each([
    ['where nope is 3', rest, 'SS320'],
    ['where attention is 8', rest, 'SS507'],
    ['where I > 50', `${rest}indicator c from a on s\nindex I { of a, b, c  keep 1 }\n`, 'SS203'],
    ['where high = 1', `${rest}indicator c from a on s\nindex I { of a, b, c  keep 1 }\nnumber high when I > 50\n`, 'SS203'],
    ['where g is z', rest, 'SS205'],
    ['where g > 2', rest, 'SS204'],
    ['where attention is 3 and minutes > 1 or a > 2', rest, 'SS123'],
  ])('%s is an error', (where, spec, code) => {
    const ran = run(where, spec, 'check');
    expect(ran.problems.filter(({ severity }) => severity === 'error').map((problem) => problem.code)).toEqual([code]);
  });

  it('is not inherited, and asks joined and mapped columns', () => {
    const ran = runProject(
      {
        'd.csv': 'id,site\n1,a\n2,b\n3,c\n4,a\n',
        'sites.csv': 'code,urban\na,1\nb,0\n',
        'f.study': 'study "F"\ndata "none.csv" { where nope is 1 }\nnumber urban\n',
        's.study': 'study "S" replicates "f.study"\ndata "d.csv" { id id  join "sites.csv" on site = code  where urban is 1 }\n',
      },
      's.study',
    );
    expect([...ran.coded!.ids!]).toEqual(['1', '4']);
    // r3's site is not listed: told by the join; it is no respondent, and none of its answers is counted as lost.
    expect([at(ran, 'sample.left_out(1)'), at(ran, 'sample.unknown(1)'), at(ran, 'sample.unusable')]).toEqual([2, 1, 0]);
  });
});

describe('from rows to cases', () => {
  const many = Array.from({ length: 40 }, (_, i) =>
    [
      i + 1,
      i % 10 === 0 ? 1 : 3,
      i % 7 === 3 ? '' : 1 + (i % 5),
      i % 11 === 5 ? '' : 1 + ((i * 3 + (i % 4)) % 5),
      1 + ((i * i) % 5),
      i % 2 === 0 ? 'x' : 'y',
    ].join(','),
  );
  const files = {
    'd.csv': `id,attention,a,b,c,g\n${many.join('\n')}\n`,
    's.study':
      'study "S"\ndata "d.csv" { id id  where attention is 3 }\nscale s 1..5\ndimension D on s { indicator a  indicator b  ' +
      'indicator c }\ncategory g { x = "x"  y = "y" }\nindex I { of D  keep 1 }\ncompare C { of a, c  by g  where b > 1 }\n' +
      'regression R { explain a  by b  where g is x }\n',
  };
  const ran = runProject(files, 's.study');
  const rows = many.map((line) => line.split(',')).filter((row) => row[1] === '3');
  const count = (of: (row: readonly string[]) => boolean): number => rows.filter(of).length;

  it('every model: respondents = left out by its condition + lost to missing answers + used', () => {
    expect(told(ran).filter((one) => !one.startsWith('SS6'))).toEqual([]);
    const let_in = count((row) => Number(row[3]) > 1);
    expect([at(ran, 'C.a.left_out'), at(ran, 'C.a.lost'), at(ran, 'C.a.n(all)')]).toEqual([
      36 - let_in,
      count((row) => Number(row[3]) > 1 && row[2] === ''),
      count((row) => Number(row[3]) > 1 && row[2] !== ''),
    ]);
    expect(at(ran, 'C.c.lost')).toBe(0);
    const x = count((row) => row[5] === 'x');
    expect([at(ran, 'R.a.left_out'), at(ran, 'R.a.lost'), at(ran, 'R.a.n')]).toEqual([
      36 - x,
      count((row) => row[5] === 'x' && (row[2] === '' || row[3] === '')),
      count((row) => row[5] === 'x' && row[2] !== '' && row[3] !== ''),
    ]);
    expect(at(ran, 'I.lost')).toBe(count((row) => row[2] === '' || row[3] === ''));
    expect(at(ran, 'I.lost')! + at(ran, 'I.n.correlations')!).toBe(at(ran, 'sample'));
    expect(at(ran, 'sample')! + at(ran, 'sample.left_out')!).toBe(at(ran, 'sample.rows'));
  });

  it('is a table in the report, in both languages', () => {
    for (const [language, rule] of [
      ['en', 'attention is 3'],
      ['zh', 'attention 为 3'],
    ] as const) {
      const text = renderText(reportOf(ran.results!, { language, only: ['flow'] }), { width: 100 });
      expect(text).toContain(rule);
      expect(text).toMatch(/40/u);
      expect(text).toMatch(/36/u);
    }
  });

  it('has in each cell of the table the number of its row and column', () => {
    const [section] = reportOf(ran.results!, { only: ['flow'] }).blocks;
    const table = section?.kind === 'section' ? section.blocks.find((block) => block.kind === 'table') : undefined;
    const rows = table!.rows.map((row) =>
      row.map((cell) => (cell === null ? null : cell.kind === 'number' ? cell.address : cell.kind === 'text' ? cell.text : cell.kind)),
    );
    expect(rows).toEqual([
      ['Rows of the data file', 'sample.rows', null, null, null],
      ['attention is 3', null, 'sample.left_out(1)', 'sample.unknown(1)', null],
      ['Respondents', 'sample', 'sample.left_out', null, null],
      ['Used in I', 'I.n.correlations', null, null, 'I.lost'],
      ['Used in C: a', 'C.a.n(all)', 'C.a.left_out', null, 'C.a.lost'],
      ['Used in C: c', 'C.c.n(all)', 'C.c.left_out', null, 'C.c.lost'],
      ['Used in R', 'R.a.n', 'R.a.left_out', null, 'R.a.lost'],
    ]);
  });

  it('has addresses that a spec may name', () => {
    const lost = at(ran, 'R.a.lost')!;
    const printed = `published "P" { sample.rows = 40  sample.left_out(1) = 4  sample.unknown(1) = 0  R.a.lost = ${lost} }\n`;
    const spec = `${files['s.study']}${printed}`;
    const published = runProject({ ...files, 's.study': spec }, 's.study');
    expect(published.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(published.results!.published[0]!.figures.map((one) => one.agrees)).toEqual([true, true, true, true]);
    const wrong = runProject({ ...files, 's.study': `${files['s.study']}hypothesis h { sample.left_out(a) > 1 }\n` }, 's.study', 'check');
    expect(wrong.problems.map(({ code }) => code)).toContain('SS207');
  });
});
