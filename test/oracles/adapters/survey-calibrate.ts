// `calibrate`: post-stratification and raking, and what is estimated with their weights.
import { calibrate, surveyMean, weightSummary } from '@studyspec/core';
import type { OracleData, OracleOptions, OracleValues } from '../types.ts';
import { Unsupported } from '../unsupported.ts';
import { category, names, numbers } from './columns.ts';
import { designFor } from './survey-design.ts';

export default function adapt(data: OracleData, options: OracleOptions): OracleValues {
  const start = designFor(data, options);
  const margins = Object.entries(options.margins as Record<string, Record<string, number>>).map(([name, populations]) => {
    const levels = Object.keys(populations);
    const { codes } = category(data, name, { filter: options.filter, categorical: { [name]: { levels } } });
    return { name, levels, codes, populations: Object.values(populations) };
  });
  const found = calibrate(start, margins);
  if ('problem' in found) throw new Unsupported(`weights that cannot be calibrated: ${found.problem}`);
  const { weights } = found.design;
  const summary = weightSummary(weights);
  const cell = (row: number): string => margins.map(({ levels, codes }) => levels[codes[row]!]!).join('|');
  const sampled = [...weights.keys()].filter((row) => weights[row]! > 0);
  const own = Float64Array.from(sampled, (row) => weights[row]!);
  return {
    n: summary.n,
    sum_w: summary.sum,
    weight_head: own.slice(0, 8),
    weight_min: Math.min(...own),
    weight_max: Math.max(...own),
    kish_n: summary.kishN,
    kish_deff: summary.kishDeff,
    adjustment_by_cell: Object.fromEntries(sampled.map((row) => [cell(row), weights[row]! / start.weights[row]!])),
    margins_reached: Object.fromEntries(
      margins.map(({ name, levels, codes }) => [
        name,
        Object.fromEntries(
          levels.map((level, at) => [
            level,
            weightSummary(
              weights,
              Uint8Array.from(codes, (code) => (code === at ? 1 : 0)),
            ).sum,
          ]),
        ),
      ]),
    ),
    estimates: Object.fromEntries(
      names(options.estimate).map((name) => {
        const values = numbers(data, name, options);
        const { mean, se } = surveyMean(found.design, values);
        return [name, { mean, se, mean_before: surveyMean(start, values).mean }];
      }),
    ),
  };
}
