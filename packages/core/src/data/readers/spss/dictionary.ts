// The records before the cases of an SPSS file, as bytes: header, variables, value labels, documents, extensions. Formats as PSPP's
// developers describe them in "System File Format". What the extensions say is extensions.ts; letters are made of bytes in sav.ts.
import { Damage, ascii, countOf, cursorAt, f64, i32, pass, take, u64, u8, type Cursor } from '../binary/cursor.ts';

/** One variable record with its continuations: up to 255 bytes of a text, or a number. */
export interface Segment {
  /** The eight letters by which other records call it. */
  readonly short: Uint8Array;
  /** Bytes of a text; 0 for a number. */
  readonly width: number;
  /** Position in a case, in pieces of eight bytes, and how many it takes. */
  readonly octet: number;
  readonly octets: number;
  readonly label: Uint8Array | null;
  /** How many values follow: 1 to 3 single ones, -2 a range, -3 a range and one. */
  readonly missingKind: number;
  readonly missing: readonly Uint8Array[];
  /** Decimals, width and type, a byte each from the lowest. */
  readonly print: number;
}

export interface LabelSet {
  readonly entries: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
  /** Positions in the dictionary, from 1. */
  readonly variables: readonly number[];
}

export interface Extension {
  readonly subtype: number;
  readonly size: number;
  readonly count: number;
  readonly cursor: Cursor;
}

export interface SpssFile {
  readonly bytes: Uint8Array;
  readonly little: boolean;
  /** 0 none, 1 bytecode, 2 zlib. */
  readonly compression: number;
  readonly bias: number;
  /** Null where the header does not say. */
  readonly cases: number | null;
  readonly weight: number;
  readonly label: Uint8Array;
  readonly segments: readonly Segment[];
  /** Pieces of eight bytes a case. */
  readonly octets: number;
  readonly labelSets: readonly LabelSet[];
  readonly documents: readonly Uint8Array[];
  readonly extensions: readonly Extension[];
  /** Where the cases begin. */
  readonly data: number;
}

/** More than SPSS itself allows in one file. */
const MOST_SETS = 1e6;

export function readDictionary(bytes: Uint8Array): SpssFile {
  const magic = ascii(bytes.subarray(0, 4));
  if (bytes.length < 176) throw new Damage('it ends within its header', bytes.length, 'cut off');
  const layoutIs = (little: boolean): boolean => [2, 3].includes(i32(cursorAt(bytes, little, 64, 'its header')));
  const little = layoutIs(true);
  if (!little && !layoutIs(false)) throw new Damage('its header is not one that SPSS writes', 65, 'unknown');
  const head = cursorAt(bytes, little, 72, 'its header');
  const said = i32(head);
  const compression = magic === '$FL3' ? 2 : said;
  if (![0, 1, 2].includes(compression)) throw new Damage(`its header names a compression ${said} that does not exist`, 73, 'unknown');
  const weight = i32(head);
  const cases = i32(head);
  const bias = f64(head);
  const label = bytes.subarray(109, 173);

  const cursor = cursorAt(bytes, little, 176, 'its dictionary');
  const segments: Segment[] = [];
  const labelSets: LabelSet[] = [];
  const documents: Uint8Array[] = [];
  const extensions: Extension[] = [];
  let octets = 0;
  let continued = 0;
  for (;;) {
    const type = i32(cursor);
    if (type === 999) break;
    if (type === 2) {
      const segment = variable(cursor, octets);
      octets++;
      if (segment === null) continued--;
      else if (continued > 0) throw new Damage('its dictionary breaks a text variable off', cursor.at);
      else {
        segments.push(segment);
        continued = segment.octets - 1;
      }
      if (continued < 0) throw new Damage('its dictionary continues a variable that is none', cursor.at);
    } else if (type === 3) {
      if (labelSets.length === MOST_SETS) throw new Damage('its dictionary holds too many lists of labels', cursor.at);
      labelSets.push(labelSet(cursor));
    } else if (type === 6) {
      const lines = countOf(cursor, i32(cursor), 80, 'lines of notes');
      for (let line = 0; line < lines; line++) documents.push(take(cursor, 80));
    } else if (type === 7) extensions.push(extension(cursor));
    else throw new Damage(`its dictionary holds a record of the unknown kind ${type}`, cursor.at - 3, 'unknown');
  }
  if (continued > 0) throw new Damage('its dictionary breaks a text variable off', cursor.at);
  i32(cursor);
  if (segments.length === 0) throw new Damage('it has no variables', null);
  return {
    bytes,
    little,
    compression,
    bias,
    cases: allCases(extensions) ?? (cases < 0 ? null : cases),
    weight,
    label,
    segments,
    octets,
    labelSets,
    documents,
    extensions,
    data: cursor.at,
  };
}

/** Null for a continuation of the text before. */
function variable(cursor: Cursor, octet: number): Segment | null {
  const width = i32(cursor);
  const labelled = i32(cursor);
  const missingKind = i32(cursor);
  const print = i32(cursor);
  pass(cursor, 4);
  const short = take(cursor, 8);
  if (width < -1 || width > 255 || ![0, 1].includes(labelled) || missingKind < -3 || missingKind > 3 || missingKind === -1)
    throw new Damage('its dictionary holds a variable that cannot be', cursor.at - 28);
  let label: Uint8Array | null = null;
  if (labelled === 1) {
    const length = i32(cursor);
    label = take(cursor, length);
    pass(cursor, (4 - (length % 4)) % 4);
  }
  const missing = Array.from({ length: missingKind < 0 ? -missingKind : missingKind }, () => take(cursor, 8));
  if (width < 0) return null;
  return { short, width, octet, octets: width === 0 ? 1 : Math.ceil(width / 8), label, missingKind, missing, print };
}

function labelSet(cursor: Cursor): LabelSet {
  const count = countOf(cursor, i32(cursor), 16, 'value labels');
  const entries = Array.from({ length: count }, () => {
    const value = take(cursor, 8);
    const length = u8(cursor);
    const label = take(cursor, length);
    pass(cursor, 7 - (length % 8));
    return { value, label };
  });
  if (i32(cursor) !== 4) throw new Damage('its dictionary has value labels for no variable', cursor.at - 3);
  const variables = countOf(cursor, i32(cursor), 4, 'variables of value labels');
  return { entries, variables: Array.from({ length: variables }, () => i32(cursor)) };
}

function extension(cursor: Cursor): Extension {
  const subtype = i32(cursor);
  const size = i32(cursor);
  const count = i32(cursor);
  if (size < 0 || count < 0) throw new Damage('its dictionary announces a piece of less than no bytes', cursor.at);
  const bytes = take(cursor, size * count);
  return { subtype, size, count, cursor: cursorAt(bytes, cursor.little, 0, `an extension (${subtype}) of its dictionary`) };
}

/** Record 16 holds the number of cases where it is large. */
function allCases(extensions: readonly Extension[]): number | null {
  const found = extensions.find(({ subtype, size, count }) => subtype === 16 && size === 8 && count >= 2);
  if (found === undefined) return null;
  const cursor = { ...found.cursor, at: 8 };
  const cases = u64(cursor);
  return cases > Number.MAX_SAFE_INTEGER ? null : cases;
}
