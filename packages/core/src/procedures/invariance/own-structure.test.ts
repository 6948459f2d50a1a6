// An item that belongs to another dimension is found by a study's own answers: simulated studies of three dimensions of four items. Numbers
// of single models are test/numbers/own-structure.test.ts.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../numerics/random.ts';
import { ownStructure } from './own-structure.ts';

const names = ['a', 'b', 'c'].flatMap((factor) => [1, 2, 3, 4].map((k) => `${factor}${k}`));
const structure = { factors: ['a', 'b', 'c'].map((name) => ({ name, items: names.filter((item) => item.startsWith(name)) })) };

function answers(seed: number, homes: readonly number[]): Float64Array[] {
  const random = seededRandom(seed);
  const rows = Array.from({ length: 300 }, () => {
    const common = random.normal();
    const factors = [0, 1, 2].map(() => Math.sqrt(0.3) * common + Math.sqrt(0.7) * random.normal());
    return homes.map((home) => Math.max(1, Math.min(5, Math.round(3 + 0.6 * factors[home]! + 0.8 * random.normal()))));
  });
  return names.map((_, column) => Float64Array.from(rows, (row) => row[column]!));
}
const declared = names.map((_, i) => Math.floor(i / 4));
const seeds = Array.from({ length: 16 }, (_, i) => i + 1);

describe('an item that belongs to another dimension', () => {
  const studied = (seed: number) =>
    ownStructure(structure, {
      name: 's',
      columns: answers(
        seed,
        declared.map((home, i) => (i === 2 ? 1 : home)),
      ),
    });
  it('is found, n = 300 and a loading of .6', () => {
    expect(seeds.map(studied).filter(({ moves }) => moves.map((move) => `${move.item} ${move.to}`).join() === 'a3 b').length).toBe(
      seeds.length,
    );
  });

  it.each([97, 183, 253, 413])(
    'also where it pulls the two dimensions together until they correlate as one, so that no modification index shows it (%i)',
    (seed) => {
      const { fit, crossLoadings, moves } = studied(seed);
      expect(fit!.problems.map((problem) => problem.problem)).toEqual(['correlation-beyond-one']);
      expect(crossLoadings.find((one) => one.item === 'a3' && one.other === 'b')!.modificationIndex).toBeLessThan(10);
      expect(moves.map((move) => `${move.item} ${move.to}`)).toEqual(['a3 b']);
      expect(moves[0]!.bicGain).toBeGreaterThan(20);
    },
  );

  it('is not seen where each stands where it is declared', () => {
    expect(seeds.flatMap((seed) => ownStructure(structure, { name: 's', columns: answers(seed + 900, declared) }).moves)).toEqual([]);
  });
});
