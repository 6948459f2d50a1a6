// The formula of every quantity in plain text, with the source it is taken from: for hovers and the reference page. The functions that
// compute them are in procedures; which quantities a declaration has is the language's.

export interface FormulaEntry { readonly formula: string; readonly source: string }

const f = (formula: string, source: string): FormulaEntry => ({ formula, source });

const spss = (what: string): string => `IBM SPSS Statistics Algorithms, ${what}`;
const cronbach = 'Cronbach 1951, Psychometrika 16:297–334, eq. 2';
const kaiser = 'Kaiser & Rice 1974, Educational and Psychological Measurement 34:111–117';
const bartlett = 'Bartlett 1951, Biometrika 38:337–344';
const anova = 'Fisher 1925, Statistical Methods for Research Workers, ch. VII';
const cohen = 'Cohen, Cohen, West & Aiken 2003, Applied Multiple Regression, ch. 3';

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
  index: {
    ...scores,
    alpha: f('α = k/(k − 1) · (1 − Σsᵢ² / sₜ²), over the answers the components are made of', cronbach),
    'alpha.standardized': f('k·r̄ / (1 + (k − 1)·r̄)', spss('RELIABILITY')),
    kmo: f('KMO = Σr²ᵢⱼ / (Σr²ᵢⱼ + Σq²ᵢⱼ), i ≠ j, q the anti-image correlations', kaiser),
    msa: f('MSAᵢ = Σⱼr²ᵢⱼ / (Σⱼr²ᵢⱼ + Σⱼq²ᵢⱼ), j ≠ i', kaiser),
    'bartlett.chi2': f('χ² = −(n − 1 − (2p + 5)/6) · ln|R|', bartlett),
    'bartlett.df': f('p(p − 1)/2', bartlett),
    'bartlett.p': f('P(χ²(df) > χ²)', bartlett),
    determinant: f('|R|', spss('FACTOR')),
    eigenvalue: f('λₖ: the k-th largest root of |R − λI| = 0', spss('FACTOR')),
    explained: f('100 · Σᵢλ²ᵢₖ / p, λᵢₖ the rotated loadings', spss('FACTOR')),
    'explained.total': f('100 · ΣₖΣᵢλ²ᵢₖ / p over the kept components', spss('FACTOR')),
    loading: f('Λ = V√D·T: components of R, rotated', 'Kaiser 1958, Psychometrika 23:187–200'),
    communality: f('hᵢ² = Σₖλ²ᵢₖ', spss('FACTOR')),
    weight: f('wₖ = vₖ / Σv over the composed components, v as `weight` says', 'the spec'),
  },
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
  'outcome of regression': {
    n: f('number of cases used', spss('REGRESSION')),
    r2: f('R² = 1 − SSres / SStot', cohen),
    adjusted_r2: f('1 − (1 − R²)(n − 1)/(n − k − 1)', cohen),
    f: f('F = (SSreg / k) / (SSres / (n − k − 1))', cohen), df1: f('k, the number of predictors', cohen), df2: f('n − k − 1', cohen), p: f('P(F(df1, df2) > F)', cohen),
    rmse: f('√(SSres / (n − k − 1))', cohen),
    aic: f('n·ln(SSres/n) + 2(k + 1)', spss('REGRESSION, selection criteria')), bic: f('n·ln(SSres/n) + (k + 1)·ln n', spss('REGRESSION, selection criteria')),
    durbin_watson: f('Σ(eᵢ − eᵢ₋₁)² / Σeᵢ²', 'Durbin & Watson 1950, Biometrika 37:409–428'),
    'breusch_pagan.p': f('P(χ²(k) > n·R² of e² on the predictors)', 'Koenker 1981, Journal of Econometrics 17:107–112'),
    b: f('b = (X′X)⁻¹X′y', cohen), beta: f('β = b · s(x)/s(y)', spss('REGRESSION')), se: f('√(MSres · [(X′X)⁻¹]ⱼⱼ)', cohen), t: f('b / se', cohen),
    'p()': f('P(|t(n − k − 1)| > |t|), two-sided', cohen), low: f('b − t₀.₉₇₅ · se', cohen), high: f('b + t₀.₉₇₅ · se', cohen), vif: f('1 / (1 − Rⱼ²), Rⱼ² of x on the other predictors', cohen),
  },
};

/** Null when there is no such quantity. `hasArguments`: a name such as `p` is another number with a term in brackets. */
export function formulaOf(of: string, quantity: string, hasArguments = false): FormulaEntry | null {
  const table = Object.hasOwn(formulas, of) ? formulas[of]! : null;
  if (table === null) return null;
  const key = hasArguments && Object.hasOwn(table, `${quantity}()`) ? `${quantity}()` : quantity;
  return Object.hasOwn(table, key) ? table[key]! : null;
}
