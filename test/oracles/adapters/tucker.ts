// `tucker_congruence`: the components of two groups, and the congruence of all pairs of columns.
import { congruenceMatrix } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { matrix, names } from './columns.ts';
import { componentsOf } from './pca.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const group = String(options.group_variable);
  const [first, second] = (options.groups as readonly unknown[]).map((value) =>
    componentsOf(data, { ...options, filter: { ...(options.filter as object | undefined), [group]: value } }),
  );
  const items = names(options.variables);
  const factors = first!.loadings[0]!.map((_, k) => `F${k + 1}`);
  const others = second!.loadings[0]!.map((_, k) => `F${k + 1}`);
  return {
    loadings_1: matrix(items, factors, first!.loadings),
    loadings_2: matrix(items, others, second!.loadings),
    congruence: matrix(factors, others, congruenceMatrix(first!.loadings, second!.loadings)),
  };
}
