// The rows of a table of a DuckDB file, column by column as core's reader gathers them. Few different texts come as places in their list,
// which DuckDB finds by itself: a text a row is made only of columns with many.
import {
  dialects,
  duckdbColumns,
  numbersComing,
  raise,
  damagedDataFile,
  textsComing,
  type Gathered,
  type Meaning,
  type Problem,
  type ReadOptions,
  type TypedColumn,
} from '@studyspec/core';
import { firstLine, openDuckdb, type OpenedDuckdb } from './open.ts';

export interface DuckdbRows {
  readonly version: string;
  readonly all: readonly TypedColumn[];
  readonly columns: readonly (TypedColumn & { readonly meaning: Meaning; readonly gathered: Gathered })[];
  readonly rows: number;
}

/** More different texts than this are read row by row. */
const MOST_TEXTS = 1024;
/** Rows that tell soon whether a column has many. */
const FIRST = 20_000;
/** Whole numbers beyond it are no doubles. */
const EXACT = '9007199254740991';

/** `tell`: how far it is, from 0 to 1. */
export async function duckdbRows(
  path: string,
  name: string,
  options: ReadOptions,
  tell: (share: number) => void = () => undefined,
): Promise<DuckdbRows | { readonly problem: Problem }> {
  const opened = await openDuckdb(path, name, options.table);
  if ('problem' in opened) return opened;
  try {
    return await rowsOf(opened, options, tell);
  } catch (error) {
    const facts = { file: name, kind: 'duckdb', fault: 'untrue', what: firstLine(error), byte: null } as const;
    return { problem: raise(damagedDataFile, facts, { at: 'data', data: { file: name } }) };
  } finally {
    opened.end();
  }
}

async function rowsOf(
  { connection, identifier, table, columns: all, version, about }: OpenedDuckdb,
  options: ReadOptions,
  tell: (share: number) => void,
): Promise<DuckdbRows> {
  const { literal } = dialects.duckdb;
  const ask = async (sql: string): Promise<readonly (readonly unknown[])[]> => (await connection.runAndReadAll(sql)).getRows();
  const stated = duckdbColumns(all, options);
  const asText = (column: string): string => `CAST(${column} AS VARCHAR)`;
  const exact = await exactAmong(stated, identifier, table, ask);
  const columns = stated.map((one) => (one.meaning === 'whole' && !exact.has(one.name) ? { ...one, meaning: 'texts' as const } : one));
  const texts = columns.filter(({ meaning }) => meaning === 'texts');
  const few = new Map<string, readonly string[]>();
  const counted = (of: readonly TypedColumn[]): string => of.map(({ name }) => `count(DISTINCT ${identifier(name)})`).join(', ');
  if (texts.length > 0) {
    const [soon = []] = await ask(`SELECT ${counted(texts)} FROM (SELECT * FROM ${table} LIMIT ${FIRST})`);
    for (const [at, { name, type }] of texts.entries()) {
      if (Number(soon[at]) > MOST_TEXTS) continue;
      const found = await ask(
        /^ENUM\b/u.test(type)
          ? `SELECT unnest(enum_range(CAST(NULL AS ${type})))`
          : `SELECT DISTINCT ${asText(identifier(name))} FROM ${table} WHERE ${identifier(name)} IS NOT NULL ` +
              `ORDER BY 1 LIMIT ${MOST_TEXTS + 1}`,
      );
      if (found.length <= MOST_TEXTS)
        few.set(
          name,
          found.map(([text]) => String(text)),
        );
    }
  }
  const expressions = columns.map(({ name, type, meaning }): string => {
    const column = identifier(name);
    const number = (of: string): string => `coalesce(${of}, CAST('NaN' AS DOUBLE))`;
    const known = few.get(name);
    if (known?.length === 0) return 'CAST(0 AS USMALLINT)';
    if (known !== undefined) {
      const coded = /^ENUM\b/u.test(type) ? column : `CAST(${asText(column)} AS ENUM(${known.map(literal).join(', ')}))`;
      return `coalesce(CAST(enum_code(${coded}) AS USMALLINT) + CAST(1 AS USMALLINT), CAST(0 AS USMALLINT))`;
    }
    switch (meaning) {
      case 'texts':
        return `coalesce(${asText(column)}, '')`;
      case 'date':
        // Infinity is no day.
        return number(`CASE WHEN isfinite(${column}) THEN CAST(CAST(epoch(${column}) AS DOUBLE) / 86400 AS DOUBLE) END`);
      case 'datetime':
        return number(`CASE WHEN isfinite(${column}) THEN CAST(epoch_us(CAST(${column} AS TIMESTAMP)) AS DOUBLE) / 1000000 END`);
      case 'time':
        return number(`CAST(epoch_us(${column}) AS DOUBLE) / 1000000`);
      case 'numbers':
      case 'whole':
        return number(`CAST(${column} AS DOUBLE)`);
    }
  });
  const comings = columns.map(({ name, meaning }) => {
    const known = few.get(name);
    if (known !== undefined) return { places: textsComing(known) };
    return meaning === 'texts' ? manyTexts() : { numbers: numbersComing() };
  });
  let rows = 0;
  const coming = await connection.stream(`SELECT ${expressions.length === 0 ? '1' : expressions.join(', ')} FROM ${table}`);
  for (let chunk = await coming.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await coming.fetchChunk()) {
    const count = chunk.rowCount;
    for (const [at, one] of comings.entries()) {
      const vector = chunk.getColumnVector(at);
      if ('numbers' in one) one.numbers.add((vector.items as Float64Array).subarray(0, count));
      else if ('places' in one) one.places.add((vector.items as Uint16Array).subarray(0, count));
      else one.add(Array.from({ length: count }, (_, row) => String(vector.getItem(row))));
    }
    rows += count;
    tell(about > 0 ? rows / about : 0);
  }
  const gathered = comings.map((one) => ('numbers' in one ? one.numbers.end() : 'places' in one ? one.places.end() : one.end()));
  return { version, all, rows, columns: columns.map((column, at) => ({ ...column, gathered: gathered[at]! })) };
}

/** Texts that come one by one: the list grows as they are met. */
function manyTexts(): { readonly add: (texts: readonly string[]) => void; readonly end: () => Gathered } {
  const list: string[] = [];
  const places = new Map<string, number>();
  const coming = textsComing(list);
  return {
    add: (texts) =>
      coming.add(
        texts.map((text) => {
          let place = places.get(text);
          if (place === undefined) places.set(text, (place = list.push(text)));
          return place;
        }),
      ),
    end: coming.end,
  };
}

/** Columns of whole numbers that doubles hold. */
async function exactAmong(
  columns: readonly (TypedColumn & { readonly meaning: Meaning })[],
  identifier: (name: string) => string,
  table: string,
  ask: (sql: string) => Promise<readonly (readonly unknown[])[]>,
): Promise<ReadonlySet<string>> {
  const whole = columns.filter(({ meaning }) => meaning === 'whole');
  if (whole.length === 0) return new Set();
  const within = whole.map(({ name }) => `coalesce(max(${identifier(name)}) <= ${EXACT} AND min(${identifier(name)}) >= -${EXACT}, true)`);
  const [found = []] = await ask(`SELECT ${within.join(', ')} FROM ${table}`);
  return new Set(whole.flatMap(({ name }, at) => (found[at] === true ? [name] : [])));
}
