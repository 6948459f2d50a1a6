// `check --columns`: of every file how it was read, and each of its columns.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder, type Folder } from '../support/cli.ts';

let folder: Folder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => {
  folder.remove();
});

it('names the columns of each file, though they read alike; a file that two specs read once', () => {
  const spec = (file: string): string => `study "S"\ndata "${file}" { id id }\nnumber x\n`;
  folder.write({
    'a.csv': 'id,x\n1,2\n2,3\n',
    'b.csv': 'id,x\n1,2\n2,3\n',
    'a.study': spec('a.csv'),
    'b.study': spec('b.csv'),
    'again.study': spec('a.csv'),
  });
  const { code, out } = folder.studyspec('check', 'a.study', 'b.study', 'again.study', '--columns');
  expect(code).toBe(0);
  const told = out.split('\n').map((line) => /^"[ab]\.csv"|^ {2}(?:id|x)\b/u.exec(line)?.[0].trim());
  expect(told.filter((one) => one !== undefined)).toEqual(['"a.csv"', 'id', 'x', '"b.csv"', 'id', 'x']);
});
