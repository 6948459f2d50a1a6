// Letters for groups, so that those without a common letter are those that differ: insert and absorb, after H.-P. Piepho, “An algorithm for
// a letter-based representation of all-pairwise comparisons”, Journal of Computational and Graphical Statistics 13 (2004) 456–466.

/**
 * `groups` in the order in which letters are given out (by mean, highest first); `differ` tells of two of them. A letter each set of
 * groups of which no two differ: `a`, `b`, …, after `z` `aa`, `ab`, …
 */
export function lettersOf(groups: readonly string[], differ: (one: string, other: string) => boolean): ReadonlyMap<string, string> {
  let columns: ReadonlySet<string>[] = [new Set(groups)];
  for (const [at, one] of groups.entries())
    for (const other of groups.slice(at + 1)) {
      if (!differ(one, other)) continue;
      // A column that holds both becomes two: without the one, and without the other.
      columns = absorbed(
        columns.flatMap((column) => (column.has(one) && column.has(other) ? [without(column, one), without(column, other)] : [column])),
      );
    }
  const first = (column: ReadonlySet<string>): number => groups.findIndex((group) => column.has(group));
  const last = (column: ReadonlySet<string>): number => groups.findLastIndex((group) => column.has(group));
  const sorted = [...columns].sort((a, b) => first(a) - first(b) || last(a) - last(b));
  return new Map(groups.map((group) => [group, sorted.flatMap((column, at) => (column.has(group) ? [letter(at)] : [])).join('')]));
}

const without = (column: ReadonlySet<string>, group: string): ReadonlySet<string> => new Set([...column].filter((one) => one !== group));

/** Without those that another holds. */
function absorbed(columns: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
  const within = (small: ReadonlySet<string>, large: ReadonlySet<string>): boolean => [...small].every((group) => large.has(group));
  return columns.filter(
    (column, at) => !columns.some((other, place) => place !== at && within(column, other) && (column.size < other.size || place < at)),
  );
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
const letter = (at: number): string => (at < 26 ? ALPHABET[at]! : `${ALPHABET[Math.floor(at / 26) - 1] ?? ''}${ALPHABET[at % 26]!}`);
