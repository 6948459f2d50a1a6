// What makes a statistic impossible (SS5xx), one file each.
import type { ProblemKind } from '../problem.ts';
import { collinearPredictors } from './collinear-predictors.ts';
import { constantItem } from './constant-item.ts';
import { constantOutcome } from './constant-outcome.ts';
import { constantPredictor } from './constant-predictor.ts';
import { emptySubset } from './empty-subset.ts';
import { indefiniteCorrelations } from './indefinite-correlations.ts';
import { markerTaken } from './marker-taken.ts';
import { noCompleteCases } from './no-complete-cases.ts';
import { oneGroup } from './one-group.ts';
import { tooFewCases } from './too-few-cases.ts';
import { tooFewComponents } from './too-few-components.ts';
import { emptyReference } from './empty-reference.ts';
import { constantInAlpha } from './constant-in-alpha.ts';
import { perfectFit } from './perfect-fit.ts';

export * from './collinear-predictors.ts';
export * from './constant-item.ts';
export * from './constant-outcome.ts';
export * from './constant-predictor.ts';
export * from './empty-subset.ts';
export * from './indefinite-correlations.ts';
export * from './marker-taken.ts';
export * from './no-complete-cases.ts';
export * from './one-group.ts';
export * from './too-few-cases.ts';
export * from './too-few-components.ts';
export * from './empty-reference.ts';
export * from './constant-in-alpha.ts';
export * from './perfect-fit.ts';

export const statisticsProblems: readonly ProblemKind<never>[] = [
  collinearPredictors,
  constantItem,
  constantOutcome,
  constantPredictor,
  emptySubset,
  indefiniteCorrelations,
  markerTaken,
  noCompleteCases,
  oneGroup,
  tooFewCases,
  tooFewComponents,
  emptyReference,
  constantInAlpha,
  perfectFit,
];
