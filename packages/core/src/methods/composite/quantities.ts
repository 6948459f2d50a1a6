// The numbers of an index without components beside those of its scores (methods/score) and of its consistency (methods/reliability).
import { within } from '../../contract/ranges.ts';
import { quantities, type FormulaText } from '../../contract/declared-quantity.ts';
import type { CompositeResult } from '../results.ts';
import type { CompositeJob, MemberWeight } from './job.ts';

/** `reason` is why there is no index; empty when there is one. */
export interface CompositeNumbers {
  readonly result: CompositeResult;
  /** Respondents. */
  readonly rows: number;
  readonly reason: string;
}

const saaty = 'Saaty 1980, The Analytic Hierarchy Process';
const WEIGHTS = {
  equal: { formula: 'w = 1 / the number of members', source: 'the spec: weight equal' },
  given: { formula: 'wⱼ = gⱼ / Σg, g as the spec gives them', source: 'the spec: weight given' },
  entropy: {
    formula: 'wⱼ = (1 − eⱼ)/Σ(1 − e), eⱼ = −Σᵢpᵢⱼ ln pᵢⱼ / ln n, pᵢⱼ = x′ᵢⱼ/Σᵢx′ᵢⱼ, 0 ln 0 = 0, over the cases that have every member',
    source: 'Shannon 1948, Bell System Technical Journal 27:379–423; Zeleny 1982, Multiple Criteria Decision Making',
  },
  critic: {
    formula: 'wⱼ = Cⱼ/ΣC, Cⱼ = s(x′ⱼ)·Σₖ(1 − rⱼₖ), over the cases that have every member',
    source: 'Diakoulaki, Mavrotas & Papayannakis 1995, Computers & Operations Research 22:763–770',
  },
  cv: { formula: 'wⱼ = vⱼ/Σv, vⱼ = s(x′ⱼ)/|mean x′ⱼ|, over the cases that have every member', source: 'the spec: weight by cv' },
  ahp: { formula: 'the eigenvector of the largest root of the matrix of judgements, brought to a sum of 1', source: saaty },
} as const satisfies Record<Exclude<MemberWeight['kind'], 'both'>, FormulaText>;

const weights = (job: CompositeJob | null): FormulaText => {
  const rule = job?.weight ?? { kind: 'equal' };
  if (rule.kind !== 'both') return WEIGHTS[rule.kind];
  const [first, second] = rule.parts;
  return {
    formula: `the mean of two: ${WEIGHTS[first.kind].formula}; and ${WEIGHTS[second.kind].formula}`,
    source: `${WEIGHTS[first.kind].source}; ${WEIGHTS[second.kind].source}`,
  };
};

export const compositeQuantities = quantities<CompositeNumbers, CompositeJob>()({
  lost: {
    range: within.count,
    doc: 'respondents who have no score',
    label: 'Lost to missing answers',
    format: 'count',
    formula: 'respondents − scores',
    source: 'the data',
    value: ({ result, rows }) => (result.summary === null ? null : rows - result.summary.n),
  },
  'weight(item)': {
    range: null,
    doc: 'weight of a member',
    label: 'Weight',
    format: 'coefficient',
    formula: weights,
    over: ({ result }) => result.job.members.map((member): [string] => [member]),
    value: ({ result }, member) => result.weights?.[result.job.members.indexOf(member)],
    why: ({ reason }) => (reason === '' ? 'a mean or sum of answers has no weights' : reason),
  },
  consistency: {
    range: null,
    doc: 'consistency ratio of the judgements (AHP)',
    label: 'Consistency ratio',
    format: 'coefficient',
    formula: 'CR = CI / RI, CI = (λ − n)/(n − 1), RI the random index of n members; 0 for two',
    source: saaty,
    value: ({ result }) => result.consistency,
    why: ({ reason }) => (reason === '' ? 'it is not weighted by judgements' : reason),
  },
});
