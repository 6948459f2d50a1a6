// `pca`: principal components of the correlation or covariance matrix, rotations, scores; `composite` and `fa` build on it.
import {
  arrange,
  communalitiesOf,
  componentCoefficients,
  describe,
  correlationOf,
  loadingsOf,
  momentsOf,
  oblimin,
  orderAndSigns,
  orthomax,
  principalComponents,
  promax,
  quartimax,
  scoresOf,
  structureMatrix,
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
  /** Of oblique factors; null for uncorrelated ones. */
  readonly correlations: readonly (readonly number[])[] | null;
  readonly coefficients: readonly (readonly number[])[];
  readonly scores: readonly Float64Array[];
}

interface Turned {
  readonly loadings: readonly (readonly number[])[];
  readonly correlations: readonly (readonly number[])[] | null;
}

/** As the case's rotation has it, in the oracles' order and signs. */
export function turnedAs(unrotated: readonly (readonly number[])[], options: OracleOptions): Turned {
  const rotation = String(options.rotation ?? 'none');
  const kaiser = options.kaiser !== false;
  const k = unrotated[0]!.length;
  const plain = (): Turned => {
    const own = orderAndSigns(unrotated);
    return { loadings: arrange(unrotated, own.order, own.signs), correlations: null };
  };
  if (rotation === 'none' || k === 1) return plain();
  const oblique = rotation === 'promax' || rotation === 'oblimin';
  if (oblique) {
    const found =
      rotation === 'promax'
        ? promax(unrotated, { kaiser, kappa: Number(options.kappa ?? 4) })
        : oblimin(unrotated, { kaiser, delta: Number(options.delta ?? 0) });
    if (found === null) throw new Unsupported(`${rotation} of a solution that cannot be turned`);
    return found;
  }
  const gamma: Readonly<Record<string, number>> = { equamax: k / 2 };
  const found =
    rotation === 'varimax'
      ? varimax(unrotated, { kaiser })
      : rotation === 'quartimax'
        ? quartimax(unrotated, { kaiser })
        : gamma[rotation] === undefined
          ? null
          : orthomax(unrotated, { kaiser, gamma: gamma[rotation] });
  if (found === null) throw new Unsupported(`rotation ${rotation}`);
  return { loadings: found.loadings, correlations: null };
}

/** What a rotation is told by: the loadings, or pattern, structure and correlations of oblique factors. */
export function rotatedValues(items: readonly string[], { loadings, correlations }: Turned): OracleValues {
  const factors = loadings[0]!.map((_, k) => `F${k + 1}`);
  if (correlations === null) {
    const squares = sumsOfSquares(loadings);
    return {
      loadings: matrix(items, factors, loadings),
      ss_loadings: squares,
      pct_variance: squares.map((value) => (100 * value) / items.length),
    };
  }
  const structure = structureMatrix(loadings, correlations);
  return {
    pattern: matrix(items, factors, loadings),
    structure: matrix(items, factors, structure),
    phi: matrix(factors, factors, correlations),
    ss_loadings_structure_spss: sumsOfSquares(structure),
  };
}

export function componentsOf(data: OracleData, options: OracleOptions): Components {
  const start = startOf(data, options);
  const found = principalComponents(start.matrix);
  const wanted = options.nfactors ?? 'kaiser';
  const kept = wanted === 'kaiser' ? found.eigenvalues.filter((value) => value > 1).length : Number(wanted);
  const plain = loadingsOf(found, kept);
  const own = orderAndSigns(plain);
  const unrotated = arrange(plain, own.order, own.signs);
  const turned = turnedAs(plain, options);
  const coefficients = componentCoefficients(turned.loadings);
  if (coefficients === null) throw new Unsupported('scores of components that are not defined');
  return {
    start,
    eigenvalues: found.eigenvalues,
    unrotated,
    ...turned,
    coefficients,
    scores: scoresOf(start.columns, start.means, start.sds, coefficients),
  };
}

/** Components of the covariances: kept are those above the mean, and loadings are given in the items' units and as correlations. */
function ofCovariances(data: OracleData, options: OracleOptions): OracleValues {
  const start = startOf(data, options);
  if (start.covariance === null) throw new Unsupported('components of pairwise covariances');
  const { items } = start;
  const { eigenvalues, ...rest } = principalComponents(start.covariance);
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  const wanted = options.nfactors ?? 'kaiser';
  const kept = wanted === 'kaiser' ? eigenvalues.filter((value) => value > total / items.length).length : Number(wanted);
  const raw = loadingsOf({ eigenvalues, ...rest }, kept);
  const rescaled = raw.map((row, i) => row.map((value) => value / start.sds[i]!));
  const factors = raw[0]!.map((_, k) => `F${k + 1}`);
  let running = 0;
  const percent = eigenvalues.map((value) => (100 * value) / total);
  const communalities = communalitiesOf(rescaled);
  return {
    n: start.n,
    nfactors: kept,
    eigenvalues,
    pct_variance: percent,
    cumulative_pct: percent.map((share) => (running += share)),
    loadings_raw: matrix(items, factors, raw),
    loadings_rescaled: matrix(items, factors, rescaled),
    communalities_rescaled: Object.fromEntries(items.map((item, i) => [item, communalities[i]])),
  };
}

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  if (options.matrix === 'covariance' || options.covariance === true) return ofCovariances(data, options);
  const { start, eigenvalues, unrotated, loadings, correlations, coefficients, scores } = componentsOf(data, options);
  const { items } = start;
  const factors = loadings[0]!.map((_, k) => `F${k + 1}`);
  const total = eigenvalues.reduce((sum, value) => sum + value, 0);
  let running = 0;
  const percent = eigenvalues.map((value) => (100 * value) / total);
  const communalities = communalitiesOf(unrotated);
  const rotated =
    options.rotation === undefined || options.rotation === 'none' ? {} : { rotated: rotatedValues(items, { loadings, correlations }) };
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
    scores: scoresBlock(start, options, factors, scores),
    ...residuals(start.matrix, unrotated),
  };
}

/** Summaries of scores over the rows that have them. */
export function scoresBlock(
  start: Start,
  options: OracleOptions,
  factors: readonly string[],
  scores: readonly Float64Array[],
): OracleValues {
  const complete = scores.map((column) => Float64Array.from(start.rows, (row) => column[row]!));
  const summaries = complete.map((column) => describe(column));
  // The oracles number rows within the matrix they analysed: after listwise deletion 1, 2, 3 …, else as in the file (their README says the
  // latter of both, which is the same wherever no early row was dropped).
  const listwise = (options.missing ?? 'listwise') === 'listwise';
  const head = [...start.rows.slice(0, 8)].map((row, i) => ({ label: String(listwise ? i + 1 : row + 1), row }));
  return {
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
  };
}

/** How well the loadings reproduce the correlations: residuals above .05, and their root mean square. */
export function residuals(correlation: readonly (readonly number[])[], loadings: readonly (readonly number[])[]): OracleValues {
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
