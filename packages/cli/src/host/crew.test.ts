// Threads that help count give what one gives alone, and what they cannot do is done by whoever asks.
import { hire, jointCounts, scoreRows, type Crew } from '@studyspec/core';
import { afterEach, expect, it } from 'vitest';
import { hireCrew } from './crew.ts';

afterEach(() => hire(null));

const ROWS = 700_001;
function columns(): { codes: Int8Array; levels: number }[] {
  return Array.from({ length: 6 }, (_, at) => {
    const codes = new Int8Array(new SharedArrayBuffer(ROWS));
    for (let row = 0; row < ROWS; row++) codes[row] = ((row * 7919 + at * 104_729) % (5 + at)) - 1;
    return { codes, levels: 4 + at };
  });
}
const differ = (a: Float64Array, b: Float64Array): number => (a.length === b.length ? a.findIndex((one, at) => one !== b[at]) : -2);

it('gives the same, however many threads help', () => {
  const coded = columns();
  const items = coded.map(({ codes, levels }, at) => ({
    codes,
    values: Float64Array.from({ length: levels }, (_, i) => (i + at) / 7),
    missing: 0.5,
  }));
  const counts = jointCounts(coded).counts;
  const scores = scoreRows({ constant: 0.1, items });
  for (const threads of [1, 2, 4]) {
    hireCrew(threads);
    // Threads are there after a while: what they do later than others is the same too.
    for (let time = 0; time < 3; time++) {
      expect(differ(jointCounts(coded).counts, counts)).toBe(-1);
      expect(differ(scoreRows({ constant: 0.1, items }), scores)).toBe(-1);
    }
  }
});

it('does itself what no thread knows', () => {
  let crew: Crew | null = null;
  hireCrew(3, (found) => (crew = found));
  const taken: [unknown, number][] = [];
  crew!.run(
    { task: 'nobody knows it', given: null, rows: 40, size: 1 },
    40,
    (part) => `here ${part}`,
    (found, part) => taken.push([found, part]),
  );
  expect(taken).toEqual(Array.from({ length: 40 }, (_, part) => [`here ${part}`, part]));
});
