// Tables and figures are numbered through all sections of a document; those of its appendix, and those that are folded, on their own.
import type { Block, SectionBlock, Series } from './document.ts';

export function numbered(blocks: readonly SectionBlock[]): SectionBlock[] {
  const counts = new Map<string, number>();
  const next = (kind: string, series: Series | undefined): number => {
    const key = `${kind} ${series ?? ''}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return number;
  };
  const walk = (block: Block, series: Series | undefined): Block => {
    switch (block.kind) {
      case 'section': {
        const within = block.folded === true ? 'S' : block.appendix === true ? 'A' : series;
        return { ...block, blocks: block.blocks.map((inner) => walk(inner, within)) };
      }
      case 'table':
      case 'figure':
        return { ...block, number: next(block.kind, series), ...(series === undefined ? {} : { series }) };
      case 'note':
      case 'paragraph':
      case 'summary':
        return block;
    }
  };
  return blocks.map((block) => walk(block, undefined) as SectionBlock);
}
