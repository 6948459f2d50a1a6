// The k-th smallest of many numbers without sorting all of them.

/** Classes of equal width into which values are sorted out, and how few are sorted rather than sorted out. */
const CLASSES = 65_536;
const FEW = 4096;
/** So often classes are made finer; values that still lie in one class are sorted. */
const DEPTH = 4;

/**
 * The numbers at some places (from 0, in any order) of the ascending order of `values`; NaN is skipped, and a place that is beyond the last
 * is NaN. The same to the last digit as sorting a copy: classes of equal width keep the order (each step of v ↦ ⌊(v − low)·c⌋ is monotone,
 * rounded or not), and only the classes with a wanted place are sorted.
 */
export function orderStatistics(values: Float64Array, places: readonly number[]): number[] {
  return select(values, places, DEPTH);
}

function select(values: Float64Array, places: readonly number[], depth: number): number[] {
  let [count, low, high] = [0, Infinity, -Infinity];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    count++;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const factor = (CLASSES - 1) / (high - low);
  if (count <= FEW || depth === 0 || !(factor > 0 && factor < Infinity)) {
    const sorted = values.filter((value) => !Number.isNaN(value)).sort();
    return places.map((place) => sorted[place] ?? NaN);
  }
  const ends = new Uint32Array(CLASSES);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!Number.isNaN(value)) ends[Math.floor((value - low) * factor)]!++;
  }
  for (let at = 1; at < CLASSES; at++) ends[at] = ends[at]! + ends[at - 1]!;
  // Where places that fall into one class stand within it; a class is gathered once.
  const wanted = new Map<number, number[]>();
  const found = places.map(() => NaN);
  places.forEach((place, which) => {
    if (place >= count) return;
    const own = firstBeyond(ends, place);
    wanted.set(own, [...(wanted.get(own) ?? []), which]);
  });
  for (const [own, which] of wanted) {
    const before = own === 0 ? 0 : ends[own - 1]!;
    const members = new Float64Array(ends[own]! - before);
    let at = 0;
    for (let row = 0; row < values.length; row++) if (Math.floor((values[row]! - low) * factor) === own) members[at++] = values[row]!;
    const chosen = select(
      members,
      which.map((one) => places[one]! - before),
      depth - 1,
    );
    which.forEach((one, i) => {
      found[one] = chosen[i]!;
    });
  }
  return found;
}

function firstBeyond(ascending: Uint32Array, limit: number): number {
  let low = 0;
  for (let high = ascending.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
