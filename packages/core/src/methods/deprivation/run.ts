// Who is deprived of what, and who is poor: the rows, the design, the count.
import type { Codes } from '../../counts/points.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import { deprivedNotBinary, emptySubset, noCompleteCases, nobodyPoor, raise, type Problem } from '../../problems/catalogue.ts';
import { emptiestColumn } from '../../moments/rows.ts';
import { deprivationIn, type Deprivation } from '../../procedures/compare/deprivation.ts';
import { surveyDesign } from '../../procedures/survey/design.ts';
import type { StudyDesign } from '../design/study-design.ts';
import { limitedStep, lostCondition, rowsWhere, valuesOf, withoutDesign, type State } from '../state.ts';
import { hidesOfPoor, poorCounts, type PoorCounts } from './hidden.ts';
import { indicatorsOf, type DeprivationJob } from './job.ts';
import { deprivationQuantities } from './quantities.ts';

export interface DeprivationResult {
  readonly job: DeprivationJob;
  /** Rows that satisfy `where`. */
  readonly cases: number;
  /** Of `by`, in order. */
  readonly levels: readonly string[];
  readonly found: Omit<Deprivation, 'scores'> | null;
  /** Why there is nothing; empty when there is. */
  readonly reason: string;
}

export function runDeprivation(given: State, job: DeprivationJob): DeprivationResult {
  const whole = withoutDesign(given, job.unweighted);
  const names = [...indicatorsOf(job).map((one) => one.name), ...(job.by === null ? [] : [job.by])];
  return counted(whole, names, { job, mask: rowsWhere(whole, job.where), lost: lostCondition(whole, job.where) });
}

const counted = limitedStep(
  'deprivation',
  { job: plain<DeprivationJob>(), mask: same<Uint8Array>(), lost: plain<string | null>() },
  (state, { job, mask, lost }): DeprivationResult => {
    const indicators = indicatorsOf(job);
    const names = indicators.map((one) => one.name);
    const category = job.by === null ? undefined : state.variables.get(job.by);
    const levels = category?.kind === 'category' ? category.levels.map((level) => level.name) : [];
    const cases = mask.reduce((sum, value) => sum + value, 0);
    const done = (
      found: DeprivationResult['found'],
      reason: string,
      problem: Problem | null = null,
      counts: PoorCounts | null = null,
    ): DeprivationResult => {
      if (problem !== null) state.problems.push(problem);
      const result = { job, cases, levels, found, reason };
      const rows = state.coded.rows;
      const hides = hidesOfPoor(state, job, counts, category?.kind === 'category' ? category : null, { rows, cases });
      state.quantities.under([job.name], deprivationQuantities, { ...result, rows, hides });
      return result;
    };
    const failed = names.find((name) => state.failed.has(name));
    const cannot = lost ?? (failed === undefined ? null : `${failed} could not be computed: ${state.failed.get(failed)!}`);
    if (cannot !== null) return done(null, cannot);
    if (cases === 0)
      return done(
        null,
        'no case satisfies the condition',
        raise(emptySubset, { name: job.name, rows: state.coded.rows }, { at: `${job.name}/where` }),
      );
    const columns = names.map((name) => valuesOf(state, name)!);
    const strange = columns.findIndex((values) => values.some((value) => value !== 0 && value !== 1 && !Number.isNaN(value)));
    if (strange >= 0) {
      const values = [...new Set(columns[strange]!)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
      return done(
        null,
        `${names[strange]!} is not 0 or 1`,
        raise(
          deprivedNotBinary,
          { name: job.name, variable: names[strange]!, values: values.slice(0, 5), more: values.length > 5 },
          { at: `${job.name}/of` },
        ),
      );
    }
    const { found, counts } = countOf(state.memo, {
      columns,
      mask,
      weights: indicators.map((one) => one.weight),
      cutoff: job.cutoff.share,
      groups: job.by === null ? null : (state.coded.categories.get(job.by) ?? null),
      levels: levels.length,
      sample: state.design,
    });
    if (found === null || found.n === 0)
      return done(
        null,
        'no case has every variable',
        raise(noCompleteCases, { name: job.name, policy: 'listwise', emptiest: names[emptiestColumn(columns, mask)]! }, { at: job.name }),
      );
    if (found.headcount.mean === 0)
      state.problems.push(raise(nobodyPoor, { name: job.name, n: found.n, cutoff: job.cutoff.share }, { at: `${job.name}/cutoff` }));
    return done(found, '', null, counts);
  },
);

const countOf = derivation(
  'deprivation',
  {
    columns: each<Float64Array>(),
    mask: same<Uint8Array>(),
    weights: plain<readonly number[]>(),
    cutoff: plain<number>(),
    groups: same<Codes | null>(),
    levels: plain<number>(),
    sample: same<StudyDesign | null>(),
  },
  ({
    columns,
    mask,
    weights,
    cutoff,
    groups,
    levels,
    sample,
  }): { readonly found: DeprivationResult['found']; readonly counts: PoorCounts | null } => {
    const survey = sample?.survey ?? surveyDesign({ weights: new Float64Array(mask.length).fill(1) });
    if ('problem' in survey) return { found: null, counts: null };
    const found = deprivationIn(survey, {
      withoutErrors: sample !== null && sample.broken !== null,
      deprived: columns,
      weights,
      cutoff,
      members: mask,
      ...(groups === null ? {} : { groups, levels }),
    });
    const { scores, ...rest } = found;
    return { found: rest, counts: poorCounts(scores, columns, cutoff, groups, levels) };
  },
);
