// Coding does not depend on the order of rows or columns, reversal undoes itself, and every answer is either used or accounted for.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeStudy, type CodedStudy, type Column, type Frame } from '../../packages/core/src/index.ts';
import type { IndicatorPlan, Plan, VariablePlan } from '../../packages/core/src/index.ts';

const scale = { name: null, low: 1, high: 5, lowLabel: [], highLabel: [], points: [] };
const indicator = (name: string, more: Partial<IndicatorPlan>): IndicatorPlan => ({
  kind: 'indicator',
  name,
  label: [],
  column: 'a',
  scale,
  askedOn: null,
  reversed: false,
  missing: null,
  ...more,
});
const variables: readonly VariablePlan[] = [
  indicator('plain', {}),
  indicator('turned', { reversed: true }),
  indicator('seven', { column: 'b', askedOn: { low: 1, high: 7 } }),
  indicator('seven_turned', { column: 'b', askedOn: { low: 1, high: 7 }, reversed: true }),
  {
    kind: 'number',
    name: 'share',
    label: [],
    column: null,
    missing: null,
    formula: { kind: 'binary', operator: '/', left: { kind: 'variable', name: 'a' }, right: { kind: 'variable', name: 'plain' } },
  },
  {
    kind: 'category',
    name: 'site',
    label: [],
    column: 'c',
    variable: null,
    missing: null,
    reference: 'village',
    levels: [
      { name: 'village', label: [], codes: [{ kind: 'text', text: 'A' }] },
      {
        name: 'town',
        label: [],
        codes: [
          { kind: 'text', text: 'B' },
          { kind: 'text', text: 'C' },
        ],
      },
    ],
  },
];
const plan = (outOfRange: 'dropped' | 'kept'): Plan => ({
  revision: 1,
  title: [],
  source: null,
  data: {
    file: 'x.csv',
    from: 'x.study',
    id: 'id',
    missing: [
      { kind: 'number', value: 9 },
      { kind: 'text', text: 'refused' },
    ],
    outOfRange,
    joins: [],
  },
  variables,
  groups: [],
  jobs: [],
  hypotheses: [],
  published: [],
  report: { language: 'en', decimals: 3, tables: 'all', figures: 'none', stars: [0.1, 0.05, 0.01], ids: 'shown' },
  seed: 1,
});

interface Row {
  id: string;
  a: number;
  b: number;
  c: string;
}
const rowsOf = fc
  .array(
    fc.record({
      a: fc.constantFrom(NaN, 0, 1, 2, 2.5, 3, 4, 5, 55, 9),
      b: fc.constantFrom(NaN, 1, 2, 3, 4, 5, 6, 7, 8, 9),
      c: fc.constantFrom('', 'A', 'B', 'C', 'D', 'refused'),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) => rows.map((row, index): Row => ({ id: `V${index}`, ...row })));

function textColumn(name: string, cells: readonly string[]): Column {
  const levels = [...new Set(cells.filter((cell) => cell !== ''))];
  return { kind: 'text', name, levels, codes: Int32Array.from(cells, (cell) => levels.indexOf(cell)) };
}
const frameOf = (rows: readonly Row[], order: readonly number[] = [0, 1, 2, 3]): Frame => {
  const columns: Column[] = [
    textColumn(
      'id',
      rows.map((row) => row.id),
    ),
    { kind: 'number', name: 'a', values: Float64Array.from(rows, (row) => row.a) },
    { kind: 'number', name: 'b', values: Float64Array.from(rows, (row) => row.b) },
    textColumn(
      'c',
      rows.map((row) => row.c),
    ),
  ];
  return { file: 'x.csv', rows: rows.length, columns: order.map((index) => columns[index]!) };
};

/** Everything that is known of one respondent. */
function byId(coded: CodedStudy): Map<string, unknown> {
  return new Map(
    coded.ids!.map((id, row) => [
      id,
      {
        numbers: [...coded.numbers].map(([name, values]) => [name, values[row]]),
        levels: [...coded.categories].map(([name, values]) => [name, values[row]]),
        problems: coded.dataProblems
          .filter((problem) => problem.id === id)
          .map((problem) => [problem.kind, problem.variable, problem.value]),
      },
    ]),
  );
}

it('does not depend on the order of rows or of columns', () => {
  const shuffled = rowsOf.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })),
  );
  fc.assert(
    fc.property(shuffled, fc.constantFrom('dropped' as const, 'kept' as const), ([rows, other, order], outOfRange) => {
      const coded = codeStudy(plan(outOfRange), frameOf(rows));
      const moved = codeStudy(plan(outOfRange), frameOf(other, order));
      expect(new Map([...byId(moved)].sort())).toEqual(new Map([...byId(coded)].sort()));
      expect(moved.problems.map((problem) => [problem.code, problem.at])).toEqual(
        coded.problems.map((problem) => [problem.code, problem.at]),
      );
    }),
    { numRuns: 500 },
  );
});

it('reverses back to where it started, and stays on the scale', () => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const coded = codeStudy(plan('dropped'), frameOf(rows));
      for (const [plain, turned] of [
        ['plain', 'turned'],
        ['seven', 'seven_turned'],
      ] as const) {
        const values = coded.numbers.get(plain)!;
        for (const [row, value] of coded.numbers.get(turned)!.entries()) {
          expect(Number.isNaN(value)).toBe(Number.isNaN(values[row]!));
          if (Number.isNaN(value)) continue;
          expect(6 - value).toBeCloseTo(values[row]!, 12);
          expect(value).toBeGreaterThanOrEqual(1);
          expect(value).toBeLessThanOrEqual(5);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('accounts for every answer: used, missing by its code, or listed as a data problem', () => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const coded = codeStudy(plan('dropped'), frameOf(rows));
      for (const [name, used, answers] of [
        [
          'plain',
          [...coded.numbers.get('plain')!].filter((value) => !Number.isNaN(value)).length,
          rows.filter((row) => !Number.isNaN(row.a) && row.a !== 9).length,
        ],
        [
          'site',
          [...coded.categories.get('site')!].filter((level) => level >= 0).length,
          rows.filter((row) => row.c !== '' && row.c !== 'refused').length,
        ],
      ] as const) {
        // What is listed and used all the same (an answer between two points) is among the used.
        expect(used + coded.dataProblems.filter((problem) => problem.variable === name && !problem.kept).length, name).toBe(answers);
      }
      for (const values of coded.numbers.values()) for (const value of values) expect(Math.abs(value)).not.toBe(Infinity);
    }),
    { numRuns: 300 },
  );
});
