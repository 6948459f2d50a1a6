// The captions of a Word file: numbers that are fields and count on in another document, bookmarks that cross-references find.
import type { FigureBlock, TableBlock } from '../show/document.ts';
import type { Words } from '../words/words.ts';
import { captionOf, numberedName } from './caption.ts';
import { paragraph, run, xmlText, type Look } from './docx-xml.ts';
import type { Preset } from './presets.ts';

export type Bookmarks = (block: TableBlock | FigureBlock) => { readonly id: number; readonly name: string };

/** Word's names of bookmarks: letters, digits and underscores, forty at most, none twice. */
export function bookmarks(): Bookmarks {
  const taken = new Set<string>();
  return ({ id, kind }) => {
    const stem = `${kind === 'table' ? 'tbl' : 'fig'}_${id.replace(/[^A-Za-z0-9]+/gu, '_').replace(/^_+|_+$/gu, '')}`.slice(0, 34);
    let name = stem;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${stem}_${copy}`;
    taken.add(name.toLowerCase());
    return { id: taken.size, name };
  };
}

const STRONG: Look = { strong: true };

/** `part`: of a table that was cut, from 0; only the first counts. `above`: it stays with what it is over. */
export function captionXml(
  block: TableBlock | FigureBlock,
  { words, preset, mark }: { readonly words: Words; readonly preset: Preset; readonly mark: Bookmarks },
  part = 0,
  above = true,
): string {
  const number = block.number === undefined ? null : String(block.number);
  const name = numberedName(words, block);
  const caption = captionOf(words, name, block.title, part > 0);
  const style = above ? 'Caption' : 'FigureCaption';
  const titled = (gap: string): string => run(gap) + run(caption.title, { strong: preset.boldTitle, italic: preset.titleBelow });
  if (name === null || number === null) return paragraph(part > 0 ? titled('') : marked(titled('')), { style });
  const sign = preset.titleBelow || preset.bar !== null ? '' : caption.name.slice(caption.name.length - signLength(words));
  const shown = preset.titleBelow || preset.bar !== null ? caption.name.slice(0, caption.name.length - signLength(words)) : caption.name;
  const numbered = part > 0 ? run(shown, STRONG) : marked(numberField(name, number)) + run(sign, STRONG);
  // An author's style has the number on one line and the title, in italics, on the next.
  if (preset.titleBelow) return paragraph(numbered, { style }) + paragraph(titled(''), { style: above ? 'Caption' : 'FigureCaption' });
  return paragraph(numbered + titled(preset.bar ?? caption.gap), { style });

  function marked(content: string): string {
    const { id, name: bookmark } = mark(block);
    return `<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
  }
}

const signLength = (words: Words): number => words.captionGap.trimEnd().length;

/** The number is a field, so that it counts on in another document; what it comes to is there already. */
function numberField(name: string, number: string): string {
  const at = name.lastIndexOf(number);
  const before = name.slice(0, at);
  const char = (type: string): string => `<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return (
    run(before, STRONG) +
    char('begin') +
    '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:instrText xml:space="preserve">' +
    ` SEQ ${xmlText(before.trim().replace(/\s+/gu, '_'))} \\* ARABIC </w:instrText></w:r>` +
    char('separate') +
    run(number, STRONG) +
    char('end') +
    run(name.slice(at + number.length), STRONG)
  );
}
