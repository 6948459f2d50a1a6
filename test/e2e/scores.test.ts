// Respondents on their way out: `scores`, the files of `run --out`, and single scores by id. What stands in the files is test/scores'.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { columnOf, readData } from '@studyspec/core';
import { declared, answers, makeFolder, models, type Folder } from '../support/cli.ts';

let folder: Folder;
beforeEach(() => {
  folder = makeFolder();
  folder.write({ 's.study': declared() + models, 'd.csv': answers });
});
afterEach(() => {
  folder.remove();
});

const frameIn = (name: string) => readData(readFileSync(folder.at(name)), name).frame!;

describe('studyspec scores', () => {
  it('writes what the ending says: the same rows and values as text, for SPSS and for Stata', () => {
    for (const ending of ['csv', 'sav', 'dta']) {
      const { code, out, err } = folder.studyspec('scores', 's.study', '-o', `o.${ending}`);
      expect([code, out]).toEqual([0, '']);
      expect(err).toContain(`Written to o.${ending}: 40 respondents in the order of the file`);
      const frame = frameIn(`o.${ending}`);
      expect(frame.rows).toBe(40);
      const score = columnOf(frame, 'I')!;
      expect(score.kind === 'number' && score.values.every((value) => value >= 0 && value <= 100)).toBe(true);
    }
    const first = columnOf(frameIn('o.csv'), 'I');
    expect(columnOf(frameIn('o.sav'), 'I')).toMatchObject({ values: first!.kind === 'number' ? first!.values : [] });
  });

  it('prints text where no file is named, and refuses what is no text', () => {
    const { code, out } = folder.studyspec('scores', 's.study');
    expect(code).toBe(0);
    expect(out.split('\r\n')[0]).toBe('id,a,b,c,d,x,g,D,I,used_in_I,used_in_R_I,used_in_R_x');
    expect(out.split('\r\n')).toHaveLength(42);
    const { code: no, err } = folder.studyspec('scores', 's.study', '--format', 'sav');
    expect([no, err]).toEqual([2, expect.stringContaining('studyspec scores s.study -o scores.sav')]);
  });

  it('writes over nothing that was read, by whatever name, over another file only when told to, and no other ending', () => {
    symlinkSync('d.csv', folder.at('link.csv'));
    const before = readFileSync(folder.at('d.csv'), 'utf8');
    for (const target of ['d.csv', 'link.csv', './d.csv']) {
      const { code, err } = folder.studyspec('scores', 's.study', '-o', target, '--force');
      expect(code).toBe(1);
      expect(err).toContain('it is never written over');
    }
    expect(readFileSync(folder.at('d.csv'), 'utf8')).toBe(before);
    expect(folder.studyspec('scores', 's.study', '-o', 'o.sav').code).toBe(0);
    expect(folder.studyspec('scores', 's.study', '-o', 'o.sav').err).toContain('--force replaces it');
    expect(folder.studyspec('scores', 's.study', '-o', 'o.sav', '--force').code).toBe(0);
    const { code, err } = folder.studyspec('scores', 's.study', '-o', 'o.xls');
    expect([code, err]).toEqual([2, expect.stringContaining('scores writes .csv, .sav, .dta, not .xls; nothing was written.')]);
    expect(folder.studyspec('scores', 's.study', '-o', 'o.dta', '--format', 'sav').code).toBe(2);
    expect(folder.files()).not.toContain('o.dta');
  });

  it('no id and no name becomes a formula', () => {
    folder.write({ 'd.csv': answers.replace('\n1,5,', '\n=cmd|1,5,').replace('\n2,3,', '\n@SUM(A1),3,') });
    const { out, err } = folder.studyspec('scores', 's.study');
    expect(out).toContain("\r\n'=cmd|1,5,");
    expect(out).toContain("\r\n'@SUM(A1),3,");
    expect(err).toContain('2 cells would be taken for formulas');
  });

  it('says why there is nothing, and names nothing that was not computed', () => {
    folder.write({ 'broken.study': declared('none.csv') });
    const { code, err } = folder.studyspec('scores', 'broken.study', '-o', 'o.sav');
    expect([code, err]).toEqual([1, expect.stringContaining('nothing was computed')]);
    expect(folder.files()).not.toContain('o.sav');
  });
});

it('run --out leaves the scores beside the report, takes them back, and leaves those that were changed', () => {
  expect(folder.studyspec('run', 's.study', '--out', 'r', '--no-word').err).toContain('scores.csv, scores.sav, scores.dta');
  expect(folder.files()).toEqual(expect.arrayContaining(['r/scores.csv', 'r/scores.dta', 'r/scores.sav']));
  const alone = folder.studyspec('scores', 's.study');
  expect(readFileSync(folder.at('r/scores.csv'), 'utf8')).toBe(alone.out);
  expect(folder.studyspec('run', 's.study', '--out', 'r', '--no-word').code).toBe(0);
  folder.write({ 'r/scores.csv': 'mine' });
  const { code, err } = folder.studyspec('run', 's.study', '--out', 'r', '--no-word');
  expect([code, err]).toEqual([1, expect.stringContaining('holds scores.csv, which was changed')]);
  // A study whose answers are an earlier report's scores is not written over.
  folder.write({ 'r/again.study': 'study "A"\ndata "scores.csv" { id id }\nnumber I\n' });
  expect(folder.studyspec('run', 'r/again.study', '--out', 'r', '--no-word', '--force').code).toBe(1);
});

it('query answers whose score it is, names the nearest ids, and tells why there is none', () => {
  cpSync(fileURLToPath(new URL('../../examples/anshun', import.meta.url)), folder.at('anshun'), { recursive: true });
  const query = (address: string, ...more: string[]) => folder.studyspec('query', 'anshun/anshun.study', address, ...more);
  const row = folder
    .studyspec('scores', 'anshun/anshun.study')
    .out.split('\r\n')
    .map((line) => line.split(','));
  const value = row.find(([id]) => id === 'AS-D-056')![row[0]!.indexOf('integration')]!;
  expect(JSON.parse(query('integration.score("AS-D-056")', '--json').out)).toEqual({ 'integration.score("AS-D-056")': Number(value) });
  expect(query('integration.score(AS-D-056)').out).toBe(`${Number(value).toFixed(2)}\n`);
  const { code, err } = query('integration.score("AS-D-56")');
  expect([code, err]).toEqual([2, expect.stringContaining('AS-D-056')]);
  expect(query('integraton.score("AS-D-056")').err).toContain('Did you mean integration?');
});

it('query says that two respondents have one id, and that an answer is missing', () => {
  folder.write({ 'd.csv': answers.replace('\n2,3,', '\n1,3,').replace('\n4,4,5', '\n4,,5') });
  const twice = folder.studyspec('query', 's.study', 'I.score("1")');
  expect([twice.code, twice.out]).toEqual([1, expect.stringContaining('2 respondents have this id: rows 1, 2')]);
  const without = folder.studyspec('query', 's.study', 'I.score("4")');
  expect([without.code, without.out]).toEqual([1, expect.stringContaining('an answer that it needs is missing')]);
});

it('a score asks its own index and no other, and its address is written as addresses are', () => {
  const rows = Array.from({ length: 30 }, (_, at) => `${at + 1},${1 + (at % 5)},${1 + ((at * 3) % 5)},${1 + ((at * at) % 4)},3,3,${at}`);
  folder.write({
    'q.csv': `id,a,b,c,k,l,n\n${rows.join('\n')}\n`,
    'q.study':
      'study "Q"\ndata "q.csv" { id id }\nscale s 1..5\nindicator a on s\nindicator b on s\nindicator c on s\nindicator k on s\n' +
      'indicator l on s\nnumber `my n` from n\nindex I { of a, b, c  keep 1 }\nindex J { of k, l  keep 1 }\n',
  });
  const query = (address: string) => folder.studyspec('query', 'q.study', address, '--json');
  expect(query('I.score("2")')).toMatchObject({ code: 0, err: '' });
  expect(query('a.score("2")')).toMatchObject({ code: 0, err: '' });
  expect(query('J.score("2")').err).toContain('SS503');
  expect(Object.keys(JSON.parse(query('`my n`.score("2")').out) as object)).toEqual(['`my n`.score("2")']);
  const { code, err } = folder.studyspec('query', 'q.study', 'Ii.score("2")');
  expect([code, err.includes('Did you mean I?'), err.includes('SS503')]).toEqual([2, true, false]);
});
