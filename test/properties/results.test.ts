// What must not change a result: the order of declarations, of rows and columns, linear recoding, the split of the data.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { tell, mergeMoments, momentsOf, reliability } from '@studyspec/core';
import { runProject } from '../support/project.ts';

const seed = 20240914;
const columns = ['id', 'a', 'b', 'c', 'd', 'sex', 'age'] as const;
const rows = Array.from({ length: 80 }, (_, i) => {
  const wave = (k: number): number => Math.sin(i * 1.7 + k) + Math.sin(i * 0.31 * k);
  const answer = (k: number): number => Math.max(1, Math.min(5, Math.round(3 + wave(1) + 0.5 * wave(k))));
  return {
    id: `r${i}`,
    a: answer(2),
    b: answer(3),
    c: answer(5),
    d: answer(7),
    sex: 1 + (i % 2),
    age: i % 11 === 4 ? '' : 18 + ((i * 13) % 50),
  };
});
const csv = (order: readonly number[], names: readonly (keyof (typeof rows)[number])[] = columns): string =>
  `${names.join(',')}\n${order.map((i) => names.map((name) => rows[i]![name]).join(',')).join('\n')}\n`;
const plain = rows.map((_, i) => i);

const header = 'study "S"\ndata "d.csv" { id id }\n';
const declarations = [
  'scale s 1..5',
  'indicator a on s',
  'indicator b on s',
  'indicator c on s reversed',
  'indicator d on s',
  'category sex { male = 1  female = 2 }',
  'number age',
  'number decade = age / 10',
  'dimension all of a, b, c, d',
  'index i { of a, b, c, d  missing mean  keep 2  component x marked by a  component y marked by c }',
  'compare k { of i, x  by sex }',
  'regression r { explain i, x  by sex, decade  missing mean }',
];

function quantities(spec: string, data: string): Map<string, number | null> {
  const { results, problems } = runProject({ 'x.study': spec, 'd.csv': data }, 'x.study');
  expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
  return new Map([...results!.quantities.values()].map((quantity) => [quantity.address, quantity.value]));
}

function expectClose(found: ReadonlyMap<string, number | null>, wanted: ReadonlyMap<string, number | null>, digits = 9): void {
  expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [address, value] of wanted) {
    const other = found.get(address) ?? null;
    if (value === null) expect(other, address).toBeNull();
    else expect(Math.abs(other! - value), address).toBeLessThanOrEqual(10 ** -digits * Math.max(1, Math.abs(value)));
  }
}

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...list], { minLength: list.length });

describe('results', () => {
  const wanted = quantities(header + declarations.join('\n'), csv(plain));

  it('are there', () => {
    expect(wanted.size).toBeGreaterThan(120);
    expect([...wanted.values()].some((value) => Number.isNaN(value))).toBe(false);
  });

  it('do not depend on the order of declarations', () => {
    fc.assert(
      fc.property(shuffled(declarations), (order) => {
        // The terms of a list keep their order; only declarations move.
        expectClose(quantities(header + order.join('\n'), csv(plain)), wanted, 12);
      }),
      { seed, numRuns: 25 },
    );
  });

  it('do not depend on the order of rows, but for rounding', () => {
    fc.assert(
      fc.property(shuffled(plain), (order) => {
        expectClose(unordered(quantities(header + declarations.join('\n'), csv(order))), unordered(wanted));
      }),
      { seed, numRuns: 20 },
    );
    // Durbin–Watson is about the order of cases.
    function unordered(all: ReadonlyMap<string, number | null>): Map<string, number | null> {
      return new Map([...all].filter(([address]) => !address.endsWith('.durbin_watson')));
    }
  });

  it('do not depend on the order of columns', () => {
    fc.assert(
      fc.property(shuffled(columns), (names) => {
        expectClose(quantities(header + declarations.join('\n'), csv(plain, names)), wanted, 12);
      }),
      { seed, numRuns: 20 },
    );
  });

  it('have standardised coefficients that linear recoding of a predictor leaves alone', () => {
    for (const recoded of ['(age + 7) * 3', 'age / 12 - 2', '5 - 0.5 * age']) {
      const other = quantities(
        header + declarations.map((line) => (line.startsWith('number decade') ? `number decade = ${recoded}` : line)).join('\n'),
        csv(plain),
      );
      const sign = recoded.startsWith('5 -') ? -1 : 1;
      expect(other.get('r.i.beta(decade)')!).toBeCloseTo(sign * wanted.get('r.i.beta(decade)')!, 10);
      expect(other.get('r.i.beta(sex.female)')!).toBeCloseTo(wanted.get('r.i.beta(sex.female)')!, 10);
      expect(other.get('r.i.r2')!).toBeCloseTo(wanted.get('r.i.r2')!, 10);
    }
  });
});

const data = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 4 }), { minLength: 12, maxLength: 60 });
const columnsOf = (table: readonly (readonly number[])[]): Float64Array[] =>
  [0, 1, 2, 3].map((column) => Float64Array.from(table, (row) => row[column]!));

describe('moments and alpha', () => {
  it('alpha is the same when an item is shifted', () => {
    fc.assert(
      fc.property(data, fc.integer({ min: -50, max: 50 }), (table, shift) => {
        const given = columnsOf(table);
        const before = reliability(momentsOf(given)).alpha;
        const after = reliability(momentsOf([given[0]!.map((value) => value + shift), ...given.slice(1)])).alpha;
        if (before === null) expect(after).toBeNull();
        else expect(after!).toBeCloseTo(before, 9);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('moments of parts merge to the moments of the whole', () => {
    fc.assert(
      fc.property(data, fc.nat(), (table, cut) => {
        const at = 1 + (cut % (table.length - 1));
        const merged = mergeMoments(momentsOf(columnsOf(table.slice(0, at))), momentsOf(columnsOf(table.slice(at))));
        const whole = momentsOf(columnsOf(table));
        expect(merged.n).toBe(whole.n);
        merged.means.forEach((mean, i) => {
          expect(mean).toBeCloseTo(whole.means[i]!, 10);
        });
        merged.cross.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value).toBeCloseTo(whole.cross[i]![j]!, 7);
          });
        });
      }),
      { seed, numRuns: 300 },
    );
  });
});
