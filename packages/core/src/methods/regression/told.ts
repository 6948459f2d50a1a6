// What is said of a regression: why there is no fit, and what a reader should know of one that there is. Fits are run.ts'.
import type { Codes } from '../../counts/points.ts';
import { wholePower } from '../../numerics/powers.ts';
import { hiddenLevels } from '../cells.ts';
import { columnsOf } from '../../contract/option.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import type { DesignColumn } from '../../procedures/regression/design.ts';
import type { FitFailure } from '../../procedures/regression/ols.ts';
import {
  collinearPredictors,
  constantOutcome,
  dummiesBesideRatings,
  emptyReference,
  fewClustersRobust,
  fewDegrees,
  fewInReference,
  fewSigns,
  indefiniteCorrelations,
  perfectFit,
  raise,
  substitutedPredictors,
  tooFewCases,
} from '../../problems/catalogue.ts';
import { inside, levelsOf, rowsOf } from '../../rowless/columns.ts';
import type { Chosen } from './chosen.ts';
import { timesIn } from './coded-design.ts';
import type { RegressionResult } from '../results.ts';
import { isFew, type Limited } from '../state.ts';
import { errors } from './errors.ts';
import type { RegressionJob } from './job.ts';

/** Below this many, clustered standard errors are too small (Cameron & Miller 2015 see trouble below 20 to 50). */
const FEW_CLUSTERS = 30;
/** A p that a test should be able to reach. */
const SMALL_P = 0.01;
/** Below it Satterthwaite's approximation fails (Tipton & Pustejovsky 2015). */
const LEAST_DF = 4;

export function explainFailure(state: Limited, job: RegressionJob, outcome: string, failure: FitFailure, chosen: Chosen): string {
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
      if (reportEmptyReference(state, job, chosen)) return 'no case is of a reference level, so that the other levels determine each other';
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
function reportEmptyReference(state: Limited, job: RegressionJob, chosen: Chosen): boolean {
  let found = false;
  for (const name of new Set(job.terms.flatMap((entry) => entry.term))) {
    const variable = state.variables.get(name);
    if (variable?.kind !== 'category' || chosen.length === 0) continue;
    const codes = state.coded.categories.get(name)!;
    const counts = casesByLevel(codes, chosen, variable.levels.length);
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
  { codes: same<Codes>(), chosen: same<Chosen>(), levels: plain<number>(), reference: plain<number>() },
  ({ codes, chosen, levels, reference }) => casesByLevel(codes, chosen, levels)[reference] ?? 0,
);

function casesByLevel(codes: Codes, chosen: Chosen, levels: number): readonly number[] {
  const counted = levelsOf(codes);
  if (counted !== null) {
    const { source, category, within } = counted;
    return [...source.counted(inside(within, rowsOf(chosen.mask)!.within), [category]).frequencies(category)].slice(0, levels);
  }
  return [...timesIn(codes, levels, chosen)].slice(0, levels);
}

export function warn(
  state: Limited,
  job: RegressionJob,
  chosen: Chosen,
  outcomes: RegressionResult['outcomes'],
  design: readonly DesignColumn[],
): void {
  const clusters = Math.max(0, ...outcomes.map((one) => one.fit?.clusters ?? one.model?.clusters ?? 0));
  const [column] = columnsOf(errors, job.errors);
  if (column !== undefined && job.errors.kind === 'cluster' && clusters > 0 && clusters < FEW_CLUSTERS)
    state.problems.push(raise(fewClustersRobust, { regression: job.name, column, clusters }, { at: `${job.name}/errors` }));
  const least = clusters < 31 ? 1 / wholePower(2, clusters - 1) : 0;
  if (column !== undefined && job.errors.kind === 'wild' && clusters > 1 && least > SMALL_P)
    state.problems.push(raise(fewSigns, { regression: job.name, column, clusters, least }, { at: `${job.name}/errors` }));
  const rough = outcomes.flatMap((one) =>
    (one.fit?.coefficients ?? []).flatMap(({ term, df }) => (term !== 'intercept' && df != null && df < LEAST_DF ? [{ term, df }] : [])),
  );
  const terms = rough.filter(({ term }, i) => rough.findIndex((one) => one.term === term) === i);
  if (column !== undefined && terms.length > 0)
    state.problems.push(raise(fewDegrees, { regression: job.name, column, clusters, terms }, { at: `${job.name}/errors` }));
  for (const one of outcomes)
    if (one.fit?.perfect === true)
      state.problems.push(raise(perfectFit, { regression: job.name, outcome: one.outcome }, { at: `${job.name}/explain` }));
  const filled = Math.max(0, ...outcomes.map((one) => one.filled));
  if (filled > 0 && job.missing === 'mean')
    state.problems.push(
      raise(substitutedPredictors, { regression: job.name, filled, cases: chosen.length }, { at: `${job.name}/missing` }),
    );
  const small: { readonly category: string; readonly level: string; readonly count: number | null }[] = [];
  for (const name of new Set(job.terms.flatMap((entry) => entry.term))) {
    const variable = state.variables.get(name);
    if (variable?.kind !== 'category' || chosen.length === 0) continue;
    const reference = variable.levels.findIndex((level) => level.name === variable.reference);
    const codes = state.coded.categories.get(name)!;
    const count = casesInReference(state.memo, { codes, chosen, levels: variable.levels.length, reference });
    // A reference without any case is told as such where it makes the other levels determine each other.
    if (count < 30 && (count > 0 || !state.problems.some((problem) => problem.name === 'empty-reference')))
      small.push({
        category: name,
        level: variable.reference,
        count: isFew(state, count) || hiddenLevels(state, variable).has(variable.reference) ? null : count,
      });
  }
  if (small.length > 0) state.problems.push(raise(fewInReference, { regression: job.name, references: small }, { at: `${job.name}/by` }));
  const dummies = design.some((column) => column.levels.some((level) => level !== null));
  const ratings = design.some((column) => column.levels.every((level) => level === null));
  if (job.show.includes('standardized') && dummies && ratings)
    state.problems.push(raise(dummiesBesideRatings, { regression: job.name }, { at: `${job.name}/show` }));
}
