// Tables as CSV and as a workbook: the digits that are printed, numbers that stay numbers, and nothing that a spreadsheet would compute.
import { expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { ReportDocument, TableBlock } from '../show/document.ts';
import { csvRenderer } from './csv.ts';
import { workbookRenderer } from './workbook.ts';

const table: TableBlock = {
  kind: 'table',
  id: 't',
  number: 1,
  title: '=cmd|A1',
  columns: [
    { title: '', align: 'left' },
    { title: 'b', align: 'number', group: 'All' },
    { title: 'p', align: 'number', group: 'All' },
  ],
  rows: [
    [{ kind: 'text', text: '=1+1', emphasis: true, span: 3 }],
    [
      { kind: 'text', text: 'Age <b>', indent: 1 },
      { kind: 'number', value: -0.28244, format: 'coefficient', stars: '**', address: 'a.b' },
      { kind: 'number', value: 0.0001, format: 'p', address: 'a.p' },
    ],
    [
      { kind: 'text', text: 'n' },
      { kind: 'number', value: 1234, format: 'count', address: 'a.n' },
      { kind: 'number', value: null, format: 'p', address: 'a.q' },
    ],
    [{ kind: 'text', text: 'SE' }, { kind: 'number', value: -0.5, format: 'coefficient', parentheses: true, address: 'a.se' }, null],
  ],
  notes: ['Note'],
};
const documentOf = (...blocks: readonly TableBlock[]): ReportDocument => ({ title: 'S', subtitle: '', language: 'en', blocks });

it('is one table for programs, or all of them under their titles', () => {
  const one = `All: b,All: b *,All: p\r\n`;
  const rows = `'=1+1,,,\r\nAge <b>,-0.282,**,<0.001\r\nn,1234,,\r\nSE,-0.500,,\r\n`;
  expect(csvRenderer.render(documentOf(table), { width: 80 })).toBe(`,${one}${rows}`);
  expect(csvRenderer.render(documentOf(table, { ...table, number: 2 }), { width: 80 })).toBe(
    `Table 1. =cmd|A1\r\n,${one}${rows}Note\r\n\r\nTable 2. =cmd|A1\r\n,${one}${rows}Note\r\n`,
  );
});

it('is a sheet a table, with numbers in full that are shown as they are printed', () => {
  const document = documentOf(table, { ...table, number: 2 });
  const bytes = workbookRenderer.render(document, { width: 80 }) as Uint8Array;
  expect(workbookRenderer.render(document, { width: 80 })).toEqual(bytes);
  const files = unzipSync(bytes);
  const read = (name: string): string => strFromU8(files[name]!);
  expect([...read('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/gu)].map((found) => found[1])).toEqual(['Table 1', 'Table 2']);
  const sheet = read('xl/worksheets/sheet1.xml');
  expect(sheet).not.toContain('<f>');
  expect(sheet).toContain('Age &lt;b&gt;');
  const styles = read('xl/styles.xml');
  const formats = new Map([...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/gu)].map((found) => [found[1]!, found[2]!]));
  const looks = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf numFmtId="(\d+)"/gu)].map((found) => found[1]!);
  const shown = [...sheet.matchAll(/s="(\d+)"><v>([^<]*)<\/v>/gu)].map((found) => [found[2], formats.get(looks[Number(found[1])]!)]);
  expect(shown).toEqual([
    ['-0.28244', '0.000&quot;**&quot;'],
    ['0.0001', '&quot;&lt;0.001&quot;;&quot;&lt;0.001&quot;;&quot;&lt;0.001&quot;'],
    ['1234', '#,##0_*_*'],
    ['-0.5', '&quot;(&quot;0.000&quot;)&quot;_*_*;&quot;(-&quot;0.000&quot;)&quot;_*_*'],
  ]);
});

it('has a sheet, and a name for it, whatever a table is called', () => {
  const named = (title: string): TableBlock => {
    const { number: _, ...unnumbered } = table;
    return { ...unnumbered, title };
  };
  const names = (...blocks: TableBlock[]): string[] =>
    [
      ...strFromU8(unzipSync(workbookRenderer.render(documentOf(...blocks), { width: 80 }) as Uint8Array)['xl/workbook.xml']!).matchAll(
        /<sheet name="([^"]*)"/gu,
      ),
    ].map((found) => found[1]!);
  expect(names()).toEqual(['StudySpec']);
  expect(names(named('a/b:c'), named('A/B:C'), named('x'.repeat(40)), named('[]'))).toEqual(['a b c', 'A B C 2', 'x'.repeat(26), 't']);
});
