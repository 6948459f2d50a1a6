// What kind of correlations an index is made of. Pearson's come from its moments (run.ts); those that need the answers are here.
import { completeMask, jointCounts, type Joint } from '../../counts/joint.ts';
import { countable, type Tabled } from '../../counts/moments.ts';
import { floatsOf, isPoints, tallyIn, type Values } from '../../counts/points.ts';
import { pointsAmong } from '../../counts/values.ts';
import { option, type Chosen } from '../../contract/option.ts';
import type { Matrix } from '../../numerics/linear-algebra.ts';
import { correlationTable } from '../../procedures/describe/correlation.ts';
import { countedCorrelations } from '../../procedures/describe/counted-correlation.ts';
import { countedPolychorics, polychoricTable } from '../../procedures/describe/polychoric.ts';

interface Basis {
  /** Of the answers; null entries where there is none. Null: they come from the moments. */
  readonly correlate: {
    readonly rows: (columns: readonly Float64Array[], missing: 'listwise' | 'pairwise') => readonly (readonly (number | null)[])[];
    /** The same of counts of the rows that are used. */
    readonly counts: (joint: Joint, tables: readonly Tabled[]) => readonly (readonly (number | null)[])[];
  } | null;
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
      correlate: {
        rows: (columns, missing) => correlationTable(columns, 'spearman', missing).cells.map((row) => row.map((cell) => cell.r)),
        counts: (joint, tables) => countedCorrelations(joint, tables, 'spearman').cells.map((row) => row.map((cell) => cell.r)),
      },
      note: 'Correlations of ranks (Spearman).',
    },
    polychoric: {
      doc: 'Of the normal variables that answers in few steps are cut from (two-step estimates).',
      correlate: {
        rows: (columns, missing) => polychoricTable(columns, missing).cells.map((row) => row.map((cell) => cell.rho)),
        counts: (joint, tables) => countedPolychorics(joint, tables).map((row) => row.map((cell) => cell.rho)),
      },
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
export function correlationsBy(basis: CorrelationBasis, columns: readonly Values[], missing: 'listwise' | 'pairwise'): Matrix | null {
  const { correlate } = correlations.choices[basis.kind];
  if (correlate === null) return null;
  const points = pointsAmong(columns);
  if (points === null) return correlate.rows(columns.map(floatsOf), missing).map((row) => row.map((value) => value ?? NaN));
  const { columns: coded, tables } = countable(points);
  const joint = jointCounts(coded, missing === 'listwise' ? completeMask(points).mask : null);
  return correlate.counts(joint, tables).map((row) => row.map((value) => value ?? NaN));
}
