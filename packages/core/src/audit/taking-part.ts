// How many of the printed figures take part in a check at all, and where the others stand: what an audit cannot see.
import type { CheckName, CheckResult } from './finding.ts';
import type { PrintedStudy } from './printed-study.ts';

export interface TakingPart {
  /** Figures that at least one check sets against others, or against what the study says of them. */
  readonly checked: number;
  /** Of these, figures that are only held against the range of their quantity. */
  readonly rangeOnly: number;
  /** Figures in no check, by table (null: outside tables), most first. */
  readonly none: readonly { readonly table: string | null; readonly figures: number }[];
}

export function takingPart(
  study: PrintedStudy,
  results: readonly { readonly check: CheckName; readonly result: CheckResult }[],
): TakingPart {
  const related = new Set<string>();
  const ranged = new Set<string>();
  for (const { check, result } of results) {
    // Against data every figure stands; the question is what the paper's own figures can show.
    if (check === 'computed') continue;
    const into = check === 'ranges' ? ranged : related;
    for (const cells of result.held) for (const at of cells) into.add(at);
    for (const one of result.findings) for (const at of one.involved ?? one.at) into.add(at);
  }
  const none = new Map<string | null, number>();
  let [checked, rangeOnly] = [0, 0];
  for (const cell of study.cells) {
    if (related.has(cell.at)) checked += 1;
    else if (ranged.has(cell.at)) {
      checked += 1;
      rangeOnly += 1;
    } else none.set(cell.table, (none.get(cell.table) ?? 0) + 1);
  }
  return { checked, rangeOnly, none: [...none].map(([table, figures]) => ({ table, figures })).sort((a, b) => b.figures - a.figures) };
}
