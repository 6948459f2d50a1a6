// What to make of a line that begins no entry of its block: a misspelt word, an entry of another block, a bullet, prose.
// Decides and reports; structure.ts then reads on accordingly.
import {
  bulletMark,
  editDistance,
  extraBrace,
  hashComment,
  headerWithoutColumns,
  misspeltWord,
  missingCode,
  missingDot,
  missingName,
  rowWithoutName,
  strayPunctuation,
  strayText,
  unknownWord,
  wrongBlock,
} from '@studyspec/core';
import * as T from './tokens.ts';
import { endOf, isName, type Token } from './tokens.ts';
import type { Scan } from './draft.ts';
import { insteadOf } from './beyond.ts';
import { guessDeclaration } from './guess.ts';
import { pastAddress } from './reach.ts';
import { spanFrom } from './report.ts';
import { anyClauseAt, assigns, clauseAt, kindAt, kindFollows, looksLikeItem } from './starts.ts';
import { clauseByFirstWord, homesOf, isKind, kinds, kindWords, type Block, type ClauseEntry, type KindEntry } from './vocabulary.ts';

export type Stray =
  | { readonly kind: 'declaration'; readonly entry: KindEntry; readonly word: number; readonly head: number; readonly broken: boolean }
  | { readonly kind: 'clause'; readonly entry: ClauseEntry; readonly words: number }
  | { readonly kind: 'item' }
  | { readonly kind: 'block'; readonly open: number; readonly as: Block }
  | { readonly kind: 'skip'; readonly to: number };

export function findStray(scan: Scan, at: number, block: Block): Stray {
  const { tokens, reports } = scan;
  const token = tokens[at] as Token;
  const type = token.tokenType;
  if (type === T.LBrace) {
    reports.add(extraBrace, { brace: '{' }, token, { fixes: [reports.fix({ do: 'delete brace' }, [token.startOffset, endOf(token), ''])] });
    return { kind: 'block', open: at, as: block };
  }
  if (type === T.Hash) return hash(scan, at);
  if (!token.first && type !== T.Name) return { kind: 'skip', to: punctuation(scan, at) };
  const next = tokens[at + 1];
  if ((type === T.Minus || type === T.Bullet || type === T.Stars || type === T.Dash) && next !== undefined && !next.first) {
    reports.add(bulletMark, { mark: token.image }, token, {
      fixes: [reports.fix({ do: 'delete mark' }, [token.startOffset, next.startOffset, ''])],
    });
    return { kind: 'skip', to: at + 1 };
  }
  if (type === T.NumberToken && block.items === 'row') {
    reports.add(rowWithoutName, { found: token.image }, token);
    return { kind: 'skip', to: pastLine(scan, at) };
  }
  return isName(token) ? strayWord(scan, at, block) : strayLine(scan, at, block);
}

function strayWord(scan: Scan, at: number, block: Block): Stray {
  const { tokens, reports } = scan;
  const token = tokens[at] as Token;
  const word = token.image;
  const next = tokens[at + 1];
  const alone = next === undefined || next.first || next.tokenType === T.RBrace || next.tokenType === T.Semicolon;
  const instead = alone || token.tokenType !== T.Name ? null : insteadOf(block.name, word);
  if (instead !== null) {
    reports.add(unknownWord, { word, expected: wordsOf(block), like: null, instead }, token);
    return skipped(scan, at, block);
  }
  if (!isProse(scan, at)) {
    const known = knownElsewhere(scan, at, block, alone);
    if (known !== null) return known;
    const near = misspelt(scan, at, block);
    if (near !== null) return near;
    const item = brokenItem(scan, at, block, alone);
    if (item !== null) return item;
    const guess = guessDeclaration(scan, at, block);
    if (guess !== null) {
      const named = guess.head === at;
      reports.add(unknownWord, { word, expected: block.name === 'file' ? null : guess.entry.kind, like: guess.entry.kind }, token, {
        fixes: [
          named
            ? reports.fix({ do: 'write before', text: guess.entry.kind }, [token.startOffset, token.startOffset, `${guess.entry.kind} `])
            : reports.fix({ do: 'write word', text: guess.entry.kind }, [token.startOffset, endOf(token), guess.entry.kind]),
        ],
      });
      return { kind: 'declaration', entry: guess.entry, word: at, head: guess.head, broken: true };
    }
    if (token.first && !isSentence(scan, at)) {
      reports.add(unknownWord, { word, expected: wordsOf(block), like: null }, token);
      return skipped(scan, at, block);
    }
  }
  return strayLine(scan, at, block);
}

/** A word of the language, but not here, or not complete. */
function knownElsewhere(scan: Scan, at: number, block: Block, alone: boolean): Stray | null {
  const { tokens, reports } = scan;
  const token = tokens[at] as Token;
  if (token.tokenType !== T.Name) return null;
  if (isKind(token.image)) {
    const entry = kinds[token.image];
    if (kindFollows(scan, at, entry)) {
      reports.add(wrongBlock, { word: entry.kind, block: block.name, homes: homesOf(entry.kind) }, token);
      return { kind: 'declaration', entry, word: at, head: at + 1, broken: true };
    }
    if (alone && block.declarations.has(entry.kind)) {
      reports.add(missingName, { kind: entry.kind, example: entry.example }, token);
      return { kind: 'skip', to: at + 1 };
    }
  }
  const clause = anyClauseAt(scan, at);
  if (clause === null) return null;
  const value = tokens[at + clause.parts.length];
  if (
    clause.shape !== 'flag' &&
    (value === undefined || value.first || value.tokenType === T.RBrace || value.tokenType === T.Comma || assigns(value))
  )
    return null;
  reports.add(wrongBlock, { word: clause.word, block: block.name, homes: homesOf(clause.word) }, token);
  return { kind: 'clause', entry: clause, words: clause.parts.length };
}

function misspelt(scan: Scan, at: number, block: Block): Stray | null {
  const { tokens, reports } = scan;
  const token = tokens[at] as Token;
  const clause = misspeltClause(scan, at, block, false);
  if (clause !== null) {
    const whole = clause.parts.slice(1).every((part, index) => tokens[at + 1 + index]?.image === part);
    return { kind: 'clause', entry: clause, words: whole ? clause.parts.length : 1 };
  }
  for (const candidates of [[...block.declarations], kindWords]) {
    const meant = nearWord(token.image, candidates);
    if (meant === null || !isKind(meant) || !kindFollows(scan, at, kinds[meant])) continue;
    reports.add(misspeltWord, { found: token.image, meant }, token, {
      fixes: [reports.fix({ do: 'write word', text: meant }, [token.startOffset, endOf(token), meant])],
    });
    return { kind: 'declaration', entry: kinds[meant], word: at, head: at + 1, broken: false };
  }
  return null;
}

/** The clause a misspelt word means, reported; `head`: on a head line, where a name or a label may stand as well. */
export function misspeltClause(scan: Scan, at: number, block: Block, head: boolean): ClauseEntry | null {
  const { tokens, reports } = scan;
  const token = tokens[at] as Token;
  if (token.tokenType !== T.Name || clauseAt(scan, at, block) !== null) return null;
  const here = nearWord(token.image, block.clauses.keys());
  const meant = here ?? (head || block.items !== null ? null : nearWord(token.image, clauseByFirstWord.keys()));
  const clause = meant === null ? undefined : clauseByFirstWord.get(meant);
  if (meant === null || clause === undefined) return null;
  if (meant === token.image && clause.parts.length === 1) return null;
  const value = tokens[at + 1];
  if (clause.shape !== 'flag') {
    if (
      value === undefined ||
      value.first ||
      value.tokenType === T.LBrace ||
      value.tokenType === T.RBrace ||
      value.tokenType === T.Comma ||
      assigns(value)
    )
      return null;
    if (head && value.tokenType === T.Dot) return null;
  } else if (value !== undefined && !value.first && value.tokenType === T.Name && clauseAt(scan, at + 1, block) === null) return null;
  reports.add(misspeltWord, { found: token.image, meant: clause.word }, token, {
    fixes: [reports.fix({ do: 'write word', text: clause.word }, [token.startOffset, endOf(token), clause.word])],
  });
  return clause;
}

/** An item of the block's sort that lacks what must follow its name. */
function brokenItem(scan: Scan, at: number, block: Block, alone: boolean): Stray | null {
  const { tokens, reports } = scan;
  const token = tokens[at] as Token;
  if (block.items === null) return null;
  if (block.items === 'claim') {
    let past = pastAddress(scan, at);
    while (isName(tokens[past]) && tokens[past]?.first === false) past = pastAddress(scan, past);
    const operator = tokens[past];
    if (operator !== undefined && !operator.first && assigns(operator)) {
      const parts = tokens
        .slice(at, past)
        .map((part) => part.image)
        .join(' ');
      const joined = parts.replace(/ ?([.(),:]) ?/g, '$1').replace(/ /g, '.');
      reports.add(missingDot, { found: parts.replace(/ ?([.(),:]) ?/g, '$1'), meant: joined }, token, {
        span: spanFrom(token, tokens[past - 1] as Token),
        fixes: [reports.fix({ do: 'write', text: joined }, [token.startOffset, endOf(tokens[past - 1] as Token), joined])],
      });
      return { kind: 'skip', to: pastLine(scan, at) };
    }
  }
  if (block.items === 'row' && !alone && onlyNames(scan, at)) {
    reports.add(headerWithoutColumns, { line: lineText(scan, at) }, token, {
      span: lineSpan(scan, at),
      fixes: [reports.fix({ do: 'write before', text: 'columns' }, [token.startOffset, token.startOffset, 'columns '])],
    });
    return { kind: 'skip', to: pastLine(scan, at) };
  }
  const wanted = alone || tokens[at + 1]?.tokenType === T.Text || (block.items === 'map' && tokens[at + 1]?.tokenType === T.LBrace);
  if (!wanted) return null;
  reports.add(missingCode, { subject: token.image, sort: block.items }, token);
  return { kind: 'item' };
}

function strayLine(scan: Scan, at: number, block: Block): Stray {
  const { tokens, reports } = scan;
  let to = at;
  let last = at;
  do {
    to = pastLine(scan, to);
    last = to - 1;
    if (to < tokens.length && isProse(scan, to) && startsNothing(scan, to, block)) reports.take(tokens[to]?.line ?? 0);
    else break;
  } while (isProse(scan, at));
  const line = lineText(scan, at);
  const token = tokens[at] as Token;
  reports.add(strayText, { text: line.length > 60 ? `${line.slice(0, 57)}…` : line }, token, {
    span: spanFrom(token, tokens[last] as Token),
    fixes: [reports.fix({ do: 'comment' }, [token.startOffset, token.startOffset, '// '])],
  });
  return to > at + 1 || tokens[to]?.tokenType !== T.LBrace ? openAfter(scan, at, to, block) : { kind: 'skip', to };
}

function startsNothing(scan: Scan, at: number, block: Block): boolean {
  return kindAt(scan, at, block) === null && clauseAt(scan, at, block) === null && !looksLikeItem(scan, at, block);
}

function skipped(scan: Scan, at: number, block: Block): Stray {
  return openAfter(scan, at, pastLine(scan, at), block);
}

/** A line that is skipped and opens braces takes their content with it, in silence. */
function openAfter(scan: Scan, at: number, to: number, block: Block): Stray {
  const { tokens, reports } = scan;
  const brace = tokens[to];
  if (brace === undefined || brace.tokenType !== T.LBrace || brace.line !== tokens[at]?.line) return { kind: 'skip', to };
  let level = 0;
  for (let i = to; i < tokens.length; i += 1) {
    const type = tokens[i]?.tokenType;
    if (type === T.LBrace) level += 1;
    else if (type === T.RBrace) level -= 1;
    reports.take(tokens[i]?.line ?? 0);
    if (level === 0) break;
  }
  return { kind: 'block', open: to, as: block };
}

function hash(scan: Scan, at: number): Stray {
  const { tokens, reports } = scan;
  const token = tokens[at] as Token;
  let last = at;
  while (tokens[last + 1]?.tokenType === T.Hash && tokens[last + 1]?.touches === true) last += 1;
  reports.add(hashComment, {}, token, {
    fixes: [reports.fix({ do: 'write', text: '//' }, [token.startOffset, endOf(tokens[last] as Token), '//'])],
  });
  let to = at + 1;
  while (to < tokens.length && tokens[to]?.first === false) to += 1;
  return { kind: 'skip', to };
}

function punctuation(scan: Scan, at: number): number {
  const { tokens, reports } = scan;
  const token = tokens[at] as Token;
  const to = pastLine(scan, at);
  reports.add(
    strayPunctuation,
    { found: token.image },
    token,
    to === at + 1
      ? { fixes: [reports.fix({ do: 'delete' }, [token.startOffset, endOf(token), ''])] }
      : { span: spanFrom(token, tokens[to - 1] as Token) },
  );
  return to;
}

/** Index of the next line's first token, or of a brace before it. */
function pastLine(scan: Scan, at: number): number {
  const { tokens } = scan;
  let to = at + 1;
  while (to < tokens.length) {
    const token = tokens[to] as Token;
    if (token.first || token.tokenType === T.LBrace || token.tokenType === T.RBrace) break;
    to += 1;
  }
  return to;
}

function lineText(scan: Scan, at: number): string {
  const first = scan.tokens[at] as Token;
  const last = scan.tokens[pastLine(scan, at) - 1] as Token;
  return scan.text.slice(first.startOffset, endOf(last));
}

function lineSpan(scan: Scan, at: number): { start: number; end: number } {
  return spanFrom(scan.tokens[at] as Token, scan.tokens[pastLine(scan, at) - 1] as Token);
}

function onlyNames(scan: Scan, at: number): boolean {
  const to = pastLine(scan, at);
  for (let i = at; i < to; i += 1) if (!isName(scan.tokens[i]) && scan.tokens[i]?.tokenType !== T.Dot) return false;
  return true;
}

function isSentence(scan: Scan, at: number): boolean {
  const last = scan.tokens[pastLine(scan, at) - 1];
  return last !== undefined && (last.tokenType === T.FullStop || last.tokenType === T.Dot);
}

/** Prose: a sentence, or a run of bare words longer than any clause has. */
function isProse(scan: Scan, at: number): boolean {
  const { tokens } = scan;
  const to = pastLine(scan, at);
  if (tokens[to]?.tokenType === T.LBrace && tokens[to]?.first === false) return false;
  let run = 0;
  let longest = 0;
  for (let i = at; i < to; i += 1) {
    const type = tokens[i]?.tokenType;
    run = type === T.Name ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (type === T.Equals || type === T.DoubleEquals) return false;
  }
  const capital = /^\p{Lu}/u.test(tokens[at]?.image ?? '');
  return (
    longest >= 5 ||
    (longest >= 3 && capital) ||
    (isSentence(scan, at) && (longest >= 3 || /[^\u0000-\u2fff]/.test(tokens[at]?.image ?? '')))
  );
}

function wordsOf(block: Block): string | null {
  const words = [...block.declarations, ...[...block.clauses.values()].map((clause) => clause.word)];
  return block.name === 'file' || words.length === 0 ? null : words.join(', ');
}

/** The word of the language within an edit distance of 2 (1 up to four letters), or equal but for case. */
function nearWord(found: string, candidates: Iterable<string>): string | null {
  const word = found.toLowerCase();
  const limit = word.length <= 2 ? 0 : word.length <= 4 ? 1 : 2;
  let best: string | null = null;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word, candidate, limit);
    if (distance !== null && distance < least && (candidate.length > 2 || distance === 0)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
