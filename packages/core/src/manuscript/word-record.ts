// The record of a filled Word file: a part of custom XML, which Word keeps whatever else it writes anew. It holds what was put in, the text
// that each content control was left with, and a digest of all other parts.
import { attribute, letters, tagsIn } from '../data/readers/excel/xml.ts';
import { decodeUtf8 } from '../data/readers/decode.ts';
import { escapeMarkup } from '../draw/svg.ts';
import type { Filled } from './asked.ts';
import { recordIn, recordLines, type FillRecord } from './record.ts';
import type { Additions, WordFile } from './word-file.ts';

/** What a control was asked for, and the digest of the text that it was left with. */
export type KeptControl = readonly [what: string, text: string];

export interface WordRecord extends FillRecord {
  readonly part: string;
  readonly controls: readonly KeptControl[];
  /** No other part has changed since. */
  readonly untouched: boolean;
}

const SPACE = 'urn:studyspec:fill';
const OWN = 'customXml/studyspec.xml';

type Digest = (content: string | Uint8Array) => string;

export function readWordRecord(file: WordFile, digest: Digest): WordRecord | null {
  for (const [part, content] of file.parts) {
    if (!/^customXml\/[^/]+\.xml$/u.test(part)) continue;
    const xml = decodeUtf8(content);
    if (!xml.includes(SPACE)) continue;
    const root = [...tagsIn(xml)].find(({ name, closes }) => name === 'filled' && !closes);
    if (root === undefined || attribute(root.attributes, 'xmlns') !== SPACE) continue;
    const lines = letters(root.text).split('\n');
    const record = recordIn(lines);
    if (record === null) continue;
    const controls = lines.flatMap((line): KeptControl[] => {
      const found = /^control ([0-9a-f]{16}) (.*)$/u.exec(line);
      return found === null ? [] : [[unescaped(found[2]!), found[1]!]];
    });
    return { ...record, part, controls, untouched: record.digest === digestOfParts(file.parts, part, digest) };
  }
  return null;
}

/** What is changed, with the record of it. */
export function recordPart(
  file: WordFile,
  before: WordRecord | null,
  added: Additions,
  { note, values, controls }: { readonly note: string; readonly values: readonly Filled[]; readonly controls: readonly KeptControl[] },
  digest: Digest,
): ReadonlyMap<string, string | Uint8Array | null> {
  const part = before?.part ?? OWN;
  const document = file.texts[0]!.name;
  if (before === null) {
    added.relate(document, 'customXml', `${'../'.repeat(document.split('/').length - 1)}${OWN}`);
    added.type('xml', 'application/xml');
  }
  const after = new Map<string, string | Uint8Array>(file.parts);
  for (const [name, content] of added.changed) {
    if (content === null) after.delete(name);
    else after.set(name, content);
  }
  const lines = [
    ...recordLines({ note: before?.note ?? note, digest: digestOfParts(after, part, digest), values }),
    ...controls.map(([what, text]) => `control ${text} ${JSON.stringify(what)}`),
  ];
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const xml = `${head}<filled xmlns="${SPACE}">${escapeMarkup(lines.join('\n'))}</filled>`;
  return new Map([...added.changed, [part, xml]]);
}

function unescaped(json: string): string {
  try {
    const found: unknown = JSON.parse(json);
    return typeof found === 'string' ? found : '';
  } catch {
    return '';
  }
}

const digestOfParts = (parts: ReadonlyMap<string, string | Uint8Array>, without: string, digest: Digest): string =>
  digest(
    [...parts]
      .filter(([name]) => name !== without)
      .map(([name, content]) => `${digest(content)} ${name}\n`)
      .join(''),
  );
