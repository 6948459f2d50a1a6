// The normal likelihood of a multi-group factor model with means: discrepancy, its gradient and the expected information, each by
// group and slot first, then summed over what is equal.
import { log } from '../../numerics/exponential.ts';
import { choleskyFactor, inverseSymmetric, multiply, transpose } from '../../numerics/linear-algebra.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import type { ParameterTable } from './model.ts';

/** Covariances divide by n, as the normal likelihood does (lavaan's `likelihood = "normal"`). */
export interface GroupSample {
  readonly name: string;
  readonly n: number;
  readonly means: readonly number[];
  readonly covariance: Matrix;
  readonly logDeterminant: number;
}

export interface GroupState {
  readonly loadings: Matrix;
  readonly factorCovariance: Matrix;
  readonly residuals: readonly number[];
  readonly intercepts: readonly number[];
  readonly factorMeans: readonly number[];
  readonly implied: Matrix;
  readonly inverse: Matrix;
  readonly impliedMeans: readonly number[];
  /** ln|Σ| + tr(SΣ⁻¹) − ln|S| − p + (x̄ − μ)′Σ⁻¹(x̄ − μ). */
  readonly discrepancy: number;
}

/** Null where a group's implied covariances are not positive definite. */
export function groupStates(table: ParameterTable, theta: readonly number[], samples: readonly GroupSample[]): GroupState[] | null {
  const states: GroupState[] = [];
  for (const [group, sample] of samples.entries()) {
    const state = groupState(table, theta, group, sample);
    if (state === null) return null;
    states.push(state);
  }
  return states;
}

/** Σ n_g/N F_g. */
export function discrepancyOf(states: readonly GroupState[], samples: readonly GroupSample[]): number {
  const total = samples.reduce((sum, sample) => sum + sample.n, 0);
  return states.reduce((sum, state, group) => sum + (samples[group]!.n / total) * state.discrepancy, 0);
}

function groupState(table: ParameterTable, theta: readonly number[], group: number, sample: GroupSample): GroupState | null {
  const p = table.items.length;
  const m = table.structure.factors.length;
  const loadings = zeros(p, m);
  const factorCovariance = zeros(m, m);
  const residuals = Array.from({ length: p }, () => 0);
  const intercepts = Array.from({ length: p }, () => 0);
  const factorMeans = Array.from({ length: m }, () => 0);
  for (const [s, slot] of table.slots.entries()) {
    const at = table.index[group]![s]!;
    const value = at < 0 ? table.fixed[group]![s]! : theta[at]!;
    switch (slot.kind) {
      case 'loading':
        loadings[slot.item]![slot.factor] = value;
        break;
      case 'residual':
        residuals[slot.item] = value;
        break;
      case 'intercept':
        intercepts[slot.item] = value;
        break;
      case 'mean':
        factorMeans[slot.factor] = value;
        break;
      case 'covariance':
        factorCovariance[slot.factor]![slot.other] = value;
        factorCovariance[slot.other]![slot.factor] = value;
        break;
    }
  }
  const implied = multiply(multiply(loadings, factorCovariance), transpose(loadings));
  for (let i = 0; i < p; i++) implied[i]![i] = implied[i]![i]! + residuals[i]!;
  const lower = choleskyFactor(implied);
  const inverse = lower === null ? null : inverseSymmetric(implied);
  if (lower === null || inverse === null) return null;
  const impliedMeans = loadings.map((row, i) => intercepts[i]! + row.reduce((sum, value, f) => sum + value * factorMeans[f]!, 0));
  const difference = sample.means.map((mean, i) => mean - impliedMeans[i]!);
  let trace = 0;
  let distance = 0;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      trace += sample.covariance[i]![j]! * inverse[j]![i]!;
      distance += difference[i]! * inverse[i]![j]! * difference[j]!;
    }
  }
  const logDeterminant = lower.reduce((sum, row, i) => sum + 2 * log(row[i]!), 0);
  return {
    loadings,
    factorCovariance,
    residuals,
    intercepts,
    factorMeans,
    implied,
    inverse,
    impliedMeans,
    discrepancy: logDeterminant + trace - sample.logDeterminant - p + distance,
  };
}

/** Of one group's log-likelihood, by slot. */
export interface SlotDerivatives {
  readonly score: Float64Array;
  readonly information: readonly Float64Array[];
}

/**
 * Score and expected information of the log-likelihood, by slot. ∂Σ of every slot is c(uv′ + vu′) and ∂μ is b·w, with u, v and w among
 * the unit vectors, the columns of ΛΨ and those of Λ; so with K the products of these vectors through Σ⁻¹,
 * tr(Σ⁻¹∂ⱼΣ Σ⁻¹∂ₖΣ) = 2cⱼcₖ(K_vjuk·K_vkuj + K_vjvk·K_ujuk): the whole information needs one such matrix. Score: −n/2·(tr(Ω∂Σ) − 2∂μ′Σ⁻¹d),
 * Ω = Σ⁻¹ − Σ⁻¹(S + dd′)Σ⁻¹; information n(½tr(…) + ∂μ′Σ⁻¹∂μ) (Bollen 1989, Structural Equations with Latent Variables, appendix 4A).
 */
export function slotDerivatives(table: ParameterTable, state: GroupState, sample: GroupSample): SlotDerivatives {
  const p = table.items.length;
  const m = table.structure.factors.length;
  const { inverse } = state;
  const structure = multiply(state.loadings, state.factorCovariance);
  const vectors = Array.from({ length: p }, (_, i) => [
    ...Array.from({ length: p }, (_, j) => (i === j ? 1 : 0)),
    ...structure[i]!,
    ...state.loadings[i]!,
  ]);
  const through = multiply(inverse, vectors);
  const products = multiply(transpose(vectors), through);
  const difference = sample.means.map((mean, i) => mean - state.impliedMeans[i]!);
  const moment = sample.covariance.map((row, i) => row.map((value, j) => value + difference[i]! * difference[j]!));
  const fitted = multiply(transpose(through), multiply(moment, through));
  const pulled = through[0]!.map((_, v) => difference.reduce((sum, value, i) => sum + value * through[i]![v]!, 0));

  const shapes = table.slots.map((slot) => {
    switch (slot.kind) {
      case 'loading':
        return { c: 1, u: slot.item, v: p + slot.factor, b: state.factorMeans[slot.factor]!, w: slot.item };
      case 'residual':
        return { c: 0.5, u: slot.item, v: slot.item, b: 0, w: 0 };
      case 'covariance':
        return { c: slot.factor === slot.other ? 0.5 : 1, u: p + m + slot.factor, v: p + m + slot.other, b: 0, w: 0 };
      case 'intercept':
        return { c: 0, u: 0, v: 0, b: 1, w: slot.item };
      case 'mean':
        return { c: 0, u: 0, v: 0, b: 1, w: p + m + slot.factor };
    }
  });
  const score = Float64Array.from(shapes, ({ c, u, v, b, w }) => -sample.n * (c * (products[u]![v]! - fitted[u]![v]!) - b * pulled[w]!));
  const information = shapes.map((one) =>
    Float64Array.from(shapes, (two) => {
      const spread =
        one.c === 0 || two.c === 0
          ? 0
          : one.c * two.c * (products[one.v]![two.u]! * products[two.v]![one.u]! + products[one.v]![two.v]! * products[one.u]![two.u]!);
      return sample.n * (spread + (one.b === 0 || two.b === 0 ? 0 : one.b * two.b * products[one.w]![two.w]!));
    }),
  );
  return { score, information };
}

/** Score and expected information of the free parameters. */
export function summedDerivatives(
  table: ParameterTable,
  slots: readonly SlotDerivatives[],
): { readonly score: number[]; readonly information: number[][] } {
  const score = Array.from({ length: table.parameters }, () => 0);
  const information = zeros(table.parameters, table.parameters);
  for (const [group, own] of slots.entries()) {
    const index = table.index[group]!;
    for (let s = 0; s < index.length; s++) {
      const at = index[s]!;
      if (at < 0) continue;
      score[at] = score[at]! + own.score[s]!;
      const row = information[at]!;
      const from = own.information[s]!;
      for (let t = 0; t < index.length; t++) if (index[t]! >= 0) row[index[t]!] = row[index[t]!]! + from[t]!;
    }
  }
  return { score, information };
}

function zeros(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
}
