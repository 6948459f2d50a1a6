// The study and its data at a glance.
import type { ValueSet } from '../contract/variables.ts';
import type { DataPlan } from '../data/survey-plan.ts';
import type { Block, Cell, TableBlock } from '../show/document.ts';
import { populationBlocks } from '../methods/describe/tables.ts';
import { designBlocks } from '../methods/design/tables.ts';
import { addressCell, quantityAt, textCell, valueSetTexts, type ReportContext } from '../methods/context.ts';
import { formatQuantity } from '../show/format.ts';

export function sampleBlocks(context: ReportContext): readonly Block[] {
  const { plan, words } = context;
  if (plan.data === null) return [{ kind: 'note', tone: 'plain', text: words.framework }];
  return [dataTable(context), ...populationBlocks(context), ...designBlocks(context)];
}

/** What the data block says, a row each. */
export function dataFacts(context: ReportContext): readonly (readonly Cell[])[] {
  const { plan, words } = context;
  const data = plan.data!;
  const rows: (readonly Cell[])[] = [];
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined) rows.push([textCell(name), textCell(value)]);
  };
  add(words.dataFile, filesOf(data).join(words.listComma));
  add(words.encoding, data.encoding);
  rows.push([textCell(words.cases), addressCell(context, 'sample')]);
  add(words.caseNumber, data.id);
  add(words.clusters, data.cluster);
  const codes = (set: ValueSet): string =>
    valueSetTexts(set.some((code) => code.kind === 'blank') ? set : [{ kind: 'blank' }, ...set], words).join(words.listComma);
  for (const join of data.joins) {
    const told = [
      words.on(join.key === undefined ? join.on : `${join.on} = ${join.key}`),
      ...(join.encoding === undefined ? [] : [join.encoding]),
      ...(join.missing === undefined ? [] : [`${words.missingValues}: ${codes(join.missing)}`]),
    ];
    add(words.joined, `${join.file} (${told.join('; ')})`);
  }
  add(words.missingValues, codes(data.missing));
  add(words.outOfRange, data.outOfRange === 'kept' ? words.kept : words.dropped);
  const count = (name: string, address: 'sample.unusable' | 'sample.kept'): void => {
    if ((quantityAt(context, address).value ?? 0) > 0) rows.push([textCell(name), addressCell(context, address)]);
  };
  count(words.unusable, 'sample.unusable');
  count(words.unusableKept, 'sample.kept');
  add(words.seed, String(plan.seed));
  return rows;
}

function dataTable(context: ReportContext): TableBlock {
  const { words } = context;
  return {
    kind: 'table',
    id: 'sample:data',
    title: words.sample,
    columns: [
      { title: words.fact, align: 'left' },
      { title: words.value, align: 'left' },
    ],
    rows: dataFacts(context),
    notes: [],
  };
}

/** The file of answers and those that stand below it. */
const filesOf = (data: DataPlan): readonly string[] => [data.file, ...(data.appends ?? []).map(({ file }) => file)];

/** One line under a report's title: how many cases, in which file. */
export function casesLine(context: ReportContext): string {
  const { plan, words, results } = context;
  return plan.data === null
    ? words.framework
    : words.casesIn(formatQuantity(results.sample, 'count'), filesOf(plan.data).join(words.listComma));
}
