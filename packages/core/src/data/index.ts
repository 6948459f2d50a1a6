// What the rest of core, dsl and the hosts may use of this room: reading, schema, coding, conditions, formulas.
export type { FileFacts, Format, Moment, MultipleResponseSet, ValueLabel } from './codebook.ts';
export { columnOf, missingIn, rowNumber, type Column, type Frame, type NumberColumn, type TextColumn } from './frame.ts';
export { assemble, type Assembly } from './assemble.ts';
export { schemaOf, type ColumnSchema, type Schema } from './schema.ts';
export { type CodedStudy } from './coding.ts';
export { conditionVariables } from './condition.ts';
export { selectRows, writeCondition } from './condition.ts';
export { isComputed, usedNames } from './uses.ts';
export { evaluateFormula, formulaFunctions, formulaNames, writeFormula, type FormulaFunction, type FormulaResult } from './formula.ts';
export { keyOf } from './keys.ts';
export { byCodeUnits } from '../text/order.ts';
export { pointNamed } from './read-answers.ts';
export { cellText, codesShared, isLongInteger, numberOf, numericCells, setMatchesNumber, setMatchesText, writeValueSet } from './values.ts';
export { decodeText, type DecodedText } from './readers/decode.ts';
export { guardedCell, unguardedCell } from './readers/formula-guard.ts';
export { readCsv, readCsvCells, readCsvRows, type CsvCell, type CsvOptions, type CsvReading } from './readers/csv.ts';
export { readData, readers, type Reader } from './readers/formats.ts';
export type { TableReading, ReadOptions } from './readers/binary/reading.ts';
