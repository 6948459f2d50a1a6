// Captions in two languages (`report { captions both }`): each table and figure with the title that the same report has for it in the
// other language. How the two stand under each other is the renderers'.
import type { Block, ReportDocument, SectionBlock } from './document.ts';

/** In which a report in one language has its second captions. */
export const secondLanguage = (language: string): string => (language === 'en' ? 'zh' : 'en');

/** `other`: the same report in its second language. */
export function withSecondTitles(document: ReportDocument, other: ReportDocument): ReportDocument {
  const titles = new Map<string, string>();
  for (const block of other.blocks) gather(block, titles);
  const within = (block: Block): Block => {
    if (block.kind === 'section') return { ...block, blocks: block.blocks.map(within) };
    if (block.kind !== 'table' && block.kind !== 'figure') return block;
    const title = titles.get(`${block.kind} ${block.id}`);
    return title === undefined ? block : { ...block, also: { language: other.language, title } };
  };
  return { ...document, blocks: document.blocks.map((block) => within(block) as SectionBlock) };
}

function gather(block: Block, titles: Map<string, string>): void {
  if (block.kind === 'section') for (const inner of block.blocks) gather(inner, titles);
  else if (block.kind === 'table' || block.kind === 'figure') titles.set(`${block.kind} ${block.id}`, block.title);
}
