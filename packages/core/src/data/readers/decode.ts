// From the bytes of a file to text: byte order marks, named encodings, damage, and telling a text table from other files. What a table
// holds is csv.ts; which encoding bytes look like is likely-encoding.ts.
import type { OtherFormat } from '../../problems/data-phrases.ts';
import { nearest } from '../../text/nearest.ts';
import { raise, type Problem } from '../../problems/problem.ts';
import { damagedBytes } from '../../problems/data/damaged-bytes.ts';
import { emptyFile } from '../../problems/data/empty-file.ts';
import { encodingFound } from '../../problems/data/encoding-found.ts';
import { notATable } from '../../problems/data/not-a-table.ts';
import { unknownEncoding } from '../../problems/data/unknown-encoding.ts';
import { wrongEncoding } from '../../problems/data/wrong-encoding.ts';
import { damageIn } from './damage.ts';
import { encodingNamed, lettersOf, strictLettersOf } from './letters.ts';
import { likelyEncoding, scoreOf } from './likely-encoding.ts';

// A web standard that browsers and Node share; declared here since core has neither's types.
declare const TextDecoder: new (
  label?: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

export interface Decoded {
  /** UTF-8 without a byte order mark; null when the file cannot be read. */
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
  readonly encoding: string;
}

/** The names to offer when one is not known. */
export const COMMON = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'gbk',
  'gb2312',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'koi8-r',
];

/**
 * A byte order mark wins over a named encoding. Without either the file is UTF-8 if its bytes can be; else it is read in the encoding that
 * its letters clearly show, and that is told; an encoding that is not clear is only named.
 */
export function decodeTable(bytes: Uint8Array, file: string, named?: string): Decoded {
  const where = { at: 'data', data: { file } };
  const failed = (problem: Problem): Decoded => ({ bytes: null, problems: [problem], encoding: named ?? 'utf-8' });
  const foreign = foreignFormat(bytes, file);
  if (foreign !== null) return failed(raise(notATable, { file, format: foreign }, where));

  const mark = markOf(bytes);
  if (mark === 'utf-8' && bytes.length === 3) return failed(raise(emptyFile, { file }, where));
  if (isBlank(bytes)) return failed(raise(emptyFile, { file }, where));
  if (mark !== null && mark !== 'utf-8') {
    const text = strictLettersOf(bytes, mark);
    return text === null ? failed(damaged(bytes, file, mark)) : encoded(text, mark, failed, file);
  }
  const body = mark === 'utf-8' ? bytes.subarray(3) : bytes;
  const label = mark === 'utf-8' || named === undefined ? 'utf-8' : canonicalLabel(named);
  const said = mark === 'utf-8' || named === undefined ? null : named;
  if (label === null)
    return failed(raise(unknownEncoding, { encoding: named!, nearest: nearest(named!, COMMON) }, { ...where, at: 'data/encoding' }));
  const other = (likely: string | null, at = said === null ? 'data' : 'data/encoding'): Decoded =>
    failed(
      raise(
        wrongEncoding,
        { file, said, likely, sample: likely === null ? null : firstWord(strictLettersOf(body, likely)) },
        { ...where, at },
      ),
    );
  const guessed = (text: string | null, found: string): Decoded => {
    if (text === null) return failed(damaged(body, file, found));
    const read = encoded(text, found, failed, file);
    const facts = { file, said: null, found, sample: firstWord(text) ?? '' };
    return read.bytes === null ? read : { ...read, problems: [raise(encodingFound, facts, { ...where, severity: 'info' })] };
  };
  const wide = looksLikeUtf16(body);
  if (label.startsWith('utf-16')) {
    if (wide !== label) return other(wide ?? (isUtf8(body) ? 'utf-8' : (likelyEncoding(body)?.label ?? null)));
    const text = strictLettersOf(body, label);
    return text === null ? failed(damaged(body, file, label)) : encoded(text, label, failed, file);
  }
  if (wide !== null) return said === null && mark === null ? guessed(strictLettersOf(body, wide), wide) : other(wide, 'data');
  if (body.includes(0)) {
    // A few are damage; a file full of them is no text.
    if (body.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) * 20 < body.length) return failed(withZero(body, file, label));
    return failed(raise(notATable, { file, format: 'binary' }, where));
  }

  if (!hasHighBytes(body)) return { bytes: body, problems: [], encoding: label };
  const utf8 = isUtf8(body);
  if (utf8 && label === 'utf-8') return { bytes: body, problems: [], encoding: label };
  // Text of another encoding is hardly ever valid UTF-8 by chance, so the data block must be wrong.
  if (utf8) return other('utf-8');
  const text = label === 'utf-8' ? null : strictLettersOf(body, label);
  const likely = likelyEncoding(body);
  // What reads best in the encoding that it should have is that, with a wrong byte in it: no other one.
  const asSaid = scoreOf(body, label);
  const asUtf8 = label === 'utf-8' ? asSaid : scoreOf(body, 'utf-8');
  if (mark === 'utf-8' || asUtf8 > (likely?.score ?? 0)) return failed(damaged(body, file, 'utf-8'));
  if (text === null) {
    if (label !== 'utf-8' && likely?.label !== label && asSaid < (likely?.score ?? 0)) return other(likely?.label ?? null);
    if (likely === null || likely.label === label) return failed(damaged(body, file, label));
    const read = strictLettersOf(body, likely.label);
    if (read === null) return failed(damaged(body, file, likely.label));
    return said === null && likely.clear ? guessed(read, likely.label) : other(likely.label);
  }
  // An encoding of single bytes reads anything: where the letters it gives are none that people write, and another's are, it is the other.
  if (
    likely !== null &&
    likely.label !== label &&
    asSaid < 0.2 &&
    likely.score > 0.7 &&
    !label.startsWith('gb') &&
    !label.startsWith('big5')
  )
    return other(likely.label);
  return encoded(text, label, failed, file);
}

/** A file in an encoding that some of its bytes are no letters of. */
function damaged(bytes: Uint8Array, file: string, label: string): Problem {
  const found = damageIn(bytes, label);
  if (found === null) return raise(wrongEncoding, { file, said: label, likely: null, sample: null }, { at: 'data', data: { file } });
  return raise(
    damagedBytes,
    { file, encoding: label, ...found },
    { at: 'data', data: { file, ...(found.row === 0 ? {} : { row: found.row }) } },
  );
}

/** A byte 0 within a text. */
function withZero(bytes: Uint8Array, file: string, label: string): Problem {
  const at = bytes.indexOf(0);
  const front = bytes.subarray(0, at);
  const row = front.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);
  const rows = bytes.reduce(
    (count, byte, index) => count + (byte === 0 && bytes.lastIndexOf(10, index) >= bytes.lastIndexOf(0, index - 1) ? 1 : 0),
    0,
  );
  return raise(
    damagedBytes,
    {
      file,
      encoding: label,
      row,
      byte: at + 1,
      bytes: '00',
      before: decodeUtf8(front.subarray(front.lastIndexOf(10) + 1)).slice(-20),
      rows,
    },
    { at: 'data', data: { file, ...(row === 0 ? {} : { row }) } },
  );
}

/**
 * The text of a spec, a codebook or a printed table, which can name no encoding: UTF-8, or what a mark says, or what the bytes read best
 * in.
 */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** No mark says so: it is what the letters look like. */
  readonly guessed: boolean;
}

export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = markOf(bytes);
  if (mark === null && !isUtf8(bytes)) {
    const wide = looksLikeUtf16(bytes);
    const likely = wide === null ? likelyEncoding(bytes) : null;
    if (wide === null && likely !== null && likely.score > scoreOf(bytes, 'utf-8'))
      return { text: lettersOf(bytes, likely.label), encoding: likely.label, guessed: true };
    if (wide === null) return { text: decodeUtf8(bytes), encoding: 'utf-8', guessed: false };
    return { text: lettersOf(bytes, wide), encoding: wide, guessed: true };
  }
  const wide = mark === null ? looksLikeUtf16(bytes) : null;
  const label = mark ?? wide ?? 'utf-8';
  return { text: lettersOf(bytes, label), encoding: label, guessed: wide !== null };
}

/**
 * Of the front of a large file: the encoding in which its bytes are UTF-8 as they stand (as all may be that hold nothing but ASCII),
 * and where its text begins. Null where the file has to be decoded as a whole, or is none.
 */
export function plainlyEncoded(
  front: Uint8Array,
  file: string,
  named?: string,
): { readonly encoding: string; readonly start: number } | null {
  if (/\.dta$/iu.test(file) || foreignFormat(front, file) !== null || isBlank(front)) return null;
  const mark = markOf(front);
  if (mark !== null && mark !== 'utf-8') return null;
  const start = mark === null ? 0 : 3;
  const encoding = mark !== null || named === undefined ? 'utf-8' : canonicalLabel(named);
  if (encoding === null || encoding.startsWith('utf-16') || looksLikeUtf16(front.subarray(start)) !== null) return null;
  return { encoding, start };
}

function encoded(text: string, encoding: string, failed: (problem: Problem) => Decoded, file: string): Decoded {
  if (text.trim() === '') return failed(raise(emptyFile, { file }, { at: 'data', data: { file } }));
  return { bytes: new TextEncoder().encode(text), problems: [], encoding };
}

/** Text of UTF-8 bytes that are known to be valid, or of single cells. */
export function decodeUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export function canonicalLabel(named: string): string | null {
  const label = named.trim().toLowerCase();
  const usual =
    label === 'utf8'
      ? 'utf-8'
      : label === 'utf-16'
        ? 'utf-16le'
        : label === 'latin1'
          ? 'iso-8859-1'
          : label === 'cp936' || label === 'gb2312'
            ? 'gb18030'
            : label;
  return encodingNamed(usual) === null ? null : usual;
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: in a table every separator and digit has a zero byte at the same side. */
function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length - (bytes.length % 2), 4096);
  if (end < 4) return null;
  let low = 0;
  let high = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0 && bytes[i + 1] !== 0) high++;
    else if (bytes[i] !== 0 && bytes[i + 1] === 0) low++;
  }
  const half = end / 2;
  return low > half * 0.2 && high === 0 ? 'utf-16le' : high > half * 0.2 && low === 0 ? 'utf-16be' : null;
}

function isBlank(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte !== 32 && byte !== 9 && byte !== 10 && byte !== 13) return false;
  }
  return true;
}

function hasHighBytes(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return true;
  return false;
}

/** In pieces, so that a large file is never held as one string. */
export function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const piece = 1 << 22;
  try {
    for (let start = 0; start < bytes.length; start += piece) decoder.decode(bytes.subarray(start, start + piece), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The first word that holds a letter outside plain Latin, so that a person sees whether the reading is right. */
function firstWord(text: string | null): string | null {
  const word = text === null ? null : (/[\p{L}\p{M}\p{N}_]*[^\p{ASCII}\s\p{P}][\p{L}\p{M}\p{N}_]*/u.exec(text)?.[0] ?? null);
  return word === null ? null : [...word].slice(0, 20).join('');
}

/** What a file is that is no text table, by its first bytes or its ending; null when nothing speaks against one. */
export function foreignFormat(bytes: Uint8Array, file: string): OtherFormat | null {
  const starts = (...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  const text = (magic: string): boolean => [...magic].every((letter, i) => bytes[i] === letter.charCodeAt(0));
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) {
    const head = decodeUtf8(bytes.subarray(0, 8192));
    if (/\.ods$/iu.test(file) || head.includes('opendocument')) return 'opendocument';
    return /\.xlsx|\.xlsm/iu.test(file) || head.includes('xl/') || head.includes('[Content_Types]') ? 'xlsx' : 'zip';
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'office';
  if (text('$FL2') || text('$FL3')) return 'spss';
  if (text('<stata_dta>') || (/\.dta$/iu.test(file) && bytes.includes(0))) return 'stata';
  if (text('%PDF')) return 'pdf';
  if (text('PAR1')) return 'parquet';
  if (text('SQLite format 3')) return 'sqlite';
  if (starts(0x1f, 0x8b)) return 'gzip';
  const head = decodeUtf8(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (head.startsWith('<!doctype') || head.startsWith('<html') || head.startsWith('<table')) return 'html';
  if (head.startsWith('<?xml')) return 'xml';
  return null;
}
