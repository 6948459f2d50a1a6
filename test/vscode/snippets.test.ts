// Every snippet, taken as it comes, is a text without mistakes of syntax.
import { tell } from '@studyspec/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { kinds, parse } from '@studyspec/dsl';

const snippets = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../packages/vscode/snippets/studyspec.json', import.meta.url)), 'utf8'),
) as Record<string, { prefix: string; body: string[]; description: string }>;

/** What stands there when every stop is left as it was offered. */
const expanded = (body: readonly string[]): string =>
  body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/gu, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/gu, (_, text: string) => text.replace(/\\(.)/gu, '$1'));

it('there is one for every kind of declaration', () => {
  expect(Object.keys(snippets).sort()).toEqual(Object.keys(kinds).sort());
});

it.each(Object.entries(snippets))('%s reads', (kind, { prefix, body, description }) => {
  expect(prefix).toBe(kind);
  expect(description.length).toBeGreaterThan(10);
  const text = expanded(body);
  expect(text).not.toContain('${');
  const inside =
    kind === 'component'
      ? `index i {\n${text}\n}`
      : kind === 'factor'
        ? `measurement m {\n${text}\n}`
        : kind === 'table'
          ? `published "P" {\n${text}\n}`
          : text;
  expect(parse(inside, 'a.study').problems.map((problem) => tell(problem, 'en').message)).toEqual([]);
});
