// The F of a comparison against what its groups give.
import { showInterval } from './digits.ts';
import { report, type CheckResult } from './finding.ts';
import { betweenSquares, completeGroups, withinSquares } from './groups.ts';
import { divided, meets, scale } from './interval.ts';
import { cellAt, type PrintedStudy } from './printed-study.ts';

/** One-way F from the groups' n, means and SDs: MSB/MSW. */
export function groupF(study: PrintedStudy): CheckResult {
  const out = report();
  const groups = completeGroups(study, null);
  for (const job of study.plan.jobs) {
    if (job.kind !== 'compare') continue;
    for (const outcome of job.outcomes) {
      for (const by of job.by) {
        const f = cellAt(study, `${job.name}.${outcome}${job.by.length > 1 ? `.${by}` : ''}.f`);
        const one = groups.find((candidate) => candidate.score === outcome && candidate.category === by);
        if (f === null) continue;
        if (one === undefined || one.sds === null || job.where !== null) { out.skipped.push({ what: f.text, why: 'means, SDs and cases of all groups are not all printed' }); continue; }
        const k = one.means.length;
        const numerator = scale(betweenSquares(one), 1 / (k - 1));
        const denominator = scale(withinSquares(one, one.sds), 1 / (one.n - k));
        const value = divided(numerator, denominator);
        if (meets(value, f)) { out.right += 1; continue; }
        out.findings.push({ check: 'group-f', certainty: 'inconsistent', at: [f.at, ...one.means.map((cell) => cell.at)], message: `${f.text}, ${f.printed}, does not follow from the groups' n, means and SDs.`,
          arithmetic: `MSB/MSW = ${showInterval(numerator.low, numerator.high, 3)} / ${showInterval(denominator.low, denominator.high, 3)} = ${showInterval(value.low, value.high, f.decimals)}.`, consistent: `F = ${showInterval(value.low, value.high, f.decimals)} would do.` });
      }
    }
  }
  return out;
}
