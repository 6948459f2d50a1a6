// Writes rows as an Excel workbook of one sheet (ECMA-376): numbers as numbers, texts as texts, so that none is a formula.
import { zipSync } from 'fflate';
import { utf8 } from './bytes.ts';

const xml = (text: string): string =>
  text
    // Signs that XML 1.0 has no room for.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Excel's limit of a cell. */
const LONGEST = 32767;

export interface Sheet {
  readonly name: string;
  readonly rows: Iterable<readonly (string | number | null)[]>;
}

export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const relation = (at: number, kind: string, target: string): string =>
    `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (all: readonly string[]): string => `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const place = (at: number): string => `worksheets/sheet${at + 1}`;
  const parts: readonly (readonly [name: string, text: string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `${type('workbook', 'sheet.main')}${sheets.map((_, at) => type(place(at), 'worksheet')).join('')}</Types>`,
    ],
    ['_rels/.rels', relations([relation(0, 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>` +
        sheets.map(({ name }, at) => `<sheet name="${xml(name.slice(0, 31))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') +
        '</sheets></workbook>',
    ],
    ['xl/_rels/workbook.xml.rels', relations(sheets.map((_, at) => relation(at, 'worksheet', `${place(at)}.xml`)))],
    ...sheets.map(({ rows }, at): readonly [string, string] => [`xl/${place(at)}.xml`, sheetText(rows)]),
  ];
  // The same rows give the same bytes, whenever they are written.
  const mtime = '1980-01-01T00:00:00';
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, [utf8(HEAD + text), { mtime }]])));
}

function sheetText(rows: Sheet['rows']): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(`<row>${row.map((value, at) => cell(value, `${letters(at)}${lines.length + 1}`)).join('')}</row>`);
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cell(value: string | number | null, place: string): string {
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) return '';
  return typeof value === 'number'
    ? `<c r="${place}"><v>${value}</v></c>`
    : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml(value.slice(0, LONGEST))}</t></is></c>`;
}

/** A, B … Z, AA. */
function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
}
