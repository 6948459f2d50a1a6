// What kind of correlations an index is made of. Pearson's come from its moments (run.ts); those that need the answers are here.
import { isPoints, tallyIn, type Values } from '../../counts/points.ts';
import { option, type Chosen } from '../../contract/option.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { correlationTable } from '../../procedures/describe/correlation.ts';
import { polychoricTable } from '../../procedures/describe/polychoric.ts';

interface Basis {
  /** Of the answers; null entries where there is none. Null: they come from the moments. */
  readonly correlate:
    | ((columns: readonly Float64Array[], missing: 'listwise' | 'pairwise') => readonly (readonly (number | null)[])[])
    | null;
  /** What the table of loadings adds; empty for Pearson's. */
  readonly note: string;
}

export const correlations = option<Basis>()({
  word: 'correlations',
  doc: 'Which correlations components or factors are made of.',
  example: 'correlations pearson',
  default: 'pearson',
  choices: {
    pearson: { doc: 'Of the answers as numbers.', weighted: true, correlate: null, note: '' },
    spearman: {
      doc: 'Of ranks (Spearman).',
      correlate: (columns, missing) => correlationTable(columns, 'spearman', missing).cells.map((row) => row.map((cell) => cell.r)),
      note: 'Correlations of ranks (Spearman).',
    },
    polychoric: {
      doc: 'Of the normal variables that answers in few steps are cut from (two-step estimates).',
      correlate: (columns, missing) => polychoricTable(columns, missing).cells.map((row) => row.map((cell) => cell.rho)),
      note: 'Polychoric correlations (two-step estimates).',
    },
  },
});

export type CorrelationBasis = Chosen<typeof correlations>;

/** More different answers than this are no steps. */
export const MOST_STEPS = 20;

/** How many different answers there are, at most one more than `MOST_STEPS`. */
export function stepsOf(values: Values): number {
  if (isPoints(values)) {
    const tally = tallyIn(values);
    return Math.min(MOST_STEPS + 1, new Set(values.values.filter((value, code) => !Number.isNaN(value) && tally[code]! > 0)).size);
  }
  const seen = new Set<number>();
  for (const value of values) {
    if (!Number.isNaN(value)) seen.add(value);
    if (seen.size > MOST_STEPS) break;
  }
  return seen.size;
}

/** Null where Pearson's are meant; an entry is NaN where two items have none. */
export function correlationsBy(basis: CorrelationBasis, columns: readonly Float64Array[], missing: 'listwise' | 'pairwise'): Matrix | null {
  const { correlate } = correlations.choices[basis.kind];
  return correlate === null ? null : correlate([...columns], missing).map((row) => row.map((value) => value ?? NaN));
}
