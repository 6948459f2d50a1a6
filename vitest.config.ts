import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';
import { bundles } from './test/support/bundles.ts';
import { processes } from './test/support/processes.ts';

const source = (name: string, file = 'index.ts') => fileURLToPath(new URL(`./packages/${name}/src/${file}`, import.meta.url));
// Before the package: an alias holds for whatever begins with it.
const sources = {
  plugins: [],
  alias: {
    '@studyspec/core/words/cli': source('core', 'words/cli.ts'),
    '@studyspec/core': source('core'),
    '@studyspec/dsl': source('dsl'),
  },
  external: [],
};
// Tests read the packages' sources, as bundles made of them just now; only what starts programs drives the built command line. Whoever
// watches, or asks which lines are covered, reads file by file.
const { plugins, alias, external } =
  process.argv.includes('run') && !process.argv.some((one) => one.startsWith('--coverage')) ? await bundles() : sources;

const { apart, together } = processes();

export default defineConfig({
  plugins,
  resolve: { alias },
  test: {
    server: { deps: { external } },
    // What a test sees is made, not told again; the cache has tests of its own (test/e2e/cache.test.ts).
    env: { STUDYSPEC_CACHE: 'off' },
    setupFiles: ['test/support/languages.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      { extends: true, test: { name: 'together', include: together, isolate: false } },
    ],
  },
});
