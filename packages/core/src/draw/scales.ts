// From values to places along an axis, and the round numbers that are marked there. Made of basic operations and `numerics` alone, so that
// a picture is the same in every version of the JavaScript engine. What is drawn there is figure.ts.
import { log1p } from '../numerics/exponential.ts';
import { decimalExponent, tenTo } from '../numerics/powers.ts';

export interface Axis {
  (value: number): number;
  /** Where it begins and ends. */
  readonly range: readonly [number, number];
  /** Round numbers within its values, about `count` of them. */
  ticks(count: number): readonly number[];
}

/** A linear axis: `from` stands at range[0], `to` at range[1]; from ≤ to. */
export function linearAxis(from: number, to: number, range: readonly [number, number]): Axis {
  return Object.assign((value: number) => between(range, to === from ? 0.5 : (value - from) / (to - from)), {
    range,
    ticks: (count: number) => ticksBetween(from, to, count),
  });
}

/** The same, its ends moved outwards to round numbers. */
export function roundAxis(from: number, to: number, range: readonly [number, number], count: number): Axis {
  let [low, high] = [from, to];
  let before: Steps | null = null;
  // Wider ends can want wider steps: until they no longer do.
  for (let round = 0; round < 10 && high > low; round++) {
    const steps = stepsFor(low, high, count);
    if (before !== null && steps.unit === before.unit && steps.inverse === before.inverse) break;
    [low, high] = [valueAt(Math.floor(positionOf(low, steps)), steps), valueAt(Math.ceil(positionOf(high, steps)), steps)];
    before = steps;
  }
  return linearAxis(low, high, range);
}

/**
 * Linear around zero and logarithmic far out, from −edge to edge; what lies beyond stands at its ends. `constant`: where the one becomes
 * the other.
 */
export function symmetricLogAxis(edge: number, constant: number, range: readonly [number, number]): (value: number) => number {
  const bent = (value: number): number => Math.sign(value) * log1p(Math.abs(value) / constant);
  const end = bent(edge);
  return (value) => between(range, Math.max(0, Math.min(1, (bent(value) + end) / (2 * end))));
}

function between([low, high]: readonly [number, number], share: number): number {
  return low * (1 - share) + high * share;
}

/** Ticks stand at whole multiples of `unit`, or, `inverse`, at whole numbers divided by it: 3/10 is nearer to 0.3 than 3·0.1. */
interface Steps {
  readonly unit: number;
  readonly inverse: boolean;
}

/** 1, 2 or 5 times a power of ten, whichever divides the range into nearest to `count` parts (geometrically). */
function stepsFor(low: number, high: number, count: number): Steps {
  const step = (high - low) / count;
  const power = decimalExponent(step);
  const share = step / tenTo(power);
  const factor = share >= Math.sqrt(50) ? 10 : share >= Math.sqrt(10) ? 5 : share >= Math.SQRT2 ? 2 : 1;
  return power < 0 ? { unit: tenTo(-power) / factor, inverse: true } : { unit: tenTo(power) * factor, inverse: false };
}

function positionOf(value: number, { unit, inverse }: Steps): number {
  return inverse ? value * unit : value / unit;
}

function valueAt(position: number, { unit, inverse }: Steps): number {
  return inverse ? position / unit : position * unit;
}

function ticksBetween(low: number, high: number, count: number): readonly number[] {
  if (!(count > 0)) return [];
  if (!(high > low)) return [low];
  const steps = stepsFor(low, high, count);
  let first = Math.round(positionOf(low, steps));
  let last = Math.round(positionOf(high, steps));
  if (valueAt(first, steps) < low) first += 1;
  if (valueAt(last, steps) > high) last -= 1;
  if (last < first) return count >= 0.5 && count < 2 ? ticksBetween(low, high, count * 2) : [];
  return Array.from({ length: last - first + 1 }, (_, i) => valueAt(first + i, steps));
}
