// What a problem that sums up others says of them, in Chinese.
import type { Problem } from '../../../problems/problem.ts';
import { codesOf } from '../../codes-of.ts';
import { names, quoted } from '../text.ts';

export function sumsChinese({ sums, parts = [] }: Problem): string {
  if (sums === undefined) return '';
  if (sums.of === 'regressions') return `${names(sums.others)}也是如此。`;
  return `${sums.table === null ? '表格之外的发表值' : quoted(sums.table)}另有 ${parts.length} 处：${codesOf(parts).replaceAll(', ', '、')}。`;
}
