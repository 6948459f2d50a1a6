// Tables and pictures of a report within a Word document of somebody else: as wide as its text, in its styles, counted on from the
// captions that it has.
import { captionOf, captionText } from '../render/caption.ts';
import { wordTable } from '../render/docx-table.ts';
import { presetOf } from '../render/presets.ts';
import { paragraph, run } from '../render/docx-xml.ts';
import { attribute, tagsIn } from '../data/readers/excel/xml.ts';
import type { FigureBlock, TableBlock } from '../show/document.ts';
import type { Words } from '../words/words.ts';
import type { WordFile, WordPart } from './word-file.ts';
import type { Styles } from './word-styles.ts';
import type { Control } from './word-text.ts';

export interface PartsInWord {
  /** `at`: where in the part it will stand. */
  table(part: WordPart, block: TableBlock, at: number): string;
  /** `picture`: by the width of the text, in twentieths of a point. */
  figure(part: WordPart, block: FigureBlock, at: number, picture: (width: number) => string): string;
}

/** A4 with margins of 2.54 cm. */
const USUAL = 9026;

export function partsInWord(
  file: WordFile,
  styles: Styles,
  words: () => Words,
  controlsOf: (part: WordPart) => readonly Control[],
): PartsInWord {
  const isOurs = (part: WordPart, at: number): boolean => controlsOf(part).some(({ start, end }) => start < at && at < end);
  // What stands in our controls is made anew.
  let bookmarks = Math.max(
    0,
    ...file.texts.flatMap((part) =>
      [...part.xml.matchAll(/<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/gu)].flatMap(({ 1: id, index }) =>
        isOurs(part, index) ? [] : [Number(id)],
      ),
    ),
  );
  const names = new Set<string>();
  const placed = { table: 0, figure: 0 };
  return {
    table(part, block, at) {
      placed.table += 1;
      const number = captionsBefore(part, at, words().table('1')) + placed.table;
      const width = widthAt(part, at);
      const { xml } = wordTable(
        { ...block, number },
        { words: words(), preset: presetOf(undefined), mark },
        { upright: width, lying: width },
      );
      return styles.named(xml);
    },
    figure(part, block, at, picture) {
      placed.figure += 1;
      const number = captionsBefore(part, at, words().figure('1')) + placed.figure;
      const caption = captionText(captionOf(words(), words().figure(String(number)), block.title));
      return (
        paragraph(picture(widthAt(part, at)), { keep: true, align: 'center' }) + styles.named(paragraph(run(caption), { style: 'Caption' }))
      );
    },
  };

  /** Captions of the author's own, which count too. */
  function captionsBefore(part: WordPart, at: number, name: string): number {
    if (part.kind !== 'document') return 0;
    const kind = name.replace('1', '').trim();
    return [...part.xml.matchAll(/\bSEQ\s+(\S+)/gu)].filter(({ 1: found, index }) => found === kind && index < at && !isOurs(part, index))
      .length;
  }

  /** Of a column of text there. */
  function widthAt(part: WordPart, at: number): number {
    const { xml } = file.texts[0]!;
    const sections = [...xml.matchAll(/<w:sectPr\b[^]*?<\/w:sectPr>/gu)];
    const section = (part.kind === 'document' ? sections.find(({ index }) => index > at) : undefined) ?? sections.at(-1);
    const found = new Map(
      [...tagsIn(section?.[0] ?? '')].filter(({ closes }) => !closes).map(({ name, attributes }) => [name, attributes]),
    );
    const number = (tag: string, name: string): number => Number(attribute(found.get(tag) ?? '', name) ?? Number.NaN);
    const whole = number('pgSz', 'w') - number('pgMar', 'left') - number('pgMar', 'right');
    const columns = number('cols', 'num') || 1;
    const width = (whole - (columns - 1) * (number('cols', 'space') || 720)) / columns;
    return width > 1000 && width < 40_000 ? Math.round(width) : USUAL;
  }

  /** Word's names of bookmarks: letters, digits and underscores, forty at most, none twice. */
  function mark({ id }: TableBlock | FigureBlock): { readonly id: number; readonly name: string } {
    const stem = `tbl_${id.replace(/[^A-Za-z0-9]+/gu, '_').replace(/^_+|_+$/gu, '')}`.slice(0, 34);
    let name = stem;
    for (let copy = 2; names.has(name.toLowerCase()); copy += 1) name = `${stem}_${copy}`;
    names.add(name.toLowerCase());
    bookmarks += 1;
    return { id: bookmarks, name };
  }
}
