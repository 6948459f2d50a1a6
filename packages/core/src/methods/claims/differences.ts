// How far printed figures are from computed ones, and how that is told.
import { show } from '../../text/digits.ts';
import { tenTo } from '../../numerics/powers.ts';
import type { CheckedFigure } from '../results.ts';
import { formatAddress } from '../../contract/quantity.ts';

export function furthestFirst(figures: readonly CheckedFigure[]): CheckedFigure[] {
  return [...figures].sort((a, b) => unitsOff(b) - unitsOff(a));
}

/** Distance in units of the last printed digit; stars alone count as none. */
function unitsOff({ figure, inPrint }: CheckedFigure): number {
  return Math.abs(inPrint! - figure.printed.value) * tenTo(figure.printed.decimals);
}

/** `a.mean printed 4.99, computed 3.40`; with two digits more where the difference lies behind those that are printed. */
export function differenceText({ figure, inPrint, agrees, computedStars }: CheckedFigure): string {
  const address = formatAddress(figure.address);
  if (agrees === true)
    return (
      `${address} printed ` +
      `${figure.printed.text}, ` +
      `${computedStars === 'ns' || computedStars === null ? 'without a mark' : `with ${computedStars}`} in the data`
    );
  const digits = figure.printed.decimals + (Number(show(inPrint!, figure.printed.decimals)) === figure.printed.value ? 2 : 0);
  return (
    `${address} printed ` +
    `${figure.operator === '=' ? '' : `${figure.operator} `}` +
    `${figure.printed.text}, computed ` +
    `${show(inPrint!, digits)}${figure.printed.percent ? '%' : ''}`
  );
}
