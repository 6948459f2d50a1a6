// What was answered: indicators by dimension, other indicators and numbers, categories with valid percents.
import type { Block, Cell, TableBlock } from '../../show/document.ts';
import type { GroupResult, VariableResult } from '../results.ts';
import type { drawnQuantities } from '../design/quantities.ts';
import type { variableQuantities } from './quantities.ts';
import { addressFor } from '../../contract/declared-quantity.ts';
import { addressCell, headingRow, quantityAt, textCell, type ReportContext } from '../context.ts';
import { formatQuantity } from '../../show/format.ts';

export function descriptiveBlocks(context: ReportContext): readonly Block[] {
  return [itemTable(context, 'dimension'), itemTable(context, 'other'), categoryTable(context), choicesTable(context)].filter(
    (table) => table !== null,
  );
}

/** Indicators of the dimensions; or all other indicators and numbers, under their blocks where they have one. */
function itemTable(context: ReportContext, which: 'dimension' | 'other'): TableBlock | null {
  const { words, results, plan } = context;
  const options = new Set(plan.groups.flatMap((group) => (group.kind === 'choices' ? group.members : [])));
  const described = new Map(
    results.variables.filter((one) => one.description !== null && !options.has(one.variable.name)).map((one) => [one.variable.name, one]),
  );
  const inDimension = new Set(plan.groups.filter((group) => group.kind === 'dimension').flatMap((group) => group.members));
  const shownColumns = hasDesign(context) ? [...COLUMNS.slice(0, 3), ...DRAWN, ...COLUMNS.slice(3)] : COLUMNS;
  const columns = 1 + shownColumns.length;
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  const shown = new Set<string>();
  const section = (heading: string | null, names: readonly string[], group: GroupResult | null): void => {
    const own = names.flatMap((name) => described.get(name) ?? []);
    if (own.length === 0) return;
    if (rows.length > 0) parts.push(rows.length);
    if (heading !== null) rows.push(headingRow(heading, columns));
    for (const one of own) {
      shown.add(one.variable.name);
      rows.push([
        textCell(context.labelOf(one.variable.name), { indent: heading === null ? 0 : 1 }),
        ...itemCells(context, one, shownColumns),
      ]);
    }
    if (group !== null && group.mean !== null) {
      const { name } = group.group;
      rows.push([
        textCell(group.group.kind === 'dimension' ? words.dimensionMean : words.blockMean, { indent: 1, emphasis: true }),
        null,
        addressCell(context, addressFor([name], 'mean'), { emphasis: true }),
        addressCell(context, addressFor([name], 'sd'), { emphasis: true }),
        ...shownColumns.slice(3).map(() => null),
      ]);
    }
  };
  if (which === 'dimension') {
    for (const group of results.groups)
      if (group.group.kind === 'dimension') section(context.labelOf(group.group.name), group.group.members, group);
  } else {
    for (const group of results.groups) {
      if (group.group.kind !== 'block') continue;
      const members = group.group.members.filter((name) => described.has(name) && !inDimension.has(name) && !shown.has(name));
      section(
        context.labelOf(group.group.name),
        members,
        group.items.length > 1 && group.items.every((item) => members.includes(item)) ? group : null,
      );
    }
    section(
      rows.length === 0 ? null : words.otherVariables,
      [...described.keys()].filter((name) => !inDimension.has(name) && !shown.has(name)),
      null,
    );
  }
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: `descriptives:${which === 'dimension' ? 'dimensions' : 'others'}`,
    title: which === 'dimension' ? words.itemsByDimension : inDimension.size === 0 ? words.otherVariables : words.predictors,
    columns: [
      { title: words.item, align: 'left' },
      ...shownColumns.map((column) => ({ title: titleOf(context, column), align: 'number' as const })),
    ],
    rows,
    parts,
    notes: [words.descriptivesNote, ...(hasDesign(context) ? [words.weightedNote] : []), ...asAsked(context, shown)],
  };
}

const COLUMNS = ['n', 'mean', 'sd', 'min', 'max', 'skewness', 'kurtosis'] as const satisfies readonly (keyof typeof variableQuantities)[];

/** Beside them in a study with a design. */
const DRAWN = ['se', 'deff', 'n.kish'] as const satisfies readonly (keyof typeof variableQuantities | keyof typeof drawnQuantities)[];
type ItemColumn = (typeof COLUMNS)[number] | (typeof DRAWN)[number];

const titleOf = ({ words }: ReportContext, column: ItemColumn): string =>
  column === 'deff' ? words.designEffect : column === 'n.kish' ? words.kishN : words[column];

const hasDesign = (context: ReportContext): boolean => context.plan.data?.design !== undefined;

function itemCells(context: ReportContext, one: VariableResult, columns: readonly ItemColumn[]): readonly Cell[] {
  return columns.map((quantity) => {
    const address = addressFor([one.variable.name], quantity);
    const { value } = quantityAt(context, address);
    // The end of a scale is a point of it.
    return addressCell(
      context,
      address,
      (quantity === 'min' || quantity === 'max') && value !== null && Number.isInteger(value) ? { decimals: 0 } : {},
    );
  });
}

/** Notes on how answers were turned before any statistic. */
function asAsked(context: ReportContext, shown: ReadonlySet<string>): readonly string[] {
  const { words, plan } = context;
  const indicators = plan.variables.filter((variable) => variable.kind === 'indicator' && shown.has(variable.name));
  const list = (keep: (variable: (typeof indicators)[number]) => boolean): string =>
    indicators
      .filter(keep)
      .map((variable) => context.labelOf(variable.name))
      .join(words.listComma);
  const reversed = list((variable) => variable.kind === 'indicator' && variable.reversed);
  const rescaled = list((variable) => variable.kind === 'indicator' && variable.askedOn !== null);
  return [...(reversed === '' ? [] : [words.reversedNote(reversed)]), ...(rescaled === '' ? [] : [words.rescaledNote(rescaled)])];
}

/** Questions with several answers: each option with those who chose it. */
function choicesTable(context: ReportContext): TableBlock | null {
  const { words, plan } = context;
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const group of plan.groups) {
    if (group.kind !== 'choices') continue;
    if (rows.length > 0) parts.push(rows.length);
    const missing = quantityAt(context, addressFor([group.name], 'missing')).value ?? 0;
    rows.push(headingRow(context.labelOf(group.name), 4, missing > 0 ? words.missingOf(formatQuantity(missing, 'count')) : undefined));
    for (const option of group.members)
      rows.push([
        textCell(context.labelOf(option), { indent: 1 }),
        addressCell(context, addressFor([option], 'count')),
        addressCell(context, addressFor([option], 'percent')),
        addressCell(context, addressFor([option], 'percent_of_answers')),
      ]);
  }
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'descriptives:choices',
    title: words.severalAnswers,
    columns: [
      { title: words.option, align: 'left' },
      { title: words.count, align: 'number' },
      { title: words.percentOfCases, align: 'number' },
      { title: words.percentOfAnswers, align: 'number' },
    ],
    rows,
    parts,
    notes: [words.severalAnswersNote],
  };
}

function categoryTable(context: ReportContext): TableBlock | null {
  const { words, results } = context;
  const drawn = hasDesign(context);
  const columns = [
    { title: words.category, align: 'left' as const },
    ...[words.count, words.validPercent, ...(drawn ? [words.se, words.designEffect] : [])].map((title) => ({
      title,
      align: 'number' as const,
    })),
  ];
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const { variable, frequencies } of results.variables) {
    if (variable.kind !== 'category' || frequencies === null) continue;
    if (rows.length > 0) parts.push(rows.length);
    rows.push(
      headingRow(
        context.labelOf(variable.name),
        columns.length,
        frequencies.missing > 0 ? words.missingOf(formatQuantity(frequencies.missing, 'count')) : undefined,
      ),
    );
    for (const [position, row] of frequencies.rows.entries()) {
      const level = variable.levels[position];
      const path = [variable.name, level?.name ?? row.value];
      rows.push([
        textCell(level === undefined ? row.value : context.labelOf(path.join('.')), { indent: 1 }),
        addressCell(context, addressFor(path, 'count')),
        addressCell(context, addressFor(path, 'percent')),
        ...(drawn ? [addressCell(context, addressFor(path, 'se')), addressCell(context, addressFor(path, 'deff'))] : []),
      ]);
    }
  }
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'descriptives:categories',
    title: words.respondents,
    columns,
    rows,
    parts,
    notes: [words.validPercentNote, ...(drawn ? [words.weightedPercentNote] : [])],
  };
}

/** Categories of which the population is known, such as the sites of a survey: how many there are of each level, and how many took part. */
export function populationBlocks(context: ReportContext): readonly Block[] {
  const { words, results } = context;
  const known = results.variables.flatMap(({ variable }) =>
    variable.kind === 'category' && context.quantityAt(addressFor([variable.name], 'population')) !== undefined ? [variable] : [],
  );
  const [first, second] = known;
  if (first === undefined) return [];
  const heads = [words.population, words.populationSampled, words.sampled];
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const { name, levels } of known) {
    const indent = second === undefined ? 0 : 1;
    if (rows.length > 0) parts.push(rows.length);
    if (second !== undefined) rows.push(headingRow(context.labelOf(name), 1 + heads.length));
    for (const level of levels) {
      const path = [name, level.name];
      rows.push([
        textCell(context.labelOf(path.join('.')), { indent }),
        ...(['population', 'count', 'sampled'] as const).map((quantity) => addressCell(context, addressFor(path, quantity))),
      ]);
    }
    parts.push(rows.length);
    rows.push([
      textCell(words.total, { indent }),
      ...(['population', 'n', 'sampled'] as const).map((quantity) => addressCell(context, addressFor([name], quantity))),
    ]);
  }
  return [
    {
      kind: 'table',
      id: 'sample:population',
      title: words.populationAndSample,
      columns: [
        { title: second === undefined ? context.labelOf(first.name) : words.category, align: 'left' },
        ...heads.map((title) => ({ title, align: 'number' as const })),
      ],
      rows,
      parts,
      notes: [words.populationNote],
    },
  ];
}
