// Every quantity, at its address, against R: a spec is compiled, its answers are coded, the plan is executed, and each address is written
// as an author writes it and looked up. A quantity that is new does not compile here until it has a reference or a stated reason for having
// none.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  tell,
  twoGroupQuantities,
  declaredQuantities,
  formatAddress,
  lookUp,
  modelQuantities,
  quantitiesOf,
  signatureOf,
  type Quantity,
  type QuantityKind,
} from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { comparedElsewhere, halves } from './compared-elsewhere.ts';
import { readReference } from './studies.ts';

const golden = readReference<{
  readonly engine: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly tolerance: { readonly default: Tolerance };
  readonly values: Readonly<Record<string, number | null>>;
}>('by-address');
/** Measurement models are iterated by lavaan until χ² stands still, not until its slope is nothing. */
const measured = readReference<typeof golden>('measurement-by-address');
const known = { ...golden.values, ...measured.values };
interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}
const data = readFileSync(new URL('data/by-address.csv', import.meta.url), 'utf8');

const spec = `study "By address"
data "d.csv" { id id  cluster site }
scale s 1..5
scale w7 1..7
dimension p on s { indicator a  indicator b  indicator c reversed  indicator d }
dimension q on s { indicator e  indicator f  indicator g  indicator h }
indicator mood on w7
indicator u on s
indicator v on s
indicator w on s
number age
number hours
category sex { male = 1  female = 2 }
category place { north = 1  south = 2  west = 3 }
block mix of a, e, g, age
index li { of p, q  missing listwise  keep 2  rotate varimax  component lx marked by a  component ly marked by e  rescale 0..100 }
index me { of p, q  missing mean  keep 3  rotate varimax raw  component mx marked by a  component my marked by e  weight given { mx = 3, \
my = 1 }  rescale none }
index pa { of p, q  missing pairwise  keep eigenvalue > 1  rotate none  component px marked by b  weight equal  rescale t }
index qu { of a, b, e, f  keep variance 60%  rotate quartimax  weight equal  rescale components 0..10 }
index eq { of p, q  missing listwise  keep 3  rotate equamax  rescale 0..1 }
index no { of a, u, v, w  keep 1  rescale 1..5 }
compare c1 { of li, age  by sex, place  post_hoc tukey }
compare c2 { of a, p  by place  post_hoc games_howell  where age > 30 }
compare c3 { of lx, hours  by place  post_hoc bonferroni }
compare c4 { of pa, mood  by place  post_hoc holm  missing listwise }
compare c5 { of hours  by place  post_hoc sidak }
measurement ml { of p, q }
measurement mlr like ml { estimator mlr  free a on q, b with e }
measurement fiml like ml { missing fiml }
measurement wls like ml { estimator wlsmv }
dimension m1 on s of a, b, e, f
dimension m2 on s of c, d, g, h
measurement by { of m1, m2  by sex }
regression r1 { explain lx, hours  by sex, place, age, mood }
regression r2 { explain hours, me  by a, place * age  missing mean }
regression r3 { explain hours  by a, b, age  missing pairwise }
regression r4 { explain hours  by sex, place, age, mood  errors cluster site }
${['0', '1', '2', '3', '4', '4m']
  .map((kind) => `regression h${kind} { explain hours  by sex, place, age, mood  errors hc${kind}  where age > 25 }`)
  .join('\n')}
`;
const { results, problems } = runProject({ 'x.study': spec, 'd.csv': data }, 'x.study');
const quantities = results!.quantities;

/**
 * What a signature's values are held against: R, to a looser tolerance where R's own algorithm or other random draws need it; or why not.
 */
type Reference = 'R' | { readonly R: Tolerance; readonly why: string } | `none: ${string}`;
/** The reference of every signature of a kind of declaration: one more does not compile without one here. */
type References = { readonly [Kind in QuantityKind]: { readonly [Signature in keyof (typeof quantitiesOf)[Kind]]: Reference } };

const draws = { R: { abs: 0.04, rel: 0 }, why: '2,000 random data sets by R, other draws than ours' } as const;
const turned = { R: { abs: 1e-6, rel: 0 }, why: 'both turn until nothing moves; ours stops by SPSS’s rule' } as const;
const optimum = { R: { abs: 1e-6, rel: 0 }, why: 'lavaan’s optimum is good to seven digits' } as const;
const printed = 'none: papers print it, no survey computes it' as const;
/** Numbers that only a study with a design has. */
const drawn = 'none: this study has no design; held against R’s survey in survey-by-address.test.ts' as const;
const ofMean = { deff: drawn, 'n.kish': drawn } as const;
const ofMeans = { 'deff(level)': drawn, 'n.kish(level)': drawn } as const;
/** Of methods that are no least squares: each has its reference in the file that walks them. */
const byOtherMethods = Object.fromEntries(Object.keys(modelQuantities).map((key) => [key, 'none: outcomes-by-address.test.ts'])) as {
  readonly [S in keyof typeof modelQuantities]: 'none: outcomes-by-address.test.ts';
};

const scores = { n: 'R', mean: turned, sd: turned, se: turned, low: turned, high: turned, min: turned, max: turned } as const;
const byLevel = {
  'n(level)': 'R',
  'mean(level)': turned,
  'sd(level)': turned,
  'se(level)': turned,
  'low(level)': turned,
  'high(level)': turned,
} as const;
const extremes = { 'min(level)': turned, 'max(level)': turned } as const;
const exactByLevel = {
  'n(level)': 'R',
  'mean(level)': 'R',
  'sd(level)': 'R',
  'se(level)': 'R',
  'low(level)': 'R',
  'high(level)': 'R',
} as const;
const described = {
  n: 'R',
  missing: 'R',
  mean: 'R',
  sd: 'R',
  se: 'R',
  min: 'R',
  max: 'R',
  skewness: 'R',
  kurtosis: 'R',
  median: 'R',
} as const;
const classes = {
  'histogram.count(number)': 'R',
  'histogram.percent(number)': 'R',
  'histogram.low(number)': 'R',
  'histogram.high(number)': 'R',
} as const;
const consistency = {
  items: 'R',
  alpha: 'R',
  'alpha.n': 'R',
  'alpha.low': 'R',
  'alpha.high': 'R',
  'alpha.standardized': 'R',
  mean_r: 'R',
  omega: optimum,
  ...halves,
  'item_total(item)': 'R',
  'smc(item)': 'R',
  'alpha_if_deleted(item)': 'R',
} as const;
const group = { n: 'R', mean: 'R', sd: 'R', ...consistency, ...exactByLevel, ...ofMeans } as const;

const listed = 'none: R has no multiple-response tables; held against the counts of the answers in test/language/choices.test.ts';
const elsewhere = 'none: of common factors and oblique rotations, in exploratory.test.ts';
const counted = 'none: rows of a table, counted by hand in test/language/respondents.test.ts';

const listedAll = <T extends object>(of: T): { readonly [K in keyof T]: Reference } =>
  Object.fromEntries(Object.keys(of).map((key) => [key, listed])) as { readonly [K in keyof T]: Reference };

/** An option is a number: what is held there is held here. */
const as = <T extends object>(of: T): { readonly [K in keyof T]: Reference } =>
  Object.fromEntries(Object.keys(of).map((key) => [key, 'none: as of a number'])) as { readonly [K in keyof T]: Reference };

const regrid = 'none: regressions of changed studies, held against R in test/numbers/robustness.test.ts';
/** What has a study of its own. */
const heldIn = <T extends object>(of: T, file: string): { readonly [K in keyof T]: Reference } =>
  Object.fromEntries(Object.keys(of).map((key) => [key, `none: held against R in ${file}`])) as { readonly [K in keyof T]: Reference };
const lavaan = { R: measured.tolerance.default, why: 'lavaan stops where χ² stands still' } as const;
const released = { R: { abs: 1e-3, rel: 1e-3 }, why: 'of a parameter that the others nearly determine' } as const;
const measurementReferences = Object.fromEntries(
  Object.keys(quantitiesOf.measurement).map((key) => [key, /^(?:mi|epc)/u.test(key) ? released : lavaan] as const),
) as {
  readonly [Signature in keyof typeof quantitiesOf.measurement]: Reference;
};
const inSteps = 'none: not of this study; against R at its address in linear-by-address.test.ts';

const references: References = {
  ...comparedElsewhere,
  deprivation: heldIn(quantitiesOf.deprivation, 'deprivation-by-address.test.ts'),
  study: {
    sample: 'R',
    'sample.unusable': 'R',
    'sample.kept': 'R',
    'sample.rows': counted,
    'sample.left_out': counted,
    'sample.left_out(number)': counted,
    'sample.unknown(number)': counted,
    'sample.weighted': drawn,
    'sample.weights': drawn,
    'sample.n.kish': drawn,
    'sample.strata': drawn,
    'sample.psus': drawn,
    'sample.df': drawn,
  },
  indicator: {
    ...described,
    item_total: 'R',
    smc: 'R',
    alpha_if_deleted: 'R',
    'points.n': 'R',
    'percent.below': 'R',
    'percent.above': 'R',
    'count(number)': 'R',
    'percent(number)': 'R',
    'histogram.count(number)': 'none: as of a number',
    'histogram.percent(number)': 'none: as of a number',
    'histogram.low(number)': 'none: as of a number',
    'histogram.high(number)': 'none: as of a number',
    ...exactByLevel,
    ...ofMean,
    ...ofMeans,
  },
  number: {
    ...described,
    count: 'none: of a `when`, in test/language/numbers.test.ts and the exam',
    ...classes,
    ...exactByLevel,
    ...ofMean,
    ...ofMeans,
  },
  category: { n: 'R', missing: 'R', population: printed, sampled: printed },
  level: { count: 'R', percent: 'R', population: printed, sampled: printed, se: drawn, deff: drawn },
  choices: listedAll(quantitiesOf.choices),
  option: {
    ...as(described),
    ...as(classes),
    ...as(exactByLevel),
    ...ofMean,
    ...ofMeans,
    count: listed,
    percent: listed,
    percent_of_answers: listed,
  },
  dimension: group,
  block: group,
  index: {
    ...scores,
    lost: counted,
    'n.pairwise': 'R',
    'n.correlations': 'R',
    filled: 'R',
    kmo: 'R',
    'msa(item)': 'R',
    'bartlett.chi2': 'R',
    'bartlett.df': 'R',
    'bartlett.p': 'R',
    determinant: 'R',
    'eigenvalue(number)': 'R',
    'eigenvalue.percent(number)': 'R',
    'eigenvalue.cumulative(number)': 'R',
    'parallel(number)': draws,
    'parallel.mean(number)': draws,
    kept: 'R',
    'kept.kaiser': 'R',
    'kept.parallel': 'R',
    'kept.map': 'R',
    'explained(component)': turned,
    'explained.total': 'R',
    'loading(item, component)': turned,
    'structure(item, component)': elsewhere,
    'correlation(part, part)': elsewhere,
    'communality.initial(item)': elsewhere,
    'fit.chi2': elsewhere,
    'fit.df': elsewhere,
    'fit.p': elsewhere,
    'communality(item)': 'R',
    'weight(component)': turned,
    ...consistency,
    ...byLevel,
    ...extremes,
    ...ofMean,
    ...ofMeans,
  },
  component: { ...scores, ...byLevel, ...extremes, ...ofMean, ...ofMeans },
  measurement: measurementReferences,
  'outcome of compare': {
    ...heldIn(twoGroupQuantities, 'tables-by-address.test.ts'),
    left_out: counted,
    lost: counted,
    f: turned,
    df1: 'R',
    df2: 'R',
    p: turned,
    eta2: turned,
    omega2: turned,
    'welch.f': turned,
    'welch.p': turned,
    'levene.p': turned,
    'kruskal.h': turned,
    'kruskal.p': turned,
    ...byLevel,
    'difference(level, level)': turned,
    'difference.p(level, level)': turned,
    'difference.se(level, level)': turned,
    'difference.low(level, level)': turned,
    'difference.high(level, level)': turned,
  },
  robustness: {
    specifications: regrid,
    computed: regrid,
    low: regrid,
    high: regrid,
    median: regrid,
    share: regrid,
    'share(hypothesis)': regrid,
  },
  'alternative of robustness': { '': regrid },
  'outcome of regression': {
    left_out: counted,
    lost: counted,
    n: 'R',
    filled: 'R',
    clusters: 'R',
    r2: turned,
    f2: turned,
    adjusted_r2: turned,
    f: turned,
    df1: 'R',
    df2: 'R',
    p: turned,
    rmse: turned,
    aic: turned,
    bic: turned,
    durbin_watson: turned,
    'breusch_pagan.p': turned,
    'b(term)': turned,
    'beta(term)': turned,
    'beta.low(term)': turned,
    'beta.high(term)': turned,
    'se(term)': turned,
    't(term)': turned,
    'p(term)': turned,
    'low(term)': turned,
    'high(term)': turned,
    'vif(term)': turned,
    samples: inSteps,
    'df(term)': inSteps,
    'r2(number)': inSteps,
    'adjusted_r2(number)': inSteps,
    'change.r2(number)': inSteps,
    'change.f(number)': inSteps,
    'change.df1(number)': inSteps,
    'change.df2(number)': inSteps,
    'change.p(number)': inSteps,
    'step.b(number, term)': inSteps,
    'step.beta(number, term)': inSteps,
    'step.se(number, term)': inSteps,
    'step.t(number, term)': inSteps,
    'step.p(number, term)': inSteps,
    'step.low(number, term)': inSteps,
    'step.high(number, term)': inSteps,
    'step.vif(number, term)': inSteps,
    'slope(level)': inSteps,
    'slope.at(level)': inSteps,
    'slope.se(level)': inSteps,
    'slope.t(level)': inSteps,
    'slope.p(level)': inSteps,
    'slope.low(level)': inSteps,
    'slope.high(level)': inSteps,
    'region.low': inSteps,
    'fmi(term)': 'none: imputed-by-address.test.ts',
    'importance(variable)': 'none: importance-by-address.test.ts',
    'importance.percent(variable)': 'none: importance-by-address.test.ts',
    'region.high': inSteps,
    ...byOtherMethods,
  },
};

const ONE_PATH: ReadonlySet<string> = new Set(['index', 'composite', 'correlate', 'measurement', 'mediation', 'deprivation']);

/** The kind of declaration that an address begins with, and the signature that it ends with. */
function signatureAt(address: string): { readonly kind: QuantityKind; readonly key: string } {
  const node = toAddress(parseAddress(address)!);
  const [first, second] = node.path;
  const variable = results!.plan.variables.find((one) => one.name === first);
  const found = results!.plan.jobs.find((one) => one.name === first);
  const category = variable?.kind === 'category';
  const several = found?.kind === 'compare' && found.by.length > 1;
  const [kind, taken]: [QuantityKind, number] =
    first === 'sample'
      ? ['study', 0]
      : category
        ? variable.levels.some((level) => level.name === second)
          ? ['level', 2]
          : ['category', 1]
        : variable !== undefined
          ? [variable.kind, 1]
          : found === undefined
            ? [results!.plan.groups.find((one) => one.name === first)?.kind ?? 'component', 1]
            : ONE_PATH.has(found.kind)
              ? [found.kind as QuantityKind, 1]
              : [`outcome of ${found.kind}` as QuantityKind, several ? 3 : 2];
  const name = node.path.slice(taken).join('.');
  const key = Object.keys(declaredQuantities[kind]!).find(
    (one) => signatureOf(one).name === name && signatureOf(one).args.length === (node.args?.length ?? 0),
  );
  if (key === undefined) throw new Error(`${address} is ${kind} ${name}`);
  return { kind, key };
}

const close = (value: number, expected: number, { abs, rel }: Tolerance): boolean =>
  Math.abs(value - expected) <= Math.max(abs, rel * Math.abs(expected));
const referenceOf = ({ kind, key }: { kind: QuantityKind; key: string }): Reference =>
  (references[kind] as Readonly<Record<string, Reference>>)[key]!;

describe('every quantity of a study, at its address', () => {
  const expected = Object.entries(known);

  it('comes of a spec without mistakes', () => {
    expect(problems.filter((problem) => problem.severity === 'error').map((problem) => tell(problem, 'en').message)).toEqual([]);
    expect(expected.length).toBeGreaterThan(3200);
  });

  it('equals R', () => {
    const differences: string[] = [];
    for (const [address, wanted] of expected) {
      const node = toAddress(parseAddress(address)!);
      const found: Quantity | null = lookUp(quantities, node);
      if (found === null || formatAddress(node) !== address) {
        differences.push(`${address}: nothing there`);
        continue;
      }
      const reference = referenceOf(signatureAt(address));
      const tolerance = typeof reference === 'object' ? reference.R : golden.tolerance.default;
      if (wanted === null ? found.value !== null : found.value === null || !close(found.value, wanted, tolerance))
        differences.push(`${address}: R ${wanted}, here ${found.value}${found.reason === undefined ? '' : ` (${found.reason})`}`);
    }
    expect(differences).toEqual([]);
  });

  it('has a value by R, or its signature a stated reason', () => {
    const without = [...quantities.keys()]
      // What a dimension has is held of p and q; these two are there for a model that does not fit.
      .filter((address) => !Object.hasOwn(known, address) && !/^m[12]\./u.test(address))
      .filter((address) => !String(referenceOf(signatureAt(address))).startsWith('none: '));
    expect(without).toEqual([]);
  });

  it('is there for every signature', () => {
    const seen = new Set(
      expected
        .filter(([, value]) => value !== null)
        .map(([address]) => {
          const { kind, key } = signatureAt(address);
          return `${kind} ${key}`;
        }),
    );
    const missing = Object.entries(references).flatMap(([kind, of]) =>
      Object.entries(of).flatMap(([key, reference]) =>
        seen.has(`${kind} ${key}`) || String(reference).startsWith('none: ') ? [] : [`${kind} ${key}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  it('is told apart from every other number of its declaration, so that a mix-up would show', () => {
    const byOwner = new Map<string, Map<string, { readonly kind: QuantityKind; readonly value: number; readonly tolerance: Tolerance }>>();
    const byArguments = new Map<string, Set<number>>();
    for (const [address, value] of expected) {
      if (value === null) continue;
      const { kind, key } = signatureAt(address);
      const reference = referenceOf({ kind, key });
      const args = /\(.*$/u.exec(address)?.[0] ?? '';
      const owner = `${address.slice(0, address.length - args.length - signatureOf(key).name.length)} ${args}`;
      byOwner.set(
        owner,
        (byOwner.get(owner) ?? new Map()).set(key, {
          kind,
          value,
          tolerance: typeof reference === 'object' ? reference.R : golden.tolerance.default,
        }),
      );
      if (args !== '') byArguments.set(`${kind} ${key}`, (byArguments.get(`${kind} ${key}`) ?? new Set()).add(value));
    }
    // Pairs of quantities of one kind: how often they are apart, of how often they stand beside each other.
    const apart = new Map<string, boolean>();
    for (const list of byOwner.values()) {
      for (const [key, one] of list)
        for (const [other, { value }] of list)
          if (key < other)
            apart.set(
              `${one.kind}: ${key} = ${other}`,
              apart.get(`${one.kind}: ${key} = ${other}`) === true || !close(one.value, value, one.tolerance),
            );
    }
    expect(apart.size).toBeGreaterThan(900);
    // The same by definition: whoever has a score has answers that alpha rests on; of pairwise correlations the smallest pair is what they
    // rest on.
    expect([...apart].flatMap(([pair, is]) => (is ? [] : [pair])).sort()).toEqual([
      'index: alpha.n = n',
      'index: n.correlations = n.pairwise',
      // Both are items − factors for each group beyond the first.
      'measurement: metric.change.df = scalar.change.df',
    ]);
    expect([...byArguments].flatMap(([signature, values]) => (values.size > 1 ? [] : [signature]))).toEqual([]);
  });
});
