// A measurement model of all cases, and its invariance over the levels of a category.
import { columnAt, floatsOf, type Codes, type Values } from '../../counts/points.ts';
import { letInOf } from '../../counts/values.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import { emptySubset, fewForOrdinal, improperSolution, measurementImpossible, measurementSample, raise } from '../../problems/catalogue.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import { fitMeasurement, type MeasurementFit, type MeasurementProblem } from '../../procedures/measurement/measurement.ts';
import { itemsOf, type MeasurementModel } from '../../procedures/measurement/model.ts';
import { fitOrdinal } from '../../procedures/measurement/ordinal.ts';
import { invariance, type Invariance, type InvarianceProblem } from '../../procedures/invariance/index.ts';
import { hidesFew } from '../cells.ts';
import { casesIn, letIn, limitedStep, lostCondition, rowsWhere, type Limited, type State } from '../state.ts';
import { modelOf, type MeasurementJob } from './job.ts';
import type { MeasurementOptions } from './options.ts';
import { invarianceQuantities, modelQuantities } from './quantities.ts';

/** Of ordered answers: Flora & Curran 2004, Psychological Methods 9:466–491, find errors and χ² off below it. */
const ENOUGH = 250;

export interface MeasurementResult {
  readonly job: MeasurementJob;
  /** Rows that satisfy `where`. */
  readonly cases: number;
  readonly fit: MeasurementFit | null;
  readonly invariance: Invariance | null;
  readonly reason: string;
}

export function runMeasurement(whole: State, job: MeasurementJob): MeasurementResult {
  const mask = rowsWhere(whole, job.where);
  const category = job.by === null ? undefined : whole.variables.get(job.by);
  const names = [...itemsOf(modelOf(job)), ...(job.by === null ? [] : [job.by])];
  return measured(whole, names, {
    job,
    mask,
    category: category?.kind === 'category' ? category : null,
    lost: lostCondition(whole, job.where),
  });
}

const measured = limitedStep(
  'measurement',
  {
    job: plain<MeasurementJob>(),
    mask: same<Uint8Array>(),
    category: plain<CategoryPlan | null>(),
    lost: plain<string | null>(),
  },
  (state, { job, mask, category, lost }): MeasurementResult => {
    const cases = casesIn(mask);
    const model = modelOf(job);
    const items = itemsOf(model);
    if (cases === 0 && lost === null)
      state.problems.push(raise(emptySubset, { name: job.name, rows: state.coded.rows }, { at: `${job.name}/where` }));
    const columns = cases === 0 ? null : columnsIn(state, items, mask);
    const found =
      columns === null ? null : fitted(state.memo, { model, columns, options: { estimator: job.estimator, missing: job.missing } });
    const fit = found?.items === undefined ? null : found;
    for (const problem of found?.problems ?? []) report(state, job, problem);
    if (fit !== null && job.estimator.kind === 'wlsmv' && fit.n < ENOUGH)
      state.problems.push(raise(fewForOrdinal, { name: job.name, n: fit.n, enough: ENOUGH }, { at: `${job.name}/estimator` }));
    const groups = columns === null || category === null ? null : groupsOf(state, category, mask, columns);
    const levels = groups === null || fit === null ? null : tested(state.memo, { job: simple(job), ...groups });
    for (const problem of levels?.problems ?? []) reportInvariance(state, job, problem);
    const reason = lost ?? (cases === 0 ? 'no case satisfies the condition' : fit === null ? 'the model cannot be estimated' : '');
    const result: MeasurementResult = { job, cases, fit, invariance: levels, reason };
    const numbers = { ...result, rows: state.coded.rows, hides: hidesFew(state, fit?.n ?? 0, state.coded.rows, cases) };
    state.quantities.under([job.name], modelQuantities, numbers);
    if (job.by !== null) state.quantities.under([job.name], invarianceQuantities, numbers);
    return result;
  },
);

const fitted = derivation(
  'measurement fit',
  { model: plain<MeasurementModel>(), columns: each<Values>(), options: plain<MeasurementOptions>() },
  ({ model, columns, options: { estimator, missing } }): Fitted =>
    estimator.kind === 'wlsmv'
      ? fitOrdinal(model, columns.map(floatsOf))
      : fitMeasurement(model, columns, { estimator: estimator.kind, missing: missing.kind }),
);

type Fitted = ReturnType<typeof fitMeasurement>;
type Simple = Pick<MeasurementJob, 'factors' | 'cross' | 'residuals'>;
const simple = ({ factors, cross, residuals }: MeasurementJob): Simple => ({ factors, cross, residuals });

const tested = derivation(
  'measurement invariance',
  { job: plain<Simple>(), names: plain<readonly string[]>(), columns: each<Values>() },
  ({ job, names, columns }): Invariance => {
    const p = columns.length / Math.max(1, names.length);
    const groups = names.map((name, group) => ({ name, columns: columns.slice(group * p, (group + 1) * p) }));
    return invariance({ factors: job.factors }, groups, { upTo: 'strict', identification: 'std' });
  },
);

function columnsIn(state: Limited, items: readonly string[], mask: Uint8Array): Values[] | null {
  const columns = items.map((item) => columnAt(state.coded.numbers, item));
  if (columns.some((column) => column === undefined)) return null;
  const everybody = casesIn(mask) === state.coded.rows;
  return columns.map((values) => (everybody ? values! : letIn(state.memo, { mask, values: values! })));
}

/** The columns of each level that has cases, one group's behind the other's. */
function groupsOf(
  state: Limited,
  category: CategoryPlan,
  mask: Uint8Array,
  columns: readonly Values[],
): { readonly names: readonly string[]; readonly columns: readonly Values[] } {
  const codes: Codes = state.coded.categories.get(category.name)!.filter((_, row) => mask[row] === 1);
  const present = category.levels.flatMap(({ name }, level) => (codes.includes(level) ? [{ name, level }] : []));
  return {
    names: present.map(({ name }) => name),
    columns: present.flatMap(({ level }) => {
      const own = Uint8Array.from(codes, (code) => (code === level ? 1 : 0));
      return columns.map((values) => letInOf(values, own));
    }),
  };
}

function report(state: Limited, job: MeasurementJob, problem: MeasurementProblem): void {
  const at = { at: `${job.name}/of` };
  switch (problem.problem) {
    case 'negative-variance':
    case 'correlation-beyond-one':
    case 'factors-not-positive-definite':
      state.problems.push(raise(improperSolution, { name: job.name, group: null, what: problem }, at));
      return;
    case 'too-few-cases':
    case 'constant-item':
    case 'singular':
    case 'never-together':
      state.problems.push(raise(measurementSample, { name: job.name, group: null, what: problem }, at));
      return;
    default:
      state.problems.push(raise(measurementImpossible, { name: job.name, level: null, what: problem }, at));
  }
}

function reportInvariance(state: Limited, job: MeasurementJob, problem: InvarianceProblem): void {
  const at = { at: `${job.name}/by` };
  switch (problem.problem) {
    case 'negative-variance':
    case 'correlation-beyond-one':
      state.problems.push(raise(improperSolution, { name: job.name, group: problem.group, what: problem }, at));
      return;
    case 'too-few-cases':
    case 'constant-item':
    case 'singular':
      state.problems.push(raise(measurementSample, { name: job.name, group: problem.group, what: problem }, at));
      return;
    case 'not-converged':
    case 'not-identified':
    case 'no-degrees-of-freedom':
      state.problems.push(raise(measurementImpossible, { name: job.name, level: problem.level, what: problem }, at));
      return;
    default:
      state.problems.push(raise(measurementImpossible, { name: job.name, level: null, what: problem }, at));
  }
}
