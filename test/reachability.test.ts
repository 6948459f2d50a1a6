// From every procedure of core to those who use it: the word of the language, the addresses, the table and the page that lead there; or its
// place in core/src/in-core-only.ts, which the docs show as not offered.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kinds, signatures } from '@studyspec/dsl';

const source = fileURLToPath(new URL('../packages/core/src/', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => ({ path: relative(source, join(source, path)).replaceAll('\\', '/'), text: readFileSync(join(source, path), 'utf8') }));
const isBarrel = (path: string): boolean => /(?:^|\/)(?:index|in-core-only)\.ts$/u.test(path);
const code = files.filter(({ path }) => !isBarrel(path) || path.startsWith('methods/'));
/** What core alone has. */
const listed = new Set(
  [...files.find(({ path }) => path === 'in-core-only.ts')!.text.matchAll(/^export \{([^}]*)\}/gmu)].flatMap((match) =>
    match[1]!.split(',').flatMap((name) => (name.trim() === '' ? [] : [name.trim()])),
  ),
);

/** What leads to the numbers of a room or a method: kinds of declarations, kinds of quantities, a file that prints them, a page. */
interface Way {
  readonly words: readonly string[];
  readonly quantities: readonly string[];
  readonly table: string;
  readonly page: string;
}
const ways: Readonly<Record<string, Way>> = {
  data: { words: ['category', 'number'], quantities: ['category', 'number'], table: 'methods/describe/tables.ts', page: 'describe' },
  'methods/describe': { words: ['indicator', 'number'], quantities: ['indicator'], table: 'methods/describe/tables.ts', page: 'describe' },
  'methods/reliability': { words: ['dimension'], quantities: ['dimension'], table: 'methods/reliability/tables.ts', page: 'reliability' },
  'methods/index': { words: ['index'], quantities: ['index', 'component'], table: 'methods/index/tables.ts', page: 'index' },
  'methods/composite': { words: ['index'], quantities: ['composite'], table: 'methods/composite/tables.ts', page: 'composite' },
  'methods/score': { words: ['index'], quantities: ['index'], table: 'methods/describe/tables.ts', page: 'index' },
  'methods/correlate': { words: ['correlate'], quantities: ['correlate'], table: 'methods/correlate/tables.ts', page: 'correlate' },
  'methods/compare': { words: ['compare'], quantities: ['outcome of compare'], table: 'methods/compare/tables.ts', page: 'compare' },
  'methods/regression': {
    words: ['regression'],
    quantities: ['outcome of regression'],
    table: 'methods/regression/tables.ts',
    page: 'regression',
  },
  'methods/measurement': {
    words: ['measurement', 'factor'],
    quantities: ['measurement'],
    table: 'methods/measurement/tables.ts',
    page: 'measurement',
  },
  'methods/deprivation': {
    words: ['deprivation'],
    quantities: ['deprivation'],
    table: 'methods/deprivation/tables.ts',
    page: 'deprivation',
  },
  'methods/mediation': {
    words: ['mediation'],
    quantities: ['mediation'],
    table: 'methods/mediation/tables.ts',
    page: 'mediation',
  },
  'methods/design': { words: ['data'], quantities: ['study'], table: 'methods/design/tables.ts', page: 'design' },
  'methods/comparison': { words: ['comparison'], quantities: [], table: 'methods/comparison/tables', page: 'comparison' },
};
/** What several methods share: it leads on to each of them. */
const SHARED = ['methods/results.ts', 'methods/state.ts', 'methods/cases.ts', 'methods/cells.ts'];

/** A file's room: its method where it belongs to one. */
const roomOf = (path: string): string => (path.startsWith('methods/') ? path.split('/').slice(0, 2).join('/') : path.split('/')[0]!);
/** What stands at the top of a procedure's file, exported or not, with its text. */
interface Part {
  readonly path: string;
  readonly name: string;
  readonly isExported: boolean;
  readonly words: ReadonlySet<string>;
}
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gmu, '').match(/[A-Za-z_]\w*/gu));
const parts: readonly Part[] = code
  .filter(({ path }) => path.startsWith('procedures/'))
  .flatMap(({ path, text }) =>
    text.split(/^(?=(?:export )?(?:async )?(?:const|function|class) )/mu).flatMap((piece) => {
      const [, exported, name] = /^(export )?(?:async )?(?:const|function|class) (\w+)/u.exec(piece) ?? [];
      return name === undefined ? [] : [{ path, name, isExported: exported !== undefined, words: wordsOf(piece) }];
    }),
  );
const exported = parts.filter((part) => part.isExported);
const above = code
  .filter(({ path }) => !path.startsWith('procedures/'))
  .map(({ path, text }) => ({ room: roomOf(path), words: wordsOf(text) }));
const LISTED = 'in core only';

/** The rooms above the procedures that use one, through other procedures too; `LISTED` where one on the way is in the list. */
function roomsThatUse(first: Part): ReadonlySet<string> {
  const rooms = new Set<string>();
  const seen = new Set([first]);
  for (const part of seen) {
    if (listed.has(part.name)) rooms.add(LISTED);
    if (part.isExported) for (const { room, words } of above) if (words.has(part.name)) rooms.add(room);
    for (const user of parts)
      if (user.words.has(part.name) && user !== part && (part.isExported || user.path === part.path)) seen.add(user);
  }
  return rooms;
}

describe('every procedure', () => {
  it('is found', () => {
    expect(exported.length).toBeGreaterThan(90);
  });

  it('leads to a word, addresses, a table and a page, or stands in the list of those that core alone has', () => {
    const lost = exported.filter(
      (part) => ![...roomsThatUse(part)].some((room) => room in ways || SHARED.includes(room) || room === LISTED),
    );
    expect(lost.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });

  it('that stands in the list is used by no method', () => {
    const used = code.filter(({ path }) => roomOf(path) in ways);
    const imported = (text: string, name: string): boolean =>
      new RegExp(`^import [^;]*\\b${name}\\b[^;]* from '[./]*/procedures/`, 'mu').test(text);
    expect([...listed].filter((name) => used.some(({ text }) => imported(text, name)))).toEqual([]);
  });

  it('of the list is shown as not offered', () => {
    const page = readFileSync(join(root, 'docs/statistics.md'), 'utf8').split('## In core only')[1] ?? '';
    expect(listed.size).toBeGreaterThan(0);
    expect([...listed].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

describe.each(Object.entries(ways))('%s', (room, { words, quantities, table, page }) => {
  it('uses procedures, and has its words, addresses, tables and page', () => {
    expect(code.some(({ path, text }) => roomOf(path) === room && text.includes('/procedures/'))).toBe(true);
    const known = Object.values(kinds).map((one) => one.kind as string);
    expect(words.filter((word) => !known.includes(word) && word !== 'comparison')).toEqual([]);
    expect(quantities.filter((kind) => !(kind in signatures))).toEqual([]);
    expect(existsSync(join(source, table))).toBe(true);
    expect(existsSync(join(root, `docs/statistics/${page}.md`))).toBe(true);
  });
});

it('every method that uses a procedure has its way', () => {
  const rooms = new Set(
    code.filter(({ path, text }) => path.startsWith('methods/') && /'[./]*\/procedures\//u.test(text)).map(({ path }) => roomOf(path)),
  );
  expect([...rooms].filter((room) => !(room in ways) && !SHARED.includes(room))).toEqual([]);
});
