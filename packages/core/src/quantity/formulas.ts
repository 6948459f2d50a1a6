// The formula of every quantity in plain text, with the source it is taken from: for hovers and the reference page. The functions that
// compute them are in procedures; which quantities a declaration has is the language's.

import { anyIndexQuantity } from '../methods/index/quantities.ts';
import { formulaText, signatureOf, type FormulaText } from '../methods/quantity.ts';
import { anyRegressionQuantity } from '../methods/regression/quantities.ts';
import type { RegressionOptions } from '../methods/regression/options.ts';

export interface FormulaEntry { readonly formula: string; readonly source: string }

const f = (formula: string, source: string): FormulaEntry => ({ formula, source });

/** As keys of this table are: `p()` for what takes an argument where the name alone is another number. */
const declared = (entries: Readonly<Record<string, { readonly formula: string | ((options: never) => FormulaText); readonly source?: string }>>): Readonly<Record<string, FormulaEntry>> => Object.fromEntries(Object.entries(entries).map(([key, entry]) => {
  const { name, args } = signatureOf(key);
  return [args.length > 0 && Object.hasOwn(entries, name) ? `${name}()` : name, formulaText(entry as never, null)];
}));

const spss = (what: string): string => `IBM SPSS Statistics Algorithms, ${what}`;
const cronbach = 'Cronbach 1951, Psychometrika 16:297–334, eq. 2';
const anova = 'Fisher 1925, Statistical Methods for Research Workers, ch. VII';

const counted = { n: f('n = number of valid answers', spss('DESCRIPTIVES')), missing: f('rows − n', spss('DESCRIPTIVES')) };

const printedOnly = { population: f('N, as printed', 'the paper'), sampled: f('100 · n / N, as printed', 'the paper') };

const variable: Readonly<Record<string, FormulaEntry>> = {
  ...counted,
  mean: f('x̄ = Σxᵢ / n', spss('DESCRIPTIVES')),
  sd: f('s = √(Σ(xᵢ − x̄)² / (n − 1))', spss('DESCRIPTIVES')),
  min: f('min xᵢ', spss('DESCRIPTIVES')), max: f('max xᵢ', spss('DESCRIPTIVES')),
  skewness: f('G₁ = n·Σ(xᵢ − x̄)³ / ((n − 1)(n − 2)·s³)', 'Joanes & Gill 1998, The Statistician 47:183–189'),
  kurtosis: f('G₂ = n(n + 1)·Σ(xᵢ − x̄)⁴ / ((n − 1)(n − 2)(n − 3)·s⁴) − 3(n − 1)² / ((n − 2)(n − 3))', 'Joanes & Gill 1998, The Statistician 47:183–189'),
  median: f('the value at rank (n + 1)/2, interpolated', spss('FREQUENCIES (HAVERAGE)')),
  item_total: f('r(xᵢ, Σₖxₖ − xᵢ): the item with the sum of the others', spss('RELIABILITY')),
  alpha_if_deleted: f('α of the other k − 1 items', spss('RELIABILITY')),
};

const group: Readonly<Record<string, FormulaEntry>> = {
  mean: f('Σx̄ᵢ / k: the mean of the item means', spss('DESCRIPTIVES')),
  sd: f('SD (n − 1) of each respondent’s mean of the items', spss('DESCRIPTIVES')),
  alpha: f('α = k/(k − 1) · (1 − Σsᵢ² / sₜ²)', cronbach),
  'alpha.standardized': f('k·r̄ / (1 + (k − 1)·r̄)', spss('RELIABILITY')),
  omega: f('ω = (Σλᵢ)² / ((Σλᵢ)² + Σ(1 − λᵢ²))', 'McDonald 1999, Test Theory, eq. 6.20b'),
};

const scores: Readonly<Record<string, FormulaEntry>> = {
  n: f('number of cases with a score', spss('DESCRIPTIVES')),
  mean: f('ȳ = Σyᵢ / n of the scores', spss('DESCRIPTIVES')), sd: f('√(Σ(yᵢ − ȳ)² / (n − 1)) of the scores', spss('DESCRIPTIVES')),
  min: f('min yᵢ', spss('DESCRIPTIVES')), max: f('max yᵢ', spss('DESCRIPTIVES')),
};

/** By what the quantity is of, then by its name; with `()` where the same name means another number when it takes an argument. */
export const formulas: Readonly<Record<string, Readonly<Record<string, FormulaEntry>>>> = {
  indicator: variable,
  number: variable,
  category: { ...counted, ...printedOnly },
  level: { ...printedOnly, count: f('nⱼ = cases of the level', spss('FREQUENCIES')), percent: f('100 · nⱼ / n, n the valid answers', spss('FREQUENCIES')) },
  dimension: group,
  block: group,
  index: { ...scores, ...declared(anyIndexQuantity) },
  component: scores,
  'outcome of compare': {
    f: f('F = (SSb / (k − 1)) / (SSw / (n − k))', anova), df1: f('k − 1', anova), df2: f('n − k', anova), p: f('P(F(df1, df2) > F)', anova),
    eta2: f('η² = SSb / SSt', 'Pearson 1905; Cohen 1988, Statistical Power Analysis, ch. 8'),
    omega2: f('ω² = (SSb − (k − 1)·MSw) / (SSt + MSw)', 'Hays 1963, Statistics for Psychologists'),
    'welch.f': f('F = [Σwⱼ(x̄ⱼ − x̃)² / (k − 1)] / [1 + 2(k − 2)/(k² − 1) · Σ(1 − wⱼ/Σw)²/(nⱼ − 1)], wⱼ = nⱼ/sⱼ²', 'Welch 1951, Biometrika 38:330–336'),
    'welch.p': f('P(F(k − 1, df2) > F)', 'Welch 1951, Biometrika 38:330–336'),
    'levene.p': f('p of F over |xᵢⱼ − x̄ⱼ|', 'Levene 1960, in Contributions to Probability and Statistics, 278–292'),
    'kruskal.h': f('H = [12/(n(n + 1)) · ΣRⱼ²/nⱼ − 3(n + 1)] / (1 − Σ(t³ − t)/(n³ − n))', 'Kruskal & Wallis 1952, JASA 47:583–621'),
    'kruskal.p': f('P(χ²(k − 1) > H)', 'Kruskal & Wallis 1952, JASA 47:583–621'),
    difference: f('x̄ᵢ − x̄ⱼ', anova),
    'difference.p': f('p of the pair, corrected as `post_hoc` says', 'Tukey–Kramer: Kramer 1956, Biometrics 12:307–310; Games & Howell 1976; Holm 1979'),
  },
  'outcome of regression': declared(anyRegressionQuantity),
};

/** Null when there is no such quantity. `hasArguments`: a name such as `p` is another number with a term in brackets. */
export function formulaOf(of: string, quantity: string, hasArguments = false, options: RegressionOptions | null = null): FormulaEntry | null {
  if (of === 'outcome of regression' && options !== null) {
    const found = Object.entries(anyRegressionQuantity).find(([key]) => signatureOf(key).name === quantity && (signatureOf(key).args.length > 0) === hasArguments);
    if (found !== undefined) return formulaText(found[1], options);
  }
  const table = Object.hasOwn(formulas, of) ? formulas[of]! : null;
  if (table === null) return null;
  const key = hasArguments && Object.hasOwn(table, `${quantity}()`) ? `${quantity}()` : quantity;
  return Object.hasOwn(table, key) ? table[key]! : null;
}
