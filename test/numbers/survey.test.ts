// Estimates of samples that were drawn by a design, and weighted moments, against R's survey package.
import { describe } from 'vitest';
import calibrate from '../oracles/adapters/survey-calibrate.ts';
import { crosstabSurvey, describeSurvey, groupsSurvey, percentSurvey } from '../oracles/adapters/survey-estimates.ts';
import { surveyModel, svyglm } from '../oracles/adapters/survey-model.ts';
import { weightedCorrelation, weightedPca, weightedReliability } from '../oracles/adapters/weighted.ts';
import { holdTo } from './agreement.ts';

const documents = [
  ['pub-svydesc-apiclus2-two-stage', describeSurvey, 90],
  ['pub-svydesc-apistrat-domain', describeSurvey, 65],
  ['pub-svydesc-apistrat-lonely-average', describeSurvey, 65],
  ['pub-svypct-synth323', percentSurvey, 95],
  ['pub-svygroups-apistrat-two', groupsSurvey, 28],
  ['pub-svycross-synth323', crosstabSurvey, 80],
  ['pub-svylm-apistrat-domain', surveyModel, 38],
  ['pub-svylogit-apistrat-event', surveyModel, 85],
  ['pub-svyglm-apistrat', svyglm, 25],
  ['pub-calibrate-apistrat-rake', calibrate, 30],
  ['pub-calibrate-synth323-poststratify', calibrate, 29],
  ['pub-wcor-apistrat', weightedCorrelation, 60],
  ['pub-walpha-synth323', weightedReliability, 16],
  ['pub-wpca-apistrat', weightedPca, 115],
] as const;

/** What the documents say of how they were made, and no engine computes. */
const about = /^(?:note|rotated\.(?:criterion_value|best_random_start|check_max_abs_diff_stats_varimax)):/u;

describe('reference numbers', () => {
  holdTo(documents, { passed: about });
});
