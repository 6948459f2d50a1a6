// A brace typed where the editor has put one already is there once; any other stays.
import { expect, it } from 'vitest';
import { closingBraces, type Change } from './closing-braces.ts';

/** Applies edits one after the other, and whatever is found to be too many. */
function after(edits: readonly (readonly [find: string, by: string])[], given = ''): string {
  const braces = closingBraces();
  let text = given;
  const apply = (change: Change): void => {
    text = text.slice(0, change.offset) + change.text + text.slice(change.offset + change.removed);
    const mends = braces.changed([change], text);
    for (const { from, to, text: by } of mends) text = text.slice(0, from) + by + text.slice(to);
    if (mends.length > 0)
      expect(
        braces.changed(
          mends.map(({ from, to, text: by }) => ({ offset: from, removed: to - from, text: by })),
          text,
        ),
      ).toEqual([]);
  };
  // `|` is where the edit happens, `«…»` what it replaces.
  for (const [find, by] of edits) {
    const bare = find.replaceAll(/[|«»]/gu, '');
    const at = text.indexOf(bare);
    if (at < 0) throw new Error(`"${bare}" is not in "${text}"`);
    const start = at + find.search(/[|«]/u);
    apply({ offset: start, removed: find.includes('«') ? find.indexOf('»') - find.indexOf('«') - 1 : 0, text: by });
  }
  return text;
}
const opened = [
  ['|', 'index a '],
  ['a |', '{}'],
  ['{|}', '\n  \n'],
  ['  |\n', 'keep 2'],
  ['keep 2|', '\n  '],
] as const;

it('a brace that was closed already is there once when it is typed', () => {
  expect(after([...opened, ['\n«  »\n}', '}']])).toBe('index a {\n  keep 2\n}');
  expect(
    after([
      ['|', 'index a '],
      ['a |', '｛｝'],
      ['｛|｝', '\n  \n'],
      ['  |\n', 'keep 2'],
      ['keep 2|', '\n  '],
      ['\n«  »\n｝', '｝'],
    ]),
  ).toBe('index a ｛\n  keep 2\n｝');
});

it('a brace out of an input method, which is not indented by itself, stands where the other one stood', () => {
  expect(
    after([
      ['|', 'index a '],
      ['a |', '｛'],
      ['｛|', '｝'],
      ['｛|｝', '\n  \n'],
      ['  |\n', '｝'],
    ]),
  ).toBe('index a ｛\n｝');
});

it('inner and outer braces each find their own', () => {
  const inner = [
    ['keep 2\n  |', 'component c '],
    ['component c |', '{}'],
    ['component c {|}', '\n    \n  '],
    ['{\n    |\n  }', 'x'],
    ['    x|', '\n    '],
  ] as const;
  expect(after([...opened, ...inner, ['\n«    »\n  }', '  }'], ['    x\n  }|', '\n  '], ['  }\n«  »\n}', '}']])).toBe(
    'index a {\n  keep 2\n  component c {\n    x\n  }\n}',
  );
});

it('a brace stays where the one below was typed, stands on a line with more, or is of another kind', () => {
  expect(after([['{\n|\n}', '}']], '{\n\n}')).toBe('{\n}\n}');
  expect(after([...opened, ['\n  |\n}', 'weight given { a = 1 }']])).toBe('index a {\n  keep 2\n  weight given { a = 1 }\n}');
  expect(after([...opened, ['\n«  »\n}', '｝']])).toBe('index a {\n  keep 2\n｝\n}');
});

it('edits in between, and what is deleted, are followed', () => {
  expect(after([...opened, ['|index', '// a study\n'], ['\n«  »\n}', '}']])).toBe('// a study\nindex a {\n  keep 2\n}');
  expect(after([...opened, ['\n  \n«}»', ''], ['\n«  »\n', '}']])).toBe('index a {\n  keep 2\n}\n');
});

/** Keys that come faster than anything is mended: the edits that mend are made, and told, only at the end. */
function late(given: string, changes: readonly Change[]): string {
  const braces = closingBraces();
  let text = given;
  let mends: ReturnType<typeof braces.changed> = [];
  const apply = (change: Change): void => {
    text = text.slice(0, change.offset) + change.text + text.slice(change.offset + change.removed);
  };
  for (const change of changes) {
    apply(change);
    mends = braces.changed([change], text);
  }
  // What mends is told like any edit, and is the last one.
  const own = [...mends].sort((a, b) => b.from - a.from).map(({ from, to, text: by }) => ({ offset: from, removed: to - from, text: by }));
  for (const change of own) apply(change);
  if (own.length > 0) expect(braces.changed(own, text)).toEqual([]);
  return text;
}

it('keys that come first stay: lines begun, words, more braces, and no blanks are left behind', () => {
  const begun: Change[] = [
    { offset: 2, removed: 0, text: '{}' },
    { offset: 3, removed: 0, text: '\n  \n' },
    { offset: 4, removed: 2, text: '}' },
  ];
  expect(late('a ', begun)).toBe('a {\n}');
  expect(late('a ', [...begun, { offset: 5, removed: 0, text: '\n' }])).toBe('a {\n}\n');
  expect(late('a ', [...begun, { offset: 5, removed: 0, text: '\n' }, { offset: 6, removed: 0, text: 'b' }])).toBe('a {\n}\nb');
  const inner: Change[] = [
    { offset: 2, removed: 0, text: '{}' },
    { offset: 3, removed: 0, text: '\n  \n' },
    { offset: 6, removed: 0, text: 'c ' },
    { offset: 8, removed: 0, text: '{}' },
    { offset: 9, removed: 0, text: '\n    \n  ' },
    { offset: 10, removed: 4, text: '  }' },
  ];
  expect(late('a ', [...inner, { offset: 13, removed: 0, text: '\n  ' }, { offset: 14, removed: 2, text: '}' }])).toBe(
    'a {\n  c {\n  }\n}',
  );
  expect(
    late('a ', [
      ...inner,
      { offset: 13, removed: 0, text: '\n  ' },
      { offset: 16, removed: 0, text: '\n  ' },
      { offset: 19, removed: 0, text: 'd' },
    ]),
  ).toBe('a {\n  c {\n  }\n\n  d\n}');
  // Enter between braces writes two lines: the caret stays in the first, and so do its blanks.
  const next: Change[] = [
    ...begun,
    { offset: 5, removed: 0, text: '\n' },
    { offset: 6, removed: 0, text: 'b ' },
    { offset: 8, removed: 0, text: '{}' },
    { offset: 9, removed: 0, text: '\n  \n' },
  ];
  expect(late('a ', next)).toBe('a {\n}\nb {\n  \n}');
  // A brace out of an input method is put straight only afterwards: so is the line that was begun behind it.
  const crooked: Change[] = [
    { offset: 2, removed: 0, text: '{}' },
    { offset: 3, removed: 0, text: '\n  \n' },
    { offset: 6, removed: 0, text: '}' },
    { offset: 7, removed: 0, text: '\n  ' },
  ];
  expect(late('a ', crooked)).toBe('a {\n}\n');
  expect(late('a ', [...crooked, { offset: 10, removed: 0, text: '\n  ' }])).toBe('a {\n}\n\n');
});

it('a brace that Enter carries along behind a comment is there once, too', () => {
  const carried = [
    ['|', 'a '],
    ['a |', '{}'],
    ['{|}', ' // c'],
    ['c|}', '\n  '],
    ['\n  |}', 'x'],
    ['x|}', '\n'],
  ] as const;
  expect(after([...carried, ['x\n|}', '}'], ['x\n}|', '\n']])).toBe('a { // c\n  x\n}\n');
  expect(after([...carried, ['x\n|}', '  '], ['x\n  |}', '\n'], ['\n|}', 'y'], ['y|}', '\n'], ['y\n|}', '}']])).toBe(
    'a { // c\n  x\n\ny\n}',
  );
  const keys: Change[] = [
    { offset: 2, removed: 0, text: '{}' },
    { offset: 3, removed: 0, text: '// c' },
    { offset: 7, removed: 0, text: '\n  ' },
    { offset: 10, removed: 0, text: 'x' },
    { offset: 11, removed: 0, text: '\n' },
    { offset: 12, removed: 0, text: '}' },
    { offset: 13, removed: 0, text: '\n' },
  ];
  expect(late('a ', keys)).toBe('a {// c\n  x\n}\n');
});
