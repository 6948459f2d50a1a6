// Mediations: the cases, the equations, the products and their intervals.
import { normalUpper } from '../../numerics/distributions.ts';
import { seededRandom } from '../../numerics/random.ts';
import { isConstant } from '../../numerics/constant.ts';
import { completeRows } from '../../moments/moments.ts';
import { emptiestColumn } from '../../moments/rows.ts';
import { plain, same } from '../../memo/derivation.ts';
import {
  collinearPredictors,
  constantPredictor,
  emptySubset,
  mediationPerfect,
  mediationWithoutVariation,
  noCompleteCases,
  raise,
  tooFewCases,
  type Problem,
} from '../../problems/catalogue.ts';
import { mediationOf, resampledMediation, type Mediation, type MediationInput } from '../../procedures/regression/mediation.ts';
import type { Coefficient, FitFailure } from '../../procedures/regression/ols.ts';
import { hidesFew } from '../cells.ts';
import { chosenIn } from '../regression/chosen.ts';
import { cut, designOf } from '../regression/job-design.ts';
import { limitedStep, lostCondition, rowsWhere, valuesOf, withoutDesign, type State } from '../state.ts';
import { waysThrough, type MediationJob, type Route } from './job.ts';
import { mediationQuantities } from './quantities.ts';

export interface Effect {
  readonly value: number;
  readonly se: number | null;
  /** Of a coefficient t, of a product Sobel's z; null where it was drawn. */
  readonly z: number | null;
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface MediationEffects {
  readonly total: Effect;
  readonly direct: Effect;
  /** Per mediator. */
  readonly a: readonly Effect[];
  readonly b: readonly Effect[];
  readonly between: readonly { readonly from: string; readonly to: string; readonly effect: Effect }[];
  readonly indirect: readonly { readonly way: Route; readonly effect: Effect; readonly standardised: number | null }[];
  readonly sum: Effect;
  readonly mediated: { readonly value: number | null; readonly low: number | null; readonly high: number | null };
  /** Samples that were drawn and of use; null where nothing was drawn. */
  readonly samples: number | null;
}

export interface MediationResult {
  readonly job: MediationJob;
  /** Rows that satisfy `where`, and those of them that have everything. */
  readonly cases: number;
  readonly n: number;
  readonly found: MediationEffects | null;
  /** Why there is nothing; empty when there is. */
  readonly reason: string;
}

export function runMediation(given: State, job: MediationJob): MediationResult {
  const whole = withoutDesign(given, job.unweighted);
  const mask = rowsWhere(whole, job.where);
  const names = [job.outcome, job.predictor, ...job.mediators.map((one) => one.name), ...job.covariates.flatMap(({ term }) => term)];
  const seed = job.errors.kind === 'delta' ? 0 : whole.plan.seed;
  return mediated(whole, names, { job, mask, lost: lostCondition(whole, job.where), seed });
}

const mediated = limitedStep(
  'mediation',
  {
    job: plain<MediationJob>(),
    mask: same<Uint8Array>(),
    lost: plain<string | null>(),
    /** Of what is drawn; 0 where nothing is. */
    seed: plain<number>(),
  },
  (state, { job, mask, lost, seed }): MediationResult => {
    const chosen = chosenIn(mask);
    const { rows } = chosen;
    const done = (found: MediationEffects | null, n: number, reason: string, problem: Problem | null = null): MediationResult => {
      if (problem !== null) state.problems.push(problem);
      const result = { job, cases: rows.length, n, found, reason };
      state.quantities.under([job.name], mediationQuantities, {
        ...result,
        rows: state.coded.rows,
        hides: hidesFew(state, n, state.coded.rows, rows.length),
      });
      return result;
    };
    const needed = [job.predictor, ...job.covariates.flatMap(({ term }) => term), ...job.mediators.map((one) => one.name), job.outcome];
    const failed = needed.find((name) => state.failed.has(name));
    const cannot = lost ?? (failed === undefined ? null : `${failed} could not be computed: ${state.failed.get(failed)!}`);
    if (cannot !== null) return done(null, 0, cannot);
    if (rows.length === 0)
      return done(
        null,
        0,
        'no case satisfies the condition',
        raise(emptySubset, { name: job.name, rows: state.coded.rows }, { at: `${job.name}/where` }),
      );
    const design = (terms: MediationJob['covariates']) => designOf(state, { terms, missing: 'listwise' }, chosen);
    const [own, held] = [design([{ term: [job.predictor], block: null, step: 0 }]), design(job.covariates)];
    const through = job.mediators.map(({ name }) => cut(valuesOf(state, name)!, rows));
    const outcome = cut(valuesOf(state, job.outcome)!, rows);
    const x = own.columns[0] ?? new Float64Array(0);
    if (own.constant.length > 0) return done(null, 0, `${job.predictor} does not vary`, still(job, job.predictor, 'by', rows.length));
    const columns = [x, ...held.columns, ...through, outcome];
    const complete = completeRows(columns);
    const n = complete.length;
    if (n === 0) {
      const emptiest = [...own.used, ...held.used].map((one) => one.text).concat(needed.slice(-1 - through.length))[
        emptiestColumn(columns, new Uint8Array(rows.length).fill(1))
      ]!;
      return done(
        null,
        0,
        'no case has every variable',
        raise(noCompleteCases, { name: job.name, policy: 'listwise', emptiest }, { at: job.name }),
      );
    }
    const taken = columns.map((column) => cut(column, complete));
    const kept = held.used.map((one, at) => ({ ...one, values: taken[1 + at]! })).filter((one) => !isConstant(one.values));
    const dropped = [...held.constant, ...held.used.map((one) => one.text).filter((text) => !kept.some((one) => one.text === text))];
    if (dropped.length > 0)
      state.problems.push(raise(constantPredictor, { regression: job.name, terms: dropped }, { at: `${job.name}/with` }));
    const needs = 2 + through.length + kept.length;
    if (n <= needs)
      return done(
        null,
        n,
        `${n} cases for ${needs} parameters`,
        raise(tooFewCases, { name: job.name, n, needed: needs + 1, of: 'parameters' }, { at: `${job.name}/by` }),
      );
    const first = 1 + held.columns.length;
    const mediators = job.mediators.map((one, at) => ({ ...one, values: taken[first + at]! }));
    const input: MediationInput = {
      x: taken[0]!,
      mediators,
      y: taken.at(-1)!,
      covariates: kept.map((one) => one.values),
      confidence: job.confidence,
    };
    for (const [name, clause, values] of [
      [job.predictor, 'by', input.x],
      ...mediators.map((one): [string, string, Float64Array] => [one.name, 'through', one.values]),
      [job.outcome, 'explain', input.y],
    ] as const)
      if (isConstant(values)) return done(null, n, `${name} does not vary`, still(job, name, clause, n));
    const found = mediationOf(input);
    const covariates = kept.map((one) => one.text);
    if ('problem' in found) return done(null, n, ...unfitted(job, found, { predictor: own.used[0]!.text, covariates }));
    const perfect = [...found.equations, found.outcome, found.totalFit].findIndex((fit) => fit.perfect);
    if (perfect >= 0) {
      const name = job.mediators[perfect]?.name ?? job.outcome;
      return done(
        null,
        n,
        `${name} is determined by what explains it`,
        raise(mediationPerfect, { name: job.name, variable: name }, { at: `${job.name}/through` }),
      );
    }
    return done(effectsOf(job, input, found, seed), n, '');
  },
);

const still = (job: MediationJob, variable: string, clause: string, n: number): Problem =>
  raise(mediationWithoutVariation, { name: job.name, variable, n }, { at: `${job.name}/${clause}` });

/** Why an equation could not be fitted; terms by the author's names. */
function unfitted(
  job: MediationJob,
  failure: FitFailure,
  texts: { readonly predictor: string; readonly covariates: readonly string[] },
): [string, Problem | null] {
  const named = (term: string): string => {
    const at = Number(term.slice(1));
    return term === 'x' ? texts.predictor : term.startsWith('m') ? job.mediators[at]!.name : texts.covariates[at]!;
  };
  if (failure.problem !== 'collinear') return ['an equation could not be fitted', null];
  const term = named(failure.term);
  return [
    `${term} is determined by other predictors`,
    raise(collinearPredictors, { regression: job.name, term, on: failure.on.map(named) }, { at: `${job.name}/by` }),
  ];
}

const coefficient = ({ b, se, t, p, low, high }: Coefficient): Effect => ({ value: b, se, z: t, p, low, high });

function effectsOf(job: MediationJob, input: MediationInput, found: Mediation, seed: number): MediationEffects {
  const { errors } = job;
  const drawn =
    errors.kind === 'delta' ? null : resampledMediation(input, found, errors.draws, seededRandom(seed).integer, errors.kind === 'bca');
  const samples = drawn === null || errors.kind === 'delta' ? null : errors.draws - drawn.unusable;
  type Limits = NonNullable<typeof drawn>['indirect'][number];
  const endsOf = (limits: Limits): readonly [number, number] | null | undefined =>
    errors.kind === 'bca' ? limits?.accelerated : limits?.percentile;
  const product = (delta: Effect, limits: Limits | undefined): Effect => {
    if (limits === undefined) return delta;
    const ends = endsOf(limits);
    return {
      value: delta.value,
      se: limits?.se ?? null,
      z: null,
      p: limits?.p ?? null,
      low: ends?.[0] ?? null,
      high: ends?.[1] ?? null,
    };
  };
  const ways = waysThrough(job.mediators);
  const { effect, se, low, high } = found.totalIndirect;
  const z = se === 0 ? null : effect / se;
  const ends = drawn === null ? null : endsOf(drawn.mediated);
  return {
    total: coefficient(found.total),
    direct: coefficient(found.direct),
    a: found.a.map(coefficient),
    b: found.b.map(coefficient),
    between: found.between.map(({ from, to, coefficient: one }) => ({
      from: job.mediators[from]!.name,
      to: job.mediators[to]!.name,
      effect: coefficient(one),
    })),
    indirect: ways.map((way) => {
      const at = found.indirect.findIndex((one) => one.path.map((j) => job.mediators[j]!.name).join() === way.join());
      const one = found.indirect[at]!;
      const delta = { value: one.effect, se: one.se, z: one.z, p: one.p, low: one.low, high: one.high };
      return { way, effect: product(delta, drawn?.indirect[at]), standardised: one.standardised };
    }),
    sum: product({ value: effect, se, z, p: z === null ? null : 2 * normalUpper(Math.abs(z)), low, high }, drawn?.totalIndirect),
    mediated: { value: found.mediated, low: ends?.[0] ?? null, high: ends?.[1] ?? null },
    samples,
  };
}
