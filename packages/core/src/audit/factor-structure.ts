// What a table of loadings implies about the correlations it came from: their largest eigenvalues, a lower bound of alpha, and Bartlett's χ².
import { symmetricEigenvalues } from '../numerics/eigenvalues.ts';
import { show } from './digits.ts';
import { report, type CheckResult } from './finding.ts';
import { meets, exactly } from './interval.ts';
import { loadingTablesOf, valuesOf, type LoadingTable } from './loadings.ts';
import { cellAt, countAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** For components: R − LL′ has no negative eigenvalue, and L′L has the eigenvalues that were kept. Rounding is allowed for to first order. */
export function factorStructure(study: PrintedStudy): CheckResult {
  const out = report();
  for (const table of loadingTablesOf(study)) {
    const values = valuesOf(table);
    const { name } = table.job;
    const df = cellAt(study, `${name}.bartlett.df`);
    const p = table.items.length;
    if (df !== null) {
      if (meets(df, exactly((p * (p - 1)) / 2))) out.right += 1;
      else out.findings.push({ check: 'factor-structure', certainty: 'inconsistent', at: [df.at], message: `Bartlett's test of ${p} items has not ${df.printed} degrees of freedom.`, arithmetic: `${p}·${p - 1}/2 = ${(p * (p - 1)) / 2}.`, consistent: `df = ${(p * (p - 1)) / 2}.` });
    }
    if (values === null || !table.whole) { out.skipped.push({ what: `correlations behind ${name}`, why: 'not all loadings of all kept components are printed' }); continue; }
    const half = Math.max(...table.cells.flat().map((cell) => cell!.high - cell!.value));
    const eigenvalues = keptEigenvalues(values);
    for (const [k, value] of eigenvalues.entries()) {
      const printed = cellAt(study, `${name}.eigenvalue(${k + 1})`);
      if (printed === null) continue;
      // Weyl: no eigenvalue moves by more than the norm of the change of L′L.
      const reach = 2 * half * Math.sqrt(values.length * values[0]!.length) * Math.sqrt(eigenvalues[0]!);
      if (meets({ low: value - reach, high: value + reach }, printed)) { out.right += 1; continue; }
      out.findings.push({ check: 'factor-structure', certainty: 'inconsistent', at: [printed.at], message: `Eigenvalue ${k + 1} of ${name}, ${printed.printed}, does not follow from the loadings.`, arithmetic: `L′L has the eigenvalues ${eigenvalues.map((one) => show(one, 3)).join(', ')}.`, consistent: `${show(value, printed.decimals)} would do.` });
    }
    alphaBound(study, table, values, half, out);
    bartlettBound(study, table, eigenvalues, half, out);
  }
  return out;
}

function keptEigenvalues(values: readonly (readonly number[])[]): number[] {
  const k = values[0]!.length;
  const inner = Array.from({ length: k }, (_, a) => Array.from({ length: k }, (_, b) => values.reduce((total, row) => total + row[a]! * row[b]!, 0)));
  return [...symmetricEigenvalues(inner)].sort((a, b) => b - a);
}

/** 1′R1 ≥ 1′LL′1, so the standardised alpha p/(p − 1)·(1 − p/1′R1) has a lower bound. */
function alphaBound(study: PrintedStudy, table: LoadingTable, values: readonly (readonly number[])[], half: number, out: ReturnType<typeof report>): void {
  const p = values.length;
  const columns = values[0]!.map((_, j) => values.reduce((total, row) => total + row[j]!, 0));
  const least = columns.reduce((total, sum) => total + Math.max(0, Math.abs(sum) - half * p) ** 2, 0);
  if (least <= p) return;
  const bound = (p / (p - 1)) * (1 - p / least);
  const check = (cell: PrintedCell | null, standardised: boolean): void => {
    if (cell === null) return;
    if (cell.high >= bound) { out.right += 1; return; }
    out.findings.push({
      check: 'factor-structure', certainty: standardised ? 'inconsistent' : 'worth a look', at: [cell.at], message: `Alpha of ${table.job.name}, ${cell.printed}, is less than the loadings imply${standardised ? '' : ' for standardised items'}.`,
      arithmetic: `The columns of loadings sum to ${columns.map((sum) => show(sum, 3)).join(', ')}; Σ of their squares = ${show(columns.reduce((total, sum) => total + sum * sum, 0), 3)}, so alpha is at least ${p}/${p - 1}·(1 − ${p}/${show(least, 3)}) = ${show(bound, 3)}.`,
      consistent: standardised ? `An alpha of at least ${show(bound, cell.decimals)}.` : 'It is possible for raw scores of unequal spread (one item with a far larger SD lowers it); the standardised alpha cannot be so low.',
    });
  };
  check(cellAt(study, `${table.job.name}.alpha.standardized`), true);
  check(cellAt(study, `${table.job.name}.alpha`), false);
}

/** |R| is at most Π(kept eigenvalues) · (the rest spread evenly), so Bartlett's χ² = −(n − 1 − (2p + 5)/6) ln|R| has a lower bound. */
function bartlettBound(study: PrintedStudy, table: LoadingTable, eigenvalues: readonly number[], half: number, out: ReturnType<typeof report>): void {
  const printed = cellAt(study, `${table.job.name}.bartlett.chi2`);
  if (printed === null) return;
  const n = countAt(study, `${table.job.name}.n`) ?? (table.job.missing === 'mean' ? study.sample : null);
  if (n === null) { out.skipped.push({ what: printed.text, why: 'the cases of the correlations are not printed' }); return; }
  const p = table.items.length;
  const k = eigenvalues.length;
  const reach = 2 * half * Math.sqrt(p * k) * Math.sqrt(eigenvalues[0]!);
  const kept = eigenvalues.map((value) => value + reach);
  const rest = p - eigenvalues.reduce((total, value) => total + Math.max(0, value - reach), 0);
  if (p <= k || rest <= 0) return;
  const logDeterminant = kept.reduce((total, value) => total + Math.log(value), 0) + (p - k) * Math.log(rest / (p - k));
  const bound = -(n - 1 - (2 * p + 5) / 6) * logDeterminant;
  if (printed.high >= bound) { out.right += 1; return; }
  out.findings.push({
    check: 'factor-structure', certainty: 'inconsistent', at: [printed.at], message: `Bartlett's χ² of ${table.job.name}, ${printed.printed}, is less than its loadings allow with n = ${n}.`,
    arithmetic: `Kept eigenvalues ${eigenvalues.map((value) => show(value, 3)).join(', ')}, the other ${p - k} sum to ${show(p - eigenvalues.reduce((a, b) => a + b, 0), 3)}: ln|R| ≤ ${show(logDeterminant, 3)} and χ² ≥ (${n} − 1 − ${2 * p + 5}/6)·${show(-logDeterminant, 3)} = ${show(bound, 1)}.`,
    consistent: `χ² of at least ${show(bound, 1)}; or n of at most ${Math.floor(printed.high / -logDeterminant + 1 + (2 * p + 5) / 6)}.`,
  });
}
