// Files that change while they are read; and writing, as Windows would have it: the process is told that it runs there.
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBytes, writeFiles } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'studyspec-names-'));
const real = process.platform;
const pretend = (platform: NodeJS.Platform): unknown => Object.defineProperty(process, 'platform', { value: platform });

describe('a file that changes while it is read', () => {
  const file = join(folder, 'read.csv');
  const other = join(folder, 'other.csv');
  beforeEach(() => {
    writeFileSync(file, 'id,a\n1,2\n');
  });
  afterEach(() => {
    for (const one of [file, other]) rmSync(one, { force: true });
  });
  const meanwhile = (change: () => void) =>
    readBytes(file, (descriptor) => {
      const content = readFileSync(descriptor);
      change();
      return content;
    });

  it.each([
    ['grows', () => appendFileSync(file, '2,3\n')],
    ['is written anew', () => writeFileSync(file, 'id,a\n1,3\n')],
    ['is cut short', () => writeFileSync(file, '')],
    ['is another by its time only', () => utimesSync(file, 1, 1)],
  ])('is not read where it %s', (_, change) => {
    expect(meanwhile(change)).toEqual({ refusal: { is: 'changed' } });
  });

  it('is not read where its time was set back', () => {
    utimesSync(file, 1, 1);
    const change = (): void => {
      writeFileSync(file, 'id,a\n1,3\n');
      utimesSync(file, 1, 1);
    };
    expect(meanwhile(change)).toEqual({ refusal: { is: 'changed' } });
  });

  it('is read whole where another takes its place, or nothing happens', () => {
    writeFileSync(other, 'id,a\n9,9\n');
    for (const change of [() => undefined, () => renameSync(other, file)])
      expect(meanwhile(change)).toMatchObject({ content: Buffer.from('id,a\n1,2\n') });
  });
});

describe('names that Windows would not keep', () => {
  beforeEach(() => pretend('win32'));
  afterEach(() => pretend(real));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['NUL.html', 'for devices'],
    ['report.', 'at the end of a name'],
    ['what?.html', 'has none of'],
  ])('%s is refused, and nothing is written', async (name, why) => {
    const whole = join(folder, 'whole.html');
    await expect(writeFiles([{ path: join(folder, name), content: 'x' }])).rejects.toThrow(why);
    await expect(
      writeFiles([
        { path: whole, content: 'x' },
        { path: join(folder, name), content: 'x' },
      ]),
    ).rejects.toThrow(why);
    await expect(writeFiles([{ path: whole, content: 'x' }], [join(folder, name)])).rejects.toThrow(why);
    expect(readdirSync(folder)).toEqual([]);
  });
});
