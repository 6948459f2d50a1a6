// Loadings against communalities (along rows) and explained variance (down columns); where a row and a column both fail, their common cell is the wrong one.
import { either, list, show, showInterval, slipBetween, figuresIn } from './digits.ts';
import { report, type CheckResult, type Repair } from './finding.ts';
import { add, meets, scale, squared, subtract, sumOf } from './interval.ts';
import { columnsOff, isFull, loadingTablesOf, squaresOf, type ColumnOff, type LoadingTable } from './loadings.ts';
import type { PrintedCell, PrintedStudy } from './printed-study.ts';

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

interface Suspect { readonly cell: PrintedCell; readonly name: string; readonly texts: readonly string[]; readonly range: string }

/** Which single cell of the row, read otherwise, restores the row without putting out (or: and with it) its column. */
function candidates(table: LoadingTable, i: number, row: readonly PrintedCell[], printed: PrintedCell, off: readonly ColumnOff[]): Suspect[] {
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
