// Two measurements of the same cases, and means held against a value.
import { derivation, plain, same } from '../../memo/derivation.ts';
import { notDependent, raise } from '../../problems/catalogue.ts';
import { oneSampleTest, pairedTest } from '../../procedures/compare/t-test.ts';
import type { OtherCell } from '../results.ts';
import type { Hides } from '../../contract/declared-quantity.ts';
import { anyHides, countsOfTwo, hidesAll, hidesLeftOut } from '../cells.ts';
import { isFew, respondentsIn, valuesOf, type Limited } from '../state.ts';
import { pairedQuantities, singleQuantities } from './dependent.ts';
import { comparedAs, comparePath, type CompareJob } from './job.ts';

interface Given {
  readonly job: CompareJob;
  readonly outcome: string;
  /** The cases. */
  readonly taken: Uint8Array;
  readonly format: 'mean' | 'score';
  readonly cases: number;
  /** Why there is none; null where there may be. */
  readonly failed: string | null;
}

export function runDependent(state: Limited, { job, outcome, taken, format, cases, failed: before }: Given): OtherCell {
  const second = job.with?.[job.outcomes.indexOf(outcome)] ?? null;
  const failed = before ?? (second === null ? null : (state.failed.get(second) ?? null));
  const values = (name: string): Float64Array => within(state.memo, { values: valuesOf(state, name)!, taken });
  const path = comparePath(job, outcome, '');
  const rows = respondentsIn(state);
  const shared = { job, format, rows, cases };
  const hides = (n: number | undefined, ...columns: readonly Float64Array[]): Hides =>
    anyHides(
      hidesLeftOut(state, rows, cases),
      n !== undefined && isFew(state, n) ? hidesAll(state, 'few', ['left_out']) : undefined,
      // The mean of two values is a percentage.
      state.least > 0 && columns.some((column) => countsOfTwo(column)?.some((count) => isFew(state, count)) === true)
        ? hidesAll(state, 'other', ['n', 'left_out', 'lost'])
        : undefined,
    );
  const none = second === null ? 'no case has a value' : 'no case has both';
  let found: { readonly n: number; readonly t: number | null } | null;
  let reason: string | null;
  if (second === null) {
    const test = failed === null ? single(state.memo, { values: values(outcome), against: job.against! }) : null;
    [found, reason] = [test, failed ?? (test === null ? none : null)];
    state.quantities.under(path, singleQuantities, {
      ...shared,
      test,
      reason: reason ?? '',
      hides: hides(test?.n, ...(test === null ? [] : [values(outcome)])),
    });
  } else {
    const test = failed === null ? paired(state.memo, { values: values(outcome), second: values(second) }) : null;
    [found, reason] = [test, failed ?? (test === null ? none : null)];
    state.quantities.under(path, pairedQuantities, {
      ...shared,
      test,
      reason: reason ?? '',
      hides: hides(test?.n, ...(test === null ? [] : [values(outcome), values(second)])),
    });
  }
  if (failed === null && (found === null || found.t === null))
    state.problems.push(raise(notDependent, { name: job.name, outcome, with: second, n: found?.n ?? 0 }, { at: `${job.name}/of` }));
  return { kind: comparedAs(job, outcome), outcome, by: null, reason, groups: [] };
}

const within = derivation('among the cases', { values: same<Float64Array>(), taken: same<Uint8Array>() }, ({ values, taken }) =>
  values.map((value, row) => (taken[row] === 1 ? value : NaN)),
);
const single = derivation('one sample', { values: same<Float64Array>(), against: plain<number>() }, ({ values, against }) =>
  oneSampleTest(values, against),
);
const paired = derivation('paired', { values: same<Float64Array>(), second: same<Float64Array>() }, ({ values, second }) =>
  pairedTest(values, second),
);
