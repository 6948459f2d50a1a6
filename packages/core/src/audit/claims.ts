// What the study claims in words against what its own tables print.
import type { ClaimSays, ClaimSide } from '../contract/audit-facts/index.ts';
import { formatAddress } from '../contract/quantity.ts';
import type { Address } from '../contract/address.ts';
import type { ClaimPlan } from '../methods/plan.ts';
import { report, type CheckResult, type Finding } from './finding.ts';
import { exactly, type Interval } from './interval.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** A figure as a claim reads it: printed, or (a p-value) the band that stars beside the coefficient leave. */
interface Reading extends Interval {
  readonly cell: PrintedCell;
  readonly side: ClaimSide /** The levels of stars that it rests on, where the paper does not say. */;
  readonly assumed: string | null;
}

/**
 * A claim is contradicted when no numbers within rounding satisfy it, and not borne out when the coefficient it rests on has no star. One
 * finding a hypothesis.
 */
export function claims(study: PrintedStudy): CheckResult {
  const out = report();
  for (const hypothesis of study.plan.hypotheses) {
    const wrong: {
      readonly claim: ClaimPlan;
      readonly cells: readonly PrintedCell[];
      readonly says: ClaimSays;
      readonly certain: boolean;
      readonly assumed: string | null;
    }[] = [];
    for (const claim of hypothesis.claims) {
      const what = { of: 'claim', hypothesis: hypothesis.name, claim: claim.text } as const;
      const left = readingOf(study, claim.left);
      const right =
        claim.right.kind === 'number'
          ? { ...exactly(claim.right.value), cell: null, side: { of: 'number' as const, value: claim.right.value }, assumed: null }
          : readingOf(study, claim.right.address);
      if (left === null || right === null) {
        out.skip(what, 'claim-not-printed');
        continue;
      }
      const verdict = verdictOf(left, claim.operator, right);
      const cells = [left.cell, ...(right.cell === null ? [] : [right.cell])];
      if (verdict === 'no')
        wrong.push({
          claim,
          cells,
          says: { of: 'not', left: left.side, operator: claim.operator, right: right.side },
          certain: true,
          assumed: left.assumed ?? right.assumed,
        });
      else if (verdict === 'open') out.skip(what, { of: 'rounding', left: left.side, right: right.side });
      else if (unstarred(study, claim, left.cell))
        wrong.push({
          claim,
          cells: [left.cell],
          says: { of: 'no-star', address: left.cell.text, printed: left.cell.printed, level: left.cell.bands[0] ?? 0.1 },
          certain: false,
          assumed: left.cell.bandsAssumed,
        });
      else out.holds(cells);
    }
    if (wrong.length === 0) continue;
    const certain = wrong.filter((one) => one.certain);
    const told = certain.length > 0 ? certain : wrong;
    const assumed = [...new Set(told.flatMap((one) => one.assumed ?? []))];
    const all = hypothesis.claims.length;
    out.findings.push({
      check: 'claims',
      certainty: certain.length > 0 && assumed.length === 0 ? 'inconsistent' : 'worth a look',
      assumed,
      at: [...new Set([...told.flatMap((one) => one.cells.map((cell) => cell.at)), ...told.map((one) => one.claim.at)])],
      fact: {
        kind: 'claims',
        hypothesis: hypothesis.name,
        all,
        claims: told.map((one) => ({ text: one.claim.text, says: one.says })),
        certain: certain.length > 0,
      },
    });
  }
  return out;
}

function readingOf(study: PrintedStudy, address: Address): Reading | null {
  const text = formatAddress(address);
  const cell = study.by.get(text)?.[0] ?? null;
  if (cell !== null)
    return {
      low: cell.low,
      high: cell.high,
      cell,
      side: {
        of: 'figure',
        address: text,
        printed: `${cell.operator === '=' ? '' : `${cell.operator} `}${cell.printed}${cell.stars ?? ''}`,
      },
      assumed: null,
    };
  if (address.path.at(-1) !== 'p' || address.path.length !== 3) return null;
  const beside = address.args === null ? ['f'] : ['beta', 'b'];
  const starred = beside
    .map((quantity) => cellAt(study, formatAddress({ path: [...address.path.slice(0, -1), quantity], args: address.args })))
    .find((one) => one !== null);
  if (starred == null || !starsIn(study, starred)) return null;
  const passed = starred.stars === null || starred.stars === 'ns' ? 0 : Math.min(starred.stars.length, starred.bands.length);
  return {
    low: passed >= starred.bands.length ? 0 : starred.bands[passed]!,
    high: passed === 0 ? 1 : starred.bands[passed - 1]! - 1e-12,
    cell: starred,
    side: {
      of: 'stars',
      printed: starred.printed,
      stars: starred.stars,
      side: passed === 0 ? 'at-least' : 'below',
      level: passed === 0 ? starred.bands[0]! : starred.bands[passed - 1]!,
    },
    assumed: starred.bandsAssumed,
  };
}

/** Does the figure's table print stars at all? */
function starsIn(study: PrintedStudy, cell: PrintedCell): boolean {
  return study.cells.some((other) => other.table === cell.table && other.stars !== null && other.stars !== 'ns');
}

function verdictOf(left: Interval, operator: ClaimPlan['operator'], right: Interval): 'yes' | 'no' | 'open' {
  const less = left.high < right.low ? 'yes' : left.low >= right.high ? 'no' : 'open';
  const more = left.low > right.high ? 'yes' : left.high <= right.low ? 'no' : 'open';
  switch (operator) {
    case '<':
      return less;
    case '>':
      return more;
    case '<=':
      return left.high <= right.low ? 'yes' : left.low > right.high ? 'no' : 'open';
    case '>=':
      return left.low >= right.high ? 'yes' : left.high < right.low ? 'no' : 'open';
    case '=':
      return left.low > right.high || left.high < right.low ? 'no' : left.low <= right.low && right.high <= left.high ? 'yes' : 'open';
  }
}

function unstarred(study: PrintedStudy, claim: ClaimPlan, cell: PrintedCell): boolean {
  const coefficient =
    ['beta', 'b'].includes(claim.left.path.at(-1) ?? '') &&
    claim.right.kind === 'number' &&
    claim.right.value === 0 &&
    ['<', '>'].includes(claim.operator);
  return coefficient && (cell.stars === null || cell.stars === 'ns') && starsIn(study, cell);
}

/** Which claims rest on which cell (for p: on the starred coefficient). */
export function claimsByCell(study: PrintedStudy): ReadonlyMap<string, Finding['touches']> {
  const out = new Map<string, Finding['touches'][number][]>();
  for (const hypothesis of study.plan.hypotheses) {
    for (const claim of hypothesis.claims) {
      for (const address of [claim.left, ...(claim.right.kind === 'address' ? [claim.right.address] : [])]) {
        const at = readingOf(study, address)?.cell.at;
        if (at !== undefined) out.set(at, [...(out.get(at) ?? []), { hypothesis: hypothesis.name, claim: claim.text, at: claim.at }]);
      }
    }
  }
  return out;
}
