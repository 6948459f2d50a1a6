// What every lowering step shares: the merged names, the problems found so far, the places of plan paths, and the
// look-up of a name with the right complaint when it fails.
import { type Lost, type Role } from '@studyspec/core';
import {
  leftOutButUsed,
  nearest,
  raise,
  unknownName,
  wrongKind,
  type CategoryPlan,
  type CompareJob,
  type CompositeJob,
  type CorrelateJob,
  type DeprivationJob,
  type GroupPlan,
  type IndexJob,
  type Place,
  type PlanPath,
  type Problem,
  type MeasurementJob,
  type MediationJob,
  type RegressionJob,
  type RobustnessPlan,
  type ScalePlan,
  type VariablePlan,
} from '@studyspec/core';
import type { AddressNode, TermNode } from '../syntax/ast.ts';
import { losing, noteLoss, type Absence } from './absences.ts';
import { mended, pathText, placeOf, type Declared } from './declared.ts';
import type { LoweredComparison } from './lower-comparison.ts';
import type { Merged } from './merge.ts';
import type { Texts } from './project.ts';

export interface Context {
  /** Of the report of a study that states none. */
  readonly language: string;
  readonly merged: Merged;
  readonly problems: Problem[];
  readonly origins: Map<PlanPath, Place>;
  readonly scales: Map<string, ScalePlan>;
  readonly variables: Map<string, VariablePlan>;
  readonly groups: Map<string, GroupPlan>;
  readonly indices: Map<string, IndexJob>;
  /** Indices without components. */
  readonly composites: Map<string, CompositeJob>;
  /** Numbers that are reversed without a range, and where that is said. */
  readonly turned: Map<string, Place>;
  /** Component → its index. */
  readonly components: Map<string, string>;
  readonly compares: Map<string, CompareJob>;
  readonly correlates: Map<string, CorrelateJob>;
  readonly regressions: Map<string, RegressionJob>;
  readonly robustness: Map<string, RobustnessPlan>;
  readonly measurements: Map<string, MeasurementJob>;
  readonly mediations: Map<string, MediationJob>;
  readonly deprivations: Map<string, DeprivationJob>;
  /** Of a file that compares studies: what it compares. */
  comparison: LoweredComparison | null;
  /** What was not asked, by name; what is left out for its sake points to the same entry. */
  readonly absences: Map<string, Absence>;
  /** Groups that lost members → what they lost: who uses the group loses it too. */
  readonly thinned: Map<string, Absence[]>;
  /** Dropped names of which it was said that something still needs them. */
  readonly missed: Set<string>;
  /** Mapped columns of which a part could not be read: what reads them is not reported again. */
  readonly brokenColumns: Set<string>;
  /** Names used by something; for hints. */
  readonly texts: Texts;
  /** Further files that are wanted. */
  readonly needs: Set<string>;
}

/** Kind of a declared name in the author's words. */
export function kindOf(context: Context, name: string): string | null {
  return context.merged.named.get(name)?.kind ?? null;
}

/** Marks a declaration as unusable: its uses are not reported again. */
export function giveUp(context: Context, name: string): null {
  context.merged.broken.add(name);
  return null;
}

export interface Listed {
  readonly size: number;
  readonly found: readonly Declared[];
  readonly names: readonly string[];
}
/** What was found for a study: mistakes come in thousands, and each asks for one of a few lists. */
const listed = new WeakMap<object, Map<string, Listed>>();

const scaleNames = new WeakMap<object, readonly string[]>();

/** The names of all scales: the same list each time. */
export function scalesOf(context: Context): readonly string[] {
  const { scales } = context.merged;
  const known = scaleNames.get(scales) ?? [...scales.keys()];
  scaleNames.set(scales, known);
  return known;
}

const levelNames = new WeakMap<object, readonly string[]>();

/** The names of a category's levels: the same list each time. */
export function levelsOf({ levels }: CategoryPlan): readonly string[] {
  const known = levelNames.get(levels) ?? levels.map((level) => level.name);
  levelNames.set(levels, known);
  return known;
}

/** Everything of these kinds, in order of declaration. */
export function ofKinds(context: Context, kinds: readonly string[] | 'all'): Listed {
  const { named } = context.merged;
  const lists = listed.get(named) ?? new Map<string, Listed>();
  listed.set(named, lists);
  const before = lists.get(kinds.toString());
  if (before?.size === named.size) return before;
  const found = [...named.values()].filter((candidate) => kinds === 'all' || kinds.includes(candidate.kind));
  const list = { size: named.size, found, names: found.map((candidate) => candidate.name) };
  lists.set(kinds.toString(), list);
  return list;
}

/** The declaration that a name means, if it is of one of the kinds; complains once otherwise. */
export function find(context: Context, text: string, place: Place, kinds: readonly string[], role: Role): Declared | null {
  const declared = context.merged.named.get(text);
  if (declared === undefined) {
    if (reportDropped(context, text, place, role)) return null;
    if (!context.merged.broken.has(text)) {
      const known = ofKinds(context, kinds).names;
      const near = nearest(text, known);
      context.problems.push(raise(unknownName, { name: text, role, nearest: near, known }, mended(place, near)));
    }
    return null;
  }
  if (!kinds.includes(declared.kind)) {
    context.problems.push(
      raise(
        wrongKind,
        { name: text, found: declared.kind, expected: kinds, role },
        { place, related: [{ says: { is: 'declared', kind: declared.kind }, place: declared.place }] },
      ),
    );
    return null;
  }
  return context.merged.broken.has(text) ? null : declared;
}

/** A name that a `without` dropped is complained of there, once, with the first use beside it. */
export function reportDropped(context: Context, text: string, use: Place, role: Role): boolean {
  const place = context.merged.dropped.get(text);
  if (place === undefined) return false;
  if (!context.missed.has(text))
    context.problems.push(raise(leftOutButUsed, { name: text, role }, { place, related: [{ says: { is: 'needed' }, place: use }] }));
  context.missed.add(text);
  return true;
}

export interface Found {
  readonly name: string;
  readonly declared: Declared;
  readonly place: Place;
  readonly address: AddressNode;
}

/** What a list names. `complete` is false when a name was reported; `absent` holds what was not asked and is left out of `found`. */
export interface FoundList {
  readonly found: readonly Found[];
  readonly complete: boolean;
  readonly absent: readonly Absence[];
}

/** Names of a list, runs `a..b` unfolded in order of declaration. What was not asked is skipped, and `loser` is noted as losing it. */
export function findAll(
  context: Context,
  terms: readonly TermNode[],
  file: string,
  kinds: readonly string[],
  role: Role,
  loser: Lost,
): FoundList {
  const found: Found[] = [];
  const absent: Absence[] = [];
  let complete = true;
  const add = (declared: Declared, place: Place, address: AddressNode): void => {
    const absence = losing(context, declared.name, loser);
    for (const lost of context.thinned.get(declared.name) ?? []) noteLoss(lost, loser);
    if (absence === null) found.push({ name: declared.name, declared, place, address });
    else absent.push(absence);
  };
  for (const term of terms) {
    const first = term.factors[0];
    if (first === undefined) continue;
    for (const address of term.to === null ? [first] : [first, term.to]) {
      if (address !== first) continue;
      const place = placeOf(file, address.span);
      const declared = find(context, pathText(address), place, kinds, role);
      if (declared === null) {
        complete = false;
        continue;
      }
      if (term.to === null) {
        add(declared, place, address);
        continue;
      }
      const end = find(context, pathText(term.to), placeOf(file, term.to.span), kinds, role);
      if (end === null) {
        complete = false;
        continue;
      }
      for (const member of run(context, declared, end, kinds)) add(member, place, address);
    }
  }
  return { found, complete, absent };
}

/** SPSS's TO: everything of these kinds from the first to the last, in order of declaration. */
export function run(context: Context, first: Declared, last: Declared, kinds: readonly string[]): readonly Declared[] {
  const all = ofKinds(context, kinds).found;
  const [from, to] = [all.indexOf(first), all.indexOf(last)].sort((a, b) => a - b) as [number, number];
  return all.slice(from, to + 1);
}

/** Members of a dimension or block as variables; a category, indicator or number stands for itself. */
export function membersOf(context: Context, name: string): readonly string[] {
  return context.groups.get(name)?.members ?? [name];
}

export function categoryOf(context: Context, name: string): CategoryPlan | null {
  const variable = context.variables.get(name);
  return variable?.kind === 'category' ? variable : null;
}
