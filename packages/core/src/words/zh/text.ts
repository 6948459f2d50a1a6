// How Chinese sentences are put together: the blank between Chinese and what is narrow beside it, names in quotation marks, lists. No
// sentence is here.

const isHan = (sign: string): boolean => /\p{Script=Han}/u.test(sign);
/** Latin letters, Greek ones, digits, signs, backquotes: whatever is neither Chinese nor punctuation of full width nor a blank. */
const isNarrow = (sign: string): boolean => !/[\p{Script=Han}\s\u3000-\u303f\uff00-\uffef“”‘’—…·～]/u.test(sign);

/** Two pieces beside each other, with a blank where one ends in Chinese and the other does not. */
function beside(left: string, right: string): string {
  const [last, first] = [[...left].at(-1), [...right][0]];
  if (last === undefined || first === undefined) return left + right;
  return (isHan(last) && isNarrow(first)) || (isNarrow(last) && isHan(first)) ? `${left} ${right}` : left + right;
}

/** A sentence with what is put into it; what is handed in stays as it is, and so does what stands between. */
export function zh(pieces: TemplateStringsArray, ...given: readonly (string | number)[]): string {
  return pieces.reduce((text, piece, at) => beside(beside(text, String(given[at - 1]!)), piece));
}

export const quoted = (name: string): string => `“${name}”`;

/** `“a”“b”“c”`; from four on `“a、b、c、d”`, and after `most` of them `“a、b、c、d”等 12 个`. */
export function names(all: readonly string[], most = 8): string {
  if (all.length < 4) return all.map(quoted).join('');
  return `“${all.slice(0, most).join('、')}”${all.length > most ? `等 ${all.length} 个` : ''}`;
}

/** `a、b 和 c`, cut after `most`: `a、b 等`. */
export function listed(parts: readonly (string | number)[], most = 8, word = '和'): string {
  const texts = parts.map(String);
  if (texts.length > most) return zh`${texts.slice(0, most).join('、')}等`;
  return texts.length < 2 ? texts.join('') : zh`${texts.slice(0, -1).join('、')}${word}${texts.at(-1)!}`;
}

/** `a、b 或 c`. */
export const oneOf = (parts: readonly (string | number)[], most = 8): string => listed(parts, most, '或');

/** `a；或 b`: what would do, each a clause of its own. */
export const either = (parts: readonly string[], most = 6): string =>
  parts
    .slice(0, most)
    .map((part, at) => (at === 0 ? part : zh`或${part}`))
    .join('；');
