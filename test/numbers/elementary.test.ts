// Elementary functions that are the same in every version of the JavaScript engine: against 534 values of mpmath (each held against bc, see
// mpmath/elementary.py), by their own laws, and beside the engine's.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asin,
  atan,
  atan2,
  atanh,
  cos,
  cube,
  decimalExponent,
  exp,
  expm1,
  hypotenuse,
  log,
  log10,
  log1p,
  power,
  sin,
  square,
  tanh,
  tenTo,
  wholePower,
} from '@studyspec/core';

interface Golden {
  readonly engine: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, readonly (readonly number[])[]>>;
}
const golden = JSON.parse(readFileSync(new URL('golden/elementary.json', import.meta.url), 'utf8')) as Golden;

const unary = { exp, expm1, log, log1p, log10, tanh, atanh, sin, cos, atan, asin } as const;
const binary = { power, atan2 } as const;
/** In units in the last place. FDLIBM promises less than one; two functions are made of two such steps, and say so. */
const allowed: Readonly<Record<string, number>> = { tanh: 2, atanh: 2 };

/** Distance from a double to the next one. */
function unit(x: number): number {
  const bits = new Float64Array([Math.abs(x)]);
  const whole = new BigInt64Array(bits.buffer);
  whole[0]! += 1n;
  return bits[0]! - Math.abs(x);
}
const apart = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / unit(b));

describe('reference values', () => {
  it.each(Object.keys(golden.values))('%s', (name) => {
    const rows = golden.values[name]!;
    expect(rows.length).toBeGreaterThan(20);
    const errors = rows.map((row) => {
      const [nearest, missing] = row.slice(-2) as [number, number];
      const got = name in binary ? binary[name as keyof typeof binary](row[0]!, row[1]!) : unary[name as keyof typeof unary](row[0]!);
      return { row, error: Math.abs(got - nearest - missing) / unit(nearest) };
    });
    const worst = errors.reduce((a, b) => (b.error > a.error ? b : a));
    expect(worst.error, JSON.stringify(worst.row)).toBeLessThan(allowed[name] ?? 1);
  });
});

describe('laws', () => {
  const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

  it('agree with the engine to two units in the last place', () => {
    const beside: readonly (readonly [string, (x: number) => number, (x: number) => number, number, number])[] = [
      ['exp', exp, Math.exp, -740, 709],
      ['expm1', expm1, Math.expm1, -40, 709],
      ['log', log, Math.log, 5e-324, 1.7e308],
      ['log1p', log1p, Math.log1p, -1, 1.7e308],
      ['log10', log10, Math.log10, 5e-324, 1.7e308],
      ['tanh', tanh, Math.tanh, -25, 25],
      ['atanh', atanh, Math.atanh, -1, 1],
      ['sin', sin, Math.sin, -8e5, 8e5],
      ['cos', cos, Math.cos, -8e5, 8e5],
      ['atan', atan, Math.atan, -1e308, 1e308],
      ['asin', asin, Math.asin, -1, 1],
    ];
    for (const [name, mine, theirs, min, max] of beside) {
      fc.assert(
        fc.property(finite(min, max), (x) => {
          if (!(apart(mine(x), theirs(x)) <= 2)) throw new Error(`${name}(${x}): ${mine(x)} and ${theirs(x)}`);
        }),
        { seed: 11, numRuns: 2000 },
      );
    }
    fc.assert(
      fc.property(finite(-1e3, 1e3), finite(-1e3, 1e3), (y, x) => apart(atan2(y, x), Math.atan2(y, x)) <= 2),
      { seed: 11, numRuns: 2000 },
    );
    fc.assert(
      fc.property(finite(1e-300, 1e300), finite(-5, 5), (x, y) => apart(power(x, y), Math.pow(x, y)) <= 2),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(finite(-700, 700), (x) => Math.abs(log(exp(x)) - x) <= 4 * unit(x) + 2.3e-16),
      { seed: 12, numRuns: 2000 },
    );
    fc.assert(
      fc.property(finite(-0.999, 30), (x) => Math.abs(expm1(log1p(x)) - x) <= 4 * unit(x) * (1 + Math.abs(log1p(x)))),
      { seed: 12, numRuns: 2000 },
    );
    fc.assert(
      fc.property(finite(-0.999, 0.999), (x) => Math.abs(tanh(atanh(x)) - x) <= 8 * unit(x)),
      { seed: 12, numRuns: 2000 },
    );
    fc.assert(
      fc.property(finite(-1.5, 1.5), (x) => Math.abs(asin(sin(x)) - x) <= 1e-14),
      { seed: 12, numRuns: 2000 },
    );
  });

  it('rise where they rise, and are odd or even where they are', () => {
    for (const [f, min, max] of [
      [exp, -700, 700],
      [expm1, -30, 700],
      [log, 1e-300, 1e300],
      [log1p, -0.999999, 1e300],
      [atan, -1e6, 1e6],
      [asin, -1, 1],
      [tanh, -20, 20],
      [atanh, -0.9999, 0.9999],
    ] as const) {
      // From one double to the next some thousand on: no step may go down.
      fc.assert(
        fc.property(finite(min, max), fc.integer({ min: 1, max: 4000 }), (x, steps) => {
          const next = x + steps * unit(x);
          return next > max || f(next) >= f(x);
        }),
        { seed: 13, numRuns: 1000 },
      );
    }
    fc.assert(
      fc.property(
        finite(-8e5, 8e5),
        (x) => sin(-x) === -sin(x) && cos(-x) === cos(x) && Math.abs(square(sin(x)) + square(cos(x)) - 1) < 4e-16,
      ),
      { seed: 13 },
    );
    fc.assert(
      fc.property(finite(0, 1), (x) => asin(-x) === -asin(x) && atan(-x) === -atan(x) && tanh(-x) === -tanh(x)),
      { seed: 13 },
    );
  });

  it('know their ends', () => {
    expect([exp(710), exp(-746), exp(-745), exp(NaN), exp(-Infinity), exp(Infinity), exp(0)]).toEqual([
      Infinity,
      0,
      5e-324,
      NaN,
      0,
      Infinity,
      1,
    ]);
    expect([expm1(-Infinity), expm1(-100), expm1(710), expm1(NaN), expm1(1e-300)]).toEqual([-1, -1, Infinity, NaN, 1e-300]);
    expect([log(0), log(-1), log(Infinity), log(1), log(5e-324), log(NaN)]).toEqual([-Infinity, NaN, Infinity, 0, -744.4400719213812, NaN]);
    expect([log1p(-1), log1p(-2), log1p(Infinity), log1p(NaN)]).toEqual([-Infinity, NaN, Infinity, NaN]);
    expect([log10(0), log10(-1), log10(Infinity), log10(NaN)]).toEqual([-Infinity, NaN, Infinity, NaN]);
    for (let n = 0; n <= 22; n++) expect(log10(tenTo(n))).toBe(n);
    expect([atanh(1), atanh(-1), atanh(1.1), atanh(NaN), tanh(NaN), tanh(40), tanh(-40)]).toEqual([
      Infinity,
      -Infinity,
      NaN,
      NaN,
      NaN,
      1,
      -1,
    ]);
    expect([
      power(2, 10),
      power(4, 0.5),
      power(0, 2),
      power(0, -2),
      power(-1, 2),
      power(1, 1e300),
      power(0.5, 1e300),
      power(2, 1e300),
      power(3, 0),
      power(Infinity, -1),
      power(2, NaN),
    ]).toEqual([1024, 2, 0, Infinity, NaN, 1, 0, Infinity, 1, 0, NaN]);
    expect([sin(1e6), cos(1e6), sin(Infinity), cos(NaN)]).toEqual([NaN, NaN, NaN, NaN]);
    expect([asin(1), asin(-1), asin(1.0001), asin(NaN), atan(Infinity), atan(-Infinity), atan(NaN)]).toEqual([
      Math.PI / 2,
      -Math.PI / 2,
      NaN,
      NaN,
      Math.PI / 2,
      -Math.PI / 2,
      NaN,
    ]);
    for (const y of [0, -0, 1, -1, Infinity, -Infinity])
      for (const x of [0, -0, 1, -1, Infinity, -Infinity]) expect(atan2(y, x), `${y} ${x}`).toBe(Math.atan2(y, x));
    expect(atan2(NaN, 1)).toBeNaN();
  });
});

describe('whole powers, powers of ten and lengths', () => {
  it('are exact where they can be', () => {
    for (let n = -323; n <= 308; n++) expect(tenTo(n)).toBe(Number(`1e${n}`));
    expect([tenTo(309), tenTo(-400), wholePower(2, 60), wholePower(-3, 5), wholePower(2, -3), wholePower(7, 0), cube(-3)]).toEqual([
      Infinity,
      0,
      2 ** 60,
      -243,
      0.125,
      1,
      -27,
    ]);
    expect([0, NaN, Infinity, 1, 9.999999999999998, 10, 1e-5, 0.001, 999.9999999999999, 1000, -250].map(decimalExponent)).toEqual([
      0, 0, 0, 0, 0, 1, -5, -3, 2, 3, 2,
    ]);
  });

  it('stay close to the truth', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        fc.integer({ min: -60, max: 60 }),
        (x, n) => Math.abs(wholePower(x, n) / power(x, n) - 1) < 4e-15,
      ),
      { seed: 14 },
    );
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (a, b) => apart(hypotenuse(a, b), Math.hypot(a, b)) <= 2 || Math.hypot(a, b) < 1e-307,
      ),
      { seed: 14, numRuns: 2000 },
    );
    expect([
      hypotenuse(3, 4),
      hypotenuse(3 * 2 ** 900, 4 * 2 ** 900) / 2 ** 900,
      hypotenuse(3 * 2 ** -900, 4 * 2 ** -900) * 2 ** 900,
      hypotenuse(0, 0),
      hypotenuse(Infinity, 1),
      hypotenuse(NaN, 1),
    ]).toEqual([5, 5, 5, 0, Infinity, NaN]);
  });
});
