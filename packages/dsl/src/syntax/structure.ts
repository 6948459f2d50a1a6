// Cuts the tokens into entries and sorts each entry's tokens into parts. Shapes are checked by the grammar, entry by
// entry, so that a mistake in one never touches another. Lines that are no entry go to stray.ts.
import { unexpectedBlock, extraBrace, wrongBlock } from '@studyspec/core';
import * as T from './tokens.ts';
import { endOf, isName, type Token } from './tokens.ts';
import type { ClauseDraft, DeclarationDraft, Draft, ItemDraft, Scan } from './draft.ts';
import { pastCells, pastCodes, pastFormula, pastValue, type Around } from './extent.ts';
import { pastAddress, pastLabel } from './reach.ts';
import { anyClauseAt, clauseAt, kindAt, looksLikeItem, pastSubject } from './starts.ts';
import { findStray, misspeltClause } from './stray.ts';
import {
  blockNamed,
  homesOf,
  hasFigures,
  isFurtherFile,
  likeLevels,
  mapLine,
  optionLine,
  type Block,
  type ClauseEntry,
  type KindEntry,
} from './vocabulary.ts';

export function structure(scan: Scan): Draft[] {
  const drafts: Draft[] = [];
  const file = blockNamed('file');
  let at = 0;
  while (at < scan.tokens.length) {
    at = readEntries(scan, at, file, 0, drafts);
    const brace = scan.tokens[at];
    if (brace === undefined || brace === scan.stop) break;
    scan.reports.add(extraBrace, { brace: '}' }, brace, {
      fixes: [scan.reports.fix({ do: 'delete brace' }, [brace.startOffset, endOf(brace), ''])],
    });
    at += 1;
  }
  return drafts;
}

/** Reads entries up to the `}` that closes the block, and returns its index. */
function readEntries(scan: Scan, from: number, block: Block, depth: number, drafts: Draft[]): number {
  let at = from;
  while (at < scan.tokens.length) {
    const token = scan.tokens[at] as Token;
    const type = token.tokenType;
    if (type === T.RBrace || token === scan.stop) return at;
    if (type === T.Comma || type === T.Semicolon) {
      at += 1;
      continue;
    }
    const next = readEntry(scan, at, block, depth, drafts);
    at = next > at ? next : at + 1;
  }
  return at;
}

function readEntry(scan: Scan, at: number, block: Block, depth: number, drafts: Draft[]): number {
  const kind = kindAt(scan, at, block);
  if (kind !== null) return readDeclaration(scan, at, at + 1, kind, block, depth, drafts);
  const clause = clauseAt(scan, at, block);
  if (clause !== null) return readClause(scan, at, clause, clause.parts.length, { inner: block, outer: null }, depth, drafts);
  if (looksLikeItem(scan, at, block)) return readItem(scan, at, block, depth, drafts);
  return readStray(scan, at, block, depth, drafts);
}

function readDeclaration(
  scan: Scan,
  wordAt: number,
  from: number,
  kind: KindEntry,
  outer: Block,
  depth: number,
  drafts: Draft[],
  broken = false,
): number {
  const { tokens } = scan;
  const word = tokens[wordAt] as Token;
  const head: Token[] = [];
  const clauses: ClauseDraft[] = [];
  const draft: DeclarationDraft = { type: 'declaration', entry: kind, word, head, clauses, body: null, end: endOf(word), broken };
  const around: Around = { inner: blockNamed(kind.kind), outer };
  const take = (from: number, to: number): number => {
    for (let at = from; at < to; at += 1) head.push(tokens[at] as Token);
    return to;
  };
  let named = kind.names === 'none';
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const type = token.tokenType;
    if (type === T.LBrace || type === T.RBrace || type === T.Semicolon) break;
    if (
      token.first &&
      at > wordAt &&
      !(tokens[at - 1]?.tokenType === T.Comma && kind.names === 'many' && isName(token) && kindAt(scan, at, outer) === null)
    )
      break;
    if (isName(token)) {
      if (!named && (head.length === 0 || !isHeadClause(scan, at, around))) {
        at = take(at, pastAddress(scan, at));
        named = true;
        continue;
      }
      const clause = clauseAt(scan, at, around.inner);
      if (clause !== null) {
        at = readClause(scan, at, clause, clause.parts.length, around, depth, clauses);
        continue;
      }
      if (kindAt(scan, at, outer) !== null || clauseAt(scan, at, outer) !== null) break;
      if (kind.template && !head.some((seen) => isName(seen))) {
        at = take(at, pastAddress(scan, at));
        continue;
      }
      const meant = headClause(scan, at, kind);
      if (meant !== null) {
        at = readClause(scan, at, meant, meant.parts.length, around, depth, clauses);
        continue;
      }
      if (outer.items !== null && clauses.length > 0 && looksLikeItem(scan, at, outer)) break;
      at = take(at, pastAddress(scan, at));
    } else if (type === T.Text) at = take(at, pastLabel(scan, at));
    else if (type === T.Equals && kind.formula) at = take(at, pastFormula(scan, at + 1, around));
    else if (type === T.Comma && kind.names === 'many') {
      named = false;
      at = take(at, at + 1);
    } else if (type === T.Comma && separates(scan, at, outer)) break;
    else at = take(at, at + 1);
  }
  draft.end = endOf(tokens[at - 1] ?? word);
  drafts.push(draft);
  const open = tokens[at];
  if (open === undefined || open.tokenType !== T.LBrace) return at;
  if (!kind.body) draft.broken = scan.reports.add(unexpectedBlock, { word: kind.kind }, open) || draft.broken;
  draft.body = [];
  return readBody(scan, at, kind.body ? around.inner : outer, depth, draft.body, draft);
}

/** A comma or the end of a line that parts two entries. */
function separates(scan: Scan, at: number, outer: Block): boolean {
  const next = scan.tokens[at + 1];
  return (
    next === undefined ||
    next.first ||
    kindAt(scan, at + 1, outer) !== null ||
    clauseAt(scan, at + 1, outer) !== null ||
    looksLikeItem(scan, at + 1, outer)
  );
}

function isHeadClause(scan: Scan, at: number, around: Around): boolean {
  return clauseAt(scan, at, around.inner) !== null;
}

/** On a head line: a clause that belongs elsewhere, or a misspelt one. Reported here. */
function headClause(scan: Scan, at: number, kind: KindEntry): ClauseEntry | null {
  const near = misspeltClause(scan, at, blockNamed(kind.kind), true);
  if (near !== null) return near;
  const clause = anyClauseAt(scan, at);
  const value = clause === null ? undefined : scan.tokens[at + clause.parts.length];
  if (clause === null || (clause.shape !== 'flag' && (value === undefined || value.first || value.tokenType === T.RBrace))) return null;
  if (clause.word !== 'like' && clause.word.length < 4) return null;
  reportWrongBlock(scan, scan.tokens[at] as Token, clause.word, kind.kind);
  return clause;
}

function reportWrongBlock(scan: Scan, token: Token, word: Parameters<typeof homesOf>[0], block: string): void {
  scan.reports.add(wrongBlock, { word, block, homes: homesOf(word) }, token);
}

function readClause(
  scan: Scan,
  at: number,
  entry: ClauseEntry,
  words: number,
  around: Around,
  depth: number,
  drafts: Draft[] | ClauseDraft[],
): number {
  const { tokens } = scan;
  const first = tokens[at] as Token;
  const last = tokens[at + words - 1] as Token;
  let past = pastValue(scan, at + words, entry, around);
  const value = tokens.slice(at + words, past);
  const clause: ClauseDraft = {
    type: 'clause',
    entry,
    first,
    last,
    value,
    body: null,
    end: endOf(tokens[past - 1] as Token),
    broken: false,
  };
  (drafts as Draft[]).push(clause);
  const open = tokens[past];
  if (isFurtherFile(entry.word) && open?.tokenType === T.LBrace && !open.first) {
    clause.body = [];
    past = readBody(scan, past, blockNamed(entry.word), depth, clause.body, clause);
  } else if (hasFigures(entry.word) && open?.tokenType === T.LBrace && around.inner.name !== 'data' && !open.first) {
    clause.body = [];
    past = readBody(scan, past, blockNamed('weights'), depth, clause.body, clause);
  } else if (around.outer === null && open?.tokenType === T.LBrace && !open.first) {
    clause.broken = scan.reports.add(unexpectedBlock, { word: entry.word }, open) || clause.broken;
    past = readBody(scan, past, around.inner, depth, drafts as Draft[], clause);
  } else if (
    around.outer === null &&
    past === at + words &&
    open !== undefined &&
    !open.first &&
    open.tokenType !== T.RBrace &&
    open.tokenType !== T.Semicolon
  ) {
    past = takeRest(scan, past, around.inner, clause.value);
    clause.end = endOf(tokens[past - 1] as Token);
  }
  return past;
}

/** What is left of a line and begins no entry belongs to the entry before it, which is then found broken. */
function takeRest(scan: Scan, from: number, block: Block, into: Token[]): number {
  const { tokens } = scan;
  let at = from;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const type = token.tokenType;
    if (token.first || type === T.LBrace || type === T.RBrace || type === T.Semicolon) break;
    if (type === T.Comma && separates(scan, at, block)) break;
    if (isName(token) && (kindAt(scan, at, block) !== null || clauseAt(scan, at, block) !== null || looksLikeItem(scan, at, block))) break;
    if (type === T.Text && likeLevels(block.items) && looksLikeItem(scan, at, block)) break;
    into.push(token);
  }
  return at;
}

function readItem(scan: Scan, at: number, block: Block, depth: number, drafts: Draft[]): number {
  const { tokens } = scan;
  const sort = block.items ?? 'level';
  const clauses: ClauseDraft[] = [];
  let past = pastSubject(scan, at);
  const next = tokens[past];
  const item: ItemDraft = { type: 'item', sort, head: [], clauses, body: null, end: 0, broken: false };
  if (sort === 'row') past = pastCells(scan, past);
  else if (sort === 'map') {
    const around: Around = { inner: mapLine, outer: block };
    item.head.push(...tokens.slice(at, past));
    while (past < tokens.length && tokens[past]?.first === false) {
      const clause = clauseAt(scan, past, mapLine) ?? misspeltClause(scan, past, mapLine, true);
      if (clause === null) break;
      past = readClause(scan, past, clause, clause.parts.length, around, depth, clauses);
    }
  } else if (sort === 'option' && next !== undefined && !next.first && clauseAt(scan, past, optionLine) !== null) {
    item.head.push(...tokens.slice(at, past));
    const around: Around = { inner: optionLine, outer: block };
    for (let clause = clauseAt(scan, past, optionLine); clause !== null && tokens[past]?.first === false; ) {
      past = readClause(scan, past, clause, clause.parts.length, around, depth, clauses);
      clause = tokens[past] === undefined ? null : clauseAt(scan, past, optionLine);
    }
  } else if (
    next !== undefined &&
    !next.first &&
    next.tokenType !== T.RBrace &&
    next.tokenType !== T.Comma &&
    next.tokenType !== T.Semicolon
  ) {
    past = pastCodes(scan, past, block);
  }
  if (sort !== 'map' && clauses.length === 0) item.head.push(...tokens.slice(at, past));
  past = takeRest(scan, past, block, item.head);
  item.end = endOf(tokens[past - 1] as Token);
  drafts.push(item);
  const open = tokens[past];
  if (open === undefined || open.tokenType !== T.LBrace || (open.first && sort !== 'map')) return past;
  if (sort !== 'map') item.broken = scan.reports.add(unexpectedBlock, { word: item.head[0]?.image ?? '' }, open) || item.broken;
  item.body = [];
  return readBody(scan, past, sort === 'map' ? blockNamed('levels') : block, depth, item.body, item);
}

/** Reads `{ … }` and returns the index after it. */
function readBody(scan: Scan, open: number, block: Block, depth: number, drafts: Draft[], owner: Draft): number {
  const { tokens } = scan;
  const close = readEntries(scan, open + 1, block, depth + 1, drafts);
  const past = Math.min(close + 1, tokens.length);
  owner.end = endOf(tokens[past - 1] as Token);
  return past;
}

function readStray(scan: Scan, at: number, block: Block, depth: number, drafts: Draft[]): number {
  const stray = findStray(scan, at, block);
  const around: Around = { inner: block, outer: null };
  switch (stray.kind) {
    case 'declaration':
      return readDeclaration(scan, stray.word, stray.head, stray.entry, block, depth, drafts, stray.broken);
    case 'clause':
      return readClause(scan, at, stray.entry, stray.words, around, depth, drafts);
    case 'item':
      return readItem(scan, at, block, depth, drafts);
    case 'skip':
      return stray.to;
    case 'block':
      return readBody(scan, stray.open, stray.as, depth, drafts, {
        type: 'item',
        sort: 'level',
        head: [],
        clauses: [],
        body: null,
        end: 0,
        broken: true,
      });
  }
}
