// How the tokens of one entry are written: plain signs for full-width ones, and the blanks between them. Which tokens make
// a line is format-layout.ts's.
import * as T from './tokens.ts';
import { isName, type Token } from './tokens.ts';
import { comparatorOf, plainNumber, textOf } from './values.ts';

const plainSigns = new Map([
  [T.Comma, ','], [T.Semicolon, ';'], [T.Bar, '|'], [T.Dot, '.'], [T.Colon, ':'], [T.LParen, '('], [T.RParen, ')'], [T.LBrace, '{'], [T.RBrace, '}'],
  [T.Slash, '/'], [T.Plus, '+'], [T.Minus, '-'], [T.Times, '*'], [T.Equals, '='], [T.Percent, '%'], [T.Blank, '.'],
]);

/** A token in plain signs. What stands inside texts, names and comments is never touched. */
export function plainImage(token: Token): string {
  const type = token.tokenType;
  if (type === T.NumberToken) return plainNumber(token.image);
  if (type === T.Stars) return '*'.repeat([...token.image].length);
  if (type === T.Compare) return comparatorOf(token.image);
  if (type === T.Text) {
    const inner = textOf(token.image);
    return inner.includes('"') ? token.image : `"${inner}"`;
  }
  return plainSigns.get(type) ?? token.image;
}

/** The tokens of one value or head on one line. `starsApart`: `0.170 *` as in a claim; otherwise `0.170*` as in a table. */
export function joinTokens(tokens: readonly Token[], starsApart = true): string {
  let text = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (at > 0 && blankBefore(tokens, at, starsApart)) text += ' ';
    text += plainImage(token);
  }
  return text;
}

const endsOperand = (token: Token | undefined): boolean =>
  token !== undefined && (isName(token) || token.tokenType === T.NumberToken || token.tokenType === T.RParen || token.tokenType === T.Percent);

function blankBefore(tokens: readonly Token[], at: number, starsApart: boolean): boolean {
  const before = tokens[at - 1] as Token;
  const token = tokens[at] as Token;
  const after = tokens[at + 1];
  const type = token.tokenType;
  const previous = before.tokenType;
  if (type === T.Comma || type === T.Semicolon || type === T.RParen || type === T.Dot || type === T.Colon || type === T.Percent) return false;
  if (previous === T.LParen || previous === T.Dot || previous === T.Colon) return false;
  if (type === T.LParen) return !isName(before);
  if (type === T.Stars) return starsApart;
  if (type === T.Range) return !touchesLeft(before, after);
  if (previous === T.Range) return !touchesRight(tokens[at - 2], token);
  // A sign before an operand: `-tax`, but `- 5`, since `-5` is a number of its own.
  if (previous === T.Minus && !endsOperand(tokens[at - 2])) return !isName(token) && type !== T.LParen;
  return true;
}

/** `1..`, `a..b`; not `"low" .. "high"`. */
function touchesLeft(before: Token, after: Token | undefined): boolean {
  if (before.tokenType === T.NumberToken || before.tokenType === T.Percent) return after?.tokenType !== T.Text;
  return (isName(before) || before.tokenType === T.RParen) && isName(after);
}

/** `..18`, `a..b`; a number that begins with a point would make an ellipsis of it. */
function touchesRight(before: Token | undefined, token: Token): boolean {
  if (token.tokenType === T.NumberToken) return !plainImage(token).startsWith('.');
  return isName(token) && before !== undefined && (isName(before) || before.tokenType === T.RParen);
}
