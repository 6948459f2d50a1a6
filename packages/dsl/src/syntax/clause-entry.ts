// What a clause is: its word, what may follow it, one line of what it means. Which clauses there are is vocabulary.ts.
import type { optionsOf } from '@studyspec/core';
import type { StructureWord } from './structure-words.ts';

export type OptionWord = {
  [K in keyof typeof optionsOf]: {
    [F in keyof (typeof optionsOf)[K]]: (typeof optionsOf)[K][F] extends { readonly word: infer W } ? W : never;
  }[keyof (typeof optionsOf)[K]];
}[keyof typeof optionsOf];
export type ClauseWord = StructureWord | OptionWord;

/** What follows a clause word: nothing, a list of names, alternatives of a phrase, a condition, a table's column heads. */
export type ClauseShape = 'flag' | 'terms' | 'choices' | 'condition' | 'columns';

/** The one value behind a clause that names a thing. */
export type Takes = 'text' | 'name' | 'column' | 'scale' | 'range' | 'doi';

export interface ClauseEntry {
  readonly word: ClauseWord;
  readonly parts: readonly string[];
  readonly shape: ClauseShape;
  readonly doc: string;
  readonly example: string;
  /** Null: its reader says what it takes. */
  readonly takes: Takes | null;
}
export const clause = (word: ClauseWord, shape: ClauseShape, doc: string, example: string, takes: Takes | null = null): ClauseEntry => ({
  word,
  parts: word.split(' '),
  shape,
  doc,
  example,
  takes,
});
