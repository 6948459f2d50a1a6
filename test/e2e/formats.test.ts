// Every form in which a report leaves: asked for by name or by the ending of a file, named in help and messages, with the same numbers in
// each, and inert wherever it is opened.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { renderers, reportFormats, usualEnding, type Renderer, type ReportFormat } from '@studyspec/core';
import { answers, declared, makeFolder, models, type Folder } from '../support/cli.ts';
import { unzip } from '../support/unzip.ts';

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

const isBytes = (format: ReportFormat): boolean => format !== 'json' && (renderers[format] as Renderer).bytes === true;
/** What is in a file, unpacked where it is an archive. */
function read(file: string, format: ReportFormat): string {
  const bytes = readFileSync(folder.at(file));
  return isBytes(format)
    ? [...unzip(bytes)]
        .filter(([name]) => !/styles|rels|theme/u.test(name))
        .map(([, part]) => part)
        .join('\n')
    : bytes.toString('utf8');
}

it('every one is named in the help of every command that writes it, and where another one is asked for', () => {
  const missing = folder.studyspec('run', 's.study', '-o', 'x.odt').err;
  const of = (command: string) => [
    folder.studyspec(command, '--help').out.replace(/\s+/gu, ' '),
    folder.studyspec(command, ...(command === 'compare' ? ['s.study', 's.study'] : ['s.study']), '--format', 'zzqx').err,
  ];
  for (const command of ['run', 'audit', 'compare']) {
    const [help, err] = of(command);
    for (const format of reportFormats) {
      expect(help, command).toMatch(new RegExp(`--format <FORMAT>\\s[^-]*\\b${format}\\b`, 'u'));
      expect(err).toMatch(new RegExp(`\\b${format}\\b`, 'u'));
    }
  }
  for (const format of reportFormats) expect(missing).toContain(`${format} (${usualEnding(format)})`);
});

describe.each(reportFormats.map((format) => [format]))('%s', (format) => {
  const file = `report${usualEnding(format)}`;

  it('is asked for by name and by ending, and is the same either way', () => {
    expect(folder.studyspec('run', 's.study', '-o', file, '--force').code).toBe(0);
    const written = readFileSync(folder.at(file));
    if (isBytes(format)) {
      const { code, err } = folder.studyspec('run', 's.study', '--format', format);
      expect(code).toBe(2);
      expect(err).toContain(`-o ${file}`);
      expect(folder.studyspec('run', 's.study', '--format', format, '-o', file, '--force').code).toBe(0);
      expect(readFileSync(folder.at(file)).equals(written)).toBe(true);
    } else if (format === 'latex') {
      // A file has its pictures beside it, a stream has their numbers.
      expect(folder.studyspec('run', 's.study', '--format', format, '-o', file, '--force').code).toBe(0);
      expect(readFileSync(folder.at(file)).equals(written)).toBe(true);
    } else {
      const { code, out } = folder.studyspec('run', 's.study', '--format', format);
      expect(code).toBe(0);
      expect(written.toString('utf8').trim()).toBe(out.trim());
    }
  });

  it('has the numbers that text has', () => {
    const text = figures(folder.studyspec('run', 's.study', '--format', 'text').out);
    const own = new Set(
      figures(
        read(file, format)
          .replace(/<style>[^]*?<\/style>/gu, '')
          .replaceAll('\u2212', '-'),
      ),
    );
    expect(text.length).toBeGreaterThan(40);
    // Results and workbooks hold them in full; forms for paper leave out what a page folds.
    if (!['json', 'xlsx', 'docx', 'latex'].includes(format)) expect(text.filter((figure) => !own.has(figure))).toEqual([]);
    else expect(own.size).toBeGreaterThan(20);
  });
});
