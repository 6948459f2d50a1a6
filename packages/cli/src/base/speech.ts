// The language in which this process speaks: `--lang`, else what the study states, else that of the environment, else English. One for
// everything that it says: reports, problems, findings, its own words. The words of a study are read by host/language.ts; nothing here
// needs core, since help is told before it is loaded.
import { cliWordsIn, englishCli, languages, spoken, type CliWords } from '@studyspec/core/words/cli';

let now = 'en';
let words: CliWords = englishCli;

/** In which the command line says its own words from now on: English for a language that has none here. */
export async function sayIn(tag: string): Promise<void> {
  words = await cliWordsIn(tag);
  now = spoken(tag) ?? 'en';
}

export const language = (): string => now;

/** What the command line says, in the language spoken. */
export const said = (): CliWords => words;

/** What the environment asks for, as POSIX has it: `LC_ALL`, `LC_MESSAGES`, `LANG`; null where it asks for no language, as `C` does. */
export function environmentLanguage(env: Readonly<Record<string, string | undefined>>): string | null {
  const asked = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((one) => one !== undefined && one !== '');
  return asked === undefined ? null : spoken(asked);
}

/** Before the arguments are understood: what they ask for, else what the environment does. What they ask for in vain is told later. */
export function languageOfCall(args: readonly string[], env: Readonly<Record<string, string | undefined>>): string {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  const asked = own.flatMap((arg, at) =>
    arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : arg === '--lang' && own[at + 1] !== undefined ? [own[at + 1]!] : [],
  );
  const tag = asked.at(-1);
  return (tag === undefined ? null : spoken(tag)) ?? environmentLanguage(env) ?? languages[0]!;
}
