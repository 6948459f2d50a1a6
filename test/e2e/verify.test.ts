// A folder of `run --out` that is made again: everything as it was, or which number, file, input, option or version is not.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
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

  it('sees any one byte of data or spec that is another, whether a number moves or not', async () => {
    const flipped = (text: string, at: number): string =>
      text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
    // In the head, in an id, in an answer, at the end; in a label, in a clause.
    for (const at of [3, answers.indexOf('\n17,') + 2, answers.indexOf('7.32'), answers.length - 1]) {
      folder.write({ 's.study': spec, 'd.csv': flipped(answers, at) });
      const { code, out } = await verify('--lang', 'en');
      expect([code, out.includes('d.csv has changed since.')], `byte ${at}`).toEqual([1, true]);
    }
    for (const at of [spec.indexOf('"D"') + 1, spec.indexOf('keep 2') + 5, spec.length - 1]) {
      folder.write({ 's.study': flipped(spec, at), 'd.csv': answers });
      expect((await verify('--lang', 'en')).out, `byte ${at}`).toContain('s.study has changed since.');
    }
    folder.write({ 's.study': spec.replace('keep 2', 'keep 1'), 'd.csv': answers });
    expect((await verify('--lang', 'en')).out).toMatch(/numbers? moved:\n(?: {2}\S.*: \S+ → \S+\n)+/u);
  });

  it('tells which numbers another engine gave, and numbers that are new or gone', async () => {
    const results = JSON.parse(kept['out/results.json']!) as { quantities: Record<string, { value: number | null; format: string }> };
    const now = results.quantities['I.kmo']!.value!;
    results.quantities['I.kmo']!.value = now + 0.01;
    results.quantities['I.bartlett.p']!.value! *= 1 + 1e-9;
    results.quantities['I.other'] = { value: 3, format: 'count' };
    delete results.quantities['R.I.n'];
    const text = JSON.stringify(results);
    folder.write({ 'out/results.json': text });
    restate((written) => {
      written.studyspec = '0.0.9';
      written.files['results.json'] = createHash('sha256').update(text).digest('hex');
    });
    const { code, out } = await verify('--lang', 'en');
    expect(code).toBe(1);
    const lines = out.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'It was written by StudySpec 0.0.9; this is 0.1.0.',
      'results.json comes out differently.',
      '4 numbers moved:',
    ]);
    expect(lines[3]).toBe(`  I.kmo: ${(now + 0.01).toFixed(3)} → ${now.toFixed(3)}`);
    // What moves in a digit that is not printed is told with all of them.
    expect(out).toMatch(/^ {2}I\.bartlett\.p: \d\S*e-\d+ → \d\S*e-\d+$/mu);
    expect(out).toContain('  I.other: 3 → (gone)');
    expect(out).toContain('  R.I.n: (new) → 40');
  });

  it('tells of a file that is missing, that was added, and of no file that is nobody’s report', async () => {
    rmSync(folder.at('out/report.html'));
    expect(await verify('--lang', 'en')).toMatchObject({ code: 1, out: 'report.html is missing from the folder.\n' });
    folder.write({ ...kept, 'out/figures/added.svg': '<svg/>', 'out/notes.txt': 'mine' });
    expect(await verify('--lang', 'en')).toMatchObject({
      code: 1,
      out: 'figures/added.svg is in the folder, and this run did not write it.\n',
    });
    expect((await verify('--lang', 'zh')).out).toBe('文件夹中有 figures/added.svg，但不是由这次运行写出。\n');
    rmSync(folder.at('out/figures/added.svg'));
    expect((await verify('--lang', 'en')).code).toBe(0);
    rmSync(folder.at('out/notes.txt'));
  });

  it('does not mind that the folder has another name; where the study is elsewhere, it asks for it', async () => {
    renameSync(folder.at('out'), folder.at('handed in'));
    expect((await call('verify', folder.at('handed in'))).code).toBe(0);
    mkdirSync(folder.at('far/away'), { recursive: true });
    renameSync(folder.at('handed in'), folder.at('far/away/out'));
    const lost = await call('verify', folder.at('far/away/out'), '--lang', 'en');
    expect(lost.code).toBe(1);
    expect(lost.out + lost.err).toMatch(/studyspec verify .*out FILE/u);
    expect(await call('verify', folder.at('far/away/out'), folder.at('s.study'))).toMatchObject({ code: 0 });
    renameSync(folder.at('far/away/out'), folder.at('out'));
  });
});
