// Sums: what is counted of rows, so that a study can be executed without them.
export { sumsOf, rangesOf } from './gather.ts';
export { mergeRanges, mergeSums, samePart, tablesFor, type Unmergeable } from './merge.ts';
export { countsNeeded, type Needed } from './needed.ts';
export { relativeVariables } from './relative.ts';
export { studyOfSums, type CountedStudy } from './study.ts';
export { dataDigest } from './digest.ts';
export { dialects, tableOf } from './sql/dialects.ts';
export { dialectNames, sumsByHand, type DialectName } from './sql/by-hand.ts';
export { sumsOfEngine } from './sql/engine.ts';
export type { Ranges, ScoresPlan, Sums as CountedSums, SumsColumn, SumsTable } from './sums.ts';
export { questionText, rangesText, readSums, sumsText, type SumsFile, type SumsRefusal } from './text.ts';
