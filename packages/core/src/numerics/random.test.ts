import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { mean } from './sums.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number): number[] => {
    const random = seededRandom(seed);
    return [random.uniform(), random.normal(), random.normal(), random.integer(10)];
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(0)).not.toEqual(draw(4294967296));
});

test('moments of many draws are those of the distributions', () => {
  const random = seededRandom(20240601);
  const normals = Array.from({ length: 200_000 }, () => random.normal());
  const uniforms = Array.from({ length: 200_000 }, () => random.uniform());
  // Bounds are five standard errors.
  expect(Math.abs(mean(normals))).toBeLessThan(5 / Math.sqrt(200_000));
  expect(Math.abs(mean(normals.map((z) => z * z)) - 1)).toBeLessThan(5 * Math.sqrt(2 / 200_000));
  expect(Math.abs(mean(normals.map((z) => z ** 4)) - 3)).toBeLessThan(5 * Math.sqrt(96 / 200_000));
  expect(Math.abs(mean(uniforms) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 200_000));
  expect(Math.abs(mean(uniforms.slice(1).map((u, i) => u * uniforms[i]!)) - 0.25)).toBeLessThan(5 * Math.sqrt(1 / 20 / 200_000));
  expect(uniforms.every((u) => u >= 0 && u < 1)).toBe(true);
});

test('whole numbers are equally likely, zero included and the bound not', () => {
  const random = seededRandom(3);
  const counts = Array.from({ length: 6 }, () => 0);
  for (let i = 0; i < 60_000; i++) counts[random.integer(6)]!++;
  expect(counts.every((count) => Math.abs(count - 10_000) < 5 * Math.sqrt(60_000 * (5 / 36)))).toBe(true);
});
