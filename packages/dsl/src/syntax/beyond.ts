// Words that people of this field expect from other programs, where the language has none: what a complaint says of them. They are no words
// of the language: nothing offers them, and nothing reads them.
import type { WordElsewhere } from '@studyspec/core';
import type { BlockName } from './vocabulary.ts';

const beyond: Readonly<Partial<Record<BlockName, readonly WordElsewhere[]>>> = {
  data: ['sheet', 'weight', 'stratum'],
};

/** This word, where it is one of them in this block; what to do in its place the catalogue of words says. */
export function insteadOf(block: BlockName, word: string): WordElsewhere | null {
  return beyond[block]?.find((one) => one === word) ?? null;
}
