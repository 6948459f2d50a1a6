// Manuscripts of Word for tests, written as Word writes them: runs cut where its spelling stopped, ids of revisions, styles under the ids
// of a Chinese Word; and what stands in one, read by Node's own inflate.
import { unzip } from './unzip.ts';
import { bytesOf, zip } from './zip.ts';

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const run = (text: string, properties = ''): string =>
  `<w:r w:rsidRPr="00A1B2C3">${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (...content: readonly string[]): string => `<w:p w:rsidR="00D4E5F6"><w:pPr/>${content.join('')}</w:p>`;

export interface Manuscript {
  readonly body: string;
  readonly header?: string;
  readonly footnote?: string;
  readonly styles?: string;
  /** Parts that nobody here knows. */
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

export const section =
  '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1440" w:right="1440" w:top="1440" w:bottom="1440"/></w:sectPr>';

export function wordManuscript({ body, header = '', footnote = '', styles = '', more = {} }: Manuscript): Uint8Array {
  const override = (name: string, type: string): string => `<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (all: string): string => `<Relationships xmlns="${PACKAGE}/relationships">${all}</Relationships>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('styles', 'styles')}` +
      `${override('header1', 'header')}${override('footnotes', 'footnotes')}</Types>`,
    '_rels/.rels': relations(relation(1, 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<w:document ${NAMES}><w:body>${body}${section}</w:body></w:document>`,
    'word/styles.xml':
      `<w:styles ${NAMES}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
      `<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="caption"/></w:style>${styles}</w:styles>`,
    'word/header1.xml': `<w:hdr ${NAMES}>${header}</w:hdr>`,
    'word/footnotes.xml': `<w:footnotes ${NAMES}><w:footnote w:id="2">${footnote}</w:footnote></w:footnotes>`,
    'word/_rels/document.xml.rels': relations(
      relation(1, 'styles', 'styles.xml') + relation(2, 'header', 'header1.xml') + relation(3, 'footnotes', 'footnotes.xml'),
    ),
  };
  return zip({ ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytesOf(HEAD + text)])), ...more });
}

export const partOf = (bytes: Uint8Array, name: string): string => unzip(Buffer.from(bytes)).get(name) ?? '';

/** A part with one text for another, the file packed anew: what an author does in Word. */
export function edited(bytes: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const parts = unzip(Buffer.from(bytes));
  return zip(Object.fromEntries([...parts].map(([name, text]) => [name, bytesOf(name === part ? change(text) : text)])));
}

/** As a reader sees it, a line a paragraph. */
export const textOf = (xml: string): string[] =>
  xml.split('</w:p>').map((one) =>
    [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
      .map(([, text]) => text)
      .join('')
      .replaceAll('&lt;', '<'),
  );
