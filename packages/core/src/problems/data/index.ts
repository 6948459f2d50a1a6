// All problems of data: files (SS30x to SS316), columns and answers (SS32x), and what is not possible yet (SS39x).
import type { ProblemKind } from '../problem.ts';
import { allMissing } from './all-missing.ts';
import { ambiguousNumber } from './ambiguous-number.ts';
import { blankRows } from './blank-rows.ts';
import { duplicateColumn } from './duplicate-column.ts';
import { duplicateId } from './duplicate-id.ts';
import { emptyFile } from './empty-file.ts';
import { levelNeverOccurs } from './level-never-occurs.ts';
import { longRow } from './long-row.ts';
import { noHeader } from './no-header.ts';
import { noRows } from './no-rows.ts';
import { notANumber } from './not-a-number.ts';
import { notATable } from './not-a-table.ts';
import { outOfRange } from './out-of-range.ts';
import { overlappingLevels } from './overlapping-levels.ts';
import { shortRow } from './short-row.ts';
import { strayQuote } from './stray-quote.ts';
import { unansweredRows } from './unanswered-rows.ts';
import { unclosedQuote } from './unclosed-quote.ts';
import { undefinedValue } from './undefined-value.ts';
import { unknownColumn } from './unknown-column.ts';
import { unknownEncoding } from './unknown-encoding.ts';
import { unlistedCode } from './unlisted-code.ts';
import { unnamedColumn } from './unnamed-column.ts';
import { unreadableDataFile } from './unreadable-data-file.ts';
import { wrongEncoding } from './wrong-encoding.ts';

export const dataProblems: readonly ProblemKind<never>[] = [
  unreadableDataFile, emptyFile, noRows, notATable, wrongEncoding, unknownEncoding, unclosedQuote, strayQuote, longRow, shortRow,
  duplicateColumn, unnamedColumn, noHeader, blankRows, ambiguousNumber, unansweredRows,
  unknownColumn, outOfRange, notANumber, unlistedCode, undefinedValue, levelNeverOccurs, overlappingLevels, duplicateId, allMissing,
];

export { allMissing, ambiguousNumber, blankRows, duplicateColumn, duplicateId, emptyFile, levelNeverOccurs, longRow, noHeader, noRows, notANumber,
  notATable, outOfRange, overlappingLevels, shortRow, strayQuote, unansweredRows, unclosedQuote, undefinedValue, unknownColumn, unknownEncoding,
  unlistedCode, unnamedColumn, unreadableDataFile, wrongEncoding };
