// What a fixed parameter would do, were it let go: modification indices and expected changes.
import type { Estimate } from './estimate.ts';
import { slotDerivatives, type GroupSample, type GroupState } from './likelihood.ts';
import { itemsOf, type MeasurementModel } from './model.ts';
import type { FactorTable, ParameterSlot } from './table.ts';

export interface Modification {
  readonly kind: 'loading' | 'residual' | 'covariance';
  /** The item of a loading; else the two, in the order of their names. */
  readonly name: string;
  /** The factor of a loading. */
  readonly other: string;
  /** χ² on one degree of freedom, and how far the parameter would move. */
  readonly index: number;
  readonly change: number;
  /** The same of standardised items and factors; null where a variance is not positive. */
  readonly standardised: number | null;
}

/**
 * The fall of χ² that letting one parameter go promises: T = s²/(I_dd − I_da·I_aa⁻¹·I_ad), s its score and I the expected information at
 * the solution, and its change s/(…) (Sörbom 1989, Psychometrika 54:371–384). Null where the data do not identify it.
 */
export function released(
  table: FactorTable,
  covariance: readonly (readonly number[])[],
  derivatives: { readonly score: Float64Array; readonly information: readonly Float64Array[] },
  slot: number,
): { readonly index: number; readonly change: number } | null {
  const cross = Array.from({ length: table.parameters }, () => 0);
  for (const [s, at] of table.index[0]!.entries()) if (at >= 0) cross[at] = cross[at]! + derivatives.information[slot]![s]!;
  const own = derivatives.information[slot]![slot]!;
  let left = own;
  for (const [i, a] of cross.entries()) for (const [j, b] of cross.entries()) left -= a * covariance[i]![j]! * b;
  // What the free parameters leave of its information; below this it is rounding, and the parameter says nothing new.
  if (!(left > 1e-9 * own)) return null;
  const score = derivatives.score[slot]!;
  return { index: (score * score) / left, change: score / left };
}

/** Every cross-loading, correlated error and covariance of factors that is not free, the largest first. */
export function modifications(
  model: MeasurementModel,
  table: FactorTable,
  found: Pick<Estimate, 'covariance' | 'converged'>,
  state: GroupState,
  sample: GroupSample,
): Modification[] {
  if (found.covariance === null || !found.converged) return [];
  const items = itemsOf(model);
  const has = (wanted: ParameterSlot): boolean => table.slots.some((slot) => alike(slot, wanted));
  const candidates: ParameterSlot[] = [
    ...items.flatMap((_, item) => table.factors.map((_unused, factor): ParameterSlot => ({ kind: 'loading', item, factor }))),
    ...items.flatMap((_, other) => Array.from({ length: other }, (_unused, item): ParameterSlot => ({ kind: 'residual', item, other }))),
    ...table.factors.flatMap((_, other) =>
      Array.from({ length: other }, (_unused, factor): ParameterSlot => ({ kind: 'covariance', factor, other })),
    ),
  ].filter((slot) => !has(slot));
  const slots = [...table.slots, ...candidates];
  const derivatives = slotDerivatives({ ...table, slots }, state, sample);
  const spread = (value: number): number | null => (value > 0 ? Math.sqrt(value) : null);
  const per = (change: number, above: number | null, below: number | null): number | null =>
    above === null || below === null ? null : (change * above) / below;
  const out = candidates.flatMap((slot, k): Modification[] => {
    const test = released(table, found.covariance!, derivatives, table.slots.length + k);
    if (test === null) return [];
    const one = { index: test.index, change: test.change };
    if (slot.kind === 'loading') {
      const standardised = per(
        test.change,
        spread(state.factorCovariance[slot.factor]![slot.factor]!),
        spread(state.implied[slot.item]![slot.item]!),
      );
      return [{ kind: 'loading', name: items[slot.item]!, other: table.factors[slot.factor]!, ...one, standardised }];
    }
    if (slot.kind === 'residual') {
      const product = state.residuals[slot.item]! * state.residuals[slot.other]!;
      return [
        {
          kind: 'residual',
          name: items[slot.item]!,
          other: items[slot.other]!,
          ...one,
          standardised: per(test.change, 1, spread(product)),
        },
      ];
    }
    if (slot.kind !== 'covariance') return [];
    const product = state.disturbances[slot.factor]![slot.factor]! * state.disturbances[slot.other]![slot.other]!;
    const standardised = per(test.change, 1, spread(product));
    return [{ kind: 'covariance', name: table.factors[slot.factor]!, other: table.factors[slot.other]!, ...one, standardised }];
  });
  return out.sort((a, b) => b.index - a.index);
}

function alike(one: ParameterSlot, two: ParameterSlot): boolean {
  if (one.kind === 'path' && two.kind === 'covariance')
    return (one.factor === two.factor && one.other === two.other) || (one.factor === two.other && one.other === two.factor);
  if (one.kind !== two.kind) return false;
  if (one.kind === 'loading') return one.item === (two as typeof one).item && one.factor === (two as typeof one).factor;
  if (one.kind === 'residual') {
    const { item, other } = two as typeof one;
    return (one.item === item && one.other === other) || (one.item === other && one.other === item);
  }
  if (one.kind !== 'covariance') return false;
  const { factor, other } = two as typeof one;
  return (one.factor === factor && one.other === other) || (one.factor === other && one.other === factor);
}
