// Distances from cones and hulls: where they are plain to see, and against the general linear program.
import { describe, expect, it } from 'vitest';
import { coneDistance } from './cone.ts';
import { linearProgram } from './linear-program.ts';
import { seededRandom } from './random.ts';

describe('the distance from a cone', () => {
  it('is 0 inside, and the least sum of misses outside', () => {
    const quarter = [
      [1, 0],
      [0, 1],
    ];
    expect(coneDistance(quarter, [2, 3])!.distance).toBeCloseTo(0, 12);
    expect(coneDistance(quarter, [-2, 3])!.distance).toBeCloseTo(2, 12);
    const { direction } = coneDistance(quarter, [-2, -3])!;
    expect(direction).toEqual([1, 1]);
  });

  it('is that of the general program on random vectors', () => {
    const random = seededRandom(3);
    for (let trial = 0; trial < 40; trial++) {
      const [p, n] = [1 + (trial % 4), 5 + (trial % 9)];
      const vectors = Array.from({ length: n }, () => Array.from({ length: p }, () => random.normal()));
      const point = Array.from({ length: p }, () => 2 * random.normal());
      const found = coneDistance(vectors, point)!;
      // max −point·θ with v·θ ≥ 0 and θ = u − v in −1 … 1.
      const box = Array.from({ length: 2 * p }, (_, i) => Array.from({ length: 2 * p }, (_, j) => (i === j ? 1 : 0)));
      const dual = linearProgram(
        [...point.map((one) => -one), ...point],
        [...vectors.map((line) => [...line.map((one) => -one), ...line]), ...box],
        [...vectors.map(() => 0), ...box.map(() => 1)],
      );
      expect(found.distance).toBeCloseTo(dual.status === 'optimal' ? dual.value : NaN, 8);
      for (const line of vectors) expect(line.reduce((sum, one, j) => sum + one * found.direction[j]!, 0)).toBeGreaterThan(-1e-9);
    }
  });

  it('of a hull is 0 where the vectors surround the point', () => {
    const around = [
      [1, 0],
      [-1, 1],
      [-1, -1],
    ];
    expect(coneDistance(around, [0, 0], true)!.distance).toBeCloseTo(0, 12);
    expect(
      coneDistance(
        around.map(([a, b]) => [a! + 3, b!]),
        [0, 0],
        true,
      )!.distance,
    ).toBeCloseTo(2, 12);
  });
});
