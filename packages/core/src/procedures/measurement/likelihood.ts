// The normal likelihood of a multi-group factor model with means, of answers that may be missing: discrepancy, its gradient, the expected
// information and the score of each case, each by group and slot first, then summed over what is equal.
import { log } from '../../numerics/exponential.ts';
import { choleskyFactor, inverseSymmetric, multiply, transpose } from '../../numerics/linear-algebra.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { mayEnd } from '../../numerics/parts.ts';
import { impliedBy, type Implied } from './implied.ts';
import type { FactorTable } from './table.ts';

/** Covariances divide by n, as the normal likelihood does (lavaan's `likelihood = "normal"`). */
export interface GroupSample {
  readonly name: string;
  readonly n: number;
  readonly means: readonly number[];
  readonly covariance: Matrix;
  readonly logDeterminant: number;
  /** Where answers are missing: the cases that answered the same items, together. Then the moments above are the saturated model's. */
  readonly patterns?: readonly AnswerPattern[];
}

export interface AnswerPattern {
  /** Numbers of the items that these cases answered; the moments are of those. */
  readonly items: readonly number[];
  readonly n: number;
  readonly means: readonly number[];
  readonly covariance: Matrix;
}

export interface GroupState extends Implied {
  readonly inverse: Matrix;
  /** Of the patterns in their order; one where no answer is missing. */
  readonly inverses: readonly Matrix[];
  /** ln|Σ| + tr(SΣ⁻¹) − ln|S| − p + (x̄ − μ)′Σ⁻¹(x̄ − μ); with patterns their mean, less `logDeterminant`, without −p. */
  readonly discrepancy: number;
}

/** Null where a group's implied covariances are not positive definite. */
export function groupStates(table: FactorTable, theta: ArrayLike<number>, samples: readonly GroupSample[]): GroupState[] | null {
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

function groupState(table: FactorTable, theta: ArrayLike<number>, group: number, sample: GroupSample): GroupState | null {
  const structure = impliedBy(table, theta, group);
  const { implied, impliedMeans } = structure;
  const lower = choleskyFactor(implied);
  const inverse = lower === null ? null : inverseSymmetric(implied);
  if (lower === null || inverse === null) return null;
  if (sample.patterns === undefined) {
    const misfit = misfitOf(lower, inverse, sample.covariance, sample.means, impliedMeans);
    return { ...structure, inverse, inverses: [inverse], discrepancy: misfit - sample.logDeterminant - table.items.length };
  }
  const inverses: Matrix[] = [];
  let total = 0;
  for (const { items, n, covariance, means } of sample.patterns) {
    const part = items.map((i) => items.map((j) => implied[i]![j]!));
    const factor = choleskyFactor(part);
    const own = factor === null ? null : inverseSymmetric(part);
    if (factor === null || own === null) return null;
    inverses.push(own);
    const expected = items.map((i) => impliedMeans[i]!);
    total += (n / sample.n) * misfitOf(factor, own, covariance, means, expected);
  }
  return { ...structure, inverse, inverses, discrepancy: total - sample.logDeterminant };
}

/** ln|Σ| + tr(SΣ⁻¹) + (x̄ − μ)′Σ⁻¹(x̄ − μ). */
function misfitOf(lower: Matrix, inverse: Matrix, covariance: Matrix, means: readonly number[], impliedMeans: readonly number[]): number {
  const difference = means.map((mean, i) => mean - impliedMeans[i]!);
  let total = lower.reduce((sum, row, i) => sum + 2 * log(row[i]!), 0);
  for (let i = 0; i < means.length; i++)
    for (let j = 0; j < means.length; j++) total += (covariance[i]![j]! + difference[i]! * difference[j]!) * inverse[i]![j]!;
  return total;
}

/** Of one group's log-likelihood, by slot. */
export interface SlotDerivatives {
  readonly score: Float64Array;
  readonly information: readonly Float64Array[];
}

/** ∂Σ = c(uv′ + vu′) and ∂μ = b·w of a slot; u, v and w are numbers of vectors: unit vectors, columns of ΛΦ, columns of Λ(I + B). */
interface Shape {
  readonly c: number;
  readonly u: number;
  readonly v: number;
  readonly b: number;
  readonly w: number;
}

function shapesOf(table: FactorTable, state: Implied): readonly Shape[] {
  const p = table.items.length;
  const m = table.factors.length;
  return table.slots.map((slot) => {
    switch (slot.kind) {
      case 'loading':
        return { c: 1, u: slot.item, v: p + slot.factor, b: state.factorMeans[slot.factor]!, w: slot.item };
      case 'path':
        return { c: 1, u: p + m + slot.factor, v: p + slot.other, b: state.factorMeans[slot.other]!, w: p + m + slot.factor };
      case 'residual':
        return { c: slot.item === slot.other ? 0.5 : 1, u: slot.item, v: slot.other, b: 0, w: 0 };
      case 'covariance':
        return { c: slot.factor === slot.other ? 0.5 : 1, u: p + m + slot.factor, v: p + m + slot.other, b: 0, w: 0 };
      case 'intercept':
        return { c: 0, u: 0, v: 0, b: 1, w: slot.item };
      case 'mean':
        return { c: 0, u: 0, v: 0, b: 1, w: p + m + slot.factor };
    }
  });
}

function vectorsOf(state: Implied): number[][] {
  const p = state.implied.length;
  const structure = multiply(state.loadings, state.factorCovariance);
  return Array.from({ length: p }, (_, i) => [
    ...Array.from({ length: p }, (_, j) => (i === j ? 1 : 0)),
    ...structure[i]!,
    ...state.reach[i]!,
  ]);
}

/** By slot: how the implied covariance of two items moves with it. */
export function slotSlopes(table: FactorTable, state: Implied): readonly ((i: number, j: number) => number)[] {
  const vectors = vectorsOf(state);
  return shapesOf(table, state).map(
    ({ c, u, v }) =>
      (i, j) =>
        c * (vectors[i]![u]! * vectors[j]![v]! + vectors[i]![v]! * vectors[j]![u]!),
  );
}

/** The patterns of a sample with their inverses; a sample without is one pattern. */
function patternsOf(state: GroupState, sample: GroupSample): readonly (AnswerPattern & { readonly inverse: Matrix })[] {
  const all = sample.patterns ?? [{ items: [...sample.means.keys()], n: sample.n, means: sample.means, covariance: sample.covariance }];
  return all.map((pattern, k) => ({ ...pattern, inverse: state.inverses[k]! }));
}

/**
 * Score and expected information of the log-likelihood, by slot. ∂Σ of every slot is c(uv′ + vu′) and ∂μ is b·w, with u, v and w among
 * the unit vectors, the columns of ΛΦ and those of Λ(I + B); so with K the products of these vectors through Σ⁻¹,
 * tr(Σ⁻¹∂ⱼΣ Σ⁻¹∂ₖΣ) = 2cⱼcₖ(K_vjuk·K_vkuj + K_vjvk·K_ujuk): the whole information needs one such matrix. Score: −n/2·(tr(Ω∂Σ) − 2∂μ′Σ⁻¹d),
 * Ω = Σ⁻¹ − Σ⁻¹(S + dd′)Σ⁻¹; information n(½tr(…) + ∂μ′Σ⁻¹∂μ) (Bollen 1989, Structural Equations with Latent Variables, appendix 4A).
 * Where answers are missing, the sum over the patterns of what was answered (Allison 1987, Sociological Methodology 17:71–103).
 */
export function slotDerivatives(table: FactorTable, state: GroupState, sample: GroupSample): SlotDerivatives {
  const vectors = vectorsOf(state);
  const shapes = shapesOf(table, state);
  const score = new Float64Array(shapes.length);
  const information = shapes.map(() => new Float64Array(shapes.length));
  for (const { items, n, means, covariance, inverse } of patternsOf(state, sample)) {
    const rows = items.length === vectors.length ? vectors : items.map((i) => vectors[i]!);
    const through = multiply(inverse, rows);
    const products = multiply(transpose(rows), through);
    const difference = items.map((i, at) => means[at]! - state.impliedMeans[i]!);
    const moment = covariance.map((row, i) => row.map((value, j) => value + difference[i]! * difference[j]!));
    const fitted = multiply(transpose(through), multiply(moment, through));
    const pulled = through[0]!.map((_, v) => difference.reduce((sum, value, i) => sum + value * through[i]![v]!, 0));
    for (const [j, one] of shapes.entries()) {
      const bent = one.c === 0 ? 0 : one.c * (products[one.u]![one.v]! - fitted[one.u]![one.v]!);
      score[j] = score[j]! - n * (bent - one.b * pulled[one.w]!);
      const row = information[j]!;
      for (const [k, two] of shapes.entries()) {
        const spread =
          one.c === 0 || two.c === 0
            ? 0
            : one.c * two.c * (products[one.v]![two.u]! * products[two.v]![one.u]! + products[one.v]![two.v]! * products[one.u]![two.u]!);
        row[k] = row[k]! + n * (spread + (one.b === 0 || two.b === 0 ? 0 : one.b * two.b * products[one.w]![two.w]!));
      }
    }
  }
  return { score, information };
}

/**
 * The score of each case, by slot: −½∂(ln|Σ| + d′Σ⁻¹d). NaN is no answer; a case without any has no score. `visit` is handed an array that
 * the next case writes over.
 */
export function eachCaseScore(
  table: FactorTable,
  state: GroupState,
  columns: readonly Float64Array[],
  visit: (scores: Float64Array) => void,
): void {
  const vectors = vectorsOf(state);
  const shapes = shapesOf(table, state);
  const partOf = (items: readonly number[]): AnsweredPart | null => {
    const inverse = inverseSymmetric(items.map((i) => items.map((j) => state.implied[i]![j]!)));
    const rows = items.map((i) => vectors[i]!);
    const through = inverse === null ? null : multiply(inverse, rows);
    return through === null ? null : { items, through, products: multiply(transpose(rows), through) };
  };
  const every = [...columns.keys()];
  const whole = partOf(every);
  const known = new Map<string, AnsweredPart | null>();
  const [pulled, scores] = [new Float64Array(vectors[0]!.length), new Float64Array(shapes.length)];
  for (let row = 0; row < (columns[0]?.length ?? 0); row++) {
    if (row % 0x4000 === 0) mayEnd();
    let part = whole;
    if (columns.some((column) => Number.isNaN(column[row]!))) {
      const items = every.filter((i) => !Number.isNaN(columns[i]![row]!));
      if (items.length === 0) continue;
      const key = items.join();
      if (!known.has(key)) known.set(key, partOf(items));
      part = known.get(key)!;
    }
    if (part === null) continue;
    scoreInto(part, shapes, columns, row, state.impliedMeans, pulled, scores);
    visit(scores);
  }
}

/** Of who answered these items: Σ⁻¹ times the vectors, and the products of these through it. */
interface AnsweredPart {
  readonly items: readonly number[];
  readonly through: number[][];
  readonly products: number[][];
}

/** A function that is called again and again is compiled for good. */
function scoreInto(
  { items, through, products }: AnsweredPart,
  shapes: readonly Shape[],
  columns: readonly Float64Array[],
  row: number,
  means: readonly number[],
  pulled: Float64Array,
  scores: Float64Array,
): void {
  pulled.fill(0);
  for (let at = 0; at < items.length; at++) {
    const i = items[at]!;
    const difference = columns[i]![row]! - means[i]!;
    const line = through[at]!;
    for (let v = 0; v < pulled.length; v++) pulled[v] = pulled[v]! + difference * line[v]!;
  }
  for (let s = 0; s < shapes.length; s++) {
    const { c, u, v, b, w } = shapes[s]!;
    scores[s] = (c === 0 ? 0 : -c * (products[u]![v]! - pulled[u]! * pulled[v]!)) + (b === 0 ? 0 : b * pulled[w]!);
  }
}

/** Score and expected information of the free parameters. */
export function summedDerivatives(
  table: FactorTable,
  slots: readonly SlotDerivatives[],
): { readonly score: number[]; readonly information: number[][] } {
  const score = Array.from({ length: table.parameters }, () => 0);
  const information = Array.from({ length: table.parameters }, () => Array.from({ length: table.parameters }, () => 0));
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
