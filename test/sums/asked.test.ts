// What a later round may ask: a plan that somebody wrote by hand gets nothing of a house but what a study of its spec asks, at the house's
// own threshold.
import { describe, expect, it } from 'vitest';
import { codeStudy, dataDigest, execute, mergeSums, questionText, rangesOf, readSums, studyOfSums, type Ranges } from '@studyspec/core';
import { countedOf, frameOf, planOf } from './studies.ts';

const plan = planOf(`study "S"
data "d.csv"
scale s 1..5
indicator a on s
indicator b on s
indicator c on s
category sex { male = 1  female = 2 }
category site { one = 1  two = 2 }
index i { of a, b }
compare k { of i  by sex }
compare m { of i  by sex  where site is one }
regression r { explain i  by c, sex }
`);
/** Of site one there are three. */
const answers = Array.from({ length: 60 }, (_, at) =>
  [(at % 5) + 1, Math.max(1, (at % 5) + 1 - (at % 3)), ((at * 3) % 5) + 1, (at % 2) + 1, at < 3 ? 1 : 2].join(),
);
const csv = `a,b,c,sex,site\n${answers.join('\n')}\n`;
const frame = frameOf(csv);
const coded = codeStudy(plan, frame);

interface Form {
  readonly where: readonly string[];
  readonly needs: readonly string[];
  readonly level: readonly [string, number] | null;
  readonly constant: number;
  readonly parts: readonly (readonly [string, readonly number[]])[];
  readonly values: readonly (readonly number[])[];
  readonly residuals?: object;
}
const scale = [1, 2, 3, 4, 5];
const score: Form = {
  where: [],
  needs: ['a', 'b'],
  level: null,
  constant: 0,
  parts: [
    ['a', scale],
    ['b', [2, 4, 6, 8, 10]],
  ],
  values: [scale, scale],
};
const only = JSON.stringify({ kind: 'is', variable: 'site', not: false, levels: ['one'], values: null });

/** As a file that is read: what it is refused for, or the answer. */
function answer(form: object, threshold: number, own: number): 'damaged' | 'refused' | Ranges {
  const file = readSums(questionText({ digest: dataDigest(plan), threshold, forms: [JSON.stringify(form)] }));
  if ('refusal' in file || file.holds !== 'question') return 'damaged';
  const found = rangesOf(plan, coded, frame, file.question, own)!;
  return 'refused' in found ? 'refused' : found;
}

describe('a plan', () => {
  it('that a study of the spec makes is answered, round after round', () => {
    const told: Ranges[] = [];
    const sums = mergeSums([countedOf(plan, frame)]);
    if (typeof sums === 'string') throw new Error(sums);
    const asked: number[] = [];
    for (let round = 0; round < 3; round++) {
      const study = studyOfSums(plan, sums, told);
      void execute(plan, study.coded, study.frame).quantities.size;
      asked.push(study.asked.size);
      const ends = rangesOf(plan, coded, frame, { digest: sums.digest, threshold: 0, forms: [...study.asked] }, 0)!;
      if ('refused' in ends) throw new Error([...study.asked][ends.refused - 1]);
      told.push(ends);
    }
    expect(asked[0]).toBeGreaterThan(0);
    expect(asked[1]).toBeGreaterThan(2);
    expect(asked[2]).toBe(0);
  });

  it('gets the ends of a score, of no fewer respondents than the house says', () => {
    expect(answer(score, 0, 5)).toMatchObject({ ends: [{ low: 3, high: 15, kept: false }] });
    expect(answer({ ...score, where: [only] }, 0, 0)).toMatchObject({ ends: [{ kept: false }] });
    for (const [theirs, own] of [
      [0, 5],
      [5, 0],
    ] as const)
      expect(answer({ ...score, where: [only] }, theirs, own)).toMatchObject({ ends: [{ low: null, high: null, kept: true }] });
  });

  it('gets no ends of rows whose number is kept back, since others would tell it', () => {
    // All but three: the conditions of the spec name them.
    const rest = JSON.stringify({ kind: 'is', variable: 'site', not: true, levels: ['one'], values: null });
    const other = planOf(`study "S"\ndata "d.csv"\nscale s 1..5\nindicator a on s\nindicator b on s\ncategory sex { male = 1  female = 2 }
category site { one = 1  two = 2 }\nindex i { of a, b }\ncompare k { of i  by sex }\ncompare m { of i  by sex  where site is not one }\n`);
    const own = codeStudy(other, frame);
    const forms = [JSON.stringify(score), JSON.stringify({ ...score, where: [rest] })];
    const found = (threshold: number) => rangesOf(other, own, frame, { digest: dataDigest(other), threshold, forms }, 0);
    expect(found(5)).toMatchObject({ ends: [{ kept: false }, { kept: true }] });
    expect(found(0)).toMatchObject({ ends: [{ kept: false }, { kept: false }] });
  });

  const residuals = {
    kind: 'HC0',
    n: 60,
    bread: [
      [1, 0],
      [0, 1],
    ],
    columns: [{ constant: 0, parts: [['c', scale]] }],
    residual: { constant: 0, parts: [['c', scale]] },
  };
  const fit: Form = { ...score, needs: ['a', 'b', 'c'], parts: [['c', scale]], values: [scale], residuals };
  it('gets what residuals of a regression weigh', () => {
    expect(answer(fit, 0, 5)).toMatchObject({ ends: [{ sums: [expect.any(Number), {}, {}, {}, {}].map(() => expect.any(Number)) }] });
  });

  it.each([
    [
      'a condition that the spec does not state',
      { ...score, where: [JSON.stringify({ kind: 'compare', variable: 'c', operator: '=', value: 5 })] },
    ],
    ['no condition', { ...score, where: ['{nothing'] }],
    [
      'answers that are in no score',
      {
        ...score,
        parts: [
          ['a', scale],
          ['c', scale],
        ],
      },
    ],
    ['who someone is beside the score', { ...score, parts: [...score.parts, ['sex', [100, 200]]], values: [...score.values, [0, 1]] }],
    ['one answer of a score', { ...score, parts: [['a', [0, 0, 0, 0, 1]], score.parts[1]] }],
    ['a column that there is not', { ...score, needs: ['nobody'] }],
    ['a level that there is not', { ...score, level: ['sex', 2] }],
    ['levels of what has none', { ...score, level: ['a', 0] }],
    ['fewer values than there are', { ...score, parts: [['a', [1, 2]]], values: [[1, 2]] }],
    ['weights that there are not', { ...fit, residuals: { ...residuals, kind: 'all' } }],
    [
      'residuals of no regression',
      {
        ...fit,
        parts: [
          ['c', scale],
          ['site', [0, 1]],
        ],
        values: [scale, [0, 1]],
      },
    ],
    ['a matrix of another size', { ...fit, residuals: { ...residuals, bread: [[1]] } }],
    ['residuals of one answer', { ...fit, residuals: { ...residuals, residual: { constant: 0, parts: [['c', [0, 0, 0, 0, 1]]] } } }],
    ['residuals of what is not in it', { ...fit, residuals: { ...residuals, residual: { constant: 0, parts: [['site', [0, 1]]] } } }],
  ])('gets nothing for %s', (_, form) => {
    expect(answer(form, 0, 0)).toBe('refused');
  });

  it.each([
    ['residuals that are none', { ...fit, residuals: 5 }],
    ['residuals without a column', { ...fit, residuals: { kind: 'HC0' } }],
  ])('is not read with %s', (_, form) => {
    expect(answer(form, 0, 0)).toBe('damaged');
  });
});
