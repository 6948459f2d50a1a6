// Loadings against communalities (along rows) and explained variance (down columns); where a row and a column both fail, their common cell
// is the wrong one.
import type { LoadingOption, SquaresOfRow } from '../contract/audit-facts/index.ts';
import { figuresIn, slipBetween } from '../text/digits.ts';
import { pathsOf, report, type CheckResult, type NewFinding, type Repair } from './finding.ts';
import { add, meets, scale, squared, subtract, sumOf } from './interval.ts';
import { columnShare, columnsOff, isFull, loadingTablesOf, squaresOf, type ColumnOff, type LoadingTable } from './loadings.ts';
import type { PrintedCell, PrintedStudy } from './printed-study.ts';
import { slipFact, slipOf } from './row-slips.ts';
import { assumedClauses } from './subject.ts';

/** h² = Σλ² along the row, when every kept component is in the table; with fewer in the table the row may only fall short. */
export function communalities(study: PrintedStudy): CheckResult {
  const out = report();
  for (const table of loadingTablesOf(study)) {
    const lines = columnsOff(table);
    const failing: number[] = [];
    let held = 0;
    for (const [i, item] of table.items.entries()) {
      const row = table.cells[i]!;
      const printed = table.communalities[i]!;
      if (printed === null) continue;
      const sum = squaresOf(row);
      if (!isFull(row)) {
        if (sum.low <= printed.high) out.skip({ of: 'communality', name: item }, 'loading-not-printed');
        else
          out.findings.push({
            check: 'communalities',
            certainty: rotated(table).length === 0 ? 'inconsistent' : 'worth a look',
            assumed: rotated(table),
            at: [printed.at],
            involved: pathsOf([printed, ...row]),
            fact: { kind: 'communality-below', of: squaresFact(table, i, 4) },
          });
      } else if (meets(sum, printed) || (!table.whole && sum.low <= printed.high)) {
        held += 1;
        out.holds([printed, ...row]);
      } else failing.push(i);
    }
    if (failing.length === 0) continue;
    // Where most rows follow the relation, the table is what it is taken for, whether or not the study says so.
    const assumed =
      held >= 3 && held >= 3 * failing.length
        ? []
        : [
            ...rotated(table),
            ...(failing.some((i) => squaresOf(table.cells[i]!).high < table.communalities[i]!.low) ? keptAsNamed(table) : []),
          ];
    const slipped = slippedOf(table, failing);
    if (slipped !== null) out.findings.push({ ...slipped, ...(assumed.length > 0 ? { certainty: 'worth a look' as const, assumed } : {}) });
    else if (failing.length >= 3 && failing.length > held) out.findings.push(wholly(table, failing, held, assumed));
    else
      for (const i of failing)
        out.findings.push({
          ...rowFinding(table, i, lines),
          ...(assumed.length > 0 ? { certainty: 'worth a look' as const, assumed } : {}),
        });
  }
  return out;
}

const rotated = (table: LoadingTable): string[] => assumedClauses(table.job, 'rotate');
const keptAsNamed = (table: LoadingTable): string[] => assumedClauses(table.job, 'keep');

function rowFinding(table: LoadingTable, i: number, lines: readonly ColumnOff[]): NewFinding {
  const row = table.cells[i]! as readonly PrintedCell[];
  const printed = table.communalities[i]!;
  const sum = squaresOf(row);
  const suspects = candidates(table, i, row, printed, lines);
  const [best] = suspects;
  const certain = suspects.length === 1 && best !== undefined && best.texts.length === 1;
  const repairs: Repair[] = certain ? [{ at: best.cell.at, text: best.texts[0]! }] : [];
  return {
    check: 'communalities',
    certainty: 'inconsistent',
    at: suspects.length > 0 ? suspects.map((one) => one.cell.at) : [printed.at, ...row.map((cell) => cell.at)],
    involved: pathsOf([printed, ...row]),
    fact: {
      kind: 'communality',
      of: squaresFact(table, i, 4),
      columns: lines.map((line) => columnShare(table, line)),
      options: suspects.map(({ component, texts, range }) => ({ component, texts, range })),
      wanted: { ...sum, decimals: printed.decimals },
    },
    repairs,
  };
}

/** One column of the table, the communalities among them, that slipped by a row. */
function slippedOf(table: LoadingTable, failing: readonly number[]): NewFinding | null {
  const at = table.items.flatMap((_, i) => (table.communalities[i] !== null && isFull(table.cells[i]!) ? [i] : []));
  const rows = at.map((i) => ({ name: table.items[i]!, cells: [...(table.cells[i]! as readonly PrintedCell[]), table.communalities[i]!] }));
  const columns = [...table.components, 'communality'];
  const slip = slipOf(
    rows,
    failing.map((i) => at.indexOf(i)),
    [[columns.length - 1], ...table.components.map((_, j) => [j])],
    (cells) => meets(squaresOf(cells.slice(0, -1)), cells.at(-1)!),
  );
  if (slip === null) return null;
  const [i] = failing as [number];
  const block = rows.slice(slip.from, slip.to + 1);
  return {
    check: 'communalities',
    certainty: 'inconsistent',
    at: pathsOf(block.flatMap((row) => slip.columns.map((column) => row.cells[column]))),
    involved: pathsOf(block.flatMap((row) => row.cells)),
    fact: {
      kind: 'communalities-slipped',
      items: failing.map((one) => table.items[one]!),
      slip: slipFact(slip, rows, columns),
      first: squaresFact(table, i, 4),
      block: { restored: slip.restored, rows: block.length },
    },
    repairs: slip.repairs,
  };
}

/** Most rows fail: the communalities are of another solution than the loadings. */
function wholly(table: LoadingTable, failing: readonly number[], held: number, assumed: readonly string[]): NewFinding {
  return {
    check: 'communalities',
    certainty: assumed.length > 0 ? 'worth a look' : 'inconsistent',
    compound: true,
    assumed,
    at: pathsOf(failing.map((i) => table.communalities[i])),
    involved: pathsOf(failing.flatMap((i) => [table.communalities[i], ...table.cells[i]!])),
    fact: {
      kind: 'communalities',
      index: table.job.name,
      failing: failing.map((i) => squaresFact(table, i, 3)),
      all: failing.length + held,
    },
  };
}

interface Suspect extends LoadingOption {
  readonly cell: PrintedCell;
}

/** Which single cell of the row, read otherwise, restores the row without putting out (or: and with it) its column. */
function candidates(
  table: LoadingTable,
  i: number,
  row: readonly PrintedCell[],
  printed: PrintedCell,
  off: readonly ColumnOff[],
): Suspect[] {
  const suspects: (Suspect & { readonly slip: boolean })[] = [];
  for (const [j, cell] of row.entries()) {
    const needed = subtract(printed, sumOf(row.flatMap((other) => (other === cell ? [] : [squared(other)]))));
    if (needed.high < 0) continue;
    const size = { low: Math.sqrt(Math.max(0, needed.low)), high: Math.sqrt(needed.high) };
    const texts = (figuresIn(size.low - (cell.high - cell.value), size.high + (cell.high - cell.value), cell.decimals) ?? [])
      .map((text) => (cell.value < 0 ? `-${text}` : text))
      .filter((text) => Number(text) !== cell.value && rowFits(row, cell, Number(text), printed) && columnFits(table, i, j, Number(text)));
    const failing = off.find((column) => column.at === j);
    const share = table.explained[j]!;
    // A cell of a column that is right cannot change unless the change is within the column's own rounding.
    if (texts.length === 0 && (share !== null || figuresIn(size.low, size.high, cell.decimals) !== null)) continue;
    const slips = texts.filter((text) => slipBetween(cell.printed, text) !== 'other');
    suspects.push({
      cell,
      component: table.components[j]!,
      texts: slips.length > 0 ? slips : texts,
      range: { ...size, decimals: cell.decimals },
      slip: slips.length > 0 || failing !== undefined,
    });
  }
  const total = squaresOf(row);
  const withColumn = suspects.filter((one) => off.some((column) => row[column.at] === one.cell));
  if (withColumn.length > 0) return withColumn;
  const half = printed.high - printed.value;
  const wanted = (figuresIn(total.low - half, total.high + half, printed.decimals) ?? []).filter((text) =>
    meets({ low: Number(text) - half, high: Number(text) + half }, total),
  );
  const slips = wanted.filter((text) => slipBetween(printed.printed, text) !== 'other');
  const own: Suspect & { readonly slip: boolean } = {
    cell: printed,
    component: null,
    texts: slips.length > 0 ? slips : wanted,
    range: { ...total, decimals: printed.decimals },
    slip: slips.length > 0,
  };
  const all = [own, ...suspects];
  return all.some((one) => one.slip) ? all.filter((one) => one.slip) : all;
}

function rowFits(row: readonly PrintedCell[], changed: PrintedCell, value: number, printed: PrintedCell): boolean {
  const half = changed.high - changed.value;
  return meets(
    add(sumOf(row.flatMap((other) => (other === changed ? [] : [squared(other)]))), squared({ low: value - half, high: value + half })),
    printed,
  );
}

function columnFits(table: LoadingTable, i: number, j: number, value: number): boolean {
  const printed = table.explained[j]!;
  const column = table.cells.map((row) => row[j]!);
  if (printed === null || !isFull(column)) return true;
  const half = column[i]!.high - column[i]!.value;
  const sum = sumOf(column.map((cell, at) => squared(at === i ? { low: value - half, high: value + half } : cell)));
  return meets(scale(sum, 100 / table.items.length), printed);
}

/** A row, the sum of its squares with so many digits, and its communality. */
const squaresFact = (table: LoadingTable, i: number, decimals: number): SquaresOfRow => ({
  item: table.items[i]!,
  loadings: table.cells[i]!.map((cell) => cell?.printed ?? null),
  sum: { ...squaresOf(table.cells[i]!), decimals },
  printed: table.communalities[i]!.printed,
});
