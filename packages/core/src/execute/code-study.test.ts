import { tell } from '../words/tell.ts';
import { describe, expect, it } from 'vitest';
import type {
  CategoryPlan,
  Code,
  Condition,
  Formula,
  IndicatorPlan,
  NumberPlan,
  ScalePlan,
  ValueSet,
  VariablePlan,
} from '../contract/variables.ts';
import type { DataPlan } from '../data/survey-plan.ts';
import type { Plan } from '../methods/plan.ts';
import { codeStudy } from './code-study.ts';
import type { CodedStudy } from '../data/coding.ts';
import { selectRows } from '../data/condition.ts';
import type { Frame } from '../data/frame.ts';
import { readCsv } from '../data/readers/csv.ts';

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const blank: Code = { kind: 'blank' };
const number = (value: number): Code => ({ kind: 'number', value });
const text = (value: string): Code => ({ kind: 'text', text: value });
const range = (low: number | null, high: number | null, open: 'low' | 'high' | null = null): Code => ({
  kind: 'range',
  low: low === null ? null : { value: low, open: open === 'low' },
  high: high === null ? null : { value: high, open: open === 'high' },
});
const scale = (low: number, high: number): ScalePlan => ({ name: null, low, high, lowLabel: [], highLabel: [], points: [] });

const indicator = (name: string, more: Partial<IndicatorPlan> = {}): IndicatorPlan => ({
  kind: 'indicator',
  name,
  label: [],
  column: name,
  scale: scale(1, 5),
  askedOn: null,
  reversed: false,
  missing: null,
  ...more,
});
const amount = (name: string, more: Partial<NumberPlan> = {}): NumberPlan => ({
  kind: 'number',
  name,
  label: [],
  column: more.formula == null ? name : null,
  formula: null,
  missing: null,
  ...more,
});
const category = (name: string, levels: Record<string, ValueSet>, more: Partial<CategoryPlan> = {}): CategoryPlan => ({
  kind: 'category',
  name,
  label: [],
  column: name,
  variable: null,
  missing: null,
  levels: Object.entries(levels).map(([level, codes]) => ({ name: level, label: [], codes })),
  reference: Object.keys(levels)[0] ?? '',
  ...more,
});

function planOf(variables: readonly VariablePlan[], data: Partial<DataPlan> = {}): Plan {
  return {
    revision: 1,
    title: [],
    source: null,
    data: { file: 'survey.csv', from: 'example.study', missing: [blank], outOfRange: 'dropped', joins: [], ...data },
    variables,
    groups: [],
    jobs: [],
    hypotheses: [],
    published: [],
    report: { language: 'en', decimals: 3, tables: 'all', figures: 'none', stars: [0.1, 0.05, 0.01], ids: 'shown' },
    seed: 1,
  };
}
const frameOf = (csv: string): Frame => readCsv(new TextEncoder().encode(csv), 'survey.csv', { text: ['id'] }).frame!;
const code = (csv: string, variables: readonly VariablePlan[], data: Partial<DataPlan> = {}): CodedStudy =>
  codeStudy(planOf(variables, data), frameOf(csv));
const problemCodes = (coded: CodedStudy): string[] => coded.problems.map((problem) => problem.code);
const values = (coded: CodedStudy, name: string): (number | null)[] =>
  [...coded.numbers.get(name)!].map((value) => (Number.isNaN(value) ? null : value));
const levels = (coded: CodedStudy, name: string): number[] => [...coded.categories.get(name)!];

describe('indicators', () => {
  it('drops an answer outside the scale and reports row, id and value', () => {
    const coded = code('id,a\nV1,4\nV2,55\nV3,\nV4,0\nV5,2.5\n', [indicator('a')], { id: 'id' });
    expect(values(coded, 'a')).toEqual([4, null, null, null, 2.5]);
    expect(coded.dataProblems).toEqual([
      {
        kind: 'out-of-range',
        variable: 'a',
        column: 'a',
        file: 'survey.csv',
        row: 2,
        id: 'V2',
        value: '55',
        expected: '1..5',
        kept: false,
      },
      { kind: 'out-of-range', variable: 'a', column: 'a', file: 'survey.csv', row: 4, id: 'V4', value: '0', expected: '1..5', kept: false },
    ]);
    expect(coded.problems).toHaveLength(1);
    expect(coded.problems[0]).toMatchObject({
      code: 'SS321',
      at: 'a',
      data: { file: 'survey.csv', row: 2, column: 'a', value: '55', id: 'V2' },
    });
    expect(tell(coded.problems[0]!, 'en').message).toBe('Row 2 (V2), a: 55 is outside 1..5; it is treated as missing (2 such answers).');
  });

  it('keeps it when the data block says so, and reports it all the same', () => {
    const coded = code('a\n4\n55\n2\n', [indicator('a'), indicator('b', { column: 'a', reversed: true })], { outOfRange: 'kept' });
    expect(values(coded, 'a')).toEqual([4, 55, 2]);
    expect(values(coded, 'b')).toEqual([2, -49, 4]);
    expect(coded.dataProblems.map((problem) => problem.kept)).toEqual([true, true]);
    expect(tell(coded.problems[0]!, 'en').message).toBe('Row 2, a: 55 is outside 1..5; it is used, as `out of range kept` says.');
  });

  it('brings 1..7 to 1..5 end to end before it reverses', () => {
    const coded = code('a\n1\n4\n7\n2\n', [
      indicator('plain', { column: 'a', askedOn: { low: 1, high: 7 } }),
      indicator('turned', { column: 'a', askedOn: { low: 1, high: 7 }, reversed: true }),
    ]);
    expect(values(coded, 'plain')).toEqual([1, 3, 5, 1 + 4 / 6]);
    expect(values(coded, 'turned')).toEqual([5, 3, 1, 6 - (1 + 4 / 6)]);
    expect(values(code('a\n0\n10\n', [indicator('a', { askedOn: { low: 0, high: 10 } })]), 'a')).toEqual([1, 5]);
  });

  it('judges the range by the scale that was asked', () => {
    const coded = code('a\n6\n8\n', [indicator('a', { askedOn: { low: 1, high: 7 } })]);
    expect(values(coded, 'a')).toEqual([1 + 5 * (4 / 6), null]);
    expect(coded.dataProblems[0]).toMatchObject({ value: '8', expected: '1..7' });
  });

  it('takes missing codes out first: numbers, ranges, words', () => {
    const coded = code('a,b\n1,1\n99,2\n97,refused\n-1,refused\n5,NA\n', [indicator('a'), indicator('b')], {
      missing: [blank, range(97, 99), number(-1), text('refused')],
    });
    expect(values(coded, 'a')).toEqual([1, null, null, null, 5]);
    expect(values(coded, 'b')).toEqual([1, 2, null, null, null]);
    expect(coded.dataProblems).toMatchObject([{ kind: 'not-a-number', variable: 'b', row: 5, value: 'NA' }]);
    expect(problemCodes(coded)).toEqual(['SS322']);
    expect(tell(coded.problems[0]!, 'en').help).toContain('missing "NA"');
  });

  it('lets a variable’s own missing codes replace those of the data block', () => {
    const coded = code(
      'a,b\n9,9\n8,8\n',
      [indicator('a', { scale: scale(0, 10), missing: [number(8)] }), indicator('b', { scale: scale(0, 10) })],
      { missing: [number(9)] },
    );
    expect(values(coded, 'a')).toEqual([9, null]);
    expect(values(coded, 'b')).toEqual([null, 8]);
  });

  it('checks no range without a scale', () => {
    expect(values(code('a\n-5\n500\n', [indicator('a', { scale: null })]), 'a')).toEqual([-5, 500]);
  });

  it('tells a question that nobody answered, a column that is not there, and the nearest name', () => {
    const coded = code('a,b\n,1\n99,2\n', [indicator('a'), indicator('happy', { column: 'bb' })], { missing: [number(99)] });
    expect(problemCodes(coded)).toEqual(['SS320', 'SS328']);
    expect(coded.problems[0]).toMatchObject({ at: 'happy/from', data: { column: 'bb' } });
    expect(values(coded, 'happy')).toEqual([null, null]);
    expect(tell(code('income,b\n1,1\n', [indicator('incmoe')]).problems[0]!, 'en').help).toContain('Did you mean "income"?');
  });
});

describe('categories', () => {
  it('takes codes, texts and ranges, and a number written as text', () => {
    const coded = code('a,b,km\n1,A,2.9\n2,B,3\n01,C,15\nx,,40.5\n', [
      category('a', { one: [number(1)], two: [number(2)], other: [text('x')] }),
      category('b', { village: [text('A')], town: [text('B'), text('C')] }),
      category('km', { near: [range(null, 3, 'high')], middle: [range(3, 15)], far: [range(15, null, 'low')] }),
    ]);
    expect(levels(coded, 'a')).toEqual([0, 1, 0, 2]);
    expect(levels(coded, 'b')).toEqual([0, 1, 1, -1]);
    expect(levels(coded, 'km')).toEqual([0, 1, 1, 2]);
    expect(coded.problems).toEqual([]);
    expect(coded.levelNames.get('km')).toEqual(['near', 'middle', 'far']);
  });

  it('reports codes that no level lists, once, with counts', () => {
    const coded = code('a\n1\n3\n3\n9\n2\n', [category('a', { one: [number(1)], two: [number(2)] })]);
    expect(levels(coded, 'a')).toEqual([0, -1, -1, -1, 1]);
    expect(coded.dataProblems.map((problem) => [problem.kind, problem.row, problem.value])).toEqual([
      ['unlisted-code', 2, '3'],
      ['unlisted-code', 3, '3'],
      ['unlisted-code', 4, '9'],
    ]);
    expect(problemCodes(coded)).toEqual(['SS323']);
    expect(tell(coded.problems[0]!, 'en').message).toBe(
      'a: 3 answers have codes that no level lists and are treated as missing: 3 (2×), 9 (1×); the first is in row 2.',
    );
  });

  it('tells a level that nobody has, unless unlisted codes explain it', () => {
    const never = code('a\n1\n2\n', [category('a', { one: [number(1)], two: [number(2)], three: [number(3)] })]);
    expect(never.problems).toMatchObject([{ code: 'SS325', at: 'a/level/three' }]);
    const explained = code('a\n1\n2\n', [category('a', { one: [number(1)], three: [number(3)] })]);
    expect(problemCodes(explained)).toEqual(['SS323']);
    expect(tell(explained.problems[0]!, 'en').help).toContain('Nobody has three (= 3)');
  });

  it('bins a declared number, after its missing codes', () => {
    const coded = code('years\n18\n19\n999\n70\n', [
      category('age', { young: [range(null, 18)], adult: [range(19, 69)], old: [range(70, null)] }, { column: null, variable: 'years' }),
      amount('years', { missing: [number(999)] }),
    ]);
    expect(levels(coded, 'age')).toEqual([0, 1, -1, 2]);
    expect(coded.problems).toEqual([]);
  });

  it('lets a level take the blank cells', () => {
    expect(levels(code('a,b\n1,1\n,2\n', [category('a', { yes: [number(1)], no: [blank] })]), 'a')).toEqual([0, 1]);
  });

  it('refuses levels that share an answer of the data', () => {
    const coded = code('a\n1\n2\n', [category('a', { one: [text('1')], both: [range(1, 2)] })]);
    expect(coded.problems).toMatchObject([{ code: 'SS326', at: 'a/level/both' }]);
  });
});

describe('computed numbers', () => {
  const name = (variable: string): Formula => ({ kind: 'variable', name: variable });
  const binary = (left: Formula, operator: '+' | '-' | '*' | '/', right: Formula): Formula => ({ kind: 'binary', operator, left, right });
  const call = (fn: string, ...args: Formula[]): Formula => ({ kind: 'call', name: fn, arguments: args });

  it('computes from columns and from numbers declared later', () => {
    const coded = code('income,size\n100,4\n50,\n9,3\n', [
      amount('per_head', { formula: binary(name('income'), '/', name('persons')) }),
      amount('persons', { column: 'size' }),
    ]);
    expect(values(coded, 'per_head')).toEqual([25, null, 3]);
    expect(coded.problems).toEqual([]);
  });

  it('makes a division by zero missing and says with what', () => {
    const coded = code(
      'id,income,size\nV1,100,4\nV2,50,0\n',
      [amount('per_head', { formula: binary(name('income'), '/', name('size')) })],
      { id: 'id' },
    );
    expect(values(coded, 'per_head')).toEqual([25, null]);
    expect(coded.problems).toMatchObject([{ code: 'SS324', at: 'per_head', data: { row: 2, id: 'V2' } }]);
    expect(tell(coded.problems[0]!, 'en').message).toBe(
      'Row 2 (V2): per_head has no value, for income / size is not defined where income = 50, size = 0; it is treated as missing.',
    );
  });

  it('never lets an undefined step come back as a number', () => {
    const inner = binary({ kind: 'number', value: 1 }, '/', binary(name('a'), '/', name('b')));
    expect(values(code('a,b\n1,0\n1,2\n', [amount('c', { formula: inner })]), 'c')).toEqual([null, 2]);
    expect(values(code('a,b\n0,1\n-1,1\n1,1\n', [amount('c', { formula: call('log', name('a')) })]), 'c')).toEqual([null, null, 0]);
  });

  it('takes means over what is there, as SPSS does; a sum needs all', () => {
    const coded = code('a,b,c\n1,2,x\n,4,x\n,,y\n', [
      amount('m', { formula: call('mean', name('a'), name('b')) }),
      amount('s', { formula: call('sum', name('a'), name('b')) }),
      amount('r', { formula: call('round', binary(name('a'), '*', { kind: 'number', value: -2.5 })) }),
    ]);
    expect(values(coded, 'm')).toEqual([1.5, 4, null]);
    expect(values(coded, 's')).toEqual([3, null, null]);
    expect(values(coded, 'r')).toEqual([-3, null, null]);
  });

  it('means the column when a number is computed from its own name', () => {
    expect(
      values(
        code('income\n1000\n2500\n', [amount('income', { formula: binary(name('income'), '/', { kind: 'number', value: 1000 }) })]),
        'income',
      ),
    ).toEqual([1, 2.5]);
  });

  it('names a column of a formula that is not there', () => {
    const coded = code('a\n1\n', [amount('c', { formula: binary(name('a'), '+', name('zzz')) })]);
    expect(coded.problems).toMatchObject([{ code: 'SS320', at: 'c/formula/zzz' }]);
    expect(values(coded, 'c')).toEqual([null]);
  });
});

describe('conditions', () => {
  const coded = (csv: string): { coded: CodedStudy; frame: Frame } => {
    const frame = frameOf(csv);
    return {
      frame,
      coded: codeStudy(
        planOf([category('sex', { male: [number(1)], female: [number(2)] }), amount('years')], { missing: [number(99)] }),
        frame,
      ),
    };
  };
  const chosen = (condition: Condition | null): number[] => {
    const study = coded('sex,years,site\n1,20,A\n2,30,B\n,40,C\n2,,A\n1,99,99\n');
    return [...selectRows(condition, study.coded, study.frame)];
  };
  const female: Condition = { kind: 'is', variable: 'sex', not: false, levels: ['female'], values: null };
  const old: Condition = { kind: 'compare', variable: 'years', operator: '>=', value: 30 };

  it('lets in by level, by value and by comparison, and never what is missing', () => {
    expect(chosen(null)).toEqual([1, 1, 1, 1, 1]);
    expect(chosen(female)).toEqual([0, 1, 0, 1, 0]);
    expect(chosen({ ...female, not: true })).toEqual([1, 0, 0, 0, 1]);
    expect(chosen(old)).toEqual([0, 1, 1, 0, 0]);
    expect(chosen({ kind: 'is', variable: 'years', not: true, levels: null, values: [number(20)] })).toEqual([0, 1, 1, 0, 0]);
    expect(chosen({ kind: 'is', variable: 'site', not: false, levels: null, values: [text('A'), text('C')] })).toEqual([1, 0, 1, 1, 0]);
    expect(chosen({ kind: 'is', variable: 'site', not: true, levels: null, values: [text('A')] })).toEqual([0, 1, 1, 0, 0]);
    expect(chosen({ kind: 'is', variable: 'years', not: false, levels: null, values: [blank] })).toEqual([0, 0, 0, 1, 1]);
    expect(chosen({ kind: 'is', variable: 'nowhere', not: false, levels: null, values: [number(1)] })).toEqual([0, 0, 0, 0, 0]);
  });

  it('joins conditions', () => {
    expect(chosen({ kind: 'and', parts: [female, old] })).toEqual([0, 1, 0, 0, 0]);
    expect(chosen({ kind: 'or', parts: [female, old] })).toEqual([0, 1, 1, 1, 0]);
  });
});

describe('the data block', () => {
  it('keeps ids as written and tells those that stand twice', () => {
    const coded = code('id,a\n007,1\n8,2\n007,3\n,4\n', [indicator('a')], { id: 'id' });
    expect([...coded.ids!]).toEqual(['007', '8', '007', '']);
    expect(coded.problems).toMatchObject([{ code: 'SS327', at: 'data/id', data: { row: 3 } }]);
    expect(code('id,a\n1,1\n', [indicator('a')], { id: 'nr' }).problems).toMatchObject([{ code: 'SS320', at: 'data/id' }]);
  });

  it('keeps the numbers of rows when blank ones were left out', () => {
    expect(code('a,b\n1,1\n,\n55,1\n', [indicator('a')]).dataProblems).toMatchObject([{ row: 3, value: '55' }]);
  });

  it('lists at most 20,000 answers of a variable but counts all', () => {
    const coded = code(`a\n${'x\n'.repeat(25_000)}1\n`, [indicator('a')]);
    expect(coded.dataProblems).toHaveLength(20_000);
    expect(tell(coded.problems[0]!, 'en').message).toContain('25000 such answers');
  });
});
