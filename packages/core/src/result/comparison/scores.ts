// Scores three ways, and the warning that belongs to them.
import type { ComparedScores } from '../../comparison/scores.ts';
import type { ScoredWay } from '../../procedures/index/three-ways.ts';
import type { Block, Cell, TableColumn } from '../document.ts';
import { textCell } from '../context.ts';
import { formatQuantity } from '../format.ts';
import { numberCell, type ComparisonContext } from './context.ts';

export function scoreBlocks(context: ComparisonContext, compared: ComparedScores): readonly Block[] {
  const { words, reports, labelOf } = context;
  const report = reports[0]!;
  const number = (title: string, group: string): TableColumn => ({ title, align: 'number', group });
  const cells = (way: ScoredWay | null): Cell[] => [numberCell(report, way?.index.mean, 'score'), numberCell(report, way?.index.sd, 'score')];
  const rows = compared.ways.studies.map((study): readonly Cell[] => [
    textCell(study.name), numberCell(report, study.frozen.index.n, 'count'), ...cells(study.frozen), numberCell(report, study.frozen.scores.outside.index.below + study.frozen.scores.outside.index.above, 'count'), ...cells(study.reestimated), ...cells(study.pooled), numberCell(report, study.frozenWithReestimated, 'coefficient'),
  ]);
  const first = context.studies[0]!.name;
  const own = compared.ways.studies.slice(1).map((study) => study.frozen.scores.outside.index).reduce((sum, one) => sum + one.below + one.above, 0);
  return [
    { kind: 'table', id: `${compared.index}:scores`, title: words.scoresOf(labelOf(compared.index)),
      columns: [{ title: words.study, align: 'left' }, { title: report.words.n, align: 'number' }, number(report.words.mean, words.frozen(first)), number(report.words.sd, words.frozen(first)), number(words.outside, words.frozen(first)),
        number(report.words.mean, words.reestimated), number(report.words.sd, words.reestimated), number(report.words.mean, words.pooled), number(report.words.sd, words.pooled), { title: 'r', align: 'number' }],
      rows, notes: [words.scoresNote, ...(compared.fewer ? [words.fewerItems(formatQuantity(compared.items.length, 'count'))] : []), ...(own > 0 ? [words.outsideNote(first)] : [])] },
    ...(compared.ways.stretches ? [{ kind: 'note' as const, tone: 'warning' as const, text: words.stretchedScores(labelOf(compared.index)) }] : []),
  ];
}
