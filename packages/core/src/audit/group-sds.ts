// SDs of groups against that of all cases: the whole spreads as its groups do, and as their means do.
import { pathsOf, report, type CheckResult } from './finding.ts';
import { betweenSquares, completeGroups, withinSquares } from './groups.ts';
import { meets, sumOf } from './interval.ts';
import type { PrintedStudy } from './printed-study.ts';

/** (N − 1)S² = Σ(nᵍ − 1)sᵍ² + Σ nᵍ(mᵍ − M)², with M the weighted mean of the groups. */
export function groupSds(study: PrintedStudy): CheckResult {
  const out = report();
  for (const one of completeGroups(study, null)) {
    if (one.sds === null || one.allSd === null) continue;
    const total = sumOf([withinSquares(one, one.sds), betweenSquares(one)]);
    const sd = { low: Math.sqrt(Math.max(0, total.low) / (one.n - 1)), high: Math.sqrt(total.high / (one.n - 1)) };
    if (meets(sd, one.allSd)) {
      out.holds([one.allSd, ...one.sds, ...one.means, ...one.counts]);
      continue;
    }
    out.findings.push({
      check: 'group-sds',
      certainty: 'inconsistent',
      at: [one.allSd.at, ...one.sds.map((cell) => cell.at)],
      involved: pathsOf([one.allSd, ...one.sds, ...one.means, ...one.counts]),
      fact: {
        kind: 'group-sd',
        score: one.score,
        category: one.category,
        printed: one.allSd.printed,
        rest: one.n - 1,
        sd: { ...sd, decimals: one.allSd.decimals },
      },
    });
  }
  return out;
}
