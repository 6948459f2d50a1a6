// A file that compares studies, through the command line, on the two examples. Numbers are those of `compare` on the same studies.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeFolder, type Folder } from '../support/cli.ts';
import { callIn, type Called } from '../support/in-process.ts';

vi.mock('../../packages/cli/src/base/streams.ts', async (original) => (await import('../support/caught-streams.ts')).streamsInto(original));

let folder: Folder;
const file = 'provinces/provinces.study';
beforeAll(() => {
  folder = makeFolder();
  cpSync(fileURLToPath(new URL('../../examples', import.meta.url)), folder.path, { recursive: true });
});
afterAll(() => {
  folder.remove();
});
interface Json {
  readonly quantities: readonly { readonly address: string; readonly value: number | null }[];
  readonly claims: readonly { readonly name: string; readonly verdict: string }[];
}
const called = (...args: string[]): Promise<Called> => callIn(folder.path, ...args);
const json = async (...args: string[]): Promise<Json> => JSON.parse((await called(...args, '--json')).out) as Json;

describe('a comparison of the examples', () => {
  it('is without problems', async () => {
    expect(await called('check', file)).toMatchObject({
      code: 0,
      out: `No problems. ${file}: 2 studies compared, 2 hypotheses.\n`,
    });
  });

  it('has the numbers of compare under its name, and what it makes of them', async () => {
    const plain = (await json('compare', 'anshun/anshun.study', 'bijie/bijie.study')).quantities;
    const own = await json('run', file);
    expect(own.quantities.slice(0, -1).map(({ address, value }) => [address, value])).toEqual(
      plain.map(({ address, value }) => [`two.${address}`, value]),
    );
    const mean = (name: string): number => plain.find(({ address }) => address === `integration.frozen.mean(${name})`)!.value!;
    expect(own.quantities.at(-1)).toMatchObject({ address: 'lead', value: mean('anshun') - mean('bijie') });
    expect(own.claims.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['same', 'holds'],
      ['level', 'holds'],
    ]);
    expect(await json('compare', file)).toEqual(own);
  });

  it('tells single numbers, and the nearest where there is none', async () => {
    expect(await called('query', file, 'lead')).toMatchObject({ code: 0, out: '1.98\n' });
    expect(await called('query', file, 'two.integration.congruence(psychological, bijie)')).toMatchObject({ code: 0, out: '0.998\n' });
    expect((await called('query', file, 'two.soc_friends')).out.split('\n')).toHaveLength(10);
    expect(await called('query', file, 'integration.metric.cfi')).toMatchObject({ code: 2 });
    expect((await called('query', file, 'integration.metric.cfi')).err).toContain('Did you mean two.integration.metric.cfi?');
  });

  it('is a report in text, with labels, figures and claims; in Chinese when asked', async () => {
    const text = await called('run', file);
    expect(text.code).toBe(0);
    expect(text.out.startsWith('Anshun and Bijie\n2 studies; each is held against Anshun\n')).toBe(true);
    expect(text.out).toContain('Hypotheses of the comparison');
    expect((await called('run', file, '--lang', 'zh')).out.startsWith('安顺与毕节\n')).toBe(true);
    const part = (await called('run', file, '--only', 'lead')).out;
    expect(part).toContain('Anshun above Bijie');
    expect(part).not.toContain('Items side by side');
    expect(await called('run', file, '--only', 'itemz')).toMatchObject({ code: 2 });
    expect((await called('run', file, '--only', 'itemz')).err).toContain('Did you mean items?');
  });

  it('is written into a folder, and never over a study of its', async () => {
    const done = await called('run', file, '--out', 'report');
    expect(done).toMatchObject({ code: 0, out: '' });
    const written = folder.files().filter((name) => name.startsWith('report/'));
    expect(written.filter((name) => !name.includes('figures/'))).toEqual([
      'report/manifest.json',
      'report/report.docx',
      'report/report.html',
      'report/report.txt',
      'report/results.json',
    ]);
    expect(written.length).toBeGreaterThan(3);
    expect(readFileSync(folder.at('report/report.html'), 'utf8')).toContain('two.integration.frozen.mean(bijie)');
    expect((await called('run', file, '-o', 'comparison.html')).code).toBe(0);
    const refused = await called('run', file, '-o', 'bijie/bijie.study', '--force');
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('is an input');
  });

  it('ends with 1 when a claim fails, and when a study has errors', async () => {
    const spec = readFileSync(folder.at(file), 'utf8');
    folder.write({ 'provinces/false.study': spec.replace('> 0.85', '> 0.9985') });
    const failing = await called('run', 'provinces/false.study');
    expect(failing.code).toBe(1);
    expect(failing.err).toContain('Not every hypothesis holds.');
    const told = await called('check', 'provinces/false.study');
    expect([told.code, told.out.includes('two.integration.congruence(psychological, bijie)')]).toEqual([0, true]);
    folder.write({
      'bijie/broken.study': readFileSync(folder.at('bijie/bijie.study'), 'utf8').replace('bijie_2021.csv', 'bijie_2012.csv'),
      'provinces/broken.study': spec.replace('bijie.study', 'broken.study'),
    });
    for (const command of ['check', 'run', 'query', 'compare']) {
      const { code, out, err } = await called(command, 'provinces/broken.study');
      expect(code, command).toBe(1);
      expect(out + err, command).toMatch(/SS282[^]*provinces\/broken\.study:3/u);
      expect(out + err, command).toMatch(/SS301[^]*bijie\/broken\.study/u);
    }
  });

  it('is what other commands have no use for, and say so', async () => {
    for (const command of ['scores', 'codebook', 'audit']) {
      const { code, err } = await called(command, file);
      expect(code, command).toBe(2);
      expect(err).toContain(`compares studies and has no answers of its own; ${command} takes the file of one study`);
      expect(err).toContain(`studyspec ${command} anshun/anshun.study`);
    }
    expect(await called('replicate', file, 'bijie/bijie_2021.csv')).toMatchObject({ code: 2 });
    expect(await called('compare', file, 'bijie/bijie.study')).toMatchObject({ code: 2 });
    expect((await called('compare', 'bijie/bijie.study')).err).toContain('or one file that compares them');
  });

  it('is formatted as it stands', async () => {
    expect((await called('fmt', '--check', file)).code).toBe(0);
  });
});
