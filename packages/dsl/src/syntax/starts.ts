// Whether a declaration, a clause or an item begins at a token, in a given block. Soft keywords are decided here:
// a word alone says nothing, what follows it on its line does.
import * as T from './tokens.ts';
import { isName, type Token } from './tokens.ts';
import type { Scan } from './draft.ts';
import { pastAddress, pastLabel } from './reach.ts';
import { clauseByFirstWord, isKind, kinds, likeLevels, mapLine, type Block, type ClauseEntry, type KindEntry } from './vocabulary.ts';

/** A kind word must be followed, on its line, by a name, a text or a brace (`seed`, `studyspec`: a number). */
export function kindFollows(scan: Scan, at: number, kind: KindEntry): boolean {
  const next = scan.tokens[at + 1];
  if (next === undefined || next.first) return false;
  const type = next.tokenType;
  return (
    isName(next) ||
    type === T.Text ||
    type === T.SingleText ||
    (type === T.LBrace && kind.body) ||
    (kind.range && kind.names === 'none' && type === T.NumberToken)
  );
}

/** The declaration that begins at `at`, where the block allows one of its kind. */
export function kindAt(scan: Scan, at: number, block: Block): KindEntry | null {
  const token = scan.tokens[at];
  if (token === undefined || token.tokenType !== T.Name || !block.declarations.has(token.image) || !isKind(token.image)) return null;
  const kind = kinds[token.image];
  return kindFollows(scan, at, kind) ? kind : null;
}

function wordsMatch(scan: Scan, at: number, clause: ClauseEntry): boolean {
  for (let part = 1; part < clause.parts.length; part += 1) {
    const token = scan.tokens[at + part];
    if (token === undefined || token.tokenType !== T.Name || token.image !== clause.parts[part]) return false;
  }
  return true;
}

/** The clause that begins at `at`, where the block has one of that word. */
export function clauseAt(scan: Scan, at: number, block: Block): ClauseEntry | null {
  const token = scan.tokens[at];
  if (token === undefined || token.tokenType !== T.Name) return null;
  const clause = block.clauses.get(token.image);
  if (clause === undefined || !wordsMatch(scan, at, clause)) return null;
  return block.items !== null && block !== mapLine && readsAsItem(scan, at + clause.parts.length, block) ? null : clause;
}

/** A clause word of any block. */
export function anyClauseAt(scan: Scan, at: number): ClauseEntry | null {
  const token = scan.tokens[at];
  if (token === undefined || token.tokenType !== T.Name) return null;
  const clause = clauseByFirstWord.get(token.image);
  return clause !== undefined && wordsMatch(scan, at, clause) ? clause : null;
}

/** Where items may stand, a clause word may be the name of one: what follows the word says so. */
function readsAsItem(scan: Scan, at: number, block: Block): boolean {
  const next = scan.tokens[at];
  if (next === undefined || next.first) return false;
  const type = next.tokenType;
  if (assigns(next) || (type === T.Dot && next.touches) || (type === T.LParen && next.touches) || type === T.Colon) return true;
  if (block.items === 'row') return type === T.NumberToken || type === T.Dot || type === T.Dash;
  if (likeLevels(block.items) && type === T.Text) {
    const after = scan.tokens[peekLabel(scan, at)];
    return after !== undefined && !after.first && assigns(after);
  }
  return false;
}

/** Past a label without giving its words their roles. */
function peekLabel(scan: Scan, from: number): number {
  let at = from + 1;
  while (
    scan.tokens[at]?.first === false &&
    (scan.tokens[at]?.tokenType === T.Lang || scan.tokens[at]?.tokenType === T.Name) &&
    scan.tokens[at + 1]?.tokenType === T.Text
  )
    at += 2;
  return at;
}

export function assigns(token: Token): boolean {
  const type = token.tokenType;
  return type === T.Equals || type === T.DoubleEquals || type === T.Compare;
}

/** Whether an item of the block's sort begins at `at`: its subject is followed by what must follow it. */
export function looksLikeItem(scan: Scan, at: number, block: Block): boolean {
  const { tokens } = scan;
  const token = tokens[at];
  if (token === undefined || block.items === null) return false;
  if (token.tokenType === T.Text || token.tokenType === T.SingleText) {
    if (block.items === 'row') return true;
    if (!likeLevels(block.items)) return false;
    const after = tokens[peekLabel(scan, at)];
    return after !== undefined && !after.first && (assigns(after) || after.tokenType === T.Colon);
  }
  if (!isName(token)) return false;
  const past = pastAddress(scan, at);
  const next = tokens[past];
  const ended = next === undefined || next.first || next.tokenType === T.RBrace;
  const type = ended ? null : next.tokenType;
  switch (block.items) {
    case 'level':
    case 'study': {
      if (type === T.Text) {
        const after = tokens[peekLabel(scan, past)];
        return (
          after === undefined ||
          after.first ||
          assigns(after) ||
          after.tokenType === T.Colon ||
          after.tokenType === T.Comma ||
          after.tokenType === T.RBrace
        );
      }
      return !ended && (assigns(next) || type === T.Colon);
    }
    case 'weight':
      return !ended && (assigns(next) || type === T.Colon || type === T.Slash);
    case 'claim':
      return ended ? past > at + 1 : assigns(next) || type === T.Colon || type === T.Dot || type === T.LParen || type === T.NotEquals;
    case 'row':
      return (
        !ended &&
        (type === T.NumberToken ||
          type === T.Dot ||
          type === T.Dash ||
          type === T.Minus ||
          type === T.Compare ||
          type === T.Ellipsis ||
          type === T.Slash ||
          type === T.Colon ||
          type === T.Text ||
          type === T.Blank ||
          type === T.PValue ||
          type === T.NotSignificant ||
          beginsCell(tokens, past))
      );
    case 'option': {
      if (ended) return false;
      const after = type === T.Text ? tokens[peekLabel(scan, past)] : next;
      return after === undefined || after.first || assigns(after) || after.tokenType === T.Colon || after.image === 'from';
    }
    case 'map':
      return !ended && (type === T.LBrace || clauseAt(scan, past, mapLine) !== null);
  }
}

/** A cell that begins with a word: `ns`, `p < .001`. */
function beginsCell(tokens: readonly Token[], at: number): boolean {
  const [word, sign] = [tokens[at], tokens[at + 1]];
  if (word?.tokenType !== T.Name) return false;
  if (/^(?:ns|NS|NA)$/u.test(word.image)) return true;
  if (/^n$/iu.test(word.image)) return sign?.tokenType === T.Dot && sign.touches && /^s$/iu.test(tokens[at + 2]?.image ?? '');
  return /^p$/iu.test(word.image) && sign !== undefined && !sign.first && (sign.tokenType === T.Compare || sign.tokenType === T.Equals);
}

/** Past the subject of an item. */
export function pastSubject(scan: Scan, at: number): number {
  const { tokens } = scan;
  if (tokens[at]?.tokenType === T.Text) return pastLabel(scan, at);
  let past = pastAddress(scan, at);
  if (tokens[past]?.tokenType === T.Slash && isName(tokens[past + 1]) && tokens[past]?.first === false) past = pastAddress(scan, past + 1);
  else if (tokens[past]?.tokenType === T.Text && tokens[past]?.first === false) past = pastLabel(scan, past);
  return past;
}
