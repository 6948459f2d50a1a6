// Congruence and target rotation against psych.
import { describe, expect, test } from 'vitest';
import { compareStructures, type StructureComparison } from '@studyspec/core';
import { agree, readReference, studiesOf } from './studies.ts';

interface Case {
  readonly data: string;
  readonly group: string;
  readonly groups: readonly string[];
  readonly items: readonly string[];
  readonly components: number;
  readonly n: readonly number[];
  readonly original: number[][];
  readonly congruence: number[][];
  readonly matched_columns: number[];
  readonly matched: number[];
  readonly rotated: number[][];
  readonly rotated_congruence: number[];
  readonly item_congruence: number[];
}
const reference = readReference<{
  readonly tolerance: Record<'congruence' | 'loadings', { readonly abs: number }>;
  readonly cases: Record<string, Case>;
}>('congruence');

function farthest(found: readonly (readonly (number | null)[])[], expected: readonly (readonly number[])[]): string[] {
  return expected.flatMap((row, i) =>
    row.flatMap((value, j) =>
      agree(found[i]![j], value, reference.tolerance.loadings) ? [] : [`${i}, ${j}: ${found[i]![j]} and not ${value}`],
    ),
  );
}

describe.each(Object.entries(reference.cases))('%s', (_, one) => {
  const [original, other] = studiesOf(one.data, one.group, one.groups, one.items);
  const found = compareStructures(one.items, original!.columns, other!.columns, {
    components: one.components,
    rule: { extract: { kind: 'components' }, rotate: { kind: 'varimax', kaiser: true } },
    replications: 0,
    seed: 1,
  }) as StructureComparison;

  test('loadings, congruence, matching', () => {
    expect(found.n).toEqual(one.n);
    expect(farthest(found.original, one.original)).toEqual([]);
    expect(farthest(found.matrix, one.congruence)).toEqual([]);
    expect(found.match.columns).toEqual(one.matched_columns);
    expect(farthest([found.components.map((component) => component.phi)], [one.matched])).toEqual([]);
  });

  test('rotation to the original', () => {
    expect(farthest(found.rotated, one.rotated)).toEqual([]);
    expect(farthest([found.components.map((component) => component.rotatedPhi)], [one.rotated_congruence])).toEqual([]);
    expect(farthest([found.items.map((item) => item.congruence)], [one.item_congruence])).toEqual([]);
  });
});
