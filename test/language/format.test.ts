// The formatter: what it changes, what it leaves, and that it changes no meaning.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { clauseWords, formatText, parse, shapeOf } from '@studyspec/dsl';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const specs = {
  anshun: read('../../examples/anshun/anshun.study'),
  'anshun-clean': read('../../examples/anshun/anshun-clean.study'),
  base: read('base.study'),
  bijie: read('specs/bijie.study'),
  stress: read('specs/stress.study'),
};

const cases: readonly [what: string, before: string, after: string][] = [
  ['indents by braces, two blanks a level', 'index i {\nof a, b\n      keep 2\n}', 'index i {\n  of   a, b\n  keep 2\n}\n'],
  [
    'sets levels under each other',
    'category sex {\n male "Male" zh "男" = 1\n female "Female" zh "女"=2\n}',
    'category sex {\n  male   "Male"   zh "男" = 1\n  female "Female" zh "女" = 2\n}\n',
  ],
  [
    'sets the figures of a table under each other, at their points',
    'published "p" {\n  table "T" full.column.beta(row) {\n    columns a b\n    sex.female -0.048 0.069\n    age.young 10.068 ' +
      '0.282**\n  }\n}',
    'published "p" {\n  table "T" full.column.beta(row) {\n    columns    a      b\n    sex.female -0.048 0.069\n    age.young  ' +
      '10.068 0.282**\n  }\n}\n',
  ],
  [
    'keeps comments where they stand',
    '// top\nindex i { // why\n  // inside\n  of a, b // both\n}\n// end',
    '// top\nindex i {  // why\n  // inside\n  of a, b  // both\n}\n// end\n',
  ],
  [
    'writes full-width signs plainly, but not inside texts',
    'index 指数 “指数，总” ｛\n  of 甲，乙\n｝',
    'index 指数 "指数，总" {\n  of 甲, 乙\n}\n',
  ],
  ['keeps one-line bodies on their line', 'data "d.csv" {id q1   missing blank|99}', 'data "d.csv" { id q1  missing blank | 99 }\n'],
  ['keeps lists that go on, one step in', 'block b of\nsex, age,\n      income', 'block b of\n  sex, age,\n  income\n'],
  ['keeps one blank line, drops others', '\n\nscale s 1..5\n\n\n\nscale t 1..7\n\n\n', 'scale s 1..5\n\nscale t 1..7\n'],
  ['leaves a line with a problem as it stands', 'index i {\n   of a b\n keep   2\n}', 'index i {\n   of a b\n  keep 2\n}\n'],
  ['writes \\n for other line ends, without a byte order mark', '\ufeffscale s 1..5\r\nscale t   1..7\r\n', 'scale s 1..5\nscale t 1..7\n'],
  ['makes nothing of nothing', '  \n\n', ''],
];

const comments = (text: string): string[] => parse(text, 'x').comments.map((comment) => comment.text.trimEnd());

function expectSame(before: string, after: string): void {
  expect(shapeOf(parse(after, 'x').file)).toBe(shapeOf(parse(before, 'x').file));
  expect(comments(after)).toEqual(comments(before));
  expect(formatText(after)).toBe(after);
}

describe('the formatter', () => {
  it.each(cases)('%s', (_, before, after) => {
    expect(formatText(before)).toBe(after);
    expect(formatText(after)).toBe(after);
  });

  it('is tried on a text that holds every clause, without a mistake', () => {
    expect(parse(specs.stress, 'x').problems).toEqual([]);
    expect(clauseWords.filter((word) => !specs.stress.includes(word))).toEqual([]);
  });

  it.each(Object.entries(specs))('leaves the meaning and the comments of %s', (_, text) => {
    expectSame(text, formatText(text));
  });

  it('finds the example formatted', () => {
    expect(formatText(specs.anshun)).toBe(specs.anshun);
    expect(formatText(specs['anshun-clean'])).toBe(specs['anshun-clean']);
  });

  it('undoes any layout: blanks, indents and comments put anywhere between lines', () => {
    const texts = Object.values(specs);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.record({ line: fc.nat(400), with: fc.constantFrom('indent', 'trail', 'blank', 'comment', 'outdent') }), {
          maxLength: 12,
        }),
        (text, edits) => {
          const lines = text.split('\n');
          for (const edit of edits) {
            const at = edit.line % lines.length;
            if (edit.with === 'indent') lines[at] = `      ${lines[at]!}`;
            else if (edit.with === 'outdent') lines[at] = lines[at]!.trimStart();
            else if (edit.with === 'trail') lines[at] = `${lines[at]!}   `;
            else if (edit.with === 'blank') lines.splice(at, 0, '', '');
            else lines.splice(at, 0, '    // a note');
          }
          const changed = lines.join('\n');
          expectSame(changed, formatText(changed));
        },
      ),
      { seed: 20240914, numRuns: 120 },
    );
  });

  it('is idempotent and keeps the tree of broken texts too', () => {
    const pieces = Object.values(specs)
      .flatMap((text) => text.split(/\n(?=\S)/u))
      .filter((piece) => piece.length < 900);
    fc.assert(
      fc.property(
        fc.constantFrom(...pieces),
        fc.nat(),
        fc.nat(20),
        fc.constantFrom('', '{', '}', '"', ',', ' x ', '=', '｛', '\n', '//'),
        (piece, where, length, inserted) => {
          const at = where % (piece.length + 1);
          const text = piece.slice(0, at) + inserted + piece.slice(at + (inserted === '' ? length : 0));
          const once = formatText(text);
          expect(formatText(once)).toBe(once);
          expect(shapeOf(parse(once, 'x').file)).toBe(shapeOf(parse(text.replace(/^\ufeff/u, ''), 'x').file));
        },
      ),
      { seed: 20240914, numRuns: 1500 },
    );
  });
});
