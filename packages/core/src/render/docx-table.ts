// A table as Word has it: three lines, heads that repeat on every page, rows that are not cut, points under points by a decimal tab, stars
// raised. Numbers without decimals are centred, or end at the point of the others.
import { asideText } from '../text/aside.ts';
import type { Cell, TableBlock } from '../show/document.ts';
import { NOT_AVAILABLE } from '../show/format.ts';
import type { Words } from '../words/words.ts';
import { alignedParts, cellText, isSpanning, type AlignedParts } from './cells.ts';
import { captionXml, type Bookmarks } from './docx-caption.ts';
import { layoutOf, type Layout } from './columns.ts';
import { lying, upright } from './docx-package.ts';
import { paragraph, run, sentence, type Paragraph } from './docx-xml.ts';
import { hasChinese } from './latex-text.ts';
import { roomy } from './roomy.ts';
import { noteLines, type Preset } from './presets.ts';

export interface WordTable {
  readonly xml: string;
  /** It needs a page that lies. */
  readonly wide: boolean;
}

/** Of a cell, in twentieths of a point. */
const MARGIN = 60;
/** Times is narrower than the letters of columns.ts, Chinese is not. */
const NARROWER = 0.85;
/** A table of so many rows is kept on one page. */
const SHORT = 20;

/** What a file is written with: its words, its look, and what gives tables and figures their bookmarks. */
export interface Writing {
  readonly words: Words;
  readonly preset: Preset;
  readonly mark: Bookmarks;
}

/** `text` is how wide lines are, in twentieths of a point. */
export function wordTable(
  table: TableBlock,
  writing: Writing,
  text: { readonly upright: number; readonly lying: number } = { upright, lying },
): WordTable {
  const { words, preset } = writing;
  const em = preset.size.cell * 10;
  const scale = hasChinese(table.rows.flat().map(cellText).join('') + table.columns.map((one) => one.title).join('')) ? 1 : NARROWER;
  const page = (wide: boolean): number => (wide ? text.lying : text.upright) / em / scale;
  const found = layoutOf(table, { usual: page(false), tight: page(true) });
  const wide = found.tight || found.pages.length > 1;
  const layout = roomy(table, found.pages.length > 1 ? layoutOf(table, { usual: page(true), tight: page(true) }) : found, page(wide));
  const parts = layout.pages.map((columns, part) => {
    const widths = widthsOf(columns, layout, em * scale, wide ? text.lying : text.upright);
    return (
      captionXml(table, writing, part) + tableXml(table, columns, widths, table.notes.length > 0 || part < layout.pages.length - 1, preset)
    );
  });
  const [first = '', ...more] = noteLines(table.notes, words.sentenceGap === '' ? '' : ' ', preset);
  const under =
    first === ''
      ? paragraph('', { style: 'TableNote' })
      : [run(words.underTable, { italic: words.language !== 'zh' }) + sentence(first), ...more.map(sentence)]
          .map((line) => paragraph(line, { style: 'TableNote' }))
          .join('');
  return { xml: parts.join(paragraph('', { style: 'TableNote' })) + under, wide };
}

/** As wide as the page: what is left is shared out. */
function widthsOf(columns: readonly number[], layout: Layout, em: number, page: number): number[] {
  const least = columns.map((at) => (layout.columns[at]!.width + 1) * em + (at === 0 ? em : 0));
  const sum = least.reduce((total, width) => total + width, 0);
  const widths = least.map((width) => Math.floor((width * page) / sum));
  widths[0]! += page - widths.reduce((total, width) => total + width, 0);
  return widths;
}

interface Rules {
  readonly top?: number;
  readonly bottom?: number;
}

function cellXml(content: string, width: number, { top, bottom }: Rules, span = 1, low = false): string {
  const side = (name: string, size: number | undefined): string =>
    size === undefined ? '' : `<w:${name} w:val="single" w:sz="${size}" w:space="0" w:color="000000"/>`;
  const borders = side('top', top) + side('bottom', bottom);
  return (
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}` +
    `${borders === '' ? '' : `<w:tcBorders>${borders}</w:tcBorders>`}${low ? '<w:vAlign w:val="bottom"/>' : ''}</w:tcPr>${content}</w:tc>`
  );
}

const rowXml = (cells: string, head = false): string =>
  `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;

function tableXml(table: TableBlock, columns: readonly number[], widths: readonly number[], followed: boolean, preset: Preset): string {
  const { rule } = preset;
  const em = preset.size.cell * 10;
  const places = columns.map((at, i) => placesOf(table, at, widths[i]!, em));
  const last = table.rows.length - 1;
  const rows = table.rows.map((row, index) => {
    const rules: Rules = {
      ...(index > 0 && rule.part > 0 && table.parts?.includes(index) === true ? { top: rule.part } : {}),
      ...(index === last ? { bottom: rule.thick } : {}),
    };
    const first = row[0];
    // A heading stays with what it is over, a short table and its notes on one page.
    const keep = isSpanning(first) || (index < last ? table.rows.length <= SHORT : followed);
    if (isSpanning(first)) {
      const whole = widths.reduce((sum, width) => sum + width, 0);
      return rowXml(cellXml(textParagraph(first, keep, em), whole, rules, columns.length));
    }
    return rowXml(columns.map((at, i) => cellXml(cellParagraph(row[at] ?? null, places[i]!, keep, em), widths[i]!, rules)).join(''));
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="${MARGIN}" w:type="dxa"/><w:right w:w="${MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${headXml(table, columns, widths, rule)}${rows.join('')}</w:tbl>`
  );
}

function headXml(table: TableBlock, columns: readonly number[], widths: readonly number[], rule: Preset['rule']): string {
  const grouped = columns.some((at) => table.columns[at]!.group !== undefined);
  const head = (text: string, centred: boolean): string =>
    paragraph(run(text), { style: 'TableText', keep: true, ...(centred ? { align: 'center' as const } : {}) });
  const titles = columns.map((at, i) => {
    const { title, align } = table.columns[at]!;
    return cellXml(
      head(title, align === 'number'),
      widths[i]!,
      grouped ? { bottom: rule.thin } : { top: rule.thick, bottom: rule.thin },
      1,
      true,
    );
  });
  if (!grouped) return rowXml(titles.join(''), true);
  const groups: string[] = [];
  for (let i = 0; i < columns.length; ) {
    const { group } = table.columns[columns[i]!]!;
    let end = i + 1;
    while (group !== undefined && end < columns.length && table.columns[columns[end]!]!.group === group) end += 1;
    const width = widths.slice(i, end).reduce((sum, one) => sum + one, 0);
    groups.push(
      cellXml(
        head(group ?? '', true),
        width,
        { top: rule.thick, ...(group === undefined ? {} : { bottom: Math.min(rule.thin, 4) }) },
        end - i,
        true,
      ),
    );
    i = end;
  }
  return rowXml(groups.join(''), true) + rowXml(titles.join(''), true);
}

/** Where the point of a column of numbers stands within its cells; null where nothing has one, undefined for text. */
type Places = { readonly point: number; readonly inner: number; readonly em: number } | null | undefined;

function placesOf(table: TableBlock, at: number, width: number, em: number): Places {
  if (table.columns[at]!.align !== 'number') return undefined;
  const numbers = table.rows.flatMap((row) => (row[at] == null || isSpanning(row[0]) ? [] : (alignedParts(row[at]) ?? [])));
  if (!numbers.some(({ after }) => /^\.\d/u.test(after))) return null;
  const inner = width - 2 * MARGIN;
  const before = Math.max(...numbers.map((one) => em * wide(one.before)));
  return {
    point: Math.round(Math.max(before, (inner - before - Math.max(...numbers.map((one) => em * tailWidth(one)))) / 2 + before)),
    inner,
    em,
  };
}

/** Of Times, in em. */
const wide = (digits: string): number =>
  [...digits].reduce((sum, sign) => sum + (/[.,]/u.test(sign) ? 0.25 : /\d/u.test(sign) ? 0.5 : sign === '%' ? 0.83 : 0.564), 0);
const tailWidth = ({ after, stars, mark }: AlignedParts): number => wide(after) + 0.6 * wide(stars) + (mark === '' ? 0 : 0.9);

const minus = (text: string): string => text.replace(/(^|[[(<>,] ?)-(?=[\d.])/gu, '$1−');

function cellParagraph(cell: Cell, places: Places, keep: boolean, em: number): string {
  const base: Paragraph = { style: 'TableText', ...(keep ? { keep } : {}) };
  if (cell === null) return paragraph('', base);
  if (places === undefined) return textParagraph(cell, keep, em);
  const look = { strong: cell.kind !== 'interval' && cell.emphasis === true, pale: cell.muted === true };
  const parts = alignedParts(cell);
  if (parts === null) return paragraph(run(minus(cellText(cell)), look), { ...base, align: 'center' });
  const hung = parts.stars.replace(/^e-?\d+/u, '');
  const content =
    run(minus(parts.before) + parts.after + parts.stars.slice(0, parts.stars.length - hung.length), look) +
    (hung.startsWith(')') ? run(')', look) : '') +
    run(hung.replace(/^\)/u, '').trim(), { raised: true }) +
    (parts.mark === '' ? '' : run(` ${parts.mark}`));
  if (places === null) return paragraph(content, { ...base, align: 'center' });
  if (parts.after.startsWith(NOT_AVAILABLE)) return paragraph(content, { ...base, decimalAt: places.point });
  return paragraph(content, {
    ...base,
    right: Math.max(0, Math.round(places.inner - places.point - places.em * tailWidth(parts))),
    align: 'right',
  });
}

function textParagraph(cell: Exclude<Cell, null>, keep: boolean, em: number): string {
  const indent = cell.kind === 'text' ? (cell.indent ?? 0) : 0;
  const look = { strong: cell.kind !== 'interval' && cell.emphasis === true, pale: cell.muted === true };
  const content =
    cell.kind === 'text'
      ? run(cell.text, look) + run(asideText(cell.aside), { italic: !hasChinese(cell.aside ?? '') })
      : run(minus(cellText(cell)), look);
  return paragraph(content, {
    style: 'TableText',
    ...(keep ? { keep } : {}),
    left: Math.round((indent + 1) * em * 0.9),
    hanging: Math.round(em * 0.9),
  });
}
