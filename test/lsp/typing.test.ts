// Typing with an editor's defaults: what is typed arrives as it is typed, and Enter behind a whole line is a new line, always.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { suggestionsAt, suggestionTriggers } from '@studyspec/dsl';
import { base, project } from '../ide/support.ts';
import { engineFor, provide, typeText, typist } from './typist.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The files of a folder, two levels deep, by their paths in it. */
function filesOf(folder: string): Record<string, string> {
  const found = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:study|csv)$/u.test(name));
  return Object.fromEntries(found.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(root, folder, name), 'utf8')]));
}
const anshun = filesOf('examples/anshun');
const examples = filesOf('examples');
/** Rows of printed tables are alike, and there are many: two of each table will do here. The workbench's test types them all. */
const thinned = (text: string): string => text.replaceAll(/(?<=\{\n {4}columns .*\n(?: {4}.*\n){2})(?: {4}\S.*\n)+/gu, '');
for (const files of [anshun, examples])
  for (const [path, text] of Object.entries(files)) if (path.endsWith('.study')) files[path] = thinned(text);
const specs: readonly (readonly [name: string, path: string, files: Readonly<Record<string, string>>])[] = [
  ...Object.keys(examples)
    .filter((path) => path.endsWith('.study'))
    .map((path) => [path, path, examples] as const),
  ['a study with everything in it', 'main.study', project(base)],
  ['a Chinese study', 'chinese.study', { 'chinese.study': readFileSync(join(root, 'test/workbench/chinese.study'), 'utf8') }],
  ['a line of every kind', 'lines.study', { ...anshun, 'lines.study': readFileSync(join(root, 'test/workbench/lines.study'), 'utf8') }],
];

/** A whole study is compiled with every letter: seconds by itself, minutes beside other work. */
const LONG = 600_000;

describe('a study typed key by key', () => {
  // What was printed is typed as part of the first study.
  it.each(specs.filter(([name]) => name !== 'anshun/published.study'))(
    '%s arrives as it was typed, and no Enter is taken for something else',
    (_, path, files) => {
      const one = typist(path, files);
      typeText(one, files[path]!);
      expect(one.swallowed).toEqual([]);
      expect(one.text()).toBe(files[path]);
      // The editor did help.
      if (files[path]!.length > 2000) expect(one.lists()).toBeGreaterThan(100);
    },
    LONG,
  );

  it('arrives with braces stepped over instead of typed, too', () => {
    const wanted = base;
    const one = typist('main.study', project(base));
    typeText(one, wanted, { steps: true });
    expect(one.swallowed).toEqual([]);
    expect(one.text()).toBe(wanted);
  });
});

describe('a study typed through a Chinese input method', () => {
  const chinese = readFileSync(join(root, 'test/workbench/chinese.study'), 'utf8');
  const files = {
    'a.study': chinese,
    '调查.csv': `编号,收入满意,生活成本,收入变化,愿意长住,融入信心,更加幸福,性别\n${Array.from({ length: 40 }, (_, row) =>
      [row + 1, ...[1, 2, 3, 4, 5, 6].map((by) => 1 + ((row * (by + 1) + by) % 5)), 1 + (row % 2)].join(','),
    ).join('\n')}\n`,
  };
  it.each([
    ['words at once, full-width quotation marks and brackets that close by themselves', chinese],
    // Input methods give the opening and the closing mark in turns; a key pressed elsewhere puts them out of step.
    ['with quotation marks the wrong way round', chinese.replaceAll(/“([^”]*)”/gu, '”$1“')],
  ])(
    'arrives as it was written: %s',
    (_, text) => {
      for (const composing of [true, false]) {
        const one = typist('a.study', files);
        typeText(one, text, { composing });
        expect(one.swallowed).toEqual([]);
        expect(one.text()).toBe(text);
      }
      const engine = engineFor('a.study', { ...files, 'a.study': text });
      provide(engine, 'a.study', files);
      expect(engine.compiled('a.study').problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
    LONG,
  );
});

describe('where a line may end', () => {
  it.each(specs)(
    'nothing is shown unasked: %s',
    (_, path, files) => {
      const text = files[path]!;
      const engine = engineFor(path, files);
      const errorsOf = (shown: string): number => {
        engine.setText(path, shown);
        provide(engine, path, files);
        return engine.compiled(path).problems.filter(({ severity }) => severity === 'error').length;
      };
      const sound = errorsOf(text);
      const open: string[] = [];
      let tried = 0;
      const look = (shown: string, offset: number): void => {
        errorsOf(shown);
        const last = shown.charAt(offset - 1);
        const found = suggestionsAt(engine.snapshot(path)!, offset, (suggestionTriggers as readonly string[]).includes(last) ? last : null);
        if (found.length > 0)
          open.push(
            `${shown.slice(shown.lastIndexOf('\n', offset - 1) + 1, offset)}| ${found
              .slice(0, 3)
              .map(({ label }) => label)
              .join(', ')}`,
          );
        tried += 1;
      };
      let start = 0;
      for (const line of text.split('\n')) {
        const end = start + line.length;
        if (line.trim() !== '') {
          // Its own end, with the blank that a hand leaves there; then every place where the line might have ended as well.
          look(text, end);
          if (!/[,=|<>]$|\b(?:of|by)$/u.test(line)) look(`${text.slice(0, end)} ${text.slice(end)}`, end + 1);
          for (const match of line.matchAll(/[\p{L}\p{N}_]+|["”)}]/gu)) {
            const offset = start + match.index + match[0].length;
            if (
              offset >= end ||
              /["“]/u.test(line.slice(0, match.index).replaceAll(/"[^"]*"/gu, '')) ||
              line.slice(0, match.index).includes('//')
            )
              continue;
            const cut = text.slice(0, offset) + text.slice(end);
            if (errorsOf(cut) <= sound) look(cut, offset);
          }
        }
        start = end + 1;
      }
      expect(open).toEqual([]);
      expect(tried).toBeGreaterThan(text.split('\n').length / 2);
    },
    LONG,
  );
});
