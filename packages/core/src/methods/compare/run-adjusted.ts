// Outcomes compared with covariates, or by crossed categories: one linear model each.
import type { Codes } from '../../counts/points.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import { notAdjusted, raise } from '../../problems/catalogue.ts';
import type { NotAdjusted } from '../../problems/tables/not-adjusted.ts';
import { factorialAnalysis, type FactorialAnalysis, type FactorialFailure } from '../../procedures/compare/factorial.ts';
import { adjustedPairs, type PairComparison } from '../../procedures/compare/pairs.ts';
import type { OtherCell } from '../results.ts';
import { isFew, respondentsIn, valuesOf, type Limited } from '../state.ts';
import { adjustedQuantities, crossedQuantities } from './adjusted.ts';
import type { AdjustedNumbers } from './effects.ts';
import type { Hides, LevelPath } from '../../contract/declared-quantity.ts';
import {
  anyHides,
  byLevels,
  countsOfTwo,
  hiddenAs,
  hiddenLevels,
  hidesLeftOut,
  NONE,
  withheldCrossing,
  withheldLevels,
  type HiddenLevels,
} from '../cells.ts';
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
  const hides = anyHides(hidesLeftOut(state, numbers.rows, cases), hidesCells(state, numbers), hidesMeans(state, outcome, codes));
  if (by === null) state.quantities.under(path, crossedQuantities, { ...numbers, hides });
  else state.quantities.under(path, adjustedQuantities, { ...numbers, hides });
  if (why !== null) state.problems.push(raise(notAdjusted, { name: job.name, outcome, why }, { at: `${job.name}/of` }));
  return { kind, outcome, by, reason, groups: fitted?.analysis.factors[0]?.levels ?? [] };
}

/** Of an outcome with two values a mean is a percentage: all are hidden where few of a group have one of them. */
function hidesMeans(state: Limited, outcome: string, codes: readonly Codes[]): Hides | undefined {
  const values = state.least === 0 ? null : valuesOf(state, outcome);
  if (values === null) return undefined;
  const cells = new Map<string, number[]>();
  for (let row = 0; row < values.length; row++) {
    if (codes.some((one) => one[row]! < 0)) continue;
    const key = codes.map((one) => one[row]!).join(' ');
    const own = cells.get(key);
    if (own === undefined) cells.set(key, [values[row]!]);
    else own.push(values[row]!);
  }
  if (countsOfTwo(values) === null) return undefined;
  const few = [...cells.values()].some((own) => countsOfTwo(Float64Array.from(own))?.some((count) => isFew(state, count)) === true);
  return (key) => (few && /^(?:adjusted_)?(?:mean|sd)|^difference/u.test(key) ? { below: null } : null);
}

/** Groups and cells of few cases, with what hangs on them. */
function hidesCells(state: Limited, one: AdjustedNumbers): Hides | undefined {
  if (state.least === 0 || one.analysis === null) return undefined;
  const names = one.factors.map(({ levels }) => levels.map(({ name }) => name));
  const n = (...levels: readonly (string | undefined)[]): number =>
    one.analysis!.cells.reduce(
      (sum, cell) => sum + (levels.every((level, at) => level === undefined || cell.levels[at] === level) ? cell.n : 0),
      0,
    );
  const also = one.factors.map((factor) => hiddenLevels(state, factor));
  const [rows, columns] = names;
  const crossing =
    names.length === 2
      ? withheldCrossing(
          state,
          { rows: rows!, columns: columns!, counts: rows!.map((row) => columns!.map((column) => n(row, column))) },
          { rows: also[0]!, columns: also[1]! },
        )
      : null;
  const hidden: readonly HiddenLevels[] =
    names.length === 2
      ? [crossing?.rows ?? NONE, crossing?.columns ?? NONE]
      : names.map((levels, at) =>
          withheldLevels(
            state,
            levels,
            levels.map((level) => n(...names.map((_, i) => (i === at ? level : undefined)))),
            also[at],
          ),
        );
  const placeOf = (category: string | undefined): number => one.factors.findIndex(({ name }) => name === category);
  const alone = byLevels(state, (category) => hidden[placeOf(category)] ?? NONE);
  return (key, given) => {
    const [a, b] = given as readonly LevelPath[];
    if (b === undefined || a![0] === b[0]) return alone(key, given);
    const withheld = crossing?.cells[rows!.indexOf(a![1]!)]?.[columns!.indexOf(b[1]!)] ?? null;
    return withheld === null ? null : hiddenAs(withheld, key, state.least);
  };
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
