// Scores three ways, and the warning that belongs to them.
import type { ComparedScores } from '../scores.ts';
import type { Block, Cell, TableColumn } from '../../../show/document.ts';
import { textCell } from '../../context.ts';
import { formatQuantity } from '../../../show/format.ts';
import { cellsAt, type ComparisonContext } from './context.ts';

export function scoreBlocks(context: ComparisonContext, compared: ComparedScores): readonly Block[] {
  const { words, reports, labelOf } = context;
  const report = reports[0]!;
  const number = (title: string, group: string): TableColumn => ({ title, align: 'number', group });
  const at = cellsAt(context, [compared.index]);
  const rows = compared.ways.studies.map(({ name }): readonly Cell[] => [
    textCell(context.titleOf(name)),
    at.number('frozen.n(study)', [name]),
    at.number('frozen.mean(study)', [name]),
    at.number('frozen.sd(study)', [name]),
    at.number('frozen.outside(study)', [name]),
    at.number('frozen.difference(study)', [name]),
    at.interval(['frozen.difference.low(study)', 'frozen.difference.high(study)'], [name], 2),
    at.number('frozen.difference.p(study)', [name]),
    at.number('own.mean(study)', [name]),
    at.number('own.sd(study)', [name]),
    at.number('together.mean(study)', [name]),
    at.number('together.sd(study)', [name]),
    at.number('frozen.correlation(study)', [name]),
  ]);
  const first = context.titleOf(context.studies[0]!.name);
  const isOutside = compared.ways.studies.slice(1).some(({ name, frozen: { scores } }) => {
    const { hidden } = at.number('frozen.outside(study)', [name]);
    return hidden !== undefined || scores.outside.index.below + scores.outside.index.above > 0;
  });
  return [
    {
      kind: 'table',
      id: `${compared.index}:scores`,
      title: words.scoresOf(labelOf(compared.index)),
      columns: [
        { title: words.study, align: 'left' },
        { title: report.words.n, align: 'number' },
        number(report.words.mean, words.frozen(first)),
        number(report.words.sd, words.frozen(first)),
        number(words.outside, words.frozen(first)),
        number(words.against(first), words.frozen(first)),
        number(report.words.interval95, words.frozen(first)),
        number('p', words.frozen(first)),
        number(report.words.mean, words.reestimated),
        number(report.words.sd, words.reestimated),
        number(report.words.mean, words.pooled),
        number(report.words.sd, words.pooled),
        { title: 'r', align: 'number' },
      ],
      rows,
      notes: [
        words.scoresNote,
        words.levelNote(first),
        ...(compared.fewer ? [words.fewerItems(formatQuantity(compared.items.length, 'count'))] : []),
        ...(isOutside ? [words.outsideNote(first)] : []),
      ],
    },
    ...(compared.ways.stretches
      ? [{ kind: 'note' as const, tone: 'warning' as const, text: words.stretchedScores(labelOf(compared.index)) }]
      : []),
  ];
}
