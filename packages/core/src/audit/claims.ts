// What the study claims in words against what its own tables print.
import { formatAddress } from '../quantity/quantity.ts';
import type { Address, ClaimPlan } from '../plan/plan.ts';
import { report, type CheckResult, type Finding } from './finding.ts';
import { exactly, type Interval } from './interval.ts';
import { cellAt, type PrintedCell, type PrintedStudy } from './printed-study.ts';

/** A figure as a claim reads it: printed, or (a p-value) the band that stars beside the coefficient leave. */
interface Reading extends Interval { readonly cell: PrintedCell; readonly text: string }

/** A claim is contradicted when no numbers within rounding satisfy it, and not borne out when the coefficient it rests on has no star. */
export function claims(study: PrintedStudy): CheckResult {
  const out = report();
  for (const hypothesis of study.plan.hypotheses) {
    for (const claim of hypothesis.claims) {
      const left = readingOf(study, claim.left);
      const right = claim.right.kind === 'number' ? { ...exactly(claim.right.value), cell: null, text: String(claim.right.value) } : readingOf(study, claim.right.address);
      if (left === null || right === null) { out.skipped.push({ what: `${hypothesis.name}: ${claim.text}`, why: 'what it speaks of is not printed' }); continue; }
      const verdict = verdictOf(left, claim.operator, right);
      const cells = [left.cell, ...(right.cell === null ? [] : [right.cell])];
      if (verdict === 'no') {
        out.findings.push({ check: 'claims', certainty: 'inconsistent', at: [...cells.map((cell) => cell.at), claim.at], message: `${hypothesis.name}: the tables do not bear out "${claim.text}".`, arithmetic: `${left.text} is not ${claim.operator} ${right.text}.`, consistent: '' });
      } else if (verdict === 'open') out.skipped.push({ what: `${hypothesis.name}: ${claim.text}`, why: `rounding leaves it open (${left.text} against ${right.text})` });
      else if (unstarred(study, claim, left.cell)) {
        out.findings.push({ check: 'claims', certainty: 'worth a look', at: [left.cell.at, claim.at], message: `${hypothesis.name}: "${claim.text}" has the right sign, but ${left.cell.printed} has no star.`, arithmetic: `${left.cell.printed} is printed without a star: p is at least ${left.cell.bands[0] ?? 0.1}.`, consistent: 'A claim about a difference from 0 that the table does not show to be one.' });
      } else out.right += 1;
    }
  }
  return out;
}

function readingOf(study: PrintedStudy, address: Address): Reading | null {
  const text = formatAddress(address);
  const cell = study.by.get(text)?.[0] ?? null;
  if (cell !== null) return { low: cell.low, high: cell.high, cell, text: `${text}, printed ${cell.operator === '=' ? '' : `${cell.operator} `}${cell.printed}${cell.stars ?? ''},` };
  if (address.path.at(-1) !== 'p' || address.path.length !== 3) return null;
  const beside = address.args === null ? ['f'] : ['beta', 'b'];
  const starred = beside.map((quantity) => cellAt(study, formatAddress({ path: [...address.path.slice(0, -1), quantity], args: address.args }))).find((one) => one !== null);
  if (starred == null || !starsIn(study, starred)) return null;
  const passed = starred.stars === null || starred.stars === 'ns' ? 0 : Math.min(starred.stars.length, starred.bands.length);
  return { low: passed >= starred.bands.length ? 0 : starred.bands[passed]!, high: passed === 0 ? 1 : starred.bands[passed - 1]! - 1e-12, cell: starred, text: `p of ${starred.printed}${starred.stars ?? ' (no star)'}, ${passed === 0 ? `at least ${starred.bands[0]!}` : `below ${starred.bands[passed - 1]!}`},` };
}

/** Does the figure's table print stars at all? */
function starsIn(study: PrintedStudy, cell: PrintedCell): boolean {
  return study.cells.some((other) => other.table === cell.table && other.stars !== null && other.stars !== 'ns');
}

function verdictOf(left: Interval, operator: ClaimPlan['operator'], right: Interval): 'yes' | 'no' | 'open' {
  const less = left.high < right.low ? 'yes' : left.low >= right.high ? 'no' : 'open';
  const more = left.low > right.high ? 'yes' : left.high <= right.low ? 'no' : 'open';
  switch (operator) {
    case '<': return less;
    case '>': return more;
    case '<=': return left.high <= right.low ? 'yes' : left.low > right.high ? 'no' : 'open';
    case '>=': return left.low >= right.high ? 'yes' : left.high < right.low ? 'no' : 'open';
    case '=': return left.low > right.high || left.high < right.low ? 'no' : left.low <= right.low && right.high <= left.high ? 'yes' : 'open';
  }
}

function unstarred(study: PrintedStudy, claim: ClaimPlan, cell: PrintedCell): boolean {
  const coefficient = ['beta', 'b'].includes(claim.left.path.at(-1) ?? '') && claim.right.kind === 'number' && claim.right.value === 0 && ['<', '>'].includes(claim.operator);
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
