// `entropy_weights`, `critic`, `ahp`, `index_weights`, `coupling`, `obstacle`, `topsis`, `topsis_index`: weights of members, and what is
// made with them.
import {
  averagedWeights,
  couplingCoordination,
  criticWeights,
  describe,
  entropyWeights,
  judgedWeights,
  listwiseColumns,
  multipliedWeights,
  normalised,
  obstacleDegrees,
  proportionalWeights,
  sum,
  topsis,
  variationWeights,
  vectorNormalised,
  weightedMembers,
  type NoWeights,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { matrix, names, numbers } from './columns.ts';

type Named<T> = Record<string, T>;
const named = <T>(of: readonly string[], values: readonly T[]): Named<T> => Object.fromEntries(of.map((name, at) => [name, values[at]!]));
const found = <T extends object>(weights: T | NoWeights): T => {
  if ('why' in weights) throw new Unsupported(`no weights: ${weights.why}`);
  return weights;
};
/** `"1/3"` is a fraction. */
const figure = (value: unknown): number => {
  const [over, under] = String(value).split('/').map(Number);
  return under === undefined ? over! : over! / under;
};
const judged = (ratios: unknown) => judgedWeights((ratios as readonly (readonly unknown[])[]).map((row) => row.map(figure)));
const judgement = (ratios: unknown): OracleValues => {
  const { lambda, consistencyIndex, consistencyRatio } = judged(ratios);
  return { lambda_max: lambda, ci: consistencyIndex, cr: consistencyRatio };
};
const summary = (values: Float64Array, head: number): OracleValues => {
  const { mean, sd, min, max } = describe(values);
  return { mean, sd, min, max, head: [...values.slice(0, head)] };
};
const weighted = (columns: readonly Float64Array[], weights: readonly number[]): Float64Array =>
  weightedMembers(columns, weights, columns.length, 'arithmetic').values;

/** Complete rows of the items, as they stand and brought to 0..1. */
function itemsOf(data: OracleData, items: readonly string[], options: OracleOptions) {
  const raw = listwiseColumns(items.map((name) => numbers(data, name, options)));
  const negative = names(options.negative);
  const limits = (options.limits ?? {}) as Named<readonly [number, number]>;
  const z = items.map((name, at) => {
    const limit = limits[name];
    const ends = limit === undefined ? null : { low: limit[0], high: limit[1] };
    return normalised(raw[at]!, limit === undefined ? 'range' : 'scale', { reversed: negative.includes(name), ends })!;
  });
  return { raw, z };
}

function byMethod(method: string, z: readonly Float64Array[], raw: readonly Float64Array[]): readonly number[] {
  switch (method) {
    case 'equal':
      return proportionalWeights(z.map(() => 1));
    case 'entropy':
      return found(entropyWeights(z)).weights;
    case 'critic':
      return found(criticWeights(z)).weights;
    case 'cv':
      return found(variationWeights(raw)).weights;
    default:
      throw new Unsupported(`weights by ${method}`);
  }
}

function weigh(data: OracleData, options: OracleOptions) {
  const dimensions = Object.entries(options.dimensions as Named<readonly string[]>);
  const items = dimensions.flatMap(([, list]) => list);
  const { raw, z } = itemsOf(data, items, options);
  const ahp = options.ahp as { dimensions: unknown; items: Named<unknown> } | undefined;
  const method = String(options.method);
  const objective = method === 'combined' ? String(options.objective) : method;
  const together = (subjective: readonly number[], other: readonly number[]): readonly number[] =>
    options.combine === 'product' ? multipliedWeights(subjective, other) : averagedWeights(subjective, other, Number(options.alpha ?? 0.5));
  const of = (columns: readonly Float64Array[], given: readonly Float64Array[], ratios: unknown): readonly number[] => {
    if (method === 'ahp') return judged(ratios).weights;
    const own = byMethod(objective, columns, given);
    return method === 'combined' ? together(judged(ratios).weights, own) : own;
  };
  const at = (list: readonly string[]): number[] => list.map((item) => items.indexOf(item));
  let within: readonly (readonly number[])[];
  let importance: readonly number[];
  if (options.levels === 'one') {
    const own = byMethod(objective, z, raw);
    const subjective = options.subjective as Named<number> | undefined;
    const all =
      method === 'combined'
        ? together(
            items.map((item) => subjective![item]!),
            own,
          )
        : own;
    within = dimensions.map(([, list]) => proportionalWeights(at(list).map((k) => all[k]!)));
    importance = dimensions.map(([, list]) => sum(at(list).map((k) => all[k]!)));
  } else {
    const part = (columns: readonly Float64Array[], list: readonly string[]): Float64Array[] => at(list).map((k) => columns[k]!);
    within = dimensions.map(([name, list]) => of(part(z, list), part(raw, list), ahp?.items[name]));
    const scores = dimensions.map(([, list], d) => weighted(part(z, list), within[d]!));
    importance = of(
      scores.map((values) => normalised(values, 'range', { reversed: false })!),
      scores,
      ahp?.dimensions,
    );
  }
  const scores = dimensions.map(([, list], d) =>
    weighted(
      at(list).map((k) => z[k]!),
      within[d]!,
    ),
  );
  const global = dimensions.flatMap(([,], d) => within[d]!.map((weight) => weight * importance[d]!));
  return { dimensions, items, raw, z, within, importance, scores, global, ahp, objective };
}

export function indexWeights(data: OracleData, options: OracleOptions): OracleValues {
  const own = weigh(data, options);
  const parts = own.dimensions.map(([name]) => name);
  const index = weighted(own.scores, own.importance);
  const order = [...index.keys()].sort((a, b) => index[b]! - index[a]! || a - b);
  return {
    n: index.length,
    item_weights_within_dimension: named(
      parts,
      own.dimensions.map(([, list], d) => named(list, own.within[d]!)),
    ),
    dimension_weights: named(parts, own.importance),
    item_weights_global: named(own.items, own.global),
    dimension_scores: named(
      parts,
      own.scores.map((values) => summary(values, 6)),
    ),
    index: summary(index, 8),
    top5_rows: order.slice(0, 5).map((row) => row + 1),
    ...(own.objective === 'entropy' && options.levels === 'one' && { entropy: named(own.items, found(entropyWeights(own.z)).entropy) }),
    ...(own.ahp !== undefined && {
      ahp_dimensions: judgement(own.ahp.dimensions),
      ahp_items: Object.fromEntries(Object.entries(own.ahp.items).map(([name, ratios]) => [name, judgement(ratios)])),
    }),
  };
}

const CLASSES = [
  'extreme disorder',
  'severe disorder',
  'moderate disorder',
  'mild disorder',
  'near disorder',
  'barely coordinated',
  'primary coordination',
  'intermediate coordination',
  'good coordination',
  'quality coordination',
];

export function coupling(data: OracleData, options: OracleOptions): OracleValues {
  const own = weigh(data, options);
  const given = options.dimension_weights as Named<number> | undefined;
  const importance = given === undefined ? proportionalWeights(own.dimensions.map(() => 1)) : own.dimensions.map(([name]) => given[name]!);
  const systems = own.scores.map((values) => normalised(values, 'range', { reversed: false })!);
  const { coupling: c, development, coordination, modified, modifiedCoordination } = couplingCoordination(systems, importance);
  const classOf = (d: number): number => Math.min(9, Math.floor(d * 10 + 1e-9));
  return {
    n: c.length,
    coupling_c: summary(c, 8),
    development_t: summary(development, 8),
    coordination_d: summary(coordination, 8),
    classes: named(
      CLASSES,
      CLASSES.map((_, k) => coordination.filter((d) => classOf(d) === k).length),
    ),
    modified_c_wang2021: summary(modified, 8),
    modified_d: summary(modifiedCoordination, 8),
  };
}

export function obstacle(data: OracleData, options: OracleOptions): OracleValues {
  const own = weigh(data, options);
  const { degrees, means } = obstacleDegrees(own.z, own.global);
  const head = [0, 1, 2, 3, 4, 5];
  const share = (list: readonly string[]): number => sum(list.map((item) => means[own.items.indexOf(item)]!));
  return {
    n: own.z[0]!.length,
    item_weights_global: named(own.items, own.global),
    mean_obstacle_percent: named(own.items, means),
    dimension_obstacle_percent: Object.fromEntries(own.dimensions.map(([name, list]) => [name, share(list)])),
    order: own.items
      .map((item, at) => ({ item, mean: means[at]! }))
      .sort((a, b) => b.mean - a.mean)
      .map(({ item }) => item),
    head: matrix(
      head.map((row) => String(row + 1)),
      own.items,
      head.map((row) => degrees.map((column) => column[row]!)),
    ),
  };
}

export function topsisIndex(data: OracleData, options: OracleOptions): OracleValues {
  const own = weigh(data, options);
  const vector = options.normalise !== 'minmax';
  const negative = names(options.negative);
  const columns = vector ? vectorNormalised(own.raw) : own.z;
  const { closeness, toBest, toWorst } = topsis(
    columns,
    own.global,
    own.items.map((item) => vector && negative.includes(item)),
  );
  const order = [...closeness.keys()].sort((a, b) => closeness[b]! - closeness[a]! || a - b);
  return {
    n: closeness.length,
    weights: named(own.items, own.global),
    d_plus_head: [...toBest.slice(0, 8)],
    d_minus_head: [...toWorst.slice(0, 8)],
    closeness: summary(closeness, 8),
    top5_rows: order.slice(0, 5).map((row) => row + 1),
  };
}

export function plainTopsis(data: OracleData, options: OracleOptions): OracleValues {
  const items = names(options.variables);
  const { raw } = itemsOf(data, items, { ...options, negative: [] });
  const negative = names(options.negative);
  const weights = proportionalWeights((options.weights as readonly unknown[]).map(figure));
  const { closeness } = topsis(
    vectorNormalised(raw),
    weights,
    items.map((item) => negative.includes(item)),
  );
  return { n: closeness.length, closeness_head: [...closeness.slice(0, 8)], closeness_mean: describe(closeness).mean };
}

export function entropy(data: OracleData, options: OracleOptions): OracleValues {
  const items = names(options.variables);
  const { z } = itemsOf(data, items, options);
  const own = found(entropyWeights(z));
  return {
    n: z[0]!.length,
    entropy: named(items, own.entropy),
    divergence: named(items, own.divergence),
    weights: named(items, own.weights),
    score_head: [...weighted(z, own.weights).slice(0, 8)],
  };
}

export function critic(data: OracleData, options: OracleOptions): OracleValues {
  const items = names(options.variables);
  const { z } = itemsOf(data, items, options);
  const own = found(criticWeights(z));
  return {
    n: z[0]!.length,
    sd: named(items, own.sd),
    conflict: named(items, own.conflict),
    information: named(items, own.information),
    weights: named(items, own.weights),
    score_head: [...weighted(z, own.weights).slice(0, 8)],
  };
}

export function ahp(_: OracleData, options: OracleOptions): OracleValues {
  const own = judged(options.matrix);
  return {
    ...judgement(options.matrix),
    weights_eigen: own.weights,
    ri: own.randomIndex,
    weights_geometric_mean: own.geometric,
    weights_column_average: own.averaged,
  };
}
