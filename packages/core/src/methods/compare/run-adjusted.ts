// Outcomes compared with covariates, or by crossed categories: one linear model each.
import type { Codes } from '../../counts/points.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import { notAdjusted, raise } from '../../problems/catalogue.ts';
import type { NotAdjusted } from '../../problems/tables/not-adjusted.ts';
import { factorialAnalysis, type FactorialAnalysis, type FactorialFailure } from '../../procedures/compare/factorial.ts';
import { adjustedPairs, type PairComparison } from '../../procedures/compare/pairs.ts';
import type { OtherCell } from '../results.ts';
import { respondentsIn, valuesOf, type Limited } from '../state.ts';
import { adjustedQuantities, crossedQuantities } from './adjusted.ts';
import type { AdjustedNumbers } from './effects.ts';
import { comparedAs, comparePath, type CompareJob } from './job.ts';

interface Given {
  readonly job: CompareJob;
  readonly outcome: string;
  readonly factors: readonly CategoryPlan[];
  /** Of each factor; -1: no group, or not among the cases. */
  readonly codes: readonly Codes[];
  readonly format: 'mean' | 'score';
  readonly cases: number;
  /** Why there is none; null where there may be. */
  readonly failed: string | null;
}

export function runAdjusted(state: Limited, { job, outcome, factors, codes, format, cases, failed: before }: Given): OtherCell {
  const covariates = job.adjust ?? [];
  const failed = before ?? covariates.flatMap((name) => state.failed.get(name) ?? [])[0] ?? null;
  const found =
    failed !== null
      ? null
      : analysed(state.memo, {
          values: valuesOf(state, outcome)!,
          factors: factors.map(({ name, levels }) => ({ name, levels: levels.map((level) => level.name) })),
          codes,
          names: covariates,
          columns: covariates.map((name) => valuesOf(state, name)!),
        });
  const why = found === null || !('problem' in found) ? null : failureOf(found);
  const fitted = found === null || 'problem' in found ? null : found;
  const reason = failed ?? (why === null ? null : reasonOf(why));
  const numbers: AdjustedNumbers = {
    job,
    factors,
    covariates,
    analysis: fitted?.analysis ?? null,
    pairs: fitted?.pairs ?? [],
    format,
    rows: respondentsIn(state),
    cases,
    reason: reason ?? '',
  };
  const kind = comparedAs(job, outcome);
  const by = job.factors === undefined ? factors[0]!.name : null;
  const path = comparePath(job, outcome, by ?? '');
  if (by === null) state.quantities.under(path, crossedQuantities, numbers);
  else state.quantities.under(path, adjustedQuantities, numbers);
  if (why !== null) state.problems.push(raise(notAdjusted, { name: job.name, outcome, why }, { at: `${job.name}/of` }));
  return { kind, outcome, by, reason, groups: fitted?.analysis.factors[0]?.levels ?? [] };
}

interface Fitted {
  readonly analysis: FactorialAnalysis;
  readonly pairs: readonly (readonly PairComparison[])[];
}
const analysed = derivation(
  'adjusted',
  {
    values: same<Float64Array>(),
    factors: plain<readonly { readonly name: string; readonly levels: readonly string[] }[]>(),
    codes: each<Codes>(),
    names: plain<readonly string[]>(),
    columns: each<Float64Array>(),
  },
  ({ values, factors, codes, names, columns }): Fitted | FactorialFailure => {
    const analysis = factorialAnalysis(
      values,
      factors.map((factor, at) => ({ ...factor, codes: codes[at]! })),
      names.map((name, at) => ({ name, values: columns[at]! })),
    );
    if ('problem' in analysis) return analysis;
    const { df } = analysis.residual;
    return { analysis, pairs: analysis.differences.map((pairs, at) => adjustedPairs(pairs, analysis.factors[at]!.levels.length, df)) };
  },
);

function failureOf(failure: FactorialFailure): NotAdjusted {
  switch (failure.problem) {
    case 'too-few':
      return { is: 'too few', n: failure.n, parameters: failure.parameters };
    case 'one-level':
      return { is: 'one level', factor: failure.factor };
    case 'empty-cell':
      return { is: 'empty cells', cells: failure.cells.map((cell) => cell.join(' × ')) };
    case 'constant-outcome':
      return { is: 'constant' };
    case 'collinear':
      return { is: 'collinear', term: failure.term };
    case 'indefinite':
    case 'no-errors':
      return { is: 'collinear', term: '' };
  }
}

function reasonOf(why: NotAdjusted): string {
  switch (why.is) {
    case 'too few':
      return 'too few cases';
    case 'one level':
      return 'fewer than two groups have cases';
    case 'empty cells':
      return 'a cell has no case';
    case 'constant':
      return 'all cases are alike';
    case 'collinear':
      return 'a covariate does not vary, or follows from the others';
  }
}
