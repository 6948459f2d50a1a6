// Cuts a text into tokens, each with its line and indent. It never fails: whatever it does not know is a token too,
// so that every character of the text is in a token, a comment or white space.
import { Lexer, type IToken } from 'chevrotain';
import { lexed, type Token } from './tokens.ts';

export interface Comment {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}
export interface Lexed {
  readonly tokens: Token[];
  readonly comments: Comment[];
}

let shared: Lexer | null = null;
function lexer(): Lexer {
  shared ??= new Lexer(lexed, { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations: true });
  return shared;
}

export function lex(text: string): Lexed {
  const result = lexer().tokenize(text);
  place(text, result.tokens);
  const comments = (result.groups['comments'] ?? []).map((token: IToken) => ({
    span: { start: token.startOffset, end: token.startOffset + token.image.length },
    text: token.image,
  }));
  return { tokens: result.tokens as Token[], comments };
}

/** Line, indent and neighbourhood of every token, in one walk over the text between them. */
function place(text: string, tokens: IToken[]): void {
  let line = 0;
  let lineStart = 0;
  let indent = 0;
  let from = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    let first = index === 0;
    for (let at = from; at < token.startOffset; at += 1) {
      if (isLineEnd(text, at)) {
        line += 1;
        lineStart = at + 1;
        first = true;
      }
    }
    if (first) indent = columnOf(text, lineStart, token.startOffset);
    token.line = line;
    token.first = first;
    token.indent = indent;
    token.touches = from === token.startOffset && index > 0;
    from = token.startOffset + token.image.length;
  }
}

/** Carriage return and line feed together are one line end. */
function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10) || code === 0x2028 || code === 0x2029;
}

function columnOf(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at += 1) column += text.charCodeAt(at) === 9 ? 4 - (column % 4) : text.charCodeAt(at) === 0x3000 ? 2 : 1;
  return column;
}
