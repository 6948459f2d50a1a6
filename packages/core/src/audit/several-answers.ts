// Questions with several answers: counts that sum to more than the cases, each a share of the same cases.
import type { CategoryPlan } from '../contract/variables.ts';
import { divided, exactly, meets } from './interval.ts';
import { cellAt, countAt, type PrintedStudy } from './printed-study.ts';

/**
 * The number of cases of which every level's percentage is a share, when the counts sum to more than that: somebody gave two answers. The
 * sample's size is tried first, then any number that fits all percentages. Null: the percentages do not show it.
 */
export function sharesOfCases(study: PrintedStudy, category: CategoryPlan): number | null {
  const levels = category.levels.map(({ name }) => ({
    count: countAt(study, `${category.name}.${name}.count`),
    percent: cellAt(study, `${category.name}.${name}.percent`),
  }));
  if (levels.length < 2 || levels.some((level) => level.count === null || level.percent === null)) return null;
  const sum = levels.reduce((total, level) => total + level.count!, 0);
  const least = Math.max(...levels.map((level) => level.count!));
  const fits = (base: number): boolean =>
    base >= least && levels.every((level) => meets(exactly((100 * level.count!) / base), level.percent!));
  const stated = [study.sample, countAt(study, `${category.name}.n`)].find((base) => base !== null && base < sum && fits(base));
  if (stated != null) return stated;
  // 100·count/percent bounds the base from both sides.
  const bounds = levels.flatMap((level) =>
    level.count! > 0 && level.percent!.low > 0 ? [divided(exactly(100 * level.count!), level.percent!)] : [],
  );
  if (bounds.length < 2) return null;
  const [low, high] = [Math.max(...bounds.map((one) => one.low)), Math.min(...bounds.map((one) => one.high))];
  const base = Math.ceil(low - 1e-9);
  return base <= high + 1e-9 && base < sum && fits(base) ? base : null;
}
