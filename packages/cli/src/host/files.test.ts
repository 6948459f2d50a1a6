// Writing, as Windows would have it: the process is told that it runs there.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, writeFiles } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'studyspec-names-'));
const real = process.platform;
const pretend = (platform: NodeJS.Platform): unknown => Object.defineProperty(process, 'platform', { value: platform });

describe('names that Windows would not keep', () => {
  beforeEach(() => pretend('win32'));
  afterEach(() => pretend(real));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['NUL.html', 'for devices'],
    ['report.', 'at the end of a name'],
    ['what?.html', 'has none of'],
  ])('%s is refused, and nothing is written', (name, why) => {
    const whole = join(folder, 'whole.html');
    expect(() => writeFiles([{ path: join(folder, name), content: 'x' }])).toThrow(why);
    expect(() =>
      writeFiles([
        { path: whole, content: 'x' },
        { path: join(folder, name), content: 'x' },
      ]),
    ).toThrow(why);
    expect(() => makeFolder(join(folder, name))).toThrow(why);
    expect(readdirSync(folder)).toEqual([]);
  });
});
