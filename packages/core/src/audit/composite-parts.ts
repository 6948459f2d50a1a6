// Which parts a composite is made of, and with which weights, as its printed coefficients show it: against what the study says.
import { square } from '../numerics/powers.ts';
import { list, show, showInterval } from '../text/digits.ts';
import { pathsOf, report, type CheckResult, type NewFinding } from './finding.ts';
import { identityTablesOf, weightsText, type IdentityTable } from './composite-identity.ts';
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

/**
 * A part whose weight may be 0 and is small at most is not in the composite; one whose weight cannot be 0 is. Tables that show the same are
 * one finding.
 */
export function compositeParts(study: PrintedStudy): CheckResult {
  const out = report();
  const other = new Map<string, { readonly finding: NewFinding; readonly where: string; readonly shown: string }[]>();
  for (const table of identityTablesOf(study).tables) {
    const { index } = table;
    const rows: Row[] = table.consensus.good.map((i) => table.rows[i]!);
    const { bounds } = table;
    const what = `weights of ${index.name} in ${table.job.name}`;
    if (bounds === null || bounds.some((bound) => bound.high - bound.low > 0.25)) {
      out.skip(what, 'the rows leave its weights too open');
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
    const shown = list(table.parts.map((part, j) => `${part} ${showInterval(bounds[j]!.low, bounds[j]!.high, 3)}`));
    const at = pathsOf([table.rows[0]!.y]);
    const where = table.rows[0]!.y.table ?? table.job.name;
    const cells = table.consensus.good.flatMap((i) => [table.rows[i]!.y, ...table.rows[i]!.x]);
    if (left.length > 0 || extra.length > 0) {
      const assumed = assumedClauses(index, 'compose');
      const sure = extra.length > 0 || left.every((part) => farFromStated(study, table, part, size));
      const key = `${index.name} ${present.join()}`;
      const finding: NewFinding = {
        check: 'composite-parts',
        certainty: sure && assumed.length === 0 ? 'inconsistent' : 'worth a look',
        assumed,
        at,
        message:
          `The coefficients of ${index.name} in ${where} are those of a ` +
          `composite of ${present.length} components (` +
          `${list(present)})` +
          `${left.length > 0 ? `: ${list(left)} ${left.length === 1 ? 'is' : 'are'} not in it` : `: ${list(extra)} ${extra.length === 1 ? 'is' : 'are'} in it`}${assumed.length > 0 ? '' : `, though the study composes ${index.compose.length}`}.`,
        arithmetic: `The weights that satisfy ${rows.length} of ${table.rows.length} rows within rounding: ${shown}.`,
        consistent: `compose ${present.join(', ')}${ruleText(study, table, rows, present)}`,
      };
      other.set(key, [...(other.get(key) ?? []), { finding, where, shown }]);
      continue;
    }
    out.holds(cells);
    if (!wholeSample(study, table)) continue;
    const shares = table.parts.map((part) => (present.includes(part) ? statedShares(study, table, part) : { low: 0, high: 0 }));
    if (shares.some((share) => share === null)) {
      out.skip(what, 'the shares that it weights by are not printed');
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
      message:
        `The coefficients of ${index.name} in ${where} do not show ` +
        `the weights ${assumed.some((clause) => clause.startsWith('weight')) ? 'that are assumed' : 'that the study states'} (` +
        `${index.weight.kind === 'explained' ? 'explained variance' : index.weight.kind}).`,
      arithmetic:
        `${assumed.some((clause) => clause.startsWith('weight')) ? 'Assumed' : 'Stated'}, divided by the ` +
        `root of the sum ` +
        `of their squares: ${table.parts.map((part, j) => `${part} ${showInterval(wanted[j]!.low, wanted[j]!.high, 3)}`).join(', ')}; in the table: ${shown}.`,
      consistent: `${index.name} = ${weightsText(table.parts, table.consensus.weights)}${ruleText(study, table, rows, present)}`,
    });
  }
  for (const [first, ...more] of other.values()) {
    if (first === undefined) continue;
    const { finding } = first;
    out.findings.push(
      more.length === 0
        ? finding
        : {
            ...finding,
            at: [...new Set([...finding.at, ...more.flatMap((one) => one.finding.at)])],
            message: finding.message.replace(` in ${first.where} `, ` in ${list([first.where, ...more.map((one) => one.where)])} `),
            arithmetic: `${first.where}: ${finding.arithmetic} ${more.map((one) => `${one.where}: ${one.shown}.`).join(' ')}`,
          },
    );
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
function ruleText(study: PrintedStudy, table: IdentityTable, rows: readonly Row[], present: readonly string[]): string {
  if (!wholeSample(study, table)) return '.';
  const of = (rule: (part: string) => Interval | null): Interval[] | null => {
    const all = table.parts.map((part) => (present.includes(part) ? rule(part) : { low: 0, high: 0 }));
    return all.every((one) => one !== null) ? (all as Interval[]) : null;
  };
  const explained = of((part) => cellAt(study, `${table.index.name}.explained(${part})`));
  if (explained !== null && fitsShares(rows, explained))
    return (
      `, weighted by explained variance: ${present
        .map((part) => {
          const share = cellAt(study, `${table.index.name}.explained(${part})`)!;
          return share.printed;
        })
        .join(' : ')} divided by the ` +
      `root of the ` +
      `sum of their ` +
      `squares is ${list(unitWeights(explained).flatMap((one, j) => (present.includes(table.parts[j]!) ? [show((one.low + one.high) / 2, 3)] : [])))}.`
    );
  const equal = of(() => ({ low: 1, high: 1 }));
  return equal !== null && fitsShares(rows, equal) ? ', weighted equally.' : '.';
}
