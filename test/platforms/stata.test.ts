// Stata files of versions 113 to 119, with and without an encoding of their own: every cell, label and missing value as expected.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedFiles, faults, readPlatform } from './expected.ts';

const folders = ['09-stata-old', '10-stata-new', '11-wide-public-file', '12-wvs-ess'];
const files = folders.flatMap((folder) =>
  expectedFiles(folder).flatMap((want) => (want.format === 'dta' ? [[folder, want.file, want] as const] : [])),
);

describe('Stata files', () => {
  it('are there', () => expect(files).toHaveLength(11));

  it.each(files)('%s/%s is read cell by cell', (folder, file, want) => {
    const { frame, problems } = readPlatform(folder, file);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(frame!.rows).toBe(want.respondents);
    expect(want.columns.flatMap((column) => faults(frame!, column))).toEqual([]);
    expect(frame!.about!.encoding).toBe(want.encoding === 'ascii' ? 'utf-8' : want.encoding);
    expect(problems.map(({ code }) => code)).toEqual(want.encoding === 'gb18030' ? ['SS372'] : []);
  });

  it.each(files)('%s/%s gives the named columns alone, the same as among all', (folder, file) => {
    const all = readPlatform(folder, file).frame!;
    const names = all.columns.map(({ name }) => name).filter((_, at) => at % 3 === 1);
    const some = readPlatform(folder, file, { columns: names }).frame!;
    expect(some.columns).toEqual(all.columns.filter(({ name }) => names.includes(name)));
    expect(some.about!.names).toEqual(all.about!.names);
  });

  it('of 1,200 columns gives the sum of each', () => {
    const { frame } = readPlatform('11-wide-public-file', 'cfps_like_adult.dta');
    const lines = readFileSync(new URL('11-wide-public-file/expected-columns.csv', import.meta.url), 'utf8')
      .trim()
      .split(/\r?\n/u);
    const heads = lines[0]!.split(',');
    const rows = lines.slice(1).map((line) => new Map(line.split(',').map((cell, at) => [heads[at]!, cell])));
    expect(rows).toHaveLength(1200);
    expect(heads).toEqual(['column', 'n_stored', 'sum_stored', 'n_valid', 'sum_valid']);
    for (const [at, row] of rows.entries()) {
      const column = frame!.columns[at]!;
      expect(column.name).toBe(row.get('column'));
      if (column.kind === 'text' || row.get('sum_stored') === '') continue;
      const valid = column.values.filter((value) => !Number.isNaN(value));
      expect([column.name, valid.length]).toEqual([row.get('column'), Number(row.get('n_stored'))]);
      const sum = Number(row.get('sum_stored'));
      expect(Math.abs(valid.reduce((total, value) => total + value, 0) - sum)).toBeLessThanOrEqual(1e-9 * Math.abs(sum) + 1e-9);
    }
  });

  it('without an encoding of their own are read in the one that the author names', () => {
    const { problems, frame } = readPlatform('09-stata-old', 'survey_v114_gbk.dta', { encoding: 'gb18030' });
    expect(problems).toEqual([]);
    expect(frame!.columns[0]!.label).toBe('个人编码');
  });
});
