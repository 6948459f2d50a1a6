// A table of a DuckDB file by its rows: every cell as DuckDB's own Parquet file of it has it, of every type that holds answers.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duckdbTable, type Frame, type ReadOptions } from '@studyspec/core';
import { duckdbRows } from '../../packages/cli/src/host/duckdb/rows.ts';
import { coding } from '../../packages/core/src/counts/points.ts';
import { readParquet } from '../../packages/core/src/data/readers/parquet/parquet.ts';
import { duckdb } from '../support/duckdb.ts';

const folder = mkdtempSync(join(tmpdir(), 'studyspec-duckdb-'));
const file = join(folder, 'types.duckdb');
const parquet = join(folder, 'types.parquet');
const some = (expression: string): string => `CASE WHEN i % 7 = 3 THEN NULL ELSE ${expression} END`;

beforeAll(async () => {
  await duckdb(
    file,
    `CREATE TABLE "re;lo--c""ation's" AS SELECT i AS id,
       ${some('CAST(i % 5 AS TINYINT)')} AS tiny, ${some('CAST(i % 9 AS USMALLINT)')} AS us,
       ${some('CAST(i - 2000 AS INTEGER)')} AS "int", ${some('i % 5')} AS big, 9007199254740993 + i AS huge_big,
       ${some('i * 1.5')} AS "a.decimal", CAST(i / 8 AS DECIMAL(30, 3)) AS wide, ${some('CAST(i AS DOUBLE) / 3')} AS dbl,
       CASE WHEN i % 11 = 0 THEN 'NaN'::DOUBLE WHEN i % 11 = 1 THEN 'inf'::DOUBLE ELSE -0.5 * (i % 4) END AS odd,
       CAST(0.1 * (i % 6) AS FLOAT) AS flt, ${some('i % 2 = 0')} AS yes,
       ${some("(['male', 'it''s;--', 'a\"b', '中文'])[CAST(i % 4 AS INTEGER) + 1]::ENUM('unused', '中文', 'a\"b', 'it''s;--', 'male')")} AS e,
       ${some("(['  x ', 'x', '', ' ', 'y;--', '\\'])[CAST(i % 6 AS INTEGER) + 1]")} AS few, ${some("'name ' || i")} AS many,
       ${some("DATE '1899-12-31' + CAST(i AS INTEGER)")} AS d, ${some("TIMESTAMP '2020-01-01 10:00:00.25' + to_seconds(i)")} AS ts,
       TIMESTAMPTZ '2020-06-01 12:00:00+08' + to_days(CAST(i AS INTEGER)) AS tz, ${some("TIME '10:00:01' + to_seconds(i % 50)")} AS t,
       CAST(NULL AS INTEGER) AS nothing, CAST(NULL AS VARCHAR) AS no_text, [i] AS list, {'a': i} AS struct, MAP {'a': i} AS m,
       INTERVAL 1 DAY AS span, 'ab'::BLOB AS bytes FROM range(3000) r(i)`,
    `COPY (SELECT * EXCLUDE (span, bytes) FROM "re;lo--c""ation's") TO '${parquet}'`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function both(options: ReadOptions): Promise<readonly [Frame, Frame]> {
  const found = await duckdbRows(file, 'types.duckdb', options);
  if ('problem' in found) throw new Error(JSON.stringify(found.problem));
  const { frame, problems } = duckdbTable('types.duckdb', found.version, found.all, found.columns, found.rows, options);
  expect(problems).toEqual([]);
  return [frame!, readParquet(readFileSync(parquet), 'types.parquet', options).frame!];
}

const cells = ({ columns }: Frame): unknown =>
  columns.map((column) =>
    column.kind === 'text'
      ? {
          name: column.name,
          texts: Array.from(column.codes, (code) => (code < 0 ? null : column.levels.at(code)!)),
          levels: column.levels,
          moment: column.moment,
        }
      : { name: column.name, values: [...column.values] },
  );

describe('a table of a DuckDB file', () => {
  it('has the cells that its Parquet file has, and knows its types', async () => {
    const [own, theirs] = await both({});
    expect(own.rows).toBe(3000);
    expect(own.columns.map(({ name }) => name)).toEqual(theirs.columns.map(({ name }) => name));
    expect(cells(own)).toEqual(cells(theirs));
    expect(own.about).toMatchObject({ format: 'duckdb', version: expect.stringMatching(/^DuckDB v\d/u) as string });
    expect(own.columns.map(({ storedAs }) => storedAs)).toContain('DECIMAL(30,3)');
    expect(own.columns.find(({ name }) => name === 'e')!.storedAs).toBe('ENUM');
  });

  it('has them in a large file too, where few different ones are codes', async () => {
    const usual = coding.from;
    try {
      coding.from = 2;
      const [own, theirs] = await both({ id: 'id', text: ['tiny', 'big', 'yes'] });
      expect(cells(own)).toEqual(cells(theirs));
      const points = own.columns.flatMap((column) => (column.kind === 'number' && column.points !== undefined ? [column.name] : []));
      expect(points).toEqual(['us', 'odd', 'flt', 'nothing']);
      const codes = own.columns.flatMap((column) => (column.kind === 'text' && column.codes instanceof Int8Array ? [column.name] : []));
      expect(codes).toEqual(['big', 'e', 'few', 'no_text']);
    } finally {
      coding.from = usual;
    }
  });

  it('reads the columns that are wanted, and no others', async () => {
    const [own, theirs] = await both({ columns: ['e', 'us', 'span'], runs: [['d', 'tz']] });
    expect(own.columns.map(({ name }) => name)).toEqual(['us', 'e', 'd', 'ts', 'tz']);
    expect(cells(own)).toEqual(cells(theirs));
  });
});
