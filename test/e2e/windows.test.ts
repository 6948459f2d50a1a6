// Files as Windows writes them, through the built program: lines that end with CR LF, paths with backslashes, names in any script.
// What only Windows can show is told in docs/windows.md; base/windows.test.ts asks its rules.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/cli.ts';

const anshun = fileURLToPath(new URL('../../examples/anshun/', import.meta.url));
const files = (change: (text: string) => string): Record<string, string> =>
  Object.fromEntries(
    ['', 'published/'].flatMap((below) =>
      readdirSync(anshun + below)
        .filter((name) => /\.(?:study|csv)$/u.test(name))
        .map((name) => [below + name, change(readFileSync(anshun + below + name, 'utf8'))] as const),
    ),
  );
const crlf = (text: string): string => text.replaceAll(/\r?\n/gu, '\r\n');

describe('files of Windows', () => {
  const unix = makeFolder();
  const windows = makeFolder();
  afterAll(() => {
    unix.remove();
    windows.remove();
  });
  unix.write(files((text) => text));
  windows.write(files(crlf));

  it('whose lines end with CR LF give the same numbers and the same places of problems', () => {
    const lists = [unix, windows].map((folder) => folder.studyspec('query', 'anshun.study'));
    expect(lists[0]!.out.length).toBeGreaterThan(10_000);
    expect(lists[1]!.out).toBe(lists[0]!.out);
    const bad = 'study "S"\ndata "d.csv" { id id }\nnumbr x\nindicator y on 1..5 {\n  from  nowhere }\n';
    unix.write({ 'bad.study': bad, 'd.csv': 'id,x\n1,2\n' });
    windows.write({ 'bad.study': crlf(bad), 'd.csv': 'id,x\r\n1,2\r\n' });
    const checks = [unix, windows].map((folder) => folder.studyspec('check', 'bad.study'));
    expect(checks[0]!.out).toContain('error');
    expect(checks[1]!.out + checks[1]!.err).toBe(checks[0]!.out + checks[0]!.err);
  });

  it('keep their line ends in fmt, which takes none of them for untidy', () => {
    expect(windows.studyspec('fmt', '--check', 'anshun.study')).toMatchObject({ code: 0, out: '' });
    windows.write({ 'untidy.study': 'study   "S"\r\nscale s   1..5\r\n', 'mixed.study': 'study   "S"\r\nscale s 1..5\n' });
    windows.studyspec('fmt', 'untidy.study', 'mixed.study');
    expect(readFileSync(windows.at('untidy.study'), 'utf8')).toBe('study "S"\r\nscale s 1..5\r\n');
    expect(readFileSync(windows.at('mixed.study'), 'utf8')).toBe('study "S"\nscale s 1..5\n');
  });

  it('are found by names with backslashes and in any script', () => {
    windows.write({
      '资料/潘 家.csv': 'id,x\r\n1,2\r\n2,4\r\n3,3\r\n',
      'sub/s.study': 'study "S"\r\ndata "..\\资料\\潘 家.csv" { id id }\r\nnumber x\r\n',
    });
    const { code, out, err } = windows.studyspec('query', 'sub\\s.study', 'x.mean');
    expect({ code, out: out.trim() }, err).toEqual({ code: 0, out: '3.000' });
  });
});
