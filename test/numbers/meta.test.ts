// Random-effects meta-analysis against metafor: three estimators of τ², both kinds of interval, prediction, leave-one-out.
import { describe, expect, test } from 'vitest';
import { metaAnalysis, type HeterogeneityMethod } from '@studyspec/core';
import { agree, readReference } from './studies.ts';

interface Model {
  readonly tau2: number;
  readonly se_tau2: number;
  readonly i2: number;
  readonly h2: number;
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly prediction_low: number;
  readonly prediction_high: number;
  readonly prediction_t_low?: number;
  readonly prediction_t_high?: number;
}
interface Case {
  readonly yi: number[];
  readonly sei: number[];
  readonly q: number;
  readonly q_df: number;
  readonly q_p: number;
  readonly fixed: { readonly estimate: number; readonly se: number };
  readonly models: Record<string, Model>;
  readonly tau2_profile: [number, number];
  readonly leave_one_out?: Record<'estimate' | 'se' | 'q' | 'tau2' | 'i2', number[]>;
}
const reference = readReference<{
  readonly tolerance: { readonly default: { readonly rel: number; readonly abs: number } };
  readonly cases: Record<string, Case>;
}>('meta');
const methods: Readonly<Record<string, HeterogeneityMethod>> = { DL: 'dersimonian-laird', REML: 'reml', PM: 'paule-mandel' };

const close = (found: readonly (number | null | undefined)[], expected: readonly number[]): string[] =>
  expected.flatMap((value, i) => (agree(found[i], value, reference.tolerance.default) ? [] : [`${i}: ${found[i]} and not ${value}`]));

describe.each(Object.entries(reference.cases))('%s', (_, one) => {
  const studies = one.yi.map((estimate, i) => ({ study: `s${i}`, estimate, se: one.sei[i]! }));

  test.each(Object.keys(methods))('%s', (short) => {
    const found = metaAnalysis(studies, { method: methods[short]! });
    const [plain, adjusted] = [one.models[`${short}_z`]!, one.models[`${short}_knha`]!];
    expect(
      close(
        [found.q, found.qDf, found.qP, found.fixed!.estimate, found.fixed!.se],
        [one.q, one.q_df, one.q_p, one.fixed.estimate, one.fixed.se],
      ),
    ).toEqual([]);
    expect(close([found.tau2, found.i2, found.h2], [plain.tau2, plain.i2, plain.h2])).toEqual([]);
    const row = (estimate: typeof found.random) => [
      estimate!.estimate,
      estimate!.se,
      estimate!.statistic,
      estimate!.p,
      estimate!.low,
      estimate!.high,
    ];
    for (const [actual, expected] of [
      [found.random, plain],
      [found.knappHartung, adjusted],
    ] as const)
      expect(close(row(actual), [expected.estimate, expected.se, expected.statistic, expected.p, expected.low, expected.high])).toEqual([]);
    if (short === 'REML') expect(close([found.tau2Se], [plain.se_tau2])).toEqual([]);
    if (one.yi.length > 2) {
      expect(close([found.predictionNormal!.low, found.predictionNormal!.high], [plain.prediction_low, plain.prediction_high])).toEqual([]);
      expect(close([found.prediction!.low, found.prediction!.high], [plain.prediction_t_low!, plain.prediction_t_high!])).toEqual([]);
    } else
      expect([found.prediction, found.predictionNormal, found.leaveOneOut, found.reasons]).toEqual([null, null, null, ['two-studies']]);
  });

  test('interval of τ², leave-one-out', () => {
    const found = metaAnalysis(studies);
    expect(
      one.tau2_profile.filter(
        (value, i) => !agree([found.tau2Interval!.low, found.tau2Interval!.high][i], value, { rel: 1e-5, abs: 1e-6 }),
      ),
    ).toEqual([]);
    const left = one.leave_one_out;
    if (left === undefined) expect(one.yi.length).toBe(2);
    else {
      const rows = found.leaveOneOut!;
      for (const [name, values] of [
        ['estimate', rows.map((row) => row.random.estimate)],
        ['se', rows.map((row) => row.random.se)],
        ['q', rows.map((row) => row.q)],
        ['tau2', rows.map((row) => row.tau2)],
        ['i2', rows.map((row) => row.i2)],
      ] as const)
        expect([name, ...close(values, left[name])]).toEqual([name]);
    }
  });
});
