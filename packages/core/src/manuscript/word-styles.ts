// The styles that tables and captions need, in a document of somebody else: its own where it has them, under whatever id; else ours are
// added behind its own, for the author to change.
import { attribute, tagsIn } from '../data/readers/excel/xml.ts';
import { decodeUtf8 } from '../data/readers/decode.ts';
import { stylesPart, type WordFile } from './word-file.ts';

const MADE = {
  Caption: {
    name: 'caption',
    xml: '<w:next w:val="{normal}"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
  },
  TableText: {
    name: 'Table text',
    xml:
      '<w:qFormat/><w:pPr><w:spacing w:before="10" w:after="10" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="left"/></w:pPr>' +
      '<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>',
  },
  TableNote: {
    name: 'Table note',
    xml:
      '<w:next w:val="{normal}"/><w:qFormat/><w:pPr><w:spacing w:before="60" w:after="240" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/></w:pPr>' +
      '<w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>',
  },
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
      xml.replace(/<w:pStyle w:val="([A-Za-z]+)"\/>/gu, (whole, style: string) => {
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
