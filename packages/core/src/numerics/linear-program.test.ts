import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearProgram } from './linear-program.ts';

describe('linear programs', () => {
  it(
    'solves the textbook case (Dantzig 1963; Wyndor in Hillier & Lieberman, Introduction ' +
      'to Operations ' +
      'Research, 3.1): ' +
      '36 at (2, 6)',
    () => {
      const found = linearProgram(
        [3, 5],
        [
          [1, 0],
          [0, 2],
          [3, 2],
        ],
        [4, 12, 18],
      );
      expect(found.status).toBe('optimal');
      if (found.status === 'optimal') {
        expect(found.value).toBeCloseTo(36, 10);
        expect(found.x[0]).toBeCloseTo(2, 10);
        expect(found.x[1]).toBeCloseTo(6, 10);
      }
    },
  );

  it('needs a first phase where zero is not allowed', () => {
    const found = linearProgram(
      [-1, -1],
      [
        [-1, -2],
        [-3, -1],
      ],
      [-4, -6],
    );
    expect(found.status).toBe('optimal');
    if (found.status === 'optimal') {
      expect(found.value).toBeCloseTo(-2.8, 10);
      expect(found.x[0]).toBeCloseTo(1.6, 10);
      expect(found.x[1]).toBeCloseTo(1.2, 10);
    }
  });

  it('says when nothing fits and when nothing bounds', () => {
    expect(linearProgram([1], [[1], [-1]], [1, -2]).status).toBe('infeasible');
    expect(linearProgram([1, 1], [[1, -1]], [1]).status).toBe('unbounded');
    expect(linearProgram([1], [], []).status).toBe('unbounded');
  });

  it('does not cycle on the classic case that does (Beale 1955)', () => {
    const found = linearProgram(
      [0.75, -150, 0.02, -6],
      [
        [0.25, -60, -0.04, 9],
        [0.5, -90, -0.02, 3],
        [0, 0, 1, 0],
      ],
      [0, 0, 1],
    );
    expect(found.status === 'optimal' && found.value).toBeCloseTo(0.05, 10);
  });

  it('finds a point where one was planted, within the constraints, and none better at a corner of the box', () => {
    const unit = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 3, maxLength: 3 }),
        fc.array(fc.array(unit, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 25 }),
        fc.array(unit, { minLength: 3, maxLength: 3 }),
        (point, rows, objective) => {
          const inside = point.map(Math.abs);
          const box = [
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
          ];
          const all = [...rows, ...box];
          const bounds = [...rows.map((row) => row.reduce((total, value, j) => total + value * inside[j]!, 0)), 1, 1, 1];
          const found = linearProgram(objective, all, bounds);
          if (found.status !== 'optimal') return false;
          const held =
            all.every((row, i) => row.reduce((total, value, j) => total + value * found.x[j]!, 0) <= bounds[i]! + 1e-7) &&
            found.x.every((value) => value >= -1e-9);
          return held && found.value >= objective.reduce((total, value, j) => total + value * inside[j]!, 0) - 1e-7;
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
