// A multi-group factor model of simple structure as a table of parameters. How it is fitted is measurement/estimate.ts.
import type { FactorTable, ParameterSlot } from '../measurement/table.ts';

/** Each item belongs to one factor. Columns of the data follow the factors: all items of the first, then of the second … */
export interface SimpleStructure {
  readonly factors: readonly { readonly name: string; readonly items: readonly string[] }[];
}

/** What is held equal: nothing; loadings; loadings and intercepts (factor means then differ); residual variances too. */
export type InvarianceLevel = 'configural' | 'metric' | 'scalar' | 'strict';

/**
 * How a factor gets its unit. `marker`: its first item's loading is 1 (lavaan's default). `std`: its variance is 1, in the first group
 * only once loadings are equal (lavaan's `std.lv = TRUE`). The fit is the same.
 */
export type Identification = 'marker' | 'std';

export type ConstrainedKind = 'loading' | 'intercept' | 'residual';

/** A parameter let go: it differs between all groups although the level holds its kind equal. */
export interface Freed {
  readonly kind: ConstrainedKind;
  readonly item: string;
}

/** No factor of these is made of factors. */
export type SimpleSlot = Exclude<ParameterSlot, { readonly kind: 'path' }>;

export interface ParameterTable extends FactorTable {
  readonly slots: readonly SimpleSlot[];
  readonly structure: SimpleStructure;
  /** Factor of each item. */
  readonly factorOf: readonly number[];
}

/** The level's kinds of parameters that are equal across groups. */
export function constrainedKinds(level: InvarianceLevel): readonly ConstrainedKind[] {
  return { configural: [], metric: ['loading'], scalar: ['loading', 'intercept'], strict: ['loading', 'intercept', 'residual'] }[
    level
  ] as readonly ConstrainedKind[];
}

export function parameterTable(
  structure: SimpleStructure,
  groups: number,
  level: InvarianceLevel,
  identification: Identification,
  freed: readonly Freed[] = [],
): ParameterTable {
  const items = structure.factors.flatMap((factor) => factor.items);
  const factorOf = structure.factors.flatMap((factor, f) => factor.items.map(() => f));
  const slots = slotsOf(factorOf, structure.factors.length);
  const held = constrainedKinds(level);
  const isFreed = (kind: ConstrainedKind, item: number): boolean => freed.some((one) => one.kind === kind && one.item === items[item]);
  const markers = markersOf(factorOf, structure.factors.length, (item) => isFreed('loading', item));
  const single = structure.factors.map((factor) => factor.items.length === 1);
  const equal = (slot: SimpleSlot): boolean =>
    (slot.kind === 'loading' || slot.kind === 'intercept' || slot.kind === 'residual') &&
    held.includes(slot.kind) &&
    !isFreed(slot.kind, slot.item);
  const fixedAt = (slot: SimpleSlot, group: number): number | null => {
    if (slot.kind === 'mean') return group === 0 || !held.includes('intercept') ? 0 : null;
    if (slot.kind === 'loading') return identification === 'marker' && markers[slot.factor] === slot.item ? 1 : null;
    if (slot.kind === 'covariance')
      return slot.factor === slot.other && identification === 'std' && (group === 0 || !held.includes('loading')) ? 1 : null;
    // A factor of one item is that item: its error could not be told from it.
    if (slot.kind === 'residual') return single[factorOf[slot.item]!]! ? 0 : null;
    return null;
  };
  let parameters = 0;
  const index: number[][] = [];
  const fixed: number[][] = [];
  for (let group = 0; group < groups; group++) {
    index.push(
      slots.map((slot, s) => {
        if (fixedAt(slot, group) !== null) return -1;
        if (group > 0 && equal(slot)) return index[0]![s]!;
        return parameters++;
      }),
    );
    fixed.push(slots.map((slot) => fixedAt(slot, group) ?? 0));
  }
  return { structure, items, factors: structure.factors.map((factor) => factor.name), factorOf, slots, index, fixed, parameters };
}

function slotsOf(factorOf: readonly number[], factors: number): SimpleSlot[] {
  const slots: SimpleSlot[] = [];
  for (const [item, factor] of factorOf.entries()) slots.push({ kind: 'loading', item, factor });
  for (const item of factorOf.keys()) slots.push({ kind: 'residual', item, other: item });
  for (let factor = 0; factor < factors; factor++)
    for (let other = 0; other <= factor; other++) slots.push({ kind: 'covariance', factor, other });
  for (const item of factorOf.keys()) slots.push({ kind: 'intercept', item });
  for (let factor = 0; factor < factors; factor++) slots.push({ kind: 'mean', factor });
  return slots;
}

/** The first item of each factor whose loading is not let go: a marker must mean the same in all groups. */
function markersOf(factorOf: readonly number[], factors: number, isFreed: (item: number) => boolean): number[] {
  return Array.from({ length: factors }, (_, factor) => {
    const own = [...factorOf.keys()].filter((item) => factorOf[item] === factor);
    return own.find((item) => !isFreed(item)) ?? own[0]!;
  });
}
