// Packed texts are the texts: an array of them is the judge, for texts of all sorts, in packs that are whole, cut off and put together
// anew.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstAlike, keyOf, likenessOf, stayApart } from './keys.ts';
import { picked, TextPacker, type PackedTexts } from './packed-texts.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function packed(texts: readonly string[]): PackedTexts {
  const packer = new TextPacker();
  for (const text of texts) {
    const bytes = encode(`<${text}>`);
    packer.add(bytes, 1, bytes.length - 1);
  }
  return packer.finish();
}

const text = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 99_999 }).map((id) => `P${String(id).padStart(7, '0')}`) },
  { weight: 3, arbitrary: fc.nat(300).map(String) },
  { weight: 2, arbitrary: fc.constantFrom('a', 'A', 'ab', '', ' a', '=1', "'x", '１', '满意', 'é', '😀', 'x'.repeat(64), 'x'.repeat(65)) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
/** Some of one sort alone, as ids are. */
const texts = fc.oneof(
  fc.array(text, { maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 999 }).map(String), { minLength: 1, maxLength: 60 }),
  fc.array(fc.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}$/u), { minLength: 1, maxLength: 60 }),
);

describe('packed texts', () => {
  it('are the texts, one by one and all in order', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(59), { maxLength: 20 }), (all, asked) => {
        const own = packed(all);
        expect(own.length).toBe(all.length);
        expect([...own]).toEqual(all);
        for (const place of asked) expect(own.at(place)).toBe(all[place]);
        expect(own.at(all.length)).toBeUndefined();
        expect([...own.entries()]).toEqual([...all.entries()]);
        expect(own.map((one, at) => `${at} ${one}`)).toEqual(all.map((one, at) => `${at} ${one}`));
        expect(own.filter((one) => one > 'P')).toEqual(all.filter((one) => one > 'P'));
        expect(own.every((one) => one !== '')).toBe(all.every((one) => one !== ''));
        for (let a = 0; a < all.length; a += 7) for (let b = 0; b < all.length; b++) expect(own.areSame(a, b)).toBe(all[a] === all[b]);
      }),
      { seed: 17, numRuns: 400 },
    );
  });

  it('say of their signs what is true, and that keys stay apart only where they do', () => {
    let apart = 0;
    fc.assert(
      fc.property(texts, (given) => {
        const all = [...new Set(given)];
        const own = packed(all);
        const bytes = new Set(all.flatMap((one) => [...encode(one)]));
        for (let byte = 0; byte < 256; byte++) expect(own.holds(byte)).toBe(bytes.has(byte));
        let from = 0;
        for (const { count, longest, numbered } of own.parts) {
          const part = all.slice(from, (from += count));
          expect(longest).toBe(Math.max(...part.map((one) => encode(one).length)));
          if (numbered) for (const one of part) expect(one).toMatch(/\d/u);
        }
        expect(from).toBe(all.length);
        for (const alike of [keyOf, likenessOf]) {
          if (!stayApart(own, alike)) continue;
          apart++;
          expect([...firstAlike(all, alike)]).toEqual([...all.keys()]);
          expect(new Set(all.map(alike)).size).toBe(all.length);
        }
      }),
      { seed: 17, numRuns: 400 },
    );
    expect(apart).toBeGreaterThan(100);
  });

  it('stay the texts in packs of thousands, some taken out or chosen', () => {
    const all = Array.from({ length: 21_000 }, (_, at) => (at % 5003 === 7 ? `${'long '.repeat(20)}${at}` : `V${(at * 7919) % 100_003}`));
    const own = packed(all);
    expect([...own].join()).toBe(all.join());
    for (let at = 0; at < all.length; at += 37) expect(own.at((at * 31) % all.length)).toBe(all[(at * 31) % all.length]);
    const gone = [0, 1, 4095, 4096, 12_288, ...Array.from({ length: 4096 }, (_, at) => 16_384 + at), 20_999];
    const left = all.filter((_, at) => !gone.includes(at));
    const without = own.without(Int32Array.from(gone));
    expect(without.length).toBe(left.length);
    expect([...without].join()).toBe(left.join());
    for (let at = 0; at < left.length; at += 97) expect(without.at(at)).toBe(left[at]);
    const places = [20_000, 5, 5, 4096, 0];
    expect([...picked(own, places)]).toEqual(places.map((place) => all[place]));
    expect(picked(all, places)).toEqual(places.map((place) => all[place]));
  });

  it('take few bytes', () => {
    const size = (all: PackedTexts): number => all.parts.reduce((sum, part) => sum + part.size, 0) / all.length;
    expect(size(packed(Array.from({ length: 100_000 }, (_, at) => `P${String(at).padStart(7, '0')}`)))).toBeLessThan(2.2);
    const long = packed(
      Array.from({ length: 20_000 }, (_, at) => `52042${at % 10}19${String((at * 7919) % 10_000_000_000).padStart(10, '0')}`),
    );
    expect(size(long)).toBeLessThan(8);
  });
});
