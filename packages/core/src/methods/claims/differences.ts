// How far printed figures are from computed ones.
import type { FigureDifference } from '../../problems/claims/figure-differs.ts';
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

/** With two digits more where the difference lies behind those that are printed. */
export function differenceOf({ figure, inPrint, agrees, computedStars }: CheckedFigure): FigureDifference {
  const { operator, printed } = figure;
  const about = { address: formatAddress(figure.address), operator, printed: printed.text };
  if (agrees === true) return { ...about, computed: null, stars: computedStars === 'ns' ? null : computedStars };
  const digits = printed.decimals + (Number(show(inPrint!, printed.decimals)) === printed.value ? 2 : 0);
  return { ...about, computed: `${show(inPrint!, digits)}${printed.percent ? '%' : ''}`, stars: null };
}
