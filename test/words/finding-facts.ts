// Facts of the audit that no study of test/audit/plans.ts has: kinds that need particular tables, and every reason. No tests.
import type { FindingFact, SkippedWhat, SkippedWhy } from '../../packages/core/src/contract/audit-facts/index.ts';

const shown = (value: number, decimals = 2) => ({ value, decimals });
const range = (low: number, high: number, decimals = 2) => ({ low, high, decimals });
const slip = { columns: ['t'], from: 'x2', to: 'x6', exchanged: false };
const swap = { columns: ['t', 'p'], from: 'x2', to: 'x3', exchanged: true };
const block = { restored: 5, rows: 5 };
const test = { source: 't = 2.58', df: 100, p: range(0.0112, 0.0115, 4) };
const row = { item: 'a', loadings: ['0.81', null], sum: range(0.66, 0.68, 4), printed: '0.76' };
const column = { component: 'x', sum: range(30.64, 31.58), printed: '41.14' };
const level = { name: 'sex.f', count: '190', value: 190, percent: '67.1', decimals: 1 };
const identity = { index: 'i', table: 'Table 5', weights: [{ part: 'x', weight: 0.6 }], good: 20, rows: 25 };
const broken = { term: 'age', parts: [{ weight: 0.6, printed: '0.2' }], sum: range(0.119, 0.121, 4), composite: '0.3' };
const figure = (address: string, printed: string) => ({ address, printed });
const derived = (relation: Extract<FindingFact, { kind: 'derived' }>['relation']): FindingFact => ({
  kind: 'derived',
  figure: figure('i.x', '3.2'),
  from: [figure('i.y', '2.1')],
  relation,
  low: 4.1,
  high: 4.3,
  decimals: 1,
});
const sd = (option: Extract<FindingFact, { kind: 'sd-of-wholes' }>['option']): FindingFact => ({
  kind: 'sd-of-wholes',
  name: 'a',
  printed: '2.41',
  n: 20,
  upTo: false,
  ends: { low: 1, high: 5 },
  mean: '3.35',
  why: { of: 'no-sum' },
  option,
});

export const FACTS: readonly FindingFact[] = [
  {
    kind: 'bartlett-of-loadings',
    index: 'i',
    printed: '910.2',
    n: 323,
    items: 11,
    eigenvalues: [3.1, 2.2],
    logDeterminant: -3.1,
    bound: 984.2,
    most: 299,
  },
  { kind: 'communalities', index: 'i', failing: [row], all: 4 },
  { kind: 'communalities-slipped', items: ['a', 'b'], slip, first: row, block },
  {
    kind: 'computed',
    table: null,
    figures: 9,
    off: 2,
    furthest: [
      { of: 'stars', address: 'm.a.b(x)', printed: '0.31***', stars: null },
      { of: 'figure', address: 'a.mean', printed: '4.99', computed: shown(3.4), percent: false },
    ],
  },
  { kind: 'eigenvalue-of-loadings', index: 'i', number: 2, printed: '1.9', eigenvalues: [2.1, 1.4], wanted: shown(1.4, 1) },
  { kind: 'explained-before-rotation', index: 'i', columns: [column] },
  {
    kind: 'fit-of-models',
    models: ['m.a', 'm.b'],
    n: 103,
    coefficients: 2,
    against: [
      { name: 'r2', printed: '0.314', low: 0.3135, high: 0.3145 },
      { name: 'f', printed: '12.43', low: 0.199, high: 0.1992 },
    ],
    fits: [44, 45, 51],
    wholeSample: true,
    all: 2,
  },
  { kind: 'identity-reordered', of: identity, broken, order: [{ term: 'age', text: '0.12' }] },
  { kind: 'kept-by-means', job: 'm', sample: 323, n: 306 },
  { kind: 'middle-of-interval', name: 'm.a, b', b: '0.31', low: '0.1', high: '0.4', middle: shown(0.25) },
  {
    kind: 'no-identity',
    index: 'i',
    job: 'm',
    good: 9,
    rows: 25,
    weights: identity.weights,
    worst: { term: 'age', sum: range(0.1, 0.12), printed: '0.4' },
  },
  { kind: 'ps-slipped', model: 'm.a', failing: 3, slip: swap, test, block },
  { kind: 'ps-with-other-n', model: 'm.a', terms: ['x', 'y'], n: 103, test, fits: [88, 89] },
  {
    kind: 'ratios-slipped',
    model: 'm.a',
    failing: 3,
    slip,
    first: { term: 'x', b: '0.31', se: '0.12', t: '5.21', ratio: range(2.44, 2.74) },
    block,
  },
  { kind: 'shares-of-others', name: 'media', several: true, base: 308, valid: 512, first: level },
  { kind: 'shares-of-others', name: 'media', several: false, base: 323, valid: 308, first: level },
  { kind: 'shares-slipped', names: ['sex.f', 'sex.m'], slip: swap, first: level, valid: 308, block },
  ...(['between-over-all-squares', 'largest-msa', 'smallest-msa', 'weight-in-the-study', 'scores-of-the-index'] as const).map((of) =>
    derived({ of }),
  ),
  ...(['item-fewest-answered', 'eigenvalues-above-1', 'eigenvalues-above-chance', 'cumulative-share-kept', 'two-predictors'] as const).map(
    (of) => derived({ of }),
  ),
  ...(['items-named', 'components-kept', 'cases-with'] as const).map((of) => derived({ of, name: 'i' })),
  ...(['alpha-without-an-item', 'point-answered'] as const).map((of) => derived({ of, printed: '0.71' })),
  derived({ of: 'formula', formula: 't²/k', given: ['t = 2.5', 'k = 3'] }),
  derived({ of: 'welch', df1: 2, f: '4.1' }),
  derived({ of: 'p-of-f-from-eta2', df1: 2, df2: 97, f: shown(4.12) }),
  derived({ of: 'p-of-t-from-interval', df: null }),
  derived({ of: 'kurtosis-by-skewness', g1: shown(1.2) }),
  derived({ of: 'mean-of-points', n: null }),
  derived({ of: 'mean-of-points', n: 88 }),
  derived({ of: 'sd-of-points', centre: shown(3.3), rest: 87 }),
  derived({ of: 'median-of-points', n: 88 }),
  ...(['missing-answers', 'interval-by-all-groups', 'criteria-of-another-program'] as const).map(
    (of): FindingFact => ({ ...derived({ of: 'largest-msa' }), otherwise: { of } }) as FindingFact,
  ),
  ...(['constant-of-another-program', 'interval-of-beta', 'another-percentile'] as const).map(
    (of): FindingFact => ({ ...derived({ of: 'largest-msa' }), otherwise: { of } }) as FindingFact,
  ),
  ...(
    [
      'ends-of-an-interval',
      'alpha-of-those-who-answered',
      'eigenvalues-fall',
      'sums-of-shares-rise',
      'omega-below-eta',
      'adjustment-lowers',
      'clusters-have-cases',
      'none-below-the-smallest',
      'none-above-the-largest',
      'values-of-a-group',
      'a-group-is-a-part',
    ] as const
  ).map((of): FindingFact => ({ kind: 'order', less: figure('i.x', '3.2'), more: figure('i.y', '2.1'), why: { of } })),
  ...(
    [
      'count',
      'count-from-1',
      'groups',
      'cases',
      'percentage',
      'share',
      'share-of-variance',
      'share-of-variance-at-most',
      'reliability',
      'correlation',
      'loading',
      'probability',
      'determinant',
      'eigenvalue',
      'squares',
      'root-of-squares',
      'neighbours',
      'vif',
      'whole-or-half',
      'one-of-the-answers',
    ] as const
  ).map(
    (of): FindingFact => ({ kind: 'outside', figure: figure('i.x', '-3.2'), low: 0, high: null, whole: true, why: { of }, reading: null }),
  ),
  sd({ of: 'divided-by-n' }),
  sd({ of: 'at-most', largest: shown(2.02) }),
  sd({ of: 'near', texts: ['1.92', '1.89'] }),
  sd({ of: 'stray-answer', values: [10, 12], best: 12, twice: false, others: { n: 19, mean: 2.9, sd: 1.6 } }),
  sd({ of: 'stray-answer', values: [33], best: 33, twice: true, others: { n: 19, mean: 2.9, sd: 1.6 } }),
];

export const SKIPPED: readonly { readonly what: SkippedWhat; readonly why: SkippedWhy }[] = [
  ...(['communality', 'correlations', 'missing-policy', 'fit', 'rotation', 'percentages', 'stars', 'sum-of-counts'] as const).map((of) => ({
    what: { of, name: 'i' },
    why: { of: 'not-computed' } as const,
  })),
  ...(
    [
      { of: 'figure', address: 'a.mean' },
      { of: 'coefficients', quantity: 'beta', model: 'm.a' },
      { of: 'weights', index: 'i', job: 'm' },
      { of: 'row', term: 'x', job: 'm' },
      { of: 'groups', score: 'i', category: 'sex' },
      { of: 'claim', hypothesis: 'h', claim: 'a.mean > 4' },
    ] as const
  ).map((what) => ({ what, why: { of: 'not-computed' } as const })),
  ...(
    [
      'claim-not-printed',
      'loading-not-printed',
      'cell-not-printed',
      'weights-too-open',
      'shares-not-printed',
      'item-means-not-printed',
      'some-loadings-of-some-components',
      'cases-of-correlations-not-printed',
      'groups-not-printed',
      'group-mean-not-printed',
      'cases-of-groups-not-printed',
      'mean-of-all-not-printed',
      'number-of-all-not-printed',
      'not-whole-answers',
      'n-not-printed',
      'mean-not-printed',
      'predictors-not-printed',
      'answers-of-whole-sample-only',
      'cases-not-printed',
      'levels-may-be-left-out',
      'one-figure-of-fit',
      'item-sds-not-printed',
      'loadings-not-printed',
      'components-not-in-table',
      'counts-not-printed',
      'count-not-printed',
      'errors-not-classical',
      'no-single-n',
      'other-respondents',
      'r2-not-printed',
    ] as const
  ).map((of) => ({ what: { of: 'figure', address: 'a.mean' } as const, why: { of } })),
  ...(
    [
      {
        of: 'rounding',
        left: { of: 'figure', address: 'a.mean', printed: '3.1' },
        right: { of: 'stars', printed: '0.2', stars: null, side: 'at-least', level: 0.05 },
      },
      { of: 'parts-not-printed', parts: ['x', 'y'] },
      { of: 'too-few-rows', rows: 3, weights: 4 },
      { of: 'other-cases', groups: 275, all: 323 },
      { of: 'every-mean', decimals: 2, n: 400 },
      { of: 'mean-impossible', n: 28 },
      { of: 'several-answers', cases: 308 },
    ] as const
  ).map((why) => ({ what: { of: 'figure', address: 'a.mean' } as const, why })),
];
