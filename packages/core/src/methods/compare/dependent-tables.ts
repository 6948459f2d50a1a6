// Paired measurements and means held against a value, as papers print them.
import { addressFor } from '../../contract/declared-quantity.ts';
import type { Block, Cell, TableBlock, TableColumn } from '../../show/document.ts';
import { formatPlain } from '../../show/format.ts';
import { bandsNote } from '../bands.ts';
import { addressCell, conditionText, intervalCell, textCell, type ReportContext } from '../context.ts';
import { unweightedNote } from '../design/tables.ts';
import type { CompareResult } from '../results.ts';
import { comparePath } from './job.ts';

export function dependentBlocks(context: ReportContext, { job, others }: CompareResult): readonly Block[] {
  const cells = others.filter(({ kind }) => kind === 'paired outcome of compare' || kind === 'single outcome of compare');
  if (cells.length === 0) return [];
  const { words } = context;
  const pairs = job.with !== undefined;
  const tests = ['t', 'df', 'p', 'd'] as const;
  const shown = pairs
    ? (['n', 'mean', 'sd', 'with.mean', 'with.sd', 'r', 'difference', 'difference.low', ...tests, 'wilcoxon.z', 'wilcoxon.p'] as const)
    : (['n', 'mean', 'sd', 'difference', 'difference.low', ...tests] as const);
  const titles: readonly (readonly [string, string | null])[] = [
    [words.n, null],
    [words.mean, pairs ? words.firstMeasurement : null],
    [words.sd, pairs ? words.firstMeasurement : null],
    ...(pairs
      ? ([
          [words.mean, words.secondMeasurement],
          [words.sd, words.secondMeasurement],
          ['r', null],
        ] as const)
      : []),
    [words.difference, null],
    [words.interval95, null],
    ['t', null],
    ['df', null],
    [words.p, null],
    ['d', null],
    ...(pairs
      ? ([
          ['z', 'Wilcoxon'],
          ['p', 'Wilcoxon'],
        ] as const)
      : []),
  ];
  const table: TableBlock = {
    kind: 'table',
    id: `${job.name}:${pairs ? 'paired' : 'single'}`,
    title: context.labelOf(job.name),
    columns: [
      { title: words.outcome, align: 'left' },
      ...titles.map(([title, group]): TableColumn => ({ title, align: 'number', ...(group === null ? {} : { group }) })),
    ],
    rows: cells.map(({ outcome }): readonly Cell[] => {
      const path = comparePath(job, outcome, '');
      const second = job.with?.[job.outcomes.indexOf(outcome)];
      return [
        textCell(second === undefined ? context.labelOf(outcome) : words.pair(context.labelOf(outcome), context.labelOf(second))),
        ...shown.map((quantity) =>
          quantity === 'difference.low'
            ? intervalCell(context, [addressFor(path, 'difference.low'), addressFor(path, 'difference.high')])
            : addressCell(context, addressFor(path, quantity), quantity === 't' ? { starredBy: addressFor(path, 'p') } : {}),
        ),
      ];
    }),
    notes: [
      ...unweightedNote(context, job),
      ...(job.where === null ? [] : [words.whereNote(conditionText(context, job.where))]),
      ...(job.missing === 'listwise' && job.outcomes.length > 1 ? [words.dependentListwise] : []),
      pairs ? words.pairedNote : words.singleNote(formatPlain(job.against!)),
      bandsNote(context),
    ],
  };
  return [table];
}
