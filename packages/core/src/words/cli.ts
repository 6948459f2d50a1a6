// What the command line says, by language, and what it needs to say it: a part of core that can be read without the rest, since help is
// told before anything of a study is known. Other languages than English are read when they are spoken.
import { cli as english, type CliWords } from './en/cli/index.ts';
import { laidOver } from './laid-over.ts';
import { languageFolders, spoken } from './tags.ts';

export { displayWidth } from '../text/width.ts';
export { languages, spoken } from './tags.ts';
export { say } from './say.ts';
export type { FileRefusal } from '../problems/data-phrases.ts';
export type { WritingRefusal } from './en/cli/wrong.ts';
export type { CliWords };

/** There before anything is read. */
export const englishCli: CliWords = english;

/** The words of the command line in a language; what it has not said, and every other language, in English. */
export async function cliWordsIn(tag: string): Promise<CliWords> {
  const read = languageFolders[spoken(tag) ?? 'en']?.readCli ?? null;
  return read === null ? english : laidOver<CliWords>(english, (await read()).cli);
}
