// Reading an option as its declaration says (core/methods/option.ts): a word that is none is reported with the nearest one, a word that no version
// executes yet is refused as such, and nothing that stands in the clause is passed over.
import { defaultLine, defaultOf, nearest, notYet, phraseOf, raise, unknownOption, waysOf, type AnyOption, type Chosen, type ChosenOf, type Options } from '@studyspec/core';
import type { AtomNode, ClauseNode } from '../syntax/ast.ts';
import { alternativesOf, atomText, clauseOf } from './clauses.ts';
import type { Context } from './context.ts';
import { mended, placeOf, type Declared, type Located } from './declared.ts';

/** The plan's field of one option; null when it could not be read (reported). */
export function readOption<O extends AnyOption>(context: Context, declared: Declared, option: O): Chosen<O> | null {
  const clause = clauseOf(declared, option.word);
  if (clause === null) return defaultOf(option);
  if (clause.node.shape === 'broken') return null;
  const alternatives = alternativesOf(clause.node);
  if (!option.several && alternatives.length > 1) return complain(context, option, clause, alternatives.flat(), alternatives.map((atoms) => atoms.map(atomText).join(' ')).join(', '));
  const read: unknown[] = [];
  for (const atoms of alternatives.length === 0 ? [[]] : alternatives) {
    const one = readPhrase(context, option, clause, atoms);
    if (one === null) return null;
    if (!option.several) return one as Chosen<O>;
    read.push(one.kind);
  }
  return read as unknown as Chosen<O>;
}

/** All options of a method; null when one of them could not be read. */
export function readOptions<Os extends Options>(context: Context, declared: Declared, options: Os): ChosenOf<Os> | null {
  const read = Object.entries(options).map(([field, option]) => [field, readOption(context, declared, option)] as const);
  return read.some(([, value]) => value === null) ? null : Object.fromEntries(read) as ChosenOf<Os>;
}

/** What holds in place of the clauses that were left out. */
export function defaultsOfOptions(declared: Declared, options: Options): readonly string[] {
  return Object.values(options).filter((option) => !declared.clauses.has(option.word)).map(defaultLine);
}

function readPhrase(context: Context, option: AnyOption, clause: Located<ClauseNode>, atoms: readonly AtomNode[]): { readonly kind: string } | null {
  for (const [kind, choice] of Object.entries(option.choices)) {
    const fields: Record<string, unknown> = {};
    if (!matches(phraseOf(kind, choice), atoms, fields)) continue;
    if (!('notYet' in choice)) return { kind, ...fields };
    context.problems.push(raise(notYet, { what: `${option.word} ${kind}` }, { place: spanOf(clause, atoms) }));
    return null;
  }
  return complain(context, option, clause, atoms, atoms.map(atomText).join(' '));
}

/** Whether the atoms are this phrase, all of them and nothing more; the author's own values go into `fields`. */
function matches(phrase: ReturnType<typeof phraseOf>, atoms: readonly AtomNode[], fields: Record<string, unknown>): boolean {
  let at = 0;
  for (const part of phrase) {
    if (typeof part === 'string') {
      if (atoms[at] === undefined || atomText(atoms[at]!) !== part) return false;
      at += 1;
      continue;
    }
    for (const [field, kind] of Object.entries(part)) {
      const atom = atoms[at];
      if (typeof kind === 'object') {
        const given = atom !== undefined && atomText(atom) === kind.unless;
        fields[field] = !given;
        if (given) at += 1;
        continue;
      }
      if (atom === undefined) return false;
      if (kind === 'column' || kind === 'name') {
        if (atom.kind === 'operator' || atom.kind === 'figure' || (atom.kind === 'address' && atom.args !== null)) return false;
        fields[field] = atomText(atom);
      } else {
        if (atom.kind !== 'figure' || (kind === 'whole' && !Number.isInteger(atom.value))) return false;
        fields[field] = atom.value;
      }
      at += 1;
    }
  }
  return at === atoms.length;
}

function complain(context: Context, option: AnyOption, clause: Located<ClauseNode>, atoms: readonly AtomNode[], value: string): null {
  const options = waysOf(option).filter((way) => !way.notYet).map((way) => way.text);
  const near = nearest(value, options);
  context.problems.push(raise(unknownOption, { value, clause: option.word, options, nearest: near }, mended(spanOf(clause, atoms), near, near)));
  return null;
}

function spanOf({ node, file }: Located<ClauseNode>, atoms: readonly AtomNode[]): ReturnType<typeof placeOf> {
  return placeOf(file, atoms.length === 0 ? node.span : { start: atoms[0]!.span.start, end: atoms.at(-1)!.span.end });
}
