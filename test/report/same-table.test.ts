// A table is the same table wherever it goes: what Copy for Word puts on the clipboard (the page's own markup) and what stands in a Word
// file have the same rows, heads, digits, stars and notes. And whatever labels hold, it stays a label in every form that is handed in.
import { describe, expect, it } from 'vitest';
import {
  previewOf,
  renderers,
  renderFragment,
  reportOf,
  type Block,
  type ReportDocument,
  type StudyResults,
  type TableBlock,
} from '@studyspec/core';
import { runProject } from '../support/project.ts';
import { unzip } from '../support/unzip.ts';

const HOSTILE = [
  "=cmd|' /C calc'!A1",
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '\\input{x} \\write18{x} $x$ %',
  '</w:t></w:r><w:fldSimple> ]]> & <script>',
  '} \\end{tabular} & # ~ ^ _',
  '=HYPERLINK(1)',
];
const answer = (row: number, item: number): number => 1 + ((row * (item + 3) + ((row * row) % 7) + item) % 5);
const data = `id,a,b,c,d,g,x\n${Array.from({ length: 80 }, (_, i) =>
  [i, ...[0, 1, 2, 3].map((k) => answer(i, k)), ['u', 'v', 'w'][i % 3], (i * 13) % 37].join(','),
).join('\n')}\n`;
const spec = (label: (at: number) => string): string => `study ${label(0)}
data "d.csv" { id id }
dimension d1 ${label(4)} on 1..5 { indicator a ${label(5)}  indicator b ${label(6)}  indicator c ${label(1)}  indicator d ${label(2)} }
category g ${label(3)} { one ${label(7)} = "u"  two ${label(4)} = "v"  three ${label(5)} = "w" }
number x ${label(6)}
index i ${label(0)} { of d1  keep 1 }
compare k ${label(2)} { of i, x  by g }
regression r ${label(5)} { explain i, x  by g, a }
`;
function studied(label: (at: number) => string): StudyResults {
  const { results, problems } = runProject({ 's.study': spec(label), 'd.csv': data }, 's.study');
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return results!;
}
const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('−', '-')
    .trim();
const plain = (markup: string): string => decoded(markup.replaceAll(/<[^>]*>/gu, ''));
const cells = (markup: string, row: RegExp, cell: RegExp): string[][] =>
  [...markup.matchAll(row)].map(([one]) => [...one.matchAll(cell)].map(([each]) => plain(each)));
const tablesIn = (block: Block): TableBlock[] =>
  block.kind === 'section' ? block.blocks.flatMap(tablesIn) : block.kind === 'table' ? [block] : [];
const wordOf = (document: ReportDocument): string =>
  unzip(Buffer.from(renderers.docx.render(document, { width: 100 }) as Uint8Array)).get('word/document.xml')!;
const hostile = studied((at) => `"${HOSTILE[at]!}"`);
const quiet = studied((at) => `"Label ${at}"`);

describe.each([
  ['quiet labels', quiet],
  ['hostile labels', hostile],
])('the table of a regression with %s', (_, results) => {
  const blocks = previewOf(results.plan, results, 'r')
    .flatMap(tablesIn)
    .filter(({ id }) => id.startsWith('r:'));
  const alone = reportOf(results, { only: ['r'] });

  it('is in Word what the preview copies: rows, heads, digits, stars, notes', () => {
    const copied = renderFragment(blocks.slice(0, 1), { language: 'en' });
    const word = wordOf(alone);
    const table = word.slice(word.indexOf('<w:tbl>'), word.indexOf('</w:tbl>'));
    const ofWord = cells(table, /<w:tr>.*?<\/w:tr>/gu, /<w:tc>.*?<\/w:tc>/gu);
    // The page leaves out the ends that HTML lets it leave out.
    const ofPage = cells(copied, /<tr[ >].*?(?=<tr[ >]|<tbody|<\/table)/gsu, /<t[hd][ >].*?(?=<t[hd][ >]|$)/gsu);
    expect(ofWord.length).toBeGreaterThan(6);
    expect(ofWord).toEqual(ofPage);
    expect(ofWord.flat().some((text) => /^-\d\.\d{3}\*{3}$/u.test(text))).toBe(true);
    const notes = decoded(/class="?notes"?>(.*?)(?:<\/p>|<\/div>)/su.exec(copied)![1]!.replaceAll(/<[^>]*>/gu, ''));
    expect(plain(word).replaceAll(/\s+/gu, '')).toContain(notes.replaceAll(/\s+/gu, ''));
  });
});

describe('hostile labels', () => {
  const document = reportOf(hostile, { details: true });

  it('are labels in a Word file', () => {
    const word = wordOf(document);
    expect(word).not.toMatch(/<script|<w:fldSimple>/u);
    for (const label of HOSTILE) expect(plain(word)).toContain(label.replaceAll('−', '-'));
    const fields = [...word.matchAll(/<w:instrText[^>]*>([^<]*)</gu)].map(([, code]) => code!.trim());
    expect(fields.every((code) => /^SEQ \S+ \\\* ARABIC$/u.test(code))).toBe(true);
  });

  it('are no command in LaTeX, and close no brace and no cell', () => {
    const tex = renderers.latex.render(document, { width: 100 }) as string;
    expect(tex).not.toMatch(/\\(?:input|write18)\b/u);
    const body = tex.slice(tex.indexOf('\\begin{document}'));
    expect(body.match(/(?<!\\)\{/gu)!.length).toBe(body.match(/(?<!\\)\}/gu)!.length);
    expect(body.match(/\\begin\{tabular\}/gu)!.length).toBe(body.match(/\\end\{tabular\}/gu)!.length);
    expect(body).not.toMatch(/(?<!\\)[%#$]/u);
  });

  it('are no formula in a spreadsheet', () => {
    const csv = renderers.csv.render(document, { width: 100 }) as string;
    const opening = csv
      .split('\r\n')
      .flatMap((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/gu)].map(([, quoted, bare]) => quoted ?? bare ?? ''))
      .filter((text) => /^[=+@\t]/u.test(text) || /^-(?![\d.])/u.test(text) || /^-\d+\+/u.test(text));
    expect(opening).toEqual([]);
    expect(csv).toContain("'=HYPERLINK(1)");
    const files = unzip(Buffer.from(renderers.xlsx.render(document, { width: 100 }) as Uint8Array));
    const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets.length).toBeGreaterThan(4);
    for (const [name, sheet] of sheets) expect(sheet, name).not.toMatch(/<f[ >]|<script/u);
  });
});
