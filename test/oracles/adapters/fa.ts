// `fa`: common factors by principal axes, minres (where they stand still) or maximum likelihood; rotations; three kinds of scores.
import {
  factorCoefficients,
  factorFit,
  likelihoodFactors,
  principalAxis,
  principalComponents,
  scoresOf,
  sumsOfSquares,
  type Extraction,
  type LikelihoodFactors,
  type ScoreMethod,
} from '@studyspec/core';
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
  if (!['paf', 'minres', 'uls', 'ml'].includes(method)) throw new Unsupported(`extraction ${method}`);
  const axes = method === 'ml' ? null : principalAxis(start.matrix, k);
  const likely = method === 'ml' ? likelihoodFactors(start.matrix, k) : null;
  const found = likely ?? axes;
  if (found === null || !found.converged) throw new Unsupported('factors that there are not');
  const known: OracleValues = {
    n: start.n,
    nfactors: k,
    communalities_initial_smc: Object.fromEntries(items.map((item, i) => [item, found.initial[i]])),
    eigenvalues_R: principalComponents(start.matrix).eigenvalues,
    improper_solution_heywood: (axes?.heywood.length ?? 0) > 0,
  };
  if (axes !== null && axes.heywood.length > 0) return known;
  const turned = turnedAs(found.loadings, options);
  const factors = found.loadings[0]!.map((_, at) => `F${at + 1}`);
  const methods: readonly ScoreMethod[] =
    turned.correlations === null ? ['regression', 'bartlett', 'anderson_rubin'] : ['regression', 'bartlett'];
  const { rmsr_offdiag } = residuals(start.matrix, found.loadings);
  return {
    ...known,
    ...(axes === null ? fitValues(likely!, items.length, k, start.n) : iterationValues(axes, items)),
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

const iterationValues = ({ spssStop, discrepancy }: Extraction, items: readonly string[]): OracleValues => ({
  spss_default_stop: {
    iterations: spssStop.iterations,
    communalities: Object.fromEntries(items.map((item, i) => [item, spssStop.communalities[i]])),
  },
  uls_discrepancy: discrepancy,
});

function fitValues(found: LikelihoodFactors, p: number, k: number, n: number): OracleValues {
  const { chi2, df, p: pValue } = factorFit(found, p, k, n);
  const plain = (n - 1) * found.discrepancy;
  return {
    fit: {
      F: found.discrepancy,
      chi2_bartlett_corrected: chi2,
      df,
      p: pValue,
      chi2_uncorrected: plain,
      rmsea_uncorrected: Math.sqrt(Math.max(0, (plain - df) / (df * (n - 1)))),
    },
  };
}
