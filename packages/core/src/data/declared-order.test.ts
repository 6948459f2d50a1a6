// A column whose answers are numbered as a category's levels are gives the same category as before, and the category has its codes.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CategoryPlan, Code } from '../contract/variables.ts';
import { coding, pointsOf, tallyOf } from '../counts/points.ts';
import { codeCategory } from './code-category.ts';
import { inDeclaredOrder } from './declared-order.ts';
import { pointColumn, type Column, type Frame } from './frame.ts';
import { cellText } from './values.ts';

const usual = coding.from;
beforeAll(() => {
  coding.from = 2;
});
afterAll(() => {
  coding.from = usual;
});

const code = (value: string | number): Code => (typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: value });
const categoryOf = (levels: readonly (readonly (string | number)[])[]): CategoryPlan => ({
  kind: 'category',
  name: 'c',
  label: [],
  column: 'c',
  variable: null,
  missing: [code('gone'), code(9)],
  reference: 'l0',
  levels: levels.map((codes, at) => ({ name: `l${at}`, label: [], codes: codes.map(code) })),
});

function textColumn(cells: readonly (string | null)[]): Column {
  const levels = [...new Set(cells.filter((cell) => cell !== null))];
  return { kind: 'text', name: 'c', codes: Int8Array.from(cells, (cell) => (cell === null ? -1 : levels.indexOf(cell))), levels };
}

function codedOf(frame: Frame, category: CategoryPlan) {
  const { values, ...told } = codeCategory(category, {
    frame,
    missing: [],
    outOfRange: 'dropped',
    ids: null,
    numbers: () => null,
    kept: () => null,
    categories: () => null,
    columnCells: () => null,
  });
  return { values, told };
}
const codesOf = (column: Column) => (column.kind === 'text' ? column.codes : column.points!.codes);

it('gives the category that it gave, whatever the order of the file and of the levels', () => {
  let shared = 0;
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(fc.constantFrom('a', 'b', 'c', 'a', 'b', 'c', 'a', 'b', 'c', 'd', 'gone', null), { minLength: 3, maxLength: 12 }),
      fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 3 }),
      fc.boolean(),
      (asNumbers, texts, order, joint) => {
        const numberOf = (text: string): number => ['a', 'b', 'c', 'd', 'e', 'gone'].indexOf(text) + (text === 'gone' ? 4 : 1);
        const column = asNumbers
          ? pointColumn({ name: 'c' }, pointsOf(Float64Array.from(texts, (text) => (text === null ? NaN : numberOf(text))))!)
          : textColumn(texts);
        const listed = order.map((text) => [asNumbers ? numberOf(text) : text]);
        const category = categoryOf(joint && listed.length > 1 ? [[...listed[0]!, ...listed[1]!], ...listed.slice(2)] : listed);
        const frame: Frame = { file: 'x.csv', rows: texts.length, columns: [column] };
        tallyOf(codesOf(column), 6);
        const before = codedOf(frame, category);
        const held = before.values === codesOf(column);
        const expected = [...before.values];
        const moved = inDeclaredOrder({ variables: [category] }, frame);
        const after = codedOf(moved, category);
        expect([...after.values]).toEqual(expected);
        expect(after.told).toEqual(before.told);
        const cells = texts.map((text) => (text === null || !asNumbers ? text : String(numberOf(text))));
        expect(texts.map((_, row) => cellText(moved.columns[0]!, row))).toEqual(cells);
        if (after.values === codesOf(moved.columns[0]!) && !held) shared++;
      },
    ),
    { seed: 11, numRuns: 500 },
  );
  expect(shared).toBeGreaterThan(20);
});

it('leaves a small file, and an answer of two levels, as they are', () => {
  const column = textColumn(['b', 'a', 'b']);
  const frame: Frame = { file: 'x.csv', rows: 3, columns: [column] };
  const moved = (levels: readonly (readonly string[])[]) => inDeclaredOrder({ variables: [categoryOf(levels)] }, frame).columns[0];
  expect(moved([['a'], ['b', 'a']])).toBe(column);
  // Another column has its codes.
  expect(
    inDeclaredOrder({ variables: [categoryOf([['a'], ['b']])] }, { ...frame, columns: [column, { ...column, name: 'd' }] }).columns[0],
  ).toBe(column);
  coding.from = 4;
  expect(moved([['a'], ['b']])).toBe(column);
  coding.from = 2;
  expect(moved([['a'], ['b']])).not.toBe(column);
});
