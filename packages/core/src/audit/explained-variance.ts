// Loadings down their columns against the variance that the components explain.
import { list, show, showInterval } from './digits.ts';
import { report, type CheckResult } from './finding.ts';
import { meets, scale, sumOf, type Interval } from './interval.ts';
import { columnsOff, isFull, loadingTablesOf, squaresOf } from './loadings.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** Σλ²/p down each column against the printed share; the shares against their total; the communalities against the total. */
export function explainedVariance(study: PrintedStudy): CheckResult {
  const out = report();
  for (const table of loadingTablesOf(study)) {
    const p = table.items.length;
    const off = columnsOff(table);
    for (const [j, component] of table.components.entries()) {
      const printed = table.explained[j]!;
      if (printed === null) continue;
      const column = table.cells.map((row) => row[j]!);
      const sum = scale(squaresOf(column), 100 / p);
      if (!isFull(column)) { out.skipped.push({ what: printed.text, why: 'one of its loadings is not printed' }); continue; }
      if (meets(sum, printed)) { out.right += 1; continue; }
      // Told with the row when the row fails too.
      const rows = table.items.flatMap((_, i) => { const h = table.communalities[i]!; const row = table.cells[i]!; return h !== null && isFull(row) && table.whole && !meets(squaresOf(row), h) ? [i] : []; });
      const shared = rows.map((i) => table.cells[i]![j]!.at);
      out.findings.push({
        check: 'explained-variance', certainty: 'inconsistent', at: [...shared, printed.at],
        message: `The loadings on ${component} do not give its share of the variance, ${printed.printed} %.`,
        arithmetic: `Σλ²/${p} = ${show((sum.low + sum.high) * p / 200, 4)}/${p} = ${showInterval(sum.low, sum.high, 2)} %.`,
        consistent: shared.length > 0 ? `The row of ${list(rows.map((i) => table.items[i]!))} fails as well: see its loading on ${component}.` : `A share of ${showInterval(sum.low, sum.high, printed.decimals)} % would do${off.length > 1 ? '' : '; or one of its loadings is wrong'}.`,
      });
    }
    const total = cellAt(study, `${table.job.name}.explained.total`);
    if (total !== null && table.whole && isFull(table.explained)) relate(out, sumOf(table.explained), total, 'The shares of the components', table.explained, 1);
    if (total !== null && table.whole && isFull(table.communalities)) relate(out, scale(sumOf(table.communalities), 100 / p), total, 'The communalities', [], p);
    else if (table.whole && isFull(table.communalities) && isFull(table.explained)) relate(out, scale(sumOf(table.communalities), 100 / p), { ...sumOf(table.explained), printed: show(table.explained.reduce((sum, cell) => sum + cell.value, 0), table.explained[0]!.decimals), decimals: table.explained[0]!.decimals, at: table.explained[0]!.at }, 'The communalities', [], p);
  }
  return out;
}

function relate(out: ReturnType<typeof report>, sum: Interval, total: Pick<PrintedCell, 'low' | 'high' | 'printed' | 'decimals' | 'at'>, what: string, parts: readonly PrintedCell[], p: number): void {
  if (meets(sum, total)) { out.right += 1; return; }
  out.findings.push({ check: 'explained-variance', certainty: 'inconsistent', at: [total.at, ...parts.map((part) => part.at)], message: `${what} do not sum to the total explained variance, ${total.printed} %.`, arithmetic: `${p === 1 ? parts.map((part) => part.printed).join(' + ') : `Σh²/${p}`} = ${showInterval(sum.low, sum.high, total.decimals)} %.`, consistent: `${showInterval(sum.low, sum.high, total.decimals)} % would do.` });
}
