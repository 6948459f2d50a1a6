// One study's factors against lavaan: the fit, every modification index of a cross-loading, and the fit with an item moved.
import { describe, expect, test } from 'vitest';
import { moved, ownStructure, seededRandom, type SimpleStructure } from '@studyspec/core';
import { readOracleData } from '../oracles/read-data.ts';
import { agree, readReference } from './studies.ts';
import { fileURLToPath } from 'node:url';

type Fit = Record<'chisq' | 'df' | 'bic' | 'cfi' | 'rmsea' | 'srmr', number>;
interface Case {
  readonly data: string;
  readonly filter: Record<string, string> | readonly [];
  readonly factors: Record<string, readonly string[]>;
  readonly n: number;
  readonly fit: Fit;
  readonly indices: readonly { readonly factor: string; readonly item: string; readonly mi: number }[];
  readonly moved: Fit & { readonly item: string; readonly from: string; readonly to: string };
}
const reference = readReference<{
  readonly tolerance: Record<'fit' | 'indices', { readonly abs?: number; readonly rel?: number }>;
  readonly cases: Record<string, Case>;
}>('own-structure');

function columnsOf(one: Case, structure: SimpleStructure): Float64Array[] {
  const data = readOracleData(fileURLToPath(new URL('data', import.meta.url)), one.data);
  const [name, value] = Object.entries(one.filter)[0] ?? [];
  const by = name === undefined ? null : data.column(name);
  const takes = (row: number): boolean =>
    by === null || (by.kind === 'number' ? String(by.values[row]) === value : by.levels[by.codes[row]!] === value);
  return structure.factors
    .flatMap((factor) => factor.items)
    .map((item) => {
      const column = data.column(item);
      if (column.kind !== 'number') throw new Error(item);
      return column.values.filter((_, row) => takes(row));
    });
}

describe.each(Object.entries(reference.cases))('%s', (_, one) => {
  const declared: SimpleStructure = { factors: Object.entries(one.factors).map(([name, items]) => ({ name, items })) };
  const own = ownStructure(declared, { name: 'one', columns: columnsOf(one, declared) });
  const differences = (fit: typeof own.fit, expected: Fit): string[] =>
    (['chisq', 'df', 'bic', 'cfi', 'rmsea', 'srmr'] as const)
      .filter((name) => !agree(fit?.[name === 'chisq' ? 'chi2' : name], expected[name], reference.tolerance.fit))
      .map((name) => `${name}: ${fit?.[name === 'chisq' ? 'chi2' : name]} and not ${expected[name]}`);

  test('fits as declared', () => {
    expect(own.fit!.n).toBe(one.n);
    expect(differences(own.fit, one.fit)).toEqual([]);
  });

  test('every modification index', () => {
    expect(one.indices.length).toBeGreaterThan(9);
    const wrong = one.indices.filter(
      ({ factor, item, mi }) =>
        !agree(
          own.crossLoadings.find((found) => found.item === item && found.other === factor)?.modificationIndex ?? 0,
          mi,
          reference.tolerance.indices,
        ),
    );
    expect(wrong).toEqual([]);
    expect(own.crossLoadings.length).toBe(one.indices.length);
  });

  test('fits with the item moved', () => {
    const structure = moved(declared, one.moved.item, one.moved.from, one.moved.to);
    const after = ownStructure(structure, { name: 'one', columns: columnsOf(one, structure) });
    expect(differences(after.fit, one.moved)).toEqual([]);
    const gain = one.fit.bic - one.moved.bic;
    const first = own.moves[0];
    if (gain > 6) expect(first === undefined ? null : first.bicGain >= gain - 1e-4).toBe(true);
    else
      expect(own.moves.some((move) => move.item === one.moved.item && move.to === one.moved.to && own.moves.indexOf(move) === 0)).toBe(
        false,
      );
  });
});

describe('items that stand elsewhere than declared', () => {
  const items = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3'];
  const structure: SimpleStructure = { factors: ['a', 'b', 'c'].map((name, f) => ({ name, items: items.slice(3 * f, 3 * f + 3) })) };
  const study = (seed: number, homes: readonly number[], n = 400): Float64Array[] => {
    const random = seededRandom(seed);
    const columns = items.map(() => new Float64Array(n));
    for (let row = 0; row < n; row += 1) {
      const common = random.normal();
      const factors = [0, 1, 2].map(() => 0.5 * common + Math.sqrt(0.75) * random.normal());
      homes.forEach((home, i) => {
        columns[i]![row] = Math.max(1, Math.min(5, Math.round(3 + 0.7 * factors[home]! + 0.7 * random.normal())));
      });
    }
    return columns;
  };

  test('none where all stand where they should', () => {
    for (let seed = 1; seed <= 20; seed += 1)
      expect(ownStructure(structure, { name: 's', columns: study(seed, [0, 0, 0, 1, 1, 1, 2, 2, 2]) }).moves).toEqual([]);
  });
  test('one, and where it belongs', () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const { moves } = ownStructure(structure, { name: 's', columns: study(seed, [0, 0, 1, 1, 1, 1, 2, 2, 2]) });
      expect(moves.map(({ item, from, to }) => [item, from, to])).toEqual([['a3', 'a', 'b']]);
      expect(moves[0]!.chi2Before - moves[0]!.chi2After).toBeGreaterThan(6);
    }
  });
  test('two that changed places', () => {
    const { moves } = ownStructure(structure, { name: 's', columns: study(3, [0, 0, 2, 1, 1, 1, 0, 2, 2]) });
    expect(new Set(moves.map((move) => `${move.item} ${move.to}`))).toEqual(new Set(['a3 c', 'c1 a']));
  });
  test('nothing is said where it cannot be', () => {
    expect(ownStructure(structure, { name: 's', columns: study(1, [0, 0, 0, 1, 1, 1, 2, 2, 2], 8) })).toMatchObject({
      fit: null,
      moves: [],
      problems: [{ problem: 'too-few-cases' }],
    });
  });
});
