// Do the items form the same components elsewhere? Tucker's congruence, target rotation and items that moved, of every study against the
// first.
import { compareStructures, structureOf, type StructureComparison, type StructureFailure } from '../index/structures.ts';
import { commonItems, indexOf, itemColumns, type ComparedStudy } from './study.ts';

export interface ComparedStructure {
  readonly index: string;
  /** Items that all studies asked; fewer than the first's where something was not asked. */
  readonly items: readonly string[];
  /** Name of each component of the first study, by its marker; null where none has a name (or its marker was not asked everywhere). */
  readonly components: readonly (string | null)[];
  /** One entry a study after the first. */
  readonly against: readonly { readonly study: string; readonly found: StructureComparison | StructureFailure }[];
}

/**
 * As many components as the first study kept, over the common items, by the first study's rotation and missing policy; null where the first
 * has no such index.
 */
export function comparedStructure(studies: readonly ComparedStudy[], name: string, replications: number): ComparedStructure | null {
  const first = studies[0]!;
  const index = indexOf(first, name);
  const items = commonItems(studies, name);
  if (index === null || items.length < 2) return null;
  const { job, result } = index;
  const rule = { extract: job.extract, rotate: job.rotate };
  const columnsOf = (study: ComparedStudy): readonly Float64Array[] => itemColumns(study, items, job.missing);
  const components = Math.min(result.kept, items.length);
  const same = items.length === job.items.length && job.missing !== 'pairwise';
  const original = same ? result.loadings : (structureOf(columnsOf(first), components, rule) ?? []);
  const options = {
    components,
    rule,
    replications,
    seed: first.plan.seed,
    ...(original.length > 0 ? { originalLoadings: original } : {}),
  };
  return {
    index: name,
    items,
    components: Array.from({ length: components }, (_, column) => nameOf(column, original, items, job.components)),
    against: studies
      .slice(1)
      .map((study) => ({ study: study.name, found: compareStructures(items, columnsOf(first), columnsOf(study), options) })),
  };
}

/** The component whose marker loads highest on the column. */
function nameOf(
  column: number,
  loadings: readonly (readonly number[])[],
  items: readonly string[],
  components: readonly { readonly name: string; readonly marker: string }[],
): string | null {
  const found = components.find(({ marker }) => {
    const row = loadings[items.indexOf(marker)];
    return row !== undefined && row.every((value, k) => Math.abs(value) <= Math.abs(row[column]!) || k === column);
  });
  return found?.name ?? null;
}
