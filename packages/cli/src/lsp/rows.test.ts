// Lines on which rows of a file begin.
import { describe, expect, it } from 'vitest';
import { firstLines } from './rows.ts';

const lines = (text: string): number[] => firstLines(new TextEncoder().encode(text));

describe('rows of a file', () => {
  it.each([
    ['a,b\n1,2\n3,4\n', [0, 1, 2]],
    ['a,b\r\n1,2\r\n3,4', [0, 1, 2]],
    ['\n\na,b\n1,2\n\n3,4\n', [2, 3, 4, 5]],
    ['a,b\n"one\ntwo",2\n3,4\n', [0, 1, 3]],
    ['a;b\n1;"x ""y""\nz"\n3;4\n', [0, 1, 3]],
    ['a,b\n5" wide,2\n3,4\n', [0, 1, 2]],
    ['', []],
    ['编号,甲\n1,"一\n二"\n2,3\n', [0, 1, 3]],
  ])('%j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});
