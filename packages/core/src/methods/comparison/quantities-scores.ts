// Numbers of a comparison about the scores of an index, three ways: one entry each.
import type { ComparedScores } from './scores.ts';
import { each, type InStudies } from './quantities-items.ts';
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';

type Scores = InStudies<ComparedScores>;
const scoresIn = ({ studies, of }: Scores, study: string) => {
  const at = studies.indexOf(study);
  return { ways: of.ways.studies[at], own: of.studies[at] };
};
const noScores = (): string => 'no respondent has a score';
const noDifference = ({ studies }: Scores, study: string): string =>
  study === studies[0] ? 'the first study is what the others are held against' : noScores();
const noOwn = (): string => 'the study could not compute the index by its own rule';
const noCommon = (): string => 'no rule can be estimated from all answers together';
const rule = 'the first study’s means, SDs, coefficients, weights and goalposts';
const welch = 'Welch 1947, Biometrika 34:28–35';
const documented = 'docs/comparing.md';

export const comparedScoreQuantities = quantities<Scores, never>()({
  'frozen.n(study)': {
    range: within.count,
    doc: 'respondents scored by the first study’s rule',
    label: 'N',
    format: 'count',
    formula: 'number of respondents with a score',
    source: 'the data',
    over: each,
    value: (all, study) => scoresIn(all, study).ways?.frozen.index.n,
  },
  'frozen.mean(study)': {
    range: null,
    doc: 'mean score of a study by the first study’s rule',
    label: 'Mean',
    format: 'score',
    formula: `mean of scores by ${rule}`,
    source: documented,
    over: each,
    why: noScores,
    value: (all, study) => scoresIn(all, study).ways?.frozen.index.mean,
  },
  'frozen.sd(study)': {
    range: within.spread,
    doc: 'standard deviation of these scores',
    label: 'SD',
    format: 'score',
    formula: `SD of scores by ${rule}`,
    source: documented,
    over: each,
    why: noScores,
    value: (all, study) => scoresIn(all, study).ways?.frozen.index.sd,
  },
  'frozen.outside(study)': {
    range: within.count,
    doc: 'respondents beyond the first study’s goalposts',
    label: 'Outside',
    format: 'count',
    formula: 'scores below the lower goalpost or above the upper',
    source: documented,
    over: each,
    value: (all, study) => {
      const outside = scoresIn(all, study).ways?.frozen.scores.outside.index;
      return outside === undefined ? null : outside.below + outside.above;
    },
  },
  'frozen.difference(study)': {
    range: null,
    doc: 'a study’s mean less the first’s, both by the first study’s rule',
    label: 'Difference',
    format: 'score',
    formula: 'x̄ − x̄ of the first',
    source: welch,
    over: each,
    why: noDifference,
    value: (all, study) => scoresIn(all, study).own?.difference?.estimate,
  },
  'frozen.difference.low(study)': {
    range: null,
    doc: 'lower end of Welch’s 95 % interval of it',
    label: 'Difference, low',
    format: 'score',
    formula: 'difference − t₀.₉₇₅(ν) · √(s²/n + s²/n of the first)',
    source: welch,
    over: each,
    why: noDifference,
    value: (all, study) => scoresIn(all, study).own?.difference?.low,
  },
  'frozen.difference.high(study)': {
    range: null,
    doc: 'upper end',
    label: 'Difference, high',
    format: 'score',
    formula: 'difference + t₀.₉₇₅(ν) · √(s²/n + s²/n of the first)',
    source: welch,
    over: each,
    why: noDifference,
    value: (all, study) => scoresIn(all, study).own?.difference?.high,
  },
  'frozen.difference.p(study)': {
    range: within.probability,
    doc: 'Welch’s p of the difference',
    label: 'p',
    format: 'p',
    formula: 'P(|t(ν)| > |t|), two-sided',
    source: welch,
    over: each,
    why: noDifference,
    value: (all, study) => scoresIn(all, study).own?.difference?.p,
  },
  'frozen.correlation(study)': {
    range: within.correlation,
    doc: 'Pearson’s r of scores by the first study’s rule with the study’s own',
    label: 'r',
    format: 'coefficient',
    formula: 'r over its respondents',
    source: documented,
    over: each,
    why: noOwn,
    value: (all, study) => scoresIn(all, study).own?.correlation,
  },
  'own.mean(study)': {
    range: null,
    doc: 'mean score of a study by its own rule, as its report has it',
    label: 'Mean',
    format: 'score',
    formula: 'mean of the study’s own scores',
    source: documented,
    over: each,
    why: noOwn,
    value: (all, study) => scoresIn(all, study).own?.own?.mean,
  },
  'own.sd(study)': {
    range: within.spread,
    doc: 'standard deviation of these scores',
    label: 'SD',
    format: 'score',
    formula: 'SD of the study’s own scores',
    source: documented,
    over: each,
    why: noOwn,
    value: (all, study) => scoresIn(all, study).own?.own?.sd,
  },
  'together.mean(study)': {
    range: null,
    doc: 'mean score of a study by one rule estimated from all answers together',
    label: 'Mean',
    format: 'score',
    formula: 'mean of scores by the common rule',
    source: documented,
    over: each,
    why: noCommon,
    value: (all, study) => scoresIn(all, study).ways?.pooled?.index.mean,
  },
  'together.sd(study)': {
    range: within.spread,
    doc: 'standard deviation of these scores',
    label: 'SD',
    format: 'score',
    formula: 'SD of scores by the common rule',
    source: documented,
    over: each,
    why: noCommon,
    value: (all, study) => scoresIn(all, study).ways?.pooled?.index.sd,
  },
});
