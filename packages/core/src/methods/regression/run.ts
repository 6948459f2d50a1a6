// Regressions: cases, design, missing policy, one fit an outcome.
import { completeRows } from '../../moments/moments.ts';
import { pairwiseMoments } from '../../moments/pairwise.ts';
import { meanSubstituted } from '../../moments/substitution.ts';
import { isConstant } from '../../numerics/constant.ts';
import { symmetricEigen } from '../../numerics/linear-algebra.ts';
import { columnsOf } from '../../contract/option.ts';
import { errors, withErrors } from './errors.ts';
import { outcomeNumbers, regressionQuantities } from './quantities.ts';
import { columnsOfTerm, type DesignColumn, type Factor } from '../../procedures/regression/design.ts';
import {
  linearFit,
  linearFitFromCorrelations,
  preparedDesign,
  type FitFailure,
  type LinearFit,
  type PreparedDesign,
} from '../../procedures/regression/ols.ts';
import {
  collinearPredictors,
  constantOutcome,
  constantPredictor,
  dummiesBesideRatings,
  emptyReference,
  emptySubset,
  fewClustersRobust,
  fewInReference,
  indefiniteCorrelations,
  perfectFit,
  raise,
  substitutedPredictors,
  tooFewCases,
} from '../../problems/catalogue.ts';
import { derivation, fields, plain, same, type Input } from '../../memo/derivation.ts';
import { idOf, type Memo } from '../../memo/memo.ts';
import type { RegressionJob } from './job.ts';
import type { MethodKind } from './method.ts';
import type { RegressionResult, TermInfo } from '../results.ts';
import { limitedStep, lostCondition, rowsWhere, valuesOf, type Limited, type State } from '../state.ts';
import { methodHas } from './by-method.ts';
import { groupsOfJob, levelsOfOutcome, outcomeValues, runModel } from './run-model.ts';

/** Below this many, clustered standard errors are too small (Cameron & Miller 2015 see trouble below 20 to 50). */
const FEW_CLUSTERS = 30;
const LEAST_TOLERANCE = 1e-4;
/** Below it an eigenvalue is no rounding: the same limit as for the correlations of an index. */
const INDEFINITE = -1e-10;

export function runRegression(whole: State, job: RegressionJob): RegressionResult {
  const mask = rowsWhere(whole, job.where);
  const names = new Set([...job.terms.flatMap((entry) => entry.term), ...job.outcomes]);
  const { cluster, sites } = groupsOfJob(whole, job);
  const lost = lostCondition(whole, job.where);
  return regress(whole, names, { job, mask, cluster, sites, lost });
}

/** `lost`: why the condition lets nobody in, where what it tests could not be computed. */
const regress = limitedStep(
  'regression',
  {
    job: plain<RegressionJob>(),
    mask: same<Uint8Array>(),
    cluster: same<Int32Array | null>(),
    sites: same<Int32Array | null>(),
    lost: plain<string | null>(),
  },
  (state, { job, mask, cluster, sites, lost }): RegressionResult => {
    const rows = chosenRows(state.memo, { mask });
    const design = designOf(state, job, rows);
    const without = job.terms.flatMap((entry) => entry.term).find((name) => state.failed.has(name));
    const cannot = lost ?? (without === undefined ? null : `${without} could not be computed: ${state.failed.get(without)!}`);
    // What could not be computed was told where it was lost.
    const told = cannot !== null;
    if (!told && rows.length === 0)
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
    const groups = cluster === null ? null : clustersOfRows(state.memo, { cluster, rows });
    const outcomes = job.outcomes.map((outcome): RegressionResult['outcomes'][number] => {
      const failed = state.failed.get(outcome) ?? cannot ?? (rows.length === 0 ? 'no case satisfies the condition' : null);
      const linear = job.method.kind === 'linear';
      const values = failed !== null ? null : linear ? valuesOf(state, outcome) : outcomeValues(state, outcome);
      const other = linear || values === null ? null : runModel(state, { job, outcome, values, design, rows, cluster, sites });
      const model = other?.model ?? null;
      const fitted = values === null || !linear ? null : fitted1(state.memo, { design, values, rows, groups, job });
      const fit = fitted === null || 'problem' in fitted.fit ? null : fitted.fit;
      const failure = fitted !== null && 'problem' in fitted.fit ? fitted.fit : (other?.failure ?? null);
      const reason = failed ?? other?.reason ?? (failure === null ? null : explainFailure(state, job, outcome, failure, rows));
      const levels = levelsOfOutcome(state, job, outcome, model);
      const found = { outcome, fit, model, levels, reason, filled: fitted?.filled ?? 0 };
      state.quantities.under(
        [job.name, outcome],
        quantitiesFor(job.method.kind),
        outcomeNumbers({ job, terms: design.terms, cases: rows.length, rows: state.coded.rows }, found),
      );
      return found;
    });
    warn(state, job, rows, outcomes, design.used);
    return { job, cases: rows.length, terms: design.terms, outcomes };
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

export function rowsOf(mask: Uint8Array): Uint32Array {
  const rows = new Uint32Array(mask.length);
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) rows[count++] = row;
  return rows.slice(0, count);
}

/** Everything about the predictors that no outcome changes. */
export interface Design {
  readonly terms: readonly TermInfo[];
  /** Names of the terms left out because they do not vary. */
  readonly constant: readonly string[];
  readonly used: readonly DesignColumn[];
  /** Of the used terms, after the missing policy, and the rows in which all of them are known. */
  readonly columns: readonly Float64Array[];
  readonly complete: Uint32Array;
  readonly filled: number;
}

export function designOf(state: Limited, job: Pick<RegressionJob, 'terms' | 'missing'>, rows: Uint32Array): Design {
  // A term of which something could not be computed has no columns.
  const entries = job.terms.flatMap(({ term, block }) => {
    const factors = term.map((name) => factorOf(state, name)).filter((factor): factor is Factor => factor !== null);
    return factors.length < term.length ? [] : [{ block, factors }];
  });
  return designOfFactors(state.memo, { entries, missing: job.missing, rows });
}

interface Entry {
  readonly block: string | null;
  readonly factors: readonly Factor[];
}
const keyOfFactor = (factor: Factor): unknown =>
  factor.kind === 'category' ? [factor.name, factor.levels, factor.reference, idOf(factor.codes)] : [factor.name, idOf(factor.values)];
const factorsOfTerm: Input<readonly Factor[]> = {
  key: (factors) => JSON.stringify(factors.map(keyOfFactor)),
  narrow: (factors) => factors,
};
const entriesOfDesign: Input<readonly Entry[]> = {
  key: (entries) => JSON.stringify(entries.map(({ block, factors }) => [block, factors.map(keyOfFactor)])),
  narrow: (entries) => entries,
};

const termColumns = derivation('term', { factors: factorsOfTerm }, ({ factors }) => columnsOfTerm(factors));

const designOfFactors = derivation(
  'design',
  { entries: entriesOfDesign, missing: plain<RegressionJob['missing']>(), rows: same<Uint32Array>() },
  ({ entries, missing, rows }, memo): Design => {
    const all = entries.flatMap(({ block, factors }) =>
      termColumns(memo, { factors }).map((column) => ({ ...column, values: cut(column.values, rows), block })),
    );
    const constant = rows.length === 0 ? [] : all.filter((column) => isConstant(column.values));
    const used = all.filter((column) => !constant.includes(column));
    const substituted = missing === 'mean' ? meanSubstituted(used.map((column) => column.values)) : null;
    const columns = substituted?.columns ?? used.map((column) => column.values);
    return {
      terms: all.map(({ text, variables, levels, block }) => ({ text, variables, levels, block })),
      constant: constant.map((column) => column.text),
      used,
      columns,
      complete: columns.length === 0 ? Uint32Array.from({ length: rows.length }, (_, row) => row) : completeRows(columns),
      filled: total(substituted?.filled ?? []),
    };
  },
);

const chosenRows = derivation('rows', { mask: same<Uint8Array>() }, ({ mask }) => rowsOf(mask));
const clustersOfRows = derivation('groups', { cluster: same<Int32Array>(), rows: same<Uint32Array>() }, ({ cluster, rows }) =>
  Int32Array.from(rows, (row) => cluster[row]!),
);

function factorOf(state: Limited, name: string): Factor | null {
  const variable = state.variables.get(name);
  if (variable?.kind === 'category') {
    return {
      kind: 'category',
      name,
      codes: state.coded.categories.get(name)!,
      levels: variable.levels.map((level) => level.name),
      reference: variable.reference,
    };
  }
  const values = valuesOf(state, name);
  return values === null ? null : { kind: 'number', name, values };
}

/** One outcome's fit. Its key is what it is handed: an option that is not named here cannot be read in here. */
const fitted1 = derivation(
  'fit',
  {
    design: same<Design>(),
    values: same<Float64Array>(),
    rows: same<Uint32Array>(),
    groups: same<Int32Array | null>(),
    job: fields<RegressionJob>()('missing', 'errors', 'confidence'),
  },
  ({ design, values, rows: chosen, groups, job }, memo): { readonly fit: LinearFit | FitFailure; readonly filled: number } => {
    const y = cut(values, chosen);
    const terms = design.used.map((column) => column.text);
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
      return {
        fit: tolerable(
          linearFitFromCorrelations({
            correlation: pairs.correlation,
            means: pairs.means,
            sds: pairs.sds,
            n: pairs.minimumN,
            terms,
            confidence: job.confidence,
          }),
          pairs.sds,
        ),
        filled: 0,
      };
    }
    const { outcome, rows, filled } = casesOf(job, y, design, groups);
    const { x, prepared } = preparedFor(memo, design, rows);
    const fit = tolerable(
      linearFit({ y: cut(outcome, rows), x, terms, confidence: job.confidence, prepared }),
      prepared.lengths.map((one) => Math.sqrt(one.sum)),
    );
    if ('problem' in fit) return { fit, filled };
    const found = withErrors(
      { fit, x: prepared.x, groups: groups === null ? null : Int32Array.from(rows, (row) => groups[row]!) },
      job.errors,
      job.confidence,
    );
    return { fit: typeof found === 'string' ? { problem: 'no-errors', why: found } : found, filled };
  },
);

/**
 * SPSS's limit of tolerance, REGRESSION /CRITERIA=TOLERANCE(.0001): a predictor that the others leave less of than that is treated as one
 * that they determine, also when it is another, already in the model, that it takes the tolerance from. (SPSS leaves such a predictor out
 * and goes on; which of two twins is left out would be a matter of their order, so we stop and name both.) Of several below the limit the
 * one of least tolerance is named, the later of equals; beside it those that make up a tenth or more of it.
 */
export function tolerable(fit: LinearFit | FitFailure, spreads: readonly number[]): LinearFit | FitFailure {
  if ('problem' in fit) return fit;
  const slopes = fit.coefficients.slice(1);
  const least = slopes.reduce<number>(
    (best, one, j) =>
      one.tolerance !== null && one.tolerance < LEAST_TOLERANCE && (best < 0 || one.tolerance <= slopes[best]!.tolerance! * (1 + 1e-6))
        ? j
        : best,
    -1,
  );
  if (least < 0) return fit;
  // Of the regression of x_j on the others: b_m = −c_jm/c_jj, with C = (X′X)⁻¹.
  const row = fit.unscaledCovariance[least + 1]!;
  const share = (m: number): number => Math.abs((row[m + 1]! * spreads[m]!) / (row[least + 1]! * spreads[least]!));
  const on = slopes.flatMap((one, m) => (m !== least && share(m) >= 0.1 ? [one.term] : []));
  return { problem: 'collinear', term: slopes[least]!.term, on };
}

/** After the missing policy: the outcome, the rows that take part, and how many cells were filled. */
export function casesOf(
  job: Pick<RegressionJob, 'missing'>,
  y: Float64Array,
  design: Design,
  groups: Int32Array | null,
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
function preparedFor(memo: Memo, design: Design, rows: Uint32Array): Prepared {
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

/** The values of these rows; of all rows, the column itself. */
export function cut(column: Float64Array, rows: Uint32Array): Float64Array {
  if (rows.length === column.length) return column;
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!;
  return picked;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function explainFailure(state: Limited, job: RegressionJob, outcome: string, failure: FitFailure, rows: Uint32Array): string {
  switch (failure.problem) {
    case 'indefinite': {
      const used = [...failure.terms, outcome];
      const culprits = used
        .map((name, i) => ({ name, size: Math.abs(failure.loads[i] ?? 0) }))
        .filter((one) => one.size > 0.2)
        .sort((a, b) => b.size - a.size)
        .slice(0, 4)
        .map((one) => one.name);
      state.problems.push(
        raise(
          indefiniteCorrelations,
          { index: `${job.name} (${outcome})`, smallest: failure.smallest, culprits, pairwise: true },
          { at: `${job.name}/missing` },
        ),
      );
      return 'the correlations are not positive definite';
    }
    case 'collinear':
      if (reportEmptyReference(state, job, rows)) return 'no case is of a reference level, so that the other levels determine each other';
      // The predictors are the same for every outcome: said once.
      if (!state.problems.some((problem) => problem.name === 'collinear-predictors' && problem.at?.startsWith(`${job.name}/by`))) {
        state.problems.push(
          raise(collinearPredictors, { regression: job.name, term: failure.term, on: failure.on }, { at: `${job.name}/by` }),
        );
      }
      return `${failure.term} is determined by other predictors`;
    case 'too-few':
      if (!state.problems.some((problem) => problem.name === 'too-few-cases' && problem.at?.startsWith(`${job.name}/`))) {
        state.problems.push(
          raise(tooFewCases, { name: job.name, n: failure.n, needed: failure.parameters + 1, of: 'parameters' }, { at: `${job.name}/by` }),
        );
      }
      return `${failure.n} cases for ${failure.parameters} parameters`;
    case 'no-errors':
      return failure.why;
    case 'constant-outcome':
      state.problems.push(raise(constantOutcome, { regression: job.name, outcome, n: failure.n }, { at: `${job.name}/explain` }));
      return 'the outcome does not vary';
  }
}

/** A category none of whose cases are of the reference: the dummies of the levels that are left sum to 1. Said once a regression. */
function reportEmptyReference(state: Limited, job: RegressionJob, rows: Uint32Array): boolean {
  let found = false;
  for (const name of new Set(job.terms.flatMap((entry) => entry.term))) {
    const variable = state.variables.get(name);
    if (variable?.kind !== 'category' || rows.length === 0) continue;
    const codes = state.coded.categories.get(name)!;
    const counts = variable.levels.map(() => 0);
    for (const row of rows) if (codes[row]! >= 0) counts[codes[row]!]!++;
    const present = variable.levels.filter((_, i) => counts[i]! > 0).map((level) => level.name);
    if (present.length < 2 || present.includes(variable.reference)) continue;
    found = true;
    if (
      state.problems.some(
        (problem) => problem.name === 'empty-reference' && problem.at === `${job.name}/${job.where === null ? 'by' : 'where'}`,
      )
    )
      continue;
    state.problems.push(
      raise(
        emptyReference,
        { regression: job.name, category: name, reference: variable.reference, levels: present, where: job.where !== null },
        { at: `${job.name}/${job.where === null ? 'by' : 'where'}` },
      ),
    );
  }
  return found;
}

const casesInReference = derivation(
  'reference',
  { codes: same<Int32Array>(), rows: same<Uint32Array>(), reference: plain<number>() },
  ({ codes, rows, reference }) => rows.reduce((sum, row) => sum + (codes[row] === reference ? 1 : 0), 0),
);

function warn(
  state: Limited,
  job: RegressionJob,
  rows: Uint32Array,
  outcomes: RegressionResult['outcomes'],
  design: readonly DesignColumn[],
): void {
  const clusters = Math.max(0, ...outcomes.map((one) => one.fit?.clusters ?? one.model?.clusters ?? 0));
  const [column] = columnsOf(errors, job.errors);
  if (column !== undefined && clusters > 0 && clusters < FEW_CLUSTERS)
    state.problems.push(raise(fewClustersRobust, { regression: job.name, column, clusters }, { at: `${job.name}/errors` }));
  for (const one of outcomes)
    if (one.fit?.perfect === true)
      state.problems.push(raise(perfectFit, { regression: job.name, outcome: one.outcome }, { at: `${job.name}/explain` }));
  const filled = Math.max(0, ...outcomes.map((one) => one.filled));
  if (filled > 0)
    state.problems.push(raise(substitutedPredictors, { regression: job.name, filled, cases: rows.length }, { at: `${job.name}/missing` }));
  const small: { readonly category: string; readonly level: string; readonly count: number }[] = [];
  for (const name of new Set(job.terms.flatMap((entry) => entry.term))) {
    const variable = state.variables.get(name);
    if (variable?.kind !== 'category' || rows.length === 0) continue;
    const reference = variable.levels.findIndex((level) => level.name === variable.reference);
    const codes = state.coded.categories.get(name)!;
    const count = casesInReference(state.memo, { codes, rows, reference });
    // A reference without any case is told as such where it makes the other levels determine each other.
    if (count < 30 && (count > 0 || !state.problems.some((problem) => problem.name === 'empty-reference')))
      small.push({ category: name, level: variable.reference, count });
  }
  if (small.length > 0) state.problems.push(raise(fewInReference, { regression: job.name, references: small }, { at: `${job.name}/by` }));
  const dummies = design.some((column) => column.levels.some((level) => level !== null));
  const ratings = design.some((column) => column.levels.every((level) => level === null));
  if (job.show.includes('standardized') && dummies && ratings)
    state.problems.push(raise(dummiesBesideRatings, { regression: job.name }, { at: `${job.name}/show` }));
}
