// Predictors less their mean, and the simple slopes of a product: what `center` and `slopes` make of a fit.
import { square } from '../../numerics/powers.ts';
import { atOrigin, type LinearFit } from '../../procedures/regression/ols.ts';
import type { DesignColumn } from '../../procedures/regression/design.ts';
import { significantRegion, simpleSlope, type SignificantRegion, type SimpleSlope } from '../../procedures/regression/slopes.ts';

export interface SlopesJob {
  /** The number whose slope is asked for. */
  readonly of: string;
  /** What it depends on: a number (at its mean and one SD to either side) or a category (at each level). */
  readonly at: string;
  /** Levels of a category, the reference among them; null of a number. */
  readonly levels: readonly string[] | null;
}

export interface SlopeAt {
  /** `[mode, cities]`, or `[low]`, `[mean]`, `[high]`. */
  readonly level: readonly string[];
  /** Of a number: its value there, in its own unit. */
  readonly value: number | null;
  readonly slope: SimpleSlope;
}
export interface Slopes {
  readonly at: readonly SlopeAt[];
  /** Of a number, in its own unit; null where the slope is significant everywhere or nowhere. */
  readonly region: SignificantRegion | null;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The columns of the cases with the named numbers less their mean over those cases; a product is made anew of its factors,
 * which stand in the model themselves.
 */
export function centredColumns(
  design: readonly Pick<DesignColumn, 'text' | 'variables' | 'levels'>[],
  x: readonly Float64Array[],
  center: readonly string[],
): { readonly x: readonly Float64Array[]; readonly means: ReadonlyMap<string, number> } {
  const means = new Map<string, number>();
  if (center.length === 0) return { x, means };
  const single = new Map<string, Float64Array>();
  for (const [j, column] of design.entries()) {
    if (column.variables.length > 1) continue;
    const values = x[j]!;
    if (!center.includes(column.variables[0]!)) single.set(column.text, values);
    else {
      const mean = meanOf(values);
      means.set(column.text, mean);
      single.set(
        column.text,
        values.map((value) => value - mean),
      );
    }
  }
  return {
    means,
    x: design.map((column, j) => {
      if (!column.variables.some((name) => center.includes(name))) return x[j]!;
      const factors = column.variables.map((name, i) => single.get(column.levels[i] == null ? name : `${name}.${column.levels[i]}`));
      return factors.some((factor) => factor === undefined)
        ? x[j]!
        : factors.slice(1).reduce((product, factor) => product!.map((value, row) => value * factor![row]!), factors[0])!;
    }),
  };
}

const spreadOf = (values: Float64Array): { readonly mean: number; readonly sd: number } => {
  const mean = meanOf(values);
  return { mean, sd: Math.sqrt(values.reduce((sum, value) => sum + square(value - mean), 0) / (values.length - 1)) };
};

/**
 * The slopes of `of` at the values of `at`; null where one of their columns is not in the model. `x` and `fit` are of the same columns;
 * `spread`: mean and SD of one of them.
 */
export function slopesOf(
  fit: LinearFit,
  design: readonly Pick<DesignColumn, 'text' | 'variables' | 'levels'>[],
  x: readonly Float64Array[],
  means: ReadonlyMap<string, number>,
  job: SlopesJob,
  confidence: number,
  spread: (column: number) => { readonly mean: number; readonly sd: number } = (column) => spreadOf(x[column]!),
): Slopes | null {
  const place = design.findIndex((column) => column.text === job.of);
  const products = design.flatMap((column, j) =>
    column.variables.length === 2 && column.variables.includes(job.of) && column.variables.includes(job.at)
      ? [{ j, level: column.levels[column.variables.indexOf(job.at)] ?? null }]
      : [],
  );
  if (place < 0 || products.length === 0) return null;
  const b = fit.coefficients.map((one) => one.b);
  const s2 = fit.ssResidual / fit.df2;
  const covariance = fit.perfect
    ? null
    : (fit.covariance ?? atOrigin(fit.unscaledCovariance, fit.offsets).map((row) => row.map((value) => value * s2)));
  const own = { at: place + 1, times: 1 };
  if (job.levels !== null)
    return {
      region: null,
      at: job.levels.map((level) => {
        const product = products.find((one) => one.level === level);
        const more = product === undefined ? [] : [{ at: product.j + 1, times: 1 }];
        return { level: [job.at, level], value: null, slope: simpleSlope(b, covariance, [own, ...more], fit.df2, confidence) };
      }),
    };
  const moderator = design.findIndex((column) => column.text === job.at);
  if (moderator < 0) return null;
  const { mean, sd } = spread(moderator);
  const moved = means.get(job.at) ?? 0;
  const product = products[0]!.j + 1;
  const at = (name: string, value: number): SlopeAt => ({
    level: [name],
    value: value + moved,
    slope: simpleSlope(b, covariance, [own, { at: product, times: value }], fit.df2, confidence),
  });
  const region =
    covariance === null
      ? null
      : significantRegion(
          { b: b[place + 1]!, variance: covariance[place + 1]![place + 1]! },
          { b: b[product]!, variance: covariance[product]![product]! },
          covariance[place + 1]![product]!,
          fit.df2,
          confidence,
        );
  return {
    at: [at('low', mean - sd), at('mean', mean), at('high', mean + sd)],
    region: region === null ? null : { ...region, low: region.low + moved, high: region.high + moved },
  };
}
