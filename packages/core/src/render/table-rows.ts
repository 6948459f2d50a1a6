// The tables of a document one after the other, for forms that hold nothing but tables, and how each is named there.
import { captionLines } from './caption.ts';
import type { Block, Cell, ReportDocument, TableBlock, TableColumn } from '../show/document.ts';
import type { Words } from '../words/words.ts';
import { isSpanning } from './cells.ts';

export function tablesOf(document: ReportDocument): TableBlock[] {
  const within = (block: Block): TableBlock[] =>
    block.kind === 'section'
      ? block.blocks.flatMap(within)
      : block.kind === 'table'
        ? [block]
        : block.kind === 'figure' && block.table !== null
          ? [block.table]
          : [];
  return document.blocks.flatMap(within);
}

export const tableCaptions = (table: TableBlock, words: Words): readonly string[] => captionLines(words, table);

/** With the heading over it, where a form has one row of heads. */
export const headText = ({ title, group }: TableColumn): string =>
  group === undefined ? title : title === '' ? group : `${group}: ${title}`;

/** As many cells as there are columns: what spans several stands in the first. */
export function fullRow(row: readonly Cell[], columns: number): Cell[] {
  const cells = row.flatMap((cell) =>
    isSpanning(cell ?? undefined) ? [cell, ...Array<Cell>((cell as { span: number }).span - 1).fill(null)] : [cell],
  );
  return Array.from({ length: columns }, (_, at) => cells[at] ?? null);
}
