// Every snippet, taken as it comes, is a text without mistakes of syntax.
import { tell } from '@studyspec/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { kinds, parse } from '@studyspec/dsl';
import { REJECTED, rejectedIn } from '../support/rejected-terms.ts';

const read = (name: string): Record<string, { prefix: string; body: string[]; description: string }> =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../packages/vscode/snippets/${name}`, import.meta.url)), 'utf8')) as Record<
    string,
    { prefix: string; body: string[]; description: string }
  >;
const snippets = read('studyspec.json');
const chinese = read('studyspec.zh-cn.json');

/** What stands there when every stop is left as it was offered. */
const expanded = (body: readonly string[]): string =>
  body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/gu, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/gu, (_, text: string) => text.replace(/\\(.)/gu, '$1'));

it('there is one for every kind of declaration', () => {
  expect(Object.keys(snippets).sort()).toEqual(Object.keys(kinds).sort());
});

it('the Chinese ones say the same: other descriptions and other words in quotation marks, nothing else', () => {
  expect(Object.keys(chinese)).toEqual(Object.keys(snippets));
  const withoutWords = (body: readonly string[]): string[] => body.map((line) => line.replace(/"\$\{(\d+):[^}]*\}"/gu, '"$1"'));
  for (const [kind, { description, body }] of Object.entries(chinese)) {
    expect(description, kind).toMatch(/\p{Script=Han}.*。$/u);
    expect(withoutWords(body), kind).toEqual(withoutWords(snippets[kind]!.body));
  }
  const descriptions = Object.entries(chinese).map(([kind, { description, body }]) => ({
    where: kind,
    text: `${description}${body.join('')}`,
  }));
  expect(rejectedIn(descriptions, REJECTED)).toEqual([]);
});

it.each([...Object.entries(snippets), ...Object.entries(chinese)])('%s reads', (kind, { prefix, body, description }) => {
  expect(prefix).toBe(kind);
  expect(description.length).toBeGreaterThan(5);
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
