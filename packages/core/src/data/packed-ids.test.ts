// What is said of ids does not depend on how they are kept: packed, as those of a large file are, or as an array of texts. Ids that stand
// twice, are blank, differ in blanks, case, width, zeros in front, or look like a row of sums; quoted, and in parts as threads read them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noMemo } from '../memo/memo.ts';
import { coderOf } from './coding.ts';
import { duplicates } from './duplicates.ts';
import { columnOf, type Frame, type TextColumn } from './frame.ts';
import { keyOf } from './keys.ts';
import { inexact, lookAlikes } from './look-alikes.ts';
import { PackedTexts, picked } from './packed-texts.ts';
import { aheadOf, partsOf, scanPart, sourceOf, type ByteSource } from './readers/blocks/blocks.ts';
import { readLarge } from './readers/csv-blocks.ts';
import { readCsv, type CsvReading } from './readers/csv.ts';
import { schemaOf } from './schema.ts';
import { rowHashes } from './row-hashes.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

function inParts(bytes: Uint8Array): ByteSource {
  const source = sourceOf(bytes);
  const nothing = (): void => undefined;
  return {
    ...source,
    ahead: (layout) => aheadOf(partsOf(source.size, layout), (part) => scanPart(source, layout, part), nothing, nothing),
  };
}

const serial = fc.integer({ min: 1, max: 400 });
const sorts: readonly fc.Arbitrary<string>[] = [
  serial.map((id) => `P${String(id).padStart(7, '0')}`),
  serial.map(String),
  serial.map((id) => String(id % 40).padStart(1 + (id % 3), '0')),
  serial.map((id) => `52042419900101${String(id % 90).padStart(4, '0')}`),
  serial.map((id) => `${id % 2 === 0 ? 'x' : 'X'}${id % 60}`),
  serial.map((id) => ['A 1', 'A1', ' A1', 'a1 ', '"A1"', '" A1"', 'Ａ１', 'A１', "'A1", 'A-1', 'A–1'][id % 11]!),
  serial.map((id) => ['=1+1', "'=1+1", '-5', "'-5", '+x', '"a,b"', '"a""b"', '"a\nb"', '　', '" "', ''][id % 11]!),
  serial.map((id) => ['5.2E+17', '5.1E+17', '5.20424E+17', '1e3', '007', '7', '7.0'][id % 7]!),
  serial.map((id) => `村民${id % 80}`),
];
const oddly = fc.constantFrom('', '', 'total', '合计', 'Note: of all', 'Note: 2020', 'mean', ' ', '"7"');
const table = fc.record({
  ids: fc.tuple(fc.constantFrom(...sorts), fc.constantFrom(...sorts), fc.integer({ min: 0, max: 9 })).chain(([usual, other, often]) =>
    fc.array(fc.oneof({ weight: 60, arbitrary: usual }, { weight: often, arbitrary: other }, { weight: 2, arbitrary: oddly }), {
      minLength: 3,
      maxLength: 90,
    }),
  ),
  answers: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 9 }),
  end: fc.constantFrom('\n', '\r\n'),
});

/** All that is found in a file's ids, and the ids. */
function told({ frame, problems }: CsvReading): unknown {
  if (frame === null) return { problems };
  const column = columnOf(frame, 'id')!;
  const plan = { variables: [], groups: [], jobs: [], data: { id: 'id' } } as unknown as Parameters<typeof coderOf>[0];
  return {
    problems,
    ids: [...coderOf(plan, frame, noMemo).ids!],
    twice: duplicates(frame, 'id'),
    alike: lookAlikes(column, frame, 'data/id'),
    inexact: inexact(column, frame, 'id', 'data/id'),
    schema: schemaOf(frame).columns,
    hashes: column.kind === 'text' ? [...rowHashes([column], frame.rows)] : null,
  };
}

const asArray = (frame: Frame): Frame => ({
  ...frame,
  columns: frame.columns.map((column) => (column.kind === 'text' ? { ...column, levels: [...column.levels] } : column)),
});

it('says of packed ids what it says of texts, and of those that stand twice what is so', () => {
  let packs = 0;
  let repeats = 0;
  fc.assert(
    fc.property(table, fc.integer({ min: 12, max: 300 }), ({ ids, answers, end }, block) => {
      // A note stands alone in its row.
      const rows = ids.map((id, row) => (id.startsWith('Note') ? `${id},,` : `${id},${answers[row % answers.length]},${row % 3}`));
      const bytes = new TextEncoder().encode(`id,q1,q2${end}${rows.join(end)}${end}`);
      const whole = told(readCsv(bytes, 'x.csv', { id: 'id' }));
      for (const source of [sourceOf(bytes), inParts(bytes)]) {
        const found = readLarge(source, 'x.csv', { id: 'id' }, { block, most: 1024, many: 1 })!;
        expect(told(found)).toEqual(whole);
        const { frame } = found;
        const column = frame === null ? undefined : (columnOf(frame, 'id') as TextColumn);
        if (frame === null || !(column!.levels instanceof PackedTexts)) continue;
        packs++;
        expect(told({ ...found, frame: asArray(frame) })).toEqual(whole);
        const keys = Array.from(column!.codes, (code) => (code < 0 ? null : keyOf(column!.levels.at(code)!)));
        const again = keys.filter((key, row) => key !== null && keys.indexOf(key) < row).length;
        repeats += again > 0 ? 1 : 0;
        const facts = duplicates(frame, 'id').map((problem) => (problem.facts as unknown as { count: number }).count);
        expect(facts.reduce((sum, count) => sum + count, 0)).toBe(again);
        const places = [...new Set(column!.codes)].filter((code) => code >= 0).reverse();
        expect([...picked(column!.levels, places)]).toEqual(places.map((place) => column!.levels.at(place)));
      }
    }),
    { seed: 17, numRuns: 300 },
  );
  expect(packs).toBeGreaterThan(300);
  expect(repeats).toBeGreaterThan(100);
});
