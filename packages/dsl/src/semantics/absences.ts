// What was not asked: `absent` in a map drops a thing from whatever uses it, and whatever loses something is written down, so that one
// problem a missing question can say what the study goes without.
import { notAsked, raise, type Lost, type Place } from '@studyspec/core';
import type { AddressNode } from '../syntax/ast.ts';
import type { Context } from './context.ts';
import { pathText, type Declared } from './declared.ts';

export interface Absence {
  /** What the survey did not ask. A number computed from it, or a block that held nothing else, shares its absence. */
  readonly name: string;
  readonly place: Place;
  /** Everything that lost something by it, each once. */
  readonly lost: Map<string, Lost>;
}

/** Notes that `loser` goes without `name`, when that was not asked; null when it was. */
export function losing(context: Context, name: string, loser: Lost): Absence | null {
  const absence = context.absences.get(name) ?? null;
  if (absence !== null) noteLoss(absence, loser);
  return absence;
}

const keyOf = (lost: Lost): string => (lost.is === 'declaration' ? `${lost.kind} ${lost.name}` : '');

/** Notes that something goes without what was not asked. */
export function noteLoss(absence: Absence, loser: Lost): void {
  if (!absence.lost.has(keyOf(loser))) absence.lost.set(keyOf(loser), loser);
}

/** A declaration of which nothing is left: its uses lose it as they would lose what was not asked. */
export function leaveOut(context: Context, declared: Declared, absence: Absence): null {
  const loser = loserOf(declared);
  absence.lost.delete(keyOf(loser));
  absence.lost.set(keyOf(loser), { ...loser, whole: true });
  context.absences.set(declared.name, absence);
  return null;
}

/** A declaration as what loses something. */
export function loserOf({ kind, name }: Declared): Extract<Lost, { readonly is: 'declaration' }> {
  return { is: 'declaration', kind, name, whole: false };
}

/** Does an address speak of something that was not asked? Then the claim about it is dropped, and said to be. */
export function losingAddress(context: Context, address: AddressNode, loser: Lost): Absence | null {
  const [first, second] = address.path;
  const names = [first?.text ?? ''];
  const kind = context.merged.named.get(names[0]!)?.kind;
  if (second !== undefined && (kind === 'regression' || kind === 'compare')) names.push(second.text);
  for (const argument of address.args ?? []) {
    if (argument.kind === 'term')
      for (const part of [...argument.parts, ...(argument.to === null ? [] : [argument.to])])
        names.push(part.path[0]?.text ?? pathText(part));
  }
  for (const name of names) {
    const absence = losing(context, name, loser);
    if (absence !== null) return absence;
  }
  return null;
}

/** One problem for each thing that was not asked, unless a graver one stands on its line already. */
export function reportAbsences(context: Context): void {
  const spot = ({ file, span }: Place): string => `${span.start} ${file}`;
  const told = new Set(context.problems.flatMap(({ place }) => (place === undefined ? [] : [spot(place)])));
  for (const [name, absence] of context.absences) {
    if (name !== absence.name || told.has(spot(absence.place))) continue;
    context.problems.push(raise(notAsked, { name, lost: [...absence.lost.values()] }, { place: absence.place }));
    told.add(spot(absence.place));
  }
}
