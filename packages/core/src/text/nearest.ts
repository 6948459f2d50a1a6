// The nearest of some names to one that was not found: what every "did you mean" offers. What may be offered is the caller's.

/**
 * The candidate that `name` most likely stands for, or null when none is near enough: equal but for case, spaces, `_` and `-`; else
 * within an edit distance (insert, delete, replace, swap neighbours; Damerau 1964, restricted) of 1 up to 4 letters, 2 up to 9, 3 beyond.
 * Ties go to the earlier candidate.
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  return nearestFew(name, candidates, 1)[0] ?? null;
}

/**
 * So many candidates are looked at: a study of more names is rare, and each of ten thousand mistakes in it must not look at all of them.
 */
const MOST_CANDIDATES = 4000;

/** Up to `limit` near candidates, nearest first. */
export function nearestFew(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const plain = recent.get(name) ?? before.get(name) ?? fold(name);
  const { length } = plain.letters;
  const allowed = length <= 1 ? 0 : length <= 4 ? 1 : length <= 9 ? 2 : 3;
  const found: { candidate: string; distance: number }[] = [];
  for (const { candidate, other } of prepared(candidates)) {
    if (candidate === name) continue;
    // Each edit changes the length by at most one, and the letters that occur by at most two.
    if (Math.abs(other.letters.length - length) > allowed || bits(other.occurring ^ plain.occurring) > 2 * allowed) continue;
    const distance = lettersDistance(plain.letters, other.letters, allowed);
    if (distance !== null && !found.some((one) => one.candidate === candidate)) found.push({ candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map((entry) => entry.candidate);
}

interface Candidate {
  readonly candidate: string;
  readonly other: Folded;
}

/** A list that mistakes ask for again and again is made ready once. */
const lists = new WeakMap<object, { readonly length: number; readonly ready: readonly Candidate[] }>();

function prepared(candidates: Iterable<string>): readonly Candidate[] {
  const known = lists.get(candidates);
  if (known !== undefined && known.length === (candidates as readonly string[]).length) return known.ready;
  const ready: Candidate[] = [];
  for (const candidate of candidates) {
    if (ready.length >= MOST_CANDIDATES) break;
    ready.push({ candidate, other: foldedOf(candidate) });
  }
  if (Array.isArray(candidates)) lists.set(candidates, { length: candidates.length, ready });
  return ready;
}

interface Folded {
  readonly letters: readonly string[] /** Which letters occur, by the last five bits of each. */;
  readonly occurring: number;
}

/**
 * Candidates that were looked at lately: most are looked at again for the next mistake. Two generations, so that those in use are never all
 * forgotten at once.
 */
let recent = new Map<string, Folded>();
let before = new Map<string, Folded>();
const MOST_FOLDED = 10_000;

function foldedOf(name: string): Folded {
  const known = recent.get(name);
  if (known !== undefined) return known;
  const one = before.get(name) ?? fold(name);
  if (recent.size >= MOST_FOLDED) [before, recent] = [recent, new Map()];
  recent.set(name, one);
  return one;
}

function fold(name: string): Folded {
  const letters = [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_-]+/gu, ''),
  ];
  return { letters, occurring: letters.reduce((set, letter) => set | (1 << (letter.codePointAt(0)! & 31)), 0) };
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Edit distance in characters (not UTF-16 units), or null when it exceeds `limit`. */
export function editDistance(a: string, b: string, limit = Infinity): number | null {
  return lettersDistance([...a], [...b], limit);
}

function lettersDistance(from: readonly string[], to: readonly string[], limit: number): number | null {
  const width = to.length;
  if (Math.abs(from.length - width) > limit) return null;
  // Three rows in turn. Only what lies within `limit` of the diagonal can end within it (Ukkonen 1985); what borders on that counts as too
  // far.
  let [beforeLast, last, row] = [0, 1, 2].map(() => Array.from({ length: width + 1 }, () => Infinity)) as [number[], number[], number[]];
  for (let j = 0; j <= Math.min(width, limit); j++) last[j] = j;
  for (let i = 1; i <= from.length; i++) {
    const [low, high] = [Math.max(1, i - limit), Math.min(width, i + limit)];
    row[low - 1] = low === 1 ? i : Infinity;
    let best = row[low - 1]!;
    for (let j = low; j <= high; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (high < width) row[high + 1] = Infinity;
    if (best > limit) return null;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const distance = last[width]!;
  return distance <= limit ? distance : null;
}
