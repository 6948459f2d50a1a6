// Numbers that only a study with a design has: design effect and Kish's n of a mean, over everyone and by level; the standard error of a
// share; the sample's weights, strata and sampling units. In a study without one they stand nowhere.
import { within } from '../../contract/ranges.ts';
import { quantities, type LevelPath } from '../../contract/declared-quantity.ts';
import type { Summary } from '../../procedures/describe/describe.ts';
import type { SurveyShare } from '../../procedures/survey/estimates.ts';
import type { Limited } from '../state.ts';
import type { StudyDesign } from './study-design.ts';

type Drawn = Pick<Summary, 'drawn'>;
export interface DrawnNumbers {
  readonly whole: Drawn | undefined;
  readonly levels: readonly LevelPath[];
  readonly at: (level: LevelPath) => Drawn | undefined;
  readonly reason: string;
}

const kish = 'Kish 1965, Survey Sampling, sections 8.2 and 11.7';
const over = (one: DrawnNumbers): readonly [LevelPath][] => one.levels.map((level): [LevelPath] => [level]);

/** Why a number has no standard error. */
export const whyNoErrors = ({ design }: Pick<Limited, 'design'>): string => design?.broken ?? 'no case, or no variation';

const whyAtLevel = ({ reason }: DrawnNumbers): string => (reason === '' ? 'no case, or no variation' : reason);

export const drawnQuantities = quantities<DrawnNumbers, null>()({
  deff: {
    range: within.spread,
    doc: 'design effect of the mean (with `weight`, `stratum` or `population` in the data block)',
    label: 'Design effect',
    format: 'coefficient',
    formula: 'SE² / [s²/n · (1 − n/Σw)]: the variance over that of a simple random sample of n from Σw',
    source: kish,
    value: ({ whole }) => whole?.drawn?.deff,
  },
  'n.kish': {
    range: within.spread,
    doc: 'Kish’s effective number of cases (with a weight in the data block)',
    label: 'Kish n',
    format: 'mean',
    formula: '(Σw)² / Σw² over the cases with a value',
    source: kish,
    value: ({ whole }) => whole?.drawn?.kishN,
  },
});

export const drawnByLevel = quantities<DrawnNumbers, null>()({
  'deff(level)': {
    range: within.spread,
    doc: 'design effect of the mean at a level (with a design in the data block)',
    label: 'Design effect',
    format: 'coefficient',
    formula: 'SE² / [s²/n · (1 − n/Σw)] over the cases of the level',
    source: kish,
    over,
    value: (one, level) => one.at(level)?.drawn?.deff,
    why: whyAtLevel,
  },
  'n.kish(level)': {
    range: within.spread,
    doc: 'Kish’s effective number of cases at a level (with a weight in the data block)',
    label: 'Kish n',
    format: 'mean',
    formula: '(Σw)² / Σw² over the cases of the level with a value',
    source: kish,
    over,
    value: (one, level) => one.at(level)?.drawn?.kishN,
    why: whyAtLevel,
  },
});

export interface DrawnLevelNumbers {
  readonly share: SurveyShare;
  readonly reason: string;
}

export const drawnLevelQuantities = quantities<DrawnLevelNumbers, null>()({
  se: {
    range: within.spread,
    doc: 'standard error of the valid percent, by the design (with a design in the data block)',
    label: 'SE',
    format: 'percent',
    formula: '100 · SE of the mean of 1 at the level and 0 elsewhere, by Taylor linearisation',
    source: 'Wolter 2007, Introduction to Variance Estimation, ch. 6',
    value: ({ share }) => share.se,
  },
  deff: {
    range: within.spread,
    doc: 'design effect of the valid percent (with a design in the data block)',
    label: 'Design effect',
    format: 'coefficient',
    formula: 'SE² / [s²/n · (1 − n/Σw)]',
    source: kish,
    value: ({ share }) => share.deff,
  },
});

export interface SampleDesignNumbers {
  readonly design: StudyDesign;
  readonly reason: string;
}

export const sampleDesignQuantities = quantities<SampleDesignNumbers, null>()({
  'sample.weighted': {
    range: within.count,
    doc: 'rows with a weight: those that estimates are made of (with a design in the data block)',
    label: 'Cases with a weight',
    format: 'count',
    formula: 'rows whose weight is positive and whose stratum and sampling unit are known',
    source: 'the data',
    value: ({ design }) => design.weights.n,
  },
  'sample.weights': {
    range: within.spread,
    doc: 'sum of the weights (with a design in the data block)',
    label: 'Sum of weights',
    format: 'mean',
    formula: 'Σw',
    source: 'the data',
    value: ({ design }) => design.weights.sum,
  },
  'sample.n.kish': {
    range: within.spread,
    doc: 'Kish’s effective number of cases of the whole sample (with a design in the data block)',
    label: 'Kish n',
    format: 'mean',
    formula: '(Σw)² / Σw²',
    source: kish,
    value: ({ design }) => design.weights.kishN,
  },
  'sample.strata': {
    range: within.count,
    doc: 'strata with a row in the sample (with a design in the data block)',
    label: 'Strata',
    format: 'count',
    formula: 'number of strata; 1 without `stratum`',
    source: 'the data',
    value: ({ design }) => design.size.strata,
  },
  'sample.psus': {
    range: within.count,
    doc: 'primary sampling units (with a design in the data block)',
    label: 'Primary sampling units',
    format: 'count',
    formula: 'number of units within strata: the groups of `cluster`, or the rows',
    source: 'the data',
    value: ({ design }) => design.size.psus,
  },
  'sample.df': {
    range: within.df,
    doc: 'degrees of freedom of t (with a design in the data block)',
    label: 'Degrees of freedom',
    format: 'df',
    formula: 'primary sampling units − strata',
    source: 'IBM SPSS Statistics Algorithms, CSDESCRIPTIVES',
    value: ({ design }) => design.size.df,
  },
});

export interface SiteNumbers {
  readonly count: number;
  readonly population: number | null;
  readonly reason: string;
}

const units = 'N: as stated by `population`, or by `calibrate`, or by the data block’s `population` where the category is the stratum';
/** Of a category and of its levels, where the category or the data block says what the population has of them. */
export const siteQuantities = quantities<SiteNumbers, null>()({
  population: {
    range: within.count,
    doc:
      'units in the population, of the level or of all levels: as `population` of the category states, or as the data block says by ' +
      '`calibrate` or `population`',
    label: 'Population',
    format: 'count',
    formula: units,
    source: 'the specification',
    value: ({ population }) => population,
  },
  sampled: {
    range: within.percent,
    doc: 'cases in percent of the population',
    label: 'Sampled',
    format: 'percent',
    formula: '100 · n / N',
    source: 'the specification',
    value: ({ count, population }) => (population === null ? null : (100 * count) / population),
  },
});
