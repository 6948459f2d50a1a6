// Groups of an answer whose rows are elsewhere, from how often each value was counted in each group: ranks and medians as of rows.
import type { Codes } from '../../counts/points.ts';
import { levelsOf, type Linear } from '../../rowless/columns.ts';
import { commonMask, isSingle } from '../../rowless/linear.ts';
import { orReason } from '../../rowless/needs-rows.ts';
import { compareCounts, independentTestOfCounts, type CountedValues } from './point-groups.ts';
import type { GroupComparison } from './groups.ts';
import type { IndependentTest } from './t-test.ts';

/** Null where it is a sum of answers, or was not counted by these groups. */
export function comparisonOfAnswers(
  values: Linear,
  codes: Codes,
  levels: readonly string[],
): { readonly found: GroupComparison | null } | null {
  const counted = countsByLevel(values, codes);
  return counted === null ? null : { found: compareCounts(counted, levels) };
}

/** As it. */
export function testOfAnswers(values: Linear, codes: Codes, levels: number): { readonly found: IndependentTest | null } | null {
  const counted = countsByLevel(values, codes);
  return counted === null ? null : { found: independentTestOfCounts(counted, levels) };
}

function countsByLevel(values: Linear, codes: Codes): CountedValues | null {
  const { category, within } = levelsOf(codes)!;
  const [part] = values.parts;
  if (part === undefined || !isSingle(values) || !values.needs.includes(part[0])) return null;
  const [name, table] = part;
  const counts = orReason(() => values.source.counted(commonMask([values], within), [name, category]).pair(name, category));
  if ('reason' in counts) return null;
  const groups = values.source.valuesOf(category).length;
  return { values: table.map((value) => values.constant + value), inGroup: (value, group) => counts.value[value * groups + group]! };
}
