// Text tables (and a workbook) of survey platforms, in the encodings and ways of writing numbers of the field: every cell as expected.
import { describe, expect, it } from 'vitest';
import { tell } from '@studyspec/core';
import { runProject } from '../support/project.ts';
import { expectedFiles, platformBytes, readPlatform, type ExpectedFile } from './expected.ts';
import { differences, resultOf, type TextColumnWanted } from './results.ts';

const folders = ['01-wenjuanxing', '02-qualtrics', '03-google-forms', '04-kobo-odk', '13-encodings', '14-numbers'];
/** Text tables beside the files of other programs. */
const beside = ['11-wide-public-file', '12-wvs-ess'].flatMap((folder) =>
  expectedFiles(folder).flatMap((want) => (want.format === 'csv' ? [[folder, want.file, want] as const] : [])),
);
const files = [...folders.flatMap((folder) => expectedFiles(folder).map((want) => [folder, want.file, want] as const)), ...beside];
const whole = files.filter(([, , want]) => want.respondents !== undefined);

/** Ids are texts whatever they look like: the study says which column holds them. */
const idOf = ({ columns }: ExpectedFile): { id?: string } => {
  const id = columns.find(({ name, type }) => type === 'text' && /^(?:id|编号|編號)$/u.test(name));
  return id === undefined ? {} : { id: id.name };
};
const CALLED: Readonly<Record<string, string>> = { gbk: 'gb18030', cp1252: 'windows-1252', 'utf-16-le': 'utf-16le' };
const encodingOf = ({ encoding = 'utf-8' }: ExpectedFile): string => {
  const bare = encoding.replace(/ with BOM$/u, '');
  return CALLED[bare] ?? bare;
};

describe('tables of survey platforms', () => {
  it('are there', () => expect([files.length, whole.length]).toEqual([24, 23]));

  it.each(whole)('%s/%s is read cell by cell', (folder, file, want) => {
    const { frame, problems } = readPlatform(folder, file, idOf(want));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(frame!.rows).toBe(want.respondents);
    expect(differences(frame!, want.columns)).toEqual([]);
    const { about } = frame!;
    expect(about!.encoding).toBe(encodingOf(want));
    const { separator, decimal = '.', header_rows: headings } = want;
    expect(about!.layout).toEqual({
      separator: separator ?? null,
      header: { names: 1, last: headings },
      decimal,
      left: { blank: 0, sums: 0 },
    });
  });

  it.each(expectedFiles('02-qualtrics').map((want) => [want.file, want] as const))(
    '02-qualtrics/%s is read the same, and without a word, where the study states its headings',
    (file, want) => {
      const found = readPlatform('02-qualtrics', file);
      const stated = readPlatform('02-qualtrics', file, { header: { names: 1, last: 3 } });
      expect(found.problems.map(({ code }) => code)).toEqual(['SS317']);
      expect(stated.problems).toEqual([]);
      expect(stated.frame!.about).toEqual(found.frame!.about);
      expect(stated.frame!.columns).toEqual(found.frame!.columns);
      for (const { name, header } of want.columns as readonly TextColumnWanted[])
        if (header !== undefined && header[1] !== header[0])
          expect(stated.frame!.columns.find((column) => column.name === name)!.label).toBe(header[1]);
    },
  );

  it('are recognised by their shape, with the questions that have several answers', () => {
    const found = whole.map(([folder, file]) => [folder, file, readPlatform(folder, file).frame!.about!.export] as const);
    const said = (file: string): unknown => {
      const one = found.find(([, name]) => name === file)![2]!;
      return [one.platform, one.notAnswered.slice().sort(), one.sets.map((set) => [set.name, set.columns.length]), one.several, one.twice];
    };
    const work = '4、您目前从事哪些工作？（可多选）';
    const services = 'Which services, if any, would you like to have nearby?';
    for (const ending of ['csv', 'xlsx'])
      expect(said(`按文本_labels.${ending}`)).toEqual(['Wenjuanxing', ['(空)', '(跳过)'], [], [{ column: work, mark: '┋' }], []]);
    expect(said('按序号_codes.csv')).toEqual(['Wenjuanxing', [], [['4', 4]], [], []]);
    expect(said('qualtrics_choice_text.csv')).toEqual(['Qualtrics', [], [], [{ column: 'Q3', mark: ',' }], []]);
    expect(said('qualtrics_numeric.csv')).toEqual(['Qualtrics', [], [], [{ column: 'Q3', mark: ',' }], []]);
    expect(said('qualtrics_numeric_split.csv')).toEqual(['Qualtrics', [], [['Q3', 4]], [], []]);
    expect(said('Neighbourhood survey (Responses) - Form Responses 1.csv')).toEqual([
      'Google Forms',
      [],
      [],
      [{ column: services, mark: ', ' }],
      [],
    ]);
    const kobo = 'household_-_all_versions_-_False.csv';
    expect(said(kobo)).toEqual(['KoBo/ODK', [], [['grp_hh/needs', 4]], [{ column: 'grp_hh/needs', mark: ' ' }], ['grp_hh/needs']]);
    expect(found.find(([, name]) => name === kobo)![2]!.unanswered).toEqual(['_validation_status', '_notes', '_submitted_by', '_tags']);
    for (const [folder, , platform] of found) if (/^1[34]/u.test(folder)) expect(platform).toBeUndefined();
  });

  it('notice a cell that is another one', () => {
    const [folder, file, want] = whole[0]!;
    const { frame } = readPlatform(folder, file);
    for (const column of want.columns) {
      const got = resultOf(frame!, column)!;
      expect(differences(frame!, [{ ...column, n_valid: (got['n_valid'] as number) + 1 }])).toHaveLength(1);
      expect(differences(frame!, [{ ...column, first: ['another'] }]).length).toBe(column.type === 'choices' ? 0 : 1);
    }
  });
});

describe('a file that two programs of different encodings wrote', () => {
  it('is an error that names the row', () => {
    const { frame, problems } = readPlatform('13-encodings', 'mixed_utf8_gbk.csv');
    expect([frame, problems.map(({ code }) => code)]).toEqual([null, ['SS319']]);
    expect(tell(problems[0]!, 'en').message).toMatch(/damaged at row \d+/u);
  });
});

describe('an encoding without a mark', () => {
  it.each([
    ['gbk.csv', 'gb18030', ['gbk', 'gb2312', 'gb18030']],
    ['gb18030_rare.csv', 'gb18030', ['gb18030']],
    ['big5.csv', 'big5', ['big5']],
    ['cp1252.csv', 'windows-1252', ['windows-1252', 'latin1']],
  ])('%s is found to be %s and said once; what is stated is silent', (file, found, names) => {
    const unsaid = readPlatform('13-encodings', file);
    expect(unsaid.problems.map(({ code, severity }) => [code, severity])).toEqual([['SS372', 'info']]);
    expect(tell(unsaid.problems[0]!, 'en').help).toContain(`\`encoding ${found}\``);
    for (const encoding of names) {
      const said = readPlatform('13-encodings', file, { encoding });
      expect([encoding, said.problems]).toEqual([encoding, []]);
      expect(said.frame!.columns).toEqual(unsaid.frame!.columns);
    }
  });

  it('is not looked for where a mark names it, or UTF-8 fits', () => {
    for (const file of ['utf16le_tab.txt', 'utf8_bom.csv', 'utf8.csv']) expect(readPlatform('13-encodings', file).problems).toEqual([]);
  });
});

describe('several choices in a cell', () => {
  const run = (folder: string, file: string, declaration: string): readonly (readonly [string, string])[] =>
    runProject({ 's.study': `study "S"\n\ndata "d.csv"\n\n${declaration}\n`, 'd.csv': platformBytes(folder, file) }, 's.study', 'check')
      .problems.filter(({ severity }) => severity === 'error')
      .map(({ code, data }) => [code, data?.value ?? '']);

  it.each([
    ['14-numbers', 'choices_in_a_cell.csv', 'needs', '1,2'],
    ['02-qualtrics', 'qualtrics_numeric.csv', 'Q3', '1,2'],
  ])('of %s/%s are no decimal numbers: an error as an item, a number or a category', (folder, file, column, cell) => {
    for (const declaration of [
      `indicator x from ${column} on 1..5`,
      `number x from ${column}`,
      `category x from ${column} { a = 1  b = 2  c = 3  d = 4  e = 5 }`,
    ])
      expect([declaration, run(folder, file, declaration)]).toEqual([declaration, [['SS337', cell]]]);
  });
});
