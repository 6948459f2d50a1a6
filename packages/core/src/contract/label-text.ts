// Which text of a label is shown in which language. Labels are the author's words; the report's own words are words.ts.
import type { Label } from './variables.ts';

/**
 * The label in `language` (`zh-CN` is met by `zh`), else the author's own (the entry without a language), else any,
 * else `fallback` (the declared name).
 */
export function labelText(label: Label, language: string, fallback = ''): string {
  const base = primary(language);
  const chosen =
    label.find((entry) => entry.lang === language) ??
    label.find((entry) => entry.lang !== null && primary(entry.lang) === base) ??
    label.find((entry) => entry.lang === null) ??
    label[0];
  return chosen === undefined || chosen.text.trim() === '' ? fallback : chosen.text;
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/u)[0] ?? '';
}
