// Which values a quantity can have at all, whatever the answers were: each is declared with its quantity (core/methods) by one of these.
// Scales of answers are the plan's.

/** Both ends belong to the range. `whole`: a count. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  readonly whole?: true;
  readonly why: string;
}

/**
 * `scale`: on the scale of the scores; `spread`: from 0 to what the scale allows; `width`: at most as far apart as the ends of the scale;
 * null: any number.
 */
export type QuantityRange = ValueRange | 'scale' | 'spread' | 'width' | null;

const from = (low: number, high: number, why: string): ValueRange => ({ low, high, why });
const whole = (low: number, why: string): ValueRange => ({ low, high: Infinity, whole: true, why });

export const within = {
  count: whole(0, 'it is a count'),
  least1: whole(1, 'it is a count of at least one'),
  groups: whole(1, 'it is a number of groups or predictors'),
  df: from(0, Infinity, 'it is a number of cases'),
  percent: from(0, 100, 'it is a percentage of a whole'),
  share: from(0, 1, 'it is a share'),
  variance: from(0, 1, 'it is a share of variance'),
  atMostOne: from(-Infinity, 1, 'it is a share of variance at most'),
  reliability: from(-Infinity, 1, 'reliability is a share of variance at most'),
  correlation: from(-1, 1, 'it is a correlation'),
  loading: from(-1, 1, 'a loading on uncorrelated components is a correlation'),
  probability: from(0, 1, 'it is a probability'),
  determinant: from(0, 1, 'a matrix of correlations has a determinant from 0 to 1'),
  eigenvalue: from(0, Infinity, 'correlations have no negative eigenvalue'),
  squares: from(0, Infinity, 'it is made of squares'),
  spread: from(0, Infinity, 'it is a root of squares'),
  neighbours: from(0, 4, 'neighbouring residuals differ by twice their size at most'),
  vif: from(1, Infinity, '1/(1 − R²) is at least 1'),
} as const satisfies Readonly<Record<string, ValueRange>>;
