// SDs of groups against that of all cases: the whole spreads as its groups do, and as their means do.
import { showInterval } from '../text/digits.ts';
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
      message: `The SD of ${one.score} over all cases, ${one.allSd.printed}, does not follow from its groups by ${one.category}.`,
      arithmetic: `√((Σ(nᵍ − 1)sᵍ² + Σnᵍ(mᵍ − M)²)/${one.n - 1}) = ${showInterval(sd.low, sd.high, one.allSd.decimals + 1)}.`,
      consistent: `An SD of ${showInterval(sd.low, sd.high, one.allSd.decimals)} for all cases would do.`,
    });
  }
  return out;
}
