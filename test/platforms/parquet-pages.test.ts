// Pages of Parquet files in every shape that pyarrow and DuckDB write: the cells that were put in, whoever reads the row groups; with bytes
// changed, an error or what another reading of the same bytes gives.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { hire, type Crew, type CrewWork } from '../../packages/core/src/counts/crew.ts';
import { packing } from '../../packages/core/src/counts/packed.ts';
import { coding } from '../../packages/core/src/counts/points.ts';
import { RemadePoints } from '../../packages/core/src/counts/remade.ts';
import type { Column, Frame } from '../../packages/core/src/data/frame.ts';
import type { TableReading, ReadOptions } from '../../packages/core/src/data/readers/binary/reading.ts';
import { sourceOf } from '../../packages/core/src/data/readers/blocks/blocks.ts';
import { readData, readParts } from '../../packages/core/src/data/readers/formats.ts';
import { helpWith } from '../../packages/core/src/data/row-tasks.ts';
import { seededRandom } from '../../packages/core/src/numerics/random.ts';
import { duckdb } from '../support/duckdb.ts';
import { platformBytes } from './expected.ts';

const usual = coding.from;
const usualPacking = packing.from;
afterEach(() => {
  hire(null);
  coding.from = usual;
  packing.from = usualPacking;
});

const FOLDER = '17-parquet-pages';
const FILES = ['groups_v1_snappy', 'groups_v2_zstd', 'fallback_v1_gzip', 'fallback_v2_none', 'plain_v1_snappy', 'deltas_v2_snappy'];
const ROWS = 2003;
/** As make.py has them; null is no answer. */
const CELLS: Readonly<Record<string, (row: number) => number | string | null>> = {
  full: (i) => ((i * 7919) % 5) + 1,
  nulls: (i) => ((i * 31) % 9 === 0 ? null : (i * 31) % 7),
  rare: (i) => (i % 97 === 5 ? i % 3 : null),
  none: () => null,
  sorted: (i) => Math.floor(i / 100),
  minus: (i) => [-9, -1, 1, 2][(i * 13) % 4]!,
  flag: (i) => (i % 11 === 0 ? null : i % 3 === 0 ? 1 : 0),
  many: (i) => (i * 7919) % 900,
  weight: (i) => (i % 50 === 7 ? null : ((i * 7919) % 1999) / 8),
  odd: (i) => [0.5, null, null, 0, 0][i % 5]!,
  part: (i) => (i < 900 ? ['early', 'first', 'so'][i % 3]! : ['late', 'first', null, null][i % 4]!),
  words: (i) => (i % 13 === 0 ? null : `t${(i * 7) % 200}`),
  name: (i) => `R${i}`,
  // Beyond 2^53 they are texts.
  big: (i) => String(2n ** 60n + BigInt(i % 3)),
  kind: (i) => (i % 2 === 0 ? 'a' : 'b'),
};

const cellsOf = (column: Column): (number | string | null)[] =>
  column.kind === 'text'
    ? Array.from(column.codes, (code) => (code < 0 ? null : column.levels.at(code)!))
    : Array.from(column.values, (value) => (Number.isNaN(value) ? null : Object.is(value, -0) ? '-0' : value));
/** Everything that is to be the same; arrays by their digests: comparing them number by number takes minutes. */
const seen = ({ rows, columns, about }: Frame): { readonly columns: readonly string[] } & Record<string, unknown> => ({
  rows,
  about,
  columns: columns.map((column) => {
    const digest = (array: Float64Array | Int8Array | Int16Array | Int32Array): string =>
      `${array.constructor.name} ${createHash('sha256').update(new Uint8Array(array.slice().buffer)).digest('hex')}`;
    if (column.kind === 'text') return `${column.name} ${[...column.levels].join()} ${digest(column.codes)}`;
    const { points } = column;
    const coded = points === undefined ? '' : `${digest(points.codes)} ${digest(points.values)}`;
    return `${column.name} ${coded} ${digest(column.values)}`;
  }),
});

/** Every second part is done by another, who is sent a copy of what does not lie in shared memory, the last part first. */
function others(done: string[]): Crew {
  return {
    run(work, parts, here, take) {
      const sent = structuredClone(work) as CrewWork;
      done.push(work.task);
      const found = Array.from({ length: parts }, () => undefined as unknown);
      for (let part = parts - 1; part >= 0; part--) found[part] = part % 2 === 0 ? here(part) : structuredClone(helpWith(sent, part));
      for (let part = 0; part < parts; part++) take(found[part], part);
    },
  };
}

it.each(FILES)('%s has the cells that were put in, few or many', (file) => {
  const bytes = platformBytes(FOLDER, `${file}.parquet`);
  for (const [from, halves] of [
    [usual, usualPacking],
    [2, usualPacking],
    [2, 2],
  ] as const) {
    coding.from = from;
    packing.from = halves;
    const { frame, problems } = readData(bytes, file);
    expect(problems).toEqual([]);
    expect(frame!.columns.map(({ name }) => name)).toEqual(Object.keys(CELLS));
    for (const column of frame!.columns) {
      const expected = Array.from({ length: ROWS }, (_, row) => CELLS[column.name]!(row));
      expect(cellsOf(column).join('|'), column.name).toBe(expected.join('|'));
      // As in a text table: texts in the order in which they first stand, numbers ascending.
      if (column.kind === 'text')
        expect([...column.levels].join('|')).toBe([...new Set(expected)].filter((cell) => cell !== null).join('|'));
      else {
        const distinct = [...new Set(expected as number[])].filter((cell) => cell !== null).sort((a, b) => a - b);
        if (from === 2 && distinct.length <= 1024) expect([...column.points!.values]).toEqual(distinct);
        else expect(column.points).toBeUndefined();
        // Numbers of few different values stand two a byte.
        if (halves === 2 && distinct.length <= 15) expect(column.points).toBeInstanceOf(RemadePoints);
      }
    }
  }
});

it('differ in nothing but how they are written', () => {
  coding.from = 2;
  const [first, ...rest] = FILES.map((file) => seen(readData(platformBytes(FOLDER, `${file}.parquet`), 'one').frame!));
  for (const frame of rest) expect(frame).toEqual(first);
});

it.each([
  ['v1', 'snappy'],
  ['v2', 'zstd'],
])('of DuckDB, %s and %s, are read in parts as they are by one, and as a text table is', async (version, codec) => {
  const folder = mkdtempSync(join(tmpdir(), 'studyspec-pages-'));
  try {
    const [parquet, csv] = [join(folder, 'a.parquet'), join(folder, 'a.csv')];
    await duckdb(
      join(folder, 'a.duckdb'),
      `CREATE TABLE t AS SELECT i * 7919 % 5 + 1 AS q1, CASE WHEN i % 10 = 3 THEN NULL ELSE i * 31 % 7 END AS q2,
         CASE WHEN i < 90000 THEN i % 3 ELSE 200 + i % 3 END AS shifted, i * 7919 % 500 AS many, (i * 7919 % 15001) / 8 AS w,
         CASE WHEN i > 100000 THEN 'late' ELSE ['a', 'b', 'c'][CAST(i % 3 AS INTEGER) + 1] END AS part FROM range(140000) r(i)`,
      `COPY t TO '${csv}'`,
      `COPY t TO '${parquet}' (COMPRESSION ${codec}, PARQUET_VERSION ${version}, ROW_GROUP_SIZE 20480)`,
    );
    const read = (file: string, options: ReadOptions = {}): TableReading => readParts(sourceOf(readFileSync(file)), 'a', options)!;
    const alone = read(parquet).frame!;
    const done: string[] = [];
    hire(others(done));
    expect(seen(read(parquet).frame!)).toEqual(seen(alone));
    expect(done).toContain('cells');
    hire(null);
    const text = read(csv).frame!;
    expect(seen(alone).columns).toEqual(seen(text).columns);
    // The second of two damaged parts may be read first: it is the first that is told.
    const damaged = readFileSync(parquet);
    for (let at = 20; at < damaged.length / 2; at++) damaged[at] = 0xff;
    const problem = readData(damaged, 'a').problems;
    expect(problem.map(({ code }) => code)).toEqual(['SS370']);
    hire(others(done));
    expect(readData(damaged, 'a').problems).toEqual(problem);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it.each(FILES)('%s with bytes changed is refused, or read alike however often and by whomever', (file) => {
  const whole = platformBytes(FOLDER, `${file}.parquet`);
  const random = seededRandom(11);
  let refused = 0;
  for (let time = 0; time < 40; time++) {
    const bytes = whole.slice();
    for (let change = 0; change <= time % 3; change++)
      bytes[Math.floor(random.uniform() * bytes.length)] = Math.floor(random.uniform() * 256);
    const { frame, problems } = readData(bytes, file);
    if (frame === null) {
      refused++;
      expect(problems.map(({ code }) => code)).toEqual(['SS370']);
      expect(readData(bytes, file).problems).toEqual(problems);
    } else expect(seen(readParts(sourceOf(bytes), file)!.frame!)).toEqual(seen(frame));
  }
  expect(refused).toBeGreaterThan(5);
});
