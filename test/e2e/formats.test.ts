// Every form in which a report leaves: asked for by name or by the ending of a file, named in help and messages, with the same numbers in
// each, and inert wherever it is opened.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { reportFormats, usualEnding } from '@studyspec/core';
import { answers, declared, makeFolder, models, type Folder } from '../support/cli.ts';

let folder: Folder;
beforeAll(() => {
  folder = makeFolder();
  const named = declared().replace('study "S"', 'study "S | <b>*x*</b> `y`"');
  folder.write({ 's.study': `${named}${models}`, 'd.csv': answers });
});
afterAll(() => {
  folder.remove();
});

/** What is read, without the signs of a form. */
const figures = (text: string): string[] => text.match(/\d+\.\d{3}/gu) ?? [];

describe.each(reportFormats.map((format) => [format]))('%s', (format) => {
  it('is asked for by name and by ending, and is the same either way', () => {
    const { code, out } = folder.studyspec('run', 's.study', '--format', format);
    expect(code).toBe(0);
    const file = `report${usualEnding(format)}`;
    expect(folder.studyspec('run', 's.study', '-o', file, '--force').code).toBe(0);
    const written = readFileSync(folder.at(file), 'utf8');
    expect(written.trim()).toBe(out.trim());
  });

  it('is named in the help of every command that writes it, and where another one is asked for', () => {
    for (const command of ['run', 'audit', 'compare']) {
      expect(folder.studyspec(command, '--help').out, command).toMatch(new RegExp(`--format <FORMAT>\\s[^-]*\\b${format}\\b`, 'u'));
      expect(folder.studyspec(command, ...(command === 'compare' ? ['s.study', 's.study'] : ['s.study']), '--format', 'zzqx').err).toMatch(
        new RegExp(`\\b${format}\\b`, 'u'),
      );
    }
    expect(folder.studyspec('run', 's.study', '-o', 'x.odt').err).toContain(`${format} (${usualEnding(format)})`);
  });

  it('has the numbers that text has', () => {
    const text = figures(folder.studyspec('run', 's.study', '--format', 'text').out);
    const own = new Set(figures(folder.studyspec('run', 's.study', '--format', format).out.replace(/<style>[^]*?<\/style>/gu, '')));
    expect(text.length).toBeGreaterThan(40);
    if (format !== 'json') expect(text.filter((figure) => !own.has(figure))).toEqual([]);
    else expect(own.size).toBeGreaterThan(20);
  });
});
