// Circular functions and their inverses from IEEE 754's basic operations, the same on every machine and in every version of the JavaScript
// engine (see exponential.ts). Algorithms and coefficients: FDLIBM 5.3 (Sun Microsystems 1993, freely licensed: k_sin.c, k_cos.c,
// e_rem_pio2.c, s_atan.c, e_atan2.c, e_asin.c). Errors are below one unit in the last place.

const PER_HALF_PI = 0.6366197723675814;
/** π/2 in three parts of 33 bits, each with what is left after it. */
const [PART_1, REST_1] = [1.5707963267341256, 6.077100506506192e-11];
const [PART_2, REST_2] = [6.077100506303966e-11, 2.0222662487959506e-21];
const [PART_3, REST_3] = [2.0222662487111665e-21, 8.4784276603689e-32];
/** Further out, quarter turns cannot be taken off with these parts: nothing here goes there. */
const FARTHEST = 800_000;

const [S1, S2, S3, S4, S5, S6] = [
  -0.16666666666666632, 0.00833333333332249, -0.0001984126982985795, 2.7557313707070068e-6, -2.5050760253406863e-8, 1.58969099521155e-10,
];
const [C1, C2, C3, C4, C5, C6] = [
  0.0416666666666666, -0.001388888888887411, 2.480158728947673e-5, -2.7557314351390663e-7, 2.087572321298175e-9, -1.1359647557788195e-11,
];

/** Sine of x in radians, |x| ≤ 800,000; NaN beyond. */
export function sin(x: number): number {
  if (Math.abs(x) <= Math.PI / 4) return sinNear0(x, 0);
  return quarter(x, 0);
}

/** Cosine of x in radians, |x| ≤ 800,000; NaN beyond. */
export function cos(x: number): number {
  if (Math.abs(x) <= Math.PI / 4) return cosNear0(x, 0);
  return quarter(x, 1);
}

/** sin(x + turns·π/2). */
function quarter(x: number, turns: number): number {
  if (!(Math.abs(x) <= FARTHEST)) return NaN;
  const n = Math.trunc(PER_HALF_PI * x + (x < 0 ? -0.5 : 0.5));
  let high = x - n * PART_1;
  let rest = n * REST_1;
  let y = high - rest;
  // Where the subtraction cancels, the next parts of π/2 count.
  if (Math.abs(y) < Math.abs(x) * 1.52587890625e-5) {
    let before = high;
    high = before - n * PART_2;
    rest = n * REST_2 - (before - high - n * PART_2);
    y = high - rest;
    if (Math.abs(y) < Math.abs(x) * 1.7763568394002505e-15) {
      before = high;
      high = before - n * PART_3;
      rest = n * REST_3 - (before - high - n * PART_3);
      y = high - rest;
    }
  }
  const tail = high - y - rest;
  switch ((((n + turns) % 4) + 4) % 4) {
    case 0:
      return sinNear0(y, tail);
    case 1:
      return cosNear0(y, tail);
    case 2:
      return -sinNear0(y, tail);
    default:
      return -cosNear0(y, tail);
  }
}

/** sin(x + tail), |x| ≤ π/4. */
function sinNear0(x: number, tail: number): number {
  const z = x * x;
  const v = z * x;
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
  return tail === 0 ? x + v * (S1 + z * r) : x - (z * (0.5 * tail - v * r) - tail - v * S1);
}

/** cos(x + tail), |x| ≤ π/4. */
function cosNear0(x: number, tail: number): number {
  const z = x * x;
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * tail));
}

const [A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10] = [
  0.3333333333333293, -0.19999999999876483, 0.14285714272503466, -0.11111110405462356, 0.09090887133436507, -0.0769187620504483,
  0.06661073137387531, -0.058335701337905735, 0.049768779946159324, -0.036531572744216916, 0.016285820115365782,
];

/** Angle whose tangent is x, within ±π/2. */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x)) return NaN;
  const sign = x < 0 ? -1 : 1;
  if (size >= 7.378697629483821e19) return sign * (1.5707963267948966 + 6.123233995736766e-17);
  if (size < 0.4375) return size < 7.450580596923828e-9 ? x : x - x * atanSeries(x);
  // atan x = atan c + atan((x − c)/(1 + c·x)) for c = ½, 1, 1½, ∞, each in two parts.
  if (size < 0.6875) return sign * around((2 * size - 1) / (2 + size), 0.4636476090008061, 2.2698777452961687e-17);
  if (size < 1.1875) return sign * around((size - 1) / (size + 1), 0.7853981633974483, 3.061616997868383e-17);
  if (size < 2.4375) return sign * around((size - 1.5) / (1 + 1.5 * size), 0.982793723247329, 1.3903311031230998e-17);
  return sign * around(-1 / size, 1.5707963267948966, 6.123233995736766e-17);
}

function around(t: number, centre: number, rest: number): number {
  return centre - (t * atanSeries(t) - rest - t);
}

function atanSeries(t: number): number {
  const z = t * t;
  const w = z * z;
  return z * (A0 + w * (A2 + w * (A4 + w * (A6 + w * (A8 + w * A10))))) + w * (A1 + w * (A3 + w * (A5 + w * (A7 + w * A9))));
}

const PI_REST = 1.2246467991473532e-16;

/** Angle of the point (x, y) from the x axis, −π to π. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const below = y < 0 || Object.is(y, -0);
  const left = x < 0 || Object.is(x, -0);
  if (y === 0) return left ? (below ? -Math.PI : Math.PI) : y;
  if (x === 0) return below ? -Math.PI / 2 : Math.PI / 2;
  if (Number.isFinite(x) && !Number.isFinite(y)) return below ? -Math.PI / 2 : Math.PI / 2;
  const angle = Number.isFinite(x) ? atan(Math.abs(y / x)) : Number.isFinite(y) ? 0 : Math.PI / 4;
  const positive = left ? Math.PI - (angle - PI_REST) : angle;
  return below ? -positive : positive;
}

const [N0, N1, N2, N3, N4, N5] = [
  0.16666666666666666, -0.3255658186224009, 0.20121253213486293, -0.04005553450067941, 0.0007915349942898145, 3.479331075960212e-5,
];
const [D1, D2, D3, D4] = [-2.403394911734414, 2.0209457602335057, -0.6882839716054533, 0.07703815055590194];
/** π/2 is this more than the double nearest to it. */
const HALF_PI_REST = 6.123233995736766e-17;

/** Angle whose sine is x, within ±π/2; NaN outside −1 to 1. */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  const sign = x < 0 ? -1 : 1;
  if (size === 1) return sign * (Math.PI / 2);
  if (size < 0.5) return size < 7.450580596923828e-9 ? x : x + x * asinRatio(x * x);
  const t = (1 - size) * 0.5;
  const s = Math.sqrt(t);
  const ratio = asinRatio(t);
  if (size >= 0.975) return sign * (Math.PI / 2 - (2 * (s + s * ratio) - HALF_PI_REST));
  const upper = Math.fround(s);
  const rest = (t - upper * upper) / (s + upper);
  const quarterPi = Math.PI / 4;
  return sign * (quarterPi - (2 * s * ratio - (HALF_PI_REST - 2 * rest) - (quarterPi - 2 * upper)));
}

function asinRatio(t: number): number {
  return (t * (N0 + t * (N1 + t * (N2 + t * (N3 + t * (N4 + t * N5)))))) / (1 + t * (D1 + t * (D2 + t * (D3 + t * D4))));
}
