import { describe, expect, it } from 'vitest';
import { minimise, type Objective } from './minimise.ts';

/** Rosenbrock 1960: a bent valley with its floor at (1, 1). */
const valley: Objective = {
  value: ([x, y]) => 100 * (y! - x! * x!) * (y! - x! * x!) + (1 - x!) * (1 - x!),
  gradient: ([x, y]) => Float64Array.of(-400 * x! * (y! - x! * x!) - 2 * (1 - x!), 200 * (y! - x! * x!)),
};
const valleyWithCurvature: Objective = {
  ...valley,
  hessian: ([x, y]) => [
    [1200 * x! * x! - 400 * y! + 2, -400 * x!],
    [-400 * x!, 200],
  ],
};

describe('minimise', () => {
  it.each([
    ['with second derivatives', valleyWithCurvature],
    ['without', valley],
  ])('finds the floor of a bent valley %s', (_, objective) => {
    const found = minimise(objective, Float64Array.of(-1.2, 1));
    expect(found).toMatchObject({ converged: true });
    expect(found.x[0]).toBeCloseTo(1, 8);
    expect(found.x[1]).toBeCloseTo(1, 8);
  });

  it.each([
    ['with second derivatives', valleyWithCurvature],
    ['without', valley],
  ])('stays within bounds %s', (_, objective) => {
    const found = minimise(objective, Float64Array.of(-1.2, 1), { low: [-5, -5], high: [0.5, 5] });
    expect(found).toMatchObject({ converged: true });
    expect(found.x[0]).toBe(0.5);
    expect(found.x[1]).toBeCloseTo(0.25, 8);
  });

  it('takes no step where the value is not defined', () => {
    const objective: Objective = {
      value: ([x]) => (x! > 0 ? x! - Math.sqrt(x!) : NaN),
      gradient: ([x]) => Float64Array.of(1 - 0.5 / Math.sqrt(x!)),
      hessian: ([x]) => [[0.25 / (x! * Math.sqrt(x!))]],
    };
    const found = minimise(objective, Float64Array.of(9));
    expect(found).toMatchObject({ converged: true, reason: 'gradient' });
    expect(found.x[0]).toBeCloseTo(0.25, 9);
  });

  it('goes downhill where the second derivatives point up', () => {
    const objective: Objective = {
      value: ([x]) => x! * x! * x! * x! - x! * x!,
      gradient: ([x]) => Float64Array.of(4 * x! * x! * x! - 2 * x!),
      hessian: ([x]) => [[12 * x! * x! - 2]],
    };
    const found = minimise(objective, Float64Array.of(0.1));
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(Math.SQRT1_2, 9);
  });

  it('says why it did not converge', () => {
    expect(minimise(valley, Float64Array.of(-1.2, 1), { iterations: 3 })).toMatchObject({ converged: false, reason: 'iterations' });
    expect(minimise({ ...valley, value: () => NaN }, Float64Array.of(0, 0))).toMatchObject({ converged: false, reason: 'start' });
    const wrong: Objective = { value: ([x]) => x! * x!, gradient: ([x]) => Float64Array.of(-2 * x!) };
    expect(minimise(wrong, Float64Array.of(1))).toMatchObject({ converged: false, reason: 'no-descent' });
  });
});
