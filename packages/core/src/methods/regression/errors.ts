// Standard errors of a regression: how the covariance of its coefficients is estimated. One more is one more entry here.
import type { Codes } from '../../counts/points.ts';
import { inverseSymmetric, type Matrix } from '../../numerics/linear-algebra.ts';
import { fUpper, tQuantile, tTwoSided } from '../../numerics/distributions.ts';
import { clusterCovariance, clusterSums, satterthwaite, type ClusterSums } from '../../procedures/regression/clustered.ts';
import { countedScores, type CountedCases } from '../../procedures/regression/counted.ts';
import { atOrigin, originContrasts, type Coefficient, type LinearFit } from '../../procedures/regression/ols.ts';
import { option, type Chosen } from '../../contract/option.ts';
import { accelerated, percentile, wild } from './resampling.ts';
import { hc0, hc1, hc2, hc3, hc4, hc4m } from './heteroskedastic.ts';

/** What an estimator may use of a fit. */
export interface Fitted {
  readonly fit: LinearFit;
  /** Predictors without the intercept and less the fit's offsets, one value a case. */
  readonly x: readonly Float64Array[];
  /** The cluster of each case, for estimators that ask for a column. */
  readonly groups: Codes | null;
  readonly y: Float64Array;
  /** Of what is drawn at random. */
  readonly seed: number;
  /** Where the predictors are coded: then `x` is written out for who asks. */
  readonly counted?: CountedCases;
  /** Where the rows are elsewhere: what each cluster adds. Then there is nothing else of cases. */
  readonly sums?: ClusterSums;
  /** As it: Σ ωᵢxᵢxᵢ′, by the name of the kind. */
  readonly meat?: (kind: string) => Matrix | null;
}
/** A coefficient's test and interval where they are not t's. */
export interface OwnTest {
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
export interface Estimate {
  /** Of the coefficients whose predictors are less the fit's offsets. */
  readonly covariance: Matrix;
  /** Degrees of freedom of t, and of the denominator of F. */
  readonly df: number;
  /** Those of t, a coefficient each, where they differ; null: not defined. */
  readonly dfOfTerms?: readonly (number | null)[];
  readonly tests?: readonly OwnTest[];
  readonly clusters?: number;
  /** Samples that were drawn or gone through, and those of no use. */
  readonly samples?: { readonly count: number; readonly unusable: number; readonly exact: boolean };
}
export interface Estimator {
  /** Null: the fit's own, classical. A text: why there is none. `given`: the author's numbers. */
  readonly estimate: null | ((fitted: Fitted, given: { readonly draws?: number; readonly confidence: number }) => Estimate | string);
  /** What the coefficients' table says; `column`, `clusters`, `samples` and `seed` are filled in. */
  readonly note: string;
  /** Tests and intervals are t's where they have no formula of their own. */
  readonly formula: {
    readonly se: string;
    readonly df: string;
    readonly source: string;
    readonly p?: string;
    readonly low?: string;
    readonly high?: string;
  };
}

const CLASSICAL = {
  se: '√(MSres · [(X′X)⁻¹]ⱼⱼ)',
  df: 'n − k − 1',
  source: 'Cohen, Cohen, West & Aiken 2003, Applied Multiple Regression, ch. 3',
};

export const errors = option<Estimator>()({
  word: 'errors',
  doc: 'How standard errors are computed; classical when left out.',
  example: 'errors cluster site',
  default: 'classical',
  choices: {
    classical: {
      doc: 'Standard errors that assume equal variances.',
      estimate: null,
      formula: CLASSICAL,
      note: 'Classical standard errors.',
    },
    cluster: {
      doc: 'Standard errors that allow for likeness within the groups of a column.',
      phrase: ['cluster', { column: 'column' }],
      example: 'cluster site',
      estimate: clustered,
      formula: {
        se: '√[c·(X′X)⁻¹(Σ_g X_g′e_g e_g′X_g)(X′X)⁻¹]ⱼⱼ, c = G/(G − 1)·(n − 1)/(n − k − 1)',
        df: 'G − 1',
        source: 'Cameron & Miller 2015, Journal of Human Resources 50:317–372, eq. 11 and 12',
      },
      note: 'Standard errors clustered by {column} (CR1, {clusters} clusters; t with one degree of freedom fewer).',
    },
    cr2: {
      doc: 'Clustered standard errors that are right for few clusters too: CR2, with degrees of freedom of their own for each coefficient.',
      phrase: ['cluster', { column: 'column' }, 'cr2'],
      example: 'cluster site cr2',
      estimate: (fitted) => biasReduced(fitted),
      formula: {
        se: '√[(X′X)⁻¹(Σ_g X_g′A_g e_g e_g′A_g X_g)(X′X)⁻¹]ⱼⱼ, A_g = (I − H_gg)^(−½)',
        df: 'df(term)',
        source:
          'Bell & McCaffrey 2002, Survey Methodology 28:169–181; Pustejovsky & Tipton 2018, Journal of Business & Economic Statistics ' +
          '36:672–683',
      },
      note: 'Standard errors clustered by {column} (CR2, {clusters} clusters; t with Satterthwaite’s df of each coefficient).',
    },
    wild,
    bootstrap: percentile,
    bca: accelerated,
    survey: {
      doc: 'Standard errors of the sample’s design, by its strata and sampling units: what holds with `weight` in the data block.',
      weighted: true,
      estimate: () => 'the study states no design',
      formula: {
        se: '√[A⁻¹ V(Σ wᵢxᵢeᵢ) A⁻¹]ⱼⱼ, A = Σ wᵢxᵢxᵢ′, V by Taylor linearisation from the totals of the sampling units within strata',
        df: 'sampling units − strata',
        source: 'Binder 1983, International Statistical Review 51:279–292; SPSS CSGLM, R survey::svyglm',
      },
      note: 'Weighted least squares; standard errors of the design (Taylor linearisation), t on sampling units less strata.',
    },
    hc0,
    hc1,
    hc2,
    hc3,
    hc4,
    hc4m,
  },
});

export type Errors = Chosen<typeof errors>;

/** Whether tests and intervals come of samples: then p is no function of t. */
export const isDrawn = (rule: Errors): boolean => 'draws' in rule;

/** The fit with the covariance that `errors` says: t, p, intervals and Wald's F follow from it. A text: why it cannot be computed. */
export function withErrors(fitted: Fitted, rule: Errors, confidence: number): LinearFit | string {
  const { estimate } = errors.choices[rule.kind];
  const { fit } = fitted;
  if (estimate === null || fit.perfect) return fit;
  if (fitted.sums === undefined && fitted.meat === undefined && fit.residuals.length !== fit.n)
    return 'needs residuals; pairwise deletion has none';
  const found = estimate(fitted, { ...('draws' in rule ? { draws: rule.draws } : {}), confidence });
  if (typeof found === 'string') return found;
  const { df, tests } = found;
  const covariance = atOrigin(found.covariance, fit.offsets);
  const coefficients = fit.coefficients.map((one, j): Coefficient => {
    const se = one.se === null ? null : Math.sqrt(Math.max(0, covariance[j]![j]!));
    const t = se === null || se === 0 ? null : one.b / se;
    const own = found.dfOfTerms === undefined ? df : (found.dfOfTerms[j] ?? null);
    const reach = se === null || own === null ? null : tQuantile(1 - (1 - confidence) / 2, own) * se;
    return {
      ...one,
      se,
      t,
      ...(found.dfOfTerms === undefined ? {} : { df: own }),
      ...(tests?.[j] ?? {
        p: t === null || own === null ? null : tTwoSided(t, own),
        low: reach === null ? null : one.b - reach,
        high: reach === null ? null : one.b + reach,
      }),
    };
  });
  const slopes = fit.coefficients.slice(1).map((one) => one.b);
  const f = df < slopes.length ? null : waldF(covariance, slopes);
  return {
    ...fit,
    coefficients,
    covariance,
    ...(found.clusters === undefined ? {} : { clusters: found.clusters }),
    ...(found.samples === undefined ? {} : { samples: found.samples }),
    f,
    df2: df,
    p: f === null ? null : fUpper(Math.max(0, f), slopes.length, df),
  };
}

/** CR1 (Liang & Zeger 1986; Cameron & Miller 2015), as Stata's `vce(cluster)` and sandwich's `vcovCL(type = "HC1")`. */
function clustered(fitted: Fitted): Estimate | string {
  const { fit, groups, counted } = fitted;
  if (groups === null) return 'there is no such column';
  const sums =
    fitted.sums ??
    (counted === undefined
      ? clusterSums(fitted.x, fit.residuals, groups)
      : { n: fit.n, grams: [], scores: countedScores(counted, groups) });
  const found = clusterCovariance('CR1S', sums, fit.unscaledCovariance);
  return typeof found === 'string' ? 'the cases are all of one cluster' : { ...found, df: found.clusters - 1 };
}

/** CR2 and its degrees of freedom. */
function biasReduced({ fit, x, groups, sums: known }: Fitted): Estimate | string {
  if (groups === null) return 'there is no such column';
  const sums = known ?? clusterSums(x, fit.residuals, groups);
  const found = clusterCovariance('CR2', sums, fit.unscaledCovariance);
  if (found === 'one cluster') return 'the cases are all of one cluster';
  if (found === 'own direction') return 'the predictors nearly determine each other';
  return {
    ...found,
    df: found.clusters - 1,
    dfOfTerms: satterthwaite(sums, fit.unscaledCovariance, originContrasts(fit)),
  };
}

/** b′V⁻¹b/q of the last coefficients, as many as `slopes` are. */
export function waldF(covariance: Matrix, slopes: readonly number[]): number | null {
  const inverse = inverseSymmetric(covariance.slice(-slopes.length).map((row) => row.slice(-slopes.length)));
  if (inverse === null || slopes.length === 0) return null;
  return slopes.reduce((sum, b, i) => sum + b * inverse[i]!.reduce((inner, value, j) => inner + value * slopes[j]!, 0), 0) / slopes.length;
}
