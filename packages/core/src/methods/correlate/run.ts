// Tables of correlations.
import { completeMask, jointCounts } from '../../counts/joint.ts';
import { countable } from '../../counts/moments.ts';
import { floatsOf, type Points, type Values } from '../../counts/points.ts';
import { pointsAmong } from '../../counts/values.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import { emptiestColumn, listwiseColumns, onlyIn } from '../../moments/rows.ts';
import {
  constantCorrelated,
  controlsDetermined,
  emptySubset,
  noCompleteCases,
  raise,
  tooFewCorrelated,
  type Problem,
} from '../../problems/catalogue.ts';
import { summaryOfCounts } from '../../procedures/describe/by-level.ts';
import {
  correlationTable,
  holmOverPairs,
  partialCorrelations,
  type CorrelationTable,
  type PartialCorrelations,
} from '../../procedures/describe/correlation.ts';
import { countedCorrelations, countedPartials } from '../../procedures/describe/counted-correlation.ts';
import { describe, summarize } from '../../procedures/describe/describe.ts';
import { linearOf } from '../../rowless/columns.ts';
import { indexOfScore } from '../plan.ts';
import type { CorrelatedPair, CorrelateResult } from '../results.ts';
import { anyHides, countsOfTwo, hidesFew } from '../cells.ts';
import type { Hides } from '../../contract/declared-quantity.ts';
import {
  casesIn,
  isFew,
  keptValuesOf,
  limitedStep,
  lostCondition,
  rowsWhere,
  valuesOf,
  withoutDesign,
  type Limited,
  type State,
} from '../state.ts';
import type { CorrelateJob } from './job.ts';
import { correlateQuantities } from './quantities.ts';

export function runCorrelate(given: State, job: CorrelateJob): CorrelateResult {
  const whole = withoutDesign(given, job.unweighted);
  const mask = rowsWhere(whole, job.where);
  const scores = job.variables.filter((name) => indexOfScore(whole.plan, name) !== undefined);
  return correlated(whole, [...job.variables, ...job.controls], { job, mask, scores, lost: lostCondition(whole, job.where) });
}

/** `scores`: variables that are scores. `lost`: why the condition lets nobody in, where what it tests could not be computed. */
const correlated = limitedStep(
  'correlate',
  {
    job: plain<CorrelateJob>(),
    mask: same<Uint8Array>(),
    scores: plain<readonly string[]>(),
    lost: plain<string | null>(),
  },
  (state, { job, mask, scores, lost }): CorrelateResult => {
    const cases = casesIn(mask);
    const names = [...job.variables, ...job.controls];
    const failed = names.flatMap((name) => state.failed.get(name) ?? [])[0] ?? lost;
    const nothing = (reason: string, problem: Problem | null): CorrelateResult => {
      if (problem !== null) state.problems.push(problem);
      const none: CorrelateResult = { job, cases, n: 0, variables: job.variables.map(() => NOBODY), pairs: [], reason };
      return collected(none, reason);
    };
    const collected = (result: CorrelateResult, reason: string): CorrelateResult => {
      state.quantities.under([job.name], correlateQuantities, {
        ...result,
        rows: state.coded.rows,
        reason,
        hides: hidesPairs(state, result, mask),
        formats: job.variables.map((name) => (scores.includes(name) ? 'score' : 'mean')),
      });
      return result;
    };
    if (failed !== null) return nothing(failed, null);
    if (cases === 0)
      return nothing(
        'no case satisfies the condition',
        raise(emptySubset, { name: job.name, rows: state.coded.rows }, { at: `${job.name}/where` }),
      );
    const columns = names.map((name) => keptValuesOf(state, name)!);
    const found = tableOf(state.memo, { columns, mask, controls: job.controls.length, method: job.method, missing: job.missing });
    const rows = found.variables.map((one) => one.n);
    if (job.missing === 'listwise' && found.n === 0) {
      const emptiest = names[emptiestColumn(columns.map(floatsOf), mask)]!;
      return nothing(
        'no case has every variable',
        raise(noCompleteCases, { name: job.name, policy: job.missing, emptiest }, { at: `${job.name}/missing` }),
      );
    }
    const least = 3 + job.controls.length;
    const most = Math.max(...rows);
    if (most < least) state.problems.push(raise(tooFewCorrelated, { name: job.name, n: most, least }, { at: `${job.name}/of` }));
    else {
      const constant = job.variables.filter((_, i) => found.variables[i]!.sd === 0);
      for (const name of constant)
        state.problems.push(raise(constantCorrelated, { name: job.name, variable: name }, { at: `${job.name}/of` }));
      if (found.pairs === null)
        state.problems.push(raise(controlsDetermined, { name: job.name, controls: job.controls }, { at: `${job.name}/control` }));
    }
    const reason = found.pairs === null ? 'what is held constant does not vary, or determines itself' : '';
    return collected({ job, cases, n: found.n, variables: found.variables, pairs: found.pairs ?? [], reason }, reason);
  },
);

const NOBODY: CorrelateResult['variables'][number] = { n: 0, mean: null, sd: null };

type CorrelatedTable = Pick<CorrelateResult, 'n' | 'variables'> & { readonly pairs: CorrelatedPair[][] | null };

const tableOf = derivation(
  'correlations',
  {
    columns: each<Values>(),
    mask: same<Uint8Array>(),
    controls: plain<number>(),
    method: plain<CorrelateJob['method']>(),
    missing: plain<CorrelateJob['missing']>(),
  },
  ({ columns, mask, controls, method, missing }): CorrelatedTable => {
    const points = pointsAmong(columns);
    if (points !== null) return countedTable(points, mask, { controls, method, missing });
    const inside = columns.map((values) => onlyIn(floatsOf(values), mask));
    const used = missing === 'listwise' ? listwiseColumns(inside) : inside;
    const own = used.length - controls;
    const variables = used.slice(0, own).map((values) => {
      const { n, mean, sd } = linearOf(values) === null ? describe(values) : summarize(values);
      return { n, mean, sd };
    });
    const n = missing === 'listwise' ? used[0]!.length : Math.min(...variables.map((one) => one.n));
    return { n, variables, pairs: controls > 0 ? held(used, own, method) : free(used, method) };
  },
);

/** The same of columns of few values, from one look at their codes. */
function countedTable(
  points: readonly Points[],
  mask: Uint8Array,
  { controls, method, missing }: { controls: number; method: CorrelateJob['method']; missing: CorrelateJob['missing'] },
): CorrelatedTable {
  const { columns, tables } = countable(points);
  const joint = jointCounts(columns, missing === 'listwise' ? completeMask(points, mask).mask : mask);
  const own = tables.length - controls;
  const variables = tables.slice(0, own).map(({ column, values }) => {
    const { n, mean, sd } = summaryOfCounts(values, (level) => joint.counts[(joint.starts[column]! + level) * (joint.size + 1)]!);
    return { n, mean, sd };
  });
  const n = missing === 'listwise' ? joint.n : Math.min(...variables.map((one) => one.n));
  // Partial correlations are of complete cases: the language has no others.
  const pairs = controls > 0 ? partsOf(countedPartials(joint, tables, own, method)) : withHolm(countedCorrelations(joint, tables, method));
  return { n, variables, pairs };
}

const free = (columns: readonly Float64Array[], method: CorrelateJob['method']): CorrelatedPair[][] =>
  withHolm(correlationTable(columns, method, 'pairwise'));

function withHolm({ cells }: CorrelationTable): CorrelatedPair[][] {
  const holm = holmOverPairs(cells.map((row, i) => row.map((cell, j) => (i === j ? null : cell.p))));
  return cells.map((row, i) => row.map(({ n, r, p, low, high }, j) => ({ n, r, p, low, high, holm: holm[i]![j]! })));
}

const held = (columns: readonly Float64Array[], own: number, method: CorrelateJob['method']): CorrelatedPair[][] | null =>
  partsOf(partialCorrelations(columns.slice(0, own), columns.slice(own), method));

function partsOf(found: PartialCorrelations | null): CorrelatedPair[][] | null {
  if (found === null) return null;
  const { n, r, p, low, high } = found;
  const holm = holmOverPairs(p);
  return r.map((row, i) =>
    row.map((value, j) => ({ n, r: value, p: p[i]![j]!, low: low[i]![j]!, high: high[i]![j]!, holm: holm[i]![j]! })),
  );
}

/** Numbers of few cases: of the table, of a variable, of a pair. */
function hidesPairs(state: Limited, { job, n, cases, variables, pairs }: CorrelateResult, mask: Uint8Array): Hides | undefined {
  if (state.least === 0) return undefined;
  const few = (given: readonly (string | undefined)[]): boolean => {
    const [i, j] = given.map((name) => job.variables.findIndex((one) => one === name));
    return isFew(state, (j === undefined ? variables[i!]?.n : pairs[i!]?.[j]?.n) ?? 0);
  };
  // The mean of two values is a percentage.
  const shares = new Set(
    job.variables.filter((name) => {
      const values = valuesOf(state, name);
      if (values === null) return false;
      // Of sums all respondents are looked at: a condition leaves as many or fewer.
      const chosen = linearOf(values) === null ? values.map((value, row) => (mask[row] === 1 ? value : NaN)) : values;
      return countsOfTwo(chosen)?.some((count) => isFew(state, count)) === true;
    }),
  );
  const hidesMeans: Hides = (key, given) =>
    (key === 'mean(variable)' || key === 'sd(variable)') && shares.has(given[0] as string) ? { below: null } : null;
  return anyHides(hidesMeans, hidesFew(state, n, state.coded.rows, cases), (key, given) =>
    given.length > 0 && few(given as readonly string[]) ? { below: key.startsWith('n(') ? state.least : null } : null,
  );
}
