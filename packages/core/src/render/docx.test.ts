// A document as a Word file: tables that Word has as tables, numbered where they stand, the same bytes every time, and no text of a study
// that becomes a part of the file. That it opens as it should was seen with LibreOffice; the tests need none.
import { expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { Block, ReportDocument, TableBlock } from '../show/document.ts';
import { docxRenderer } from './docx.ts';

const cell = { kind: 'number', value: -0.2824, format: 'coefficient', stars: '**', address: 'a.b' } as const;
const table: TableBlock = {
  kind: 'table',
  id: 'full.beta',
  number: 3,
  title: 'A & </w:p><w:p>',
  columns: [
    { title: 'Item', align: 'left' },
    { title: 'b', align: 'number', group: 'All' },
    { title: 'n', align: 'number', group: 'All' },
  ],
  rows: [
    [{ kind: 'text', text: 'Age', emphasis: true, span: 3 }],
    [{ kind: 'text', text: '=cmd|x "\u0000\u202e', indent: 1 }, cell, { kind: 'number', value: 12, format: 'count', address: 'a.n' }],
    [{ kind: 'text', text: 'n' }, { kind: 'number', value: 9, format: 'count', address: 'a.m' }, null],
  ],
  parts: [2],
  notes: ['A note.'],
};
const partsOf = (blocks: readonly Block[], language = 'en'): ReadonlyMap<string, string> => {
  const document: ReportDocument = { title: 'S <b>', subtitle: '3 cases', language, blocks };
  const bytes = docxRenderer.render(document, { width: 80 }) as Uint8Array;
  expect(docxRenderer.render(document, { width: 80 })).toEqual(bytes);
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
};
const bodyOf = (blocks: readonly Block[], language = 'en'): string => partsOf(blocks, language).get('word/document.xml')!;

/** Every element that begins ends, in order; what stands between them has no bare sign of markup. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [, text, end, name, , empty] of xml
    .replace(/^<\?xml[^>]*\?>\s*/u, '')
    .matchAll(/([^<]*)<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)\s*(\/?)>/gu)) {
    expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)|>/u);
    if (end === '/') expect(open.pop()).toBe(name);
    else if (empty !== '/') open.push(name!);
  }
  expect(open).toEqual([]);
}

it('is a three-line table whose head repeats, with a number that is there already', () => {
  const body = bodyOf([{ kind: 'section', id: 's', title: 'Results', blocks: [table] }]);
  expect(body).toContain('<w:pStyle w:val="Heading1"/>');
  expect(body).toMatch(
    / SEQ Table \\\* ARABIC .*fldCharType="separate"\/><\/w:r><w:r>.*<w:t xml:space="preserve">3<\/w:t>.*fldCharType="end"/u,
  );
  expect(body).toContain('<w:bookmarkStart w:id="1" w:name="tbl_full_beta"/>');
  const rows = body.match(/<w:tr>.*?<\/w:tr>/gu)!;
  expect(rows).toHaveLength(5);
  expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(2);
  expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
  const rule = (side: string, size: number): string => `<w:${side} w:val="single" w:sz="${size}"`;
  expect(rows[0]).toContain(rule('top', 12));
  expect(rows[1]).toContain(rule('bottom', 6));
  expect(rows[4]).toContain(rule('top', 4));
  expect(rows[4]).toContain(rule('bottom', 12));
  expect(body.indexOf('A note.')).toBeGreaterThan(body.indexOf('</w:tbl>'));
  // Each row fills the grid, and that the page.
  const grid = [...body.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map((found) => Number(found[1]));
  expect(grid.reduce((sum, width) => sum + width, 0)).toBe(9026);
  for (const row of rows) expect([...row.matchAll(/<w:tcW w:w="(\d+)"/gu)].reduce((sum, found) => sum + Number(found[1]), 0)).toBe(9026);
});

it('has points under points, whole numbers that end there, and raised stars', () => {
  const [, , , one, two] = bodyOf([table]).match(/<w:tr>.*?<\/w:tr>/gu)!;
  const [decimal] = one!.match(/<w:p><w:pPr>[^]*?<w:t xml:space="preserve">−0\.282<\/w:t>.*?<\/w:p>/u)!;
  const point = Number(/<w:tab w:val="decimal" w:pos="(\d+)"\/>/u.exec(decimal)![1]);
  expect(decimal).toContain('<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">**</w:t>');
  const inner = Number([...two!.matchAll(/<w:tcW w:w="(\d+)"/gu)][1]![1]) - 120;
  expect(two).toContain(`<w:ind w:right="${inner - point}"/><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">9<`);
  // A column without a point is centred.
  expect(one).toMatch(/<w:jc w:val="center"\/><\/w:pPr><w:r><w:t xml:space="preserve">12</u);
});

it('is well formed whatever a label holds, in every part', () => {
  const note: Block = { kind: 'note', tone: 'warning', text: '<w:br/>', code: 'SS1', parts: [{ code: 'SS1', text: ']]>' }] };
  for (const language of ['en', 'zh']) {
    const parts = partsOf([table, { ...table, id: 'full beta' }, note], language);
    for (const part of parts.values()) expectWellFormed(part);
    const body = parts.get('word/document.xml')!;
    expect(body).toContain('A &amp; &lt;/w:p&gt;&lt;w:p&gt;');
    expect(body).not.toMatch(/[\u0000-\u0008\u202e]/u);
    expect(body).toContain('w:name="tbl_full_beta_2"');
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="SimSun"');
  }
});

it('turns the page where a table is wide, and back', () => {
  const many = Array.from({ length: 16 }, (_, at) => ({ title: `Column ${at}`, align: 'number' as const }));
  const wide: TableBlock = { ...table, columns: [table.columns[0]!, ...many], rows: [[table.rows[2]![0]!, ...many.map(() => cell)]] };
  const body = bodyOf([table, { kind: 'section', id: 's', title: 'Wide', blocks: [wide] }, table]);
  const sections = [...body.matchAll(/<w:pgSz w:w="\d+" w:h="\d+"( w:orient="landscape")?\/>/gu)].map((found) => found[1] !== undefined);
  expect(sections).toEqual([false, true, false]);
  expect(body.indexOf('</w:sectPr>')).toBeLessThan(body.indexOf('>Wide<'));
  expect(bodyOf([wide]).match(/<w:sectPr>/gu)).toHaveLength(1);
});

it('says where the pictures are that it has not', () => {
  const figure: Block = { kind: 'figure', id: 'f', number: 2, title: 'Loadings', svg: '<svg/>', alternative: '', table: null };
  expect(bodyOf([figure])).toMatch(/report\.html.*Figure 2\. Loadings/u);
  expect(bodyOf([table])).not.toContain('report.html');
});

it('sets sentences of notes apart where the language does, and close where it does not', () => {
  const two: TableBlock = { ...table, notes: ['甲。', '乙。'] };
  const told = (language: string): string => bodyOf([two], language).replaceAll(/<[^>]*>/gu, '');
  expect(told('zh')).toContain('甲。乙。');
  expect(told('en')).toContain('甲。 乙。');
});
