// What this program computes, printed with few digits, contradicts nothing: every number of studies that use every clause is audited as if
// a paper had printed it. A relation that real results can break is no relation.
import { describe, expect, it } from 'vitest';
import { tell, auditOf, toldFinding, type StudyResults } from '@studyspec/core';
import { compile } from '@studyspec/dsl';
import { everyClauseSpec } from '../support/every-clause.ts';
import { runProject } from '../support/project.ts';
import { randomOf } from '../support/random.ts';

const ITEMS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** Made-up answers: one factor behind the items of each half, some left out, groups that differ or don't. */
function dataOf(seed: number, n: number, missing: number): string {
  const random = randomOf(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows = Array.from({ length: n }, (_, i) => {
    const place = 1 + Math.floor(random() * 3);
    const [first, second] = [normal() + (seed % 3 === 0 ? 0.5 * place : 0), normal()];
    const blank = (value: number | string): number | string => (random() < missing ? '' : value);
    const answer = (k: number): number =>
      Math.max(1, Math.min(5, Math.round(3 + 0.9 * (k < 3 ? first : second) * (k === 2 ? -1 : 1) + 0.8 * normal())));
    return [
      `r${i}`,
      ...ITEMS.map((_name, k) => blank(answer(k))),
      blank(Math.max(1, Math.min(7, Math.round(4 + first + normal())))),
      blank(1 + Math.floor(random() * 2)),
      place,
      `s${i % 9}`,
      blank(18 + Math.floor(random() * 50)),
      blank(Math.floor(random() ** 2 * 23)),
    ].join(',');
  });
  return `id,${ITEMS.join(',')},g,sex,place,site,age,trips\n${rows.join('\n')}\n`;
}

// The plan without what needs an original, with single predictors and every way to be missing.
const SPEC = `${everyClauseSpec.replace(/^hypothesis .*\n/gmu, '')}
index n { of p, q  missing listwise  keep 2  rotate varimax  component n1 marked by a  component n2 marked by d  weight by explained \
variance  rescale 0..100 }
index o { of p, q  missing mean  keep 2  rotate varimax  component o1 marked by a  component o2 marked by d  compose o1, o2  weight equal  \
rescale 0..100 }
compare m5 { of n, a, p, trips  by place, sex  missing listwise }
regression r5 { explain n, g  by a  missing listwise  errors classical }
regression r6 { explain a, n  by b, age  missing listwise  errors classical  show b, se, t, p, intervals, standardized }
regression r7 { explain a  by b, place  where place is one | two  missing listwise  errors hc3 }
`;

const DIGITS: Readonly<Record<string, number>> = {
  count: 0,
  df: 0,
  percent: 1,
  p: 3,
  mean: 2,
  statistic: 2,
  coefficient: 3,
  information: 1,
  weight: 3,
};

/** Every number as a figure of a published block, rounded; a p of less than half a unit as a bound. */
function printed({ quantities }: StudyResults, extra: number): string {
  return [...quantities.values()]
    .flatMap(({ address, value, format }) => {
      if (value === null || (address.endsWith('.df2') && !Number.isInteger(value))) return [];
      const digits = (DIGITS[format] ?? 2) + (['count', 'df', 'p'].includes(format) ? 0 : extra);
      return [format === 'p' && value < 0.0005 ? `${address} < .001` : `${address} = ${value.toFixed(digits)}`];
    })
    .join('\n');
}

function findingsOf(seed: number, n: number, missing: number, extra: number) {
  const { results, problems } = runProject({ 'x.study': SPEC, 'd.csv': dataOf(seed, n, missing) }, 'x.study');
  expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
  const text = `${SPEC}published "Own" {\n${printed(results!, extra)}\n}\n`;
  const compiled = compile({ entry: 'x.study', texts: new Map([['x.study', text]]) });
  expect(compiled.problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
  const { findings: found, checks, figures } = auditOf(compiled.plan!);
  const findings = found.map((one) => toldFinding(one));
  return {
    certain: findings.filter((one) => one.certainty !== 'worth a look').map((one) => `${one.check}: ${one.message} ${one.arithmetic}`),
    questions: findings.length,
    relations: checks.reduce((sum, one) => sum + one.right, 0),
    figures,
  };
}

describe('the figures of a study', () => {
  it.each([
    [1, 120, 0, 0],
    [2, 300, 0, 1],
    [3, 60, 0.08, 0],
    [4, 200, 0.15, 1],
    [5, 400, 0.03, -1],
    [6, 160, 0.25, 0],
  ])('contradict nothing: seed %i, n %i, %f missing, %i more digits', (seed, n, missing, extra) => {
    const { certain, relations, figures } = findingsOf(seed, n, missing, extra);
    expect(certain).toEqual([]);
    expect([figures > 900, relations > 700]).toEqual([true, true]);
  });
});
