// The files of `run --out` share one report: each is what a call that asks for it alone writes.
import { afterAll, describe, expect, it, vi } from 'vitest';
import { fileURLToPath } from 'node:url';
import { call, madeFolder } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const folder = madeFolder();
afterAll(folder.remove);
const study = fileURLToPath(new URL('../../examples/anshun/anshun.study', import.meta.url));

/** What a page may weigh, in bytes; the aim for the whole report is 200,000. */
describe.each([
  [[], 272_000],
  [['--details'], 362_000],
  [['--lang', 'zh', '--only', 'full'], 55_000],
] as const)('of a run %j', (more, most) => {
  const run = (...given: string[]) => call('run', study, ...more, ...given);

  it('is what each is alone', async () => {
    await run('--out', folder.at('all'), '--no-word', '--force');
    for (const name of ['report.html', 'report.txt', 'results.json']) {
      await run('-o', folder.at(name), '--force');
      expect(folder.read(`all/${name}`)).toBe(folder.read(name));
    }
    expect(Buffer.byteLength(folder.read('report.html'))).toBeLessThan(most);
  });
});
