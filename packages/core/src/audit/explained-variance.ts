// Loadings down their columns against the variance that the components explain.
import { show } from '../text/digits.ts';
import type { IndexJob } from '../methods/index/job.ts';
import { isOblique } from '../methods/index/rotate.ts';
import { relationOf, named, pathsOf, report, type CheckReport, type CheckResult, type NewFinding } from './finding.ts';
import { meets, scale, sumOf, type Interval } from './interval.ts';
import { columnShare, columnsOff, isFull, loadingTablesOf, squaresOf, type ColumnOff, type LoadingTable } from './loadings.ts';
import { cellAt, indicesOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

/** Σλ²/p down each column against the printed share; the shares against their total; the communalities against the total. */
export function explainedVariance(study: PrintedStudy): CheckResult {
  const out = report();
  for (const table of loadingTablesOf(study)) {
    const p = table.items.length;
    const off = columnsOff(table);
    const looked = table.components.flatMap((_, j) => {
      const column = table.cells.map((row) => row[j]!);
      return table.explained[j] !== null && isFull(column) ? [j] : [];
    });
    for (const [j] of table.components.entries()) {
      const printed = table.explained[j]!;
      if (printed === null) continue;
      const column = table.cells.map((row) => row[j]!);
      if (!isFull(column)) out.skip(printed.text, 'loading-not-printed');
      else if (!off.some((one) => one.at === j)) out.holds([printed, ...column]);
    }
    // Where another column follows the relation, the shares are those of the rotated components.
    const assumed = looked.length > off.length ? [] : assumedClauses(table.job, 'rotate');
    const before = off.length >= 2 && off.length === looked.length ? beforeRotation(table, off, assumed) : null;
    if (before !== null) out.findings.push(before);
    else for (const one of off) out.findings.push(columnFinding(table, one, off.length > 1, assumed));
    const sumPrinted = cellAt(study, `${table.job.name}.explained.total`);
    const kept = assumedClauses(table.job, 'keep');
    if (sumPrinted !== null && table.whole && isFull(table.communalities))
      relate(out, scale(sumOf(table.communalities), 100 / p), sumPrinted, [], table.communalities, p, kept);
    else if (table.whole && isFull(table.communalities) && isFull(table.explained)) {
      const printed = show(
        table.explained.reduce((sum, cell) => sum + cell.value, 0),
        table.explained[0]!.decimals,
      );
      relate(
        out,
        scale(sumOf(table.communalities), 100 / p),
        { ...sumOf(table.explained), printed, decimals: table.explained[0]!.decimals, at: table.explained[0]!.at },
        [],
        [...table.communalities, ...table.explained],
        p,
        kept,
      );
    }
  }
  for (const job of indicesOf(study)) if (!isOblique(job.rotate)) total(study, out, job);
  return out;
}

function columnFinding(table: LoadingTable, { at: j, sum, printed }: ColumnOff, more: boolean, assumed: readonly string[]): NewFinding {
  const p = table.items.length;
  // Told with the row when the row fails too.
  const rows = table.items.flatMap((_, i) => {
    const h = table.communalities[i]!;
    const row = table.cells[i]!;
    return h !== null && isFull(row) && table.whole && !meets(squaresOf(row), h) ? [i] : [];
  });
  const shared = rows.map((i) => table.cells[i]![j]!.at);
  return {
    check: 'explained-variance',
    certainty: assumed.length > 0 ? 'worth a look' : 'inconsistent',
    assumed,
    at: [...shared, printed.at],
    involved: pathsOf([printed, ...table.cells.map((row) => row[j])]),
    fact: {
      kind: 'explained',
      component: table.components[j]!,
      printed: printed.printed,
      items: p,
      squares: { value: ((sum.low + sum.high) * p) / 200, decimals: 4 },
      sum: { ...sum, decimals: 2 },
      decimals: printed.decimals,
      rows: rows.map((i) => table.items[i]!),
      several: more,
    },
  };
}

/** No share is that of its column, but all together are: shares before rotation stand beside loadings after it. */
function beforeRotation(table: LoadingTable, off: readonly ColumnOff[], assumed: readonly string[]): NewFinding | null {
  if (!meets(sumOf(off.map((one) => one.sum)), sumOf(off.map((one) => one.printed)))) return null;
  return {
    check: 'explained-variance',
    certainty: 'worth a look',
    assumed,
    at: pathsOf(off.map((one) => one.printed)),
    involved: pathsOf([...off.map((one) => one.printed), ...table.cells.flat()]),
    fact: { kind: 'explained-before-rotation', index: table.job.name, columns: off.map((one) => columnShare(table, one)) },
  };
}

/** The shares of all kept components sum to their total; a total is no less than those that are printed of it. */
function total(study: PrintedStudy, out: CheckReport, job: IndexJob): void {
  const printed = cellAt(study, `${job.name}.explained.total`);
  const shares = job.components.map(({ name }) => cellAt(study, `${job.name}.explained(${name})`));
  const parts = shares.filter((cell): cell is PrintedCell => cell !== null);
  if (printed === null || parts.length === 0) return;
  const sum = sumOf(parts);
  const whole = job.keep.kind === 'fixed' && job.keep.count === job.components.length && isFull(shares);
  if (whole) {
    relate(out, sum, printed, parts, parts, 1, assumedClauses(job, 'keep'));
    return;
  }
  out.relate(printed.high >= sum.low - 1e-9, 'explained-variance', 'inconsistent', [printed, ...parts], () => ({
    kind: 'bounded',
    figure: named(printed),
    from: parts.map((cell) => named(cell)),
    relation: relationOf(parts.map((cell) => cell.printed).join(' + ')),
    side: 'at-least',
    bound: sum.low,
    decimals: printed.decimals + 1,
  }));
}

function relate(
  out: CheckReport,
  sum: Interval,
  total: Pick<PrintedCell, 'low' | 'high' | 'printed' | 'decimals' | 'at'>,
  parts: readonly PrintedCell[],
  cells: readonly PrintedCell[],
  p: number,
  kept: readonly string[],
): void {
  const involved = [...new Set([total.at, ...cells.map((cell) => cell.at)])];
  if (meets(sum, total)) {
    out.held.push(involved);
    return;
  }
  // More components may have been kept than the study names.
  const assumed = sum.high < total.low ? kept : [];
  out.findings.push({
    check: 'explained-variance',
    certainty: assumed.length > 0 ? 'worth a look' : 'inconsistent',
    assumed,
    at: [total.at, ...parts.map((part) => part.at)],
    involved,
    fact: {
      kind: 'explained-total',
      total: total.printed,
      shares: parts.map((part) => part.printed),
      items: p,
      sum: { ...sum, decimals: total.decimals },
    },
  });
}
