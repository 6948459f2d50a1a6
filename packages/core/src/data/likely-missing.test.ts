// Codes for no answer among numbers of which each respondent has another one.
import { expect, it } from 'vitest';
import { noMemo } from '../memo/memo.ts';
import { codeColumns } from './coding.ts';
import type { SurveyPlan } from './survey-plan.ts';

const plan: SurveyPlan = {
  data: { file: 'd.csv', missing: [] },
  variables: [{ kind: 'number', name: 'pay', label: [], column: 'pay', formula: null, missing: null }],
  groups: [],
  jobs: [],
} as unknown as SurveyPlan;

it('are looked for among as many different numbers as there are respondents', () => {
  const values = Float64Array.from({ length: 300_000 }, (_, row) => (row % 1000 === 7 ? -99 : row + 0.5));
  const coded = codeColumns(plan, { file: 'd.csv', rows: values.length, columns: [{ kind: 'number', name: 'pay', values }] }, noMemo, []);
  expect(coded.numbers.get('pay')!.length).toBe(values.length);
  expect(coded.problems.map(({ code }) => code)).toContain('SS379');
});
