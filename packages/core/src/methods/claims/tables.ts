// What the author claims, against what comes out. What the paper printed is published-tables.ts.
import type { Block, Cell } from '../../show/document.ts';
import type { HypothesisResult } from '../results.ts';
import { formatAddress } from '../../contract/quantity.ts';
import { claimText } from '../address-label.ts';
import { addressCell, statedCell, textCell, type CellLooks, type ReportContext } from '../context.ts';

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
        textCell(claimText(context, claim.claim.left, claim.claim.operator, claim.claim.right), { indent: 1 }),
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

/** The number that a claim or a printed figure is about; the results need not have it. */
export function claimedCell(context: ReportContext, address: string, looks: CellLooks): Cell {
  return context.quantityAt(address) !== undefined
    ? addressCell(context, address, looks)
    : statedCell(context, 'not among the results', null, 'coefficient', looks);
}
