// From the bytes of a data file to UTF-8 bytes: byte order marks, named encodings, and telling a text table from other files.
// What the table holds is csv.ts.
import { nearest } from '../../problems/nearest.ts';
import { raise, type Problem } from '../../problems/problem.ts';
import { emptyFile } from '../../problems/data/empty-file.ts';
import { notATable } from '../../problems/data/not-a-table.ts';
import { unknownEncoding } from '../../problems/data/unknown-encoding.ts';
import { wrongEncoding } from '../../problems/data/wrong-encoding.ts';

// A web standard that browsers and Node share; declared here since core has neither's types.
declare const TextDecoder: new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

export interface Decoded {
  /** UTF-8 without a byte order mark; null when the file cannot be read. */
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
  readonly encoding: string;
}

/** The names to offer when one is not known. */
const COMMON = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'gbk', 'gb2312', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'iso-8859-1', 'iso-8859-2', 'iso-8859-15', 'windows-1250', 'windows-1251', 'windows-1252', 'koi8-r'];

/** A byte order mark wins over a named encoding; without either the file must be UTF-8. Nothing is guessed: a likely encoding is only named. */
export function decodeTable(bytes: Uint8Array, file: string, named?: string): Decoded {
  const failed = (problem: Problem): Decoded => ({ bytes: null, problems: [problem], encoding: named ?? 'utf-8' });
  const where = { at: 'data', data: { file } };
  const foreign = formatOf(bytes, file);
  if (foreign !== null) return failed(raise(notATable, { file, ...foreign }, where));

  const mark = markOf(bytes);
  if (mark === 'utf-8' && bytes.length === 3) return failed(raise(emptyFile, { file }, where));
  if (isBlank(bytes)) return failed(raise(emptyFile, { file }, where));
  if (mark !== null && mark !== 'utf-8') {
    const text = tryDecode(bytes, mark);
    return text === null ? failed(raise(wrongEncoding, { file, said: mark, likely: null, sample: null }, where)) : encoded(text, mark, failed, file);
  }
  if (mark === 'utf-8') {
    const body = bytes.subarray(3);
    return isUtf8(body) ? { bytes: body, problems: [], encoding: 'utf-8' } : failed(raise(wrongEncoding, { file, said: 'utf-8', likely: null, sample: null }, where));
  }

  const label = named === undefined ? 'utf-8' : canonicalLabel(named);
  if (label === null) return failed(raise(unknownEncoding, { encoding: named!, nearest: nearest(named!, COMMON) }, { ...where, at: 'data/encoding' }));
  const said = named === undefined ? null : named;
  if (label.startsWith('utf-16')) {
    const text = looksLikeUtf16(bytes) === label ? tryDecode(bytes, label) : null;
    const likely = text === null && isUtf8(bytes) ? 'utf-8' : null;
    return text === null ? failed(raise(wrongEncoding, { file, said, likely, sample: null }, { ...where, at: 'data/encoding' })) : encoded(text, label, failed, file);
  }
  const wide = looksLikeUtf16(bytes);
  if (wide !== null) return failed(raise(wrongEncoding, { file, said, likely: wide, sample: firstWord(tryDecode(bytes, wide)) }, where));
  if (bytes.includes(0)) return failed(raise(notATable, { file, looksLike: 'not text, but binary data', help: 'Export the data as "CSV UTF-8" from the program that made the file.' }, where));

  if (!hasHighBytes(bytes)) return { bytes, problems: [], encoding: label };
  const utf8 = isUtf8(bytes);
  if (label === 'utf-8') {
    if (utf8) return { bytes, problems: [], encoding: label };
    const likely = likelyEncoding(bytes);
    return failed(raise(wrongEncoding, { file, said, likely, sample: likely === null ? null : firstWord(tryDecode(bytes, likely)) }, where));
  }
  // Text of another encoding is hardly ever valid UTF-8 by chance, so the data block must be wrong.
  if (utf8) return failed(raise(wrongEncoding, { file, said, likely: 'utf-8', sample: firstWord(tryDecode(bytes, 'utf-8')) }, { ...where, at: 'data/encoding' }));
  const text = tryDecode(bytes, label);
  if (text === null) {
    const likely = likelyEncoding(bytes);
    return failed(raise(wrongEncoding, { file, said, likely: likely === label ? null : likely, sample: null }, { ...where, at: 'data/encoding' }));
  }
  return encoded(text, label, failed, file);
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

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function canonicalLabel(named: string): string | null {
  const label = named.trim().toLowerCase();
  const usual = label === 'utf8' ? 'utf-8' : label === 'utf-16' ? 'utf-16le' : label === 'latin1' ? 'iso-8859-1' : label === 'cp936' || label === 'gb2312' ? 'gb18030' : label;
  try {
    new TextDecoder(usual);
    return usual;
  } catch {
    return null;
  }
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
  if (end < 4 || bytes.length % 2 !== 0) return null;
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
function isUtf8(bytes: Uint8Array): boolean {
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

/**
 * Which encoding bytes that are not UTF-8 most likely have. Common Chinese characters are pairs of bytes: in GB18030 B0–D7 then A1–FE (GB 2312
 * level 1), in Big5 A4–C6 then 40–7E or A1–FE; Western letters with accents stand alone between plain ones.
 */
function likelyEncoding(bytes: Uint8Array): string | null {
  let pairs = 0;
  let gb = 0;
  let big5 = 0;
  let alone = 0;
  const end = Math.min(bytes.length, 1 << 20);
  for (let i = 0; i < end; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (trail < 0x40) { alone++; continue; }
    if (trail < 0x80 && (i === 0 || bytes[i - 1]! < 0x80) && lead >= 0xc0 && isLetter(trail)) alone++;
    pairs++;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) gb++;
    if (lead >= 0xa4 && lead <= 0xc6 && (trail <= 0x7e || trail >= 0xa1)) big5++;
    i++;
  }
  if (alone > pairs / 2) return tryDecode(bytes, 'windows-1252') === null ? null : 'windows-1252';
  const fits = (label: string): boolean => tryDecode(bytes, label) !== null;
  if (big5 > gb && fits('big5')) return 'big5';
  if (gb > pairs * 0.3 && fits('gb18030')) return 'gb18030';
  if (fits('gb18030')) return 'gb18030';
  return fits('big5') ? 'big5' : fits('windows-1252') ? 'windows-1252' : null;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** The first word that holds a letter outside plain Latin, so that a person sees whether the reading is right. */
function firstWord(text: string | null): string | null {
  const word = text === null ? null : /[\p{L}\p{M}\p{N}_]*[^\p{ASCII}\s\p{P}][\p{L}\p{M}\p{N}_]*/u.exec(text)?.[0] ?? null;
  return word === null ? null : [...word].slice(0, 20).join('');
}

const SAVE = 'save as "CSV UTF-8 (comma delimited)" and name that file. Reading it directly comes with a later version.';

/** What a file is that is no text table, by its first bytes or its ending; null when nothing speaks against one. */
function formatOf(bytes: Uint8Array, file: string): { looksLike: string; help: string } | null {
  const starts = (...magic: number[]): boolean => magic.every((byte, i) => bytes[i] === byte);
  const text = (magic: string): boolean => [...magic].every((letter, i) => bytes[i] === letter.charCodeAt(0));
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) {
    const head = decodeUtf8(bytes.subarray(0, 8192));
    if (/\.ods$/iu.test(file) || head.includes('opendocument')) return { looksLike: 'an OpenDocument file', help: `Open it in its program, ${SAVE}` };
    return /\.xlsx|\.xlsm/iu.test(file) || head.includes('xl/') || head.includes('[Content_Types]')
      ? { looksLike: 'an Excel workbook', help: `In Excel, ${SAVE}` }
      : { looksLike: 'a ZIP archive', help: 'Unpack it and name the CSV file inside.' };
  }
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { looksLike: 'an old Excel workbook (.xls) or another Office file', help: `In Excel, ${SAVE}` };
  if (text('$FL2') || text('$FL3')) return { looksLike: 'an SPSS data file', help: 'In SPSS, save as "Comma delimited (*.csv)" with variable names. Reading it directly comes with a later version.' };
  if (text('<stata_dta>') || (/\.dta$/iu.test(file) && bytes.includes(0))) return { looksLike: 'a Stata data file', help: 'In Stata: export delimited using survey.csv, nolabel. Reading it directly comes with a later version.' };
  if (text('%PDF')) return { looksLike: 'a PDF', help: 'Name the file with the answers, not the printed report.' };
  if (text('PAR1')) return { looksLike: 'a Parquet file', help: 'Export it as CSV. Reading it directly comes with a later version.' };
  if (text('SQLite format 3')) return { looksLike: 'a SQLite database', help: 'Export the table as CSV.' };
  if (starts(0x1f, 0x8b)) return { looksLike: 'a compressed (gzip) file', help: 'Unpack it and name the file inside.' };
  const head = decodeUtf8(bytes.subarray(0, 512)).trimStart().toLowerCase();
  if (head.startsWith('<!doctype') || head.startsWith('<html') || head.startsWith('<table')) return { looksLike: 'a web page (HTML)', help: 'Some survey platforms call such a file .xls or .csv: open it in Excel and save it as "CSV UTF-8".' };
  if (head.startsWith('<?xml')) return { looksLike: 'an XML file', help: 'Export the data as "CSV UTF-8".' };
  return null;
}
