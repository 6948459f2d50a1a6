// Which rows a regression is fitted on, after its condition and its missing policy: for another fit on them, and for respondents' flags.
// The fit itself is run.ts'.
import type { CodedStudy } from '../../data/coding.ts';
import type { Frame } from '../../data/frame.ts';
import type { RegressionJob } from './job.ts';
import type { RegressionResult, StudyResults } from '../results.ts';
import { ofRespondents } from '../score/of-respondents.ts';
import { casesWhere, valuesOf, withoutDesign, type State } from '../state.ts';
import { centredColumns } from './moderation.ts';
import { groupsOfJob, outcomeValues } from './run-model.ts';
import { chosenIn } from './chosen.ts';
import { cut, designOf } from './job-design.ts';
import { casesOf, runRegression } from './run.ts';

export interface FittedRows {
  readonly terms: readonly string[];
  readonly x: readonly Float64Array[];
  readonly y: Float64Array;
}

/** The state of a finished execution, with other values for some of its scores. */
function stateAfter(results: StudyResults, coded: CodedStudy, frame: Frame, instead: ReadonlyMap<string, Float64Array>): State {
  const state = ofRespondents({ results, coded, frame });
  for (const [name, values] of instead) state.scores.set(name, values);
  return state;
}

/** One outcome's fit with other values for it, and everything else of the regression as it is: scores by another study's rule. */
export function fittedWith(
  results: StudyResults,
  coded: CodedStudy,
  frame: Frame,
  job: RegressionJob,
  outcome: string,
  values: Float64Array,
): RegressionResult['outcomes'][number] {
  return runRegression(stateAfter(results, coded, frame, new Map([[outcome, values]])), { ...job, outcomes: [outcome] }).outcomes[0]!;
}

/**
 * The rows that an outcome of a regression is fitted on, with scores as the results have them unless `instead` has others; null with
 * pairwise deletion, which has none, without values, or where a row counts with its weight: another fit would count it once.
 */
export function fittedRows(
  results: StudyResults,
  coded: CodedStudy,
  frame: Frame,
  job: RegressionJob,
  outcome: string,
  instead: ReadonlyMap<string, Float64Array> = new Map(),
): FittedRows | null {
  const state = withoutDesign(stateAfter(results, coded, frame, instead), job.unweighted);
  const values = valuesOf(state, outcome);
  if (state.design !== null || job.missing === 'pairwise' || values === null) return null;
  const { design, cases: found } = casesIn(state, job, values);
  const cases = found();
  return {
    terms: design.used.map((column) => column.text),
    x: centredColumns(
      design.used,
      design.columns.map((column) => cut(column, cases.rows)),
      job.center ?? [],
    ).x,
    y: cut(cases.outcome, cases.rows),
  };
}

/** Whom the condition lets in. `cases`: those of them that the fit takes, with values of everything, and a cluster if errors need one. */
function casesIn(state: State, job: RegressionJob, values: Float64Array) {
  const whom = chosenIn(casesWhere(state, job.where));
  const design = designOf(state, job, whom);
  const chosen = whom.rows;
  const y = cut(values, chosen);
  const { cluster, sites } = groupsOfJob(state, job);
  const groups = cluster === null ? null : Int32Array.from(chosen, (row) => cluster[row]!);
  return { chosen, design, y, sites, cases: () => casesOf(job, y, design, groups) };
}

export interface RowsTaken {
  /** Rows of the file, from 0, that take part. */
  readonly rows: Uint32Array;
  /** Per row of the file: how many of its values (predictors, each once, and the outcome) were substituted. */
  readonly filled: Uint16Array;
}

/** With pairwise deletion a row takes part that has two of the values: it is in one correlation at least. */
export function rowsTaken(whole: State, job: RegressionJob, outcome: string): RowsTaken {
  const state = withoutDesign(whole, job.unweighted);
  const filled = new Uint16Array(state.coded.rows);
  const values = job.method.kind === 'linear' ? valuesOf(state, outcome) : outcomeValues(state, outcome);
  if (values === null) return { rows: new Uint32Array(0), filled };
  const { chosen, design, y, sites, cases } = casesIn(state, job, values);
  if (job.missing === 'pairwise') {
    const columns = [...design.columns, y];
    const known = (at: number): number => columns.reduce((count, column) => count + (Number.isNaN(column[at]!) ? 0 : 1), 0);
    return { rows: chosen.filter((_, at) => known(at) > 1), filled };
  }
  const rows = Uint32Array.from(cases().rows, (at) => chosen[at]!).filter((row) => sites === null || sites[row]! >= 0);
  if (job.missing === 'mean') {
    const before = [...termsKnown(state, job), values];
    for (const row of rows) for (const one of before) if (Number.isNaN(one[row]!)) filled[row]!++;
  }
  return { rows, filled };
}

/** One column a variable of the terms, NaN where it is not known. */
function termsKnown(state: State, job: RegressionJob): Float64Array[] {
  return [...new Set(job.terms.flatMap(({ term }) => term))].flatMap((name) => {
    const levels = state.coded.categories.get(name);
    if (levels !== undefined) return [Float64Array.from<number>(levels, (level) => (level < 0 ? NaN : level))];
    const values = valuesOf(state, name);
    return values === null ? [] : [values];
  });
}
