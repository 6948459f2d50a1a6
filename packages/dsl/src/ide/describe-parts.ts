// What every hover of a declaration is put together with.
import type { EditorWords } from '@studyspec/core';
import { code } from './markdown.ts';

export const join = (...parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '').join('\n\n');

export function defaultsText(words: EditorWords, defaults: readonly string[]): string {
  return defaults.length === 0
    ? ''
    : words.hover.defaults(
        defaults.map((one) => code(one)),
        defaults,
      );
}
