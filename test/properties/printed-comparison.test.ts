// What a comparison of studies prints is what is addressed: every number cell of every table is the quantity at its address, its value, its
// format and its stars. Numbers of single studies are held to theirs in printed.test.ts.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareStudies, comparisonJson, comparisonQuantities, comparisonReportOf, execute } from '@studyspec/core';
import { loadStudy } from '../../packages/cli/src/host/session.ts';
import { cellText } from '../../packages/core/src/render/cells.ts';
import { formatInterval, formatQuantity } from '../../packages/core/src/show/format.ts';
import { cellsIn, isInterval, isNumber } from '../support/cells.ts';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const studies = ['anshun', 'bijie'].map((name) => {
  const { compiled, coded, frame } = loadStudy(`${examples}${name}/${name}.study`);
  return { name, plan: compiled.plan!, coded: coded!, frame: frame!, results: execute(compiled.plan!, coded!, frame!) };
});
/** Two studies have no τ to print; a third, the first again, has. */
const comparisons = {
  two: compareStudies(studies, { replications: 20 }),
  three: compareStudies([...studies, { ...studies[0]!, name: 'again/anshun' }], { replications: 20 }),
};

describe.each(['two', 'three'] as const)('a comparison of %s studies', (which) => {
  const comparison = comparisons[which];
  const quantities = comparisonQuantities(comparison);

  it.each(['en', 'zh'])('every number is the quantity at its address (%s)', (language) => {
    const wrong: string[] = [];
    const unaddressed: string[] = [];
    const bounds = studies[0]!.plan.report.stars;
    const cells = cellsIn(comparisonReportOf(comparison, { language }).blocks);
    let [numbers, intervals] = [0, 0];
    for (const { cell, where } of cells.filter(isNumber)) {
      if (cell.address === undefined) {
        unaddressed.push(`${cell.unaddressed} ${cell.value}`);
        continue;
      }
      numbers += 1;
      const { value, format } = quantities.get(cell.address) ?? { value: NaN, format: 'count' as const };
      const p = cell.starredBy === undefined ? null : quantities.get(cell.starredBy)!.value;
      const stars = value === null || p === null ? '' : '*'.repeat(bounds.filter((bound) => p < bound).length);
      const looks = {
        ...(cell.decimals === undefined ? {} : { decimals: cell.decimals }),
        ...(cell.small === undefined ? {} : { small: cell.small }),
      };
      const text = `${formatQuantity(value, format, looks)}${stars}`;
      const printed = cellText(cell);
      if (cell.value !== value || (cell.parentheses === true ? `(${text})` : text) !== printed)
        wrong.push(`${where}: ${printed}, and ${text} at ${cell.address}`);
    }
    for (const { cell, where } of cells.filter(isInterval)) {
      intervals += 1;
      const [low, high] = (cell.addresses ?? []).map((address) => quantities.get(address));
      if (cellText(cell) !== formatInterval(low?.value ?? null, high?.value ?? null, low!.format, { decimals: cell.decimals! }))
        wrong.push(`${where}: ${cellText(cell)} at ${cell.addresses?.join(' to ')}`);
    }
    expect(wrong).toEqual([]);
    // The pooled coefficient has no weight.
    expect(new Set(unaddressed)).toEqual(new Set(['not among the results null']));
    expect(numbers).toBeGreaterThan(800);
    expect(intervals).toBeGreaterThan(200);
  });

  it('its JSON lists them by address', () => {
    const read = JSON.parse(comparisonJson(comparison, '0')) as { quantities: { address: string; value: number | null }[] };
    expect(read.quantities.map(({ address, value }) => [address, value])).toEqual(
      [...quantities.values()].map(({ address, value }) => [address, value]),
    );
  });
});
