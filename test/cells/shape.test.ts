// What an author may say of a file's shape where it is not to be found: rows of headings, the decimal mark; of the answers and of each
// joined file.
import { describe, expect, it } from 'vitest';
import { csvOf, runCase, type Case } from './support.ts';

const read = (csv: string, data: string, declared = 'indicator Q1 on 1..5\nindicator Q2 on 1..5\n'): Case =>
  runCase({ 'd.csv': csv, 's.study': `study "S"\ndata "d.csv" { id id  ${data} }\n${declared}` });
const headed = 'id,Q1,Q2\nNumber,First question,Second question\n(key),1 to 5,one to five\nR1,3,1\nR2,4,2\nR3,2,5\n';

describe('header', () => {
  it('says that rows of headings are right, and nothing more is told', () => {
    const found = read(headed, 'header 1..3');
    expect([found.codes, found.value('Q1.n'), [...found.study.frame!.rowNumbers!]]).toEqual([[], 3, [3, 4, 5]]);
    expect(read(headed, '').help('SS317')).toContain('`header 1..3`');
  });

  it('says that respondents stand there', () => {
    const found = read(headed, 'header 1');
    expect(found.study.frame!.rows).toBe(5);
    expect(found.codes).not.toContain('SS317');
  });

  it('finds the names in a later row, below titles of any width', () => {
    const titled = `Survey of 2020\n"made by
us",,,\n${headed}`;
    const found = read(titled, 'header 3..5');
    expect([found.codes, found.value('Q1.mean')]).toEqual([[], 3]);
    // Row 12 of the data is line 13 of the spreadsheet, titles or not.
    expect([...found.study.frame!.rowNumbers!]).toEqual([5, 6, 7]);
    expect(read('Survey of 2020\nid;Q1;Q2\nR1;3;1\nR2;4;2\n', 'header 2').value('Q1.n')).toBe(2);
    expect(read('Survey\nid,Q1,Q2\nR1,3,1\nR2,4,2\nR3,5,5\n', '').help('SS309')).toContain('`header 2`');
  });

  it('found is what holds when it is left out', () => {
    expect(read(headed, 'header found').codes).toEqual(['SS317']);
  });

  it.each([
    'header 0',
    'header 3..1',
    'header 1..99',
    'header -1',
    'header 1.5',
    'header banana',
    'header "1"',
    'header 1 2',
    'header 1..',
  ])('%s is refused', (clause) => {
    expect(read(headed, clause).study.compiled.problems).toHaveLength(1);
    expect(read(headed, clause).study.compiled.problems[0]!.severity).toBe('error');
  });
});

describe('decimal', () => {
  const number = (cells: readonly string[], data: string, separator = ';'): Case =>
    runCase({
      'd.csv': csvOf({ x: cells }, separator),
      's.study': `study "S"\ndata "d.csv" { id id  ${data} }\nnumber x\nindicator q from x on 1..5\n`,
    });

  it('settles what a column alone does not', () => {
    expect(number(['1,234', '2,500'], '').codes).toContain('SS315');
    expect([
      number(['1,234', '2,500'], 'decimal comma').value('x.max'),
      number(['1,234', '2,500'], 'decimal point').study.coded!.numbers.get('x')![1],
    ]).toEqual([2.5, 2500]);
    expect(number(['1,234', '2,500'], 'decimal comma').codes).not.toContain('SS315');
    expect(number(['1.234', '2.500'], 'decimal comma', ',').study.coded!.numbers.get('x')![0]).toBe(1234);
    expect(number(['1.234', '2.500'], 'decimal point').value('x.max')).toBe(2.5);
  });

  it('that is a comma makes 2,3 a number even in an item: somebody says so', () => {
    const found = number(['2,3', '4,5', '1,2', '3,4'], 'decimal comma');
    expect([found.value('q.n'), found.value('q.max'), found.codes]).toEqual([4, 4.5, []]);
  });

  it('holds in the file that it is said of', () => {
    const files = { 'd.csv': 'id;k;x\n1;A;1,5\n2;B;2,5\n', 'j.csv': 'k;green\nA;1,234\nB;2,500\n' };
    const spec = (join: string): string =>
      `study "S"\ndata "d.csv" { id id  decimal comma  join "j.csv" on k ${join} }\nnumber x\nnumber green\n`;
    expect(runCase({ ...files, 's.study': spec('{ decimal point }') }).value('green.max')).toBe(2500);
    expect(runCase({ ...files, 's.study': spec('{ decimal comma }') }).value('green.max')).toBe(2.5);
    expect(runCase({ ...files, 'j.csv': 'Sites\nk;green\nA;7\nB;8\n', 's.study': spec('{ header 2 }') }).value('green.max')).toBe(8);
  });

  it.each(['decimal banana', 'decimal ","', 'decimal 5', 'decimal comma point'])('%s is refused', (clause) => {
    expect(number(['1'], clause).study.compiled.problems).toHaveLength(1);
  });
});
