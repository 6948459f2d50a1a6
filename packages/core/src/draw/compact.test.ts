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
      '<circle class=ss-solid cx=1 cy=1 r=3.5 /><ellipse cx=5 cy=5 rx=3 ry=2 class=ss-goal /><circle class=ss-solid cx=50 cy=1 r=3.5 />',
    );
    const turned = el('g', { transform: 'translate(1.234 -0.5)' }, el('path', { d: 'M0 0L10.125 7', class: 'ss-edge' }));
    expect(drawn(turned)).toContain('<g transform="translate(1.2 -0.5)"><path d="M0 0L10.1 7" class=ss-edge /></g>');
  });

  it('draws dots of a size as ends of lines without length, with a rim as two, and equal areas as broad lines', () => {
    const dots = (style: string) => drawn(...[0, 1, 2, 3].map((at) => circle(10 + 20 * at, 5, style)));
    const ends = 'd="M10 5h0m20 0h0m20 0h0m20 0h0"/>';
    expect(dots('ss-solid')).toContain(`><path class=ss-in-positive stroke-width=8.5 stroke-linecap=round ${ends}<`);
    expect(dots('ss-high')).toContain(`><path class=ss-in-positive stroke-width=7 stroke-linecap=round ${ends}<`);
    // The rim is below what it goes around, in the colour that the later of two classes gives it.
    expect(dots('ss-hollow ss-below')).toContain(
      `><path class=ss-in-negative stroke-width=8.5 stroke-linecap=round ${ends}` +
        `<path class=ss-in-paper stroke-width=5.5 stroke-linecap=round ${ends}<`,
    );
    const areas = drawn(...[0, 1, 2, 3].map((at) => rect(30 * at, 4, 'ss-low')));
    expect(areas).toContain('><path class=ss-in-negative stroke-width=10 d="M0 9h20m10 0h20m10 0h20m10 0h20"/><');
    // What has an outline, and what is of another size, stays what it is.
    expect(drawn(...[0, 1, 2, 3].map((at) => rect(30 * at, 4, 'ss-low ss-cell')))).toContain('d="M0 4h20v10h-20zm30 0h20v10');
    const mixed = drawn(...[0, 1, 2, 3].map((at) => circle(10 + 20 * at, 5)), el('circle', { cx: 5, cy: 30, r: 1, class: 'ss-solid' }));
    expect(mixed).toContain('/><circle class=ss-solid cx=5 cy=30 r=1 /></svg>');
  });

  it('goes from mark to mark in the order that takes the fewest digits', () => {
    const there = [3, 1, 4, 2, 0].map((at) => line(0, at * 10, 50, at * 10, 'ss-grid'));
    expect(drawn(...there)).toContain('d="M0 0h50m-50 10h50m-50 10h50m-50 10h50m-50 10h50"');
  });
});
