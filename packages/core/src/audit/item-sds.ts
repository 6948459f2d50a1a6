// GRIMMER and the bounds of a standard deviation: can whole-number answers with the printed mean have the printed SD; and if not, which
// single answer outside the scale would explain it.
import type { SdOption, SdReason } from '../contract/audit-facts/index.ts';
import { square, tenTo } from '../numerics/powers.ts';
import { gridOf, largestSd, possible, squaresFor, squaresOfSd, sumsFor, type AnswerGrid } from './answers.ts';
import { show } from '../text/digits.ts';
import { pathsOf, report, type CheckResult } from './finding.ts';
import { answersOf, cellAt, indicatorsOf, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/**
 * SDs with n − 1, as SPSS prints them. With an item's own n in print the verdict is certain; with the sample's only, every n up to it is
 * tried.
 */
export function itemSds(study: PrintedStudy): CheckResult {
  const out = report();
  for (const indicator of indicatorsOf(study)) {
    const sd = cellAt(study, `${indicator.name}.sd`);
    const mean = cellAt(study, `${indicator.name}.mean`);
    const grid = gridOf(indicator);
    if (sd === null) continue;
    if (mean === null || grid === null) {
      out.skip(sd.text, mean === null ? 'mean-not-printed' : 'not-whole-answers');
      continue;
    }
    const own = answersOf(study, indicator.name);
    const n = own ?? study.sample;
    if (n === null || n < 2) {
      out.skip(sd.text, 'n-not-printed');
      continue;
    }
    if (sumsFor(grid, mean, n).length === 0 && own !== null) {
      out.skip(sd.text, { of: 'mean-impossible', n });
      continue;
    }
    const counts = own === null ? Array.from({ length: n - 1 }, (_, i) => n - i) : [n];
    if (counts.some((count) => possible(grid, mean, sd, count))) {
      out.holds([sd, mean, cellAt(study, `${indicator.name}.n`)]);
      continue;
    }
    const largest = largestSd(grid, mean, n);
    const tooLarge = largest !== null && sd.low > largest;
    const population = counts.some((count) => possible(grid, mean, sd, count, 0));
    const outlier = tooLarge ? explainingAnswer(grid, mean, sd, n) : null;
    out.findings.push({
      check: 'item-sds',
      certainty: population ? 'worth a look' : 'impossible',
      at: [sd.at],
      involved: pathsOf([sd, mean, cellAt(study, `${indicator.name}.n`)]),
      fact: {
        kind: 'sd-of-wholes',
        name: indicator.name,
        printed: sd.printed,
        n,
        upTo: own === null,
        ends: { low: grid.origin, high: grid.origin + grid.step * grid.top },
        mean: mean.printed,
        why: tooLarge ? { of: 'largest', largest } : enumeration(grid, mean, sd, n),
        option: population
          ? { of: 'divided-by-n' }
          : (outlier ??
            (tooLarge
              ? { of: 'at-most', largest: { value: largest, decimals: sd.decimals } }
              : { of: 'near', texts: nearestSds(grid, mean, sd, n) })),
      },
    });
  }
  return out;
}

/** No sum gives the mean, or none of its sums of squares is that of the SD. */
function enumeration(grid: AnswerGrid, mean: PrintedCell, sd: PrintedCell, n: number): SdReason {
  const sum = sumsFor(grid, mean, n)[0];
  if (sum === undefined) return { of: 'no-sum' };
  const bounds = squaresFor(grid.top, n, sum)!;
  return { of: 'squares', sum, ...squaresOfSd(grid, sd, n, sum, 1), least: bounds.low, most: bounds.high };
}

/** SDs of as many digits, nearest to the printed one, that these answers can have. */
function nearestSds(grid: AnswerGrid, mean: PrintedCell, sd: PrintedCell, n: number): string[] {
  const unit = tenTo(-sd.decimals);
  const found: string[] = [];
  for (let step = 1; step <= 60 && found.length < 2; step++) {
    for (const value of [sd.value - step * unit, sd.value + step * unit]) {
      if (value >= 0 && possible(grid, mean, { low: value - unit / 2, high: value + unit / 2 }, n)) found.push(show(value, sd.decimals));
    }
  }
  return found;
}

/**
 * The single answers off the scale that, beside n − 1 answers on it, give the mean and the SD. Of several, one that is an answer of the
 * scale typed twice (5 as 55) is named: it is the usual slip of the hand.
 */
function explainingAnswer(grid: AnswerGrid, mean: PrintedCell, sd: PrintedCell, n: number): SdOption | null {
  if (grid.step !== 1) return null;
  const found: { readonly value: number; readonly restMean: number; readonly restSd: number }[] = [];
  const furthest = Math.ceil(sd.high * Math.sqrt(n)) + grid.top;
  // Nobody types a negative answer by mistake: codes below zero are values for missing, and the study would say so.
  for (let j = -grid.origin; j <= furthest; j++) {
    if (j >= 0 && j <= grid.top) continue;
    // The mean is that of all n answers; the sum may lie beyond the scale's own when the stray answer is large.
    for (let sum = Math.ceil((mean.low - grid.origin) * n - 1e-9); sum <= Math.floor((mean.high - grid.origin) * n + 1e-9); sum++) {
      const rest = squaresFor(grid.top, n - 1, sum - j);
      if (rest === null) continue;
      const wanted = squaresOfSd(grid, sd, n, sum, 1);
      const low = Math.max(rest.low, Math.ceil(wanted.low - j * j - 1e-6));
      const high = Math.min(rest.high, Math.floor(wanted.high - j * j + 1e-6));
      if (low > high || (low === high && (low - (sum - j)) % 2 !== 0)) continue;
      const restMean = (sum - j) / (n - 1);
      found.push({
        value: j + grid.origin,
        restMean: restMean + grid.origin,
        restSd: Math.sqrt(Math.max(0, ((low + high) / 2 - (n - 1) * square(restMean)) / (n - 2))),
      });
      break;
    }
  }
  if (found.length === 0) return null;
  const values = found.map((one) => one.value);
  const twice = found.find(
    (one) =>
      one.value >= 10 &&
      /^(\d)\1$/u.test(String(one.value)) &&
      Number(String(one.value)[0]) <= grid.origin + grid.top &&
      Number(String(one.value)[0]) >= grid.origin,
  );
  const best = twice ?? found[0]!;
  return {
    of: 'stray-answer',
    values,
    best: best.value,
    twice: twice !== undefined,
    others: { n: n - 1, mean: best.restMean, sd: best.restSd },
  };
}
