// Mediation: an effect by way of others, one least-squares fit an equation. Intervals of products by the delta method or by resampling.
import { normalQuantile, normalUpper } from '../../numerics/distributions.ts';
import { solvePositive } from '../../numerics/linear-algebra.ts';
import { tellPart } from '../../numerics/parts.ts';
import { square } from '../../numerics/powers.ts';
import { bootstrapLimits, casesOf, countedProducts, productsWithout, type BootstrapLimits } from './bootstrap.ts';
import { linearFit, type Coefficient, type FitFailure, type LinearFit } from './ols.ts';

export interface MediationInput {
  readonly x: Float64Array;
  /** In order; `step` from 0: those of a later step may depend on those of the steps before it, those of one step are parallel. */
  readonly mediators: readonly { readonly name: string; readonly step: number; readonly values: Float64Array }[];
  readonly y: Float64Array;
  /** They enter every equation. */
  readonly covariates: readonly Float64Array[];
  readonly confidence: number;
}

/** One way from x to y: the mediators that it passes, in order. */
export type Path = readonly number[];

export interface IndirectEffect {
  readonly path: Path;
  readonly effect: number;
  /** Times 1/SD(y), and times SD(x)/SD(y). */
  readonly partlyStandardised: number;
  readonly standardised: number;
  /** Sobel's. */
  readonly se: number;
  readonly z: number | null;
  readonly p: number | null;
  readonly low: number;
  readonly high: number;
  /** Aroian's; of paths through one mediator. */
  readonly aroianSe: number | null;
}

export interface Mediation {
  readonly n: number;
  /** Per mediator: its fit on x, the mediators of earlier steps and the covariates. */
  readonly equations: readonly LinearFit[];
  readonly outcome: LinearFit;
  readonly totalFit: LinearFit;
  readonly a: readonly Coefficient[];
  readonly b: readonly Coefficient[];
  /** From one mediator to one of a later step. */
  readonly between: readonly { readonly from: number; readonly to: number; readonly coefficient: Coefficient }[];
  readonly direct: Coefficient;
  readonly total: Coefficient;
  readonly indirect: readonly IndirectEffect[];
  readonly totalIndirect: {
    readonly effect: number;
    readonly standardised: number;
    readonly se: number;
    readonly low: number;
    readonly high: number;
  };
  /** Null where the total effect is 0. */
  readonly mediated: number | null;
}

/** Mediators that the equation of one depends on. */
const before = (input: MediationInput, j: number): number[] =>
  input.mediators.flatMap(({ step }, i) => (step < input.mediators[j]!.step ? [i] : []));

/** All ways from x to y: mediators of rising steps. */
function indirectPaths(mediators: readonly { readonly step: number }[]): readonly Path[] {
  const paths: number[][] = [];
  const longer = (path: readonly number[]): void => {
    for (const [i, { step }] of mediators.entries()) {
      if (path.length > 0 && step <= mediators[path.at(-1)!]!.step) continue;
      paths.push([...path, i]);
      longer([...path, i]);
    }
  };
  longer([]);
  return paths.sort((one, two) => one.length - two.length);
}

const PREDICTOR = 'x';
const name = (j: number): string => `m${j}`;

/**
 * Baron & Kenny 1986, Journal of Personality and Social Psychology 51:1173–1182; Hayes 2022, Introduction to Mediation, Moderation, and
 * Conditional Process Analysis, ch. 3–5. An indirect effect is the product of its path's coefficients; its standard error Sobel's,
 * √Σ(product of the others)²·se² (Sobel 1982, Sociological Methodology 13:290–312), as the coefficients of different equations do
 * not vary together; Aroian's adds sa²sb² (1947). The sum of the indirect effects takes the covariances within an equation, and between
 * those of one step, into account. No missing values. A failure is that of the first equation that cannot be fitted.
 */
export function mediationOf(input: MediationInput): Mediation | FitFailure {
  const { x, mediators, y, covariates, confidence } = input;
  const extra = covariates.map((_, i) => `c${i}`);
  const fitOf = (outcome: Float64Array, through: readonly number[]): LinearFit | FitFailure =>
    linearFit({
      y: outcome,
      x: [x, ...through.map((i) => mediators[i]!.values), ...covariates],
      terms: [PREDICTOR, ...through.map(name), ...extra],
      confidence,
    });
  const every = mediators.map((_, i) => i);
  const outcome = fitOf(y, every);
  const totalFit = fitOf(y, []);
  const equations: LinearFit[] = [];
  if ('problem' in outcome) return outcome;
  if ('problem' in totalFit) return totalFit;
  for (const j of every) {
    const fit = fitOf(mediators[j]!.values, before(input, j));
    if ('problem' in fit) return fit;
    equations.push(fit);
  }
  const coefficient = (fit: LinearFit, term: string): Coefficient => fit.coefficients.find((one) => one.term === term)!;
  const a = equations.map((fit) => coefficient(fit, PREDICTOR));
  const b = every.map((j) => coefficient(outcome, name(j)));
  const betweenOf = (from: number, to: number): Coefficient => coefficient(equations[to]!, name(from));
  const [sdX, sdY] = [deviation(x), deviation(y)];
  const z975 = normalQuantile(1 - (1 - confidence) / 2);
  const paths = indirectPaths(mediators);
  const indirect = paths.map((path): IndirectEffect => {
    const factors = [a[path[0]!]!, ...path.slice(1).map((to, at) => betweenOf(path[at]!, to)), b[path.at(-1)!]!];
    const effect = factors.reduce((product, one) => product * one.b, 1);
    const variance = factors.reduce(
      (sum, one, at) =>
        sum + square(factors.reduce((product, other, k) => (k === at ? product : product * other.b), 1)) * square(one.se ?? 0),
      0,
    );
    const se = Math.sqrt(variance);
    const z = se === 0 ? null : effect / se;
    return {
      path,
      effect,
      partlyStandardised: effect / sdY,
      standardised: (effect * sdX) / sdY,
      se,
      z,
      p: z === null ? null : 2 * normalUpper(Math.abs(z)),
      low: effect - z975 * se,
      high: effect + z975 * se,
      aroianSe: factors.length === 2 ? Math.sqrt(variance + square(a[path[0]!]!.se ?? 0) * square(b[path[0]!]!.se ?? 0)) : null,
    };
  });
  const effect = indirect.reduce((sum, one) => sum + one.effect, 0);
  const se = Math.sqrt(Math.max(0, varianceOfSum(input, { equations, outcome, paths })));
  const total = coefficient(totalFit, PREDICTOR);
  return {
    n: y.length,
    equations,
    outcome,
    totalFit,
    a,
    b,
    between: every.flatMap((to) => before(input, to).map((from) => ({ from, to, coefficient: betweenOf(from, to) }))),
    direct: coefficient(outcome, PREDICTOR),
    total,
    indirect,
    totalIndirect: { effect, standardised: (effect * sdX) / sdY, se, low: effect - z975 * se, high: effect + z975 * se },
    mediated: total.b === 0 ? null : effect / total.b,
  };
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + square(value - mean), 0) / (values.length - 1));
}

/**
 * g′Vg with g the sum's derivatives by the coefficients of x, between mediators and of mediators. Equations of different steps do not
 * vary together; those of one step have the same predictors, so that their covariance is s_ij(X′X)⁻¹ (Zellner 1962, JASA
 * 57:348–368).
 */
function varianceOfSum(
  input: MediationInput,
  { equations, outcome, paths }: { readonly equations: readonly LinearFit[]; readonly outcome: LinearFit; readonly paths: readonly Path[] },
): number {
  const { mediators } = input;
  const size = mediators.length;
  const a = equations.map((fit) => fit.coefficients[1]!.b);
  const b = mediators.map((_, j) => outcome.coefficients[2 + j]!.b);
  const parents = mediators.map((_, j) => before(input, j));
  const d = (from: number, to: number): number => equations[to]!.coefficients[2 + parents[to]!.indexOf(from)]!.b;
  const byOutcome = mediators.map(() => 0);
  const byX = mediators.map(() => 0);
  const byParent = mediators.map((_, j) => parents[j]!.map(() => 0));
  for (const path of paths) {
    const factors = [a[path[0]!]!, ...path.slice(1).map((to, at) => d(path[at]!, to)), b[path.at(-1)!]!];
    const without = (at: number): number => factors.reduce((product, value, k) => (k === at ? product : product * value), 1);
    byX[path[0]!] = byX[path[0]!]! + without(0);
    for (const [at, to] of path.slice(1).entries()) {
      const place = parents[to]!.indexOf(path[at]!);
      byParent[to]![place] = byParent[to]![place]! + without(at + 1);
    }
    byOutcome[path.at(-1)!] = byOutcome[path.at(-1)!]! + without(factors.length - 1);
  }
  const s2 = outcome.ssResidual / outcome.df2;
  let variance = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      variance += byOutcome[i]! * byOutcome[j]! * s2 * outcome.unscaledCovariance[2 + i]![2 + j]!;
      if (mediators[i]!.step !== mediators[j]!.step) continue;
      const [one, two] = [equations[i]!, equations[j]!];
      const shared = one.residuals.reduce((sum, value, row) => sum + value * two.residuals[row]!, 0) / one.df2;
      const [left, right] = [
        [byX[i]!, ...byParent[i]!],
        [byX[j]!, ...byParent[j]!],
      ];
      for (const [p, u] of left.entries())
        for (const [q, v] of right.entries()) variance += u * v * shared * one.unscaledCovariance[1 + p]![1 + q]!;
    }
  return variance;
}

/** `p`: 2(1 + the fewer of the samples at or below 0, and at or above it)/(1 + samples), at most 1 (Davison & Hinkley 1997, eq. 4.11). */
type ResampledEffect = BootstrapLimits & { readonly p: number };

export interface ResampledMediation {
  /** Per path, in the order of `indirectPaths`. */
  readonly indirect: readonly (ResampledEffect | null)[];
  readonly totalIndirect: ResampledEffect | null;
  /** The share of the total effect. */
  readonly mediated: ResampledEffect | null;
  /** Samples in which an equation could not be fitted. */
  readonly unusable: number;
}

/**
 * Cases are drawn with replacement and every equation is fitted anew (Preacher & Hayes 2008, Behavior Research Methods 40:879–891). Without
 * `jackknife` there are no accelerated limits.
 */
export function resampledMediation(
  input: MediationInput,
  found: Mediation,
  draws: number,
  integer: (below: number) => number,
  jackknife = true,
): ResampledMediation {
  const { x, mediators, y, covariates, confidence } = input;
  const cases = casesOf(
    [x, ...mediators.map((one) => one.values), y, ...covariates].map((column) => {
      const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
      return column.map((value) => value - mean);
    }),
  );
  const paths = indirectPaths(mediators);
  const parents = mediators.map((_, j) => before(input, j));
  const estimates = (products: readonly (readonly number[])[]): number[] | null => {
    const last = 1 + mediators.length;
    const extra = covariates.map((_, i) => last + 1 + i);
    const slopes = (of: number, on: readonly number[]): number[] | null =>
      solvePositive(
        on.map((i) => on.map((j) => products[i]![j]!)),
        on.map((i) => products[of]![i]!),
      );
    const outcome = slopes(last, [0, ...mediators.map((_, j) => 1 + j), ...extra]);
    const total = slopes(last, [0, ...extra]);
    const equations = mediators.map((_, j) => slopes(1 + j, [0, ...parents[j]!.map((i) => 1 + i), ...extra]));
    if (outcome === null || total === null || equations.includes(null)) return null;
    const effects = paths.map(
      (path) =>
        equations[path[0]!]![0]! *
        path.slice(1).reduce((product, to, at) => product * equations[to]![1 + parents[to]!.indexOf(path[at]!)]!, 1) *
        outcome[1 + path.at(-1)!]!,
    );
    const sum = effects.reduce((so, one) => so + one, 0);
    return [...effects, sum, sum / total[0]!];
  };
  const replicates: number[][] = [];
  // To leave each case out takes about as long as a tenth of the samples.
  const all = jackknife ? draws * 1.1 : draws;
  for (let draw = 0; draw < draws; draw++) {
    tellPart(draw, all);
    const one = estimates(countedProducts(cases.columns, cases.draw(integer)));
    if (one !== null) replicates.push(one);
  }
  const withoutEach = (): number[][] | null => {
    const without = productsWithout(cases);
    const rest: number[][] = [];
    const { length } = cases.times;
    for (let i = 0; i < length; i++) {
      if (i % 1024 === 0) tellPart(draws + (draws * i) / length / 10, all);
      const one = estimates(without(i));
      if (one === null) return null;
      rest.push(one);
    }
    return rest;
  };
  const leftOut = jackknife ? withoutEach() : null;
  const limits = (at: number, estimate: number): ResampledEffect | null => {
    const drawn = Float64Array.from(replicates, (one) => one[at]!);
    const left = leftOut === null ? null : cases.spread(Float64Array.from(leftOut, (one) => one[at]!));
    const found = bootstrapLimits(estimate, drawn, left, confidence);
    const beyond = (sign: number): number => drawn.reduce((sum, value) => sum + (sign * value <= 0 ? 1 : 0), 0);
    return found === null ? null : { ...found, p: Math.min(1, (2 * (1 + Math.min(beyond(1), beyond(-1)))) / (1 + drawn.length)) };
  };
  return {
    indirect: found.indirect.map((one, at) => limits(at, one.effect)),
    totalIndirect: limits(paths.length, found.totalIndirect.effect),
    mediated: found.mediated === null ? null : limits(paths.length + 1, found.mediated),
    unusable: draws - replicates.length,
  };
}
