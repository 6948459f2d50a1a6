// Keys are names: how the cells of `id`, `cluster`, `join … on` and text codes are compared. Which columns hold keys is reading.ts; what
// numbers cells read as is values.ts.

const PLAIN_WORD = /^[\x21-\x7e]+$/u;
const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/u;

/**
 * What two cells must share to be one key: the letters as written, without the blanks around them, letters of another width as their plain
 * ones (Unicode NFKC). `01` is not `1`, `A1` is not `a1`, and no digit of a long number is lost.
 */
export function keyOf(text: string): string {
  return PLAIN.test(text) ? text : text.normalize('NFKC').trim();
}

/**
 * What two cells share that a person would hardly tell apart: case, blanks, marks that are not seen, the width of letters, and how Excel is
 * told to leave a number alone (`'007`, `="007"`) left aside.
 */
export function likenessOf(text: string): string {
  return PLAIN_WORD.test(text) && !/^['=]/u.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKC')
        .trim()
        .replace(/^=?"(.*)"$/u, '$1')
        .replace(/^['‘’`]/u, '')
        .replace(/[\s\p{Cf}]/gu, '')
        .replace(/[\u2010-\u2015\u2212]/gu, '-')
        .toLowerCase();
}

/** The same, with what spreadsheets and programs do to numbers left aside too: zeros in front, `.0` behind. */
export function numberLikenessOf(text: string): string {
  const likeness = likenessOf(text);
  return /^\d+(?:\.0+)?$/u.test(likeness) ? likeness.replace(/\.0+$/u, '').replace(/^0+(?=\d)/u, '') : likeness;
}

/** `5.20424E+17`: what Excel leaves of a long number; the digits behind are lost. */
export function isShortened(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+(?:1[1-9]|[2-9]\d)$/iu.test(text.trim());
}
