// Begins to speak a language: its words are read, core's and the command line's own. Apart from speech.ts, which core is not loaded for.
import { learn } from '@studyspec/core';
import { sayIn } from './speech.ts';

/** In which everything is said from now on: English for a language that has no words here. */
export async function speak(tag: string): Promise<void> {
  await learn(tag);
  await sayIn(tag);
}
