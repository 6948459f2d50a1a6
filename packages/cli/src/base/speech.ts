// The language in which this process speaks: `--lang`, else what the study states, else that of the environment, else English. One for
// everything that it says: reports, problems, findings, its own words.
import { learn, spoken } from '@studyspec/core';

let now = 'en';

/** In which everything is said from now on: English for a language that has no words here. */
export async function speak(tag: string): Promise<void> {
  await learn(tag);
  now = spoken(tag) ?? 'en';
}

export const language = (): string => now;

/** What the environment asks for, as POSIX has it: `LC_ALL`, `LC_MESSAGES`, `LANG`; null where it asks for no language, as `C` does. */
export function environmentLanguage(env: Readonly<Record<string, string | undefined>>): string | null {
  const asked = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((one) => one !== undefined && one !== '');
  return asked === undefined ? null : spoken(asked);
}
