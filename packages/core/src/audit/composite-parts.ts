// Which parts a composite is made of, and with which weights, as its printed coefficients show it: against what the study says.
import type { FactOf, ShownWeights, ShownRule } from '../contract/audit-facts/index.ts';
import { square } from '../numerics/powers.ts';
import { pathsOf, report, type Certainty, type CheckResult } from './finding.ts';
import { identityTablesOf, partWeights, type IdentityTable } from './composite-identity.ts';
import { feasibleWithin, type Row } from './identity-region.ts';
import { givenWeight } from '../methods/index/job.ts';
import { holds, type Interval } from './interval.ts';
import { cellAt, countAt, type PrintedStudy } from './printed-study.ts';
import { assumedClauses } from './subject.ts';

/** Shares of the parts in the composite, before they are brought to length 1: as the weight rule says, as printed. */
function statedShares(study: PrintedStudy, table: Pick<IdentityTable, 'index'>, part: string): Interval | null {
  const { weight, name } = table.index;
  if (weight.kind === 'equal') return { low: 1, high: 1 };
  if (weight.kind === 'given') {
    const given = givenWeight(weight, part);
    return given === undefined ? null : { low: given, high: given };
  }
  return cellAt(study, `${name}.explained(${part})`);
}

/** wⱼ/‖w‖ with every wⱼ in its interval: the weights that standardised coefficients show when the scores are uncorrelated with SD 1. */
export function unitWeights(shares: readonly Interval[]): Interval[] {
  return shares.map((own, j) => {
    const others = (end: 'low' | 'high'): number => shares.reduce((total, share, k) => (k === j ? total : total + square(share[end])), 0);
    return { low: own.low / Math.sqrt(square(own.low) + others('high')), high: own.high / Math.sqrt(square(own.high) + others('low')) };
  });
}

/** Is the model fitted to exactly the cases whose scores have SD 1? Only then do standardised coefficients show the weights themselves. */
export function wholeSample(study: PrintedStudy, table: IdentityTable): boolean {
  const n = countAt(study, `${table.job.name}.${table.index.name}.n`);
  const everybody = table.index.missing === 'mean' || countAt(study, `${table.index.name}.n`) === study.sample;
  return (
    table.quantity === 'beta' &&
    table.index.rescale.kind !== 'components' &&
    table.job.where === null &&
    study.sample !== null &&
    n === study.sample &&
    everybody
  );
}

/** Other parts than are stated, as one table shows them. */
interface OtherParts {
  readonly certainty: Certainty;
  readonly assumed: readonly string[];
  readonly at: readonly string[];
  readonly fact: FactOf<'other-parts'>;
}

/**
 * A part whose weight may be 0 and is small at most is not in the composite; one whose weight cannot be 0 is. Tables that show the same are
 * one finding.
 */
export function compositeParts(study: PrintedStudy): CheckResult {
  const out = report();
  const other = new Map<string, OtherParts[]>();
  for (const table of identityTablesOf(study).tables) {
    const { index } = table;
    const rows: Row[] = table.consensus.good.map((i) => table.rows[i]!);
    const { bounds } = table;
    const what = { of: 'weights', index: index.name, job: table.job.name } as const;
    if (bounds === null || bounds.some((bound) => bound.high - bound.low > 0.25)) {
      out.skip(what, 'weights-too-open');
      continue;
    }
    const size = Math.sqrt(
      bounds.reduce((total, bound) => {
        const middle = (bound.low + bound.high) / 2;
        return total + middle * middle;
      }, 0),
    );
    const absent = table.parts.filter(
      (_, j) => holds(bounds[j]!, 0) && Math.max(Math.abs(bounds[j]!.low), Math.abs(bounds[j]!.high)) < 0.15 * size,
    );
    const present = table.parts.filter((_, j) => !holds(bounds[j]!, 0));
    const left = index.compose.filter((part) => absent.includes(part));
    const extra = present.filter((part) => !index.compose.includes(part));
    const at = pathsOf([table.rows[0]!.y]);
    const where = table.rows[0]!.y.table ?? table.job.name;
    const shown = weightsOf(where, table.parts, bounds);
    const cells = table.consensus.good.flatMap((i) => [table.rows[i]!.y, ...table.rows[i]!.x]);
    if (left.length > 0 || extra.length > 0) {
      const assumed = assumedClauses(index, 'compose');
      const sure = extra.length > 0 || left.every((part) => farFromStated(study, table, part, size));
      const key = `${index.name} ${present.join()}`;
      const own: OtherParts = {
        certainty: sure && assumed.length === 0 ? 'inconsistent' : 'worth a look',
        assumed,
        at,
        fact: {
          kind: 'other-parts',
          index: index.name,
          present,
          left,
          extra,
          stated: assumed.length > 0 ? null : index.compose.length,
          good: rows.length,
          rows: table.rows.length,
          shown: [shown],
          rule: ruleOf(study, table, rows, present),
        },
      };
      other.set(key, [...(other.get(key) ?? []), own]);
      continue;
    }
    out.holds(cells);
    if (!wholeSample(study, table)) continue;
    const shares = table.parts.map((part) => (present.includes(part) ? statedShares(study, table, part) : { low: 0, high: 0 }));
    if (shares.some((share) => share === null)) {
      out.skip(what, 'shares-not-printed');
      continue;
    }
    if (fitsShares(rows, shares as Interval[])) {
      out.holds([...cells, ...index.compose.map((part) => cellAt(study, `${index.name}.explained(${part})`))]);
      continue;
    }
    // How scores are weighted, rescaled and filled in before need not be said; then only a question is left.
    const assumed = assumedClauses(index, 'weight', 'rescale', 'missing');
    const wanted = unitWeights(shares as Interval[]);
    out.findings.push({
      check: 'composite-parts',
      certainty: assumed.length > 0 ? 'worth a look' : 'inconsistent',
      assumed,
      at,
      fact: {
        kind: 'other-weights',
        index: index.name,
        assumed: assumed.some((clause) => clause.startsWith('weight')),
        rule: index.weight.kind,
        stated: weightsOf(where, table.parts, wanted),
        shown,
        weights: partWeights(table.parts, table.consensus.weights),
        shows: ruleOf(study, table, rows, present),
      },
    });
  }
  for (const [first, ...more] of other.values()) {
    if (first === undefined) continue;
    const all = [first, ...more];
    out.findings.push({
      check: 'composite-parts',
      certainty: first.certainty,
      assumed: first.assumed,
      at: [...new Set(all.flatMap((one) => one.at))],
      fact: { ...first.fact, shown: all.flatMap((one) => one.fact.shown) },
    });
  }
  return out;
}

/**
 * In part of the sample a weight is multiplied by the spread of its part there, and with components rescaled one by one by the spread on
 * 0–100, which a single stray score can shrink several times. Is the largest weight the rows leave so much less than the stated one (a
 * third; a fifteenth) that no plausible spread explains it?
 */
function farFromStated(study: PrintedStudy, table: IdentityTable, part: string, size: number): boolean {
  if (table.quantity !== 'beta' || table.bounds === null) return false;
  const shares = table.index.compose.map((name) => statedShares(study, table, name) ?? { low: 1, high: 1 });
  const stated = unitWeights(shares)[table.index.compose.indexOf(part)]!;
  const bound = table.bounds[table.parts.indexOf(part)]!;
  return Math.max(Math.abs(bound.low), Math.abs(bound.high)) / size < stated.low / (table.index.rescale.kind === 'components' ? 15 : 3);
}

function fitsShares(rows: readonly Row[], shares: readonly Interval[]): boolean {
  return feasibleWithin(rows, unitWeights(shares));
}

/** Which rule gives the weights that the rows show, when one does. */
function ruleOf(study: PrintedStudy, table: IdentityTable, rows: readonly Row[], present: readonly string[]): ShownRule | null {
  if (!wholeSample(study, table)) return null;
  const of = (rule: (part: string) => Interval | null): Interval[] | null => {
    const all = table.parts.map((part) => (present.includes(part) ? rule(part) : { low: 0, high: 0 }));
    return all.every((one) => one !== null) ? (all as Interval[]) : null;
  };
  const explained = of((part) => cellAt(study, `${table.index.name}.explained(${part})`));
  if (explained !== null && fitsShares(rows, explained))
    return {
      of: 'explained',
      shares: present.map((part) => cellAt(study, `${table.index.name}.explained(${part})`)!.printed),
      weights: unitWeights(explained).flatMap((one, j) => (present.includes(table.parts[j]!) ? [(one.low + one.high) / 2] : [])),
    };
  const equal = of(() => ({ low: 1, high: 1 }));
  return equal !== null && fitsShares(rows, equal) ? { of: 'equal' } : null;
}

const weightsOf = (where: string, parts: readonly string[], ranges: readonly Interval[]): ShownWeights => ({
  where,
  parts: parts.map((part, j) => ({ part, low: ranges[j]!.low, high: ranges[j]!.high })),
});
