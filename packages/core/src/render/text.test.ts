// Tables as plain text: headings are whole words, numbers stand under each other, nothing is wider than the page.
import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../show/document.ts';
import { renderText } from './text.ts';
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

describe('Chinese text', () => {
  const text =
    '由题项“soc_neighbours”的载荷得不到共同度 0.764。算式：0.155²+0.853²=0.7540～0.7562，发表值 0.764；“communicative”一列为 17.78%～17.84%' +
    '（发表值 17.889%）。相容取值：在“communicative”上的载荷为 0.858、0.859 或 0.860。';

  it('has no line that begins with what closes or ends with what opens, and loses no sign', () => {
    for (let width = 24; width <= 80; width += 1) {
      const lines = renderText(
        { title: '', subtitle: '', language: 'zh', blocks: [{ kind: 'note', tone: 'plain', text }] },
        { width },
      ).split('\n');
      expect(lines.filter((line) => /^\s*[，。、；：？！）”～%]|[（“]$/u.test(line) || displayWidth(line) > Math.max(width, 40))).toEqual(
        [],
      );
      expect(lines.join('').replaceAll(/\s/gu, '')).toContain(text.replaceAll(/\s/gu, ''));
    }
  });
});
