// Score tests of parameters held equal across groups: which of them the data would let go first.
import { chiSquareUpper } from '../../numerics/distributions.ts';
import { solve } from '../../numerics/linear-algebra.ts';
import { holmAdjusted } from '../compare/pairs.ts';
import { slotDerivatives } from '../measurement/likelihood.ts';
import type { FittedModel } from './fit.ts';
import { constrainedKinds, type ConstrainedKind } from './model.ts';

export interface ScoreTest {
  readonly kind: ConstrainedKind;
  readonly item: string;
  readonly factor: string;
  /** Of letting the parameter differ between all groups. */
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
  /** Holm's, over all tests of the list. */
  readonly adjustedP: number;
  /** Each group but the first let go alone: its χ² (1 df) and how far its parameter would move from the common one. */
  readonly groups: readonly { readonly group: string; readonly chi2: number; readonly expectedChange: number }[];
}

/**
 * Lagrange multiplier tests (Silvey 1959; Sörbom 1989, Psychometrika 54:371–384: "modification indices") with the expected information:
 * T = s′I⁻¹s of the model in which the parameter departs from the common value in some groups, s and I taken at the constrained solution,
 * where only the departures have a score: T = s_δ′(I_δδ − I_δa I_aa⁻¹ I_aδ)⁻¹s_δ. The model must be fitted with factors of variance 1
 * (`std`), so that every loading is an estimated one and none is taken on trust as the marker. Parameters already let go have no test; nor
 * has one whose release the data do not identify. Largest χ² first.
 */
export function scoreTests(model: FittedModel, kinds: readonly ConstrainedKind[] = constrainedKinds(model.fit.level)): ScoreTest[] {
  const { table, samples, estimate } = model;
  const slots = estimate.states.map((state, group) => slotDerivatives(table, state, samples[group]!));
  const later = samples.map((_, group) => group).slice(1);
  const { covariance } = estimate;
  if (covariance === null) return [];
  /** A departure δ of the slot in each of `groups` from the common value, given that all other parameters may adapt. */
  const ask = (slot: number, groups: readonly number[]): { chi2: number; change: number } | null => {
    const cross = groups.map((group) => crossInformation(table.index[group]!, slots[group]!.information[slot]!, table.parameters));
    const adapted = cross.map((row) => covariance.map((line) => line.reduce((sum, value, i) => sum + value * row[i]!, 0)));
    const information = groups.map((group, i) =>
      groups.map(
        (_, j) =>
          (i === j ? slots[group]!.information[slot]![slot]! : 0) - cross[i]!.reduce((sum, value, k) => sum + value * adapted[j]![k]!, 0),
      ),
    );
    // What the other parameters leave of the departure's own information; below this it is rounding.
    if (groups.some((group, i) => !(information[i]![i]! > 1e-9 * slots[group]!.information[slot]![slot]!))) return null;
    const score = groups.map((group) => slots[group]!.score[slot]!);
    const step = solve(
      information,
      score.map((value) => [value]),
    );
    return step === null
      ? null
      : {
          chi2: Math.max(
            0,
            score.reduce((sum, value, i) => sum + value * step[i]![0]!, 0),
          ),
          change: step[0]![0]!,
        };
  };
  const found: Omit<ScoreTest, 'adjustedP'>[] = [];
  for (const [s, slot] of table.slots.entries()) {
    if (slot.kind === 'covariance' || slot.kind === 'mean' || !kinds.includes(slot.kind)) continue;
    const at = table.index[0]![s]!;
    if (at < 0 || table.index.some((row) => row[s] !== at)) continue;
    const all = ask(s, later);
    if (all === null) continue;
    const groups = later.flatMap((group) => {
      const alone = ask(s, [group]);
      return alone === null ? [] : [{ group: samples[group]!.name, chi2: alone.chi2, expectedChange: alone.change }];
    });
    found.push({
      kind: slot.kind,
      item: table.items[slot.item]!,
      factor: table.structure.factors[table.factorOf[slot.item]!]!.name,
      chi2: all.chi2,
      df: later.length,
      p: chiSquareUpper(all.chi2, later.length),
      groups,
    });
  }
  const adjusted = holmAdjusted(found.map((test) => test.p));
  return found.map((test, i) => ({ ...test, adjustedP: adjusted[i]! })).sort((a, b) => b.chi2 - a.chi2);
}

function crossInformation(index: readonly number[], row: Float64Array, parameters: number): number[] {
  const out = Array.from({ length: parameters }, () => 0);
  for (const [s, at] of index.entries()) if (at >= 0) out[at] = out[at]! + row[s]!;
  return out;
}
