// What was asked differently, variable by variable.
import type { AskedVariable, Difference } from '../asked.ts';
import type { Block, Cell } from '../../../show/document.ts';
import { textCell } from '../../context.ts';
import { formatQuantity } from '../../../show/format.ts';
import type { ComparisonContext } from './context.ts';
import type { ComparisonWords } from '../../../words/en/comparison.ts';

export function askedBlocks(context: ComparisonContext, asked: readonly AskedVariable[]): readonly Block[] {
  const { words, studies } = context;
  const departing = asked.filter((variable) => variable.studies.some((study) => study.differences.length > 0));
  if (departing.length === 0) return [{ kind: 'note', tone: 'good', text: words.allAlike }];
  const count = (n: number): string => formatQuantity(n, 'count');
  const rows = departing.map((variable): readonly Cell[] => [
    textCell(context.labelOf(variable.name)),
    ...variable.studies.map(({ column, differences }, k): Cell => {
      if (differences.length === 0) return textCell(k === 0 ? (column ?? '') : words.alike, { muted: true });
      return textCell(differences.map((one) => differenceText(one, words)).join(words.semicolon), column === null ? {} : { aside: column });
    }),
  ]);
  return [
    { kind: 'note', tone: 'plain', text: words.askedCount(count(asked.length - departing.length), count(asked.length)) },
    {
      kind: 'table',
      id: 'asked',
      title: words.asked,
      columns: [
        { title: words.variable, align: 'left' },
        ...studies.map((study) => ({ title: context.titleOf(study.name), align: 'left' as const })),
      ],
      rows,
      notes: [],
    },
  ];
}

function differenceText(difference: Difference, words: ComparisonWords): string {
  switch (difference.kind) {
    case 'absent':
      return words.absent;
    case 'added':
      return words.added;
    case 'asked-on':
      return words.askedOn(difference.own, difference.first);
    case 'scale':
      return words.scale(difference.own, difference.first);
    case 'direction':
      return words.direction(difference.own);
    case 'levels':
      return words.levels(difference.own, difference.first);
    case 'reference':
      return words.reference(difference.own, difference.first);
    case 'binning':
      return words.binning(difference.own);
    case 'formula':
    case 'condition':
      return words.formula(difference.own, difference.first);
    case 'type':
      return words.type(words.sort[difference.own], words.sort[difference.first]);
  }
}
