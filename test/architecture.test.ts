// The invariants of ARCHITECTURE.md that can be read off the sources.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { problemCatalogue } from '@studyspec/core';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourcesIn(folder: string, named = /\.ts$/u): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => named.test(path) && !path.endsWith('.d.ts') && !path.includes('node_modules'))
    .map((path) => {
      const text = readFileSync(join(root, folder, path), 'utf8');
      return {
        path: relative(root, join(root, folder, path)).replaceAll('\\', '/'),
        text,
        imports: [...text.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/gu)].map((match) => match[1]!),
      };
    });
}

const core = sourcesIn('packages/core/src');
const dsl = sourcesIn('packages/dsl/src');
const cli = sourcesIn('packages/cli/src');
const vscode = sourcesIn('packages/vscode/src');
const product = [...core, ...dsl, ...cli].filter((source) => !source.path.endsWith('.test.ts'));

/** The rooms of each package, the lowest first: each may import from those before it, types included. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  core: [
    'numerics',
    'text',
    'rowless',
    'moments',
    'counts',
    'procedures',
    'contract',
    'memo',
    'problems',
    'words',
    'data',
    'show',
    'draw',
    'methods',
    'execute',
    'sums',
    'export',
    'audit',
    'pages',
    'render',
    'manuscript',
  ],
  dsl: ['stdlib', 'syntax', 'semantics', 'replicate', 'ide', 'study', 'engine'],
  cli: ['base', 'render', 'host', 'launch', 'commands', 'lsp'],
  vscode: ['base', 'webview', 'preview', 'commands'],
};

/** What IEEE 754 defines to the last digit, and what only moves digits. Anything else of `Math` differs between versions of the engine. */
const exact = [
  'abs',
  'ceil',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
  'PI',
  'SQRT2',
  'SQRT1_2',
  'LN2',
  'LN10',
];
const exactUse = new RegExp(`^Math\\.(?:${exact.join('|')})$`, 'u');

/** Every use of `Math` that is not among those: the compiler takes comments away and writes `**` as Math.pow. */
function uncertainIn(text: string): string[] {
  const { code } = transformSync(text, { loader: 'ts', supported: { 'exponent-operator': false }, legalComments: 'none' });
  return [...code.matchAll(/\bMath\b(?:\.\w+|.{0,10})/gu)].map((match) => match[0]).filter((use) => !exactUse.test(use));
}

const offenders = (sources: readonly Source[], wrong: (source: Source) => boolean): string[] =>
  sources.filter(wrong).map((source) => source.path);

/** By scripts: texts that are somebody's, one a line. */
const WRITTEN: ReadonlySet<string> = new Set(['packages/dsl/src/stdlib/frameworks.ts', 'packages/core/src/words/en/texts.ts']);

/** Keys are English texts as they are declared, however long. */
const BY_THE_ENGLISH = /\/words\/\w+\/texts\//u;

describe('the house', () => {
  it('has sources to look at', () => {
    expect(core.length).toBeGreaterThan(80);
    expect(dsl.length).toBeGreaterThan(20);
    expect(cli.length).toBeGreaterThan(10);
  });

  it('keeps Node, clocks and chance out of core and dsl', () => {
    const pure = product.filter((source) => !source.path.startsWith('packages/cli'));
    expect(
      offenders(pure, ({ imports }) =>
        imports.some(
          (name) => name.startsWith('node:') || ['fs', 'path', 'os', 'child_process', 'process', 'worker_threads'].includes(name),
        ),
      ),
    ).toEqual([]);
    expect(offenders(pure, ({ text }) => /\bMath\.random\(|\bDate\.now\(|\bnew Date\(|\bprocess\.(?:env|argv|cwd)/u.test(text))).toEqual(
      [],
    );
  });

  it('knows ml-matrix in core/numerics only, and chevrotain in dsl/syntax only', () => {
    expect(
      offenders(product, ({ path, imports }) => imports.includes('ml-matrix') && !path.startsWith('packages/core/src/numerics/')),
    ).toEqual([]);
    expect(
      offenders(product, ({ path, imports }) => imports.includes('chevrotain') && !path.startsWith('packages/dsl/src/syntax/')),
    ).toEqual([]);
  });

  it('knows a language server library in cli/src/lsp only, and reads that room only when `lsp` is called', () => {
    expect(
      offenders(
        product,
        ({ path, imports }) => imports.some((name) => name.startsWith('vscode-')) && !path.startsWith('packages/cli/src/lsp/'),
      ),
    ).toEqual([]);
    expect(offenders(cli, ({ path, text }) => !path.startsWith('packages/cli/src/lsp/') && /^import .*\/lsp\//mu.test(text))).toEqual([]);
  });

  it('runs its language server, and its extension, in a browser too: what they are made of there reaches no Node module', () => {
    const byPath = new Map([...core, ...dsl, ...cli, ...vscode].map((source) => [source.path, source]));
    const reached = (entry: string): Source[] => {
      const seen = new Set<string>();
      const walk = (path: string): void => {
        const source = byPath.get(path);
        if (source === undefined || seen.has(path)) return;
        seen.add(path);
        // What is imported as a type alone is not there when it runs.
        const text = source.text.replaceAll(/^import type .*;$/gmu, '');
        for (const [, target] of text.matchAll(/(?:from|import)\s*\(?['"](\.[^'"]+)['"]/gu))
          walk(join(path, '..', target!).replaceAll('\\', '/'));
      };
      walk(entry);
      return [...seen].map((path) => byPath.get(path)!);
    };
    const node = (sources: readonly Source[]): string[] =>
      offenders(
        sources,
        ({ text, imports }) =>
          imports.some((name) => name.startsWith('node:') || name.endsWith('/node')) || /\bprocess\.|\bBuffer\b|\bNodeJS\./u.test(text),
      );
    const server = reached('packages/cli/src/lsp/browser/worker.ts');
    const extension = reached('packages/vscode/src/web.ts');
    expect(server.length).toBeGreaterThan(30);
    expect(extension.length).toBeGreaterThan(15);
    expect(node(server)).toEqual([]);
    expect(node(extension)).toEqual([]);
    // They are found where there are any.
    expect(node(reached('packages/cli/src/lsp/node/stdio.ts')).length).toBeGreaterThan(3);
    expect(node(reached('packages/vscode/src/extension.ts')).length).toBeGreaterThan(3);
  });

  it('knows the editor in packages/vscode only, which knows neither the language nor the statistics', () => {
    expect(vscode.length).toBeGreaterThan(3);
    expect(offenders(product, ({ imports }) => imports.includes('vscode'))).toEqual([]);
    expect(offenders(vscode, ({ imports }) => imports.some((name) => name.startsWith('@studyspec/')))).toEqual([]);
  });

  it('imports downwards only', () => {
    expect(offenders(core, ({ imports }) => imports.some((name) => name.startsWith('@studyspec/dsl') || name === 'studyspec'))).toEqual([]);
    expect(offenders(dsl, ({ imports }) => imports.some((name) => name === 'studyspec' || name.includes('/cli/')))).toEqual([]);
  });

  it.each(Object.entries(rooms))('has no arrow that runs back up between the rooms of %s', (name, order) => {
    const base = `packages/${name}/src/`;
    const sources = [...core, ...dsl, ...cli, ...vscode].filter(({ path }) => path.startsWith(base) && !path.endsWith('.test.ts'));
    const roomOf = (path: string): string | null => (path.includes('/') ? path.slice(0, path.indexOf('/')) : null);
    const inside = sources.map(({ path, text, imports }) => ({ path, text, imports, room: roomOf(path.slice(base.length)) }));
    // Every room has its place, every place a room, and the map of ARCHITECTURE.md names each.
    expect([...new Set(inside.flatMap(({ room }) => room ?? []))].sort()).toEqual([...order].sort());
    const map = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    expect(order.filter((room) => !map.includes(`\`${name}/${room}\``))).toEqual([]);
    let arrows = 0;
    const upward = inside.flatMap(({ path, imports, room }) =>
      imports
        .filter((target) => room !== null && target.startsWith('.'))
        .map((target) => join(path, '..', target).replaceAll('\\', '/'))
        .filter((target) => {
          const other = roomOf(target.slice(base.length));
          if (other === room || !target.startsWith(base)) return false;
          arrows += 1;
          // What stands in no room is the outside: nothing in a room may know it.
          return other === null || order.indexOf(other) > order.indexOf(room!);
        })
        .map((target) => `${path} imports ${target}`),
    );
    expect(upward).toEqual([]);
    expect(arrows).toBeGreaterThan(2);
  });

  it('computes with what every version of the engine rounds alike, outside the three files that make it so', () => {
    for (const text of [
      'y = x ** 2',
      'y = x**2',
      'x **= 2',
      'y = `${x**2}`',
      'y.map(Math.exp)',
      'y = Math.log(x)',
      'y = Math["pow"](x, 2)',
      'const { sin } = Math',
    ]) {
      expect(uncertainIn(text), text).not.toEqual([]);
    }
    expect(uncertainIn('/** x ** 2, Math.exp(x) */ y = Math.sqrt(x); // x ** 2')).toEqual([]);
    // The three themselves too use the basic operations, √ and what only moves digits.
    const found = [...product, ...vscode].flatMap(({ path, text }) => uncertainIn(text).map((use) => `${path}: ${use}`));
    expect(found).toEqual([]);
    // What of the matrix library is used: its decompositions.
    const library = join(root, 'packages/core/node_modules/ml-matrix/src/dc');
    expect(['evd.js', 'svd.js', 'util.js'].flatMap((name) => uncertainIn(readFileSync(join(library, name), 'utf8')))).toEqual([]);
  });

  it('remembers nothing under a key that somebody wrote: steps declare what they read, at the top of their module', () => {
    const own = [
      'packages/core/src/memo/memo.ts',
      'packages/core/src/memo/derivation.ts',
      'packages/core/src/methods/state.ts',
      'packages/cli/src/lsp/compute-memo.ts',
    ];
    expect(offenders(product, ({ path, text }) => !own.includes(path) && /\.recall\(/u.test(text))).toEqual([]);
    // Inside a function a step could read what is in its sight without saying so.
    const steps = product.flatMap(({ path, text }) =>
      [...text.matchAll(/^.*\b(?:derivation|limitedStep)\((?=\s*').*$/gmu)].map(([line]) => ({ path, line })),
    );
    expect(steps.length).toBeGreaterThan(35);
    expect(
      steps
        .filter(({ line }) => !/^(?:export )?const \w+ = (?:derivation|limitedStep)\(/u.test(line))
        .map(({ path, line }) => `${path}: ${line.trim().slice(0, 60)}`),
    ).toEqual([]);
  });

  it('exports nothing that nothing uses, but for the procedures that no word reaches yet', () => {
    const waiting = core.find(({ path }) => path.endsWith('/in-core-only.ts'))!;
    const barrel = ({ path }: Source): boolean => /\/(?:index|in-core-only)\.ts$/u.test(path);
    const everywhere = [...product, ...vscode].filter((source) => !barrel(source) && !source.path.endsWith('.test.ts'));
    const users = new Map<string, Set<string>>();
    for (const { path, text } of everywhere)
      for (const [word] of text.matchAll(/[A-Za-z_]\w*/gu)) users.set(word, (users.get(word) ?? new Set()).add(path));
    // What only tests look at: the pictures' example, parts of a catalogue that they walk, what oracles are asked piece by piece.
    const looked = new RegExp(
      String.raw`example-study|comparisonQuantitiesOf|factor/retention|words/|clauseWords|decimalsOf|firstLines|tidy` +
        String.raw`|editorTexts|tableTexts|compareWithPrinted|trigonometry\.ts: atan|extension\.ts: (?:de)?activate`,
      'u',
    );
    const unused = everywhere.flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gmu)]
        .map((match) => match[1]!)
        .filter((name) => users.get(name)!.size < 2 && !new RegExp(`\\b${name}\\b`, 'u').test(waiting.text))
        .map((name) => `${path}: ${name}`),
    );
    expect(unused.filter((one) => !looked.test(one))).toEqual([]);
  });

  it('says nothing in another language than English outside the folders of words', () => {
    const told = /(?:doc|label|note|title|detail|message|text): (?:'[^']*|`[^`]*)\p{Script=Han}/u;
    expect(offenders(product, ({ path, text }) => !/\/words\/(?!en\/)\w+\/|example-study/u.test(path) && told.test(text))).toEqual([]);
    expect(
      offenders(
        core.filter(({ path }) => /core\/src\/(?:methods|render|draw|show|audit)\//u.test(path) && !path.endsWith('.test.ts')),
        ({ text }) => {
          const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '');
          return /\p{Script=Han}/u.test(code);
        },
      ),
    ).toEqual([]);
  });

  it('orders and writes texts by no language’s rules', () => {
    expect(offenders(product, ({ text }) => /\.localeCompare\(|\.toLocale\w*\(|\bIntl\./u.test(text))).toEqual([]);
  });

  it('has one file a problem', () => {
    const files = product.filter(({ path, text }) => path.startsWith('packages/core/src/problems/') && text.includes('= defineProblem'));
    expect(files.length).toBe(problemCatalogue.length);
    expect(offenders(files, ({ text }) => text.split('= defineProblem').length !== 2)).toEqual([]);
  });

  it('has files that one sitting reads, each opened by what lives there', () => {
    expect(offenders([...product, ...sourcesIn('test')], ({ path, text }) => !WRITTEN.has(path) && text.split('\n').length > 500)).toEqual(
      [],
    );
    expect(offenders(product, ({ text }) => !/^(?:#!.*\n)?(?:\/\/|\/\*)/u.test(text))).toEqual([]);
  });

  it('has lines that a page holds', () => {
    const folders = [...['core', 'dsl', 'cli', 'vscode'].map((name) => `packages/${name}/src`), 'scripts', 'test'];
    const scripts = folders.flatMap((folder) => sourcesIn(folder, /\.(?:ts|mjs)$/u));
    const long = scripts
      .filter(({ path }) => !WRITTEN.has(path) && !BY_THE_ENGLISH.test(path))
      .flatMap(({ path, text }) => text.split('\n').flatMap((line, at) => (line.length > 140 ? [`${path}:${at + 1}`] : [])));
    expect(scripts.length).toBeGreaterThan(700);
    expect(long).toEqual([]);
  });

  it('takes no short cut past the type checker, and skips no test', () => {
    const all = [...product, ...sourcesIn('test')].filter(({ path }) => path !== 'test/architecture.test.ts');
    expect(offenders(all, ({ text }) => /\bas any\b|@ts-ignore|@ts-nocheck/u.test(text))).toEqual([]);
    expect(offenders(all, ({ text }) => /\b(?:it|test|describe)\.(?:skip|todo|only)\b/u.test(text))).toEqual([]);
  });
});
