// The extension's place in the house: it is a thin client. It talks to the server and computes nothing; nobody else knows the editor's API.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sourcesIn = (folder: string): { path: string; text: string; imports: string[] }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|mjs|css)$/u.test(path) && !path.endsWith('.d.ts') && !path.includes('node_modules'))
    .map((path) => {
      const text = readFileSync(join(root, folder, path), 'utf8');
      return {
        path: `${folder}/${path}`.replaceAll('\\', '/'),
        text,
        imports: [...text.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/gu)].map((match) => match[1]!),
      };
    });

const extension = sourcesIn('packages/vscode/src');
const others = ['packages/core/src', 'packages/dsl/src', 'packages/cli/src'].flatMap(sourcesIn);

it('the extension imports nothing of core, dsl or the command line', () => {
  expect(extension.length).toBeGreaterThan(15);
  expect(
    extension
      .filter(({ imports }) => imports.some((name) => /@studyspec|^studyspec$|\/(?:core|dsl|cli)\//u.test(name)))
      .map(({ path }) => path),
  ).toEqual([]);
});

it('only the extension knows the editor, and the page of the preview does not', () => {
  const editor = (name: string): boolean => name === 'vscode' || name.startsWith('vscode-languageclient');
  expect(others.filter(({ imports }) => imports.some(editor)).map(({ path }) => path)).toEqual([]);
  expect(
    extension
      .filter(({ path, imports }) => path.includes('/webview/') && imports.some((name) => editor(name) || name.startsWith('node:')))
      .map(({ path }) => path),
  ).toEqual([]);
});

it('its files, and those of the workbench, open with what lives in them and can be read in one sitting', () => {
  const files = [...extension.filter(({ path }) => !path.endsWith('.test.ts')), ...sourcesIn('test/workbench'), ...sourcesIn('scripts')];
  expect(files.filter(({ text }) => !/^(?:\/\/|\/\*)/u.test(text) || text.split('\n').length > 500).map(({ path }) => path)).toEqual([]);
});
