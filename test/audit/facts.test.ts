// Findings are facts: no sentence, and no part of one, stands in them. Sentences are the catalogue's (core/words).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { auditOf, toldFinding, toldReading, toldSkipped, type Audit, type Plan } from '@studyspec/core';
import { compile } from '@studyspec/dsl';
import { randomOf } from '../support/random.ts';
import * as across from './across-tables.ts';
import * as elementary from './elementary.ts';

const folder = fileURLToPath(new URL('../../examples/anshun/', import.meta.url));
const published = readFileSync(`${folder}published.study`, 'utf8');
const tables = [...published.matchAll(/from "(published\/[^"]+)"/gu)].map(
  ([, file]) => [file!, readFileSync(folder + file!, 'utf8')] as const,
);

const planOf = (spec: string, files: readonly (readonly [string, string])[] = []): Plan =>
  compile({ entry: 's.study', texts: new Map([['s.study', spec], ...files]) }).plan!;

/** Other figures here and there: each of a few of them becomes another of its table, or loses its last digit to a 0. */
function disturbed(plan: Plan, seed: number): Plan {
  const random = randomOf(seed);
  return {
    ...plan,
    published: plan.published.map((block) => ({
      ...block,
      figures: block.figures.map((figure) => {
        if (random() > 0.06) return figure;
        const other = block.figures[Math.floor(random() * block.figures.length)]!.printed;
        return { ...figure, printed: random() < 0.7 ? other : { ...figure.printed, value: -figure.printed.value, text: `-${other.text}` } };
      }),
    })),
  };
}

const plans: readonly Plan[] = [
  ...elementary.CASES.map(([, check, wrong]) => planOf(elementary.spec(wrong, check))),
  ...across.CASES.map(([, both, wrong]) => planOf(across.spec(both, wrong))),
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((seed) => (seed === 0 ? planOf(published, tables) : disturbed(planOf(published, tables), seed))),
];

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
