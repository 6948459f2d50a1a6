// The exponential, the logarithm, their relatives and real powers from IEEE 754's basic operations, which every machine and every version
// of the JavaScript engine rounds alike. Math.exp and its like are not: engines take them from different libraries. Everywhere else in the
// product uses these. Circular functions are trigonometry.ts, whole powers powers.ts.
//
// Algorithms and coefficients: FDLIBM 5.3 (Sun Microsystems 1993, freely licensed: e_exp.c, s_expm1.c, e_log.c, s_log1p.c, e_log10.c,
// s_tanh.c, e_atanh.c, e_pow.c). Errors are below one unit in the last place unless a function says otherwise
// (reference values: test/numbers/elementary.test.ts).

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
/** Where the word with sign and exponent stands: behind the other on little-endian machines. */
const HIGH = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;

function highWord(x: number): number {
  bits[0] = x;
  return words[HIGH]!;
}

/** x without the lower half of its digits. */
function upperHalf(x: number): number {
  bits[0] = x;
  words[1 - HIGH] = 0;
  return bits[0]!;
}

/** Powers of two from 2⁻¹⁰²³ to 2¹⁰²³: looked up faster than put together from bits. */
const powersOfTwo = new Float64Array(2047).fill(1);
for (let k = 1; k <= 1023; k++) {
  powersOfTwo[1023 + k] = powersOfTwo[1022 + k]! * 2;
  powersOfTwo[1023 - k] = powersOfTwo[1024 - k]! / 2;
}

/** 2ᵏ for |k| ≤ 1023. */
function twoTo(k: number): number {
  return powersOfTwo[k + 1023]!;
}

/** y·2ᵏ, rounded once. */
function scaled(y: number, k: number): number {
  if (k >= -1021 && k <= 1023) return y * twoTo(k);
  return k > 0 ? y * 2 * twoTo(k - 1) : y * twoTo(k + 1000) * 9.332636185032189e-302;
}

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const PER_LN2 = 1.4426950408889634;
const TWO_54 = 18014398509481984;

/** Coefficients of r − r²·(…), the even part of r·coth(r/2). */
const [P1, P2, P3, P4, P5] = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6, 4.1381367970572385e-8,
];
const evenPart = (t: number): number => t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));

/** eˣ; 0 below −745.14, Infinity above 709.79. */
export function exp(x: number): number {
  if (!(x <= 709.782712893383973096)) return x > 0 ? Infinity : NaN;
  if (x < -745.13321910194110842) return 0;
  const size = Math.abs(x);
  if (size < 3.725290298461914e-9) return 1 + x;
  // x = k·ln 2 + r with |r| ≤ ln(2)/2, ln 2 in two parts so that r keeps its digits.
  const k = size > 0.34657359027997264 ? Math.trunc(PER_LN2 * x + (x < 0 ? -0.5 : 0.5)) : 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = r - evenPart(r * r);
  return scaled(1 - (low - (r * c) / (2 - c) - high), k);
}

const [Q1, Q2, Q3, Q4, Q5] = [
  -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-5, 4.008217827329362e-6, -2.0109921818362437e-7,
];

/** eˣ − 1, with all its digits near 0. */
export function expm1(x: number): number {
  if (!(x <= 709.782712893383973096)) return x > 0 ? Infinity : NaN;
  if (x < -56 * 0.6931471805599453) return -1;
  const size = Math.abs(x);
  if (size < 5.551115123125783e-17) return x;
  const k = size <= 0.34657359027997264 ? 0 : size < 1.0397207708399179 ? Math.sign(x) : Math.trunc(PER_LN2 * x + (x < 0 ? -0.5 : 0.5));
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  const half = 0.5 * r;
  const even = r * half;
  const r1 = 1 + even * (Q1 + even * (Q2 + even * (Q3 + even * (Q4 + even * Q5))));
  const t = 3 - r1 * half;
  let e = even * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - even);
  e = r * (e - lost) - lost - even;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scaled(1 - (e - r), k) - 1;
  if (k < 20) return scaled(1 - twoTo(-k) - (e - r), k);
  return scaled(r - (e + twoTo(-k)) + 1, k);
}

const [L1, L2, L3, L4, L5, L6, L7] = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805, 0.15313837699209373,
  0.14798198605116586,
];

/** ln x; −Infinity for 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  let k = 0;
  let at = x;
  if (at < 2.2250738585072014e-308) {
    k = -54;
    at *= TWO_54;
  }
  // x = 2ᵏ(1 + f) with √2/2 < 1 + f < √2.
  let high = highWord(at);
  const exponent = (high >> 20) - 1023;
  high &= 0x000fffff;
  const up = (high + 0x95f64) >> 20;
  const f = at * twoTo(-exponent) * (up === 1 ? 0.5 : 1) - 1;
  k += exponent + up;
  const dk = k;
  if ((0x000fffff & (2 + high)) < 3) {
    if (f === 0) return k === 0 ? 0 : dk * LN2_HIGH + dk * LN2_LOW;
    const r = f * f * (0.5 - 0.3333333333333333 * f);
    return k === 0 ? f - r : dk * LN2_HIGH - (r - dk * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  if (((high - 0x6147a) | (0x6b851 - high)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : dk * LN2_HIGH - (half - (s * (half + r) + dk * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : dk * LN2_HIGH - (s * (f - r) - dk * LN2_LOW - f);
}

/** ln(1 + x), with all its digits near 0; −Infinity for −1, NaN below. */
export function log1p(x: number): number {
  if (!(x > -1) || x === Infinity) return x === -1 ? -Infinity : x > 0 ? x : NaN;
  const size = Math.abs(x);
  if (size < 5.551115123125783e-17) return x;
  if (size < 1.862645149230957e-9) return x - x * x * 0.5;
  let k = 0;
  let f = x;
  let high = 1;
  let lost = 0;
  // Outside √2/2 − 1 … √2 − 1: 1 + x = 2ᵏ(1 + f), and what the sum 1 + x rounded away.
  if (x >= 0.41421356237309503 || x <= -0.2928932188134524) {
    const sum = x < 9007199254740992 ? 1 + x : x;
    high = highWord(sum);
    const exponent = (high >> 20) - 1023;
    k = exponent;
    if (x < 9007199254740992) lost = (k > 0 ? 1 - (sum - x) : x - (sum - 1)) / sum;
    high &= 0x000fffff;
    if (high < 0x6a09e) {
      f = sum * twoTo(-exponent) - 1;
    } else {
      k += 1;
      f = sum * twoTo(-exponent) * 0.5 - 1;
      high = (0x00100000 - high) >> 2;
    }
  }
  const half = 0.5 * f * f;
  if (high === 0) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (lost + k * LN2_LOW);
    const r = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - (k * LN2_LOW + lost) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
  return k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + (k * LN2_LOW + lost)) - f);
}

const [LOG10_2_HIGH, LOG10_2_LOW, PER_LN10] = [0.30102999566361177, 3.694239077158931e-13, 0.4342944819032518];

/** log₁₀ x; whole for whole powers of ten. */
export function log10(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  let k = 0;
  let at = x;
  if (at < 2.2250738585072014e-308) {
    k = -54;
    at *= TWO_54;
  }
  const exponent = (highWord(at) >> 20) - 1023;
  k += exponent;
  const down = k < 0 ? 1 : 0;
  const reduced = at * twoTo(-exponent) * (down === 1 ? 0.5 : 1);
  const y = k + down;
  return y * LOG10_2_LOW + PER_LN10 * log(reduced) + y * LOG10_2_HIGH;
}

/** (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ), within two units in the last place. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 2.7755575615628914e-17 || Number.isNaN(x)) return x;
  const sign = x < 0 ? -1 : 1;
  if (size >= 22) return sign;
  if (size >= 1) return sign * (1 - 2 / (expm1(2 * size) + 2));
  const t = expm1(-2 * size);
  return sign * (-t / (t + 2));
}

/** ½·ln((1 + x)/(1 − x)), Fisher's z of a correlation, within two units in the last place; ±Infinity at ±1, NaN beyond. */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size < 3.725290298461914e-9) return x;
  const sign = x < 0 ? -1 : 1;
  const twice = size + size;
  return sign * 0.5 * (size < 0.5 ? log1p(twice + (twice * size) / (1 - size)) : log1p(twice / (1 - size)));
}

const [W1, W2, W3, W4, W5, W6] = [
  0.5999999999999946, 0.4285714285785502, 0.33333332981837743, 0.272728123808534, 0.23066074577556175, 0.20697501780033842,
];
const [LN2, LN2_UPPER, LN2_REST] = [0.6931471805599453, 0.6931471824645996, -1.904654299957768e-9];
/** 2/(3·ln 2), its upper half and the rest; log₂ 1.5 likewise. */
const [CP, CP_UPPER, CP_REST] = [0.9617966939259756, 0.9617967009544373, -7.028461650952758e-9];
const [LOG2_3_2_UPPER, LOG2_3_2_REST] = [0.5849624872207642, 1.350039202129749e-8];

/** xʸ for x > 0 (0 for x = 0, y > 0) and any finite y; NaN for negative x: whole powers of those are `wholePower`. */
export function power(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (!(x >= 0) || !Number.isFinite(y) || x === Infinity) return x === Infinity && Number.isFinite(y) ? (y > 0 ? Infinity : 0) : NaN;
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (Math.abs(y) > 1e20) return x > 1 === y > 0 ? Infinity : 0;
  // y·log₂ x in two parts.
  const [log2Upper, log2Rest] = log2InParts(x);
  const yUpper = upperHalf(y);
  const rest = (y - yUpper) * log2Upper + y * log2Rest;
  const upper = yUpper * log2Upper;
  const z = rest + upper;
  if (z > 1024) return Infinity;
  if (z <= -1076) return 0;
  const n = Math.abs(z) > 0.5 ? Math.trunc(z + (z < 0 ? -0.5 : 0.5)) : 0;
  const left = upper - n;
  const t = upperHalf(rest + left);
  const u = t * LN2_UPPER;
  const v = (rest - (t - left)) * LN2 + t * LN2_REST;
  const r = u + v;
  const w = v - (r - u);
  const c = r - evenPart(r * r);
  return scaled(1 - ((r * c) / (c - 2) - (w + r * w) - r), n);
}

/** log₂ of a positive number to some 75 bits: its upper half, and what is missing. */
function log2InParts(x: number): readonly [number, number] {
  let n = 0;
  let at = x;
  if (at < 2.2250738585072014e-308) {
    at *= 9007199254740992;
    n = -53;
  }
  const high = highWord(at);
  const exponent = (high >> 20) - 1023;
  n += exponent;
  const digits = high & 0x000fffff;
  const third = digits > 0x3988e && digits < 0xbb67a;
  const up = digits >= 0xbb67a;
  if (up) n += 1;
  const m = at * twoTo(-exponent) * (up ? 0.5 : 1);
  const base = third ? 1.5 : 1;
  const u = m - base;
  const v = 1 / (m + base);
  const s = u * v;
  const sUpper = upperHalf(s);
  const tUpper = upperHalf(m + base);
  const tRest = m - (tUpper - base);
  const sRest = v * (u - sUpper * tUpper - sUpper * tRest);
  const s2 = s * s;
  const tail = s2 * s2 * (W1 + s2 * (W2 + s2 * (W3 + s2 * (W4 + s2 * (W5 + s2 * W6))))) + sRest * (sUpper + s);
  const square = sUpper * sUpper;
  const threeUpper = upperHalf(3 + square + tail);
  const threeRest = tail - (threeUpper - 3 - square);
  const product = sUpper * threeUpper;
  const productRest = sRest * threeUpper + threeRest * s;
  const pUpper = upperHalf(product + productRest);
  const pRest = productRest - (pUpper - product);
  const zUpper = CP_UPPER * pUpper;
  const zRest = CP_REST * pUpper + pRest * CP + (third ? LOG2_3_2_REST : 0);
  const whole = third ? LOG2_3_2_UPPER : 0;
  const sum = upperHalf(zUpper + zRest + whole + n);
  return [sum, zRest - (sum - n - whole - zUpper)];
}
