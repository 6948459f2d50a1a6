import { defineConfig } from 'vitest/config';
import { fileURLToPath } from 'node:url';

const source = (name: string) => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));

// Tests read the packages' sources, not their bundles; only test/e2e drives the built CLI.
export default defineConfig({
  resolve: { alias: { '@studyspec/core': source('core'), '@studyspec/dsl': source('dsl') } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    // What a test sees is made, not told again; the cache has tests of its own (test/e2e/cache.test.ts).
    env: { STUDYSPEC_CACHE: 'off' },
    setupFiles: ['test/support/languages.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
