// Writes rows as an Excel workbook (ECMA-376): numbers as numbers, texts as texts, so that none is a formula. How a cell looks, where that
// is asked for, is xlsx-styles.ts.
import { zipSync } from 'fflate';
import { utf8 } from './bytes.ts';
import { stylesOf, type CellStyle, type Styles } from './xlsx-styles.ts';

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

export interface SheetCell extends CellStyle {
  readonly value: string | number | null;
}

export interface Sheet {
  readonly name: string;
  readonly rows: Iterable<readonly (string | number | null | SheetCell)[]>;
  /** Of its columns, in letters. */
  readonly widths?: readonly number[];
  /** Rows that stay in view above the others. */
  readonly frozen?: number;
}

export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const relation = (at: number, kind: string, target: string): string =>
    `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const relations = (all: readonly string[]): string => `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const styles = stylesOf();
  const texts = sheets.map((sheet) => sheetText(sheet, styles));
  const styled = styles.used();
  const place = (at: number): string => `worksheets/sheet${at + 1}`;
  const parts: readonly (readonly [name: string, text: string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `${type('workbook', 'sheet.main')}${styled ? type('styles', 'styles') : ''}` +
        `${sheets.map((_, at) => type(place(at), 'worksheet')).join('')}</Types>`,
    ],
    ['_rels/.rels', relations([relation(0, 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>` +
        sheets.map(({ name }, at) => `<sheet name="${xml(name.slice(0, 31))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') +
        '</sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, at) => relation(at, 'worksheet', `${place(at)}.xml`)),
        ...(styled ? [relation(sheets.length, 'styles', 'styles.xml')] : []),
      ]),
    ],
    ...(styled ? [['xl/styles.xml', styles.xml(MAIN, xml)] as const] : []),
    ...texts.map((text, at): readonly [string, string] => [`xl/${place(at)}.xml`, text]),
  ];
  // The same rows give the same bytes, whenever they are written.
  const mtime = '1980-01-01T00:00:00';
  return zipSync(Object.fromEntries(parts.map(([name, text]) => [name, [utf8(HEAD + text), { mtime }]])));
}

function sheetText({ rows, widths, frozen }: Sheet, styles: Styles): string {
  const lines: string[] = [];
  for (const row of rows)
    lines.push(`<row>${row.map((value, at) => cell(value, `${letters(at)}${lines.length + 1}`, styles)).join('')}</row>`);
  const view =
    frozen === undefined
      ? ''
      : `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" ` +
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const columns = (widths ?? []).map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  // On paper it is as wide as the page.
  const fit =
    widths === undefined ? ['', ''] : ['<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', '<pageSetup paperSize="9" fitToHeight="0"/>'];
  const head = `${fit[0]}${view}${columns === '' ? '' : `<cols>${columns}</cols>`}`;
  return `<worksheet xmlns="${MAIN}">${head}<sheetData>${lines.join('')}</sheetData>${fit[1]}</worksheet>`;
}

function cell(given: string | number | null | SheetCell, place: string, styles: Styles): string {
  const { value, ...style } = given !== null && typeof given === 'object' ? given : { value: given };
  const look = Object.keys(style).length === 0 ? '' : ` s="${styles.number(style)}"`;
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value)))
    return look === '' ? '' : `<c r="${place}"${look}/>`;
  return typeof value === 'number'
    ? `<c r="${place}"${look}><v>${value}</v></c>`
    : `<c r="${place}"${look} t="inlineStr"><is><t xml:space="preserve">${xml(value.slice(0, LONGEST))}</t></is></c>`;
}

/** A, B … Z, AA. */
function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
}
