// The threshold of a table of sums: what leaves and what is kept back, at the bound itself.
import { expect, it } from 'vitest';
import { mergeSums } from './merge.ts';
import { tablesOfCounts } from './small.ts';
import type { Sums } from './sums.ts';

const head = { where: [], complete: [], level: null, columns: ['a', 'b'] };
/** Two columns of a level each; the place after it is no answer. */
const cells = [
  [5, 0],
  [0, 7],
];
const table = (threshold: number, n = 12) =>
  tablesOfCounts(
    [{ head, sizes: [1, 1], n, cell: (i, s, j, t) => (i === j ? (s === t ? cells[s]![s]! : 0) : cells[s]![t]!) }],
    threshold,
  )[0];

it('lets a count that is the threshold leave, and none that is one below it', () => {
  expect(table(5)).toMatchObject({ n: 12, frequencies: [[5], [5]], pairs: [[5]] });
  expect(table(6)).toMatchObject({ n: 12, frequencies: [null, null], pairs: [null] });
});

it('tells nothing of too few rows, and keeps nothing back without a threshold', () => {
  expect(table(13)).toMatchObject({ n: null, frequencies: [null, null], pairs: [null] });
  expect(table(0)).toMatchObject({ n: 12, frequencies: [[5], [5]], pairs: [[5]] });
});

it('has of merged parts the highest threshold', () => {
  const part = (threshold: number, name: string): Sums => ({
    digest: 'd',
    rows: 12,
    parts: [12],
    sources: [name],
    threshold,
    unusable: 0,
    kept: 0,
    flow: { rows: 12, rules: [] },
    lacking: [],
    columns: [],
    tables: [],
  });
  for (const order of [
    [part(2, 'a'), part(5, 'b')],
    [part(5, 'b'), part(2, 'a')],
  ])
    expect(mergeSums(order)).toMatchObject({ threshold: 5, rows: 24 });
});
