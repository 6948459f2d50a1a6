// What was analysed differently, clause by clause.
import type { AnalysedDifference } from '../analysed.ts';
import type { Block, Cell } from '../../../show/document.ts';
import { textCell } from '../../context.ts';
import type { ComparisonContext } from './context.ts';

export function analysedBlocks(context: ComparisonContext, analysed: readonly AnalysedDifference[]): readonly Block[] {
  const { words, studies } = context;
  if (analysed.length === 0) return [{ kind: 'note', tone: 'good', text: words.analysedAlike }];
  const rows = analysed.map(({ name, clause, studies: texts }): readonly Cell[] => [
    textCell(name === null ? words.dataRules : context.labelOf(name)),
    textCell(clause ?? ''),
    ...texts.map(
      (text, k): Cell =>
        text === null
          ? textCell(words.notStated, { muted: true })
          : clause === null
            ? textCell(words.stated)
            : textCell(k > 0 && text === texts[0] ? words.alike : text, { muted: k > 0 && text === texts[0] }),
    ),
  ]);
  return [
    {
      kind: 'table',
      id: 'analysed',
      title: words.analysed,
      columns: [
        { title: words.declaration, align: 'left' },
        { title: words.clause, align: 'left' },
        ...studies.map((study) => ({ title: context.titleOf(study.name), align: 'left' as const })),
      ],
      rows,
      notes: [],
    },
  ];
}
