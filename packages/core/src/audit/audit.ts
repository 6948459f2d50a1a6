// The audit of a study's printed figures: every check, its findings in order, and the problems they become. The one way in for the
// command line, the editor and the tests.
import { tellStep } from '../contract/steps.ts';
import { derivation, each, plain, same } from '../memo/derivation.ts';
import { noMemo, type Memo } from '../memo/memo.ts';
import { once } from '../numerics/once.ts';
import type { Plan } from '../methods/plan.ts';
import type { StudyResults } from '../methods/results.ts';
import type { Problem } from '../problems/problem.ts';
import { byCause } from './causes.ts';
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
import { withoutPaddedZeros } from './padded.ts';
import type { PrintedStudy } from './printed-study.ts';
import { printedTwice } from './printed-twice.ts';
import { problemOf } from './problem-of.ts';
import { ranges } from './ranges.ts';
import { readingsOf, type IndexReadings } from './readings.ts';
import { reliability } from './reliability.ts';
import { rotation } from './rotation.ts';
import { shares } from './shares.ts';
import { spread } from './spread.ts';
import { starBands, starFindings } from './star-bands.ts';
import { withStarLevels } from './star-levels.ts';
import { takingPart, type TakingPart } from './taking-part.ts';
import { coefficientTests } from './tests.ts';
import { totals } from './totals.ts';

const RUN: Readonly<Record<Exclude<CheckName, 'computed'>, Check>> = {
  ranges,
  'item-means': itemMeans,
  'item-sds': itemSds,
  spread,
  'dimension-means': dimensionMeans,
  shares,
  totals,
  'group-means': groupMeans,
  'group-sds': groupSds,
  'group-f': groupF,
  'model-fit': modelFit,
  'missing-policy': missingPolicy,
  reliability,
  communalities,
  'explained-variance': explainedVariance,
  rotation,
  'factor-structure': factorStructure,
  'composite-identity': compositeIdentity,
  'composite-parts': compositeParts,
  tests: coefficientTests,
  'star-bands': starBands,
  'printed-twice': printedTwice,
  claims,
};

export interface CheckSummary {
  readonly check: CheckName;
  readonly right: number;
  readonly found: number;
  readonly skipped: CheckResult['skipped'];
}

export interface Audit {
  /** By certainty, then in the order of the tables. */
  readonly findings: readonly Finding[];
  /**
   * What the findings are as problems, at the offending cell; those against computed figures are not among them (execution raises them).
   */
  readonly problems: readonly Problem[];
  readonly checks: readonly CheckSummary[];
  /** Printed figures that were looked at. */
  readonly figures: number;
  /** How many of them a check can say anything about. */
  readonly takingPart: TakingPart;
  readonly readings: readonly IndexReadings[];
}

const LABELS: ReadonlySet<string> = new Set(['label', 'lowLabel', 'highLabel']);

/** Equal for plans whose audit is the same: what is printed and claimed, and what is declared of it. Labels and data have no part in it. */
export function auditKey({ published, hypotheses, jobs, groups, variables }: Plan): string {
  return published.length === 0
    ? ''
    : JSON.stringify([published, hypotheses, jobs, groups, variables], (key, value: unknown) => (LABELS.has(key) ? undefined : value));
}

/** Two steps ask for it, of the same plan. */
const keys = new WeakMap<Plan, string>();
const byKey = {
  key(plan: Plan): string {
    const known = keys.get(plan) ?? auditKey(plan);
    keys.set(plan, known);
    return known;
  },
  narrow: (plan: Plan): Plan => plan,
};

/**
 * What the audit of the printed figures finds, remembered by what it reads. So is each check: an audit that is given up between two of
 * them, because somebody types, goes on from there if the figures are the same again.
 */
export const auditedProblems = derivation(
  'audit',
  { plan: byKey },
  ({ plan }, memo): readonly Problem[] => auditOf(plan, null, memo).problems,
);

const printedStudy = derivation('printed study', { plan: byKey }, ({ plan }) =>
  withStarLevels(plan, [coefficientTests, modelFit, starBands]),
);

const checkedAlone = derivation(
  'audit check',
  { study: same<PrintedStudy>(), check: plain<Exclude<CheckName, 'computed'>>() },
  ({ study, check }) => RUN[check](study),
);

/** The findings of a check, each tried with fewer digits. */
const findingsOf = derivation(
  'audit findings',
  { study: same<PrintedStudy>(), check: plain<Exclude<CheckName, 'computed'>>(), found: same<readonly NewFinding[]>() },
  ({ study, check, found }) => withoutPaddedZeros(study, RUN[check], found.map(unaccusing)),
);

const mended = derivation('audit mends', { study: same<PrintedStudy>(), found: each<readonly NewFinding[]>() }, ({ study, found }) =>
  settledByMends(study, found.flat(), RUN),
);

const ORDER: Readonly<Record<Certainty, number>> = { impossible: 0, inconsistent: 1, 'worth a look': 2 };

interface Result {
  readonly check: CheckName;
  readonly result: CheckResult;
}

/** With results, printed figures are also set against what was computed. Pure and synchronous. */
export function auditOf(plan: Plan, results: StudyResults | null = null, memo: Memo = noMemo): Audit {
  const study = printedStudy(memo, { plan });
  const checked = study.cells.length === 0 ? [] : runChecks(study, memo);
  if (results !== null) checked.push({ check: 'computed', result: computedFindings(results) });
  const raw = byCause(
    study,
    checked.flatMap(({ result }) => result.findings),
    checked.flatMap(({ check, result }) => (check === 'computed' || check === 'ranges' ? [] : result.held)),
  );
  const cells = new Map(study.cells.map((cell, position) => [cell.at, { cell, position }]));
  const resting = claimsByCell(study);
  const found = raw.map((one): { finding: Finding; position: number } => {
    const first = one.at.map((at) => cells.get(at)).find((cell) => cell !== undefined);
    const touches = one.check === 'claims' || one.check === 'computed' ? [] : one.at.flatMap((at) => resting.get(at) ?? []);
    return { finding: finished(one, first?.cell.table ?? null, touches), position: first?.position ?? Infinity };
  });
  found.sort((a, b) => ORDER[a.finding.certainty] - ORDER[b.finding.certainty] || a.position - b.position);
  const findings = found.map((one) => one.finding);
  const readings = once(() => (study.cells.length === 0 ? [] : readingsOf(study)));
  return {
    findings,
    problems: findings.filter((one) => one.check !== 'computed').map((one) => problemOf(one, (at) => cells.get(at)?.cell ?? null)),
    checks: checked
      .filter(({ result }) => result.findings.length + result.right + result.skipped.length > 0)
      .map(({ check, result }) => ({ check, right: result.right, found: result.findings.length, skipped: result.skipped })),
    figures: study.cells.length,
    takingPart: takingPart(study, checked),
    get readings() {
      return readings();
    },
  };
}

/** Every check on its own, each finding tried with fewer digits; stars last, without those that the mend of other cells settles. */
function runChecks(study: PrintedStudy, memo: Memo): Result[] {
  const of = 2 * CHECKS.length;
  const checks = CHECKS.flatMap((check, done) => {
    tellStep({ is: 'auditing', done, of });
    return check === 'computed' || check === 'star-bands' ? [] : [{ check, result: checkedAlone(memo, { study, check }) }];
  });
  const found = checks.map(({ check, result }, done) => {
    tellStep({ is: 'auditing', done: CHECKS.length + done, of });
    return findingsOf(memo, { study, check, found: result.findings });
  });
  const { findings, isSettled } = mended(memo, { study, found });
  const stars = starFindings(study, isSettled);
  return CHECKS.flatMap((check): Result[] => {
    if (check === 'star-bands')
      return [{ check, result: resultOf(stars, withoutPaddedZeros(study, starBands, stars.findings.map(unaccusing))) }];
    const own = checks.find((one) => one.check === check);
    return own === undefined
      ? []
      : [
          {
            check,
            result: resultOf(
              own.result,
              findings.filter((one) => one.check === check),
            ),
          },
        ];
  });
}

/** Nothing that rests on a default of the language is certain: the study did not say it. */
const unaccusing = (one: NewFinding): NewFinding => ((one.assumed ?? []).length === 0 ? one : { ...one, certainty: 'worth a look' });

const resultOf = ({ right, held, skipped }: CheckResult, findings: readonly NewFinding[]): CheckResult => ({
  findings,
  right,
  held,
  skipped,
});

function finished(
  { check, certainty, at, fact, padded = [], repairs = [], assumed = [], also = [] }: NewFinding,
  table: string | null,
  touches: Finding['touches'],
): Finding {
  return { check, certainty, table, at, fact, padded, repairs, assumed, also, touches };
}
