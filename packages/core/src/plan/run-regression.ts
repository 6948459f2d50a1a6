// Regressions: cases, design, missing policy, one fit an outcome.
import { selectRows } from '../data/condition.ts';
import { completeRows } from '../moments/moments.ts';
import { pairwiseMoments } from '../moments/pairwise.ts';
import { meanSubstituted } from '../moments/substitution.ts';
import { columnsOfTerm, type DesignColumn, type Factor } from '../procedures/regression/design.ts';
import { linearFit, linearFitFromCorrelations, type FitFailure, type LinearFit } from '../procedures/regression/ols.ts';
import { collinearPredictors, constantOutcome, constantPredictor, dummiesBesideRatings, emptySubset, fewInReference, raise, substitutedPredictors, tooFewCases } from '../problems/catalogue.ts';
import type { RegressionJob } from './plan.ts';
import type { RegressionResult, TermInfo } from './results.ts';
import { valuesOf, type State } from './state.ts';

export function runRegression(state: State, job: RegressionJob): RegressionResult {
  const mask = selectRows(job.where, state.withScores(), state.frame);
  const rows: number[] = [];
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) rows.push(row);
  const cut = (values: Float64Array): Float64Array => (rows.length === values.length ? values : Float64Array.from(rows, (row) => values[row]!));
  const all = job.terms.flatMap((entry) => {
    const factors = entry.term.map((name) => factorOf(state, name)).filter((factor): factor is Factor => factor !== null);
    return factors.length < entry.term.length ? [] : columnsOfTerm(factors).map((column) => ({ ...column, values: cut(column.values), block: entry.block }));
  });
  if (rows.length === 0) state.problems.push(raise(emptySubset, { name: job.name, rows: state.coded.rows }, { at: `${job.name}/where` }));
  const design = rows.length === 0 ? all : dropConstants(state, job, all);
  const terms: TermInfo[] = all.map(({ text, variables, levels, block }) => ({ text, variables, levels, block }));
  const outcomes = job.outcomes.map((outcome): RegressionResult['outcomes'][number] => {
    const failed = state.failed.get(outcome) ?? (rows.length === 0 ? 'no case satisfies the condition' : null);
    const values = failed === null ? valuesOf(state, outcome) : null;
    const fitted = values === null ? { fit: null, filled: 0 } : fitOne(job, cut(values), design);
    const fit = fitted.fit === null || 'problem' in fitted.fit ? null : fitted.fit;
    const failure = fitted.fit !== null && 'problem' in fitted.fit ? fitted.fit : null;
    const reason = failed ?? (failure === null ? null : explainFailure(state, job, outcome, failure));
    addQuantities(state, job, outcome, all.map((column) => column.text), fit, reason ?? 'not defined');
    return { outcome, fit, reason, filled: fitted.filled };
  });
  warn(state, job, rows, outcomes, design);
  return { job, cases: rows.length, terms, outcomes };
}

function factorOf(state: State, name: string): Factor | null {
  const variable = state.variables.get(name);
  if (variable?.kind === 'category') {
    return { kind: 'category', name, codes: state.coded.categories.get(name)!, levels: variable.levels.map((level) => level.name), reference: variable.reference };
  }
  const values = valuesOf(state, name);
  return values === null ? null : { kind: 'number', name, values };
}

/** SPSS drops a predictor that is constant among the cases, and says so; so do we. */
function dropConstants<T extends DesignColumn>(state: State, job: RegressionJob, columns: readonly T[]): T[] {
  const constant = columns.filter((column) => isConstant(column.values));
  if (constant.length > 0) state.problems.push(raise(constantPredictor, { regression: job.name, terms: constant.map((column) => column.text) }, { at: job.where === null ? `${job.name}/by` : `${job.name}/where` }));
  return columns.filter((column) => !constant.includes(column));
}

function isConstant(values: Float64Array): boolean {
  const numbers = values.filter((value) => !Number.isNaN(value));
  return numbers.every((value) => value === numbers[0]);
}

function fitOne(job: RegressionJob, y: Float64Array, design: readonly DesignColumn[]): { fit: LinearFit | FitFailure; filled: number } {
  const columns = [...design.map((column) => column.values), y];
  const terms = design.map((column) => column.text);
  if (job.missing === 'pairwise') {
    const pairs = pairwiseMoments(columns);
    if (pairs.correlation === null) return { fit: { problem: 'too-few', n: pairs.minimumN, parameters: terms.length + 1 }, filled: 0 };
    return { fit: linearFitFromCorrelations({ correlation: pairs.correlation, means: pairs.means, sds: pairs.sds, n: pairs.minimumN, terms, confidence: job.confidence }), filled: 0 };
  }
  const substituted = job.missing === 'mean' ? meanSubstituted(columns) : null;
  const used = substituted?.columns ?? columns;
  const complete = completeRows(used);
  const [x, outcome] = [used.slice(0, -1), used.at(-1)!].map((part) => (Array.isArray(part) ? part.map((column) => pick(column, complete)) : pick(part as Float64Array, complete))) as [Float64Array[], Float64Array];
  return { fit: linearFit({ y: outcome, x, terms, confidence: job.confidence }), filled: substituted?.filled.reduce((sum, count) => sum + count, 0) ?? 0 };
}

function pick(column: Float64Array, rows: Uint32Array): Float64Array {
  if (rows.length === column.length) return column;
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!;
  return picked;
}

function explainFailure(state: State, job: RegressionJob, outcome: string, failure: FitFailure): string {
  switch (failure.problem) {
    case 'collinear':
      // The predictors are the same for every outcome: said once.
      if (!state.problems.some((problem) => problem.name === 'collinear-predictors' && problem.at?.startsWith(`${job.name}/by`))) {
        state.problems.push(raise(collinearPredictors, { regression: job.name, term: failure.term, on: failure.on }, { at: `${job.name}/by` }));
      }
      return `${failure.term} is determined by other predictors`;
    case 'too-few':
      if (!state.problems.some((problem) => problem.name === 'too-few-cases' && problem.at?.startsWith(`${job.name}/`))) {
        state.problems.push(raise(tooFewCases, { name: job.name, n: failure.n, needed: failure.parameters + 1, what: `${failure.parameters} parameters` }, { at: `${job.name}/by` }));
      }
      return `${failure.n} cases for ${failure.parameters} parameters`;
    case 'constant-outcome':
      state.problems.push(raise(constantOutcome, { regression: job.name, outcome, n: failure.n }, { at: `${job.name}/explain` }));
      return 'the outcome does not vary';
  }
}

function addQuantities(state: State, job: RegressionJob, outcome: string, terms: readonly string[], fit: LinearFit | null, reason: string): void {
  const add = state.quantities.add;
  const path = [job.name, outcome];
  add([...path, 'n'], null, fit?.n, 'count', reason);
  add([...path, 'r2'], null, fit?.r2, 'coefficient', reason);
  add([...path, 'adjusted_r2'], null, fit?.adjustedR2, 'coefficient', reason);
  add([...path, 'f'], null, fit?.f, 'statistic', reason);
  add([...path, 'df1'], null, fit?.df1, 'df', reason);
  add([...path, 'df2'], null, fit?.df2, 'df', reason);
  add([...path, 'p'], null, fit?.p, 'p', reason);
  add([...path, 'rmse'], null, fit?.rmse, 'statistic', reason);
  add([...path, 'aic'], null, fit?.aic, 'information', reason);
  add([...path, 'bic'], null, fit?.bic, 'information', reason);
  add([...path, 'durbin_watson'], null, fit?.durbinWatson, 'statistic', fit === null ? reason : 'needs the rows; pairwise deletion has none');
  add([...path, 'breusch_pagan', 'p'], null, fit?.breuschPagan?.p, 'p', fit === null ? reason : 'needs the rows; pairwise deletion has none');
  for (const term of ['intercept', ...terms]) {
    const args = [term.split(':').map((part) => part.split('.'))];
    const found = fit?.coefficients.find((one) => one.term === term);
    const why = fit !== null && found === undefined ? 'left out: constant among these cases' : reason;
    add([...path, 'b'], args, found?.b, 'coefficient', why);
    add([...path, 'se'], args, found?.se, 'coefficient', why);
    add([...path, 't'], args, found?.t, 'statistic', why);
    add([...path, 'p'], args, found?.p, 'p', why);
    add([...path, 'low'], args, found?.low, 'coefficient', why);
    add([...path, 'high'], args, found?.high, 'coefficient', why);
    if (term === 'intercept') continue;
    add([...path, 'beta'], args, found?.beta, 'coefficient', why);
    add([...path, 'vif'], args, found?.vif, 'statistic', why);
  }
}

function warn(state: State, job: RegressionJob, rows: readonly number[], outcomes: RegressionResult['outcomes'], design: readonly DesignColumn[]): void {
  const filled = Math.max(0, ...outcomes.map((one) => one.filled));
  if (filled > 0) state.problems.push(raise(substitutedPredictors, { regression: job.name, filled, cases: rows.length }, { at: `${job.name}/missing` }));
  const small: string[] = [];
  for (const name of new Set(job.terms.flatMap((entry) => entry.term))) {
    const variable = state.variables.get(name);
    if (variable?.kind !== 'category' || rows.length === 0) continue;
    const reference = variable.levels.findIndex((level) => level.name === variable.reference);
    const codes = state.coded.categories.get(name)!;
    const count = rows.reduce((sum, row) => sum + (codes[row] === reference ? 1 : 0), 0);
    if (count < 30) small.push(`${name}.${variable.reference} (${count})`);
  }
  if (small.length > 0) state.problems.push(raise(fewInReference, { regression: job.name, references: small }, { at: `${job.name}/by` }));
  const dummies = design.some((column) => column.levels.some((level) => level !== null));
  const ratings = design.some((column) => column.levels.every((level) => level === null));
  if (job.show.includes('standardized') && dummies && ratings) state.problems.push(raise(dummiesBesideRatings, { regression: job.name }, { at: `${job.name}/show` }));
}
