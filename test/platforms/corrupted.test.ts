// Damaged and lying files end in a problem that names the file: never in an exception, never in values that nobody wrote.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readData, tell } from '@studyspec/core';
import { expectedFiles, platformBytes, readPlatform } from './expected.ts';

const BINARY = /\.(?:z?sav|dta|parquet)$/u;
const files = expectedFiles('16-corrupted').flatMap((want) => (BINARY.test(want.file) ? [[want.file, want] as const] : []));

describe('damaged files', () => {
  it('are there', () => expect(files).toHaveLength(20));

  it.each(files)('%s ends in an error that says what is wrong', (file) => {
    const { frame, problems } = readPlatform('16-corrupted', file);
    expect(frame).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'error', at: 'data', data: { file } });
    expect(tell(problems[0]!, 'en').message).toContain(file);
    expect(tell(problems[0]!, 'en').message).not.toMatch(/undefined|NaN|null|Infinity/u);
  });

  it('say how many rows are announced, and how many there is room for', () => {
    const message = (file: string): string => tell(readPlatform('16-corrupted', file).problems[0]!, 'en').message;
    expect(message('sav1_header_cut.sav')).toContain('it ends within its header');
    expect(message('sav2_dictionary_cut.sav')).toContain('it ends within its dictionary');
    expect(message('sav3_data_cut.sav')).toMatch(/it announces 60 cases, and \d+ are there/u);
    expect(message('sav4_count.sav')).toContain('it announces 2,000,000,000 cases');
    expect(message('sav6_label_count.sav')).toContain('2,147,483,647 value labels, more than the file can hold');
    expect(message('dta3_count.dta')).toContain('it announces 1,099,511,627,776 rows');
    expect(message('dta7_version.dta')).toContain('of version 120');
    expect(tell(readPlatform('16-corrupted', 'dta7_version.dta').problems[0]!, 'en').help).toContain('version(14)');
  });

  it.each([
    ['csv1_empty.csv', 'error', ['SS302']],
    ['csv2_header_only.csv', 'error', ['SS303']],
    ['csv3_quote.csv', 'error', ['SS307']],
    ['csv4_nul.csv', 'error', ['SS304']],
    ['csv5_wide.csv', 'silent', []],
    ['csv6_ragged.csv', 'error', ['SS309', 'SS310']],
  ])('%s, a text table, is told for what it is: %s', (file, must, codes) => {
    const { frame, problems } = readPlatform('16-corrupted', file);
    expect(problems.map(({ code }) => code).sort()).toEqual(codes);
    expect(problems.some(({ severity }) => severity === 'error')).toBe(must === 'error');
    if (must === 'silent') expect([frame!.columns.length, frame!.rows]).toEqual([30000, 1]);
  });

  const whole = [
    ['07-spss-pspp', 'pspp_compressed.sav'],
    ['07-spss-pspp', 'pspp.zsav'],
    ['08-spss-gb18030', 'gb_record.sav'],
    ['09-stata-old', 'survey_v115_msf_gbk.dta'],
    ['10-stata-new', 'haven_v13.dta'],
    ['15-parquet', 'survey_duckdb_snappy.parquet'],
    ['15-parquet', 'survey_duckdb_zstd.parquet'],
    ['15-parquet', 'survey_hyparquet.parquet'],
  ] as const;
  it.each(whole)('%s/%s with bytes changed or cut off is read or refused, never thrown at anybody', (folder, file) => {
    const bytes = platformBytes(folder, file);
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255), run: fc.constantFrom(1, 2, 4, 8) });
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat(bytes.length), { nil: bytes.length, freq: 3 }),
        (changes, end) => {
          const hostile = bytes.slice(0, end);
          for (const { at, to, run } of changes) hostile.fill(to, at, at + run);
          const { frame, problems } = readData(hostile, file);
          if (frame === null) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
          else
            for (const column of frame.columns)
              expect(column.kind === 'number' ? column.values.length : column.codes.length).toBe(frame.rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(whole)('%s/%s cut off anywhere is refused', (folder, file) => {
    const bytes = platformBytes(folder, file);
    for (let end = 1; end < bytes.length - 8; end += 1 + Math.floor(bytes.length / 97))
      expect([end, readData(bytes.subarray(0, end), file).frame]).toEqual([end, null]);
  });
});
