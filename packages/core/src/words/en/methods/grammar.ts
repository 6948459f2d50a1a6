// How English sentences about methods are put together: numbers in words, plurals, lists. No sentence is here.
import type { ToldNumber } from '../../../contract/methods-facts.ts';

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;

/** `four`; figures above twelve. */
export const inWords = (count: number): string => SMALL[count] ?? String(count);

export const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

const plural = (count: number, noun: string): string =>
  count === 1 ? noun : /[^aeiou]y$/u.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch)$/u.test(noun) ? `${noun}es` : `${noun}s`;

/** `eleven items`, `1 item`. */
export const some = (count: number, noun: string): string => `${inWords(count)} ${plural(count, noun)}`;

/** `121 cells`, the number with its address. */
export const told = (number: ToldNumber, noun: string): string => `${number.text} ${plural(number.value, noun)}`;

/** `a, b and c`; what is more than `most` is counted. */
export function list(parts: readonly string[], most = 12): string {
  const shown = parts.length > most + 1 ? [...parts.slice(0, most), `${inWords(parts.length - most)} more`] : parts;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
}

/** `p = 0.012`, `p <0.001`. */
export const pOf = ({ shown, text }: ToldNumber): string => `p ${/^[<>]/u.test(shown) ? '' : '= '}${text}`;

/** `was` or `were`. */
export const was = (count: number): string => (count === 1 ? 'was' : 'were');
