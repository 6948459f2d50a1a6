// What carries a number to its verdict: printed figures against computed ones, their stars, hypotheses; and how a number is written that is
// none.
import { describe, expect, it } from 'vitest';
import { compareWithPrinted, formatQuantity, type PrintedFigure } from '@studyspec/core';
import { runProject } from '../support/project.ts';

const printed = (text: string): PrintedFigure => ({
  value: Number(text),
  text,
  decimals: (text.split('.')[1] ?? '').length,
  percent: false,
  stars: null,
});

describe('a printed number means what its digits say', () => {
  it.each([
    [0.7434, '0.743', true],
    [0.7425, '0.743', true],
    [0.7436, '0.743', false],
    [0.7424, '0.743', false],
    [0.7438, '0.743', false],
    [0.7434, '0.7430', false],
    [-0.0004, '0.000', true],
    [3.4, '3', true],
    [3.6, '3', false],
  ])('%s printed as %s: %s', (computed, text, agrees) => {
    expect(compareWithPrinted(computed, '=', printed(text), false)).toBe(agrees);
  });
  it.each([
    ['<', 0.0009, true],
    ['<', 0.0011, false],
    ['<=', 0.001, true],
    ['<=', 0.0011, false],
    ['>', 0.0011, true],
    ['>', 0.0009, false],
    ['>=', 0.001, true],
    ['>=', 0.0009, false],
  ] as const)('%s 0.001 of %s: %s', (operator, computed, agrees) => {
    expect(compareWithPrinted(computed, operator, printed('0.001'), false)).toBe(agrees);
  });
});

const rows = Array.from({ length: 60 }, (_, i) => [i + 1, (i % 10) + ((i * 7) % 4), i % 10, (i * 13) % 11, 5].join(','));
const study = (more: string) =>
  runProject(
    {
      'd.csv': `id,y,x,noise,same\n${rows.join('\n')}\n`,
      's.study': `study "S"
data "d.csv" { id id }
number y
number x
number noise
number same
regression r { explain y by x, noise }
regression still { explain same by x }
${more}\n`,
    },
    's.study',
  );

describe('stars beside a printed figure', () => {
  const stars = (term: string, mark: string, levels = '0.10, 0.05, 0.01') => {
    const value = study('').results!.quantities.get(`r.y.b(${term})`)!.value!;
    return study(`published "P" { stars ${levels}\n r.y.b(${term}) = ${value.toFixed(3)} ${mark}\n}`).results!.published[0]!.figures[0]!;
  };
  it('agree where p lies in their band, and only there', () => {
    const p = (term: string): number => study('').results!.quantities.get(`r.y.p(${term})`)!.value!;
    expect(p('x')).toBeLessThan(0.001);
    expect(p('noise')).toBeGreaterThan(0.2);
    for (const [term, mark, agree, computed] of [
      ['x', '***', true, '***'],
      ['x', '**', false, '***'],
      ['x', '*', false, '***'],
      ['x', 'ns', false, '***'],
      ['noise', 'ns', true, 'ns'],
      ['noise', '*', false, 'ns'],
      ['noise', '***', false, 'ns'],
    ] as const) {
      expect([term, mark, stars(term, mark)]).toMatchObject([term, mark, { agrees: true, starsAgree: agree, computedStars: computed }]);
    }
    // By the levels that the block states: below the first of two, and of one.
    expect(stars('noise', '*', '0.999, 0.0001')).toMatchObject({ starsAgree: true, computedStars: '*' });
    expect(stars('x', '**', '0.999, 0.01')).toMatchObject({ starsAgree: true, computedStars: '**' });
  });
});

describe('a hypothesis', () => {
  it.each([
    ['holds', 'r.y.b(x) > 0.5'],
    ['holds', 'r.y.b(x) > 0.5\n  r.y.r2 < 1'],
    ['fails', 'r.y.b(x) < 0.5'],
    ['fails', 'r.y.b(x) < 0\n  r.y.r2 > 1'],
    ['partly', 'r.y.b(x) > 0.5\n  r.y.r2 > 1'],
    ['undecided', 'still.same.b(x) > 0'],
    ['undecided', 'r.y.b(x) > 0.5\n  still.same.b(x) > 0'],
    ['undecided', 'r.y.b(x) < 0\n  still.same.b(x) > 0'],
  ])('%s: %s', (verdict, claims) => {
    expect(study(`hypothesis h {\n  ${claims}\n}`).results!.hypotheses[0]!.verdict).toBe(verdict);
  });
});

describe('a number as text', () => {
  it('is a point where there is none, never a nought', () => {
    for (const value of [null, NaN, Infinity, -Infinity]) expect(formatQuantity(value, 'coefficient')).toBe('.');
  });
  it.each([
    [2.5e-169, '<0.001'],
    [0.00099, '<0.001'],
    [0.001, '0.001'],
    [0.0494, '0.049'],
    [0.9999, '>0.999'],
    [0, '<0.001'],
    [1, '1.000'],
  ])('p = %s is written %s', (p, text) => {
    expect(formatQuantity(p, 'p')).toBe(text);
  });
});
