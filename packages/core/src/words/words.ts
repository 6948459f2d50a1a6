// The languages that StudySpec speaks: which there are, the words of each, and when they are read. English is always there; another
// language is read when somebody asks for it (`learn`), and never before. What a language has not said is said in English.
import { catalogue as english } from './en/index.ts';
import type { EditorWords } from './en/editor.ts';
import type { Words } from './en/report.ts';
import type { Catalogue } from './catalogue.ts';
import { laidOver } from './laid-over.ts';
import { languageFolders, spoken } from './tags.ts';

export { languages, spoken, type Language } from './tags.ts';

/** What each is called in English. */
export const languageInEnglish = (language: string): string => languageFolders[language]?.inEnglish ?? language;

const known = new Map<string, Catalogue>([['en', english]]);

/** Reads the words of a language, once. Until then, and for what it has not said, English is spoken. */
export async function learn(tag: string): Promise<void> {
  const language = spoken(tag);
  const read = language === null ? null : languageFolders[language]!.read;
  if (language === null || read === null || known.has(language)) return;
  known.set(language, laidOver<Catalogue>(english, (await read()).catalogue));
}

/** Every word of a language that was learnt; the English ones for every other. */
export function catalogueIn(tag: string): Catalogue {
  return known.get(tag) ?? known.get(spoken(tag) ?? 'en') ?? english;
}

/** What is declared in English, in a language: the English where it has no words for it. Gaps are filled: `{clusters} clusters`. */
export function inLanguage(language: string, english: string, filled: Readonly<Record<string, string>> = {}): string {
  const texts: Readonly<Record<string, string>> = catalogueIn(language).texts;
  const text = Object.hasOwn(texts, english) ? texts[english]! : english;
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => filled[name] ?? whole);
}

/** The fixed words of a report. */
export const wordsIn = (language: string): Words => catalogueIn(language).report;

/** The words of the editor. */
export const editorWords = (language: string): EditorWords => catalogueIn(language).editor;

export type { Words };
