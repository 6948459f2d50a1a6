// The fit of a regression whose predictors are all coded: which rows take part, and what outcomes with the same rows share.
import type { Codes } from '../../counts/points.ts';
import { rowsWithScore } from '../../counts/scaled.ts';
import { meanSubstituted } from '../../moments/substitution.ts';
import { once } from '../../numerics/once.ts';
import { withoutOffset } from '../../numerics/sums.ts';
import { derivation, each, same } from '../../memo/derivation.ts';
import type { Memo } from '../../memo/memo.ts';
import { countedFit, countedPredictors, type CodedTerm } from '../../procedures/regression/counted.ts';
import type { FitFailure, LinearFit } from '../../procedures/regression/ols.ts';
import type { RegressionJob } from './job.ts';
import { writtenOut } from './coded-design.ts';
import { withErrors } from './errors.ts';
import { rowsOf, type Chosen } from './chosen.ts';
import { casesIn } from '../state.ts';
import { cut, type Design } from './job-design.ts';
import { fitSteps, type Step } from './steps.ts';
import { tolerable } from './tolerance.ts';

const predictorsOnce = derivation('counted', { terms: each<CodedTerm>(), mask: same<Uint8Array | null>() }, ({ terms, mask }) =>
  countedPredictors(terms, mask),
);
/** Of the rows of a mask those that have an outcome; the mask itself where these are all. */
const answeredIn = derivation(
  'answered',
  { values: same<Float64Array>(), mask: same<Uint8Array | null>() },
  ({ values, mask }): Uint8Array | null => {
    let own: Uint8Array | null = null;
    for (let row = 0; row < values.length; row++) {
      if (!Number.isNaN(values[row]!) || (mask !== null && mask[row] !== 1)) continue;
      own ??= mask === null ? new Uint8Array(values.length).fill(1) : mask.slice();
      own[row] = 0;
    }
    return own ?? mask;
  },
);

/** The same of scores, by the rows that have one: scores change more often than these do, and what predictors have in them stays known. */
const scoredIn = derivation(
  'scored',
  { scored: same<Uint8Array>(), mask: same<Uint8Array | null>() },
  ({ scored, mask }): Uint8Array | null => {
    if (mask === null) return casesIn(scored) === scored.length ? null : scored;
    const own = new Uint8Array(mask.length);
    for (let from = 0; from < own.length; from += BLOCK) letIn(scored, mask, from, Math.min(own.length, from + BLOCK), own);
    return casesIn(own) === casesIn(mask) ? mask : own;
  },
);

const BLOCK = 16_384;
/** A function that is called again and again is compiled for good. */
function letIn(scored: Uint8Array, mask: Uint8Array, from: number, to: number, own: Uint8Array): void {
  for (let row = from; row < to; row++) own[row] = scored[row]! & mask[row]!;
}

/** The fit from counts (procedures/regression/counted.ts). A design whose tolerance would cost it digits is refused by SPSS's limit. */
export function countedIn(
  memo: Memo,
  given: {
    readonly design: Design;
    readonly coded: NonNullable<Design['coded']>;
    readonly values: Float64Array;
    readonly chosen: Chosen;
    /** Of each chosen row. */
    readonly groups: Codes | null;
    readonly job: Pick<RegressionJob, 'missing' | 'confidence' | 'errors'>;
    readonly seed: number;
  },
): { readonly fit: LinearFit | FitFailure; readonly filled: number; readonly steps: readonly Step[] } {
  const { design, coded, values, chosen, job, seed } = given;
  const groups = given.groups === null ? null : byRow(given.groups, chosen, values.length);
  const complete = coded.mask();
  const substituted = job.missing === 'mean' ? filledWithin(values, chosen.rows) : null;
  const y = substituted?.values ?? values;
  const scored = rowsWithScore(y);
  let mask = scored === null ? answeredIn(memo, { values: y, mask: complete }) : scoredIn(memo, { scored, mask: complete });
  if (groups !== null) mask = y.length === 0 ? mask : Uint8Array.from(y, (_, row) => (mask?.[row] !== 0 && groups[row]! >= 0 ? 1 : 0));
  const terms = design.used.map((column) => column.text);
  const predictors = predictorsOnce(memo, { terms: coded.terms, mask });
  const cases = once(() => rowsOf(mask ?? new Uint8Array(y.length).fill(1)));
  const fitted = (one: LinearFit): LinearFit | FitFailure => {
    const found = withErrors(
      {
        fit: one,
        get x() {
          return writtenColumns(coded.terms, cases(), one.offsets);
        },
        get y() {
          return cut(y, cases());
        },
        groups: groups === null ? null : Int32Array.from(cases(), (row) => groups[row]!),
        seed,
        counted: { predictors, fit: one },
      },
      job.errors,
      job.confidence,
    );
    return typeof found === 'string' ? { problem: 'no-errors', why: found } : found;
  };
  const plain = (size: number): LinearFit | FitFailure => countedFit(predictors, y, terms.slice(0, size), job.confidence);
  const fitOf = (size: number): LinearFit | FitFailure => {
    const one = plain(size);
    return 'problem' in one ? one : fitted(one);
  };
  const whole = tolerable(
    plain(terms.length),
    predictors.cross.map((row, j) => Math.sqrt(row[j]!)),
  );
  const fit = 'problem' in whole ? whole : fitted(whole);
  const filled = design.filled + (substituted?.filled ?? 0);
  const entered = design.used.map((column) => column.step);
  return { fit, filled, steps: 'problem' in fit ? [] : fitSteps(design.steps, entered, fit, fitOf) };
}

/** Of each row of the file, -1 of one that was not chosen. */
function byRow(groups: Codes, chosen: Chosen, all: number): Codes {
  if (chosen.length === all) return groups;
  const found = new Int32Array(all).fill(-1);
  for (const [at, row] of chosen.rows.entries()) found[row] = groups[at]!;
  return found;
}

/** The first columns of the design, as many as there are offsets, written out for these rows. */
function writtenColumns(terms: readonly CodedTerm[], rows: Uint32Array, offsets: readonly number[]): Float64Array[] {
  const all = terms.flatMap((term) => term.columns.map((column) => ({ term, column })));
  return offsets.map((offset, j) => withoutOffset(writtenOut(all[j]!.term, all[j]!.column, () => rows)(), offset));
}

/** Outcomes that are missing in the chosen rows, as their mean there. */
function filledWithin(values: Float64Array, rows: Uint32Array): { readonly values: Float64Array; readonly filled: number } {
  const { columns, filled } = meanSubstituted([cut(values, rows)]);
  if (filled[0] === 0) return { values, filled: 0 };
  const out = values.slice();
  for (const [at, row] of rows.entries()) out[row] = columns[0]![at]!;
  return { values: out, filled: filled[0]! };
}
