// The Chinese of problems: every kind that has it tells its own example without a run of English.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemCatalogue, type Problem } from '@studyspec/core';
import { runProject } from '../support/project.ts';
import type { ProblemWords } from '../../packages/core/src/words/problem-words.ts';

const FOLDER = new URL('../../packages/core/src/words/zh/problems/', import.meta.url);

type Catalogue = Readonly<Record<string, ProblemWords<unknown>>>;
const isCatalogue = ([name]: readonly [string, unknown]): boolean => name.endsWith('Problems');

/** What every file of the folder has of the kinds of problems. */
const chinese: Catalogue = Object.assign(
  {},
  ...(await Promise.all(
    readdirSync(FOLDER)
      .filter((file) => file !== 'index.ts')
      .map(async (file) => {
        const words = (await import(new URL(file, FOLDER).href)) as Readonly<Record<string, unknown>>;
        return Object.assign(
          {},
          ...Object.entries(words)
            .filter(isCatalogue)
            .map(([, one]) => one),
        ) as Catalogue;
      }),
  )),
) as Catalogue;

/** Names of programs, publishers and procedures: they stand in Latin in a Chinese sentence, two words and more of them too. */
const LATIN = [
  /Google Forms|CSV UTF-8|VS Code|Excel|SPSS|Save with Encoding|Reopen with Encoding/gu,
  // References: authors and year, journal and volume.
  /[（(][^（）()]*\b(?:1[89]|20)\d\d[^（）()]*[）)]/gu,
  /wild cluster bootstrap|UNDP, Technical note 1|Encoding Standard/gu,
];

/** What stands in backquotes and in quotation marks is typed or quoted as it is; so are blocks of code. */
const prose = (text: string): string =>
  LATIN.reduce(
    (rest, one) => rest.replaceAll(one, '·'),
    text
      .replaceAll(/```[\s\S]*?```/gu, '')
      .replaceAll(/`[^`]*`/gu, '·')
      .replaceAll(/“[^“”]*”/gu, '·'),
  );

const ENGLISH = /[A-Za-z’']{2,}[ ,;:]+[A-Za-z’'-]{2,}/u;
const HAN = String.raw`[\u3400-\u9FFF]`;
/** Punctuation of half width beside Chinese, and a blank that is missing or too many between Chinese and Latin. */
const HALF = new RegExp(`${HAN}[,;:!?]|[,;!?]${HAN}|${HAN}\\(|\\)${HAN}`, 'u');
const GAP = new RegExp(`${HAN}[A-Za-z0-9\`]|[A-Za-z0-9\`]${HAN}|${HAN} ${HAN}|[，。：；、（）“”] | [，。：；、（）“”]`, 'u');

const unsaid = (text: string, names: string): readonly string[] => {
  const shown = prose(text);
  const found = [ENGLISH.exec(shown)?.[0], HALF.exec(shown)?.[0]];
  // Code in backquotes has its own blanks, what is quoted too.
  const bare = text
    .replaceAll(/```[\s\S]*?```/gu, '')
    .replaceAll(/`[^`]*`/gu, '`')
    .replaceAll(/“[^“”]*”/gu, '“”');
  return [...found, GAP.exec(bare)?.[0]].filter((one) => one !== undefined && !names.includes(one)) as readonly string[];
};

const withParts = (problems: readonly Problem[]): Problem[] => problems.flatMap((one) => [one, ...(one.parts ?? [])]);

describe('the Chinese of problems', () => {
  const there = problemCatalogue.filter((kind) => Object.hasOwn(chinese, kind.name));

  it('is there', () => expect(there.length).toBeGreaterThan(0));

  it.each(there.map((kind) => [kind.code, kind] as const))('%s', (_, kind) => {
    const words = chinese[kind.name]!;
    const { wrong, files = {}, command } = kind.example;
    const all = { ...files, 'example.study': wrong };
    const names = Object.values(all)
      .filter((content) => typeof content === 'string')
      .join('\n');
    expect(unsaid(words.title, '')).toEqual([]);
    expect(words.title).not.toMatch(/。$/u);
    expect(unsaid(words.explanation, '')).toEqual([]);
    expect(words.explanation.length).toBeGreaterThan(15);
    const problems = withParts(runProject(all, 'example.study', command).problems).filter((one) => one.name === kind.name);
    expect(problems.length).toBeGreaterThan(0);
    for (const { facts } of problems) {
      const message = words.message(facts);
      const help = words.help(facts);
      expect(message).toMatch(/\p{Script=Han}.*[。？”]$/su);
      expect(`${message}\n${help}`).not.toMatch(/\[object |undefined|NaN/u);
      expect(unsaid(message, names)).toEqual([]);
      expect(unsaid(help, names)).toEqual([]);
    }
  });
});
