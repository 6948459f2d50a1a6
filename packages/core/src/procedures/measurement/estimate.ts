// Maximum-likelihood estimation of a multi-group factor model by Fisher scoring, from start values that its callers have.
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
import type { FactorTable } from './table.ts';

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
export function estimate(table: FactorTable, samples: readonly GroupSample[], start: readonly number[]): Estimate | null {
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
    if (known?.theta !== theta) known = { theta, states: groupStates(table, theta, samples) };
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
  return { theta, states, slots, discrepancy, gradient, iterations, converged, covariance: inverseInformation(information) };
}

/** Scaled to a unit diagonal first, so that units of measurement do not decide what counts as singular. Null when it is. */
export function inverseInformation(information: readonly (readonly number[])[]): number[][] | null {
  const roots = information.map((row, i) => Math.sqrt(row[i]!));
  const scaled = information.map((row, i) => row.map((entry, j) => entry / (roots[i]! * roots[j]!)));
  const usable = roots.every((root) => root > 0) && (symmetricEigen(scaled).values.at(-1) ?? 1) > 1e-10;
  const inverse = usable ? inverseSymmetric(scaled) : null;
  return inverse === null ? null : inverse.map((row, i) => row.map((entry, j) => entry / (roots[i]! * roots[j]!)));
}

/** Smallest share of an item's implied variance that the other items do not determine: 1/(σᵢᵢ·σⁱⁱ). */
function margin(states: readonly GroupState[]): number {
  return Math.min(...states.map((state) => Math.min(...state.inverse.map((row, i) => 1 / (row[i]! * state.implied[i]![i]!)))));
}
