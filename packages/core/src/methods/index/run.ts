// An index: items → correlations → components → rotation → names → scores → composite. Each step that cannot be done says so and
// leaves what depends on it undefined.
import { lengthOf } from '../../counts/points.ts';
import type { CodedStudy } from '../../data/coding.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { principalComponents, type PrincipalComponents } from '../../procedures/factor/components.ts';
import { factorFit } from '../../procedures/factor/likelihood.ts';
import { factorability, type Factorability } from '../../procedures/factor/factorability.ts';
import { DEFAULT_REPLICATIONS, retention, type Retention } from '../../procedures/factor/retention.ts';
import { addIndexQuantities, failedIndex, tellBeyond } from './numbers.ts';
import { culpritsOf, tellEdge, whyNoFactors } from './no-solution.ts';
import { proportionalWeights } from '../../procedures/composite/composite.ts';
import { emptySubset, indefiniteCorrelations, markerTaken, raise, tooFewComponents } from '../../problems/catalogue.ts';
import { orReason } from '../../rowless/needs-rows.ts';
import { summaryOnce } from '../score/by-level.ts';
import { directionOf } from './component-direction.ts';
import { scoresOfIndex } from './index-scores.ts';
import { answersOf, correlate, itemsOf } from './item-correlations.ts';
import {
  coefficientsOf,
  communalitiesIn,
  rearranged,
  solutionOf,
  structureOfFactors,
  sumsExplained,
  type NoSolution,
  type Solution,
  type SolutionRule,
} from './solution.ts';
import { warnOfIndex } from './warnings.ts';
import { derivation, plain, same } from '../../memo/derivation.ts';
import { givenWeight, type IndexJob, type KeepRule } from './job.ts';
import type { Ends } from '../../procedures/composite/aggregate.ts';
import { endsOf } from '../composite/ends.ts';
import { declarationsOf } from '../composite/declarations.ts';
import { scoreEnds } from './scoring.ts';
import type { ComponentResult, IndexResult } from '../results.ts';
import { reliabilityOnce } from '../describe/run.ts';
import {
  categoriesOf,
  keptValuesOf,
  limitedStep,
  lostCondition,
  momentsOnce,
  rowsWhere,
  withoutDesign,
  type Limited,
  type State,
} from '../state.ts';
import type { StudyDesign } from '../design/study-design.ts';

const REPLICATIONS_WHEN_IT_DECIDES = 1000;

export function runIndex(given: State, job: IndexJob): IndexResult {
  const whole = withoutDesign(given, job.unweighted);
  const categories = categoriesOf(whole).map((category) => category.name);
  const all = declarationsOf(whole.plan);
  const ends = job.goalposts.kind === 'scale' ? job.items.map((name) => endsOf(name, all)) : [];
  const mask = job.where === null ? null : rowsWhere(whole, job.where);
  const lost = lostCondition(whole, job.where);
  return computedIndex(whole, [...job.items, ...categories], { job, seed: whole.plan.seed, ids: whole.coded.ids, mask, lost, ends });
}

const computedIndex = limitedStep(
  'index',
  {
    job: plain<IndexJob>(),
    seed: plain<number>(),
    ids: same<CodedStudy['ids']>(),
    mask: same<Uint8Array | null>(),
    lost: plain<string | null>(),
    ends: plain<readonly (Ends | null)[]>(),
  },
  (state, { job, seed, ids, mask, lost, ends }): IndexResult => {
    const { memo } = state;
    const items = job.items;
    // Scores of other indices may be among them.
    const without = items.find((item) => keptValuesOf(state, item) === null);
    if (without !== undefined)
      return failedIndex(
        state,
        job,
        `${without} could not be computed: ${state.failed.get(without) ?? 'it has no answers'}`,
        state.coded.rows,
      );
    // Alpha belongs to the answers that the components are made of: with substituted means, to those. (SPSS RELIABILITY is listwise; so
    // is the alpha of a dimension or a block.)
    const raw = itemsOf(state, job, mask);
    const cases = lengthOf(raw[0]!);
    const { design } = state;
    const inside = mask === null || design === null ? state : { ...state, design: designWithin(memo, { design, mask }) };
    const answers = answersOf(inside, job, raw);
    const moments = momentsOnce(inside, answers.columns);
    const reliability = reliabilityOnce(inside, moments);
    /** What does not depend on the failed step stays. */
    const fail = (reason: string, known: Partial<IndexResult> = {}): IndexResult =>
      failedIndex(state, job, reason, cases, { reliability, ...known });

    if (lost !== null) return fail(lost);
    if (cases === 0 && state.coded.rows > 0) {
      state.problems.push(raise(emptySubset, { name: job.name, rows: state.coded.rows }, { at: `${job.name}/where` }));
      return fail('no case satisfies the condition');
    }
    const correlations = correlate(inside, job, raw, answers, moments);
    if (typeof correlations === 'string') return fail(correlations);
    const { matrix, n } = correlations;
    const found = componentsOf(memo, { matrix });
    const smallest = found.eigenvalues.at(-1)!;
    const checks = checksOf(memo, { matrix, n });
    if (checks === null) {
      state.problems.push(
        raise(
          indefiniteCorrelations,
          { index: job.name, smallest, culprits: culpritsOf(found.vectors, items), pairwise: job.missing === 'pairwise' },
          { at: `${job.name}/of` },
        ),
      );
      if (smallest < -1e-10) return fail('the correlations are not positive definite');
    }
    const rules = rulesOf(memo, {
      matrix,
      n,
      components: found,
      seed,
      replications: job.keep.kind === 'parallel' ? REPLICATIONS_WHEN_IT_DECIDES : DEFAULT_REPLICATIONS,
    });
    const kept = Math.min(countToKeep(job.keep, rules), found.eigenvalues.filter((value) => value > 1e-10).length);
    const known = {
      n: correlations.n,
      filled: correlations.filled,
      factorability: checks,
      retention: rules,
      eigenvalues: found.eigenvalues,
      correlations: matrix,
    };
    if (kept === 0 || kept < job.components.length) {
      state.problems.push(
        raise(
          tooFewComponents,
          {
            index: job.name,
            kept,
            named: job.components.length,
            eigenvalues: rules.eigenvalues.slice(0, Math.max(3, job.components.length + 1)),
          },
          { at: `${job.name}/keep` },
        ),
      );
      return fail(`only ${kept} components are kept`, known);
    }
    const { extract, rotate } = job;
    const solution = solved(memo, { matrix, kept, components: found, rule: { extract, rotate } });
    if ('failed' in solution) return fail(whyNoFactors(state, job, kept, solution), known);
    const { extracted, turned } = solution;
    const { loadings: rotated, sweeps } = turned;
    const named = nameComponents(state, job, rotated);
    if (named === null) return fail('a component could not be named', known);
    const column = (position: number): readonly { readonly item: string; readonly loading: number }[] =>
      rotated.map((row, i) => ({ item: items[i]!, loading: row[position]! }));
    const signs = Array.from({ length: kept }, (_, position) => named.signs.get(position) ?? directionOf(column(position)).sign);
    const whole = rearranged(
      turned,
      signs.map((_, position) => position),
      signs,
    );
    const { loadings } = whole;
    const explained = sumsExplained(whole).map((value) => (100 * value) / items.length);
    const communalities = communalitiesIn(whole);
    const coefficients = coefficientsOf({ extract, rotate, score: job.score }, matrix, whole);
    if (coefficients === null) return fail('scores cannot be computed', known);
    const { columns, means, sds } = correlations;
    const positions = job.compose.map((name) => named.positions.get(name)!);
    const weights = weightsOf(
      job,
      positions.map((position) => explained[position]!),
    );
    const components: ComponentResult[] = job.components.map((component) => {
      const position = named.positions.get(component.name)!;
      const at = job.compose.indexOf(component.name);
      return {
        name: component.name,
        marker: component.marker,
        position,
        explained: explained[position]!,
        weight: at < 0 ? null : weights[at]!,
      };
    });
    // Without named components the composite has nothing to be made of by name: every kept component is composed.
    const unnamed = job.components.length === 0;
    const composed = unnamed ? explained.map((_, position) => position) : positions;
    const shares = unnamed ? weightsOf(job, explained) : weights;
    // Apart, so that a new weight leaves the components the same objects, and what was computed of them known.
    const { rescale } = job;
    const from = scoreEnds(job.goalposts, ends, { means, sds, coefficients, composed, weights: shares });
    const scored = orReason(() =>
      scoresOfIndex(state, {
        ...{ columns, means, sds, coefficients, mask, composed, shares, rescale, from },
        named: components.map(({ position }) => position),
      }),
    );
    const byName = new Map<string, Float64Array>();
    if ('value' in scored) {
      const { whole, beyond, component } = scored.value;
      if (beyond !== null) tellBeyond(state, job.name, beyond, from!.index!);
      byName.set(job.name, whole);
      for (const { name, position } of components) byName.set(name, component.get(position)!);
      for (const [name, values] of byName) state.scores.set(name, values);
    } else for (const { name } of [job, ...components]) state.failed.set(name, scored.reason);

    const result: IndexResult = {
      job,
      n: correlations.n,
      filled: correlations.filled,
      reliability,
      factorability: checks,
      retention: rules,
      kept,
      eigenvalues: found.eigenvalues,
      correlations: matrix,
      unrotated: extracted.loadings,
      loadings,
      factorCorrelations: whole.correlations,
      structure: structureOfFactors(whole),
      initialCommunalities: extracted.initial ?? [],
      communalities,
      factorFit: extracted.fit === null ? null : factorFit(extracted.fit, items.length, kept, n),
      explained,
      // Correlated factors share what they explain: their sums of squares sum to more.
      explainedTotal:
        whole.correlations === null
          ? explained.reduce((sum, value) => sum + value, 0)
          : (100 * communalities.reduce((sum, value) => sum + value, 0)) / items.length,
      scoreCoefficients: coefficients,
      rotation: sweeps,
      components,
      scores: byName,
      summaries: new Map([...byName].map(([name, values]) => [name, summaryOnce(state, values)])),
    };
    addIndexQuantities(state, result, 'reason' in scored ? scored.reason : '', cases);
    if (extracted.atEdge.length > 0) tellEdge(state, job, extracted.atEdge);
    warnOfIndex(state.problems, result, ids);
    return result;
  },
);

const componentsOf = derivation('components', { matrix: same<Matrix>() }, ({ matrix }) => principalComponents(matrix));
const checksOf = derivation('factorability', { matrix: same<Matrix>(), n: plain<number>() }, ({ matrix, n }): Factorability | null =>
  factorability(matrix, n),
);
const rulesOf = derivation(
  'retention',
  {
    matrix: same<Matrix>(),
    n: plain<number>(),
    components: same<PrincipalComponents>(),
    seed: plain<number>(),
    replications: plain<number>(),
  },
  ({ matrix, n, ...options }): Retention => retention(matrix, n, options),
);
/** Of those whom a condition lets in, whose answers stand without the others': weights are all that is asked there. */
const designWithin = derivation('design within', { design: same<StudyDesign>(), mask: same<Uint8Array>() }, ({ design, mask }) => ({
  ...design,
  survey: { ...design.survey, weights: design.survey.weights.filter((_, row) => mask[row] === 1) },
}));
const solved = derivation(
  'solution',
  { matrix: same<Matrix>(), kept: plain<number>(), components: same<PrincipalComponents>(), rule: plain<SolutionRule>() },
  ({ matrix, kept, components, rule }): Solution | NoSolution => solutionOf(rule, matrix, kept, components),
);
function countToKeep(rule: KeepRule, rules: Retention): number {
  switch (rule.kind) {
    case 'fixed':
      return rule.count;
    case 'eigenvalue':
      return rules.eigenvalues.filter((value) => value > rule.above).length;
    case 'variance':
      return rules.cumulative.findIndex((share) => share >= rule.percent - 1e-9) + 1;
    case 'parallel':
      return rules.parallel.retained;
  }
}

/** Which component each name means: the one on which its marker loads highest. Two names on one component is an error. */
function nameComponents(
  state: Limited,
  job: IndexJob,
  loadings: readonly (readonly number[])[],
): { positions: Map<string, number>; signs: Map<number, number> } | null {
  const positions = new Map<string, number>();
  const signs = new Map<number, number>();
  const holders = new Map<number, string>();
  let fine = true;
  for (const component of job.components) {
    const row = loadings[job.items.indexOf(component.marker)]!;
    const sizes = row.map(Math.abs);
    const position = sizes.indexOf(Math.max(...sizes));
    const holder = holders.get(position);
    if (holder !== undefined) {
      state.problems.push(
        raise(
          markerTaken,
          { index: job.name, component: component.name, marker: component.marker, other: holder, loadings: row, position },
          { at: `${job.name}/component/${component.name}` },
        ),
      );
      fine = false;
      continue;
    }
    holders.set(position, component.name);
    positions.set(component.name, position);
    signs.set(position, row[position]! < 0 ? -1 : 1);
  }
  return fine ? { positions, signs } : null;
}

function weightsOf(job: IndexJob, shares: readonly number[]): number[] {
  const rule = job.weight;
  switch (rule.kind) {
    case 'equal':
      return proportionalWeights(shares.map(() => 1));
    case 'given':
      return proportionalWeights(job.compose.map((name) => givenWeight(rule, name)!));
    case 'explained':
      // Z-scores are summed with the shares as weights; bringing them to a sum of 1 changes neither min–max nor ranks.
      return proportionalWeights(shares);
  }
}
