// Printed figures against computed ones, and hypotheses against the results. A printed number means what its digits say.
import { tenTo } from '../../numerics/powers.ts';
import { differenceOf, furthestFirst } from './differences.ts';
import { formatAddress, TOO_FEW, type QuantitySource } from '../../contract/quantity.ts';
import { printedLot } from '../../problems/printed-lot.ts';
import { claimFails, claimUndecided, figureDiffers, figureNotComputed, raise } from '../../problems/catalogue.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Address, Comparison, PrintedFigure, PublishedFigure } from '../../contract/address.ts';
import type { ClaimPlan, Plan } from '../plan.ts';
import type { CheckedClaim, CheckedFigure, HypothesisResult, PublishedResult } from '../results.ts';

/** Numbers computed and printed may differ by half a unit of the last printed digit, and by rounding of the machine. */
const SLACK = 1e-9;

/** What claims are held against; `problems` is what they add to. */
export interface Claimed {
  readonly plan: Pick<Plan, 'hypotheses'>;
  readonly quantities: QuantitySource;
  readonly problems: Problem[];
  /** Declarations whose numbers nobody has asked for yet: what is claimed of them is open, and no problem. */
  readonly unasked?: ReadonlySet<string>;
}

const isUnasked = (at: Claimed, address: Address): boolean => at.unasked?.has(address.path[0]!) === true;

export function runPublished(at: Claimed & { readonly plan: Pick<Plan, 'published'> }): PublishedResult[] {
  return at.plan.published.map((plan, position): PublishedResult => {
    const figures = plan.figures.map((figure) => checkFigure(at, figure, plan.stars));
    for (const [lot, own] of byTable(figures, position)) raiseOfTable(at, lot, own);
    return { plan, figures };
  });
}

/** Figures of one printed table by its plan path, those outside tables under that of the first: each lot is told of once. */
function byTable(figures: readonly CheckedFigure[], block: number): Map<string, CheckedFigure[]> {
  const tables = new Map<string, CheckedFigure[]>();
  for (const one of figures) {
    const key = printedLot(one.figure, block);
    const known = tables.get(key);
    if (known === undefined) tables.set(key, [one]);
    else known.push(one);
  }
  return tables;
}

function raiseOfTable(at: Claimed, lot: string, figures: readonly CheckedFigure[]): void {
  const { table } = figures[0]!.figure;
  const off = furthestFirst(figures.filter((one) => one.agrees === false || one.starsAgree === false));
  const missing = figures.filter((one) => one.agrees === null && !isUnasked(at, one.figure.address));
  const place = (own: readonly CheckedFigure[]): { at: string } => ({ at: own.length === 1 || table === null ? own[0]!.figure.at : lot });
  if (off.length > 0) {
    const facts = {
      table,
      compared: figures.length - missing.length,
      differing: off.filter((one) => one.agrees === false).length,
      marks: off.filter((one) => one.starsAgree === false).length,
      furthest: off.map(differenceOf),
    };
    at.problems.push(raise(figureDiffers, facts, place(off)));
  }
  // What the report hides is no news to whoever hides it.
  if (missing.some((one) => one.reason !== TOO_FEW))
    at.problems.push(
      raise(
        figureNotComputed,
        {
          table,
          figures: figures.length,
          missing: missing
            .filter((one) => one.reason !== TOO_FEW)
            .map((one) => ({ address: formatAddress(one.figure.address), reason: one.reason ?? '' })),
        },
        place(missing),
      ),
    );
}

function checkFigure(at: Claimed, figure: PublishedFigure, stars: readonly number[]): CheckedFigure {
  const quantity = at.quantities.get(formatAddress(figure.address));
  if (quantity === undefined || quantity.value === null) {
    return {
      figure,
      computed: null,
      reason: quantity?.reason ?? 'there is no such number among the results',
      agrees: null,
      starsAgree: null,
      computedStars: null,
      inPrint: null,
    };
  }
  const isPercent = quantity.format === 'percent';
  const checked = {
    figure,
    computed: quantity.value,
    inPrint: inUnitOf(figure.printed, quantity.value, isPercent),
    reason: null,
    agrees: compareWithPrinted(quantity.value, figure.operator, figure.printed, isPercent),
  };
  if (figure.printed.stars === null) return { ...checked, starsAgree: null, computedStars: null };
  const p = pValueBeside(at.quantities, figure.address);
  const computedStars = p === null ? null : starsOf(p, stars);
  return { ...checked, computedStars, starsAgree: computedStars === null ? null : computedStars === figure.printed.stars };
}

function inUnitOf(printed: PrintedFigure, computed: number, isPercent: boolean): number {
  return printed.percent && !isPercent ? computed * 100 : computed;
}

/** Does a computed number round to what is printed? `46.9%` is 0.469 unless the quantity itself is a percentage. */
export function compareWithPrinted(computed: number, operator: Comparison, printed: PrintedFigure, isPercent: boolean): boolean {
  const value = inUnitOf(printed, computed, isPercent);
  const half = 0.5 * tenTo(-printed.decimals);
  switch (operator) {
    case '=':
      return Math.abs(value - printed.value) <= half + SLACK * Math.max(1, Math.abs(printed.value));
    case '<':
      return value < printed.value;
    case '<=':
      return value <= printed.value;
    case '>':
      return value > printed.value;
    case '>=':
      return value >= printed.value;
  }
}

/** `x.beta(term)` and `x.b(term)` are starred by `x.p(term)`, `x.f` and `x.r2` by `x.p`, `x.difference(level, level)` by its own `p`. */
function pValueBeside(quantities: QuantitySource, address: Address): number | null {
  const path = [...(address.path.at(-1) === 'difference' ? address.path : address.path.slice(0, -1)), 'p'];
  return quantities.get(formatAddress({ path, args: address.args }))?.value ?? null;
}

/** Stars by the paper's thresholds, loosest first; below the first threshold `ns`. */
export function starsOf(p: number, thresholds: readonly number[]): '*' | '**' | '***' | 'ns' {
  const passed = thresholds.filter((threshold) => p < threshold).length;
  return (['ns', '*', '**', '***'] as const)[Math.min(3, passed)]!;
}

export function runHypotheses(at: Claimed): HypothesisResult[] {
  return at.plan.hypotheses.map((plan): HypothesisResult => {
    const claims = plan.claims.map((claim) => checkClaim(at, claim));
    for (const one of claims) {
      if (one.holds === false)
        at.problems.push(
          raise(claimFails, { hypothesis: plan.name, claim: one.claim.text, left: one.left!, right: one.right! }, { at: one.claim.at }),
        );
      if (one.holds === null && !isOpen(at, one.claim))
        at.problems.push(
          raise(claimUndecided, { hypothesis: plan.name, claim: one.claim.text, reason: one.reason ?? '' }, { at: one.claim.at }),
        );
    }
    const held = claims.filter((one) => one.holds === true).length;
    const failed = claims.filter((one) => one.holds === false).length;
    const verdict = held + failed < claims.length ? 'undecided' : failed === 0 ? 'holds' : held === 0 ? 'fails' : 'partly';
    return { plan, claims, verdict };
  });
}

const isOpen = (at: Claimed, { left, right }: ClaimPlan): boolean =>
  isUnasked(at, left) || (right.kind === 'address' && isUnasked(at, right.address));

function checkClaim(at: Claimed, claim: ClaimPlan): CheckedClaim {
  const read = (address: Address): { value: number | null; reason: string | null } => {
    const found = at.quantities.get(formatAddress(address));
    return {
      value: found?.value ?? null,
      reason: found === undefined ? `${formatAddress(address)} is not among the results` : (found.reason ?? null),
    };
  };
  const left = read(claim.left);
  const right = claim.right.kind === 'number' ? { value: claim.right.value, reason: null } : read(claim.right.address);
  if (left.value === null || right.value === null)
    return { claim, left: left.value, right: right.value, holds: null, reason: left.reason ?? right.reason };
  return { claim, left: left.value, right: right.value, holds: holds(left.value, claim.operator, right.value), reason: null };
}

function holds(left: number, operator: Comparison, right: number): boolean {
  switch (operator) {
    case '=':
      return Math.abs(left - right) <= SLACK * Math.max(1, Math.abs(right));
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}
