// The interval of a weighted share on the logit scale.
import { tQuantile } from '../../numerics/distributions.ts';
import { exp, log } from '../../numerics/exponential.ts';
import { taylor, type SurveyDesign } from './design.ts';

/** R's glm stops when its deviance changes by less than this share: some 1e-9 of the interval, which comparisons with it see. */
export const R_STOPS = 1e-8;

/**
 * The share of `event` (1 and 0; rows outside `rows` do not count) as the intercept of a logistic regression on nothing, by Fisher's
 * scoring with R's start and stop; its Taylor standard error gives the interval by t on df (R's survey::svyciprop(method = "logit"); SPSS
 * CSTABULATE). In per cent; null for a share of 0 or 1, and without degrees of freedom.
 */
export function logitInterval(
  design: SurveyDesign,
  event: Float64Array,
  rows: Uint8Array,
  df: number,
  confidence: number,
): readonly [number, number] | null {
  if (!(df > 0)) return null;
  const used = Uint32Array.from(rows.keys()).filter((row) => rows[row] === 1);
  const total = used.reduce((sum, row) => sum + design.weights[row]!, 0);
  const weight = Float64Array.from(used, (row) => (design.weights[row]! * used.length) / total);
  const y = Float64Array.from(used, (row) => event[row]!);
  const ones = y.reduce((count, value) => count + value, 0);
  if (ones === 0 || ones === y.length) return null;
  let mean = y.map((value, at) => (weight[at]! * value + 0.5) / (weight[at]! + 1));
  let deviance = devianceOf(y, mean, weight);
  let eta = 0;
  let working = weight;
  for (let step = 0; step < 25; step++) {
    working = weight.map((value, at) => value * mean[at]! * (1 - mean[at]!));
    let [sum, base] = [0, 0];
    for (let at = 0; at < y.length; at++) {
      const own = mean[at]!;
      sum += working[at]! * (log(own / (1 - own)) + (y[at]! - own) / (own * (1 - own)));
      base += working[at]!;
    }
    eta = sum / base;
    const next = 1 / (1 + exp(-eta));
    mean = mean.map(() => next);
    const now = devianceOf(y, mean, weight);
    const change = Math.abs(now - deviance) / (Math.abs(now) + 0.1);
    deviance = now;
    if (change < R_STOPS) break;
  }
  const base = working.reduce((sum, value) => sum + value, 0);
  const influence = new Float64Array(event.length);
  for (const [at, row] of used.entries()) influence[row] = (working[at]! * (y[at]! - mean[at]!)) / (mean[at]! * (1 - mean[at]!) * base);
  const half = tQuantile(1 - (1 - confidence) / 2, df) * Math.sqrt(taylor(design, [influence], rows)[0]![0]!);
  const share = (at: number): number => 100 / (1 + exp(-at));
  return [share(eta - half), share(eta + half)];
}

function devianceOf(y: Float64Array, mean: Float64Array, weight: Float64Array): number {
  let total = 0;
  for (let at = 0; at < y.length; at++) total -= 2 * weight[at]! * log(y[at] === 1 ? mean[at]! : 1 - mean[at]!);
  return total;
}
