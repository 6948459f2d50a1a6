// Every cell of a report's tables and of the tables behind its pictures, with where it stands.
import type { Block, Cell, IntervalCell, NumberCell, Phrase, ReportDocument, TableBlock } from '@studyspec/core';

export interface PlacedCell<C extends Cell = Cell> {
  readonly cell: C;
  readonly table: TableBlock;
  readonly row: number;
  readonly column: number;
  readonly where: string;
  readonly section: string;
}

export function tablesIn(blocks: readonly Block[], section = ''): readonly { readonly table: TableBlock; readonly section: string }[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'section':
        return tablesIn(block.blocks, block.id);
      case 'table':
        return [{ table: block, section }];
      case 'figure':
        return block.table === null ? [] : [{ table: block.table, section }];
      case 'note':
      case 'summary':
      case 'paragraph':
        return [];
    }
  });
}

export function cellsIn(blocks: ReportDocument['blocks']): readonly PlacedCell[] {
  return tablesIn(blocks).flatMap(({ table, section }) =>
    table.rows.flatMap((cells, row) =>
      cells.map((cell, column) => ({ cell, table, row, column, section, where: `${table.id} row ${row} column ${column}` })),
    ),
  );
}

/** Cells of a document's sentences. */
export function phrasedIn(blocks: readonly Block[]): readonly (NumberCell | IntervalCell)[] {
  const numbers = (phrase: Phrase | undefined): readonly (NumberCell | IntervalCell)[] =>
    (phrase ?? []).flatMap((one) => (typeof one === 'string' ? [] : [one]));
  return blocks.flatMap((block) => {
    if (block.kind === 'section') return phrasedIn(block.blocks);
    if (block.kind === 'paragraph') return numbers(block.runs);
    if (block.kind === 'summary')
      return [
        ...block.tiles.flatMap(({ figure, label }) => [...numbers(figure), ...numbers(label)]),
        ...block.findings.flatMap(({ text, aside }) => [...numbers(text), ...numbers(aside)]),
      ];
    return [];
  });
}

export const isNumber = (one: PlacedCell): one is PlacedCell<NumberCell> => one.cell?.kind === 'number';
export const isInterval = (one: PlacedCell): one is PlacedCell<IntervalCell> => one.cell?.kind === 'interval';
