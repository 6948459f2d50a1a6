// Pictures in a Word file and how its captions look by each style. That the points come out is test/e2e/pictures.test.ts.
import { describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { picture } from '../draw/svg.ts';
import { standaloneSvg } from '../draw/standalone.ts';
import type { FigureBlock, ReportDocument, ReportStyle, TableBlock } from '../show/document.ts';
import { docxRenderer } from './docx.ts';
import { printedDocument, withDensity } from './figure-files.ts';

const figure = (width: number, height: number, id = 'i:map'): FigureBlock => ({
  kind: 'figure',
  id,
  number: 2,
  title: 'Loadings "&" </a:blip>',
  svg: picture({ title: 'Loadings', alternative: 'Eleven items.', width, height }, []),
  alternative: 'Eleven <items>.',
  table: null,
});
const table: TableBlock = {
  kind: 'table',
  id: 't',
  number: 1,
  title: 'Means',
  columns: [
    { title: 'Item', align: 'left' },
    { title: 'M', align: 'number' },
  ],
  rows: [
    [
      { kind: 'text', text: 'a' },
      { kind: 'number', value: 1.5, format: 'mean', address: 'a.mean' },
    ],
  ],
  parts: [],
  notes: ['Listwise.', '* p < 0.05.'],
};
const png = Uint8Array.from({ length: 60 }, (_, at) => at);
const documentOf = (blocks: ReportDocument['blocks'], style?: ReportStyle, language = 'en'): ReportDocument => ({
  title: 'S',
  subtitle: '',
  language,
  ...(style === undefined ? {} : { style }),
  blocks,
});
function partsOf(document: ReportDocument, painted: readonly FigureBlock[] = []): ReadonlyMap<string, string> {
  const pictures = new Map(painted.map(({ svg }) => [standaloneSvg(svg), png]));
  const bytes = docxRenderer.render(document, { width: 100, pictures }) as Uint8Array;
  expect(docxRenderer.render(document, { width: 100, pictures })).toEqual(bytes);
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part, name.endsWith('.png'))]));
}

describe('a picture', () => {
  it('is a drawing with its points, named for those who do not see it, under a numbered caption', () => {
    const one = figure(300, 200);
    const parts = partsOf(documentOf([one]), [one]);
    const body = parts.get('word/document.xml')!;
    expect(body).toMatch(/<a:blip r:embed="rIdP1"><a:extLst>.*<asvg:svgBlip [^>]*r:embed="rIdS1"\/>/u);
    expect(body).toContain('descr="Eleven &lt;items&gt;." title="Loadings &quot;&amp;&quot; &lt;/a:blip&gt;"');
    expect(body).toMatch(/ SEQ Figure \\\* ARABIC /u);
    expect(body).toContain('w:name="fig_i_map"');
    expect(body.indexOf('<w:drawing>')).toBeLessThan(body.indexOf('FigureCaption'));
    expect(parts.get('word/_rels/document.xml.rels')).toContain('Id="rIdP1"');
    expect(parts.get('word/_rels/document.xml.rels')).toContain('Target="media/figure1.svg"');
    expect(parts.get('[Content_Types].xml')).toContain('Extension="svg" ContentType="image/svg+xml"');
    expect(parts.get('word/media/figure1.svg')).toBe(standaloneSvg(one.svg));
    expect(parts.get('word/media/figure1.png')).toHaveLength(60);
  });

  it('names the tables that hold its numbers, by fields that find them and show what they come to', () => {
    const one: FigureBlock = { ...figure(300, 200), table: { ...table, id: 'i:map:numbers' } };
    const body = partsOf(documentOf([one, table]), [one]).get('word/document.xml')!;
    const [, bookmark] = / REF (\w+) \\h /u.exec(body)!;
    expect(body).toContain(`w:name="${bookmark}"/><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">Table `);
    expect(body.match(new RegExp(`w:name="${bookmark}"`, 'gu'))).toHaveLength(1);
    const shown = /Its numbers: .*?<\/w:p>/u.exec(body)![0].replaceAll(/<w:instrText.*?<\/w:instrText>|<[^>]*>/gu, '');
    expect(shown).toBe('Its numbers: Table 1');
    // What is folded away is not in the file, and numbers without a table of the report have none to be found in.
    const folded = { kind: 'section', id: 's', title: 'More', folded: true, blocks: [table] } as const;
    expect(partsOf(documentOf([one, folded]), [one]).get('word/document.xml')).not.toContain(' REF ');
    expect(partsOf(documentOf([figure(300, 200), table]), [figure(300, 200)]).get('word/document.xml')).not.toContain(' REF ');
    const more: TableBlock = { ...one.table!, rows: [...table.rows, [{ kind: 'number', value: 2, format: 'mean', address: 'b.mean' }]] };
    expect(partsOf(documentOf([{ ...one, table: more }, table]), [one]).get('word/document.xml')).toMatch(/See also .* REF /u);
  });

  it('is no larger than the page', () => {
    const extent = (one: FigureBlock): number[] =>
      /<wp:extent cx="(\d+)" cy="(\d+)"\/>/u
        .exec(partsOf(documentOf([one]), [one]).get('word/document.xml')!)!
        .slice(1)
        .map((emu) => Number(emu) / 9525);
    expect(extent(figure(292, 192))).toEqual([300, 200]);
    expect(extent(figure(1194, 592))).toEqual([601, 300]);
    expect(extent(figure(400, 2000))[1]).toBeCloseTo(720, 3);
  });

  it('is told of where its points were not painted', () => {
    const [one, other] = [figure(300, 200), { ...figure(310, 200, 'other'), number: 3, title: 'Other' }];
    const body = partsOf(documentOf([one, other]), [one]).get('word/document.xml')!;
    expect(body).toMatch(/report\.html.*Figure 3\. Other/u);
    expect(body.match(/<w:drawing>/gu)).toHaveLength(1);
  });
});

describe('by style', () => {
  const captions = (style: ReportStyle, language = 'en'): string[] =>
    [
      ...partsOf(documentOf([table, figure(300, 200)], style, language), [figure(300, 200)])
        .get('word/document.xml')!
        .matchAll(/<w:pStyle w:val="(?:Caption|FigureCaption)"\/>.*?<\/w:p>/gu),
    ].map((found) => found[0].replaceAll(/<w:instrText.*?<\/w:instrText>|<[^>]*>/gu, ''));
  const stylesOf = (style: ReportStyle): string => partsOf(documentOf([table], style)).get('word/styles.xml')!;

  it('numbers and titles stand as the rules have them', () => {
    expect(captions('plain').slice(0, 1)).toEqual(['Table 1. Means']);
    expect(captions('apa').slice(0, 2)).toEqual(['Table 1', 'Means']);
    expect(captions('nature').slice(0, 1)).toEqual(['Table 1 | Means']);
    expect(captions('gbt', 'zh').slice(0, 1)).toEqual(['表1\u3000Means']);
  });

  it('APA has titles in italics, figures under their captions, stars apart', () => {
    const body = partsOf(documentOf([table, figure(300, 200)], 'apa'), [figure(300, 200)]).get('word/document.xml')!;
    expect(body).toMatch(/<w:i\/><w:iCs\/><\/w:rPr><w:t xml:space="preserve">Means</u);
    expect(body.lastIndexOf('"Caption"')).toBeLessThan(body.indexOf('<w:drawing>'));
    const notes = [...body.matchAll(/<w:pStyle w:val="TableNote"\/><\/w:pPr>(.*?)<\/w:p>/gu)].map(([, one]) =>
      one!.replaceAll(/<[^>]*>/gu, ''),
    );
    expect(notes.slice(0, 2)).toEqual(['Note. Listwise.', '* p &lt; 0.05.']);
    expect(stylesOf('apa')).toContain('w:line="480"');
  });

  it('fonts and rules are the rules’', () => {
    expect(stylesOf('plain')).toContain('w:eastAsia="SimSun"');
    expect(stylesOf('gbt')).toContain('w:eastAsia="SimHei"');
    expect(stylesOf('nature')).toContain('w:ascii="Arial"');
    const rules = (style: ReportStyle): string[] => [
      ...new Set(
        [
          ...partsOf(documentOf([table], style))
            .get('word/document.xml')!
            .matchAll(/w:sz="(\d+)" w:space/gu),
        ].map((found) => found[1]!),
      ),
    ];
    expect(rules('gbt')).toEqual(['12', '6']);
    expect(rules('apa')).toEqual(['6']);
    expect(rules('nature')).toEqual(['6', '4']);
  });
});

it('a wider drawing is taken where the narrow one would be too high', () => {
  const drawn = (room: number): ReportDocument => documentOf([figure(room - 8, room < 900 ? 3000 : 800), figure(room - 8, 100, 'low')]);
  const widths = printedDocument(drawn).blocks.map((block) => (block.kind === 'figure' ? / width="(\d+)"/u.exec(block.svg)![1] : ''));
  expect(widths).toEqual(['960', '601']);
});

it('points say how many of them are an inch', () => {
  const whole = withDensity(png, 300);
  expect([...whole.subarray(0, 33)]).toEqual([...png.subarray(0, 33)]);
  expect([...whole.subarray(54)]).toEqual([...png.subarray(33)]);
  // 11811 points a metre; the checksum is what Python's zlib.crc32 gives of the type and the data.
  expect([...whole.subarray(33, 54)].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(
    '000000097048597300002e2300002e230178a53f76',
  );
});
