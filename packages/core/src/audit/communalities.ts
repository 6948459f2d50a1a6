// Loadings against communalities (along rows) and explained variance (down columns); where a row and a column both fail, their common cell is the wrong one.
import { either, list, show, showInterval, slipBetween, figuresIn } from './digits.ts';
import { report, type CheckResult, type Repair } from './finding.ts';
import { add, meets, scale, squared, subtract, sumOf, type Interval } from './interval.ts';
import { isFull, loadingTablesOf, squaresOf, type LoadingTable } from './loadings.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** h² = Σλ² along the row, when every kept component is in the table; with fewer in the table the row may only fall short. */
export function communalities(study: PrintedStudy): CheckResult {
  const out = report();
  for (const table of loadingTablesOf(study)) {
    const lines = columnsOff(table);
    for (const [i, item] of table.items.entries()) {
      const row = table.cells[i]!;
      const printed = table.communalities[i]!;
      for (const cell of row) if (cell !== null && (cell.low > 1 || cell.high < -1)) out.findings.push({ check: 'communalities', certainty: 'impossible', at: [cell.at], message: `The loading ${cell.printed} of ${item} is larger than 1.`, arithmetic: 'A loading on uncorrelated components is a correlation.', consistent: 'A loading between −1 and 1.' });
      if (printed === null) continue;
      if (!isFull(row)) {
        if (squaresOf(row).low <= printed.high) out.skipped.push({ what: `communality of ${item}`, why: 'one of its loadings is not printed' });
        else out.findings.push({ check: 'communalities', certainty: 'inconsistent', at: [printed.at], message: `The communality of ${item}, ${printed.printed}, is less than the squares of its printed loadings.`, arithmetic: `${textOf(row)} = ${show(squaresOf(row).low, 4)} at least.`, consistent: '' });
        continue;
      }
      const sum = squaresOf(row);
      if (meets(sum, printed) || (!table.whole && sum.low <= printed.high)) { out.right += 1; continue; }
      const suspects = candidates(table, i, row, printed, lines);
      const [best] = suspects;
      const certain = suspects.length === 1 && best !== undefined && best.texts.length === 1;
      const repairs: Repair[] = certain ? [{ at: best.cell.at, text: best.texts[0]! }] : [];
      out.findings.push({
        check: 'communalities', certainty: 'inconsistent', at: suspects.length > 0 ? suspects.map((one) => one.cell.at) : [printed.at, ...row.map((cell) => cell.at)],
        message: `The loadings of ${item} do not give its communality ${printed.printed}.`,
        arithmetic: `${textOf(row)} = ${showInterval(sum.low, sum.high, 4)}, printed ${printed.printed}${lines.length === 0 ? '' : `; ${list(lines.map((line) => line.text), 4)}`}.`,
        consistent: suspects.length === 0 ? `A communality of ${showInterval(sum.low, sum.high, printed.decimals)}.` : `${either(suspects.map((one) => `${one.name} ${one.texts.length > 0 ? one.texts.slice(0, 3).join(' or ') : one.range}`))} would do.`, repairs,
      });
    }
  }
  return out;
}

interface Column { readonly at: number; readonly sum: Interval; readonly printed: PrintedCell; readonly text: string }

/** Columns whose sum of squares is not the printed share of the variance. */
function columnsOff(table: LoadingTable): Column[] {
  return table.components.flatMap((component, j): Column[] => {
    const column = table.cells.map((row) => row[j]!);
    const printed = table.explained[j]!;
    if (printed === null || !isFull(column)) return [];
    const sum = scale(squaresOf(column), 100 / table.items.length);
    return meets(sum, printed) ? [] : [{ at: j, sum, printed, text: `the column ${component} gives ${showInterval(sum.low, sum.high, 2)} % where ${printed.printed} % are printed` }];
  });
}

interface Suspect { readonly cell: PrintedCell; readonly name: string; readonly texts: readonly string[]; readonly range: string }

/** Which single cell of the row, read otherwise, restores the row without putting out (or: and with it) its column. */
function candidates(table: LoadingTable, i: number, row: readonly PrintedCell[], printed: PrintedCell, off: readonly Column[]): Suspect[] {
  const suspects: (Suspect & { readonly slip: boolean })[] = [];
  for (const [j, cell] of row.entries()) {
    const needed = subtract(printed, sumOf(row.flatMap((other) => (other === cell ? [] : [squared(other)]))));
    if (needed.high < 0) continue;
    const size = { low: Math.sqrt(Math.max(0, needed.low)), high: Math.sqrt(needed.high) };
    const texts = (figuresIn(size.low - (cell.high - cell.value), size.high + (cell.high - cell.value), cell.decimals) ?? []).map((text) => (cell.value < 0 ? `-${text}` : text)).filter((text) => Number(text) !== cell.value && rowFits(row, cell, Number(text), printed) && columnFits(table, i, j, Number(text)));
    const failing = off.find((column) => column.at === j);
    const share = table.explained[j]!;
    // A cell of a column that is right cannot change unless the change is within the column's own rounding.
    if (texts.length === 0 && (share !== null || figuresIn(size.low, size.high, cell.decimals) !== null)) continue;
    const slips = texts.filter((text) => slipBetween(cell.printed, text) !== 'other');
    suspects.push({ cell, name: `the loading on ${table.components[j]!}`, texts: slips.length > 0 ? slips : texts, range: showInterval(size.low, size.high, cell.decimals), slip: slips.length > 0 || failing !== undefined });
  }
  const total = squaresOf(row);
  const withColumn = suspects.filter((one) => off.some((column) => row[column.at] === one.cell));
  if (withColumn.length > 0) return withColumn;
  const half = printed.high - printed.value;
  const wanted = (figuresIn(total.low - half, total.high + half, printed.decimals) ?? []).filter((text) => meets({ low: Number(text) - half, high: Number(text) + half }, total));
  const slips = wanted.filter((text) => slipBetween(printed.printed, text) !== 'other');
  const own: Suspect & { readonly slip: boolean } = { cell: printed, name: 'the communality', texts: slips.length > 0 ? slips : wanted, range: showInterval(total.low, total.high, printed.decimals), slip: slips.length > 0 };
  const all = [own, ...suspects];
  return all.some((one) => one.slip) ? all.filter((one) => one.slip) : all;
}

function rowFits(row: readonly PrintedCell[], changed: PrintedCell, value: number, printed: PrintedCell): boolean {
  const half = changed.high - changed.value;
  return meets(add(sumOf(row.flatMap((other) => (other === changed ? [] : [squared(other)]))), squared({ low: value - half, high: value + half })), printed);
}

function columnFits(table: LoadingTable, i: number, j: number, value: number): boolean {
  const printed = table.explained[j]!;
  const column = table.cells.map((row) => row[j]!);
  if (printed === null || !isFull(column)) return true;
  const half = column[i]!.high - column[i]!.value;
  const sum = sumOf(column.map((cell, at) => squared(at === i ? { low: value - half, high: value + half } : cell)));
  return meets(scale(sum, 100 / table.items.length), printed);
}

function textOf(row: readonly (PrintedCell | null)[]): string {
  return row.map((cell) => (cell === null ? '?²' : `${cell.printed.replace('-', '')}²`)).join(' + ');
}

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
