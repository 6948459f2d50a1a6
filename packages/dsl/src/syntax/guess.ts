// Guesses which declaration a line without a known kind word means, from its clauses and from what its braces hold.
import * as T from './tokens.ts';
import { isName } from './tokens.ts';
import type { Scan } from './draft.ts';
import { anyClauseAt, assigns } from './starts.ts';
import { isKind, kinds, likeLevels, type Block, type KindEntry } from './vocabulary.ts';

export interface Guess {
  readonly entry: KindEntry /** Where its head begins: at the word itself, when the kind word is missing. */;
  readonly head: number;
}

export function guessDeclaration(scan: Scan, at: number, block: Block): Guess | null {
  const { tokens } = scan;
  const second = tokens[at + 1];
  if (second === undefined || second.first || block.declarations.size === 0) return null;
  const twoWords = isName(second) && anyClauseAt(scan, at + 1) === null;
  const third = tokens[at + 2];
  if (
    twoWords &&
    !(
      third !== undefined &&
      !third.first &&
      (third.tokenType === T.Text || third.tokenType === T.LBrace || anyClauseAt(scan, at + 2) !== null)
    )
  )
    return null;
  if (!twoWords && second.tokenType !== T.Text && second.tokenType !== T.LBrace && anyClauseAt(scan, at + 1) === null) return null;
  const head = twoWords ? at + 1 : at;
  const evidence = gather(scan, head);
  let best: KindEntry | null = null;
  let most = 0;
  for (const word of block.declarations) {
    if (!isKind(word)) continue;
    const kind = kinds[word];
    const score = scoreOf(kind, evidence);
    if (score > most || (score === most && best !== null && kind.clauses.length < best.clauses.length && score > 0)) {
      best = kind;
      most = score;
    }
  }
  if (best === null && block.declarations.size === 1 && block.name !== 'file') {
    const [only] = block.declarations;
    if (only !== undefined && isKind(only) && second.tokenType === T.Text) best = kinds[only];
  }
  return best === null ? null : { entry: best, head };
}

interface Evidence {
  readonly clauses: readonly string[];
  readonly kinds: readonly string[];
  readonly assignments: number;
  readonly claims: number;
}

function gather(scan: Scan, head: number): Evidence {
  const { tokens } = scan;
  const clauses: string[] = [];
  const found: string[] = [];
  let assignments = 0;
  let claims = 0;
  let at = head + 1;
  for (; at < tokens.length && tokens[at]?.first === false && tokens[at]?.tokenType !== T.LBrace; at += 1) {
    const clause = anyClauseAt(scan, at);
    if (clause !== null) clauses.push(clause.word);
  }
  let level = 0;
  const limit = Math.min(tokens.length, at + 400);
  for (; at < limit; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.tokenType === T.LBrace) {
      level += 1;
      continue;
    }
    if (token.tokenType === T.RBrace) {
      level -= 1;
      if (level <= 0) break;
      continue;
    }
    if (level === 0) break;
    if (level !== 1) continue;
    if (assigns(token)) {
      if (tokens[at - 2]?.tokenType === T.Dot || token.tokenType === T.Compare) claims += 1;
      else assignments += 1;
    }
    if (!token.first && tokens[at - 1]?.tokenType !== T.LBrace) continue;
    const clause = anyClauseAt(scan, at);
    if (token.tokenType === T.Name && isKind(token.image) && isName(tokens[at + 1])) found.push(token.image);
    else if (clause !== null) clauses.push(clause.word);
  }
  return { clauses, kinds: found, assignments, claims };
}

function scoreOf(kind: KindEntry, evidence: Evidence): number {
  let score = 0;
  for (const word of evidence.clauses) score += (kind.clauses as readonly string[]).includes(word) ? 1 : -1;
  for (const word of evidence.kinds) score += (kind.declarations as readonly string[]).includes(word) ? 1 : -1;
  if (evidence.assignments > 0) score += likeLevels(kind.items) && kind.names === 'one' ? 1 : kind.items === 'claim' ? 0 : -1;
  if (evidence.claims > 0) score += kind.items === 'claim' ? 1 : -1;
  return score;
}
