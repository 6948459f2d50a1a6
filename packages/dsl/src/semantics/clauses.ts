// What a clause holds, read without regard to what it is for: words, names, numbers, ranges, value sets.
import { isLongInteger, type Code, type Label, type ValueSet } from '@studyspec/core';
import type { AddressNode, AtomNode, ClauseNode, CodeNode, FigureNode, LabelNode } from '../syntax/ast.ts';
import { pathText, type Declared, type Located } from './declared.ts';

/** The alternatives of a clause, each as its atoms, whatever the clause's shape. */
export function alternativesOf(clause: ClauseNode): readonly (readonly AtomNode[])[] {
  if (clause.shape === 'terms') return clause.terms.map((term) => term.factors);
  if (clause.shape === 'choices') return clause.choices.map((choice) => choice.atoms);
  return [];
}

export function atomText(atom: AtomNode): string {
  switch (atom.kind) {
    // An option takes no arguments: `varimax (Kaiser)` must not pass for `varimax`.
    case 'address':
      return atom.args === null ? pathText(atom) : `${pathText(atom)}(…)`;
    case 'figure':
      return atom.text;
    case 'operator':
      return atom.text;
    case 'label':
      return atom.texts[0]?.text ?? '';
  }
}

export function addressesOf(clause: ClauseNode): readonly AddressNode[] {
  return alternativesOf(clause).flatMap((atoms) => atoms.filter((atom): atom is AddressNode => atom.kind === 'address'));
}

/** A column as `from q12` or `from "Q13 How…"` names it. */
export function columnName(clause: ClauseNode): string | null {
  const atom = alternativesOf(clause)[0]?.[0];
  return atom === undefined ? null : atomText(atom);
}

/** The column that a variable is read from, and those of `from a | b`, of which each file has one. */
export function sourceColumn(
  from: Located<ClauseNode> | null,
  name: string,
): { readonly column: string; readonly either?: readonly string[] } {
  const names = from === null ? [] : alternativesOf(from.node).flatMap(([atom]) => (atom === undefined ? [] : [atomText(atom)]));
  return names.length < 2 ? { column: names[0] ?? name } : { column: names.join(' | '), either: [...new Set(names)] };
}

export interface NumberRange {
  readonly low: FigureNode;
  readonly high: FigureNode;
}

/** `1..7` as a clause holds it, or null. */
export function rangeOf(clause: ClauseNode): NumberRange | null {
  const atoms = alternativesOf(clause)[0] ?? [];
  const figures = atoms.filter((atom): atom is FigureNode => atom.kind === 'figure');
  const operator = atoms.find((atom) => atom.kind === 'operator');
  const [low, high] = figures;
  return low !== undefined && high !== undefined && operator !== undefined ? { low, high } : null;
}

export function figureOf(clause: ClauseNode): FigureNode | null {
  for (const atom of alternativesOf(clause)[0] ?? []) if (atom.kind === 'figure') return atom;
  return null;
}

/** A value set such as `blank | 99 | 97..99 | "refused"`; `unknown` collects the alternatives that are none. */
export function valueSetOf(clause: ClauseNode, unknown: (readonly AtomNode[])[]): ValueSet {
  const codes: Code[] = [];
  for (const atoms of alternativesOf(clause)) {
    const code = codeOfAtoms(atoms);
    if (code !== null) codes.push(code);
    else if (atoms.length > 0) unknown.push(atoms);
  }
  return codes;
}

function codeOfAtoms(atoms: readonly AtomNode[]): Code | null {
  const first = atoms[0];
  if (first === undefined || atoms.some((atom) => atom.kind === 'figure' && (atom.percent || atom.stars !== null))) return null;
  const at = atoms.findIndex((atom) => atom.kind === 'operator' && atom.text.includes('..'));
  if (at >= 0) {
    // One figure at most on either side, and one of them at least.
    const [before, behind] = [atoms.slice(0, at), atoms.slice(at + 1)];
    const [low = null, high = null] = [before[0], behind[0]];
    if (
      before.length > 1 ||
      behind.length > 1 ||
      (low === null && high === null) ||
      (low !== null && low.kind !== 'figure') ||
      (high !== null && high.kind !== 'figure')
    )
      return null;
    return rangeCode(low, atomText(atoms[at]!), high);
  }
  if (atoms.length > 1) return null;
  if (first.kind === 'figure') return numberCode(first);
  if (first.kind === 'label') return { kind: 'text', text: first.texts[0]?.text ?? '' };
  if (first.kind === 'address' && pathText(first) === 'blank') return { kind: 'blank' };
  return null;
}

/** A whole number of more than 15 digits is a name: as a number it would be several others too. */
export function numberCode(figure: FigureNode): Code {
  return isLongInteger(figure.text) ? { kind: 'text', text: figure.text } : { kind: 'number', value: figure.value };
}

function rangeCode(low: FigureNode | null, operator: string, high: FigureNode | null): Code {
  return {
    kind: 'range',
    low: low === null ? null : { value: low.value, open: operator.startsWith('<') },
    high: high === null ? null : { value: high.value, open: operator.endsWith('<') },
  };
}

/** One code of a level or condition; null when it is a name other than `blank`. */
export function codeOf(node: CodeNode): Code | null {
  switch (node.kind) {
    case 'number':
      return numberCode(node.figure);
    case 'text':
      return { kind: 'text', text: node.text };
    case 'range':
      return rangeCode(node.low, node.operator, node.high);
    case 'address':
      return pathText(node.address) === 'blank' ? { kind: 'blank' } : null;
    case 'insignificant':
      return null;
  }
}

export function codeText(code: Code): string {
  switch (code.kind) {
    case 'blank':
      return 'blank';
    case 'number':
      return String(code.value);
    case 'text':
      return `"${code.text}"`;
    case 'range':
      return (
        `${code.low === null ? '' : code.low.value}${code.low?.open === true ? '<' : ''}..${code.high?.open === true ? '<' : ''}` +
        `${code.high === null ? '' : code.high.value}`
      );
  }
}

export function labelOf(node: LabelNode | null): Label {
  return node === null ? [] : node.texts.map(({ lang, text }) => ({ lang, text }));
}

export function declaredLabel(declared: Declared): Label {
  return labelOf(declared.label?.node ?? null);
}

export function clauseOf(declared: Declared, word: string): Located<ClauseNode> | null {
  return declared.clauses.get(word) ?? null;
}

/** A clause that says how a thing was asked: the map line's when there is one, and then only that. */
export function askedClause(declared: Declared, word: string): Located<ClauseNode> | null {
  return declared.asking === null ? clauseOf(declared, word) : (declared.asking.clauses.get(word) ?? null);
}
