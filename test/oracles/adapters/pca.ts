// `pca`: principal components of the correlation matrix, varimax, scores; `composite` builds on it.
import {
  arrange,
  communalitiesOf,
  componentCoefficients,
  describe,
  correlationOf,
  loadingsOf,
  momentsOf,
  orderAndSigns,
  principalComponents,
  quartimax,
  scoresOf,
  sumsOfSquares,
  varimax,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { matrix } from './columns.ts';
import { startOf, type Start } from './correlations.ts';

export interface Components {
  readonly start: Start;
  readonly eigenvalues: readonly number[];
  readonly unrotated: readonly (readonly number[])[];
  readonly loadings: readonly (readonly number[])[];
  readonly coefficients: readonly (readonly number[])[];
  readonly scores: readonly Float64Array[];
}

export function componentsOf(data: OracleData, options: OracleOptions): Components {
  if (options.matrix === 'covariance' || options.covariance === true) throw new Unsupported('components of a covariance matrix');
  const start = startOf(data, options);
  const found = principalComponents(start.matrix);
  const wanted = options.nfactors ?? 'kaiser';
  const kept = wanted === 'kaiser' ? found.eigenvalues.filter((value) => value > 1).length : Number(wanted);
  const rotation = String(options.rotation ?? 'none');
  const plain = loadingsOf(found, kept);
  const kaiser = options.kaiser !== false;
  const turned = rotation === 'varimax' ? varimax(plain, { kaiser }) : rotation === 'quartimax' ? quartimax(plain, { kaiser }) : null;
  if (turned === null && rotation !== 'none') throw new Unsupported(`rotation ${rotation}`);
  const own = orderAndSigns(plain);
  const unrotated = arrange(plain, own.order, own.signs);
  const loadings = turned?.loadings ?? unrotated;
  const coefficients = componentCoefficients(loadings);
  if (coefficients === null) throw new Unsupported('scores of components that are not defined');
  return {
    start,
    eigenvalues: found.eigenvalues,
    unrotated,
    loadings,
    coefficients,
    scores: scoresOf(start.columns, start.means, start.sds, coefficients),
  };
}

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const { start, eigenvalues, unrotated, loadings, coefficients, scores } = componentsOf(data, options);
  const { items } = start;
  const factors = loadings[0]!.map((_, k) => `F${k + 1}`);
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  let running = 0;
  const percent = eigenvalues.map((value) => (100 * value) / total);
  const squares = sumsOfSquares(loadings);
  const communalities = communalitiesOf(unrotated);
  const complete = scores.map((column) => Float64Array.from(start.rows, (row) => column[row]!));
  const summaries = complete.map((column) => describe(column));
  // The oracles number rows within the matrix they analysed: after listwise deletion 1, 2, 3 …, else as in the file (their README says the
  // latter of both, which is the same wherever no early row was dropped).
  const listwise = (options.missing ?? 'listwise') === 'listwise';
  const head = [...start.rows.slice(0, 8)].map((row, i) => ({ label: String(listwise ? i + 1 : row + 1), row }));
  const rotated =
    options.rotation === undefined || options.rotation === 'none'
      ? {}
      : {
          rotated: {
            loadings: matrix(items, factors, loadings),
            ss_loadings: squares,
            pct_variance: squares.map((value) => (100 * value) / items.length),
          },
        };
  return {
    n: start.n,
    nfactors: factors.length,
    eigenvalues,
    pct_variance: percent,
    cumulative_pct: percent.map((share) => (running += share)),
    loadings_unrotated: matrix(items, factors, unrotated),
    communalities: Object.fromEntries(items.map((item, i) => [item, communalities[i]])),
    ...rotated,
    score_coefficients: matrix(items, factors, coefficients),
    scores: {
      n: start.rows.length,
      head_rows_listwise: matrix(
        head.map((one) => one.label),
        factors,
        head.map(({ row }) => scores.map((column) => column[row]!)),
      ),
      mean: summaries.map((one) => one.mean),
      sd: summaries.map((one) => one.sd),
      cor: matrix(factors, factors, correlationOf(momentsOf(complete))),
      sum_abs: complete.map((column) => column.reduce((sum, value) => sum + Math.abs(value), 0)),
      min: summaries.map((one) => one.min),
      max: summaries.map((one) => one.max),
    },
    ...residuals(start.matrix, unrotated),
  };
}

/** How well the loadings reproduce the correlations: residuals above .05, and their root mean square. */
function residuals(correlation: readonly (readonly number[])[], loadings: readonly (readonly number[])[]): OracleValues {
  let large = 0;
  let squares = 0;
  let pairs = 0;
  for (let i = 0; i < correlation.length; i++) {
    for (let j = 0; j < i; j++) {
      const residual = correlation[i]![j]! - loadings[i]!.reduce((sum, value, k) => sum + value * loadings[j]![k]!, 0);
      pairs += 1;
      squares += residual ** 2;
      if (Math.abs(residual) > 0.05) large += 1;
    }
  }
  return { residual_count_gt_05: large, rmsr_offdiag: Math.sqrt(squares / pairs) };
}
