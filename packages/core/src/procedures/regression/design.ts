// Columns of a design matrix: a number as it is, a category as one dummy for each level but its reference, a product as all
// products of its factors' columns. Missing values stay NaN; what becomes of them is the missing policy's.
import type { Codes, Points } from '../../counts/points.ts';

import { levelsOf, valuesOf } from '../../rowless/columns.ts';
import { productOfColumns } from '../../rowless/products.ts';

export interface DesignColumn {
  /** Canonical text: `pol_training`, `age.middle`, `com_amenity:mode.cities`. */
  readonly text: string;
  readonly variables: readonly string[];
  readonly levels: readonly (string | null)[];
  readonly values: Float64Array;
}

export type Factor =
  /** `points`: the same values, where they are kept as points; then `values` are made when somebody asks. */
  | { readonly kind: 'number'; readonly name: string; readonly values: Float64Array; readonly points?: Points }
  | {
      readonly kind: 'category';
      readonly name: string;
      readonly codes: Codes;
      readonly levels: readonly string[];
      readonly reference: string;
    };

/** One column for a number, k − 1 for a category of k levels, in order of declaration. */
function columnsOfFactor(factor: Factor): DesignColumn[] {
  if (factor.kind === 'number') return [{ text: factor.name, variables: [factor.name], levels: [null], values: factor.values }];
  const columns: DesignColumn[] = [];
  for (const [index, level] of factor.levels.entries()) {
    if (level === factor.reference) continue;
    columns.push({
      text: `${factor.name}.${level}`,
      variables: [factor.name],
      levels: [level],
      values: dummyOf(factor.codes, index),
    });
  }
  return columns;
}

function dummyOf(codes: Codes, index: number): Float64Array {
  const counted = levelsOf(codes);
  if (counted === null) return Float64Array.from(codes, (code) => (code < 0 ? NaN : code === index ? 1 : 0));
  const { source, category, within } = counted;
  return valuesOf(
    source,
    category,
    Float64Array.from({ length: source.valuesOf(category).length }, (_, level) => (level === index ? 1 : 0)),
    within,
  );
}

/** Columns of a term: one factor, or the products of several. */
export function columnsOfTerm(factors: readonly Factor[]): DesignColumn[] {
  return factors.map(columnsOfFactor).reduce((left, right) =>
    left.flatMap((a) =>
      right.map((b) => ({
        text: `${a.text}:${b.text}`,
        variables: [...a.variables, ...b.variables],
        levels: [...a.levels, ...b.levels],
        values: productOfColumns(a.values, b.values) ?? a.values.map((value, row) => value * b.values[row]!),
      })),
    ),
  );
}
