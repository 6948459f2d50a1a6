// Tables and figures are numbered through all sections of a document, those of its appendix on their own.
import type { Block, SectionBlock } from './document.ts';

export function numbered(blocks: readonly SectionBlock[]): SectionBlock[] {
  const body = { table: 0, figure: 0 };
  const appendix = { table: 0, figure: 0 };
  const walk = (block: Block, apart: boolean): Block => {
    switch (block.kind) {
      case 'section': {
        const within = apart || block.appendix === true;
        return { ...block, blocks: block.blocks.map((inner) => walk(inner, within)) };
      }
      case 'table':
      case 'figure':
        return apart ? { ...block, number: (appendix[block.kind] += 1), appendix: true } : { ...block, number: (body[block.kind] += 1) };
      case 'note':
      case 'summary':
      case 'paragraph':
        return block;
    }
  };
  return blocks.map((block) => walk(block, false) as SectionBlock);
}
