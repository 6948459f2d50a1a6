// Comparisons of groups.
import { completeMask } from '../../counts/joint.ts';
import { coding, floatsOf, isPoints, type Codes, type Points, type Values } from '../../counts/points.ts';
import { rowsWithScore } from '../../counts/scaled.ts';
import { emptiestColumn } from '../../moments/rows.ts';
import type { Hides, LevelPath } from '../../contract/declared-quantity.ts';
import {
  anyHides,
  byLevels,
  hiddenLevels,
  hiddenShares,
  hidesLeftOut,
  hidesShares,
  NONE,
  withheldLevels,
  type HiddenLevels,
} from '../cells.ts';
import { compareQuantities } from './quantities.ts';
import { hidesSizesOfTwo } from './two-groups.ts';
import { independentTest, independentTestOfMoments } from '../../procedures/compare/t-test.ts';
import {
  codesOf as levelColumn,
  inside,
  levelsOf,
  linearOf,
  maskOf,
  rowsOf,
  valuesOf as valuesColumn,
  type Levels,
} from '../../rowless/columns.ts';
import { commonMask } from '../../rowless/linear.ts';
import { NeedsRows } from '../../rowless/needs-rows.ts';
import { compareGroups, groupsOfCounts, type GroupComparison } from '../../procedures/compare/groups.ts';
import { comparePoints, independentTestOfPoints } from '../../procedures/compare/point-groups.ts';
import { comparisonOfAnswers, testOfAnswers } from '../../procedures/compare/rowless-groups.ts';
import { compareRows, independentTestOfRows } from '../../procedures/compare/row-groups.ts';
import { once } from '../../numerics/once.ts';
import { emptySubset, noCompleteCases, oneGroup, raise } from '../../problems/catalogue.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import { indexOfScore } from '../plan.ts';
import type { CategoryPlan } from '../../contract/variables.ts';
import { comparedAs, comparePath, type CompareJob } from './job.ts';
import { runAdjusted } from './run-adjusted.ts';
import { runDependent } from './run-dependent.ts';
import { runAssociation } from './run-associations.ts';
import type { CompareResult, OtherCell } from '../results.ts';
import {
  casesIn,
  casesWhere,
  keptValuesOf,
  limitedStep,
  lostCondition,
  respondentsIn,
  withoutDesign,
  type Limited,
  type State,
} from '../state.ts';
import { weightedGroups } from './weighted.ts';

export function runCompare(given: State, job: CompareJob): CompareResult {
  const whole = withoutDesign(given, job.unweighted);
  const mask = casesWhere(whole, job.where);
  // The results hold the categories as the plan has them.
  const categoriesOf = (names: readonly string[]): CategoryPlan[] =>
    names.map((name) => whole.variables.get(name)).filter((one): one is CategoryPlan => one?.kind === 'category');
  const categories = categoriesOf(job.by);
  const scores = job.outcomes.filter((outcome) => indexOfScore(whole.plan, outcome) !== undefined);
  const factors = categoriesOf(job.factors ?? []);
  const names = [...job.outcomes, ...job.by, ...(job.factors ?? []), ...(job.adjust ?? []), ...(job.with ?? [])];
  return compared(whole, names, { job, mask, categories, factors, scores, lost: lostCondition(whole, job.where) });
}

/** `scores`: outcomes that are scores. `lost`: why the condition lets nobody in, where what it tests could not be computed. */
const compared = limitedStep(
  'compare',
  {
    job: plain<CompareJob>(),
    mask: same<Uint8Array>(),
    categories: plain<readonly CategoryPlan[]>(),
    factors: plain<readonly CategoryPlan[]>(),
    scores: plain<readonly string[]>(),
    lost: plain<string | null>(),
  },
  (state, { job, mask, categories, factors, scores, lost }): CompareResult => {
    const cases = casesIn(mask);
    if (cases === 0 && lost === null)
      state.problems.push(raise(emptySubset, { name: job.name, rows: state.coded.rows }, { at: `${job.name}/where` }));
    const known = job.missing === 'pairwise' || cases === 0 ? null : knownInAll(state, job, mask);
    const nobody = known !== null && casesIn(known) === 0;
    const others: OtherCell[] = [];
    const nothing = cases === 0 ? 'no case satisfies the condition' : nobody ? 'no case has all outcomes' : null;
    const codesOf = (name: string): Codes => codesWithin(state.memo, { every: state.coded.categories.get(name)!, taken: known ?? mask });
    const shared = (outcome: string): { readonly format: 'mean' | 'score'; readonly cases: number; readonly failed: string | null } => ({
      format: scores.includes(outcome) ? 'score' : 'mean',
      cases,
      failed: state.failed.get(outcome) ?? lost ?? nothing,
    });
    if (job.with !== undefined || job.against !== undefined)
      for (const outcome of job.outcomes) others.push(runDependent(state, { job, outcome, taken: known ?? mask, ...shared(outcome) }));
    if (job.factors !== undefined)
      for (const outcome of job.outcomes)
        others.push(runAdjusted(state, { job, outcome, factors, codes: job.factors.map(codesOf), ...shared(outcome) }));
    const cells = categories.flatMap((category) => {
      const by = category.name;
      const codes = codesOf(by);
      const levels = category.levels.map((level) => level.name);
      return job.outcomes.flatMap((outcome): CompareResult['cells'] => {
        const failed = state.failed.get(outcome) ?? lost ?? undefined;
        const kind = comparedAs(job, outcome);
        if (kind !== 'outcome of compare') {
          others.push(
            kind === 'adjusted outcome of compare'
              ? runAdjusted(state, { job, outcome, factors: [category], codes: [codes], ...shared(outcome) })
              : runAssociation(state, { job, outcome, category, codes, ...shared(outcome) }),
          );
          return [];
        }
        const values = failed === undefined ? keptValuesOf(state, outcome) : null;
        // Rows without a score count nowhere: no need to take them out of the category.
        const scored = values instanceof Float64Array && known !== null && known === rowsWithScore(values);
        const own = scored ? state.coded.categories.get(by)! : codes;
        const comparison = values === null || cases === 0 || nobody ? null : comparedIn(state, { values, codes: own, levels });
        const reason = failed ?? nothing ?? (comparison === null ? 'fewer than two groups have cases' : null);
        if (comparison === null && cases > 0 && !nobody && failed === undefined)
          state.problems.push(raise(oneGroup, { name: job.name, outcome, category: by }, { at: `${job.name}/by` }));
        const hidden = withheldLevels(
          state,
          levels,
          levels.map((level) => comparison?.groups.find((group) => group.level === level)?.n ?? 0),
          hiddenLevels(state, category),
        );
        const shares = values === null ? NO_SHARES : hiddenShares(state, values, own, levels, hidden);
        const two =
          values === null || comparison?.groups.length !== 2 || state.design !== null
            ? null
            : twoGroups(state.memo, { values, codes: own, count: levels.length });
        state.quantities.under(comparePath(job, outcome, by), compareQuantities, {
          hides: anyHides(
            hidesLeftOut(state, respondentsIn(state), cases),
            byLevels(state, () => hidden),
            hidesShares(() => shares),
            shares.all ? hidesWholeShare : undefined,
            comparison?.groups.length === 2 && hidden.size > 0 ? hidesSizesOfTwo : undefined,
          ),
          job,
          category,
          comparison,
          format: shared(outcome).format,
          rows: respondentsIn(state),
          cases,
          reason: reason ?? '',
          get two() {
            return two?.() ?? null;
          },
          weighted: state.design !== null,
        });
        return [
          {
            outcome,
            category,
            comparison: shownGroups(comparison, new Map([...hidden, ...shares.levels])),
            groups: comparison?.groups.map(({ level }) => level) ?? [],
            reason,
          },
        ];
      });
    });
    return { job, cells, others };
  },
);

const NO_SHARES: ReturnType<typeof hiddenShares> = { levels: NONE, all: false };
/** The mean of two values among all groups. */
const hidesWholeShare: Hides = (key, given) =>
  key !== 'n(level)' && given.length === 1 && (given[0] as LevelPath).length === 1 ? { below: null } : null;

/** Without groups that are hidden: what is drawn and told of them. */
const shownGroups = (comparison: GroupComparison | null, hidden: HiddenLevels): GroupComparison | null =>
  comparison === null || hidden.size === 0
    ? comparison
    : {
        ...comparison,
        groups: comparison.groups.filter(({ level }) => !hidden.has(level)),
        pairs: comparison.pairs.filter(({ i, j }) => !hidden.has(i) && !hidden.has(j)),
      };

const codesWithin = derivation('codes', { every: same<Codes>(), taken: same<Uint8Array>() }, ({ every, taken }) => {
  const counted = levelsOf(every);
  if (counted !== null) return levelColumn(counted.source, counted.category, inside(counted.within, rowsOf(taken)!.within));
  if (casesIn(taken) === every.length) return every;
  if (every instanceof Int8Array) return bytesWithin(every, taken);
  return every.map((code, row) => (taken[row] === 1 ? code : -1));
});
function bytesWithin(every: Int8Array, taken: Uint8Array): Int8Array {
  const codes = new Int8Array(every.length);
  for (let row = 0; row < codes.length; row++) codes[row] = taken[row] === 1 ? every[row]! : -1;
  return codes;
}
const comparedGroups = derivation(
  'groups',
  { values: same<Values>(), codes: same<Codes>(), levels: plain<readonly string[]>() },
  ({ values, codes, levels }) => {
    if (isPoints(values)) return comparePoints(values, codes, levels);
    const counted = linearOf(values);
    if (counted !== null) {
      const answers = comparisonOfAnswers(counted, codes, levels);
      return answers === null ? compareGroups(values, codes, levels) : answers.found;
    }
    return (values.length < coding.from ? null : compareRows(values, codes, levels)) ?? compareGroups(values, codes, levels);
  },
);
/** Tests of the two groups that have cases, in order of their levels: of many rows, made when one of them is read. */
const twoGroups = derivation('two groups', { values: same<Values>(), codes: same<Codes>(), count: plain<number>() }, (given) => {
  const { values, codes, count } = given;
  if (isPoints(values)) return once(() => independentTestOfPoints(values, codes, count));
  const counted = linearOf(values);
  if (counted !== null) {
    const levels = Array.from({ length: counted.source.valuesOf(levelsOf(codes)!.category).length }, (_, level) => String(level));
    const answers = testOfAnswers(counted, codes, levels.length);
    if (answers !== null) return () => answers.found;
    const [a, b] = groupsOfCounts(counted, codes, levels);
    const test = a === undefined || b === undefined ? null : independentTestOfMoments(a, b);
    return () => test;
  }
  return once(() => {
    const found = values.length < coding.from ? null : independentTestOfRows(values, codes, count);
    if (found !== null) return found;
    const known = [...new Set(codes.filter((code, row) => code >= 0 && !Number.isNaN(values[row]!)))].sort((a, b) => a - b);
    const [first, second] = known.map((level) => values.filter((_, row) => codes[row] === level));
    return first === undefined || second === undefined ? null : independentTest(first, second);
  });
});
const comparedIn = (
  state: Limited,
  given: { readonly values: Values; readonly codes: Codes; readonly levels: readonly string[] },
): GroupComparison | null =>
  state.design === null ? comparedGroups(state.memo, given) : weightedGroups(state.memo, { ...given, design: state.design });
/** `answered`: which rows have scores, that change more rarely than scores do; `columns`: all others. */
const knownIn = { mask: same<Uint8Array>(), columns: each<Values | null>(), answered: each<Uint8Array>() };
const rowsKnownInAll = derivation('known in all', knownIn, ({ mask, columns, answered }) => {
  const counted = rowsOf(mask);
  if (counted !== null) {
    const there = columns.filter((values) => values !== null).map(floatsOf);
    if (there.some((values) => linearOf(values) === null)) throw new NeedsRows();
    return maskOf(
      counted.source,
      commonMask(
        there.map((values) => linearOf(values)!),
        counted.within,
      ),
    );
  }
  const { mask: known } = completeMask(
    columns.filter((values): values is Points => values !== null && isPoints(values)),
    mask,
  );
  for (const values of columns) {
    if (values === null || isPoints(values)) continue;
    for (let row = 0; row < known.length; row++) if (Number.isNaN(values[row]!)) known[row] = 0;
  }
  for (const rows of answered) for (let row = 0; row < known.length; row++) known[row] = known[row]! & rows[row]!;
  // The same object for the same rows, so that what is made of them is known.
  const cases = casesIn(known);
  return [mask, ...answered].find((one) => casesIn(one) === cases) ?? known;
});
const codesAsNumbers = derivation('answered', { codes: same<Codes>() }, ({ codes }) =>
  levelsOf(codes) === null ? Float64Array.from(codes, (code) => (code < 0 ? NaN : code)) : answersOfLevels(levelsOf(codes)!),
);
/** Where a category has an answer; its values are nobody's. */
const answersOfLevels = ({ source, category, within }: Levels): Float64Array =>
  valuesColumn(
    source,
    category,
    Float64Array.from({ length: source.valuesOf(category).length }, (_, level) => level),
    within,
  );
const answeredOf = (state: Limited, outcome: string): Float64Array | null => {
  const codes = state.coded.categories.get(outcome);
  return codes === undefined ? null : codesAsNumbers(state.memo, { codes });
};

/** Rows that have every outcome that could be computed: SPSS's listwise deletion over the list of dependents. Nobody there is reported. */
function knownInAll(state: Limited, job: CompareJob, mask: Uint8Array): Uint8Array {
  const columns = [...job.outcomes, ...(job.with ?? [])].map((outcome) =>
    state.failed.has(outcome) ? null : (keptValuesOf(state, outcome) ?? answeredOf(state, outcome)),
  );
  const scored = (values: Values | null): Uint8Array | null => (values instanceof Float64Array ? rowsWithScore(values) : null);
  const known = rowsKnownInAll(state.memo, {
    mask,
    columns: columns.filter((values) => scored(values) === null),
    answered: [...new Set(columns.flatMap((values) => scored(values) ?? []))],
  });
  if (casesIn(known) === 0) {
    const numbers = columns.map((values) => (values === null ? null : floatsOf(values)));
    state.problems.push(
      raise(
        noCompleteCases,
        { name: job.name, policy: job.missing, emptiest: [...job.outcomes, ...(job.with ?? [])][emptiestColumn(numbers, mask)]! },
        { at: `${job.name}/missing` },
      ),
    );
  }
  return known;
}
