// The styles that tables and captions need, in a document of somebody else: its own where it has them, under whatever id; else ours are
// added behind its own, for the author to change.
import { attribute, tagsIn } from '../data/readers/excel/xml.ts';
import { decodeUtf8 } from '../data/readers/decode.ts';
import { stylesPart, type WordFile } from './word-file.ts';

const size = (half: number): string => `<w:rPr><w:sz w:val="${half}"/><w:szCs w:val="${half}"/></w:rPr>`;
const spaced = (before: number, after: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="240" w:lineRule="auto"/>`;
const NEXT = '<w:next w:val="{normal}"/><w:qFormat/>';

const MADE = {
  Caption: { name: 'caption', xml: `${NEXT}<w:pPr><w:keepNext/><w:keepLines/>${spaced(240, 80)}</w:pPr>${size(20)}` },
  TableText: {
    name: 'Table text',
    xml: `<w:qFormat/><w:pPr>${spaced(10, 10)}<w:ind w:firstLine="0"/><w:jc w:val="left"/></w:pPr>${size(18)}`,
  },
  TableNote: { name: 'Table note', xml: `${NEXT}<w:pPr>${spaced(60, 240)}<w:ind w:firstLine="0"/></w:pPr>${size(17)}` },
} as const;

export interface Styles {
  /** The XML of a table with the ids that this document has for its styles. */
  named(xml: string): string;
  /** Parts that hold added styles. */
  changed(): ReadonlyMap<string, string>;
}

export function stylesFor(file: WordFile): Styles {
  const part = stylesPart(file);
  const text = part === null ? null : decodeUtf8(file.parts.get(part)!);
  const ids = new Map<string, string>();
  let normal: string | null = null;
  let id: string | null = null;
  for (const { name, closes, attributes } of tagsIn(text ?? '')) {
    if (name === 'style' && !closes) {
      id = attribute(attributes, 'type') === 'paragraph' ? attribute(attributes, 'styleId') : null;
      if (id !== null && /^(?:1|true|on)$/u.test(attribute(attributes, 'default') ?? '')) normal = id;
    } else if (name === 'name' && id !== null) {
      ids.set((attribute(attributes, 'val') ?? '').toLowerCase(), id);
      id = null;
    }
  }
  const taken = new Set([...ids.values()]);
  const added = new Map<string, string>();
  return {
    named: (xml) =>
      xml.replace(/<w:pStyle w:val="([A-Za-z]+)"\/>/gu, (whole, given: string) => {
        const style = given === 'FigureCaption' ? 'Caption' : given;
        if (!Object.hasOwn(MADE, style)) return whole;
        return `<w:pStyle w:val="${idOf(style as keyof typeof MADE)}"/>`;
      }),
    changed: () =>
      part === null || added.size === 0
        ? new Map()
        : new Map([[part, text!.replace(/<\/w:styles>\s*$/u, (end) => [...added.values()].join('') + end)]]),
  };

  function idOf(style: keyof typeof MADE): string {
    const { name, xml } = MADE[style];
    const own = ids.get(name.toLowerCase());
    if (own !== undefined) return own;
    let made: string = style;
    for (let copy = 2; taken.has(made); copy += 1) made = `${style}${copy}`;
    ids.set(name.toLowerCase(), made);
    taken.add(made);
    const base = normal === null ? '' : `<w:basedOn w:val="${normal}"/>`;
    added.set(
      made,
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${made}"><w:name w:val="${name}"/>${base}` +
        `${xml.replace('{normal}', normal ?? made)}</w:style>`,
    );
    return made;
  }
}
