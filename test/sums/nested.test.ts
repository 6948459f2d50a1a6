// Small counts that stand in no table: between categories made of one column, each of which has large levels only, in whichever tables they
// are told; and those whom the data block leaves out.
import { describe, expect, it } from 'vitest';
import { codeStudy, sumsOf, type CountedSums } from '@studyspec/core';
import { countedOf, frameOf, mergedOf, planOf } from './studies.ts';

const plan = planOf(`study "S"
data "d.csv"
scale s 1..3
indicator a on s
indicator b on s
category low from v { yes = 1 | 2  no = 3 }
category first from v { yes = 1  no = 2 | 3 }
category sex { male = 1  female = 2 }
compare k { of a  by low, sex }
compare l { of b  by first }
compare m { of a  by sex  where first is yes }
compare n { of b  by sex  where low is yes }
`);
/** `between` respondents are what `low` has more than `first`. */
const told = (between: number, threshold = 5): CountedSums => {
  const rows = Array.from({ length: 600 }, (_, at) => [
    (at % 3) + 1,
    (at % 2) + 1,
    at < between ? 2 : at % 2 === 0 ? 1 : 3,
    at % 4 < 2 ? 1 : 2,
  ]);
  return countedOf(plan, frameOf(`a,b,v,sex\n${rows.map((row) => row.join(',')).join('\n')}\n`), threshold);
};

/** Every number of respondents of a level that the file tells, by its category: of all, and of those who gave an answer. */
function levelsTold({ tables }: CountedSums, name: string): Set<number> {
  const found = new Set<number>();
  for (const { where, n, level, columns, frequencies, pairs } of tables) {
    if (where.length > 0 || level !== null) {
      const asked = where.some((one) => one.includes(`"${name}"`)) || level?.[0] === name;
      if (asked && n !== null) found.add(n);
      continue;
    }
    for (const count of frequencies[columns.indexOf(name)] ?? []) found.add(count);
    let at = 0;
    for (const [i, a] of columns.entries())
      for (const b of columns.slice(i + 1)) {
        const counts = pairs[at++];
        if ((a === name || b === name) && counts != null) found.add(counts.reduce((sum, count) => sum + count, 0));
      }
  }
  return found;
}

describe('what the data block leaves out', () => {
  const own = planOf('study "S"\ndata "d.csv" { where a > 1 and b > 1 }\nscale s 1..3\nindicator a on s\nindicator b on s\n');
  const frame = frameOf(`a,b\n${Array.from({ length: 40 }, (_, at) => `${(at % 3) + 1},${((at * 2) % 3) + 1}`).join('\n')}\n`);
  const flowOf = (rules: readonly (readonly [left: number, unknown: number])[], threshold = 5) =>
    sumsOf(
      own,
      codeStudy(own, frame),
      { ...frame, flow: { rows: 100, rules: rules.map(([left, unknown], at) => ({ text: `r${at}`, left, unknown })) } },
      threshold,
    );

  it('is told where each rule leaves out nobody or enough, and otherwise none is', () => {
    for (const rules of [
      [
        [10, 0],
        [20, 5],
      ],
      [[0, 0]],
      [[5, 5]],
    ] as const)
      expect(flowOf(rules).flow.rules.length).toBe(rules.length);
    for (const [rules, rows] of [
      [[[1, 0]], 99],
      [[[10, 2]], 90],
      [[[10, 7]], 90],
      [
        [
          [20, 0],
          [3, 0],
        ],
        77,
      ],
      [[[97, 0]], 3],
    ] as const) {
      expect(flowOf(rules).flow).toEqual({ rows, rules: [] });
      expect(flowOf(rules, 0).flow.rules.length).toBe(rules.length);
    }
  });

  it('is known of all parts or of none', () => {
    const [a, b, c] = [flowOf([[10, 0]]), flowOf([[20, 6]]), flowOf([[3, 0]])].map((one, at) => ({ ...one, sources: [String(at)] }));
    expect(mergedOf([a!, b!]).flow).toEqual({ rows: 200, rules: [{ text: 'r0', left: 30, unknown: 6 }] });
    expect(mergedOf([a!, c!]).flow).toEqual({ rows: 80, rules: [] });
  });
});

describe('categories made of one column', () => {
  it('are not both told where a small count lies between them, in any table', () => {
    for (const between of [1, 3, 4]) {
      const sums = told(between);
      expect(levelsTold(sums, 'low').size, String(between)).toBeGreaterThan(1);
      expect([...levelsTold(sums, 'first')], String(between)).toEqual([]);
      expect(sums.tables.some(({ where, n }) => n === null && where.join().includes('"first"'))).toBe(true);
    }
  });

  it('are told where what lies between them is nothing or enough, or nothing is kept back', () => {
    for (const sums of [told(0), told(5), told(90), told(3, 0)]) {
      expect(levelsTold(sums, 'low').size).toBeGreaterThan(1);
      expect(levelsTold(sums, 'first').size).toBeGreaterThan(1);
    }
  });
});
