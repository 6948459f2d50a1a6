// Braces that do not balance: where indentation says that one is missing, one is put in; one too many is taken out.
// Texts whose braces balance are left alone, however they are indented.
import { extraBrace, missingBrace, wrongSign } from '@studyspec/core';
import type { Scan } from './draft.ts';
import * as T from './tokens.ts';
import { endOf, retype, virtualToken, type Token } from './tokens.ts';
import { isKind, kinds } from './vocabulary.ts';

interface Open {
  readonly indent: number;
  readonly token: Token /** First word(s) of its line. */;
  readonly head: string;
}

export function balanceBraces(scan: Scan): void {
  asBraces(scan);
  const surplus = surplusOf([countBraces(scan.tokens)]);
  if (surplus !== null) repairBraces(scan, surplus);
}

/** Of a text or a part of one: how many braces it leaves open, and how far it closes more than it opened. */
export interface BraceCount {
  readonly net: number;
  readonly low: number;
}

export function countBraces(tokens: readonly Token[]): BraceCount {
  let net = 0;
  let low = 0;
  for (const token of tokens) {
    if (token.tokenType === T.LBrace) net += 1;
    else if (token.tokenType === T.RBrace) {
      net -= 1;
      low = Math.min(low, net);
    }
  }
  return { net, low };
}

/** How many closing braces are too many, where braces do not balance; null where they do. */
export function surplusOf(parts: readonly BraceCount[]): number | null {
  let open = 0;
  let below = false;
  for (const { net, low } of parts) {
    if (open + low < 0) below = true;
    open += net;
  }
  return open === 0 && !below ? null : open < 0 ? -open : below ? 1 : 0;
}

/** Puts in and takes out braces; returns how many are still too many, for what follows this part of a text. */
export function repairBraces(scan: Scan, surplus: number): number {
  const { out, excess } = repair(scan, surplus);
  scan.tokens.length = 0;
  for (const token of out) scan.tokens.push(token);
  return excess;
}

/** `(` or `[` at the end of a head line is meant as `{`. */
export function asBraces(scan: Scan): void {
  const { tokens, reports } = scan;
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const round = token.tokenType === T.LParen;
    if (!round && token.tokenType !== T.LBracket) continue;
    const next = tokens[at + 1];
    if (next === undefined || !next.first || next.indent <= token.indent) continue;
    const head = lineStart(tokens, at);
    if (!isKind(head.image) || !kinds[head.image].body) continue;
    reports.add(wrongSign, { found: token.image, meant: '{', role: 'block' }, token, {
      fixes: [reports.fix({ do: 'write', text: '{' }, [token.startOffset, endOf(token), '{'])],
    });
    retype(token, T.LBrace);
    const partner = round ? T.RParen : T.RBracket;
    for (let i = at + 1; i < tokens.length; i += 1) {
      const other = tokens[i] as Token;
      if (other.first && other.indent <= token.indent) {
        if (other.tokenType === partner) {
          reports.take(other.line);
          retype(other, T.RBrace);
        }
        break;
      }
    }
  }
}

function repair(scan: Scan, surplus: number): { readonly out: Token[]; readonly excess: number } {
  const { tokens, reports } = scan;
  const out: Token[] = [];
  const stack: Open[] = [];
  let excess = surplus;
  /** The first token of the line. */
  let start = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.first) {
      start = at;
      excess += closeBefore(scan, at, stack, out);
    }
    if (token.tokenType === T.LBrace) {
      const top = stack.at(-1);
      if (token.first && top !== undefined && token.indent <= top.indent && tokens[at - 1]?.line !== undefined) {
        reports.add(extraBrace, { brace: '{' }, token, {
          fixes: [reports.fix({ do: 'write', text: '}' }, [token.startOffset, endOf(token), '}'])],
        });
        stack.pop();
        retype(token, T.RBrace);
        out.push(token);
        continue;
      }
      stack.push({ indent: token.indent, token, head: headOf(tokens, start, at) });
      out.push(token);
    } else if (token.tokenType === T.RBrace) {
      if (stack.length === 0) {
        reports.add(extraBrace, { brace: '}' }, token, {
          fixes: [reports.fix({ do: 'delete brace' }, [token.startOffset, endOf(token), ''])],
        });
        excess -= 1;
        continue;
      }
      stack.pop();
      out.push(token);
    } else out.push(token);
    if (excess > 0 && lacksBrace(tokens, at)) {
      excess -= 1;
      reports.add(missingBrace, { brace: '{', after: headOf(tokens, start, at) }, tokens[start] as Token, {
        fixes: [reports.fix({ do: 'add', text: '{' }, [endOf(token), endOf(token), ' {'])],
      });
      stack.push({ indent: token.indent, token, head: headOf(tokens, start, at) });
      out.push(virtualToken(T.LBrace, '{', endOf(token), token));
    }
  }
  for (; stack.length > 0; excess += 1) close(scan, stack, out);
  return { out, excess };
}

/** Closes blocks whose `}` should stand before this line: it begins no deeper than their own line does. */
function closeBefore(scan: Scan, at: number, stack: Open[], out: Token[]): number {
  const token = scan.tokens[at] as Token;
  let closed = 0;
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const outer = stack.at(-2);
    const missing =
      token.tokenType === T.RBrace
        ? outer !== undefined && token.indent < top.indent && token.indent <= outer.indent
        : token.tokenType !== T.LBrace && token.indent <= top.indent;
    if (!missing) break;
    close(scan, stack, out);
    closed += 1;
  }
  return closed;
}

function close(scan: Scan, stack: Open[], out: Token[]): void {
  const top = stack.pop() as Open;
  const last = out.at(-1) as Token;
  scan.reports.add(missingBrace, { brace: '}', after: top.head }, top.token, {
    fixes: [scan.reports.fix({ do: 'add', text: '}' }, [endOf(last), endOf(last), `\n${' '.repeat(top.indent)}}`])],
  });
  out.push(virtualToken(T.RBrace, '}', endOf(last), last));
}

/** The last token of a head line that wants a brace, has none, and is followed by a deeper line. */
function lacksBrace(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (next === undefined || !next.first || next.indent <= token.indent || next.tokenType === T.LBrace) return false;
  if (token.tokenType === T.LBrace || token.tokenType === T.Comma || token.image === 'of' || token.image === 'by') return false;
  const head = lineStart(tokens, at);
  if (!isKind(head.image) || !kinds[head.image].body || head.image === 'block') return false;
  for (let i = at; i >= 0 && tokens[i]?.line === token.line; i -= 1) if (tokens[i]?.tokenType === T.LBrace) return false;
  return true;
}

function lineStart(tokens: readonly Token[], at: number): Token {
  let i = at;
  while (i > 0 && tokens[i]?.first === false) i -= 1;
  return tokens[i] as Token;
}

function headOf(tokens: readonly Token[], start: number, at: number): string {
  const first = tokens[start] as Token;
  const second = tokens[start + 1];
  return second !== undefined && !second.first && start + 1 < at && second.tokenType === T.Name
    ? `${first.image} ${second.image}`
    : first.image;
}
