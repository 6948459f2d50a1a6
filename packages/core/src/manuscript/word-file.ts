// A Word file as its parts (ECMA-376, part 2): which of them hold text, what they are related to, and the file packed again with some of
// them changed. Every other part keeps its bytes, and the same parts give the same file. What stands in the text is word-text.ts'.
import { zipSync, type Zippable } from 'fflate';
import { Damage } from '../data/readers/binary/cursor.ts';
import { decodeUtf8 } from '../data/readers/decode.ts';
import { attribute, tagsIn } from '../data/readers/excel/xml.ts';
import { openZip } from '../data/readers/excel/zip.ts';
import { utf8 } from '../data/writers/bytes.ts';
import { escapeMarkup } from '../draw/svg.ts';
import type { WordPartKind, WordRefusal } from '../problems/data-phrases.ts';

export interface WordPart {
  readonly name: string;
  readonly kind: WordPartKind;
  readonly xml: string;
}

export interface WordFile {
  /** Every part in the order of the file. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Those with text, the document first. */
  readonly texts: readonly WordPart[];
}

const TYPES = '[Content_Types].xml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/';
const KINDS: readonly WordPartKind[] = ['document', 'header', 'footer', 'footnotes', 'endnotes'];

export function openWord(bytes: Uint8Array): WordFile | { readonly refusal: WordRefusal } {
  const starts = (...wanted: number[]): boolean => wanted.every((byte, at) => bytes[at] === byte);
  // The box of Office before 2007, in which today's Word also puts what it encrypts.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { refusal: holdsWide(bytes, 'EncryptedPackage') ? 'encrypted' : 'old' };
  if (!starts(0x50, 0x4b)) return { refusal: 'other' };
  if ((bytes[6]! & 1) === 1) return { refusal: 'encrypted' };
  const parts = new Map<string, Uint8Array>();
  try {
    const archive = openZip(bytes);
    for (const name of archive.names) parts.set(name, archive.file(name)!);
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    return { refusal: ({ 'cut off': 'cut off', 'more than it holds': 'too much' } as const)[error.fault as 'cut off'] ?? 'damaged' };
  }
  const types = parts.get(TYPES);
  if (types === undefined) return { refusal: 'other' };
  const texts: WordPart[] = [];
  for (const { name, attributes } of tagsIn(decodeUtf8(types))) {
    if (name !== 'Override') continue;
    const type = /\.wordprocessingml\.(document\.main|header|footer|footnotes|endnotes)\+xml$/u.exec(
      attribute(attributes, 'ContentType') ?? '',
    );
    const part = (attribute(attributes, 'PartName') ?? '').replace(/^\//u, '');
    const content = parts.get(part);
    if (type === null || content === undefined) continue;
    const xml = decodeUtf8(content);
    if (xml.includes('\uFFFD') || xml.includes('\0')) return { refusal: 'damaged' };
    texts.push({ name: part, kind: type[1]!.split('.')[0] as WordPartKind, xml });
  }
  const [document] = texts.filter(({ kind }) => kind === 'document');
  if (document === undefined) return { refusal: 'other' };
  if (document.xml.includes(`"${STRICT}wordprocessingml/main"`)) return { refusal: 'strict' };
  // The letter that every program writes before its names, and a whole document.
  if (!/<w:document\b/u.test(document.xml) || !/<\/w:document>\s*$/u.test(document.xml)) return { refusal: 'damaged' };
  return { parts, texts: texts.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.name < b.name ? -1 : 1)) };
}

function holdsWide(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, by) => bytes[at + by] === byte)) return true;
  return false;
}

/** Pictures are packed as tightly as they can be. */
const PACKED = /\.(?:png|jpe?g|gif|emf|wmf|zip|xlsx|docx|mp4)$/iu;

/** With these parts in the place of the old ones, new ones behind them; null takes one away. */
export function packedWord(file: WordFile, changed: ReadonlyMap<string, string | Uint8Array | null>): Uint8Array {
  const all = new Map<string, Uint8Array>(file.parts);
  for (const [name, content] of changed) {
    if (content === null) all.delete(name);
    else all.set(name, typeof content === 'string' ? utf8(content) : content);
  }
  const mtime = '1980-01-01T00:00:00';
  return zipSync(
    Object.fromEntries(
      [...all].map(([name, content]): [string, Zippable[string]] => [name, [content, { mtime, level: PACKED.test(name) ? 0 : 6 }]]),
    ),
  );
}

/** `word/_rels/document.xml.rels` of `word/document.xml`. */
const relationsOf = (part: string): string => part.replace(/([^/]+)$/u, '_rels/$1.rels');

/** What is added beside the texts: parts, their types, and which part is related to which. */
export interface Additions {
  /** Relates a part to another, which is `target` from it; gives the name of the relation. */
  relate(part: string, type: 'image' | 'customXml', target: string): string;
  put(name: string, content: string | Uint8Array): void;
  /** The type of all parts with that ending. */
  type(ending: string, type: string): void;
  readonly changed: Map<string, string | Uint8Array | null>;
}

export function additionsTo(file: WordFile): Additions {
  const changed = new Map<string, string | Uint8Array | null>();
  const textOf = (name: string): string | null => {
    const now = changed.get(name) ?? file.parts.get(name) ?? null;
    return now === null || typeof now === 'string' ? now : decodeUtf8(now);
  };
  return {
    changed,
    put: (name, content) => changed.set(name, content),
    relate(part, type, target) {
      const name = relationsOf(part);
      const text =
        textOf(name) ?? `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}"></Relationships>`;
      const whole = text.replace(/<(\w+:)?Relationships((?:[^>"']|"[^"]*"|'[^']*')*)\/>\s*$/u, '<$1Relationships$2></$1Relationships>');
      const there = [...tagsIn(whole)].find(
        (one) =>
          one.name === 'Relationship' &&
          attribute(one.attributes, 'Target') === target &&
          attribute(one.attributes, 'Type')?.endsWith(`/${type}`),
      );
      if (there !== undefined) return attribute(there.attributes, 'Id')!;
      let at = 1;
      while (new RegExp(`["']rIdStudySpec${at}["']`, 'u').test(whole)) at += 1;
      const prefix = /<(\w+:)?Relationships\b/u.exec(whole)?.[1] ?? '';
      const line = `<${prefix}Relationship Id="rIdStudySpec${at}" Type="${RELATIONS}/${type}" Target="${escapeMarkup(target)}"/>`;
      changed.set(
        name,
        whole.replace(/<\/(?:\w+:)?Relationships>\s*$/u, (end) => line + end),
      );
      return `rIdStudySpec${at}`;
    },
    type(ending, type) {
      const text = textOf(TYPES)!;
      const known = [...tagsIn(text)].some(
        ({ name, attributes }) => name === 'Default' && attribute(attributes, 'Extension')?.toLowerCase() === ending,
      );
      // Defaults come first.
      if (!known)
        changed.set(
          TYPES,
          text.replace(
            /<((?:\w+:)?)Types\b(?:[^>"']|"[^"]*"|'[^']*')*>/u,
            (head, prefix: string) => `${head}<${prefix}Default Extension="${ending}" ContentType="${type}"/>`,
          ),
        );
    },
  };
}

/** Where the styles of the document stand; null where it has none. */
export function stylesPart(file: WordFile): string | null {
  const document = file.texts[0]!.name;
  const relations = file.parts.get(relationsOf(document));
  if (relations === undefined) return null;
  const found = [...tagsIn(decodeUtf8(relations))].find((one) => attribute(one.attributes, 'Type')?.endsWith('/styles'));
  const target = found === undefined ? null : attribute(found.attributes, 'Target');
  if (target === null) return null;
  const name = target.startsWith('/') ? target.slice(1) : document.replace(/[^/]+$/u, '') + target;
  return file.parts.has(name) ? name : null;
}
