// Items that look as if they had been asked the other way round, or on another scale, without anybody saying so.
import { reversalChecks, type ReversalCheck } from '../../procedures/congruence/reversed-items.ts';
import { scaleChecks, type ScaleCheck } from '../../procedures/congruence/scale-checks.ts';
import { commonItems, comparableItems, indicatorOf, type ComparedStudy } from './study.ts';

export interface Suspicions {
  readonly study: string;
  /** Of the index that was looked at. */
  readonly index: string;
  readonly reversed: readonly ReversalCheck[];
  readonly scales: readonly ScaleCheck[];
}

/** Every study against the first, over the items of an index that all have; studies in which nothing is suspect are not listed. */
export function suspicionsOf(studies: readonly ComparedStudy[], index: string): Suspicions[] {
  const items = commonItems(studies, index);
  const columns = (study: ComparedStudy, names: readonly string[]): Float64Array[] => names.map((item) => study.coded.numbers.get(item)!);
  const first = studies[0]!;
  return studies.slice(1).flatMap((study): Suspicions[] => {
    const reversed = reversalChecks(items, columns(first, items), columns(study, items)).items.filter((one) => one.suspect);
    // Where another scale is declared, its answers are brought to the first study's and lie between its points: only what is said to be
    // alike is looked at.
    const alike = comparableItems([first, study], index).filter(
      (item) => items.includes(item) && indicatorOf(study, item)?.askedOn == null && indicatorOf(first, item)?.askedOn == null,
    );
    const declared = alike.map((item) => indicatorOf(first, item)?.scale ?? null);
    // An answer outside the first study's own scale (kept to reproduce a paper) is no answer to hold others against.
    const within = columns(first, alike).map((values, i) =>
      values.map((value) => (declared[i] !== null && (value < declared[i]!.low || value > declared[i]!.high) ? NaN : value)),
    );
    const scales = scaleChecks(alike, within, columns(study, alike), { scales: declared }).filter((one) => one.findings.length > 0);
    return reversed.length + scales.length === 0 ? [] : [{ study: study.name, index, reversed, scales }];
  });
}
