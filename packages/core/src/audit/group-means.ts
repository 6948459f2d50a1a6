// Means of groups against that of all cases: the whole is the weighted mean of its parts.
import { linearProgram } from '../numerics/linear-program.ts';
import { either, list, show, showInterval, slipsInto } from '../text/digits.ts';
import { pathsOf, report, type CheckReport, type CheckResult, type NewFinding, type Repair } from './finding.ts';
import { allOf, completeGroups, weightedMean, type CompleteGroups } from './groups.ts';
import { meets, scale, subtract, sumOf } from './interval.ts';
import { categoriesOf, cellAt, countAt, scoresOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** M = Σ nᵍmᵍ / Σ nᵍ. Columns of one table that fail together are one finding: they have their groups' numbers of cases in common. */
export function groupMeans(study: PrintedStudy): CheckResult {
  const out = report();
  const groups = completeGroups(study, out);
  const wrong = new Map<string, CompleteGroups[]>();
  for (const one of groups) {
    if (meets(weightedMean(one), one.all)) out.holds([one.all, ...one.means, ...one.counts]);
    else wrong.set(keyOf(one), [...(wrong.get(keyOf(one)) ?? []), one]);
  }
  for (const [key, failing] of wrong) {
    const siblings = groups.filter((other) => keyOf(other) === key);
    out.findings.push(failing.length === 1 ? alone(failing[0]!, siblings) : together(failing, siblings));
  }
  withoutCounts(study, out, groups);
  return out;
}

/** Scores of the same groups with the same cases. */
const keyOf = (one: CompleteGroups): string => `${one.category} ${one.counts.map((cell) => cell.at).join()}`;

const textOf = (one: CompleteGroups): string => {
  const mean = weightedMean(one);
  return (
    `(${one.means.map((cell, i) => `${one.counts[i]!.printed}·${cell.printed}`).join(' + ')})/` +
    `${one.n} = ${showInterval(mean.low, mean.high, one.all.decimals + 1)}, not ${one.all.printed}`
  );
};

function alone(one: CompleteGroups, siblings: readonly CompleteGroups[]): NewFinding {
  const mean = weightedMean(one);
  const half = one.all.high - one.all.value;
  const candidates: { readonly cell: PrintedCell; readonly texts: readonly string[] }[] = [
    { cell: one.all, texts: slipsInto(one.all.printed, one.all.decimals, mean.low - half, mean.high + half) },
  ];
  for (const [i, cell] of one.means.entries()) {
    const rest = sumOf(one.means.flatMap((other, j) => (j === i ? [] : [scale(other, one.counts[j]!.value)])));
    const needed = scale(subtract(scale(one.all, one.n), rest), 1 / one.counts[i]!.value);
    candidates.push({ cell, texts: slipsInto(cell.printed, cell.decimals, needed.low, needed.high) });
  }
  const likely = candidates.filter((candidate) => candidate.texts.length > 0);
  const parts = [
    `a total of ${showInterval(mean.low, mean.high, one.all.decimals)}`,
    ...likely
      .filter((candidate) => candidate.cell !== one.all)
      .map((candidate) => `${candidate.cell.row ?? candidate.cell.text} ${candidate.texts.slice(0, 3).join(' or ')}`),
  ];
  const repairs: Repair[] =
    likely.length === 1 && likely[0]!.texts.length === 1 ? [{ at: likely[0]!.cell.at, text: likely[0]!.texts[0]! }] : [];
  const others =
    siblings.length > 1 ? [] : countsThatFit([one]).map(([i, n]) => `${one.counts[i]!.row ?? one.counts[i]!.text} with n = ${n}`);
  return {
    check: 'group-means',
    certainty: 'inconsistent',
    at: pathsOf([...likely.map((candidate) => candidate.cell), one.all, ...(likely.length > 0 ? [] : one.means)]),
    involved: pathsOf([one.all, ...one.means, ...one.counts]),
    message: `The mean of ${one.score} over all cases, ${one.all.printed}, is not the weighted mean of its groups by ${one.category}.`,
    arithmetic: `${textOf(one)}.`,
    consistent: `${either([...parts, ...swapOf(one), ...others])} would do.`,
    repairs,
  };
}

/** Several columns of a table at once: what one other number of cases, or other valid numbers, would explain. */
function together(failing: readonly CompleteGroups[], siblings: readonly CompleteGroups[]): NewFinding {
  const [first] = failing as [CompleteGroups];
  const fits = countsThatFit(siblings);
  const counts = first.counts;
  const [only] = fits;
  const repairs: Repair[] = fits.length === 1 && only !== undefined ? [{ at: counts[only[0]]!.at, text: String(only[1]) }] : [];
  const named = fits.map(([i, n]) => `${counts[i]!.row ?? counts[i]!.text} with n = ${n}`);
  return {
    check: 'group-means',
    certainty: 'inconsistent',
    at: pathsOf([...fits.map(([i]) => counts[i]), ...failing.map((one) => one.all), ...failing.flatMap((one) => one.means), ...counts]),
    message:
      `The means over ` +
      `all cases of ${list(failing.map((one) => `${one.score} (${one.all.printed})`))} are not the ` +
      `weighted means of their groups by ${first.category}.`,
    arithmetic: `${failing
      .slice(0, 3)
      .map((one) => `${one.score}: ${textOf(one)}`)
      .join('; ')}${failing.length > 3 ? ` …` : ''}.`,
    consistent: fits.length > 0 ? `${either(named)} would give all ${siblings.length} totals at once.` : commonWeights(siblings),
    repairs,
  };
}

/** One group's number of cases, read otherwise, that gives every total: group and number. */
function countsThatFit(siblings: readonly CompleteGroups[]): [number, number][] {
  const { counts, n } = siblings[0]!;
  return counts.flatMap((cell, i) => {
    const found: [number, number][] = [];
    for (let count = 1; count <= 2 * n && found.length < 4; count++) {
      if (count === cell.value) continue;
      const total = n - cell.value + count;
      if (
        siblings.every((one) =>
          meets(scale(sumOf(one.means.map((mean, j) => scale(mean, j === i ? count : counts[j]!.value))), 1 / total), one.all),
        )
      )
        found.push([i, count]);
    }
    return found.length < 4 ? found : [];
  });
}

/** Two group means that, exchanged, give the printed total. */
function swapOf(one: CompleteGroups): string[] {
  const found: string[] = [];
  for (let i = 0; i < one.means.length; i++) {
    for (let j = i + 1; j < one.means.length; j++) {
      const means = one.means.map((cell, k) => one.means[k === i ? j : k === j ? i : k] ?? cell);
      if (meets(scale(sumOf(means.map((cell, k) => scale(cell, one.counts[k]!.value))), 1 / one.n), one.all))
        found.push(`${one.means[i]!.row ?? ''} and ${one.means[j]!.row ?? ''} exchanged`);
    }
  }
  return found;
}

/**
 * Some answers may be missing: are there valid counts, the same for every column and no larger than the printed ones, that give all totals?
 */
function commonWeights(siblings: readonly CompleteGroups[]): string {
  const counts = siblings[0]!.counts;
  const rows: number[][] = [];
  const bounds: number[] = [];
  for (const one of siblings) {
    rows.push(
      one.means.map((mean) => mean.low - one.all.high),
      one.means.map((mean) => one.all.low - mean.high),
    );
    bounds.push(0, 0);
  }
  counts.forEach((cell, i) => {
    rows.push(counts.map((_, j) => (i === j ? 1 : 0)));
    bounds.push(cell.value);
  });
  const found = linearProgram(
    counts.map(() => 1),
    rows,
    bounds,
  );
  const total = found.status === 'optimal' ? found.value : 0;
  return total < 1
    ? `With other valid numbers in the groups, at most the printed ones, no choice gives all ${siblings.length} totals at once.`
    : `All ${siblings.length} totals would come out ` +
        `with at most ${show(total, 0)} valid cases (` +
        `${found.status === 'optimal' ? found.x.map((n, i) => `${counts[i]!.row ?? ''} ${show(n, 0)}`).join(', ') : ''}).`;
}

/**
 * Without the groups' cases, the mean of all still lies between the smallest and the largest of the groups; a question where some belong to
 * no group.
 */
function withoutCounts(study: PrintedStudy, out: CheckReport, counted: readonly CompleteGroups[]): void {
  for (const score of scoresOf(study)) {
    for (const category of categoriesOf(study)) {
      if (counted.some((one) => one.score === score && one.category === category.name)) continue;
      const all = allOf(study, score, 'mean');
      const means = category.levels.map((level) => cellAt(study, `${score}.mean(${category.name}.${level.name})`));
      if (all === null || !means.every((mean): mean is PrintedCell => mean !== null)) continue;
      const levels = category.levels.map((level) => countAt(study, `${category.name}.${level.name}.count`));
      const everybody =
        study.sample !== null &&
        levels.every((count) => count !== null) &&
        levels.reduce((sum: number, count) => sum + count!, 0) === study.sample;
      const range = { low: Math.min(...means.map((mean) => mean.low)), high: Math.max(...means.map((mean) => mean.high)) };
      out.judge(meets(range, all), [all, ...means], () => ({
        check: 'group-means',
        certainty: everybody ? 'inconsistent' : 'worth a look',
        at: pathsOf([all, ...means]),
        message: `The mean of ${score} over all cases, ${all.printed}, lies outside those of its groups by ${category.name}.`,
        arithmetic:
          `The groups have ${list(means.map((mean) => mean.printed))}; a mean of all of ` +
          `them lies in ${showInterval(range.low, range.high, all.decimals + 1)}.`,
        consistent: everybody
          ? 'A total between the smallest and the largest of them.'
          : 'A total between the smallest and the largest of them; or cases that belong to no group.',
      }));
    }
  }
}
