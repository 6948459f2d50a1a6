// Texts that are alike are found by hashes, in turns where they are many: those that comparing each with all before it finds.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstAlike, keyOf, likenessOf } from './keys.ts';

it('is the first that is alike, in however many turns', () => {
  const text = fc.oneof(fc.constantFrom('A1', 'a1', 'Ａ１', ' a 1', '007', "'007", '7', ''), fc.string({ maxLength: 4 }));
  let found = 0;
  fc.assert(
    fc.property(fc.array(text, { maxLength: 40 }), fc.constantFrom(1, 3, 1000), fc.boolean(), (texts, atOnce, byLikeness) => {
      const alike = byLikeness ? likenessOf : keyOf;
      const expected = texts.map((one, at) =>
        Math.min(
          at,
          texts.findIndex((other) => alike(other) === alike(one)),
        ),
      );
      expect([...firstAlike(texts, alike, atOnce)]).toEqual(expected);
      if (expected.some((first, at) => first !== at)) found++;
    }),
    { seed: 9, numRuns: 400 },
  );
  expect(found).toBeGreaterThan(100);
});

it('takes no two texts of one hash for one', () => {
  // FNV-1a in 32 bits of both is the same.
  const hash = (text: string): number => [...text].reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 0x01000193), 0x811c9dc5);
  const seen = new Map<number, string>();
  const pairs: (readonly [string, string])[] = [];
  for (let number = 0; number < 300_000 && pairs.length < 3; number++) {
    const text = `P${number}-${number % 7}`;
    const before = seen.get(hash(text));
    if (before !== undefined) pairs.push([before, text]);
    seen.set(hash(text), text);
  }
  expect(pairs.length).toBe(3);
  for (const pair of pairs) for (const atOnce of [1, 10]) expect([...firstAlike([...pair, pair[0]], keyOf, atOnce)]).toEqual([0, 1, 0]);
});
