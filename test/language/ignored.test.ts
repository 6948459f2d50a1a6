// What was accepted and ignored, each in the study in which it was found (synthetic answers, ignored.csv): executed, or an error at its
// place.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordsOfProblem, problemCatalogue } from '@studyspec/core';
import { runProject, type Ran } from '../support/project.ts';

const answers = readFileSync(new URL('ignored.csv', import.meta.url), 'utf8');
const head =
  'study "S"\ndata "d.csv" { id id missing blank }\nscale s 1..5\ndimension D "D" on s { indicator a\n indicator b\n indicator ' +
  'c\n indicator d }\nnumber x\ncategory g { u = 1  v = 2  w = 3 }\n';
const run = (spec: string): Ran => runProject({ 'd.csv': answers, 's.study': head + spec }, 's.study');
const at = (ran: Ran, address: string): number => ran.results!.quantities.get(address)!.value!;
/** Errors with the words that they stand at. */
const errors = (spec: string): string[] =>
  run(spec)
    .problems.filter((problem) => problem.severity === 'error')
    .map(({ code, place }) => `${code} ${(head + spec).slice(place!.span.start, place!.span.end)}`);
const rows = answers
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const x = rows.flatMap((row) => (row[5] === '' ? [] : [Number(row[5])]));
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('executed', () => {
  it('the second argument of log', () => {
    expect(at(run('number f = log(x, 2)\n'), 'f.mean')).toBeCloseTo(mean(x.map((value) => Math.log(value) / Math.log(2))), 10);
  });
  it('a formula in a function, without a problem', () => {
    const ran = run('number f = log(x + 1)\n');
    expect([ran.problems.filter((problem) => problem.severity !== 'info'), at(ran, 'f.n')]).toEqual([[], x.length]);
  });
  it('an index in a condition', () => {
    const ran = run('index I { of D keep 2 }\ncompare C { of I, D, x by g where I > 50 }\n');
    const high = [...ran.results!.indices[0]!.scores.get('I')!].filter((score) => score > 50).length;
    expect(at(ran, 'C.I.df2')).toBe(high - 3);
  });
});

describe('an error at its place', () => {
  it.each([
    ['compare C { of D, x by g missing mean }\n', ['SS210 mean']],
    ['index I { of D keep variance 0.6 }\n', ['SS230 0.6']],
    ['index I { of D keep 2\n component p marked by a\n component q marked by d\n weight given { p = 1, q = 2, q = 9 } }\n', ['SS226 q']],
    ['index I { of D keep 2 rotate varimax | none }\n', ['SS210 varimax | none']],
    ['index I { of D keep 2 }\nindex J like "I"\n', ['SS112 "I"']],
    ['index I { of D keep 2 }\nindex J like 99\n', ['SS112 99']],
    ['indicator e from a on "s"\n', ['SS112 "s"']],
    ['indicator e from a on 5\n', ['SS112 5']],
    ['dimension E on 5 { indicator e from a }\n', ['SS112 5']],
    ['regression R { explain x by a errors clasical }\n', ['SS210 clasical']],
    ['indicator e from a on s missing banana\n', ['SS210 banana']],
    ['report { stars banana }\n', ['SS210 banana']],
    ['report { stars 5 }\n', ['SS211 5']],
    ['report { decimals banana }\n', ['SS210 banana']],
  ])('%s', (spec, expected) => {
    expect(errors(spec)).toEqual(expected);
  });

  it('a wrong DOI is told at its place, and stops no number', () => {
    const spec = 'source "P" doi banana\n';
    const ran = run(spec);
    expect(
      ran.problems
        .filter((problem) => problem.code === 'SS112')
        .map(({ severity, place }) => `${severity} ${(head + spec).slice(place!.span.start, place!.span.end)}`),
    ).toEqual(['warning banana']);
    expect(at(ran, 'x.n')).toBe(x.length);
  });

  it('an item whose scale cannot be read stays in the study', () => {
    expect(run('indicator e from a on 5\n').compiled.plan!.variables.map((one) => one.name)).toContain('e');
  });
});

it('no problem promises what is not there', () => {
  for (const { code, name } of problemCatalogue) {
    const { explanation, help, message } = wordsOfProblem(name, 'en');
    expect(`${explanation} ${help.toString()} ${message.toString()}`, code).not.toMatch(/later version|not yet|will come|coming soon/iu);
  }
});

it('a report says its own stars, a published block keeps its own', () => {
  const plan = (spec: string) => run(spec).compiled.plan!;
  expect(plan('').report.stars).toEqual([0.1, 0.05, 0.01]);
  expect(plan('report { stars 0.001, 0.05, 0.01 }\npublished "P" { x.n = 39 }\n')).toMatchObject({
    report: { stars: [0.05, 0.01, 0.001] },
    published: [{ stars: [0.05, 0.01, 0.001] }],
  });
  expect(plan('report { stars 0.05, 0.01, 0.001 }\npublished "P" { stars 0.10, 0.05\n x.n = 39 }\n')).toMatchObject({
    report: { stars: [0.05, 0.01, 0.001] },
    published: [{ stars: [0.1, 0.05] }],
  });
});
