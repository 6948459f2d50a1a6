// `dual_cutoff`: Alkire and Foster's counts, with the design that the options state.
import { deprivationOf, type Deprivation, type Deprived } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { category, numbers } from './columns.ts';
import { designInput } from './survey-design.ts';
import { Unsupported } from '../unsupported.ts';

interface Indicator {
  readonly variable: string;
  readonly op: string;
  readonly cut: number | readonly string[];
}
interface Dimension {
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly weight?: number | string;
}

const fraction = (value: number | string): number => {
  const [top, bottom = '1'] = String(value).split('/');
  return Number(top) / Number(bottom);
};
const tests: Readonly<Record<string, (value: number, cut: number) => boolean>> = {
  '<=': (value, cut) => value <= cut,
  '<': (value, cut) => value < cut,
  '>=': (value, cut) => value >= cut,
  '>': (value, cut) => value > cut,
  '==': (value, cut) => value === cut,
};

function deprivedIn(data: OracleData, options: OracleOptions, { variable, op, cut }: Indicator): Float64Array {
  if (typeof cut === 'number')
    return numbers(data, variable, options).map((value) => (Number.isNaN(value) ? NaN : Number(tests[op]!(value, cut))));
  const { codes, levels } = category(data, variable, options);
  return Float64Array.from(codes, (code) => (code < 0 ? NaN : Number(cut.includes(levels[code]!))));
}

export default function dualCutoff(data: OracleData, options: OracleOptions): OracleValues {
  const dimensions = Object.entries(options.dimensions as Readonly<Record<string, Dimension>>);
  const indicators = dimensions.flatMap(([dimension, { indicators: own, weight }]) =>
    Object.entries(own).map(([name, indicator]) => ({
      name,
      dimension,
      weight: fraction(weight ?? `1/${dimensions.length}`) / Object.keys(own).length,
      deprived: deprivedIn(data, options, indicator),
    })),
  );
  const grouping = options.group == null ? null : category(data, String(options.group), options);
  const at = (cutoff: number): Deprivation => {
    const one = deprivationOf({
      design: designInput(data, options),
      deprived: indicators.map((one) => one.deprived),
      weights: indicators.map((one) => one.weight),
      cutoff,
      ...(grouping === null ? {} : { groups: grouping.codes }),
    });
    if ('problem' in one) throw new Unsupported(`a design that cannot be used: ${one.problem}`);
    return one;
  };
  const k = fraction(options.k as number | string);
  const found = at(k);
  const named = (values: readonly (number | null)[]): Record<string, number | null> =>
    Object.fromEntries(indicators.map(({ name }, j) => [name, values[j]!]));
  const interval = ({ low, high }: Deprived): (number | null)[] => [low, high];
  const range = options.k_range as readonly (number | string)[] | undefined;
  return {
    n: found.n,
    n_excluded: found.excluded,
    indicator_weights: named(indicators.map((one) => one.weight)),
    k,
    H: found.headcount.mean,
    A: found.intensity.mean,
    M0: found.adjusted.mean,
    se_H: found.headcount.se,
    se_A: found.intensity.se,
    se_M0: found.adjusted.se,
    ci95_H: interval(found.headcount),
    ci95_A: interval(found.intensity),
    ci95_M0: interval(found.adjusted),
    uncensored_headcount: named(found.uncensored),
    censored_headcount: named(found.censored),
    contribution_percent_indicator: named(found.contributions),
    contribution_percent_dimension: Object.fromEntries(
      dimensions.map(([name]) => [
        name,
        indicators.reduce((sum, one, j) => sum + (one.dimension === name ? (found.contributions[j] ?? 0) : 0), 0),
      ]),
    ),
    mean_score_all: found.meanScore,
    score_head: [...found.scores.filter((score) => !Number.isNaN(score))].slice(0, 8),
    ...(grouping === null
      ? {}
      : {
          groups: Object.fromEntries(
            found.groups.map((one, code) => [
              grouping.levels[code]!,
              {
                n: one.n,
                population_share: one.share,
                H: one.headcount.mean,
                A: one.intensity.mean,
                M0: one.adjusted.mean,
                contribution_percent: one.contribution,
                se_M0: one.adjusted.se,
                se_H: one.headcount.se,
              },
            ]),
          ),
        }),
    ...(range === undefined
      ? {}
      : {
          by_k: Object.fromEntries(
            range.map((one) => {
              const other = at(fraction(one));
              return [fraction(one).toFixed(4), { H: other.headcount.mean, A: other.intensity.mean, M0: other.adjusted.mean }];
            }),
          ),
        }),
  };
}
