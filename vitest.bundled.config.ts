// The whole suite, as `npm test` runs it: what only asks the packages through their public face asks one bundle of each, made anew before
// the first test, since loading some seven hundred modules for every file takes longer than most tests. `npx vitest run FILE` reads sources.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import base, { pure } from './vitest.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const folder = `${root}out/tests/`;
const tests = readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'));
/** What looks inside of a package, itself or through a helper beside it, reads sources: two copies of a module would not know each other. */
const inside = (path: string, seen = new Set<string>()): boolean => {
  if (seen.has(path)) return false;
  seen.add(path);
  const text = readFileSync(root + path, 'utf8');
  if (/packages\/(?:core|dsl)\/src/u.test(text)) return true;
  return [...text.matchAll(/from '(\.[^']*\.ts)'/gu)].some(([, to]) => {
    const file = fileURLToPath(new URL(to!, `file://${root}${path}`)).slice(root.length);
    return file.startsWith('test/') && inside(file, seen);
  });
};
const outside = tests.filter((path) => path.endsWith('.test.ts') && !inside(path));

mkdirSync(folder, { recursive: true });
const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
  tsconfig: `${root}tsconfig.base.json`,
} as const;
await build({
  ...common,
  entryPoints: { core: `${root}packages/core/src/index.ts`, 'words-cli': `${root}packages/core/src/words/cli.ts` },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  splitting: true,
});
await build({
  ...common,
  entryPoints: { dsl: `${root}packages/dsl/src/index.ts` },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  external: ['@studyspec/core'],
});

const projects = base.test!.projects as readonly { readonly test: { readonly name: string; readonly exclude?: readonly string[] } }[];
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    projects: [
      ...projects.map((one) =>
        one.test.name === 'apart' ? { ...one, test: { ...one.test, exclude: [...(one.test.exclude ?? []), ...outside] } } : one,
      ),
      {
        extends: true,
        resolve: {
          alias: {
            '@studyspec/core/words/cli': `${folder}words-cli.mjs`,
            '@studyspec/core': `${folder}core.mjs`,
            '@studyspec/dsl': `${folder}dsl.mjs`,
          },
        },
        test: { name: 'bundled', include: outside, exclude: [...pure] },
      },
    ],
  },
});
