// The example's report as a Word file, in both languages: every table that the text has is one there, numbered alike, and a table alone is
// the same as in the whole report.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeFolder, type Folder } from '../support/cli.ts';
import { unzip } from '../support/unzip.ts';

const study = fileURLToPath(new URL('../../examples/anshun/anshun.study', import.meta.url));
let folder: Folder;
beforeAll(() => {
  folder = makeFolder();
});
afterAll(() => {
  folder.remove();
});
const textOf = (xml: string): string => [...xml.matchAll(/<w:t xml:space="preserve">([^<]*)<\/w:t>/gu)].map((found) => found[1]).join('');

describe.each([
  ['en', 'Table '],
  ['zh', '表'],
])('in %s', (language, kind) => {
  const run = (file: string, ...args: string[]): string => {
    expect(folder.studyspec('run', study, '--lang', language, '-o', file, ...args).code).toBeLessThan(2);
    return unzip(readFileSync(folder.at(file))).get('word/document.xml')!;
  };
  const tableAfter = (xml: string, at: number): string => xml.slice(xml.indexOf('<w:tbl>', at), xml.indexOf('</w:tbl>', at));

  const isAppended = (caption: string): boolean => caption.startsWith(`${kind}A`);
  /** What a page on screen folds is in no file for paper. */
  const onPaper = (caption: string): boolean => !caption.startsWith(`${kind}S`);

  it('every table is one, and one alone is the same', () => {
    const whole = run(`${language}.docx`);
    const markdown = folder.studyspec('run', study, '--lang', language, '--format', 'markdown').out;
    const captions = [...whole.matchAll(/<w:p><w:pPr><w:pStyle w:val="Caption"\/>.*?<\/w:p>/gu)].map((found) => textOf(found[0]));
    const named = [...markdown.matchAll(/^\*\*(.+)\*\*$/gmu)].map((found) => found[1]!.replace(/\\/gu, '')).filter(onPaper);
    expect(captions.length).toBeGreaterThan(20);
    expect(captions).toEqual(named);
    const [own, appended] = [captions.filter((one) => !isAppended(one)), captions.filter(isAppended)];
    expect(own.every((caption, at) => caption.startsWith(`${kind}${at + 1}`))).toBe(true);
    expect(appended.every((caption, at) => caption.startsWith(`${kind}A${at + 1}`))).toBe(true);
    const alone = run(`full-${language}.docx`, '--only', 'full');
    expect(tableAfter(whole, whole.indexOf('w:name="tbl_full_coefficients"')) === tableAfter(alone, 0)).toBe(true);
    expect(textOf(tableAfter(alone, 0))).toContain('0.301***');
  });
});
