// GRIM: can whole-number answers have the printed mean? Means of items only; SDs are item-sds.ts.
import { gridOf, inSteps, sumsFor, type AnswerGrid } from './answers.ts';
import { list, show } from './digits.ts';
import { report, type CheckResult } from './finding.ts';
import { meets } from './interval.ts';
import { answersOf, cellAt, indicatorsOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/**
 * A mean of n whole answers is a fraction with denominator n (Brown & Heathers 2017, Social Psychological and Personality Science
 * 8:363–369). Where the item's own n is printed, a mean that no sum gives is impossible. Where only the sample's size is, some answers
 * may be missing: the mean is impossible only when no n up to the sample's would do, and else a question.
 */
export function itemMeans(study: PrintedStudy): CheckResult {
  const out = report();
  for (const indicator of indicatorsOf(study)) {
    const cell = cellAt(study, `${indicator.name}.mean`);
    const grid = gridOf(indicator);
    if (cell === null) continue;
    if (grid === null) { out.skipped.push({ what: cell.text, why: 'its answers are not declared to be whole numbers on a scale' }); continue; }
    const onScale = meets(inSteps(grid, cell), { low: 0, high: grid.top });
    const ends = `${show(grid.origin, 0)}..${show(grid.origin + grid.step * grid.top, 0)}`;
    if (!onScale) {
      out.findings.push({ check: 'item-means', certainty: 'impossible', at: [cell.at], message: `${indicator.name} is printed with the mean ${cell.printed}, which is outside its scale ${ends}.`,
        arithmetic: `Every answer lies in ${ends}, so their mean does.`, consistent: `A mean within ${ends}; or another scale, or answers outside it that were not removed.` });
      continue;
    }
    const own = answersOf(study, indicator.name);
    const n = own ?? study.sample;
    if (n === null || n < 1) { out.skipped.push({ what: cell.text, why: 'neither its n nor the size of the sample is printed' }); continue; }
    if (2 * (cell.high - cell.value) * n >= grid.step * 2) { out.skipped.push({ what: cell.text, why: `with ${cell.decimals} digits after the point, ${n} answers give every mean` }); continue; }
    if (sumsFor(grid, cell, n).length > 0) { out.right += 1; continue; }
    const upTo = own === null ? n : n * 2;
    const would = nearestCounts(grid, cell, n, upTo);
    const few = own === null && would.length === 0;
    out.findings.push({
      check: 'item-means', certainty: own !== null || few ? 'impossible' : 'worth a look', at: [cell.at],
      message: `The mean of ${indicator.name}, ${cell.printed}, cannot come from ${n} whole answers on ${ends}${own === null && !few ? ': some of the sample did not answer, or the figure is wrong' : ''}.`,
      arithmetic: around(grid, cell, n),
      consistent: would.length === 0 ? `No n up to ${upTo} would do.` : `n = ${list(would)} would do (${example(grid, cell, would[0]!)}).`,
    });
  }
  return out;
}

/** The n nearest to the stated one that would do; below it only, when it is the size of the sample. */
function nearestCounts(grid: AnswerGrid, cell: PrintedCell, n: number, upTo: number): readonly number[] {
  const found: number[] = [];
  for (let distance = 1; distance < n && found.length < 8; distance++) {
    for (const candidate of [n - distance, n + distance]) if (candidate >= 2 && candidate <= upTo && sumsFor(grid, cell, candidate).length > 0) found.push(candidate);
  }
  return found.slice(0, 8);
}

function around(grid: AnswerGrid, cell: PrintedCell, n: number): string {
  const exact = ((cell.value - grid.origin) / grid.step) * n;
  const mean = (sum: number): number => grid.origin + (grid.step * sum) / n;
  const total = (sum: number): string => show(grid.origin * n + grid.step * sum, grid.step === 1 ? 0 : 2);
  const [below, above] = [Math.floor(exact), Math.ceil(exact)];
  return `${cell.printed} × ${n} = ${show(cell.value * n, 2)}; ${total(below)}/${n} = ${show(mean(below), cell.decimals + 2)} and ${total(above)}/${n} = ${show(mean(above), cell.decimals + 2)}, and neither prints as ${cell.printed}.`;
}

function example(grid: AnswerGrid, cell: PrintedCell, n: number): string {
  const sum = sumsFor(grid, cell, n)[0]!;
  return `${show(grid.origin * n + grid.step * sum, grid.step === 1 ? 0 : 2)}/${n} = ${show(grid.origin + (grid.step * sum) / n, cell.decimals + 2)}`;
}
