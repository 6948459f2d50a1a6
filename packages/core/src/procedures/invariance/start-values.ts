// Start values of a multi-group factor model of simple structure.
import { square } from '../../numerics/powers.ts';
import { symmetricEigen } from '../../numerics/linear-algebra.ts';
import type { GroupSample } from '../measurement/likelihood.ts';
import type { ParameterTable } from './model.ts';

/**
 * Start values: per group, the first principal axis of each factor's items gives loadings and a factor of variance 1, correlated as the
 * sums weighted by these loadings are; equal parameters start at their mean over groups, weighted by n.
 */
export function startValues(table: ParameterTable, samples: readonly GroupSample[]): number[] {
  const sums = Array.from({ length: table.parameters }, () => 0);
  const weights = Array.from({ length: table.parameters }, () => 0);
  // Once loadings are equal, the first group's factors set the unit; the others' variances then start at 1 too.
  for (const [group, sample] of samples.entries()) {
    const axes = axesOf(table, sample);
    const unit = table.structure.factors.map((_, factor) => {
      const marker = table.slots.findIndex((slot, s) => slot.kind === 'loading' && slot.factor === factor && table.index[group]![s]! < 0);
      return marker < 0 ? 1 : axes.loadings[(table.slots[marker] as { item: number }).item]! || 1;
    });
    for (const [s, slot] of table.slots.entries()) {
      const at = table.index[group]![s]!;
      if (at < 0) continue;
      let start = 0;
      if (slot.kind === 'loading') start = axes.loadings[slot.item]! / unit[slot.factor]!;
      else if (slot.kind === 'residual')
        start = Math.max(
          0.2 * sample.covariance[slot.item]![slot.item]!,
          sample.covariance[slot.item]![slot.item]! - square(axes.loadings[slot.item]!),
        );
      else if (slot.kind === 'covariance') start = axes.correlation(slot.factor, slot.other) * unit[slot.factor]! * unit[slot.other]!;
      else if (slot.kind === 'intercept') start = sample.means[slot.item]!;
      sums[at] = sums[at]! + sample.n * start;
      weights[at] = weights[at]! + sample.n;
    }
  }
  return sums.map((sum, i) => sum / weights[i]!);
}

function axesOf(table: ParameterTable, sample: GroupSample): { loadings: number[]; correlation: (a: number, b: number) => number } {
  const sds = sample.covariance.map((row, i) => Math.sqrt(row[i]!));
  const loadings = Array.from({ length: table.items.length }, () => 0);
  for (let factor = 0; factor < table.structure.factors.length; factor++) {
    const own = [...table.factorOf.keys()].filter((item) => table.factorOf[item] === factor);
    const { values, vectors } = symmetricEigen(own.map((i) => own.map((j) => sample.covariance[i]![j]! / (sds[i]! * sds[j]!))));
    const sign = vectors.reduce((sum, row) => sum + row[0]!, 0) < 0 ? -1 : 1;
    // A principal axis holds unique variance too: .8 of it is nearer to the factor's loading.
    for (const [at, item] of own.entries())
      loadings[item] = sign * vectors[at]![0]! * Math.sqrt(Math.max(values[0]!, 0.1)) * 0.8 * sds[item]!;
  }
  const sumOf = (a: number, b: number): number => {
    let total = 0;
    for (const [i, one] of table.factorOf.entries())
      for (const [j, two] of table.factorOf.entries())
        if (one === a && two === b)
          total += ((loadings[i]! / sds[i]!) * (loadings[j]! / sds[j]!) * sample.covariance[i]![j]!) / (sds[i]! * sds[j]!);
    return total;
  };
  return {
    loadings,
    correlation: (a, b) => (a === b ? 1 : Math.max(-0.8, Math.min(0.8, sumOf(a, b) / Math.sqrt(sumOf(a, a) * sumOf(b, b))))),
  };
}
