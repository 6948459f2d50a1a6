// Findings are facts: no sentence, and no part of one, stands in them. Sentences are the catalogue's (core/words).
import { describe, expect, it } from 'vitest';
import { auditOf, toldFinding, toldReading, toldSkipped, type Audit, type Plan } from '@studyspec/core';
import { plans } from './plans.ts';

/** The study's own words, which facts hand on as they stand. */
function ownTexts(plan: Plan): ReadonlySet<string> {
  return new Set(
    [
      ...plan.published.flatMap(({ figures }) => figures.flatMap(({ table, row, column }) => [table, row, column])),
      ...plan.hypotheses.flatMap(({ claims }) => claims.map((claim) => claim.text)),
    ].filter((text) => text !== null),
  );
}

/** Every text in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsIn);
}

const factsOf = (audit: Audit): readonly unknown[] => [
  ...audit.findings.flatMap((one) => [one.fact, one.padded, ...one.also.map((also) => also.fact)]),
  ...audit.checks.flatMap((check) => check.skipped),
  ...audit.readings.flatMap((one) => one.readings.flatMap((reading) => [reading.fact, reading.lines])),
];

describe('what the audit finds', () => {
  const audits = plans.map((plan) => ({ plan, audit: auditOf(plan) }));

  it('is facts, in which no two words of a language stand beside each other', () => {
    const kinds = new Set<string>();
    const phrases = audits.flatMap(({ plan, audit }) => {
      const own = ownTexts(plan);
      for (const finding of audit.findings) for (const { fact } of [finding, ...finding.also]) kinds.add(fact.kind);
      return factsOf(audit)
        .flatMap(textsIn)
        .filter((text) => !own.has(text) && /\p{L}{2,} +\p{L}{2,}|\p{Script=Han}/u.test(text));
    });
    expect([...new Set(phrases)]).toEqual([]);
    expect(kinds.size).toBeGreaterThan(40);
  });

  it('is plain JSON: nothing of it is lost when it is written and read', () => {
    for (const { audit } of audits) {
      const facts = factsOf(audit);
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    }
  });

  it('is told in whole sentences, with nothing undefined and no number that is none', () => {
    const sentences = audits.flatMap(({ audit }) => [
      ...audit.findings.map((one) => toldFinding(one)).flatMap(({ message, arithmetic, consistent }) => [message, arithmetic, consistent]),
      ...audit.checks.flatMap((check) => check.skipped.map((one) => toldSkipped(one)).flatMap(({ what, why }) => [what, why])),
      ...audit.readings.flatMap((one) =>
        one.readings.map((reading) => toldReading(reading)).flatMap((told) => [told.sentence, ...told.arithmetic]),
      ),
    ]);
    expect(sentences.length).toBeGreaterThan(500);
    expect(sentences.filter((sentence) => /undefined|null|NaN|\[object/u.test(sentence))).toEqual([]);
    for (const { audit } of audits) for (const one of audit.findings) expect(toldFinding(one).message).toMatch(/^\S.*\.$/su);
  });
});
