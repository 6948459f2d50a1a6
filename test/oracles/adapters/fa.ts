// `fa`: common factors by principal axes, minres (where they stand still) or maximum likelihood; rotations; three kinds of scores.
import { factorCoefficients, principalAxis, principalComponents, scoresOf, sumsOfSquares, type ScoreMethod } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { matrix } from './columns.ts';
import { startOf } from './correlations.ts';
import { residuals, rotatedValues, scoresBlock, turnedAs } from './pca.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const start = startOf(data, options);
  const { items } = start;
  const k = Number(options.nfactors);
  const method = String(options.method);
  if (!['paf', 'minres', 'uls'].includes(method)) throw new Unsupported(`extraction ${method}`);
  const found = principalAxis(start.matrix, k);
  if (found === null || !found.converged) throw new Unsupported('factors that there are not');
  const known: OracleValues = {
    n: start.n,
    nfactors: k,
    communalities_initial_smc: Object.fromEntries(items.map((item, i) => [item, found.initial[i]])),
    eigenvalues_R: principalComponents(start.matrix).eigenvalues,
    improper_solution_heywood: found.heywood.length > 0,
  };
  if (found.heywood.length > 0) return known;
  const turned = turnedAs(found.loadings, options);
  const factors = found.loadings[0]!.map((_, at) => `F${at + 1}`);
  const methods: readonly ScoreMethod[] =
    turned.correlations === null ? ['regression', 'bartlett', 'anderson_rubin'] : ['regression', 'bartlett'];
  const { rmsr_offdiag } = residuals(start.matrix, found.loadings);
  return {
    ...known,
    spss_default_stop: {
      iterations: found.spssStop.iterations,
      communalities: Object.fromEntries(items.map((item, i) => [item, found.spssStop.communalities[i]])),
    },
    uls_discrepancy: found.discrepancy,
    loadings_unrotated: matrix(items, factors, found.loadings),
    communalities: Object.fromEntries(items.map((item, i) => [item, found.communalities[i]])),
    uniquenesses: Object.fromEntries(items.map((item, i) => [item, 1 - found.communalities[i]!])),
    ss_loadings_unrotated: sumsOfSquares(found.loadings),
    ...(options.rotation === undefined || options.rotation === 'none' ? {} : { rotated: rotatedValues(items, turned) }),
    scores: Object.fromEntries(
      methods.map((one) => {
        const coefficients = factorCoefficients(start.matrix, turned.loadings, turned.correlations, one);
        if (coefficients === null) throw new Unsupported(`${one} scores that are not defined`);
        const scores = scoresOf(start.columns, start.means, start.sds, coefficients);
        return [one, { coefficients: matrix(items, factors, coefficients), scores: scoresBlock(start, options, factors, scores) }];
      }),
    ),
    rmsr_offdiag,
  };
}
