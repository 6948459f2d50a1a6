// Item statistics, frequencies and reliability of everything that is declared.
import { frequencies } from '../procedures/describe/frequencies.ts';
import { histogramOf } from '../procedures/describe/histogram.ts';
import { reliability, type Reliability } from '../procedures/reliability/alpha.ts';
import { alphaRisesWithout, fewCells, raise } from '../problems/catalogue.ts';
import type { Moments } from '../moments/moments.ts';
import { idOf } from './memo.ts';
import type { GroupPlan, IndicatorPlan } from './plan.ts';
import type { GroupResult, VariableResult } from './results.ts';
import { describeOnce, inputsOf, meanOfItems, momentsOnce, step, type State } from './state.ts';

export function runDescribe(whole: State): VariableResult[] {
  return whole.plan.variables.map((variable) => step(whole, `variable ${JSON.stringify(variable)} ${inputsOf(whole, [variable.name])}`, (state): VariableResult => {
    const { name } = variable;
    const add = state.quantities.add;
    if (variable.kind === 'category') {
      const codes = state.coded.categories.get(name) ?? new Int32Array(0);
      const table = frequencies(codes, variable.levels.map((level) => level.name));
      add([name, 'n'], null, table.n, 'count');
      add([name, 'missing'], null, table.missing, 'count');
      for (const [index, row] of table.rows.entries()) {
        add([name, variable.levels[index]!.name, 'count'], null, row.count, 'count');
        add([name, variable.levels[index]!.name, 'percent'], null, row.validPercent, 'percent', 'nobody answered');
      }
      const rare = table.rows.filter((row) => row.count > 0 && row.count < 5);
      if (rare.length > 0) state.problems.push(raise(fewCells, { category: name, levels: rare.map((row) => `${row.value} (${row.count})`) }, { at: name }));
      return { variable, description: null, frequencies: table, histogram: null };
    }
    const values = state.coded.numbers.get(name) ?? new Float64Array(0);
    const description = describeOnce(state, values);
    const reason = description.n === 0 ? 'nobody answered' : 'too few answers, or no variation';
    add([name, 'n'], null, description.n, 'count');
    add([name, 'missing'], null, description.missing, 'count');
    for (const quantity of ['mean', 'sd', 'min', 'max', 'skewness', 'kurtosis', 'median'] as const) {
      add([name, quantity], null, description[quantity], quantity === 'skewness' || quantity === 'kurtosis' ? 'statistic' : 'mean', reason);
    }
    const points = variable.kind === 'indicator' ? scalePoints(values, variable) : null;
    return { variable, description, frequencies: points, histogram: points === null ? histogramOf(values) : null };
  }));
}

/** Counts a scale point, for indicators on short scales of whole numbers; null otherwise. */
function scalePoints(values: Float64Array, variable: IndicatorPlan): VariableResult['frequencies'] {
  const { scale } = variable;
  if (scale === null || !Number.isInteger(scale.low) || !Number.isInteger(scale.high) || scale.high - scale.low > 10 || variable.askedOn !== null) return null;
  const codes = Int32Array.from(values, (value) => (Number.isInteger(value) && value >= scale.low && value <= scale.high ? value - scale.low : -1));
  return frequencies(codes, Array.from({ length: scale.high - scale.low + 1 }, (_, i) => String(scale.low + i)));
}

/** Dimensions and blocks: mean of item means, SD of respondents' scores, reliability over the complete answers. */
export function runGroups(whole: State): GroupResult[] {
  return whole.plan.groups.map((group) => {
    const items = group.members.filter((member) => whole.variables.get(member)?.kind === 'indicator');
    return step(whole, `group ${JSON.stringify(group)} ${inputsOf(whole, items)}`, (state) => runGroup(state, group, items));
  });
}

function runGroup(state: State, group: GroupPlan, items: readonly string[]): GroupResult {
  const add = state.quantities.add;
  const scores = items.length === 0 ? null : describeOnce(state, meanOfItems(state, { ...group, members: items }) ?? new Float64Array(0));
  const means = items.map((item) => describeOnce(state, state.coded.numbers.get(item)!).mean);
  const mean = means.length === 0 || means.some((value) => value === null) ? null : means.reduce<number>((sum, value) => sum + value!, 0) / means.length;
  if (items.length > 0) {
    add([group.name, 'mean'], null, mean, 'mean');
    add([group.name, 'sd'], null, scores?.sd, 'mean');
  }
  const found = items.length >= 2 ? reliabilityOf(state, items) : null;
  if (found !== null) addReliability(state, group.name, items, found, 'item_total');
  if (found !== null && found.alpha !== null) warnOfAlpha(state, group.name, items, found);
  return { group, items, mean, sd: scores?.sd ?? null, reliability: found };
}

/** Over the rows that answered all items; null when fewer than two did. */
export function reliabilityOf(state: State, items: readonly string[]): Reliability | null {
  return reliabilityOnce(state, momentsOnce(state, items.map((item) => state.coded.numbers.get(item)!)));
}

/** Null when fewer than two rows count. */
export function reliabilityOnce(state: State, moments: Moments): Reliability | null {
  return moments.n < 2 ? null : state.memo.recall(`reliability ${idOf(moments)}`, () => reliability(moments));
}

export function addReliability(state: State, name: string, items: readonly string[], found: Reliability, perItem: 'item_total' | null): void {
  const add = state.quantities.add;
  add([name, 'alpha'], null, found.alpha, 'coefficient', 'the items do not vary together');
  add([name, 'alpha', 'standardized'], null, found.standardized, 'coefficient', 'an item is constant');
  if (perItem === null) return;
  add([name, 'omega'], null, found.omega, 'coefficient', items.length < 3 ? 'needs at least three items' : 'the one-factor model has no proper solution');
  for (const [index, item] of items.entries()) {
    add([item, 'item_total'], null, found.items[index]!.correctedItemTotal, 'coefficient');
    add([item, 'alpha_if_deleted'], null, found.items[index]!.alphaIfDeleted, 'coefficient', 'needs at least three items');
  }
}

function warnOfAlpha(state: State, name: string, items: readonly string[], found: Reliability): void {
  const alpha = found.alpha!;
  const worst = items.map((item, index) => ({ item, without: found.items[index]!.alphaIfDeleted, itemTotal: found.items[index]!.correctedItemTotal }))
    .filter((one) => one.itemTotal !== null && (one.itemTotal < 0 || (one.without !== null && one.without > alpha + 0.01)))
    .sort((a, b) => (a.itemTotal ?? 0) - (b.itemTotal ?? 0))[0];
  if (worst === undefined) return;
  state.problems.push(raise(alphaRisesWithout, { group: name, item: worst.item, alpha, without: worst.without, itemTotal: worst.itemTotal! }, { at: name }));
}
