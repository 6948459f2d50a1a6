// What of a cross table is hidden by `report { cells N }`: cells and totals of few respondents, what hangs on them, and the table's own
// statistics, which a reader could try every count against that might stand in a cell.
import type { Given, Hides, LevelPath } from '../../contract/declared-quantity.ts';
import type { Withheld } from '../../procedures/disclosure/small-cells.ts';
import { hiddenAs, hiddenLevels, NONE, withheldCrossing } from '../cells.ts';
import type { Limited } from '../state.ts';
import { CHOSEN, type AssociationNumbers } from './crossing.ts';

/** Of the whole table, and no function of its cells. */
const SHOWN: ReadonlySet<string> = new Set(['n', 'df', 'left_out', 'lost']);

export function hidesCrossing(state: Limited, { crossing, outcome, category }: AssociationNumbers): Hides | undefined {
  if (crossing === null) return undefined;
  const { rows, columns, observed } = crossing.table;
  const hidden = withheldCrossing(
    state,
    { rows, columns, counts: observed },
    { rows: hiddenLevels(state, category), columns: outcome === null ? NONE : hiddenLevels(state, outcome) },
  );
  if (hidden === null) return undefined;
  const cell = (level: string, group: LevelPath): Withheld => {
    if (group.length === 1) return hidden.columns.get(level) ?? null;
    const [i, j] = [rows.indexOf(group[1]!), columns.indexOf(level)];
    return hidden.cells[i]?.[j] ?? null;
  };
  const share = (level: string, group: LevelPath): Withheld =>
    cell(level, group) ?? (group.length === 1 ? null : (hidden.rows.get(group[1]!) ?? null));
  const margins = (level: string, group: LevelPath): Withheld => hidden.rows.get(group[1]!) ?? hidden.columns.get(level) ?? null;
  return (key, given) => {
    const as = (withheld: Withheld) => (withheld === null ? null : hiddenAs(withheld, key, state.least));
    if (given.length === 0) return SHOWN.has(key) ? null : as('other');
    if (key === 'n(level)') return as(hidden.rows.get((given[0] as LevelPath)[1] ?? '') ?? null);
    // Of an option those who chose it, of a category the level that stands first.
    const [level, groups] = outcome === null ? [CHOSEN, given] : [(given[0] as LevelPath)[1]!, given.slice(1)];
    const [first, second] = groups as readonly Given[] as readonly LevelPath[];
    if (second !== undefined) return as(share(level, first!) ?? share(level, second));
    if (key.startsWith('count')) return as(cell(level, first!));
    if (key.startsWith('percent')) return as(share(level, first!) === null ? null : 'other');
    if (key.startsWith('expected')) return as(margins(level, first!));
    return as(share(level, first!) ?? margins(level, first!));
  };
}
