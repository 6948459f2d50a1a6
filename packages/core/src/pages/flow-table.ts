// From the rows of the file to the cases of each model: who was left out on the way, and why. Every number has an address.
import { rulesOf } from '../data/condition.ts';
import { addressFor } from '../contract/declared-quantity.ts';
import { addressCell, conditionText, textCell, type ReportContext } from '../methods/context.ts';
import type { Block, Cell } from '../show/document.ts';

/** Nothing where everybody takes part everywhere. */
export function flowBlocks(context: ReportContext): readonly Block[] {
  const { results, plan, words } = context;
  if (plan.data === null) return [];
  const at = (path: readonly string[], key: string, args: readonly (string | number | readonly string[])[] = []): Cell =>
    addressCell(context, addressFor(path, key, args));
  const rules = plan.data.where === undefined ? [] : rulesOf(plan.data.where);
  const rows: (readonly Cell[])[] = [];
  if (rules.length > 0) {
    rows.push([textCell(words.flowRows), at([], 'sample.rows'), null, null, null]);
    for (const [k, rule] of rules.entries())
      rows.push([
        textCell(conditionText(context, rule), { indent: 1 }),
        null,
        at([], 'sample.left_out', [k + 1]),
        at([], 'sample.unknown', [k + 1]),
        null,
      ]);
  }
  rows.push([textCell(words.respondents), at([], 'sample'), rules.length > 0 ? at([], 'sample.left_out') : null, null, null]);
  const models: (readonly Cell[])[] = [
    ...results.indices.map(({ job }): readonly Cell[] => [
      textCell(words.flowUsed(context.labelOf(job.name))),
      at([job.name], job.missing === 'pairwise' ? 'n.pairwise' : 'n.correlations'),
      null,
      null,
      at([job.name], 'lost'),
    ]),
    ...results.composites.map(({ job }): readonly Cell[] => [
      textCell(words.flowUsed(context.labelOf(job.name))),
      at([job.name], 'n'),
      null,
      null,
      at([job.name], 'lost'),
    ]),
    ...results.comparisons.flatMap(({ job, cells }) =>
      together(
        job.name,
        cells.map(({ outcome, category }): readonly Cell[] => {
          const path = [job.name, outcome, ...(job.by.length > 1 ? [category.name] : [])];
          const by = job.by.length > 1 ? ` × ${context.labelOf(category.name)}` : '';
          return used(path, `${context.labelOf(job.name)}${words.colon}${context.labelOf(outcome)}${by}`, 'n(level)');
        }),
      ),
    ),
    ...results.measurements.map(({ job }): readonly Cell[] => used([job.name], context.labelOf(job.name), 'n')),
    ...results.deprivations.map(({ job }): readonly Cell[] => used([job.name], context.labelOf(job.name), 'n')),
    ...results.mediations.map(({ job }): readonly Cell[] => used([job.name], context.labelOf(job.name), 'n')),
    ...results.regressions.flatMap(({ job, outcomes }) =>
      together(
        job.name,
        outcomes.map(({ outcome }): readonly Cell[] =>
          used([job.name, outcome], `${context.labelOf(job.name)}${words.colon}${context.labelOf(outcome)}`, 'n'),
        ),
      ),
    ),
  ];
  const whole = (cell: Cell): boolean => cell === null || (cell.kind === 'number' && (cell.value === null || cell.value === 0));
  if (rules.length === 0 && models.every(([, , left = null, , lost = null]) => whole(left) && whole(lost))) return [];
  rows.push(...models);
  return [
    {
      kind: 'table',
      id: 'flow:cases',
      title: words.flow,
      columns: [
        { title: words.flowStep, align: 'left' },
        { title: words.cases, align: 'number' },
        { title: words.flowLeftOut, align: 'number' },
        { title: words.flowUnknown, align: 'number' },
        { title: words.flowLost, align: 'number' },
      ],
      rows,
      notes: [words.flowNote],
    },
  ];

  /** Outcomes that the same cases have are one line, the first one's numbers under the name of the whole. */
  function together(name: string, outcomes: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
    const [first] = outcomes;
    const valueOf = (cell: Cell): number | null => (cell?.kind === 'number' ? cell.value : null);
    const alike = first !== undefined && outcomes.every((row) => row.every((cell, at) => valueOf(cell) === valueOf(first[at]!)));
    return alike ? [[textCell(words.flowUsed(context.labelOf(name))), ...first.slice(1)]] : outcomes;
  }
  function used(path: readonly string[], name: string, n: 'n' | 'n(level)'): readonly Cell[] {
    return [textCell(words.flowUsed(name)), n === 'n' ? at(path, n) : at(path, n, [['all']]), at(path, 'left_out'), null, at(path, 'lost')];
  }
}
