import { describe, expect, it } from 'vitest';
import { either, list, show, showInterval, slipBetween, slipsInto } from './digits.ts';
import { divided, holds, meets, multiplied, squared, wholesIn } from '../audit/interval.ts';

describe('printed digits', () => {
  it('are shown with halves away from zero and without a minus at zero', () => {
    expect([show(0.0005, 3), show(-0.0004, 3), show(2.5, 0), show(-1.005, 2)]).toEqual(['0.001', '0.000', '3', '-1.01']);
    expect(showInterval(0.1234, 0.1236, 3)).toBe('0.123…0.124');
    expect(showInterval(0.1231, 0.1232, 3)).toBe('0.123');
  });

  it('differ by a slip of the hand, or by more', () => {
    expect([
      slipBetween('0.144', '0.140'),
      slipBetween('0.144', '-0.144'),
      slipBetween('0.154', '0.145'),
      slipBetween('0.144', '0.223'),
      slipBetween('0.1', '0.1'),
    ]).toEqual(['digit', 'sign', 'neighbours', 'other', null]);
    expect(slipsInto('0.144', 3, 0.1385, 0.1415)).toEqual(['0.141', '0.140']);
    expect(slipsInto('0.144', 3, -Infinity, 1)).toEqual([]);
  });

  it('stand in lists', () => {
    expect([list([1, 2, 3]), list(['a']), list([1, 2, 3], 2), either(['a', 'b', 'c']), either([])]).toEqual([
      '1, 2 and 3',
      'a',
      '1, 2 …',
      'A, b or c',
      '',
    ]);
  });
});

describe('intervals', () => {
  it('hold what rounding leaves', () => {
    expect(meets({ low: 1, high: 2 }, { low: 2, high: 3 })).toBe(true);
    expect(meets({ low: 1, high: 2 }, { low: 2.0001, high: 3 })).toBe(false);
    expect(holds({ low: -0.1, high: 0.1 }, 0)).toBe(true);
    expect(multiplied({ low: -1, high: 2 }, { low: 3, high: 4 })).toEqual({ low: -4, high: 8 });
    expect(squared({ low: -1, high: 2 })).toEqual({ low: 0, high: 4 });
    expect(divided({ low: 1, high: 2 }, { low: -1, high: 1 })).toEqual({ low: -Infinity, high: Infinity });
    expect(wholesIn({ low: 1.2, high: 4 })).toEqual([2, 3, 4]);
  });
});
