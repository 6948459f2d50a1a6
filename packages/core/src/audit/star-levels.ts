// Which significance levels the stars of a paper stand for, where it does not say: the usual sets are tried, and the one that its own
// p-values and tests bear out is taken.
import type { Plan, PublishedPlan } from '../methods/plan.ts';
import type { CheckResult } from './finding.ts';
import type { Interval } from './interval.ts';
import { printedStudyOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** p by the stars: between the levels of its band. */
export function starBand(cell: PrintedCell): Interval {
  const passed = cell.stars === null || cell.stars === 'ns' ? 0 : Math.min(cell.stars.length, cell.bands.length);
  return { low: passed >= cell.bands.length ? 0 : cell.bands[passed]!, high: passed === 0 ? 1 : cell.bands[passed - 1]! };
}

const USUAL: readonly (readonly number[])[] = [
  [0.1, 0.05, 0.01],
  [0.05, 0.01, 0.001],
];

/** Relations that must bear out a set of levels before stars that do not go with it are called wrong. */
const ENOUGH = 3;

/**
 * The printed study with levels for every block. Where a block does not state them, the set with fewest contradictions is taken; it counts
 * as established when at least three relations of starred tables hold, and three for each that fails, and as assumed otherwise.
 */
export function withStarLevels(plan: Plan, checks: readonly ((study: PrintedStudy) => CheckResult)[]): PrintedStudy {
  const open = plan.published.flatMap((block, at) =>
    !block.starsStated && block.figures.some((figure) => figure.printed.stars !== null && figure.printed.stars !== 'ns') ? [at] : [],
  );
  if (open.length === 0) return printedStudyOf(plan);
  const tried = [...new Set([...open.flatMap((at) => [plan.published[at]!.stars]), ...USUAL].map((levels) => levels.join()))].map(
    (text) => {
      const levels = text.split(',').map(Number);
      const study = printedStudyOf(withLevels(plan, open, levels));
      const starred = new Set(
        study.cells
          .filter((cell) => open.some((at) => cell.at.startsWith(`published/${at}/`)) && cell.stars !== null && cell.stars !== 'ns')
          .map((cell) => cell.at),
      );
      const results = checks.map((check) => check(study));
      const wrong = results.reduce(
        (total, one) => total + one.findings.filter((finding) => finding.at.some((at) => starred.has(at))).length,
        0,
      );
      const right = results.reduce((total, one) => total + one.held.filter((cells) => cells.some((at) => starred.has(at))).length, 0);
      return { levels, wrong, right };
    },
  );
  const best = tried.reduce((least, one) => (one.wrong < least.wrong ? one : least));
  const established = best.right >= ENOUGH && best.right >= ENOUGH * best.wrong && tried.some((one) => one.wrong > best.wrong);
  return printedStudyOf(withLevels(plan, open, best.levels), established ? [] : open);
}

function withLevels(plan: Plan, open: readonly number[], levels: readonly number[]): Plan {
  return {
    ...plan,
    published: plan.published.map((block, at): PublishedPlan => (open.includes(at) ? { ...block, stars: levels } : block)),
  };
}
