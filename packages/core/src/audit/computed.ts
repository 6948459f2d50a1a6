// Printed figures against computed ones, table by table: the comparison itself is plan/run-claims.ts's, and the report shows every figure.
import { differenceOf, furthestFirst } from '../methods/claims/differences.ts';
import type { CheckedFigure, StudyResults } from '../methods/results.ts';
import { formatAddress } from '../contract/quantity.ts';
import { report, type CheckResult } from './finding.ts';

/**
 * Figures that these data do not give are a question, not a contradiction: data, missing policy and definitions may differ. The furthest
 * are named.
 */
export function computedFindings(results: StudyResults): CheckResult {
  const out = report();
  const tables = new Map<string | null, { right: number; off: CheckedFigure[] }>();
  for (const one of results.published.flatMap((published) => published.figures)) {
    if (one.computed === null || one.agrees === null) {
      out.skip(formatAddress(one.figure.address), one.reason === null ? 'not-computed' : { of: 'no-value', reason: one.reason });
      continue;
    }
    let table = tables.get(one.figure.table);
    if (table === undefined) tables.set(one.figure.table, (table = { right: 0, off: [] }));
    if (one.agrees && one.starsAgree !== false) {
      table.right += 1;
      out.held.push([one.figure.at]);
    } else table.off.push(one);
  }
  for (const [name, { right, off }] of tables) {
    if (off.length === 0) continue;
    const furthest = furthestFirst(off);
    out.findings.push({
      check: 'computed',
      certainty: 'worth a look',
      at: furthest.map((one) => one.figure.at),
      fact: {
        kind: 'computed',
        table: name,
        figures: right + off.length,
        off: off.length,
        furthest: furthest.slice(0, 4).map(differenceOf),
      },
    });
  }
  return out;
}
