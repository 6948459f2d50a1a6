// The example's data read and coded: the one wrong answer of the raw file is found, and every variable has as many answers as its codebook
// says.
import { tell } from '@studyspec/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codeStudy, readCsv, readCsvRows, schemaOf, type Frame } from '../../packages/core/src/index.ts';
import type { LevelPlan, Plan, VariablePlan } from '../../packages/core/src/index.ts';

const folder = fileURLToPath(new URL('../../examples/anshun/', import.meta.url));
const frameOf = (file: string): Frame => {
  const reading = readCsv(readFileSync(folder + file), file, { text: ['id'] });
  expect(reading.problems).toEqual([]);
  return reading.frame!;
};
const [head, ...codebook] = readCsvRows(readFileSync(`${folder}codebook.csv`, 'utf8'));
const field = (row: readonly string[], name: string): string => row[head!.indexOf(name)]!;
const rated = codebook.filter((row) => field(row, 'scale') === '1-5');
const grouped = codebook.filter((row) => field(row, 'scale').startsWith('1=') && field(row, 'variable') !== 'site');

/** `1=Male; 2=Female`: one level a code. */
const levelsOf = (scale: string): LevelPlan[] =>
  scale
    .split('; ')
    .map((entry) => ({ name: `level_${entry.split('=')[0]}`, label: [], codes: [{ kind: 'number', value: Number(entry.split('=')[0]) }] }));
const variables: VariablePlan[] = [
  ...rated.map(
    (row): VariablePlan => ({
      kind: 'indicator',
      name: field(row, 'variable'),
      label: [],
      column: field(row, 'variable'),
      scale: { name: 'agreement', low: 1, high: 5, lowLabel: [], highLabel: [], points: [] },
      askedOn: null,
      reversed: false,
      missing: null,
    }),
  ),
  ...grouped.map(
    (row): VariablePlan => ({
      kind: 'category',
      name: field(row, 'variable'),
      label: [],
      column: field(row, 'variable'),
      variable: null,
      missing: null,
      levels: levelsOf(field(row, 'scale')),
      reference: 'level_1',
    }),
  ),
];
const plan = (outOfRange: 'dropped' | 'kept'): Plan => ({
  revision: 1,
  title: [],
  source: null,
  data: { file: 'anshun.csv', from: 'anshun.study', id: 'id', cluster: 'site', missing: [{ kind: 'blank' }], outOfRange, joins: [] },
  variables,
  groups: [],
  jobs: [],
  hypotheses: [],
  published: [],
  report: { language: 'en', decimals: 3, tables: 'all', figures: 'none', stars: [0.1, 0.05, 0.01], ids: 'shown' },
  seed: 1,
});

describe('anshun_2020_raw.csv', () => {
  const frame = frameOf('anshun_2020_raw.csv');

  it('has 323 respondents and 30 columns', () => {
    const schema = schemaOf(frame);
    expect([schema.rows, schema.columns.length]).toEqual([323, 30]);
    expect(schema.columns.find((column) => column.name === 'site')).toMatchObject({
      kind: 'text',
      distinct: new Map([
        ['A', 42],
        ['B', 24],
        ['C', 53],
        ['D', 72],
        ['E', 132],
      ]),
    });
    expect(schema.columns.find((column) => column.name === 'cul_dialect')).toMatchObject({
      kind: 'number',
      min: 1,
      max: 55,
      integers: true,
      filled: 323,
    });
  });

  it.each(['dropped', 'kept'] as const)('has exactly one answer out of range, found with row and value (%s)', (outOfRange) => {
    const coded = codeStudy(plan(outOfRange), frame);
    const row = [...coded.numbers.get('cul_dialect')!.keys()].find((index) =>
      frame.columns.some((column) => column.name === 'cul_dialect' && column.kind === 'number' && column.values[index] === 55),
    )!;
    expect(coded.dataProblems).toEqual([
      {
        kind: 'out-of-range',
        variable: 'cul_dialect',
        column: 'cul_dialect',
        file: 'anshun_2020_raw.csv',
        row: row + 1,
        id: coded.ids!.at(row),
        value: '55',
        expected: '1..5',
        kept: outOfRange === 'kept',
      },
    ]);
    expect(coded.problems.map((problem) => problem.code)).toEqual(['SS321']);
    expect(tell(coded.problems[0]!, 'en').message).toContain(`Row ${row + 1} (${coded.ids!.at(row)}), cul_dialect: 55 is outside 1..5`);
    expect(coded.numbers.get('cul_dialect')![row]).toBe(outOfRange === 'kept' ? 55 : NaN);
  });
});

describe.each(['anshun_2020_raw.csv', 'anshun_2020.csv'])('%s', (file) => {
  const coded = codeStudy(plan('kept'), frameOf(file));
  it.each(
    codebook
      .filter((row) => rated.includes(row) || grouped.includes(row))
      .map((row) => [field(row, 'variable'), Number(field(row, 'valid_n'))] as const),
  )('%s has %i answers', (name, valid) => {
    const numbers = coded.numbers.get(name);
    const answered =
      numbers !== undefined
        ? [...numbers].filter((value) => !Number.isNaN(value)).length
        : [...coded.categories.get(name)!].filter((level) => level >= 0).length;
    expect(answered).toBe(valid);
  });
});

it('the clean file raises nothing at all', () => {
  const coded = codeStudy(plan('dropped'), frameOf('anshun_2020.csv'));
  expect(coded.problems).toEqual([]);
  expect(coded.dataProblems).toEqual([]);
});
