// What an index is made of: its items' answers by the missing policy, and their correlations, or the reason why there are none.
import { floatsOf, type Values } from '../../counts/points.ts';
import { pairwiseDesignOfValues, pairwiseOfValues, substitutedValues } from '../../counts/values.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import { correlationOf, type Moments } from '../../moments/moments.ts';
import { emptiestColumn } from '../../moments/rows.ts';
import { constantItem, noCompleteCases, noSteps, raise, tooFewCases } from '../../problems/catalogue.ts';
import { linearOf } from '../../rowless/columns.ts';
import { NeedsRows } from '../../rowless/needs-rows.ts';
import type { StudyDesign } from '../design/study-design.ts';
import { keptValuesOf, letIn, type Limited } from '../state.ts';
import { correlationsBy, MOST_STEPS, stepsOf, type CorrelationBasis } from './basis.ts';
import type { IndexJob } from './job.ts';

interface Correlations {
  readonly matrix: readonly (readonly number[])[];
  readonly n: number;
  readonly filled: number;
  /** What scores are computed from, and the means and SDs that standardise it. */
  readonly columns: readonly Values[];
  readonly means: readonly number[];
  readonly sds: readonly number[];
}

/** What components are made of, and how many cells of each item were filled. */
interface Answers {
  readonly columns: readonly Values[];
  readonly filled: readonly number[];
}

const substitutedItems = derivation(
  'substituted',
  { columns: each<Values>(), design: same<StudyDesign | null>() },
  ({ columns, design }): Answers => substitutedValues(columns, design?.survey.weights),
);
const momentsOfPairs = derivation('pairwise', { columns: each<Values>(), design: same<StudyDesign | null>() }, ({ columns, design }) =>
  design === null ? pairwiseOfValues(columns) : pairwiseDesignOfValues(columns, design.survey.weights),
);
const correlationsOf = derivation('correlation', { moments: same<Moments>() }, ({ moments }) => correlationOf(moments));
const basedOn = derivation(
  'basis',
  { columns: each<Values>(), basis: plain<CorrelationBasis>(), missing: plain<'listwise' | 'pairwise'>() },
  ({ columns, basis, missing }) => correlationsBy(basis, columns, missing),
);
/** The items' answers, of those whom `where` lets in. */
export function itemsOf(state: Limited, job: IndexJob, mask: Uint8Array | null): Values[] {
  const whole = job.items.map((item) => keptValuesOf(state, item)!);
  return mask === null ? whole : whole.map((values) => letIn(state.memo, { values, mask }));
}

/** The same after the index's missing policy. */
export function answersOf(state: Limited, job: IndexJob, raw: readonly Values[]): Answers {
  return job.missing === 'mean' ? substitutedItems(state.memo, { columns: raw, design: state.design }) : { columns: raw, filled: [] };
}

/** Their correlations, or the reason why there are none (reported). */
export function correlate(
  state: Limited,
  job: IndexJob,
  raw: readonly Values[],
  { columns, filled }: Answers,
  moments: Moments,
): Correlations | string {
  const pairs = job.missing === 'pairwise' ? momentsOfPairs(state.memo, { columns, design: state.design }) : null;
  const n = pairs?.minimumN ?? moments.n;
  if (n === 0) {
    state.problems.push(
      raise(
        noCompleteCases,
        { name: job.name, policy: job.missing, emptiest: job.items[emptiestColumn(raw.map(floatsOf))]! },
        { at: `${job.name}/of` },
      ),
    );
    return 'no respondent answered all items';
  }
  if (n < 3 || n <= job.items.length) {
    state.problems.push(raise(tooFewCases, { name: job.name, n, needed: job.items.length + 1, of: 'items' }, { at: `${job.name}/of` }));
    return 'fewer cases than items';
  }
  const spreads = pairs?.sds ?? moments.cross.map((row, i) => Math.sqrt(row[i]! / (moments.n - 1)));
  const constant = job.items.filter((_, i) => !(spreads[i]! > 0));
  if (constant.length > 0) {
    state.problems.push(raise(constantItem, { name: job.name, items: constant, n }, { at: `${job.name}/of` }));
    return `${constant.join(', ')} does not vary`;
  }
  const { kind } = job.correlations;
  if (kind !== 'pearson' && linearOf(columns[0]!) !== null) throw new NeedsRows();
  const stepless = kind === 'polychoric' ? job.items.filter((_, i) => (filled[i] ?? 0) > 0 || stepsOf(columns[i]!) > MOST_STEPS) : [];
  if (stepless.length > 0) {
    state.problems.push(
      raise(
        noSteps,
        { index: job.name, items: stepless, most: MOST_STEPS, means: filled.some((count) => count > 0) },
        { at: `${job.name}/correlations` },
      ),
    );
    return `${stepless.join(', ')} ${stepless.length > 1 ? 'have' : 'has'} no steps for polychoric correlations`;
  }
  const basis = job.correlations;
  const missing = pairs === null ? 'listwise' : 'pairwise';
  const own = kind === 'pearson' ? null : basedOn(state.memo, { columns, basis, missing });
  const ordinary = pairs === null ? correlationsOf(state.memo, { moments }) : pairs.correlation;
  const matrix = ordinary === null ? null : (own ?? ordinary);
  if (matrix === null) {
    state.problems.push(
      raise(
        noCompleteCases,
        { name: job.name, policy: 'pairwise', emptiest: job.items[emptiestColumn(raw.map(floatsOf))]! },
        { at: `${job.name}/of` },
      ),
    );
    return 'two items have no answers in common';
  }
  // Scores exist for complete rows only; there they have mean 0 and SD 1, also where the correlations are pairwise.
  const scored = pairs === null || moments.n < 3 ? null : moments.cross.map((row, i) => Math.sqrt(row[i]! / (moments.n - 1)));
  const standardise =
    scored !== null && scored.every((sd) => sd > 0)
      ? { means: moments.means, sds: scored }
      : { means: pairs?.means ?? moments.means, sds: spreads };
  return { matrix, n, filled: filled.reduce((sum, count) => sum + count, 0), columns, ...standardise };
}
