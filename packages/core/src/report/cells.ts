// A cell as plain text, the same in every renderer: number, stars, mark, brackets.
import type { Cell, TextCell } from '../result/document.ts';
import { formatInterval, formatQuantity } from '../result/format.ts';

/** Number cells come as their digits and what follows them, so that stars hang to the right of the aligned digits. */
export function cellParts(cell: Exclude<Cell, null>): { readonly main: string; readonly tail: string } {
  switch (cell.kind) {
    case 'text': return { main: cell.text, tail: cell.aside === undefined ? '' : ` (${cell.aside})` };
    case 'interval': return { main: formatInterval(cell.low, cell.high, cell.format, optionsOf(cell)), tail: '' };
    case 'number': {
      const digits = formatQuantity(cell.value, cell.format, optionsOf(cell));
      const mark = cell.mark === undefined ? '' : cell.mark === 'agrees' ? ' ✓' : ' ✗';
      return { main: cell.parentheses === true ? `(${digits})` : digits, tail: `${cell.value === null ? '' : cell.stars ?? ''}${mark}` };
    }
  }
}

export function cellText(cell: Cell): string {
  if (cell === null) return '';
  const { main, tail } = cellParts(cell);
  return main + tail;
}

export function isSpanning(cell: Cell | undefined): cell is TextCell & { readonly span: number } {
  return cell?.kind === 'text' && (cell.span ?? 1) > 1;
}

function optionsOf(cell: { readonly decimals?: number; readonly small?: boolean }): { decimals?: number; small?: boolean } {
  return { ...(cell.decimals === undefined ? {} : { decimals: cell.decimals }), ...(cell.small === undefined ? {} : { small: cell.small }) };
}
