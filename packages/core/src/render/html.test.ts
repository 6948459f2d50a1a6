// Tables as HTML: as wide as a sheet of paper and no wider, digits filled up unseen, long words that may be broken; what is read stays the
// same.
import { describe, expect, it } from 'vitest';
import type { Cell, TableBlock } from '../show/document.ts';
import { layoutOf, PADDING } from './columns.ts';
import { renderFragment, renderHtml } from './html.ts';
import { reportCss } from './page-style.ts';
import { pagesOf } from './pages.ts';

const number = (value: number | null, more: object = {}): Cell => ({
  kind: 'number',
  value,
  format: 'coefficient',
  address: 'x.mean',
  ...more,
});
const text = (value: string): Cell => ({ kind: 'text', text: value });
const table = (columns: TableBlock['columns'], rows: readonly (readonly Cell[])[]): TableBlock => ({
  kind: 'table',
  id: 't',
  title: 'Scores',
  columns,
  rows,
  notes: [],
});
const page = (block: TableBlock): string => renderHtml({ title: 'T', subtitle: '', language: 'en', blocks: [block] });
const body = (block: TableBlock): string => page(block).replace(/^[^]*<body>/u, '');
const read = (html: string): string => html.replace(/<[^>]*>/gu, '');

describe('a table as HTML', () => {
  it('is cut into parts that each fit the sheet, repeat the first column and keep a group together', () => {
    const columns: TableBlock['columns'] = [
      { title: 'Predictor', align: 'left' as const },
      ...Array.from({ length: 8 }, (_, outcome) =>
        ['β', 'Low', 'High'].map((title) => ({ title, align: 'number' as const, group: `Outcome ${outcome}` })),
      ).flat(),
    ];
    const block = table(
      columns,
      [0, 1].map((row) => [text(`row ${row}`), ...Array.from({ length: 24 }, (_, at) => number(at / 10, { stars: '***' }))]),
    );
    const { columns: widths, pages } = layoutOf(block);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap((one) => one.slice(1))).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    for (const one of pages) {
      expect(one[0]).toBe(0);
      expect(one.reduce((sum, at) => sum + widths[at]!.least + PADDING, 0)).toBeLessThanOrEqual(66 + PADDING);
      for (const group of new Set(one.slice(1).map((at) => columns[at]!.group)))
        expect(one.filter((at) => columns[at]!.group === group)).toHaveLength(3);
    }
    const html = page(block);
    expect(html.split('<table').length - 1).toBe(pages.length);
    expect(html.split('>row 0<').length - 1).toBe(pages.length);
    expect(html).toContain('Scores (continued)');
    // A page that someone else frames scrolls.
    expect(renderFragment([block], { language: 'en' }).split('<table').length - 1).toBe(1);
    // On a narrow page it goes on below, and is kept in one piece for whoever copies it.
    const narrow = renderFragment([block], { language: 'en', page: { usual: 37, tight: 40 } });
    expect(narrow.split('<template>')[0]!.split('<table').length - 1).toBeGreaterThan(2);
    expect(/<template>([^]*)<\/template>/u.exec(narrow)![1]!.split('<table').length - 1).toBe(1);
  });

  it('cuts a group that no sheet can hold', () => {
    const columns = [
      { title: 'x', align: 'left' as const },
      ...Array.from({ length: 5 }, () => ({ title: 'y', align: 'number' as const, group: 'one' })),
    ];
    expect(pagesOf(columns, [10, 10, 10, 10, 10, 10], 1, 45)).toEqual([
      [0, 1, 2, 3],
      [0, 4, 5],
    ]);
    expect(pagesOf(columns, [10, 99, 10, 10, 10, 10], 1, 45)).toEqual([
      [0, 1],
      [0, 2, 3, 4],
      [0, 5],
    ]);
  });

  it('fills digits and stars up to the longest of the column, which nobody reads', () => {
    const html = page(
      table(
        [
          { title: '', align: 'left' },
          { title: 'β', align: 'number' },
        ],
        [
          [text('a'), number(0.3, { stars: '**' })],
          [text('b'), number(12, { format: 'count' })],
          [text('c'), number(null)],
        ],
      ),
    );
    expect([...html.matchAll(/ data-p="?([^" >]*)/gu)].map((match) => match[1])).toEqual(['**', '.000**', '000**']);
    expect([...read(html.slice(html.indexOf('<tbody>'))).matchAll(/[abc](\S+)/gu)].map((match) => match[1]).slice(0, 3)).toEqual([
      '0.300**',
      '12',
      '.',
    ]);
  });

  it('gives a lone point no decimals where no number has any', () => {
    const html = body(
      table(
        [
          { title: '', align: 'left' },
          { title: 'n', align: 'number' },
        ],
        [
          [text('a'), number(30, { format: 'count' })],
          [text('b'), number(null, { format: 'count' })],
        ],
      ),
    );
    expect(html).not.toContain(' data-p=');
  });

  it('says once of a table what most of its numbers are filled up with, and of the others what they are', () => {
    const html = body(
      table(
        [
          { title: '', align: 'left' },
          { title: 'β', align: 'number' },
          { title: 'why', align: 'left' },
        ],
        [
          ...['a', 'b', 'c', 'd', 'e'].map((name) => [text(name), number(0.1), text('so')]),
          [text('f'), number(0.3, { stars: '***' }), text('so')],
          [text('g'), number(0.2, { stars: '*' }), null],
          [text('h'), text('not computed'), null],
        ],
      ),
    );
    expect(html).toContain('<table class=p3>');
    expect([...html.matchAll(/<tr>\n<th>(.)<td([^>]*)>/gu)].map(([, name, rest]) => `${name}${rest}`)).toEqual([
      'a id=x.mean',
      ...['b', 'c', 'd', 'e'],
      'f data-p',
      'g data-p=**',
      'h data-p',
    ]);
    expect(reportCss).toContain('.p3 tbody td:not(.text,[data-p])::after{content:"***";visibility:hidden}');
  });

  it('lets exponents hang behind the digits', () => {
    const html = body(
      table(
        [
          { title: '', align: 'left' },
          { title: 'b', align: 'number' },
        ],
        [
          [text('a'), number(0.000012, { small: true })],
          [text('b'), number(1.5)],
        ],
      ),
    );
    expect(html).toContain('data-p=0>1.20e-5');
    expect(html).toContain('data-p=e-5>1.500');
  });

  it('breaks long words, but no number, and says the same', () => {
    const address = 'integration.loading(soc_activities, psychological)';
    const sum = '0.608·(0.053)+0.564·(0.125)/1234567.891011';
    const name = 'x'.repeat(100);
    const html = page(
      table([{ title: 'Quantity', align: 'left' }], [[text(address)], [text(sum)], [text(name)], [text('一个很长的标签'.repeat(9))]]),
    );
    expect(html).toContain('<wbr>');
    expect(html).not.toMatch(/\d\.?<wbr>\.?\d/u);
    for (const one of [address, sum, name]) expect(read(html)).toContain(one);
  });

  it('is made narrower by less type before it is cut', () => {
    const columns = [
      { title: 'Item', align: 'left' as const },
      ...Array.from({ length: 20 }, (_, at) => ({ title: `Col ${at}`, align: 'number' as const })),
    ];
    const of = (count: number): ReturnType<typeof layoutOf> =>
      layoutOf(
        table(columns.slice(0, count + 1), [[text('A label of some length here'), ...Array.from({ length: count }, () => number(-0.123))]]),
      );
    expect([of(6), of(12), of(20)].map(({ tight, pages }) => [tight, pages.length])).toEqual([
      [false, 1],
      [true, 1],
      [false, 2],
    ]);
  });
});
