// Rows by parts: whoever does them, in whatever order, gives what one gives who does all; what a part reads and gives can be sent to a
// thread, and every task is known there.
import { afterEach, expect, it } from 'vitest';
import { hire, roomFor, type CrewWork } from '../counts/crew.ts';
import { packing } from '../counts/packed.ts';
import { completeMask, jointCounts } from '../counts/joint.ts';
import { countable } from '../counts/moments.ts';
import { scoreRows, scoredItem } from '../counts/linear-scores.ts';
import { codesFor, coding, floatsOf, isPoints, pairTable, tallyIn, tallyOf, type Points } from '../counts/points.ts';
import { seededRandom } from '../numerics/random.ts';
import { noMemo } from '../memo/memo.ts';
import { levelSums } from '../procedures/describe/level-sums.ts';
import { packedPoints, pairsWith, remaking, type RemadePoints } from '../counts/remade.ts';
import { pointColumn } from './frame.ts';
import { eachAlike, rowHashes } from './row-hashes.ts';
import { meanOfColumns } from './row-means.ts';
import { helpWith } from './row-tasks.ts';

declare const structuredClone: <T>(value: T) => T;

/** Of some parts. */
const PART = 1 << 17;
const ROWS = 3 * PART + 4321;
afterEach(() => hire(null));

/** Everything that is done in parts, of columns that lie where the crew reads them. */
function all(): unknown {
  const random = seededRandom(7);
  const columns = [4, 5, 300].map((levels): Points => {
    const codes = codesFor(ROWS, levels);
    for (let row = 0; row < ROWS; row++) codes[row] = Math.floor(random.uniform() * (levels + 1)) - 1;
    return { codes, values: Float64Array.from({ length: levels }, (_, at) => at / 7) };
  });
  const { mask, n } = completeMask(columns);
  const coded = columns.map(({ codes, values }) => ({ codes, levels: values.length }));
  const numbers = new Float64Array(roomFor(8 * ROWS));
  numbers.set(floatsOf(columns[2]!));
  const hashes = rowHashes(
    [
      pointColumn({ name: 'a' }, columns[0]!),
      { kind: 'text', name: 'b', codes: columns[1]!.codes, levels: ['v', 'w', 'x', 'y', 'z'] },
      { kind: 'number', name: 'c', values: numbers },
    ],
    ROWS,
  );
  const means = meanOfColumns(noMemo, { columns: columns.slice(0, 2) });
  return {
    n,
    tallies: columns.map(({ codes, values }) => tallyOf(codes, values.length)),
    pairs: [pairTable(columns[0]!.codes, 4, columns[1]!.codes, 5), pairTable(columns[0]!.codes, 4, columns[2]!.codes, 300)],
    joint: [jointCounts(coded).counts, jointCounts(coded, mask).counts],
    scores: [null, mask].map((one) => scoreRows({ constant: 0.1, items: columns.map((item) => scoredItem(item, 0.3, 0.2)) }, one)),
    hashes,
    alike: alikeIn(hashes),
    means: isPoints(means) ? [means.codes, means.values] : means,
    remade: ofRemade(columns),
    packed: ofPacked(columns.slice(0, 2)),
  };
}

/** The same of codes that stand two a byte. */
function ofPacked(columns: readonly Points[]): unknown {
  const usual = packing.from;
  packing.from = 1;
  const packed = columns.map(packedPoints) as RemadePoints[];
  packing.from = usual;
  const { mask } = completeMask(packed);
  const found = [columns, packed].map((own) => [
    own.map(tallyIn),
    completeMask(own).mask,
    jointCounts(countable(own).columns, mask).counts,
    scoreRows({ constant: 0.1, items: own.map((item) => scoredItem(item, 0.3, 0.2)) }, mask),
    rowHashes(
      own.map((points) => pointColumn({ name: 'a' }, points)),
      ROWS,
    ),
    (meanOfColumns(noMemo, { columns: own }) as Points).codes,
  ]);
  expect(packed.map(({ bytes }) => bytes)).toEqual([0, 0]);
  expect(bytesOf(found[1])).toEqual(bytesOf(found[0]));
  return [...found, packed.map(({ codes }) => codes)];
}

/** The same of a mean whose codes are made for whoever asks: in blocks first, then of all rows. */
function ofRemade(columns: readonly Points[]): unknown {
  const usual = remaking.from;
  remaking.from = 1;
  const mean = meanOfColumns(noMemo, { columns: columns.slice(0, 2) }) as RemadePoints;
  remaking.from = usual;
  const score = scoreRows({ constant: 0.1, items: [scoredItem(mean, 0.3, 0.2), scoredItem(columns[2]!, 0.3, 0.2)] });
  const pairs = [
    ...pairsWith(mean, [
      { codes: columns[0]!.codes, levels: 4 },
      { codes: columns[2]!.codes, levels: 300 },
    ]).values(),
  ];
  const joint = jointCounts(countable([mean, columns[2]!, mean]).columns).counts;
  // Few levels are counted by planes, 300 row by row.
  const few = [
    ...pairsWith(
      mean,
      [0, 1].map((at) => ({ codes: columns[at]!.codes, levels: 4 + at })),
    ).values(),
  ];
  expect(mean.bytes).toBe(0);
  const { codes, values, tally } = mean;
  expect(bytesOf(joint)).toEqual(bytesOf(jointCounts(countable([{ codes, values }, columns[2]!]).columns).counts));
  expect(pairs.map(bytesOf)).toEqual(
    [pairTable(columns[0]!.codes, 4, codes, values.length), pairTable(columns[2]!.codes, 300, codes, values.length)].map(bytesOf),
  );
  expect(few.map(bytesOf)).toEqual([0, 1].map((at) => bytesOf(pairTable(columns[at]!.codes, 4 + at, codes, values.length))));
  // Scores lie in memory that all see where there is room of their size, as after a look for rows that stand twice.
  const shared = new Float64Array(roomFor(8 * ROWS));
  shared.set(score);
  const sums = columns.slice(0, 3).map((column) => levelSums(shared, column.codes, column.values.length));
  return { score, pairs, few, joint, codes, values, tally, sums };
}

function alikeIn(hashes: Int32Array): Int32Array {
  const first = new Int32Array(hashes.length);
  eachAlike(hashes, 1 << 16, (row, before) => (first[row] = before + 1));
  return first;
}

/** Each array as a digest: comparing element by element takes seconds. */
function bytesOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!ArrayBuffer.isView(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bytesOf(one)]));
  let [hash, other] = [1, 0];
  for (const byte of new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) {
    hash = Math.imul(hash ^ byte, 0x01000193) + 1;
    other = Math.imul(other + hash, 0x85ebca6b) ^ (hash >>> 13);
  }
  return [value.byteLength, hash, other];
}

it('gives the same whoever does it', () => {
  expect(ROWS).toBeGreaterThan(coding.from);
  const alone = bytesOf(all());
  const known: string[] = [];
  hire({
    run(work, parts, here, take) {
      const sent = structuredClone({ ...work, given: asSent(work.given) }) as CrewWork;
      known.push(work.task);
      const found = new Map<number, unknown>();
      for (let part = parts - 1; part >= 0; part--) found.set(part, part % 2 === 0 ? here(part) : structuredClone(helpWith(sent, part)));
      for (let part = 0; part < parts; part++) take(found.get(part), part);
    },
  });
  expect(bytesOf(all())).toEqual(alone);
  expect([...new Set(known)].sort()).toEqual([
    'alike',
    'codes',
    'hashes',
    'joint',
    'level sums',
    'pairs',
    'pairs with',
    'scores',
    'tally',
    'tally of made',
    'walk',
  ]);
});

/** Shared memory stays where it is; a copy of it says so as well. */
function asSent(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!ArrayBuffer.isView(value))
    return Array.isArray(value) ? value.map(asSent) : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asSent(one)]));
  expect(value.byteLength < PART || value.buffer instanceof SharedArrayBuffer).toBe(true);
  return value;
}
