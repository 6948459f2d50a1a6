// Items, reliability and hypotheses, a column a study.
import type { ComparedHypothesis, ComparedItem, ComparedReliability } from '../side-by-side.ts';
import type { Block, Cell, TableColumn } from '../../../show/document.ts';
import { textCell } from '../../context.ts';
import { intervalOf, numberCell, type ComparisonContext } from './context.ts';

const number = (title: string, group: string): TableColumn => ({ title, align: 'number', group });

export function itemBlocks(context: ComparisonContext, items: readonly ComparedItem[]): readonly Block[] {
  const { studies, words, reports } = context;
  const [report] = reports;
  if (items.length === 0 || report === undefined) return [];
  const columns: TableColumn[] = [
    { title: words.item, align: 'left' },
    ...studies.flatMap(({ name }, k) => [
      number(report.words.n, name),
      number(report.words.mean, name),
      number(report.words.sd, name),
      ...(k === 0 ? [] : [number(words.difference, name), number('p', name)]),
    ]),
  ];
  const rows = items.map((item): readonly Cell[] => [
    textCell(context.labelOf(item.name)),
    ...item.studies.flatMap((one, k): Cell[] => {
      if (one === null) return Array<Cell>(k === 0 ? 3 : 5).fill(null);
      const { n, mean, sd, d, pHolm } = one;
      return [
        numberCell(report, n, 'count'),
        numberCell(report, mean, 'mean', { decimals: 2 }),
        numberCell(report, sd, 'mean', { decimals: 2 }),
        ...(k === 0
          ? []
          : [
              numberCell(report, d, 'coefficient', { decimals: 2, emphasis: d !== null && Math.abs(d) >= 0.5 }),
              numberCell(report, pHolm, 'p'),
            ]),
      ];
    }),
  ]);
  return [{ kind: 'table', id: 'items', title: words.items, columns, rows, notes: [words.itemsNote] }];
}

export function reliabilityTable(context: ComparisonContext, scales: readonly ComparedReliability[]): readonly Block[] {
  const { studies, words, reports } = context;
  const [report] = reports;
  if (scales.length === 0 || report === undefined) return [];
  const columns: TableColumn[] = [
    { title: report.words.scaleName, align: 'left' },
    ...studies.flatMap(({ name }) => [
      number('k', name),
      number('α', name),
      { title: report.words.interval95, align: 'number' as const, group: name },
    ]),
  ];
  const rows = scales.map((scale): readonly Cell[] => [
    textCell(context.labelOf(scale.name)),
    ...scale.studies.flatMap((one): Cell[] =>
      one === null
        ? [null, null, null]
        : [numberCell(report, one.items, 'count'), numberCell(report, one.alpha, 'coefficient'), intervalOf(one, 2)],
    ),
  ]);
  return [{ kind: 'table', id: 'reliability', title: words.reliability, columns, rows, notes: [words.reliabilityNote] }];
}

export function hypothesisTable(context: ComparisonContext, hypotheses: readonly ComparedHypothesis[]): readonly Block[] {
  const { studies, words, reports } = context;
  if (hypotheses.length === 0) return [];
  const rows = hypotheses.map((one): readonly Cell[] => [
    textCell(context.labelOf(one.name)),
    ...one.studies.map(
      (result, k): Cell =>
        result === null
          ? textCell(words.notStated, { muted: true })
          : textCell(reports[k]!.words[result.verdict], { emphasis: result.verdict !== 'holds' }),
    ),
  ]);
  return [
    {
      kind: 'table',
      id: 'hypotheses',
      title: words.hypotheses,
      columns: [{ title: words.claim, align: 'left' }, ...studies.map(({ name }) => ({ title: name, align: 'left' as const }))],
      rows,
      notes: [],
    },
  ];
}
