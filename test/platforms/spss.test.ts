// SPSS files of haven, PSPP and old Chinese SPSS: every cell, label and code as expected, whatever the compression and the encoding.
import { describe, expect, it } from 'vitest';
import { expectedFiles, faults, readPlatform } from './expected.ts';

const folders = ['06-spss-haven', '07-spss-pspp', '08-spss-gb18030', '12-wvs-ess'];
const files = folders.flatMap((folder) =>
  expectedFiles(folder).flatMap((want) => (want.format === 'sav' ? [[folder, want.file, want] as const] : [])),
);

describe('SPSS files', () => {
  it('are there', () => expect(files).toHaveLength(10));

  it.each(files)('%s/%s is read cell by cell', (folder, file, want) => {
    const { frame, problems } = readPlatform(folder, file);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(frame!.rows).toBe(want.respondents);
    expect(frame!.columns.map(({ name }) => name)).toEqual(want.columns.map(({ name }) => name));
    expect(frame!.about!.names).toEqual(want.columns.map(({ name }) => name));
    expect(want.columns.flatMap((column) => faults(frame!, column))).toEqual([]);
    expect(frame!.about!.encoding.toLowerCase()).toBe(want.encoding.toLowerCase());
    expect(frame!.about!.weight).toBe(want.weight);
    if (want.multiple_response_sets !== undefined)
      expect(frame!.about!.multipleResponseSets).toEqual(
        want.multiple_response_sets.map(({ name, label, kind, counted, variables }) => ({
          name,
          label,
          kind: kind === 'MC' ? 'categories' : 'dichotomies',
          ...(counted === undefined ? {} : { counted }),
          columns: variables,
        })),
      );
  });

  it.each(files)('%s/%s gives the named columns alone, the same as among all', (folder, file) => {
    const all = readPlatform(folder, file).frame!;
    const names = all.columns.map(({ name }) => name).filter((_, at) => at % 3 === 1);
    const some = readPlatform(folder, file, { columns: [...names, 'no such column'] }).frame!;
    expect(some.columns).toEqual(all.columns.filter(({ name }) => names.includes(name)));
    expect(some.about).toEqual(all.about);
  });

  it('says that the encoding was found where none is stated, once, and not where the author names it', () => {
    const codes = (file: string, encoding?: string): string[] =>
      readPlatform('08-spss-gb18030', file, encoding === undefined ? {} : { encoding }).problems.map(({ code }) => code);
    expect(codes('gb_says_ascii.sav')).toEqual(['SS372']);
    expect(codes('gb_says_ascii.sav', 'gb18030')).toEqual([]);
    expect(codes('gb_says_ascii.sav', 'gbk')).toEqual([]);
    expect(codes('gb_record.sav')).toEqual([]);
    expect(codes('gb_codepage936_only.sav')).toEqual([]);
    expect(codes('gb_record.sav', 'utf-8')).toEqual(['SS371']);
    expect(codes('gb_record.sav', 'gb-18')).toEqual(['SS306']);
  });
});
