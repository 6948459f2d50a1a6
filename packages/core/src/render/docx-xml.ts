// The bricks of WordprocessingML (ECMA-376): text, runs, paragraphs, properties in the order that its schema asks for. What is built of
// them is docx.ts and docx-table.ts.
import { escapeMarkup } from '../draw/svg.ts';
import { codeRuns } from '../text/code-runs.ts';
import { plainText } from '../text/plain.ts';
import { hasChinese } from './latex-text.ts';

export interface Look {
  readonly strong?: boolean;
  readonly italic?: boolean;
  readonly raised?: boolean;
  readonly pale?: boolean;
  /** A word of the language: in a typewriter face. */
  readonly code?: boolean;
}

export interface Paragraph {
  readonly style?: string;
  /** Stays on the page of the next. */
  readonly keep?: boolean;
  /** Twentieths of a point. */
  readonly decimalAt?: number;
  readonly left?: number;
  readonly right?: number;
  readonly hanging?: number;
  readonly align?: 'center' | 'right';
  /** Properties of the section that ends with it. */
  readonly section?: string;
}

export const xmlText = (text: string): string => escapeMarkup(plainText(text).replace(/[\n\t]+/gu, ' '));

export function run(text: string, { strong, italic, raised, pale, code }: Look = {}): string {
  if (text === '') return '';
  const properties =
    // Quotation marks of Chinese text are as wide as its letters.
    (code === true
      ? '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'
      : hasChinese(text)
        ? '<w:rFonts w:hint="eastAsia"/>'
        : '') +
    (strong === true ? '<w:b/><w:bCs/>' : '') +
    (italic === true ? '<w:i/><w:iCs/>' : '') +
    (pale === true ? '<w:color w:val="7F7F7F"/>' : '') +
    (raised === true ? '<w:vertAlign w:val="superscript"/>' : '');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

/** A sentence in runs, words of the language as what they are. */
export const sentence = (text: string): string =>
  codeRuns(text)
    .map((one) => run(one.text, one.code ? { code: true } : {}))
    .join('');

export function paragraph(content: string, { style, keep, decimalAt, left, right, hanging, align, section }: Paragraph = {}): string {
  const indent =
    left === undefined && right === undefined && hanging === undefined
      ? ''
      : `<w:ind${left === undefined ? '' : ` w:left="${left}"`}${right === undefined ? '' : ` w:right="${right}"`}` +
        `${hanging === undefined ? '' : ` w:hanging="${hanging}"`}/>`;
  const properties =
    (style === undefined ? '' : `<w:pStyle w:val="${style}"/>`) +
    (keep === true ? '<w:keepNext/>' : '') +
    (decimalAt === undefined ? '' : `<w:tabs><w:tab w:val="decimal" w:pos="${decimalAt}"/></w:tabs>`) +
    indent +
    (align === undefined ? '' : `<w:jc w:val="${align}"/>`) +
    (section ?? '');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}
