// Columns that a map renames or recodes: `site from q1 { "Qianxi-1" = 1 }`. They have no declaration; cluster, joins and categories may use
// them.
import { noCodes, raise, type MappedColumn, type ValueSet } from '@studyspec/core';
import { columnName } from './clauses.ts';
import type { Context } from './context.ts';
import { checkOverlaps, readCodes } from './lower-codes.ts';
import { checkedValues } from './missing-values.ts';
import { columnSpan, type Asking } from './map.ts';

export function lowerColumns(context: Context): readonly MappedColumn[] {
  return [...context.merged.columns].map(([name, asking]) => lowerColumn(context, name, asking));
}

function lowerColumn(context: Context, name: string, asking: Asking): MappedColumn {
  const at = `data/column/${name}`;
  context.origins.set(at, asking.place);
  const from = asking.clauses.get('from');
  if (from !== undefined) context.origins.set(`${at}/from`, columnSpan(from));
  const missing = asking.clauses.get('missing');
  const items = [...(asking.items ?? [])];
  const values: { text: string; codes: ValueSet }[] = [];
  let broken = asking.broken || from?.node.shape === 'broken';
  for (const [text, item] of items) {
    const codes = item.node.broken ? null : readCodes(context, item, `"${text}"`, name);
    if (codes === null) broken = true;
    else values.push({ text, codes });
  }
  if (!broken && asking.items !== null && items.length === 0) {
    context.problems.push(raise(noCodes, { name, category: null }, { place: asking.place }));
    broken = true;
  }
  if (
    !broken &&
    !checkOverlaps(
      context,
      name,
      values.map(({ text, codes }) => ({ name: `"${text}"`, label: [], codes })),
      items.map(([, item]) => item),
    )
  )
    broken = true;
  if (broken) context.brokenColumns.add(name);
  return {
    name,
    from: from === undefined ? name : (columnName(from.node) ?? name),
    missing: missing === undefined ? null : checkedValues(context, missing),
    values: asking.items === null ? null : values,
    ...(broken ? { broken: true as const } : {}),
  };
}
