// Items that one study asked on another scale and nobody said so: values that the scale has not, points that nobody used, another spread.
import { isConstant } from '../../numerics/constant.ts';
import { wholePower, square } from '../../numerics/powers.ts';
import { rangeOfValues } from '../composite/composite.ts';

export interface AnswerRange {
  readonly n: number;
  readonly min: number;
  readonly max: number;
  readonly distinct: number;
  readonly mean: number;
  readonly sd: number;
}

export type ScaleFinding =
  /** Answers below or above the scale. */
  | { readonly finding: 'outside'; readonly count: number; readonly low: number; readonly high: number }
  /** Answers between the whole points of a whole-point scale. */
  | { readonly finding: 'between-points'; readonly count: number }
  /** Points that nobody used although the original's shares would make that as good as impossible: `probability` is (1 − their share)^n. */
  | { readonly finding: 'unused'; readonly points: readonly number[]; readonly probability: number }
  /** SDs that differ by half or more. */
  | { readonly finding: 'spread'; readonly ratio: number };

export interface ScaleCheck {
  readonly item: string;
  readonly original: AnswerRange | null;
  readonly other: AnswerRange | null;
  readonly findings: readonly ScaleFinding[];
  /**
   * The scale that the other's answers span, and the line that would bring it to the original's: x ↦ offset + factor·x. Only where
   * something was found.
   */
  readonly spans: { readonly low: number; readonly high: number; readonly offset: number; readonly factor: number } | null;
}

export interface ScaleCheckOptions {
  /** Declared scale of each item; the original's own range where null. */
  readonly scales?: readonly ({ readonly low: number; readonly high: number } | null)[];
  /** Below this probability, unused points are reported; .001 unless said, shared among the items. */
  readonly unlikely?: number;
}

/**
 * Compares how each item's answers lie on its scale (columns in the same order; NaN is missing). A difference of level alone is never a
 * finding: provinces may differ. Points are looked for among the whole numbers of a scale with at most 12 of them; points count as
 * unused only if the original used them so often that n answers would miss them with less than the stated probability.
 */
export function scaleChecks(
  items: readonly string[],
  original: readonly Float64Array[],
  other: readonly Float64Array[],
  options: ScaleCheckOptions = {},
): ScaleCheck[] {
  const unlikely = (options.unlikely ?? 0.001) / Math.max(1, items.length);
  return items.map((item, i) => {
    const [first, second] = [rangeOf(original[i]!), rangeOf(other[i]!)];
    if (first === null || second === null) return { item, original: first, other: second, findings: [], spans: null };
    const scale = options.scales?.[i] ?? { low: first.min, high: first.max };
    const findings = findingsOf(original[i]!, other[i]!, first, second, scale, unlikely);
    const width = second.max - second.min;
    const factor = width > 0 ? (scale.high - scale.low) / width : 1;
    return {
      item,
      original: first,
      other: second,
      findings,
      spans: findings.length === 0 ? null : { low: second.min, high: second.max, factor, offset: scale.low - factor * second.min },
    };
  });
}

function findingsOf(
  original: Float64Array,
  other: Float64Array,
  first: AnswerRange,
  second: AnswerRange,
  scale: { low: number; high: number },
  unlikely: number,
): ScaleFinding[] {
  const findings: ScaleFinding[] = [];
  const outside = other.filter((value) => value < scale.low || value > scale.high).length;
  if (outside > 0) findings.push({ finding: 'outside', count: outside, low: scale.low, high: scale.high });
  if (original.every((value) => Number.isNaN(value) || Number.isInteger(value))) {
    const between = other.filter((value) => !Number.isNaN(value) && !Number.isInteger(value)).length;
    if (between > 0) findings.push({ finding: 'between-points', count: between });
    const unused = unusedPoints(original, other, first.n, scale);
    const probability = wholePower(Math.max(0, 1 - unused.reduce((sum, point) => sum + point.share, 0)), second.n);
    if (unused.length > 0 && probability < unlikely)
      findings.push({ finding: 'unused', points: unused.map((point) => point.value), probability });
  }
  const ratio = second.sd / first.sd;
  if (!isConstant(original) && !isConstant(other) && Math.min(first.n, second.n) >= 30 && (ratio >= 1.5 || ratio <= 2 / 3))
    findings.push({ finding: 'spread', ratio });
  return findings;
}

function unusedPoints(
  original: Float64Array,
  other: Float64Array,
  n: number,
  scale: { low: number; high: number },
): { value: number; share: number }[] {
  if (scale.high - scale.low > 11 || !Number.isInteger(scale.low) || !Number.isInteger(scale.high)) return [];
  return Array.from({ length: scale.high - scale.low + 1 }, (_, k) => scale.low + k)
    .filter((value) => !other.includes(value))
    .map((value) => ({ value, share: original.filter((one) => one === value).length / n }))
    .filter((point) => point.share > 0);
}

function rangeOf(values: Float64Array): AnswerRange | null {
  const valid = values.filter((value) => !Number.isNaN(value));
  const n = valid.length;
  const range = rangeOfValues(valid);
  if (range === null) return null;
  const mean = valid.reduce((sum, value) => sum + value / n, 0);
  const sd = n > 1 ? Math.sqrt(valid.reduce((sum, value) => sum + square(value - mean), 0) / (n - 1)) : 0;
  return { n, min: range.low, max: range.high, distinct: new Set(valid).size, mean, sd };
}
