import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { metaAnalysis, type StudyEffect } from './meta-analysis.ts';

const effect = fc.record({ estimate: fc.double({ min: -3, max: 3, noNaN: true }), se: fc.double({ min: 0.01, max: 2, noNaN: true }) });
const studiesOf = (list: readonly { estimate: number; se: number }[]): StudyEffect[] => list.map((one, i) => ({ study: `s${i}`, ...one }));
const methods = ['reml', 'dersimonian-laird', 'paule-mandel'] as const;
const options = { seed: 17, numRuns: 150 };

function everyNumberIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(everyNumberIn) : [];
}

describe('meta-analysis', () => {
  test('no study, one study, useless standard errors: reasons and never NaN', () => {
    expect(metaAnalysis([])).toMatchObject({ k: 0, random: null, fixed: null, reasons: ['no-study'] });
    const one = metaAnalysis([
      { study: 'a', estimate: 0.4, se: 0.1 },
      { study: 'b', estimate: 1, se: 0 },
      { study: 'c', estimate: NaN, se: 1 },
    ]);
    expect(one).toMatchObject({
      k: 1,
      unusable: ['b', 'c'],
      tau2: null,
      q: null,
      i2: null,
      prediction: null,
      knappHartung: null,
      reasons: ['one-study'],
    });
    expect(one.random).toMatchObject({ estimate: expect.closeTo(0.4, 12), se: expect.closeTo(0.1, 12), df: null });
    expect(
      metaAnalysis(
        studiesOf([
          { estimate: 0.4, se: 0.1 },
          { estimate: 0.4, se: 0.2 },
        ]),
      ),
    ).toMatchObject({ k: 2, tau2: 0, knappHartung: null, reasons: ['two-studies', 'all-estimates-equal'] });
  });

  test('where τ² is 0, random effects are the common effect', () => {
    fc.assert(
      fc.property(fc.array(effect, { minLength: 2, maxLength: 9 }), (list) => {
        // All estimates within a hundredth of the smallest standard error: Q is far below its degrees of freedom.
        const centre = list[0]!.estimate;
        const smallest = Math.min(...list.map((one) => one.se));
        const studies = studiesOf(list.map((one, i) => ({ estimate: centre + (0.01 * smallest * i) / list.length, se: one.se })));
        for (const method of methods) {
          const found = metaAnalysis(studies, { method });
          expect([found.tau2, found.i2, found.h2]).toEqual([0, 0, 1]);
          expect(found.random).toEqual(found.fixed);
        }
      }),
      options,
    );
  });

  test('numbers only; a pooled estimate lies among the studies; weights sum to 1', () => {
    fc.assert(
      fc.property(fc.array(effect, { minLength: 2, maxLength: 9 }), (list) => {
        for (const method of methods) {
          const found = metaAnalysis(studiesOf(list), { method });
          expect(found.converged).toBe(true);
          expect(everyNumberIn(found).every(Number.isFinite)).toBe(true);
          const values = list.map((one) => one.estimate);
          expect(found.random!.estimate).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(found.random!.estimate).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
          expect(found.studies.reduce((sum, study) => sum + study.weight, 0)).toBeCloseTo(1, 10);
          expect(found.random!.se).toBeGreaterThanOrEqual(found.fixed!.se * (1 - 1e-12));
        }
      }),
      options,
    );
  });

  test('units of the coefficient change nothing but the unit; the order of the studies changes nothing', () => {
    fc.assert(
      fc.property(fc.array(effect, { minLength: 3, maxLength: 7 }), (list) => {
        const found = metaAnalysis(studiesOf(list));
        const scaled = metaAnalysis(studiesOf(list.map((one) => ({ estimate: 1000 * one.estimate, se: 1000 * one.se }))));
        expect(scaled.tau2! / 1e6).toBeCloseTo(found.tau2!, 7);
        expect(scaled.i2).toBeCloseTo(found.i2!, 5);
        const turned = metaAnalysis(studiesOf([...list].reverse()));
        expect(turned.tau2).toBeCloseTo(found.tau2!, 8);
        expect(turned.random!.estimate).toBeCloseTo(found.random!.estimate, 8);
      }),
      options,
    );
  });

  test("the prediction interval is wider than the estimate's own", () => {
    fc.assert(
      fc.property(fc.array(effect, { minLength: 3, maxLength: 7 }), (list) => {
        const found = metaAnalysis(studiesOf(list));
        expect(found.prediction!.low).toBeLessThan(found.random!.low);
        expect(found.prediction!.high).toBeGreaterThan(found.random!.high);
        expect(found.prediction!.high).toBeGreaterThan(found.predictionNormal!.high);
      }),
      options,
    );
  });
});
