// Regressions on copies of the data in which missing values are filled in by chained equations; one model is made of them.
import { seededRandom } from '../../numerics/random.ts';
import { derivation, plain, same, type Input } from '../../memo/derivation.ts';
import { idOf } from '../../memo/memo.ts';
import { chainedEquations, type Incomplete } from '../../procedures/regression/chained.ts';
import { columnsOfTerm, type DesignColumn, type Factor } from '../../procedures/regression/design.ts';
import { imputedFit } from '../../procedures/regression/imputed-fit.ts';
import type { FitFailure, LinearFit } from '../../procedures/regression/ols.ts';

/** A variable of the models, over the chosen rows. */
interface Part {
  readonly name: string;
  readonly variable: Incomplete;
}
export interface Copies {
  readonly names: readonly string[];
  /** A list of variables a copy, in the order of `names`. */
  readonly copies: readonly (readonly Incomplete[])[];
  /** Cells that were filled, a variable each. */
  readonly filled: readonly number[];
}

const parts: Input<readonly Part[]> = {
  key: (all) =>
    JSON.stringify(
      all.map(({ name, variable }) => [name, idOf(variable.kind === 'number' ? variable.values : variable.codes), variable.kind]),
    ),
  narrow: (all) => all,
};

/** Everything in the models together: predictors and all outcomes, each from all others. A text: the variable that nobody answered. */
export const imputedCopies = derivation(
  'imputations',
  { variables: parts, rows: same<Uint32Array>(), copies: plain<number>(), seed: plain<number>() },
  ({ variables, rows, copies, seed }): Copies | string => {
    const own = variables.map(
      ({ variable }): Incomplete =>
        variable.kind === 'number'
          ? { kind: 'number', values: Float64Array.from(rows, (row) => variable.values[row]!) }
          : { ...variable, codes: Int32Array.from(rows, (row) => variable.codes[row]!) },
    );
    const found = chainedEquations(own, copies, seededRandom(seed));
    return 'empty' in found
      ? variables[found.empty]!.name
      : { names: variables.map(({ name }) => name), copies: found.copies, filled: found.filled };
  },
);

/** The factors of the terms, and the outcomes that are no factor; each once. */
export function partsOf(factors: readonly Factor[], outcomes: ReadonlyMap<string, Float64Array>): readonly Part[] {
  const found = new Map<string, Incomplete>();
  for (const factor of factors)
    found.set(
      factor.name,
      factor.kind === 'number'
        ? { kind: 'number', values: factor.values }
        : { kind: 'category', codes: factor.codes, levels: factor.levels.length },
    );
  for (const [name, values] of outcomes) if (!found.has(name)) found.set(name, { kind: 'number', values });
  return [...found].map(([name, variable]) => ({ name, variable }));
}

/** What a copy has of the columns that are used, products made anew, and of the outcome. */
function columnsIn(
  copy: readonly Incomplete[],
  names: readonly string[],
  terms: readonly (readonly Factor[])[],
  used: ReadonlySet<string>,
) {
  const at = (name: string): Incomplete | undefined => copy[names.indexOf(name)];
  const completed = (factor: Factor): Factor => {
    const one = at(factor.name);
    // What nobody answered is in no column that is used.
    if (factor.kind === 'number') return one?.kind === 'number' ? { ...factor, values: one.values } : factor;
    return one?.kind === 'category' ? { ...factor, codes: one.codes } : factor;
  };
  return terms.flatMap((factors) => columnsOfTerm(factors.map(completed))).filter((column) => used.has(column.text));
}

/**
 * The fit of each copy, made one. `rows`: those of the chosen that take part, for a clustered fit those with a cluster. Without a gap the
 * fit is that of the data.
 */
export function fitOfCopies(
  { names, copies, filled }: Copies,
  outcome: string,
  given: {
    readonly terms: readonly (readonly Factor[])[];
    readonly used: readonly DesignColumn[];
    readonly rows: Uint32Array;
    readonly confidence: number;
    readonly fit: (y: Float64Array, columns: readonly DesignColumn[]) => LinearFit | FitFailure;
  },
): LinearFit | FitFailure {
  const used = new Set(given.used.map((column) => column.text));
  const fits: LinearFit[] = [];
  for (const copy of copies) {
    const own = copy[names.indexOf(outcome)]!;
    const pick = (values: Float64Array): Float64Array => Float64Array.from(given.rows, (row) => values[row]!);
    const columns = columnsIn(copy, names, given.terms, used).map((column) => ({ ...column, values: pick(column.values) }));
    const fit = given.fit(pick(own.kind === 'number' ? own.values : new Float64Array(0)), columns);
    if ('problem' in fit || fit.perfect || filled.every((count) => count === 0)) return fit;
    fits.push(fit);
  }
  return imputedFit(fits, given.confidence);
}
