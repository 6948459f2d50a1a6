// Means of groups against that of all cases: the whole is the weighted mean of its parts.
import { linearProgram } from '../numerics/linear-program.ts';
import { either, show, showInterval, slipsInto } from './digits.ts';
import { report, type CheckResult, type NewFinding, type Repair } from './finding.ts';
import { completeGroups, weightedMean, type Groups } from './groups.ts';
import { meets, scale, subtract, sumOf, type Interval } from './interval.ts';
import type { PrintedCell, PrintedStudy } from './printed-study.ts';

/** M = Σ nᵍmᵍ / Σ nᵍ. */
export function groupMeans(study: PrintedStudy): CheckResult {
  const out = report();
  const groups = completeGroups(study, out);
  for (const one of groups) {
    const mean = weightedMean(one);
    if (meets(mean, one.all)) { out.right += 1; continue; }
    out.findings.push(meanFinding(one, mean, groups.filter((other) => other.category === one.category)));
  }
  return out;
}

function meanFinding(one: Groups, mean: Interval, siblings: readonly Groups[]): NewFinding {
  const candidates: { readonly cell: PrintedCell; readonly texts: readonly string[] }[] = [];
  const half = one.all.high - one.all.value;
  candidates.push({ cell: one.all, texts: slipsInto(one.all.printed, one.all.decimals, mean.low - half, mean.high + half) });
  for (const [i, cell] of one.means.entries()) {
    const rest = sumOf(one.means.flatMap((other, j) => (j === i ? [] : [scale(other, one.counts[j]!.value)])));
    const needed = scale(subtract(scale(one.all, one.n), rest), 1 / one.counts[i]!.value);
    candidates.push({ cell, texts: slipsInto(cell.printed, cell.decimals, needed.low, needed.high) });
  }
  const likely = candidates.filter((candidate) => candidate.texts.length > 0);
  const alone = siblings.every((other) => other === one || meets(weightedMean(other), other.all));
  const swapped = alone ? [] : swapOf(one);
  const parts = [`a total of ${showInterval(mean.low, mean.high, one.all.decimals)}`, ...likely.filter((candidate) => candidate.cell !== one.all).map((candidate) => `${candidate.cell.row ?? candidate.cell.text} ${candidate.texts.slice(0, 3).join(' or ')}`)];
  const shared = alone || siblings.length < 2 ? '' : ` ${commonWeights(siblings)}`;
  const repairs: Repair[] = alone && likely.length === 1 && likely[0]!.texts.length === 1 ? [{ at: likely[0]!.cell.at, text: likely[0]!.texts[0]! }] : [];
  const at = alone && likely.length > 0 ? likely.map((candidate) => candidate.cell.at) : [one.all.at, ...one.means.map((cell) => cell.at)];
  return {
    check: 'group-means', certainty: 'inconsistent', at,
    message: `The mean of ${one.score} over all cases, ${one.all.printed}, is not the weighted mean of its groups by ${one.category}.`,
    arithmetic: `(${one.means.map((cell, i) => `${one.counts[i]!.printed}·${cell.printed}`).join(' + ')})/${one.n} = ${showInterval(mean.low, mean.high, one.all.decimals + 1)}, not ${one.all.printed}.`,
    consistent: `${either([...parts, ...swapped])} would do.${shared}`, repairs,
  };
}

/** Two group means that, exchanged, give the printed total. */
function swapOf(one: Groups): string[] {
  const found: string[] = [];
  for (let i = 0; i < one.means.length; i++) {
    for (let j = i + 1; j < one.means.length; j++) {
      const means = one.means.map((cell, k) => one.means[k === i ? j : k === j ? i : k] ?? cell);
      if (meets(scale(sumOf(means.map((cell, k) => scale(cell, one.counts[k]!.value))), 1 / one.n), one.all)) found.push(`${one.means[i]!.row ?? ''} and ${one.means[j]!.row ?? ''} exchanged`);
    }
  }
  return found;
}

/** Some answers may be missing: are there valid counts, the same for every column and no larger than the printed ones, that give all totals? */
function commonWeights(siblings: readonly Groups[]): string {
  const counts = siblings[0]!.counts;
  const rows: number[][] = [];
  const bounds: number[] = [];
  for (const one of siblings) {
    rows.push(one.means.map((mean) => mean.low - one.all.high), one.means.map((mean) => one.all.low - mean.high));
    bounds.push(0, 0);
  }
  counts.forEach((cell, i) => { rows.push(counts.map((_, j) => (i === j ? 1 : 0))); bounds.push(cell.value); });
  const found = linearProgram(counts.map(() => 1), rows, bounds);
  const total = found.status === 'optimal' ? found.value : 0;
  return total < 1 ? `With other valid numbers in the groups, at most the printed ones, no choice gives all ${siblings.length} totals at once.`
    : `All ${siblings.length} totals would come out with at most ${show(total, 0)} valid cases (${found.status === 'optimal' ? found.x.map((n, i) => `${counts[i]!.row ?? ''} ${show(n, 0)}`).join(', ') : ''}).`;
}
