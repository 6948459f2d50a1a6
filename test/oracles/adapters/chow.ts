// `chow`: the same regression in two groups, each of one value or several of the grouping variable.
import { listwiseColumns, pooledModels } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { names, numbers } from './columns.ts';
import { designOf } from './ols.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const group = String(options.group);
  const sides = (options.groups as readonly unknown[]).map((value) => {
    const own = { ...options, filter: { ...(options.filter as object | undefined), [group]: names(value) } };
    const design = designOf(data, [...names(options.predictors), ...names(options.interactions)], own);
    const [y, ...x] = listwiseColumns([numbers(data, String(options.dependent), own), ...design.columns]);
    return { terms: design.terms, sample: { name: names(value).join(' '), y: y!, x } };
  });
  const found = pooledModels(
    sides.map((side) => side.sample),
    sides[0]!.terms,
  );
  if ('problem' in found) throw new Unsupported(`groups that cannot be compared: ${found.problem}`);
  const [first, second] = found.studies.map((study) => study.fit);
  return {
    n1: first!.n,
    n2: second!.n,
    sse_pooled: found.common.ssResidual,
    sse_1: first!.ssResidual,
    sse_2: second!.ssResidual,
    k: first!.predictors + 1,
    F: found.chow.f,
    df1: found.chow.df1,
    df2: found.chow.df2,
    p: found.chow.p,
    b_1: first!.coefficients.map((one) => one.b),
    b_2: second!.coefficients.map((one) => one.b),
  };
}
