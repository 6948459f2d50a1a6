import { describe, expect, it } from 'vitest';
import { execute, studyOfSums, sumsOf, rangesOf, mergeSums, mergeRanges, noMemo, type CountedSums } from '@studyspec/core';
import { EXAMPLES, runExample } from '../support/examples.ts';

const studies = EXAMPLES.map((name) => [name, runExample(name)] as const).filter(([, ran]) => ran.results !== null);

describe.each(studies)('%s', (_name, { compiled: { plan }, coded, frame }) => {
  it('equal', () => {
    const rows = execute(plan!, coded!, frame!, noMemo);
    const sums = sumsOf(plan!, coded!, frame!, 0);
    console.log('size', JSON.stringify(sums).length, sums.tables.length, 'tables', sums.lacking);
    const first = studyOfSums(plan!, sums, null);
    const e1 = execute(plan!, first.coded, first.frame, noMemo);
    [...e1.quantities];
    console.log('asked', first.asked.size);
    const ranges = rangesOf(plan!, coded!, frame!, { digest: sums.digest, forms: [...first.asked] });
    const second = studyOfSums(plan!, sums, ranges);
    const counted = execute(plan!, second.coded, second.frame, noMemo);
    const all = new Map(counted.quantities);
    const reasons = new Map<string, number>();
    const ex = new Map<string, string[]>();
    let [bad, lack, same, nul] = [0, 0, 0, 0];
    for (const [address, q] of rows.quantities) {
      const own = all.get(address);
      if (own === undefined) { lack++; if (lack < 10) console.log('lacks', address, q.value); continue; }
      if (own.value === null) { if (q.value !== null) { nul++; const r = own.reason ?? '?'; reasons.set(r, (reasons.get(r) ?? 0) + 1); ex.set(r, [...(ex.get(r) ?? []), address]); } else same++; continue; }
      if (q.value === null || Math.abs(own.value - q.value) > 1e-9 * Math.max(1, Math.abs(q.value))) { bad++; if (bad < 20) console.log('BAD', address, q.value, own.value, q.reason); }
      else same++;
    }
    console.log({ bad, lack, same, nul, extra: all.size }, reasons);
    for (const [r, a] of ex) { const heads = new Map<string, number>(); for (const one of a) { const h = one.split('.').slice(0,2).join('.').replace(/\(.*/, ''); heads.set(h, (heads.get(h) ?? 0) + 1); } console.log(r, heads); }
  });
});
