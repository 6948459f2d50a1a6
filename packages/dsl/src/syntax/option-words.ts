// Words within clauses: those that the options of core may take, and those behind which a name stands. Clauses are vocabulary.ts'.
import { optionsOf, wordsBeforeNames, wordsOfOption, type Options } from '@studyspec/core';
import type { BlockName, ClauseWord } from './vocabulary.ts';

/** The words an option may take: by kind, then clause. No word here equals a clause word of its block. */
export const options: Readonly<Partial<Record<BlockName, Readonly<Partial<Record<ClauseWord, readonly string[]>>>>>> = Object.fromEntries(
  Object.entries<Options>(optionsOf).map(([kind, of]) => [
    kind,
    Object.fromEntries(
      Object.values(of)
        .map((option) => [option.word, wordsOfOption(option)])
        .filter(([, words]) => words!.length > 0),
    ),
  ]),
);

/** Words within a clause that want a value: what follows is a name, whatever it is called. Several kinds may have an option of one name. */
const wanting = new Map<ClauseWord, Set<string>>([
  ['join', new Set(['on'])],
  ['append', new Set(['as'])],
  ['free', new Set(['on', 'with'])],
  ['calibrate', new Set(['from'])],
]);
for (const of of Object.values<Options>(optionsOf))
  for (const option of Object.values(of)) {
    const clause = option.word as ClauseWord;
    wanting.set(clause, new Set([...(wanting.get(clause) ?? []), ...wordsBeforeNames(option)]));
  }

export function wantsName(clause: ClauseWord, word: string): boolean {
  return wanting.get(clause)?.has(word) === true;
}
