// A small grid of specifications against R, which computes each of them by itself (r/robustness.R): scores, models, errors.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { execute, lookUp } from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { readReference } from './studies.ts';

const golden = readReference<{
  readonly tolerance: number;
  readonly specifications: readonly { readonly missing: string; readonly errors: string; readonly [column: string]: string | number }[];
  readonly values: Readonly<Record<string, number>>;
}>('robustness');
const data = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');
const { compiled, coded, frame, problems } = runProject(
  {
    'd.csv': data,
    'x.study': `study "Grid"
data "d.csv" { id id }
scale s 1..5
dimension p on s { indicator a  indicator b  indicator c reversed  indicator d }
number age
category sex { male = 1  female = 2 }
index score { of p  missing listwise  keep 1  component only marked by a  rescale none }
regression r { explain score, age  by sex, a  missing listwise }
regression model { explain score, b  by sex, age }
hypothesis up { model.score.b(age) > 0 }
hypothesis small { model.score.p(age) < 0.5  model.score.b(age) > -100 }
hypothesis elsewhere { model.b.b(age) < 100 }
robustness grid of model.score.b(age) { missing listwise | mean  errors classical | hc0 | hc3 }
`,
  },
  'x.study',
  'check',
);
const results = execute(compiled.plan!, coded!, frame!);
const near = (found: number | null | undefined, wanted: number): boolean =>
  found != null && Math.abs(found - wanted) <= golden.tolerance * Math.max(1, Math.abs(wanted));

it('is a study without errors', () => {
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
});

describe('a grid', () => {
  const [grid] = results.robustness!;
  it.each(golden.specifications)('gives R’s coefficient, p and interval with missing $missing, errors $errors', (wanted) => {
    const found = grid!.specifications.find(({ chosen }) =>
      chosen.every((at, axis) => grid!.plan.axes[axis]!.alternatives[at]!.text === wanted[grid!.plan.axes[axis]!.word]),
    )!;
    for (const [own, theirs] of [
      [found.value, wanted['b']],
      [found.p, wanted['p']],
      [found.low, wanted['low']],
      [found.high, wanted['high']],
    ] as const)
      expect(near(own, theirs as number), `${own} ${theirs}`).toBe(true);
  });

  it.each(Object.entries(golden.values))('%s', (address, wanted) => {
    const found = lookUp(results.asked, toAddress(parseAddress(address)!))?.value;
    expect(near(found, wanted), `${found} ${wanted}`).toBe(true);
  });

  it('looks at hypotheses about its number and at no others', () => {
    expect(grid!.hypotheses).toEqual(['up', 'small']);
  });
});
