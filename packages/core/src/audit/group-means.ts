// Means (and SDs) of groups against those of all cases: the whole is the weighted mean of its parts.
import { linearProgram } from '../numerics/linear-program.ts';
import { either, show, showInterval, slipsInto } from './digits.ts';
import { report, type CheckResult, type NewFinding, type Repair } from './finding.ts';
import { divided, meets, scale, squared, subtract, sumOf, type Interval } from './interval.ts';
import { categoriesOf, cellAt, countAt, indicesOf, scoresOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

interface Groups { readonly score: string; readonly category: string; readonly means: readonly PrintedCell[]; readonly sds: readonly PrintedCell[] | null; readonly all: PrintedCell; readonly allSd: PrintedCell | null; readonly counts: readonly PrintedCell[]; readonly n: number }

/** Scores of which every group's mean and n and the mean of all are printed, with groups that make up all. */
function completeGroups(study: PrintedStudy, out: ReturnType<typeof report> | null): Groups[] {
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

/** M = Σ nᵍmᵍ / Σ nᵍ. */
export function groupMeans(study: PrintedStudy): CheckResult {
  const out = report();
  const groups = completeGroups(study, out);
  const weighted = (one: Groups): Interval => scale(sumOf(one.means.map((mean, i) => scale(mean, one.counts[i]!.value))), 1 / one.n);
  for (const one of groups) {
    const mean = weighted(one);
    if (meets(mean, one.all)) { out.right += 1; continue; }
    out.findings.push(meanFinding(one, mean, groups.filter((other) => other.category === one.category && other.counts === one.counts || other.category === one.category)));
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
  const alone = siblings.every((other) => other === one || meets(scale(sumOf(other.means.map((cell, i) => scale(cell, other.counts[i]!.value))), 1 / other.n), other.all));
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

/** (N − 1)S² = Σ(nᵍ − 1)sᵍ² + Σ nᵍ(mᵍ − M)², with M the weighted mean of the groups. */
export function groupSds(study: PrintedStudy): CheckResult {
  const out = report();
  for (const one of completeGroups(study, null)) {
    if (one.sds === null || one.allSd === null) continue;
    const mean = scale(sumOf(one.means.map((cell, i) => scale(cell, one.counts[i]!.value))), 1 / one.n);
    const within = sumOf(one.sds.map((sd, i) => scale(squared(sd), one.counts[i]!.value - 1)));
    const total = sumOf([within, betweenSquares(one, mean)]);
    const sd = { low: Math.sqrt(Math.max(0, total.low) / (one.n - 1)), high: Math.sqrt(total.high / (one.n - 1)) };
    if (meets(sd, one.allSd)) { out.right += 1; continue; }
    out.findings.push({
      check: 'group-sds', certainty: 'inconsistent', at: [one.allSd.at, ...one.sds.map((cell) => cell.at)],
      message: `The SD of ${one.score} over all cases, ${one.allSd.printed}, does not follow from its groups by ${one.category}.`,
      arithmetic: `√((Σ(nᵍ − 1)sᵍ² + Σnᵍ(mᵍ − M)²)/${one.n - 1}) = ${showInterval(sd.low, sd.high, one.allSd.decimals + 1)}.`, consistent: `An SD of ${showInterval(sd.low, sd.high, one.allSd.decimals)} for all cases would do.`,
    });
  }
  return out;
}

function betweenSquares(one: Groups, mean: Interval): Interval {
  return sumOf(one.means.map((cell, i) => scale(squared(subtract(cell, mean)), one.counts[i]!.value)));
}

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
        const mean = scale(sumOf(one.means.map((cell, i) => scale(cell, one.counts[i]!.value))), 1 / one.n);
        const k = one.means.length;
        const numerator = scale(betweenSquares(one, mean), 1 / (k - 1));
        const denominator = scale(sumOf(one.sds.map((sd, i) => scale(squared(sd), one.counts[i]!.value - 1))), 1 / (one.n - k));
        const value = divided(numerator, denominator);
        if (meets(value, f)) { out.right += 1; continue; }
        out.findings.push({ check: 'group-f', certainty: 'inconsistent', at: [f.at, ...one.means.map((cell) => cell.at)], message: `${f.text}, ${f.printed}, does not follow from the groups' n, means and SDs.`,
          arithmetic: `MSB/MSW = ${showInterval(numerator.low, numerator.high, 3)} / ${showInterval(denominator.low, denominator.high, 3)} = ${showInterval(value.low, value.high, f.decimals)}.`, consistent: `F = ${showInterval(value.low, value.high, f.decimals)} would do.` });
      }
    }
  }
  return out;
}

