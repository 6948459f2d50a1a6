// What a careful reviewer would notice: relations across tables and between quantities, each contradiction beside its consistent twin.
import { tell } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { CASES, spec } from './across-tables.ts';
import { audited } from './support.ts';

describe('what a careful reviewer would notice', () => {
  it.each(CASES)('is found, and its consistent twin is left alone: %s', (_, both, wrong, right) => {
    const paper = audited(spec(both, wrong));
    expect(
      audited(spec(both, right)).audit.findings.map((one) => `${one.check}: ${one.message} ${one.arithmetic}`),
      right,
    ).toEqual([]);
    expect(
      paper.audit.findings.map((one) => `${one.check}: ${one.message}`),
      wrong,
    ).toHaveLength(1);
    const [found] = paper.audit.findings;
    expect(`${both}\n${wrong}`).toContain(paper.cell(found!.at[0]!));
    expect(found!.arithmetic).toMatch(/\d/u);
    expect(tell(paper.audit.problems[0]!, 'en').help).toMatch(/^First compare with the paper/u);
  });
});

describe('what explains it otherwise', () => {
  const questions = (...body: readonly string[]): readonly string[] => audited(spec(...body)).audit.findings.map((one) => one.certainty);
  it(
    'is tried first: weights in per cent, percentages of several answers, intervals of β worked out for themselves, criteria of ' +
      'other programs',
    () => {
      expect(questions('j.explained(u) = 31.14', 'j.explained(v) = 32.62', 'j.weight(u) = 48.84', 'j.weight(v) = 51.16')).toEqual([]);
      expect(questions('j.weight(u) = 48.84')).toEqual([]);
      expect(questions('region.n = 28', 'region.north.percent = 61.7')).toEqual(['worth a look']);
      expect(questions('sample = 308', 'region.north.count = 190', 'region.north.percent = 51.7')).toEqual(['worth a look']);
      expect(questions('m.a.b(b) = 0.312', 'm.a.beta(b) = 0.357', 'm.a.low(b) = 0.072', 'm.a.beta.low(b) = 0.091')).toEqual([
        'worth a look',
      ]);
      expect(questions('m.a.n = 103', 'm.a.rmse = 0.820', 'm.a.aic = 256.4')).toEqual(['worth a look']);
    },
  );

  it('is a zero that was added', () => {
    // 0.3120·1.120/0.980 = 0.3566: 0.36 with a zero more is 0.360.
    const sizes = ['sample = 103', 'a.n = 103', 'b.n = 103', 'm.a.n = 103', 'a.sd = 0.980', 'b.sd = 1.120', 'm.a.b(b) = 0.3120'];
    expect(questions(...sizes, 'm.a.beta(b) = 0.360')).toEqual(['worth a look']);
    expect(questions(...sizes, 'm.a.beta(b) = 0.370')).toEqual(['inconsistent']);
  });
});
