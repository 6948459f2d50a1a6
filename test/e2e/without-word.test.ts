// A folder of `run --out` without the report for Word.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { existsSync } from 'node:fs';
import { answers, declared, models } from '../support/cli.ts';
import { call, madeFolder } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const folder = madeFolder();
afterAll(folder.remove);
beforeAll(() => {
  folder.write({ 's.study': declared() + models, 'd.csv': answers });
});
const run = (...more: string[]) => call('run', folder.at('s.study'), ...more);

it('is what the folder is, less one file, and says so', async () => {
  const whole = await run('--out', folder.at('whole'));
  const less = await run('--out', folder.at('less'), '--no-word');
  expect([whole.code, less.code]).toEqual([0, 0]);
  expect([existsSync(folder.at('whole/report.docx')), existsSync(folder.at('less/report.docx'))]).toEqual([true, false]);
  expect(whole.err).toContain('report.docx');
  expect(less.err).not.toContain('report.docx');
  expect(folder.read('less/report.html')).toBe(folder.read('whole/report.html'));
});

it('is verified as it is', async () => {
  expect((JSON.parse(folder.read('less/manifest.json')) as { options: object }).options).toMatchObject({ word: false });
  expect((await call('verify', folder.at('less'))).code).toBe(0);
});

it('takes the report away that an earlier call left', async () => {
  const again = await run('--out', folder.at('whole'), '--no-word');
  expect(again.code).toBe(0);
  expect(existsSync(folder.at('whole/report.docx'))).toBe(false);
});

it('is about a folder', async () => {
  const alone = await run('--no-word');
  expect(alone.code).toBe(2);
  expect(alone.err).toContain('--no-word is about the report.docx of --out.');
});
