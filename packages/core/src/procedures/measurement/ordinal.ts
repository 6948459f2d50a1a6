// A measurement model of ordered answers: polychoric correlations, diagonally weighted least squares, a mean- and variance-adjusted χ².
import { inverseSymmetric, multiply, transpose, type Matrix } from '../../numerics/linear-algebra.ts';
import { minimise } from '../../numerics/minimise.ts';
import { square } from '../../numerics/powers.ts';
import { listwiseColumns } from '../../moments/rows.ts';
import { inverseInformation } from './estimate.ts';
import { fitIndices } from './fit-indices.ts';
import { impliedBy, type Implied } from './implied.ts';
import { slotSlopes } from './likelihood.ts';
import {
  correlationsOf,
  estimatesOf,
  improper,
  largestResidual,
  problemsOfModel,
  tested,
  type MeasurementEstimate,
  type MeasurementFit,
  type Unfitted,
} from './measurement.ts';
import { itemsOf, modelTable, startOf, type MeasurementModel, type Scaling } from './model.ts';
import { ordinalMoments, type OrdinalMoments } from './polychoric-moments.ts';
import type { FactorTable } from './table.ts';
import { factorValidity, heterotraitMonotrait } from './validity.ts';

/**
 * Minimises Σ(r − ρ)²/v over the pairs, v the variances of the polychoric correlations (Muthén, du Toit & Spisic 1997): latent answers have
 * variance 1, thresholds are those of the margins. Errors by the sandwich with the full covariance Γ; χ² = Σ(r − ρ)²/v, and scaled and
 * shifted, aχ² + df − a·tr(UΓ), a = √(df/tr(UΓUΓ)) (Asparouhov & Muthén 2010, Mplus' WLSMV). RMSEA takes n − 1. Listwise.
 */
export function fitOrdinal(
  model: MeasurementModel,
  columns: readonly Float64Array[],
  options: { readonly scaling?: Scaling } = {},
): MeasurementFit | Unfitted {
  const forbidden = problemsOfModel(model);
  if (forbidden.length > 0) return { problems: forbidden };
  const items = itemsOf(model);
  const used = listwiseColumns(columns);
  const n = used[0]?.length ?? 0;
  if (n <= items.length) return { problems: [{ problem: 'too-few-cases', n, needed: items.length + 1 }] };
  const constant = items.find((_, i) => used[i]!.every((value) => value === used[i]![0]));
  if (constant !== undefined) return { problems: [{ problem: 'constant-item', item: constant }] };
  const moments = ordinalMoments(used);
  if ('pair' in moments) return { problems: [{ problem: 'singular', item: items[moments.pair[1]]! }] };
  const table = latentTable(model, options.scaling ?? 'std');
  const df = moments.pairs.length - table.parameters;
  if (df < 0) return { problems: [{ problem: 'no-degrees-of-freedom', df }] };
  const variances = moments.pairs.map((_, k) => moments.covariance[k]![k]!);
  const found = leastSquares(model, table, moments, variances);
  if (found === null) return { problems: [{ problem: 'not-converged', iterations: 0 }] };
  return described({ model, table, moments, variances, found, df });
}

/** The errors' variances are what is left of 1: no parameters. */
function latentTable(model: MeasurementModel, scaling: Scaling): FactorTable {
  const table = modelTable(
    model,
    scaling,
    itemsOf(model).map(() => 0),
  );
  let free = 0;
  const index = table.slots.map((slot, s) =>
    table.index[0]![s]! < 0 || (slot.kind === 'residual' && slot.item === slot.other) ? -1 : free++,
  );
  return { ...table, index: [index], parameters: free };
}

function latentImplied(table: FactorTable, theta: ArrayLike<number>): Implied {
  const state = impliedBy(table, theta, 0);
  const residuals = state.implied.map((row, i) => 1 - (row[i]! - state.residuals[i]!));
  return {
    ...state,
    residuals,
    residualCovariance: state.residualCovariance.map((row, i) => row.map((value, j) => (i === j ? residuals[i]! : value))),
    implied: state.implied.map((row, i) => row.map((value, j) => (i === j ? 1 : value))),
  };
}

interface Found {
  readonly theta: readonly number[];
  readonly converged: boolean;
  readonly iterations: number;
  /** Pairs × parameters. */
  readonly slopes: Matrix;
}

function leastSquares(model: MeasurementModel, table: FactorTable, moments: OrdinalMoments, variances: readonly number[]): Found | null {
  const { pairs, correlations } = moments;
  const errorsAt = (theta: ArrayLike<number>): number[] => {
    const { implied } = latentImplied(table, theta);
    return pairs.map(([i, j]) => correlations[i]![j]! - implied[i]![j]!);
  };
  const slopesAt = (theta: ArrayLike<number>): number[][] => {
    const out = pairs.map(() => Array.from({ length: table.parameters }, () => 0));
    for (const [s, slope] of slotSlopes(table, latentImplied(table, theta)).entries()) {
      const at = table.index[0]![s]!;
      if (at >= 0) for (const [k, [i, j]] of pairs.entries()) out[k]![at] = out[k]![at]! + slope(i, j);
    }
    return out;
  };
  const weighted = (theta: ArrayLike<number>): number[][] => slopesAt(theta).map((row, k) => row.map((value) => value / variances[k]!));
  for (const closeness of [1, 0.5, 0]) {
    const found = minimise(
      {
        value: (theta) => errorsAt(theta).reduce((sum, error, k) => sum + square(error) / variances[k]!, 0),
        gradient: (theta) => {
          const errors = errorsAt(theta);
          const rows = weighted(theta);
          return Float64Array.from(
            { length: table.parameters },
            (_, p) => -2 * errors.reduce((sum, error, k) => sum + error * rows[k]![p]!, 0),
          );
        },
        hessian: (theta) => multiply(transpose(slopesAt(theta)), weighted(theta)).map((row) => row.map((value) => 2 * value)),
      },
      Float64Array.from(
        startOf(
          model,
          table,
          correlations,
          correlations.map(() => 0),
          closeness,
        ),
      ),
      { tolerance: 1e-8, iterations: 500 },
    );
    if (found.converged || closeness === 0)
      return found.reason === 'start'
        ? null
        : { theta: [...found.x], converged: found.converged, iterations: found.iterations, slopes: slopesAt(found.x) };
  }
  return null;
}

/** tr(UΓ) and tr(UΓUΓ), U = V − VΔ(Δ′VΔ)⁻¹Δ′V, V = diag(1/v); without slopes U = V. */
function traces(covariance: Matrix, variances: readonly number[], slopes: Matrix | null, bread: Matrix | null): readonly [number, number] {
  const through = slopes === null || bread === null ? null : multiply(multiply(slopes, bread), transpose(slopes));
  const u = covariance.map((_, k) =>
    covariance.map(
      (_unused, l) => (k === l ? 1 / variances[k]! : 0) - (through === null ? 0 : through[k]![l]! / (variances[k]! * variances[l]!)),
    ),
  );
  const product = multiply(u, covariance);
  return [
    product.reduce((sum, row, k) => sum + row[k]!, 0),
    product.reduce((sum, row, k) => sum + row.reduce((inner, value, l) => inner + value * product[l]![k]!, 0), 0),
  ];
}

interface Described {
  readonly model: MeasurementModel;
  readonly table: FactorTable;
  readonly moments: OrdinalMoments;
  readonly variances: readonly number[];
  readonly found: Found;
  readonly df: number;
}

function described({ model, table, moments, variances, found, df }: Described): MeasurementFit {
  const { n, pairs, correlations, covariance, thresholds, thresholdErrors } = moments;
  const { items } = table;
  const state = latentImplied(table, found.theta);
  const errors = pairs.map(([i, j]) => correlations[i]![j]! - state.implied[i]![j]!);
  const chi2 = errors.reduce((sum, error, k) => sum + square(error) / variances[k]!, 0);
  const baselineChi2 = pairs.reduce((sum, [i, j], k) => sum + square(correlations[i]![j]!) / variances[k]!, 0);
  const baselineDf = pairs.length;
  const weighted = found.slopes.map((row, k) => row.map((value) => value / variances[k]!));
  const bread = inverseInformation(multiply(transpose(found.slopes), weighted));
  const meat = multiply(multiply(transpose(weighted), covariance), weighted);
  const sandwich = bread === null ? null : multiply(multiply(bread, meat), bread);
  const shifted = (value: number, degrees: number, [one, two]: readonly [number, number]): { chi2: number; factor: number } => {
    const factor = Math.sqrt(degrees / two);
    return { chi2: value * factor + degrees - factor * one, factor: 1 / factor };
  };
  const scaled = bread === null || df === 0 ? null : shifted(chi2, df, traces(covariance, variances, found.slopes, bread));
  const baseline = shifted(baselineChi2, baselineDf, traces(covariance, variances, null, null)).chi2;
  const factorCorrelations = correlationsOf(state, model.factors.length);
  const own = model.factors.map((factor) => ({ name: factor.name, items: factor.items.map((item) => items.indexOf(item)) }));
  const lists = own.map((factor, f) => factor.items.filter((item) => own.findIndex((one) => one.items.includes(item)) === f));
  const cuts = thresholds.flatMap((values, i) => values.map((value, k) => square(value / thresholdErrors[i]![k]!)));
  const weight = baselineChi2 + cuts.reduce((sum, value) => sum + value, 0);
  const moves = pairs.length + cuts.length;
  return {
    model,
    items,
    factors: model.factors.map((factor) => factor.name),
    n,
    parameters: table.parameters + cuts.length,
    converged: found.converged,
    chi2,
    df,
    baselineChi2,
    baselineDf,
    ...fitIndices({ chi2, df, baselineChi2, baselineDf, n: n - 1, groups: 1 }),
    srmr: Math.sqrt(errors.reduce((sum, error) => sum + square(error), 0) / ((items.length * (items.length + 1)) / 2)),
    rmr: null,
    gfi: 1 - chi2 / weight,
    agfi: df > 0 ? 1 - (moves / df) * (chi2 / weight) : null,
    wishart: null,
    likelihood: null,
    scaled:
      scaled === null
        ? null
        : {
            ...scaled,
            df,
            baselineChi2: baseline,
            ...fitIndices({ chi2: scaled.chi2, df, baselineChi2: baseline, baselineDf, n: n - 1, groups: 1 }),
            robust: null,
          },
    estimates: [
      ...estimatesOf(table, found.theta, sandwich, latentImplied).map((one): MeasurementEstimate => {
        if (one.kind !== 'residual' || one.name !== one.other) return one;
        return { ...one, value: state.residuals[items.indexOf(one.name)]!, standardisedSe: null, fixed: false };
      }),
      ...thresholds.flatMap((values, i) =>
        values.map((value, k): MeasurementEstimate => {
          const se = thresholdErrors[i]![k]!;
          return {
            kind: 'threshold',
            name: items[i]!,
            other: String(k + 1),
            value,
            ...tested(value, se),
            standardised: value,
            standardisedSe: se,
            fixed: false,
          };
        }),
      ),
    ],
    correlations: factorCorrelations,
    validity: factorValidity(
      own,
      state,
      correlations,
      factorCorrelations,
      own.map(() => null),
    ).map((one) => ({ ...one, omega: null, omegaObserved: null })),
    htmt: heterotraitMonotrait(lists, correlations, false),
    htmt2: heterotraitMonotrait(lists, correlations, true),
    r2: state.residuals.map((value) => 1 - value),
    largestResidual: largestResidual(items, correlations, state.implied),
    modifications: [],
    scores: null,
    scoreSds: null,
    problems: [
      ...(found.converged ? [] : [{ problem: 'not-converged', iterations: found.iterations } as const]),
      ...(bread === null || inverseSymmetric(bread) === null ? [{ problem: 'not-identified' } as const] : []),
      ...improper(table, state, model.factors.length),
    ],
  };
}
