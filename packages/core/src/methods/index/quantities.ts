// The numbers of an index, one entry each; those of its scores are with all scores (methods/score), of its items with all reliabilities.
import type { CompositeJob } from '../composite/job.ts';
import type { IndexJob } from './job.ts';
import type { IndexResult } from '../results.ts';
import { within } from '../../contract/ranges.ts';
import { quantities, type FormulaText } from '../../contract/declared-quantity.ts';
import { reliabilityQuantities } from '../reliability/quantities.ts';
import { extract } from './extract.ts';
import { isOblique, rotate } from './rotate.ts';

/** `reason` is why there is no index; empty when there is one. */
export interface IndexNumbers {
  readonly result: IndexResult;
  /** Respondents, of those whom `where` lets in. */
  readonly rows: number;
  readonly reason: string;
}

const spss = (what: string): string => `IBM SPSS Statistics Algorithms, ${what}`;
const kaiser = 'Kaiser & Rice 1974, Educational and Psychological Measurement 34:111–117';
const bartlett = 'Bartlett 1951, Biometrika 38:337–344';
const horn = 'Horn 1965, Psychometrika 30:179–185; Glorfeld 1995, Educational and Psychological Measurement 55:377–393';

const items = ({ result }: IndexNumbers): readonly [string][] => result.job.items.map((item) => [item]);
const named = ({ result }: IndexNumbers): readonly [string][] => result.job.components.map(({ name }) => [name]);
/** By name and, since a component need not have one, by its place in the solution. */
const components = (one: IndexNumbers): readonly [string | number][] => [
  ...named(one),
  ...Array.from({ length: one.result.kept }, (_, k): [number] => [k + 1]),
];
const roots = ({ result }: IndexNumbers): readonly [number][] => result.job.items.map((_, i): [number] => [i + 1]);
const at = ({ result }: IndexNumbers, item: string): number => result.job.items.indexOf(item);
const of = ({ result }: IndexNumbers, component: string): IndexResult['components'][number] | undefined =>
  result.components.find(({ name }) => name === component);
const placeOf = (one: IndexNumbers, component: string | number): number =>
  typeof component === 'number' ? component - 1 : (of(one, component)?.position ?? -1);
const whyChecks = ({ reason }: IndexNumbers): string => (reason === '' ? 'the correlations cannot be inverted' : reason);
const coefficient = { format: 'coefficient', why: whyChecks } as const;
const noFit = ({ reason }: IndexNumbers): string => (reason === '' ? 'only factors of maximum likelihood have a test of fit' : reason);

/** What correlations are computed over. */
const over = (job: IndexJob | null): string =>
  ({
    listwise: 'the respondents who answered every item',
    pairwise: 'each pair’s respondents (n the smallest of them)',
    mean: 'everyone, missing answers replaced by their item’s mean',
  })[job?.missing ?? 'listwise'];
/** Alpha of an index belongs to the answers its components are made of; pairwise there are none but the complete ones. */
const alphaOver = (job: IndexJob | CompositeJob | null): string =>
  `, over ${over(job?.kind === 'index' && job.missing === 'mean' ? job : null)}`;
const correlated =
  (formula: string, source: string) =>
  (job: IndexJob | null): FormulaText => ({
    formula: job === null || job.missing === 'listwise' ? formula : `${formula}, R over ${over(job)}`,
    source,
  });
/** Loadings as they are turned. */
const turned =
  (formula: (loadings: string) => string) =>
  (job: IndexJob | null): FormulaText => {
    const from = extract.choices[job?.extract.kind ?? 'components'].formula;
    const rule = job?.rotate ?? ({ kind: 'varimax', kaiser: true } as const);
    const { loadings, source } = rotate.choices[rule.kind].formula(rule, from);
    return { formula: formula(loadings), source };
  };
const WEIGHTS = {
  explained: {
    formula: 'wₖ = vₖ / Σv over the composed components, vₖ the share of the variance that it explains',
    source: 'the spec: weight by explained variance',
  },
  equal: { formula: 'wₖ = 1 / the number of composed components', source: 'the spec: weight equal' },
  given: { formula: 'wₖ = gₖ / Σg over the composed components, g as the spec gives them', source: 'the spec: weight given' },
} as const satisfies Record<IndexJob['weight']['kind'], FormulaText>;

export const indexQuantities = quantities<IndexNumbers, IndexJob>()({
  lost: {
    range: within.count,
    doc: 'respondents who take no part in the correlations',
    label: 'Lost to missing answers',
    format: 'count',
    formula: 'respondents − cases of the correlations',
    source: 'the data',
    value: ({ result, rows }) => (result.eigenvalues.length === 0 || result.job.missing === 'pairwise' ? null : rows - result.n),
    why: ({ result, reason }) => (result.job.missing === 'pairwise' ? 'each pair of items has cases of its own' : reason),
  },
  'n.pairwise': {
    range: within.count,
    doc: 'smallest number of cases that a pair of items has, with `missing pairwise`',
    label: 'N of the smallest pair',
    format: 'count',
    formula: 'min nᵢⱼ over the pairs of items',
    source: spss('FACTOR'),
    value: ({ result }) => (result.job.missing === 'pairwise' && result.eigenvalues.length > 0 ? result.n : null),
    why: ({ result, reason }) =>
      result.job.missing === 'pairwise' ? reason : 'correlations are not pairwise: every pair has the same cases',
  },
  'n.correlations': {
    range: within.count,
    doc: 'cases that the correlations, KMO and Bartlett’s test rest on',
    label: 'N',
    format: 'count',
    formula: (job) => ({ formula: `number of cases: ${over(job)}`, source: spss('FACTOR') }),
    value: ({ result }) => (result.eigenvalues.length > 0 ? result.n : null),
    why: ({ reason }) => reason,
  },
  filled: {
    range: within.count,
    doc: 'answers that mean substitution filled in',
    label: 'Filled in',
    format: 'count',
    formula: 'missing answers to its items, with `missing mean`',
    source: 'the data',
    value: ({ result }) => result.filled,
  },
  kmo: {
    range: within.share,
    ...coefficient,
    doc: 'Kaiser–Meyer–Olkin measure',
    label: 'KMO',
    formula: correlated('KMO = Σr²ᵢⱼ / (Σr²ᵢⱼ + Σq²ᵢⱼ), i ≠ j, q the anti-image correlations', kaiser),
    value: ({ result }) => result.factorability?.kmo,
  },
  'msa(item)': {
    range: within.share,
    ...coefficient,
    doc: 'sampling adequacy of an item',
    label: 'MSA',
    formula: correlated('MSAᵢ = Σⱼr²ᵢⱼ / (Σⱼr²ᵢⱼ + Σⱼq²ᵢⱼ), j ≠ i', kaiser),
    over: items,
    value: (one, item) => one.result.factorability?.msa[at(one, item)],
  },
  'bartlett.chi2': {
    range: within.squares,
    doc: "Bartlett's test of sphericity: χ²",
    label: 'Bartlett χ²',
    format: 'statistic',
    why: whyChecks,
    formula: correlated('χ² = −(n − 1 − (2p + 5)/6) · ln|R|', bartlett),
    value: ({ result }) => result.factorability?.chi2,
  },
  'bartlett.df': {
    range: within.least1,
    doc: 'its degrees of freedom',
    label: 'df',
    format: 'df',
    why: whyChecks,
    formula: 'p(p − 1)/2',
    source: bartlett,
    value: ({ result }) => result.factorability?.df,
  },
  'bartlett.p': {
    range: within.probability,
    doc: 'its p-value',
    label: 'p',
    format: 'p',
    why: whyChecks,
    formula: 'P(χ²(df) > χ²)',
    source: bartlett,
    value: ({ result }) => result.factorability?.pValue,
  },
  determinant: {
    range: within.determinant,
    ...coefficient,
    doc: 'determinant of the correlation matrix',
    label: 'Determinant',
    formula: correlated('|R|', spss('FACTOR')),
    value: ({ result }) => result.factorability?.determinant,
  },
  'eigenvalue(number)': {
    range: within.eigenvalue,
    ...coefficient,
    doc: 'k-th eigenvalue',
    label: 'Eigenvalue',
    formula: correlated('λₖ: the k-th largest root of |R − λI| = 0', spss('FACTOR')),
    over: roots,
    value: ({ result }, k) => result.eigenvalues[k - 1],
  },
  'eigenvalue.percent(number)': {
    range: within.percent,
    doc: 'its share of the variance, %',
    label: '% of variance',
    format: 'percent',
    why: whyChecks,
    formula: '100 · λₖ / Σλ',
    source: spss('FACTOR'),
    over: roots,
    value: ({ result }, k) => result.retention?.percent[k - 1],
  },
  'eigenvalue.cumulative(number)': {
    range: within.percent,
    doc: 'share of the first k eigenvalues, %',
    label: 'Cumulative %',
    format: 'percent',
    why: whyChecks,
    formula: '100 · Σⱼλⱼ / Σλ, j ≤ k',
    source: spss('FACTOR'),
    over: roots,
    value: ({ result }, k) => result.retention?.cumulative[k - 1],
  },
  'parallel(number)': {
    range: within.eigenvalue,
    ...coefficient,
    costly: true,
    doc: 'parallel analysis: 95th percentile of the k-th eigenvalue of random data',
    label: 'Random, 95 %',
    formula: '⌈0.95·draws⌉-th of the k-th eigenvalues of correlations of n normal rows, seeded',
    source: horn,
    over: roots,
    value: ({ result }, k) => result.retention?.parallel.percentile95[k - 1],
  },
  'parallel.mean(number)': {
    range: within.eigenvalue,
    ...coefficient,
    costly: true,
    doc: 'parallel analysis: mean of the k-th eigenvalue of random data',
    label: 'Random, mean',
    formula: 'mean of the k-th eigenvalues of correlations of n normal rows, seeded',
    source: horn,
    over: roots,
    value: ({ result }, k) => result.retention?.parallel.means[k - 1],
  },
  kept: {
    range: within.count,
    doc: 'components that are kept',
    label: 'Kept',
    format: 'count',
    formula: 'as `keep` says',
    source: 'the spec',
    value: ({ result, reason }) => (reason === '' ? result.kept : null),
  },
  'kept.kaiser': {
    range: within.count,
    doc: 'components that Kaiser’s rule would keep',
    label: 'Kaiser',
    format: 'count',
    why: whyChecks,
    formula: 'number of eigenvalues above 1',
    source: 'Kaiser 1960, Educational and Psychological Measurement 20:141–151',
    value: ({ result }) => result.retention?.kaiser,
  },
  'kept.parallel': {
    range: within.count,
    costly: true,
    doc: 'components that parallel analysis would keep',
    label: 'Parallel analysis',
    format: 'count',
    why: whyChecks,
    formula: 'leading eigenvalues above the 95th percentile of random data',
    source: horn,
    value: ({ result }) => result.retention?.parallel.retained,
  },
  'kept.map': {
    range: within.count,
    costly: true,
    doc: 'components that the minimum average partial would keep',
    label: 'MAP',
    format: 'count',
    why: whyChecks,
    formula: 'the number of components that, partialled out, leaves the least mean squared partial correlation',
    source: 'Velicer 1976, Psychometrika 41:321–327',
    value: ({ result }) => result.retention?.map.squared,
  },
  'explained(component)': {
    range: within.percent,
    doc: 'its share of the variance once rotated, %',
    label: 'Explained',
    format: 'percent',
    why: whyChecks,
    formula: (job) =>
      job !== null && isOblique(job.rotate)
        ? { formula: '100 · Σᵢs²ᵢₖ / p, s the structure: what a component explains alone or with others', source: spss('FACTOR') }
        : turned((loadings) => `100 · Σᵢλ²ᵢₖ / p, ${loadings}`)(job),
    over: components,
    value: (one, component) => one.result.explained[placeOf(one, component)],
  },
  'explained.total': {
    range: within.percent,
    doc: 'share of all kept components, %',
    label: 'Total explained',
    format: 'percent',
    why: whyChecks,
    formula: '100 · Σᵢhᵢ² / p, h² the communalities',
    source: spss('FACTOR'),
    value: ({ result, reason }) => (reason === '' ? result.explainedTotal : null),
  },
  'loading(item, component)': {
    range: within.loading,
    ...coefficient,
    doc: 'rotated loading',
    label: 'Loading',
    formula: turned((loadings) => loadings),
    over: (one) => items(one).flatMap(([item]) => components(one).map(([component]): [string, string | number] => [item, component])),
    value: (one, item, component) => one.result.loadings[at(one, item)]?.[placeOf(one, component)],
  },
  'structure(item, component)': {
    range: within.correlation,
    ...coefficient,
    doc: 'correlation of an item with a component: the loading, unless components correlate',
    label: 'Structure',
    formula: 'S = ΛΦ, Φ the correlations of the components',
    source: spss('FACTOR'),
    over: (one) => items(one).flatMap(([item]) => components(one).map(([component]): [string, string | number] => [item, component])),
    value: (one, item, component) => one.result.structure[at(one, item)]?.[placeOf(one, component)],
  },
  'correlation(part, part)': {
    range: within.correlation,
    ...coefficient,
    doc: 'correlation of two components after an oblique rotation; of two items, as the components are made of them',
    label: 'Correlation',
    formula: correlated('Φ, of the turned components; R, of items', spss('FACTOR')),
    over: (one) =>
      components(one).flatMap(([first]) =>
        components(one).flatMap(([second]): [string | number, string | number][] => (first === second ? [] : [[first, second]])),
      ),
    value: (one, first, second) => one.result.factorCorrelations?.[placeOf(one, first)]?.[placeOf(one, second)],
    why: ({ reason }) => (reason === '' ? 'the rotation leaves components uncorrelated' : reason),
  },
  'fit.chi2': {
    range: within.squares,
    doc: 'whether as many factors are enough, of `extract ml`: χ²',
    label: 'Goodness of fit χ²',
    format: 'statistic',
    formula: 'χ² = (n − 1 − (2p + 5)/6 − 2k/3)·F, F = ln|Σ| − ln|R| + tr(RΣ⁻¹) − p',
    source: 'Lawley & Maxwell 1971, Factor Analysis as a Statistical Method; IBM SPSS Statistics Algorithms, FACTOR',
    value: ({ result }) => result.factorFit?.chi2,
    why: noFit,
  },
  'fit.df': {
    range: within.count,
    doc: 'its degrees of freedom',
    label: 'df',
    format: 'df',
    formula: '((p − k)² − p − k)/2',
    source: 'Lawley & Maxwell 1971, Factor Analysis as a Statistical Method',
    value: ({ result }) => result.factorFit?.df,
    why: noFit,
  },
  'fit.p': {
    range: within.probability,
    doc: 'its p-value: small where the factors leave something unexplained',
    label: 'p',
    format: 'p',
    formula: 'P(χ²(df) > χ²)',
    source: 'Lawley & Maxwell 1971, Factor Analysis as a Statistical Method',
    value: ({ result }) => result.factorFit?.p,
    why: (one) => (one.result.factorFit?.df === 0 ? 'no degrees of freedom are left' : noFit(one)),
  },
  'communality.initial(item)': {
    range: within.share,
    format: 'coefficient',
    doc: 'communality from which the extraction of common factors begins',
    label: 'Initial',
    formula: 'squared multiple correlation with the other items, 1 − 1/rⁱⁱ',
    source: spss('FACTOR'),
    over: items,
    value: (one, item) => one.result.initialCommunalities[at(one, item)],
    why: ({ reason }) => (reason === '' ? 'components begin with the whole variance' : reason),
  },
  'communality(item)': {
    range: within.variance,
    ...coefficient,
    doc: 'communality of an item',
    label: 'Communality',
    formula: (job) => ({
      formula: job !== null && isOblique(job.rotate) ? 'hᵢ² = Σₖλᵢₖsᵢₖ, s the structure' : 'hᵢ² = Σₖλ²ᵢₖ',
      source: spss('FACTOR'),
    }),
    over: items,
    value: (one, item) => one.result.communalities[at(one, item)],
  },
  'weight(component)': {
    range: null,
    doc: 'weight of a component in the composite',
    label: 'Weight',
    format: 'coefficient',
    formula: (job) => WEIGHTS[job?.weight.kind ?? 'explained'],
    over: named,
    value: (one, component) => (typeof component === 'number' ? null : of(one, component)?.weight),
    why: ({ reason }) => (reason === '' ? 'not part of the composite' : reason),
  },
});

/** Of the items that an index is made of: too many to be made for an editor. */
export const itemCorrelations = quantities<IndexNumbers, IndexJob>()({
  'correlation(part, part)': {
    ...indexQuantities['correlation(part, part)'],
    over: (one) =>
      items(one).flatMap(([first]) => items(one).flatMap(([second]): [string, string][] => (first === second ? [] : [[first, second]]))),
    value: (one, first, second) => one.result.correlations[at(one, String(first))]?.[at(one, String(second))],
    why: ({ reason }) => reason,
  },
});

export const indexReliability = reliabilityQuantities<IndexJob | CompositeJob>(alphaOver);
