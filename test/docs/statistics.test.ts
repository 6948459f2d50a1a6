// docs/statistics: what every method has to say of itself. That the page is made of it, `npm run check` holds.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { optionsOf } from '@studyspec/core';
import { signatures } from '@studyspec/dsl';

const folder = fileURLToPath(new URL('../../docs/statistics/', import.meta.url));
const parts = readdirSync(folder).map((file) => {
  const text = readFileSync(folder + file, 'utf8');
  const [, title = '', of = '', options = ''] = /^<!-- (.+?) \| of:(.*?)(?: \| options:(.*?))? -->\n/u.exec(text) ?? [];
  const listed = (list: string): string[] => list.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  return { file, text, title, of: listed(of), options: listed(options) };
});
/** Numbers that are counts of rows and answers, or made of others, and options of what is no statistic. */
const NO_METHOD = ['study'];
const NO_STATISTIC = ['data', 'report', 'published'];

describe.each(parts.map((part) => [part.file, part] as const))('docs/statistics/%s', (_, { text, title, of, options }) => {
  it('says what it is about, in words of the registry', () => {
    expect(title).not.toBe('');
    expect(of.filter((kind) => !(kind in signatures))).toEqual([]);
    expect(options.filter((kind) => !(kind in optionsOf))).toEqual([]);
  });

  it.each(['Missing answers.', 'Where programs differ.', 'In R', 'In SPSS'])('has a part "%s"', (part) => {
    expect(text).toContain(`\n**${part}**`);
  });
});

it('every kind of number, and every option of a statistic, stands in one part', () => {
  const kinds = parts.flatMap((part) => part.of);
  const of = Object.keys(signatures).filter((kind) => !NO_METHOD.includes(kind));
  expect([...kinds].sort()).toEqual([...of].sort());
  const options = Object.keys(optionsOf).filter((kind) => !NO_STATISTIC.includes(kind));
  expect([...parts.flatMap((part) => part.options)].sort()).toEqual([...options].sort());
});
