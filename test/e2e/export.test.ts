// `export`: a script of another program, where it is written, and what is refused. What stands in it is test/export.
import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { answers, declared, makeFolder, models } from '../support/cli.ts';

const folder = makeFolder();
const read = (name: string): string => readFileSync(folder.at(...name.split('/')), 'utf8');
afterAll(() => folder.remove());

describe('studyspec export', () => {
  folder.write({ 'd.csv': answers });
  folder.write({ 's.study': `${declared()}${models}` });

  it('writes a script that names the data from where it stands', () => {
    const { code, out } = folder.studyspec('export', 's.study', '--to', 'r');
    expect(code).toBe(0);
    expect(out).toContain('raw <- read_text("d.csv"');
    mkdirSync(folder.at('scripts'), { recursive: true });
    expect(folder.studyspec('export', 's.study', '--to', 'r', '-o', 'scripts/s.R').code).toBe(0);
    expect(read('scripts/s.R')).toContain('raw <- read_text("../d.csv"');
    expect(folder.studyspec('export', 's.study', '--to', 'r', '--lang', 'zh').out).toContain('# 请在脚本所在的文件夹中运行');
  });

  it('writes a do-file that says that it is untested, the same twice', () => {
    const { code, out } = folder.studyspec('export', 's.study', '--to', 'stata');
    expect(code).toBe(0);
    expect(out).toContain('import delimited using "d.csv"');
    expect(out).toMatch(/^\* UNTESTED: /mu);
    expect(folder.studyspec('export', 's.study', '--to', 'stata', '-o', 'scripts/s.do').code).toBe(0);
    expect(read('scripts/s.do')).toBe(out.replace('"d.csv"', '"../d.csv"'));
    expect(folder.studyspec('export', 's.study', '--to', 'stata', '--lang', 'zh').out).toContain('* 未经测试：');
    expect(folder.studyspec('export', '--help').out).toContain('--to stata');
  });

  it('replaces nothing unasked, and nothing that it reads', () => {
    folder.write({ 's.R': '# mine\n' });
    expect(folder.studyspec('export', 's.study', '--to', 'r', '-o', 's.R').code).not.toBe(0);
    expect(read('s.R')).toBe('# mine\n');
    expect(folder.studyspec('export', 's.study', '--to', 'r', '-o', 's.R', '--force').code).toBe(0);
    expect(folder.studyspec('export', 's.study', '--to', 'r', '-o', 'd.csv', '--force').code).not.toBe(0);
    expect(read('d.csv')).toBe(answers);
  });

  it('says what it cannot write for', () => {
    expect(folder.studyspec('export', 's.study', '--to', 'sas').code).toBe(2);
    expect(folder.studyspec('export', 's.study').code).toBe(2);
    folder.write({ 'none.study': 'study "S"\nscale s 1..5\nindicator a on s\n' });
    const { code, err } = folder.studyspec('export', 'none.study', '--to', 'r');
    expect(code).toBe(1);
    expect(err).toContain('nothing was computed');
  });
});
