// What was analysed and how, in English sentences: comparisons, correlations, regressions, measurement models and what rests on them. Each
// begins with what the study calls it.
import type { Explained, ToldClusters, ToldDraws, ToldNumber } from '../../../contract/methods-facts.ts';
import { inWords, list, some, told, was } from './grammar.ts';

const seeded = (seed: number): string => `drawn by xoshiro128** from seed ${seed}`;
const quoted = (label: string): string => `“${label}”`;

export const compareEnglish = {
  means: (label: string, outcomes: readonly string[], groups: readonly { readonly name: string; readonly levels: number }[]) =>
    `For ${quoted(label)}, the ${outcomes.length === 1 ? 'mean' : 'means'} of ${list(outcomes)} ${was(outcomes.length)} compared between ` +
    `${list(
      groups.map(({ name, levels }) => `the ${inWords(levels)} groups ` + `of ${name}`),
    )}${groups.length > 1 ? ', one category at a time' : ''}.`,
  crossed: (label: string, outcomes: readonly string[], factors: readonly string[]) =>
    `For ${quoted(label)}, ${list(outcomes)} ${was(outcomes.length)} submitted to ` +
    `a factorial analysis of variance, in which ${list(factors)} were crossed.`,
  adjusted: (label: string, outcomes: readonly string[], groups: readonly string[]) =>
    `For ${quoted(label)}, ${list(outcomes)} ${was(outcomes.length)} submitted to an analysis of covariance by ${list(groups)}.`,
  adjustedFor: (covariates: readonly string[]) =>
    `Groups were compared at the ${covariates.length === 1 ? 'mean' : 'means'} ` +
    `of ${list(covariates)}; whether the slopes are alike was tested.`,
  effects: 'Sums of squares were of type III, effect sizes partial η²; equal variances were tested by Levene’s test.',
  pairs: (label: string, pairs: readonly (readonly [string, string])[]) =>
    `For ${quoted(label)}, two measurements of the same cases were compared, ` +
    `${list(pairs.map(([first, second]) => `${first} with ${second}`))}, ` +
    'by t tests of the differences, with Cohen’s d of the differences (exact interval) and Wilcoxon’s signed ranks.',
  single: (label: string, outcomes: readonly string[], value: string) =>
    `For ${quoted(label)}, the ${outcomes.length === 1 ? 'mean' : 'means'} of ${list(outcomes)} ` +
    `${was(outcomes.length)} held against ${value} by one-sample t tests, with ` +
    'Cohen’s d and its exact interval.',
  crossTables: (label: string, outcomes: readonly string[], groups: readonly string[], onlyThese: boolean) =>
    onlyThese
      ? `For ${quoted(label)}, ${list(outcomes)} ${was(outcomes.length)} crossed with ${list(groups)}.`
      : `Besides, ${list(outcomes)} ${was(outcomes.length)} crossed with ${list(groups)}.`,
  tests: {
    many: (alone: boolean) =>
      `Differences${alone ? '' : ' between three groups or more'} were tested by one-way analysis of variance, with η² as effect size, ` +
      'beside Levene’s test, Welch’s F and Kruskal and Wallis’s H.',
    two: (alone: boolean) =>
      `Differences${alone ? '' : ' between two groups'} were tested by Student’s t, beside Welch’s t and Mann and Whitney’s U, ` +
      'with Cohen’s d (exact interval) as effect size.',
    drawn: 'Means were weighted, and their differences tested by Wald’s F of the design.',
    table: 'Cross tables were tested by Pearson’s χ² without correction, with Cramér’s V, adjusted residuals and Fisher’s exact p.',
    drawnTable: 'Cross tables were tested by Rao and Scott’s F of the design, with Cramér’s V of the weighted shares.',
  },
  missing: {
    pairwise: 'Each outcome rested on the cases that have it and the group.',
    listwise: 'Every outcome rested on the cases that have all outcomes and the group.',
  },
  post_hoc: {
    tukey: 'Pairs of groups were compared by the Tukey–Kramer procedure.',
    games_howell: 'Pairs of groups were compared by the Games–Howell procedure, which allows variances to differ.',
    bonferroni: 'Pairs of groups were compared with Bonferroni’s correction.',
    sidak: 'Pairs of groups were compared with Šidák’s correction.',
    holm: 'Pairs of groups were compared with Holm’s step-down correction.',
  },
};

export const correlateEnglish = {
  what: (label: string, method: string, variables: readonly string[]) =>
    `For ${quoted(label)}, ${method} of ${list(variables)} were computed.`,
  method: {
    pearson: 'Pearson’s correlations',
    spearman: 'Spearman’s rank correlations',
    kendall: 'Kendall’s rank correlations (τ-b)',
  },
  controls: (names: readonly string[]) => `They are partial correlations, with ${list(names)} held constant.`,
  missing: {
    listwise: (n: ToldNumber | null) => `They rested on the cases that have every variable${n === null ? '' : ` (n = ${n.text})`}.`,
    pairwise: (_n: ToldNumber | null) => 'Each rested on the cases that have both of its variables.',
  },
  tests: 'p-values are given as they are and with Holm’s correction over all pairs.',
};

/** `how` ends the sentence: by what it was estimated, or with what. */
const regressionOf = (one: string, { label, outcomes, predictors }: Explained, how: string): string =>
  outcomes.length === 1
    ? `For ${quoted(label)}, ${/^[aeiou]/u.test(one) ? 'an' : 'a'} ${one} of ${outcomes[0]} was estimated${how}, on ${predictors}.`
    : `For ${quoted(label)}, ${one}s were estimated${how}, one each of ${list(outcomes)}, on ${predictors}.`;

export const regressionEnglish = {
  method: {
    linear: (facts: Explained) => regressionOf('linear regression', facts, ` by ${facts.weighted ? 'weighted' : 'ordinary'} least squares`),
    logit: (facts: Explained, { firth }: { readonly firth: boolean; readonly event: string | null }) =>
      regressionOf(
        'logistic regression',
        facts,
        firth ? ' with Firth’s penalised likelihood' : facts.weighted ? ' by weighted estimating equations' : ' by maximum likelihood',
      ),
    probit: (facts: Explained, _rule: { readonly event: string | null }) =>
      regressionOf('probit regression', facts, ' by maximum likelihood'),
    ordered: (facts: Explained, { probit }: { readonly probit: boolean }) =>
      probit
        ? regressionOf('ordered probit regression', facts, '')
        : regressionOf('ordered logistic regression', facts, ' with proportional odds'),
    multinomial: (facts: Explained, _rule: object) => regressionOf('multinomial logistic regression', facts, ''),
    poisson: (facts: Explained, _rule: object) => regressionOf('Poisson regression', facts, ''),
    tobit: (facts: Explained, { low, high }: { readonly low: number; readonly high: number }) =>
      regressionOf('tobit regression', facts, ` with limits at ${low} and ${high}`),
    tobitFrom: (facts: Explained, { low }: { readonly low: number }) =>
      regressionOf('tobit regression', facts, ` with a lower limit at ${low}`),
    tobitTo: (facts: Explained, { high }: { readonly high: number }) =>
      regressionOf('tobit regression', facts, ` with an upper limit at ${high}`),
    mixed: (facts: Explained, { ml }: { readonly site: string; readonly ml: boolean }) =>
      regressionOf('linear mixed model', facts, ` by ${ml ? 'ordinary' : 'restricted'} maximum likelihood`),
  },
  event: (event: string) => `The event that is predicted is ${event}.`,
  groups: (site: string, random: readonly string[]) =>
    random.length === 0
      ? `The intercept varied between the groups of ${site}; t has Satterthwaite’s degrees of freedom.`
      : `The intercept and the ${random.length === 1 ? 'slope' : 'slopes'} ` +
        `of ${list(random)} varied between the groups of ${site}; t has ` +
        'Satterthwaite’s degrees of freedom.',
  block: (name: string, size: number) => `${name} (${some(size, 'variable')})`,
  predictors: (parts: readonly string[]) => list(parts, 15),
  steps: (steps: readonly (readonly string[])[]) =>
    `Predictors entered in ${inWords(steps.length)} steps: ${steps.map((step) => list(step, 15)).join('; then ')}. ` +
    'Every step was fitted on the cases of the last, and what it adds was tested by the change of F.',
  product: (names: readonly string[]) => `the product of ${list(names)}`,
  dummies: (pairs: readonly { readonly category: string; readonly reference: string }[]) =>
    pairs.length === 1
      ? `The category ${pairs[0]!.category} entered by dummy variables, with ${pairs[0]!.reference} as reference.`
      : `Categories entered by dummy variables; their references were ${list(
          pairs.map(({ category, reference }) => `${reference} (${category})`),
          15,
        )}.`,
  center: (names: readonly string[]) =>
    `The ${names.length === 1 ? 'variable' : 'variables'} ${list(names)} ` +
    `${was(names.length)} taken less ${names.length === 1 ? 'its mean' : 'their means'}.`,
  slopes: (of: string, at: string, levels: boolean) =>
    levels
      ? `Simple slopes of ${of} were computed at each level of ${at}.`
      : `Simple slopes of ${of} were computed at the mean of ${at} and one SD to either side, with Johnson and Neyman’s region.`,
  cases: (n: readonly ToldNumber[], many: boolean) =>
    n.length > 1
      ? `The models rested on ${n[0]!.text} to ${n.at(-1)!.text} cases.`
      : `${many ? 'Each' : 'It'} rested on ${told(n[0]!, 'case')}.`,
  missing: {
    listwise: (lost: ToldNumber | null, _facts: object) =>
      lost === null || lost.value === 0
        ? 'No case had to be left out for a missing answer.'
        : `Cases with a missing answer were left out listwise (${lost.text}).`,
    pairwise: (_lost: ToldNumber | null, _facts: object) =>
      'Correlations rested on the cases that answered both variables (pairwise), degrees of freedom on the smallest n.',
    mean: (_lost: ToldNumber | null, { filled }: { readonly filled: readonly ToldNumber[] }) =>
      filled.every(({ value }) => value === 0)
        ? 'A missing answer would have been replaced by the mean; there was none.'
        : `Missing answers, of dummies and outcomes too, were replaced by the mean over the cases used (${
            filled.length === 1 ? told(filled[0]!, 'cell') : `${filled[0]!.text} to ${filled.at(-1)!.text} cells`
          }).`,
    multiple: (_lost: ToldNumber | null, { copies, seed }: { readonly copies: number; readonly seed: number }) =>
      `Missing answers were imputed ${copies} times by chained equations ` +
      `with predictive mean matching (${seeded(seed)}), and the models made ` +
      'one by Rubin’s rules.',
  },
  errors: {
    classical: (linear: boolean, _facts: object): string =>
      linear ? 'Standard errors were classical, which assume equal variances.' : 'Standard errors came from the information matrix.',
    cluster: (_linear: boolean, { column, clusters }: ToldClusters) =>
      `Standard errors were clustered by ${column} (${ofClusters(clusters)}CR1), with one degree of freedom fewer than clusters.`,
    cr2: (_linear: boolean, { column, clusters }: ToldClusters) =>
      `Standard errors were clustered by ${column} (${ofClusters(clusters)}CR2, which ` +
      `is bias-reduced), with Satterthwaite’s degrees of freedom for each coefficient.`,
    wild: (_linear: boolean, { column, clusters, draws, seed }: ToldClusters & ToldDraws) =>
      `Standard errors were clustered by ${column} (${ofClusters(clusters)}CR1); ` +
      `p-values and intervals came from a wild cluster bootstrap of ` +
      `at most ${draws} samples (${seeded(seed)}).`,
    bootstrap: (_linear: boolean, { draws, seed }: ToldDraws) =>
      `Standard errors and percentile intervals came from ${draws} bootstrap samples of cases (${seeded(seed)}).`,
    bca: (_linear: boolean, { draws, seed }: ToldDraws) =>
      `Standard errors and bias-corrected and accelerated intervals came from ${draws} bootstrap samples of cases (${seeded(seed)}).`,
    survey: (_linear: boolean, _facts: object) => 'Coefficients were weighted, and their standard errors those of the design.',
    hc0: (_linear: boolean, _facts: object) => 'Standard errors were White’s, robust to unequal variances (HC0).',
    hc1: (_linear: boolean, _facts: object) => 'Standard errors were robust to unequal variances (HC1).',
    hc2: (_linear: boolean, _facts: object) => 'Standard errors were robust to unequal variances (HC2).',
    hc3: (_linear: boolean, _facts: object) => 'Standard errors were robust to unequal variances (HC3).',
    hc4: (_linear: boolean, _facts: object) => 'Standard errors were robust to unequal variances (HC4).',
    hc4m: (_linear: boolean, _facts: object) => 'Standard errors were robust to unequal variances (HC4m).',
  },
  show: {
    standardized: 'standardised coefficients (β)',
    b: 'unstandardised coefficients (b)',
    se: 'standard errors',
    t: 't',
    p: 'p-values',
    intervals: '95 % confidence intervals',
    vif: 'variance inflation factors',
    importance: 'relative importance (LMG: what a predictor adds to R², averaged over all orders of entry)',
    odds: 'exp(b) with its interval',
    margins: 'average marginal effects with their standard errors',
  },
  shown: (what: readonly string[]) => `The tables report ${list(what)}.`,
};
const ofClusters = (clusters: ToldNumber | null): string => (clusters === null ? '' : `${told(clusters, 'cluster')}, `);

export const measurementEnglishMethods = {
  what: (label: string, factors: readonly string[], items: number) =>
    `For ${quoted(label)}, a confirmatory factor analysis of ${some(items, 'item')} was fitted, with ${
      factors.length === 1 ? `the factor ${factors[0]}` : `the ${inWords(factors.length)} factors ${list(factors)}`
    }.`,
  second: (pairs: readonly { readonly name: string; readonly of: readonly string[] }[]) =>
    `${list(pairs.map(({ name, of }) => `${name} is a factor of the second order, of ${list(of)}`))}.`,
  cross: (pairs: readonly (readonly [string, string])[]) =>
    `Loadings of ${list(pairs.map(([item, factor]) => `${item} on ${factor}`))} were estimated besides.`,
  residuals: (pairs: readonly (readonly [string, string])[]) =>
    `The errors of ${list(pairs.map(([a, b]) => `${a} and ${b}`))} may correlate.`,
  cases: (n: ToldNumber) => `It rested on ${told(n, 'case')}.`,
  estimator: {
    ml: 'Parameters were estimated by maximum likelihood.',
    wlsmv:
      'Answers were taken as ordered: parameters were estimated from polychoric correlations ' +
      'by diagonally weighted least squares, with χ² scaled and shifted (WLSMV).',
    mlr: 'Parameters were estimated by maximum likelihood with robust standard errors and a scaled χ² (MLR, Yuan and Bentler).',
  },
  missing: {
    listwise: (lost: ToldNumber | null) =>
      lost === null || lost.value === 0
        ? 'Nobody had to be left out for a missing answer.'
        : `Cases with a missing answer were left out (${lost.text}).`,
    fiml: (_lost: ToldNumber | null) => 'Every case counted with what it answered (full information maximum likelihood).',
  },
  fit:
    'Fit was judged by χ², CFI, TLI, RMSEA with its 90 % interval, and SRMR; reliability ' +
    'and validity by composite reliability, average variance extracted and HTMT.',
  invariance: (category: string) =>
    `Invariance over ${category} was tested in four steps (configural, metric, ` +
    `scalar and strict); a step was taken to hold where CFI falls by no more ` +
    'than .010, RMSEA rises by less than .015, and SRMR by less than .030 (metric) or .015.',
};

export const mediationEnglish = {
  what: (label: string, predictor: string, outcome: string, mediators: string) =>
    `For ${quoted(label)}, the effect of ${predictor} on ${outcome} was analysed as mediated by ${mediators}.`,
  parallel: (names: readonly string[]) => list(names),
  serial: (steps: readonly string[]) => steps.join(', then '),
  equations: 'One equation for each mediator and one for the outcome were fitted by least squares.',
  covariates: (names: readonly string[]) => `Every equation holds ${list(names)} constant.`,
  cases: (n: ToldNumber) => `It rested on the ${told(n, 'case')} that have every variable.`,
  errors: {
    delta: (_facts: object) => 'Indirect effects were tested by the delta method (Sobel) with normal intervals.',
    bootstrap: ({ draws, seed }: ToldDraws) =>
      `Indirect effects were given percentile intervals of ${draws} bootstrap samples of cases (${seeded(seed)}).`,
    bca: ({ draws, seed }: ToldDraws) =>
      `Indirect effects were given bias-corrected and accelerated intervals of ${draws} bootstrap samples of cases (${seeded(seed)}).`,
  },
};

export const deprivationEnglish = {
  what: (label: string, dimensions: readonly { readonly name: string; readonly indicators: readonly string[] }[]) =>
    `For ${quoted(label)}, deprivations were counted (Alkire and Foster) in ` +
    `${list(dimensions.map(({ name, indicators }) => `${name} (${list(indicators)})`))}.`,
  weights: (dimensions: number): string =>
    dimensions === 1 ? 'Its indicators weighed the same.' : 'Dimensions weighed the same, and so did the indicators within each.',
  cutoff: { share: (percent: string) => `Who is deprived in at least ${percent} % of the weights was counted as poor.` },
  measures: 'The measures are the share that is poor (H), the mean share of deprivations of the poor (A) and M0 = H·A.',
  by: (category: string) => `They were broken down by ${category}.`,
  cases: (n: ToldNumber) => `It rested on the ${told(n, 'case')} that have every indicator.`,
};

export const robustnessEnglishMethods = {
  what: (
    label: string,
    number: string,
    axes: readonly { readonly word: string; readonly alternatives: readonly string[] }[],
    count: ToldNumber | number,
  ) =>
    `For ${quoted(label)}, “${number}” was computed anew under ` +
    `${typeof count === 'number' ? some(count, 'specification') : told(count, 'specification')}: ` +
    `${list(axes.map(({ word, alternatives }) => `${word} (${list(alternatives)})`))}${axes.length > 1 ? ', in every combination' : ''}.`,
};
