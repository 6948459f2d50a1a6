// Problems of replication (SS24x, SS25x) and of joined files (SS33x), one file each.
import type { ProblemKind } from '../problem.ts';
import { absentMarker } from './absent-marker.ts';
import { binsOnText } from './bins-on-text.ts';
import { columnMappedTwice } from './column-mapped-twice.ts';
import { frameworkWithData } from './framework-with-data.ts';
import { guessedLines } from './guessed-lines.ts';
import { inheritedWeights } from './inherited-weights.ts';
import { joinClash } from './join-clash.ts';
import { joinDuplicateKey } from './join-duplicate-key.ts';
import { joinKeyMissing } from './join-key-missing.ts';
import { joinUnmatched } from './join-unmatched.ts';
import { leftOutButUsed } from './left-out-but-used.ts';
import { levelWithoutCode } from './level-without-code.ts';
import { mapMisfit } from './map-misfit.ts';
import { mapWithoutOriginal } from './map-without-original.ts';
import { notAsked } from './not-asked.ts';
import { nothingAsked } from './nothing-asked.ts';
import { unknownFramework } from './unknown-framework.ts';
import { unknownMapName } from './unknown-map-name.ts';

export * from './absent-marker.ts';
export * from './bins-on-text.ts';
export * from './column-mapped-twice.ts';
export * from './framework-with-data.ts';
export * from './guessed-lines.ts';
export * from './inherited-weights.ts';
export * from './join-clash.ts';
export * from './join-duplicate-key.ts';
export * from './join-key-missing.ts';
export * from './join-unmatched.ts';
export * from './left-out-but-used.ts';
export * from './level-without-code.ts';
export * from './map-misfit.ts';
export * from './map-without-original.ts';
export * from './not-asked.ts';
export * from './nothing-asked.ts';
export * from './unknown-framework.ts';
export * from './unknown-map-name.ts';

export const replicationProblems: readonly ProblemKind<never>[] = [
  absentMarker,
  binsOnText,
  columnMappedTwice,
  frameworkWithData,
  guessedLines,
  inheritedWeights,
  joinClash,
  joinDuplicateKey,
  joinKeyMissing,
  joinUnmatched,
  leftOutButUsed,
  levelWithoutCode,
  mapMisfit,
  mapWithoutOriginal,
  notAsked,
  nothingAsked,
  unknownFramework,
  unknownMapName,
];
