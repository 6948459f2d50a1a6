// What the author claims and what the paper printed, against what comes out.
import type { Block, Cell, NoteBlock, TableBlock } from '../../show/document.ts';
import type { CheckedFigure, HypothesisResult, PublishedResult } from '../results.ts';
import { formatAddress } from '../../contract/quantity.ts';
import { addressCell, statedCell, textCell, type CellLooks, type ReportContext } from '../context.ts';
import { countsOf, figuresBriefly } from './counts.ts';
import { formatQuantity } from '../../show/format.ts';
import { labelText } from '../../contract/label-text.ts';

/** `hypotheses`: those of the results where nothing else is given. */
export function hypothesisBlocks(
  context: ReportContext,
  hypotheses: readonly HypothesisResult[] = context.results.hypotheses,
): readonly Block[] {
  const { words } = context;
  if (hypotheses.length === 0) return [];
  const rows: (readonly Cell[])[] = [];
  const parts: number[] = [];
  for (const one of hypotheses) {
    if (rows.length > 0) parts.push(rows.length);
    rows.push([textCell(context.labelOf(one.plan.name), { emphasis: true }), null, textCell(words[one.verdict], { emphasis: true })]);
    for (const claim of one.claims) {
      const verdict = claim.holds === null ? words.undecided : claim.holds ? words.holds : words.fails;
      rows.push([
        textCell(claim.claim.text, { indent: 1 }),
        claimedCell(context, formatAddress(claim.claim.left), claim.reason === null ? {} : { reason: claim.reason }),
        textCell(verdict),
      ]);
    }
  }
  return [
    {
      kind: 'table',
      id: 'hypotheses',
      title: words.hypotheses,
      columns: [
        { title: words.claim, align: 'left' },
        { title: words.computed, align: 'number' },
        { title: words.verdict, align: 'left' },
      ],
      rows,
      parts,
      notes: [],
    },
  ];
}

export function publishedBlocks(context: ReportContext): readonly Block[] {
  return context.results.published.flatMap((one) => publishedOf(context, one));
}

function publishedOf(context: ReportContext, result: PublishedResult): readonly Block[] {
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
  ].join(words.sentenceGap);
  const note: NoteBlock = { kind: 'note', tone: counts.off + counts.open === 0 ? 'good' : 'plain', text };
  return [
    note,
    summaryTable(context, tables),
    ...[...tables].map(([name, figures], index) =>
      figuresTable(context, labelText(result.plan.label, context.language), name, figures, index),
    ),
  ];
}

/** The number that a claim or a printed figure is about; the results need not have it. */
export function claimedCell(context: ReportContext, address: string, looks: CellLooks): Cell {
  return context.quantityAt(address) !== undefined
    ? addressCell(context, address, looks)
    : statedCell(context, 'not among the results', null, 'coefficient', looks);
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

function figuresTable(
  context: ReportContext,
  source: string,
  name: string | null,
  figures: readonly CheckedFigure[],
  index: number,
): TableBlock {
  const { words } = context;
  const rows = figures.map((one): readonly Cell[] => {
    const address = formatAddress(one.figure.address);
    const printed = `${one.figure.operator === '=' ? '' : `${one.figure.operator} `}${one.figure.printed.text}`;
    const mark = one.agrees === null ? {} : { mark: one.agrees && one.starsAgree !== false ? ('agrees' as const) : ('differs' as const) };
    // A proportion that is printed as 46.9% has its digits two places further on.
    const shift = one.inPrint !== one.computed ? 2 : 0;
    const decimals = (one.figure.operator === '=' ? one.figure.printed.decimals : Math.max(3, one.figure.printed.decimals)) + shift;
    return [
      textCell(address),
      textCell(printed),
      claimedCell(context, address, {
        decimals,
        ...mark,
        ...(one.figure.printed.stars === null ? {} : { stars: one.computedStars === 'ns' ? '' : (one.computedStars ?? '') }),
        ...(one.reason === null ? {} : { reason: one.reason }),
      }),
    ];
  });
  return {
    kind: 'table',
    id: `published:${index}`,
    title: `${name ?? words.singleFigures}${source === '' ? '' : ` — ${source}`}`,
    columns: [
      { title: words.quantity, align: 'left' },
      { title: words.printed, align: 'number' },
      { title: words.computed, align: 'number' },
    ],
    rows,
    notes: [words.agreeNote],
  };
}
