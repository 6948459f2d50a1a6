// Numbers that cross in pieces are whole again, and a study that is closed meanwhile is no error.
import { expect, it } from 'vitest';
import type { BareResults } from '@studyspec/core';
import type { PostedReply } from './compute-protocol.ts';
import { deltaOf } from './delta.ts';
import { heldNumbers } from './held-numbers.ts';

const results = (sample: number): BareResults =>
  ({ sample, quantities: new Map([['a', { address: 'a', value: sample, format: 'count' }]]) }) as unknown as BareResults;
const numbers = (ticket: number, since: number | null, before: BareResults | null, now: BareResults | null): PostedReply => ({
  kind: 'numbers',
  ticket,
  study: 's',
  digest: 'd',
  problems: [],
  partial: false,
  sent: { since, delta: deltaOf(before, now) },
});

it('puts what changed to what is held', () => {
  const held = heldNumbers();
  expect(held.ticket('s')).toBeNull();
  expect(held.whole(numbers(1, null, null, results(3)))).toMatchObject({ kind: 'numbers', results: results(3) });
  expect(held.ticket('s')).toBe(1);
  expect(held.whole(numbers(2, 1, results(3), results(4)))).toMatchObject({ results: results(4) });
  expect(held.whole(numbers(3, 2, results(4), null))).toMatchObject({ results: null });
  expect(held.ticket('s')).toBe(3);
});

it('drops what is about numbers that are held no more, and goes on with whole ones', () => {
  const held = heldNumbers();
  held.whole(numbers(1, null, null, results(3)));
  // Closed while the next ones are under way.
  held.forget('s');
  expect(held.whole(numbers(2, 1, results(3), results(4)))).toBeNull();
  expect(held.ticket('s')).toBeNull();
  expect(held.whole(numbers(3, null, null, results(5)))).toMatchObject({ results: results(5) });
  // Of another thread, which knew others.
  held.clear();
  expect(held.whole(numbers(4, 3, results(5), results(6)))).toBeNull();
});
