// Reads one text: tokens, braces, entries, tree. It never throws and always ends, whatever the text.
import { tooDeep, type Problem } from '@studyspec/core';
import type { DeclarationNode, FileNode } from './ast.ts';
import { balanceBraces } from './braces.ts';
import { buildEntries, mendTexts } from './build.ts';
import type { Draft, Scan } from './draft.ts';
import { lex, type Comment } from './lexer.ts';
import { reportsOf } from './report.ts';
import { structure } from './structure.ts';
import { LBrace, RBrace, type Token } from './tokens.ts';

/** The language needs three. A text with more is no spec, and reading it would exhaust the stack. */
export const DEEPEST = 40;

export interface Parsed {
  readonly file: FileNode;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
}

export function parse(text: string, file: string): Parsed {
  const { tokens, comments } = lex(text);
  const reports = reportsOf(file, text.length);
  const scan: Scan = { text, tokens, reports };
  const deep = tooDeepAt(tokens);
  if (deep !== null) {
    reports.add(tooDeep, { limit: DEEPEST }, deep);
    return { file: { declarations: [], span: { start: 0, end: text.length } }, problems: reports.problems, comments };
  }
  mendTexts(scan);
  balanceBraces(scan);
  const entries = buildEntries(scan, structure(scan));
  const declarations = entries.filter((entry): entry is DeclarationNode => entry.type === 'declaration');
  return { file: { declarations, span: { start: 0, end: text.length } }, problems: reports.problems, comments };
}

/** Tokens and entries before any shape is checked: for completion, which must read what is not finished. Null when nested too deep. */
export function draftsOf(text: string): { readonly tokens: readonly Token[]; readonly drafts: readonly Draft[] } | null {
  const { tokens } = lex(text);
  if (tooDeepAt(tokens) !== null) return null;
  const scan: Scan = { text, tokens, reports: reportsOf('', text.length) };
  mendTexts(scan);
  balanceBraces(scan);
  return { drafts: structure(scan), tokens: scan.tokens };
}

function tooDeepAt(tokens: readonly Token[]): Token | null {
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === LBrace) depth += 1;
    else if (token.tokenType === RBrace) depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return token;
  }
  return null;
}
