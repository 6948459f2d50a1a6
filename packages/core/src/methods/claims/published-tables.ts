// What the paper printed, in the paper's own tables: its rows and columns, each printed figure marked, and beside those that do not come
// out what does.
import type { Block, Cell, NoteBlock, TableBlock, TableColumn } from '../../show/document.ts';
import type { CheckedFigure, PublishedResult } from '../results.ts';
import { formatAddress } from '../../contract/quantity.ts';
import { addressText, quantityLabel, signText } from '../address-label.ts';
import { categoryOf, headingRow, statedCell, textCell, type ReportContext } from '../context.ts';
import { countsOf, figuresBriefly } from './counts.ts';
import { formatQuantity } from '../../show/format.ts';
import { labelText } from '../../contract/label-text.ts';
import { claimedCell } from './tables.ts';

/** Remarks on the figures of one table, to stand below it. */
export type Remarks = (figures: readonly CheckedFigure[]) => readonly NoteBlock[];

export function publishedBlocks(context: ReportContext, remarks: Remarks = () => []): readonly Block[] {
  return context.results.published.flatMap((one) => publishedOf(context, one, remarks));
}

function publishedOf(context: ReportContext, result: PublishedResult, remarks: Remarks): readonly Block[] {
  const { words } = context;
  if (result.figures.length === 0) return [];
  const tables = new Map<string | null, CheckedFigure[]>();
  for (const figure of result.figures) {
    const list = tables.get(figure.figure.table) ?? [];
    list.push(figure);
    tables.set(figure.figure.table, list);
  }
  const counts = countsOf(result.figures);
  const stars = result.figures.filter((figure) => figure.starsAgree === false).length;
  const text = [
    words.figuresSummary(figuresBriefly(context.language, { ...counts, marks: 0 })),
    ...(counts.open > 0 && counts.off > 0 ? [words.missedSummary(formatQuantity(counts.open, 'count'))] : []),
    ...(stars > 0 ? [words.starsSummary(stars, formatQuantity(stars, 'count'))] : []),
    words.publishedNote,
  ].join(words.sentenceGap);
  const note: NoteBlock = { kind: 'note', tone: counts.off + counts.open === 0 ? 'good' : 'plain', text };
  const source = labelText(result.plan.label, context.language);
  return [
    note,
    summaryTable(context, tables),
    ...[...tables].flatMap(([name, figures], index) => [printedTable(context, source, name, figures, index), ...remarks(figures)]),
  ];
}

function summaryTable(context: ReportContext, tables: ReadonlyMap<string | null, readonly CheckedFigure[]>): TableBlock {
  const { words } = context;
  return {
    kind: 'table',
    id: 'published:summary',
    title: words.published,
    columns: [
      { title: words.printedTable, align: 'left' },
      { title: words.figures, align: 'number' },
      { title: words.agreeColumn, align: 'number' },
    ],
    rows: [...tables].map(([name, figures]) => [
      textCell(name ?? words.singleFigures),
      statedCell(context, 'count of printed figures', figures.length, 'count'),
      statedCell(context, 'count of printed figures', figures.filter((figure) => figure.agrees === true).length, 'count'),
    ]),
    notes: [],
  };
}

function printedTable(
  context: ReportContext,
  source: string,
  name: string | null,
  figures: readonly CheckedFigure[],
  index: number,
): TableBlock {
  const block = figures[0]!.figure.at.split('/')[1] ?? '0';
  return {
    kind: 'table',
    id: `published:${block === '0' ? '' : `${block}:`}${index}`,
    title: `${name ?? context.words.singleFigures}${source === '' ? '' : ` — ${source}`}`,
    ...(figures.every(({ figure }) => figure.row !== null && figure.column !== null)
      ? asPrinted(context, figures)
      : asList(context, figures)),
    notes: [],
  };
}

const comesOut = (one: CheckedFigure): boolean => one.agrees === true && one.starsAgree !== false;

/** Whether what comes out is written as it is printed, digit by digit. */
function readsAlike(context: ReportContext, one: CheckedFigure): boolean {
  const cell = oursCell(context, one, false);
  if (!comesOut(one) || cell?.kind !== 'number') return false;
  const digits = formatQuantity(cell.value, cell.format, cell.decimals === undefined ? {} : { decimals: cell.decimals });
  return `${digits}${cell.stars ?? ''}` === printedText(one).replaceAll(' ', '');
}

function printedText({ figure: { operator, printed } }: CheckedFigure): string {
  return `${operator === '=' ? '' : `${signText(operator)} `}${printed.text}`;
}

/** What comes out, with as many digits as are printed. `asMark`: where it agrees with what stands beside it, its mark says so. */
function oursCell(context: ReportContext, one: CheckedFigure, asMark: boolean): Cell {
  const { operator, printed } = one.figure;
  // A proportion that is printed as 46.9% has its digits two places further on.
  const shift = one.inPrint !== one.computed ? 2 : 0;
  return claimedCell(context, formatAddress(one.figure.address), {
    decimals: (operator === '=' ? printed.decimals : Math.max(3, printed.decimals)) + shift,
    ...(one.agrees === null ? {} : { mark: comesOut(one) ? 'agrees' : 'differs' }),
    ...(printed.stars === null ? {} : { stars: one.computedStars === 'ns' ? '' : (one.computedStars ?? '') }),
    ...(one.reason === null ? {} : { reason: one.reason }),
    ...(asMark ? { asMark } : {}),
  });
}

/** Figures that stand in no table, or in one of another form: a line each. */
function asList(context: ReportContext, figures: readonly CheckedFigure[]): Pick<TableBlock, 'columns' | 'rows'> {
  const { words } = context;
  return {
    columns: [
      { title: words.quantity, align: 'left' },
      { title: words.printedHead, align: 'number' },
      { title: words.ours, align: 'number' },
    ],
    rows: figures.map((one) => [
      textCell(addressText(context, one.figure.address)),
      textCell(printedText(one)),
      oursCell(context, one, false),
    ]),
  };
}

/**
 * A column of which every figure reads as it is printed is one, with marks; of others what comes out has a column beside what is printed.
 */
function asPrinted(context: ReportContext, figures: readonly CheckedFigure[]): Pick<TableBlock, 'columns' | 'rows'> {
  const { words } = context;
  const at = new Map(figures.map((one) => [`${one.figure.row}\n${one.figure.column}`, one]));
  const columns = [...new Set(figures.map(({ figure }) => figure.column!))].map((name) => {
    const own = figures.filter(({ figure }) => figure.column === name);
    return { name, title: partTitle(context, name, own), whole: own.every((one) => readsAlike(context, one)) };
  });
  const rows = [...new Set(figures.map(({ figure }) => figure.row!))];
  const width = 1 + columns.reduce((sum, { whole }) => sum + (whole ? 1 : 2), 0);
  const categories = rows.map((row) => (row.includes('.') ? categoryOf(context, row.slice(0, row.indexOf('.'))) : null));
  const several = new Set(categories.flatMap((one) => (one === null ? [] : [one.name]))).size > 1;
  return {
    columns: [
      { title: '', align: 'left' },
      ...columns.flatMap(({ title, whole }): TableColumn[] =>
        whole
          ? [{ title, align: 'number' }]
          : [words.printedHead, words.ours].map((head) => ({ title: head, align: 'number', group: title })),
      ),
    ],
    rows: rows.flatMap((row, index): (readonly Cell[])[] => {
      const category = several ? categories[index]! : null;
      const opens = category !== null && categories[index - 1]?.name !== category.name;
      const own = figures.filter(({ figure }) => figure.row === row);
      return [
        ...(opens ? [headingRow(context.labelOf(category.name), width)] : []),
        [
          textCell(partTitle(context, row, own), category === null ? {} : { indent: 1 }),
          ...columns.flatMap(({ name, whole }): Cell[] => {
            const one = at.get(`${row}\n${name}`);
            if (one === undefined) return whole ? [null] : [null, null];
            return whole ? [oursCell(context, one, false)] : [textCell(printedText(one)), oursCell(context, one, true)];
          }),
        ],
      ];
    }),
  };
}

/** A row or column of the paper's table, as a reader knows what it is of; or the number that all of it is. */
function partTitle(context: ReportContext, name: string, figures: readonly CheckedFigure[]): string {
  const label = context.labelOf(name);
  if (label !== name) return label;
  if (name === 'all') return context.words.all;
  const own = ({ figure: { address } }: CheckedFigure): string | null =>
    address.path.join('.').endsWith(name) ? quantityLabel(context, address) : null;
  const labels = new Set(figures.map(own));
  const [only] = labels;
  return labels.size === 1 && only != null ? only : name;
}
