// `init`: a first spec written beside the data, which checks and runs as it is written. What it proposes is test/init's.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { workbookOf } from '@studyspec/core';
import { makeFolder, type Folder } from '../support/cli.ts';
import { platformBytes } from '../platforms/expected.ts';

let folder: Folder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => {
  folder.remove();
});

it('writes a spec for an SPSS file that checks, runs, and gives scores back', () => {
  folder.write({ 'data/survey.sav': platformBytes('06-spss-haven', 'survey_byte.sav') });
  const { code, out, err } = folder.studyspec('init', 'data/survey.sav', '-o', 'survey.study');
  expect([code, out]).toEqual([0, '']);
  expect(err).toMatch(/^Written to survey\.study\. 16 columns are declared, 1 dimension proposed, \d+ guesses to be checked\.\n/u);
  expect(readFileSync(folder.at('survey.study'), 'utf8')).toContain('data "data/survey.sav" {');
  expect(folder.studyspec('check', 'survey.study').code).toBe(0);
  expect(folder.studyspec('run', 'survey.study').code).toBe(0);
  expect(folder.studyspec('fmt', '--check', 'survey.study').code).toBe(0);
  expect(folder.studyspec('scores', 'survey.study', '-o', 'out.sav').code).toBe(0);
  expect(folder.studyspec('codebook', 'survey.study').code).toBe(0);
});

it('prints without -o, writes over nothing, and takes an encoding and a sheet', () => {
  folder.write({ 'd.csv': 'id,q1,q2\n1,3,4\n2,4,5\n3,1,1\n', 'new.study': 'mine' });
  expect(folder.studyspec('init', 'd.csv').out).toContain('data "d.csv" {\n  id id\n}');
  expect(folder.studyspec('init', 'd.csv', '-o', 'new.study').err).toContain('--force replaces it');
  expect(folder.studyspec('init', 'd.csv', '-o', 'd.csv', '--force').code).toBe(1);
  expect(folder.studyspec('init', 'd.csv', '-o', 'new.txt').code).toBe(2);
  expect(folder.studyspec('init', 'none.csv').err).toContain('there is no such file');
  expect(readFileSync(folder.at('new.study'), 'utf8')).toBe('mine');
  expect(folder.studyspec('init', 'd.csv', '-o', 'new.study', '--force').code).toBe(0);
  folder.write({ 'b.xlsx': platformBytes('05-excel-export', '汇总表.xlsx') });
  const { code, err } = folder.studyspec('init', 'b.xlsx');
  expect([code, err]).toEqual([1, expect.stringContaining('--sheet "数据"')]);
  const chosen = folder.studyspec('init', 'b.xlsx', '--sheet', '数据', '-o', 'b.study');
  expect([chosen.code, chosen.err]).toEqual([0, expect.stringContaining('Written to b.study')]);
  expect(readFileSync(folder.at('b.study'), 'utf8')).toContain('sheet "数据"');
  expect(folder.studyspec('check', 'b.study').code).toBe(0);
  expect(folder.studyspec('init', 'd.csv', '--encoding', 'gb18030').out).toContain('encoding "gb18030"');
});

it('takes a codebook, or a form with its two sheets', () => {
  folder.write({
    'h.csv': platformBytes('04-kobo-odk', 'household_-_all_versions_-_False.csv'),
    'form.xlsx': workbookOf([
      {
        name: 'survey',
        rows: [
          ['type', 'name', 'label'],
          ['select_one sexes', 'sex', 'Sex of the head'],
        ],
      },
      {
        name: 'choices',
        rows: [
          ['list_name', 'name', 'label'],
          ['sexes', 'female', 'Woman'],
          ['sexes', 'male', 'Man'],
        ],
      },
    ]),
    'book.csv': 'name,label,values\ngrp_hh/sex,Who heads it,\n',
  });
  expect(folder.studyspec('init', 'h.csv', '--codebook', 'form.xlsx').out).toContain('woman "Woman" = "female"');
  expect(folder.studyspec('init', 'h.csv', '--codebook', 'book.csv').out).toContain('"Who heads it"');
  expect(folder.studyspec('init', 'h.csv', '--codebook', 'none.csv').code).toBe(1);
});

it('what a first check finds wrong is left out, and said', () => {
  const rows = Array.from({ length: 30 }, (_, at) => `${at},${at % 2 === 0 ? '1' : '2;3'},${at % 3}`).join('\n');
  folder.write({ 'd.csv': `id,a,b\n${rows}\n` });
  expect(folder.studyspec('init', 'd.csv', '-o', 's.study').code).toBe(0);
  expect(folder.studyspec('check', 's.study').code).toBe(0);
});
