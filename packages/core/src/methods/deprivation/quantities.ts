// The numbers of a count of deprivations: how many are poor, how poor they are, and what contributes.
import { quantities, type LevelPath, type QuantityEntry } from '../../contract/declared-quantity.ts';
import { within } from '../../contract/ranges.ts';
import type { DeprivationOf } from '../../procedures/compare/deprivation.ts';
import { caseQuantities } from '../cases.ts';
import { indicatorsOf, type DeprivationJob } from './job.ts';
import type { DeprivationResult } from './run.ts';

export type DeprivationNumbers = DeprivationResult & { readonly rows: number };

const alkire = 'Alkire & Foster 2011, Journal of Public Economics 95:476–487';
const inference =
  'Alkire et al. 2015, Multidimensional Poverty Measurement and Analysis, ch. 8; Binder 1983, International Statistical Review 51:279–292';
type Measure = 'headcount' | 'intensity' | 'adjusted';
type Part = 'mean' | 'se' | 'low' | 'high';
type Entry<S extends string> = QuantityEntry<DeprivationNumbers, DeprivationJob, S>;

const nobody = (one: DeprivationNumbers): string => (one.reason !== '' ? one.reason : 'nobody is poor');
const measures: Readonly<Record<Measure, { readonly of: string; readonly label: string; readonly formula: string }>> = {
  headcount: { of: 'H, the share of the population that is poor', label: 'H', formula: 'Σ w·[c ≥ k] / Σ w' },
  intensity: {
    of: 'A, the mean share of deprivations of the poor',
    label: 'A',
    formula: 'Σ w·c·[c ≥ k] / Σ w·[c ≥ k]',
  },
  adjusted: {
    of: 'M0 = H·A, the adjusted headcount ratio',
    label: 'M0',
    formula: 'Σ w·c·[c ≥ k] / Σ w = H·A',
  },
};
const parts: Readonly<
  Record<Exclude<Part, 'mean'>, { readonly of: (name: string) => string; readonly label: string; readonly formula: string }>
> = {
  se: {
    of: (name) => `standard error of ${name}`,
    label: 'SE',
    formula: 'Taylor linearisation in the design; of A as a ratio, the mean among the poor',
  },
  low: {
    of: (name) => `lower end of the 95 % interval of ${name}`,
    label: 'Low',
    formula: 'estimate − t₀.₉₇₅(sampling units − strata) · se',
  },
  high: {
    of: (name) => `upper end of the 95 % interval of ${name}`,
    label: 'High',
    formula: 'estimate + t₀.₉₇₅(sampling units − strata) · se',
  },
};
const described = (measure: Measure, part: Part) => ({
  range: part === 'mean' ? within.share : part === 'se' ? within.spread : null,
  doc: part === 'mean' ? measures[measure].of : parts[part].of(measures[measure].label),
  label: part === 'mean' ? measures[measure].label : parts[part].label,
  format: 'coefficient' as const,
  formula: part === 'mean' ? measures[measure].formula : parts[part].formula,
  source: part === 'mean' ? alkire : inference,
});
const whole = (measure: Measure, part: Part): Entry<'h'> => ({
  ...described(measure, part),
  value: ({ found }) => found?.[measure][part],
  why: nobody,
});

const groups = ({ job, levels }: DeprivationNumbers): readonly [LevelPath][] =>
  job.by === null ? [] : levels.map((level): [LevelPath] => [[job.by!, level]]);
const groupOf = (
  { found, levels }: DeprivationNumbers,
  path: LevelPath,
): (DeprivationOf & { readonly contribution: number | null }) | undefined => found?.groups[levels.indexOf(path[1]!)];
const byLevel = { over: groups, why: (one: DeprivationNumbers) => (one.reason === '' ? 'no case, or nobody is poor' : one.reason) };
const ofGroup = (measure: Measure, part: Part): Entry<'h(level)'> => ({
  ...described(measure, part),
  doc: `the same of a level of \`by\`: ${described(measure, part).doc}`,
  ...byLevel,
  value: (one, level) => groupOf(one, level)?.[measure][part],
});

const places = ({ job }: DeprivationNumbers): readonly [string][] => indicatorsOf(job).map(({ name }) => [name]);
const ofIndicator = (part: 'uncensored' | 'censored') => ({
  over: places,
  why: nobody,
  value: ({ found, job }: DeprivationNumbers, name: string) => found?.[part][indicatorsOf(job).findIndex((one) => one.name === name)],
});
const contributionOf = ({ found, job }: DeprivationNumbers, name: string): number | null => {
  if (found === null) return null;
  const own = indicatorsOf(job).flatMap((one, at) => (one.name === name || one.dimension === name ? [found.contributions[at]!] : []));
  return own.some((one) => one === null) ? null : own.reduce<number>((sum, one) => sum + one!, 0);
};

export const deprivationQuantities = quantities<DeprivationNumbers, DeprivationJob>()({
  n: {
    range: within.count,
    doc: 'cases that have every indicator',
    label: 'N',
    format: 'count',
    formula: 'cases that the condition lets in and that have every indicator',
    source: 'the data',
    value: ({ found }) => found?.n,
  },
  ...caseQuantities<DeprivationNumbers>(({ found }) => found?.n ?? null),
  h: whole('headcount', 'mean'),
  'h.se': whole('headcount', 'se'),
  'h.low': whole('headcount', 'low'),
  'h.high': whole('headcount', 'high'),
  a: whole('intensity', 'mean'),
  'a.se': whole('intensity', 'se'),
  'a.low': whole('intensity', 'low'),
  'a.high': whole('intensity', 'high'),
  m0: whole('adjusted', 'mean'),
  'm0.se': whole('adjusted', 'se'),
  'm0.low': whole('adjusted', 'low'),
  'm0.high': whole('adjusted', 'high'),
  mean: {
    range: within.share,
    doc: 'mean share of deprivations of all, poor or not',
    label: 'Mean share of deprivations',
    format: 'coefficient',
    formula: 'Σ w·c / Σ w, c the weighted share of indicators in which one is deprived',
    source: alkire,
    value: ({ found }) => found?.meanScore,
  },
  'uncensored(variable)': {
    range: within.share,
    doc: 'share that is deprived in an indicator, poor or not',
    label: 'Deprived',
    format: 'coefficient',
    formula: 'Σ w·dⱼ / Σ w',
    source: alkire,
    ...ofIndicator('uncensored'),
  },
  'censored(variable)': {
    range: within.share,
    doc: 'share that is poor and deprived in an indicator',
    label: 'Poor and deprived',
    format: 'coefficient',
    formula: 'Σ w·dⱼ·[c ≥ k] / Σ w',
    source: alkire,
    ...ofIndicator('censored'),
  },
  'weight(variable)': {
    range: within.share,
    doc: 'weight of an indicator, or of a dimension',
    label: 'Weight',
    format: 'coefficient',
    formula: '1/dimensions, and within each 1/indicators',
    source: alkire,
    over: ({ job }) => [...job.dimensions, ...indicatorsOf(job)].map(({ name }): [string] => [name]),
    value: ({ job }, name) =>
      indicatorsOf(job).reduce((sum, one) => sum + (one.name === name || one.dimension === name ? one.weight : 0), 0),
  },
  'contribution(variable)': {
    range: within.percent,
    doc: 'what an indicator, or a dimension, contributes to M0, in per cent',
    label: 'Contribution, %',
    format: 'percent',
    formula: '100·wⱼ·censored/M0; of a dimension the sum of its indicators',
    source: alkire,
    over: ({ job }) => [...job.dimensions, ...indicatorsOf(job)].map(({ name }): [string] => [name]),
    why: nobody,
    value: (one, name) => contributionOf(one, name),
  },
  'n(level)': {
    range: within.count,
    doc: 'cases of a level of `by`',
    label: 'N',
    format: 'count',
    formula: 'cases of the level that have every indicator',
    source: 'the data',
    ...byLevel,
    value: (one, level) => groupOf(one, level)?.n,
  },
  'h(level)': ofGroup('headcount', 'mean'),
  'h.se(level)': ofGroup('headcount', 'se'),
  'h.low(level)': ofGroup('headcount', 'low'),
  'h.high(level)': ofGroup('headcount', 'high'),
  'a(level)': ofGroup('intensity', 'mean'),
  'a.se(level)': ofGroup('intensity', 'se'),
  'a.low(level)': ofGroup('intensity', 'low'),
  'a.high(level)': ofGroup('intensity', 'high'),
  'm0(level)': ofGroup('adjusted', 'mean'),
  'm0.se(level)': ofGroup('adjusted', 'se'),
  'm0.low(level)': ofGroup('adjusted', 'low'),
  'm0.high(level)': ofGroup('adjusted', 'high'),
  'group.share(level)': {
    range: within.share,
    doc: 'share of the population that a level of `by` is',
    label: 'Share of the population',
    format: 'coefficient',
    formula: 'Σ w of the level / Σ w',
    source: alkire,
    ...byLevel,
    value: (one, level) => groupOf(one, level)?.share,
  },
  'group.contribution(level)': {
    range: within.percent,
    doc: 'what a level of `by` contributes to M0, in per cent',
    label: 'Contribution, %',
    format: 'percent',
    formula: '100·share·M0 of the level/M0',
    source: alkire,
    ...byLevel,
    value: (one, level) => groupOf(one, level)?.contribution,
  },
});
