// What the threshold keeps back cannot be had from what is told: an attacker who knows which rows every table is of takes tables from one
// another, margins from cells, levels from their whole, and files with other thresholds.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { codeStudy, selectRows, type CountedSums, type Frame, type Plan } from '@studyspec/core';
import { countedOf, frameOf, planOf } from './studies.ts';

const SPEC = `study "S"
data "d.csv"
scale s 1..3
indicator a on s
indicator b on s
category sex { male = 1  female = 2 }
category site { one = 1  two = 2  three = 3 }
index i { of a, b }
compare k { of a, b  by sex, site }
compare first { of a  by sex  where site is one }
compare second { of a  by sex  where site is two }
compare men { of a, b  by site  where sex is male }
regression r { explain a  by b, site, sex, b * sex }
`;
const plan = planOf(SPEC);

/** Answers with some that are rare, in any of the columns. */
const frames = fc
  .tuple(fc.nat(), fc.integer({ min: 60, max: 500 }), fc.array(fc.constantFrom(0, 0, 0.006, 0.03), { minLength: 4, maxLength: 4 }))
  .map(([seed, many, rare]) => {
    let state = seed;
    const chance = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const cell = (often: number): string => (chance() < often ? (chance() < 0.5 ? '' : '3') : chance() < 0.5 ? '1' : '2');
    const lines = Array.from({ length: many }, () =>
      [cell(rare[0]!), cell(rare[1]!), cell(rare[2]!).replace('3', ''), cell(rare[3]!)].join(','),
    );
    return frameOf(`a,b,sex,site\n${lines.join('\n')}\n`);
  });

/** Everything that a file tells: a set of rows, and how many they are. */
interface Told {
  readonly rows: Uint8Array;
  readonly count: number;
  readonly from: string;
}

/** By what is counted, so that what can be taken from one another stands together. */
function toldBy(own: Plan, frame: Frame, sums: CountedSums): Map<string, Told[]> {
  const coded = codeStudy(own, frame);
  const levelOf = (name: string, at: number): number => {
    const codes = coded.categories.get(name);
    if (codes !== undefined) return codes[at]!;
    const column = sums.columns.find((one) => one.name === name)!;
    const values = coded.numbers.get(name);
    // The means of an index' own dimension are columns too.
    if (column.kind === 'cross') {
      const places = column.of.map((one) => levelOf(one, at));
      return places.includes(-1) ? -1 : places.reduce((sum, place, i) => sum * column.sizes[i]! + place, 0);
    }
    if (column.kind === 'measure') return Number.isNaN(values![at]!) ? -1 : 0;
    if (!('values' in column) || values === undefined) return -1;
    return column.values.indexOf(values[at]!);
  };
  const found = new Map<string, Told[]>();
  let from = '';
  const add = (key: string, rows: Uint8Array, count: number): void => {
    const known = found.get(key) ?? [];
    found.set(key, known);
    known.push({ rows, count, from });
  };
  for (const { where, complete, level, n, columns, frequencies, pairs } of sums.tables) {
    const masks = where.map((one) => selectRows(JSON.parse(one) as never, coded, frame));
    const inside = Uint8Array.from({ length: frame.rows }, (_, at) =>
      masks.every((mask) => mask[at] === 1) &&
      complete.every((name) => levelOf(name, at) >= 0) &&
      (level === null || levelOf(level[0], at) === level[1])
        ? 1
        : 0,
    );
    const of = (...held: readonly (readonly [string, number])[]): Uint8Array =>
      inside.map((one, at) => (one === 1 && held.every(([name, place]) => levelOf(name, at) === place) ? 1 : 0));
    from = JSON.stringify([where, complete, level]);
    if (n !== null) add('', inside, n);
    const measures = columns.filter((name) => sums.columns.find((one) => one.name === name)!.kind === 'measure');
    for (const measure of measures) {
      const at = columns.indexOf(measure);
      if (frequencies[at] != null) add(`Σ${measure}`, of([measure, 0]), frequencies[at][0]!);
    }
    columns.forEach((a, i) =>
      frequencies[i]?.forEach((count, s) => {
        add(JSON.stringify([a, s]), of([a, s]), count);
        // Combined levels are counts of two columns.
        const crossed = sums.columns.find((one) => one.name === a);
        if (crossed?.kind === 'cross') {
          const width = crossed.sizes[1]!;
          add(JSON.stringify([crossed.of[0], Math.floor(s / width), crossed.of[1], s % width]), of([a, s]), count);
        }
        for (const b of columns) if (b !== a) add(JSON.stringify([a, s, 'by', b]), of([a, s]), count);
      }),
    );
    let at = 0;
    for (const [i, a] of columns.entries())
      for (const b of columns.slice(i + 1)) {
        const counts = pairs[at++];
        const width = counts == null ? 0 : counts.length / sizeOf(sums, a);
        counts?.forEach((count, place) => {
          const [s, t] = [Math.floor(place / width), place % width];
          add(JSON.stringify([a, s, b, t]), of([a, s], [b, t]), count);
          for (const measure of measures) if (measure === a || measure === b) add(`Σ${measure}`, of([a, s], [b, t]), count);
          // What is left of its margins, by the other column.
          add(JSON.stringify([a, s, 'by', b]), of([a, s], [b, t]), count);
          add(JSON.stringify([b, t, 'by', a]), of([a, s], [b, t]), count);
        });
        // All levels of a column together: whoever has an answer there.
        for (const measure of counts == null ? [] : measures.filter((one) => one === a || one === b)) {
          const both = inside.map((one, row) => (one === 1 && levelOf(a, row) >= 0 && levelOf(b, row) >= 0 ? 1 : 0));
          add(
            `Σ${measure}`,
            both,
            counts!.reduce((sum, count) => sum + count, 0),
          );
        }
      }
  }
  return found;
}
const sizeOf = (sums: CountedSums, name: string): number => {
  const column = sums.columns.find((one) => one.name === name)!;
  if (column.kind === 'cross') return column.sizes.reduce((product, size) => product * size, 1);
  if (column.kind === 'measure') return 1;
  return ('levels' in column ? column.levels : column.values).length;
};

/** How many rows a difference of sets has; -1 where it is none. */
function left(whole: Uint8Array, parts: readonly Uint8Array[]): number {
  let count = 0;
  for (let at = 0; at < whole.length; at++) {
    let rest = whole[at]!;
    for (const part of parts) rest -= part[at]!;
    if (rest < 0) return -1;
    count += rest;
  }
  return count;
}

function attack(told: ReadonlyMap<string, readonly Told[]>, threshold: number): string[] {
  const found: string[] = [];
  for (const [key, all] of told) {
    // Of two numbers their sum and their squares are the two.
    const least = key.startsWith('Σ') ? Math.max(3, threshold) : threshold;
    const small = (count: number): boolean => count > 0 && count < least;
    const sets = [...new Map(all.map((one) => [one.rows.join(''), one])).values()];
    for (const { rows, count, from } of sets) {
      if (left(rows, []) !== count) found.push(`${key}: told ${count}`);
      if (small(count)) found.push(`${key}: ${count} is told`);
      for (const [at, one] of sets.entries()) {
        if (left(rows, [one.rows]) < 0) continue;
        if (small(left(rows, [one.rows]))) found.push(`${key}: ${count} of ${from} - ${one.count} of ${one.from}`);
        for (const two of key.startsWith('Σ') ? [] : sets.slice(at + 1))
          if (small(left(rows, [one.rows, two.rows])))
            found.push(`${key}: ${count} of ${from} - ${one.count} of ${one.from} - ${two.count} of ${two.from}`);
      }
    }
  }
  return found;
}

const MEASURED = planOf(`study "S"
data "d.csv"
scale s 1..3
indicator a on s
number pay
number far
category sex { male = 1  female = 2 }
category site { one = 1  two = 2  three = 3 }
compare k { of pay, a  by sex, site }
compare first { of pay  by sex  where site is one }
compare second { of pay  by sex  where site is two }
correlate c { of pay, far, a }
regression r { explain pay  by far, a, sex, site }
`);

/** With numbers of as many values as there are respondents, which some lack. */
const payFrames = fc
  .tuple(fc.nat(), fc.integer({ min: 400, max: 600 }), fc.array(fc.constantFrom(0, 0.006, 0.03), { minLength: 5, maxLength: 5 }))
  .map(([seed, many, rare]) => {
    let state = seed;
    const chance = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const cell = (often: number, least: string): string => (chance() < often ? least : chance() < 0.5 ? '1' : '2');
    const pay = (often: number): string => (chance() < often ? '' : (100 + 900 * chance()).toFixed(3));
    const lines = Array.from({ length: many }, () =>
      [cell(rare[0]!, '3'), cell(rare[1]!, ''), cell(rare[2]!, '3'), pay(rare[3]!), pay(rare[4]!)].join(','),
    );
    return frameOf(`a,sex,site,pay,far\n${lines.join('\n')}\n`);
  });

describe('what measures add up to', () => {
  it('is told of as many as the threshold says, none of which follows from others, and of three at least', () => {
    let [told, kept] = [0, 0];
    fc.assert(
      fc.property(payFrames, fc.constantFrom(1, 2, 3, 5), (frame, threshold) => {
        const sums = countedOf(MEASURED, frame, threshold);
        expect(sums.columns.filter(({ kind }) => kind === 'measure').map(({ name }) => name)).toEqual(['pay', 'far']);
        const every = sums.tables.flatMap(({ sums: own }) => own ?? []);
        for (const one of every)
          if (one === null) kept++;
          else told++;
        // A least and a largest number would be somebody's.
        expect(every.flatMap((one) => one ?? []).every((list) => list.length <= 2)).toBe(true);
        expect(attack(toldBy(MEASURED, frame, sums), threshold)).toEqual([]);
        expect(beside(sums)).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(kept).toBeGreaterThan(100);
    expect(told).toBeGreaterThan(100);
  });

  it('is found by an attacker who looks, where nothing is kept back', () => {
    const [frame] = fc.sample(payFrames, { numRuns: 1, seed: 3 });
    expect(attack(toldBy(MEASURED, frame!, countedOf(MEASURED, frame!, 0)), 30).length).toBeGreaterThan(10);
  });
});

/** Sums that are told where the count of the same rows is not. */
function beside({ columns, tables }: CountedSums): string[] {
  const measures = new Set(columns.flatMap(({ kind, name }) => (kind === 'measure' ? [name] : [])));
  return tables.flatMap((table) => {
    const names = table.columns;
    const singles = names.flatMap((name, i) => (measures.has(name) ? [[name, table.frequencies[i]] as const] : []));
    const pairs = names
      .flatMap((a, i) => names.slice(i + 1).map((b) => [a, b] as const))
      .flatMap(([a, b], at) => (measures.has(a) || measures.has(b) ? [[`${a}, ${b}`, table.pairs[at]] as const] : []));
    return [...singles, ...pairs].flatMap(([name, counts], at) => (counts == null && table.sums![at] !== null ? [name] : []));
  });
}

describe('what the threshold keeps back', () => {
  it('does not follow from what one file tells', () => {
    let [told, kept] = [0, 0];
    fc.assert(
      fc.property(frames, fc.constantFrom(3, 5), (frame, threshold) => {
        const sums = countedOf(plan, frame, threshold);
        for (const counts of sums.tables.flatMap(({ frequencies, pairs }) => [...frequencies, ...pairs]))
          if (counts === null) kept++;
          else told++;
        expect(attack(toldBy(plan, frame, sums), threshold)).toEqual([]);
      }),
      { numRuns: 40 },
    );
    // It keeps something back, and not everything.
    expect(kept).toBeGreaterThan(300);
    expect(told).toBeGreaterThan(300);
  });

  it('tells with a higher threshold nothing that a lower one does not', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 8 }), (frame, low, more) => {
        const [a, b] = [countedOf(plan, frame, low), countedOf(plan, frame, low + more)];
        for (const [at, { n, frequencies, pairs }] of b.tables.entries()) {
          const lower = a.tables[at]!;
          if (n !== null) expect(lower.n).toBe(n);
          frequencies.forEach((counts, i) => counts !== null && expect(lower.frequencies[i]).toEqual(counts));
          pairs.forEach((counts, i) => counts !== null && expect(lower.pairs[i]).toEqual(counts));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is found by an attacker who looks, where nothing is kept back', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `${(at % 2) + 1},${(at % 3) + 1},${at === 7 ? '' : (at % 2) + 1},${at < 3 ? 3 : 1}`);
    const frame = frameOf(`a,b,sex,site\n${rows.join('\n')}\n`);
    expect(attack(toldBy(plan, frame, countedOf(plan, frame, 0)), 5).length).toBeGreaterThan(10);
  });
});
