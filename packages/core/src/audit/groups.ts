// Groups of which n and mean are printed, beside all cases: what the checks of group tables share.
import type { report } from './finding.ts';
import { scale, squared, subtract, sumOf, type Interval } from './interval.ts';
import { categoriesOf, cellAt, countAt, indicesOf, scoresOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

export interface Groups { readonly score: string; readonly category: string; readonly means: readonly PrintedCell[]; readonly sds: readonly PrintedCell[] | null; readonly all: PrintedCell; readonly allSd: PrintedCell | null; readonly counts: readonly PrintedCell[]; readonly n: number }

/** Scores of which every group's mean and n and the mean of all are printed, with groups that make up all. */
export function completeGroups(study: PrintedStudy, out: ReturnType<typeof report> | null): Groups[] {
  const complete: Groups[] = [];
  const indexOf = new Map(indicesOf(study).flatMap((job) => [[job.name, job.name] as const, ...job.components.map((component) => [component.name, job.name] as const)]));
  for (const score of scoresOf(study)) {
    for (const category of categoriesOf(study)) {
      const level = (quantity: string, name: string): (PrintedCell | null)[] => category.levels.map((one) => cellAt(study, `${name}.${quantity}(${category.name}.${one.name})`));
      const means = level('mean', score);
      if (means.every((mean) => mean === null)) continue;
      const all = cellAt(study, `${score}.mean(all)`) ?? cellAt(study, `${score}.mean`);
      const whole = (cells: readonly (PrintedCell | null)[]): PrintedCell[] | null => (cells.every((cell): cell is PrintedCell => cell !== null && cell.decimals === 0) ? [...cells] as PrintedCell[] : null);
      const counts = whole(level('n', score)) ?? whole(level('n', indexOf.get(score) ?? score));
      const what = `${score} by ${category.name}`;
      if (all === null || means.some((mean) => mean === null)) { out?.skipped.push({ what, why: all === null ? 'the mean of all cases is not printed' : 'not every group has its mean printed' }); continue; }
      if (counts === null) { out?.skipped.push({ what, why: 'the cases of each group are not printed' }); continue; }
      const sum = counts.reduce((total, cell) => total + cell.value, 0);
      const n = [score, indexOf.get(score)].flatMap((name) => (name === undefined ? [] : [countAt(study, `${name}.n(all)`) ?? countAt(study, `${name}.n`)])).find((found) => found !== null) ?? study.sample;
      if (n === null || n !== sum) { out?.skipped.push({ what, why: n === null ? 'the number of all cases is not printed' : `the groups hold ${sum} cases, all cases are ${n}` }); continue; }
      const sds = level('sd', score);
      complete.push({ score, category: category.name, means: means as PrintedCell[], sds: sds.every((sd) => sd !== null) ? sds as PrintedCell[] : null, all, allSd: cellAt(study, `${score}.sd(all)`) ?? cellAt(study, `${score}.sd`), counts, n });
    }
  }
  return complete;
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
