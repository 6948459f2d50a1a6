// A robustness in a report: what comes of it in a few numbers, what each alternative does by itself, and every specification.
import { addressFor } from '../../contract/declared-quantity.ts';
import type { Block, Cell, TableBlock } from '../../show/document.ts';
import { formatQuantity } from '../../show/format.ts';
import { catalogueIn } from '../../words/words.ts';
import { addressCell, statedCell, textCell, type ReportContext } from '../context.ts';
import { formatAddress } from '../../contract/quantity.ts';
import { sortedSpecifications, type RobustnessResult, type Specification } from './run.ts';

/** Rows of the table of specifications; with details, all. */
const LISTED = 60;

export function robustnessBlocks(context: ReportContext, result: RobustnessResult): readonly Block[] {
  return [
    overall(context, result),
    alternatives(context, result),
    specificationTable(context, result, context.details ? Infinity : LISTED),
  ];
}

function overall(context: ReportContext, result: RobustnessResult): TableBlock {
  const { words } = context;
  const own = catalogueIn(context.language).robustness;
  const { name } = result.plan;
  const row = (label: string, key: string, args: readonly string[] = []): readonly Cell[] => [
    textCell(label),
    addressCell(context, addressFor([name], key, args)),
  ];
  return {
    kind: 'table',
    id: `${name}:overall`,
    title: `${own.title}${words.colon}${context.labelOf(name)}`,
    columns: [
      { title: formatAddress(result.plan.number), align: 'left' },
      { title: words.computed, align: 'number' },
    ],
    rows: [
      row(own.specifications, 'specifications'),
      row(own.computed, 'computed'),
      row(own.least, 'low'),
      row(words.median, 'median'),
      row(own.largest, 'high'),
      row(own.sameSign, 'share'),
      ...result.hypotheses.map((one) => row(own.holding(context.labelOf(one)), 'share(hypothesis)', [one])),
    ],
    notes: notComputed(context, result),
  };
}

/** Why specifications have no number: how many for each reason. */
function notComputed({ language }: ReportContext, { specifications }: RobustnessResult): readonly string[] {
  const own = catalogueIn(language).robustness;
  const reasons = new Map<string, number>();
  for (const { value, refused, reason } of specifications)
    if (value === null) {
      const text = refused === null ? (reason ?? '') : own.refused(refused);
      reasons.set(text, (reasons.get(text) ?? 0) + 1);
    }
  return [...reasons].map(([text, count]) => own.without(formatQuantity(count, 'count'), text));
}

function alternatives(context: ReportContext, result: RobustnessResult): TableBlock {
  const own = catalogueIn(context.language).robustness;
  const { plan } = result;
  return {
    kind: 'table',
    id: `${plan.name}:alternatives`,
    title: own.alternatives,
    columns: [
      { title: own.option, align: 'left' },
      { title: formatAddress(plan.number), align: 'number' },
    ],
    rows: plan.axes.flatMap(({ word, alternatives: ways }) =>
      ways.map(({ name, text }): readonly Cell[] => [textCell(`${word} ${text}`), addressCell(context, addressFor([plan.name, name], ''))]),
    ),
    notes: [own.alternativesNote],
  };
}

/** Sorted by their number; the rest is counted. */
export function specificationTable(context: ReportContext, result: RobustnessResult, most: number): TableBlock {
  const own = catalogueIn(context.language).robustness;
  const { plan } = result;
  const sorted = sortedSpecifications(result);
  const shown = sorted.length <= most ? sorted : spread(sorted, most);
  return {
    kind: 'table',
    id: `${plan.name}:specifications`,
    title: own.specifications,
    columns: [
      ...plan.axes.map(({ word }) => ({ title: word, align: 'left' as const })),
      { title: formatAddress(plan.number), align: 'number' },
      { title: own.interval, align: 'number' },
      { title: 'p', align: 'number' },
    ],
    rows: shown.map((one): readonly Cell[] => [
      ...one.chosen.map((at, axis) => textCell(plan.axes[axis]!.alternatives[at]!.text)),
      statedCell(context, 'one of many specifications', one.value, result.format),
      one.low === null
        ? null
        : {
            kind: 'interval',
            low: one.low,
            high: one.high,
            format: result.format,
            decimals: context.decimals,
            unaddressed: 'one of many specifications',
          },
      statedCell(context, 'one of many specifications', one.p, 'p'),
    ]),
    notes: shown.length < sorted.length ? [own.more(formatQuantity(sorted.length - shown.length, 'count'))] : [],
  };
}

/** So many of them, both ends among them, evenly over the rest. */
function spread(sorted: readonly Specification[], most: number): readonly Specification[] {
  return Array.from({ length: most }, (_, at) => sorted[Math.round((at * (sorted.length - 1)) / (most - 1))]!);
}
