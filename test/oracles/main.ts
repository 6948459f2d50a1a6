// Runs a folder of reference cases through core's public interface: `run ORACLE_DIR OUT_DIR`. Knows no single case, computes nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import cfa from './adapters/cfa.ts';
import anovaFactorial from './adapters/anova-factorial.ts';
import chisq from './adapters/chisq.ts';
import chow from './adapters/chow.ts';
import commonMethod from './adapters/common-method.ts';
import compareTwo from './adapters/compare-two.ts';
import composite from './adapters/composite.ts';
import correlate from './adapters/correlate.ts';
import correlation from './adapters/correlation.ts';
import crosstab from './adapters/crosstab.ts';
import descriptives from './adapters/descriptives.ts';
import fa from './adapters/fa.ts';
import dualCutoff from './adapters/dual-cutoff.ts';
import frequencies from './adapters/frequencies.ts';
import groupCompare from './adapters/group-compare.ts';
import kmoBartlett from './adapters/kmo-bartlett.ts';
import normality from './adapters/normality.ts';
import { meanSubstitution, ols, pairwise } from './adapters/ols.ts';
import olsNist from './adapters/ols-nist.ts';
import { binary, logit, mixed, multinomial, orderedModels, polr, separation, tobit } from './adapters/outcomes.ts';
import partialCorrelation from './adapters/partial-correlation.ts';
import pca from './adapters/pca.ts';
import pipeline from './adapters/pipeline.ts';
import reliability from './adapters/reliability.ts';
import { cluster, hierarchical, relativeImportance, robust, wls } from './adapters/linear-models.ts';
import { mediation, moderation } from './adapters/mediation.ts';
import { miPool } from './adapters/mi-pool.ts';
import { map, parallel } from './adapters/retention.ts';
import calibrateSurvey from './adapters/survey-calibrate.ts';
import { crosstabSurvey, describeSurvey, groupsSurvey, percentSurvey } from './adapters/survey-estimates.ts';
import { surveyModel, svyglm } from './adapters/survey-model.ts';
import tTest from './adapters/t-test.ts';
import tucker from './adapters/tucker.ts';
import { weightedCorrelation, weightedPca, weightedReliability } from './adapters/weighted.ts';
import { ahp, coupling, critic, entropy, indexWeights, obstacle, plainTopsis, topsisIndex } from './adapters/member-weights.ts';
import { indexCategory, meanScore, nestedIndex } from './adapters/observed-scores.ts';
import { readOracleData } from './read-data.ts';
import type { Adapter, OracleData, OracleOptions } from './types.ts';
import { Unsupported } from './unsupported.ts';

const adapters: Readonly<Record<string, Adapter>> = {
  descriptives,
  dual_cutoff: dualCutoff,
  frequencies,
  correlation,
  partial_correlation: partialCorrelation,
  reliability,
  group_compare: groupCompare,
  t_test: tTest,
  cfa,
  chisq,
  kmo_bartlett: kmoBartlett,
  pca,
  fa,
  parallel,
  map_test: map,
  tucker_congruence: tucker,
  chow,
  composite,
  entropy_weights: entropy,
  mean_score: meanScore,
  nested_index: nestedIndex,
  index_category: indexCategory,
  critic,
  ahp,
  index_weights: indexWeights,
  coupling,
  obstacle,
  topsis: plainTopsis,
  topsis_index: topsisIndex,
  pipeline,
  ols,
  ols_nist: olsNist,
  ols_pairwise: pairwise,
  ols_meansub: meanSubstitution,
  hierarchical,
  ols_robust: robust,
  ols_cluster: cluster,
  wls,
  relative_importance: relativeImportance,
  mediation,
  moderation,
  mi_pool: miPool,
  binary_model: binary,
  logit,
  separation,
  polr,
  ordered_model: orderedModels,
  multinomial,
  tobit,
  lmer: mixed,
  correlate,
  compare_two: compareTwo,
  crosstab,
  anova_factorial: anovaFactorial,
  normality,
  common_method: commonMethod,
  svy_describe: describeSurvey,
  svy_percent: percentSurvey,
  svy_groups: groupsSurvey,
  svy_crosstab: crosstabSurvey,
  svy_model: surveyModel,
  svyglm,
  calibrate: calibrateSurvey,
  weighted_correlation: weightedCorrelation,
  weighted_reliability: weightedReliability,
  weighted_pca: weightedPca,
};

interface Spec {
  readonly id: string;
  readonly dataset: string;
  readonly procedure: string;
  readonly options: OracleOptions;
}

/** JSON has no infinities, and a number that is not defined is null. */
function plain(_: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    return value === Infinity ? 'Infinity' : value === -Infinity ? '-Infinity' : null;
  return ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value;
}

const NO_DATA: OracleData = {
  rows: 0,
  columnNames: [],
  column: (name) => {
    throw new Error(`there is no data set with a column ${name}`);
  },
};

export function runCase(folder: string, spec: Spec): object {
  const adapter = adapters[spec.procedure];
  const none = (reason: string): object => ({ id: spec.id, unsupported: reason, values: {} });
  if (adapter === undefined) return none(`the procedure ${spec.procedure} is not there yet`);
  try {
    // What is made of its options alone has no data.
    const data = spec.dataset === '(none)' ? NO_DATA : readOracleData(join(folder, 'data'), spec.dataset);
    return { id: spec.id, values: adapter(data, spec.options) };
  } catch (error) {
    if (error instanceof Unsupported) return none(`not there yet: ${error.message}`);
    throw error;
  }
}

const [folder, out] = process.argv.slice(2);
if (folder === undefined || out === undefined) {
  process.stderr.write('usage: test/oracles/run ORACLE_DIR OUT_DIR\n');
  process.exitCode = 2;
} else {
  mkdirSync(out, { recursive: true });
  const specs = JSON.parse(readFileSync(join(folder, 'specs.json'), 'utf8')) as Spec[];
  let unsupported = 0;
  let broken = 0;
  for (const spec of specs) {
    let document: object;
    try {
      document = runCase(folder, spec);
      if ('unsupported' in document) unsupported += 1;
    } catch (error) {
      // A case that fails is a defect, but the others still say what they say.
      broken += 1;
      process.stderr.write(`${spec.id}: ${error instanceof Error ? error.message : String(error)}\n`);
      document = { id: spec.id, values: {} };
    }
    writeFileSync(join(out, `${spec.id}.json`), `${JSON.stringify(document, plain, 1)}\n`);
  }
  process.stdout.write(
    `${specs.length} cases: ${specs.length - unsupported - broken} executed, ${unsupported} unsupported, ${broken} broken\n`,
  );
  if (broken > 0) process.exitCode = 1;
}
