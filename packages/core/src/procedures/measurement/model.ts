// A measurement model of one group, as an author states it, and as a table of parameters with start values.
import { symmetricEigen, type Matrix } from '../../numerics/linear-algebra.ts';
import { square } from '../../numerics/powers.ts';
import type { FactorTable, ParameterSlot } from './table.ts';

export interface MeasurementModel {
  /** An item of two factors has a cross-loading. */
  readonly factors: readonly { readonly name: string; readonly items: readonly string[] }[];
  /** Factors made of factors. */
  readonly secondOrder?: readonly { readonly name: string; readonly factors: readonly string[] }[];
  /** Pairs of items whose errors are correlated. */
  readonly residualCovariances?: readonly (readonly [string, string])[];
  /** Factors do not correlate. */
  readonly orthogonal?: boolean;
}

/**
 * How a factor gets its unit. `marker`: its first loading is 1 (lavaan's default); `std`: its variance is 1, or what a second order leaves
 * of it (lavaan's `std.lv = TRUE`). The fit is the same.
 */
export type Scaling = 'marker' | 'std';

/** Each item once, in the order of the factors. */
export function itemsOf(model: MeasurementModel): string[] {
  return [...new Set(model.factors.flatMap((factor) => factor.items))];
}

interface Parameter {
  readonly slot: ParameterSlot;
  /** Where it is not estimated. */
  readonly fixed: number | null;
}

/** Intercepts are estimated, or stand at `means`, which changes nothing where no answer is missing. */
export function modelTable(model: MeasurementModel, scaling: Scaling, means: readonly number[] | null): FactorTable {
  const items = itemsOf(model);
  const factors = [...model.factors, ...(model.secondOrder ?? [])].map((factor) => factor.name);
  const parameters = [
    ...loadingsOf(model, items, factors, scaling),
    ...residualsOf(model, items),
    ...covariancesOf(model, factors, scaling),
    ...items.map((_, item): Parameter => ({ slot: { kind: 'intercept', item }, fixed: means === null ? null : means[item]! })),
  ];
  let free = 0;
  return {
    items,
    factors,
    slots: parameters.map(({ slot }) => slot),
    index: [parameters.map(({ fixed }) => (fixed === null ? free++ : -1))],
    fixed: [parameters.map(({ fixed }) => fixed ?? 0)],
    parameters: free,
  };
}

function loadingsOf(model: MeasurementModel, items: readonly string[], factors: readonly string[], scaling: Scaling): Parameter[] {
  const fixed = (at: number): number | null => (scaling === 'marker' && at === 0 ? 1 : null);
  return [
    ...model.factors.flatMap((factor, f) =>
      factor.items.map((item, at): Parameter => ({ slot: { kind: 'loading', item: items.indexOf(item), factor: f }, fixed: fixed(at) })),
    ),
    ...(model.secondOrder ?? []).flatMap((second) =>
      second.factors.map(
        (factor, at): Parameter => ({
          slot: { kind: 'path', factor: factors.indexOf(factor), other: factors.indexOf(second.name) },
          fixed: fixed(at),
        }),
      ),
    ),
  ];
}

function residualsOf(model: MeasurementModel, items: readonly string[]): Parameter[] {
  // A factor of one item is that item: its error could not be told from it.
  const single = new Set(model.factors.flatMap((factor) => (factor.items.length === 1 ? factor.items : [])));
  return [
    ...items.map((name, item): Parameter => ({ slot: { kind: 'residual', item, other: item }, fixed: single.has(name) ? 0 : null })),
    ...(model.residualCovariances ?? []).map(
      ([a, b]): Parameter => ({ slot: { kind: 'residual', item: items.indexOf(a), other: items.indexOf(b) }, fixed: null }),
    ),
  ];
}

function covariancesOf(model: MeasurementModel, factors: readonly string[], scaling: Scaling): Parameter[] {
  const explained = new Set((model.secondOrder ?? []).flatMap((second) => second.factors));
  return factors.flatMap((name, factor): Parameter[] => [
    { slot: { kind: 'covariance', factor, other: factor }, fixed: scaling === 'std' ? 1 : null },
    ...factors
      .slice(0, factor)
      .flatMap((before, other): Parameter[] =>
        model.orthogonal === true || explained.has(name) || explained.has(before)
          ? []
          : [{ slot: { kind: 'covariance', factor: other, other: factor }, fixed: null }],
      ),
  ]);
}

/**
 * Start values: the first principal axis of each factor's items, and of each second order's factors, correlated as the sums weighted by
 * these loadings are; cross-loadings and correlated errors start at 0. `closeness` shrinks the correlations between factors.
 */
export function startOf(
  model: MeasurementModel,
  table: FactorTable,
  covariance: Matrix,
  means: readonly number[],
  closeness = 1,
): number[] {
  const sds = covariance.map((row, i) => Math.sqrt(row[i]!));
  const correlation = covariance.map((row, i) => row.map((value, j) => value / (sds[i]! * sds[j]!)));
  const home = table.items.map((item) => model.factors.findIndex((factor) => factor.items.includes(item)));
  const loading = axes(
    correlation,
    model.factors.map((_, f) => home.flatMap((own, item) => (own === f ? [item] : []))),
  );
  const sums = model.factors.map((_, f) =>
    model.factors.map((_unused, g) => {
      let total = 0;
      for (const [i, one] of home.entries())
        for (const [j, two] of home.entries()) if (one === f && two === g) total += loading[i]! * loading[j]! * correlation[i]![j]!;
      return total;
    }),
  );
  const between = sums.map((row, f) =>
    row.map((value, g) => (f === g ? 1 : closeness * Math.max(-0.8, Math.min(0.8, value / (Math.sqrt(sums[f]![f]! * sums[g]![g]!) || 1))))),
  );
  const seconds = (model.secondOrder ?? []).map((second) => second.factors.map((name) => table.factors.indexOf(name)));
  const path = axes(between, seconds);
  const unit = table.factors.map(() => 1);
  const marked = (s: number): boolean => table.index[0]![s]! < 0;
  for (const [s, slot] of table.slots.entries()) {
    if (slot.kind === 'loading' && marked(s)) unit[slot.factor] = loading[slot.item]! * sds[slot.item]! || 1;
    if (slot.kind === 'path' && marked(s)) unit[slot.other] = (path[slot.factor] ?? 0) * unit[slot.factor]! || 1;
  }
  const start: number[] = [];
  for (const [s, slot] of table.slots.entries()) {
    const at = table.index[0]![s]!;
    if (at < 0) continue;
    switch (slot.kind) {
      case 'loading':
        start[at] = home[slot.item] === slot.factor ? (loading[slot.item]! * sds[slot.item]!) / unit[slot.factor]! : 0;
        break;
      case 'path':
        start[at] = ((path[slot.factor] ?? 0) * unit[slot.factor]!) / unit[slot.other]!;
        break;
      case 'residual':
        start[at] = slot.item === slot.other ? Math.max(0.2, 1 - square(loading[slot.item]!)) * covariance[slot.item]![slot.item]! : 0;
        break;
      case 'covariance': {
        const left =
          slot.factor === slot.other ? Math.max(0.2, 1 - square(path[slot.factor] ?? 0)) : (between[slot.factor]?.[slot.other] ?? 0);
        start[at] = left * unit[slot.factor]! * unit[slot.other]!;
        break;
      }
      case 'intercept':
        start[at] = means[slot.item]!;
        break;
      case 'mean':
        start[at] = 0;
        break;
    }
  }
  return start;
}

/** Loadings of each member of each list on the list's first principal axis; .8 of it is nearer to a factor's. */
function axes(correlation: Matrix, lists: readonly (readonly number[])[]): number[] {
  const out: number[] = [];
  for (const own of lists) {
    if (own.length === 0) continue;
    const { values, vectors } = symmetricEigen(own.map((i) => own.map((j) => correlation[i]![j]!)));
    const sign = vectors.reduce((sum, row) => sum + row[0]!, 0) < 0 ? -1 : 1;
    const share = own.length === 1 ? 1 : 0.8;
    for (const [at, i] of own.entries()) out[i] = sign * vectors[at]![0]! * Math.sqrt(Math.max(values[0]!, 0.1)) * share;
  }
  return out;
}
