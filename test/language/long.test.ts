// Specs with thousands of entries that rest on each other: they compile, none exhausts the stack, and what goes in a circle is told in one
// readable sentence.
import { tell } from '@studyspec/core';
import { compile, formatText } from '@studyspec/dsl';
import { expect, it } from 'vitest';

const N = 12_000;
const problemsOf = (lines: (i: number) => string) =>
  compile({
    entry: 'n.study',
    texts: new Map([['n.study', `framework "n"\n${Array.from({ length: N }, (_, i) => lines(i)).join('\n')}\n`]]),
  }).problems;

it.each([
  ['numbers computed from each other', (i: number) => (i === 0 ? 'number v0' : `number v${i} = v${i - 1} + 1`)],
  ['the last first', (i: number) => (i === N - 1 ? `number v${i}` : `number v${i} = v${i + 1} + 1`)],
  ['indicators like each other', (i: number) => (i === 0 ? 'indicator q0 on 1..5' : `indicator q${i} like q${i - 1}`)],
  [
    'indicators like each other, the last first',
    (i: number) => (i === N - 1 ? `indicator q${i} on 1..5` : `indicator q${i} like q${i + 1}`),
  ],
])('%s', (_, lines) => {
  expect(problemsOf(lines)).toEqual([]);
});

it.each([
  ['computed numbers', (i: number) => `number v${i} = v${(i + 1) % N} + 1`],
  ['like', (i: number) => `indicator q${i} like q${(i + 1) % N}`],
])('a circle of %s', (_, lines) => {
  const [problem, ...more] = problemsOf(lines);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ code: 'SS203' });
  expect(tell(problem!, 'en').message).toContain(` … (${N - 10} more) → `);
  expect(tell(problem!, 'en').message.length).toBeLessThan(300);
});

it('what rests on a mistake is told of once, at the mistake', () => {
  expect(problemsOf((i) => (i === 0 ? 'number v0 = nothing(1)' : `number v${i} = v${i - 1} + 1`)).map((one) => one.code)).toHaveLength(1);
});

it('a text of braces without end is left as it is', () => {
  for (const text of ['index i {\n'.repeat(N), 'category c {\n  a = 1\n'.repeat(N)]) expect(formatText(text)).toBe(text);
});
