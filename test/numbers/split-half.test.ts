// Split-half reliability at its addresses, against R 4.2.2 (rowSums, cor, var of the halves, and the formulas of Spearman–Brown, Horst and
// Guttman over them) and, to the two digits that it prints, PSPP 1.6.2: RELIABILITY /MODEL=SPLIT(4) and SPLIT(3). R's attitude data: thirty
// departments, seven questions.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatQuantity, reportOf } from '@studyspec/core';
import { tablesIn } from '../support/cells.ts';
import { runProject } from '../support/project.ts';

const data = readFileSync(new URL('data/attitude.csv', import.meta.url), 'utf8');
const { results } = runProject(
  {
    'x.study': `study "Attitude"
data "d.csv"
scale s 0..100
dimension seven on s { indicator rating  indicator complaints  indicator privileges  indicator learning
  indicator raises  indicator critical  indicator advance }
block six of rating, complaints, privileges, learning, raises, critical
block alike of rating, rating_again
indicator rating_again from rating on s
`,
    'd.csv': data,
  },
  'x.study',
);
const at = (address: string) => results!.quantities.get(address);

describe('split-half reliability', () => {
  it.each([
    ['seven', 0.54380037205145482, 0.70449571317156023, 0.70780252877176741, 0.64123120361651575, ['.54', '.70', '.71', '.64']],
    ['six', 0.67553369026747634, 0.80635047112617175, 0.80635047112617164, 0.78821546499442396, ['.68', '.81', '.81', '.79']],
  ] as const)('of %s', (name, r, brown, horst, guttman, printed) => {
    const keys = ['split.r', 'split.spearman_brown', 'split.horst', 'split.guttman'];
    for (const [i, expected] of [r, brown, horst, guttman].entries()) {
      const { value } = at(`${name}.${keys[i]}`)!;
      expect(value, keys[i]!).toBeCloseTo(expected, 12);
      expect(formatQuantity(value, 'coefficient', { decimals: 2 }).replace('0.', '.')).toBe(printed[i]);
    }
  });

  it('is 1 of halves that are the same', () => {
    for (const key of ['split.r', 'split.spearman_brown', 'split.horst', 'split.guttman'])
      expect(at(`alike.${key}`)!.value, key).toBeCloseTo(1, 12);
  });

  it('is a table where details are asked for', () => {
    const ids = (details: boolean): readonly string[] => tablesIn(reportOf(results!, { details }).blocks).map(({ table }) => table.id);
    expect(ids(true)).toContain('reliability:split');
    expect(ids(false)).not.toContain('reliability:split');
  });
});
