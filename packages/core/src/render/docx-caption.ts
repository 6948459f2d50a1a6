// The captions of a Word file: numbers that are fields and count on in another document, bookmarks that cross-references find.
import type { FigureBlock, TableBlock } from '../show/document.ts';
import type { Words } from '../words/words.ts';
import { captionOf, captionText, numberedName, secondCaption } from './caption.ts';
import { paragraph, run, xmlText, type Look } from './docx-xml.ts';
import type { tablesOf } from './held-numbers.ts';
import type { Preset } from './presets.ts';

export type Bookmarks = (block: TableBlock | FigureBlock) => { readonly id: number; readonly name: string };

/** Word's names of bookmarks: letters, digits and underscores, forty at most, none twice; what has a number keeps its own. */
export function bookmarks(): Bookmarks {
  const taken = new Set<string>();
  const known = new Map<string, ReturnType<Bookmarks>>();
  return ({ id, kind, number, series }) => {
    const key = `${kind} ${series ?? ''}${number ?? ''} ${id}`;
    const found = number === undefined ? undefined : known.get(key);
    if (found !== undefined) return found;
    const stem = `${kind === 'table' ? 'tbl' : 'fig'}_${id.replace(/[^A-Za-z0-9]+/gu, '_').replace(/^_+|_+$/gu, '')}`.slice(0, 34);
    let name = stem;
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${stem}_${copy}`;
    taken.add(name.toLowerCase());
    const made = { id: taken.size, name };
    known.set(key, made);
    return made;
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
  const other = secondCaption(block, part > 0);
  const second =
    other === null ? '' : paragraph(run(captionText(other), { strong: preset.boldTitle, italic: preset.titleBelow }), { style });
  if (name === null || number === null) return paragraph(part > 0 ? titled('') : marked(titled('')), { style }) + second;
  const sign = preset.titleBelow || preset.bar !== null ? '' : caption.name.slice(caption.name.length - signLength(words));
  const shown = preset.titleBelow || preset.bar !== null ? caption.name.slice(0, caption.name.length - signLength(words)) : caption.name;
  const numbered = part > 0 ? run(shown, STRONG) : marked(numberField(name, number)) + run(sign, STRONG);
  // An author's style has the number on one line and the title, in italics, on the next.
  if (preset.titleBelow) return paragraph(numbered, { style }) + paragraph(titled(''), { style }) + second;
  return paragraph(numbered + titled(preset.bar ?? caption.gap), { style }) + second;

  function marked(content: string): string {
    const { id, name: bookmark } = mark(block);
    return `<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
  }
}

/** Below a figure, which tables hold its numbers, or some of them: fields that find a bookmark; what they come to is there already. */
export function numbersXml(
  { tables, whole }: ReturnType<typeof tablesOf>,
  { words, mark }: { readonly words: Words; readonly mark: Bookmarks },
  style: string,
): string {
  if (tables.length === 0) return '';
  const fields = tables.map((table) => referenceField(mark(table).name, numberedName(words, table) ?? ''));
  const slots = tables.map((_, at) => String.fromCharCode(0xe000 + at));
  const told = whole ? words.numbersIn : words.seeTables;
  const parts = told(slots.join(words.listComma)).split(/([\uE000-\uE0FF])/u);
  return paragraph(parts.map((part) => fields[part.charCodeAt(0) - 0xe000] ?? run(part)).join(''), { style });
}

const referenceField = (bookmark: string, shown: string): string => {
  const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return (
    char('begin') +
    `<w:r><w:instrText xml:space="preserve"> REF ${bookmark} \\h \\* CHARFORMAT </w:instrText></w:r>` +
    char('separate') +
    run(shown) +
    char('end')
  );
};

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
