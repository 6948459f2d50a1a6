// Regressions: cases, design, missing policy, one fit an outcome.
import type { Codes } from '../../counts/points.ts';
import { pairwiseMoments } from '../../moments/pairwise.ts';
import { meanSubstituted } from '../../moments/substitution.ts';
import { symmetricEigen } from '../../numerics/linear-algebra.ts';
import { inPart, inShare } from '../../numerics/parts.ts';
import { isDrawn, withErrors } from './errors.ts';
import { outcomeNumbers, regressionQuantities } from './quantities.ts';
import { centredColumns, slopesOf, type Slopes } from './moderation.ts';
import { explainFailure, warn } from './told.ts';
import { fitOfCopies, imputedCopies, partsOf, type Copies } from './multiple.ts';
import { hidesOfModel } from './hidden.ts';
import { relativeImportance } from './relative-importance.ts';
import { fitSteps, type Step } from './steps.ts';
import type { Factor } from '../../procedures/regression/design.ts';
import {
  linearFit,
  linearFitFromCorrelations,
  preparedDesign,
  type FitFailure,
  type LinearFit,
  type PreparedDesign,
} from '../../procedures/regression/ols.ts';
import { constantPredictor, emptySubset, nothingToImpute, raise, scoresImputed } from '../../problems/catalogue.ts';
import { derivation, fields, plain, same, type Input } from '../../memo/derivation.ts';
import type { Memo } from '../../memo/memo.ts';
import { levelsOf, linearOf } from '../../rowless/columns.ts';
import { orReason } from '../../rowless/needs-rows.ts';
import { fitOfCounts } from './from-counts.ts';
import type { RegressionJob } from './job.ts';
import type { MethodKind } from './method.ts';
import { indexOfScore } from '../plan.ts';
import type { RegressionResult } from '../results.ts';
import { casesWhere, limitedStep, lostCondition, respondentsIn, valuesOf, withoutDesign, type Limited, type State } from '../state.ts';
import { chosenIn, type Chosen } from './chosen.ts';
import { countedIn } from './counted-fit.ts';
import { cut, designOf, factorsOfTerms, total, type Design } from './job-design.ts';
import { tolerable } from './tolerance.ts';
import { methodHas } from './by-method.ts';
import { groupsOfJob, levelsOfOutcome, outcomeValues, runModel } from './run-model.ts';
import { countedWeightedFit, firstColumns, weightedFit } from './weighted.ts';
import { countedUnits } from '../design/weighted.ts';

/** Below it an eigenvalue is no rounding: the same limit as for the correlations of an index. */
const INDEFINITE = -1e-10;
/** Of a regression on copies of the data, about the share that making them takes. */
const COPYING = 0.8;

export function runRegression(given: State, job: RegressionJob): RegressionResult {
  const whole = withoutDesign(given, job.unweighted);
  const mask = casesWhere(whole, job.where);
  const names = new Set([...job.terms.flatMap((entry) => entry.term), ...job.outcomes]);
  const { cluster, sites } = groupsOfJob(whole, job);
  const lost = lostCondition(whole, job.where);
  const drawn = isDrawn(job.errors) || job.missing === 'multiple';
  const scores = job.missing === 'multiple' ? [...names].filter((name) => indexOfScore(whole.plan, name) !== undefined) : [];
  return regress(whole, names, { job, mask, cluster, sites, lost, scores, seed: drawn ? whole.plan.seed : 0 });
}

/** `lost`: why the condition lets nobody in, where what it tests could not be computed. */
const regress = limitedStep(
  'regression',
  {
    job: plain<RegressionJob>(),
    mask: same<Uint8Array>(),
    cluster: same<Codes | null>(),
    sites: same<Codes | null>(),
    lost: plain<string | null>(),
    /** Indices and components among the variables, where their gaps are filled in. */
    scores: plain<readonly string[]>(),
    /** Of what is drawn; 0 where nothing is, so that another seed computes nothing else again. */
    seed: plain<number>(),
  },
  (state, { job, mask, cluster, sites, lost, scores, seed }): RegressionResult => {
    const chosen = chosenRows(state.memo, { mask });
    const cases = chosen.length;
    const design = designOf(state, job, chosen);
    const without = job.terms.flatMap((entry) => entry.term).find((name) => state.failed.has(name));
    const cannot = lost ?? (without === undefined ? null : `${without} could not be computed: ${state.failed.get(without)!}`);
    // What could not be computed was told where it was lost.
    const told = cannot !== null;
    if (!told && cases === 0)
      state.problems.push(raise(emptySubset, { name: job.name, rows: state.coded.rows }, { at: `${job.name}/where` }));
    // SPSS drops a predictor that is constant among the cases, and says so; so do we.
    else if (!told && design.constant.length > 0)
      state.problems.push(
        raise(
          constantPredictor,
          { regression: job.name, terms: design.constant },
          { at: job.where === null ? `${job.name}/by` : `${job.name}/where` },
        ),
      );
    const groups = cluster === null ? null : clustersOfRows(state.memo, { cluster, chosen });
    const multiple = job.missing === 'multiple' && !told && cases > 0;
    const completed = multiple ? inShare(0, COPYING, () => copiesOf(state, job, { rows: chosen.rows, seed, scores })) : null;
    const fitting = multiple ? COPYING : 0;
    const outcomeOf = (outcome: string): RegressionResult['outcomes'][number] => {
      const failed = state.failed.get(outcome) ?? cannot ?? (cases === 0 ? 'no case satisfies the condition' : null);
      const linear = job.method.kind === 'linear';
      const values = failed !== null ? null : linear ? valuesOf(state, outcome) : outcomeValues(state, outcome);
      const other = linear || values === null ? null : runModel(state, { job, outcome, values, design, rows: chosen.rows, cluster, sites });
      const model = other?.model ?? null;
      // An outcome that needs rows takes no other one with it.
      const tried =
        values === null || !linear
          ? { value: null }
          : job.missing === 'multiple'
            ? { value: completed === null ? null : fitted2(state, { completed, outcome, design, rows: chosen.rows, groups, job, seed }) }
            : orReason(() => fittedIn(state, { design, values, chosen, groups, job, seed }));
      const fitted = 'value' in tried ? tried.value : null;
      const fit = fitted === null || 'problem' in fitted.fit ? null : fitted.fit;
      const failure = fitted !== null && 'problem' in fitted.fit ? fitted.fit : (other?.failure ?? null);
      const reason =
        failed ??
        ('reason' in tried ? tried.reason : null) ??
        (linear && fitted === null ? 'a variable has no answer at all, so that nothing can fill its gaps' : null) ??
        other?.reason ??
        (failure === null ? null : explainFailure(state, job, outcome, failure, chosen));
      const levels = levelsOfOutcome(state, job, outcome, model);
      const found = {
        outcome,
        fit,
        model,
        levels,
        reason,
        filled: fitted?.filled ?? 0,
        steps: fitted?.steps ?? [],
        slopes: fitted?.slopes ?? null,
        importance: relativeImportance(state, job, design.terms, fit),
      };
      state.quantities.under([job.name, outcome], quantitiesFor(job.method.kind), {
        ...outcomeNumbers({ job, terms: design.terms, cases, rows: respondentsIn(state) }, found),
        hides: hidesOfModel(state, found, cases),
      });
      return found;
    };
    const outcomes = inShare(fitting, 1, () =>
      job.outcomes.map((outcome, at) => inPart(at, job.outcomes.length, () => outcomeOf(outcome))),
    );
    warn(state, job, chosen, outcomes, design.used);
    return { job, cases, terms: design.terms, outcomes };
  },
);

const byMethod = new Map<MethodKind, Partial<typeof regressionQuantities>>();
/** The numbers that a regression of this method has. */
function quantitiesFor(kind: MethodKind): typeof regressionQuantities {
  const known =
    byMethod.get(kind) ?? Object.fromEntries(Object.entries(regressionQuantities).filter(([signature]) => methodHas(kind, signature)));
  byMethod.set(kind, known);
  // A look-up by key: what is left out is asked for by nobody.
  return known as typeof regressionQuantities;
}

const chosenRows = derivation('rows', { mask: same<Uint8Array>() }, ({ mask }) => chosenIn(mask));
const clustersOfRows = derivation('groups', { cluster: same<Codes>(), chosen: same<Chosen>() }, ({ cluster, chosen }) =>
  levelsOf(cluster) !== null || chosen.length === cluster.length ? cluster : Int32Array.from(chosen.rows, (row) => cluster[row]!),
);

/** In a study with a design the weighted fit, with the design's errors. */
function fittedIn(state: Limited, given: Parameters<typeof fitted1>[1]): ReturnType<typeof fitted1> {
  if (state.design === null) return fitted1(state.memo, given);
  const { design, values, job, chosen } = given;
  const { memo, design: sample } = state;
  const entered = design.used.map((column) => column.step);
  const { coded } = design;
  if (coded !== null && countedUnits(sample) !== null) {
    const fitOf = (size: number): LinearFit | FitFailure => {
      const terms = design.used.slice(0, size).map((column) => column.text);
      const own = firstColumns(coded.terms, size);
      const found = countedWeightedFit(memo, { coded: own, terms, values, mask: coded.mask(), sample, confidence: job.confidence });
      return 'problem' in found ? found : tolerable(found.fit, found.spreads);
    };
    const fit = fitOf(design.used.length);
    return { fit, filled: 0, steps: 'problem' in fit ? [] : fitSteps(design.steps, entered, fit, fitOf) };
  }
  // Every step is fitted on the cases of the last.
  const rows = design.steps < 2 ? chosen.rows : Uint32Array.from(design.complete, (at) => chosen.rows[at]!);
  const columns = design.steps < 2 ? design.columns : design.columns.map((column) => cut(column, design.complete));
  const fitOf = (size: number): LinearFit | FitFailure => {
    const terms = design.used.slice(0, size).map((column) => column.text);
    const found = weightedFit(memo, { columns: columns.slice(0, size), terms, values, rows, sample, confidence: job.confidence });
    return 'problem' in found ? found : tolerable(found.fit, found.spreads);
  };
  const fit = fitOf(columns.length);
  return { fit, filled: 0, steps: 'problem' in fit ? [] : fitSteps(design.steps, entered, fit, fitOf) };
}

/** The copies of a regression with `missing multiple`; null where a variable has no value at all (reported). */
function copiesOf(
  state: Limited,
  job: RegressionJob,
  { rows, seed, scores }: { readonly rows: Uint32Array; readonly seed: number; readonly scores: readonly string[] },
): Copies | null {
  // A predictor without an answer is told as one that does not vary.
  const answered = (factor: Factor): boolean =>
    rows.some((row) => (factor.kind === 'number' ? !Number.isNaN(factor.values[row]!) : factor.codes[row]! >= 0));
  const factors = factorsOfTerms(state, job).flat().filter(answered);
  const outcomes = new Map(
    job.outcomes.flatMap((name): [string, Float64Array][] => {
      const values = state.failed.has(name) ? null : valuesOf(state, name);
      return values === null ? [] : [[name, values]];
    }),
  );
  const found = imputedCopies(state.memo, { variables: partsOf(factors, outcomes), rows, copies: job.copies ?? 2, seed });
  if (typeof found === 'string') {
    state.problems.push(raise(nothingToImpute, { regression: job.name, variable: found, n: rows.length }, { at: `${job.name}/missing` }));
    return null;
  }
  const filled = scores.filter((name) => found.filled[found.names.indexOf(name)]! > 0);
  if (filled.length > 0) state.problems.push(raise(scoresImputed, { regression: job.name, scores: filled }, { at: `${job.name}/missing` }));
  return found;
}

/** One outcome's fit, made of those of the copies. */
function fitted2(
  state: Limited,
  given: {
    readonly completed: Copies;
    readonly outcome: string;
    readonly design: Design;
    readonly rows: Uint32Array;
    readonly groups: Codes | null;
    readonly job: RegressionJob;
    readonly seed: number;
  },
): ReturnType<typeof fitted1> {
  const { completed, outcome, design, groups, job, seed } = given;
  const every = Uint32Array.from({ length: given.rows.length }, (_, row) => row);
  const rows = groups === null ? every : every.filter((row) => groups[row]! >= 0);
  const clusters = groups === null ? null : Int32Array.from(rows, (row) => groups[row]!);
  const fit = fitOfCopies(completed, outcome, {
    terms: factorsOfTerms(state, job),
    used: design.used,
    rows,
    confidence: job.confidence,
    fit: (y, columns) => {
      const plainly = columns.map((column) => column.values);
      const { x } = centredColumns(design.used, plainly, job.center ?? []);
      const prepared = preparedDesign(x, y.length);
      const one = tolerable(
        linearFit({ y, x, terms: columns.map((column) => column.text), confidence: job.confidence, prepared }),
        prepared.lengths.map((length) => Math.sqrt(length.sum)),
      );
      if ('problem' in one) return one;
      const found = withErrors({ fit: one, x: prepared.x, groups: clusters, y, seed }, job.errors, job.confidence);
      return typeof found === 'string' ? { problem: 'no-errors', why: found } : found;
    },
  });
  const own = new Set([outcome, ...job.terms.flatMap(({ term }) => term)]);
  return { fit, filled: total(completed.filled.filter((_, at) => own.has(completed.names[at]!))), steps: [] };
}

/** One outcome's fit. Its key is what it is handed: an option that is not named here cannot be read in here. */
const fitted1 = derivation(
  'fit',
  {
    design: same<Design>(),
    values: same<Float64Array>(),
    chosen: same<Chosen>(),
    groups: same<Codes | null>(),
    job: fields<RegressionJob>()('missing', 'errors', 'confidence', 'center', 'slopes'),
    seed: plain<number>(),
  },
  (
    { design, values, chosen, groups, job, seed },
    memo,
  ): {
    readonly fit: LinearFit | FitFailure;
    readonly filled: number;
    readonly steps?: readonly Step[];
    readonly slopes?: Slopes | null;
  } => {
    const terms = design.used.map((column) => column.text);
    const entered = design.used.map((column) => column.step);
    if (design.coded !== null && job.missing !== 'pairwise' && (job.center ?? []).length === 0 && job.slopes === undefined)
      return countedIn(memo, { design, coded: design.coded, values, chosen, groups, job, seed });
    const y = cut(values, chosen.rows);
    if (job.missing === 'pairwise') {
      const pairs = pairwiseMoments([...design.columns, y]);
      if (pairs.correlation === null) return { fit: { problem: 'too-few', n: pairs.minimumN, parameters: terms.length + 1 }, filled: 0 };
      // Correlations from different cases may contradict each other: then R² can pass 1. As an index does.
      const { values: eigenvalues, vectors } = symmetricEigen(pairs.correlation);
      if (eigenvalues.at(-1)! < INDEFINITE)
        return {
          fit: { problem: 'indefinite', terms, smallest: eigenvalues.at(-1)!, loads: vectors.map((row) => row.at(-1)!) },
          filled: 0,
        };
      const { correlation, means, sds, minimumN } = pairs;
      const fitOf = (size: number): LinearFit | FitFailure => {
        const used = [...terms.keys()].slice(0, size).concat(terms.length);
        return linearFitFromCorrelations({
          correlation: used.map((i) => used.map((j) => correlation[i]![j]!)),
          means: used.map((i) => means[i]!),
          sds: used.map((i) => sds[i]!),
          n: minimumN,
          terms: terms.slice(0, size),
          confidence: job.confidence,
        });
      };
      const fit = tolerable(fitOf(terms.length), sds);
      return { fit, filled: 0, steps: 'problem' in fit ? [] : fitSteps(design.steps, entered, fit, fitOf) };
    }
    if (linearOf(y) !== null) return fitOfCounts({ design, y, job, groups });
    const { outcome, rows, filled } = casesOf(job, y, design, groups);
    const plain = preparedFor(memo, design, rows);
    const { x, means } = centredColumns(design.used, plain.x, job.center ?? []);
    const prepared = x === plain.x ? plain.prepared : preparedDesign(x, rows.length);
    const fit = tolerable(
      linearFit({ y: cut(outcome, rows), x, terms, confidence: job.confidence, prepared }),
      prepared.lengths.map((one) => Math.sqrt(one.sum)),
    );
    if ('problem' in fit) return { fit, filled };
    const y1 = cut(outcome, rows);
    const clusters = groups === null ? null : Int32Array.from(rows, (row) => groups[row]!);
    const tested = (one: LinearFit): LinearFit | FitFailure => {
      const own = prepared.x.slice(0, one.predictors);
      const found = withErrors({ fit: one, x: own, groups: clusters, y: y1, seed }, job.errors, job.confidence);
      return typeof found === 'string' ? { problem: 'no-errors', why: found } : found;
    };
    const whole = tested(fit);
    if ('problem' in whole) return { fit: whole, filled };
    const steps = fitSteps(design.steps, entered, whole, (size) => {
      const one = linearFit({ y: y1, x: x.slice(0, size), terms: terms.slice(0, size), confidence: job.confidence });
      return 'problem' in one ? one : tested(one);
    });
    const slopes = job.slopes === undefined ? null : slopesOf(whole, design.used, x, means, job.slopes, job.confidence);
    return { fit: whole, filled, steps, slopes };
  },
);

/** After the missing policy: the outcome, the rows that take part, and how many cells were filled. */
export function casesOf(
  job: Pick<RegressionJob, 'missing'>,
  y: Float64Array,
  design: Design,
  groups: Codes | null,
): { readonly outcome: Float64Array; readonly rows: Uint32Array; readonly filled: number } {
  const substituted = job.missing === 'mean' ? meanSubstituted([y]) : null;
  const outcome = substituted?.columns[0] ?? y;
  // A case whose cluster is missing belongs to none, so it cannot take part.
  const rows = known(outcome, groups === null ? design.complete : design.complete.filter((row) => groups[row]! >= 0));
  return { outcome, rows, filled: design.filled + total(substituted?.filled ?? []) };
}

/** Those of the rows in which the outcome is known; the rows themselves when it is known in all. */
function known(outcome: Float64Array, rows: Uint32Array): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (!Number.isNaN(outcome[rows[i]!]!)) kept[count++] = rows[i]!;
  return count === rows.length ? rows : kept.slice(0, count);
}

interface Prepared {
  readonly rows: Uint32Array;
  readonly x: readonly Float64Array[];
  readonly prepared: PreparedDesign;
}

/** Rows by what they are: outcomes with the same rows share the work. It is a digest, so what was recalled has to be compared. */
const likely: Input<Uint32Array> = { key: (rows) => `${rows.length} ${digestOf(rows)}`, narrow: (rows) => rows };

/** The predictors reduced over these rows. */
export function preparedFor(memo: Memo, design: Design, rows: Uint32Array): Prepared {
  const found = preparedRows(memo, { design, rows });
  return sameRows(found.rows, rows) ? found : prepare(design, rows);
}

function prepare(design: Design, rows: Uint32Array): Prepared {
  const x = design.columns.map((column) => cut(column, rows));
  return { rows, x, prepared: preparedDesign(x, rows.length) };
}

const preparedRows = derivation('prepared', { design: same<Design>(), rows: likely }, ({ design, rows }) => prepare(design, rows));

function digestOf(rows: Uint32Array): number {
  let digest = 0;
  for (let i = 0; i < rows.length; i++) digest = (Math.imul(digest, 31) + rows[i]!) | 0;
  return digest;
}

function sameRows(a: Uint32Array, b: Uint32Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
