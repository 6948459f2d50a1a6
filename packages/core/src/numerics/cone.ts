// How far a point is from the cone, or the hull, of many vectors of few coordinates: the linear program that decides separation. Few rows
// and thousands of columns: the revised simplex method, its basis solved afresh at every step.
import { solve } from './linear-algebra.ts';

export interface ConeDistance {
  /** Least Σ|missⱼ|; 0 where the point belongs to it. */
  readonly distance: number;
  /**
   * The direction θ in −1 … 1 that shows it, by the duality of linear programs: of the cone every vector has v·θ ≥ 0 and −point·θ is the
   * distance; of the hull every vector has v·θ ≥ the distance (and the point is 0).
   */
  readonly direction: readonly number[];
}

const NOTHING = 1e-10;
const LONGEST = 20_000;

/**
 * min Σ|point − Σ vᵢsᵢ| over s ≥ 0 (Dantzig 1963, Linear Programming and Extensions, ch. 9: revised simplex; the most promising vector
 * enters, the first one (Bland 1977) while nothing is gained). `hull`: over s ≥ 0 with Σs = 1, the point being 0. Null when it does not
 * end.
 */
export function coneDistance(vectors: readonly (readonly number[])[], point: readonly number[], hull = false): ConeDistance | null {
  const p = point.length;
  const rows = hull ? p + 1 : p;
  // A column is a vector by its place, or a miss: −1 − j upwards, −1 − p − j downwards.
  const columnOf = (name: number): number[] => {
    if (name >= 0) return hull ? [...vectors[name]!, 1] : [...vectors[name]!];
    const at = -1 - name;
    return Array.from({ length: rows }, (_, i) => (i === at % p ? (at < p ? 1 : -1) : 0));
  };
  const costOf = (name: number): number => (name >= 0 ? 0 : 1);
  const right = hull ? [...point, 1] : [...point];
  const first = hull ? vectors[0]! : null;
  const rest = point.map((one, j) => one - (first?.[j] ?? 0));
  const basis = [...rest.map((one, j) => (one >= 0 ? -1 - j : -1 - p - j)), ...(hull ? [0] : [])];
  let before = Infinity;
  let idle = 0;
  for (let step = 0; step < LONGEST; step++) {
    const columns = basis.map(columnOf);
    const matrix = Array.from({ length: rows }, (_, i) => columns.map((column) => column[i]!));
    const amounts = solve(
      matrix,
      right.map((one) => [one]),
    );
    const prices = solve(
      columns,
      basis.map((name) => [costOf(name)]),
    );
    if (amounts === null || prices === null) return null;
    const distance = basis.reduce((total, name, at) => total + costOf(name) * Math.max(0, amounts[at]![0]!), 0);
    idle = distance < before - 1e-13 ? 0 : idle + 1;
    before = Math.min(before, distance);
    const careful = idle > 2 * rows;
    let entering: number | null = null;
    let most = NOTHING;
    const consider = (name: number, gain: number): void => {
      if (gain <= most || (careful && entering !== null)) return;
      entering = name;
      if (!careful) most = gain;
    };
    for (const [at, vector] of vectors.entries()) {
      let gain = hull ? prices[p]![0]! : 0;
      for (let j = 0; j < p; j++) gain += vector[j]! * prices[j]![0]!;
      consider(at, gain);
    }
    for (let j = 0; j < p; j++) {
      consider(-1 - j, prices[j]![0]! - 1);
      consider(-1 - p - j, -prices[j]![0]! - 1);
    }
    if (entering === null || distance <= NOTHING) return { distance, direction: prices.slice(0, p).map(([one]) => -one!) };
    const along = solve(
      matrix,
      columnOf(entering).map((one) => [one]),
    );
    if (along === null) return null;
    let leaving = -1;
    let least = Infinity;
    for (let at = 0; at < rows; at++) {
      const slope = along[at]![0]!;
      if (slope <= 1e-9) continue;
      const ratio = Math.max(0, amounts[at]![0]!) / slope;
      const tie = Math.abs(ratio - least) <= 1e-12;
      if (ratio < least - 1e-12 || (tie && (careful ? basis[at]! < basis[leaving]! : slope > along[leaving]![0]!))) {
        least = Math.min(least, ratio);
        leaving = at;
      }
    }
    if (leaving < 0) return null;
    basis[leaving] = entering;
  }
  return null;
}
