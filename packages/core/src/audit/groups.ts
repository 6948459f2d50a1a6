// Groups of which n and mean are printed, with or without a row for all cases: what the checks of group tables share.
import type { CheckReport } from './finding.ts';
import { scale, squared, subtract, sumOf, type Interval } from './interval.ts';
import { categoriesOf, cellAt, comparisonsOf, countAt, indicesOf, scoresOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** Every group of a category with its mean of a score (or, within a comparison, of its outcome) and its number of cases. */
export interface Groups {
  readonly score: string;
  readonly category: string;
  readonly means: readonly PrintedCell[];
  readonly sds: readonly PrintedCell[] | null;
  readonly counts: readonly PrintedCell[];
  /** Cases of all groups together. */
  readonly n: number;
}

/** The same with the mean of all cases, who are exactly those of the groups. */
export interface CompleteGroups extends Groups {
  readonly all: PrintedCell;
  readonly allSd: PrintedCell | null;
}

const isWhole = (cells: readonly (PrintedCell | null)[]): cells is readonly PrintedCell[] =>
  cells.every((cell) => cell !== null && cell.decimals === 0);
const isPrinted = (cells: readonly (PrintedCell | null)[]): cells is readonly PrintedCell[] => cells.every((cell) => cell !== null);

/** Where the cases of a group of a score are printed: its own, its index's, or (only where it is said to be so) the level's count. */
function countsOf(study: PrintedStudy, score: string, levels: readonly string[]): readonly PrintedCell[] | null {
  for (const name of [score, indexOf(study, score)]) {
    if (name === null) continue;
    const counts = levels.map((level) => cellAt(study, `${name}.n(${level})`));
    if (isWhole(counts)) return counts;
  }
  return null;
}

function indexOf(study: PrintedStudy, score: string): string | null {
  return indicesOf(study).find((job) => job.components.some((component) => component.name === score))?.name ?? null;
}

/** Scores of which every group's mean and n are printed. */
export function groupsOf(study: PrintedStudy, out: CheckReport | null): Groups[] {
  const found: Groups[] = [];
  const categories = categoriesOf(study);
  const own = comparisonsOf(study).map(({ front, by }) => ({ score: front, over: categories.filter((one) => one.name === by) }));
  for (const { score, over } of [...scoresOf(study).map((name) => ({ score: name, over: categories })), ...own]) {
    for (const category of over) {
      const levels = category.levels.map((level) => `${category.name}.${level.name}`);
      const of = (quantity: string): (PrintedCell | null)[] => levels.map((level) => cellAt(study, `${score}.${quantity}(${level})`));
      const means = of('mean');
      if (means.every((mean) => mean === null)) continue;
      const counts = countsOf(study, score, levels);
      if (!isPrinted(means)) {
        out?.skip({ of: 'groups', score, category: category.name }, 'group-mean-not-printed');
        continue;
      }
      if (counts === null) {
        out?.skip({ of: 'groups', score, category: category.name }, 'cases-of-groups-not-printed');
        continue;
      }
      const sds = of('sd');
      found.push({
        score,
        category: category.name,
        means,
        sds: isPrinted(sds) ? sds : null,
        counts,
        n: counts.reduce((total, cell) => total + cell.value, 0),
      });
    }
  }
  return found;
}

/** Of these, those that make up all cases. */
export function completeGroups(study: PrintedStudy, out: CheckReport | null): CompleteGroups[] {
  return groupsOf(study, out).flatMap((one): CompleteGroups[] => {
    const all = allOf(study, one.score, 'mean');
    const what = { of: 'groups', score: one.score, category: one.category } as const;
    if (all === null) {
      out?.skip(what, 'mean-of-all-not-printed');
      return [];
    }
    const n =
      [one.score, indexOf(study, one.score)]
        .flatMap((name) => (name === null ? [] : [countAt(study, `${name}.n(all)`) ?? countAt(study, `${name}.n`)]))
        .find((found) => found !== null) ?? (one.score.includes('.') ? null : study.sample);
    if (n === null || n !== one.n) {
      out?.skip(what, n === null ? 'number-of-all-not-printed' : { of: 'other-cases', groups: one.n, all: n });
      return [];
    }
    return [{ ...one, all, allSd: allOf(study, one.score, 'sd') }];
  });
}

/** A figure of all cases. */
export function allOf(study: PrintedStudy, score: string, quantity: string): PrintedCell | null {
  return cellAt(study, `${score}.${quantity}(all)`) ?? cellAt(study, `${score}.${quantity}`);
}

/** Σ nᵍmᵍ / Σ nᵍ. */
export function weightedMean(one: Groups): Interval {
  return scale(sumOf(one.means.map((mean, i) => scale(mean, one.counts[i]!.value))), 1 / one.n);
}

/** Σ nᵍ(mᵍ − M)², with M the weighted mean of the groups. */
export function betweenSquares(one: Groups): Interval {
  const mean = weightedMean(one);
  return sumOf(one.means.map((cell, i) => scale(squared(subtract(cell, mean)), one.counts[i]!.value)));
}

/** Σ (nᵍ − 1)sᵍ². */
export function withinSquares(one: Groups, sds: readonly PrintedCell[]): Interval {
  return sumOf(sds.map((sd, i) => scale(squared(sd), one.counts[i]!.value - 1)));
}
