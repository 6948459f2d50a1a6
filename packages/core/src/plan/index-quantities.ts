// The numbers of an index under their addresses.
import { anyIndexQuantity } from '../methods/index/quantities.ts';
import { quantitiesUnder } from '../methods/quantity.ts';
import type { IndexResult, ScoreSummary } from './results.ts';
import { categoriesOf, type State } from './state.ts';

export function addIndexQuantities(state: State, result: IndexResult, reason: string): void {
  const { job } = result;
  const add = state.quantities.add;
  const why = reason === '' ? 'the correlations cannot be inverted' : reason;
  add([job.name, 'n'], null, result.n, 'count');
  quantitiesUnder([job.name], anyIndexQuantity, { result, reason }, (quantity) => state.quantities.map.set(quantity.address, quantity));
  for (const name of [job.name, ...job.components.map((component) => component.name)]) {
    const whole = result.summaries.get(name);
    addSummary(state, name, null, whole, why, name === job.name);
    addSummary(state, name, ['all'], whole, why, false);
    for (const category of categoriesOf(state)) {
      for (const level of category.levels) addSummary(state, name, [category.name, level.name], result.byLevel.get(category.name)?.get(level.name)?.get(name), why, false);
    }
  }
}

function addSummary(state: State, name: string, level: readonly string[] | null, summary: ScoreSummary | undefined, reason: string, isIndex: boolean): void {
  const add = state.quantities.add;
  const args = level === null ? null : [[level]];
  const why = summary === undefined ? reason : summary.n === 0 ? 'no case' : 'a single case, or no variation';
  // An index's own n is the number of cases analysed; a component's is the number of its scores.
  if (!isIndex) add([name, 'n'], args, summary?.n ?? null, 'count', why);
  add([name, 'mean'], args, summary?.mean, 'score', why);
  add([name, 'sd'], args, summary?.sd, 'score', why);
  add([name, 'min'], args, summary?.min, 'score', why);
  add([name, 'max'], args, summary?.max, 'score', why);
}
