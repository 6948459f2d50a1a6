// Description, correlation, reliability and comparison against reference numbers from R.
import { describe } from 'vitest';
import chisq from '../oracles/adapters/chisq.ts';
import correlation from '../oracles/adapters/correlation.ts';
import descriptives from '../oracles/adapters/descriptives.ts';
import frequencies from '../oracles/adapters/frequencies.ts';
import groupCompare from '../oracles/adapters/group-compare.ts';
import partialCorrelation from '../oracles/adapters/partial-correlation.ts';
import reliability from '../oracles/adapters/reliability.ts';
import tTest from '../oracles/adapters/t-test.ts';
import { holdTo } from './agreement.ts';

const documents = [
  ['pub-desc-hs1939', descriptives, 190],
  ['pub-desc-apistrat-weighted', descriptives, 45],
  ['pub-freq-bfi', frequencies, 103],
  ['pub-freq-masssurvey', frequencies, 63],
  ['pub-cor-kendall-attitude', correlation, 98],
  ['pub-cor-spearman-pairwise-bfi', correlation, 290],
  ['pub-cor-polychoric-bfi', correlation, 75],
  ['pub-partialcor-attitude', partialCorrelation, 16],
  ['pub-alpha-attitude', reliability, 96],
  ['pub-alpha-bfi-extraversion', reliability, 76],
  ['pub-alpha-bfi-E-unreversed', reliability, 76],
  ['pub-anova-plantgrowth', groupCompare, 107],
  ['pub-anova-masssurvey-pulse-exer', groupCompare, 107],
  ['pub-anova-bfi-E5-education', groupCompare, 249],
  ['pub-ttest-attitude-one', tTest, 10],
  ['pub-ttest-masssurvey-hands', tTest, 12],
  ['pub-ttest-masssurvey-height-sex', tTest, 24],
  ['pub-ttest-bfi-N1-gender', tTest, 24],
  ['pub-chisq-masssurvey-sex-smoke', chisq, 43],
  ['pub-chisq-bfi-edu-A1-ordinal', chisq, 134],
] as const;

describe('reference numbers', () => {
  // Labels count too, so `values` is at least the number of figures.
  holdTo(documents);
});
