// A measurement model fitted to one group by maximum likelihood: estimates, fit, validity, and what is wrong with it. Ordered answers by
// least squares are ordinal.ts.
import { log } from '../../numerics/exponential.ts';
import { normalUpper } from '../../numerics/distributions.ts';
import { symmetricEigen, type Matrix } from '../../numerics/linear-algebra.ts';
import { square } from '../../numerics/powers.ts';
import { floatsOf, type Values } from '../../counts/points.ts';
import { missingIn } from '../../counts/values.ts';
import { momentsOf, type Moments } from '../../moments/moments.ts';
import { once } from '../../numerics/once.ts';
import { estimate, type Estimate, inverseInformation } from './estimate.ts';
import { finite } from '../../numerics/finite.ts';
import { slotDerivatives, type GroupSample, type GroupState } from './likelihood.ts';
import { fitIndices, type FitIndices } from './fit-indices.ts';
import type { Implied } from './implied.ts';
import { modifications, type Modification } from './modification.ts';
import { itemsOf, modelTable, startOf, type MeasurementModel, type Scaling } from './model.ts';
import { baselineTrace, informationOf, observedInformation, sandwich, saturatedTrace } from './robust.ts';
import { completeSample, incompleteSample, saturatedTable, type MeasurementSample, type SampleProblem } from './samples.ts';
import { standardised } from './standardised.ts';
import type { FactorTable } from './table.ts';
import { factorValidity, heterotraitMonotrait, type FactorValidity } from './validity.ts';

/** Facts about a model that cannot be fitted, or was fitted to something that cannot be. */
export type MeasurementProblem =
  | SampleProblem
  | { readonly problem: 'no-factor' }
  /** One item, or two and nothing else to lean on. */
  | { readonly problem: 'too-few-items'; readonly factor: string; readonly items: readonly string[] }
  | { readonly problem: 'too-few-factors'; readonly factor: string; readonly factors: readonly string[] }
  | { readonly problem: 'no-degrees-of-freedom'; readonly df: number }
  | { readonly problem: 'not-converged'; readonly iterations: number }
  | { readonly problem: 'not-identified' }
  /** A Heywood case: of an item's error, or of what a second order leaves of a factor. */
  | { readonly problem: 'negative-variance'; readonly what: string; readonly value: number }
  | { readonly problem: 'correlation-beyond-one'; readonly factors: readonly [string, string]; readonly value: number }
  /** No correlation is beyond one, yet together they cannot be. */
  | { readonly problem: 'factors-not-positive-definite' };

export interface MeasurementEstimate {
  readonly kind: 'loading' | 'path' | 'residual' | 'covariance' | 'intercept' | 'threshold';
  /** Item; factor of a path, or of a (co)variance. */
  readonly name: string;
  /** Factor of a loading or path; the other of a covariance, the same for a variance; a threshold's number. */
  readonly other: string | null;
  readonly value: number;
  readonly se: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly standardised: number | null;
  readonly standardisedSe: number | null;
  readonly fixed: boolean;
}

export interface ScaledFit extends FitIndices {
  readonly chi2: number;
  readonly df: number;
  /** χ² over this is the scaled χ²; of a shifted one, before the shift. */
  readonly factor: number;
  readonly baselineChi2: number;
  /** By the scaling of the misfit rather than of χ² (Brosseau-Liard & Savalei 2014); null where that is not worked out. */
  readonly robust: { readonly cfi: number | null; readonly tli: number | null; readonly rmsea: number | null } | null;
}

export interface MeasurementFit extends FitIndices {
  readonly model: MeasurementModel;
  readonly items: readonly string[];
  /** Of the first order, in order. */
  readonly factors: readonly string[];
  readonly n: number;
  readonly parameters: number;
  readonly converged: boolean;
  readonly chi2: number;
  readonly df: number;
  readonly baselineChi2: number;
  readonly baselineDf: number;
  readonly srmr: number;
  readonly rmr: number | null;
  readonly gfi: number | null;
  readonly agfi: number | null;
  /** With n − 1 in place of n, as AMOS, EQS and LISREL; null for ordered answers. */
  readonly wishart: Pick<FitIndices, 'cfi' | 'tli' | 'rmsea'> | null;
  /** Null for ordered answers. */
  readonly likelihood: {
    readonly logLikelihood: number;
    readonly saturated: number;
    readonly aic: number;
    readonly bic: number;
    readonly adjustedBic: number;
  } | null;
  readonly scaled: ScaledFit | null;
  readonly estimates: readonly MeasurementEstimate[];
  /** Of the first order, as the model implies them. */
  readonly correlations: Matrix;
  readonly validity: readonly FactorValidity[];
  readonly htmt: readonly (readonly (number | null)[])[];
  readonly htmt2: readonly (readonly (number | null)[])[];
  readonly r2: readonly number[];
  readonly largestResidual: { readonly value: number; readonly items: readonly [string, string] } | null;
  readonly modifications: readonly Modification[];
  /** Regression scores of the first order, by case; null where answers are missing or ordered. Made when somebody asks for them. */
  readonly scores: readonly Float64Array[] | null;
  readonly scoreSds: readonly number[] | null;
  readonly problems: readonly MeasurementProblem[];
}

export interface MeasurementOptions {
  readonly estimator: 'ml' | 'mlr';
  readonly scaling?: Scaling;
  /** `fiml`: all cases, by the likelihood of what each answered. */
  readonly missing?: 'listwise' | 'fiml';
}

/** Why there is no fit. */
export interface Unfitted {
  readonly problems: readonly MeasurementProblem[];
  readonly items?: undefined;
}

/** What forbids the model whatever the answers are. */
export function problemsOfModel(model: MeasurementModel): MeasurementProblem[] {
  if (model.factors.length === 0) return [{ problem: 'no-factor' }];
  const leans = model.factors.length > 1 && model.orthogonal !== true;
  const problems: MeasurementProblem[] = [];
  for (const { name, items } of model.factors)
    if (items.length < 2 || (items.length === 2 && !leans)) problems.push({ problem: 'too-few-items', factor: name, items });
  for (const { name, factors } of model.secondOrder ?? []) {
    const alone = (model.secondOrder ?? []).length === 1 && model.factors.every((factor) => factors.includes(factor.name));
    if (factors.length < 2 || (factors.length === 2 && alone)) problems.push({ problem: 'too-few-factors', factor: name, factors });
  }
  return problems;
}

/**
 * Maximum likelihood with covariances over n: χ² = n·F. `ml` has standard errors of the expected information (of the observed where answers
 * are missing), `mlr` the sandwich's and the χ² of Yuan & Bentler 2000 (Sociological Methodology 30:165–200) in the form of Asparouhov &
 * Muthén 2005: χ²/c, c = (tr(B₁A₁⁻¹) − tr(B₀A₀⁻¹))/df. SRMR over the sample SDs; GFI = 1 − e′We/s′Ws. Improper solutions are given and
 * told. Never throws: what forbids a fit is in `problems`.
 */
export function fitMeasurement(
  model: MeasurementModel,
  columns: readonly Values[],
  options: MeasurementOptions,
): MeasurementFit | Unfitted {
  const forbidden = problemsOfModel(model);
  if (forbidden.length > 0) return { problems: forbidden };
  const items = itemsOf(model);
  const incomplete = options.missing === 'fiml';
  const lacking = incomplete && columns.some((column) => missingIn(column) > 0);
  const sampled = lacking ? incompleteSample(items, columns.map(floatsOf)) : completeSample(items, columns);
  if ('problem' in sampled) return { problems: [sampled.problem] };
  const { sample } = sampled;
  const table = modelTable(model, options.scaling ?? 'std', incomplete ? null : sample.means);
  const p = items.length;
  const df = (p * (p + 1)) / 2 + (incomplete ? p : 0) - table.parameters;
  if (df < 0) return { problems: [{ problem: 'no-degrees-of-freedom', df }] };
  const found = estimated(model, table, sampled);
  if (found === null) return { problems: [{ problem: 'not-converged', iterations: 0 }] };
  return described({ model, table, sampled, found, df, incomplete, robust: options.estimator === 'mlr' });
}

/** From several starts where the first leads nowhere. */
function estimated(model: MeasurementModel, table: FactorTable, { sample }: MeasurementSample): Estimate | null {
  let best: Estimate | null = null;
  for (const closeness of [1, 0.5, 0]) {
    const found = estimate(table, [sample], startOf(model, table, sample.covariance, sample.means, closeness));
    if (found?.converged === true) return found;
    if (found !== null && (best === null || found.discrepancy < best.discrepancy)) best = found;
  }
  return best;
}

interface Described {
  readonly model: MeasurementModel;
  readonly table: FactorTable;
  readonly sampled: MeasurementSample;
  readonly found: Estimate;
  readonly df: number;
  readonly incomplete: boolean;
  readonly robust: boolean;
}

function described({ model, table, sampled, found, df, incomplete, robust }: Described): MeasurementFit {
  const { sample, moments, columns } = sampled;
  const { n } = sample;
  const { items } = table;
  const state = found.states[0]!;
  // What rounding leaves below zero of a perfect fit is zero.
  const chi2 = Math.max(0, n * found.discrepancy);
  const baselineChi2 = Math.max(0, n * baselineOf(sampled));
  const baselineDf = (items.length * (items.length - 1)) / 2;
  const information = informationOf(table, found);
  const observed = robust || sample.patterns !== undefined ? observedInformation(table, sample, found.theta, information) : null;
  const spread = robust && observed !== null ? sandwich(table, state, columns(), observed) : null;
  const covariance =
    found.covariance === null || !found.converged
      ? null
      : robust
        ? (spread?.covariance ?? null)
        : sample.patterns !== undefined
          ? observed && inverseInformation(observed)
          : found.covariance;
  const logLikelihood = sampled.logLikelihood - chi2 / 2;
  const { parameters } = table;
  const gfi = goodness(sample, incomplete, state);
  const less = (n - 1) / n;
  const scoring = sample.patterns === undefined ? scoreWeights(state, state.inverse, model.factors.length) : null;
  const correlations = correlationsOf(state, model.factors.length);
  const own = model.factors.map((factor) => ({ name: factor.name, items: factor.items.map((item) => items.indexOf(item)) }));
  const observedCorrelations = sample.patterns === undefined ? correlationMatrix(sample.covariance) : pairwiseCorrelations(columns());
  // An item of two factors is counted with its first.
  const lists = own.map((factor, f) => factor.items.filter((item) => own.findIndex((one) => one.items.includes(item)) === f));
  const fit = {
    model,
    items,
    factors: model.factors.map((factor) => factor.name),
    n,
    parameters,
    converged: found.converged,
    chi2,
    df,
    baselineChi2,
    baselineDf,
    ...fitIndices({ chi2, df, baselineChi2, baselineDf, n, groups: 1 }),
    ...residualsOf(sample.covariance, incomplete ? sample.means : null, state),
    gfi,
    agfi: df > 0 ? 1 - ((df + parameters) / df) * (1 - gfi) : null,
    wishart: incomplete ? null : fitIndices({ chi2: chi2 * less, df, baselineChi2: baselineChi2 * less, baselineDf, n: n - 1, groups: 1 }),
    likelihood: {
      logLikelihood,
      saturated: sampled.logLikelihood,
      aic: -2 * logLikelihood + 2 * parameters,
      bic: -2 * logLikelihood + parameters * log(n),
      adjustedBic: -2 * logLikelihood + parameters * log((n + 2) / 24),
    },
    scaled:
      spread === null || df === 0 ? null : scaledBy(spread.trace, { sampled, items, chi2, df, baselineChi2, baselineDf, n, incomplete }),
    estimates: estimatesOf(table, found.theta, covariance),
    correlations,
    validity: factorValidity(own, state, sample.covariance, correlations, alphasOf(lists, moments ?? columns())),
    htmt: heterotraitMonotrait(lists, observedCorrelations, false),
    htmt2: heterotraitMonotrait(lists, observedCorrelations, true),
    r2: state.residuals.map((value, i) => 1 - value / state.implied[i]![i]!),
    largestResidual: largestResidual(items, correlationMatrix(sample.covariance), correlationMatrix(state.implied)),
    modifications: modifications(model, table, found, state, sample),
    scoreSds: scoring === null || moments === null ? null : scoring.map((weights) => sdOf(weights, moments)),
    problems: [
      ...(found.converged ? [] : [{ problem: 'not-converged', iterations: found.iterations } as const]),
      ...(found.covariance === null ? [{ problem: 'not-identified' } as const] : []),
      ...improper(table, state, model.factors.length),
    ],
  };
  // A number a case: no part of what is copied or passed on.
  const scores = once(() => scoring && regressionScores(scoring, state, columns()));
  return Object.defineProperty(fit as unknown as MeasurementFit, 'scores', { get: scores, enumerable: false });
}

/** F of the model in which items do not correlate. */
function baselineOf({ sample, columns }: MeasurementSample): number {
  const alone =
    sample.patterns === undefined
      ? sample.covariance.reduce((sum, row, i) => sum + log(row[i]!), 0)
      : columns().reduce((total, column) => {
          const values = column.filter((value) => !Number.isNaN(value));
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          const variance = values.reduce((sum, value) => sum + square(value - mean), 0) / values.length;
          return total + (values.length / sample.n) * (log(variance) + 1);
        }, 0);
  return alone - sample.logDeterminant;
}

function scaledBy(
  trace: number,
  about: {
    readonly sampled: MeasurementSample;
    readonly items: readonly string[];
    readonly chi2: number;
    readonly df: number;
    readonly baselineChi2: number;
    readonly baselineDf: number;
    readonly n: number;
    readonly incomplete: boolean;
  },
): ScaledFit | null {
  const { sampled, chi2, df, n } = about;
  const saturated = saturatedTrace(sampled.sample, sampled.columns(), about.items);
  if (saturated === null) return null;
  // A saturated model of complete cases with means has one more for each; so has the model.
  const means = about.incomplete && sampled.sample.patterns === undefined ? about.items.length : 0;
  const factor = (saturated + means - trace) / df;
  const baselineFactor = (saturated + means - baselineTrace(sampled.columns(), about.incomplete)) / about.baselineDf;
  if (!(factor > 0) || !(baselineFactor > 0)) return null;
  const scaledChi2 = chi2 / factor;
  const baselineChi2 = about.baselineChi2 / baselineFactor;
  const indices = fitIndices({ ...about, chi2: scaledChi2, baselineChi2, groups: 1, interval: { chi2, df: factor * df } });
  if (sampled.sample.patterns !== undefined) return { chi2: scaledChi2, df, factor, baselineChi2, ...indices, robust: null };
  const excess = Math.max(0, chi2 - factor * df);
  const baselineExcess = about.baselineChi2 - baselineFactor * about.baselineDf;
  return {
    chi2: scaledChi2,
    df,
    factor,
    baselineChi2,
    ...indices,
    robust: {
      cfi: Math.max(excess, baselineExcess) > 0 ? 1 - excess / Math.max(excess, baselineExcess) : null,
      tli: baselineExcess === 0 ? null : 1 - ((chi2 - factor * df) * about.baselineDf) / (baselineExcess * df),
      rmsea: Math.sqrt(excess / (n * df)),
    },
  };
}

export function estimatesOf(
  table: FactorTable,
  theta: readonly number[],
  covariance: Matrix | null,
  implied?: (table: FactorTable, theta: ArrayLike<number>) => Implied,
): MeasurementEstimate[] {
  const std = standardised(table, theta, covariance, implied);
  return table.slots.flatMap((slot, s): MeasurementEstimate[] => {
    const at = table.index[0]![s]!;
    // Intercepts that stand at the means are none of the model's.
    if (slot.kind === 'mean' || (slot.kind === 'intercept' && at < 0)) return [];
    const value = at < 0 ? table.fixed[0]![s]! : theta[at]!;
    const variance = at < 0 || covariance === null ? null : covariance[at]![at]!;
    const se = variance === null || !(variance > 0) ? null : Math.sqrt(variance);
    const names =
      slot.kind === 'loading'
        ? { name: table.items[slot.item]!, other: table.factors[slot.factor]! }
        : slot.kind === 'residual'
          ? { name: table.items[slot.item]!, other: table.items[slot.other]! }
          : slot.kind === 'intercept'
            ? { name: table.items[slot.item]!, other: null }
            : { name: table.factors[slot.factor]!, other: table.factors[slot.other]! };
    return [
      {
        kind: slot.kind,
        ...names,
        value,
        ...tested(value, se),
        standardised: std[s]!.value,
        standardisedSe: std[s]!.se,
        fixed: at < 0,
      },
    ];
  });
}

/** z, its p from both tails, and the 95 % interval. */
export function tested(value: number, se: number | null): Pick<MeasurementEstimate, 'se' | 'z' | 'p' | 'low' | 'high'> {
  if (se === null) return { se: null, z: null, p: null, low: null, high: null };
  const half = 1.959963984540054 * se;
  return { se, z: value / se, p: 2 * normalUpper(Math.abs(value / se)), low: value - half, high: value + half };
}

function correlationMatrix(covariance: Matrix): number[][] {
  return covariance.map((row, i) => row.map((value, j) => (i === j ? 1 : value / Math.sqrt(covariance[i]![i]! * covariance[j]![j]!))));
}

export function correlationsOf(state: Implied, factors: number): number[][] {
  return correlationMatrix(state.factorCovariance.slice(0, factors).map((row) => row.slice(0, factors)));
}

/** Bentler's SRMR, over the sample SDs, variances (and means where they are estimated) included; RMR in the items' units. */
function residualsOf(covariance: Matrix, means: readonly number[] | null, state: Implied): { srmr: number; rmr: number } {
  const p = covariance.length;
  let [standard, raw] = [0, 0];
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const squared = square(covariance[i]![j]! - state.implied[i]![j]!);
      raw += squared;
      standard += squared / (covariance[i]![i]! * covariance[j]![j]!);
    }
    if (means === null) continue;
    const squared = square(means[i]! - state.impliedMeans[i]!);
    raw += squared;
    standard += squared / covariance[i]![i]!;
  }
  const count = (p * (p + 1)) / 2 + (means === null ? 0 : p);
  return { srmr: Math.sqrt(standard / count), rmr: Math.sqrt(raw / count) };
}

/**
 * GFI = 1 − e′We/s′Ws, W the expected information of the saturated model at what this one implies (Jöreskog & Sörbom 1984, LISREL VI),
 * s the covariances (and means, where they are estimated) and e what the model leaves of them.
 */
function goodness(sample: GroupSample, means: boolean, state: GroupState): number {
  const table = saturatedTable(sample.means.map((_, i) => String(i)));
  const { information } = slotDerivatives(table, state, sample);
  const observed = table.slots.map((slot) =>
    slot.kind === 'residual'
      ? sample.covariance[slot.item]![slot.other]!
      : slot.kind === 'intercept' && means
        ? sample.means[slot.item]!
        : 0,
  );
  const error = table.slots.map((slot, s) =>
    slot.kind === 'residual'
      ? observed[s]! - state.implied[slot.item]![slot.other]!
      : slot.kind === 'intercept' && means
        ? observed[s]! - state.impliedMeans[slot.item]!
        : 0,
  );
  const through = (vector: readonly number[]): number =>
    vector.reduce(
      (sum, value, i) => (value === 0 ? sum : sum + value * information[i]!.reduce((inner, one, j) => inner + one * vector[j]!, 0)),
      0,
    );
  return 1 - through(error) / through(observed);
}

/** Cronbach's alpha of each list, over the cases that answered all of it: of complete cases from the sums of all items. */
function alphasOf(lists: readonly (readonly number[])[], of: Moments | readonly Float64Array[]): (number | null)[] {
  return lists.map((items) => {
    const cross = 'cross' in of ? items.map((i) => items.map((j) => of.cross[i]![j]!)) : momentsOf(items.map((i) => of[i]!)).cross;
    const k = items.length;
    const total = cross.reduce((sum, row) => sum + row.reduce((inner, value) => inner + value, 0), 0);
    return k < 2 ? null : finite((k / (k - 1)) * (1 - cross.reduce((sum, row, i) => sum + row[i]!, 0) / total));
  });
}

function pairwiseCorrelations(columns: readonly Float64Array[]): number[][] {
  return columns.map((one, i) => columns.map((two, j) => (i === j ? 1 : correlationMatrix(momentsOf([one, two]).cross)[0]![1]!)));
}

export function largestResidual(items: readonly string[], observed: Matrix, implied: Matrix): MeasurementFit['largestResidual'] {
  let largest: MeasurementFit['largestResidual'] = null;
  for (let j = 0; j < items.length; j++)
    for (let i = 0; i < j; i++) {
      const value = observed[i]![j]! - implied[i]![j]!;
      if (largest === null || Math.abs(value) > Math.abs(largest.value)) largest = { value, items: [items[i]!, items[j]!] };
    }
  return largest;
}

/** ΦΛ′Σ⁻¹ (Thurstone 1935), a row a factor. */
function scoreWeights(state: Implied, inverse: Matrix, factors: number): number[][] {
  return Array.from({ length: factors }, (_, f) =>
    inverse.map((row) =>
      row.reduce(
        (sum, value, j) => sum + value * state.loadings[j]!.reduce((inner, one, g) => inner + one * state.factorCovariance[g]![f]!, 0),
        0,
      ),
    ),
  );
}

/** The weights times y − μ, by factor. */
function regressionScores(weights: Matrix, state: Implied, columns: readonly Float64Array[]): Float64Array[] {
  return weights.map((own) =>
    Float64Array.from(columns[0]!, (_, row) =>
      own.reduce((sum, weight, i) => sum + weight * (columns[i]![row]! - state.impliedMeans[i]!), 0),
    ),
  );
}

/** Of a weighted sum of items, over n − 1. */
function sdOf(weights: readonly number[], { n, cross }: Moments): number {
  const total = weights.reduce((sum, a, i) => sum + a * weights.reduce((inner, b, j) => inner + cross[i]![j]! * b, 0), 0);
  return Math.sqrt(Math.max(0, total) / (n - 1));
}

/** Heywood cases, correlations beyond one, and factors whose covariances cannot be. */
export function improper(table: FactorTable, state: Implied, first: number): MeasurementProblem[] {
  const problems: MeasurementProblem[] = [];
  for (const [i, value] of state.residuals.entries())
    if (value < 0) problems.push({ problem: 'negative-variance', what: table.items[i]!, value });
  for (const [f, factor] of table.factors.entries()) {
    const value = state.disturbances[f]![f]!;
    if (value < 0) problems.push({ problem: 'negative-variance', what: factor, value });
  }
  const correlations = correlationsOf(state, first);
  let beyond = false;
  for (let f = 0; f < first; f++)
    for (let g = 0; g < f; g++)
      if (Math.abs(correlations[f]![g]!) > 1) {
        beyond = true;
        problems.push({ problem: 'correlation-beyond-one', factors: [table.factors[g]!, table.factors[f]!], value: correlations[f]![g]! });
      }
  const covariance = state.factorCovariance.slice(0, first).map((row) => row.slice(0, first));
  if (!beyond && state.disturbances.every((row, f) => row[f]! >= 0) && (symmetricEigen(covariance).values.at(-1) ?? 1) < -1e-12)
    problems.push({ problem: 'factors-not-positive-definite' });
  return problems;
}
