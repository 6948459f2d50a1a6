// An index without components: members → a common footing → weights → one value a case → the range in which it is given. Each step that
// cannot be done says so and leaves what depends on it undefined.
import { observedScore, weightedMembers, between, casesWith, type Aggregated, type Ends } from '../../procedures/composite/aggregate.ts';
import { rangeOfValues, standardScores, proportionalWeights } from '../../procedures/composite/composite.ts';
import { normalised } from '../../procedures/composite/normalise.ts';
import {
  averagedWeights,
  criticWeights,
  entropyWeights,
  judgedWeights,
  variationWeights,
  type NoWeights,
} from '../../procedures/composite/weights.ts';
import { isConstant } from '../../numerics/constant.ts';
import { emptiestColumn, listwiseColumns, onlyIn } from '../../moments/rows.ts';
import { plain, same } from '../../memo/derivation.ts';
import {
  constantItem,
  constantScore,
  geometricZeros,
  noCompleteCases,
  proratedSums,
  raise,
  unweightableMembers,
} from '../../problems/catalogue.ts';
import { reliabilityOnce } from '../describe/run.ts';
import { tellBeyond } from '../index/numbers.ts';
import { indexReliability } from '../index/quantities.ts';
import { drawnByLevel, drawnQuantities } from '../design/quantities.ts';
import { extremeQuantities, levelQuantities, scoreQuantities } from '../score/quantities.ts';
import { scoreNumbers, summaryOnce } from '../score/by-level.ts';
import type { CompositeResult } from '../results.ts';
import {
  categoriesOf,
  limitedStep,
  lostCondition,
  momentsOnce,
  rowsWhere,
  valuesOf,
  withoutDesign,
  type Limited,
  type State,
} from '../state.ts';
import { declarationsOf } from './declarations.ts';
import { endsOf, rawEnds } from './ends.ts';
import type { CompositeJob, MemberWeight, SimpleWeight } from './job.ts';
import { compositeQuantities } from './quantities.ts';

/** Scores among the members must have been computed. */
export function runComposite(given: State, job: CompositeJob): CompositeResult {
  const whole = withoutDesign(given, job.unweighted);
  const categories = categoriesOf(whole).map((category) => category.name);
  const all = declarationsOf(whole.plan);
  const ends = job.members.map((name) => endsOf(name, all));
  const mask = job.where === null ? null : rowsWhere(whole, job.where);
  const unknown = lostCondition(whole, job.where);
  return computed(whole, [...job.members, ...categories], { job, ends, raw: rawEnds(job, all), mask, unknown });
}

const computed = limitedStep(
  'composite',
  {
    job: plain<CompositeJob>(),
    ends: plain<readonly (Ends | null)[]>(),
    raw: plain<Ends | null>(),
    mask: same<Uint8Array | null>(),
    unknown: plain<string | null>(),
  },
  (state, { job, ends, raw, mask, unknown }): CompositeResult => {
    const at = (clause: string): string => `${job.name}/${clause}`;
    const nothing: CompositeResult = {
      job,
      n: 0,
      weights: null,
      consistency: null,
      reliability: null,
      summary: null,
      scores: new Map(),
    };
    const fail = (reason: string): CompositeResult => {
      state.failed.set(job.name, reason);
      addQuantities(state, nothing, reason);
      return nothing;
    };
    if (unknown !== null) return fail(unknown);
    const lost = job.members.find((name) => state.failed.has(name) || valuesOf(state, name) === null);
    if (lost !== undefined) return fail(`${lost} could not be computed: ${state.failed.get(lost) ?? 'it has no answers'}`);
    const whole = job.members.map((name) => valuesOf(state, name)!);
    const own = mask === null ? whole : whole.map((values) => onlyIn(values, mask));
    const cases = casesWith(own, job.needs);
    const n = cases.reduce((total, one) => total + one, 0);
    if (n === 0) {
      const emptiest = job.members[emptiestColumn(own)]!;
      state.problems.push(raise(noCompleteCases, { name: job.name, policy: `needs ${job.needs}`, emptiest }, { at: at('of') }));
      return fail('no case has enough of its members');
    }
    const weights = state.design?.survey.weights;
    const sampling = weights === undefined ? {} : { weights };
    const columns = own.map((values, j) =>
      normalised(values, job.normalize, { reversed: job.turned.includes(job.members[j]!), ends: ends[j]!, ...sampling }, cases),
    );
    const still = job.members.filter((_, j) => columns[j] === null);
    if (still.length > 0) {
      state.problems.push(raise(constantItem, { name: job.name, items: still, n }, { at: at('of') }));
      return fail(`${still.join(', ')} does not vary`);
    }
    const members = columns as readonly Float64Array[];
    const moments = momentsOnce(state, members);
    const reliability = members.length < 2 ? null : reliabilityOnce(state, moments);
    const found = job.score === 'members' ? weightsOf(job, job.weight, members) : { weights: members.map(() => 1 / members.length) };
    if ('why' in found) {
      state.problems.push(
        raise(unweightableMembers, { index: job.name, by: found.by, why: found.why, member: found.member }, { at: at('weight') }),
      );
      return fail('its members cannot be weighted');
    }
    const aggregated =
      job.score === 'members'
        ? weightedMembers(members, found.weights, job.needs, job.aggregate)
        : observedScore(members, job.score, job.needs);
    tellOf(state, job, aggregated, n);
    const scores = rescaled(state, job, aggregated.values, raw);
    if (typeof scores === 'string') return fail(scores);
    state.scores.set(job.name, scores);
    const result: CompositeResult = {
      job,
      n,
      weights: job.score === 'members' ? found.weights : null,
      consistency: 'consistency' in found ? found.consistency : null,
      reliability,
      summary: summaryOnce(state, scores),
      scores: new Map([[job.name, scores]]),
    };
    addQuantities(state, result, '');
    return result;
  },
);

interface Weighted {
  readonly weights: readonly number[];
  /** Of judgements. */
  readonly consistency?: number;
}
interface Unweighted {
  readonly by: SimpleWeight['kind'];
  readonly why: NoWeights['why'];
  readonly member: string | null;
}

/** Weights from data are made of the cases that have every member. */
function weightsOf(job: CompositeJob, rule: MemberWeight, members: readonly Float64Array[]): Weighted | Unweighted {
  if (rule.kind === 'both') {
    const [first, second] = rule.parts.map((part) => weightsOf(job, part, members)) as [Weighted | Unweighted, Weighted | Unweighted];
    if ('why' in first) return first;
    if ('why' in second) return second;
    const consistency = first.consistency ?? second.consistency;
    return { weights: averagedWeights(first.weights, second.weights), ...(consistency === undefined ? {} : { consistency }) };
  }
  const found = simpleWeights(job, rule, members);
  if (!('why' in found)) return found;
  return { by: rule.kind, why: found.why, member: 'member' in found ? job.members[found.member]! : null };
}

function simpleWeights(job: CompositeJob, rule: SimpleWeight, members: readonly Float64Array[]): Weighted | NoWeights {
  switch (rule.kind) {
    case 'equal':
      return { weights: members.map(() => 1 / members.length) };
    case 'given':
      return { weights: proportionalWeights(job.members.map((name) => rule.weights.find(([member]) => member === name)![1])) };
    case 'ahp': {
      const judged = judgedWeights(ratiosOf(job.members, rule.judgements));
      return { weights: judged.weights, consistency: judged.consistencyRatio };
    }
    case 'entropy':
      return entropyWeights(listwiseColumns(members));
    case 'critic':
      return criticWeights(listwiseColumns(members));
    case 'cv':
      return variationWeights(listwiseColumns(members));
  }
}

/** The matrix of judgements: what was said of a pair, and of the pair the other way round. */
export function ratiosOf(
  members: readonly string[],
  judgements: readonly (readonly [first: string, second: string, ratio: number])[],
): readonly (readonly number[])[] {
  return members.map((row) =>
    members.map((column) => {
      const said = judgements.find(([first, second]) => first === row && second === column);
      const turned = judgements.find(([first, second]) => first === column && second === row);
      return said !== undefined ? said[2] : turned !== undefined ? 1 / turned[2] : 1;
    }),
  );
}

/** What was done that a reader should know of. */
function tellOf(state: Limited, job: CompositeJob, { partial, zeros, negatives }: Aggregated, cases: number): void {
  if (job.score === 'sum' && partial > 0)
    state.problems.push(
      raise(
        proratedSums,
        { number: job.name, count: partial, cases, needs: job.needs, of: job.members.length },
        { at: `${job.name}/needs` },
      ),
    );
  if (zeros + negatives > 0)
    state.problems.push(raise(geometricZeros, { index: job.name, zeros, negatives, cases }, { at: `${job.name}/aggregate` }));
}

/** In the range or unit that is asked for; the reason where there is none (reported). */
function rescaled(state: Limited, job: CompositeJob, values: Float64Array, ends: Ends | null): Float64Array | string {
  const { rescale, goalposts } = job;
  if (rescale.kind === 'none') return values;
  const fixed = goalposts.kind === 'range' ? goalposts : goalposts.kind === 'scale' ? ends : null;
  if (rescale.kind === 'range' && fixed !== null) {
    const { values: mapped, outside } = between(values, fixed, rescale);
    if (outside > 0) tellBeyond(state, job.name, { ...rangeOfValues(values)!, count: outside }, fixed);
    return mapped;
  }
  if (isConstant(values)) {
    state.problems.push(raise(constantScore, { index: job.name }, { at: `${job.name}/of` }));
    return 'its scores do not vary';
  }
  if (rescale.kind === 't') return standardScores(values, 50, 10, state.design?.survey.weights);
  return between(values, rangeOfValues(values)!, rescale).values;
}

/** Everything that an index has at its addresses. */
function addQuantities(state: Limited, result: CompositeResult, reason: string): void {
  const { job, reliability } = result;
  const { later, under } = state.quantities;
  const own = scoreNumbers(state, result.scores.get(job.name) ?? null, 'score', reason);
  under([job.name], scoreQuantities, own);
  if (state.design !== null) under([job.name], drawnQuantities, own);
  later([job.name], { ...levelQuantities, ...extremeQuantities }, () => own);
  if (state.design !== null) later([job.name], drawnByLevel, () => own);
  under([job.name], compositeQuantities, { result, rows: state.coded.rows, reason });
  under([job.name], indexReliability, {
    items: job.members,
    reliability,
    reason: reason === '' ? 'fewer than two members, or fewer than two cases that have all of them' : reason,
  });
}
