// Tables as plain text: headings are whole words, numbers stand under each other, nothing is wider than the page.
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../show/document.ts';
import { renderText, wrapped } from './text.ts';
import { displayWidth } from '../text/width.ts';

const column = (title: string, group?: string): TableBlock['columns'][number] => ({
  title,
  align: 'number',
  ...(group === undefined ? {} : { group }),
});
const number = (value: number) => ({ kind: 'number', value, format: 'score', address: 'x.mean' }) as const;

function textOf(table: Partial<TableBlock> & Pick<TableBlock, 'columns' | 'rows'>, width: number): string[] {
  return renderText(
    { title: 'T', subtitle: '', language: 'en', blocks: [{ kind: 'table', id: 't', title: 'Scores', notes: [], ...table }] },
    { width },
  ).split('\n');
}

describe('a table as text', () => {
  it('never cuts a word of a heading over narrow columns', () => {
    const lines = textOf(
      {
        columns: [
          { title: 'Group', align: 'left' },
          column('Mean', 'Psychological identity'),
          column('SD', 'Psychological identity'),
          column('p', 'Levene'),
        ],
        rows: [[{ kind: 'text', text: 'A' }, number(1), number(2), number(0.5)]],
      },
      100,
    );
    expect(lines.join('\n')).toContain('Psychological');
    expect(lines.join('\n')).toContain('Levene');
    expect(lines.join('\n')).not.toContain('…');
  });

  it('aligns numbers at the decimal point', () => {
    const lines = textOf(
      {
        columns: [{ title: 'x', align: 'left' }, column('Mean')],
        rows: [1.5, 100.25, -3].map((value, i) => [{ kind: 'text', text: `r${i}` }, number(value)]),
      },
      80,
    );
    const places = lines.filter((line) => /^r\d/u.test(line)).map((line) => line.indexOf('.'));
    expect(places.length).toBe(3);
    expect(new Set(places).size).toBe(1);
  });

  it('is cut into parts that repeat the first column when the page is too narrow', () => {
    const lines = textOf(
      {
        columns: [{ title: 'Item', align: 'left' }, ...Array.from({ length: 12 }, (_, i) => column(`Column${i}`))],
        rows: [[{ kind: 'text', text: '题目一' }, ...Array.from({ length: 12 }, (_, i) => number(i))]],
      },
      60,
    );
    expect(lines.filter((line) => line.startsWith('题目一')).length).toBeGreaterThan(1);
    expect(lines.join('\n')).toContain('Column11');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(60);
  });
});

describe('a Chinese line', () => {
  it('neither begins with a closing mark nor ends with an opening one, and keeps a number with what it counts', () => {
    const text =
      '相差最大的：`integration.communality(soc_activities)` 发表值 0.650，计算值 0.7540～0.7562；个案 323 个（“城镇安置”）。再看“乡镇”。';
    for (let width = 12; width < 60; width++) {
      const lines = wrapped(text, width);
      expect(lines.filter((line) => /^[，。；：）”～]|[（“～]$/u.test(line.trim()))).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(lines.some((line) => line.includes('323 个'))).toBe(true);
      expect(lines.some((line) => line.includes('0.7540～0.7562'))).toBe(true);
    }
  });
});
