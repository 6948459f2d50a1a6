// Standard errors that hold when the residuals' variance differs from case to case: (X′X)⁻¹ X′ diag(ωᵢ) X (X′X)⁻¹, the kinds of which
// differ in ωᵢ (MacKinnon & White 1985, Journal of Econometrics 29:305–325; Long & Ervin 2000, The American Statistician 54:217–224), as
// sandwich's `vcovHC` has them.
import { countedMeat } from '../../procedures/regression/counted.ts';
import { power } from '../../numerics/exponential.ts';
import { square } from '../../numerics/powers.ts';
import type { Estimate, Estimator, Fitted } from './errors.ts';

/** Squared residual and leverage of a case → its weight; null when the case determines a coefficient by itself. */
type Weight = (e2: number, h: number, fit: { readonly n: number; readonly size: number }) => number | null;

const weights = new Map<string, Weight>();
/** Of HC0 to HC4m by its name. */
export const weightOf = (name: string): Weight => weights.get(name)!;

const kind = (name: string, doc: string, weight: string, of: Weight) => {
  weights.set(name, of);
  return {
    doc,
    estimate: (fitted: Fitted): Estimate | string =>
      sandwich(fitted, name, of) ?? `a case determines a coefficient by itself, so ${name} is not defined`,
    formula: {
      se: `√[(X′X)⁻¹(Σωᵢxᵢxᵢ′)(X′X)⁻¹]ⱼⱼ, ωᵢ = ${weight}`,
      df: 'n − k − 1',
      source: 'MacKinnon & White 1985, Journal of Econometrics 29:305–325; Long & Ervin 2000, The American Statistician 54:217–224',
    },
    note: `Heteroskedasticity-robust standard errors (${name}).`,
  } satisfies Estimator & { readonly doc: string };
};
const over =
  (exponent: (h: number, fit: { readonly n: number; readonly size: number }) => number): Weight =>
  (e2, h, fit) =>
    1 - h < 1e-10 ? null : e2 / power(1 - h, exponent(h, fit));

export const hc0 = kind('HC0', 'White’s standard errors, which hold when variances differ.', 'eᵢ²', (e2) => e2);
export const hc1 = kind(
  'HC1',
  'White’s, times n/(n − k − 1): as Stata’s robust.',
  'eᵢ²·n/(n − k − 1)',
  (e2, _h, { n, size }) => (e2 * n) / (n - size),
);
export const hc2 = kind(
  'HC2',
  'White’s, corrected for leverage.',
  'eᵢ²/(1 − hᵢ)',
  over(() => 1),
);
export const hc3 = kind(
  'HC3',
  'White’s, corrected for leverage as the jackknife does: the usual choice below 250 cases.',
  'eᵢ²/(1 − hᵢ)²',
  over(() => 2),
);
export const hc4 = kind(
  'HC4',
  'White’s, corrected the more, the more leverage a case has.',
  'eᵢ²/(1 − hᵢ)^min(4, n·hᵢ/(k + 1))',
  over((h, { n, size }) => Math.min(4, (n * h) / size)),
);

export const hc4m = kind(
  'HC4m',
  'White’s, corrected twice over for leverage: for residuals that are not normal (Cribari-Neto & da Silva 2011).',
  'eᵢ²/(1 − hᵢ)^[min(1, n·hᵢ/(k + 1)) + min(1.5, n·hᵢ/(k + 1))]',
  over((h, { n, size }) => Math.min(1, (n * h) / size) + Math.min(1.5, (n * h) / size)),
);

function sandwich(fitted: Fitted, name: string, of: Weight): Estimate | null {
  const { fit, counted } = fitted;
  const size = fit.predictors + 1;
  const meat =
    fitted.meat !== undefined
      ? fitted.meat(name)
      : counted === undefined
        ? meatOf(fitted, of)
        : countedMeat(counted, (squared, leverage) => of(squared, leverage, { n: fit.n, size }));
  if (meat === null) return null;
  const { n, unscaledCovariance: bread } = fit;
  const half = bread.map((line) => Array.from({ length: size }, (_, b) => line.reduce((sum, value, a) => sum + value * meat[a]![b]!, 0)));
  return {
    covariance: half.map((line) => Array.from({ length: size }, (_, b) => line.reduce((sum, value, a) => sum + value * bread[a]![b]!, 0))),
    df: n - size,
  };
}

function meatOf({ fit, x }: Fitted, of: Weight): readonly Float64Array[] | null {
  const { n, residuals, unscaledCovariance: bread } = fit;
  const size = x.length + 1;
  const meat = Array.from({ length: size }, () => new Float64Array(size));
  const row = new Float64Array(size);
  row[0] = 1;
  for (let i = 0; i < n; i++) {
    for (let j = 1; j < size; j++) row[j] = x[j - 1]![i]!;
    let leverage = 0;
    for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) leverage += row[a]! * bread[a]![b]! * row[b]!;
    const weight = of(square(residuals[i]!), leverage, { n, size });
    if (weight === null) return null;
    for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) meat[a]![b] = meat[a]![b]! + weight * row[a]! * row[b]!;
  }
  return meat;
}
