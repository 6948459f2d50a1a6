// Estimates that leave each case out: of many cases they are made of the products of all, and equal those made of the others' own.
import { afterAll, expect, it } from 'vitest';
import { coding } from '../../counts/points.ts';
import { seededRandom } from '../../numerics/random.ts';
import { mediationOf, resampledMediation, type MediationInput } from './mediation.ts';
import { resampledCoefficients } from './resampled.ts';

const usual = coding.from;
afterAll(() => {
  coding.from = usual;
});

const random = seededRandom(17);
const n = 60;
const x = Float64Array.from({ length: n }, () => 1000 + random.normal());
const s = Float64Array.from(x, (value) => 0.4 * value + random.normal());
const y = Float64Array.from(x, (value, row) => 0.2 * value - 0.7 * s[row]! + random.normal());
const both = <T>(make: () => T): readonly [few: T, many: T] => {
  coding.from = n + 1;
  const few = make();
  coding.from = n;
  return [few, make()];
};

it('of a regression', () => {
  const [few, many] = both(() => resampledCoefficients([x, s, y], 20, seededRandom(1).integer, true));
  expect(many.replicates).toEqual(few.replicates);
  for (const [j, left] of few.leftOut!.entries())
    for (const [row, value] of left.entries()) expect(Math.abs(many.leftOut![j]![row]! / value - 1), `${j} ${row}`).toBeLessThan(1e-9);
});

it('of a mediation', () => {
  const input: MediationInput = { x, y, mediators: [{ name: 's', step: 0, values: s }], covariates: [], confidence: 0.95 };
  const found = mediationOf(input);
  if ('problem' in found) throw new Error(found.problem);
  const [few, many] = both(() => resampledMediation(input, found, 200, seededRandom(1).integer));
  expect(many.indirect[0]!.percentile).toEqual(few.indirect[0]!.percentile);
  for (const at of [0, 1]) expect(many.indirect[0]!.accelerated![at]! / few.indirect[0]!.accelerated![at]!).toBeCloseTo(1, 9);
});
