// How far an address or a label reaches. Longer values are extent.ts'.
import * as T from './tokens.ts';
import { isName, retype, type Token } from './tokens.ts';
import type { Scan } from './draft.ts';

const twoLetters = /^[a-z]{2}$/;
const notLanguages = new Set(['on', 'of', 'by']);

/** Past names joined by dots that touch both. */
export function pastNames({ tokens }: Scan, from: number): number {
  let at = from + 1;
  while (tokens[at]?.tokenType === T.Dot && tokens[at]?.touches === true && isName(tokens[at + 1]) && tokens[at + 1]?.touches === true)
    at += 2;
  return at;
}

/** Past an address: names joined by dots, and arguments in parentheses on the same line. */
export function pastAddress(scan: Scan, from: number): number {
  const { tokens } = scan;
  const at = pastNames(scan, from);
  const open = tokens[at];
  return open !== undefined && open.tokenType === T.LParen && open.line === tokens[at - 1]?.line ? pastArguments(scan, at) : at;
}

/** Past the braces behind a name of `of edu { a, b }`, which become a list's; where they hold anything else they are left as they are. */
export function pastOwnList({ tokens }: Scan, from: number): number {
  const open = tokens[from];
  if (open?.tokenType !== T.LBrace || open.first) return from;
  let at = from + 1;
  for (let type = tokens[at]?.tokenType; type !== T.RBrace; type = tokens[at]?.tokenType) {
    if (type !== T.Name && type !== T.QuotedName && type !== T.Dot && type !== T.Comma && type !== T.Range) return from;
    at += 1;
  }
  retype(open, T.ListOpen);
  retype(tokens[at] as Token, T.ListClose);
  return at + 1;
}

/** Past `( … )`; without its closing parenthesis, past whatever on the line can stand in one. */
function pastArguments(scan: Scan, from: number): number {
  const { tokens } = scan;
  let depth = 0;
  let at = from;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.first && at > from) return at;
    const type = token.tokenType;
    if (type === T.LParen) depth += 1;
    else if (type === T.RParen) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (
      type !== T.Name &&
      type !== T.QuotedName &&
      type !== T.NumberToken &&
      type !== T.Dot &&
      type !== T.Comma &&
      type !== T.Colon &&
      type !== T.Range &&
      type !== T.Text &&
      type !== T.Ellipsis
    )
      return at;
  }
  return at;
}

/** Past a label: a text and its other languages, whose words become languages. */
export function pastLabel(scan: Scan, from: number): number {
  const { tokens } = scan;
  let at = from + 1;
  for (;;) {
    const word = tokens[at];
    const text = tokens[at + 1];
    if (word === undefined || text === undefined || text.tokenType !== T.Text || word.first || text.first) return at;
    if (word.tokenType === T.Lang) {
      at += 2;
      continue;
    }
    if (word.tokenType !== T.Name) return at;
    if (!twoLetters.test(word.image) || notLanguages.has(word.image)) return at;
    retype(word, T.Lang);
    at += 2;
  }
}
