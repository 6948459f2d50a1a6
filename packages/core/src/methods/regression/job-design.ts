// The design of a regression: the columns of its terms over the chosen rows, what is constant, the missing policy of predictors. Fits are
// run.ts'; tables in the place of columns coded-design.ts'.
import { floatsOf, isPoints } from '../../counts/points.ts';
import { completeRows } from '../../moments/moments.ts';
import { meanSubstituted } from '../../moments/substitution.ts';
import { isConstant } from '../../numerics/constant.ts';
import { once } from '../../numerics/once.ts';
import type { CodedTerm } from '../../procedures/regression/counted.ts';
import { columnsOfTerm, type DesignColumn, type Factor } from '../../procedures/regression/design.ts';
import { derivation, plain, same, type Input } from '../../memo/derivation.ts';
import { idOf, type Memo } from '../../memo/memo.ts';
import { columnIn, linearOf, rowsOf as countedRows } from '../../rowless/columns.ts';
import { isStill } from '../../rowless/linear.ts';
import type { TermInfo } from '../results.ts';
import { keptValuesOf, type Limited } from '../state.ts';
import type { Chosen } from './chosen.ts';
import { codedTerm, completeRowsOf, entryOf, writtenOut } from './coded-design.ts';
import type { RegressionJob } from './job.ts';

/** Everything about the predictors that no outcome changes. */
export interface Design {
  readonly terms: readonly TermInfo[];
  /** Names of the terms left out because they do not vary. */
  readonly constant: readonly string[];
  readonly used: readonly (DesignColumn & { readonly step: number })[];
  /** Of the used terms, after the missing policy, and the rows in which all of them are known. */
  readonly columns: readonly Float64Array[];
  readonly complete: Uint32Array;
  /** How many there are, counting those of which nothing is used. */
  readonly steps: number;
  readonly filled: number;
  /** Its columns as tables over levels, where every predictor is coded: then columns are written out for those who ask for them. */
  readonly coded: { readonly terms: readonly CodedTerm[]; readonly mask: () => Uint8Array | null } | null;
}

export function designOf(state: Limited, job: Pick<RegressionJob, 'terms' | 'missing'>, chosen: Chosen): Design {
  // A term of which something could not be computed has no columns.
  const entries = job.terms.flatMap(({ term, block, step }) => {
    const factors = term.map((name) => factorOf(state, name)).filter((factor): factor is Factor => factor !== null);
    return factors.length < term.length ? [] : [{ block, step, factors }];
  });
  return designOfFactors(state.memo, { entries, missing: job.missing, chosen });
}

interface Entry {
  readonly block: string | null;
  readonly step: number;
  readonly factors: readonly Factor[];
}
const keyOfFactor = (factor: Factor): unknown =>
  factor.kind === 'category'
    ? [factor.name, factor.levels, factor.reference, idOf(factor.codes)]
    : [factor.name, idOf(factor.points ?? factor.values)];
const factorsOfTerm: Input<readonly Factor[]> = {
  key: (factors) => JSON.stringify(factors.map(keyOfFactor)),
  narrow: (factors) => factors,
};
const entriesOfDesign: Input<readonly Entry[]> = {
  key: (entries) => JSON.stringify(entries.map(({ block, step, factors }) => [block, step, factors.map(keyOfFactor)])),
  narrow: (entries) => entries,
};

const termColumns = derivation('term', { factors: factorsOfTerm }, ({ factors }) => columnsOfTerm(factors));

const designOfFactors = derivation(
  'design',
  { entries: entriesOfDesign, missing: plain<RegressionJob['missing']>(), chosen: same<Chosen>() },
  ({ entries, missing, chosen }, memo): Design => {
    const coded = codedDesign(memo, entries, missing, chosen);
    if (coded !== null) return coded;
    const { rows } = chosen;
    const all = entries.flatMap(({ block, step, factors }) =>
      termColumns(memo, { factors }).map((column) => ({ ...column, values: cut(column.values, rows), block, step })),
    );
    const constant =
      rows.length === 0 ? [] : all.filter(({ values }) => (linearOf(values) === null ? isConstant(values) : isStill(linearOf(values)!)));
    const used = all.filter((column) => !constant.includes(column));
    const substituted = missing === 'mean' ? meanSubstituted(used.map((column) => column.values)) : null;
    const columns = substituted?.columns ?? used.map((column) => column.values);
    return {
      terms: all.map(({ text, variables, levels, block }) => ({ text, variables, levels, block })),
      constant: constant.map((column) => column.text),
      used,
      columns,
      steps: Math.max(0, ...entries.map((entry) => entry.step)) + 1,
      complete:
        columns.length > 0
          ? completeRows(columns)
          : countedRows(rows) === null
            ? Uint32Array.from({ length: rows.length }, (_, row) => row)
            : rows,
      filled: total(substituted?.filled ?? []),
      coded: null,
    };
  },
);

const termCodes = derivation('coded term', { factors: factorsOfTerm }, ({ factors }) => codedTerm(factors));

/** The same without a column of it; null where some predictor is not coded, or pairs of answers are asked for. */
function codedDesign(memo: Memo, entries: readonly Entry[], missing: RegressionJob['missing'], chosen: Chosen): Design | null {
  if ((missing !== 'listwise' && missing !== 'mean') || countedRows(chosen.mask) !== null) return null;
  const found = entries.map(({ factors }) => termCodes(memo, { factors }));
  if (found.length === 0 || found.includes(null)) return null;
  const parts = found.map((term) => entryOf(term!, chosen, missing));
  const all = parts.flatMap((part, at) => {
    const { block, step } = entries[at]!;
    return part.columns.map((column, j) => {
      const values = writtenOut(part, column, () => chosen.rows);
      const { text, variables, levels } = column;
      return {
        constant: part.constant[j]!,
        filled: part.filled[j]!,
        term: { text, variables, levels, block },
        used: {
          text,
          variables,
          levels,
          block,
          step,
          get values(): Float64Array {
            return values();
          },
        },
      };
    });
  });
  const used = all.filter((one) => !one.constant);
  const terms = parts.flatMap((part): CodedTerm[] => {
    const columns = part.columns.filter((_, j) => !part.constant[j]!);
    return columns.length === 0 ? [] : [{ ...part, columns }];
  });
  const written = once(() => used.map((one) => one.used.values));
  const complete = once(() => completeRows(written()));
  return {
    terms: all.map((one) => one.term),
    constant: all.flatMap((one) => (one.constant ? [one.term.text] : [])),
    used: used.map((one) => one.used),
    get columns() {
      return written();
    },
    steps: Math.max(0, ...entries.map((entry) => entry.step)) + 1,
    get complete() {
      return complete();
    },
    filled: total(used.map((one) => one.filled)),
    coded: terms.length === 0 ? null : { terms, mask: once(() => completeRowsOf(terms, chosen)) },
  };
}

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
  const values = keptValuesOf(state, name);
  if (values === null) return null;
  return isPoints(values)
    ? {
        kind: 'number',
        name,
        points: values,
        get values() {
          return floatsOf(values);
        },
      }
    : { kind: 'number', name, values };
}

export const factorsOfTerms = (state: Limited, job: Pick<RegressionJob, 'terms'>): readonly (readonly Factor[])[] =>
  job.terms.flatMap(({ term }) => {
    const factors = term.map((name) => factorOf(state, name)).filter((factor): factor is Factor => factor !== null);
    return factors.length < term.length ? [] : [factors];
  });

/** The values of these rows; of all rows, the column itself. */
export function cut(column: Float64Array, rows: Uint32Array): Float64Array {
  const counted = linearOf(column);
  if (counted !== null) return columnIn(counted, countedRows(rows)!.within, true);
  if (rows.length === column.length) return column;
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = column[rows[i]!]!;
  return picked;
}

export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
