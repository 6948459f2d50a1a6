// A table of DuckDB as a frame: what its types mean. How its rows are had is the host's, as columns.ts wants them; where there is no host
// that can, a file of DuckDB is told from others by its bytes, and that is all.
import { needsDuckdb } from '../../../problems/data/needs-duckdb.ts';
import { raise } from '../../../problems/problem.ts';
import type { Moment } from '../../codebook.ts';
import { pointColumn, type Column } from '../../frame.ts';
import { isoDate, isoDateTime, isoTime } from '../binary/moments.ts';
import { asMoments, asNames, framed, wantedAmong, type ReadOptions, type TableReading } from '../binary/reading.ts';
import { ascii } from '../binary/cursor.ts';
import type { Gathered } from './columns.ts';

/** Its first eight bytes are a checksum. */
export const isDuckdb = (bytes: Uint8Array): boolean => ascii(bytes.subarray(8, 12)) === 'DUCK';

export const readNoDuckdb = (_bytes: Uint8Array, file: string): TableReading => ({
  frame: null,
  problems: [raise(needsDuckdb, { file, lacks: 'machine', reason: null }, { at: 'data', data: { file } })],
  encoding: '',
});

export interface TypedColumn {
  readonly name: string;
  /** As DuckDB writes it. */
  readonly type: string;
}

/** `whole`: numbers that a double may not hold, which are texts then. */
export type Meaning = 'texts' | 'numbers' | 'whole' | Moment;

/** Null: no column of answers (lists, structures, bytes, spans of time). */
export function meaningOf({ type }: TypedColumn): Meaning | null {
  if (/[[\]]$|^(?:STRUCT|MAP|UNION|LIST|ARRAY|VARIANT)\b/u.test(type)) return null;
  const plain = type.replace(/\(.*$/su, '').trim();
  switch (plain) {
    case 'VARCHAR':
    case 'ENUM':
    case 'UUID':
      return 'texts';
    case 'BOOLEAN':
    case 'TINYINT':
    case 'SMALLINT':
    case 'INTEGER':
    case 'UTINYINT':
    case 'USMALLINT':
    case 'UINTEGER':
    case 'FLOAT':
    case 'DOUBLE':
    case 'DECIMAL':
      return 'numbers';
    case 'BIGINT':
    case 'UBIGINT':
    case 'HUGEINT':
    case 'UHUGEINT':
      return 'whole';
    case 'DATE':
      return 'date';
    case 'TIME':
      return 'time';
    default:
      return plain.startsWith('TIMESTAMP') ? 'datetime' : null;
  }
}

/** Which columns have to be read, of those that can hold answers; and which of their whole numbers are names. */
export function duckdbColumns(columns: readonly TypedColumn[], options: ReadOptions): readonly (TypedColumn & { meaning: Meaning })[] {
  const isWanted = wantedAmong(
    columns.map(({ name }) => name),
    options,
  );
  const names = namesIn(options);
  return columns.flatMap((column, at) => {
    const meaning = meaningOf(column);
    if (meaning === null || !isWanted(at)) return [];
    return [{ ...column, meaning: meaning === 'whole' && names.has(column.name) ? 'texts' : meaning }];
  });
}

/** `columns`: those that were read, and what of their rows was gathered. */
export function duckdbTable(
  file: string,
  version: string,
  all: readonly TypedColumn[],
  columns: readonly (TypedColumn & { readonly meaning: Meaning; readonly gathered: Gathered })[],
  rows: number,
  options: ReadOptions,
): TableReading {
  const names = namesIn(options);
  return framed(
    file,
    rows,
    columns.map((column) => asNames(columnOf(column), names)),
    {
      format: 'duckdb',
      version,
      encoding: 'utf-8',
      notes: [],
      multipleResponseSets: [],
      names: all.filter((column) => meaningOf(column) !== null).map(({ name }) => name),
    },
    [],
  );
}

const namesIn = ({ text = [], id }: ReadOptions): ReadonlySet<string> => new Set([...text, ...(id === undefined ? [] : [id])]);

function columnOf({ name, type, meaning, gathered }: TypedColumn & { readonly meaning: Meaning; readonly gathered: Gathered }): Column {
  const codebook = { name, storedAs: /^ENUM\b/u.test(type) ? 'ENUM' : type };
  if (gathered.is === 'texts') return { kind: 'text', ...codebook, codes: gathered.codes, levels: gathered.levels };
  if (meaning === 'date' || meaning === 'datetime' || meaning === 'time') {
    const values =
      gathered.is === 'numbers' ? gathered.values : Float64Array.from(gathered.codes, (code) => (code < 0 ? NaN : gathered.values[code]!));
    return asMoments(codebook, values, meaning, { date: isoDate, datetime: isoDateTime, time: isoTime }[meaning]);
  }
  return gathered.is === 'codes'
    ? pointColumn(codebook, { codes: gathered.codes, values: gathered.values })
    : { kind: 'number', ...codebook, values: gathered.values };
}
