// Arithmetic with intervals: a printed figure stands for every number that rounds to it. Ends are never rounded outwards; every
// comparison allows `SLACK` instead, which is far above the rounding of the machine and far below any printed digit.
import { square } from '../numerics/powers.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What machine rounding may do to numbers of size 1. */
export const SLACK = 1e-9;

function slackOf(a: number, b: number): number {
  const size = Math.max(1, Math.abs(a), Math.abs(b));
  return SLACK * (Number.isFinite(size) ? size : 1);
}

export const exactly = (value: number): Interval => ({ low: value, high: value });
export const between = (a: number, b: number): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) });
export const add = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });
export const subtract = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low });
export const scale = (a: Interval, factor: number): Interval => between(a.low * factor, a.high * factor);
export const sumOf = (all: readonly Interval[]): Interval => all.reduce(add, exactly(0));
export const meanOf = (all: readonly Interval[]): Interval => scale(sumOf(all), 1 / all.length);

export function multiplied(a: Interval, b: Interval): Interval {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** a/b; everything when b may be 0. */
export function divided(a: Interval, b: Interval): Interval {
  if (b.low <= 0 && b.high >= 0) return { low: -Infinity, high: Infinity };
  return multiplied(a, { low: 1 / b.high, high: 1 / b.low });
}

/** a²: from 0 where a may be 0. */
export function squared(a: Interval): Interval {
  const size = absolute(a);
  return { low: square(size.low), high: square(size.high) };
}

export function absolute(a: Interval): Interval {
  const ends = between(Math.abs(a.low), Math.abs(a.high));
  return a.low <= 0 && a.high >= 0 ? { low: 0, high: ends.high } : ends;
}

export const meets = (a: Interval, b: Interval): boolean =>
  a.low <= b.high + slackOf(b.high, a.low) && b.low <= a.high + slackOf(a.high, b.low);
export const holds = (a: Interval, value: number): boolean => meets(a, exactly(value));

/** The whole numbers in an interval, ends allowed for. */
export function wholesIn(a: Interval): readonly number[] {
  const first = Math.ceil(a.low - slackOf(a.low, 0));
  const last = Math.floor(a.high + slackOf(a.high, 0));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
