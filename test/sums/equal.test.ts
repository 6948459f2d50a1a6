// What sums give equals what rows give: every quantity of the examples, from the sums of two parts and the ends that a second round found,
// and every other is null with its reason. Nothing in between.
import { describe, expect, it } from 'vitest';
import { execute, noMemo, type Frame, type Quantity } from '@studyspec/core';
import { EXAMPLES, runExample } from '../support/examples.ts';
import { numbersOf } from './studies.ts';

const studies = EXAMPLES.filter((name) => !name.includes('clean'))
  .map((name) => [name, runExample(name)] as const)
  .filter(([, ran]) => ran.results !== null);

/** Rows from one to before another, as a frame of their own. */
function slice(frame: Frame, from: number, to: number): Frame {
  const { rowNumbers: _, ...rest } = frame;
  return {
    ...rest,
    rows: to - from,
    flow: { rows: to - from, rules: [] },
    columns: frame.columns.map((column) =>
      column.kind === 'text' ? { ...column, codes: column.codes.slice(from, to) } : { ...column, values: column.values.slice(from, to) },
    ),
  };
}

/** Null or equal; how many are null that rows have. */
function held(rows: ReadonlyMap<string, Quantity>, sums: ReadonlyMap<string, Quantity>): Map<string, string[]> {
  const lacking = new Map<string, string[]>();
  for (const address of sums.keys()) expect(rows.has(address), address).toBe(true);
  for (const [address, quantity] of rows) {
    const own = sums.get(address);
    // As where too few have answered: an item of a scale without reliability has no address for its part in it.
    if (own === undefined) continue;
    if (own.value === null) {
      expect(own.reason, address).toBeTruthy();
      if (quantity.value !== null) lacking.set(own.reason!, [...(lacking.get(own.reason!) ?? []), address]);
      continue;
    }
    expect(quantity.value, address).not.toBeNull();
    expect(Math.abs(own.value - quantity.value!), address).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(quantity.value!)));
  }
  return lacking;
}

const ROWS = 'needs the answers row by row, which sums do not hold';
const KEPT = 'rests on counts below the threshold, which are kept back';
const RANGE = 'needs the smallest and the largest score, which another round over the rows tells';

describe.each(studies)('%s', (_, { compiled: { plan }, coded, frame }) => {
  const rows = new Map(execute(plan!, coded!, frame!, noMemo).quantities);
  const half = Math.floor(frame!.rows / 2);
  const parts = [slice(frame!, 0, half), slice(frame!, half, frame!.rows)];

  it('gives every number that needs no rows, of two parts as of one, and says of the others why', () => {
    const whole = numbersOf(plan!, [frame!]);
    expect([...whole.keys()].sort()).toEqual([...rows.keys()].sort());
    const lacking = held(rows, whole);
    expect([...lacking.keys()]).toEqual([ROWS]);
    for (const address of lacking.get(ROWS)!) expect(address).toMatch(/\.(?:levene\.p|kruskal\.[hp]|durbin_watson)$/u);
    const others = numbersOf(plan!, parts);
    const known = [...rows].filter(([address]) => !/^sample\.|^flow/u.test(address));
    expect(held(new Map(known), new Map([...others].filter(([address]) => !/^sample\.|^flow/u.test(address))))).toEqual(
      new Map([...lacking].map(([reason, list]) => [reason, list.filter((one) => !one.startsWith('sample.'))])),
    );
  });

  it('has no score from its own range before a second round, and all that needs no score', () => {
    const lacking = held(rows, numbersOf(plan!, [frame!], 0, 1));
    expect(lacking.get(RANGE)).toContain('integration.mean');
    expect(lacking.get(RANGE)).not.toContain('integration.kmo');
  });

  it('keeps back what has a count below the threshold, and what rests on it', () => {
    const lacking = held(rows, numbersOf(plan!, [frame!], 4, 1));
    expect(lacking.get(KEPT)!.length).toBeGreaterThan(100);
  });
});
