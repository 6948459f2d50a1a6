// What a table of loadings implies about the correlations it came from: their largest eigenvalues, a lower bound of alpha, and Bartlett's
// χ².
import { log } from '../numerics/exponential.ts';
import { square } from '../numerics/powers.ts';
import { symmetricEigenvalues } from '../numerics/eigenvalues.ts';
import type { FindingFact } from '../contract/audit-facts/index.ts';
import { report, type CheckReport, type CheckResult } from './finding.ts';
import { meets } from './interval.ts';
import { isOfComponents, loadingTablesOf, valuesOf, type LoadingTable, type LoadingValues } from './loadings.ts';
import { cellAt, correlatedOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

/**
 * For components: R − LL′ has no negative eigenvalue, and L′L has the eigenvalues that were kept. Rounding is allowed for to first order.
 */
export function factorStructure(study: PrintedStudy): CheckResult {
  const out = report();
  for (const table of loadingTablesOf(study)) {
    const tables = valuesOf(table);
    const { name } = table.job;
    if (!isOfComponents(table.job)) continue;
    if (tables.length === 0 || !table.whole) {
      out.skip({ of: 'correlations', name }, 'some-loadings-of-some-components');
      continue;
    }
    eigenvalueFindings(study, table, tables, out);
    alphaBound(study, table, tables, out);
    bartlettBound(study, table, tables, out);
  }
  return out;
}

/** What the loadings are taken for where the study does not say: components, after an orthogonal rotation, as many as are named. */
const solutionOf = (table: LoadingTable): string[] => assumedClauses(table.job, 'extract', 'rotate', 'keep');

/** Eigenvalues of L′L, descending, and how far rounding of the loadings can move one: 2‖E‖·√λ₁, by Weyl's inequality. */
function keptEigenvalues({ values, halves }: LoadingValues): { readonly eigenvalues: readonly number[]; readonly reach: number } {
  const k = values[0]!.length;
  const inner = Array.from({ length: k }, (_, a) =>
    Array.from({ length: k }, (__, b) => values.reduce((total, row) => total + row[a]! * row[b]!, 0)),
  );
  const eigenvalues = [...symmetricEigenvalues(inner)].sort((a, b) => b - a);
  return { eigenvalues, reach: 2 * Math.sqrt(halves.flat().reduce((total, half) => total + half * half, 0)) * Math.sqrt(eigenvalues[0]!) };
}

/** A figure that the loadings bear out or contradict; what rests on a solution that the paper does not state is a question. */
function judge(out: CheckReport, table: LoadingTable, printed: PrintedCell, right: boolean, fact: FindingFact, sure = true): void {
  out.judge(right, [printed, ...table.cells.flat()], () => {
    const assumed = solutionOf(table);
    const certainty = sure && assumed.length === 0 ? 'inconsistent' : 'worth a look';
    return { check: 'factor-structure', certainty, assumed, at: [printed.at], fact };
  });
}

function eigenvalueFindings(study: PrintedStudy, table: LoadingTable, tables: readonly LoadingValues[], out: CheckReport): void {
  const { name } = table.job;
  const all = tables.map(keptEigenvalues);
  const { eigenvalues } = all[0]!;
  for (const k of eigenvalues.keys()) {
    const printed = cellAt(study, `${name}.eigenvalue(${k + 1})`);
    if (printed === null) continue;
    const right = all.some((one) => meets({ low: one.eigenvalues[k]! - one.reach, high: one.eigenvalues[k]! + one.reach }, printed));
    judge(out, table, printed, right, {
      kind: 'eigenvalue-of-loadings',
      index: name,
      number: k + 1,
      printed: printed.printed,
      eigenvalues,
      wanted: { value: eigenvalues[k]!, decimals: printed.decimals },
    });
  }
}

/** 1′R1 ≥ 1′LL′1, so the standardised alpha p/(p − 1)·(1 − p/1′R1) has a lower bound. */
function alphaBound(study: PrintedStudy, table: LoadingTable, tables: readonly LoadingValues[], out: CheckReport): void {
  const p = table.items.length;
  const sums = tables.map(({ values, halves }) => {
    const columns = table.components.map((_, j) => ({
      sum: values.reduce((total, row) => total + row[j]!, 0),
      half: halves.reduce((total, row) => total + row[j]!, 0),
    }));
    return { columns, least: columns.reduce((total, { sum, half }) => total + square(Math.max(0, Math.abs(sum) - half)), 0) };
  });
  const { columns, least } = sums.reduce((low, one) => (one.least < low.least ? one : low));
  if (least <= p) return;
  const bound = (p / (p - 1)) * (1 - p / least);
  const check = (cell: PrintedCell | null, standardised: boolean): void => {
    if (cell === null) return;
    const fact: FindingFact = {
      kind: 'alpha-of-loadings',
      index: table.job.name,
      printed: cell.printed,
      standardised,
      sums: columns.map(({ sum }) => sum),
      least,
      items: p,
      bound,
      decimals: cell.decimals,
    };
    // The bound is of standardised alpha; raw alpha may be lower.
    judge(out, table, cell, cell.high >= bound, fact, standardised);
  };
  check(cellAt(study, `${table.job.name}.alpha.standardized`), true);
  check(cellAt(study, `${table.job.name}.alpha`), false);
}

/** |R| is at most Π(kept eigenvalues) · (the rest spread evenly), so Bartlett's χ² = −(n − 1 − (2p + 5)/6) ln|R| has a lower bound. */
function bartlettBound(study: PrintedStudy, table: LoadingTable, tables: readonly LoadingValues[], out: CheckReport): void {
  const printed = cellAt(study, `${table.job.name}.bartlett.chi2`);
  if (printed === null) return;
  const n = correlatedOf(study, table.job)?.value ?? (table.job.missing === 'mean' ? study.sample : null);
  if (n === null) {
    out.skip(printed.text, 'cases-of-correlations-not-printed');
    return;
  }
  const p = table.items.length;
  const k = table.components.length;
  if (p <= k) return;
  const bounds = tables.flatMap((one) => {
    const { eigenvalues, reach } = keptEigenvalues(one);
    const rest = p - eigenvalues.reduce((total, value) => total + Math.max(0, value - reach), 0);
    return rest <= 0
      ? []
      : [
          {
            eigenvalues,
            logDeterminant: eigenvalues.reduce((total, value) => total + log(value + reach), 0) + (p - k) * log(rest / (p - k)),
          },
        ];
  });
  if (bounds.length < tables.length) return;
  const { eigenvalues, logDeterminant } = bounds.reduce((high, one) => (one.logDeterminant > high.logDeterminant ? one : high));
  const bound = -(n - 1 - (2 * p + 5) / 6) * logDeterminant;
  judge(out, table, printed, printed.high >= bound, {
    kind: 'bartlett-of-loadings',
    index: table.job.name,
    printed: printed.printed,
    n,
    items: p,
    eigenvalues,
    logDeterminant,
    bound,
    most: Math.floor(printed.high / -logDeterminant + 1 + (2 * p + 5) / 6),
  });
}
