// Core and the language as one bundle each, for a run of tests: made anew before the first test and loaded by Node itself, since loading
// some seven hundred modules for every file takes longer than most tests. The command line and the editor's extension stay sources, so
// that a test can put something in a module's place (`vi.mock`).
import { build } from 'esbuild';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { importedBy, root, sourcesIn, testsOf } from './sources.ts';

const folders = `${root}out/tests/`;
/** Of this run alone: two at a time may be of different sources. */
const folder = `${folders}${process.pid}/`;

/** What tests look at inside of a package: the bundle has it as well, since two copies of a module would not know each other. */
function lookedInto(name: string): readonly string[] {
  const sources = resolve(root, 'packages', name, 'src');
  const asking = [...sourcesIn('test'), ...testsOf(sourcesIn('packages'))];
  return [...new Set(asking.flatMap(importedBy))].filter((path) => path.startsWith(sources) && !path.endsWith('.test.ts')).sort();
}

/** What runs that were killed left behind. */
function removeLeftOver(): void {
  for (const left of readdirSync(folders))
    try {
      process.kill(Number(left), 0);
    } catch {
      rmSync(folders + left, { recursive: true, force: true });
    }
}

/** Writes the bundle of a package and tells, for each source that a test asks for, the file that takes its exports from the bundle. */
async function bundle(name: string, others: Readonly<Record<string, string>> = {}): Promise<readonly (readonly [string, string])[]> {
  const parts = lookedInto(name);
  const whole = `${folder}${name}.ts`;
  const lines = parts.map((path, index) => `export * as part${index} from '${path}';`);
  writeFileSync(whole, [`export * from '${root}packages/${name}/src/index.ts';`, ...lines].join('\n'));
  await build({
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    tsconfig: `${root}tsconfig.base.json`,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    entryPoints: { [name]: whole, ...others },
    plugins: [
      {
        // There is one core, for those who import it and for the language.
        name: 'core apart',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^@studyspec\/core$/ }, () => ({ path: './core.mjs', external: true }));
        },
      },
    ],
  });
  const made = (await import(`${folder}${name}.mjs`)) as Readonly<Record<string, object>>;
  return parts.map((path, index) => {
    const file = `${folder}${name}-part${index}.mjs`;
    const names = Object.keys(made[`part${index}`]!).join(', ');
    writeFileSync(file, `import { part${index} } from './${name}.mjs';\nexport const { ${names} } = part${index};\n`);
    return [path, file];
  });
}

/** What vitest needs to take the bundles for the sources. */
export async function bundles() {
  mkdirSync(folder, { recursive: true });
  removeLeftOver();
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const parts = new Map([...(await bundle('core', { 'words-cli': `${root}packages/core/src/words/cli.ts` })), ...(await bundle('dsl'))]);
  return {
    plugins: [
      {
        name: 'parts of bundles',
        enforce: 'pre' as const,
        resolveId: (source: string, importer: string | undefined) =>
          importer !== undefined && source.startsWith('.') ? parts.get(resolve(dirname(importer), source)) : undefined,
      },
    ],
    alias: {
      // Before the package: an alias holds for whatever begins with it.
      '@studyspec/core/words/cli': `${folder}words-cli.mjs`,
      '@studyspec/core': `${folder}core.mjs`,
      '@studyspec/dsl': `${folder}dsl.mjs`,
    },
    external: [/\/out\/tests\/\d+\//u],
  };
}
