// A drafted spec has its comments in the language spoken, and nothing else of it depends on that.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { draftWords, readData, readCsvRows, tellDraftNote, type DraftNote } from '@studyspec/core';
import { newStudy, proposeReplication } from '@studyspec/dsl';
import { draftEnglish } from '../../packages/core/src/words/en/draft.ts';
import { draftChinese } from '../../packages/core/src/words/zh/draft.ts';
import { runProject } from '../support/project.ts';
import { wrongSigns } from './chinese.ts';

const bytes = (file: string): Uint8Array => readFileSync(new URL(`../../examples/${file}`, import.meta.url));
const text = (file: string): string => new TextDecoder().decode(bytes(file));
const comments = (spec: string): string[] => spec.split('\n').flatMap((line) => /(?<=(?:^| )\/\/ ).*$/u.exec(line)?.[0] ?? []);
const code = (spec: string): string =>
  spec
    .replaceAll(/ *\/\/.*$/gmu, '')
    .replaceAll(/\n\n+/gu, '\n')
    .trim();
/** Names of columns and what may be typed are no sentences. */
const prose = (line: string): string =>
  line.replaceAll(/[\w.]+(?: = [\d.]+)?(?:[,、] ?[\w.]+(?: = [\d.]+)?)+/gu, '□').replace(/^weight given.*$/u, '');

describe('the comments of a draft', () => {
  it('of a data file', () => {
    const survey =
      'caseid,wt,q1,q2,q3,g,town,when,same\n' +
      Array.from({ length: 30 }, (_, i) => [
        `c${i}`,
        1 + (i % 3) / 10,
        i === 4 ? 99 : 1 + (i % 5),
        1 + ((i * 3) % 5),
        5 - (i % 5),
        i % 2,
        i % 2 ? 'A' : 'B',
        `2020-01-${10 + (i % 19)}`,
        7,
      ])
        .map((row) => row.join())
        .join('\n');
    const { frame } = readData(new TextEncoder().encode(`${survey}\n`), 's.csv');
    const draft = (language: string) =>
      newStudy({ frame: frame!, dataFile: 's.csv', codebook: null, language, without: new Map([['town', 'SS323']]) });
    const [english, chinese] = [draft('en'), draft('zh')];
    expect(code(chinese.text)).toBe(code(english.text));
    expect(chinese.guesses).toBe(english.guesses);
    expect(comments(english.text)).toContain('Left out: town (its first draft had SS323)');
    expect(comments(chinese.text)).toContain('未列入：“town”（其初稿有 SS323）');
    expect(comments(chinese.text)).toHaveLength(comments(english.text).length);
    expect(comments(chinese.text).filter((line) => /推测/u.test(line)).length).toBeGreaterThan(3);
    expect(comments(chinese.text).map(prose).flatMap(wrongSigns)).toEqual([]);
    expect(english.text).not.toMatch(/\p{Script=Han}/u);
  });

  it('of a replication', () => {
    const names = ['anshun/anshun.study', 'anshun/anshun_2020_raw.csv', 'bijie/bijie_2021.csv'];
    const tables = ['anshun/published/table3_loadings.csv', 'anshun/published/table6_beta.csv', 'anshun/published/table6_fit.csv'];
    const files = Object.fromEntries([...names, ...tables].map((file) => [file, text(file)]));
    const plan = runProject(files, 'anshun/anshun.study', 'check').compiled.plan!;
    const { frame } = readData(bytes('bijie/bijie_2021.csv'), 'bijie_2021.csv');
    const codebook = readCsvRows(text('bijie/bijie_2021_codebook.csv'));
    const propose = (language: string, rows: string[][] | null): string =>
      proposeReplication({ plan, original: '../anshun/anshun.study', frame: frame!, dataFile: 'bijie_2021.csv', codebook: rows, language })
        .text;
    for (const rows of [codebook, null]) {
      const [english, chinese] = [propose('en', rows), propose('zh', rows)];
      expect(code(chinese)).toBe(code(english));
      expect(comments(chinese).length).toBeGreaterThan(5);
      expect(comments(chinese).filter((line) => !/\p{Script=Han}/u.test(line) && !line.startsWith('weight given'))).toEqual([]);
      expect(comments(chinese).map(prose).flatMap(wrongSigns)).toEqual([]);
      expect(english.replaceAll(/"[^"]*"/gu, '')).not.toMatch(/\/\/.*\p{Script=Han}/u);
    }
  });

  it('are whole in Chinese, note by note', () => {
    const facts = {
      ...{
        code: '99',
        label: '拒答',
        codes: ['99', 'blank'],
        value: 7,
        low: 1,
        high: 5,
        points: 5,
        found: 4,
        reversed: true,
        since: 'names',
      },
      ...{ fitting: ['v1', 'v2'], column: 'v1', levels: ['old', 'young'], yes: 'employed', no: 'jobless', question: '是否在业' },
    };
    const kinds = Object.keys(draftEnglish.notes) as DraftNote['is'][];
    expect(Object.keys(draftChinese.notes).sort()).toEqual([...kinds].sort());
    for (const is of kinds) {
      const told = tellDraftNote({ is, ...facts } as unknown as DraftNote, 'zh');
      expect(told, is).toMatch(/\p{Script=Han}/u);
      expect(wrongSigns(told), is).toEqual([]);
      expect(tellDraftNote({ is, ...facts, label: null, question: null } as unknown as DraftNote, 'en'), is).not.toMatch(/\p{Script=Han}/u);
    }
    for (const line of [...draftWords('zh').head, ...draftWords('zh').replicationHead]) expect(wrongSigns(line)).toEqual([]);
  });
});
