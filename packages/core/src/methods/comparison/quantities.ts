// Every number of a comparison of studies, by what it is a number of, and its address: the only list. Tables of a comparison, its JSON and
// the test that each has a reference value are made of it. Studies stand in brackets, by the name that is over their columns:
// `full.integration.b(age, bijie)`, `integration.metric.change.cfi`.
import { quantitiesUnder } from '../../contract/declared-quantity.ts';
import type { Quantities, Quantity } from '../../contract/quantity.ts';
import type { StudiesComparison } from './compare-studies.ts';
import { hidesOfItem, hidesOfOutcome, hidesOfScale, hidesOfScores } from './hidden.ts';
import { collector } from '../collector.ts';
import type { Invariance } from '../../procedures/invariance/invariance.ts';
import { comparedItemQuantities, comparedScaleQuantities, later } from './quantities-items.ts';
import { comparedFormQuantities, comparedLevelQuantities } from './quantities-invariance.ts';
import { comparedComponents, comparedItemsOf, comparedStructureQuantities } from './quantities-structure.ts';
import { comparedScoreQuantities } from './quantities-scores.ts';
import { comparedOutcomeQuantities } from './quantities-coefficients.ts';

/** A level is a part of an index: `integration.metric`; without the items that stand elsewhere, `integration.without.metric`. */
export const comparisonQuantitiesOf = {
  item: comparedItemQuantities,
  scale: comparedScaleQuantities,
  'structure of an index': comparedStructureQuantities,
  'form of an index': comparedFormQuantities,
  'level of invariance': comparedLevelQuantities,
  'scores of an index': comparedScoreQuantities,
  'outcome of regression': comparedOutcomeQuantities,
} as const;
export type ComparisonQuantityKind = keyof typeof comparisonQuantitiesOf;

/** Whether a number holds a study against the first, which has none of its own: `d(study)`. */
export const againstFirst = (kind: ComparisonQuantityKind, key: string): boolean => {
  const entries: Readonly<Record<string, { readonly over?: unknown }>> = comparisonQuantitiesOf[kind];
  return Object.hasOwn(entries, key) && laterOnly.has(entries[key]!.over);
};
const laterOnly: ReadonlySet<unknown> = new Set([later, comparedComponents, comparedItemsOf]);

const reason = 'not defined';

/** Each number of a comparison with the kind of thing that it is a number of. */
export function eachComparisonQuantity(
  comparison: StudiesComparison,
  take: (kind: ComparisonQuantityKind, quantity: Quantity) => void,
): void {
  const studies = comparison.studies.map((study) => study.name);
  const as = (kind: ComparisonQuantityKind) => (quantity: Quantity) => {
    take(kind, quantity);
  };
  const levels = (path: readonly string[], result: Invariance): void => {
    for (const step of result.steps)
      quantitiesUnder([...path, step.level], comparedLevelQuantities, { step, studies, reason }, as('level of invariance'));
  };
  for (const item of comparison.items)
    quantitiesUnder(
      [item.name],
      comparedItemQuantities,
      { studies, of: item, reason, hides: hidesOfItem(comparison.studies, item) },
      as('item'),
    );
  for (const scale of comparison.reliability)
    quantitiesUnder(
      [scale.name],
      comparedScaleQuantities,
      { studies, of: scale, reason, hides: hidesOfScale(comparison.studies, scale) },
      as('scale'),
    );
  for (const { name, structure, invariance, scores } of comparison.indices) {
    if (structure !== null)
      quantitiesUnder([name], comparedStructureQuantities, { studies, of: structure, reason }, as('structure of an index'));
    quantitiesUnder([name], comparedFormQuantities, { studies, of: invariance, reason }, as('form of an index'));
    levels([name], invariance.result);
    if (invariance.without !== null) levels([name, 'without'], invariance.without.result);
    if (scores !== null) {
      const hides = hidesOfScores(comparison.studies, scores);
      quantitiesUnder([name], comparedScoreQuantities, { studies, of: scores, reason, hides }, as('scores of an index'));
    }
  }
  for (const { name, outcomes } of comparison.regressions)
    for (const of of outcomes) {
      const hides = hidesOfOutcome(
        comparison.studies,
        of.studies.map(({ few = null }) => few),
      );
      quantitiesUnder(
        [name, ...of.outcome.split('.')],
        comparedOutcomeQuantities,
        { studies, of, reason, hides },
        as('outcome of regression'),
      );
    }
}

/** All of them under their addresses. */
export function comparisonQuantities(comparison: StudiesComparison): Quantities {
  const { map, set } = collector();
  eachComparisonQuantity(comparison, (_, quantity) => {
    set(quantity);
  });
  return map;
}
