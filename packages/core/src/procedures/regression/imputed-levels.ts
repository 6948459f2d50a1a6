// A level drawn for each case that has none, by a multinomial model of those that have one. The rounds are chained.ts'.
import type { Codes } from '../../counts/points.ts';
import { exp } from '../../numerics/exponential.ts';
import { solvePositive } from '../../numerics/linear-algebra.ts';
import { mayEnd, tellPart } from '../../numerics/parts.ts';
import type { SeededRandom } from '../../numerics/random.ts';

/** One over the variance of a normal prior on each slope (predictors are standardised): a separated level stays finite. */
const PRIOR = 0.1;
const STEPS = 12;

/**
 * The model is fitted to a sample of the known cases drawn with replacement, so that its coefficients vary as they are uncertain (Rubin &
 * Schenker 1986, JASA 81:366–374; Van Buuren 2018, Flexible Imputation of Missing Data, 2nd ed., section 3.6); a level is drawn from its
 * probabilities. `x`: standardised columns without the intercept, all rows. Levels from 0, the first the base.
 */
export function drawnLevels(
  x: readonly Float64Array[],
  codes: Codes,
  levels: number,
  rows: { readonly known: Uint32Array; readonly gaps: readonly number[] },
  random: SeededRandom,
): Codes {
  const sample = Uint32Array.from(rows.known, () => rows.known[random.integer(rows.known.length)]!);
  const theta = multinomial(x, codes, levels, sample);
  return Int32Array.from(rows.gaps, (row) => {
    const shares = probabilities(theta, x, row, levels);
    let rest = random.uniform();
    for (let level = 0; level < levels - 1; level++) {
      rest -= shares[level]!;
      if (rest < 0) return level;
    }
    return levels - 1;
  });
}

/** Of every level, the base first; `theta` has a row of intercept and slopes for each of the others. */
function probabilities(theta: readonly (readonly number[])[], x: readonly Float64Array[], row: number, levels: number): number[] {
  const linear = [0, ...theta.map((own) => own.reduce((sum, value, j) => sum + value * (j === 0 ? 1 : x[j - 1]![row]!), 0))];
  const most = Math.max(...linear);
  const raised = linear.map((value) => exp(value - most));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return Array.from({ length: levels }, (_, level) => raised[level]! / total);
}

/** Newton's steps from 0, halved where they lead down; penalised by the prior. */
function multinomial(x: readonly Float64Array[], codes: Codes, levels: number, sample: Uint32Array): number[][] {
  const q = x.length + 1;
  const size = (levels - 1) * q;
  let theta = Array.from({ length: levels - 1 }, () => Array.from({ length: q }, () => 0));
  // The intercept's prior is wider: levels need not be alike in size.
  const prior = (j: number): number => (j === 0 ? PRIOR / 100 : PRIOR);
  const value = (row: number, j: number): number => (j === 0 ? 1 : x[j - 1]![row]!);
  for (let step = 0; step < STEPS; step++) {
    tellPart(step, STEPS);
    const gradient = Array.from({ length: size }, () => 0);
    const hessian = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
    for (const [at, row] of sample.entries()) {
      if ((at & 0xffff) === 0xffff) mayEnd();
      const shares = probabilities(theta, x, row, levels);
      for (let a = 1; a < levels; a++) {
        const off = (codes[row] === a ? 1 : 0) - shares[a]!;
        for (let j = 0; j < q; j++) gradient[(a - 1) * q + j]! += off * value(row, j);
        for (let b = 1; b <= a; b++) {
          const weight = shares[a]! * ((a === b ? 1 : 0) - shares[b]!);
          for (let i = 0; i < q; i++) {
            const left = weight * value(row, i);
            const line = hessian[(a - 1) * q + i]!;
            for (let j = 0; j < q; j++) line[(b - 1) * q + j]! += left * value(row, j);
          }
        }
      }
    }
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) if (Math.floor(b / q) > Math.floor(a / q)) hessian[a]![b] = hessian[b]![a]!;
      gradient[a] = gradient[a]! - prior(a % q) * theta[Math.floor(a / q)]![a % q]!;
      hessian[a]![a] = hessian[a]![a]! + prior(a % q);
    }
    const move = solvePositive(hessian, gradient);
    if (move === null) return theta;
    const longest = Math.max(...move.map(Math.abs));
    const scale = longest > 4 ? 4 / longest : 1;
    theta = theta.map((own, a) => own.map((one, j) => one + scale * move[a * q + j]!));
    if (longest < 1e-6) break;
  }
  return theta;
}
