// What a study with a design has in the place of the ordinary descriptions: weighted, with design-based standard errors, n unweighted.
import type { Codes } from '../../counts/points.ts';
import { rangeOfValues } from '../../procedures/composite/composite.ts';
import { describe, type Description, type Summary } from '../../procedures/describe/describe.ts';
import { frequencies, type FrequencyTable } from '../../procedures/describe/frequencies.ts';
import { histogramOf, type Histogram } from '../../procedures/describe/histogram.ts';
import { designSize } from '../../procedures/survey/design.ts';
import { answeredRows, surveyMean, surveyShares, type SurveyMean, type SurveyShare } from '../../procedures/survey/estimates.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import { relativeWeights } from '../../moments/design-weights.ts';
import type { StudyDesign } from './study-design.ts';

/** Of a design that has no standard errors, estimates alone. */
function meanOf({ survey, broken }: StudyDesign, values: Float64Array, members?: Uint8Array, df?: number): SurveyMean {
  return surveyMean(survey, values, {
    ...(members === undefined ? {} : { members }),
    ...(broken !== null ? { df: 0 } : df === undefined ? {} : { df }),
  });
}

const drawn = ({ deff, weights }: SurveyMean): NonNullable<Summary['drawn']> => ({ deff, kishN: weights.kishN });

/**
 * As `describe`, by weights brought to a sum of n (so that percentiles are those of SPSS's WEIGHT BY with such weights, and all is as it
 * was where weights are alike); the standard error of the mean is the design's.
 */
export const weightedDescription = derivation(
  'describe',
  { values: same<Float64Array>(), design: same<StudyDesign>() },
  ({ values, design }): Description => {
    const { weights } = design.survey;
    const rows = answeredRows(design.survey, [values]);
    const found = describe(values, relativeWeights(weights, rows));
    const mean = meanOf(design, values);
    const sampled = weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
    return { ...found, n: found.rows, missing: sampled - found.rows, se: mean.se, drawn: drawn(mean) };
  },
);

const summaryOf = (found: SurveyMean, values: Float64Array, inside: (row: number) => boolean): Summary => {
  const range = rangeOfValues(values.map((value, row) => (inside(row) ? value : NaN)));
  const { n, mean, sd, se, low, high } = found;
  return { n, mean, sd, min: range?.low ?? null, max: range?.high ?? null, se, low, high, drawn: drawn(found) };
};

export const weightedSummary = derivation(
  'summary',
  { values: same<Float64Array>(), design: same<StudyDesign>() },
  ({ values, design }): Summary => summaryOf(meanOf(design, values), values, (row) => design.survey.weights[row]! > 0),
);

/** Each level a domain of the design; intervals by the degrees of freedom of all that have a value and a level. */
export const weightedByLevel = derivation(
  'by level',
  { values: same<Float64Array>(), codes: same<Codes>(), levels: plain<number>(), design: same<StudyDesign>() },
  ({ values, codes, levels, design }): readonly Summary[] => {
    const { survey } = design;
    const grouped = Uint8Array.from(codes, (code) => (code >= 0 ? 1 : 0));
    const { df } = designSize(survey, answeredRows(survey, [values], grouped));
    return Array.from({ length: levels }, (_, level) => {
      const members = Uint8Array.from(codes, (code) => (code === level ? 1 : 0));
      return summaryOf(meanOf(design, values, members, df), values, (row) => members[row] === 1 && survey.weights[row]! > 0);
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
  ({ codes, levels, design: { survey, broken } }): readonly SurveyShare[] =>
    surveyShares(survey, codes, levels, broken === null ? {} : { df: 0 }),
);

/** Classes of those who are in the sample, with per cents by weight. */
export const weightedHistogram = derivation(
  'histogram',
  { values: same<Float64Array>(), design: same<StudyDesign>() },
  ({ values, design: { survey } }): Histogram | null => histogramOf(values, survey.weights),
);
