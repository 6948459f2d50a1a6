// Standard errors and a χ² that hold without normal answers: the sandwich, and the Yuan–Bentler correction.
import { mayEnd } from '../../numerics/parts.ts';
import { square } from '../../numerics/powers.ts';
import { multiply, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { estimate, inverseInformation, type Estimate } from './estimate.ts';
import { eachCaseScore, groupStates, slotDerivatives, summedDerivatives, type GroupSample, type GroupState } from './likelihood.ts';
import { saturatedTable } from './samples.ts';
import type { FactorTable } from './table.ts';

/**
 * Second derivatives of the log-likelihood, negative: differences of the exact first derivatives over a thousandth of a standard error, by
 * two widths so that only the fourth order is left. Null where a step leaves what is possible.
 */
export function observedInformation(
  table: FactorTable,
  sample: GroupSample,
  theta: readonly number[],
  information: Matrix,
): number[][] | null {
  const scoreAt = (at: readonly number[]): number[] | null => {
    const states = groupStates(table, at, [sample]);
    return states === null ? null : summedDerivatives(table, [slotDerivatives(table, states[0]!, sample)]).score;
  };
  const rows: number[][] = [];
  for (const k of theta.keys()) {
    const width = 1e-3 / Math.sqrt(information[k]![k]!);
    const differences = [width, width / 2].map((step) => {
      const [up, down] = [step, -step].map((by) => scoreAt(theta.map((value, i) => (i === k ? value + by : value))));
      return up === null || down === null ? null : up!.map((value, i) => (down![i]! - value) / (2 * step));
    });
    const [wide, narrow] = differences;
    if (wide === null || narrow === null) return null;
    rows.push(narrow!.map((value, i) => (4 * value - wide![i]!) / 3));
  }
  return rows.map((row, i) => row.map((value, j) => (value + rows[j]![i]!) / 2));
}

export interface Sandwich {
  /** A⁻¹BA⁻¹ with the observed information A and B the cross-products of the cases' scores (White 1982; Huber 1967). */
  readonly covariance: Matrix;
  /** tr(BA⁻¹). */
  readonly trace: number;
}

export function sandwich(table: FactorTable, state: GroupState, columns: readonly Float64Array[], observed: Matrix): Sandwich | null {
  const bread = inverseInformation(observed);
  if (bread === null) return null;
  const meat = Array.from({ length: table.parameters }, () => new Float64Array(table.parameters));
  const index = table.index[0]!;
  const own = new Float64Array(table.parameters);
  eachCaseScore(table, state, columns, (scores) => {
    own.fill(0);
    for (let s = 0; s < index.length; s++) if (index[s]! >= 0) own[index[s]!] = own[index[s]!]! + scores[s]!;
    addSquares(own, meat);
  });
  const cross = Array.from({ length: table.parameters }, (_, i) =>
    Array.from({ length: table.parameters }, (_unused, j) => (j <= i ? meat[i]![j]! : meat[j]![i]!)),
  );
  const trace = cross.reduce((sum, row, i) => sum + row.reduce((inner, value, j) => inner + value * bread[i]![j]!, 0), 0);
  return { covariance: multiply(multiply(bread, cross), transpose(bread)), trace };
}

/** A function that is called again and again is compiled for good. */
function addSquares(own: Float64Array, meat: readonly Float64Array[]): void {
  for (let i = 0; i < own.length; i++) {
    const row = meat[i]!;
    const value = own[i]!;
    for (let j = 0; j <= i; j++) row[j] = row[j]! + value * own[j]!;
  }
}

/**
 * tr(B₁A₁⁻¹) of the saturated model of complete cases without means: (b − p)/2, b = Σd⁴/n Mardia's kurtosis, d² the squared Mahalanobis
 * distance. With missing answers from the saturated model's own information and scores. Null where that is singular.
 */
export function saturatedTrace(sample: GroupSample, columns: readonly Float64Array[], items: readonly string[]): number | null {
  const table = saturatedTable(items);
  const start = table.slots.map((slot) =>
    slot.kind === 'intercept' ? sample.means[slot.item]! : slot.kind === 'residual' ? sample.covariance[slot.item]![slot.other]! : 0,
  );
  if (sample.patterns === undefined) {
    const state = groupStates(table, start, [sample])?.[0];
    if (state === undefined) return null;
    const p = items.length;
    const inverse = state.inverse.map((row) => Float64Array.from(row));
    const d = new Float64Array(p);
    let kurtosis = 0;
    for (let row = 0; row < sample.n; row++) {
      if (row % 0x4000 === 0) mayEnd();
      for (let i = 0; i < p; i++) d[i] = columns[i]![row]! - sample.means[i]!;
      kurtosis += square(lengthThrough(inverse, d)) / sample.n;
    }
    return (kurtosis - p) / 2;
  }
  const found = estimate(table, [sample], start);
  if (found === null) return null;
  const { information } = summedDerivatives(table, found.slots);
  const observed = observedInformation(table, sample, found.theta, information);
  return observed === null ? null : (sandwich(table, found.states[0]!, columns, observed)?.trace ?? null);
}

/** d′Ad. */
function lengthThrough(matrix: readonly Float64Array[], d: Float64Array): number {
  let total = 0;
  for (let i = 0; i < d.length; i++) {
    const row = matrix[i]!;
    let inner = 0;
    for (let j = 0; j < d.length; j++) inner += row[j]! * d[j]!;
    total += d[i]! * inner;
  }
  return total;
}

/** tr(B₀A₀⁻¹) of the baseline, by item: (kurtosis − 1)/2 for its variance, and 1 for its mean where that is estimated. */
export function baselineTrace(columns: readonly Float64Array[], means: boolean): number {
  return columns.reduce((total, column) => {
    const values = column.filter((value) => !Number.isNaN(value));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    let [second, fourth] = [0, 0];
    for (const value of values) {
      second += square(value - mean) / values.length;
      fourth += square(square(value - mean)) / values.length;
    }
    return total + (fourth / square(second) - 1) / 2 + (means ? 1 : 0);
  }, 0);
}

/** The information that an estimate rests on, not its inverse. */
export function informationOf(table: FactorTable, found: Estimate): number[][] {
  return summedDerivatives(table, found.slots).information;
}
