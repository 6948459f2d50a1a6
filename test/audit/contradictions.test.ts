// Elementary contradictions, each in a published block of its own: the finding that must come, and the consistent twin of which nothing is
// said.
import { describe, expect, it } from 'vitest';
import { CASES, spec } from './elementary.ts';
import { audited } from './support.ts';

describe('an elementary contradiction', () => {
  it.each(CASES)('is found, and its consistent twin is left alone: %s', (_, check, wrong, right) => {
    const paper = audited(spec(wrong, check));
    const found = paper.audit.findings.filter((one) => [one, ...one.also].some((told) => told.check === check));
    expect(
      paper.audit.findings.map((one) => `${one.check}: ${one.message}`),
      wrong,
    ).toHaveLength(1);
    expect(found, wrong).toHaveLength(1);
    // The first cell named is one of the figures that contradict, and something tells why.
    expect(wrong).toContain(paper.cell(found[0]!.at[0]!));
    expect(found[0]!.arithmetic).toMatch(/\d/u);
    expect(paper.audit.problems).toHaveLength(1);
    expect(
      audited(spec(right, check)).audit.findings.map((one) => `${one.check}: ${one.message} ${one.arithmetic}`),
      right,
    ).toEqual([]);
  });

  it('is not called certain where it rests on what the study does not say', () => {
    const certain = CASES.filter(([, check, wrong]) => audited(spec(wrong, check)).audit.findings[0]!.certainty !== 'worth a look').length;
    expect(certain).toBeGreaterThanOrEqual(CASES.length - 9);
    for (const [what, check, wrong] of CASES)
      for (const one of audited(spec(wrong, check)).audit.findings)
        expect(
          one.assumed.filter((clause) => !clause.startsWith('errors')),
          what,
        ).toEqual([]);
  });
});
