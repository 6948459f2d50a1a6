// The Chinese pages of the documentation: the headings, examples and commands of the English ones, links that lead somewhere, the terms and
// punctuation of Chinese. That their specs pass `check` is documents.test.ts'.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { REJECTED, rejectedIn } from '../support/rejected-terms.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pairs = [
  ['README.zh.md', 'README.md'] as const,
  ...readdirSync(join(root, 'docs/zh')).flatMap((name) =>
    // Reference pages are written from the registry, those in Chinese like the English ones.
    name.endsWith('.md') ? [[`docs/zh/${name}`, `docs/${name}`] as const] : [],
  ),
];

const FENCE = /^```([^\n]*)\n(.*?)^```/gmsu;
const blocks = (page: string): { readonly mark: string; readonly text: string }[] =>
  [...read(page).matchAll(FENCE)].map(([, mark, text]) => ({ mark: mark!, text: text! }));
/** Labels and comments are an author's words; blanks align them; a language is asked for where the words are Chinese. */
const code = (text: string): string =>
  text
    .replaceAll(/\/\/.*$/gmu, '')
    .replaceAll(/(^|\s)#.*$/gmu, '')
    .replaceAll(/(?<=\s)"[^"]*\p{Script=Han}[^"]*"|(?:zh )?"[^"]*"/gu, '')
    .replaceAll(' --lang zh', '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
const prose = (page: string): string =>
  read(page)
    .replaceAll(FENCE, '')
    .replaceAll(/\]\([^)]*\)/gu, ']')
    .replaceAll(/`[^`]*`/gu, '`');

describe.each(pairs)('%s', (page, english) => {
  it('translates a page that is there, heading by heading, example by example', () => {
    const headings = (text: string): string[] => [...text.replaceAll(FENCE, '').matchAll(/^#+ /gmu)].map((match) => match[0]);
    expect(headings(read(page))).toEqual(headings(read(english)));
    const shown = (one: string): string[] =>
      blocks(one)
        .filter(({ mark }) => mark !== '')
        .map(({ mark, text }) => `${mark}: ${code(text)}`);
    expect(shown(page)).toEqual(shown(english));
  });

  it('leads somewhere with every link', () => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu)].map((match) => match[1]!);
    expect(links.filter((link) => !link.includes('://') && !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it('uses the glossary’s terms, and the punctuation and blanks of Chinese', () => {
    // What is computed there (scripts/printed-tables.mjs) is the program's, whose words have tests of their own.
    const lines = prose(page)
      .replace(/<!-- Computed by[\s\S]*?<!-- End of what is computed\. -->/u, '')
      .split('\n')
      .map((text) => ({ where: page, text }));
    expect(rejectedIn(lines, REJECTED)).toEqual([]);
    const wrong = /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}|\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}|——|！/u;
    // A table’s number stands close: 表3.
    expect(lines.map(({ text }) => text.replaceAll(/[表图]\d+/gu, '表')).filter((text) => wrong.test(text))).toEqual([]);
  });
});
