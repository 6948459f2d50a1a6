// Which values a quantity can have at all, whatever the answers were: each is declared with its quantity (core/methods) by one of these.
// Scales of answers are the plan's.

/** Why a quantity has no other values; core/words says it. */
export type RangeReason =
  | 'count'
  | 'count-from-1'
  | 'groups'
  | 'cases'
  | 'percentage'
  | 'share'
  | 'share-of-variance'
  | 'share-of-variance-at-most'
  | 'reliability'
  | 'correlation'
  | 'loading'
  | 'probability'
  | 'determinant'
  | 'eigenvalue'
  | 'squares'
  | 'root-of-squares'
  | 'neighbours'
  | 'vif';

/** Both ends belong to the range. `whole`: a count. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  readonly whole?: true;
  readonly why: RangeReason;
}

/**
 * `scale`: on the scale of the scores; `spread`: from 0 to what the scale allows; `width`: at most as far apart as the ends of the scale;
 * null: any number.
 */
export type QuantityRange = ValueRange | 'scale' | 'spread' | 'width' | null;

const from = (low: number, high: number, why: RangeReason): ValueRange => ({ low, high, why });
const whole = (low: number, why: RangeReason): ValueRange => ({ low, high: Infinity, whole: true, why });

export const within = {
  count: whole(0, 'count'),
  least1: whole(1, 'count-from-1'),
  groups: whole(1, 'groups'),
  df: from(0, Infinity, 'cases'),
  percent: from(0, 100, 'percentage'),
  share: from(0, 1, 'share'),
  variance: from(0, 1, 'share-of-variance'),
  atMostOne: from(-Infinity, 1, 'share-of-variance-at-most'),
  reliability: from(-Infinity, 1, 'reliability'),
  correlation: from(-1, 1, 'correlation'),
  loading: from(-1, 1, 'loading'),
  probability: from(0, 1, 'probability'),
  determinant: from(0, 1, 'determinant'),
  eigenvalue: from(0, Infinity, 'eigenvalue'),
  squares: from(0, Infinity, 'squares'),
  spread: from(0, Infinity, 'root-of-squares'),
  neighbours: from(0, 4, 'neighbours'),
  vif: from(1, Infinity, 'vif'),
} as const satisfies Readonly<Record<string, ValueRange>>;
