// What is told of a long piece while it is computed: more often than once, never falling, to its end; and whoever listens can end it there.
import { expect, it } from 'vitest';
import { executeInWaves, listenToSteps, readData, type Step } from '@studyspec/core';
import { openStudy, resultsOf } from '@studyspec/dsl';

const rows = Array.from(
  { length: 400 },
  (_, at) =>
    `${1 + ((at * 7) % 5)},${1 + ((at * 3) % 4)},${1 + ((at * at) % 5)},${at % 2 === 0 ? 'a' : 'b'},${at % 11 === 0 ? '' : at % 6}`,
);
const csv = `q,r,s,g,m\n${rows.join('\n')}\n`;
const front = `data "d.csv"
scale s5 1..5
dimension d on s5 { indicator q  indicator r  indicator s }
category g { one = "a"  two = "b" }
number m
`;
const jobs: Readonly<Record<string, string>> = {
  bootstrap: 'regression job { explain q  by r, s  errors bootstrap 300 bca }',
  wild: 'regression job { explain q  by r, s  errors cluster g wild 500 }',
  multiple: 'regression job { explain q  by r, m, g  missing multiple 3 }',
  mediation: 'mediation job { explain q  by r  through s  errors bootstrap 300 }',
  polychoric: 'index job { of d  keep 1  correlations polychoric }',
  parallel: 'index job { of d  keep parallel }',
  logit: 'regression job { explain g  by r, s  method logit }',
};
const opened = (job: string) => {
  const text = `study "Long"\n${front}${job}\nreport { figures none }`;
  return openStudy('s.study', {
    language: 'en',
    text: () => ({ content: text }),
    answers: (_, options) => {
      const { frame, problems, encoding } = readData(new TextEncoder().encode(csv), 'd.csv', options);
      return { frame, problems, encoding };
    },
  });
};

it.each(Object.entries(jobs))('%s', (name, job) => {
  const study = opened(job);
  expect(study.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  const told: Extract<Step, { is: 'computing' }>[] = [];
  const before = listenToSteps((step) => {
    if (step.is === 'computing') told.push(step);
  });
  try {
    void resultsOf(study)!.quantities.size;
    const own = told.filter((step) => step.name === 'job');
    expect(own.length, name).toBeGreaterThan(4);
    if (name !== 'logit') expect(new Set(own.map((step) => step.share)).size).toBeGreaterThan(2);
    // Of the whole it is told too, not of the piece alone.
    if (name !== 'logit') expect(new Set(own.map((step) => step.done)).size).toBeGreaterThan(2);
    const shares = told.map((step) => step.done / step.of);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1 + 1e-12);
    // Ended in the middle of the piece.
    const end = new Error('not wanted any more');
    let heard = 0;
    listenToSteps((step) => {
      if (step.is === 'computing' && step.name === 'job' && ++heard === Math.ceil(own.length / 2)) throw end;
    });
    expect(() => resultsOf(opened(job))!.quantities.size).toThrow(end);
    expect(heard).toBe(Math.ceil(own.length / 2));
  } finally {
    listenToSteps(before);
  }
});

it('comes in waves of which the last alone is the last', () => {
  const { compiled, coded, frame } = opened(jobs['parallel']!);
  const waves = [...executeInWaves(compiled.plan!, coded!, frame!)];
  expect(waves.map(({ isLast }) => isLast)).toEqual([false, false, true]);
  expect(waves.map(({ results }) => results.indices.length)).toEqual([0, 1, 1]);
  expect(waves.map(({ results }) => results.variables.length)).toEqual([5, 5, 5]);
});
