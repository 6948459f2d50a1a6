// `mean_score`, `nested_index`, `index_category`: scores of answers, indices of dimensions, categories of scores.
import {
  correlationOf,
  crossTable,
  describe,
  momentsOf,
  normalised,
  observedScore,
  proportionalWeights,
  quantileBorders,
  ranksOf,
  reliability,
  between,
  weightedMembers,
  type Ends,
} from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, matrix, names, numbers } from './columns.ts';

const known = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));
const plain = (values: Iterable<number>): (number | null)[] => [...values].map((value) => (Number.isNaN(value) ? null : value));
function summary(values: Float64Array): OracleValues {
  const { n, mean, sd, min, max } = describe(values);
  const [q25, median, q75] = quantileBorders(values, 4);
  return { n, n_missing: values.length - n, mean, sd, min, q25, median, q75, max, head: plain(values.slice(0, 10)) };
}
const endsOf = (option: unknown): Ends | null => {
  const [low, high] = (option ?? []) as readonly number[];
  return low === undefined || high === undefined ? null : { low, high };
};

function scoreOf(columns: readonly Float64Array[], options: OracleOptions): Float64Array {
  const needs = Number(options.needs ?? columns.length);
  return observedScore(columns, options.score === 'sum' ? 'sum' : 'mean', needs, options.sum_rule === 'answered').values;
}

function byGroup(values: Float64Array, data: OracleData, options: OracleOptions): OracleValues {
  const { codes, levels } = category(data, String(options.group), options);
  return Object.fromEntries(
    levels.map((level, at) => {
      const { n, mean, sd } = describe(values.filter((_, row) => codes[row] === at));
      return [level, { n, mean, sd }];
    }),
  );
}

export function meanScore(data: OracleData, options: OracleOptions): OracleValues {
  const columns = names(options.variables).map((name) => numbers(data, name, options));
  const score = scoreOf(columns, options);
  const scale = endsOf(options.scale);
  const times = options.score === 'sum' ? columns.length : 1;
  const ends = scale === null ? null : { low: scale.low * times, high: scale.high * times };
  const target = endsOf(options.rescale);
  const answered = Array.from({ length: score.length }, (_, row) => columns.filter((column) => !Number.isNaN(column[row]!)).length);
  const found = reliability(momentsOf(columns));
  const all = known(score);
  const share = (end: number): number => (100 * all.filter((value) => Math.abs(value - end) < 1e-9).length) / all.length;
  return {
    n_rows: score.length,
    n_items: columns.length,
    needs: Number(options.needs ?? columns.length),
    answered_count: Object.fromEntries([...columns.keys(), columns.length].map((k) => [k, answered.filter((one) => one === k).length])),
    score: summary(score),
    ...(ends !== null && target !== null && { rescaled: summary(between(score, ends, target).values) }),
    ...(ends !== null && { floor_percent: share(ends.low), ceiling_percent: share(ends.high) }),
    alpha_listwise: found.alpha,
    alpha_n: found.n,
    ...(options.group !== undefined && { by_group: byGroup(score, data, options) }),
  };
}

export function nestedIndex(data: OracleData, options: OracleOptions): OracleValues {
  const dimensions = Object.entries(options.dimensions as Record<string, readonly string[]>);
  const parts = dimensions.map(([name]) => name);
  const items = dimensions.map(([, list]) => list.map((name) => numbers(data, name, options)));
  const scores = items.map((columns) => scoreOf(columns, { ...options, score: 'mean' }));
  const ends = endsOf(options.scale);
  const how = String(options.standardise ?? 'none');
  const kind = how === 'z' ? 'z' : how === 'minmax_theoretical' ? 'scale' : how === 'minmax_observed' ? 'range' : 'none';
  const hundred = (values: Float64Array): Float64Array =>
    kind === 'scale' || kind === 'range' ? between(values, { low: 0, high: 1 }, { low: 0, high: 100 }).values : values;
  const members = scores.map((values) => hundred(normalised(values, kind, { reversed: false, ends })!));
  const given = options.weights as Record<string, number> | undefined;
  const weights = proportionalWeights(parts.map((name) => given?.[name] ?? 1));
  const needs = Number(options.needs_dimensions ?? parts.length);
  const index = weightedMembers(members, weights, needs, options.combine === 'geometric' ? 'geometric' : 'arithmetic').values;
  const together = momentsOf(scores);
  return {
    weights: Object.fromEntries(parts.map((name, at) => [name, weights[at]])),
    dimensions: Object.fromEntries(
      parts.map((name, at) => [name, { ...summary(scores[at]!), alpha_listwise: reliability(momentsOf(items[at]!)).alpha }]),
    ),
    index: summary(index),
    dimension_correlations: matrix(parts, parts, correlationOf(together)!),
    alpha_of_dimensions: reliability(together).alpha,
    index_dimension_r: Object.fromEntries(parts.map((name, at) => [name, correlationOf(momentsOf([index, scores[at]!]))![0]![1]])),
  };
}

export function indexCategory(data: OracleData, options: OracleOptions): OracleValues {
  const columns = names(options.variables).map((name) => numbers(data, name, options));
  const score = scoreOf(columns, { ...options, score: 'mean' });
  const k = options.quantiles === undefined ? null : Number(options.quantiles);
  const cuts = k === null ? (options.cutoffs as readonly number[]) : quantileBorders(score, k);
  const labels = names(options.labels);
  const rounded = (value: number): number => Number(value.toFixed(10));
  const place = (value: number): number =>
    cuts.filter((cut) => (options.boundary === 'upper' ? rounded(value) >= rounded(cut) : rounded(value) > rounded(cut))).length;
  const codes = Int32Array.from(score, (value) => (Number.isNaN(value) ? -1 : place(value)));
  const all = known(score);
  const { ranks } = ranksOf(all);
  const tile = (rank: number): number => Math.floor((rank * k!) / (all.length + 1));
  const group = options.group === undefined ? null : category(data, String(options.group), options);
  const table = group === null ? null : crossTable(group.codes, group.levels, codes, labels);
  return {
    index: summary(score),
    cut_points: cuts,
    categories: Object.fromEntries(
      labels.map((label, at) => {
        const { n, mean } = describe(score.filter((_, row) => codes[row] === at));
        return [label, { n, percent: (100 * n) / all.length, mean }];
      }),
    ),
    category_head: [...codes.slice(0, 10)].map((code) => labels[code] ?? null),
    ...(k !== null && { spss_rank_ntiles_n: labels.map((_, at) => ranks.filter((rank) => tile(rank) === at).length) }),
    ...(table !== null && {
      by_group_row_percent: matrix(
        table.rows,
        table.columns,
        table.observed.map((row) => row.map((count) => (100 * count) / row.reduce((total, one) => total + one, 0))),
      ),
      chi2: table.chi2,
      df: table.df,
      p: table.p,
      cramers_v: table.cramersV,
    }),
  };
}
