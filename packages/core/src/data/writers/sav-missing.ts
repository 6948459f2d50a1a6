// Which codes for no answer SPSS can declare of a variable: three, or a range and one. What cannot be declared is blank, and told.
import type { OutNumber } from './table.ts';

export interface Declared {
  /** As the dictionary has it: 0, how many single ones, -2 a range, -3 a range and one. */
  readonly kind: number;
  readonly values: readonly number[];
  readonly codes: readonly { readonly value: number; readonly label: string }[];
  /** What is written where the code of this number stood (from 1); null: nothing. */
  readonly written: (code: number) => number | null;
}

export function declarable({ values, labels, missing, gone }: OutNumber): {
  readonly declared: Declared;
  readonly blanked: readonly string[];
} {
  const valid = new Set<number>(labels.map(({ value }) => value));
  for (const value of values) if (!Number.isNaN(value)) valid.add(value);
  const counts = missing.map(() => 0);
  for (const code of gone ?? []) if (code > 0) counts[code - 1]!++;
  // A code that is an answer as well can be declared nowhere.
  const able = missing
    .map((code, at) => ({ at, value: code.value, label: code.label, count: counts[at]! }))
    .filter((code): code is typeof code & { value: number } => code.value !== null && !valid.has(code.value));
  const sorted = [...able].sort((a, b) => a.value - b.value);
  const chosen = choose(sorted, (low, high) => ![...valid].some((value) => value >= low && value <= high));
  const held = new Set(chosen.held.map(({ at }) => at));
  return {
    declared: {
      kind: chosen.kind,
      values: chosen.values,
      codes: chosen.held.map(({ value, label }) => ({ value, label })),
      written: (code) => (code > 0 && held.has(code - 1) ? missing[code - 1]!.value : null),
    },
    blanked: missing.flatMap((code, at) => (held.has(at) || counts[at] === 0 ? [] : [code.text])),
  };
}

interface Candidate {
  readonly at: number;
  readonly value: number;
  readonly label: string;
  readonly count: number;
}
type Choice = { readonly kind: number; readonly values: readonly number[]; readonly held: readonly Candidate[] };

function choose(sorted: readonly Candidate[], free: (low: number, high: number) => boolean): Choice {
  const numbers = (codes: readonly Candidate[]): number[] => codes.map(({ value }) => value);
  if (sorted.length <= 3) return { kind: sorted.length, values: numbers(sorted), held: sorted };
  const range = (codes: readonly Candidate[]): readonly [number, number] | null => {
    const [low, high] = [codes[0]!.value, codes.at(-1)!.value];
    return free(low, high) ? [low, high] : null;
  };
  const all = range(sorted);
  if (all !== null) return { kind: -2, values: all, held: sorted };
  for (const alone of sorted) {
    const rest = range(sorted.filter((one) => one !== alone));
    if (rest !== null) return { kind: -3, values: [...rest, alone.value], held: sorted };
  }
  const frequent = [...sorted].sort((a, b) => b.count - a.count || a.value - b.value).slice(0, 3);
  return { kind: 3, values: numbers(frequent), held: frequent };
}
