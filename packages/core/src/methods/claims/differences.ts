// How far printed figures are from computed ones, and how that is told.
import type { ComputedDifference } from '../../contract/audit-facts/index.ts';
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
export function differenceOf({ figure, inPrint, agrees, computedStars }: CheckedFigure): ComputedDifference {
  const address = formatAddress(figure.address);
  const { printed } = figure;
  if (agrees === true) return { of: 'stars', address, printed: printed.text, stars: computedStars === 'ns' ? null : computedStars };
  const decimals = printed.decimals + (Number(show(inPrint!, printed.decimals)) === printed.value ? 2 : 0);
  return {
    of: 'figure',
    address,
    printed: `${figure.operator === '=' ? '' : `${figure.operator} `}${printed.text}`,
    computed: { value: inPrint!, decimals },
    percent: printed.percent,
  };
}
