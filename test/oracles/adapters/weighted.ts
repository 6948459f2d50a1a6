// `weighted_correlation`, `weighted_reliability`, `weighted_pca`: the ordinary procedures on moments under sampling weights.
import {
  communalitiesOf,
  completeRows,
  componentCoefficients,
  composite,
  correlationOf,
  covarianceOf,
  describe,
  designMomentsOf,
  factorability,
  loadingsOf,
  minMax,
  principalComponents,
  proportionalWeights,
  quartimax,
  reliability,
  scoresOf,
  sumsOfSquares,
  varimax,
  weightSummary,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { matrix, names, numbers } from './columns.ts';

function startOf(data: OracleData, options: OracleOptions) {
  const variables = names(options.variables);
  const columns = variables.map((name) => numbers(data, name, options));
  const weights = numbers(data, String(options.weight), options);
  const rows = completeRows(
    columns,
    Uint8Array.from(weights, (weight) => (weight > 0 ? 1 : 0)),
  );
  const used = Uint8Array.from(weights, () => 0);
  for (const row of rows) used[row] = 1;
  const moments = designMomentsOf(columns, weights);
  const sds = covarianceOf(moments).map((row, i) => Math.sqrt(row[i]!));
  return { variables, columns, weights, rows, used, moments, sds };
}

const byName = (list: readonly string[], values: readonly (number | null | undefined)[]) =>
  Object.fromEntries(list.map((name, at) => [name, values[at]]));

export function weightedCorrelation(data: OracleData, options: OracleOptions): OracleValues {
  const { variables, weights, used, moments, sds } = startOf(data, options);
  return {
    n: moments.n,
    kish_n: weightSummary(weights, used).kishN,
    mean: byName(variables, moments.means),
    sd: byName(variables, sds),
    covariance: matrix(variables, variables, covarianceOf(moments)),
    r: matrix(variables, variables, correlationOf(moments)),
  };
}

export function weightedReliability(data: OracleData, options: OracleOptions): OracleValues {
  const { variables, moments } = startOf(data, options);
  const found = reliability(moments);
  const worth = factorability(correlationOf(moments), moments.n);
  const items = found.items;
  return {
    n: moments.n,
    alpha: found.alpha,
    alpha_standardized: found.standardized,
    mean_r: found.meanInterItemCorrelation,
    alpha_if_deleted: byName(
      variables,
      items.map((item) => item.alphaIfDeleted),
    ),
    corrected_item_total_r: byName(
      variables,
      items.map((item) => item.correctedItemTotal),
    ),
    kmo: worth?.kmo,
    bartlett_chi2: worth?.chi2,
    bartlett_df: worth?.df,
  };
}

export function weightedPca(data: OracleData, options: OracleOptions): OracleValues {
  const { variables, columns, weights, rows, moments, sds } = startOf(data, options);
  const found = principalComponents(correlationOf(moments));
  const wanted = options.nfactors ?? 'kaiser';
  const kept = wanted === 'kaiser' ? found.eigenvalues.filter((value) => value > 1).length : Number(wanted);
  const plain = loadingsOf(found, kept);
  const rotation = String(options.rotation ?? 'none');
  const kaiser = options.kaiser !== false;
  const turned = rotation === 'varimax' ? varimax(plain, { kaiser }) : rotation === 'quartimax' ? quartimax(plain, { kaiser }) : null;
  if (turned === null && rotation !== 'none') throw new Unsupported(`rotation ${rotation}`);
  const loadings = turned?.loadings ?? plain;
  const coefficients = componentCoefficients(loadings);
  if (coefficients === null) throw new Unsupported('scores of components that are not defined');
  const factors = loadings[0]!.map((_, k) => `F${k + 1}`);
  const of = (values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row]!);
  const own = of(weights);
  const scores = scoresOf(columns, moments.means, sds, coefficients).map(of);
  const squares = sumsOfSquares(loadings);
  const shares = proportionalWeights(squares);
  const whole = composite(scores, shares);
  const stretched = minMax(whole, 0, 100);
  const weighted = (values: Float64Array) => {
    const sums = designMomentsOf([values], own);
    return { mean: sums.means[0]!, sd: Math.sqrt(covarianceOf(sums)[0]![0]!) };
  };
  const plainly = scores.map((column) => describe(column));
  const percent = (value: number): number => (100 * value) / variables.length;
  return {
    n: moments.n,
    nfactors: kept,
    eigenvalues: found.eigenvalues,
    pct_variance: found.eigenvalues.map(percent),
    loadings_unrotated: matrix(variables, factors, plain),
    communalities: byName(variables, communalitiesOf(plain)),
    ...(turned === null
      ? {}
      : { rotated: { loadings: matrix(variables, factors, loadings), ss_loadings: squares, pct_variance: squares.map(percent) } }),
    score_coefficients: matrix(variables, factors, coefficients),
    scores: {
      n: rows.length,
      head_rows_listwise: matrix(
        Array.from({ length: Math.min(8, rows.length) }, (_, at) => String(at + 1)),
        factors,
        Array.from({ length: Math.min(8, rows.length) }, (_, at) => scores.map((column) => column[at]!)),
      ),
      mean: scores.map((column) => weighted(column).mean),
      sd: plainly.map((one) => one.sd),
      min: plainly.map((one) => one.min),
      max: plainly.map((one) => one.max),
      sum_abs: scores.map((column) => column.reduce((total, value) => total + Math.abs(value), 0)),
    },
    composite: {
      weights: shares,
      head: [...whole.slice(0, 8)],
      weighted_mean: weighted(whole).mean,
      weighted_sd: weighted(whole).sd,
      minmax_0_100_weighted_mean: weighted(stretched).mean,
    },
  };
}
