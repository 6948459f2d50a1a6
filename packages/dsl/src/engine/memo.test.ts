// The memory: nothing runs again that need not, and what must does.
import { describe, expect, it } from 'vitest';
import { Cancelled, memory } from './memo.ts';

describe('memory', () => {
  it('runs a query again only when a value that it read changed', () => {
    const memo = memory();
    const text = memo.input<string>('');
    const length = memo.query<number>((key) => text.get(key).length);
    const parity = memo.query<string>((key) => (length.get(key) % 2 === 0 ? 'even' : 'odd'));
    text.set('a', 'xy');
    expect(parity.get('a')).toBe('even');
    expect(parity.get('a')).toBe('even');
    expect([length.runs(), parity.runs()]).toEqual([1, 1]);
    text.set('b', 'other');
    expect(parity.get('a')).toBe('even');
    expect([length.runs(), parity.runs()]).toEqual([1, 1]);
    // The same length: the wave ends at `length`.
    text.set('a', 'zz');
    expect(parity.get('a')).toBe('even');
    expect([length.runs(), parity.runs()]).toEqual([2, 1]);
    text.set('a', 'zzz');
    expect(parity.get('a')).toBe('odd');
    expect([length.runs(), parity.runs()]).toEqual([3, 2]);
    expect(text.set('a', 'zzz')).toBe(false);
  });

  it('keeps the former value where the new one is equal, and gives it to the computation', () => {
    const memo = memory();
    const number = memo.input<number>(0);
    const pair = memo.query<{ readonly sign: number }>(
      (key, before) => (before !== undefined && number.get(key) === 0 ? before : { sign: Math.sign(number.get(key)) }),
      (a, b) => a.sign === b.sign,
    );
    number.set('', 3);
    const first = pair.get('');
    number.set('', 5);
    expect(pair.get('')).toBe(first);
    number.set('', 0);
    expect(pair.get('')).toBe(first);
    number.set('', -1);
    expect(pair.get('')).toEqual({ sign: -1 });
  });

  it('notices that a key that was missing is there, and that one is gone', () => {
    const memo = memory();
    const text = memo.input<string | null>(null);
    const all = memo.query<string>(() => text.keys().join());
    const one = memo.query<string>((key) => text.get(key) ?? 'none');
    expect([one.get('a'), all.get('')]).toEqual(['none', '']);
    text.set('a', 'x');
    expect([one.get('a'), all.get('')]).toEqual(['x', 'a']);
    text.delete('a');
    expect([one.get('a'), all.get('')]).toEqual(['none', '']);
    expect(text.delete('a')).toBe(false);
  });

  it('reads only what it needs now: a branch not taken does not wake it', () => {
    const memo = memory();
    const input = memo.input<number>(0);
    const chosen = memo.query<number>(() => (input.get('which') === 0 ? input.get('a') : input.get('b')));
    input.set('a', 1);
    expect(chosen.get('')).toBe(1);
    input.set('which', 1);
    expect(chosen.get('')).toBe(0);
    const runs = chosen.runs();
    input.set('a', 2);
    expect(chosen.get('')).toBe(0);
    expect(chosen.runs()).toBe(runs);
  });

  it('gives up when cancelled, keeps what was finished, and goes on afterwards', () => {
    const memo = memory();
    const input = memo.input<number>(1);
    const inner = memo.query<number>((key) => input.get(key) + 1);
    const outer = memo.query<number>((key) => inner.get(key) + inner.get(`${key}'`));
    let left = 2;
    expect(() =>
      memo.cancellable(
        () => {
          left -= 1;
          return left < 0;
        },
        () => outer.get('a'),
      ),
    ).toThrow(Cancelled);
    expect([outer.runs(), inner.runs()]).toEqual([1, 1]);
    expect(outer.get('a')).toBe(4);
    expect([outer.runs(), inner.runs()]).toEqual([2, 2]);
  });

  it('survives a computation that throws', () => {
    const memo = memory();
    const input = memo.input<number>(0);
    const query = memo.query<number>((key) => {
      if (input.get(key) === 0) throw new Error('zero');
      return input.get(key);
    });
    expect(() => query.get('a')).toThrow('zero');
    input.set('a', 4);
    expect(query.get('a')).toBe(4);
  });

  it('says so when a query reads itself', () => {
    const memo = memory();
    const query: { get(key: string): number } = memo.query<number>((key) => query.get(key));
    expect(() => query.get('a')).toThrow('reads itself');
  });
});
