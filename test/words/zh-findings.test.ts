// What the audit finds, in Chinese: every kind of finding, every reason, whatever is told of it. Sentences are Chinese, with the numbers of
// the English ones.
import { describe, expect, it } from 'vitest';
import { auditOf, toldFinding, toldReading, toldSkipped, type FindingFact, type Finding, type Reading } from '@studyspec/core';
import type { Skipped } from '../../packages/core/src/contract/audit-facts/index.ts';
import { chineseAudit } from '../../packages/core/src/words/zh/audit/index.ts';
import { plans } from '../audit/plans.ts';
import { audited } from '../audit/support.ts';
import { wrongSigns } from './chinese.ts';
import { FACTS, SKIPPED } from './finding-facts.ts';

/** A finding of which only the fact matters. */
const findingOf = (fact: FindingFact): Finding => ({
  check: 'ranges',
  certainty: 'impossible',
  table: null,
  at: [],
  fact,
  padded: [],
  repairs: [],
  assumed: [],
  also: [],
  touches: [],
});

const findings: Finding[] = FACTS.map(findingOf);
const skipped: Skipped[] = [...SKIPPED];
const readings: Reading[] = [];
for (const plan of plans) {
  const audit = auditOf(plan);
  findings.push(...audit.findings.flatMap((one) => [one, ...one.also.map(({ fact }) => findingOf(fact))]));
  skipped.push(...audit.checks.flatMap((check) => check.skipped));
  readings.push(...audit.readings.flatMap((one) => one.readings));
}

interface Pair {
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
}
const pairs: readonly Pair[] = [
  ...findings.flatMap((one): Pair[] => {
    const [zh, en] = [toldFinding(one, 'zh'), toldFinding(one, 'en')];
    return (['message', 'arithmetic', 'consistent'] as const).map((part) => ({ kind: one.fact.kind, zh: zh[part], en: en[part] }));
  }),
  ...skipped.flatMap((one): Pair[] => {
    const [zh, en] = [toldSkipped(one, 'zh'), toldSkipped(one, 'en')];
    return (['what', 'why'] as const).map((part) => ({ kind: part, zh: zh[part], en: en[part] }));
  }),
  ...readings.flatMap((one): Pair[] => {
    const [zh, en] = [toldReading(one, 'zh'), toldReading(one, 'en')];
    return [
      { kind: 'reading', zh: zh.sentence, en: en.sentence },
      ...zh.arithmetic.map((line, at) => ({ kind: 'reading', zh: line, en: en.arithmetic[at]! })),
    ];
  }),
];

const numbersOf = (text: string): ReadonlySet<string> => new Set(text.match(/\d+(?:\.\d+)?/gu) ?? []);

describe('findings in Chinese', () => {
  it('are of every kind', () => {
    expect(Object.keys(chineseAudit.findings).filter((kind) => findings.every((one) => one.fact.kind !== kind))).toEqual([]);
    expect(pairs.length).toBeGreaterThan(1000);
  });

  it('have no Latin sentence and no punctuation of the other width', () => {
    expect([...new Set(pairs.flatMap(({ kind, zh }) => wrongSigns(zh).map((wrong) => `${kind}: ${wrong} in ${zh}`)))]).toEqual([]);
  });

  it('say something where the English does, in whole sentences', () => {
    expect(pairs.filter(({ zh, en }) => (zh === '') !== (en === ''))).toEqual([]);
    expect(pairs.filter(({ zh }) => /undefined|null|NaN|Infinity|\[object/u.test(zh))).toEqual([]);
    for (const { zh } of pairs.filter(({ en }) => en.endsWith('.'))) expect(zh).toMatch(/。$/u);
  });

  it('have the numbers that the English has', () => {
    const own = /\.\.|\d%|[A-Z]′/gu;
    const lost = pairs.flatMap(({ kind, zh, en }) => {
      const [here, there] = [numbersOf(zh), numbersOf(en.replaceAll(own, (sign) => sign.replace('..', ' ')))];
      return [...there]
        .filter((number) => !here.has(number) && Number(number) !== 0)
        .map((number) => `${kind}: ${number} of ${en} in ${zh}`);
    });
    expect([...new Set(lost)]).toEqual([]);
  });

  it('say what is assumed, and which zeros would explain it', () => {
    const one = findingOf({ kind: 'more-than-sample', address: 'a.n', printed: '312', sample: '300' });
    expect(toldFinding({ ...one, assumed: ['missing listwise', 'errors classical'] }, 'zh').message).toBe(
      '`a.n` 的发表值 312 多于样本量 300。研究说明未写明，此处假定 `missing listwise` 和 `errors classical`。',
    );
    expect(toldFinding({ ...one, padded: [{ printed: '3.10', read: '3.1' }] }, 'zh').consistent).toBe(
      '若末尾的零只是排版时补上的，则各数值相符（3.10 读作 3.1）。至多 300。',
    );
  });

  it('are in the words that were agreed on', () => {
    const told = (published: string): string[] =>
      audited(`study "S"\nindicator cul_dialect on 1..5\npublished "P" { ${published} }`).audit.findings.flatMap((one) => {
        const { message, arithmetic, consistent } = toldFinding(one, 'zh-CN');
        return [message, arithmetic, consistent];
      });
    expect(told('sample = 323\ncul_dialect.mean = 4.498\ncul_dialect.sd = 2.962')).toEqual([
      '题项“cul_dialect”的标准差不可能是 2.962：均值为 4.498 时，任何不超过 323 个的 1～5 整数回答都得不到这一数值。',
      '回答全为 1 或 5 时标准差最大，√((4.498−1)(5−4.498)·323/322)=1.328。',
      '只要有一个回答超出取值范围即可解释：51～56 皆可，其中只有 55 是同一分值录入两次；其余 322 个回答的均值为 4.342，标准差为 0.912。',
    ]);
  });
});
