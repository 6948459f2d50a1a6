// A factor solution across its tables: shares after rotation against eigenvalues, numbers of components against both, communalities
// against the total,
// the determinant against what it is made of, weights against shares. What loadings imply is factor-structure.ts's.
import type { IndexJob } from '../methods/index/job.ts';
import { isOblique } from '../methods/index/rotate.ts';
import { list } from '../text/digits.ts';
import type { CheckReport } from './finding.ts';
import { exactly, multiplied, scale, squared, sumOf, type Interval } from './interval.ts';
import { isFull, isOfComponents, known, loadingTablesOf } from './loadings.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

const CHECK = 'reliability' as const;
const plus = (cells: readonly PrintedCell[]): string => list(cells.map((cell) => cell.printed)).replace(/, | and /gu, ' + ');

export function componentRelations(study: PrintedStudy, out: CheckReport, job: IndexJob): void {
  const at = (quantity: string): PrintedCell | null => cellAt(study, `${job.name}.${quantity}`);
  const roots = job.items.map((_, i) => at(`eigenvalue(${i + 1})`));
  if (isOfComponents(job) && !isOblique(job.rotate)) rotatedShares(study, out, job, roots);
  numbers(study, out, job, roots);
  totals(study, out, job, at);
  rows(study, out, job);
  determinants(study, out, job, roots);
  weights(study, out, job);
  cases(study, out, job);
}

/** Rotation keeps the sum of the shares, and no direction carries more than the first eigenvalue: Σλ² of any column is at most λ₁. */
function rotatedShares(study: PrintedStudy, out: CheckReport, job: IndexJob, roots: readonly (PrintedCell | null)[]): void {
  const p = job.items.length;
  const shares = job.components.map(({ name }) => cellAt(study, `${job.name}.explained(${name})`));
  const assumed = assumedClauses(job, 'extract', 'rotate', 'keep');
  const [first] = roots;
  if (job.keep.kind === 'fixed' && job.keep.count === job.components.length && cellAt(study, `${job.name}.explained.total`) === null) {
    const kept = roots.slice(0, job.keep.count);
    // The sum of the shares, told at the first of them.
    if (isFull(shares) && isFull(kept)) {
      const sum = sumOf(shares);
      const value = scale(sumOf(kept), 100 / p);
      const [front] = shares;
      const figure: PrintedCell = {
        ...front!,
        ...sum,
        printed: known(shares)
          .reduce((total, cell) => total + cell.value, 0)
          .toFixed(front!.decimals),
      };
      out.follows(CHECK, 'inconsistent', figure, [...kept, ...shares], `100·(${plus(kept)})/${p}`, value, { assumed, of: 'sum-of-shares' });
    }
  }
  if (first == null) return;
  for (const share of known(shares))
    out.bounded(CHECK, 'inconsistent', share, [first], `100·${first.printed}/${p}`, 'at-most', (100 * first.high) / p, { assumed });
  for (const table of loadingTablesOf(study).filter((one) => one.job === job)) {
    if (table.whole && table.cells.every(isFull)) continue;
    for (const [j] of table.components.entries()) {
      const column = known(table.cells.map((row) => row[j]!));
      out.bounded(
        CHECK,
        'inconsistent',
        first,
        column,
        column.map((cell) => `${cell.printed}²`).join(' + '),
        'at-least',
        sumOf(column.map(squared)).low,
        { assumed },
      );
    }
  }
}

/**
 * Kaiser's rule counts eigenvalues above 1, parallel analysis those above chance before the first that is not; as many are kept as the
 * study says.
 */
function numbers(study: PrintedStudy, out: CheckReport, job: IndexJob, roots: readonly (PrintedCell | null)[]): void {
  const at = (quantity: string): PrintedCell | null => cellAt(study, `${job.name}.${quantity}`);
  if (job.keep.kind === 'fixed')
    out.follows(CHECK, 'inconsistent', at('kept'), [], { of: 'components-kept', name: job.name }, exactly(job.keep.count), {
      assumed: assumedClauses(job, 'keep'),
    });
  const kaiser = passing(
    roots,
    roots.map(() => exactly(1)),
  );
  if (kaiser !== null) out.follows(CHECK, 'inconsistent', at('kept.kaiser'), known(roots), { of: 'eigenvalues-above-1' }, kaiser);
  const chance = roots.map((_, i) => at(`parallel(${i + 1})`));
  const parallel = passing(roots, chance);
  if (parallel !== null)
    out.follows(
      CHECK,
      'worth a look',
      at('kept.parallel'),
      [...known(roots), ...known(chance)],
      { of: 'eigenvalues-above-chance' },
      parallel,
      { otherwise: { of: 'another-percentile' } },
    );
}

/** How many eigenvalues, from the first on, are above their bounds; null where it takes figures that are not printed. */
function passing(roots: readonly (Interval | null)[], bounds: readonly (Interval | null)[]): Interval | null {
  let [low, high] = [0, 0];
  for (const [i, root] of roots.entries()) {
    const bound = bounds[i] ?? null;
    if (root === null || bound === null) return null;
    if (root.high < bound.low) break;
    high += 1;
    if (low === i && root.low > bound.high) low += 1;
  }
  return { low, high };
}

/** Σh² and the cumulative share of the last component kept are the total that is explained; shares of eigenvalues are parts of 100. */
function totals(study: PrintedStudy, out: CheckReport, job: IndexJob, at: (quantity: string) => PrintedCell | null): void {
  const p = job.items.length;
  const total = at('explained.total');
  const communalities = job.items.map((item) => at(`communality(${item})`));
  const told = loadingTablesOf(study).some((table) => table.job === job && table.whole);
  if (total !== null && isFull(communalities) && !told)
    out.follows(
      'explained-variance',
      'inconsistent',
      total,
      communalities,
      `100·(${plus(communalities)})/${p}`,
      scale(sumOf(communalities), 100 / p),
      { decimals: total.decimals + 1 },
    );
  const cumulative = job.keep.kind === 'fixed' ? at(`eigenvalue.cumulative(${job.keep.count})`) : null;
  if (cumulative !== null && isOfComponents(job))
    out.follows('explained-variance', 'inconsistent', total, [cumulative], { of: 'cumulative-share-kept' }, cumulative, {
      assumed: assumedClauses(job, 'extract', 'keep'),
    });
  const rotated = known(job.components.map(({ name }) => at(`explained(${name})`)));
  if (total === null && rotated.length > 1 && !isOblique(job.rotate)) {
    const others = rotated.slice(0, -1);
    out.bounded(
      'explained-variance',
      'inconsistent',
      rotated.at(-1)!,
      others,
      `100 − (${plus(others)})`,
      'at-most',
      100 - sumOf(others).low,
      { assumed: assumedClauses(job, 'rotate') },
    );
  }
  const shares = known(job.items.map((_, i) => at(`eigenvalue.percent(${i + 1})`)));
  if (shares.length > 1)
    out.bounded(
      CHECK,
      'impossible',
      shares.at(-1)!,
      shares.slice(0, -1),
      `100 − (${plus(shares.slice(0, -1))})`,
      'at-most',
      100 - sumOf(shares.slice(0, -1)).low,
    );
}

/** Σλ² along a row is a share of an item's variance, whether or not its communality is printed. */
function rows(study: PrintedStudy, out: CheckReport, job: IndexJob): void {
  for (const table of loadingTablesOf(study).filter((one) => one.job === job)) {
    for (const [i, row] of table.cells.entries()) {
      const cells = known(row);
      if (cells.length < 2 || table.communalities[i] !== null) continue;
      const [largest] = [...cells].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
      const others = cells.filter((cell) => cell !== largest);
      const rest = 1 - sumOf(others.map(squared)).low;
      const size: PrintedCell = { ...largest!, ...squared(largest!), decimals: 3 };
      out.bounded(
        'communalities',
        'inconsistent',
        size,
        others,
        `1 − (${others.map((cell) => `${cell.printed}²`).join(' + ')})`,
        'at-most',
        rest,
        { assumed: assumedClauses(job, 'extract', 'rotate'), of: 'square' },
      );
    }
  }
}

/** |R| is the product of the eigenvalues, and at most 1 − R² of any item on the others; λ₁ ≥ 1′R1/p = 1 + (p − 1)·r̄. */
function determinants(study: PrintedStudy, out: CheckReport, job: IndexJob, roots: readonly (PrintedCell | null)[]): void {
  const p = job.items.length;
  const determinant = cellAt(study, `${job.name}.determinant`);
  if (isFull(roots))
    out.follows(
      CHECK,
      'inconsistent',
      determinant,
      roots,
      roots.map((cell) => cell.printed).join('·'),
      roots.map((cell): Interval => ({ low: Math.max(0, cell.low), high: Math.max(0, cell.high) })).reduce(multiplied, exactly(1)),
    );
  // Alpha and what belongs to it are of complete cases, where pairs have cases of their own.
  if (job.missing === 'pairwise') return;
  const assumed = assumedClauses(job, 'missing');
  for (const item of job.items) {
    const smc = cellAt(study, `${job.name}.smc(${item})`);
    if (smc !== null) out.bounded(CHECK, 'inconsistent', determinant, [smc], `1 − ${smc.printed}`, 'at-most', 1 - smc.low, { assumed });
  }
  const mean = cellAt(study, `${job.name}.mean_r`);
  if (mean !== null)
    out.bounded(CHECK, 'inconsistent', roots[0], [mean], `1 + ${p - 1}·${mean.printed}`, 'at-least', 1 + (p - 1) * mean.low, { assumed });
}

/** Weights are equal, in proportion to the shares of the composed components, or as given; they sum to 1. */
function weights(study: PrintedStudy, out: CheckReport, job: IndexJob): void {
  const assumed = assumedClauses(job, 'weight');
  const shares = job.compose.map((name) => cellAt(study, `${job.name}.explained(${name})`));
  const { weight } = job;
  const cells = job.compose.map((name) => cellAt(study, `${job.name}.weight(${name})`));
  // Some papers print shares or percentages as weights: then they are in proportion, and sum to something else than 1.
  const otherwise = cells.some((cell) => cell !== null && cell.low > 1);
  if (otherwise && !isFull(cells)) return;
  const sum = otherwise ? sumOf(known(cells)) : exactly(1);
  for (const [i, name] of job.compose.entries()) {
    const printed = cells[i]!;
    if (weight.kind === 'equal') {
      out.follows(CHECK, 'inconsistent', printed, [], `1/${job.compose.length}`, scale(sum, 1 / job.compose.length), { assumed });
    } else if (weight.kind === 'given') {
      const given = weight.weights.filter(([component]) => job.compose.includes(component));
      const own = given.find(([component]) => component === name)?.[1];
      const total = given.reduce((all, [, one]) => all + one, 0);
      if (own !== undefined) out.follows(CHECK, 'inconsistent', printed, [], { of: 'weight-in-the-study' }, scale(sum, own / total));
    } else if (isFull(shares)) {
      const rest = sumOf(known(shares).filter((_, j) => j !== i));
      const own = shares[i]!;
      // x/(x + rest) rises with x and falls with the rest.
      const value = { low: own.low / (own.low + rest.high), high: own.high / (own.high + rest.low) };
      out.follows(CHECK, 'inconsistent', printed, shares, `${own.printed}/(${plus(shares)})`, multiplied(value, sum), { assumed });
    }
  }
}

/** A component has a score for whoever the index has one; with complete cases only, nobody more than answered every item. */
function cases(study: PrintedStudy, out: CheckReport, job: IndexJob): void {
  const n = cellAt(study, `${job.name}.n`);
  if (n === null) return;
  for (const name of job.compose) out.follows('totals', 'inconsistent', cellAt(study, `${name}.n`), [n], { of: 'scores-of-the-index' }, n);
  if (job.missing !== 'listwise') return;
  const answers = known(job.items.map((item) => cellAt(study, `${item}.n`)));
  if (answers.length === 0) return;
  const least = answers.reduce((low, cell) => (cell.value < low.value ? cell : low));
  out.bounded('totals', 'inconsistent', n, [least], { of: 'item-fewest-answered' }, 'at-most', least.value, {
    assumed: assumedClauses(job, 'missing'),
    decimals: 0,
  });
}
