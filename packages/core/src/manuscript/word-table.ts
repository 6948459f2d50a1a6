// Tables and pictures of a report within a Word document of somebody else: as wide as its text, in its styles, counted on from the
// captions that it has.
import { bookmarks, captionXml, type Bookmarks } from '../render/docx-caption.ts';
import { wordTable } from '../render/docx-table.ts';
import type { Preset } from '../render/presets.ts';
import { paragraph } from '../render/docx-xml.ts';
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

/** In the manuscript's own order, whatever part of the report it is of. */
function numbered<B extends TableBlock | FigureBlock>(block: B, number: number): B {
  const own: { -readonly [K in keyof B]: B[K] } = { ...block, number };
  delete own.series;
  return own;
}

/** A4 with margins of 2.54 cm. */
const USUAL = 9026;

export function partsInWord(
  file: WordFile,
  styles: Styles,
  look: () => { readonly words: Words; readonly preset: Preset },
  controlsOf: (part: WordPart) => readonly Control[],
): PartsInWord {
  const isOurs = (part: WordPart, at: number): boolean => controlsOf(part).some(({ start, end }) => start < at && at < end);
  // What stands in our controls is made anew.
  const taken = Math.max(
    0,
    ...file.texts.flatMap((part) =>
      [...part.xml.matchAll(/<w:bookmarkStart\b[^>]*\bw:id="(\d+)"/gu)].flatMap(({ 1: id, index }) =>
        isOurs(part, index) ? [] : [Number(id)],
      ),
    ),
  );
  const own = bookmarks();
  const mark: Bookmarks = (block) => {
    const { id, name } = own(block);
    return { id: taken + id, name };
  };
  const placed = { table: 0, figure: 0 };
  return {
    table(part, block, at) {
      placed.table += 1;
      const { words, preset } = look();
      const number = captionsBefore(part, at, words.table('1')) + placed.table;
      const width = widthAt(part, at);
      return styles.named(wordTable(numbered(block, number), { words, preset, mark }, { upright: width, lying: width }).xml);
    },
    figure(part, block, at, picture) {
      placed.figure += 1;
      const { words, preset } = look();
      const number = captionsBefore(part, at, words.figure('1')) + placed.figure;
      const caption = captionXml(numbered(block, number), { words, preset, mark }, 0, false);
      return paragraph(picture(widthAt(part, at)), { keep: true, align: 'center' }) + styles.named(caption);
    },
  };

  /** Captions of the author's own, which count too. */
  function captionsBefore(part: WordPart, at: number, name: string): number {
    if (part.kind !== 'document') return 0;
    const kind = name.replace('1', '').trim().replace(/\s+/gu, '_');
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
}
