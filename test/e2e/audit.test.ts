// `studyspec audit` as a person calls it: output, formats, exit codes. Needs `npm run build`, which `npm test` does.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyspecIn, type Ended } from '../support/cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studyspec-'));
  cpSync(join(root, 'examples/anshun'), join(folder, 'anshun'), { recursive: true });
  writeFileSync(join(folder, 'clean.study'), 'study "S"\nindicator a on 1..5\npublished "P" {\n  a.n = 20\n  a.mean = 3.35\n}\n');
  writeFileSync(
    join(folder, 'partly.study'),
    'study "S"\nindicator a on 1..5\nindicator y on 1..5\nregression m { explain y by a }\npublished "P" {\n  y.skewness = ' +
      '0.35\n  a.n = 20\n  a.mean = 3.35\n  m.y.r2 = 0.20\n}\n',
  );
  writeFileSync(join(folder, 'nothing.study'), 'framework "F"\nindicator a on 1..5\n');
  writeFileSync(join(folder, 'broken.study'), 'study "S"\nindicator a on 1..5\npublished "P" {\n  b.mean = 3.35\n}\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const studyspec = (...args: string[]): Ended => studyspecIn(folder, ...args);

interface Json {
  counts: Record<string, number>;
  figures: number;
  findings: {
    check: string;
    certainty: string;
    message: string;
    arithmetic: string;
    cells: { printed: string; place: { file: string; line: number; column: number } | null }[];
  }[];
  readings: { readings: { verdict: string }[] }[];
  checks: { check: string; right: number }[];
  takingPart: unknown;
}

describe('studyspec audit', () => {
  it('shows the paper’s contradictions by certainty, table by table, and fails', () => {
    const { code, out, err } = studyspec('audit', 'anshun/published.study');
    expect([code, err]).toEqual([1, '']);
    const order = [
      'Impossible',
      'Inconsistent beyond rounding',
      'Worth a look',
      'Readings of Social integration',
      'What was checked',
      'What could not be checked, and why',
    ].map((title) => out.indexOf(title));
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(order[0]).toBeGreaterThan(0);
    for (const text of [
      '2.962',
      'only 55',
      '132/1259 = 10.48 %',
      '57.660…57.670',
      'n = 323',
      'cultural is not in it',
      'Rows pol_training to com_security',
      'psychological 0.184 and economic -0.090 are exchanged',
      '19.433 : 18.026 : 17.889',
    ]) {
      expect(out.replace(/\s+/gu, ' '), text).toContain(text);
    }
    expect(studyspec('audit', 'anshun/published.study').out).toBe(out);
  });

  it('places every finding for programs, also in CSV files', () => {
    const { code, out } = studyspec('audit', 'anshun/published.study', '--json');
    const json = JSON.parse(out) as Json;
    expect(code).toBe(1);
    expect([json.figures, json.counts['impossible']]).toEqual([470, 1]);
    expect(json.findings.every((one) => one.cells[0]!.place !== null && one.arithmetic !== '')).toBe(true);
    const sd = json.findings.find((one) => one.check === 'item-sds')!.cells[0]!;
    expect([sd.printed, sd.place!.file, sd.place!.line, sd.place!.column]).toEqual(['2.962', 'published/table2_items.csv', 11, 19]);
    expect(json.readings[0]!.readings.filter((one) => one.verdict === 'compatible').length).toBe(1);
    expect(out).not.toContain('NaN');
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync(join(root, 'packages/cli/schema/audit.schema.json'), 'utf8')) as object,
    );
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  });

  it('says how much of a paper it can check, asks to compare with print first, and says what is assumed', () => {
    const out = studyspec('audit', 'anshun/published.study').out.replace(/\s+/gu, ' ');
    expect(out).toMatch(/\d+ of 470 printed figures take part in at least one check/u);
    expect(out).toContain('First compare with the paper: were 2.17, 132, 1259 typed as printed?');
    expect(out).toContain('The study does not say so: missing listwise is assumed.');
    expect(out).not.toContain('as the study says (missing');
    const json = JSON.parse(studyspec('audit', 'partly.study', '--json').out) as Json;
    expect(json.takingPart).toEqual({ checked: 3, rangeOnly: 1, none: [{ table: null, figures: 1 }] });
    expect(studyspec('audit', 'partly.study').out.replace(/\s+/gu, ' ')).toContain(
      '3 of 4 printed figures take part in at least one check, 1 of them only against the range of their quantity; 1 in none: ' +
        'Outside the tables 1.',
    );
    expect(studyspec('audit', 'partly.study', '--lang', 'zh').out.replace(/\s+/gu, '')).toContain('4个发表值中有3个至少参与一项核查');
  });

  it('reads p < .01 as papers print it, and leaves alone what rounding of t explains (the shared case b36)', () => {
    for (const form of ['<0.01', 'p < .01', '< .01']) {
      writeFileSync(
        join(folder, 'pless.study'),
        `study "Case"\nindicator y on 1..5\nindicator x1 on 1..5\nindicator x2 on 1..5\nregression m { explain y by x1, x2 ` +
          `}\npublished "Paper" {\nm.y.n = 203\nm.y.t(x1) = 2.60\nm.y.p(x1) = ${form}\nm.y.t(x2) = 3.60\nm.y.p(x2) = <.001\n}\n`,
      );
      const { code, out, err } = studyspec('audit', 'pless.study');
      expect([code, err, out.includes('Nothing was found that contradicts another figure.')], form).toEqual([0, '', true]);
      expect(studyspec('check', 'pless.study').code).toBe(0);
    }
  });

  it('writes one HTML file, and Chinese headings', () => {
    expect(studyspec('audit', 'anshun/published.study', '--format', 'html', '-o', 'audit.html').code).toBe(1);
    expect(readFileSync(join(folder, 'audit.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*Impossible[\s\S]*<\/html>\s*$/iu);
    const chinese = studyspec('audit', 'anshun/published.study', '--lang', 'zh').out.replace(/\s+/gu, '');
    for (const part of [
      '题项“cul_dialect”的标准差不可能是2.962：均值为4.498时，任何不超过323个的1～5整数回答都得不到这一数值。算式：回答全为1或5时标准差最大',
      '先与原文核对：2.17、132、1259是否按原文录入？相容取值：10.48%；或1259中抽取27；或6083中抽取132。',
      '研究说明未写明，此处假定合成全部命名的成分（`compose`）。',
      '21种中有1种能得到发表的表格',
    ])
      expect(chinese).toContain(part);
    const { findings } = JSON.parse(studyspec('audit', 'anshun/published.study', '--lang', 'zh', '--json').out) as Json;
    expect(findings[0]!.message).toContain('题项“cul_dialect”的标准差不可能是 2.962');
  });

  it('compares with the data where there are any, unless told not to', () => {
    const checks = (...args: string[]): string[] =>
      (JSON.parse(studyspec('audit', 'anshun/anshun.study', '--json', ...args).out) as Json).checks.map((one) => one.check);
    expect(checks()).toContain('computed');
    expect(studyspec('audit', 'anshun/anshun.study').out.replace(/\s+/gu, ' ')).toContain(
      'Table 3, variance: 4 of 4 figures are not what the data give. The furthest: integration.explained(economic) printed ' +
        '18.026, computed 18.047',
    );
    expect(checks('--no-data')).not.toContain('computed');
  });

  it('ends well when nothing contradicts anything, and when nothing is printed', () => {
    const clean = studyspec('audit', 'clean.study');
    expect([clean.code, clean.out.includes('Nothing was found that contradicts another figure.')]).toEqual([0, true]);
    const nothing = studyspec('audit', 'nothing.study');
    expect([nothing.code, nothing.out.includes('no published block')]).toEqual([0, true]);
  });

  it('says what is wrong with the spec first, and with the call', () => {
    const broken = studyspec('audit', 'broken.study');
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.err).toContain('nothing was audited');
    expect(studyspec('audit', 'absent.study').code).toBe(1);
    expect(studyspec('audit').code).toBe(2);
    expect(studyspec('audit', 'clean.study', '--format', 'odt').code).toBe(2);
  });

  it('leaves a study without data nothing to run, and checks it without complaint about data', () => {
    const run = studyspec('run', 'anshun/published.study');
    expect([run.code, run.err.includes('nothing to run')]).toEqual([1, true]);
    const check = studyspec('check', 'anshun/published.study');
    expect([check.code, check.out.includes('SS222'), check.out.includes('SS802')]).toEqual([0, false, true]);
  });
});
