// Answers that are labels of points, while somebody edits the labels: what was remembered of the text before is not what the text now says.
import { describe, expect, it } from 'vitest';
import { boundedMemo, codeStudy, readCsv, sameNumbers, type Plan } from '@studyspec/core';
import { compile } from '@studyspec/dsl';
import { executeAll } from '../support/execute-all.ts';

const answers = `id,a,b\n${['never,1', 'always,3', 'often,2', 'never,1', 'always,2', 'often,3', 'often,1', 'never,3']
  .map((row, at) => `${at + 1},${row}`)
  .join('\n')}\n`;
const planOf = (labels: readonly string[], level = 'One'): Plan =>
  compile({
    entry: 's.study',
    texts: new Map([
      [
        's.study',
        `study "S"\ndata "d.csv" { id id }\nscale how 1..3 { "${labels[0]}" = 1  "${labels[1]}" = 2  "${labels[2]}" = 3 ` +
          `}\nindicator a "A" on how\ncategory b { one "${level}" = 1  two = 2  three = 3 }\n`,
      ],
    ]),
  }).plan!;

describe('an edit of the label of a point', () => {
  const { frame } = readCsv(new TextEncoder().encode(answers), 'd.csv');
  const [before, after, renamed] = [
    planOf(['never', 'often', 'always']),
    planOf(['never', 'sometimes', 'always']),
    planOf(['never', 'often', 'always'], 'The first'),
  ];
  const run = (plan: Plan, memo = boundedMemo()) => {
    const coded = codeStudy(plan, frame!, memo);
    return { coded, results: executeAll(plan, coded, frame!, memo) };
  };

  it('is another answer, with a memory of the text before as without', () => {
    const memo = boundedMemo();
    expect(run(before, memo).results.quantities.get('a.n')?.value).toBe(8);
    const warm = run(after, memo);
    expect(warm.results.quantities.get('a.n')?.value).toBe(5);
    expect(warm.results).toEqual(run(after).results);
    expect(warm.coded.problems).toEqual(run(after).coded.problems);
  });

  it('asks for other numbers; a label that no answer can be does not', () => {
    expect(sameNumbers(before, after)).toBe(false);
    expect(
      sameNumbers(before, {
        ...before,
        title: [{ lang: null, text: 'T' }],
        variables: before.variables.map((one) => ({ ...one, label: [{ lang: null, text: 'L' }] })),
      }),
    ).toBe(true);
    expect(sameNumbers(before, renamed)).toBe(false);
  });
});
