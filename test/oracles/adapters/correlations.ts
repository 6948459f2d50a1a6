// The correlation (or covariance) matrix that factor procedures start from, after the case's missing policy.
import { completeRows, correlationOf, covarianceOf, meanSubstituted, momentsOf, pairwiseMoments } from '@studyspec/core';
import type { OracleData, OracleOptions } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { names, numbers } from './columns.ts';

export interface Start {
  readonly items: readonly string[];
  readonly n: number;
  readonly matrix: readonly (readonly number[])[];
  readonly covariance: readonly (readonly number[])[] | null;
  /** What scores are computed from: complete after substitution or not. */
  readonly columns: readonly Float64Array[];
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly rows: Uint32Array;
}

export function startOf(data: OracleData, options: OracleOptions): Start {
  const items = names(options.variables);
  const raw = items.map((name) => numbers(data, name, options));
  const policy = String(options.missing ?? 'listwise');
  if (!['listwise', 'pairwise', 'mean'].includes(policy)) throw new Unsupported(`missing policy ${policy}`);
  const columns = policy === 'mean' ? meanSubstituted(raw).columns : raw;
  const moments = momentsOf(columns);
  const rows = completeRows(columns);
  if (policy === 'pairwise') {
    const pairs = pairwiseMoments(columns);
    if (pairs.correlation === null) throw new Unsupported('pairwise correlations that are not defined');
    return {
      items,
      n: pairs.minimumN,
      matrix: pairs.correlation,
      covariance: null,
      columns,
      means: moments.means,
      sds: covarianceOf(moments).map((row, i) => Math.sqrt(row[i]!)),
      rows,
    };
  }
  const covariance = covarianceOf(moments);
  return {
    items,
    n: moments.n,
    matrix: correlationOf(moments),
    covariance,
    columns,
    means: moments.means,
    sds: covariance.map((row, i) => Math.sqrt(row[i]!)),
    rows,
  };
}
