// Average marginal effects with delta-method standard errors: the mean over the cases of what a predictor does to what is predicted.
import { mayEnd } from '../../numerics/parts.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import type { DesignColumn } from '../regression/design.ts';
import { estimateOf } from './estimates.ts';
import { indicesOf, type Layout } from './indices.ts';
import type { Responses } from './kernels.ts';

export interface TermMargin {
  readonly term: string;
  /** One a value that the model predicts: of an ordered outcome, one a level. */
  readonly effects: readonly {
    readonly effect: number;
    readonly se: number | null;
    readonly z: number | null;
    readonly p: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

export interface MarginInput {
  /** Every column of the model, cut to its cases. */
  readonly columns: readonly DesignColumn[];
  readonly n: number;
  readonly layout: Layout;
  readonly theta: Float64Array;
  readonly covariance: Matrix;
  readonly responses: Responses;
  readonly weights?: Float64Array;
  /** Dummies as derivatives too, as some programs have them. */
  readonly derivatives?: boolean;
  /** 0.95 when left out. */
  readonly confidence?: number;
}

/** A column's factors' own values, taken from the columns of the factors alone; null where one of them is not in the model. */
type Mains = ReadonlyMap<string, Float64Array>;
const textOf = (variable: string, level: string | null): string => (level === null ? variable : `${variable}.${level}`);

/**
 * A number's effect is the mean derivative ∂E/∂x, a dummy's the mean change from the reference, with the category's other dummies at 0
 * (Greene 2012, Econometric Analysis, §17.3; Long & Freese 2014). Products with other predictors follow along; a product has no effect
 * of its own and is not here, nor is a term whose factors do not stand in the model alone.
 */
export function marginalEffects(input: MarginInput): readonly TermMargin[] {
  const { columns } = input;
  const mains: Mains = new Map(columns.filter((one) => one.variables.length === 1).map((one) => [one.text, one.values]));
  return columns.flatMap((column): TermMargin[] => {
    if (column.variables.length !== 1) return [];
    const [variable, level] = [column.variables[0]!, column.levels[0]!];
    const touched = columns.filter((one) => one.variables.includes(variable));
    if (touched.some((one) => one.variables.some((name, at) => !mains.has(textOf(name, one.levels[at]!))))) return [];
    return [
      {
        term: column.text,
        effects:
          level === null || input.derivatives === true ? derivative(input, mains, variable, level) : change(input, mains, variable, level),
      },
    ];
  });
}

/** The product of a column's factors' values but the one at `without`. */
function others(column: DesignColumn, mains: Mains, without: (at: number) => boolean, n: number): Float64Array {
  const product = new Float64Array(n).fill(1);
  for (const [at, name] of column.variables.entries()) {
    if (without(at)) continue;
    const values = mains.get(textOf(name, column.levels[at]!))!;
    for (let row = 0; row < n; row++) product[row] = product[row]! * values[row]!;
  }
  return product;
}

function derivative(input: MarginInput, mains: Mains, variable: string, level: string | null): TermMargin['effects'] {
  const { columns, n, layout, theta, responses } = input;
  const q = layout.intercepts.length;
  // ∂x_c/∂v of every column: by the product rule, should the variable stand in a product twice.
  const slopes = columns.map((column): Float64Array | null => {
    const places = column.variables.flatMap((name, at) => (name === variable && column.levels[at] === level ? [at] : []));
    if (places.length === 0) return null;
    const total = new Float64Array(n);
    for (const place of places) {
      const one = others(column, mains, (at) => at === place, n);
      for (let row = 0; row < n; row++) total[row] = total[row]! + one[row]!;
    }
    return total;
  });
  const x = columns.map((column) => column.values);
  return averaged(input, (row, weight, to) => {
    indicesOf(layout, x, theta, row, to.eta);
    responses.at(to.eta, to.value, to.d, to.dd);
    // Of every index: its derivative by the variable.
    for (let r = 0; r < q; r++) {
      let along = 0;
      const first = layout.slopes[r]!;
      if (first >= 0) for (const [c, slope] of slopes.entries()) if (slope !== null) along += theta[first + c]! * slope[row]!;
      to.along[r] = along;
    }
    for (let m = 0; m < responses.count; m++) {
      const gradient = to.gradients[m]!;
      for (let r = 0; r < q; r++) {
        const own = to.d[m * q + r]!;
        to.effects[m] = to.effects[m]! + weight * own * to.along[r]!;
        const first = layout.slopes[r]!;
        if (first >= 0)
          for (const [c, slope] of slopes.entries())
            if (slope !== null) gradient[first + c] = gradient[first + c]! + weight * own * slope[row]!;
        // The response's derivative moves with every index.
        let bend = 0;
        for (let s = 0; s < q; s++) bend += to.dd[(m * q + s) * q + r]! * to.along[s]!;
        addIndex(layout, x, row, r, weight * bend, gradient);
      }
    }
  });
}

function change(input: MarginInput, mains: Mains, variable: string, level: string): TermMargin['effects'] {
  const { columns, n, layout, theta, responses } = input;
  const q = layout.intercepts.length;
  const asIf = (held: string | null): Float64Array[] =>
    columns.map((column) => {
      if (!column.variables.includes(variable)) return column.values;
      const off = column.variables.some((name, at) => name === variable && column.levels[at] !== held);
      return off ? new Float64Array(n) : others(column, mains, (at) => column.variables[at] === variable, n);
    });
  const worlds = [
    { x: asIf(level), sign: 1 },
    { x: asIf(null), sign: -1 },
  ];
  return averaged(input, (row, weight, to) => {
    for (const { x, sign } of worlds) {
      indicesOf(layout, x, theta, row, to.eta);
      responses.at(to.eta, to.value, to.d, to.dd);
      for (let m = 0; m < responses.count; m++) {
        to.effects[m] = to.effects[m]! + sign * weight * to.value[m]!;
        for (let r = 0; r < q; r++) addIndex(layout, x, row, r, sign * weight * to.d[m * q + r]!, to.gradients[m]!);
      }
    }
  });
}

function addIndex(layout: Layout, x: readonly Float64Array[], row: number, r: number, factor: number, to: Float64Array): void {
  if (factor === 0) return;
  const at = layout.intercepts[r]!;
  if (at >= 0) to[at] = to[at]! + factor;
  const first = layout.slopes[r]!;
  if (first >= 0) for (let j = 0; j < x.length; j++) to[first + j] = to[first + j]! + factor * x[j]![row]!;
}

interface Room {
  readonly eta: Float64Array;
  readonly along: Float64Array;
  readonly value: Float64Array;
  readonly d: Float64Array;
  readonly dd: Float64Array;
  readonly effects: Float64Array;
  readonly gradients: readonly Float64Array[];
}

function averaged(input: MarginInput, add: (row: number, weight: number, to: Room) => void): TermMargin['effects'] {
  const { n, layout, responses, covariance, weights } = input;
  const q = layout.intercepts.length;
  const m = responses.count;
  const room: Room = {
    eta: new Float64Array(q),
    along: new Float64Array(q),
    value: new Float64Array(m),
    d: new Float64Array(m * q),
    dd: new Float64Array(m * q * q),
    effects: new Float64Array(m),
    gradients: Array.from({ length: m }, () => new Float64Array(layout.size)),
  };
  const total = weights === undefined ? n : weights.reduce((sum, one) => sum + one, 0);
  for (let row = 0; row < n; row++) {
    if (row % 0x10000 === 0) mayEnd();
    add(row, (weights?.[row] ?? 1) / total, room);
  }
  return room.gradients.map((gradient, at) => {
    let variance = 0;
    for (let i = 0; i < layout.size; i++)
      for (let j = 0; j < layout.size; j++) variance += gradient[i]! * covariance[i]![j]! * gradient[j]!;
    const effect = room.effects[at]!;
    // A probability that no case leaves 0 or 1 has no variance to test it by.
    if (!(variance > 0)) return { effect, se: variance === 0 ? 0 : null, z: null, p: null, low: null, high: null };
    const { se, z, p, low, high } = estimateOf(effect, variance, input.confidence ?? 0.95);
    return { effect, se, z, p, low, high };
  });
}
