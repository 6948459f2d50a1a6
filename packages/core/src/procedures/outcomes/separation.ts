// Whether a likelihood has a maximum at all: where some direction of the parameters never makes any case less likely and some case more
// so, estimates run off to infinity (Albert & Anderson 1984, Biometrika 71:1–10). Found by linear programming (Konis 2007).
import { coneDistance } from '../../numerics/cone.ts';
import { binaryKernel } from './kernels.ts';
import { addGradient, layoutOf, standardised, type Kernel, type Sample } from './indices.ts';

export type SeparationKind = 'none' | 'quasi-complete' | 'complete';
export interface Separation {
  readonly kind: SeparationKind;
  /** Predictors that move along the direction, by their place: empty where nothing separates. */
  readonly along: readonly number[];
}

/** What of a distance is rounding: predictors are standardised. */
const NOTHING = 1e-8;

/**
 * The separation of a sample: `complete` where a direction makes every case more likely. Cases that are alike count once. Null where
 * rounding keeps it from being decided.
 */
export function separationOf(kernel: Kernel, sample: Sample): Separation | null {
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
  // A direction that no case loses by, and some gain by, exists unless the gains balance with all weights above 0 (Stiemke's lemma): unless
  // minus their mean is in their cone. That everybody gains by exists unless 0 is in their hull (Gordan's lemma).
  const mean = Array.from({ length: layout.size }, (_, j) => gains.reduce((total, line) => total + line[j]! / gains.length, 0));
  const balanced = coneDistance(
    gains,
    mean.map((one) => -one),
  );
  if (balanced === null) return null;
  if (balanced.distance <= NOTHING) return { kind: 'none', along: [] };
  const { direction } = balanced;
  const along = sample.x.flatMap((_, j) =>
    layout.slopes.some((first) => first >= 0 && Math.abs(direction[first + j]!) > 1e-7) ? [j] : [],
  );
  const hull = coneDistance(
    gains,
    mean.map(() => 0),
    true,
  );
  return { kind: hull !== null && hull.distance > NOTHING ? 'complete' : 'quasi-complete', along };
}

/** What separates two values of an outcome: the kind of the whole, and the predictors that do it alone. */
export function separationInTwo(
  y: Float64Array,
  x: readonly Float64Array[],
): { readonly kind: SeparationKind; readonly alone: readonly number[] } {
  const kind = separationOf(binaryKernel(y, 'logit'), { n: y.length, x })?.kind ?? 'none';
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
