// Comparisons of groups.
import { compareGroups, type GroupComparison } from '../procedures/compare/groups.ts';
import { emptySubset, oneGroup, raise } from '../problems/catalogue.ts';
import { idOf, idsOf } from './memo.ts';
import type { CompareJob } from './plan.ts';
import type { CompareResult } from './results.ts';
import { inputsOf, rowsWhere, step, valuesOf, type State } from './state.ts';

export function runCompare(whole: State, job: CompareJob): CompareResult {
  const mask = rowsWhere(whole, job.where);
  return step(whole, `compare ${JSON.stringify(job)} ${idOf(mask)} ${inputsOf(whole, [...job.outcomes, ...job.by])} ${inputLabels(whole, job)}`, (state) => compare(state, job, mask));
}

/** The results hold the categories as the plan has them. */
function inputLabels(state: State, job: CompareJob): string {
  return JSON.stringify(job.by.map((by) => state.variables.get(by)));
}

function compare(state: State, job: CompareJob, mask: Uint8Array): CompareResult {
  const cases = mask.reduce((sum, value) => sum + value, 0);
  if (cases === 0) state.problems.push(raise(emptySubset, { name: job.name, rows: state.coded.rows }, { at: `${job.name}/where` }));
  const cells = job.by.flatMap((by) => {
    const category = state.variables.get(by);
    if (category?.kind !== 'category') return [];
    const every = state.coded.categories.get(by)!;
    const codes = state.memo.recall(`codes ${idsOf([every, mask])}`, () => every.map((code, row) => (mask[row] === 1 ? code : -1)));
    const levels = category.levels.map((level) => level.name);
    return job.outcomes.map((outcome): CompareResult['cells'][number] => {
      const failed = state.failed.get(outcome);
      const values = failed === undefined ? valuesOf(state, outcome) : null;
      const comparison = values === null || cases === 0 ? null : state.memo.recall(`groups ${idsOf([values, codes])} ${JSON.stringify(levels)}`, () => compareGroups(values, codes, levels));
      const reason = failed ?? (cases === 0 ? 'no case satisfies the condition' : comparison === null ? 'fewer than two groups have cases' : null);
      if (comparison === null && cases > 0 && failed === undefined) state.problems.push(raise(oneGroup, { name: job.name, outcome, category: by }, { at: `${job.name}/by` }));
      addQuantities(state, job, outcome, job.by.length > 1 ? by : null, comparison, reason ?? '', levels, by);
      return { outcome, category, comparison, reason };
    });
  });
  return { job, cells };
}

function addQuantities(state: State, job: CompareJob, outcome: string, prefix: string | null, found: GroupComparison | null, reason: string, levels: readonly string[], category: string): void {
  const path = [job.name, outcome, ...(prefix === null ? [] : [prefix])];
  const add = state.quantities.add;
  const why = reason === '' ? 'not defined for these groups' : reason;
  add([...path, 'f'], null, found?.anova.f, 'statistic', why);
  add([...path, 'df1'], null, found?.anova.df1, 'df', why);
  add([...path, 'df2'], null, found?.anova.df2, 'df', why);
  add([...path, 'p'], null, found?.anova.p, 'p', why);
  add([...path, 'eta2'], null, found?.eta2, 'coefficient', why);
  add([...path, 'omega2'], null, found?.omega2, 'coefficient', why);
  add([...path, 'welch', 'f'], null, found?.welch.f, 'statistic', why);
  add([...path, 'welch', 'p'], null, found?.welch.p, 'p', why);
  add([...path, 'levene', 'p'], null, found?.leveneMean.p, 'p', why);
  add([...path, 'kruskal', 'h'], null, found?.kruskalWallis.h, 'statistic', why);
  add([...path, 'kruskal', 'p'], null, found?.kruskalWallis.p, 'p', why);
  for (const a of levels) {
    for (const b of levels) {
      if (a === b) continue;
      const pair = found?.pairs.find((one) => (one.i === a && one.j === b) || (one.i === b && one.j === a));
      const sign = pair?.i === a ? 1 : -1;
      const args = [[[category, a]], [[category, b]]];
      add([...path, 'difference'], args, pair === undefined ? null : sign * pair.difference, 'score', why);
      add([...path, 'difference', 'p'], args, pair === undefined ? null : postHocP(job, pair), 'p', why);
    }
  }
}

/** The p-value of a pair by the comparison's own method. */
export function postHocP(job: CompareJob, pair: GroupComparison['pairs'][number]): number | null {
  switch (job.postHoc) {
    case 'tukey': return pair.tukeyP;
    case 'games_howell': return pair.gamesHowellP;
    case 'bonferroni': return pair.bonferroniP;
    case 'holm': return pair.holmP;
  }
}
