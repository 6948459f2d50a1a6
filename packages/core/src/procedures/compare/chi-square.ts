// Two categories against each other: the cross table, its tests of independence and measures of association.
import type { Codes } from '../../counts/points.ts';
import { log } from '../../numerics/exponential.ts';
import { square } from '../../numerics/powers.ts';
import { chiSquareUpper } from '../../numerics/distributions.ts';
import { finite } from '../../numerics/finite.ts';
import { once } from '../../numerics/once.ts';
import { inside, levelsOf } from '../../rowless/columns.ts';
import { concordantPairs } from './association.ts';
import { fisherExact } from './fisher-freeman-halton.ts';
import { fisherTwoSided } from './fisher.ts';

export interface CrossTable {
  readonly n: number;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly observed: readonly (readonly number[])[];
  readonly expected: readonly (readonly number[])[];
  /** (O − E)/√E; and divided by its standard error under independence (Haberman 1973, Biometrics 29:205–220). */
  readonly residuals: readonly (readonly (number | null)[])[];
  readonly adjustedResiduals: readonly (readonly (number | null)[])[];
  readonly chi2: number | null;
  readonly df: number;
  readonly p: number | null;
  readonly likelihoodRatio: number | null;
  readonly likelihoodRatioP: number | null;
  readonly cramersV: number | null;
  /** Bergsma 2013, J. Korean Stat. Soc. 42:323–328. */
  readonly cramersVCorrected: number | null;
  readonly contingency: number | null;
  readonly cellsBelow5: number;
  readonly leastExpected: number;
  /** Cells with an expected count below 5, in percent of all. */
  readonly percentBelow5: number;
  /** Exact; null of tables with too many others like them, and of weighted counts. */
  readonly fisherP: number | null;
  /** 2 × 2 tables only. Phi is signed by the order of the levels. */
  readonly yates: { readonly chi2: number | null; readonly p: number | null } | null;
  readonly phi: number | null;
  /** Levels taken as ordered, scored 1, 2, 3 …: (n − 1)r² (Mantel 1963), Kendall's tau-b, Goodman and Kruskal's gamma. */
  readonly linearByLinear: number | null;
  readonly linearByLinearP: number | null;
  readonly tauB: number | null;
  readonly gamma: number | null;
}

/**
 * Cross table of two coded variables (level index a row, -1 missing; rows that lack either are left out) without its empty rows and
 * columns; null when nothing is left. With a single row or column nothing can be tested and the tests are null. Pearson's χ² without
 * correction; likelihood ratio 2ΣO·ln(O/E); Yates's correction by at most |O − E|; Fisher's exact p sums the tables that are no
 * likelier than the one observed. With `weights` a cell holds their sum, not rounded (SPSS WEIGHT BY); rows without one are left out.
 */
export function crossTable(
  rowCodes: Codes,
  rowLevels: readonly string[],
  columnCodes: Codes,
  columnLevels: readonly string[],
  weights?: Float64Array,
): CrossTable | null {
  const all = rowLevels.map(() => Array.from({ length: columnLevels.length }, () => 0));
  const counted = levelsOf(rowCodes);
  if (counted !== null) {
    const other = levelsOf(columnCodes)!;
    const { pair } = counted.source.counted(inside(counted.within, other.within), [counted.category, other.category]);
    const counts = pair(counted.category, other.category);
    for (const [i, line] of all.entries()) for (const j of line.keys()) line[j] = counts[i * line.length + j]!;
  } else
    for (let row = 0; row < rowCodes.length; row++) {
      const line = all[rowCodes[row]!];
      const column = columnCodes[row]!;
      const weight = weights?.[row] ?? 1;
      if (line !== undefined && column >= 0 && column < columnLevels.length && weight > 0) line[column] = line[column]! + weight;
    }
  const keptColumns = columnLevels.flatMap((_, j) => (all.some((line) => line[j]! > 0) ? [j] : []));
  const keptRows = rowLevels.flatMap((_, i) => (all[i]!.some((count) => count > 0) ? [i] : []));
  if (keptRows.length === 0) return null;
  return crossTableOf(
    keptRows.map((i) => keptColumns.map((j) => all[i]![j]!)),
    keptRows.map((i) => rowLevels[i]!),
    keptColumns.map((j) => columnLevels[j]!),
  );
}

/** The same from counts; every row and column must have a case. */
function crossTableOf(observed: readonly (readonly number[])[], rows: readonly string[], columns: readonly string[]): CrossTable {
  const r = rows.length;
  const k = columns.length;
  const rowTotals = observed.map((line) => line.reduce((t, count) => t + count, 0));
  const columnTotals = columns.map((_, j) => observed.reduce((t, line) => t + line[j]!, 0));
  const n = rowTotals.reduce((t, count) => t + count, 0);
  const expected = rowTotals.map((row) => columnTotals.map((column) => (row * column) / n));
  const cells = <T>(f: (o: number, e: number, i: number, j: number) => T): T[][] =>
    observed.map((line, i) => line.map((o, j) => f(o, expected[i]![j]!, i, j)));
  const total = (f: (o: number, e: number) => number): number =>
    cells(f)
      .flat()
      .reduce((t, value) => t + value, 0);
  const df = (r - 1) * (k - 1);
  const testable = df > 0;
  const chi2 = testable ? finite(total((o, e) => square(o - e) / e)) : null;
  const ratio = testable ? finite(2 * total((o, e) => (o > 0 ? o * log(o / e) : 0))) : null;
  const twoByTwo = r === 2 && k === 2;
  const whole = observed.every((line) => line.every((count) => Number.isInteger(count)));
  const exact = once(() =>
    !testable || !whole
      ? null
      : twoByTwo
        ? fisherTwoSided(observed[0]![0]!, observed[0]![1]!, observed[1]![0]!, observed[1]![1]!)
        : fisherExact(observed),
  );
  return {
    n,
    rows,
    columns,
    observed,
    expected,
    residuals: cells((o, e) => finite((o - e) / Math.sqrt(e))),
    adjustedResiduals: cells((o, e, i, j) => finite((o - e) / Math.sqrt(e * (1 - rowTotals[i]! / n) * (1 - columnTotals[j]! / n)))),
    chi2,
    df,
    p: tail(chi2, df),
    likelihoodRatio: ratio,
    likelihoodRatioP: tail(ratio, df),
    cramersV: chi2 === null ? null : finite(Math.sqrt(chi2 / (n * Math.min(r - 1, k - 1)))),
    cramersVCorrected: chi2 === null ? null : correctedV(chi2, n, r, k),
    contingency: chi2 === null ? null : finite(Math.sqrt(chi2 / (chi2 + n))),
    cellsBelow5: expected.flat().filter((e) => e < 5).length,
    leastExpected: Math.min(...expected.flat()),
    percentBelow5: (100 * expected.flat().filter((e) => e < 5).length) / (r * k),
    yates: twoByTwo ? yatesTest(observed, expected) : null,
    // The exact test of a large table costs more than all the rest, and is read where it is shown.
    get fisherP() {
      return exact();
    },
    phi: twoByTwo
      ? finite(
          (observed[0]![0]! * observed[1]![1]! - observed[0]![1]! * observed[1]![0]!) /
            Math.sqrt(rowTotals[0]! * rowTotals[1]!) /
            Math.sqrt(columnTotals[0]! * columnTotals[1]!),
        )
      : null,
    ...orderedMeasures(observed, rowTotals, columnTotals, n),
  };
}

function tail(chi2: number | null, df: number): number | null {
  return chi2 === null ? null : finite(chiSquareUpper(chi2, df));
}

function correctedV(chi2: number, n: number, r: number, k: number): number | null {
  const excess = Math.max(0, chi2 / n - ((r - 1) * (k - 1)) / (n - 1));
  const rows = r - square(r - 1) / (n - 1);
  const columns = k - square(k - 1) / (n - 1);
  return finite(Math.sqrt(excess / Math.min(rows - 1, columns - 1)));
}

function yatesTest(
  observed: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
): { chi2: number | null; p: number | null } {
  const correction = Math.min(0.5, Math.abs(observed[0]![0]! - expected[0]![0]!));
  const chi2 = finite(
    observed
      .flatMap((line, i) => line.map((o, j) => square(Math.abs(o - expected[i]![j]!) - correction) / expected[i]![j]!))
      .reduce((t, v) => t + v, 0),
  );
  return { chi2, p: tail(chi2, 1) };
}

function orderedMeasures(
  observed: readonly (readonly number[])[],
  rowTotals: readonly number[],
  columnTotals: readonly number[],
  n: number,
): Pick<CrossTable, 'linearByLinear' | 'linearByLinearP' | 'tauB' | 'gamma'> {
  const rowMean = rowTotals.reduce((t, count, i) => t + count * i, 0) / n;
  const columnMean = columnTotals.reduce((t, count, j) => t + count * j, 0) / n;
  const xx = rowTotals.reduce((t, count, i) => t + count * square(i - rowMean), 0);
  const yy = columnTotals.reduce((t, count, j) => t + count * square(j - columnMean), 0);
  const xy = observed.reduce((t, line, i) => t + line.reduce((u, count, j) => u + count * (i - rowMean) * (j - columnMean), 0), 0);
  const linear = finite((n - 1) * (xy / xx) * (xy / yy));
  const { concordant, discordant } = concordantPairs(observed);
  const squares = (totals: readonly number[]): number => totals.reduce((t, count) => t + count * count, 0);
  const tauB = (2 * (concordant - discordant)) / Math.sqrt(n * n - squares(rowTotals)) / Math.sqrt(n * n - squares(columnTotals));
  return {
    linearByLinear: linear,
    linearByLinearP: tail(linear, 1),
    tauB: finite(tauB),
    gamma: finite((concordant - discordant) / (concordant + discordant)),
  };
}
