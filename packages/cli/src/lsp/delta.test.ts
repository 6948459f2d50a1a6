// What crosses the thread, put to what was there before, is what was sent; and what did not change does not cross.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applied, deltaOf, type Delta } from './delta.ts';

const leaf = fc.oneof(fc.double({ noNaN: false }), fc.string({ maxLength: 3 }), fc.constant(null), fc.constant('__proto__'));
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.array(fc.tuple(fc.constantFrom('x', 'y', '__proto__', 'z'), tie('value')), { maxLength: 4 }).map((pairs) => new Map(pairs)),
    fc.array(fc.double(), { maxLength: 3 }).map((numbers) => Float64Array.from(numbers)),
  ),
}));

/** The same value with some parts replaced, the others the same objects. */
function altered(one: unknown, next: () => number, other: () => unknown): unknown {
  const roll = next();
  if (roll < 0.15) return other();
  if (roll < 0.4) return one;
  if (Array.isArray(one)) return one.map((part) => altered(part, next, other));
  if (one instanceof Map) return new Map([...one].map(([key, part]) => [key, altered(part, next, other)]));
  if (typeof one === 'object' && one !== null && Object.getPrototypeOf(one) === Object.prototype)
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, altered(part, next, other)]));
  return one;
}

it('gives what was sent, after any changes', () => {
  fc.assert(
    fc.property(
      value,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
      value,
      (first, rolls, other) => {
        let at = 0;
        const next = (): number => rolls[at++ % rolls.length]!;
        const second = altered(first, next, () => other);
        const held = structuredClone(first);
        const got = applied(held, structuredClone(deltaOf(first, second)));
        expect(isDeepStrictEqual(got, structuredClone(second))).toBe(true);
        expect(isDeepStrictEqual(held, structuredClone(first))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

it('sends of two analyses the one that changed, and of a thousand numbers the few that did', () => {
  const table = { rows: Array.from({ length: 100 }, (_, i) => ({ i })) };
  const quantities = new Map(Array.from({ length: 1000 }, (_, i) => [`q${i}`, { value: i }]));
  const before = { regressions: [{ table }, { table }], quantities };
  const changed = new Map(quantities).set('q7', { value: -1 });
  const delta = deltaOf(before, { regressions: [{ table }, { table: { rows: [] } }], quantities: changed });
  const values = (one: Delta): number =>
    one.kind === 'value'
      ? 1
      : one.kind === 'map'
        ? one.changed.length
        : one.kind === 'list'
          ? one.parts.map(values).reduce((a, b) => a + b, 0)
          : one.kind === 'fields'
            ? one.parts.map(([, part]) => values(part)).reduce((a, b) => a + b, 0)
            : 0;
  expect(values(delta)).toBe(2);
  expect(JSON.stringify(delta).length).toBeLessThan(600);
});

it('tells other keys, in their order, from the same ones', () => {
  const before = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  for (const now of [
    new Map([
      ['b', 2],
      ['a', 1],
    ]),
    new Map([['a', 1]]),
    new Map([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]),
  ])
    expect([...(applied(before, deltaOf(before, now)) as Map<string, number>)]).toEqual([...now]);
});
