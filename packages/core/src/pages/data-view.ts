// The data of a study as an editor shows them beside its data block: the file, its columns with what they hold, and its first rows.
import { setMatchesNumber, setMatchesText } from '../data/values.ts';
import type { ColumnSchema, Schema } from '../data/schema.ts';
import type { DataPlan } from '../data/survey-plan.ts';
import { HIDDEN_ID, idsAreHidden } from '../execute/hidden-ids.ts';
import { statedCell, textCell, valueSetTexts, type ReportContext } from '../methods/context.ts';
import type { Block, Cell, TableBlock } from '../show/document.ts';
import { formatPlain, formatQuantity } from '../show/format.ts';

/** What is known of the data beside their schema. */
export interface DataGlance {
  readonly encoding: string | null /** Cells of the first rows, in the order of the columns; a blank one is null. */;
  readonly first: readonly (readonly (string | null)[])[];
}

export function dataBlocks(context: ReportContext, schema: Schema, glance: DataGlance): readonly Block[] {
  const { plan, words } = context;
  if (plan.data === null) return [{ kind: 'note', tone: 'plain', text: words.framework }];
  return [
    factsTable(context, plan.data, schema, glance),
    columnsTable(context, plan.data, schema),
    ...(glance.first.length === 0 ? [] : [rowsTable(context, schema, glance)]),
  ];
}

const count = (context: ReportContext, value: number): Cell => statedCell(context, 'row of the data', value, 'count');

function factsTable(context: ReportContext, data: DataPlan, schema: Schema, glance: DataGlance): TableBlock {
  const { words } = context;
  const missing = valueSetTexts(
    data.missing.some((code) => code.kind === 'blank') ? data.missing : [{ kind: 'blank' }, ...data.missing],
    words,
  ).join(words.listComma);
  const rows: (readonly Cell[])[] = [
    [textCell(words.dataFile), textCell(data.file)],
    ...(glance.encoding === null ? [] : [[textCell(words.encoding), textCell(glance.encoding)]]),
    [textCell(words.dataRows), textCell(formatQuantity(schema.rows, 'count'))],
    [textCell(words.dataColumns), textCell(formatQuantity(schema.columns.length, 'count'))],
    [textCell(words.missingValues), textCell(missing)],
  ];
  return {
    kind: 'table',
    id: 'data:facts',
    title: words.dataFile,
    columns: [
      { title: words.fact, align: 'left' },
      { title: words.value, align: 'left' },
    ],
    rows,
    notes: [],
  };
}

function columnsTable(context: ReportContext, data: DataPlan, schema: Schema): TableBlock {
  const { words } = context;
  return {
    kind: 'table',
    id: 'data:columns',
    title: words.dataColumns,
    columns: [
      { title: words.dataColumn, align: 'left' },
      { title: words.dataFilled, align: 'number' },
      { title: words.dataMissing, align: 'number' },
      { title: words.dataValues, align: 'left' },
    ],
    rows: schema.columns.map((column) => {
      const missing = missingIn(column, data);
      return [
        textCell(column.name),
        count(context, column.filled + column.blanks - missing),
        count(context, missing),
        textCell(valuesOf(context, column)),
      ];
    }),
    notes: [words.dataMissingNote],
  };
}

/** Blanks and, as far as its values are known, the data block's missing codes. */
function missingIn(column: ColumnSchema, data: DataPlan): number {
  let missing = column.blanks;
  for (const [text, times] of column.distinct)
    if (column.kind === 'number' ? setMatchesNumber(data.missing, Number(text)) : setMatchesText(data.missing, text)) missing += times;
  return missing;
}

/** So many values are named. */
const FEW = 6;

function valuesOf(context: ReportContext, column: ColumnSchema): string {
  const { words } = context;
  if (column.name === hiddenColumn(context)) return HIDDEN_ID;
  const values = [...column.distinct.keys()];
  if (!column.capped && values.length <= FEW) return values.join(words.listComma);
  if (column.kind === 'number') return `${formatPlain(column.min ?? 0)} – ${formatPlain(column.max ?? 0)}`.replaceAll('-', '−');
  return words.dataTexts(formatQuantity(values.length, 'count'), column.capped);
}

/** The column of ids, where they are hidden. */
const hiddenColumn = ({ plan }: ReportContext): string | undefined => (idsAreHidden(plan) ? plan.data?.id : undefined);

function rowsTable(context: ReportContext, schema: Schema, glance: DataGlance): TableBlock {
  const ids = schema.columns.findIndex(({ name }) => name === hiddenColumn(context));
  return {
    kind: 'table',
    id: 'data:rows',
    title: context.words.dataFirst,
    columns: schema.columns.map((column) => ({ title: column.name, align: 'left' as const })),
    rows: glance.first.map((cells) => cells.map((cell, at) => textCell(at === ids ? HIDDEN_ID : (cell ?? '')))),
    notes: [],
  };
}
