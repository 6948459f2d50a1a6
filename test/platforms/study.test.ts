// A study on a file of another program: labels and codes for no answer are the file's where the spec is silent.
import { describe, expect, it } from 'vitest';
import { problemCatalogue, tell } from '@studyspec/core';
import { runProject } from '../support/project.ts';
import { platformBytes } from './expected.ts';

const study = (file: string, more: string): string =>
  `study "A"\n\ndata "${file}" {\n  id ${file.startsWith('cfps') ? 'pid' : 'id'}\n}\n\n${more}`;

describe('a study on an SPSS file', () => {
  const scale = 'scale agreement 1..5 "no" .. "yes"\n\n';
  const items = 'indicator a1 "a1" on agreement\nindicator a2 "a2" on agreement\nindicator a3 "a3" on agreement\n';
  const run = (spec: string): ReturnType<typeof runProject> =>
    runProject({ 's.study': spec, 'pspp.zsav': platformBytes('07-spss-pspp', 'pspp.zsav') }, 's.study', 'check');

  it('takes the codes that the file declares missing as missing, single ones and ranges', () => {
    const { problems, coded } = run(study('pspp.zsav', scale + items));
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const valid = (name: string): number => coded!.numbers.get(name)!.filter((value) => !Number.isNaN(value)).length;
    expect([valid('a1'), valid('a2'), valid('a3')]).toEqual([56, 58, 50]);
  });

  it("holds the data block's codes beside the file's, and a declaration's own in their place", () => {
    const both = run(study('pspp.zsav', scale + items).replace('  id id\n', '  id id\n  missing 5\n'));
    const valid = (ran: typeof both, name: string): number => ran.coded!.numbers.get(name)!.filter((value) => !Number.isNaN(value)).length;
    expect(valid(both, 'a1')).toBe(56 - 6);
    const own = run(study('pspp.zsav', `number edu "Education" from edu missing 5\n`));
    expect(valid(own, 'edu')).toBe(59);
  });

  it('reads of a wide file what the spec names, and knows the names of the others', () => {
    const ran = (name: string): ReturnType<typeof runProject> =>
      runProject(
        {
          's.study': study('cfps.dta', `${scale}indicator item "item" on agreement from ${name} missing -10 | -8 | -2 | -1\n`),
          'cfps.dta': platformBytes('11-wide-public-file', 'cfps_like_adult.dta'),
        },
        's.study',
        'check',
      );
    const { frame, problems, coded } = ran('qn12012');
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(frame!.columns.map(({ name }) => name)).toEqual(['pid', 'qn12012']);
    expect(coded!.numbers.get('item')!.filter((value) => !Number.isNaN(value))).toHaveLength(134);
    const [unknown] = ran('qn12O12').problems;
    expect(unknown!.code).toBe('SS320');
    expect(tell(unknown!, 'en').help).toContain('qn12012');
  });
});

describe('a number of 18 digits that the file keeps as a double', () => {
  const wide = platformBytes('11-wide-public-file', 'cfps_like_adult.dta');
  const run = (data: string, more = ''): ReturnType<typeof runProject> =>
    runProject({ 's.study': `study "A"\n\ndata "a.dta" {\n${data}\n}\n${more}`, 'a.dta': wide, 'f.csv': family }, 's.study', 'check');
  const family = platformBytes('11-wide-public-file', 'cfps_like_family.csv');
  const errors = ({ problems }: ReturnType<typeof runProject>): string[] =>
    problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);

  it.each([
    ['the id', '  id fid_d', '', 'cannot serve as an id'],
    ['the cluster', '  id pid\n  cluster fid_d', '', 'cannot serve as a cluster'],
    ['the key of a join', '  id pid\n  join "f.csv" on fid_d = fid18', '', 'cannot serve as the key of a join'],
    [
      'a category',
      '  id pid',
      'category family from fid_d { one "One" = 520424199001010000  two "Two" = 520424199001010007 }',
      'cannot serve as a category',
    ],
  ])('is an error as %s, and the only one', (_, data, more, says) => {
    const ran = run(data, more);
    expect(errors(ran)).toEqual(['SS378']);
    expect(ran.problems.filter(({ code }) => code !== 'SS378')).toEqual([]);
    const problem = ran.problems[0]!;
    expect(problem.place?.file).toBe('s.study');
    expect(tell(problem, 'en').message).toContain('"a.dta", fid_d');
    expect(tell(problem, 'en').message).toContain(says);
    expect(tell(problem, 'en').message).toContain('9 different values in 150 rows');
  });

  it('is a number like any other where it names nobody, and texts of 18 digits are exact', () => {
    expect(errors(run('  id pid', 'number large from fid_d'))).toEqual([]);
    const joined = run('  id pid\n  join "f.csv" on fid18');
    expect(errors(joined)).toEqual([]);
    expect(joined.problems.filter(({ severity }) => severity === 'warning').map(({ code }) => code)).toEqual(['SS331']);
  });

  it('is an error in a workbook too, where Excel keeps 15 digits', () => {
    const { wrong, files, right, rightFiles } = problemCatalogue.find(({ code }) => code === 'SS378')!.example;
    expect(errors(runProject({ ...files, 's.study': wrong }, 's.study', 'check'))).toEqual(['SS378']);
    expect(errors(runProject({ ...rightFiles, 's.study': right }, 's.study', 'check'))).toEqual([]);
  });
});
