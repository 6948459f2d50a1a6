// Internal consistency of every dimension, block and index, and (in detail) of every item.
import type { Block, Cell, TableBlock } from '../../show/document.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import type { groupReliability } from './quantities.ts';
import { addressCell, headingRow, textCell, type ReportContext } from '../context.ts';

interface Scale {
  readonly name: string;
  readonly items: readonly string[];
}

type ReliabilityQuantity = keyof typeof groupReliability;
const SUMMARY = [
  'items',
  'alpha.n',
  'alpha',
  'alpha.low',
  'alpha.high',
  'alpha.standardized',
  'omega',
  'mean_r',
] as const satisfies readonly ReliabilityQuantity[];
const SPLIT = ['split.r', 'split.spearman_brown', 'split.horst', 'split.guttman'] as const satisfies readonly ReliabilityQuantity[];
const PER_ITEM = ['item_total(item)', 'smc(item)', 'alpha_if_deleted(item)'] as const satisfies readonly ReliabilityQuantity[];

export function reliabilityBlocks(context: ReportContext): readonly Block[] {
  const { results } = context;
  const scales: Scale[] = [
    ...results.groups.flatMap((one) => (one.reliability === null ? [] : [{ name: one.group.name, items: one.items }])),
    ...results.indices.flatMap((one) => (one.reliability === null ? [] : [{ name: one.job.name, items: one.job.items }])),
    ...results.composites.flatMap((one) => (one.reliability === null ? [] : [{ name: one.job.name, items: one.job.members }])),
  ];
  return scales.length === 0
    ? []
    : [
        summaryTable(context, scales),
        context.details ? splitTable(context, scales) : null,
        itemTable(
          context,
          scales.filter((scale) => scale.items.length > 2),
        ),
      ].filter((table) => table !== null);
}

function summaryTable(context: ReportContext, scales: readonly Scale[]): TableBlock {
  const { words } = context;
  return {
    kind: 'table',
    id: 'reliability:summary',
    title: words.reliability,
    columns: [
      { title: words.scaleName, align: 'left' },
      ...[words.items, words.n, words.alpha].map((title) => ({ title, align: 'number' as const })),
      { title: words.low, align: 'number', group: words.interval95 },
      { title: words.high, align: 'number', group: words.interval95 },
      ...[words.standardizedAlpha, words.omega, words.meanCorrelation].map((title) => ({ title, align: 'number' as const })),
    ],
    rows: scales.map(({ name }): readonly Cell[] => [
      textCell(context.labelOf(name)),
      ...SUMMARY.map((quantity) => addressCell(context, addressFor([name], quantity))),
    ]),
    notes: [words.reliabilityNote],
  };
}

/** Whoever compares with SPSS's SPLIT model finds its numbers here. */
function splitTable(context: ReportContext, scales: readonly Scale[]): TableBlock {
  const { words } = context;
  return {
    kind: 'table',
    id: 'reliability:split',
    title: words.splitHalf,
    columns: [
      { title: words.scaleName, align: 'left' },
      ...[words.halvesR, 'Spearman–Brown', 'Horst', 'Guttman'].map((title) => ({ title, align: 'number' as const })),
    ],
    rows: scales.map(({ name }): readonly Cell[] => [
      textCell(context.labelOf(name)),
      ...SPLIT.map((quantity) => addressCell(context, addressFor([name], quantity))),
    ]),
    notes: [words.splitNote],
  };
}

function itemTable(context: ReportContext, scales: readonly Scale[]): TableBlock | null {
  const { words } = context;
  if (scales.length === 0) return null;
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const { name, items } of scales) {
    if (rows.length > 0) parts.push(rows.length);
    rows.push(headingRow(context.labelOf(name), 4));
    // `item.item_total` is of the item's own dimension; an item may stand in several scales.
    for (const item of items)
      rows.push([
        textCell(context.labelOf(item), { indent: 1 }),
        ...PER_ITEM.map((quantity) => addressCell(context, addressFor([name], quantity, [item]))),
      ]);
  }
  return {
    kind: 'table',
    id: 'reliability:items',
    title: words.itemAnalysis,
    columns: [
      { title: words.itemOfScale, align: 'left' },
      ...[words.itemTotal, words.smc, words.alphaIfDeleted].map((title) => ({ title, align: 'number' as const })),
    ],
    rows,
    parts,
    notes: [],
  };
}
