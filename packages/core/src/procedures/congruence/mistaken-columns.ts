// Columns of another survey that were mistaken for each other: under which item would each column's answers look more like the original's?
// Items that truly stand elsewhere are invariance/own-structure.ts.
import { atanh } from '../../numerics/exponential.ts';
import { square } from '../../numerics/powers.ts';
import { correlationOf, momentsOf } from '../../moments/moments.ts';

export interface MistakenColumns {
  /** Items whose columns look exchanged: the answers under `item` look like the original's `like`. */
  readonly items: readonly { readonly item: string; readonly like: string }[];
  /** Misfit of the correlations as mapped, and after the exchanges. */
  readonly before: number;
  readonly after: number;
}

/**
 * An exchange must lower the misfit by so much: in simulated pairs without one, none of 10,000 did (test/bench/pairs.mjs prints the rates).
 */
const CLEARLY = 25;

/**
 * Correlations are compared after Fisher's transformation, d_ij = (artanh r_ij − artanh ρ_π(i)π(j)) / √(1/(n₁ − 3) + 1/(n₂ − 3)), and the
 * misfit is Σ d²: as large as the number of pairs when the map π is right. Of all exchanges of two items of different dimensions the one
 * that lowers it most is made, as long as it does so clearly; of what then changes places with each other, nothing is kept unless each of
 * the columns fits better where it comes to stand (one item that truly belongs elsewhere drags another along). Within a dimension items are
 * too alike to be told apart by their correlations. Null when there are too few cases or an item does not vary. Listwise in each survey.
 * Not a test: exchanges are proposals to look at.
 */
export function mistakenColumns(
  items: readonly string[],
  dimensionOf: readonly number[],
  original: readonly Float64Array[],
  other: readonly Float64Array[],
): MistakenColumns | null {
  const [first, second] = [zOf(original), zOf(other)];
  if (first === null || second === null || items.length < 4) return null;
  const weight = 1 / (1 / (first.n - 3) + 1 / (second.n - 3));
  const inPlace = items.map((_, i) => i);
  const places = [...inPlace];
  /** What the rows of one item add to the misfit, all pairs with it. */
  const misfit = (order: readonly number[]): number => {
    let sum = 0;
    for (let i = 0; i < order.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        const difference = second.z[i]![j]! - first.z[order[i]!]![order[j]!]!;
        sum += difference * difference;
      }
    }
    return sum * weight;
  };
  const before = misfit(places);
  let current = before;
  for (let round = 0; round < items.length; round += 1) {
    let best: { readonly i: number; readonly j: number; readonly value: number } | null = null;
    for (let i = 0; i < items.length; i += 1) {
      for (let j = 0; j < i; j += 1) {
        if (dimensionOf[places[i]!] === dimensionOf[places[j]!]) continue;
        const value = misfit(exchanged(places, i, j));
        if (value < (best?.value ?? current - CLEARLY)) best = { i, j, value };
      }
    }
    if (best === null) break;
    places.splice(0, places.length, ...exchanged(places, best.i, best.j));
    current = best.value;
  }
  const kept = cyclesOf(places).filter((cycle) =>
    cycle.every((i) => rowMisfit(first.z, second.z, places, i) < rowMisfit(first.z, second.z, inPlace, i)),
  );
  const order = items.map((_, i) => (kept.some((cycle) => cycle.includes(i)) ? places[i]! : i));
  // Exchanged within a dimension on the way: no matter.
  const away = items.flatMap((item, i) => (dimensionOf[order[i]!] === dimensionOf[i] ? [] : [{ item, like: items[order[i]!]! }]));
  return { items: away, before, after: misfit(order) };
}

/** The items that change places with each other, each in one list; those that stay are in none. */
function cyclesOf(order: readonly number[]): number[][] {
  const seen = new Set<number>();
  return order.flatMap((_, from) => {
    const cycle: number[] = [];
    for (let i = from; !seen.has(i); i = order[i]!) {
      seen.add(i);
      cycle.push(i);
    }
    return cycle.length > 1 ? [cycle] : [];
  });
}

/** What the pairs of one item add to the misfit, up to a factor that all have. */
function rowMisfit(
  first: readonly (readonly number[])[],
  second: readonly (readonly number[])[],
  order: readonly number[],
  i: number,
): number {
  return order.reduce((sum, place, j) => (j === i ? sum : sum + square(second[i]![j]! - first[order[i]!]![place]!)), 0);
}

function exchanged(order: readonly number[], i: number, j: number): number[] {
  const out = [...order];
  [out[i], out[j]] = [out[j]!, out[i]!];
  return out;
}

function zOf(columns: readonly Float64Array[]): { readonly n: number; readonly z: readonly (readonly number[])[] } | null {
  const moments = momentsOf(columns);
  if (moments.n < 10 || moments.cross.some((row, i) => !(row[i]! > 0))) return null;
  // Items that are copies of each other have no finite z.
  return {
    n: moments.n,
    z: correlationOf(moments).map((row, i) => row.map((r, j) => (i === j ? 0 : atanh(Math.max(-0.999, Math.min(0.999, r)))))),
  };
}
