// A study on a file of another program: labels and codes for no answer are the file's where the spec is silent.
import { describe, expect, it } from 'vitest';
import { tell } from '@studyspec/core';
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
    expect(tell(unknown!).help).toContain('qn12012');
  });
});
