// Core as the oracles' adapters know it, with what has a form in codes and counts computed in that form: `run ORACLE_DIR OUT_DIR --counts`
// puts this in core's place. Bands are those of rows, and each result is held to that of the same call by rows. A procedure that no case
// reached through counts is a failure: nothing was shown of it.
import {
  compareGroups as groupsByRow,
  correlationTable as correlationsByRow,
  countedBy,
  describe as describedByRow,
  designMomentsOf as designMomentsByRow,
  designSize,
  independentTest as testByRow,
  linearFit as fitByRow,
  meanSubstituted as substitutedByRow,
  momentsOf as momentsByRow,
  pairwiseMoments as pairsByRow,
  partialCorrelations as partialsByRow,
  polychoricTable as polychoricsByRow,
  scoresOf as scoresByRow,
  surveyFit as surveyFitByRow,
  surveyGroups as surveyGroupsByRow,
  surveyMean as surveyMeanByRow,
  surveyShares as surveySharesByRow,
  withErrors as errorsByRow,
  type EstimateOptions,
} from '../../packages/core/src/index.ts';
import { completeMask, countable, jointCounts, momentsOfCounts, pairwiseOfCounts } from '../../packages/core/src/counts/index.ts';
import { floatsOf, pointsOf, type Points } from '../../packages/core/src/counts/points.ts';
import { designMomentsOfValues, letInOf, substitutedValues } from '../../packages/core/src/counts/values.ts';
import { comparePoints } from '../../packages/core/src/procedures/compare/index.ts';
import { independentTestOfPoints } from '../../packages/core/src/procedures/compare/point-groups.ts';
import { countedCorrelations, countedPartials } from '../../packages/core/src/procedures/describe/counted-correlation.ts';
import { countedPolychorics } from '../../packages/core/src/procedures/describe/polychoric.ts';
import { describePoints } from '../../packages/core/src/procedures/describe/describe.ts';
import { countedFit, countedPredictors, type CountedPredictors } from '../../packages/core/src/procedures/regression/counted.ts';

import { countedSurveyFit } from '../../packages/core/src/procedures/survey/counted-model.ts';
import { surveyDomains } from '../../packages/core/src/procedures/survey/domains.ts';
import { testedGroups } from '../../packages/core/src/procedures/survey/groups.ts';
import { sharesOfLevels } from '../../packages/core/src/procedures/survey/shares.ts';
import { unitsOf } from '../../packages/core/src/procedures/survey/units.ts';

export * from '../../packages/core/src/index.ts';

/** How often each was computed from counts, and by rows because a column has too many values to be coded. */
const taken = new Map<string, { counts: number; rows: number }>();
/** Numbers of a result that are not, to nine digits, those of the same call by rows. */
const off: string[] = [];

function compared(own: unknown, wanted: unknown, at: string): void {
  if (typeof own === 'number' && typeof wanted === 'number') {
    const same = Object.is(own, wanted) || Math.abs(own - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
    if (!same) off.push(`${at}: ${own} from counts, ${wanted} by rows`);
  } else if (typeof own === 'object' && typeof wanted === 'object' && own !== null && wanted !== null) {
    for (const key of new Set([...Object.keys(own), ...Object.keys(wanted)]))
      compared((own as Record<string, unknown>)[key], (wanted as Record<string, unknown>)[key], `${at}.${key}`);
  } else if (own !== wanted) off.push(`${at}: ${String(own)} from counts, ${String(wanted)} by rows`);
}

function byCounts<F extends (...given: never[]) => unknown>(
  name: string,
  rows: F,
  counts: (...given: Parameters<F>) => ReturnType<F> | undefined,
): F {
  const tally = { counts: 0, rows: 0 };
  taken.set(name, tally);
  return ((...given: Parameters<F>) => {
    const found = counts(...given);
    tally[found === undefined ? 'rows' : 'counts']++;
    const wanted = rows(...given);
    if (found === undefined) return wanted;
    compared(found, wanted, name);
    return found;
  }) as F;
}
process.on('exit', () => {
  const told = [...taken].map(([name, { counts, rows }]) => `${name} ${counts} (${rows} by rows)`);
  process.stdout.write(`from counts: ${told.join(', ')}\n`);
  if (off.length > 0) process.stderr.write(`${off.length} numbers are not those of rows:\n${off.slice(0, 20).join('\n')}\n`);
  const never = [...taken].filter(([, { counts }]) => counts === 0).map(([name]) => name);
  if (never.length > 0) process.stderr.write(`never from counts: ${never.join(', ')}\n`);
  if (never.length + off.length > 0) process.exitCode = 1;
});

/** Undefined where a column has too many values. */
function coded(columns: readonly Float64Array[]): readonly Points[] | undefined {
  const points = columns.flatMap((values) => pointsOf(values) ?? []);
  return points.length < columns.length || points.length === 0 ? undefined : points;
}

export const describe = byCounts('describe', describedByRow, (values, weights) => {
  const [points] = weights === undefined ? (coded([values]) ?? []) : [];
  return points === undefined ? undefined : describePoints(points);
});

export const momentsOf = byCounts('momentsOf', momentsByRow, (columns, given) => {
  const points = coded(columns);
  if (points === undefined) return undefined;
  const { columns: own, tables } = countable(points);
  const { mask } = completeMask(points, given);
  // The kernel, and what takes its place without one, in turn.
  const joint = columns.length % 2 === 0 ? jointCounts(own, mask) : countedBy(null, own, mask);
  return momentsOfCounts(joint, tables);
});

export const pairwiseMoments = byCounts('pairwiseMoments', pairsByRow, (columns, mask) => {
  const points = coded(columns);
  if (points === undefined) return undefined;
  const { columns: own, tables } = countable(points);
  return pairwiseOfCounts(jointCounts(own, mask), tables);
});

export const meanSubstituted = byCounts('meanSubstituted', substitutedByRow, (columns, rows, weights) => {
  const points = rows === undefined && weights === undefined ? coded(columns) : undefined;
  if (points === undefined) return undefined;
  const found = substitutedValues(points);
  return { columns: found.columns.map(floatsOf), filled: [...found.filled] };
});

export const correlationTable = byCounts('correlationTable', correlationsByRow, (columns, method = 'pearson', missing = 'listwise') => {
  const points = coded(columns);
  if (points === undefined) return undefined;
  const { columns: own, tables } = countable(points);
  return countedCorrelations(jointCounts(own, missing === 'listwise' ? completeMask(points).mask : null), tables, method);
});

export const partialCorrelations = byCounts('partialCorrelations', partialsByRow, (columns, controls, method = 'pearson') => {
  const points = coded([...columns, ...controls]);
  if (points === undefined) return undefined;
  const { columns: own, tables } = countable(points);
  return countedPartials(jointCounts(own, completeMask(points).mask), tables, columns.length, method);
});

export const compareGroups = byCounts('compareGroups', groupsByRow, (values, codes, levels) => {
  const [points] = coded([values]) ?? [];
  return points === undefined ? undefined : comparePoints(points, codes, levels);
});

export const independentTest = byCounts('independentTest', testByRow, (first, second) => {
  const [points] = coded([Float64Array.of(...first, ...second)]) ?? [];
  const codes = Int8Array.from({ length: first.length + second.length }, (_, row) => (row < first.length ? 0 : 1));
  return points === undefined ? undefined : independentTestOfPoints(points, codes, 2);
});

export const scoresOf = byCounts('scoresOf', scoresByRow, (columns, ...rest) => {
  const points = coded(columns.map(floatsOf));
  return points === undefined ? undefined : scoresByRow(points, ...rest);
});

const predictorsOf = new WeakMap<object, CountedPredictors>();

export const linearFit = byCounts('linearFit', fitByRow, (input) => {
  const points = coded(input.x);
  if (points === undefined || input.prepared !== undefined) return undefined;
  const terms = points.map(({ codes, values }, at) => ({
    codes,
    levels: values.length,
    columns: [{ text: input.terms[at]!, variables: [input.terms[at]!], levels: [null], table: values }],
  }));
  const predictors = countedPredictors(terms, null);
  const fit = countedFit(predictors, input.y, input.terms, input.confidence);
  if (!('problem' in fit)) predictorsOf.set(fit, predictors);
  return fit;
});

export const withErrors = byCounts('withErrors', errorsByRow, (fitted, ...rest) => {
  const predictors = predictorsOf.get(fitted.fit);
  return predictors === undefined ? undefined : errorsByRow({ ...fitted, counted: { predictors, fit: fitted.fit } }, ...rest);
});

/** Rows that a mask lets in, of columns as they are kept. */
export const listwiseColumns = byCounts(
  'listwiseColumns',
  (columns: readonly Float64Array[], mask?: Uint8Array): Float64Array[] => {
    const inside = completeMask(
      columns.flatMap((values) => pointsOf(values, Infinity) ?? []),
      mask,
    ).mask;
    return columns.map((values) => values.filter((_, row) => inside[row] === 1));
  },
  (columns, mask) => {
    const points = coded(columns);
    if (points === undefined) return undefined;
    const inside = completeMask(points, mask).mask;
    return points.map((one) => floatsOf(letInOf(one, inside)));
  },
);

export const polychoricTable = byCounts('polychoricTable', polychoricsByRow, (columns, missing = 'listwise') => {
  const points = coded(columns);
  if (points === undefined) return undefined;
  const { columns: own, tables } = countable(points);
  const joint = jointCounts(own, missing === 'listwise' ? completeMask(points).mask : null);
  return { cells: countedPolychorics(joint, tables), thresholds: polychoricsByRow(columns, missing).thresholds };
});

export const designMomentsOf = byCounts('designMomentsOf', designMomentsByRow, (columns, weights, mask) => {
  const points = mask === undefined ? coded(columns) : undefined;
  return points === undefined ? undefined : designMomentsOfValues(points, weights);
});

/** Without what sums by unit do not hold: the spread of the weights, which no mean is made of. */
export const surveyMean = byCounts('surveyMean', surveyMeanByRow, (design, values, options = {}) => {
  const { members, df, confidence } = options as EstimateOptions;
  const units = unitsOf(design);
  if (units === null || (confidence ?? 0.95) !== 0.95) return undefined;
  const codes = members === undefined ? null : Int8Array.from(members, (one) => (one === 1 ? 0 : -1));
  const {
    weights,
    min: _min,
    max: _max,
    ...found
  } = surveyDomains(design, units, pointsOf(values) ?? values, {
    codes,
    df: df ?? designSize(design, members).df,
  }).all;
  const whole = surveyMeanByRow(design, values, { ...(members === undefined ? {} : { members }), ...(df === undefined ? {} : { df }) });
  return { ...found, weights: { ...whole.weights, ...weights } };
});

export const surveyGroups = byCounts('surveyGroups', surveyGroupsByRow, (design, values, codes, levels, options = {}) => {
  const units = unitsOf(design);
  if (units === null || options.members !== undefined || (options.confidence ?? 0.95) !== 0.95) return undefined;
  const found = surveyDomains(design, units, pointsOf(values) ?? values, {
    codes,
    levels,
    ...(options.df === undefined ? {} : { df: options.df }),
  });
  const whole = surveyGroupsByRow(design, values, codes, levels, options);
  const groups = found.levels.map(({ min: _min, max: _max, ...one }, at) => ({
    ...one,
    weights: { ...whole.groups[at]!.weights, ...one.weights },
  }));
  return testedGroups(groups, found.covariance, found.df);
});

export const surveyShares = byCounts('surveyShares', surveySharesByRow, (design, codes, levels, options: EstimateOptions = {}) => {
  const units = unitsOf(design);
  if (units === null || options.members !== undefined || (options.confidence ?? 0.95) !== 0.95) return undefined;
  return sharesOfLevels(design, units, codes, levels, options.df ?? designSize(design).df) ?? undefined;
});

export const surveyFit = byCounts('surveyFit', surveyFitByRow, (design, input) => {
  const units = unitsOf(design);
  const points = coded(input.x);
  if (units === null || points === undefined || input.family !== 'gaussian') return undefined;
  const terms = points.map(({ codes, values }) => ({
    codes,
    levels: values.length,
    columns: [{ text: '', variables: [''], levels: [null], table: values }],
  }));
  const { mask } = completeMask(
    points,
    Uint8Array.from(input.y, (value, row) => (design.weights[row]! > 0 && !Number.isNaN(value) && input.members?.[row] !== 0 ? 1 : 0)),
  );
  const found = countedSurveyFit(design, units, terms, input.y, mask);
  if ('problem' in found) return found;
  const { moments: _moments, ...fit } = found;
  const whole = surveyFitByRow(design, input);
  return 'problem' in whole ? undefined : { ...whole, ...fit };
});
