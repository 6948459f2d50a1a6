// Under every table in which numbers are hidden (`report { cells N }`) stands what the signs mean; pictures say it in themselves.
import { hiddenNote, type ReportContext } from './context.ts';
import type { Block, SectionBlock, TableBlock } from '../show/document.ts';

export const withHiddenNotes = (context: Pick<ReportContext, 'words' | 'plan'>, blocks: readonly SectionBlock[]): readonly SectionBlock[] =>
  withNote(context.plan.report.cells === undefined ? null : hiddenNote(context), blocks);

/** The same of several studies, each with a bound of its own. */
export function withNote(note: string | null, blocks: readonly SectionBlock[]): readonly SectionBlock[] {
  if (note === null) return blocks;
  const told = (table: TableBlock): TableBlock =>
    table.rows.some((row) => row.some((cell) => cell !== null && cell.kind !== 'text' && cell.hidden !== undefined))
      ? { ...table, notes: [...table.notes, note] }
      : table;
  const within = (block: Block): Block => {
    if (block.kind === 'section') return { ...block, blocks: block.blocks.map(within) };
    if (block.kind === 'table') return told(block);
    return block.kind === 'figure' && block.table !== null ? { ...block, table: told(block.table) } : block;
  };
  return blocks.map((block) => within(block) as SectionBlock);
}
