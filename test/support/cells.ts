// Every cell of a report's tables and of the tables behind its pictures, with where it stands.
import type { Block, Cell, IntervalCell, NumberCell, ReportDocument, TableBlock } from '@studyspec/core';

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

/** The numbers that stand in sentences. */
export function toldIn(blocks: readonly Block[]): readonly { readonly cell: NumberCell; readonly where: string }[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'section') return toldIn(block.blocks).map((one) => ({ ...one, where: `${block.id} ${one.where}` }));
    return block.kind === 'paragraph'
      ? block.runs.flatMap((cell, at) => (typeof cell === 'string' || cell.kind !== 'number' ? [] : [{ cell, where: `run ${at}` }]))
      : [];
  });
}

export const isNumber = (one: PlacedCell): one is PlacedCell<NumberCell> => one.cell?.kind === 'number';
export const isInterval = (one: PlacedCell): one is PlacedCell<IntervalCell> => one.cell?.kind === 'interval';
