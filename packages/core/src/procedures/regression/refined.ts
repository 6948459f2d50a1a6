// Least squares in twice the precision: for predictors that are nearly dependent (a polynomial, a year with its square, Longley's series)
// and wherever it costs next to nothing. Everything else of a fit is ols.ts.
import {
  addTimes,
  negative,
  over,
  plus,
  product,
  root,
  times,
  twofold,
  twofoldColumn,
  type Twofold,
  type TwofoldColumn,
} from '../../numerics/double-double.ts';
import type { Triangle } from './triangle.ts';

/** A column is nearly dependent when what the columns before it leave of it is below this share of its length, the mean included. */
const NEARLY = 3e-3;
/** Work, rows × columns²: so little is always done in twice the precision; beyond so much, only what would be useless otherwise. */
const LITTLE = 4000;
const MUCH = 4e7;
const USELESS = 1e-7;

/** Whether twice the precision is worth its price: always for little work, else where the triangle tells of a nearly dependent column. */
export function isWorthRefining({ n, r }: Triangle, predictors: number): boolean {
  const work = n * (predictors + 1) * (predictors + 1);
  if (work <= LITTLE) return true;
  let least = 1;
  for (let j = 1; j <= predictors; j++) {
    let length = 0;
    for (let i = 0; i <= j; i++) length += r[i]![j]! * r[i]![j]!;
    if (length > 0) least = Math.min(least, Math.abs(r[j]![j]!) / Math.sqrt(length));
  }
  return least < (work > MUCH ? USELESS : NEARLY);
}

export interface Refined {
  /** Of the intercept, where there is one, and of each predictor. */
  readonly b: readonly number[];
  /** (X′X)⁻¹. */
  readonly inverse: readonly (readonly number[])[];
  readonly residuals: Float64Array;
  readonly ssResidual: number;
  /** What the columns before it leave of each column, as a share of its length: 0 of one that they determine. */
  readonly shares: readonly number[];
}

/**
 * Modified Gram–Schmidt, twice a column (Giraud, Langou & Rozložník 2005, Computers & Mathematics with Applications 50:1069–1075), on
 * [1 x₁ … xₖ y] in twice the precision; b from R·b = Q′y, (X′X)⁻¹ = R⁻¹R⁻ᵀ. `intercept` false leaves out the column of ones. Null: a column
 * is determined by those before it to the last digit.
 */
export function refinedFit(y: Float64Array, x: readonly Float64Array[], intercept = true): Refined | null {
  const given = [...(intercept ? [new Float64Array(y.length).fill(1)] : []), ...x];
  const size = given.length;
  const basis: TwofoldColumn[] = [];
  const r: Twofold[][] = Array.from({ length: size + 1 }, () => []);
  const shares: number[] = [];
  /** Takes off what lies along the basis; how much of each goes into a column of the triangle. */
  const project = (column: TwofoldColumn, into: number): void => {
    for (let pass = 0; pass < 2; pass++)
      for (const [i, unit] of basis.entries()) {
        const along = product(unit, column);
        addTimes(column, negative(along), unit);
        r[into]![i] = pass === 0 ? along : plus(r[into]![i]!, along);
      }
  };
  for (const [j, values] of given.entries()) {
    const column = twofoldColumn(values);
    const before = root(product(column, column));
    project(column, j);
    const length = root(product(column, column));
    shares.push(before.high === 0 ? 0 : length.high / before.high);
    if (length.high === 0) return null;
    r[j]![j] = length;
    const inverse = over(twofold(1), length);
    const unit = twofoldColumn(new Float64Array(y.length));
    addTimes(unit, inverse, column);
    basis.push(unit);
  }
  const residuals = twofoldColumn(y);
  project(residuals, size);
  const solved = (right: readonly Twofold[]): Twofold[] => {
    const out: Twofold[] = Array.from({ length: size }, () => twofold(0));
    for (let i = size - 1; i >= 0; i--) {
      let rest = right[i]!;
      for (let j = i + 1; j < size; j++) rest = plus(rest, negative(times(r[j]![i]!, out[j]!)));
      out[i] = over(rest, r[i]![i]!);
    }
    return out;
  };
  const columns = given.map((_, j) => solved(given.map((__, i) => twofold(i === j ? 1 : 0))));
  const inverse = given.map((_, i) =>
    given.map((__, j) => {
      let total = twofold(0);
      for (let m = Math.max(i, j); m < size; m++) total = plus(total, times(columns[m]![i]!, columns[m]![j]!));
      return total.high;
    }),
  );
  return {
    b: solved(r[size]!).map((one) => one.high),
    inverse,
    residuals: residuals.high,
    ssResidual: product(residuals, residuals).high,
    shares,
  };
}

export interface OriginFit {
  readonly n: number;
  readonly b: readonly number[];
  readonly se: readonly number[];
  /** 1 − SSE/Σy²: around 0, not around the mean. */
  readonly r2: number;
  readonly ssRegression: number;
  readonly ssResidual: number;
  readonly df1: number;
  readonly df2: number;
  readonly f: number;
}

/** Least squares through the origin, as SPSS REGRESSION /ORIGIN; null where predictors are dependent or cases too few. */
export function fitThroughOrigin(y: Float64Array, x: readonly Float64Array[]): OriginFit | null {
  const [n, df1] = [y.length, x.length];
  const df2 = n - df1;
  const found = df2 < 1 ? null : refinedFit(y, x, false);
  if (found === null) return null;
  const own = twofoldColumn(y);
  const total = product(own, own);
  const ssRegression = plus(total, twofold(-found.ssResidual)).high;
  const variance = found.ssResidual / df2;
  return {
    n,
    b: found.b,
    se: found.inverse.map((row, j) => Math.sqrt(variance * row[j]!)),
    r2: ssRegression / total.high,
    ssRegression,
    ssResidual: found.ssResidual,
    df1,
    df2,
    f: ssRegression / df1 / variance,
  };
}
