// All problems of data: files (SS30x, SS31x), columns and answers (SS32x, SS335 on), files of other programs (SS37x), and
// what is not possible yet (SS39x).
import type { ProblemKind } from '../problem.ts';
import { allMissing } from './all-missing.ts';
import { ambiguousNumber } from './ambiguous-number.ts';
import { betweenPoints } from './between-points.ts';
import { blankRows } from './blank-rows.ts';
import { brokenLetters } from './broken-letters.ts';
import { codeCounts } from './code-counts.ts';
import { damagedBytes } from './damaged-bytes.ts';
import { damagedDataFile } from './damaged-data-file.ts';
import { duplicateColumn } from './duplicate-column.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateRows } from './duplicate-rows.ts';
import { emptyFile } from './empty-file.ts';
import { encodingFound } from './encoding-found.ts';
import { headingRows } from './heading-rows.ts';
import { labelledAnswers } from './labelled-answers.ts';
import { levelNeverOccurs } from './level-never-occurs.ts';
import { longRow } from './long-row.ts';
import { lookAlikeKeys } from './look-alike-keys.ts';
import { noHeader } from './no-header.ts';
import { noRun } from './no-run.ts';
import { noRows } from './no-rows.ts';
import { notANumber } from './not-a-number.ts';
import { notATable } from './not-a-table.ts';
import { outOfRange } from './out-of-range.ts';
import { overlappingLevels } from './overlapping-levels.ts';
import { readAs } from './read-as.ts';
import { severalAnswers } from './several-answers.ts';
import { shortRow } from './short-row.ts';
import { shortenedKeys } from './shortened-keys.ts';
import { strayQuote } from './stray-quote.ts';
import { summaryRows } from './summary-rows.ts';
import { unansweredRows } from './unanswered-rows.ts';
import { unclosedQuote } from './unclosed-quote.ts';
import { undefinedValue } from './undefined-value.ts';
import { unknownColumn } from './unknown-column.ts';
import { unknownEncoding } from './unknown-encoding.ts';
import { unknownFileVersion } from './unknown-file-version.ts';
import { unlistedCode } from './unlisted-code.ts';
import { unnamedColumn } from './unnamed-column.ts';
import { unreadableDataFile } from './unreadable-data-file.ts';
import { wrongEncoding } from './wrong-encoding.ts';

export const dataProblems: readonly ProblemKind<never>[] = [
  unreadableDataFile,
  emptyFile,
  noRows,
  notATable,
  wrongEncoding,
  unknownEncoding,
  unclosedQuote,
  strayQuote,
  longRow,
  shortRow,
  duplicateColumn,
  unnamedColumn,
  noHeader,
  blankRows,
  ambiguousNumber,
  unansweredRows,
  headingRows,
  summaryRows,
  damagedBytes,
  unknownColumn,
  outOfRange,
  notANumber,
  unlistedCode,
  undefinedValue,
  levelNeverOccurs,
  overlappingLevels,
  duplicateId,
  allMissing,
  lookAlikeKeys,
  shortenedKeys,
  severalAnswers,
  labelledAnswers,
  betweenPoints,
  readAs,
  duplicateRows,
  codeCounts,
  noRun,
  damagedDataFile,
  brokenLetters,
  encodingFound,
  unknownFileVersion,
];

export {
  allMissing,
  ambiguousNumber,
  betweenPoints,
  blankRows,
  brokenLetters,
  codeCounts,
  damagedBytes,
  damagedDataFile,
  duplicateColumn,
  duplicateId,
  duplicateRows,
  emptyFile,
  encodingFound,
  headingRows,
  labelledAnswers,
  levelNeverOccurs,
  longRow,
  lookAlikeKeys,
  noHeader,
  noRows,
  noRun,
  notANumber,
  notATable,
  outOfRange,
  overlappingLevels,
  readAs,
  severalAnswers,
  shortenedKeys,
  shortRow,
  strayQuote,
  summaryRows,
  unansweredRows,
  unclosedQuote,
  undefinedValue,
  unknownColumn,
  unknownEncoding,
  unknownFileVersion,
  unlistedCode,
  unnamedColumn,
  unreadableDataFile,
  wrongEncoding,
};
