// Whether a likelihood has a maximum at all: where some direction of the parameters never makes any case less likely and some case more
// so, estimates run off to infinity (Albert & Anderson 1984, Biometrika 71:1–10). Found by linear programming (Konis 2007).
import { linearProgram } from '../../numerics/linear-program.ts';
import { binaryKernel } from './kernels.ts';
import { addGradient, layoutOf, standardised, type Kernel, type Sample } from './indices.ts';

export type SeparationKind = 'none' | 'quasi-complete' | 'complete';
export interface Separation {
  readonly kind: SeparationKind;
  /** Predictors that move along the direction, by their place: empty where nothing separates. */
  readonly along: readonly number[];
}

/**
 * The separation of a sample: `complete` where a direction makes every case more likely. The linear program maximises the sum of what the
 * cases gain, none of them losing, in a box of directions; cases that are alike count once.
 */
export function separationOf(kernel: Kernel, sample: Sample): Separation {
  const { recession } = kernel;
  if (recession === undefined) return { kind: 'none', along: [] };
  const layout = layoutOf(kernel.blocks, sample.x.length);
  const { x } = standardised(sample.x);
  const rows = new Map<string, readonly number[]>();
  for (let row = 0; row < sample.n; row++)
    for (const direction of recession(row)) {
      const line = new Float64Array(layout.size);
      addGradient(layout, x, row, direction, 1, line);
      rows.set(line.join(' '), [...line]);
    }
  const gains = [...rows.values()];
  const p = layout.size;
  // θ = u − v with u, v in 0 … 1. No case loses: −row·θ ≤ 0.
  const box = Array.from({ length: 2 * p }, (_, at) => Array.from({ length: 2 * p }, (_, j) => (at === j ? 1 : 0)));
  const both = (line: readonly number[], sign: 1 | -1): number[] => [...line.map((one) => sign * one), ...line.map((one) => -sign * one)];
  const sum = Array.from({ length: p }, (_, j) => gains.reduce((total, line) => total + line[j]!, 0));
  const found = linearProgram(both(sum, 1), [...gains.map((line) => both(line, -1)), ...box], [...gains.map(() => 0), ...box.map(() => 1)]);
  if (found.status !== 'optimal' || found.value <= 1e-7) return { kind: 'none', along: [] };
  const theta = Array.from({ length: p }, (_, j) => found.x[j]! - found.x[p + j]!);
  const along = sample.x.flatMap((_, j) => (layout.slopes.some((first) => first >= 0 && Math.abs(theta[first + j]!) > 1e-7) ? [j] : []));
  return { kind: everyCaseGains(gains, p) ? 'complete' : 'quasi-complete', along };
}

/** A direction along which every case gains by 1 or more: of any length, so without a box. */
function everyCaseGains(gains: readonly (readonly number[])[], p: number): boolean {
  const found = linearProgram(
    Array.from({ length: 2 * p }, () => -1),
    gains.map((line) => [...line.map((one) => -one), ...line]),
    gains.map(() => -1),
  );
  return found.status === 'optimal';
}

/** What separates two values of an outcome: the kind of the whole, and the predictors that do it alone. */
export function separationInTwo(
  y: Float64Array,
  x: readonly Float64Array[],
): { readonly kind: SeparationKind; readonly alone: readonly number[] } {
  const { kind } = separationOf(binaryKernel(y, 'logit'), { n: y.length, x });
  return { kind, alone: kind === 'none' ? [] : separatingAlone(y, x) };
}

/** The predictors that separate two values of an outcome by themselves: all of one value lie at or beyond all of the other. */
export function separatingAlone(y: Float64Array, x: readonly Float64Array[]): readonly number[] {
  return x.flatMap((column, j) => {
    const ends = [
      { low: Infinity, high: -Infinity },
      { low: Infinity, high: -Infinity },
    ];
    for (const [row, value] of column.entries()) {
      const side = ends[y[row]!]!;
      side.low = Math.min(side.low, value);
      side.high = Math.max(side.high, value);
    }
    const [none, some] = ends as [{ low: number; high: number }, { low: number; high: number }];
    const varies = Math.min(none.low, some.low) < Math.max(none.high, some.high);
    return varies && (none.high <= some.low || some.high <= none.low) ? [j] : [];
  });
}
