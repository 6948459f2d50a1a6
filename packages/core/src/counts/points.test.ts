// Where codes become wider, and where there are no points any more: at the bounds themselves.
import { expect, it } from 'vitest';
import { emptyCodes, floatsOf, MOST_POINTS, pointsOf } from './points.ts';

it.each([
  [1, 1],
  [128, 1],
  [129, 2],
  [32_768, 2],
  [32_769, 4],
  [70_000, 4],
])('%i levels stand in codes of %i bytes, the last among them', (levels, bytes) => {
  const codes = emptyCodes(3, levels);
  expect(codes.BYTES_PER_ELEMENT).toBe(bytes);
  codes[1] = levels - 1;
  expect([...codes]).toEqual([-1, levels - 1, -1]);
});

it('of so many numbers there are points, of one more there are none', () => {
  const numbers = (count: number) => Float64Array.from({ length: count + 1 }, (_, at) => (at === 0 ? NaN : (at * 7) % (count + 7)));
  const most = numbers(MOST_POINTS);
  expect(floatsOf(pointsOf(most)!)).toEqual(most);
  expect(pointsOf(numbers(MOST_POINTS + 1))).toBeNull();
});
