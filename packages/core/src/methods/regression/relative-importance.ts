// Relative importance: what each predictor of a fit accounts for of R², averaged over all orders in which they can enter.
import { inverseSymmetric } from '../../numerics/linear-algebra.ts';
import { plain, derivation } from '../../memo/derivation.ts';
import { raise, tooManyImportant } from '../../problems/catalogue.ts';
import { importanceOf, MOST_PLAYERS } from '../../procedures/regression/importance.ts';
import type { LinearFit } from '../../procedures/regression/ols.ts';
import type { TermInfo } from '../results.ts';
import type { Limited } from '../state.ts';
import type { RegressionJob } from './job.ts';

export interface RelativeImportance {
  /** All levels of a category are one. */
  readonly variables: readonly string[];
  /** They sum to R². */
  readonly shares: readonly number[];
  readonly r2: number;
}

/** Null unless `show importance` asks for it, or where there is none. */
export function relativeImportance(
  state: Limited,
  job: RegressionJob,
  terms: readonly TermInfo[],
  fit: LinearFit | null,
): RelativeImportance | null {
  if (fit === null || fit.r2 === null || !job.show.includes('importance')) return null;
  const columns = fit.coefficients.slice(1);
  const variables = [...new Set(columns.map(({ term }) => nameOf(terms, term)))];
  if (variables.length > MOST_PLAYERS) {
    if (!state.problems.some((problem) => problem.name === 'too-many-important'))
      state.problems.push(
        raise(tooManyImportant, { regression: job.name, variables: variables.length, most: MOST_PLAYERS }, { at: `${job.name}/show` }),
      );
    return null;
  }
  const covariance = inverseSymmetric(fit.unscaledCovariance.slice(1).map((row) => row.slice(1)));
  if (covariance === null || columns.some((one) => one.zeroOrder === null)) return null;
  const spread = covariance.map((row, i) => Math.sqrt(row[i]!));
  const correlation = [
    ...covariance.map((row, i) => [...row.map((value, j) => (i === j ? 1 : value / (spread[i]! * spread[j]!))), columns[i]!.zeroOrder!]),
    [...columns.map((one) => one.zeroOrder!), 1],
  ];
  const players = variables.map((name) => columns.flatMap(({ term }, at) => (nameOf(terms, term) === name ? [at] : [])));
  const found = shares(state.memo, { correlation, players });
  return found === null ? null : { variables, shares: found, r2: fit.r2 };
}

const nameOf = (terms: readonly TermInfo[], text: string): string => terms.find((one) => one.text === text)!.variables.join(':');

const shares = derivation(
  'importance',
  { correlation: plain<readonly (readonly number[])[]>(), players: plain<readonly (readonly number[])[]>() },
  ({ correlation, players }): readonly number[] | null => {
    const found = importanceOf(correlation, players);
    return typeof found === 'string' ? null : found.lmg;
  },
);
