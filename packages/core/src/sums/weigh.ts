// What residuals weigh: Σ ωᵢxᵢxᵢ′ and Σ eᵢ⁴ over rows that are given one after the other.
import { weightOf } from '../methods/regression/heteroskedastic.ts';
import { square } from '../numerics/powers.ts';
import type { AskedResiduals } from '../rowless/residuals.ts';

/** `places`: where each column stands in what `add` is given: levels, -1 without an answer, and numbers of measures, NaN without one. */
export function weigh(
  { kind, n, bread, columns, residual }: AskedResiduals,
  places: ReadonlyMap<string, number>,
): { readonly add: (levels: readonly number[], numbers: readonly number[]) => void; readonly sums: () => readonly (number | null)[] } {
  const size = columns.length + 1;
  const meat = Array.from({ length: size }, () => new Float64Array(size));
  const weight = weightOf(kind);
  const x = new Float64Array(size);
  x[0] = 1;
  let [fourth, lost] = [0, false];
  const forms = [residual, ...columns].map(({ constant, parts, slopes = [] }) => ({
    constant,
    parts: parts.map(([name, table]) => ({ at: places.get(name)!, table })),
    slopes: slopes.map(([name, ...slope]) => ({ at: places.get(name)!, slope })),
  }));
  const valueOf = ({ constant, parts, slopes }: (typeof forms)[number], levels: readonly number[], numbers: readonly number[]): number => {
    let value = constant;
    for (const { at, slope } of slopes) value += added(slope, numbers[at]!);
    for (const { at, table } of parts) if (levels[at]! >= 0) value += table[levels[at]!]!;
    return value;
  };
  return {
    add: (levels, numbers) => {
      const e2 = square(valueOf(forms[0]!, levels, numbers));
      for (let j = 1; j < size; j++) x[j] = valueOf(forms[j]!, levels, numbers);
      let leverage = 0;
      for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) leverage += x[a]! * bread[a]![b]! * x[b]!;
      const own = weight(e2, leverage, { n, size });
      fourth += e2 * e2;
      if (own === null) lost = true;
      else for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) meat[a]![b] = meat[a]![b]! + own * x[a]! * x[b]!;
    },
    sums: () => [...meat.flatMap((line) => [...line].map((value) => (lost ? null : value))), fourth],
  };
}

/** What a measure adds; 0 where there is none. */
export const added = ([factor, pivot, shift]: readonly [factor: number, pivot: number, shift: number], x: number): number =>
  Number.isNaN(x) ? 0 : factor * (x - pivot) + shift;
