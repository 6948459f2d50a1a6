import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const source = (name: string, file = 'index.ts') => fileURLToPath(new URL(`./packages/${name}/src/${file}`, import.meta.url));
/** Pure functions alone: their tests change nothing that another could see, so the sources are loaded once for all of them. */
export const pure = ['numerics', 'procedures', 'data'].map((room) => `packages/core/src/${room}/**/*.test.ts`);

// Tests read the packages' sources, not their bundles; only test/e2e drives the built CLI.
export default defineConfig({
  resolve: {
    alias: {
      // Before the package: an alias holds for whatever begins with it.
      '@studyspec/core/words/cli': source('core', 'words/cli.ts'),
      '@studyspec/core': source('core'),
      '@studyspec/dsl': source('dsl'),
    },
  },
  test: {
    // What a test sees is made, not told again; the cache has tests of its own (test/e2e/cache.test.ts).
    env: { STUDYSPEC_CACHE: 'off' },
    setupFiles: ['test/support/languages.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'], exclude: [...pure, '**/node_modules/**'] } },
    ],
  },
});
