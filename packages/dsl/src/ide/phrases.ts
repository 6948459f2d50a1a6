// What the clauses of an option can say, with a line on each: for completion and hovers. They come from the options' own declarations, so
// that only what can be run stands here; a test compiles every one of them. What is written out here are words that stand beside the
// author's own values.
import { optionNamed, waysOf } from '@studyspec/core';
import type { ClauseWord, Kind } from '../syntax/vocabulary.ts';
import type { Snapshot } from './snapshot.ts';
import { told, wordsOf } from './words.ts';

export interface Phrase {
  /** As it is written; with `snippet`, what is written in snippet form. */
  readonly text: string;
  readonly snippet?: string;
  /** In English; `docOf` has it in the reader's language. */
  readonly doc: string;
  /** What holds when the clause is left out. */
  readonly isDefault?: boolean;
  /** All that may be written in its place, where the author's own values stand in it. */
  readonly pattern?: RegExp;
  /** Braces follow. */
  readonly body?: boolean;
}

const values: readonly Phrase[] = [{ text: 'blank', doc: 'An empty cell. Always missing, whether it is listed or not.' }];
const encodings: readonly Phrase[] = ['utf-8', 'gb18030', 'gbk', 'big5', 'shift_jis', 'euc-kr', 'windows-1252', 'utf-16le'].map((name) => ({
  text: name,
  doc: 'Character encoding of the file.',
}));

const beside: Readonly<Partial<Record<Kind, Readonly<Partial<Record<ClauseWord, readonly Phrase[]>>>>>> = {
  data: { missing: values, encoding: encodings },
  dimension: { missing: values },
  block: { missing: values },
  indicator: { missing: values },
  category: { missing: values },
  number: { missing: values },
};

/** What stands in this editor's own lists in English, beside the registry's and the vocabulary's. */
export const editorTexts: readonly string[] = [...values, ...encodings].map(({ doc }) => doc);

export function phrasesOf(kind: string, word: string): readonly Phrase[] {
  const option = optionNamed(kind, word);
  if (option !== null) return waysOf(option);
  const of = Object.hasOwn(beside, kind) ? beside[kind as Kind] : undefined;
  return of?.[word as ClauseWord] ?? [];
}

export function docOf(s: Pick<Snapshot, 'language'>, { doc, isDefault }: Phrase): string {
  return isDefault === true ? wordsOf(s).isDefault(told(s, doc)) : told(s, doc);
}

export function phraseDoc(s: Pick<Snapshot, 'language'>, kind: string, word: string, text: string): string | null {
  const found = phrasesOf(kind, word).find((one) => one.text === text || one.pattern?.test(text) === true);
  return found === undefined ? null : docOf(s, found);
}
