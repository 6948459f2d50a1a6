// The kinds of token, and the token itself. Words get their roles (a `then`, a language, a blank cell) in structure.ts.
import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain';

export interface Token extends IToken {
  line: number;
  /** First on its line. */
  first: boolean;
  /** Columns before the first token of its line. */
  indent: number;
  /** Nothing stands between it and the token before. */
  touches: boolean;
}

const letter = /\p{L}/u;
/** Chevrotain looks a token up by the first character; beyond 255 it does so by runs of 255 characters, so one of each run will do. */
const nameStarts: (string | number)[] = ['_'];
for (let code = 65; code < 256; code += 1) if (letter.test(String.fromCharCode(code))) nameStarts.push(code);
for (let code = 256; code < 65536; code += 255) nameStarts.push(code);
nameStarts.push(65535);
const everyStart: (string | number)[] = [];
for (let code = 0; code < 256; code += 1) everyStart.push(code);
for (let code = 256; code < 65536; code += 255) everyStart.push(code);
everyStart.push(65535);
const fullWidthDigits = '０１２３４５６７８９';

/** A pattern with the flags `uy`, which Chevrotain would drop from an ordinary one. */
const sticky =
  (pattern: RegExp) =>
  (text: string, offset: number): RegExpExecArray | null => {
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };

type Payload = RegExpExecArray & { payload?: unknown };
const wordBefore = /[\p{L}\p{M}\p{N}_)"'`”]/u;
const numberPattern = /[-+−–－]?(?:[0-9０-９]+(?:[.．][0-9０-９]+)?|[.．][0-9０-９]+)(?:[eE][-+]?[0-9]+)?/y;

/** A sign or a leading point belongs to the number unless it touches a name or a digit before it. */
function matchNumber(text: string, offset: number): RegExpExecArray | null {
  const code = text.charCodeAt(offset);
  const digit = (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
  if (!digit && offset > 0 && wordBefore.test(text.charAt(offset - 1))) return null;
  numberPattern.lastIndex = offset;
  return numberPattern.exec(text);
}

const closed: Readonly<Record<string, RegExp>> = {
  '"': /"[^"\r\n\u2028\u2029]*"/y,
  '＂': /＂[^＂\r\n\u2028\u2029]*＂/y,
  '“': /“[^“”\r\n\u2028\u2029]*”/y,
  '”': /”[^“”\r\n\u2028\u2029]*[”“]/y,
  '`': /`[^`\r\n\u2028\u2029]+`/y,
};
const closedOtherwise = /["＂“”][^"＂“”\r\n\u2028\u2029]*["＂“”]/y;
const restOfLine = /[^\r\n\u2028\u2029]*/y;
/** What an unclosed text gives back: the code, the clauses and the brace that end its line. */
const givenBack = new RegExp(
  [
    /(?:\s+on\s+[^\s"]+)?(?:\s+from\s+[^\s"]+)?(?:\s+reversed)?(?:\s+marked\s+by\s+[^\s"]+)?/,
    /(?:\s*[=＝][^"“”=]*?)?(?:\s*[{｛(])?(?:\s*\/\/.*)?\s*$/,
  ]
    .map((part) => part.source)
    .join(''),
);
const languageBefore = /^(.*?)\s+[a-z]{2}\s+$/;

function exec(pattern: RegExp, text: string, offset: number): Payload | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function open(text: string, end: number, offset: number): Payload {
  const match = [text.slice(offset, Math.max(end, offset + 1))] as unknown as Payload;
  match.payload = 'unclosed';
  return match;
}

function matchText(text: string, offset: number): Payload | null {
  const quote = text.charAt(offset);
  const pattern = closed[quote];
  if (pattern === undefined) return null;
  const match = exec(pattern, text, offset) ?? (quote === '`' ? null : exec(closedOtherwise, text, offset));
  if (match !== null) {
    // `"Female zh "女"`: three quotes, and what the first two enclose ends in a language word: the first text was never closed.
    const inner = match[0].slice(1, -1);
    const language = inner.length < 200 ? languageBefore.exec(inner) : null;
    if (language === null || quote === '`' || countQuotes(text, offset) % 2 === 0) return match;
    return open(text, offset + 1 + (language[1] ?? '').length, offset);
  }
  const rest = exec(restOfLine, text, offset)?.[0] ?? quote;
  const from = Math.max(1, rest.length - 200);
  const back = givenBack.exec(rest.slice(from));
  return open(text, offset + from + (back === null ? rest.length : back.index), offset);
}

/** On the rest of the line, as far as a label may reasonably reach. */
function countQuotes(text: string, from: number): number {
  let count = 0;
  for (let at = from; at < text.length && at < from + 2000; at += 1) {
    const letter = text.charAt(at);
    if ('\r\n\u2028\u2029'.includes(letter)) break;
    if ('"“”＂'.includes(letter)) count += 1;
  }
  return count;
}

const custom = (name: string, pattern: (text: string, offset: number) => RegExpExecArray | null, starts: (string | number)[]): TokenType =>
  // Chevrotain's type asks for strings but takes codes as well.
  createToken({ name, pattern, start_chars_hint: starts as string[], line_breaks: false });
const plain = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern });
/** A role that structure gives; no text matches it. */
const role = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

export const Space = createToken({
  name: 'Space',
  pattern: /[\s\u0085\u200b\u200c\u200d\u2060\ufeff]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const Comment = createToken({ name: 'Comment', pattern: /\/\/[^\r\n\u2028\u2029]*/, group: 'comments' });
export const Name = custom('Name', sticky(/[\p{L}_][\p{L}\p{M}\p{N}_]*/uy), nameStarts);
export const QuotedName = custom('QuotedName', matchText, ['`']);
export const Text = custom('Text', matchText, ['"', '＂', '“', '”']);
export const SingleText = plain('SingleText', /['‘][^'’\r\n\u2028\u2029]*['’]/);
export const NumberToken = custom('Number', matchNumber, [...'0123456789.．+-−–－', ...fullWidthDigits]);
export const Percent = plain('Percent', /[%％]/);
export const Stars = plain('Stars', /[*＊∗⁎]{1,3}/);
export const Ellipsis = plain('Ellipsis', /\.{3,}|…+|⋯+/);
export const Range = plain('Range', /\.\.<|<\.\.|\.\./);
export const DoubleEquals = plain('DoubleEquals', /[=＝]{2,}/);
export const Equals = plain('Equals', /[=＝]/);
export const NotEquals = plain('NotEquals', /!=|≠|<>/);
export const Compare = plain('Compare', /<=|>=|≤|≥|[<>＜＞]/);
export const Comma = plain('Comma', /[,，、]/);
export const Semicolon = plain('Semicolon', /[;；]/);
export const Bar = plain('Bar', /[|｜]/);
export const Dot = plain('Dot', /[.．]/);
export const Colon = plain('Colon', /[:：]/);
export const LParen = plain('LParen', /[(（]/);
export const RParen = plain('RParen', /[)）]/);
export const LBracket = plain('LBracket', /[[【［]/);
export const RBracket = plain('RBracket', /[\]】］]/);
export const LBrace = plain('LBrace', /[{｛]/);
export const RBrace = plain('RBrace', /[}｝]/);
export const Slash = plain('Slash', /[/／÷]/);
export const Plus = plain('Plus', /[+＋]/);
export const Minus = plain('Minus', /[-−–－‐‑]/);
export const Dash = plain('Dash', /[—―]+/);
export const Tilde = plain('Tilde', /[~～〜]/);
export const Hash = plain('Hash', /[#＃]/);
export const Bullet = plain('Bullet', /[•·●▪◦‣]/);
export const FullStop = plain('FullStop', /[。]/);
const Unknown = custom('Unknown', sticky(/[^]/uy), everyStart);

export const Then = role('Then');
/** The braces of `of edu { a, b }`: a list of its own, no block. */
export const ListOpen = role('ListOpen');
export const ListClose = role('ListClose');
export const Is = role('Is');
export const Not = role('Not');
export const And = role('And');
export const Or = role('Or');
export const Lang = role('Lang');
export const NotSignificant = role('NotSignificant');
export const Blank = role('Blank');
export const PValue = role('PValue');
export const Times = role('Times');

/** In the order in which the lexer tries them. */
export const lexed: TokenType[] = [
  Space,
  Comment,
  Name,
  QuotedName,
  Text,
  SingleText,
  NumberToken,
  Percent,
  Stars,
  Ellipsis,
  Range,
  DoubleEquals,
  Equals,
  NotEquals,
  Compare,
  Comma,
  Semicolon,
  Bar,
  Dot,
  Colon,
  LParen,
  RParen,
  LBracket,
  RBracket,
  LBrace,
  RBrace,
  Slash,
  Plus,
  Minus,
  Dash,
  Tilde,
  Hash,
  Bullet,
  FullStop,
  Unknown,
];
export const roles: TokenType[] = [Then, ListOpen, ListClose, Is, Not, And, Or, Lang, NotSignificant, Blank, PValue, Times];

/** Gives a token another type. */
export function retype(token: Token, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? -1;
}

export function isName(token: Token | undefined): boolean {
  return token !== undefined && (token.tokenType === Name || token.tokenType === QuotedName);
}

/** Half-open end of a token; one that was put in takes no room. */
export function endOf(token: Token): number {
  return token.endOffset !== undefined && token.endOffset < token.startOffset ? token.startOffset : token.startOffset + token.image.length;
}

/** A token that is not in the text: `like` says where it would stand. */
export function virtualToken(type: TokenType, image: string, at: number, like: Token): Token {
  return {
    image,
    startOffset: at,
    endOffset: at - 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? -1,
    line: like.line,
    first: false,
    indent: like.indent,
    touches: false,
  };
}
