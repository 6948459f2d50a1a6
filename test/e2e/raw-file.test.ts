// docs/from-raw-file.md, followed literally in an empty folder: each command as it stands, each part of a spec put where the page says, and
// each line of output that it shows.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { columnOf, readData } from '@studyspec/core';
import { makeFolder, type Folder } from '../support/cli.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/from-raw-file.md`, 'utf8');
const blocks = [...page.matchAll(/^```([^\n]*)\n(.*?)^```/gmsu)].map(([, mark, text]) => ({ mark: mark!.trim(), text: text! }));

let folder: Folder;
beforeAll(() => {
  folder = makeFolder();
  cpSync(`${root}examples/anshun`, folder.at('examples/anshun'), { recursive: true });
});
afterAll(() => {
  folder.remove();
});

it('leads from the raw file to Table 3 and to scores for SPSS', () => {
  let said = '';
  let commands = 0;
  for (const { mark, text } of blocks) {
    if (mark === 'sh') {
      said = '';
      for (const line of text.trim().split('\n')) {
        const { code, out, err } = folder.shell(line.replace(/^studyspec /u, '$S '));
        expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
        said += out + err;
        commands++;
      }
    } else if (mark === 'study fragment') appendFileSync(folder.at('mine.study'), `\n${text}`);
    else for (const line of text.trimEnd().split('\n')) expect(said.split('\n').map((one) => one.trimEnd())).toContain(line.trimEnd());
  }
  expect(commands).toBe(7);
  expect(folder.files()).toEqual(expect.arrayContaining(['codebook.html', 'report/report.html', 'report/scores.sav', 'scored.sav']));
  const frame = readData(readFileSync(folder.at('scored.sav')), 'scored.sav').frame!;
  const source = readData(readFileSync(folder.at('anshun_2020_raw.csv')), 'a.csv').frame!;
  const levels = (file: typeof frame): readonly string[] => {
    const column = columnOf(file, 'id');
    return column?.kind === 'text' ? [...column.levels] : [];
  };
  expect(levels(source).length).toBeGreaterThan(100);
  expect(levels(frame)).toEqual(levels(source));
});
