// The answers of the example study as files of other programs: a Stata file with a label of the author's bytes, and Excel workbooks. They
// are made when an example is read (each is a getter of its files), not whenever the program starts.
import { zipSync } from 'fflate';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const NAMES = ['id', 'happy', 'sex'];
const ANSWERS = [
  [4, 1],
  [5, 2],
  [3, 1],
  [4, 2],
  [2, 1],
  [4, 2],
  [5, 1],
  [3, 2],
  [4, 1],
  [1, 2],
  [4, 1],
  [5, 2],
];

/**
 * Version 114, the last but one that states no encoding; `label` is what the file calls `happy`, `release` another version in its place,
 * `sexes` what the codes of `sex` stand for.
 */
export function exampleStata(label: readonly number[], release = 114, sexes: Readonly<Record<number, string>> = {}): Uint8Array {
  const width = 5;
  const codes = Object.entries(sexes).map(([code, text]) => ({ code: Number(code), text }));
  const end = 109 + 3 * (1 + 33 + 49 + 33 + 81) + 8 + 5 + ANSWERS.length * width;
  const texts = codes.reduce((sum, { text }) => sum + text.length + 1, 0);
  const bytes = new Uint8Array(end + (codes.length === 0 ? 0 : 48 + 8 * codes.length + texts));
  const write = (text: string, at: number): void =>
    bytes.set(
      Array.from(text, (letter) => letter.charCodeAt(0)),
      at,
    );
  bytes.set([release, 2, 1, 0, NAMES.length, 0, ANSWERS.length]);
  bytes.set([3, 251, 251], 109);
  NAMES.forEach((name, at) => {
    write(name, 112 + 33 * at);
    write(at === 0 ? '%3s' : '%8.0g', 112 + 33 * 3 + 8 + 49 * at);
  });
  bytes.set(label, 112 + 33 * 3 + 8 + 49 * 3 + 33 * 3 + 81);
  const data = 112 + 33 * 3 + 8 + 49 * 3 + 33 * 3 + 81 * 3 + 5;
  ANSWERS.forEach(([happy, sex], row) => {
    write(`V${String(row + 1).padStart(2, '0')}`, data + row * width);
    bytes.set([happy!, sex!], data + row * width + 3);
  });
  if (codes.length > 0) {
    write('sexes', 112 + 33 * 3 + 8 + 49 * 3 + 33 * 2);
    // Length of the table, its name, how many codes, how long their texts; where each text begins, the codes, the texts.
    bytes.set([8 + 8 * codes.length + texts], end);
    write('sexes', end + 4);
    bytes.set([codes.length, 0, 0, 0, texts], end + 40);
    let offset = 0;
    for (const [at, { code, text }] of codes.entries()) {
      bytes[end + 48 + 4 * at] = offset;
      bytes[end + 48 + 4 * codes.length + 4 * at] = code;
      write(text, end + 48 + 8 * codes.length + offset);
      offset += text.length + 1;
    }
  }
  return bytes;
}

/** `我很满意` (I am content) in GB18030. */
export const GB18030_LABEL = [0xce, 0xd2, 0xba, 0xdc, 0xc2, 0xfa, 0xd2, 0xe2];

const CONTENT: Readonly<Record<string, string>> = {
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/>' +
    '<Relationship Id="b" Target="worksheets/sheet2.xml"/></Relationships>',
  'xl/workbook.xml': '<workbook><sheets><sheet name="answers" r:id="a"/><sheet name="notes" r:id="b"/></sheets></workbook>',
};

/**
 * A workbook with the answers; with notes on a second sheet, a title above the names, an error in the last cell, or ids that are numbers of
 * 18 digits.
 */
export function exampleWorkbook(kind: 'plain' | 'notes' | 'title' | 'error' | 'long ids'): Uint8Array {
  const text = (cell: string): string => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
  const id = (row: number): string =>
    kind === 'long ids' ? `<c><v>${520424 + row}199001010017</v></c>` : text(`V${String(row + 1).padStart(2, '0')}`);
  const rows = [
    ...(kind === 'title' ? [text('A survey')] : []),
    NAMES.map(text).join(''),
    ...ANSWERS.map(([happy, sex], row) => `${id(row)}<c><v>${happy}</v></c><c><v>${sex}</v></c>`),
  ];
  if (kind === 'error') rows[12] = rows[12]!.replace('<c><v>2</v></c>', '<c t="e"><v>#N/A</v></c>');
  const sheet = (lines: readonly string[]): string =>
    `<worksheet><sheetData>${lines.map((line) => `<row>${line}</row>`).join('')}</sheetData></worksheet>`;
  const parts = {
    ...CONTENT,
    'xl/worksheets/sheet1.xml': sheet(rows),
    'xl/worksheets/sheet2.xml': sheet(kind === 'notes' ? [text('Collected in May')] : []),
  };
  const packed = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)]));
  return zipSync(packed, { level: 0, mtime: '1990-06-01' });
}
