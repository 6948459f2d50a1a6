// Is the index measured alike everywhere? The dimensions that the index is made of, as a multi-group factor model over the items that all
// studies asked; what each study's own answers say of these dimensions; and, where items stand elsewhere in some study, the model without
// them.
import { mistakenColumns } from '../../procedures/congruence/index.ts';
import { invariance, ownStructure, type Invariance, type Move, type OwnStructure } from '../../procedures/invariance/index.ts';
import { modelFitVerdict, type InvarianceVerdict } from '../../procedures/invariance/rules.ts';
import type { SimpleStructure } from '../../procedures/invariance/model.ts';
import { comparableItems, type ComparedStudy } from './study.ts';

type Factors = SimpleStructure['factors'];

/** An item that, by some study's own answers, belongs to another dimension than the declared one. */
export interface MovedItem {
  readonly item: string;
  readonly from: string;
  /** Only studies in which it moved. */
  readonly in: readonly { readonly study: string; readonly move: Move }[];
  /** It belongs to the same other dimension in every study: the studies agree with each other, and not with the declaration. */
  readonly everywhere: boolean;
}

/** What may be compared, after everything that was looked at. */
export type Comparable = 'nothing' | 'relations' | 'means' | 'unknown';

export interface ComparedInvariance {
  readonly index: string;
  readonly factors: Factors;
  /** Common items that the model leaves out: their dimension has no other item that everyone asked. */
  readonly left: readonly string[];
  readonly result: Invariance;
  /** Each study by itself; `fit` is null where there is no model. */
  readonly own: readonly { readonly study: string; readonly structure: OwnStructure; readonly form: InvarianceVerdict | null }[];
  readonly moved: readonly MovedItem[];
  /** Studies some of whose columns look mistaken for each other, against the first: an item, and the one that its answers look like. */
  readonly mistaken: readonly { readonly study: string; readonly items: readonly { readonly item: string; readonly like: string }[] }[];
  /**
   * Without the items that stand elsewhere in some studies only (or were mistaken for others); null where there are none, or nothing is
   * left.
   */
  readonly without: {
    readonly left: readonly string[];
    readonly items: readonly string[];
    readonly factors: Factors;
    readonly result: Invariance;
    readonly comparable: Comparable;
  } | null;
  readonly comparable: Comparable;
}

/** One model an index of the first study; factors are its dimensions (one factor over all items where it has none). */
export function comparedInvariance(studies: readonly ComparedStudy[], index: string): ComparedInvariance {
  const items = comparableItems(studies, index);
  const factors = factorsOver(studies[0]!, index, items);
  const order = factors.flatMap((one) => one.items);
  const result = invariance({ factors }, groupsOf(studies, order));
  const own = studies.map((study) => {
    const structure = ownStructure({ factors }, groupsOf([study], order)[0]!);
    return { study: study.name, structure, form: structure.fit === null ? null : modelFitVerdict(structure.fit) };
  });
  const moved = movedItems(own);
  const dimensionOf = factors.flatMap((factor, f) => factor.items.map(() => f));
  const mistaken = studies.slice(1).flatMap((study) => {
    const [one, other] = groupsOf([studies[0]!, study], order);
    const found = mistakenColumns(order, dimensionOf, one!.columns, other!.columns)?.items ?? [];
    return found.length === 0 ? [] : [{ study: study.name, items: found }];
  });
  const elsewhere = itemsApart({ moved, mistaken });
  const without = elsewhere.length === 0 ? null : reconciled(studies, index, items, elsewhere);
  return {
    index,
    factors,
    left: items.filter((item) => !order.includes(item)),
    result,
    own,
    moved,
    mistaken,
    without,
    // A pooled model averages over studies and may pass although one of them says otherwise.
    comparable: elsewhere.length > 0 ? 'nothing' : comparableBy(result),
  };
}

/** Items on which the studies disagree: they stand elsewhere in some of them only, or were mistaken for others. */
export function itemsApart({ moved, mistaken }: Pick<ComparedInvariance, 'moved' | 'mistaken'>): string[] {
  return [
    ...new Set([
      ...moved.filter((one) => !one.everywhere).map((one) => one.item),
      ...mistaken.flatMap((one) => one.items.map(({ item }) => item)),
    ]),
  ];
}

function factorsOver(first: ComparedStudy, index: string, items: readonly string[]): Factors {
  const dimensions = first.plan.groups
    .filter((group) => group.kind === 'dimension')
    .map((group) => ({ name: group.name, items: group.members.filter((member) => items.includes(member)) }))
    .filter((one) => one.items.length > 0);
  const covered = new Set(dimensions.flatMap((one) => one.items));
  const all = items.every((item) => covered.has(item)) ? dimensions : [{ name: index, items }];
  return all.filter((one) => one.items.length > 1);
}

const groupsOf = (
  studies: readonly ComparedStudy[],
  order: readonly string[],
): { readonly name: string; readonly columns: readonly Float64Array[] }[] =>
  studies.map((study) => ({ name: study.name, columns: order.map((item) => study.coded.numbers.get(item)!) }));

function movedItems(own: readonly { readonly study: string; readonly structure: OwnStructure }[]): MovedItem[] {
  const all = own.flatMap(({ study, structure }) => structure.moves.map((move) => ({ study, move })));
  return [...new Set(all.map(({ move }) => move.item))].map((item): MovedItem => {
    const found = all.filter(({ move }) => move.item === item);
    return {
      item,
      from: found[0]!.move.from,
      in: found,
      everywhere: found.length === own.length && found.every(({ move }) => move.to === found[0]!.move.to),
    };
  });
}

/** The instrument that the studies share: the same question, without the items on which they disagree. */
function reconciled(
  studies: readonly ComparedStudy[],
  index: string,
  items: readonly string[],
  left: readonly string[],
): ComparedInvariance['without'] {
  const factors = factorsOver(
    studies[0]!,
    index,
    items.filter((item) => !left.includes(item)),
  );
  const order = factors.flatMap((one) => one.items);
  if (order.length === 0) return null;
  const result = invariance({ factors }, groupsOf(studies, order));
  return result.steps.length === 0 ? null : { left, items: order, factors, result, comparable: comparableBy(result) };
}

function comparableBy(result: Invariance): Comparable {
  if (result.steps.length === 0) return 'unknown';
  switch (result.reached?.level) {
    case 'scalar':
    case 'strict':
      return 'means';
    case 'metric':
      return 'relations';
    case 'configural':
    case undefined:
      return 'nothing';
  }
}
