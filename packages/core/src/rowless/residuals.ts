// What residuals weigh row by row, asked of whoever has the rows: Σ ωᵢxᵢxᵢ′ and Σ eᵢ⁴ of a fit whose coefficients are known. Sums over all
// rows come back, and no residual.
import type { Matrix } from '../numerics/linear-algebra.ts';
import { plainSlopes, type Linear, type PlainSlope } from './columns.ts';
import { NEEDS_ROUND, NeedsRows } from './needs-rows.ts';
import { combined, commonMask } from './linear.ts';
import { linearOf } from './columns.ts';
import { crossedOf } from './products.ts';

/** A sum of answers without its conditions: the same rows for all of them. */
export interface PlainForm {
  readonly constant: number;
  readonly parts: readonly (readonly [name: string, table: readonly number[]])[];
  /** What measures add: factor · (x − pivot) + shift. */
  readonly slopes?: readonly PlainSlope[];
}

export interface AskedResiduals {
  /** By which ω is made of a squared residual and a leverage. */
  readonly kind: string;
  readonly n: number;
  /** (X′X)⁻¹, the intercept first, of the columns below. */
  readonly bread: Matrix;
  readonly columns: readonly PlainForm[];
  readonly residual: PlainForm;
}

/** What comes back: Σ ωᵢxᵢxᵢ′, the intercept first, and Σ eᵢ⁴. Null: a case determines a coefficient by itself. */
export interface ResidualSums {
  readonly meat: Matrix | null;
  readonly fourth: number;
}

/** `x`: less `means`; `slopes` with the intercept first. Throws `NeedsRows` until a round has told it. */
export function residualSums(
  kind: string,
  given: {
    readonly x: readonly Linear[];
    /** Columns without whose answers a row takes no part. */
    readonly cases: readonly Linear[];
    readonly means: readonly number[];
    readonly y: Linear;
    readonly b: readonly number[];
    readonly bread: Matrix;
    readonly n: number;
  },
): ResidualSums {
  const { x, cases, means, y, b, bread, n } = given;
  const { source } = y;
  const mask = commonMask(cases);
  const less = x.map((column, j) => linearOf(combined([{ of: column, factor: 1 }], -means[j]!))!);
  const residual = linearOf(combined([{ of: y, factor: 1 }, ...less.map((of, j) => ({ of, factor: -b[j + 1]! }))], -b[0]!))!;
  const names = [...residual.parts.keys()];
  // Combined levels of one part are not those of another.
  if (mask.level !== null || names.some((name) => crossedOf(name).length > 1)) throw new NeedsRows();
  const plain = (one: Linear): PlainForm => ({
    constant: one.constant,
    parts: [...one.parts].map(([name, table]) => [name, [...table]]),
    ...plainSlopes(one),
  });
  const asked: AskedResiduals = { kind, n, bread, columns: less.map(plain), residual: plain(residual) };
  const form = JSON.stringify({
    where: mask.where,
    needs: mask.complete,
    level: null,
    constant: 0,
    parts: names.map((name) => [name, [...residual.parts.get(name)!]]),
    values: names.map((name) => source.valuesOf(name)),
    ...plainSlopes(residual),
    residuals: asked,
  });
  const found = source.sumsOf(form);
  if (found === null) throw new NeedsRows(NEEDS_ROUND);
  const size = x.length + 1;
  const meat = found.slice(0, size * size).some(Number.isNaN)
    ? null
    : Array.from({ length: size }, (_, i) => found.slice(i * size, (i + 1) * size));
  return { meat, fourth: found[size * size]! };
}
