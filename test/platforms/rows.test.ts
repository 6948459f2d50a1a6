// Nobody vanishes: in every shape of file, rows = respondents + rows left out, each with its reason.
import { describe, expect, it } from 'vitest';
import { tell, type Frame } from '@studyspec/core';
import { runProject } from '../support/project.ts';
import { expectedFiles, platformBytes, readPlatform } from './expected.ts';

const folders = [
  '01-wenjuanxing',
  '02-qualtrics',
  '03-google-forms',
  '04-kobo-odk',
  '05-excel-export',
  '06-spss-haven',
  '07-spss-pspp',
  '08-spss-gb18030',
  '09-stata-old',
  '10-stata-new',
  '11-wide-public-file',
  '12-wvs-ess',
  '13-encodings',
  '14-numbers',
  '15-parquet',
];
interface Counted {
  readonly rows?: number;
  readonly sheet?: string;
  readonly not_respondents?: readonly { readonly row: number; readonly why: string }[];
}
const files = folders.flatMap((folder) =>
  expectedFiles(folder).flatMap((want) =>
    want.respondents === undefined ? [] : [[folder, want.file, { ...want, ...(want as Counted) }] as const],
  ),
);

/** Rows that a reading leaves out, by their reason. */
const leftOut = ({ about }: Frame): number => (about?.layout?.left.blank ?? 0) + (about?.layout?.left.sums ?? 0);

describe('rows of a file', () => {
  it('are there in every shape', () => expect(files).toHaveLength(50));

  it.each(files)('%s/%s: rows = respondents + those left out', (folder, file, want) => {
    const { frame, problems } = readPlatform(folder, file, want.sheet === undefined ? {} : { sheet: want.sheet });
    expect(frame!.rows).toBe(want.respondents);
    expect(frame!.rows + leftOut(frame!)).toBe(want.rows ?? want.respondents);
    for (const column of frame!.columns) expect(column.kind === 'number' ? column.values.length : column.codes.length).toBe(frame!.rows);
    // What is left out is told, with its row.
    const { not_respondents: others = [] } = want;
    expect(frame!.about?.layout?.left.sums ?? 0).toBe(others.length);
    const told = problems.find(({ code }) => code === 'SS318');
    expect(told !== undefined).toBe(others.length > 0);
    for (const { row } of others) expect(tell(told!, 'en').message).toContain(`row ${row - 1}`);
  });

  const shapes: readonly (readonly [string, string, number, readonly string[]])[] = [
    ['plain', 'id,q\n1,3\n2,4\n3,5\n', 3, []],
    ['without a break at the end', 'id,q\n1,3\n2,4\n3,5', 3, []],
    ['with breaks of other systems', 'id,q\r\n1,3\r\n2,4\r\n3,5\r\n', 3, []],
    ['with blank lines', 'id,q\n1,3\n\n2,4\n\n3,5\n', 5, ['SS314']],
    ['with rows of separators at the end', 'id,q\n1,3\n2,4\n3,5\n,\n,\n', 5, ['SS314']],
    ['with a row of means', 'id,q\n1,3\n2,4\n3,5\nMean,4\n', 4, ['SS318']],
    ['with sums and blanks', 'id,q\n1,3\n2,4\n3,5\n合计,12\n,\n', 5, ['SS314', 'SS318']],
    ['with a row of questions', 'id,q,r\nNumber,How happy are you?,And now?\n1,3,1\n2,4,2\n3,5,3\n', 3, ['SS317']],
    ['with cells of several lines', 'id,q,t\n1,3,"a\nb"\n2,4,"c\n\nd"\n3,5,e\n', 3, []],
  ];
  it.each(shapes)('%s: each is a respondent, or is left out and told', (_, csv, rows, codes) => {
    const run = (where: string): ReturnType<typeof runProject> =>
      runProject(
        { 's.study': `study "S"\n\ndata "d.csv" {\n  id id\n${where}}\n\nindicator q on 1..5\n`, 'd.csv': csv },
        's.study',
        'check',
      );
    const all = run('');
    expect(all.problems.map(({ code }) => code).sort()).toEqual(codes);
    expect(all.frame!.rows).toBe(3);
    expect(all.frame!.rows + leftOut(all.frame!)).toBe(rows);
    const some = run('  where q >= 4\n');
    const flow = some.frame!.flow!;
    expect(some.frame!.rows + flow.rules.reduce((sum, rule) => sum + rule.left, 0) + leftOut(some.frame!)).toBe(rows);
    expect(some.coded!.numbers.get('q')).toHaveLength(2);
  });
});

describe('previews and unfinished answers', () => {
  it.each([
    ['qualtrics_choice_text.csv', 'where Status is not "Survey Preview" and Finished is "True"'],
    ['qualtrics_numeric.csv', 'where Status is not 1 and Finished is 1'],
    ['qualtrics_numeric_split.csv', 'where Status is not 1 and Finished is 1'],
  ])('of %s are named, stay, and are left out by what the help says', (file, where) => {
    const run = (clause: string): ReturnType<typeof runProject> =>
      runProject(
        {
          's.study': `study "S"\n\ndata "q.csv" {\n  id ResponseId\n  header 1..3\n${clause}}\n\nnumber age from Q4\n`,
          'q.csv': platformBytes('02-qualtrics', file),
        },
        's.study',
        'check',
      );
    const asked = run('');
    expect(asked.problems.map(({ code }) => code)).toEqual(['SS380']);
    const { message, help } = tell(asked.problems[0]!, 'en');
    expect(message).toContain('1 is a preview (row 3) and 3 are unfinished (rows 5, 11 and 31)');
    expect(help).toContain(`\`${where}\``);
    expect(asked.problems[0]!.data?.row).toBe(3);
    expect(asked.frame!.rows).toBe(30);
    const left = run(`  ${where}\n`);
    expect(left.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(left.frame!.rows).toBe(26);
  });
});
