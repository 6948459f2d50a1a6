// Congruence of the components, and where the items went.
import type { ComparedStructure } from '../structure.ts';
import { componentKey } from '../quantities-structure.ts';
import type { StructureFailure } from '../../index/structures.ts';
import type { Block, Cell, TableColumn } from '../../../show/document.ts';
import { textCell, type CellLooks } from '../../context.ts';
import { formatQuantity } from '../../../show/format.ts';
import { cellsAt, type ComparisonContext } from './context.ts';

export function structureBlocks(context: ComparisonContext, compared: ComparedStructure): readonly Block[] {
  const { words, reports, labelOf } = context;
  const report = reports[0]!;
  const name = (k: number): string => {
    const own = compared.components[k];
    return own == null ? words.component(String(k + 1)) : labelOf(own);
  };
  const at = cellsAt(context, [compared.index]);
  const key = (k: number): string | number => componentKey(compared, k);
  const number = (title: string, group?: string): TableColumn => ({ title, align: 'number', ...(group === undefined ? {} : { group }) });
  return compared.against.flatMap(({ study, found }): Block[] => {
    if ('problem' in found) return [{ kind: 'note', tone: 'warning', text: failureText(context, study, found) }];
    const congruence: readonly (readonly Cell[])[] = found.components.map((one, k) => [
      textCell(name(k)),
      at.number('congruence(component, study)', [key(k), study]),
      at.interval(['congruence.low(component, study)', 'congruence.high(component, study)'], [key(k), study], 2),
      textCell(one.band === null ? '' : words.band[one.band]),
      at.number('congruence.rotated(component, study)', [key(k), study]),
      at.interval(['congruence.rotated.low(component, study)', 'congruence.rotated.high(component, study)'], [key(k), study], 2),
    ]);
    const loading = (item: string, k: number, of: string, looks: CellLooks = {}): Cell => {
      const args = [item, key(k), of];
      const muted = Math.abs(at.value('loading(item, component, study)', args)!) < 0.4;
      return at.number('loading(item, component, study)', args, { decimals: 2, muted, ...looks });
    };
    const loadings: readonly (readonly Cell[])[] = found.items.map((item) => [
      textCell(labelOf(item.item)),
      ...found.original[0]!.map((_, k) => loading(item.item, k, context.studies[0]!.name)),
      ...found.rotated[0]!.map((_, k) => loading(item.item, k, study, { emphasis: item.differences[k]!.salient })),
      textCell(item.moved === 'no' ? '' : words.moved[item.moved](name(item.otherHome))),
    ]);
    const moved = found.items.filter((item) => item.moved === 'established');
    return [
      {
        kind: 'table',
        id: `${compared.index}:congruence:${study}`,
        title: words.congruenceOf(labelOf(compared.index), context.titleOf(study)),
        columns: [
          { title: words.componentTitle, align: 'left' },
          number('φ', words.asFound),
          number(report.words.interval95, words.asFound),
          { title: words.reading, align: 'left' },
          number('φ', words.rotatedTo),
          number(report.words.interval95, words.rotatedTo),
        ],
        rows: congruence,
        notes: [
          words.congruenceNote(formatQuantity(compared.items.length, 'count')),
          ...(found.bootstrap === null
            ? []
            : [words.bootstrapNote(formatQuantity(found.bootstrap.usable, 'count'), String(found.bootstrap.seed))]),
        ],
      },
      {
        kind: 'table',
        id: `${compared.index}:loadings:${study}`,
        title: words.loadingsOf(labelOf(compared.index), context.titleOf(study)),
        columns: [
          { title: words.itemOfScale, align: 'left' },
          ...found.original[0]!.map((_, k) => number(name(k), context.titleOf(context.studies[0]!.name))),
          ...found.rotated[0]!.map((_, k) => number(name(k), context.titleOf(study))),
          { title: words.where, align: 'left' },
        ],
        rows: loadings,
        notes: [words.loadingsNote],
      },
      ...(moved.length > 0
        ? [
            {
              kind: 'note' as const,
              tone: 'warning' as const,
              text: words.movedNote(context.titleOf(study), moved.map((item) => labelOf(item.item)).join(report.words.listComma)),
            },
          ]
        : []),
    ];
  });
}

function failureText(context: ComparisonContext, study: string, failure: StructureFailure): string {
  const { words, studies, labelOf } = context;
  switch (failure.problem) {
    case 'too-few-cases':
      return words.problem['too-few-cases'](
        context.titleOf(failure.study === 'original' ? studies[0]!.name : study),
        formatQuantity(failure.n, 'count'),
      );
    case 'constant-item':
      return words.problem['constant-item'](
        context.titleOf(failure.study === 'original' ? studies[0]!.name : study),
        failure.items.map(labelOf).join(context.reports[0]!.words.listComma),
      );
    case 'no-solution':
      return words.noSolution(context.titleOf(failure.study === 'original' ? studies[0]!.name : study));
    case 'too-many-components':
      return words.tooManyComponents;
  }
}
