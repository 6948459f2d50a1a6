// Workbooks of Excel: titles and merged heads, several sheets, dates, errors, damaged ones.
import { describe, expect, it } from 'vitest';
import { tell } from '@studyspec/core';
import { expectedFiles, faults, platformBytes, readPlatform, type ExpectedColumn } from './expected.ts';
import { runProject } from '../support/project.ts';

const asColumn = (want: ExpectedColumn, name: string): ExpectedColumn => ({ ...want, name });

describe('Excel workbooks', () => {
  it('made for people are read from below their titles, with the headings that are merged over columns', () => {
    const [want] = expectedFiles('05-excel-export').filter(({ file }) => file.startsWith('汇总表'));
    const { frame, problems } = readPlatform('05-excel-export', want!.file, { sheet: '数据', text: ['编号'], id: '编号' });
    expect(problems.map(({ code }) => code)).toEqual(['SS318', 'SS377', 'SS376']);
    expect(tell(problems[1]!, 'en').message).toContain('rows 3 to 4; rows 1 to 2 stand above');
    expect(tell(problems[2]!, 'en').message).toContain('#N/A in row 11, 人口; #N/A in row 11, 人均收入');
    expect(frame!.rows).toBe(want!.respondents);
    expect(
      want!.columns.flatMap((column) => faults(frame!, asColumn(column, (column as unknown as { header: string[] }).header.join(' / ')))),
    ).toEqual([]);
  });

  it('of several sheets name them, and the one with most rows first in the help', () => {
    const { frame, problems } = readPlatform('05-excel-export', '汇总表.xlsx');
    expect(frame).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['SS374']);
    expect(tell(problems[0]!, 'en').help).toContain('sheet "数据"');
    expect(readPlatform('05-excel-export', '汇总表.xlsx', { sheet: '数居' }).problems.map(({ code }) => code)).toEqual(['SS375']);
  });

  it('that are plain give every cell, and a study runs on them', () => {
    const [want] = expectedFiles('05-excel-export').filter(({ file }) => file.startsWith('openxlsx'));
    const { frame, problems } = readPlatform('05-excel-export', want!.file, { text: ['id'] });
    expect(problems).toEqual([]);
    expect(want!.columns.flatMap((column) => faults(frame!, asColumn(column, column.name)))).toEqual([]);
    const spec = 'study "A"\n\ndata "b.xlsx" { id id  sheet "调查数据" }\n\nscale s 1..5 "a" .. "b"\nindicator eco_cost "Costs" on s\n';
    const ran = runProject({ 'a.study': spec, 'b.xlsx': platformBytes('05-excel-export', want!.file) }, 'a.study', 'check');
    expect(ran.problems).toEqual([]);
    expect(ran.coded!.numbers.get('eco_cost')).toHaveLength(25);
  });

  it.each(expectedFiles('16-corrupted').flatMap((want) => (want.file.endsWith('.xlsx') ? [want.file] : [])))(
    '%s ends in an error',
    (file) => {
      const { frame, problems } = readPlatform('16-corrupted', file);
      expect(frame).toBeNull();
      expect(problems.map(({ severity }) => severity)).toEqual(['error']);
      expect(tell(problems[0]!, 'en').message).toContain(file);
    },
  );
});
