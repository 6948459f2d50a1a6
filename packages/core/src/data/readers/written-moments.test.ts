import { describe, expect, it } from 'vitest';
import type { TextColumn } from '../frame.ts';
import type { Texts } from '../texts.ts';
import { asWrittenMoments } from './written-moments.ts';

const column = (...levels: readonly string[]): TextColumn => ({
  kind: 'text',
  name: 'at',
  codes: Int32Array.from([...levels.keys(), -1]),
  levels,
});
const read = (...levels: readonly string[]): Texts | null => asWrittenMoments(column(...levels))?.levels ?? null;

describe('moments as they are written', () => {
  it.each([
    ['2024/5/12 9:03:05', '2024-05-12T09:03:05'],
    ['2024-03-04 08:00:00', '2024-03-04T08:00:00'],
    ['2024-04-02T08:00:00.000+08:00', '2024-04-02T08:00:00'],
    ['2024-04-02T08:00:00.250Z', '2024-04-02T08:00:00.25'],
    ['2024/06/01 9:58:01 AM GMT+8', '2024-06-01T09:58:01'],
    ['2024/06/01 12:05:00 AM GMT+8', '2024-06-01T00:05:00'],
    ['2024/06/01 12:05:00 pm', '2024-06-01T12:05:00'],
    ['2024/06/01 9:58:01 下午 格林尼治标准时间+0800', '2024-06-01T21:58:01'],
    ['2024/6/1 下午 9:58:01', '2024-06-01T21:58:01'],
    ['2024年5月12日 9:03', '2024-05-12T09:03:00'],
    ['2024年5月12日', '2024-05-12'],
    ['2024-02-29', '2024-02-29'],
    ['6/14/2024 9:58:01', '2024-06-14T09:58:01'],
    ['14.06.2024', '2024-06-14'],
  ])('%s is %s', (text, iso) => expect(read(text)).toEqual([iso]));

  it('are none where one cell is none, where the day does not exist, or where day and month may be either', () => {
    expect(read('2024-04-02', 'later')).toBeNull();
    expect(read('2023-02-29')).toBeNull();
    expect(read('2024-04-02 25:00:00')).toBeNull();
    expect(read('01/02/2024', '03/04/2024')).toBeNull();
    expect(read('01/02/2024', '13/04/2024')).toEqual(['2024-02-01', '2024-04-13']);
    for (const text of ['1.5', '3-4', '2024', '10/12', '2024.5', 'R-2024-04-02']) expect(read(text)).toBeNull();
  });

  it('keep blanks and texts for no answer, and two ways of writing one moment are one', () => {
    const found = asWrittenMoments(column('2024-04-02', '2024/4/2', '(空)'))!;
    expect([found.moment, found.levels, [...found.codes]]).toEqual(['date', ['2024-04-02', '(空)'], [0, 0, 1, -1]]);
  });
});
