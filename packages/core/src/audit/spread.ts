// Smallest, largest, middle and mean value of one group of scores, and how they spread: each against the others; and every group against
// all.
import { tQuantile } from '../numerics/distributions.ts';
import type { OrderReason } from '../contract/audit-facts/index.ts';
import { show } from '../text/digits.ts';
import { relationOf, finiteEnds, named, report, withinInterval, type CheckReport, type CheckResult } from './finding.ts';
import { absolute, add, meets, scale, squared, subtract, type Interval } from './interval.ts';
import { gridOf } from './answers.ts';
import { pointMoments } from './points.ts';
import type { PrintedCell, PrintedStudy } from './printed-study.ts';
import { subjectOf } from './subject.ts';

/** One group of scores: what is printed of them, by quantity. */
interface Scores {
  readonly name: string;
  readonly level: string | null;
  readonly of: ReadonlyMap<string, PrintedCell>;
}

const QUANTITIES: ReadonlySet<string> = new Set(['n', 'mean', 'sd', 'se', 'low', 'high', 'min', 'max', 'median', 'skewness', 'kurtosis']);
const SLACK = 1e-9;

/**
 * min ≤ mean, median ≤ max; (max − min)/√(2(n − 1)) ≤ SD ≤ (max − min)/2·√(n/(n − 1)); |mean − median| ≤ SD·√((n − 1)/n); kurtosis ≥
 * skewness² − 2.
 */
export function spread(study: PrintedStudy): CheckResult {
  const out = report();
  const groups = scoresOf(study);
  for (const scores of groups.values()) within(study, out, scores);
  pointMoments(study, out);
  for (const scores of groups.values()) {
    const [, outcome] = scores.name.split('.');
    for (const name of [...(scores.level === null ? [] : [scores.name]), ...(outcome === undefined ? [] : [outcome])]) {
      const all = groups.get(name);
      if (all !== undefined) against(out, scores, all);
    }
  }
  return out;
}

function scoresOf(study: PrintedStudy): ReadonlyMap<string, Scores> {
  const out = new Map<string, { name: string; level: string | null; of: Map<string, PrintedCell> }>();
  for (const cell of study.cells) {
    if (cell.operator !== '=') continue;
    const { kind, name, part, quantity } = subjectOf(study, cell.address);
    const grouped = kind === 'comparison' && cell.address.args?.length === 1;
    // The cases of a comparison are its own.
    const score = grouped ? `${name}.${part!}` : name;
    if (
      !QUANTITIES.has(quantity) ||
      (part !== null && !grouped) ||
      kind === 'category' ||
      kind === 'other' ||
      (cell.address.args?.length ?? 0) > 1
    )
      continue;
    const bracket = /\((.*)\)$/u.exec(cell.text)?.[1] ?? null;
    const level = bracket === 'all' ? null : bracket;
    const key = level === null ? score : `${score}(${level})`;
    const found = out.get(key) ?? { name: score, level, of: new Map<string, PrintedCell>() };
    if (!found.of.has(quantity)) found.of.set(quantity, cell);
    out.set(key, found);
  }
  return out;
}

/** `less` must not be more than `more`. */
function ordered(out: CheckReport, less: PrintedCell | undefined, more: PrintedCell | undefined, why: OrderReason): void {
  if (less === undefined || more === undefined) return;
  out.relate(less.low <= more.high + SLACK, 'spread', 'impossible', [less, more], () => ({
    kind: 'order',
    less: named(less),
    more: named(more),
    why,
  }));
}

function within(study: PrintedStudy, out: CheckReport, { name, of }: Scores): void {
  const [n, mean, sd, min, max, median] = ['n', 'mean', 'sd', 'min', 'max', 'median'].map((quantity) => of.get(quantity));
  if (mean !== undefined || median !== undefined) {
    for (const middle of [mean, median]) {
      ordered(out, min, middle, { of: 'none-below-the-smallest' });
      ordered(out, middle, max, { of: 'none-above-the-largest' });
    }
  } else ordered(out, min, max, { of: 'none-below-the-smallest' });
  const count = n !== undefined && n.decimals === 0 && n.value >= 2 ? n.value : null;
  if (min !== undefined && max !== undefined && sd !== undefined && min.low <= max.high) {
    const width = subtract(max, min);
    const reach = (width.high / 2) * Math.sqrt((count ?? 2) / ((count ?? 2) - 1));
    bound(
      out,
      sd,
      [min, max, ...(n === undefined ? [] : [n])],
      'at-most',
      reach,
      `(${max.printed} − ${min.printed})/2${count === null ? '·√2' : `·√(${count}/${count - 1})`}`,
    );
    if (count !== null)
      bound(
        out,
        sd,
        [min, max, n!],
        'at-least',
        Math.max(0, width.low) / Math.sqrt(2 * (count - 1)),
        `(${max.printed} − ${min.printed})/√(2·${count - 1})`,
      );
  }
  if (mean !== undefined && median !== undefined && sd !== undefined) {
    const apart = absolute(subtract(mean, median));
    const most = sd.high * (count === null ? 1 : Math.sqrt((count - 1) / count));
    out.relate(apart.low <= most + SLACK, 'spread', 'impossible', [median, mean, sd, n], () => ({
      kind: 'bounded',
      figure: named(sd),
      from: [named(mean), named(median)],
      relation: relationOf(`|${mean.printed} − ${median.printed}|`),
      side: 'at-least',
      bound: apart.low,
      decimals: sd.decimals + 1,
    }));
  }
  moments(out, of, count);
  precision(out, of, count);
  const variable = study.variables.get(name.split('.')[1] ?? name);
  const grid = variable?.kind === 'indicator' ? gridOf(variable) : null;
  if (grid === null) return;
  const holdsStep = (cell: PrintedCell, step: number): boolean => {
    const low = (cell.low - grid.origin) / step;
    const high = (cell.high - grid.origin) / step;
    return Math.floor(high + SLACK) >= Math.ceil(low - SLACK);
  };
  for (const [cell, step] of [
    [min, grid.step],
    [max, grid.step],
    [median, grid.step / 2],
  ] as const) {
    if (cell === undefined) continue;
    out.relate(holdsStep(cell, step), 'spread', 'impossible', [cell], () => ({
      kind: 'outside',
      figure: named(cell),
      low: grid.origin,
      high: grid.origin + grid.step * grid.top,
      whole: false,
      reading: null,
      why: { of: cell === median ? 'whole-or-half' : 'one-of-the-answers' },
    }));
  }
}

function bound(
  out: CheckReport,
  sd: PrintedCell,
  from: readonly PrintedCell[],
  side: 'at-least' | 'at-most',
  value: number,
  relation: string,
): void {
  const right = side === 'at-most' ? sd.low <= value + SLACK : sd.high >= value - SLACK;
  out.relate(right, 'spread', 'impossible', [sd, ...from], () => ({
    kind: 'bounded',
    figure: named(sd),
    from: from.map((cell) => named(cell)),
    relation: relationOf(relation),
    side,
    bound: value,
    decimals: sd.decimals + 1,
  }));
}

/** g₂ ≥ g₁² − 2 of the moments (Pearson 1916, Philosophical Transactions A 216:429–457), here from G₁ and G₂ as SPSS prints them. */
function moments(out: CheckReport, of: ReadonlyMap<string, PrintedCell>, n: number | null): void {
  const [skewness, kurtosis] = [of.get('skewness'), of.get('kurtosis')];
  if (skewness === undefined || kurtosis === undefined || n === null || n < 4) return;
  const g1: Interval = { low: skewness.low * ((n - 2) / Math.sqrt(n * (n - 1))), high: skewness.high * ((n - 2) / Math.sqrt(n * (n - 1))) };
  const least = squared(g1).low - 2;
  // G₂ = (n − 1)/((n − 2)(n − 3))·((n + 1)g₂ + 6)
  const bounded = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * least + 6);
  out.relate(kurtosis.high >= bounded - SLACK, 'spread', 'impossible', [kurtosis, skewness, of.get('n')], () => ({
    kind: 'bounded',
    figure: named(kurtosis),
    from: [named(skewness)],
    relation: { of: 'kurtosis-by-skewness', g1: { value: (g1.low + g1.high) / 2, decimals: 3 } },
    side: 'at-least',
    bound: bounded,
    decimals: kurtosis.decimals + 1,
  }));
}

/** SE = SD/√n; the mean lies within its interval, and the ends are mean ± t₍.975₎(n − 1)·SD/√n. */
function precision(out: CheckReport, of: ReadonlyMap<string, PrintedCell>, n: number | null): void {
  const [mean, sd, se, low, high] = ['mean', 'sd', 'se', 'low', 'high'].map((quantity) => of.get(quantity) ?? null) as [
    PrintedCell | null,
    PrintedCell | null,
    PrintedCell | null,
    PrintedCell | null,
    PrintedCell | null,
  ];
  const inside = withinInterval(out, 'spread', mean, low, high);
  if (mean !== null && low !== null && high !== null && inside && sd === null)
    out.follows('spread', 'inconsistent', mean, [low, high], `(${low.printed} + ${high.printed})/2`, scale(add(low, high), 0.5), {
      decimals: mean.decimals + 1,
    });
  if (se !== null && sd !== null && n === null) out.bounded('spread', 'impossible', se, [sd], 'SD/√n', 'at-most', sd.high);
  if (n === null || sd === null) return;
  const error = scale(sd, 1 / Math.sqrt(n));
  if (se !== null)
    out.relate(meets(error, se), 'spread', 'inconsistent', [se, sd, of.get('n')], () => ({
      kind: 'derived',
      figure: named(se),
      from: [named(sd)],
      relation: relationOf(`${sd.printed}/√${n}`),
      ...finiteEnds(error),
      decimals: se.decimals + 1,
    }));
  if (mean === null || !inside) return;
  const reach = scale(error, tQuantile(0.975, n - 1));
  for (const [end, sign, wanted] of [
    [low, '−', subtract(mean, reach)],
    [high, '+', add(mean, reach)],
  ] as const) {
    if (end === null) continue;
    out.relate(meets(wanted, end), 'spread', 'worth a look', [end, mean, sd, of.get('n')], () => ({
      kind: 'derived',
      figure: named(end),
      from: [named(mean), named(sd)],
      relation: relationOf(`${mean.printed} ${sign} ${show(tQuantile(0.975, n - 1), 3)}·${sd.printed}/√${n}`),
      ...finiteEnds(wanted),
      decimals: end.decimals,
      otherwise: { of: 'interval-by-all-groups' },
    }));
  }
}

/** A group's smallest and largest value lie within those of all, and it is no larger than all. */
function against(out: CheckReport, part: Scores, all: Scores): void {
  ordered(out, all.of.get('min'), part.of.get('min'), { of: 'values-of-a-group' });
  ordered(out, part.of.get('max'), all.of.get('max'), { of: 'values-of-a-group' });
  const [least, most, sd] = [all.of.get('min'), all.of.get('max'), part.of.get('sd')];
  if (least !== undefined && most !== undefined && sd !== undefined && part.of.get('min') === undefined) {
    const n = part.of.get('n')?.value ?? 2;
    if (n >= 2)
      bound(
        out,
        sd,
        [least, most],
        'at-most',
        ((most.high - least.low) / 2) * Math.sqrt(n / (n - 1)),
        `(${most.printed} − ${least.printed})/2·√(n/(n − 1))`,
      );
  }
  for (const middle of ['mean', 'median']) {
    if (part.of.get('min') === undefined) ordered(out, all.of.get('min'), part.of.get(middle), { of: 'values-of-a-group' });
    if (part.of.get('max') === undefined) ordered(out, part.of.get(middle), all.of.get('max'), { of: 'values-of-a-group' });
  }
  ordered(out, part.of.get('n'), all.of.get('n'), { of: 'a-group-is-a-part' });
}
