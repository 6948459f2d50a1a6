// How names and lists stand in a Chinese sentence: “ ” around what comes from the reader's files, 、 between, 和 or 或 before the last, 等 for
// what is left out; and the blank between Chinese and Latin. Sentences are elsewhere in this folder.

const HAN = /\p{Script=Han}/u;
const LATIN = /[\p{Script=Latin}\p{Script=Greek}\d`%)\]]/u;

/** With one blank where Chinese meets Latin letters, digits or a backquote, and none elsewhere. */
export function spaced(...parts: readonly string[]): string {
  return parts.reduce((left, right) => {
    const [end, start] = [left.at(-1) ?? '', right.at(0) ?? ''];
    const opening = start === '-' || start === '(' || start === '[' ? '0' : start;
    return (HAN.test(end) && LATIN.test(opening)) || (LATIN.test(end) && HAN.test(start)) ? `${left} ${right}` : left + right;
  }, '');
}

export const quoted = (name: string | number): string => `“${name}”`;

/** `“a”“b”“c”`, in the middle of a sentence; from `most` on `“a”“b”等 12 个`. */
export function quotedAll(names: readonly (string | number)[], most = 8): string {
  return names.length <= most ? names.map(quoted).join('') : `${names.slice(0, most).map(quoted).join('')}等 ${names.length} 个`;
}

/** `a、b、c`, or `a、b、c 等 12 个`: behind a colon or in brackets, where names need no marks. */
export function listed(parts: readonly (string | number)[], most = 8, measure = '个'): string {
  const shown = parts.slice(0, most).join('、');
  return parts.length <= most ? shown : spaced(shown, `等 ${parts.length} ${measure}`);
}

/** Behind a colon: two or three names with their marks, more without. */
export const named = (names: readonly string[], most = 8): string => (names.length <= 3 ? quotedAll(names) : listed(names, most));

/** `a、b 和 c`, or with 或. */
export function joined(parts: readonly (string | number)[], word: '和' | '或' | '且' = '和'): string {
  return parts.length < 2 ? parts.join('') : spaced(parts.slice(0, -1).join('、'), word, String(parts.at(-1)!));
}

/** `a、b 和 c`; what comes after `most` is left out: `a、b 等 12 个`. */
export const list = (parts: readonly (string | number)[], most = 8): string => (parts.length <= most ? joined(parts) : listed(parts, most));

/** What would do: `a、b 或 c`. */
export const either = (parts: readonly string[], most = 6): string => joined(parts.slice(0, most), '或');

/** `1～5`. */
export const range = (low: number | string, high: number | string): string => `${low}～${high}`;
