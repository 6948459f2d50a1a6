// One outcome by another method than least squares: its cases, its fit, and what is said where there is none.
import { patternsOf } from '../../counts/patterns.ts';
import { codesFor, coding, type Codes } from '../../counts/points.ts';
import { columnsOf } from '../../contract/option.ts';
import { derivation, fields, plain, same } from '../../memo/derivation.ts';
import { nearest } from '../../text/nearest.ts';
import { countedFit, countedPredictors } from '../../procedures/regression/counted.ts';
import { linearFit, type FitFailure } from '../../procedures/regression/ols.ts';
import {
  allCensored,
  beyondLimits,
  fewEvents,
  noConvergence,
  noGroupsWithin,
  notACount,
  notTwoValued,
  raise,
  separatedOutcome,
  singularMixed,
  tooManyValues,
  unknownEvent,
  unusedOutcomeLevel,
} from '../../problems/catalogue.ts';
import { clusterOf, valuesOf, type Limited, type State } from '../state.ts';
import { errors } from './errors.ts';
import type { RegressionJob } from './job.ts';
import { method, wordOfMethod } from './method.ts';
import type { StudyDesign } from '../design/study-design.ts';
import { fitModel, MOST_LEVELS, type ModelFailure, type ModelFit } from './models.ts';
import { weightedLogit } from './weighted-model.ts';
import { cut, type Design } from './job-design.ts';
import { casesOf, preparedFor } from './run.ts';
import { tolerable } from './tolerance.ts';

/** Below so many of the rarer outcome a slope, estimates of a logit are biased (Peduzzi et al. 1996). */
const EVENTS_A_SLOPE = 10;

/** The groups that a job's columns make: of clustered errors, and of a mixed model. */
export function groupsOfJob(state: State, job: RegressionJob): { readonly cluster: Codes | null; readonly sites: Codes | null } {
  const of = ([column]: readonly string[]): Codes | null => (column === undefined ? null : clusterOf(state, column));
  return { cluster: of(columnsOf(errors, job.errors)), sites: of(columnsOf(method, job.method)) };
}

const placesAsNumbers = derivation('outcome levels', { codes: same<Codes>() }, ({ codes }) =>
  Float64Array.from(codes, (code) => (code < 0 ? NaN : code)),
);

/** The outcome as numbers: of a category, the places of its levels. */
export function outcomeValues(state: Limited, name: string): Float64Array | null {
  const values = valuesOf(state, name);
  const codes = state.coded.categories.get(name);
  return values ?? (codes === undefined ? null : placesAsNumbers(state.memo, { codes }));
}

interface Levels {
  readonly levels: readonly string[];
  readonly reference: string;
}
const categoryOf = (state: Limited, name: string): Levels | null => {
  const variable = state.variables.get(name);
  return variable?.kind === 'category' ? { levels: variable.levels.map((level) => level.name), reference: variable.reference } : null;
};

/** The levels of which a method has numbers, whether or not it could be fitted. */
export function levelsOfOutcome(state: Limited, job: RegressionJob, outcome: string, model: ModelFit | null): readonly string[] {
  if (job.method.kind !== 'ordered' && job.method.kind !== 'multinomial') return [];
  return model?.levels ?? categoryOf(state, outcome)?.levels ?? [];
}

const fitted = derivation(
  'model',
  {
    design: same<Design>(),
    values: same<Float64Array>(),
    category: plain<Levels | null>(),
    rows: same<Uint32Array>(),
    cluster: same<Codes | null>(),
    sites: same<Codes | null>(),
    job: fields<RegressionJob>()('missing', 'errors', 'confidence', 'method', 'random'),
    sample: same<StudyDesign | null>(),
  },
  ({ design, values, category, rows: chosen, cluster, sites, job, sample }, memo): ModelFit | ModelFailure | FitFailure => {
    const alike = sample === null && cluster === null && sites === null ? modelOfAlike(design, values, category, chosen, job) : null;
    if (alike !== null) return alike;
    const of = (groups: Codes | null): Codes | null => (groups === null ? null : Int32Array.from(chosen, (row) => groups[row]!));
    const [groups, places] = [of(cluster), of(sites)];
    const { outcome, rows: known } = casesOf(job, cut(values, chosen), design, groups);
    // Who belongs to no group of a mixed model cannot be in it.
    const rows = places === null ? known : known.filter((row) => places[row]! >= 0);
    const y = cut(outcome, rows);
    const { x, prepared } = preparedFor(memo, design, rows);
    const columns = design.used.map((column, at) => ({ ...column, values: x[at]! }));
    // What least squares could not tell apart no likelihood can: the same refusals, said in the same words.
    const least = tolerable(
      linearFit({ y, x, terms: columns.map((column) => column.text), confidence: job.confidence, prepared }),
      prepared.lengths.map((one) => Math.sqrt(one.sum)),
    );
    if ('problem' in least) return least;
    if (job.method.kind === 'linear') return { problem: 'not-converged' };
    const cutGroups = (all: Codes | null): Codes | null => (all === null ? null : Int32Array.from(rows, (row) => all[row]!));
    const input = { y, category, columns, groups: cutGroups(groups), sites: cutGroups(places), confidence: job.confidence };
    if (sample !== null && job.method.kind === 'logit')
      return weightedLogit(
        job.method.event,
        input,
        Uint32Array.from(rows, (at) => chosen[at]!),
        sample,
      );
    return fitModel(job.method.kind, job.method, { ...input, random: job.random, errors: job.errors });
  },
);

/** Methods whose likelihood is a sum over cases, and which nothing asks for a number a case. */
const SUMS: ReadonlySet<string> = new Set(['logit', 'probit', 'ordered', 'multinomial', 'poisson']);

/** Of many cases on coded predictors, those that are alike together. Null where the cases themselves are needed, or are as few. */
function modelOfAlike(
  design: Design,
  values: Float64Array,
  category: Levels | null,
  chosen: Uint32Array,
  job: Pick<RegressionJob, 'method' | 'confidence' | 'errors' | 'random'>,
): ModelFit | ModelFailure | FitFailure | null {
  const { method: rule, errors: asked, confidence, random } = job;
  if (design.coded === null || rule.kind === 'linear' || !SUMS.has(rule.kind) || asked.kind !== 'classical') return null;
  if (values.length < coding.from || (rule.kind === 'logit' && rule.firth)) return null;
  const complete = design.coded.mask();
  const rows = chosen.filter((row) => !Number.isNaN(values[row]!) && (complete === null || complete[row] === 1));
  const terms = design.coded.terms.map((term) => ({ ...term, codes: cutCodes(term.codes, rows, term.levels) }));
  const y = cut(values, rows);
  const found = patternsOf([
    y,
    ...terms.map(({ codes, levels }) => ({ codes, values: Float64Array.from({ length: levels }, (_, at) => at) })),
  ]);
  if (found === null) return null;
  const predictors = countedPredictors(terms, null);
  const names = design.used.map((column) => column.text);
  const least = tolerable(
    countedFit(predictors, y, names, confidence),
    predictors.cross.map((row, j) => Math.sqrt(row[j]!)),
  );
  if ('problem' in least) return least;
  const [outcome, ...levels] = found.columns;
  const tables = terms.flatMap(({ columns }, term) => columns.map(({ table }) => levels[term]!.map((level) => table[level]!)));
  return fitModel(rule.kind, rule, {
    y: outcome!,
    times: Float64Array.from(found.times),
    category,
    columns: design.used.map((column, at) => ({ ...column, values: tables[at]! })),
    groups: null,
    sites: null,
    random,
    errors: asked,
    confidence,
  });
}

function cutCodes(codes: Codes, rows: Uint32Array, levels: number): Codes {
  const own = codesFor(rows.length, levels);
  for (let at = 0; at < rows.length; at++) own[at] = codes[rows[at]!]!;
  return own;
}

/** The fit of one outcome, or why there is none: a failure of least squares' kind is the caller's to explain. */
export function runModel(
  state: Limited,
  given: {
    readonly job: RegressionJob;
    readonly outcome: string;
    readonly values: Float64Array;
    readonly design: Design;
    readonly rows: Uint32Array;
    readonly cluster: Codes | null;
    readonly sites: Codes | null;
  },
): { readonly model: ModelFit | null; readonly failure: FitFailure | null; readonly reason: string | null } {
  const { job, outcome, ...rest } = given;
  const category = categoryOf(state, outcome);
  const found = fitted(state.memo, { ...rest, category, job, sample: state.design });
  if (!('problem' in found)) {
    warnOfModel(state, job, outcome, found);
    return { model: found, failure: null, reason: null };
  }
  switch (found.problem) {
    case 'collinear':
    case 'too-few':
    case 'constant-outcome':
    case 'indefinite':
    case 'no-errors':
      return { model: null, failure: found, reason: null };
    default:
      return { model: null, failure: null, reason: explain(state, job, outcome, found) };
  }
}

function explain(
  state: Limited,
  job: RegressionJob,
  outcome: string,
  failure: Exclude<ModelFailure, { problem: 'no-errors' | 'too-few' }>,
): string {
  const at = { at: `${job.name}/explain` };
  const facts = { regression: job.name, outcome };
  const word = wordOfMethod(job.method.kind);
  switch (failure.problem) {
    case 'separation': {
      const { kind, terms } = failure;
      state.problems.push(raise(separatedOutcome, { ...facts, kind, terms, firth: job.method.kind === 'logit' }, at));
      return `${terms.join(', ')} ${terms.length > 1 ? 'separate' : 'separates'} its values (${kind})`;
    }
    case 'not-converged':
      state.problems.push(raise(noConvergence, { ...facts, method: word }, at));
      return 'the likelihood has no maximum that could be found';
    case 'event':
      state.problems.push(
        raise(
          unknownEvent,
          { ...facts, event: failure.event, values: failure.values.slice(0, 12), nearest: nearest(failure.event, failure.values) },
          { at: `${job.name}/method` },
        ),
      );
      return `${failure.event} does not occur`;
    case 'values':
      state.problems.push(
        word === 'logit' || word === 'probit'
          ? raise(notTwoValued, { ...facts, method: word, values: failure.values, count: failure.count }, at)
          : raise(tooManyValues, { ...facts, method: word, count: failure.count, most: MOST_LEVELS }, at),
      );
      return word === 'logit' || word === 'probit' ? 'nobody can say which of its values is the event' : `it has ${failure.count} values`;
    case 'no-counts':
      state.problems.push(raise(notACount, { ...facts, value: failure.value }, at));
      return `${failure.value} is no count`;
    case 'all-censored':
      state.problems.push(raise(allCensored, { ...facts, low: failure.low, high: failure.high }, at));
      return 'no value lies between the limits';
    case 'one-group':
      state.problems.push(
        raise(
          noGroupsWithin,
          { regression: job.name, site: columnsOf(method, job.method).join(), groups: failure.groups, cases: failure.cases },
          { at: `${job.name}/method` },
        ),
      );
      return `${failure.groups} groups of ${failure.cases} cases`;
  }
}

function warnOfModel(state: Limited, job: RegressionJob, outcome: string, model: ModelFit): void {
  const facts = { regression: job.name, outcome };
  const slopes = (model.equations[0]?.coefficients.length ?? 1) - 1;
  const { kind } = job.method;
  if (model.events !== null && slopes > 0 && !(kind === 'logit' && job.method.firth)) {
    const others = model.n - model.events;
    if (Math.min(model.events, others) < EVENTS_A_SLOPE * slopes)
      state.problems.push(raise(fewEvents, { ...facts, events: model.events, others, slopes }, { at: `${job.name}/by` }));
  }
  if (model.censored !== null && model.censored.beyond > 0)
    state.problems.push(
      raise(
        beyondLimits,
        {
          ...facts,
          low: kind === 'tobit' || kind === 'tobitFrom' ? job.method.low : null,
          high: kind === 'tobit' || kind === 'tobitTo' ? job.method.high : null,
          cases: model.censored.beyond,
        },
        { at: `${job.name}/method` },
      ),
    );
  if (model.mixed?.singular === true)
    state.problems.push(raise(singularMixed, { ...facts, site: columnsOf(method, job.method).join() }, { at: `${job.name}/method` }));
  const declared = kind === 'ordered' || kind === 'multinomial' ? (categoryOf(state, outcome)?.levels ?? []) : [];
  const unused = declared.filter((level) => !model.levels.includes(level));
  if (unused.length > 0) state.problems.push(raise(unusedOutcomeLevel, { ...facts, levels: unused }, { at: `${job.name}/explain` }));
}
