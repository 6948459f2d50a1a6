// Every quantity of a comparison of studies, at its address, against R: three specs are compiled, executed and compared. A quantity that is
// new does not compile here until it has a reference or a stated reason for having none.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compareStudies,
  comparisonQuantities,
  comparisonQuantitiesOf,
  eachComparisonQuantity,
  formatAddress,
  signatureOf,
  type ComparisonQuantityKind,
} from '@studyspec/core';
import { parseAddress, toAddress } from '@studyspec/dsl';
import { runProject } from '../support/project.ts';
import { agree, readReference } from './studies.ts';

interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}
const golden = readReference<{
  readonly tolerance: { readonly default: Tolerance };
  readonly values: Readonly<Record<string, number | null>>;
}>('comparison-by-address');

const spec = (name: string): string => `study "${name}"
data "d.csv"
scale s 1..7
dimension p on s { indicator a  indicator b  indicator c  indicator d }
dimension q on s { indicator e  indicator f  indicator g  indicator h }
number age
number school
number y
index li { of p, q  keep 2  rotate varimax  component lx marked by a  component ly marked by e  rescale 0..100 }
regression full { explain y  by age, school }
`;
const comparison = compareStudies(
  ['one', 'two', 'three'].map((name) => {
    const data = readFileSync(new URL(`data/comparison-${name}.csv`, import.meta.url), 'utf8');
    const { compiled, coded, frame, results } = runProject({ 'x.study': spec(name), 'd.csv': data }, 'x.study');
    return { name, plan: compiled.plan!, coded: coded!, frame: frame!, results: results! };
  }),
  { replications: 50 },
);
const quantities = comparisonQuantities(comparison);

type Reference = 'R' | { readonly R: Tolerance; readonly why: string } | `none: ${string}`;
type References = {
  readonly [Kind in ComparisonQuantityKind]: { readonly [Signature in keyof (typeof comparisonQuantitiesOf)[Kind]]: Reference };
};
const turned = { R: { abs: 1e-6, rel: 0 }, why: 'both turn until nothing moves; ours stops by SPSS’s rule' } as const;
const turnedScores = { R: { abs: 1e-4, rel: 0 }, why: 'scores of 0 to 100 by turned loadings' } as const;
const optimum = { R: { abs: 1e-5, rel: 1e-6 }, why: 'lavaan’s optimum is good to six digits' } as const;
const iterated = { R: { abs: 1e-6, rel: 1e-6 }, why: 'both estimate τ² by iteration' } as const;
const drawn = 'none: bootstrap samples are drawn by a generator of our own; that intervals cover is shown in congruence.test.ts' as const;
const scoreTest = 'none: against lavaan’s lavTestScore in invariance.test.ts, on the same procedure' as const;

const references: References = {
  item: { 'n(study)': 'R', 'mean(study)': 'R', 'sd(study)': 'R', 'd(study)': 'R', 'p(study)': 'R', 'holm(study)': 'R' },
  scale: { 'items(study)': 'R', 'alpha(study)': 'R', 'alpha.low(study)': 'R', 'alpha.high(study)': 'R' },
  'structure of an index': {
    'congruence(component, study)': turned,
    'congruence.low(component, study)': drawn,
    'congruence.high(component, study)': drawn,
    'congruence.rotated(component, study)': turned,
    'congruence.rotated.low(component, study)': drawn,
    'congruence.rotated.high(component, study)': drawn,
    'loading(item, component, study)': turned,
    'moved(item, study)': drawn,
    'lead(item, study)': turned,
  },
  'form of an index': {
    'form.n(study)': 'R',
    'form.chi2(study)': optimum,
    'form.df(study)': 'R',
    'form.cfi(study)': optimum,
    'form.rmsea(study)': optimum,
    'form.srmr(study)': optimum,
  },
  'level of invariance': {
    chi2: optimum,
    df: 'R',
    cfi: optimum,
    rmsea: optimum,
    srmr: optimum,
    'change.chi2': optimum,
    'change.df': 'R',
    'change.p': optimum,
    'change.cfi': optimum,
    'change.rmsea': optimum,
    'free.chi2(item)': scoreTest,
    'free.df(item)': scoreTest,
    'free.holm(item)': scoreTest,
    'free.change(item, study)': scoreTest,
  },
  'scores of an index': {
    'frozen.n(study)': 'R',
    'frozen.mean(study)': turnedScores,
    'frozen.sd(study)': turnedScores,
    'frozen.outside(study)': 'R',
    'frozen.difference(study)': turnedScores,
    'frozen.difference.low(study)': turnedScores,
    'frozen.difference.high(study)': turnedScores,
    'frozen.difference.p(study)': turned,
    'frozen.correlation(study)': turned,
    'own.mean(study)': turnedScores,
    'own.sd(study)': turnedScores,
    'together.mean(study)': turnedScores,
    'together.sd(study)': turnedScores,
  },
  'outcome of regression': {
    'n(study)': 'R',
    'r2(study)': 'R',
    'b(term, study)': 'R',
    'se(term, study)': 'R',
    'p(term, study)': 'R',
    'low(term, study)': 'R',
    'high(term, study)': 'R',
    'weight(term, study)': iterated,
    'equal.chi2(term)': 'R',
    'equal.df(term)': 'R',
    'equal.p(term)': 'R',
    'equal.holm(term)': 'R',
    'pooled.b(term)': iterated,
    'pooled.se(term)': iterated,
    'pooled.p(term)': iterated,
    'pooled.low(term)': iterated,
    'pooled.high(term)': iterated,
    'tau(term)': iterated,
    'tau2(term)': iterated,
    'i2(term)': iterated,
    'q(term)': 'R',
    'q.p(term)': 'R',
    'prediction.low(term)': iterated,
    'prediction.high(term)': iterated,
    'joint.chi2': 'R',
    'joint.df': 'R',
    'joint.p': 'R',
    'chow.f': 'R',
    'chow.df1': 'R',
    'chow.df2': 'R',
    'chow.p': 'R',
    'intercepts.f': 'R',
    'intercepts.p': 'R',
    'slopes.f': 'R',
    'slopes.p': 'R',
    'effect(study)': 'R',
    'effect.low(study)': 'R',
    'effect.high(study)': 'R',
    'effect.p(study)': 'R',
  },
};

/** The kind of every address, as it was declared. */
const kinds = new Map<string, ComparisonQuantityKind>();
let listed = 0;
eachComparisonQuantity(comparison, (kind, { address }) => {
  listed += 1;
  kinds.set(address, kind);
});
const signatureAt = (address: string): { readonly kind: ComparisonQuantityKind; readonly key: string } => {
  const kind = kinds.get(address)!;
  const { path, args } = toAddress(parseAddress(address)!);
  const key = Object.keys(comparisonQuantitiesOf[kind]).find((one) => {
    const signature = signatureOf(one);
    return (
      path.join('.').endsWith(`.${signature.name}`) && signature.args.length === (args?.length ?? 0) && fits(kind, path, signature.name)
    );
  });
  if (key === undefined) throw new Error(address);
  return { kind, key };
};
/** `form.n` is no `n`: what stands before the name is what was declared in the studies. */
const OWNER: Readonly<Record<ComparisonQuantityKind, number>> = {
  item: 1,
  scale: 1,
  'structure of an index': 1,
  'form of an index': 1,
  'level of invariance': 2,
  'scores of an index': 1,
  'outcome of regression': 2,
};
const fits = (kind: ComparisonQuantityKind, path: readonly string[], name: string): boolean =>
  path.slice(OWNER[kind] + (path.includes('without') ? 1 : 0)).join('.') === name;
const referenceAt = (address: string): Reference => {
  const { kind, key } = signatureAt(address);
  return (references[kind] as Readonly<Record<string, Reference>>)[key]!;
};

describe('every quantity of a comparison, at its address', () => {
  it('has an address of its own, as an author would write it', () => {
    expect(listed).toBe(quantities.size);
    expect([...quantities.keys()].filter((address) => formatAddress(toAddress(parseAddress(address)!)) !== address)).toEqual([]);
  });

  it('equals R', () => {
    const differences = Object.entries(golden.values).flatMap(([address, wanted]) => {
      const found = quantities.get(address);
      if (found === undefined) return [`${address}: nothing there`];
      const reference = referenceAt(address);
      const tolerance = typeof reference === 'object' ? reference.R : golden.tolerance.default;
      const equal = wanted === null ? found.value === null : agree(found.value, wanted, tolerance);
      return equal ? [] : [`${address}: R ${wanted}, here ${found.value}`];
    });
    expect(differences).toEqual([]);
    expect(Object.keys(golden.values).length).toBeGreaterThan(350);
  });

  it('has a value by R, or its signature a stated reason', () => {
    expect(
      [...quantities.keys()].filter(
        (address) => !Object.hasOwn(golden.values, address) && !String(referenceAt(address)).startsWith('none: '),
      ),
    ).toEqual([]);
  });

  it('is there for every signature', () => {
    const seen = new Set([...quantities].filter(([, one]) => one.value !== null).map(([address]) => JSON.stringify(signatureAt(address))));
    const all = Object.entries(references).flatMap(([kind, of]) => Object.keys(of).map((key) => JSON.stringify({ kind, key })));
    expect(all.filter((one) => !seen.has(one))).toEqual([]);
  });

  it('says why where there is none', () => {
    expect([...quantities.values()].filter((one) => one.value === null && (one.reason ?? '') === '')).toEqual([]);
    expect(quantities.get('li.frozen.difference(one)')).toMatchObject({
      value: null,
      reason: 'the first study is what the others are held against',
    });
  });
});
