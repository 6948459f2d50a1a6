// Eigenvalues and eigenvectors of a symmetric matrix: Householder's reduction to three diagonals, then QL with implicit shifts (Bowdler,
// Martin, Reinsch & Wilkinson 1968, Numerische Mathematik 11:293–306; procedures tred2 and tql2 of EISPACK). The steps, and so every last
// digit, are those of ml-matrix 6, whose every cell is a call: in short runs these loops are never compiled, and calls are what they cost.

/** `vectors[k * n + i]`: i-th coordinate of the eigenvector of the k-th value. */
export interface Eigen {
  /** Ascending. */
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Of a matrix of at least one row. */
export function eigenOfSymmetric(a: readonly (readonly number[])[]): Eigen {
  const n = a.length;
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) v[j * n + i] = a[i]![j]!;
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  reduce(n, d, e, v);
  iterate(n, d, e, v);
  return { values: d, vectors: v };
}

/** To three diagonals: `d` and, beside it, `e`; `v` becomes what was turned. */
function reduce(n: number, d: Float64Array, e: Float64Array, v: Float64Array): void {
  for (let j = 0; j < n; j++) d[j] = v[j * n + n - 1]!;
  for (let i = n - 1; i > 0; i--) {
    let scale = 0;
    let h = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(d[k]!);
    if (scale === 0) {
      e[i] = d[i - 1]!;
      for (let j = 0; j < i; j++) {
        d[j] = v[j * n + i - 1]!;
        v[j * n + i] = 0;
        v[i * n + j] = 0;
      }
    } else {
      for (let k = 0; k < i; k++) {
        const one = d[k]! / scale;
        d[k] = one;
        h += one * one;
      }
      let f = d[i - 1]!;
      let g = Math.sqrt(h);
      if (f > 0) g = -g;
      e[i] = scale * g;
      h -= f * g;
      d[i - 1] = f - g;
      e.fill(0, 0, i);
      for (let j = 0; j < i; j++) {
        f = d[j]!;
        v[i * n + j] = f;
        const line = j * n;
        g = e[j]! + v[line + j]! * f;
        for (let k = j + 1; k < i; k++) {
          const cell = v[line + k]!;
          g += cell * d[k]!;
          e[k] = e[k]! + cell * f;
        }
        e[j] = g;
      }
      f = 0;
      for (let j = 0; j < i; j++) {
        const one = e[j]! / h;
        e[j] = one;
        f += one * d[j]!;
      }
      const half = f / (h + h);
      for (let j = 0; j < i; j++) e[j] = e[j]! - half * d[j]!;
      for (let j = 0; j < i; j++) {
        f = d[j]!;
        g = e[j]!;
        const line = j * n;
        for (let k = j; k < i; k++) v[line + k] = v[line + k]! - (f * e[k]! + g * d[k]!);
        d[j] = v[line + i - 1]!;
        v[line + i] = 0;
      }
    }
    d[i] = h;
  }
  for (let i = 0; i < n - 1; i++) {
    v[i * n + n - 1] = v[i * n + i]!;
    v[i * n + i] = 1;
    const h = d[i + 1]!;
    const next = (i + 1) * n;
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = v[next + k]! / h;
      for (let j = 0; j <= i; j++) {
        const line = j * n;
        let g = 0;
        for (let k = 0; k <= i; k++) g += v[next + k]! * v[line + k]!;
        for (let k = 0; k <= i; k++) v[line + k] = v[line + k]! - g * d[k]!;
      }
    }
    v.fill(0, next, next + i + 1);
  }
  for (let j = 0; j < n; j++) {
    d[j] = v[j * n + n - 1]!;
    v[j * n + n - 1] = 0;
  }
  v[n * n - 1] = 1;
  e[0] = 0;
}

/** From three diagonals to the values, in `d`, ascending, and the vectors, in `v`. */
function iterate(n: number, d: Float64Array, e: Float64Array, v: Float64Array): void {
  for (let i = 1; i < n; i++) e[i - 1] = e[i]!;
  e[n - 1] = 0;
  let f = 0;
  let largest = 0;
  for (let l = 0; l < n; l++) {
    largest = Math.max(largest, Math.abs(d[l]!) + Math.abs(e[l]!));
    const small = Number.EPSILON * largest;
    let m = l;
    while (m < n && !(Math.abs(e[m]!) <= small)) m++;
    if (m > l) {
      do {
        let g = d[l]!;
        let p = (d[l + 1]! - g) / (2 * e[l]!);
        let r = hypotenuse(p, 1);
        if (p < 0) r = -r;
        d[l] = e[l]! / (p + r);
        d[l + 1] = e[l]! * (p + r);
        const below = d[l + 1]!;
        let h = g - d[l]!;
        for (let i = l + 2; i < n; i++) d[i] = d[i]! - h;
        f += h;
        p = d[m]!;
        let [c, c2, c3] = [1, 1, 1];
        const beside = e[l + 1]!;
        let [s, s2] = [0, 0];
        for (let i = m - 1; i >= l; i--) {
          c3 = c2;
          c2 = c;
          s2 = s;
          g = c * e[i]!;
          h = c * p;
          r = hypotenuse(p, e[i]!);
          e[i + 1] = s * r;
          s = e[i]! / r;
          c = p / r;
          p = c * d[i]! - s * g;
          d[i + 1] = h + s * (c * g + s * d[i]!);
          turn(v, i * n, (i + 1) * n, n, s, c);
        }
        p = (-s * s2 * c3 * beside * e[l]!) / below;
        e[l] = s * p;
        d[l] = c * p;
      } while (Math.abs(e[l]!) > small);
    }
    d[l] = d[l]! + f;
    e[l] = 0;
  }
  sort(n, d, v);
}

function turn(v: Float64Array, one: number, next: number, n: number, s: number, c: number): void {
  for (let k = 0; k < n; k++) {
    const h = v[next + k]!;
    const own = v[one + k]!;
    v[next + k] = s * own + c * h;
    v[one + k] = c * own - s * h;
  }
}

function sort(n: number, d: Float64Array, v: Float64Array): void {
  for (let i = 0; i < n - 1; i++) {
    let k = i;
    for (let j = i + 1; j < n; j++) if (d[j]! < d[k]!) k = j;
    if (k === i) continue;
    [d[k], d[i]] = [d[i]!, d[k]!];
    const line = v.slice(i * n, i * n + n);
    v.copyWithin(i * n, k * n, k * n + n);
    v.set(line, k * n);
  }
}

/** √(a² + b²) without an overflow in between. */
function hypotenuse(a: number, b: number): number {
  if (Math.abs(a) > Math.abs(b)) {
    const ratio = b / a;
    return Math.abs(a) * Math.sqrt(1 + ratio * ratio);
  }
  if (b === 0) return 0;
  const ratio = a / b;
  return Math.abs(b) * Math.sqrt(1 + ratio * ratio);
}
