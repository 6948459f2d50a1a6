// Maximum-likelihood estimation of a multi-group factor model: start values and Fisher scoring.
import { square } from '../../numerics/powers.ts';
import { inverseSymmetric, symmetricEigen } from '../../numerics/linear-algebra.ts';
import { minimise } from '../../numerics/minimise.ts';
import {
  discrepancyOf,
  groupStates,
  slotDerivatives,
  summedDerivatives,
  type GroupSample,
  type GroupState,
  type SlotDerivatives,
} from './likelihood.ts';
import type { ParameterTable } from './model.ts';

export interface Estimate {
  readonly theta: readonly number[];
  readonly states: readonly GroupState[];
  readonly slots: readonly SlotDerivatives[];
  readonly discrepancy: number;
  /** Largest |∂F/∂θ| with each parameter in units of 1/√(twice its information per case): free of the items' units. */
  readonly gradient: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Inverse of the expected information; null when that is singular: the model, or these data, do not identify every parameter. */
  readonly covariance: readonly (readonly number[])[] | null;
}

const GRADIENT = 1e-9;
/** Implied covariances as near to singular as this have left the region where a normal likelihood says anything. */
const NEARLY_SINGULAR = 1e-10;

/**
 * Minimises F = Σ n_g/N·F_g (Jöreskog 1971, Psychometrika 36:409–426) by Fisher scoring: the expected information stands for the second
 * derivatives. Residual variances may become negative, as in lavaan; the implied covariances may not. Null when there is no start.
 */
export function estimate(table: ParameterTable, samples: readonly GroupSample[], start: readonly number[]): Estimate | null {
  const total = samples.reduce((sum, sample) => sum + sample.n, 0);
  // The optimiser asks value, gradient and information of one point one after another.
  let known: { readonly theta: Float64Array; readonly states: readonly GroupState[] | null } | null = null;
  let derived: {
    readonly states: readonly GroupState[];
    readonly slots: SlotDerivatives[];
    score: number[];
    information: number[][];
  } | null = null;
  const statesAt = (theta: Float64Array): readonly GroupState[] | null => {
    if (known?.theta !== theta) known = { theta, states: groupStates(table, [...theta], samples) };
    return known.states;
  };
  const derivedAt = (theta: Float64Array): NonNullable<typeof derived> => {
    const states = statesAt(theta)!;
    if (derived?.states !== states) {
      const slots = states.map((state, group) => slotDerivatives(table, state, samples[group]!));
      derived = { states, slots, ...summedDerivatives(table, slots) };
    }
    return derived;
  };
  const found = minimise(
    {
      value: (theta) => {
        const states = statesAt(theta);
        return states === null || margin(states) <= NEARLY_SINGULAR ? Infinity : discrepancyOf(states, samples);
      },
      gradient: (theta) => Float64Array.from(derivedAt(theta).score, (entry) => (-2 * entry) / total),
      hessian: (theta) => derivedAt(theta).information.map((row) => row.map((entry) => (2 * entry) / total)),
    },
    Float64Array.from(start),
    { tolerance: GRADIENT, iterations: 400 },
  );
  if (found.reason === 'start') return null;
  const { states, slots, information } = derivedAt(found.x);
  return finish([...found.x], states, slots, found.value, found.gradient, found.iterations, found.converged, information);
}

function finish(
  theta: readonly number[],
  states: readonly GroupState[],
  slots: readonly SlotDerivatives[],
  discrepancy: number,
  gradient: number,
  iterations: number,
  converged: boolean,
  information: readonly (readonly number[])[],
): Estimate {
  // Scaled to a unit diagonal first, so that units of measurement do not decide what counts as singular.
  const roots = information.map((row, i) => Math.sqrt(row[i]!));
  const scaled = information.map((row, i) => row.map((entry, j) => entry / (roots[i]! * roots[j]!)));
  const usable = roots.every((root) => root > 0) && (symmetricEigen(scaled).values.at(-1) ?? 1) > 1e-10;
  const inverse = usable ? inverseSymmetric(scaled) : null;
  return {
    theta,
    states,
    slots,
    discrepancy,
    gradient,
    iterations,
    converged,
    covariance: inverse === null ? null : inverse.map((row, i) => row.map((entry, j) => entry / (roots[i]! * roots[j]!))),
  };
}

/** Smallest share of an item's implied variance that the other items do not determine: 1/(σᵢᵢ·σⁱⁱ). */
function margin(states: readonly GroupState[]): number {
  return Math.min(...states.map((state) => Math.min(...state.inverse.map((row, i) => 1 / (row[i]! * state.implied[i]![i]!)))));
}

/**
 * Start values: per group, the first principal axis of each factor's items gives loadings and a factor of variance 1, correlated as the
 * sums weighted by these loadings are; equal parameters start at their mean over groups, weighted by n.
 */
export function startValues(table: ParameterTable, samples: readonly GroupSample[]): number[] {
  const sums = Array.from({ length: table.parameters }, () => 0);
  const weights = Array.from({ length: table.parameters }, () => 0);
  // Once loadings are equal, the first group's factors set the unit; the others' variances then start at 1 too.
  for (const [group, sample] of samples.entries()) {
    const axes = axesOf(table, sample);
    const unit = table.structure.factors.map((_, factor) => {
      const marker = table.slots.findIndex((slot, s) => slot.kind === 'loading' && slot.factor === factor && table.index[group]![s]! < 0);
      return marker < 0 ? 1 : axes.loadings[(table.slots[marker] as { item: number }).item]! || 1;
    });
    for (const [s, slot] of table.slots.entries()) {
      const at = table.index[group]![s]!;
      if (at < 0) continue;
      let start = 0;
      if (slot.kind === 'loading') start = axes.loadings[slot.item]! / unit[slot.factor]!;
      else if (slot.kind === 'residual')
        start = Math.max(
          0.2 * sample.covariance[slot.item]![slot.item]!,
          sample.covariance[slot.item]![slot.item]! - square(axes.loadings[slot.item]!),
        );
      else if (slot.kind === 'covariance') start = axes.correlation(slot.factor, slot.other) * unit[slot.factor]! * unit[slot.other]!;
      else if (slot.kind === 'intercept') start = sample.means[slot.item]!;
      sums[at] = sums[at]! + sample.n * start;
      weights[at] = weights[at]! + sample.n;
    }
  }
  return sums.map((sum, i) => sum / weights[i]!);
}

function axesOf(table: ParameterTable, sample: GroupSample): { loadings: number[]; correlation: (a: number, b: number) => number } {
  const sds = sample.covariance.map((row, i) => Math.sqrt(row[i]!));
  const loadings = Array.from({ length: table.items.length }, () => 0);
  for (let factor = 0; factor < table.structure.factors.length; factor++) {
    const own = [...table.factorOf.keys()].filter((item) => table.factorOf[item] === factor);
    const { values, vectors } = symmetricEigen(own.map((i) => own.map((j) => sample.covariance[i]![j]! / (sds[i]! * sds[j]!))));
    const sign = vectors.reduce((sum, row) => sum + row[0]!, 0) < 0 ? -1 : 1;
    // A principal axis holds unique variance too: .8 of it is nearer to the factor's loading.
    for (const [at, item] of own.entries())
      loadings[item] = sign * vectors[at]![0]! * Math.sqrt(Math.max(values[0]!, 0.1)) * 0.8 * sds[item]!;
  }
  const sumOf = (a: number, b: number): number => {
    let total = 0;
    for (const [i, one] of table.factorOf.entries())
      for (const [j, two] of table.factorOf.entries())
        if (one === a && two === b)
          total += ((loadings[i]! / sds[i]!) * (loadings[j]! / sds[j]!) * sample.covariance[i]![j]!) / (sds[i]! * sds[j]!);
    return total;
  };
  return {
    loadings,
    correlation: (a, b) => (a === b ? 1 : Math.max(-0.8, Math.min(0.8, sumOf(a, b) / Math.sqrt(sumOf(a, a) * sumOf(b, b))))),
  };
}
