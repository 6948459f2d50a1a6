// How a printed figure that differs from the computed one is told.
import type { FigureDifference } from '../../problems/claims/figure-differs.ts';

/** `a.mean printed 4.99, computed 3.40`. */
export const differenceText = ({ address, operator, printed, computed, stars }: FigureDifference): string =>
  computed === null
    ? `${address} printed ${printed}, ${stars === null ? 'without a mark' : `with ${stars}`} in the data`
    : `${address} printed ${operator === '=' ? '' : `${operator} `}${printed}, computed ${computed}`;
