// A file that compares studies, executed: the comparison, its numbers under its own name, what is made of them, and its claims.
import { once } from '../../numerics/once.ts';
import { formatName, type Quantity, type QuantitySource } from '../../contract/quantity.ts';
import type { Problem } from '../../problems/problem.ts';
import { runHypotheses } from '../claims/run.ts';
import { runQuantity } from '../quantity/run.ts';
import type { HypothesisResult } from '../results.ts';
import { compareStudies, type CompareOptions, type StudiesComparison } from './compare-studies.ts';
import { comparisonQuantities } from './quantities.ts';
import type { ComparisonPlan } from './plan.ts';
import type { ComparedStudy } from './study.ts';

export interface ComparisonResults {
  readonly plan: ComparisonPlan;
  readonly comparison: StudiesComparison;
  /** Those of the comparison, then those that the file makes of them. */
  readonly quantities: ReadonlyMap<string, Quantity>;
  readonly hypotheses: readonly HypothesisResult[];
  /** Of the claims, each with a plan path. */
  readonly problems: readonly Problem[];
}

/** `studies`: in the plan's order, by the plan's names. */
export function runComparison(plan: ComparisonPlan, studies: readonly ComparedStudy[], options: CompareOptions = {}): ComparisonResults {
  const comparison = compareStudies(studies, options);
  const all = new Map<string, Quantity>();
  for (const quantity of comparisonQuantities(comparison).values()) {
    const address = addressUnder(plan, quantity.address);
    all.set(address, { ...quantity, address });
  }
  // A figure may be made of one that is declared below it; none is made of itself.
  const made = new Map(plan.quantities.map((one) => [formatName(one.name), once((): Quantity => runQuantity(one, source))]));
  const source: QuantitySource = { get: (address) => all.get(address) ?? made.get(address)?.() };
  const problems: Problem[] = [];
  const hypotheses = runHypotheses({ plan: { hypotheses: plan.hypotheses }, quantities: source, problems });
  for (const [address, read] of made) all.set(address, read());
  return { plan, comparison, quantities: all, hypotheses, problems };
}

/** Where a number of the comparison stands in its file: `three.integration.frozen.mean(bijie)`. */
export const addressUnder = (plan: Pick<ComparisonPlan, 'name'>, address: string): string => `${formatName(plan.name)}.${address}`;
