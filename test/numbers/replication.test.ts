// Must show 1: the Bijie replication. Its harmonised data equal a harmonisation by hand in R, cell by cell, and its results equal the same
// analysis in R. Scripts, versions and tolerances: test/numbers/r, test/numbers/replication; R itself is not needed here.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tell, columnOf, readCsvRows } from '@studyspec/core';
import { runProject, type Ran } from '../support/project.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = Object.fromEntries(
  [
    'bijie/bijie.study',
    'bijie/bijie_2021.csv',
    'bijie/bijie_2021_sites.csv',
    'anshun/anshun.study',
    'anshun/published/table3_loadings.csv',
    'anshun/published/table6_beta.csv',
    'anshun/published/table6_fit.csv',
  ].map((file) => [file, readFileSync(`${root}examples/${file}`, 'utf8')]),
);
const [head, ...byHand] = readCsvRows(readFileSync(`${root}test/numbers/replication/bijie-harmonised.csv`, 'utf8'));
interface Reference {
  readonly values: Readonly<Record<string, number>>;
  readonly tolerance: Readonly<Record<'default' | 'rotated', { readonly rel: number; readonly abs: number }>>;
}
const reference = JSON.parse(readFileSync(`${root}test/numbers/replication/bijie-results.json`, 'utf8')) as Reference;

/** A coded cell as the hand-made file writes it: the name of a level, a number, or nothing. */
function cellOf(ran: Ran, name: string, row: number): string | number {
  const { coded, frame } = ran as Required<Ran>;
  const numbers = coded.numbers.get(name);
  if (numbers !== undefined) return Number.isNaN(numbers[row]!) ? '' : numbers[row]!;
  const levels = coded.categories.get(name);
  if (levels !== undefined) return levels[row]! < 0 ? '' : coded.levelNames.get(name)![levels[row]!]!;
  const column = columnOf(frame, name);
  return column?.kind !== 'text' || column.codes[row]! < 0 ? '' : column.levels.at(column.codes[row]!)!;
}

describe('the Bijie replication', () => {
  const ran = runProject(files, 'bijie/bijie.study');

  it('is said in at most 80 lines, and is without problems of names and data', () => {
    expect(files['bijie/bijie.study']!.trimEnd().split('\n').length).toBeLessThanOrEqual(80);
    expect(ran.compiled.problems.map((problem) => tell(problem, 'en').message)).toEqual([]);
    expect(ran.problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
  });

  it('harmonises every cell as by hand', () => {
    expect(head!.length).toBe(29);
    expect(byHand.length).toBe(412);
    const wrong: string[] = [];
    let compared = 0;
    for (const [row, cells] of byHand.entries()) {
      for (const [column, name] of head!.entries()) {
        const found = cellOf(ran, name, row);
        const wanted = cells[column] ?? '';
        compared += 1;
        // 1 + (x − 1)·4/6 may differ in its last bit by the order of the operations; everything else is exact.
        const same =
          typeof found === 'string' ? found === wanted : wanted !== '' && Math.abs(found - Number(wanted)) <= 1e-15 * Math.abs(found) * 4;
        if (!same) wrong.push(`row ${row + 1}, ${name}: ${String(found)} for ${wanted}`);
      }
    }
    expect(compared).toBe(412 * 29);
    expect(wrong).toEqual([]);
  });

  it('gives the results of the same analysis in R', () => {
    const found = ran.results!.quantities;
    const off: string[] = [];
    for (const [address, wanted] of Object.entries(reference.values)) {
      const value = found.get(address)?.value ?? null;
      const rotated =
        /loading|explained|communality|^(?:full|greener|by_mode)\./u.test(address) ||
        /^(?:psychological|economic|communicative|cultural|integration)\.(?:mean|sd)/u.test(address);
      const { rel, abs } = reference.tolerance[rotated ? 'rotated' : 'default'];
      if (value === null || Math.abs(value - wanted) > Math.max(abs, rel * Math.abs(wanted)))
        off.push(`${address}: ${String(value)} for ${wanted}`);
    }
    expect(Object.keys(reference.values).length).toBeGreaterThan(2000);
    expect(off).toEqual([]);
  });
});
