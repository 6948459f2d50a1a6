// The sources of the project and what each names with a path: for what is decided about tests before the first of them runs.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** In a folder of the project. */
export const sourcesIn = (place: string): readonly string[] =>
  readdirSync(root + place, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
    .map((path) => resolve(root, place, path));
export const testsOf = (paths: readonly string[]): readonly string[] => paths.filter((path) => path.endsWith('.test.ts'));

const IMPORTED = /(?:from|import\() ?'(\.[^']*\.ts)'/gu;
export const importedBy = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(IMPORTED)].map(([, to]) => resolve(dirname(path), to!));
