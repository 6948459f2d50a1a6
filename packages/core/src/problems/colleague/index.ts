// What a careful colleague would say (SS6xx), one file each.
import type { ProblemKind } from '../problem.ts';
import { alphaRisesWithout } from './alpha-rises-without.ts';
import { crossLoadings } from './cross-loadings.ts';
import { dummiesBesideRatings } from './dummies-beside-ratings.ts';
import { endpointByOne } from './endpoint-by-one.ts';
import { fewCells } from './few-cells.ts';
import { fewClusters } from './few-clusters.ts';
import { fewClustersRobust } from './few-clusters-robust.ts';
import { fewInReference } from './few-in-reference.ts';
import { itemsNotKept } from './items-not-kept.ts';
import { keptByAHair } from './kept-by-a-hair.ts';
import { leftOutOfComposite } from './left-out-of-composite.ts';
import { lowAdequacy } from './low-adequacy.ts';
import { substitutedItems } from './substituted-items.ts';
import { substitutedPredictors } from './substituted-predictors.ts';
import { weakLoadings } from './weak-loadings.ts';
import { directionlessComponent } from './directionless-component.ts';

export * from './alpha-rises-without.ts';
export * from './cross-loadings.ts';
export * from './dummies-beside-ratings.ts';
export * from './endpoint-by-one.ts';
export * from './few-cells.ts';
export * from './few-clusters.ts';
export * from './few-clusters-robust.ts';
export * from './few-in-reference.ts';
export * from './items-not-kept.ts';
export * from './kept-by-a-hair.ts';
export * from './left-out-of-composite.ts';
export * from './low-adequacy.ts';
export * from './substituted-items.ts';
export * from './substituted-predictors.ts';
export * from './weak-loadings.ts';
export * from './directionless-component.ts';

export const colleagueProblems: readonly ProblemKind<never>[] = [
  alphaRisesWithout,
  crossLoadings,
  dummiesBesideRatings,
  endpointByOne,
  fewCells,
  fewClusters,
  fewClustersRobust,
  fewInReference,
  itemsNotKept,
  keptByAHair,
  leftOutOfComposite,
  lowAdequacy,
  substitutedItems,
  substitutedPredictors,
  weakLoadings,
  directionlessComponent,
];
