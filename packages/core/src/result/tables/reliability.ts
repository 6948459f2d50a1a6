// Internal consistency of every dimension, block and index, and (in detail) of every item.
import type { Block, Cell, TableBlock } from '../document.ts';
import type { Reliability } from '../../procedures/reliability/alpha.ts';
import { headingRow, numberCell, quantityCell, textCell, type ReportContext } from '../context.ts';

interface Scale { readonly name: string; readonly items: readonly string[]; readonly found: Reliability }

export function reliabilityBlocks(context: ReportContext): readonly Block[] {
  const { results } = context;
  const scales: Scale[] = [
    ...results.groups.flatMap((one) => (one.reliability === null ? [] : [{ name: one.group.name, items: one.items, found: one.reliability }])),
    ...results.indices.flatMap((one) => (one.reliability === null ? [] : [{ name: one.job.name, items: one.job.items, found: one.reliability }])),
  ];
  return scales.length === 0 ? [] : [summaryTable(context, scales), itemTable(context, scales.filter((scale) => scale.items.length > 2))].filter((table) => table !== null);
}

function summaryTable(context: ReportContext, scales: readonly Scale[]): TableBlock {
  const { words } = context;
  return { kind: 'table', id: 'reliability:summary', title: words.reliability,
    columns: [{ title: words.scaleName, align: 'left' }, ...[words.items, words.n, words.alpha].map((title) => ({ title, align: 'number' as const })),
      { title: words.low, align: 'number', group: words.interval95 }, { title: words.high, align: 'number', group: words.interval95 },
      ...[words.standardizedAlpha, words.omega, words.meanCorrelation].map((title) => ({ title, align: 'number' as const }))],
    rows: scales.map(({ name, found }): readonly Cell[] => [
      textCell(context.labelOf(name)), numberCell(context, found.k, 'count'), numberCell(context, found.n, 'count'),
      quantityCell(context, `${name}.alpha`, found.alpha, 'coefficient'), numberCell(context, found.feldt?.[0], 'coefficient'), numberCell(context, found.feldt?.[1], 'coefficient'),
      quantityCell(context, `${name}.alpha.standardized`, found.standardized, 'coefficient'), quantityCell(context, `${name}.omega`, found.omega, 'coefficient'),
      numberCell(context, found.meanInterItemCorrelation, 'coefficient')]),
    notes: [words.reliabilityNote] };
}

function itemTable(context: ReportContext, scales: readonly Scale[]): TableBlock | null {
  const { words } = context;
  if (scales.length === 0) return null;
  const groups = new Set(context.results.groups.map((one) => one.group.name));
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const { name, items, found } of scales) {
    if (rows.length > 0) parts.push(rows.length);
    rows.push(headingRow(context.labelOf(name), 4));
    for (const [position, item] of items.entries()) {
      const one = found.items[position];
      // The addresses `item.item_total` belong to the item's dimension or block, not to an index that holds it too.
      const cell = groups.has(name) ? (quantity: string, value: number | null | undefined): Cell => quantityCell(context, `${item}.${quantity}`, value, 'coefficient')
        : (_: string, value: number | null | undefined): Cell => numberCell(context, value, 'coefficient');
      rows.push([textCell(context.labelOf(item), { indent: 1 }), cell('item_total', one?.correctedItemTotal), numberCell(context, one?.smc, 'coefficient'), cell('alpha_if_deleted', one?.alphaIfDeleted)]);
    }
  }
  return { kind: 'table', id: 'reliability:items', title: words.itemAnalysis,
    columns: [{ title: words.item, align: 'left' }, ...[words.itemTotal, words.smc, words.alphaIfDeleted].map((title) => ({ title, align: 'number' as const }))], rows, parts, notes: [] };
}
