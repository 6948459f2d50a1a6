// The same quantity printed in two places.
import { show } from '../text/digits.ts';
import { report, type CheckResult } from './finding.ts';
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
        message: `${address} is printed as ${first!.printed}${place(first!.table)} and as ${other.printed}${place(other.table)}.`,
        arithmetic: `${first!.printed} stands for ${rangeOf(first!)}, ${other.printed} for ${rangeOf(other)}: no number rounds to both.`,
        consistent: 'One of the two is wrong, or they are of different cases.',
      });
    }
  }
  return out;
}

const rangeOf = (cell: PrintedCell): string =>
  cell.low === -Infinity
    ? `less than ${cell.printed}`
    : cell.high === Infinity
      ? `more than ${cell.printed}`
      : `${show(cell.low, cell.decimals + 1)}…${show(cell.high, cell.decimals + 1)}`;
const place = (table: string | null): string => (table === null ? '' : ` in ${table}`);
