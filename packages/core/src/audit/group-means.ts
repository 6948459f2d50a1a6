// Means of groups against that of all cases: the whole is the weighted mean of its parts.
import type { TotalOption, TotalsOption, MeanOfGroups } from '../contract/audit-facts/index.ts';
import { linearProgram } from '../numerics/linear-program.ts';
import { slipsInto } from '../text/digits.ts';
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

const weighted = (one: CompleteGroups): MeanOfGroups => ({
  score: one.score,
  groups: one.means.map((cell, i) => ({ count: one.counts[i]!.printed, mean: cell.printed })),
  n: one.n,
  mean: { ...weightedMean(one), decimals: one.all.decimals + 1 },
  printed: one.all.printed,
});

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
  const parts: TotalOption[] = [
    { of: 'total', range: { ...mean, decimals: one.all.decimals } },
    ...likely
      .filter((candidate) => candidate.cell !== one.all)
      .map((candidate) => ({ of: 'texts' as const, name: candidate.cell.row ?? candidate.cell.text, texts: candidate.texts })),
  ];
  const repairs: Repair[] =
    likely.length === 1 && likely[0]!.texts.length === 1 ? [{ at: likely[0]!.cell.at, text: likely[0]!.texts[0]! }] : [];
  const others =
    siblings.length > 1
      ? []
      : countsThatFit([one]).map(([i, n]) => ({ of: 'cases' as const, name: one.counts[i]!.row ?? one.counts[i]!.text, n }));
  return {
    check: 'group-means',
    certainty: 'inconsistent',
    at: pathsOf([...likely.map((candidate) => candidate.cell), one.all, ...(likely.length > 0 ? [] : one.means)]),
    involved: pathsOf([one.all, ...one.means, ...one.counts]),
    fact: { kind: 'group-mean', category: one.category, of: weighted(one), options: [...parts, ...swapOf(one), ...others] },
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
  const named = fits.map(([i, n]) => ({ name: counts[i]!.row ?? counts[i]!.text, n }));
  return {
    check: 'group-means',
    certainty: 'inconsistent',
    at: pathsOf([...fits.map(([i]) => counts[i]), ...failing.map((one) => one.all), ...failing.flatMap((one) => one.means), ...counts]),
    fact: {
      kind: 'group-means',
      category: first.category,
      totals: failing.map(weighted),
      all: siblings.length,
      option: fits.length > 0 ? { of: 'cases', groups: named } : commonWeights(siblings),
    },
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
function swapOf(one: CompleteGroups): TotalOption[] {
  const found: TotalOption[] = [];
  for (let i = 0; i < one.means.length; i++) {
    for (let j = i + 1; j < one.means.length; j++) {
      const means = one.means.map((cell, k) => one.means[k === i ? j : k === j ? i : k] ?? cell);
      if (meets(scale(sumOf(means.map((cell, k) => scale(cell, one.counts[k]!.value))), 1 / one.n), one.all))
        found.push({ of: 'exchanged', one: one.means[i]!.row ?? '', other: one.means[j]!.row ?? '' });
    }
  }
  return found;
}

/**
 * Some answers may be missing: are there valid counts, the same for every column and no larger than the printed ones, that give all totals?
 */
function commonWeights(siblings: readonly CompleteGroups[]): TotalsOption {
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
  if (found.status !== 'optimal' || found.value < 1) return { of: 'none' };
  return { of: 'valid', total: found.value, groups: found.x.map((n, i) => ({ name: counts[i]!.row ?? '', n })) };
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
        fact: {
          kind: 'mean-outside-groups',
          score,
          category: category.name,
          printed: all.printed,
          means: means.map((mean) => mean.printed),
          range: { ...range, decimals: all.decimals + 1 },
          everybody,
        },
      }));
    }
  }
}
