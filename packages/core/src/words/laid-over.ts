// A language's words over the English ones, so that what it has not said is said in English.
import type { Partly } from './catalogue.ts';

/** `own` where it says something, `base` where it does not. */
export function laidOver<T>(base: T, own: Partly<T>): T;
export function laidOver(base: unknown, own: object): unknown {
  const words: Record<string, unknown> = { ...(base as object) };
  for (const [key, said] of Object.entries(own)) {
    if (said === undefined) continue;
    // A list is said as a whole.
    const parts = typeof said === 'object' && said !== null && !Array.isArray(said);
    words[key] = parts ? laidOver(words[key], said as object) : said;
  }
  return words;
}
