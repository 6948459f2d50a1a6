// What of a plan decides how answers are read and coded, as a short text: sums of two specs that differ in it count different things.
import type { Plan } from '../methods/plan.ts';
import type { SumsColumn, SumsTable } from './sums.ts';

/** Labels, paths and what is computed do not enter. */
export function dataDigest(plan: Plan): string {
  const { file: _file, from: _from, engine: _engine, table: _table, ...data } = plan.data ?? { file: '', from: '' };
  const part = { data, variables: plan.variables, groups: plan.groups.map(({ kind, name, members }) => [kind, name, members]) };
  return digestOf(
    JSON.stringify(part, (key, value: unknown) => (key === 'label' || key === 'lowLabel' || key === 'highLabel' ? undefined : value)),
  );
}

/**
 * Of what a part tells, so that the same part is known again. It is made of nothing else than what leaves. Empty where that is next to
 * nothing: then two parts may well tell the same.
 */
export function partDigest(rows: number, columns: readonly SumsColumn[], tables: readonly SumsTable[]): string {
  const told = tables.some(({ frequencies }) => frequencies.some((counts) => counts !== null && counts.some((count) => count > 0)));
  return rows === 0 || !told ? '' : digestOf(JSON.stringify([rows, columns, tables]));
}

/** FNV-1a of 64 bits over the text's units (Fowler, Noll & Vo), in two halves: its prime is 2⁴⁰ + 435. */
export function digestOf(text: string): string {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let at = 0; at < text.length; at++) {
    low ^= text.charCodeAt(at);
    const first = (low & 0xffff) * 435;
    const second = (low >>> 16) * 435 + (first >>> 16);
    high = (Math.imul(high, 435) + (second >>> 16) + (low << 8)) >>> 0;
    low = ((second << 16) | (first & 0xffff)) >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
