// Comparisons with missing outcomes against R (test/numbers/r/compare-missing.R): each outcome over the cases that have it, or all over the
// same cases, as SPSS ONEWAY /MISSING ANALYSIS and LISTWISE.
import { tell } from '@studyspec/core';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runProject } from '../support/project.ts';

const data = readFileSync(new URL('data/bfi.csv', import.meta.url), 'utf8');
const spec = `study "S"
data "bfi.csv" { missing blank }
scale s 1..6
indicator E5 on s
indicator N1 on s
indicator A1 on s
category education { a = 1  b = 2  c = 3  d = 4  e = 5 }
category gender { male = 1  female = 2 }
compare plain { of E5, N1, A1  by education }
compare pairwise { of E5, N1, A1  by education  missing pairwise }
compare listwise { of E5, N1, A1  by education  missing listwise }
compare both { of E5, N1, A1  by education, gender  missing listwise }
`;
/** n, df2, F, p, Welch's F, Kruskal–Wallis H. */
const reference = [
  ['pairwise', 'E5', 2558, 2553, 3.9760166089, 0.00321155290911, 4.07021509897, 19.1802147719],
  ['pairwise', 'N1', 2558, 2553, 2.0978101963, 0.0785850875691, 2.10095177285, 6.16178587558],
  ['pairwise', 'A1', 2563, 2558, 14.8417594949, 5.41003488903e-12, 15.4975094794, 56.8161700353],
  ['listwise', 'E5', 2527, 2522, 4.23195070125, 0.00204140143362, 4.33235171844, 20.3993382722],
  ['listwise', 'N1', 2527, 2522, 2.22041267956, 0.0644437992381, 2.19277085262, 6.47763026562],
  ['listwise', 'A1', 2527, 2522, 14.4168701839, 1.21313249451e-11, 15.0395998044, 55.1034059521],
] as const;

describe('missing outcomes of a comparison', () => {
  const { results, problems } = runProject({ 'x.study': spec, 'bfi.csv': data }, 'x.study');
  const at = (address: string): number => results!.quantities.get(address)!.value!;

  it.each(reference)('%s, %s', (policy, outcome, n, df2, f, p, welch, h) => {
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    for (const name of policy === 'pairwise' ? ['pairwise', 'plain'] : ['listwise']) {
      expect(
        results!.comparisons.find((one) => one.job.name === name)!.cells.find((cell) => cell.outcome === outcome)!.comparison!.anova.df2 +
          5,
      ).toBe(n);
      expect(at(`${name}.${outcome}.df2`)).toBe(df2);
      expect(at(`${name}.${outcome}.f`)).toBeCloseTo(f, 9);
      expect(at(`${name}.${outcome}.p`) / p).toBeCloseTo(1, 9);
      expect(at(`${name}.${outcome}.welch.f`)).toBeCloseTo(welch, 9);
      expect(at(`${name}.${outcome}.kruskal.h`)).toBeCloseTo(h, 8);
    }
  });

  it('by two categories, each over the cases that have it and all outcomes', () => {
    expect(at('both.E5.education.df2')).toBe(2522);
    // complete.cases(d[, c("E5", "N1", "A1", "gender")]): 2745.
    expect(at('both.E5.gender.df2')).toBe(2743);
  });

  it('a mean in the place of an outcome is refused, with the reason', () => {
    const { problems: refused } = runProject(
      { 'x.study': spec.replace('missing listwise }\ncompare both', 'missing mean }\ncompare both'), 'bfi.csv': data },
      'x.study',
      'check',
    );
    expect(refused.map((problem) => `${problem.code} ${tell(problem, 'en').message}`)).toEqual([
      expect.stringMatching(/^SS210 "mean" .* more alike/u),
    ]);
    expect(tell(refused[0]!, 'en').help).toBe('Possible: pairwise | listwise.');
  });

  it('nobody who has everything is said to be nobody', () => {
    const rows = Array.from({ length: 12 }, (_, i) => (i < 6 ? `${i},,${1 + (i % 2)}` : `,${i},${1 + (i % 2)}`));
    const { problems: told } = runProject(
      {
        'x.study':
          'study "S"\ndata "d.csv" { missing blank }\nnumber a\nnumber b\ncategory g { x = 1  y = 2 }\ncompare k { of a, b  by g ' +
          ' missing listwise }\n',
        'd.csv': `a,b,g\n${rows.join('\n')}\n`,
      },
      'x.study',
    );
    expect(told.map((problem) => problem.name)).toEqual(['no-complete-cases']);
  });
});
