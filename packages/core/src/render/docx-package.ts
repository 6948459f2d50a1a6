// What stands around the text of a Word file: content types, relations, styles, settings, the page number. No date and no chance: the same
// text gives the same bytes.
import { zipSync } from 'fflate';
import { utf8 } from '../data/writers/bytes.ts';
import type { Media } from './docx-figure.ts';
import { xmlText } from './docx-xml.ts';
import type { Preset } from './presets.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 in twentieths of a point, with margins of 2.54 cm. */
const PAGE = { short: 11906, long: 16838, margin: 1440 } as const;
/** Of a line of text. */
export const upright = PAGE.short - 2 * PAGE.margin;
export const lying = PAGE.long - 2 * PAGE.margin;

export function sectionOf(wide: boolean): string {
  const [width, height] = wide ? [PAGE.long, PAGE.short] : [PAGE.short, PAGE.long];
  const margins = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${PAGE.margin}"`).join(' ');
  return (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>' +
    `<w:pgSz w:w="${width}" w:h="${height}"${wide ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar ${margins} w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`
  );
}

const fonts = (latin: string, chinese: string): string =>
  `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${chinese}" w:cs="${latin}"/>`;

interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph: string;
  readonly run: string;
  readonly next?: string;
}

const size = (half: number): string => `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`;
const spacing = (before: number, after: number): string => `<w:spacing w:before="${before}" w:after="${after}"/>`;
const BOLD = '<w:b/><w:bCs/>';

function stylesXml(chinese: boolean, preset: Preset): string {
  const { size: sizes } = preset;
  const centred = (preset.centred ?? chinese) ? '<w:jc w:val="center"/>' : '';
  const captions = (preset.chineseOfCaptions === preset.chinese ? '' : fonts(preset.latin, preset.chineseOfCaptions)) + size(sizes.caption);
  const lines = preset.line === 240 ? '' : ` w:line="${preset.line}" w:lineRule="auto"`;
  const captionLines = (before: number, after: number): string =>
    `<w:spacing w:before="${before}" w:after="${after}"${preset.titleBelow ? lines : ''}/>`;
  const heading = (level: number, half: number): Style => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(280, 100)}<w:outlineLvl w:val="${level - 1}"/>`,
    run: BOLD + size(half),
    next: 'Normal',
  });
  const styles: readonly Style[] = [
    {
      id: 'Title',
      name: 'Title',
      paragraph: `<w:keepNext/>${spacing(0, 120)}<w:jc w:val="center"/>`,
      run: BOLD + size(32),
      next: 'Normal',
    },
    { id: 'Subtitle', name: 'Subtitle', paragraph: `${spacing(0, 240)}<w:jc w:val="center"/>`, run: size(20), next: 'Normal' },
    heading(1, 28),
    heading(2, 24),
    heading(3, 22),
    {
      id: 'Caption',
      name: 'caption',
      paragraph: `<w:keepNext/><w:keepLines/>${preset.titleBelow ? captionLines(0, 0) : captionLines(240, 80)}${centred}`,
      run: captions,
      next: 'Normal',
    },
    {
      id: 'FigureCaption',
      name: 'Figure caption',
      paragraph: `<w:keepLines/>${captionLines(80, 240)}${centred}`,
      run: captions,
      next: 'Normal',
    },
    { id: 'Picture', name: 'Picture', paragraph: `${spacing(120, 60)}${centred}`, run: size(sizes.text), next: 'FigureCaption' },
    { id: 'TableText', name: 'Table text', paragraph: spacing(10, 10), run: size(sizes.cell) },
    { id: 'TableNote', name: 'Table note', paragraph: spacing(60, 240), run: size(sizes.note), next: 'Normal' },
    {
      id: 'Prose',
      name: 'Prose',
      paragraph:
        `<w:spacing w:before="0" w:after="120" w:line="${Math.max(300, preset.line)}" w:lineRule="auto"/>` +
        `${chinese ? '<w:ind w:firstLineChars="200" w:firstLine="440"/>' : ''}<w:jc w:val="both"/>`,
      run: size(sizes.text),
    },
    { id: 'Remark', name: 'Remark', paragraph: spacing(60, 60), run: size(20) },
    { id: 'Footer', name: 'footer', paragraph: '<w:jc w:val="center"/>', run: size(18) },
  ];
  return (
    `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts(preset.latin, preset.chinese)}${size(sizes.text)}` +
    `<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:tblPr>' +
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>' +
    '</w:tblPr></w:style>' +
    styles
      .map(
        ({ id, name, paragraph, run, next }) =>
          `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
          `${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
      )
      .join('') +
    '</w:styles>'
  );
}

/** `body`: paragraphs and tables; the section of the last page is put behind them. */
export function wordFile(
  body: string,
  about: {
    readonly title: string;
    readonly chinese: boolean;
    readonly wide: boolean;
    readonly preset: Preset;
    readonly media: readonly Media[];
  },
): Uint8Array {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  const relation = (id: number, type: string, target: string): string => `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
  const relations = (...all: readonly string[]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
  const parts: readonly (readonly [name: string, text: string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        (about.media.length === 0
          ? ''
          : '<Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>') +
        override('/word/document.xml', `${WORD}.document.main+xml`) +
        override('/word/styles.xml', `${WORD}.styles+xml`) +
        override('/word/settings.xml', `${WORD}.settings+xml`) +
        override('/word/footer1.xml', `${WORD}.footer+xml`) +
        override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
        '</Types>',
    ],
    [
      '_rels/.rels',
      relations(
        relation(1, `${R}/officeDocument`, 'word/document.xml'),
        relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ),
    ],
    [
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
        `<dc:title>${xmlText(about.title)}</dc:title><dc:creator>StudySpec</dc:creator></cp:coreProperties>`,
    ],
    ['word/document.xml', `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}${sectionOf(about.wide)}</w:body></w:document>`],
    ['word/styles.xml', stylesXml(about.chinese, about.preset)],
    [
      'word/settings.xml',
      `<w:settings xmlns:w="${W}"><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>` +
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
        // Numbers are aligned at the point, wherever the file is opened.
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>',
    ],
    [
      'word/footer1.xml',
      `<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>` +
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>',
    ],
    [
      'word/_rels/document.xml.rels',
      relations(
        relation(1, `${R}/styles`, 'styles.xml'),
        relation(2, `${R}/settings`, 'settings.xml'),
        relation(3, `${R}/footer`, 'footer1.xml'),
        ...about.media.map(({ relation: id, name }) => `<Relationship Id="${id}" Type="${R}/image" Target="media/${name}"/>`),
      ),
    ],
  ];
  const mtime = '1980-01-01T00:00:00';
  return zipSync({
    ...Object.fromEntries(parts.map(([name, text]) => [name, [utf8(HEAD + text), { mtime }]])),
    // Points are packed already.
    ...Object.fromEntries(
      about.media.map(({ name, content }) => [
        `word/media/${name}`,
        typeof content === 'string' ? [utf8(content), { mtime }] : [content, { mtime, level: 0 as const }],
      ]),
    ),
  });
}
