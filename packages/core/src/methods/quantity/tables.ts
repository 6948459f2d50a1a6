// Figures made of figures: what each is called, what comes out, what it is made of.
import type { Block, Cell } from '../../show/document.ts';
import { formatName } from '../../contract/quantity.ts';
import { writeFormula } from '../../data/formula.ts';
import type { QuantityPlan } from '../plan.ts';
import { addressCell, textCell, type ReportContext } from '../context.ts';

/** `only`: of these names; all when null. `quantities`: those of the plan where nothing else is given. */
export function quantityBlocks(
  context: ReportContext,
  only: ReadonlySet<string> | null = null,
  quantities: readonly QuantityPlan[] = context.plan.quantities ?? [],
): readonly Block[] {
  const { words } = context;
  const shown = quantities.filter(({ name }) => (only === null || only.has(name)) && context.quantityAt(formatName(name)) !== undefined);
  if (shown.length === 0) return [];
  return [
    {
      kind: 'table',
      id: 'quantities',
      title: words.quantities,
      columns: [
        { title: words.quantity, align: 'left' },
        { title: words.computed, align: 'number' },
        { title: words.madeOf, align: 'left' },
      ],
      rows: shown.map(({ name, formula }): readonly Cell[] => [
        textCell(context.labelOf(name)),
        addressCell(context, formatName(name)),
        textCell(writeFormula(formula), { muted: true }),
      ]),
      notes: [words.noStandardError],
    },
  ];
}
