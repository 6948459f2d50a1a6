// What stands behind the clauses that name one thing: one value of the sort that the vocabulary says, and nothing more. What is too much is
// most often a misspelt clause. And whatever may be said once is said once. Lists, conditions and options have readers of their own, and so
// have names with declarations.
import {
  duplicateClause,
  formatName,
  misspeltWord,
  nearest,
  notUnderstood,
  raise,
  type Fix,
  type Place,
  type Problem,
} from '@studyspec/core';
import type { AtomNode, ClauseNode, DeclarationNode, EntryNode } from '../syntax/ast.ts';
import { clauseIn, isFurtherFile, isKind, kinds, type ClauseWord, type Takes } from '../syntax/vocabulary.ts';
import { atomText } from './clauses.ts';
import { placeOf } from './declared.ts';
import { checkDeclaration } from './shapes.ts';

/** Declarations without such a clause: what an edit leaves alone is not looked through again. */
const clean = new WeakSet<DeclarationNode>();

export function checkPhrases(declarations: readonly DeclarationNode[], file: string, problems: Problem[]): void {
  for (const declaration of declarations) {
    if (!clean.has(declaration) && checkEntry(declaration, declaration.kind, file, problems)) clean.add(declaration);
  }
}

/** True when nothing in it is wrong. */
function checkEntry(entry: EntryNode, kind: string, file: string, problems: Problem[]): boolean {
  if (entry.type === 'clause') {
    let fine = checkClause(entry, kind, file, problems);
    for (const child of entry.body ?? []) if (child.type === 'clause') fine = checkEntry(child, kind, file, problems) && fine;
    return fine;
  }
  const inner = entry.type === 'declaration' ? entry.kind : kind;
  let fine = entry.type !== 'declaration' || checkTwice(entry, file, problems);
  for (const clause of entry.clauses) fine = checkEntry(clause, inner, file, problems) && fine;
  for (const child of entry.body ?? []) if (child.type !== 'clause') fine = checkEntry(child, inner, file, problems) && fine;
  return (entry.type !== 'declaration' || checkDeclaration(entry, file, problems)) && fine;
}

/**
 * A clause that is given twice, in declarations without a name (those with one are looked at when they are merged); there may be several
 * further files.
 */
function checkTwice(declaration: DeclarationNode, file: string, problems: Problem[]): boolean {
  if (declaration.names.length > 0) return true;
  const seen = new Map<string, ClauseNode>();
  let fine = true;
  for (const clause of declaration.clauses) {
    const before = seen.get(clause.word);
    if (before !== undefined && !isFurtherFile(clause.word)) {
      problems.push(
        raise(
          duplicateClause,
          { word: clause.word, name: declaration.kind },
          { place: placeOf(file, clause.wordSpan), related: [{ says: { is: 'first given' }, place: placeOf(file, before.wordSpan) }] },
        ),
      );
      fine = false;
    } else seen.set(clause.word, clause);
  }
  return fine;
}

function checkClause(clause: ClauseNode, kind: string, file: string, problems: Problem[]): boolean {
  const entry = clauseIn(kind, clause.word as ClauseWord);
  if (clause.shape !== 'choices' || entry.takes === null) return true;
  const takes = clause.word === 'from' && kind === 'table' ? 'text' : entry.takes;
  const [first, second] = clause.choices;
  const atoms = first?.atoms ?? [];
  const found = wrongValue(takes, atoms);
  // `from a | b`: of each row the column that its file has; `text a, b`: columns of names.
  const parted = clause.word === 'from' && variables.includes(kind) ? '|' : clause.word === 'text' ? ',' : null;
  const several = parted !== null && clause.separator === parted ? clause.choices.slice(1) : [];
  const odd = several.flatMap(({ atoms: more }) => wrongValue(takes, more) ?? more[1] ?? [])[0];
  const more = several.length > 0 ? (odd ?? null) : (second?.atoms[0] ?? null);
  const extra = found === null ? (atoms[Math.max(rangeLength(atoms), 1)] ?? more) : null;
  if (found === null && extra === null) return true;
  const at = found ?? extra!;
  const text = atomText(at);
  const place = placeOf(file, at.span);
  // A line that the parser has complained of is not complained of twice.
  if (
    problems.some(
      (problem) => problem.place?.file === file && problem.place.span.start < clause.span.end && problem.place.span.end > clause.span.start,
    )
  )
    return false;
  const meant = extra?.kind === 'address' && second === undefined ? nearest(text, isKind(kind) ? kinds[kind].clauses : []) : null;
  problems.push(
    meant === null
      ? raise(
          notUnderstood,
          { found: text, what: found === null ? { is: 'one value after', word: clause.word } : { is: takes }, example: entry.example },
          // A wrong DOI leaves every number right.
          {
            place,
            fixes: found === null ? [] : fixesOf(takes, found, place),
            ...(takes === 'doi' ? { severity: 'warning' as const } : {}),
          },
        )
      : raise(
          misspeltWord,
          { found: text, meant },
          { place, fixes: [{ act: { do: 'write word', text: meant }, edits: [{ ...place, text: meant }] }] },
        ),
  );
  return false;
}

/** What may have another column in each of several files. */
const variables: readonly string[] = ['indicator', 'category', 'number'];

/** The atom that is not of the sort. */
function wrongValue(takes: Takes, atoms: readonly AtomNode[]): AtomNode | null {
  const first = atoms[0];
  if (first === undefined) return null;
  const text = first.kind === 'label' && first.texts.length === 1;
  const name = first.kind === 'address' && first.args === null;
  switch (takes) {
    case 'text':
      return text ? null : first;
    case 'doi':
      return text && isDoi(atomText(first)) ? null : first;
    case 'name':
      return name ? null : first;
    case 'column':
      return text || name || (first.kind === 'figure' && first.stars === null && !first.percent && atoms[1]?.kind !== 'operator')
        ? null
        : first;
    case 'scale':
      return name || rangeLength(atoms) === 3 ? null : first;
    case 'range':
      return rangeLength(atoms) > 0 ? null : first;
  }
}

/** ISO 26324: the prefix of a registrant and a suffix; here without a resolver's address before it. */
function isDoi(text: string): boolean {
  return /^10\.\d+(?:\.\d+)*\/\S+$/u.test(text);
}

function fixesOf(takes: Takes, found: AtomNode, place: Place): Fix[] {
  const write = (text: string): Fix[] => [{ act: { do: 'write', text }, edits: [{ ...place, text }] }];
  const text = atomText(found);
  if (found.kind === 'label' && (takes === 'name' || takes === 'scale')) return write(formatName(found.texts[0]!.text));
  if (takes === 'scale' && found.kind === 'figure' && Number.isInteger(found.value) && found.value > 1) return write(`1..${found.text}`);
  if (takes === 'text' && found.kind === 'address') return write(`"${text}"`);
  const bare = /10\.\d+(?:\.\d+)*\/\S+$/u.exec(text)?.[0];
  return takes === 'doi' && bare !== undefined ? write(`"${bare}"`) : [];
}

/** How many atoms a range takes: `1..5` three, `0..` and `..100` two; 0 where it is none. */
function rangeLength(atoms: readonly AtomNode[]): number {
  const plain = (atom: AtomNode | undefined): boolean => atom?.kind === 'figure' && !atom.percent && atom.stars === null;
  const operator = (atom: AtomNode | undefined): boolean => atom?.kind === 'operator' && atom.text === '..';
  if (operator(atoms[0])) return plain(atoms[1]) ? 2 : 0;
  if (!plain(atoms[0]) || !operator(atoms[1])) return 0;
  return plain(atoms[2]) ? 3 : 2;
}
