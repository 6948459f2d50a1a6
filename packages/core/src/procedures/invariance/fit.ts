// One multi-group model fitted, with its fit indices, estimates with standard errors, and what is wrong with it.
import { log } from '../../numerics/exponential.ts';
import { square } from '../../numerics/powers.ts';
import { normalUpper } from '../../numerics/distributions.ts';
import { choleskyFactor } from '../../numerics/linear-algebra.ts';
import type { Values } from '../../counts/points.ts';
import { momentsOfValues } from '../../counts/values.ts';
import { estimate, type Estimate } from '../measurement/estimate.ts';
import { fitIndices } from '../measurement/fit-indices.ts';
import { startValues } from './start-values.ts';
import type { GroupSample } from '../measurement/likelihood.ts';
import {
  parameterTable,
  type Freed,
  type Identification,
  type InvarianceLevel,
  type ParameterTable,
  type SimpleStructure,
} from './model.ts';

/** Columns in the order of the structure's items; rows with a missing item are left out. */
export interface InvarianceGroup {
  readonly name: string;
  readonly columns: readonly Values[];
}

/** Facts about a model that could not be fitted, or was fitted to something that cannot be. */
export type InvarianceProblem =
  | { readonly problem: 'one-group' }
  | { readonly problem: 'no-factor' }
  /** One item, or two and no other factor to lean on. */
  | { readonly problem: 'too-few-items'; readonly factor: string; readonly items: readonly string[] }
  | { readonly problem: 'too-few-cases'; readonly group: string; readonly n: number; readonly needed: number }
  | { readonly problem: 'constant-item'; readonly group: string; readonly item: string }
  /** The group's covariances cannot be inverted. */
  | { readonly problem: 'singular'; readonly group: string }
  | { readonly problem: 'no-degrees-of-freedom'; readonly level: InvarianceLevel; readonly df: number }
  | { readonly problem: 'not-converged'; readonly level: InvarianceLevel; readonly gradient: number; readonly iterations: number }
  /** The information is singular at the solution: some parameter could be anything. */
  | { readonly problem: 'not-identified'; readonly level: InvarianceLevel }
  /** A Heywood case; `what` is an item (its residual) or a factor. */
  | {
      readonly problem: 'negative-variance';
      readonly level: InvarianceLevel;
      readonly group: string;
      readonly what: string;
      readonly value: number;
    }
  | {
      readonly problem: 'correlation-beyond-one';
      readonly level: InvarianceLevel;
      readonly group: string;
      readonly factors: readonly [string, string];
      readonly value: number;
    };

export interface ParameterEstimate {
  readonly group: string;
  readonly kind: 'loading' | 'residual' | 'covariance' | 'intercept' | 'mean';
  /** Item of a loading, residual or intercept; factor of a mean or (co)variance. */
  readonly name: string;
  /** Factor of a loading; the other factor of a covariance (the same for a variance). */
  readonly other: string | null;
  readonly value: number;
  /** Null when fixed, or when the information is singular. */
  readonly se: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly fixed: boolean;
  /** Shared with another group. */
  readonly equal: boolean;
}

export interface MultiGroupFit {
  readonly level: InvarianceLevel;
  readonly identification: Identification;
  readonly freed: readonly Freed[];
  readonly n: number;
  readonly groups: readonly { readonly name: string; readonly n: number; readonly chi2: number }[];
  readonly converged: boolean;
  readonly iterations: number;
  readonly gradient: number;
  readonly chi2: number;
  readonly df: number;
  readonly p: number | null;
  readonly baselineChi2: number;
  readonly baselineDf: number;
  readonly cfi: number | null;
  readonly tli: number | null;
  readonly rmsea: number | null;
  readonly srmr: number;
  /** 90 %, from the non-central χ²; and P(a misfit as large as this, were RMSEA .05): the test of close fit. */
  readonly rmseaInterval: { readonly low: number; readonly high: number } | null;
  readonly closeFit: number | null;
  readonly logLikelihood: number;
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly estimates: readonly ParameterEstimate[];
  readonly problems: readonly InvarianceProblem[];
}

/** A fit with what score tests need. */
export interface FittedModel {
  readonly fit: MultiGroupFit;
  readonly table: ParameterTable;
  readonly estimate: Estimate;
  readonly samples: readonly GroupSample[];
}

export interface FitOptions {
  readonly level: InvarianceLevel;
  readonly identification?: Identification;
  readonly freed?: readonly Freed[];
}

/** The groups' listwise means and covariances (divided by n), or everything that forbids a fit. */
export function invarianceSamples(
  structure: SimpleStructure,
  groups: readonly InvarianceGroup[],
): { readonly samples: readonly GroupSample[]; readonly problems: readonly InvarianceProblem[] } {
  const items = structure.factors.flatMap((factor) => factor.items);
  const problems: InvarianceProblem[] = [];
  if (groups.length < 2) problems.push({ problem: 'one-group' });
  if (structure.factors.length === 0) problems.push({ problem: 'no-factor' });
  for (const factor of structure.factors) {
    if (factor.items.length < 2 || (factor.items.length === 2 && structure.factors.length === 1))
      problems.push({ problem: 'too-few-items', factor: factor.name, items: factor.items });
  }
  const samples: GroupSample[] = [];
  for (const { name, columns } of groups) {
    const moments = momentsOfValues(columns);
    const { n } = moments;
    if (n <= items.length) {
      problems.push({ problem: 'too-few-cases', group: name, n, needed: items.length + 1 });
      continue;
    }
    const constant = items.filter((_, i) => !(moments.cross[i]![i]! > 0));
    for (const item of constant) problems.push({ problem: 'constant-item', group: name, item });
    if (constant.length > 0) continue;
    const covariance = moments.cross.map((row) => row.map((value) => value / n));
    const lower = choleskyFactor(covariance);
    if (lower === null) problems.push({ problem: 'singular', group: name });
    else
      samples.push({ name, n, means: moments.means, covariance, logDeterminant: lower.reduce((sum, row, i) => sum + 2 * log(row[i]!), 0) });
  }
  return { samples, problems };
}

/**
 * Fits one level by maximum likelihood. χ² = N·F with covariances divided by n (lavaan's default, likelihood "normal"; with
 * "wishart" it would be (N − G)·F). The baseline has free means and variances and no covariances in each group. SRMR over covariances and
 * means, each
 * over the sample SDs, groups weighted by n; AIC and BIC of the full normal likelihood. The rest: fit-indices.ts.
 */
export function fitMultiGroup(
  structure: SimpleStructure,
  groups: readonly InvarianceGroup[],
  options: FitOptions,
): FittedModel | { readonly problems: readonly InvarianceProblem[] } {
  const { samples, problems } = invarianceSamples(structure, groups);
  return problems.length > 0 ? { problems } : fitSamples(structure, samples, options);
}

export function fitSamples(
  structure: SimpleStructure,
  samples: readonly GroupSample[],
  options: FitOptions,
): FittedModel | { readonly problems: readonly InvarianceProblem[] } {
  const { level } = options;
  const identification = options.identification ?? 'marker';
  const freed = options.freed ?? [];
  const table = parameterTable(structure, samples.length, level, identification, freed);
  const p = table.items.length;
  const df = (samples.length * p * (p + 3)) / 2 - table.parameters;
  if (df < 0) return { problems: [{ problem: 'no-degrees-of-freedom', level, df }] };
  const found = estimate(table, samples, startValues(table, samples));
  if (found === null) return { problems: [{ problem: 'not-converged', level, gradient: 0, iterations: 0 }] };
  return { fit: describeFit(table, samples, found, { level, identification, freed, df }), table, estimate: found, samples };
}

function describeFit(
  table: ParameterTable,
  samples: readonly GroupSample[],
  found: Estimate,
  about: { level: InvarianceLevel; identification: Identification; freed: readonly Freed[]; df: number },
): MultiGroupFit {
  const { df } = about;
  const p = table.items.length;
  const n = samples.reduce((sum, sample) => sum + sample.n, 0);
  // What rounding leaves below zero of a perfect fit is zero.
  const chi2 = Math.max(0, n * found.discrepancy);
  const baselineChi2 = samples.reduce(
    (sum, sample) => sum + sample.n * (sample.covariance.reduce((total, row, i) => total + log(row[i]!), 0) - sample.logDeterminant),
    0,
  );
  const baselineDf = (samples.length * p * (p - 1)) / 2;
  const saturated = samples.reduce((sum, sample) => sum - 0.5 * sample.n * (p * log(2 * Math.PI) + sample.logDeterminant + p), 0);
  const logLikelihood = saturated - chi2 / 2;
  const indices = fitIndices({ chi2, df, baselineChi2, baselineDf, n, groups: samples.length });
  return {
    ...about,
    n,
    groups: samples.map((sample, group) => ({
      name: sample.name,
      n: sample.n,
      chi2: Math.max(0, sample.n * found.states[group]!.discrepancy),
    })),
    converged: found.converged,
    iterations: found.iterations,
    gradient: found.gradient,
    chi2,
    baselineChi2,
    baselineDf,
    ...indices,
    srmr: srmrOf(samples, found),
    logLikelihood,
    parameters: table.parameters,
    aic: -2 * logLikelihood + 2 * table.parameters,
    bic: -2 * logLikelihood + table.parameters * log(n),
    estimates: estimatesOf(table, samples, found),
    problems: problemsOf(table, samples, found, about.level),
  };
}

/**
 * Bentler's form: residuals over the sample SDs, of the p(p + 1)/2 covariances and p means of a group; mean of the groups weighted by n.
 */
function srmrOf(samples: readonly GroupSample[], found: Estimate): number {
  const n = samples.reduce((sum, sample) => sum + sample.n, 0);
  return samples.reduce((sum, sample, group) => {
    const state = found.states[group]!;
    const p = sample.means.length;
    let squares = 0;
    for (let i = 0; i < p; i++) {
      for (let j = 0; j <= i; j++)
        squares += square(sample.covariance[i]![j]! - state.implied[i]![j]!) / (sample.covariance[i]![i]! * sample.covariance[j]![j]!);
      squares += square(sample.means[i]! - state.impliedMeans[i]!) / sample.covariance[i]![i]!;
    }
    return sum + (sample.n / n) * Math.sqrt(squares / ((p * (p + 3)) / 2));
  }, 0);
}

function estimatesOf(table: ParameterTable, samples: readonly GroupSample[], found: Estimate): ParameterEstimate[] {
  const factors = table.structure.factors.map((factor) => factor.name);
  const uses = Array.from({ length: table.parameters }, () => 0);
  for (const row of table.index) for (const at of row) if (at >= 0) uses[at] = uses[at]! + 1;
  return samples.flatMap((sample, group) =>
    table.slots.map((slot, s): ParameterEstimate => {
      const at = table.index[group]![s]!;
      const value = at < 0 ? table.fixed[group]![s]! : found.theta[at]!;
      const variance = at < 0 || found.covariance === null || !found.converged ? null : found.covariance[at]![at]!;
      const se = variance === null || !(variance > 0) ? null : Math.sqrt(variance);
      const names =
        slot.kind === 'loading'
          ? { name: table.items[slot.item]!, other: factors[slot.factor]! }
          : slot.kind === 'covariance'
            ? { name: factors[slot.factor]!, other: factors[slot.other]! }
            : { name: slot.kind === 'mean' ? factors[slot.factor]! : table.items[slot.item]!, other: null };
      return {
        group: sample.name,
        kind: slot.kind,
        ...names,
        value,
        se,
        z: se === null ? null : value / se,
        p: se === null ? null : 2 * normalUpper(Math.abs(value / se)),
        fixed: at < 0,
        equal: at >= 0 && uses[at]! > 1,
      };
    }),
  );
}

function problemsOf(table: ParameterTable, samples: readonly GroupSample[], found: Estimate, level: InvarianceLevel): InvarianceProblem[] {
  const problems: InvarianceProblem[] = [];
  if (!found.converged) problems.push({ problem: 'not-converged', level, gradient: found.gradient, iterations: found.iterations });
  if (found.covariance === null) problems.push({ problem: 'not-identified', level });
  for (const [group, state] of found.states.entries()) {
    const { name } = samples[group]!;
    for (const [i, value] of state.residuals.entries())
      if (value < 0) problems.push({ problem: 'negative-variance', level, group: name, what: table.items[i]!, value });
    for (const [f, factor] of table.structure.factors.entries()) {
      const own = state.factorCovariance[f]![f]!;
      if (own < 0) problems.push({ problem: 'negative-variance', level, group: name, what: factor.name, value: own });
      for (let g = 0; g < f; g++) {
        const value = state.factorCovariance[f]![g]! / Math.sqrt(own * state.factorCovariance[g]![g]!);
        if (Math.abs(value) >= 1)
          problems.push({
            problem: 'correlation-beyond-one',
            level,
            group: name,
            factors: [table.structure.factors[g]!.name, factor.name],
            value,
          });
      }
    }
  }
  return problems;
}
