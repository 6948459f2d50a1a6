// A picture in fewer letters is the same picture: the same marks, none above what lay above it.
import { describe, expect, it } from 'vitest';
import { compactSvg } from './compact.ts';
import { el, line, picture, textAt } from './svg.ts';

const drawn = (...body: readonly string[]): string =>
  compactSvg(picture({ title: 'T', alternative: 'a "b" <c>', width: 100, height: 50 }, body));
const circle = (cx: number, cy: number, style = 'ss-solid'): string => el('circle', { cx, cy, r: 3.5, class: style });
const rect = (x: number, y: number, style: string): string => el('rect', { x, y, width: 20, height: 10, class: style });

describe('a picture in fewer letters', () => {
  it('keeps its name and its frame', () => {
    expect(drawn()).toBe(
      '<svg class=ss-figure role=img aria-label="T. a &quot;b&quot; &lt;c&gt;" viewBox="-4 -4 108 58" width=108 height=58></svg>',
    );
  });

  it('makes one path of lines and of areas of a class, and one group of dots and of words', () => {
    const text = drawn(
      line(0, 1, 50, 1, 'ss-grid'),
      circle(10, 1),
      line(0, 21.04, 50, 21.04, 'ss-grid'),
      circle(30, 21),
      textAt(60, 5, 'a', { class: 'ss-small' }),
      textAt(60, 25, '<b>', { class: 'ss-small' }),
    );
    expect(text).toContain('<path class=ss-grid d="M0 1h50m-50 20h50"/>');
    expect(text).toContain('<g class=ss-solid><circle cx=10 cy=1 r=3.5 /><circle cx=30 cy=21 r=3.5 /></g>');
    expect(text).toContain('<g class=ss-small><text x=60 y=5>a</text><text x=60 y=25>&lt;b&gt;</text></g>');
  });

  it('never puts a mark under what it lay over', () => {
    // The second area lies on the dot: it must not join the first.
    const text = drawn(rect(0, 0, 'ss-high'), circle(15, 5), rect(10, 0, 'ss-high'), rect(60, 0, 'ss-high'));
    expect([...text.matchAll(/<(path|circle)/gu)].map((match) => match[1])).toEqual(['path', 'circle', 'path']);
    // Words over a cell stay over it, whatever other cells come after.
    const cells = drawn(rect(0, 0, 'ss-high'), textAt(2, 8, 'a'), rect(40, 0, 'ss-low'), textAt(42, 8, 'b'));
    expect(cells.indexOf('ss-low')).toBeLessThan(cells.indexOf('>a<'));
    const over = drawn(textAt(2, 8, 'a'), rect(0, 0, 'ss-high'));
    expect(over.indexOf('>a<')).toBeLessThan(over.indexOf('ss-high'));
  });

  it('leaves alone what it does not know', () => {
    const strange = el('ellipse', { cx: 5, cy: 5, rx: 3, ry: 2, class: 'ss-goal' });
    expect(drawn(circle(1, 1), strange, circle(50, 1))).toContain(
      `<circle class=ss-solid cx=1 cy=1 r=3.5 />${strange}<circle class=ss-solid cx=50 cy=1 r=3.5 />`,
    );
  });
});
