// Reading an option as its declaration says (core/methods/option.ts): a word that is none is reported with the nearest one, a number that
// cannot be meant as such, and nothing that stands in the clause is passed over.
import {
  ambiguousShare,
  defaultLine,
  defaultOf,
  impossibleNumber,
  nearest,
  phraseOf,
  raise,
  repeatedMember,
  unexpectedBlock,
  unknownOption,
  waysOf,
  type AnyOption,
  type Choice,
  type Chosen,
  type ChosenOf,
  type Impossible,
  type Options,
  type Place,
} from '@studyspec/core';
import type { AtomNode, ClauseNode, DeclarationNode, FigureNode } from '../syntax/ast.ts';
import { alternativesOf, atomText } from './clauses.ts';
import type { Context } from './context.ts';
import { mended, placeOf, type Located } from './declared.ts';

/** Whatever has clauses: a declaration, a data block, a report. */
export interface Stating {
  readonly clauses: ReadonlyMap<string, Located<ClauseNode>>;
}

/** The clauses of a declaration without a name of its own; of one that is given twice (reported) the first. */
export function statingOf(node: DeclarationNode, file: string): Stating {
  const clauses = new Map<string, Located<ClauseNode>>();
  for (const clause of node.clauses) if (!clauses.has(clause.word)) clauses.set(clause.word, { node: clause, file });
  return { clauses };
}

/** The plan's field of one option; null when it could not be read (reported). */
export function readOption<O extends AnyOption>(context: Context, stating: Stating, option: O): Chosen<O> | null {
  const clause = stating.clauses.get(option.word);
  if (clause === undefined) return defaultOf(option);
  if (clause.node.shape === 'broken') return null;
  const known = understood.get(clause.node)?.get(option);
  if (known !== undefined) return known as Chosen<O>;
  const before = context.problems.length;
  const read =
    option.takes === 'figures'
      ? readFigures(context, option, clause)
      : option.takes === 'words'
        ? readWords(context, option, clause)
        : readOne(context, option, clause);
  if (read !== null && context.problems.length === before)
    understood.set(clause.node, (understood.get(clause.node) ?? new Map<AnyOption, unknown>()).set(option, read));
  return read as Chosen<O> | null;
}

/** What was read of a clause without a word of complaint: it says the same to whoever reads it again, as each way of a grid does. */
const understood = new WeakMap<ClauseNode, Map<AnyOption, unknown>>();

/** All options of a method; null when one of them could not be read. All are read, so that each says what is wrong with it. */
export function readOptions<Os extends Options>(context: Context, stating: Stating, options: Os): ChosenOf<Os> | null {
  const read = Object.entries(options).map(([field, option]) => [field, readOption(context, stating, option)] as const);
  return read.some(([, value]) => value === null) ? null : (Object.fromEntries(read) as ChosenOf<Os>);
}

/** All options of a method; the default in the place of what could not be read (reported). */
export function readOptionsAnyway<Os extends Options>(context: Context, stating: Stating, options: Os): ChosenOf<Os> {
  return Object.fromEntries(
    Object.entries(options).map(([field, option]) => [field, readOption(context, stating, option) ?? defaultOf(option)]),
  ) as ChosenOf<Os>;
}

/** What holds in place of the clauses that were left out; `instead` where that depends on the declaration. */
export function defaultsOfOptions(stating: Stating, options: Options, instead: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.values(options)
    .filter((option) => !stating.clauses.has(option.word))
    .map((option) => instead[option.word] ?? defaultLine(option));
}

type Clause = Located<ClauseNode>;

function readOne(context: Context, option: AnyOption, clause: Clause): { readonly kind: string } | null {
  const alternatives = alternativesOf(clause.node);
  const atoms = alternatives[0] ?? [];
  const read =
    alternatives.length > 1
      ? complain(context, option, clause, alternatives.flat(), writtenAs(clause))
      : readPhrase(context, option, clause, atoms);
  if (read === null || clause.node.body === null || option.choices[read.kind]!.body === true) return read;
  context.problems.push(
    raise(unexpectedBlock, { word: `${option.word} ${atoms.map(atomText).join(' ')}` }, { place: spanOf(clause, atoms) }),
  );
  return null;
}

function readWords(context: Context, option: AnyOption, clause: Clause): readonly string[] | null {
  const read: string[] = [];
  let fine = true;
  for (const atoms of alternativesOf(clause.node)) {
    const one = readPhrase(context, option, clause, atoms);
    if (one !== null && read.includes(one.kind))
      context.problems.push(
        raise(repeatedMember, { name: one.kind, list: { is: 'clause', word: option.word } }, { place: spanOf(clause, atoms) }),
      );
    fine = one !== null && !read.includes(one.kind) && fine;
    if (one !== null) read.push(one.kind);
  }
  return fine ? read : null;
}

/** From the highest to the lowest. */
function readFigures(context: Context, option: AnyOption, clause: Clause): readonly number[] | null {
  const given: FigureNode[] = [];
  for (const atoms of alternativesOf(clause.node)) {
    const [figure, extra] = atoms;
    if (figure?.kind !== 'figure' || extra !== undefined || !isPlain(figure))
      return complain(context, option, clause, atoms, atoms.map(atomText).join(' '));
    given.push(figure);
  }
  const values = given.map((figure) => figure.value);
  const wrong = option.checkFigures?.(values) ?? null;
  return wrong === null
    ? values.sort((a, b) => b - a)
    : impossible(context, wrong, given.map((figure) => figure.text).join(', '), spanOf(clause, given));
}

function readPhrase(context: Context, option: AnyOption, clause: Clause, atoms: readonly AtomNode[]): { readonly kind: string } | null {
  for (const [kind, choice] of Object.entries(option.choices)) {
    const fields = matched(phraseOf(kind, choice), atoms);
    if (fields !== null) return checked(context, clause, atoms, kind, choice, fields);
  }
  return complain(context, option, clause, atoms, atoms.map(atomText).join(' '));
}

/** What the numbers of a phrase have to be; whole ones first. */
function checked(
  context: Context,
  clause: Clause,
  atoms: readonly AtomNode[],
  kind: string,
  choice: Choice,
  fields: Readonly<Record<string, unknown>>,
): { readonly kind: string } | null {
  const given = atoms.filter((atom): atom is FigureNode => atom.kind === 'figure');
  const kinds = phraseOf(kind, choice).flatMap((part) => (typeof part === 'string' ? [] : Object.values(part)));
  const [figure] = given;
  if (figure !== undefined && kinds.includes('percent') && !figure.percent && figure.value > 0 && figure.value <= 1) {
    const place = placeOf(clause.file, figure.span);
    const meant = (text: string) => ({ act: { do: 'write' as const, text }, edits: [{ ...place, text }] });
    const share = `${Number((figure.value * 100).toPrecision(12))}%`;
    context.problems.push(raise(ambiguousShare, { found: figure.text, share }, { place, fixes: [meant(share), meant(`${figure.text}%`)] }));
    return null;
  }
  const wrong =
    (kinds.includes('whole') && given.some((one) => !Number.isInteger(one.value))
      ? { what: choice.counts ?? { is: 'value of' as const, of: clause.node.word }, expected: { is: 'whole' as const } }
      : null) ??
    choice.check?.(fields) ??
    null;
  if (wrong === null) return { kind, ...fields };
  return impossible(context, wrong, given.map((one) => one.text).join('..'), spanOf(clause, given));
}

function impossible(context: Context, { what, expected }: Impossible, found: string, place: Place): null {
  context.problems.push(raise(impossibleNumber, { found, expected, what }, { place }));
  return null;
}

/** Stars and percent signs belong to printed figures; `60%` is a share where one is meant. */
const isPlain = (figure: FigureNode): boolean => figure.stars === null && !figure.percent;

/** The author's own values where the atoms are this phrase, all of them and nothing more; null where they are not. */
function matched(phrase: ReturnType<typeof phraseOf>, atoms: readonly AtomNode[]): Readonly<Record<string, unknown>> | null {
  const fields: Record<string, unknown> = {};
  let at = 0;
  for (const part of phrase) {
    if (typeof part === 'string') {
      const atom = atoms[at];
      if (atom === undefined || atom.kind === 'label' || atom.kind === 'figure' || atomText(atom) !== part) return null;
      at += 1;
      continue;
    }
    // Words that may follow stand in any order.
    const open = new Map(Object.entries(part).flatMap(([field, kind]) => (typeof kind === 'object' ? [[field, kind] as const] : [])));
    for (const [field, kind] of open) fields[field] = 'unless' in kind ? true : 'given' in kind ? false : null;
    for (let atom = atoms[at]; open.size > 0 && atom?.kind === 'address'; atom = atoms[at]) {
      const text = atomText(atom);
      const found = [...open].find(([, kind]) => text === ('unless' in kind ? kind.unless : 'given' in kind ? kind.given : kind.after));
      if (found === undefined) break;
      const [field, kind] = found;
      open.delete(field);
      at += 1;
      if (!('after' in kind)) {
        fields[field] = 'given' in kind;
        continue;
      }
      const named = atoms[at];
      if (named === undefined || named.kind === 'operator' || (named.kind === 'address' && named.args !== null)) return null;
      fields[field] = atomText(named);
      at += 1;
    }
    for (const [field, kind] of Object.entries(part)) {
      if (typeof kind === 'object') continue;
      const atom = atoms[at];
      if (atom === undefined) return null;
      if (kind === 'column') {
        if (
          atom.kind === 'operator' ||
          atom.kind === 'figure' ||
          (atom.kind === 'address' && atom.args !== null) ||
          (atom.kind === 'label' && atom.texts.length > 1)
        )
          return null;
        fields[field] = atomText(atom);
      } else {
        if (atom.kind !== 'figure' || atom.stars !== null || (atom.percent && kind !== 'percent')) return null;
        if (atom.text.includes('/') && kind !== 'fraction') return null;
        fields[field] = atom.value;
      }
      at += 1;
    }
  }
  return at === atoms.length ? fields : null;
}

function complain(context: Context, option: AnyOption, clause: Clause, atoms: readonly AtomNode[], value: string): null {
  const ways = waysOf(option);
  const options = ways.map((way) => (way.body ? `${way.text} { … }` : way.text));
  const near = nearest(
    value,
    ways.filter((way) => way.pattern === undefined && !way.body).map((way) => way.text),
  );
  const why = option.refused !== undefined && Object.hasOwn(option.refused, value) ? option.refused[value]! : null;
  context.problems.push(
    raise(
      unknownOption,
      { value, clause: { is: 'clause', word: option.word }, options, nearest: near, ...(why === null ? {} : { why }) },
      mended(spanOf(clause, atoms), near, near),
    ),
  );
  return null;
}

/** The alternatives of a clause as they were written, with the sign between them. */
function writtenAs({ node }: Clause): string {
  const sign = node.shape === 'choices' && node.separator === '|' ? ' | ' : ', ';
  return alternativesOf(node)
    .map((atoms) => atoms.map(atomText).join(' '))
    .join(sign);
}

function spanOf({ node, file }: Clause, atoms: readonly AtomNode[]): Place {
  return placeOf(file, atoms.length === 0 ? node.span : { start: atoms[0]!.span.start, end: atoms.at(-1)!.span.end });
}
