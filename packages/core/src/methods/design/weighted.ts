// What a study with a design has in the place of the ordinary descriptions: weighted, with design-based standard errors, n unweighted.
import { coding, floatsOf, isPoints, type Codes, type Points, type Values } from '../../counts/points.ts';
import { weightedTally } from '../../counts/weighted.ts';
import { rangeOfValues } from '../../procedures/composite/composite.ts';
import { describe, type Description, type Summary } from '../../procedures/describe/describe.ts';
import { frequencies, type FrequencyTable } from '../../procedures/describe/frequencies.ts';
import { histogramOf, histogramOfPoints, type Histogram } from '../../procedures/describe/histogram.ts';
import { calibratedUnits } from '../../procedures/survey/calibrated.ts';
import { designSize } from '../../procedures/survey/design.ts';
import { surveyDomains, type DomainMean } from '../../procedures/survey/domains.ts';
import { answeredRows, surveyMean, surveyShares, type SurveyMean, type SurveyShare } from '../../procedures/survey/estimates.ts';
import { sharesOfLevels } from '../../procedures/survey/shares.ts';
import { unitsOf, type Units } from '../../procedures/survey/units.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import { relativeWeights } from '../../moments/design-weights.ts';
import type { StudyDesign } from './study-design.ts';

/** Of a large study whose design has a form by units. */
export const countedUnits = ({ survey }: StudyDesign): Units | null => (survey.weights.length < coding.from ? null : unitsOf(survey));

/** The same for means and shares of domains, which have such a form under weights that were brought to margins too. */
export const domainUnits = (design: StudyDesign): Units | null =>
  countedUnits(design) ?? (design.survey.weights.length < coding.from ? null : calibratedUnits(design.survey));

/** Of a design that has no standard errors, estimates alone. */
function meanOf({ survey, broken }: StudyDesign, values: Float64Array, members?: Uint8Array, df?: number): SurveyMean {
  return surveyMean(survey, values, {
    ...(members === undefined ? {} : { members }),
    ...(broken !== null ? { df: 0 } : df === undefined ? {} : { df }),
  });
}

/** The same of everybody who has a value, by units. */
const meanByUnits = ({ survey, broken, size }: StudyDesign, units: Units, values: Values): DomainMean =>
  surveyDomains(survey, units, values, { df: broken === null ? size.df : 0 }).all;

const drawn = ({ deff, weights }: Pick<SurveyMean, 'deff'> & Pick<DomainMean, 'weights'>): NonNullable<Summary['drawn']> => ({
  deff,
  kishN: weights.kishN,
});

/**
 * As `describe`, by weights brought to a sum of n (so that percentiles are those of SPSS's WEIGHT BY with such weights, and all is as it
 * was where weights are alike); the standard error of the mean is the design's.
 */
export const weightedDescription = derivation(
  'describe',
  { values: same<Values>(), design: same<StudyDesign>() },
  ({ values, design }): Description => {
    const { weights } = design.survey;
    const units = domainUnits(design);
    const found = units !== null && isPoints(values) ? pointsDescribed(values, weights) : rowsDescribed(floatsOf(values), design);
    const mean = units !== null ? meanByUnits(design, units, values) : meanOf(design, floatsOf(values));
    return { ...found, n: found.rows, missing: design.weights.n - found.rows, se: mean.se, drawn: drawn(mean) };
  },
);

const rowsDescribed = (values: Float64Array, { survey }: StudyDesign): Description =>
  describe(values, relativeWeights(survey.weights, answeredRows(survey, [values])));

/** Every value by the weight of its rows. */
function pointsDescribed({ codes, values }: Points, weights: Float64Array): Description {
  const { rows, weight } = weightedTally(codes, values.length, weights);
  const known = [...values.keys()]
    .filter((code) => !Number.isNaN(values[code]!) && rows[code]! > 0)
    .sort((a, b) => values[a]! - values[b]!);
  const n = known.reduce((total, code) => total + rows[code]!, 0);
  const all = known.reduce((total, code) => total + weight[code]!, 0);
  const found = describe(
    Float64Array.from(known, (code) => values[code]!),
    Float64Array.from(known, (code) => (weight[code]! * n) / all),
  );
  return { ...found, rows: n };
}

const summaryFrom = ({ n, mean, sd, se, low, high, min, max, ...found }: DomainMean): Summary => ({
  n,
  mean,
  sd,
  min,
  max,
  se,
  low,
  high,
  drawn: drawn(found),
});

const summaryOf = (found: SurveyMean, values: Float64Array, inside: (row: number) => boolean): Summary => {
  const range = rangeOfValues(values.map((value, row) => (inside(row) ? value : NaN)));
  const { n, mean, sd, se, low, high } = found;
  return { n, mean, sd, min: range?.low ?? null, max: range?.high ?? null, se, low, high, drawn: drawn(found) };
};

export const weightedSummary = derivation(
  'summary',
  { values: same<Values>(), design: same<StudyDesign>() },
  ({ values, design }): Summary => {
    const units = domainUnits(design);
    if (units !== null) return summaryFrom(meanByUnits(design, units, values));
    const plainly = floatsOf(values);
    return summaryOf(meanOf(design, plainly), plainly, (row) => design.survey.weights[row]! > 0);
  },
);

/** Each level a domain of the design; intervals by the degrees of freedom of all that have a value and a level. */
export const weightedByLevel = derivation(
  'by level',
  { values: same<Values>(), codes: same<Codes>(), levels: plain<number>(), design: same<StudyDesign>() },
  ({ values, codes, levels, design }): readonly Summary[] => {
    const { survey, broken } = design;
    const units = domainUnits(design);
    if (units !== null)
      return surveyDomains(survey, units, values, { codes, levels, ...(broken === null ? {} : { df: 0 }) }).levels.map(summaryFrom);
    const numbers = floatsOf(values);
    const grouped = Uint8Array.from(codes, (code) => (code >= 0 ? 1 : 0));
    const { df } = designSize(survey, answeredRows(survey, [numbers], grouped));
    return Array.from({ length: levels }, (_, level) => {
      const members = Uint8Array.from(codes, (code) => (code === level ? 1 : 0));
      return summaryOf(meanOf(design, numbers, members, df), numbers, (row) => members[row] === 1 && survey.weights[row]! > 0);
    });
  },
);

/** Counts of rows, per cents by weight. */
export const weightedFrequencies = derivation(
  'frequencies',
  { codes: same<Codes>(), levels: plain<readonly string[]>(), design: same<StudyDesign>() },
  ({ codes, levels, design }): FrequencyTable => {
    const { weights } = design.survey;
    const sampled = weights.map((weight) => (weight > 0 ? 1 : 0));
    const counted = frequencies(codes, levels, sampled);
    const weighed = frequencies(codes, levels, weights);
    return { ...counted, rows: counted.rows.map(({ value, count }, at) => ({ ...weighed.rows[at]!, value, count })) };
  },
);

/** Each level's share with the design's standard error. */
export const weightedShares = derivation(
  'shares',
  { codes: same<Codes>(), levels: plain<number>(), design: same<StudyDesign>() },
  ({ codes, levels, design }): readonly SurveyShare[] => {
    const { survey, broken, size } = design;
    const units = domainUnits(design);
    const counted = units === null ? null : sharesOfLevels(survey, units, codes, levels, broken === null ? size.df : 0);
    return counted ?? surveyShares(survey, codes, levels, broken === null ? {} : { df: 0 });
  },
);

/** Classes of those who are in the sample, with per cents by weight. */
export const weightedHistogram = derivation(
  'histogram',
  { values: same<Values>(), design: same<StudyDesign>() },
  ({ values, design: { survey } }): Histogram | null =>
    isPoints(values) ? histogramOfPoints(values, survey.weights) : histogramOf(values, survey.weights),
);
