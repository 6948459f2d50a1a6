// Reads an Excel workbook (.xlsx, .xlsm): one sheet of it, from where its table begins. What the table holds is then read by csv.ts;
// the cells are sheet.ts', the archive zip.ts'.
import { inShare, tellPart } from '../../../numerics/parts.ts';
import { raise, type Problem } from '../../../problems/problem.ts';
import { severalSheets } from '../../../problems/data/several-sheets.ts';
import { workbookErrors } from '../../../problems/data/workbook-errors.ts';
import { headingsFound } from '../../../problems/data/headings-found.ts';
import { emptyFile } from '../../../problems/data/empty-file.ts';
import { noSuchSheet } from '../../../problems/data/no-such-sheet.ts';
import type { FileFacts } from '../../codebook.ts';
import { nearest } from '../../../text/nearest.ts';
import { Damage } from '../binary/cursor.ts';
import { reading, type ReadOptions, type TableReading } from '../binary/reading.ts';
import { readCsv } from '../csv.ts';
import { lettersOf } from '../letters.ts';
import { readSheet, type Book, type Sheet, type Shows } from './sheet.ts';
import { attribute, letters, tagsIn } from './xml.ts';
import { openZip, type Archive } from './zip.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** After so many rows it is told how far it is. */
const TOLD = 1 << 14;

export function readXlsx(bytes: Uint8Array, file: string, options: ReadOptions = {}): TableReading {
  return reading(file, 'xlsx', () => read(bytes, file, options));
}

function read(bytes: Uint8Array, file: string, options: ReadOptions): TableReading {
  const where = { at: 'data', data: { file } };
  const failed = (problem: Problem): TableReading => ({ frame: null, problems: [problem], encoding: 'utf-8' });
  const archive = openZip(bytes);
  const listed = sheetsOf(archive);
  const book = inShare(0, 0.1, () => bookOf(archive));
  const sheetAt = (path: string): Sheet => readSheet(xmlOf(archive, path), book);
  let chosen: { name: string; sheet: Sheet };
  if (options.sheet === undefined) {
    const filled = listed
      .map((one, at) => ({
        name: one.name,
        sheet: inShare(0.1 + (0.6 * at) / listed.length, 0.1 + (0.6 * (at + 1)) / listed.length, () => sheetAt(one.path)),
      }))
      .filter(({ sheet }) => sheet.rows.some((row) => row !== undefined));
    if (filled.length === 0) return failed(raise(emptyFile, { file }, where));
    if (filled.length > 1)
      return failed(
        raise(
          severalSheets,
          { file, sheets: filled.map(({ name, sheet }) => ({ name, rows: sheet.rows.filter((row) => row !== undefined).length })) },
          where,
        ),
      );
    chosen = filled[0]!;
  } else {
    const one = listed.find(({ name }) => name === options.sheet);
    const names = listed.map(({ name }) => name);
    if (one === undefined)
      return failed(
        raise(
          noSuchSheet,
          { file, sheet: options.sheet, sheets: names, nearest: nearest(options.sheet, names) },
          { ...where, at: 'data/sheet' },
        ),
      );
    chosen = { name: one.name, sheet: inShare(0.1, 0.7, () => sheetAt(one.path)) };
  }
  const { sheet } = chosen;
  const header = options.header ?? headerOf(sheet);
  const text = inShare(0.7, 0.8, () => tableOf(sheet, header));
  const found = inShare(0.8, 1, () => readCsv(text, file, { ...options, header, decimal: '.' }));
  const problems = [...found.problems];
  if (options.header === undefined && header.last > 1) problems.push(raise(headingsFound, { file, ...header }, where));
  const errors = sheet.errors.filter(({ row }) => row >= header.last);
  if (errors.length > 0) {
    const [first] = errors;
    const places = errors.slice(0, 5).map(({ row, column, text }) => ({ row: row + 1, column: nameAt(sheet, header, column), text }));
    problems.push(raise(workbookErrors, { file, places, count: errors.length }, { at: 'data', data: { file, row: first!.row } }));
  }
  if (found.frame === null) return { ...found, problems };
  const table = found.frame.about!;
  const about: FileFacts = {
    ...table,
    format: 'xlsx',
    version: `Excel, sheet "${chosen.name}"`,
    encoding: 'utf-8',
    layout: { ...table.layout!, separator: null, header },
  };
  return { ...found, frame: { ...found.frame, about }, problems };
}

function xmlOf(archive: Archive, path: string): string {
  const bytes = archive.file(path);
  if (bytes === null) throw new Damage(`it has no part ${path}`, null);
  return lettersOf(bytes, 'utf-8');
}

function sheetsOf(archive: Archive): { name: string; path: string }[] {
  const targets = new Map<string, string>();
  for (const { name, attributes } of tagsIn(xmlOf(archive, 'xl/_rels/workbook.xml.rels')))
    if (name === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '');
  const sheets: { name: string; path: string }[] = [];
  for (const { name, attributes, closes } of tagsIn(xmlOf(archive, 'xl/workbook.xml'))) {
    if (name !== 'sheet' || closes) continue;
    const target = targets.get(attribute(attributes, 'id') ?? '') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    // Sheets that are charts have no cells.
    if (/worksheets\//u.test(path)) sheets.push({ name: attribute(attributes, 'name') ?? '', path });
  }
  if (sheets.length === 0) throw new Damage('it has no sheet', null);
  return sheets;
}

function bookOf(archive: Archive): Book {
  const strings: string[] = [];
  if (archive.file('xl/sharedStrings.xml') !== null) {
    let text = '';
    let spoken = false;
    for (const { name, closes, empty, text: piece } of tagsIn(xmlOf(archive, 'xl/sharedStrings.xml'))) {
      if (name === 'si') {
        if (closes || empty) strings.push(letters(text));
        text = '';
      } else if (name === 'rPh') spoken = !closes;
      else if (name === 't' && !closes && !empty && !spoken) text += piece;
    }
  }
  const from1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/u.test(xmlOf(archive, 'xl/workbook.xml'));
  return { strings, styles: stylesOf(archive), from1904 };
}

function stylesOf(archive: Archive): Shows[] {
  if (archive.file('xl/styles.xml') === null) return [];
  const own = new Map<number, string>();
  const styles: Shows[] = [];
  let inCells = false;
  for (const { name, attributes, closes } of tagsIn(xmlOf(archive, 'xl/styles.xml'))) {
    if (name === 'numFmt' && !closes) own.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
    else if (name === 'cellXfs') inCells = !closes;
    else if (name === 'xf' && inCells && !closes) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      styles.push(showsOf(id, own.get(id)));
    }
  }
  return styles;
}

/** Formats of dates and times: those that Excel brings (also of China and Japan), and codes with years, days, hours or seconds. */
function showsOf(id: number, code: string | undefined): Shows {
  if (code === undefined) {
    if (id === 22) return 'datetime';
    if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35)) return 'time';
    return (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58) ? 'date' : 'number';
  }
  // Words and signs that stand for themselves, colours, conditions; hours beyond a day are a length of time.
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*./gu, '')
    .split(';')[0]!
    .toLowerCase();
  if (/\[[hms]+\]/u.test(plain)) return 'number';
  const bare = plain.replace(/\[[^\]]*\]/gu, '').replace(/general/gu, '');
  const day = /[yd]|m/u.test(bare) && /[yd]/u.test(bare);
  const clock = /[hs]/u.test(bare);
  return day && clock ? 'datetime' : day || (/m/u.test(bare) && !clock && !/[0#?]/u.test(bare)) ? 'date' : clock ? 'time' : 'number';
}

type Header = { readonly names: number; readonly last: number };

/** The first row that names most columns, with the rows that merged cells join to it; lines of titles stand above. */
function headerOf({ rows, width, merged }: Sheet): Header {
  const filled = (row: number): number => {
    const cells = (rows[row] ?? []).filter((cell) => cell !== null && cell !== undefined).length;
    // A cell merged over several columns names them all.
    return (
      cells +
      merged
        .filter(({ top, left, right }) => top === row && rows[row]?.[left] != null && right - left + 1 < width)
        .reduce((sum, { left, right }) => sum + right - left, 0)
    );
  };
  const start = Array.from({ length: Math.min(rows.length, 20) }, (_, row) => row).find((row) => filled(row) * 2 > width) ?? 0;
  const last = merged
    .filter(({ top, bottom, left }) => top === start && bottom - top < 5 && rows[start]?.[left] != null)
    .reduce((most, { bottom }) => Math.max(most, bottom), start);
  return { names: start + 1, last: last + 1 };
}

/** The name of a column: what stands in the rows of headings above it, once each, merged cells counting for all that they cover. */
function nameAt(sheet: Sheet, { names, last }: Header, column: number): string {
  const above = (row: number): string | null => {
    const area = sheet.merged.find(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right);
    return sheet.rows[area?.top ?? row]?.[area?.left ?? column] ?? null;
  };
  const parts = Array.from({ length: last - names + 1 }, (_, at) => above(names - 1 + at)).filter((part) => part !== null);
  // Rows of headings that are not merged are names in the first, and words of the questions below.
  const joined = sheet.merged.some(({ top, left, right, bottom }) => top >= names - 1 && top < last && (right > left || bottom > top));
  return joined ? [...new Set(parts)].join(' / ') : (above(names - 1) ?? '');
}

/** A table of the sheet's rows, each where it stands in the sheet. */
function tableOf(sheet: Sheet, header: Header): Uint8Array {
  const { rows, width } = sheet;
  const lines: string[] = [];
  const present = rows.reduce((count, row) => count + (row === undefined ? 0 : 1), 0);
  if (present * width > 6e7) throw new Damage('its cells stand too far apart for a table', null);
  const quoted = (cell: string | null | undefined): string =>
    cell === null || cell === undefined ? '' : `"${cell.replaceAll('"', '""')}"`;
  for (let row = 0; row < rows.length; row++) {
    if (row % TOLD === 0) tellPart(row, rows.length);
    const cells = rows[row];
    const names = row === header.names - 1;
    if (cells === undefined && !names) lines.push('');
    else lines.push(Array.from({ length: width }, (_, column) => quoted(names ? nameAt(sheet, header, column) : cells![column])).join(','));
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}
