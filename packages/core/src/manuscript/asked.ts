// What a placeholder asks a study for, whatever the manuscript is: the number, table or figure that is meant, or why there is none. How it
// stands in the manuscript is fill.ts' and word-fill.ts'.
import type { Quantity } from '../contract/quantity.ts';
import type { QuantityRange } from '../contract/ranges.ts';
import type { FigureBlock, ReportDocument, TableBlock } from '../show/document.ts';
import { nearestFew } from '../text/nearest.ts';
import { numberFormatOf, numberFormats, numberText } from './number-formats.ts';
import { cellsOf, figureNamed, METHODS, methodsText, tableNamed } from './parts.ts';
import type { ManuscriptKind, Placeholder } from './placeholders.ts';

/** What stands at an address: a number with the values it can have; or nothing, and what is near. */
export type AtAddress =
  | { readonly is: 'quantity'; readonly quantity: Quantity; readonly range: QuantityRange }
  | { readonly is: 'nothing'; readonly near: readonly string[] }
  | { readonly is: 'no address' };

export interface ManuscriptSource {
  readonly at: (address: string) => AtAddress;
  readonly report: () => ReportDocument;
}

/** Why nothing can be put there. */
export type Wrong =
  | { readonly is: 'unclosed' }
  | { readonly is: 'no address'; readonly given: string }
  | { readonly is: 'nothing there'; readonly address: string; readonly near: readonly string[] }
  | { readonly is: 'no value'; readonly address: string; readonly reason: string }
  | { readonly is: 'no format'; readonly given: string; readonly formats: readonly string[]; readonly near: readonly string[] }
  | { readonly is: 'no table' | 'no figure'; readonly name: string; readonly among: readonly string[] }
  | { readonly is: 'format of a part'; readonly given: string }
  /** Word: a table or figure stands in the place of a paragraph. */
  | { readonly is: 'not alone' };

/** `what` was put in: an address with its format, a cell of a table, a picture by what it holds. */
export type Filled = readonly [what: string, text: string];

type Asked = Pick<Placeholder, 'kind' | 'name' | 'format'>;

export function numberAsked(source: ManuscriptSource, { name, format }: Asked, kind: ManuscriptKind): Wrong | { readonly filled: Filled } {
  const asked = numberFormatOf(format);
  if (asked === null) {
    const near = nearestFew(format!, numberFormats, 1);
    return { is: 'no format', given: format!, formats: numberFormats, near };
  }
  const found = source.at(name);
  // The methods of the study stand under their name, unless a number does.
  const prose = name === METHODS && found.is !== 'quantity' ? methodsText(source.report(), kind) : '';
  if (prose !== '') return format === null ? { filled: [METHODS, prose] } : { is: 'format of a part', given: format };
  if (found.is === 'no address') return { is: 'no address', given: name };
  if (found.is === 'nothing') return { is: 'nothing there', address: name, near: found.near };
  const { quantity, range } = found;
  if (quantity.value === null && quantity.hidden === undefined)
    return { is: 'no value', address: quantity.address, reason: quantity.reason ?? '' };
  return { filled: [`${quantity.address}${format === null ? '' : ` | ${format}`}`, numberText(quantity, range, asked, kind)] };
}

export type PartAsked =
  | { readonly kind: 'table'; readonly block: TableBlock; readonly filled: readonly Filled[] }
  | { readonly kind: 'figure'; readonly block: FigureBlock };

export function partAsked(source: ManuscriptSource, { kind, name, format }: Asked): Wrong | PartAsked {
  if (format !== null) return { is: 'format of a part', given: format };
  const document = source.report();
  if (kind === 'table') {
    const found = tableNamed(document, name);
    if (!('block' in found)) return { is: 'no table', name, among: found.among };
    const filled = cellsOf(found.block).map(([address, cell]): Filled => [`table:${found.block.id} › ${address}`, cell]);
    return { kind, block: found.block, filled };
  }
  const found = figureNamed(document, name);
  return 'block' in found ? { kind: 'figure', block: found.block } : { is: 'no figure', name, among: found.among };
}

/** A picture's entry in the record: what it holds, by its digest. */
export const figureFilled = (id: string, svg: string, digest: (text: string) => string): Filled => [
  `figure:${id}`,
  digest(svg).slice(0, 16),
];
