// The nearest of some names to one that was not found: what every "did you mean" offers. What may be offered is the caller's.

/**
 * The candidate that `name` most likely stands for, or null when none is near enough: equal but for case, spaces, `_` and `-`; else
 * within an edit distance (insert, delete, replace, swap neighbours; Damerau 1964, restricted) of 1 up to 4 letters, 2 up to 9, 3 beyond.
 * Ties go to the earlier candidate.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  return nearestFew(name, candidates, 1)[0] ?? null;
}

/** Up to `limit` near candidates, nearest first. */
export function nearestFew(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const plain = fold(name);
  const length = [...plain].length;
  const allowed = length <= 1 ? 0 : length <= 4 ? 1 : length <= 9 ? 2 : 3;
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (candidate === name) continue;
    const distance = editDistance(plain, fold(candidate), allowed);
    if (distance !== null) found.push({ candidate, distance });
  }
  return found.sort((a, b) => a.distance - b.distance).slice(0, limit).map((entry) => entry.candidate);
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[\s_-]+/gu, '');
}

/** Edit distance in characters (not UTF-16 units), or null when it exceeds `limit`. */
export function editDistance(a: string, b: string, limit = Infinity): number | null {
  const from = [...a];
  const to = [...b];
  if (Math.abs(from.length - to.length) > limit) return null;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return null;
    beforeLast = last;
    last = row;
  }
  const distance = last[to.length]!;
  return distance <= limit ? distance : null;
}
