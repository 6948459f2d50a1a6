// The language that a call asks for: one that StudySpec speaks, or a wrong call.
import { languages, nearest, spoken } from '@studyspec/core';
import { CallError } from '../base/exit.ts';
import { environmentLanguage, speak } from '../base/speech.ts';

/** Before anything is read: `--lang`, else the environment's. True where the call asks for one. */
export async function speakAsked(asked: string | undefined): Promise<boolean> {
  await speak(languageOf(asked) ?? environmentLanguage(process.env) ?? 'en');
  return asked !== undefined;
}

/** `zh`, `zh-CN`, `EN_us` → `zh`, `zh`, `en`; null when nothing was asked for. */
function languageOf(asked: string | undefined): string | null {
  if (asked === undefined) return null;
  const found = spoken(asked);
  if (found !== null) return found;
  const near = nearest(asked.toLowerCase(), languages);
  throw new CallError(
    `--lang ${asked}: StudySpec speaks ${languages.join(' and ')}.`,
    near === null ? null : `Did you mean --lang ${near}?`,
  );
}
