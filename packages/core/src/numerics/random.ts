// A seeded source of random numbers, the same on every machine. Nothing else in the core draws at random.
import { log } from './exponential.ts';

export interface SeededRandom {
  /** In [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** A whole number in 0..below-1, each equally likely. */
  integer(below: number): number;
}

/**
 * Generator xoshiro128** (Blackman & Vigna 2021, ACM TOMS 47(4):36) with its state filled from `seed` by
 * splitmix-style hashing; normals by Marsaglia & Bray's polar method (1964, SIAM Review 6:260–264).
 */
export function seededRandom(seed: number): SeededRandom {
  // An array of 32-bit words: as variables they would outgrow the engine's small integers, and each draw would allocate.
  const word = new Int32Array(4);
  let spare = NaN;
  let state = (Math.trunc(seed) ^ Math.trunc(seed / 4294967296)) | 0;
  const fill = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x85ebca6b);
    z ^= z >>> 13;
    z = Math.imul(z, 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
  word[0] = fill();
  word[1] = fill();
  word[2] = fill();
  word[3] = fill() | 1; // the all-zero state would stay zero

  const next = (): number => {
    const a = word[0]!;
    const b = word[1]!;
    const c = word[2]! ^ a;
    const d = word[3]! ^ b;
    const five = Math.imul(b, 5);
    word[0] = a ^ d;
    word[1] = b ^ c;
    word[2] = c ^ (b << 9);
    word[3] = (d << 11) | (d >>> 21);
    return Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
  };
  const uniform = (): number => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const value = spare;
      spare = NaN;
      return value;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * log(s)) / s);
      spare = v * factor;
      return u * factor;
    }
  };
  const integer = (below: number): number => {
    // Draws beyond the last whole multiple of `below` are thrown away, so that no value is favoured.
    const limit = 4294967296 - (4294967296 % below);
    for (;;) {
      const draw = next();
      if (draw < limit) return draw % below;
    }
  };
  return { uniform, normal, integer };
}
