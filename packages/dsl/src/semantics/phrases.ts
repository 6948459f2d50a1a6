// Clauses that take one word or one range, and say more: what is too much is most often a misspelt clause.
import { misspeltWord, nearest, notUnderstood, raise, type Problem } from '@studyspec/core';
import type { AtomNode, ClauseNode, DeclarationNode, EntryNode } from '../syntax/ast.ts';
import { clauses, isKind, kinds, type ClauseWord } from '../syntax/vocabulary.ts';
import { atomText } from './clauses.ts';
import { placeOf } from './declared.ts';

const single = new Set(['doi', 'replicates', 'like', 'on', 'from', 'sheet', 'encoding', 'id', 'cluster', 'stratum', 'reference', 'language', 'tables', 'figures', 'decimals']);

/** Declarations without such a clause: what an edit leaves alone is not looked through again. */
const clean = new WeakSet<DeclarationNode>();

export function checkPhrases(declarations: readonly DeclarationNode[], file: string, problems: Problem[]): void {
  for (const declaration of declarations) {
    if (!clean.has(declaration) && checkEntry(declaration, declaration.kind, file, problems)) clean.add(declaration);
  }
}

/** True when no clause of it says too much. */
function checkEntry(entry: EntryNode, kind: string, file: string, problems: Problem[]): boolean {
  if (entry.type === 'clause') {
    let fine = checkClause(entry, kind, file, problems);
    for (const child of entry.body ?? []) if (child.type === 'clause') fine = checkEntry(child, kind, file, problems) && fine;
    return fine;
  }
  const inner = entry.type === 'declaration' ? entry.kind : kind;
  let fine = true;
  for (const clause of entry.clauses) fine = checkEntry(clause, inner, file, problems) && fine;
  for (const child of entry.body ?? []) if (child.type !== 'clause') fine = checkEntry(child, inner, file, problems) && fine;
  return fine;
}

function checkClause(clause: ClauseNode, kind: string, file: string, problems: Problem[]): boolean {
  if (clause.shape !== 'choices' || (!single.has(clause.word) && !(clause.word === 'weight' && kind === 'data'))) return true;
  for (const choice of clause.choices) {
    const extra = choice.atoms[isRange(choice.atoms) ? 3 : 1];
    if (extra === undefined) continue;
    const text = atomText(extra);
    const words = isKind(kind) ? kinds[kind].clauses : [];
    const meant = extra.kind === 'address' ? nearest(text, words) : null;
    const place = placeOf(file, extra.span);
    // A line that the parser has complained of is not complained of twice.
    if (problems.some((problem) => problem.place?.file === file && problem.place.span.start < clause.span.end && problem.place.span.end > clause.span.start)) return false;
    problems.push(meant === null ? raise(notUnderstood, { found: text, what: `one value after "${clause.word}"`, example: clauses[clause.word as ClauseWord].example }, { place })
      : raise(misspeltWord, { found: text, meant }, { place, fixes: [{ title: `Write "${meant}"`, edits: [{ ...place, text: meant }] }] }));
    return false;
  }
  return true;
}

function isRange(atoms: readonly AtomNode[]): boolean {
  return atoms[0]?.kind === 'figure' && atoms[1]?.kind === 'operator';
}
