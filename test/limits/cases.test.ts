// Small studies that went wrong, as they were found: copies of a11, a13, a27, b18, b28 and b31 of the collection "Small inputs that go
// wrong". Kinds and variants are limits.test.ts.
import { tell } from '@studyspec/core';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runProject, type Ran } from '../support/project.ts';

function run(name: string, entry = 's.study'): Ran {
  const folder = fileURLToPath(new URL(`cases/${name}/`, import.meta.url));
  return runProject(Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(`${folder}${file}`, 'utf8')])), entry);
}
const value = (ran: Ran, address: string): number | null | undefined => ran.results!.quantities.get(address)?.value;
const reason = (ran: Ran, address: string): string | undefined => ran.results!.quantities.get(address)?.reason;
const told = (ran: Ran, code: string): string[] => ran.problems.filter((one) => one.code === code).map((one) => tell(one, 'en').message);

describe('small studies that went wrong', () => {
  it('two items in either order make the same index, and a component without a direction is told', () => {
    const [a, b] = [run('order-changes-index', 'a.study'), run('order-changes-index', 'b.study')];
    for (const address of ['I.mean', 'I.sd', 'I.min', 'I.max'])
      expect(value(a, address)!.toPrecision(12), address).toBe(value(b, address)!.toPrecision(12));
    for (const ran of [a, b]) expect(told(ran, 'SS616')).toEqual([expect.stringContaining('its loadings sum to nearly 0')]);
  });

  it('nearly the same predictor twice is named with its twin, and has no b of 1e10', () => {
    const ran = run('near-collinear');
    expect(told(ran, 'SS509')).toEqual(['In R, x is determined by a: it adds nothing that they do not say already.']);
    for (const address of ['R.I.b(a)', 'R.I.b(x)', 'R.I.vif(a)']) expect(value(ran, address), address).toBeNull();
  });

  it('a perfect fit has no Durbin–Watson and no Breusch–Pagan', () => {
    const ran = run('perfect-fit');
    for (const outcome of ['I', 'c1'])
      for (const number of ['durbin_watson', 'breusch_pagan.p', 'f', 'p', 'aic']) {
        expect([number, value(ran, `R.${outcome}.${number}`), reason(ran, `R.${outcome}.${number}`)]).toEqual([
          number,
          null,
          expect.stringContaining('perfect fit'),
        ]);
      }
    expect(value(ran, 'R.I.r2')).toBe(1);
  });

  it('alpha over five complete rows says that an item has no variance there', () => {
    const ran = run('constant-listwise');
    expect(told(ran, 'SS513')).toEqual([expect.stringMatching(/^a does not vary among the 5 respondents/u)]);
    // By hand over those rows: k/(k − 1)·(1 − Σs²/s²ₜ) = 3/2·(1 − 5/9).
    expect(value(ran, 'd.alpha')).toBeCloseTo(2 / 3, 12);
  });

  it('a condition without a case of the reference is told with both levels; without another level, the rest is right', () => {
    const ran = run('where-reference');
    expect(told(ran, 'SS512')).toEqual([expect.stringMatching(/g\.a, the reference: b and c sum to 1/u)]);
    expect(told(ran, 'SS511')).toEqual([expect.stringContaining('g.b')]);
    const rows = readFileSync(new URL('cases/where-reference/d.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
    const mean = (level: number): number => {
      const own = rows.filter((row) => row[2] === level).map((row) => row[1]!);
      return own.reduce((sum, one) => sum + one, 0) / own.length;
    };
    expect(value(ran, 'm2.y.b(g.c)')).toBeCloseTo(mean(3) - mean(1), 12);
  });

  it('groups within which all are alike fit perfectly, which is said; a constant outcome has no F', () => {
    const ran = run('constant-groups');
    expect([value(ran, 'm.y.r2'), value(ran, 'm.y.f'), value(ran, 'k.z.f')]).toEqual([1, null, null]);
    expect([told(ran, 'SS514').length, told(ran, 'SS510').length]).toEqual([1, 1]);
    expect(reason(ran, 'k.z.f')).toBe('the outcome does not vary');
  });
});
