// Where a study's items stand by its own answers: the declared dimensions fitted to one study alone, what each item would load on another
// dimension, and which items belong elsewhere. Whether several studies agree in this is comparison/reconciled.ts.
import { chiSquareUpper } from '../../numerics/distributions.ts';
import {
  fitSamples,
  invarianceSamples,
  type FittedModel,
  type InvarianceGroup,
  type InvarianceProblem,
  type MultiGroupFit,
} from './fit.ts';
import { released } from '../measurement/modification.ts';
import { slotDerivatives, type GroupSample } from '../measurement/likelihood.ts';
import type { SimpleSlot, ParameterTable, SimpleStructure } from './model.ts';

/** What the model would gain by letting an item load on a factor that is not its own. */
export interface CrossLoading {
  readonly item: string;
  readonly own: string;
  readonly other: string;
  /** Score test with 1 degree of freedom. */
  readonly modificationIndex: number;
  readonly p: number;
}

/** An item that belongs to another dimension than the declared one. */
export interface Move {
  readonly item: string;
  readonly from: string;
  readonly to: string;
  /** Of the loading on `to`, in the model with the item where it was. */
  readonly modificationIndex: number;
  /** Of the whole model with the item where it was, and moved. */
  readonly chi2Before: number;
  readonly chi2After: number;
  readonly df: number;
  /** BIC before minus after. */
  readonly bicGain: number;
}

export interface OwnStructure {
  /** Of the declared structure; null where it cannot be fitted. */
  readonly fit: MultiGroupFit | null;
  /** Largest first. */
  readonly crossLoadings: readonly CrossLoading[];
  /** In the order in which they were found, each given the ones before. */
  readonly moves: readonly Move[];
  /** With the items moved; the first fit where none is. */
  readonly movedFit: MultiGroupFit | null;
  readonly problems: readonly InvarianceProblem[];
}

/** "Strong" evidence in the reading of Raftery (1995, Sociological Methodology 25:111–163, table 6). */
const STRONG = 6;
/** How many of the largest modification indices are tried by fitting. */
const TRIED = 4;
/**
 * From this correlation on two factors are as good as one: a loading on the other says nothing that the own one does not, and its
 * modification index is small, whatever it hides.
 */
const AS_ONE = 0.95;

/**
 * The declared structure fitted to one study by maximum likelihood. Modification indices (Sörbom 1989, Psychometrika 54:371–384) of every
 * loading that the structure rules out, with the expected information: T = s²/(I_λλ − I_λθ I_θθ⁻¹ I_θλ), the same under every
 * identification. Then, as long as one of the largest (or any between factors that correlate as one), when its item is moved to that
 * factor, lowers BIC by more than 6, the best such item is moved: a model that says the same with the item elsewhere is strongly preferred
 * (Raftery 1995), which no misfit that stays where it is can bring about. Listwise.
 */
export function ownStructure(structure: SimpleStructure, group: InvarianceGroup): OwnStructure {
  const { samples, problems } = invarianceSamples(structure, [group]);
  const [sample] = samples;
  const relevant = problems.filter((problem) => problem.problem !== 'one-group' && problem.problem !== 'too-few-items');
  if (sample === undefined || structure.factors.length === 0 || relevant.length > 0)
    return { fit: null, crossLoadings: [], moves: [], movedFit: null, problems: relevant };
  const declared = fittedTo(structure, structure, sample);
  if (declared === null) return { fit: null, crossLoadings: [], moves: [], movedFit: null, problems: relevant };
  const first = crossLoadings(declared);
  const moves: Move[] = [];
  let current = declared;
  let candidates = first;
  while (moves.length < current.table.items.length) {
    const best = bestMove(structure, current, candidates, sample, moves);
    if (best === null) break;
    moves.push(best.move);
    current = best.model;
    candidates = crossLoadings(current);
  }
  return { fit: declared.fit, crossLoadings: first, moves, movedFit: current.fit, problems: declared.fit.problems };
}

function bestMove(
  declared: SimpleStructure,
  before: FittedModel,
  candidates: readonly CrossLoading[],
  sample: GroupSample,
  moves: readonly Move[],
): { readonly move: Move; readonly model: FittedModel } | null {
  let best: { move: Move; model: FittedModel } | null = null;
  const free = candidates.filter((one) => !moves.some((move) => move.item === one.item));
  const largest = free.filter((one) => one.modificationIndex > STRONG / 2).slice(0, TRIED);
  const hidden = free.filter((one) => !largest.includes(one) && asOne(before, one.own, one.other));
  for (const { item, own, other, modificationIndex } of [...largest, ...hidden]) {
    const model = fittedTo(moved(before.table.structure, item, own, other), declared, sample);
    if (model === null || !model.fit.converged) continue;
    const bicGain = before.fit.bic - model.fit.bic;
    if (bicGain <= STRONG || (best !== null && bicGain <= best.move.bicGain)) continue;
    best = {
      model,
      move: {
        item,
        from: own,
        to: other,
        modificationIndex,
        chi2Before: before.fit.chi2,
        chi2After: model.fit.chi2,
        df: model.fit.df,
        bicGain,
      },
    };
  }
  return best;
}

/**
 * Whether two factors of a fitted study correlate as if they were one: an item of the one that belongs to the other pulls them together.
 */
function asOne({ table, estimate }: FittedModel, own: string, other: string): boolean {
  const [a, b] = [own, other].map((name) => table.structure.factors.findIndex((factor) => factor.name === name)) as [number, number];
  const { factorCovariance } = estimate.states[0]!;
  return Math.abs(factorCovariance[a]![b]!) >= AS_ONE * Math.sqrt(Math.abs(factorCovariance[a]![a]! * factorCovariance[b]![b]!));
}

/** The structure with an item in another factor; a factor that is left without items is gone. */
export function moved(structure: SimpleStructure, item: string, from: string, to: string): SimpleStructure {
  const factors = structure.factors.map((factor) => {
    if (factor.name === from) return { ...factor, items: factor.items.filter((one) => one !== item) };
    return factor.name === to ? { ...factor, items: [...factor.items, item] } : factor;
  });
  return { factors: factors.filter((factor) => factor.items.length > 0) };
}

/** One study's fit of a structure whose items may stand in another order than the sample's. */
function fittedTo(structure: SimpleStructure, sampled: SimpleStructure, sample: GroupSample): FittedModel | null {
  const has = sampled.factors.flatMap((factor) => factor.items);
  const order = structure.factors.flatMap((factor) => factor.items).map((item) => has.indexOf(item));
  const own: GroupSample = {
    ...sample,
    means: order.map((i) => sample.means[i]!),
    covariance: order.map((i) => order.map((j) => sample.covariance[i]![j]!)),
  };
  const model = fitSamples(structure, [own], { level: 'configural' });
  return 'fit' in model ? model : null;
}

function crossLoadings(model: FittedModel): CrossLoading[] {
  const { table, estimate } = model;
  const { covariance } = estimate;
  if (covariance === null || !model.fit.converged) return [];
  const { factors } = table.structure;
  const others = table.items.flatMap((_, item) =>
    factors.flatMap((factor, f) => (f === table.factorOf[item] ? [] : [{ item, factor: f, name: factor.name }])),
  );
  const slots: readonly SimpleSlot[] = [
    ...table.slots,
    ...others.map(({ item, factor }): SimpleSlot => ({ kind: 'loading', item, factor })),
  ];
  const extended: ParameterTable = { ...table, slots };
  const derivatives = slotDerivatives(extended, estimate.states[0]!, model.samples[0]!);
  const out = others.map(({ item, name }, k): CrossLoading => {
    // A loading that says nothing new would change nothing.
    const modificationIndex = released(table, covariance, derivatives, table.slots.length + k)?.index ?? 0;
    return {
      item: table.items[item]!,
      own: factors[table.factorOf[item]!]!.name,
      other: name,
      modificationIndex,
      p: chiSquareUpper(modificationIndex, 1),
    };
  });
  return out.sort((a, b) => b.modificationIndex - a.modificationIndex);
}
