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

function sourcesIn(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.includes('node_modules'))
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

  it('knows the editor in packages/vscode only, which knows neither the language nor the statistics', () => {
    expect(vscode.length).toBeGreaterThan(3);
    expect(offenders(product, ({ imports }) => imports.includes('vscode'))).toEqual([]);
    expect(offenders(vscode, ({ imports }) => imports.some((name) => name.startsWith('@studyspec/')))).toEqual([]);
  });

  it('imports downwards only', () => {
    expect(offenders(core, ({ imports }) => imports.some((name) => name.startsWith('@studyspec/dsl') || name === 'studyspec'))).toEqual([]);
    expect(offenders(dsl, ({ imports }) => imports.some((name) => name === 'studyspec' || name.includes('/cli/')))).toEqual([]);
    const procedures = product.filter(({ path }) => path.startsWith('packages/core/src/procedures/'));
    expect(
      offenders(procedures, ({ imports }) =>
        imports.some((name) => /\/(?:data|report|result|problems)\/|plan\/(?:run-|execute|state)/u.test(name)),
      ),
    ).toEqual([]);
    // `example-study` is what the tests of the figures draw.
    const lookers = product.filter(({ path }) => /core\/src\/(?:audit|figures)\//u.test(path) && !path.endsWith('/example-study.ts'));
    expect(lookers.length).toBeGreaterThan(20);
    expect(offenders(lookers, ({ imports }) => imports.some((name) => /plan\/(?:execute|run-(?!claims)|state)/u.test(name)))).toEqual([]);
    const numerics = product.filter(({ path }) => /core\/src\/(?:numerics|moments)\//u.test(path));
    expect(
      offenders(numerics, ({ imports }) => imports.some((name) => /\/(?:procedures|plan|data|report|result|problems)\//u.test(name))),
    ).toEqual([]);
    const syntax = product.filter(({ path }) => path.startsWith('packages/dsl/src/syntax/'));
    expect(offenders(syntax, ({ imports }) => imports.some((name) => /\/(?:semantics|plan|engine|ide)\//u.test(name)))).toEqual([]);
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
    const rooms = product;
    const own = [
      'packages/core/src/plan/memo.ts',
      'packages/core/src/plan/derivation.ts',
      'packages/core/src/plan/state.ts',
      'packages/cli/src/lsp/compute-memo.ts',
    ];
    expect(offenders(rooms, ({ path, text }) => !own.includes(path) && /\.recall\(/u.test(text))).toEqual([]);
    // Inside a function a step could read what is in its sight without saying so.
    const steps = rooms.flatMap(({ path, text }) =>
      [...text.matchAll(/^.*\b(?:derivation|limitedStep)\((?=').*$/gmu)].map(([line]) => ({ path, line })),
    );
    expect(steps.length).toBeGreaterThan(35);
    expect(
      steps
        .filter(({ line }) => !/^(?:export )?const \w+ = (?:derivation|limitedStep)\(/u.test(line))
        .map(({ path, line }) => `${path}: ${line.trim().slice(0, 60)}`),
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
    expect(offenders([...product, ...sourcesIn('test')], ({ text }) => text.split('\n').length > 500)).toEqual([]);
    expect(offenders(product, ({ text }) => !/^(?:#!.*\n)?(?:\/\/|\/\*)/u.test(text))).toEqual([]);
  });

  it('takes no short cut past the type checker, and skips no test', () => {
    const all = [...product, ...sourcesIn('test')].filter(({ path }) => path !== 'test/architecture.test.ts');
    expect(offenders(all, ({ text }) => /\bas any\b|@ts-ignore|@ts-nocheck/u.test(text))).toEqual([]);
    expect(offenders(all, ({ text }) => /\b(?:it|test|describe)\.(?:skip|todo|only)\b/u.test(text))).toEqual([]);
  });
});
