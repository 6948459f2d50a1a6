// A manuscript of Word with its numbers, tables and pictures put in. Each stands in a content control that keeps what it was asked for, so
// that a later filling finds it; nothing else of the document is touched. Reading the file is word-file.ts' and word-text.ts'.
import { standaloneSvg } from '../draw/standalone.ts';
import { escapeMarkup } from '../draw/svg.ts';
import { presetOf } from '../render/presets.ts';
import { wordsIn } from '../words/words.ts';
import { figureFilled, numberAsked, partAsked, type Filled, type ManuscriptSource, type PartAsked, type Wrong } from './asked.ts';
import { placeholderIn, placeholdersIn, type Placeholder } from './placeholders.ts';
import type { WordPartKind } from '../problems/data-phrases.ts';
import { additionsTo, packedWord, type WordFile, type WordPart } from './word-file.ts';
import { pictureXml } from './word-picture.ts';
import { readWordRecord, recordPart, type KeptControl } from './word-record.ts';
import { stylesFor } from './word-styles.ts';
import { partsInWord } from './word-table.ts';
import { placeOf, readWordText, TAG, type Control, type Piece, type Run, type WordParagraph } from './word-text.ts';

/** Word has no lines: the paragraph, and its words around what is meant. */
export interface WordPlace {
  readonly part: WordPartKind;
  /** From 1, in its part. */
  readonly paragraph: number;
  readonly around: string;
}
export type WordFault = { readonly place: WordPlace } & Wrong;

export interface FilledWord {
  readonly bytes: Uint8Array;
  readonly values: readonly Filled[];
  readonly figures: number;
  readonly faults: readonly WordFault[];
  /** Of an earlier filling, with other text in them now than it left there. */
  readonly byHand: readonly { readonly what: string; readonly place: WordPlace }[];
}

export interface FillWordOptions {
  readonly digest: (content: string | Uint8Array) => string;
  /** What the record says of where it comes from. */
  readonly note: string;
  /** A picture as points; null where there are none of it. */
  readonly points: (svg: string) => Uint8Array | null;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Word's limit of a tag. */
const LONGEST = 64;
/** Begins the text of a run that was cut, and is in no XML: a run that is left with nothing else is taken out. */
const CUT = '\u0001';
const CUT_EMPTY = /<w:r(?:\s[^>]*)?>(?:<w:rPr>(?:(?!<\/w:rPr>)[^])*<\/w:rPr>|<w:rPr\/>)?<w:t xml:space="preserve">\u0001<\/w:t><\/w:r>/gu;

export function fillWord(file: WordFile, source: ManuscriptSource, options: FillWordOptions): FilledWord {
  const record = readWordRecord(file, options.digest);
  const added = additionsTo(file);
  const styles = stylesFor(file);
  const texts = new Map(file.texts.map((part) => [part, readWordText(part.xml)]));
  const tables = partsInWord(
    file,
    styles,
    () => {
      const { language, style } = source.report();
      return { words: wordsIn(language), preset: presetOf(style) };
    },
    (part) => texts.get(part)!.controls,
  );
  const values: Filled[] = [];
  const faults: WordFault[] = [];
  const controls: KeptControl[] = [];
  const byHand: { what: string; place: WordPlace }[] = [];
  const pictures = new Set<string>();

  for (const part of file.texts) {
    const edits = editsOf(part);
    if (edits.length > 0) added.put(part.name, applied(part.xml, edits));
  }
  for (const [name, content] of styles.changed()) added.put(name, content);
  const changed = recordPart(file, record, added, { note: options.note, values, controls }, options.digest);
  return { bytes: packedWord(file, changed), values, figures: pictures.size, faults, byHand };

  function editsOf(part: WordPart): Edit[] {
    const { paragraphs, controls: kept } = texts.get(part)!;
    const found = [
      ...paragraphs.filter(({ text }) => text.includes('{{')).map((one) => ({ at: one.start, edits: () => paragraphEdits(part, one) })),
      ...kept.map((one) => ({ at: one.start, edits: () => controlEdits(part, one) })),
    ];
    return found.sort((a, b) => a.at - b.at).flatMap(({ edits }) => edits());
  }

  function paragraphEdits(part: WordPart, paragraph: WordParagraph): Edit[] {
    // Word turns quotation marks as it likes.
    const text = paragraph.text.replace(/[“”„]/gu, '"');
    const { placeholders, unclosed } = placeholdersIn(text, 'word');
    const placeAt = (at: number): WordPlace => ({ part: part.kind, paragraph: paragraph.number, around: around(paragraph.text, at) });
    const wrong: { at: number; fault: WordFault }[] = unclosed.map((at) => ({ at, fault: { is: 'unclosed', place: placeAt(at) } }));
    const edits: Edit[] = [];
    const touched = new Set<Piece>();
    for (const one of placeholders) {
      const fail = (fault: Wrong): void => {
        wrong.push({ at: one.start, fault: { ...fault, place: placeAt(one.start) } });
      };
      if (one.kind === 'number') {
        const found = numberAsked(source, one, 'word');
        if ('is' in found) fail(found);
        else {
          values.push(found.filled);
          edits.push(...inRuns(paragraph, one, found.filled[1], touched));
        }
      } else if (text.trim() !== text.slice(one.start, one.end)) fail({ is: 'not alone' });
      else {
        const found = partAsked(source, one);
        if ('is' in found) fail(found);
        else {
          const [start, end] = [paragraph.start, paragraph.end];
          edits.push({ start, end, by: marksOf(part.xml.slice(start, end), controlOf(one, contentOf(part, found, start))) });
        }
      }
    }
    faults.push(...wrong.sort((a, b) => a.at - b.at).map(({ fault }) => fault));
    return [
      ...edits,
      ...[...touched].map(({ tagStart, start }) => ({ start: tagStart, end: start, by: `<w:t xml:space="preserve">${CUT}` })),
    ];
  }

  /** A number in the place of its braces, with the look of the run that they begin in; other runs lose their part of them. */
  function inRuns({ pieces, at }: WordParagraph, one: Placeholder, shown: string, touched: Set<Piece>): Edit[] {
    const edits: Edit[] = [];
    for (const [index, piece] of pieces.entries()) {
      const [from, to] = [Math.max(one.start, at[index]!), Math.min(one.end, at[index]! + piece.text.length)];
      if (from >= to) continue;
      touched.add(piece);
      const [start, end] = [placeOf(piece, from - at[index]!), placeOf(piece, to - at[index]!)];
      const { open, properties } = piece.run;
      const by =
        edits.length > 0
          ? ''
          : `</w:t></w:r>${controlOf(one, numberRuns(one, shown, piece.run))}${open}${properties}<w:t xml:space="preserve">${CUT}`;
      edits.push({ start, end, by });
    }
    return edits;
  }

  function controlEdits(part: WordPart, control: Control): Edit[] {
    const what = control.tag.startsWith('#')
      ? (record?.controls.find(([kept]) => hashed(kept) === control.tag)?.[0] ?? control.tag)
      : control.tag;
    const place: WordPlace = { part: part.kind, paragraph: control.paragraph, around: around(control.text, 0) };
    const one = placeholderIn(what);
    const left = record?.controls.filter(([kept]) => kept === what) ?? [];
    if (left.length > 0 && left.every(([, digest]) => digest !== digestOfText(control.text))) byHand.push({ what, place });
    if (one.kind === 'number') {
      const found = numberAsked(source, one, 'word');
      if ('is' in found) {
        faults.push({ ...found, place });
        return [];
      }
      values.push(found.filled);
      keep(what, found.filled[1]);
      if (control.text === found.filled[1]) return [];
      const look = control.first ?? { open: '<w:r>', properties: '' };
      return [{ start: control.contentStart, end: control.contentEnd, by: numberRuns(one, found.filled[1], look) }];
    }
    const found = partAsked(source, one);
    if ('is' in found) {
      faults.push({ ...found, place });
      return [];
    }
    const xml = contentOf(part, found, control.start);
    keep(what, textIn(xml));
    return [{ start: control.contentStart, end: control.contentEnd, by: xml }];
  }

  function contentOf(part: WordPart, found: PartAsked, at: number): string {
    if (found.kind === 'table') {
      values.push(...found.filled);
      return tables.table(part, found.block, at);
    }
    const svg = standaloneSvg(found.block.svg);
    values.push(figureFilled(found.block.id, svg, options.digest));
    const name = `studyspec-${options.digest(svg).slice(0, 16)}`;
    const points = options.points(svg);
    const relation = (ending: string, content: string | Uint8Array, type: string): string => {
      added.put(`word/media/${name}.${ending}`, content);
      added.type(ending, type);
      return added.relate(part.name, 'image', `media/${name}.${ending}`);
    };
    pictures.add(found.block.id);
    const vector = relation('svg', svg, 'image/svg+xml');
    return tables.figure(part, found.block, at, (width) =>
      pictureXml(found.block, {
        vector,
        points: points === null ? vector : relation('png', points, 'image/png'),
        width,
        id: pictures.size,
      }),
    );
  }

  function controlOf(one: Placeholder, content: string): string {
    const what = asWritten(one);
    keep(what, textIn(content));
    return control(what, content);
  }
  function keep(what: string, text: string): void {
    controls.push([what, digestOfText(text)]);
  }
  function digestOfText(text: string): string {
    return options.digest(text).slice(0, 16);
  }
  function hashed(what: string): string {
    return `#${options.digest(what).slice(0, 16)}`;
  }
  function control(what: string, content: string): string {
    const tag = TAG.length + what.length <= LONGEST ? what : hashed(what);
    // LibreOffice shows the code of a field that begins a control of several paragraphs, unless the control is a building block.
    const block = /^<w:(?:p|tbl)\b/u.test(content) ? '<w:docPartObj><w:docPartGallery w:val="Tables"/></w:docPartObj>' : '';
    return (
      `<w:sdt><w:sdtPr><w:alias w:val="${escapeMarkup(what.slice(0, LONGEST))}"/>` +
      `<w:tag w:val="${escapeMarkup(TAG + tag)}"/>${block}</w:sdtPr>` +
      `<w:sdtContent>${content}</w:sdtContent></w:sdt>`
    );
  }
}

const asWritten = ({ kind, name, format }: Placeholder): string =>
  `${kind === 'number' ? '' : `${kind}:`}${name}${format === null ? '' : ` | ${format}`}`;

/** As readWordText sees the text of a control: without results of fields. */
function textIn(xml: string): string {
  const read = readWordText(`<w:sdt><w:sdtPr><w:tag w:val="${TAG}"/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`);
  return read.controls[0]!.text;
}

/** `p = .023` has its letter in italics; the rest looks as it did. */
function numberRuns({ format }: Pick<Placeholder, 'format'>, shown: string, { open, properties }: Run): string {
  const plain = (text: string, look: string): string => `${open}${look}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;
  if (format === null || !/^p\b/u.test(format) || !shown.startsWith('p ')) return plain(shown, properties);
  return plain('p', italic(properties)) + plain(shown.slice(1), properties);
}

/** Properties stand in an order: slanted comes behind fonts and weight. */
function italic(properties: string): string {
  if (/<w:i\b(?!Cs)/u.test(properties)) return properties;
  if (properties === '' || properties === '<w:rPr/>') return '<w:rPr><w:i/></w:rPr>';
  return properties.replace(/^<w:rPr>(?:<w:(?:rStyle|rFonts|b|bCs)\b[^>]*\/>)*/u, '$&<w:i/>');
}

/** What a paragraph holds beside its text stays: marks of bookmarks and comments, and the section that ends with it. */
function marksOf(paragraph: string, by: string): string {
  const marks = paragraph.match(/<w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd)\b[^>]*\/>/gu) ?? [];
  const section = /<w:sectPr\b(?:[^>]*\/>|[^]*?<\/w:sectPr>)/u.exec(paragraph)?.[0];
  return marks.join('') + by + (section === undefined ? '' : `<w:p><w:pPr>${section}</w:pPr></w:p>`);
}

function applied(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let last = 0;
  for (const { start, end, by } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(xml.slice(last, start), by);
    last = end;
  }
  return [...pieces, xml.slice(last)].join('').replace(CUT_EMPTY, '').replaceAll(CUT, '');
}

/** Some words before and behind. */
function around(text: string, at: number): string {
  const [from, to] = [Math.max(0, at - 24), at + 40];
  const shown = text
    .slice(from, to)
    .replace(/[\s\uFFFC]+/gu, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${shown}${to < text.length ? ' …' : ''}`;
}
