// Pictures as points: in Word files, in the folder, one alone; the same bytes every time, kept by what they show, and told where a sign has
// no letter. How they stand in a Word file is core/render's.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeFolder, type Folder } from '../support/cli.ts';

const example = fileURLToPath(new URL('../../examples/anshun/', import.meta.url));
let folder: Folder;
beforeAll(() => {
  folder = makeFolder();
  cpSync(example, folder.path, { recursive: true });
});
afterAll(() => {
  folder.remove();
});
const count = (bytes: Buffer, text: string): number => bytes.toString('latin1').split(text).length - 1;
/** Width, height, and points a metre where it says so. */
const headOf = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt32BE(41)];

it('one figure is a PNG of 300 dpi, chosen by the name of the file', () => {
  const made = folder.studyspec('run', 'anshun.study', '-o', 'integration-scree-plot.png');
  expect(made.err).toContain('integration-scree-plot.png');
  const png = readFileSync(folder.at('integration-scree-plot.png'));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
  // 571 pixels of 1/96 inch: what a line of text has room for.
  expect(headOf(png)).toEqual([1784, 1100, 11811]);
  expect(folder.studyspec('run', 'anshun.study', '-o', 'again.png', '--only', 'integration').err).toMatch(
    /integration-scree-plot and integration-loadings-map.*-o integration-scree-plot\.png/su,
  );
  expect(folder.studyspec('run', 'anshun.study', '-o', 'none.png', '--only', 'reliability').err).toContain('no figure');
  expect(folder.studyspec('run', 'anshun.study', '--png').code).toBe(2);
  expect(folder.studyspec('run', 'anshun.study', '--format', 'png').code).toBe(2);
  // Painted anew, it is the same.
  folder.shell('STUDYSPEC_CACHE=off $S run anshun.study -o integration-scree-plot.png --force');
  expect(readFileSync(folder.at('integration-scree-plot.png')).equals(png)).toBe(true);
});

it('a Word file and the folder have every figure, the same bytes every time', () => {
  expect(folder.studyspec('run', 'anshun.study', '--only', 'integration', 'full', '--out', 'one', '--png').code).toBeLessThan(2);
  const names = readdirSync(folder.at('one', 'figures'));
  expect(names.filter((name) => name.endsWith('.png')).map((name) => name.replace('.png', '.svg'))).toEqual(
    names.filter((name) => name.endsWith('.svg')),
  );
  const word = readFileSync(folder.at('one', 'report.docx'));
  expect(count(word, 'word/media/figure')).toBe(2 * names.length);
  folder.shell('STUDYSPEC_CACHE=off $S run anshun.study --only integration full -o two.docx');
  expect(readFileSync(folder.at('two.docx')).equals(word)).toBe(true);
  expect(folder.studyspec('verify', 'one').code).toBe(0);
});

it('a sign that the fonts have not is told', () => {
  const study = readFileSync(folder.at('anshun.study'), 'utf8').replace(/^index integration[^"]*"/mu, (head) => `${head}ༀ`);
  expect(study).toContain('ༀ');
  folder.write({ 'tibetan.study': study });
  expect(folder.studyspec('run', 'tibetan.study', '-o', 'tibetan.docx').err).toMatch(/no sign for ༀ/u);
  expect(folder.studyspec('run', 'anshun.study', '-o', 'plain.docx').err).not.toContain('no sign for');
});
