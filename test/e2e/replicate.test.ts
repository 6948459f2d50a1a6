// `studyspec replicate` as a person calls it, and specs on built-in frameworks and joined files. Needs `npm run build`.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { studyspecIn, type Ended } from '../support/cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'studyspec-replicate-'));
  cpSync(join(root, 'examples'), folder, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const studyspec = (...args: string[]): Ended => studyspecIn(folder, ...args);

describe('studyspec replicate', () => {
  const draft = [
    'replicate',
    'anshun/anshun.study',
    'bijie/bijie_2021.csv',
    '--codebook',
    'bijie/bijie_2021_codebook.csv',
    '-o',
    'bijie/draft.study',
  ];

  it('writes a spec that can be checked, formatted and run, and lists what it did not find', () => {
    const { code, out, err } = studyspec(...draft);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/Written to bijie\/draft\.study\. 27 matched, \d lines are guesses/u);
    expect(err).toContain('Not found in the data: id, place, mode.');
    expect(err).toContain('Columns that nothing came from: q28, q29, q30.');
    expect(readFileSync(join(folder, 'bijie/draft.study'), 'utf8')).toContain('replicates "../anshun/anshun.study"');
    expect(studyspec('check', 'bijie/draft.study').code).toBe(0);
    expect(studyspec('fmt', '--check', 'bijie/draft.study').code).toBe(0);
    expect(studyspec('query', 'bijie/draft.study', 'integration.kmo').out).toBe(
      studyspec('query', 'bijie/bijie.study', 'integration.kmo').out,
    );
  });

  it('never overwrites a file, unless it is told to', () => {
    writeFileSync(join(folder, 'bijie/draft.study'), '// mine\n');
    const { code, err } = studyspec(...draft);
    expect(code).toBe(1);
    expect(err).toContain('exists already');
    expect(readFileSync(join(folder, 'bijie/draft.study'), 'utf8')).toBe('// mine\n');
    expect(studyspec(...draft, '--force').code).toBe(0);
    expect(readFileSync(join(folder, 'bijie/draft.study'), 'utf8')).toContain('map {');
  });

  it('prints to the terminal without -o, and takes a built-in framework', () => {
    const { code, out } = studyspec('replicate', 'std:social-integration', 'anshun/anshun_2020.csv');
    expect(code).toBe(0);
    expect(out).toContain('replicates "std:social-integration"');
    writeFileSync(join(folder, 'std.study'), out);
    // Every line that rests on the original's codes is a guess until somebody has checked it.
    const checked = studyspec('check', 'std.study').out;
    expect(checked).toMatch(/std\.study: 27 variables/u);
    expect(checked).not.toContain('error[');
    expect(checked).toContain('warning[SS251]');
  });

  it('says plainly what it cannot read', () => {
    expect(studyspec('replicate', 'anshun/anshun.study', 'nowhere.csv')).toMatchObject({
      code: 1,
      err: 'error: "nowhere.csv" cannot be read: there is no such file.\n',
    });
    expect(studyspec('replicate', 'nowhere.study', 'bijie/bijie_2021.csv').err).toContain('nothing was written');
    expect(existsSync(join(folder, 'nowhere.study'))).toBe(false);
    expect(studyspec('replicate', 'anshun/anshun.study').code).toBe(2);
  });
});

describe('the Bijie replication', () => {
  it('runs with its joined file, whose digest is among the inputs', () => {
    const { code, out } = studyspec('run', 'bijie/bijie.study', '--json');
    expect(code).toBe(0);
    const results = JSON.parse(out) as {
      inputs: Record<string, string>;
      quantities: Record<string, { value: number | null }>;
      hypotheses: { name: string; verdict: string }[];
    };
    expect(Object.keys(results.inputs)).toContain('bijie_2021_sites.csv');
    expect(results.quantities['greener.integration.beta(green)']!.value!.toFixed(3)).toBe('0.093');
    expect(results.hypotheses.map((one) => one.name)).toEqual(['policy_helps', 'community_helps', 'towns_settle_in']);
  });

  it('says which file a join lacks', () => {
    rmSync(join(folder, 'bijie/bijie_2021_sites.csv'));
    const { code, out } = studyspec('check', 'bijie/bijie.study');
    expect(code).toBe(1);
    expect(out).toContain('bijie_2021_sites.csv');
    expect(out).toContain('there is no such file');
  });
});

describe('a framework', () => {
  it('is checked by its name, and not run', () => {
    expect(studyspec('check', 'std:social-integration').code).toBe(0);
    expect(studyspec('run', 'std:social-integration').err).toContain('is a framework: it has no data');
    expect(studyspec('query', 'std:social-integration', 'integration.kmo').err).toContain('has no data to compute from');
  });
});
