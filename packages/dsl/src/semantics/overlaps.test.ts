// Overlapping codes, found by sorting, are those that comparing each with each finds.
import type { Code } from '@studyspec/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlapsOf, type Overlap } from './overlaps.ts';

const bound = fc.option(fc.record({ value: fc.integer({ min: 0, max: 6 }), open: fc.boolean() }), { nil: null });
const code: fc.Arbitrary<Code> = fc.oneof(
  fc.integer({ min: 0, max: 6 }).map((value): Code => ({ kind: 'number', value })),
  fc.constantFrom('a', 'b', '__proto__').map((text): Code => ({ kind: 'text', text })),
  fc.constant<Code>({ kind: 'blank' }),
  fc
    .tuple(bound, bound)
    .filter(([low, high]) => low === null || high === null || low.value <= high.value)
    .map(([low, high]): Code => ({ kind: 'range', low, high })),
);

/** By the definition: two codes have a value in common. Quarters stand for what lies between whole numbers. */
function common(a: Code, b: Code): boolean {
  if (a.kind === 'blank' || b.kind === 'blank') return a.kind === b.kind;
  if (a.kind === 'text' || b.kind === 'text') return a.kind === 'text' && b.kind === 'text' && a.text === b.text;
  const holds = (one: Code, x: number): boolean =>
    one.kind === 'number'
      ? one.value === x
      : one.kind === 'range' &&
        (one.low === null || x > one.low.value || (x === one.low.value && !one.low.open)) &&
        (one.high === null || x < one.high.value || (x === one.high.value && !one.high.open));
  return Array.from({ length: 37 }, (_, i) => -1 + i / 4).some((x) => holds(a, x) && holds(b, x));
}

it('each with each', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ codes: fc.array(code, { maxLength: 4 }) }), { maxLength: 6 }), (levels) => {
      const expected: Overlap[] = [];
      for (let second = 1; second < levels.length; second += 1) {
        for (let first = 0; first < second; first += 1) {
          levels[first]!.codes.forEach((a, at) => {
            levels[second]!.codes.forEach((b, other) => {
              if (common(a, b)) expected.push({ first, at, second, other });
            });
          });
        }
      }
      // An interval that is open at both ends of one value holds nothing, and is no code: comparing calls it neither way.
      fc.pre(
        !levels.some(({ codes }) =>
          codes.some(
            (one) =>
              one.kind === 'range' &&
              one.low !== null &&
              one.high !== null &&
              one.low.value === one.high.value &&
              (one.low.open || one.high.open),
          ),
        ),
      );
      expect(overlapsOf(levels)).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});

it('of thousands of levels with one code a thousand are told', () => {
  expect(overlapsOf(Array.from({ length: 20_000 }, () => ({ codes: [{ kind: 'number' as const, value: 1 }] })))).toHaveLength(1000);
});
