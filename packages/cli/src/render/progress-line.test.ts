// The line of progress with a clock of its own: when it is there, what it says of the rest, and that it fits.
import { displayWidth } from '@studyspec/core';
import { describe, expect, it } from 'vitest';
import { progressLine, type Doing } from './progress-line.ts';

function line(options: { readonly width?: number; readonly whole?: boolean } = {}) {
  const written: string[] = [];
  let now = 1000;
  const one = progressLine(
    (text) => {
      written.push(text);
    },
    () => options.width ?? 80,
    () => now,
    () => options.whole ?? true,
  );
  return {
    written,
    clear: one.clear,
    /** What is shown once the clock says so many milliseconds; null where nothing was drawn. */
    at: (milliseconds: number, doing: Doing): string | null => {
      now = 1000 + milliseconds;
      const before = written.length;
      one.at(doing);
      return written.length === before ? null : written.at(-1)!.replace('\r\u001B[2K', '');
    },
  };
}
const reading = (done: number): Doing => ({ is: 'reading', file: 'a.csv', done, of: 1000 });
const regression = (name: string, done: number): Doing => ({
  is: 'computing',
  kind: 'regression',
  name,
  done,
  of: 10,
  share: 0,
});

describe('the line of progress', () => {
  it('is there from half a second on, and is redrawn ten times a second', () => {
    const { at } = line();
    expect(at(0, reading(0))).toBeNull();
    expect(at(499, reading(400))).toBeNull();
    expect(at(500, reading(500))).toBe('Reading a.csv, 50 %, about 1 s left');
    expect(at(550, reading(550))).toBeNull();
    expect(at(600, reading(600))).toBe('Reading a.csv, 60 %, about 1 s left');
  });

  it('says how long is left from 5 % on, without jumps', () => {
    const { at } = line();
    at(0, reading(0));
    expect(at(1000, reading(49))).toBe('Reading a.csv, 4 %');
    expect(at(2000, reading(100))).toBe('Reading a.csv, 10 %, about 18 s left');
    // Read at a tenth of the pace, for a moment: 87 s by that alone.
    expect(at(10_000, reading(103))).toBe('Reading a.csv, 10 %, about 34 s left');
    expect(at(400_000, reading(200))).toMatch(/^Reading a\.csv, 20 %, about \d+ min left$/u);
    expect(at(401_000, reading(1000))).toBe('Reading a.csv, 100 %');
  });

  it('counts each stage for itself, and shows another sort of work at once', () => {
    const { at } = line();
    at(0, reading(0));
    at(4000, reading(900));
    expect(at(4010, { is: 'coding', done: 0, of: 20 })).toBe('Coding answers, 0 %');
    expect(at(5010, { is: 'coding', done: 10, of: 20 })).toBe('Coding answers, 50 %, about 1 s left');
    expect(at(5020, { is: 'computing', kind: 'index', name: 'integration', done: 1, of: 10, share: 0 })).toBe(
      'Computing the index integration, 10 %',
    );
  });

  it('says no share where only some numbers are asked for; of pictures it says how many', () => {
    const { at } = line({ whole: false });
    expect(at(600, regression('full', 5))).toBe('Computing the regression full');
    expect(at(700, { is: 'painting', done: 0, of: 12 })).toBe('Painting figures: 0 of 12');
    expect(at(1700, { is: 'painting', done: 6, of: 12 })).toBe('Painting figures: 6 of 12, about 1 s left');
    expect(at(1800, { is: 'writing', file: 'report.docx' })).toBe('Writing report.docx');
  });

  it('tells which question a database is asked', () => {
    const { at } = line();
    expect(at(100, { is: 'asking', table: 'relocation.households', question: 1 })).toBeNull();
    expect(at(600, { is: 'asking', table: 'relocation.households', question: 2 })).toBe(
      'Waiting for relocation.households to count, question 2',
    );
  });

  it('fits into a line, holds no sign that a terminal acts on, and goes once', () => {
    const { at, written, clear } = line({ width: 40 });
    const told = at(600, { is: 'reading', file: `社会融入\u001B[31m调查\n${'长'.repeat(60)}.csv`, done: 1, of: 3 })!;
    expect(displayWidth(told)).toBeLessThan(40);
    // eslint-disable-next-line no-control-regex
    expect(told).not.toMatch(/[\u0000-\u001F]/u);
    clear();
    clear();
    expect(written.slice(1)).toEqual(['\r\u001B[2K']);
    expect(at(610, reading(500))).not.toBeNull();
  });
});
