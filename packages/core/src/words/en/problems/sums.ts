// What a problem that sums up others says of them.
import { joined } from '../../../text/listed.ts';
import type { Problem } from '../../../problems/problem.ts';
import { codesOf } from '../../codes-of.ts';

export function sumsEnglish({ sums, parts = [] }: Problem): string {
  if (sums === undefined) return '';
  if (sums.of === 'regressions') return ` The same is said of ${joined(sums.others)}.`;
  const more = parts.length === 1 ? 'One more finding' : `${parts.length} more findings`;
  return ` ${more} in ${sums.table ?? 'the figures outside tables'}: ${codesOf(parts)}.`;
}
