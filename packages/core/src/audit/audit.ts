// The audit of a study's printed figures: every check, its findings in order, and the problems they become. The one way in for the
// command line, the editor and the tests.
import type { Plan } from '../plan/plan.ts';
import type { StudyResults } from '../plan/results.ts';
import type { Problem } from '../problems/problem.ts';
import { claims, claimsByCell } from './claims.ts';
import { communalities } from './communalities.ts';
import { compositeIdentity } from './composite-identity.ts';
import { compositeParts } from './composite-parts.ts';
import { computedFindings } from './computed.ts';
import { dimensionMeans } from './dimension-means.ts';
import { explainedVariance } from './explained-variance.ts';
import { factorStructure } from './factor-structure.ts';
import { CHECKS, type Certainty, type Check, type CheckName, type CheckResult, type Finding, type NewFinding } from './finding.ts';
import { groupF } from './group-f.ts';
import { groupMeans } from './group-means.ts';
import { groupSds } from './group-sds.ts';
import { itemMeans } from './item-means.ts';
import { itemSds } from './item-sds.ts';
import { settledByMends } from './mended.ts';
import { missingPolicy } from './missing-policy.ts';
import { modelFit } from './model-fit.ts';
import { printedStudyOf } from './printed-study.ts';
import { printedTwice } from './printed-twice.ts';
import { problemOf } from './problem-of.ts';
import { readingsOf, type IndexReadings } from './readings.ts';
import { rotation } from './rotation.ts';
import { shares } from './shares.ts';
import { starBands } from './star-bands.ts';
import { coefficientTests } from './tests.ts';
import { totals } from './totals.ts';

const RUN: Readonly<Record<Exclude<CheckName, 'computed'>, Check>> = {
  'item-means': itemMeans, 'item-sds': itemSds, 'dimension-means': dimensionMeans, shares, totals, 'group-means': groupMeans, 'group-sds': groupSds, 'group-f': groupF, 'model-fit': modelFit, 'missing-policy': missingPolicy,
  communalities, 'explained-variance': explainedVariance, rotation, 'factor-structure': factorStructure, 'composite-identity': compositeIdentity, 'composite-parts': compositeParts, tests: coefficientTests, 'star-bands': starBands,
  'printed-twice': printedTwice, claims,
};

export interface CheckSummary { readonly check: CheckName; readonly right: number; readonly found: number; readonly skipped: CheckResult['skipped'] }

export interface Audit {
  /** By certainty, then in the order of the tables. */
  readonly findings: readonly Finding[];
  /** What the findings are as problems, at the offending cell; those against computed figures are not among them (execution raises them). */
  readonly problems: readonly Problem[];
  readonly checks: readonly CheckSummary[];
  /** Printed figures that were looked at. */
  readonly figures: number;
  readonly readings: readonly IndexReadings[];
}

const LABELS: ReadonlySet<string> = new Set(['label', 'lowLabel', 'highLabel']);

/** Equal for plans whose audit is the same: what is printed and claimed, and what is declared of it. Labels and data have no part in it. */
export function auditKey({ published, hypotheses, jobs, groups, variables }: Plan): string {
  return published.length === 0 ? '' : JSON.stringify([published, hypotheses, jobs, groups, variables], (key, value: unknown) => (LABELS.has(key) ? undefined : value));
}

const ORDER: Readonly<Record<Certainty, number>> = { impossible: 0, inconsistent: 1, 'worth a look': 2 };

/** With results, printed figures are also set against what was computed. Pure and synchronous. */
export function auditOf(plan: Plan, results: StudyResults | null = null): Audit {
  const study = printedStudyOf(plan);
  const cells = new Map(study.cells.map((cell, position) => [cell.at, { cell, position }]));
  const resting = claimsByCell(study);
  const found: { finding: Finding; position: number }[] = [];
  const checks: CheckSummary[] = [];
  let composites: readonly NewFinding[] = [];
  for (const check of CHECKS) {
    if (check === 'computed' && results === null) continue;
    const result = check === 'computed' ? computedFindings(results!) : study.cells.length === 0 ? { findings: [], right: 0, skipped: [] } : RUN[check](study);
    if (result.findings.length + result.right + result.skipped.length > 0) checks.push({ check, right: result.right, found: result.findings.length, skipped: result.skipped });
    if (check === 'composite-identity') composites = result.findings;
    for (const one of check === 'star-bands' ? settledByMends(plan, result.findings, composites) : result.findings) {
      const first = one.at.map((at) => cells.get(at)).find((cell) => cell !== undefined);
      const finding: Finding = { ...one, table: first?.cell.table ?? null, repairs: one.repairs ?? [], touches: check === 'claims' || check === 'computed' ? [] : one.at.flatMap((at) => resting.get(at) ?? []) };
      found.push({ finding, position: first?.position ?? Infinity });
    }
  }
  found.sort((a, b) => ORDER[a.finding.certainty] - ORDER[b.finding.certainty] || a.position - b.position);
  const findings = found.map((one) => one.finding);
  return { findings, problems: findings.filter((one) => one.check !== 'computed').map(problemOf), checks, figures: study.cells.length, readings: study.cells.length === 0 ? [] : readingsOf(study) };
}

