// What was found at a glance, in forms that are read line by line; and in HTML, where numbers stand large beside each other and lead to
// their place in the tables.
import { escapeMarkup as escape } from '../draw/svg.ts';
import type { Block, Cell, Statement, Phrase, SummaryBlock, TableBlock, Tile } from '../show/document.ts';
import { cellText, phraseText, VERDICTS } from './cells.ts';

/** `58.11  Mean of Social integration`, `✓  Policy support raises it (2 of 2 claims)`: the number or mark, and what stands behind it. */
export function summaryLines({ tiles, findings }: SummaryBlock): readonly { readonly mark: string; readonly text: string }[] {
  return [
    ...tiles.map(({ figure, label }: Tile) => ({ mark: phraseText(figure), text: phraseText(label) })),
    ...findings.map(({ verdict, text, aside }: Statement) => ({
      mark: verdict === undefined ? '' : VERDICTS[verdict],
      text: `${phraseText(text)}${aside === undefined ? '' : ` (${phraseText(aside)})`}`,
    })),
  ];
}

/** Anchors that were written; and the addresses that some table has, which a sentence leads to. */
export class Anchors extends Set<string> {
  readonly tabled: ReadonlySet<string>;
  constructor(blocks: readonly Block[]) {
    super();
    this.tabled = new Set(blocks.flatMap(addressesIn));
  }
}

function addressesIn(block: Block): string[] {
  const ofTable = (table: TableBlock): string[] =>
    table.rows.flatMap((row) => row.flatMap((cell) => (cell?.kind === 'number' && cell.address !== undefined ? [cell.address] : [])));
  if (block.kind === 'section') return block.blocks.flatMap(addressesIn);
  if (block.kind === 'table') return ofTable(block);
  return block.kind === 'figure' && block.table !== null ? ofTable(block.table) : [];
}

export function summaryHtml({ id, tiles, findings }: SummaryBlock, anchors: Anchors): string {
  const said = (phrase: Phrase): string => phraseHtml(phrase, anchors);
  const tile = ({ figure, label }: Tile): string => `<div class="tile"><dt>${said(label)}</dt><dd>${said(figure)}</dd></div>`;
  const finding = ({ verdict, text, aside }: Statement): string => {
    const mark = verdict === undefined ? '' : `<span class="verdict" aria-hidden="true">${VERDICTS[verdict]}</span>`;
    const behind = aside === undefined ? '' : `<span class="aside">${said(aside)}</span>`;
    return `<li class="${verdict ?? 'said'}">${mark}<span>${said(text)}</span>${behind}</li>`;
  };
  return (
    `<div class="summary" id="${escape(id)}">` +
    (tiles.length === 0 ? '' : `<dl class="tiles">${tiles.map(tile).join('\n')}</dl>`) +
    (findings.length === 0 ? '' : `<ul class="findings">${findings.map(finding).join('\n')}</ul>`) +
    '</div>'
  );
}

/** Text with numbers in it that lead to their tables. */
export function phraseHtml(phrase: Phrase, anchors: Anchors): string {
  return phrase.map((one) => (typeof one === 'string' ? escape(one) : numberHtml(one, anchors))).join('');
}

/** A number that a table has leads there; another is an anchor itself. */
function numberHtml(cell: Exclude<Cell, null>, anchors: Anchors): string {
  const text = escape(cellText(cell));
  if (cell.kind !== 'number' || cell.address === undefined) return text;
  const anchor = escape(cell.address.replace(/\s+/gu, '-'));
  if (anchors.tabled.has(cell.address)) return `<a href="#${anchor}">${text}</a>`;
  if (anchors.has(cell.address)) return text;
  anchors.add(cell.address);
  return `<span id="${anchor}">${text}</span>`;
}
