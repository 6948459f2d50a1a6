// From score coefficients to scores: of the components and of the whole, brought to the range that is asked for.
import { completeMask } from '../../counts/joint.ts';
import { isPoints, lengthOf, type Points, type Values } from '../../counts/points.ts';
import { letGoOfRemade, remaking } from '../../counts/remade.ts';
import { setRowsWithScore } from '../../counts/scaled.ts';
import { derivation, each, plain, same } from '../../memo/derivation.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import type { Ends } from '../../procedures/composite/aggregate.ts';
import {
  composite,
  rescaledComponents,
  rescaledComposite,
  type RescaleRule,
  type ScoreEnds,
} from '../../procedures/composite/composite.ts';
import { pointScores, scoresOf } from '../../procedures/factor/scores.ts';
import { columnOf, linearOf } from '../../rowless/columns.ts';
import { askEnds } from '../../rowless/linear.ts';
import { NeedsRows } from '../../rowless/needs-rows.ts';
import type { StudyDesign } from '../design/study-design.ts';
import type { Limited } from '../state.ts';

interface Scored {
  readonly columns: readonly Values[];
  readonly means: readonly number[];
  readonly sds: readonly number[];
  readonly coefficients: Matrix;
  /** Whom the columns hold, of all respondents. */
  readonly mask: Uint8Array | null;
  /** Positions of the components that the whole is made of, and their weights. */
  readonly composed: readonly number[];
  readonly shares: readonly number[];
  readonly rescale: RescaleRule;
  readonly from: ScoreEnds | null;
  /** Positions of the components that have a name: nobody reads another's scores. */
  readonly named: readonly number[];
}

interface IndexScores {
  readonly whole: Float64Array;
  readonly beyond: (Ends & { readonly count: number }) | null;
  /** By position, of the named ones at least. */
  readonly component: ReadonlyMap<number, Float64Array>;
}

export function scoresOfIndex(state: Limited, given: Scored): IndexScores {
  const points = given.columns.filter(isPoints);
  const coded = points.length === given.columns.length && points.length > 0 && given.rescale.kind !== 'components';
  return coded ? codedScores(state, given, points) : rowScores(state, given);
}

function rowScores({ memo, design }: Limited, given: Scored): IndexScores {
  const { columns, means, sds, coefficients, mask, composed, shares, rescale, from } = given;
  const own = componentScores(memo, { columns, means, sds, coefficients });
  const scores = mask === null ? own : own.map((values) => spreadOut(memo, { values, mask }));
  try {
    // Apart, so that a new weight leaves the components the same objects, and what was computed of them known.
    const rescaled = rescaledScores(memo, { scores, rescale, from: from?.components ?? null, design });
    const { values, beyond } = compositeScore(memo, { scores, rescaled, composed, shares, rescale, from: from?.index ?? null, design });
    return { whole: values, beyond, component: new Map(rescaled.entries()) };
  } catch (error) {
    // Sums do not tell the ends of scores: a second round is asked for all that the index needs.
    if (error instanceof NeedsRows)
      askEnds([
        ...scores,
        composite(
          composed.map((k) => scores[k]!),
          shares,
        ),
      ]);
    throw error;
  }
}

/** The whole is linear in the answers as each component is: it needs none of them. */
function codedScores({ memo, design }: Limited, given: Scored, points: readonly Points[]): IndexScores {
  const { means, sds, coefficients, mask, composed, shares, rescale, from, named } = given;
  // Of millions of rows nobody keeps scores in two ranges.
  const isLarge = lengthOf(points[0]!) >= remaking.from;
  if (isLarge) letGoOfRemade();
  const scored = (weights: readonly number[], ends: Ends | null): ReturnType<typeof rangedScore> => {
    const own = { points, means, sds, coefficients: weights, mask };
    return isLarge
      ? largeScore(memo, { ...own, rescale, ends, design })
      : rangedScore(memo, { raw: rawScore(memo, own), rescale, ends, design });
  };
  const { values, beyond } = scored(
    coefficients.map((row) => composed.reduce((total, k, at) => total + shares[at]! * row[k]!, 0)),
    from?.index ?? null,
  );
  const component = named.map((k): [number, Float64Array] => [
    k,
    scored(
      coefficients.map((row) => row[k]!),
      from?.components?.[k] ?? null,
    ).values,
  ]);
  return { whole: values, beyond, component: new Map(component) };
}

/** Before it is brought to a range, so that another range computes no row of it again. */
const rawScore = derivation(
  'score',
  {
    points: each<Points>(),
    means: plain<readonly number[]>(),
    sds: plain<readonly number[]>(),
    coefficients: plain<readonly number[]>(),
    mask: same<Uint8Array | null>(),
  },
  ({ points, means, sds, coefficients, mask }, memo) => {
    const own = pointScores(points, means, sds, coefficients);
    const values = mask === null ? own : spreadOut(memo, { values: own, mask });
    setRowsWithScore(values, answeredRows(memo, { points, mask }));
    return values;
  },
);
/** Rows that have a score: the same for all scores of the same items. */
const answeredRows = derivation('rows with score', { points: each<Points>(), mask: same<Uint8Array | null>() }, ({ points, mask }) => {
  const { mask: own } = completeMask(points);
  if (mask === null) return own;
  const out = new Uint8Array(mask.length);
  for (let row = 0, at = 0; row < out.length; row++) if (mask[row] === 1) out[row] = own[at++]!;
  return out;
});
const rangedScore = derivation(
  'ranged',
  {
    raw: same<Float64Array>(),
    rescale: plain<RescaleRule>(),
    ends: plain<Ends | null>(),
    design: same<StudyDesign | null>(),
  },
  ({ raw, rescale, ends, design }) => rescaledComposite([raw], [], [0], [1], rescale, ends, design?.survey.weights),
);
/** The two in one, each score in the place of the one before it. */
const largeScore = derivation(
  'large score',
  {
    points: each<Points>(),
    means: plain<readonly number[]>(),
    sds: plain<readonly number[]>(),
    coefficients: plain<readonly number[]>(),
    mask: same<Uint8Array | null>(),
    rescale: plain<RescaleRule>(),
    ends: plain<Ends | null>(),
    design: same<StudyDesign | null>(),
  },
  ({ points, means, sds, coefficients, mask, rescale, ends, design }) => {
    const own = pointScores(points, means, sds, coefficients);
    return rescaledComposite([mask === null ? own : spread(own, mask)], [], [0], [1], rescale, ends, design?.survey.weights, true);
  },
);
const spreadOut = derivation('spread out', { values: same<Float64Array>(), mask: same<Uint8Array>() }, ({ values, mask }) => {
  const counted = linearOf(values);
  return counted === null ? spread(values, mask) : columnOf({ ...counted, cut: false });
});
function spread(values: Float64Array, mask: Uint8Array): Float64Array {
  const out = new Float64Array(mask.length).fill(NaN);
  let at = 0;
  for (let row = 0; row < out.length; row++) if (mask[row] === 1) out[row] = values[at++]!;
  return out;
}
const componentScores = derivation(
  'scores',
  {
    columns: each<Values>(),
    means: plain<readonly number[]>(),
    sds: plain<readonly number[]>(),
    coefficients: plain<readonly (readonly number[])[]>(),
  },
  ({ columns, means, sds, coefficients }) => scoresOf(columns, means, sds, coefficients),
);
const rescaledScores = derivation(
  'rescaled',
  {
    scores: each<Float64Array>(),
    rescale: plain<RescaleRule>(),
    from: plain<ScoreEnds['components']>(),
    design: same<StudyDesign | null>(),
  },
  ({ scores, rescale, from, design }) => rescaledComponents(scores, rescale, from, design?.survey.weights),
);
const compositeScore = derivation(
  'composite',
  {
    scores: each<Float64Array>(),
    rescaled: each<Float64Array>(),
    composed: plain<readonly number[]>(),
    shares: plain<readonly number[]>(),
    rescale: plain<RescaleRule>(),
    from: plain<Ends | null>(),
    design: same<StudyDesign | null>(),
  },
  ({ scores, rescaled, composed, shares, rescale, from, design }) =>
    rescaledComposite(scores, rescaled, composed, shares, rescale, from, design?.survey.weights),
);
