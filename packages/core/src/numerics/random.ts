// A seeded source of random numbers, the same on every machine. Nothing else in the core draws at random.

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
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let spare: number | null = null;
  let state = (Math.trunc(seed) ^ Math.trunc(seed / 4294967296)) | 0;
  const fill = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x85ebca6b);
    z ^= z >>> 13;
    z = Math.imul(z, 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
  a = fill();
  b = fill();
  c = fill();
  d = fill() | 1; // the all-zero state would stay zero

  const next = (): number => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  const uniform = (): number => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
  const normal = (): number => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
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
