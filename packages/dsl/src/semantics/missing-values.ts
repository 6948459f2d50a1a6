// Which codes stand for no answer. The innermost `missing` holds: a declaration's own, else that of the dimension or the block it belongs
// to, else the data block's. It replaces the outer ones (77 is an age, whatever it is elsewhere), and where it drops a code of theirs the
// plan says so. A blank is always missing.
import type { NamedGroup } from '@studyspec/core';
import {
  nearest,
  raise,
  setMatchesNumber,
  setMatchesText,
  unknownOption,
  unlikeMissing,
  type Code,
  type Place,
  type ValueSet,
} from '@studyspec/core';
import type { AtomNode, ClauseNode } from '../syntax/ast.ts';
import { atomText, clauseOf, valueSetOf } from './clauses.ts';
import type { Context } from './context.ts';
import { mended, pathText, placeOf, type Declared, type Located } from './declared.ts';

/** A `missing` clause that says which codes stand for no answer: of data block, group or variable. */
export function checkedValues(context: Context, clause: Located<ClauseNode>): ValueSet {
  const unknown: (readonly AtomNode[])[] = [];
  const values = valueSetOf(clause.node, unknown);
  for (const atoms of unknown) {
    const text = atoms.map(atomText).join(' ');
    const place = placeOf(clause.file, { start: atoms[0]!.span.start, end: atoms.at(-1)!.span.end });
    const near = nearest(text, ['blank']);
    // Several codes beside each other are meant as alternatives; a bare word may be the text of a cell.
    const several =
      atoms.length > 1 && atoms.every((atom) => atom.kind === 'figure' || atom.kind === 'label' || atomText(atom) === 'blank');
    const meant =
      near ??
      (several
        ? atoms.map((atom) => (atom.kind === 'label' ? `"${atomText(atom)}"` : atomText(atom))).join(' | ')
        : atoms.length === 1 && atoms[0]!.kind === 'address'
          ? `"${text}"`
          : null);
    context.problems.push(
      raise(
        unknownOption,
        { value: text, clause: { is: 'clause', word: clause.node.word }, options: ['blank', '99', '97..99', '"refused"'], nearest: near },
        mended(place, meant, meant),
      ),
    );
  }
  return values;
}

/** A group that says it for its members. */
export interface MissingGiver {
  readonly group: Declared;
  readonly clause: Located<ClauseNode>;
  readonly values: ValueSet;
}

/** The groups that say it for each variable, read once each. */
export type MissingGivers = ReadonlyMap<string, readonly MissingGiver[]>;

const inDimension = ['indicator'];
const inBlock = ['indicator', 'number', 'category', 'dimension'];

export function missingGivers(context: Context): MissingGivers {
  const givers = new Map<string, MissingGiver[]>();
  for (const group of context.merged.named.values()) {
    if (group.kind !== 'dimension' && group.kind !== 'block') continue;
    const clause = clauseOf(group, 'missing');
    if (clause === null || clause.node.shape === 'broken') continue;
    const giver = { group, clause, values: checkedValues(context, clause) };
    for (const member of new Set(membersOf(context, group))) givers.set(member, [...(givers.get(member) ?? []), giver]);
  }
  return givers;
}

/** Variables in a group. What a dimension says for its own items holds before what a block says for the dimension. */
function membersOf(context: Context, group: Declared): string[] {
  return listedIn(context, group, group.kind === 'dimension' ? inDimension : inBlock).flatMap((name) => {
    const inner = context.merged.named.get(name);
    return inner?.kind !== 'dimension' ? [name] : inner.clauses.has('missing') ? [] : membersOf(context, inner);
  });
}

/**
 * Names that stand in a group's braces or its list, runs unfolded; what is none of the kinds is passed over (and reported where groups are
 * made).
 */
export function listedIn(context: Context, group: Declared, kinds: readonly string[]): string[] {
  const names = [...group.members];
  const of = clauseOf(group, 'of');
  if (of?.node.shape !== 'terms') return names;
  const all = [...context.merged.named.values()].filter((candidate) => kinds.includes(candidate.kind)).map((candidate) => candidate.name);
  for (const term of of.node.terms) {
    const first = all.indexOf(pathText(term.factors[0]!));
    const last = term.to === null ? first : all.indexOf(pathText(term.to));
    if (first >= 0) names.push(...all.slice(first, Math.max(first, last) + 1));
  }
  return names;
}

export interface Missing {
  /** Null: what the data block says. */
  readonly values: ValueSet | null;
  /** Codes of the clauses around that no longer stand for no answer, and whose they were. */
  readonly dropped: { readonly codes: ValueSet; readonly from: NamedGroup | null } | null;
  /** Where the clause that holds stands. */
  readonly place: Place | null;
}

/** What the clauses rest on: whoever remembers what was made of them compares these. */
export interface MissingClauses {
  readonly giver: ClauseNode | null;
  readonly data: ClauseNode | null;
}

export function clausesFor(context: Context, declared: Declared, givers: MissingGivers): MissingClauses {
  return { giver: giverOf(context, declared, givers)?.clause.node ?? null, data: dataClause(context)?.node ?? null };
}

/** `own`: the declaration's clause, or its map line's. */
export function missingOf(context: Context, declared: Declared, own: Located<ClauseNode> | null, givers: MissingGivers): Missing {
  const giver = giverOf(context, declared, givers);
  const data = dataClause(context);
  const outermost = data === null ? [] : valueSetOf(data.node, []);
  const outer =
    giver === null ? { values: outermost, from: null } : { values: giver.values, from: { kind: giver.group.kind, name: giver.group.name } };
  if (own !== null) {
    const values = checkedValues(context, own);
    return { values, dropped: droppedBy(values, outer.values, outer.from), place: placeOf(own.file, own.node.span) };
  }
  if (giver === null) return { values: null, dropped: null, place: null };
  reportUnlike(context, declared, givers);
  return {
    values: giver.values,
    dropped: droppedBy(giver.values, outermost, null),
    place: placeOf(giver.clause.file, giver.clause.node.span),
  };
}

function dataClause(context: Context): Located<ClauseNode> | null {
  const data = context.merged.data;
  const clause = data?.node.clauses.find((one) => one.word === 'missing');
  return data === null || clause === undefined ? null : { node: clause, file: data.file };
}

/**
 * A map line states all facts of asking: what an original says of its own codes does not hold for it, what this study says of the group
 * does.
 */
function giversOf(context: Context, declared: Declared, givers: MissingGivers): readonly MissingGiver[] {
  const all = givers.get(declared.name) ?? [];
  if (declared.asking === null) return all;
  const order = (file: string): number => context.merged.files.indexOf(file);
  const mapped = order(declared.asking.place.file);
  return all.filter(({ clause }) => order(clause.file) >= mapped);
}

function giverOf(context: Context, declared: Declared, givers: MissingGivers): MissingGiver | null {
  return giversOf(context, declared, givers)[0] ?? null;
}

/** Two groups that say different things of one variable: nobody knows which is meant. */
function reportUnlike(context: Context, declared: Declared, givers: MissingGivers): void {
  const [first, ...others] = giversOf(context, declared, givers);
  const same = (a: ValueSet, b: ValueSet): boolean => lackedBy(a, b, null) === null && lackedBy(b, a, null) === null;
  const other = others.find(({ values }) => !same(values, first!.values));
  if (other === undefined) return;
  const said = ({ group }: MissingGiver) => ({ kind: group.kind, name: group.name });
  context.problems.push(
    raise(
      unlikeMissing,
      { name: declared.name, first: said(first!), second: said(other) },
      {
        place: placeOf(other.clause.file, other.clause.node.span),
        related: [
          {
            says: { is: 'otherwise', group: first!.group.kind, name: first!.group.name },
            place: placeOf(first!.clause.file, first!.clause.node.span),
          },
        ],
      },
    ),
  );
}

/** Codes of the outer list that the inner one drops. `missing blank` says in so many words that there are no others. */
function droppedBy(inner: ValueSet, outer: ValueSet, from: NamedGroup | null): Missing['dropped'] {
  return inner.length > 0 && inner.every((code) => code.kind === 'blank') ? null : lackedBy(inner, outer, from);
}

/** Codes of the outer list that the inner one does not hold. */
function lackedBy(inner: ValueSet, outer: ValueSet, from: NamedGroup | null): Missing['dropped'] {
  const codes = outer.filter((code) => code.kind !== 'blank' && !covers(inner, code));
  return codes.length === 0 ? null : { codes, from };
}

function covers(set: ValueSet, code: Code): boolean {
  if (code.kind === 'number') return setMatchesNumber(set, code.value);
  if (code.kind === 'text') return setMatchesText(set, code.text);
  return set.some(
    (one) => JSON.stringify(one) === JSON.stringify(code) || (one.kind === 'range' && code.kind === 'range' && reaches(one, code)),
  );
}

type RangeCode = Extract<Code, { kind: 'range' }>;
function reaches(outer: RangeCode, inner: RangeCode): boolean {
  const low =
    outer.low === null ||
    (inner.low !== null &&
      (inner.low.value > outer.low.value || (inner.low.value === outer.low.value && (!outer.low.open || inner.low.open))));
  const high =
    outer.high === null ||
    (inner.high !== null &&
      (inner.high.value < outer.high.value || (inner.high.value === outer.high.value && (!outer.high.open || inner.high.open))));
  return low && high;
}
