// How Chinese sentences about methods are put together. No sentence is here.
import type { ToldNumber, ToldOf } from '../../../contract/methods-facts.ts';
import { listed, names, zh } from '../text.ts';

const isQuoted = (text: string): boolean => /^“[^“”]*”$/u.test(text);

/** Names in quotation marks stand side by side, from four on in one pair of marks; others are a、b 和 c. */
export function list(parts: readonly string[], most = 15): string {
  return parts.length > 1 && parts.every(isQuoted)
    ? names(
        parts.map((part) => part.slice(1, -1)),
        most,
      )
    : listed(parts, most);
}

/** `p=0.012`, `p<0.001`. */
export const pOf = ({ shown, text }: ToldNumber): string => `p${/^[<>]/u.test(shown) ? '' : '='}${text}`;

/** `“经济”0.714，“社会”0.730`. */
export const each = (all: readonly ToldOf[]): string => all.map(({ of, number }) => zh`${of}${number.text}`).join('，');
