// Where a robustness runs its grid: the same plan with other jobs, again and again, over a memo of its own that is let go with the last of
// them, since an editor's would have to keep every fit. What is done with the numbers is methods/robustness.
import { quantitiesUnder } from '../contract/declared-quantity.ts';
import { formatName, type QuantitySource } from '../contract/quantity.ts';
import { heardAs, tellStep, type Step } from '../contract/steps.ts';
import { formulaNames } from '../data/formula.ts';
import { boundedMemo, type Memo } from '../memo/memo.ts';
import type { ClaimPlan, Job, Plan } from '../methods/plan.ts';
import { specificationsOf, type RobustnessPlan } from '../methods/robustness/plan.ts';
import { alternativeQuantities, robustnessQuantities } from '../methods/robustness/quantities.ts';
import { runRobustness, type RobustnessResult } from '../methods/robustness/run.ts';
import type { State } from '../methods/state.ts';

export function gridOf(
  state: State,
  plan: RobustnessPlan,
  execute: (changed: (job: Job) => Job, memo: Memo) => QuantitySource,
): RobustnessResult {
  const memo = boundedMemo();
  // A grid has no numbers inside a grid.
  const grids = new Set(state.plan.robustness?.map((one) => one.name));
  const apart = ({ left, right }: ClaimPlan): boolean =>
    !grids.has(left.path[0]!) && (right.kind === 'number' || !grids.has(right.address.path[0]!));
  const hypotheses = state.plan.hypotheses.map((one) => ({ ...one, claims: one.claims.filter(apart) }));
  // The spec as it is, every combination, and of several axes each alternative alone.
  const alone = plan.axes.length === 1 ? 0 : plan.axes.reduce((sum, { alternatives }) => sum + alternatives.length, 0);
  const of = 1 + specificationsOf(plan.axes) + alone;
  let begun = 0;
  const at = (share: number): Step => {
    const done = Math.min(of, Math.max(0, begun - 1) + share);
    return { is: 'computing', kind: 'robustness', name: plan.name, done, of, share: done / of };
  };
  const result = heardAs(
    (step) => (step.is === 'computing' && step.kind !== 'robustness' ? at(step.of === 0 ? 0 : step.done / step.of) : step),
    () =>
      runRobustness(plan, hypotheses, (changed) => {
        begun += 1;
        tellStep(at(0));
        return execute(changed, memo);
      }),
  );
  const { set } = state.quantities;
  quantitiesUnder([plan.name], robustnessQuantities, { result, reason: 'no specification has the number' }, set);
  for (const [position, { alternatives }] of plan.axes.entries())
    for (const [at, { name }] of alternatives.entries()) {
      const estimate = result.alone[position]![at]!;
      const reason = estimate.reason ?? `the spec cannot be written so (${estimate.refused ?? ''})`;
      quantitiesUnder([plan.name, name], alternativeQuantities, { result, estimate, reason }, set);
    }
  return result;
}

/** The grids of a plan, and the figures that are made of one of their numbers, through however many. */
export function restingOnGrids({ robustness = [], quantities = [] }: Plan): ReadonlySet<string> {
  const found = new Set(robustness.map((one) => one.name));
  const restsOn = (address: string): boolean =>
    [...found].some((name) => address === formatName(name) || address.startsWith(`${formatName(name)}.`));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { name, formula } of quantities) if (formulaNames(formula).some(restsOn)) found.add(name);
  }
  return found;
}
