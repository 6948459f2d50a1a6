// Text measured and wrapped without a font.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from './text.ts';

describe('text', () => {
  it('is measured by its letters', () => {
    expect(textWidth('iiii')).toBeLessThan(textWidth('mmmm') / 3);
    expect(textWidth('中文')).toBeCloseTo(2 * 12 * 1.02, 9);
    expect(textWidth('')).toBe(0);
  });

  it('breaks at blanks, and inside a word only where it must', () => {
    expect(wrapText('one two three', textWidth('one two ') + 1, 3).lines).toEqual(['one two', 'three']);
    expect(wrapText('abcdefghij', textWidth('abcde'), 9).lines.join('')).toBe('abcdefghij');
  });

  it('breaks between Chinese characters, never before a full stop', () => {
    expect(wrapText('对搬迁后。', textWidth('对搬迁后'), 2).lines).toEqual(['对搬迁后。']);
    expect(wrapText('对搬迁后的收入', textWidth('对搬迁后'), 2).lines).toEqual(['对搬迁后', '的收入']);
  });

  it('says when something was cut', () => {
    expect(wrapText('one two three four', textWidth('one two'), 1)).toEqual({ lines: ['one t…'], cut: true });
    expect(wrapText('one', 100, 1)).toEqual({ lines: ['one'], cut: false });
  });

  it('never loses a letter unless it says so, and never has too many lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'm', ' ', '中', '。', '-', '😀', 'é'), maxLength: 60 }),
        fc.integer({ min: 20, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const { lines, cut } = wrapText(text, width, most);
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.length).toBeLessThanOrEqual(most);
          if (!cut) expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
