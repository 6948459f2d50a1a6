// The words of the language in which a snapshot is told. What they say is core's (words/en/editor.ts and those beside it).
import { editorWords, inLanguage, type EditorWords } from '@studyspec/core';
import type { Snapshot } from './snapshot.ts';

export const wordsOf = (s: Pick<Snapshot, 'language'>): EditorWords => editorWords(s.language);

/** What a quantity takes at one place of its brackets. */
export type Slot = Parameters<EditorWords['completion']['argument']>[0];

/** What the registry or the vocabulary declares in English. */
export const told = (s: Pick<Snapshot, 'language'>, english: string): string => inLanguage(s.language, english);
