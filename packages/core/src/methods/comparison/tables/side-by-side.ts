// Items, reliability and hypotheses, a column a study.
import type { ComparedHypothesis, ComparedItem, ComparedReliability } from '../side-by-side.ts';
import type { Block, Cell, TableColumn } from '../../../show/document.ts';
import { textCell } from '../../context.ts';
import { cellsAt, type ComparisonContext } from './context.ts';

const number = (title: string, group: string): TableColumn => ({ title, align: 'number', group });

export function itemBlocks(context: ComparisonContext, items: readonly ComparedItem[]): readonly Block[] {
  const { studies, words, reports, titleOf } = context;
  const [report] = reports;
  if (items.length === 0 || report === undefined) return [];
  const columns: TableColumn[] = [
    { title: words.item, align: 'left' },
    ...studies.flatMap(({ name }, k) => [
      number(report.words.n, titleOf(name)),
      number(report.words.mean, titleOf(name)),
      number(report.words.sd, titleOf(name)),
      ...(k === 0 ? [] : [number(words.difference, titleOf(name)), number('p', titleOf(name))]),
    ]),
  ];
  const rows = items.map((item): readonly Cell[] => {
    const at = cellsAt(context, [item.name]);
    return [
      textCell(context.labelOf(item.name)),
      ...item.studies.flatMap((one, k): Cell[] => {
        if (one === null) return Array<Cell>(k === 0 ? 3 : 5).fill(null);
        const of = [studies[k]!.name];
        return [
          at.number('n(study)', of),
          at.number('mean(study)', of, { decimals: 2 }),
          at.number('sd(study)', of, { decimals: 2 }),
          ...(k === 0
            ? []
            : [
                at.number('d(study)', of, { decimals: 2, emphasis: Math.abs(at.value('d(study)', of) ?? 0) >= 0.5 }),
                at.number('holm(study)', of),
              ]),
        ];
      }),
    ];
  });
  return [{ kind: 'table', id: 'items', title: words.items, columns, rows, notes: [words.itemsNote] }];
}

export function reliabilityTable(context: ComparisonContext, scales: readonly ComparedReliability[]): readonly Block[] {
  const { studies, words, reports, titleOf } = context;
  const [report] = reports;
  if (scales.length === 0 || report === undefined) return [];
  const columns: TableColumn[] = [
    { title: report.words.scaleName, align: 'left' },
    ...studies.flatMap(({ name }) => [
      number('k', titleOf(name)),
      number('α', titleOf(name)),
      { title: report.words.interval95, align: 'number' as const, group: titleOf(name) },
    ]),
  ];
  const rows = scales.map((scale): readonly Cell[] => {
    const at = cellsAt(context, [scale.name]);
    return [
      textCell(context.labelOf(scale.name)),
      ...scale.studies.flatMap((one, k): Cell[] => {
        if (one === null) return [null, null, null];
        const of = [studies[k]!.name];
        return [
          at.number('items(study)', of),
          at.number('alpha(study)', of),
          at.interval(['alpha.low(study)', 'alpha.high(study)'], of, 2),
        ];
      }),
    ];
  });
  return [{ kind: 'table', id: 'reliability', title: words.reliability, columns, rows, notes: [words.reliabilityNote] }];
}

export function hypothesisTable(context: ComparisonContext, hypotheses: readonly ComparedHypothesis[]): readonly Block[] {
  const { studies, words, reports, titleOf } = context;
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
      columns: [{ title: words.claim, align: 'left' }, ...studies.map(({ name }) => ({ title: titleOf(name), align: 'left' as const }))],
      rows,
      notes: [],
    },
  ];
}
