// The numbers of an index under their addresses.
import type { IndexResult, ScoreSummary } from './results.ts';
import { categoriesOf, type State } from './state.ts';

export function addIndexQuantities(state: State, result: IndexResult, reason: string): void {
  const { job } = result;
  const add = state.quantities.add;
  const { factorability: checks } = result;
  const why = reason === '' ? 'the correlations cannot be inverted' : reason;
  add([job.name, 'n'], null, result.n, 'count');
  add([job.name, 'kmo'], null, checks?.kmo, 'coefficient', why);
  for (const [i, item] of job.items.entries()) add([job.name, 'msa'], [[[item]]], checks?.msa[i], 'coefficient', why);
  add([job.name, 'bartlett', 'chi2'], null, checks?.chi2, 'statistic', why);
  add([job.name, 'bartlett', 'df'], null, checks?.df, 'df', why);
  add([job.name, 'bartlett', 'p'], null, checks?.pValue, 'p', why);
  add([job.name, 'determinant'], null, checks?.determinant, 'coefficient', why);
  for (const [i] of job.items.entries()) add([job.name, 'eigenvalue'], [i + 1], result.eigenvalues[i], 'coefficient', why);
  add([job.name, 'explained', 'total'], null, reason === '' ? result.explainedTotal : null, 'percent', why);
  for (const [i, item] of job.items.entries()) add([job.name, 'communality'], [[[item]]], result.communalities[i], 'coefficient', why);
  for (const component of job.components) {
    const found = result.components.find((one) => one.name === component.name);
    add([job.name, 'explained'], [[[component.name]]], found?.explained, 'percent', why);
    add([job.name, 'weight'], [[[component.name]]], found?.weight, 'coefficient', reason === '' ? 'not part of the composite' : why);
    for (const [i, item] of job.items.entries()) add([job.name, 'loading'], [[[item]], [[component.name]]], found === undefined ? null : result.loadings[i]?.[found.position], 'coefficient', why);
  }
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
