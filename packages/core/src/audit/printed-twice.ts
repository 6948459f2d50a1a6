// The same quantity printed in two places.
import type { PrintedOnce } from '../contract/audit-facts/index.ts';
import { finiteEnds, report, type CheckResult } from './finding.ts';
import { meets } from './interval.ts';
import type { PrintedCell, PrintedStudy } from './printed-study.ts';

/** Two figures for one address must round to one number. */
export function printedTwice(study: PrintedStudy): CheckResult {
  const out = report();
  for (const [address, cells] of study.by) {
    const [first, ...others] = cells;
    for (const other of others) {
      if (meets(first!, other)) {
        out.holds([first, other]);
        continue;
      }
      // Two sources may well print two numbers; one source may not.
      const source = (at: string): string => at.split('/').slice(0, 2).join('/');
      out.findings.push({
        check: 'printed-twice',
        certainty: source(first!.at) === source(other.at) ? 'impossible' : 'worth a look',
        at: [other.at, first!.at],
        fact: { kind: 'printed-twice', address, first: once(first!), other: once(other) },
      });
    }
  }
  return out;
}

const once = (cell: PrintedCell): PrintedOnce => ({
  printed: cell.printed,
  table: cell.table,
  side: cell.low === -Infinity ? 'less' : cell.high === Infinity ? 'more' : null,
  ...finiteEnds(cell),
  decimals: cell.decimals,
});
