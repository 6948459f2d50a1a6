// Texts of other people in the comments of a script: one line each, whatever they hold.
import { labelText } from '../contract/label-text.ts';
import type { Label } from '../contract/variables.ts';
import { catalogueIn } from '../words/words.ts';
import type { ScriptWords } from '../words/en/scripts.ts';
import type { NotWritten } from './reach.ts';

export const scriptWords = (language: string): ScriptWords => catalogueIn(language).scripts;

/** Without line ends, tabs and control characters. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** Name and label, where it has one: `eco_cost: Cost of living`. */
export function called(name: string, label: Label, language: string): string {
  const text = labelText(label, language);
  return oneLine(text === '' || text === name ? name : `${name}: ${text}`);
}

export function absence(words: ScriptWords, name: string, why: NotWritten): string {
  if (why.why === 'design') return words.absent(words.drawn(name));
  return words.absent(why.why === 'kind' ? words.kind(name, why.kind) : words.clause(name, oneLine(why.clause)));
}
