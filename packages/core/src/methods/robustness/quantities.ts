// The numbers of a robustness: over all specifications, and of each alternative with all else as the spec states it.
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';
import { sortedSpecifications, type Estimate, type RobustnessResult } from './run.ts';
import type { RobustnessPlan } from './plan.ts';

export interface RobustnessNumbers {
  readonly result: RobustnessResult;
  readonly reason: string;
}
export interface AlternativeNumbers {
  readonly result: RobustnessResult;
  readonly estimate: Estimate;
  readonly reason: string;
}

const simonsohn = 'Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4:1208–1214';
const LEVEL = 0.05;

const values = ({ result }: RobustnessNumbers): readonly number[] => sortedSpecifications(result).map((one) => one.value!);
const formatOf = ({ result }: { readonly result: RobustnessResult }) => result.format;
const median = (sorted: readonly number[]): number | undefined => {
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)];
};

/** Of those that have the number: the sign of the stated one, and p below the level where it has a p. */
function agreeing({ result }: RobustnessNumbers): number | null {
  const { stated } = result;
  const found = sortedSpecifications(result);
  if (stated.value === null || found.length === 0) return null;
  const sign = Math.sign(stated.value);
  return found.filter((one) => Math.sign(one.value!) === sign && (one.p === null || one.p < LEVEL)).length / found.length;
}

function holding({ result }: RobustnessNumbers, hypothesis: string): number | null {
  const at = result.hypotheses.indexOf(hypothesis);
  const decided = result.specifications.map((one) => one.holds[at] ?? null).filter((one) => one !== null);
  return decided.length === 0 ? null : decided.filter(Boolean).length / decided.length;
}

export const robustnessQuantities = quantities<RobustnessNumbers, RobustnessPlan>()({
  specifications: {
    range: within.count,
    doc: 'combinations of the alternatives',
    label: 'Specifications',
    format: 'count',
    formula: 'the product of the numbers of alternatives',
    source: simonsohn,
    value: ({ result }) => result.specifications.length,
  },
  computed: {
    range: within.count,
    doc: 'combinations in which there is the number',
    label: 'With the number',
    format: 'count',
    formula: 'specifications less those that cannot be written or computed',
    source: simonsohn,
    value: (one) => values(one).length,
  },
  low: {
    range: null,
    doc: 'the least value over all specifications',
    label: 'Least',
    format: formatOf,
    formula: 'the minimum over the specifications',
    source: simonsohn,
    value: (one) => values(one)[0],
  },
  high: {
    range: null,
    doc: 'the largest value over all specifications',
    label: 'Largest',
    format: formatOf,
    formula: 'the maximum over the specifications',
    source: simonsohn,
    value: (one) => values(one).at(-1),
  },
  median: {
    range: null,
    doc: 'the median over all specifications',
    label: 'Median',
    format: formatOf,
    formula: 'the median over the specifications',
    source: simonsohn,
    value: (one) => median(values(one)),
  },
  share: {
    range: within.share,
    doc: 'share of specifications with the sign of the stated one and p below .05; the sign alone where the number has no p',
    label: 'Same sign, p < .05',
    format: 'coefficient',
    formula: 'those with the stated sign and p < .05 / those that have the number',
    source: simonsohn,
    value: agreeing,
  },
  'share(hypothesis)': {
    range: within.share,
    doc: 'share of specifications in which a hypothesis about the number holds',
    label: 'Hypothesis holds',
    format: 'coefficient',
    formula: 'those in which every claim of it holds / those in which it is decided',
    source: simonsohn,
    over: ({ result }) => result.hypotheses.map((name): [string] => [name]),
    value: holding,
  },
});

export const alternativeQuantities = quantities<AlternativeNumbers, RobustnessPlan>()({
  '': {
    range: null,
    doc: 'the number with this alternative and all else as the spec states it',
    label: 'With this alternative',
    format: formatOf,
    formula: 'the number, of the study with the option changed',
    source: simonsohn,
    value: ({ estimate }) => estimate.value,
  },
});
