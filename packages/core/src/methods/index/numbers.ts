// What an index has at its addresses, also where it cannot be computed; and what of its scores lies beyond stated goalposts. How it is
// computed is run.ts.
import type { Ends } from '../../procedures/composite/aggregate.ts';
import { raise, scoresBeyondGoalposts } from '../../problems/catalogue.ts';
import { drawnByLevel, drawnQuantities } from '../design/quantities.ts';
import { extremeQuantities, levelQuantities, scoreQuantities, type ScoreNumbers } from '../score/quantities.ts';
import { scoreNumbers } from '../score/by-level.ts';
import type { IndexResult } from '../results.ts';
import type { Limited } from '../state.ts';
import type { IndexJob } from './job.ts';
import { indexQuantities, indexReliability, itemCorrelations } from './quantities.ts';

/** An index that cannot be computed, with what is known of it, and the reason at its addresses. */
export function failedIndex(state: Limited, job: IndexJob, reason: string, cases: number, known: Partial<IndexResult> = {}): IndexResult {
  state.failed.set(job.name, reason);
  for (const component of job.components) state.failed.set(component.name, reason);
  const empty: IndexResult = {
    job,
    n: 0,
    filled: 0,
    reliability: null,
    factorability: null,
    retention: null,
    kept: 0,
    eigenvalues: [],
    correlations: [],
    unrotated: [],
    loadings: [],
    factorCorrelations: null,
    structure: [],
    initialCommunalities: [],
    communalities: [],
    factorFit: null,
    explained: [],
    explainedTotal: 0,
    scoreCoefficients: [],
    rotation: null,
    components: [],
    scores: new Map(),
    summaries: new Map(),
    ...known,
  };
  addIndexQuantities(state, empty, reason, cases);
  return empty;
}

/** Scores beyond stated goalposts are held at the nearer one. */
export function tellBeyond(state: Limited, index: string, beyond: Ends & { readonly count: number }, ends: Ends): void {
  state.problems.push(raise(scoresBeyondGoalposts, { index, ...beyond, goalposts: [ends.low, ends.high] }, { at: `${index}/goalposts` }));
}

/** Everything that an index has at its addresses, and its components at theirs. */
export function addIndexQuantities(state: Limited, result: IndexResult, reason: string, cases: number): void {
  const { job, reliability } = result;
  const { later, under } = state.quantities;
  const index = { result, rows: cases, reason };
  const scores = (name: string): ScoreNumbers => scoreNumbers(state, result.scores.get(name) ?? null, 'score', reason);
  const withLevels = (name: string): void => {
    const own = scores(name);
    under([name], scoreQuantities, own);
    if (state.design !== null) under([name], drawnQuantities, own);
    later([name], { ...levelQuantities, ...extremeQuantities }, () => own);
    if (state.design !== null) later([name], drawnByLevel, () => own);
  };
  withLevels(job.name);
  under([job.name], indexQuantities, index);
  later([job.name], itemCorrelations, () => index);
  under([job.name], indexReliability, { items: job.items, reliability, reason: 'fewer than two respondents answered every item' });
  for (const { name } of job.components) withLevels(name);
}
