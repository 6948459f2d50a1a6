// A folder of `run --out` that is made again: everything as it was, or which number, file, input, option or version is not.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHash } from 'node:crypto';
import { answers, declared, models } from '../support/cli.ts';
import { call, madeFolder } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

const folder = madeFolder();
afterAll(folder.remove);
const verify = (...more: string[]) => call('verify', folder.at('out'), ...more);
const spec = declared() + models;
interface Written {
  studyspec: string;
  options: { details: boolean };
  inputs: Record<string, string>;
  files: Record<string, string>;
}
const manifest = (): Written => JSON.parse(folder.read('out/manifest.json')) as Written;
const restate = (change: (written: Written) => void): void => {
  const written = manifest();
  change(written);
  folder.write({ 'out/manifest.json': `${JSON.stringify(written, null, 2)}\n` });
};
const kept: Record<string, string> = {};

beforeAll(async () => {
  folder.write({ 's.study': spec, 'd.csv': answers });
  expect((await call('run', folder.at('s.study'), '--out', folder.at('out'), '--no-word', '--lang', 'zh')).code).toBe(0);
  for (const name of ['report.html', 'results.json', 'manifest.json']) kept[`out/${name}`] = folder.read(`out/${name}`);
});
beforeEach(() => {
  folder.write({ 's.study': spec, 'd.csv': answers, ...kept });
});

describe('verify', () => {
  it('agrees with what nobody has changed, in the language that the call asks for', async () => {
    const { inputs, files } = manifest();
    const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(inputs).toEqual({ 'd.csv': digest(answers), 's.study': digest(spec) });
    expect(files['report.html']).toBe(digest(kept['out/report.html']!));
    expect(await verify('--lang', 'en')).toMatchObject({ code: 0, out: expect.stringContaining('come out the same again') as string });
    expect((await verify('--lang', 'zh')).out).toContain('重新生成的结果也相同');
  });

  it('tells which numbers one changed answer moves, and no other', async () => {
    folder.write({ 'd.csv': answers.replace('\n5,1,2,1,1,12.48,2', '\n5,1,2,1,1,3.2,2') });
    const { code, out } = await verify('--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('d.csv has changed since.');
    expect(out).toMatch(/^ {2}C\.x\.mean\(g\.v\): 10\.043 → 9\.329$/mu);
    expect(out).not.toMatch(/^ {2}I\./mu);
    expect(out).toContain('report.html comes out differently.');
  });

  it('sees one changed letter of the spec, of a file, an option, the version, and a missing file', async () => {
    folder.write({ 's.study': `${spec}// more\n` });
    expect(await verify('--lang', 'en')).toMatchObject({ code: 1, out: expect.stringContaining('s.study has changed since.') as string });
    folder.write({ 's.study': spec, 'out/report.html': kept['out/report.html']!.replace('</html>', '</html> ') });
    expect(await verify('--lang', 'en')).toMatchObject({ code: 1, out: 'report.html was changed after it was written.\n' });
    folder.write(kept);
    restate((written) => (written.options.details = true));
    expect((await verify('--lang', 'en')).out).toContain('report.html comes out differently.');
    folder.write(kept);
    restate((written) => (written.studyspec = '0.0.9'));
    expect(await verify('--lang', 'en')).toMatchObject({ code: 1, out: 'It was written by StudySpec 0.0.9; this is 0.1.0.\n' });
    folder.write({ ...kept, 'out/manifest.json': `${kept['out/manifest.json']!} ` });
    expect(await verify('--lang', 'en')).toMatchObject({ code: 1, out: 'manifest.json was changed after it was written.\n' });
    folder.write(kept);
    restate((written) => {
      written.files['figures/x.svg'] = '0'.repeat(64);
    });
    expect((await verify('--lang', 'en')).out).toBe('figures/x.svg is missing from the folder.\nfigures/x.svg is not made any more.\n');
  });

  it('refuses a folder that no run wrote, and a manifest that leads out of its folder', async () => {
    expect(await call('verify', folder.at('.'))).toMatchObject({ code: 1, err: expect.stringContaining('has no manifest.json') as string });
    restate((written) => (written.files['../d.csv'] = '0'.repeat(64)));
    expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining('damaged') as string });
  });
});
