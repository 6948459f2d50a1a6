import { describe, expect, test } from 'vitest';
import { boundedMemo, idOf, idsOf, noMemo } from './memo.ts';

describe('a bounded memo', () => {
  test('computes once, and the same key is the same object', () => {
    const memo = boundedMemo();
    const first = memo.recall('a', () => ({ value: 1 }));
    expect(memo.recall('a', () => ({ value: 2 }))).toBe(first);
    expect(noMemo.recall('a', () => ({ value: 2 }))).toEqual({ value: 2 });
  });

  test('remembers null and undefined too', () => {
    const memo = boundedMemo();
    let computed = 0;
    for (const value of [null, undefined]) {
      for (let time = 0; time < 2; time += 1)
        expect(
          memo.recall(String(value), () => {
            computed += 1;
            return value;
          }),
        ).toBe(value);
    }
    expect(computed).toBe(2);
  });

  test('forgets what was not recalled in the last generations, and only that', () => {
    const memo = boundedMemo(2);
    memo.recall('kept', () => 1);
    memo.recall('left', () => 2);
    memo.endGeneration();
    memo.recall('kept', () => -1);
    memo.endGeneration();
    expect(memo.size).toBe(1);
    expect(memo.recall('kept', () => -1)).toBe(1);
    expect(memo.recall('left', () => -2)).toBe(-2);
  });

  test('keeps what a recalled value was made of', () => {
    const memo = boundedMemo(2);
    const whole = (): number => memo.recall('whole', () => memo.recall('part', () => memo.recall('part of it', () => 3) + 1) + 1);
    for (let time = 0; time < 5; time += 1) {
      expect(whole()).toBe(5);
      memo.endGeneration();
    }
    expect(memo.recall('part of it', () => -1)).toBe(3);
    expect(memo.size).toBe(3);
  });

  test('does not grow with the number of edits', () => {
    const memo = boundedMemo(3);
    for (let edit = 0; edit < 100; edit += 1) {
      memo.recall('same', () => 0);
      memo.recall(`edit ${edit}`, () => edit);
      memo.endGeneration();
    }
    expect(memo.size).toBe(3);
  });

  test('keeps nothing of a computation that threw', () => {
    const memo = boundedMemo();
    expect(() =>
      memo.recall('a', () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(memo.recall('a', () => 1)).toBe(1);
  });
});

test('an object has one number as long as it lives, and no other object has it', () => {
  const [a, b] = [Float64Array.of(1), Float64Array.of(1)];
  expect(idOf(a)).toBe(idOf(a));
  expect(idOf(a)).not.toBe(idOf(b));
  expect(idsOf([a, null, b, undefined])).toBe(`${idOf(a)},-,${idOf(b)},-`);
});
