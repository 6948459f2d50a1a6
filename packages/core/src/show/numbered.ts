// Tables and figures are numbered through all sections of a document.
import type { Block, SectionBlock } from './document.ts';

export function numbered(blocks: readonly SectionBlock[]): SectionBlock[] {
  let [table, figure] = [0, 0];
  const walk = (block: Block): Block => {
    switch (block.kind) {
      case 'section':
        return { ...block, blocks: block.blocks.map(walk) };
      case 'table':
        return { ...block, number: (table += 1) };
      case 'figure':
        return { ...block, number: (figure += 1) };
      case 'note':
      case 'paragraph':
        return block;
    }
  };
  return blocks.map((block) => walk(block) as SectionBlock);
}
