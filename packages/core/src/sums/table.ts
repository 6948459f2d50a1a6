// One table of sums from whatever counted it; what has too small a count is kept back whole.
import type { SumsTable } from './sums.ts';

/**
 * `cell`: rows with level s of column i and level t of column j; the level after the last is no answer, and a cell too, though none of it
 * is told: it follows from the frequencies.
 */
export function tableOfCounts(
  head: Pick<SumsTable, 'where' | 'complete' | 'level' | 'columns'>,
  sizes: readonly number[],
  { n, cell }: { readonly n: number; readonly cell: (i: number, s: number, j: number, t: number) => number },
  threshold: number,
): SumsTable {
  const small = (count: number): boolean => count > 0 && count < threshold;
  if (small(n))
    return { ...head, n: null, frequencies: sizes.map(() => null), pairs: sizes.flatMap((_, i) => sizes.slice(i + 1).map(() => null)) };
  const pair = (i: number, j: number): number[] | null => {
    const found: number[] = [];
    for (let s = 0; s <= sizes[i]!; s++) {
      for (let t = 0; t <= sizes[j]!; t++) {
        const count = cell(i, s, j, t);
        if (small(count)) return null;
        if (s < sizes[i]! && t < sizes[j]!) found.push(count);
      }
    }
    return found;
  };
  const single = (i: number): number[] | null => {
    const counts = Array.from({ length: sizes[i]! + 1 }, (_, s) => cell(i, s, i, s));
    return counts.some(small) ? null : counts.slice(0, -1);
  };
  return {
    ...head,
    n,
    frequencies: sizes.map((_, i) => single(i)),
    pairs: sizes.flatMap((_, i) => sizes.slice(i + 1).map((__, more) => pair(i, i + 1 + more))),
  };
}
