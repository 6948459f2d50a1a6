// Codes that stand for no answer by their words, their platform or their distance from all answers: proposed once a file, gone when what
// the help says is pasted, and then every figure is as expected.
import { describe, expect, it } from 'vitest';
import { tell } from '@studyspec/core';
import { runProject } from '../support/project.ts';
import { expectedFiles, platformBytes } from './expected.ts';
import type { TextColumnWanted } from './results.ts';

const folders = [
  '01-wenjuanxing',
  '02-qualtrics',
  '04-kobo-odk',
  '06-spss-haven',
  '07-spss-pspp',
  '08-spss-gb18030',
  '09-stata-old',
  '10-stata-new',
  '11-wide-public-file',
  '12-wvs-ess',
];
/** Headings, previews and unfinished answers: told of the file, whatever its codes are. */
const OF_THE_EXPORT = ['SS317', 'SS380'];

const isProposed = ({ missing_codes: codes, missing_by_code: found }: TextColumnWanted): boolean =>
  codes?.source.startsWith('to be proposed') === true && found !== undefined;
const files = folders.flatMap((folder) =>
  expectedFiles(folder).flatMap((want) => {
    const columns = want.columns as readonly TextColumnWanted[];
    return columns.some(isProposed) && want.file !== 'ess_like.csv' ? [[folder, want.file, columns, want.encoding] as const] : [];
  }),
);

/** Items on the scale of their answers, amounts as numbers; each column by its name in the file. */
function declared(columns: readonly TextColumnWanted[], quoted: (column: TextColumnWanted) => string): string[] {
  return columns.filter(isProposed).map((column, at) => {
    const [low, high] = [column.min as number, column.max as number];
    const scale = high > 10 || high === 6 ? null : low === 0 && high === 1 ? '0..1' : low === 0 || high > 5 ? '0..10' : '1..5';
    return `${scale === null ? 'number' : 'indicator'} v${at} from ${quoted(column)}${scale === null ? '' : ` on ${scale}`}`;
  });
}

describe('codes for no answer that nothing declares', () => {
  it('are in as many files', () => expect(files.map(([, file]) => file)).toHaveLength(16));

  it.each(files)('%s/%s: are proposed in one problem, whose help makes it go', (folder, file, columns, encoding) => {
    const bytes = platformBytes(folder, file);
    const lines = declared(columns, ({ name, header }) => `"${header?.[0] ?? name}"`);
    const stated = encoding === 'gb18030' ? '\n  encoding gb18030' : '';
    const run = (missing: string): ReturnType<typeof runProject> => {
      const study = `study "S"\n\ndata "${file}" {\n  ${missing}${stated}\n}\n\n${lines.join('\n')}\n`;
      return runProject({ 's.study': study, [file]: bytes }, 's.study', 'check');
    };
    const asked = run('').problems.filter(({ severity }) => severity !== 'info' && severity !== undefined);
    const found = asked.filter(({ code }) => !OF_THE_EXPORT.includes(code));
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['SS379', 'warning']]);
    const clause = /`(missing [^`]+)` in the data block/u.exec(tell(found[0]!, 'en').help)?.[1];
    expect(clause).toBeDefined();
    const pasted = run(clause!);
    expect(pasted.problems.filter(({ severity, code }) => severity !== 'info' && !OF_THE_EXPORT.includes(code))).toEqual([]);
    for (const [at, want] of columns.filter(isProposed).entries())
      expect([want.name, pasted.coded!.numbers.get(`v${at}`)!.filter((value) => !Number.isNaN(value)).length]).toEqual([
        want.name,
        want.n_valid,
      ]);
  });

  it('stand behind their variables where they are answers of others', () => {
    const bytes = platformBytes('12-wvs-ess', 'ess_like.csv');
    const run = (...missing: readonly string[]): ReturnType<typeof runProject> => {
      const lines = ['indicator ppltrst on 0..10', 'indicator stflife on 0..10', 'indicator sclmeet on 1..5', 'number agea'];
      const study = `study "S"\n\ndata "e.csv" { id idno }\n\n${lines.map((line, at) => `${line} ${missing[at] ?? ''}`).join('\n')}\n`;
      return runProject({ 's.study': study, 'e.csv': bytes }, 's.study', 'check');
    };
    const { problems } = run();
    expect(problems.map(({ code }) => code)).toEqual(['SS379']);
    const { help, message } = tell(problems[0]!, 'en');
    expect(message).toContain('agea counts them as amounts');
    expect(help).toContain(
      '`missing 77 | 88 | 99` behind ppltrst and stflife, `missing 7 | 8 | 9` behind sclmeet, `missing 999` behind agea',
    );
    const mended = run('missing 77 | 88 | 99', 'missing 77 | 88 | 99', 'missing 7 | 8 | 9', 'missing 999');
    expect(mended.problems).toEqual([]);
    const valid = (name: string): number => mended.coded!.numbers.get(name)!.filter((value) => !Number.isNaN(value)).length;
    for (const { name, n_valid: n } of expectedFiles('12-wvs-ess').find(({ file }) => file === 'ess_like.csv')!.columns)
      if (['ppltrst', 'stflife', 'sclmeet', 'agea'].includes(name)) expect([name, valid(name)]).toEqual([name, n]);
  });

  it('of a joined file are proposed for it, in the braces of its join', () => {
    const run = (rules: string): ReturnType<typeof runProject> =>
      runProject(
        {
          's.study': `study "S"\n\ndata "a.csv" {\n  id pid\n  join "f.csv" on fid18${rules}\n}\n\nnumber expense\n`,
          'a.csv': platformBytes('11-wide-public-file', 'cfps_like_adult_core.csv'),
          'f.csv': platformBytes('11-wide-public-file', 'cfps_like_family.csv'),
        },
        's.study',
        'check',
      );
    const codes = (rules: string): readonly string[] =>
      run(rules).problems.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code]));
    expect(codes('')).toEqual(['SS331', 'SS379']);
    const problem = run('').problems.find(({ code }) => code === 'SS379')!;
    expect(problem.data!.file).toBe('f.csv');
    expect(tell(problem, 'en').help).toContain('`missing -8 | -2` in the braces of the join of "f.csv"');
    expect(codes(' { missing -8 | -2 }')).toEqual(['SS331']);
  });

  const run = (spec: string, csv: string): readonly string[] =>
    runProject({ 's.study': `study "S"\n\ndata "d.csv"\n\n${spec}\n`, 'd.csv': csv }, 's.study', 'check').problems.map(({ code }) => code);
  const column = (name: string, ...cells: readonly (number | string)[]): string => `${name}\n${cells.join('\n')}\n`;

  it('are none where the study speaks, or where they stand among the answers', () => {
    expect(run('number a', column('a', 43, 35, 61, 99, 99, 72, 88, 20))).toEqual([]);
    expect(run('number a', column('a', -8, -2, -11.5, 4, 3, 9.25, 2))).toEqual([]);
    expect(run('number a missing -8', column('a', 43, 35, 61, -8, -8))).toEqual([]);
    expect(run('category a { yes = 1  no = 2  unsure = 9 }', column('a', 1, 2, 9, 9, 1, 2))).toEqual([]);
    expect(run('number a', column('a', 43, 35, 61, -8, -8))).toEqual(['SS379']);
    expect(run('number a', column('a', 4, 3, 1, 99, 99))).toEqual(['SS379']);
  });

  it('leave what is a slip of the pen where it was', () => {
    expect(run('indicator a on 1..5', column('a', 4, 3, 55, 1, 2, 5, 3))).toEqual(['SS321']);
    const two = 'a,b\n4,3\n9,2\n9,1\n55,9\n1,2\n2,2\n3,3\n';
    // One of the three is no such code: the item tells its answers, beside the proposal.
    expect([...run('indicator a on 1..5\nindicator b on 1..5', two)].sort()).toEqual(['SS321', 'SS379']);
  });
});
