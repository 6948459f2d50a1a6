// Numbers of a comparison about one outcome of a regression: coefficients, their equality, what they amount to together. One entry each.
import type { ComparedOutcome } from './coefficients.ts';
import { each, later, type InStudies } from './quantities-items.ts';
import type { NestedTest } from '../../procedures/regression/pooled.ts';
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';

type Outcomes = InStudies<ComparedOutcome>;
const fitIn = ({ studies, of }: Outcomes, study: string) => of.studies[studies.indexOf(study)];
const inTerm = (all: Outcomes, term: string, study: string) => fitIn(all, study)?.fit?.coefficients.find((one) => one.term === term);
const noFit = (all: Outcomes, study: string): string | null =>
  fitIn(all, study)?.fit === null ? (fitIn(all, study)?.reason ?? 'not explained in this study') : null;
const noTerm = (all: Outcomes, term: string, study: string): string =>
  noFit(all, study) ?? (inTerm(all, term, study) === undefined ? 'this study’s model has no such term' : 'no standard error');
const terms = ({ of }: Outcomes): readonly [string][] => of.equality.terms.map(({ term }) => [term]);
const termsInStudies = ({ of, studies }: Outcomes): readonly [string, string][] =>
  of.equality.terms.flatMap(({ term }) => studies.map((study): [string, string] => [term, study]));
const equalIn = ({ of }: Outcomes, term: string) => of.equality.terms.find((one) => one.term === term);
const metaOf = ({ of }: Outcomes, term: string) => of.metas.find((one) => one.term === term)?.meta;
const metaIn = (all: Outcomes, term: string, study: string) => metaOf(all, term)?.studies.find((one) => one.study === study);
const oneStudy = (): string => 'fewer than two studies have the term with a standard error';
const twoStudies = (): string => 'needs three studies that have the term with a standard error';
const noJoint = (): string => 'needs classical standard errors and the same terms in every study';
const noPooled = (): string => 'needs the rows of every study and terms that all have';
const nested =
  (which: 'chow' | 'intercepts' | 'slopes', pick: (test: NestedTest) => number | null) =>
  ({ of }: Outcomes): number | null =>
    of.pooled === null || 'problem' in of.pooled.models ? null : pick(of.pooled.models[which]);
const effectOf = ({ of }: Outcomes, study: string) => of.effects.find((one) => one.study === study);
const clogg = 'Clogg, Petkova & Haritou 1995, American Journal of Sociology 100:1261–1293';
const chow = 'Chow 1960, Econometrica 28:591–605';
const cohen = 'Cohen, Cohen, West & Aiken 2003, Applied Multiple Regression, ch. 3';
const reml = 'Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261–293 (REML)';
const higgins = 'Higgins & Thompson 2002, Statistics in Medicine 21:1539–1558';
const predicted = 'Higgins, Thompson & Spiegelhalter 2009, JRSS A 172:137–159';

const pooledOver = { over: terms, why: oneStudy } as const;
const predictedOver = { over: terms, why: twoStudies } as const;
const nestedF = {
  range: within.squares,
  label: 'F',
  format: 'statistic',
  formula: 'F = (ΔSSres / df1) / (SSres / df2)',
  source: chow,
  why: noPooled,
} as const;
const nestedP = {
  range: within.probability,
  doc: 'its p',
  label: 'p',
  format: 'p',
  formula: 'P(F(df1, df2) > F)',
  source: chow,
  why: noPooled,
} as const;

export const comparedOutcomeQuantities = quantities<Outcomes, never>()({
  'n(study)': {
    range: within.count,
    doc: 'cases of a study’s model',
    label: 'N',
    format: 'count',
    formula: 'number of cases used',
    source: cohen,
    over: each,
    why: noFit,
    value: (all, study) => fitIn(all, study)?.fit?.n,
  },
  'r2(study)': {
    range: within.variance,
    doc: 'R² of a study’s model',
    label: 'R²',
    format: 'coefficient',
    formula: 'R² = 1 − SSres / SStot',
    source: cohen,
    over: each,
    why: noFit,
    value: (all, study) => fitIn(all, study)?.fit?.r2,
  },
  'b(term, study)': {
    range: null,
    doc: 'coefficient in a study, in the units of the comparison',
    label: 'b',
    format: 'coefficient',
    formula: 'b = (X′X)⁻¹X′y; a score is the first study’s rule’s',
    source: cohen,
    over: termsInStudies,
    why: noTerm,
    value: (all, term, study) => inTerm(all, term, study)?.b,
  },
  'se(term, study)': {
    range: within.spread,
    doc: 'its standard error',
    label: 'SE',
    format: 'coefficient',
    formula: 'as the study’s regression states its errors',
    source: cohen,
    over: termsInStudies,
    why: noTerm,
    value: (all, term, study) => inTerm(all, term, study)?.se,
  },
  'p(term, study)': {
    range: within.probability,
    doc: 'its p-value in the study',
    label: 'p',
    format: 'p',
    formula: 'P(|t| > |b / se|), two-sided',
    source: cohen,
    over: termsInStudies,
    why: noTerm,
    value: (all, term, study) => inTerm(all, term, study)?.p,
  },
  'low(term, study)': {
    range: null,
    doc: 'lower end of the interval of b that the forest plot draws',
    label: 'Low',
    format: 'coefficient',
    formula: 'b − z₀.₉₇₅ · se',
    source: clogg,
    over: termsInStudies,
    why: noTerm,
    value: (all, term, study) => metaIn(all, term, study)?.low,
  },
  'high(term, study)': {
    range: null,
    doc: 'upper end',
    label: 'High',
    format: 'coefficient',
    formula: 'b + z₀.₉₇₅ · se',
    source: clogg,
    over: termsInStudies,
    why: noTerm,
    value: (all, term, study) => metaIn(all, term, study)?.high,
  },
  'weight(term, study)': {
    range: within.percent,
    doc: 'a study’s weight in the pooled coefficient',
    label: 'Weight',
    format: 'percent',
    formula: '100 · w / Σw, w = 1/(se² + τ²)',
    source: reml,
    over: termsInStudies,
    why: noTerm,
    value: (all, term, study) => {
      const weight = metaIn(all, term, study)?.weight;
      return weight === undefined ? null : 100 * weight;
    },
  },
  'equal.chi2(term)': {
    range: within.squares,
    doc: 'Wald’s test of a coefficient being equal in all studies',
    label: 'χ²',
    format: 'statistic',
    formula: 'Σw(b − b̄)², w = 1/se²',
    source: clogg,
    ...pooledOver,
    value: (all, term) => equalIn(all, term)?.chi2,
  },
  'equal.df(term)': {
    range: within.df,
    doc: 'its degrees of freedom',
    label: 'df',
    format: 'df',
    formula: 'studies that have the term − 1',
    source: clogg,
    ...pooledOver,
    value: (all, term) => equalIn(all, term)?.df,
  },
  'equal.p(term)': {
    range: within.probability,
    doc: 'its p',
    label: 'p',
    format: 'p',
    formula: 'P(χ²(df) > χ²)',
    source: clogg,
    ...pooledOver,
    value: (all, term) => equalIn(all, term)?.p,
  },
  'equal.holm(term)': {
    range: within.probability,
    doc: 'the same p after Holm over the terms',
    label: 'p Holm',
    format: 'p',
    formula: 'max over smaller p of min(1, (m − rank + 1)·p)',
    source: 'Holm 1979, Scandinavian Journal of Statistics 6:65–70',
    ...pooledOver,
    value: (all, term) => equalIn(all, term)?.holm,
  },
  'pooled.b(term)': {
    range: null,
    doc: 'coefficient of all studies together, random effects',
    label: 'b',
    format: 'coefficient',
    formula: 'Σwb / Σw, w = 1/(se² + τ²)',
    source: reml,
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.random?.estimate,
  },
  'pooled.se(term)': {
    range: within.spread,
    doc: 'its standard error',
    label: 'SE',
    format: 'coefficient',
    formula: '1/√Σw',
    source: reml,
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.random?.se,
  },
  'pooled.p(term)': {
    range: within.probability,
    doc: 'its p-value',
    label: 'p',
    format: 'p',
    formula: 'P(|z| > |b / se|), two-sided',
    source: reml,
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.random?.p,
  },
  'pooled.low(term)': {
    range: null,
    doc: 'lower end of its 95 % interval',
    label: 'Low',
    format: 'coefficient',
    formula: 'b − z₀.₉₇₅ · se',
    source: reml,
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.random?.low,
  },
  'pooled.high(term)': {
    range: null,
    doc: 'upper end',
    label: 'High',
    format: 'coefficient',
    formula: 'b + z₀.₉₇₅ · se',
    source: reml,
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.random?.high,
  },
  'tau(term)': {
    range: within.spread,
    doc: 'standard deviation of a coefficient between studies',
    label: 'τ',
    format: 'coefficient',
    formula: '√τ²',
    source: reml,
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.tau,
  },
  'tau2(term)': {
    range: within.squares,
    doc: 'variance of a coefficient between studies',
    label: 'τ²',
    format: 'coefficient',
    formula: 'by restricted maximum likelihood',
    source: reml,
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.tau2,
  },
  'i2(term)': {
    range: within.percent,
    doc: 'percent of a coefficient’s variance that lies between studies',
    label: 'I²',
    format: 'percent',
    formula: '100 · τ² / (τ² + s²), s² the typical sampling variance',
    source: higgins,
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.i2,
  },
  'q(term)': {
    range: within.squares,
    doc: 'Cochran’s Q of a coefficient',
    label: 'Q',
    format: 'statistic',
    formula: 'Σ(b − b̄)²/se²',
    source: 'Cochran 1954, Biometrics 10:101–129',
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.q,
  },
  'q.p(term)': {
    range: within.probability,
    doc: 'its p',
    label: 'p',
    format: 'p',
    formula: 'P(χ²(studies − 1) > Q)',
    source: 'Cochran 1954, Biometrics 10:101–129',
    ...pooledOver,
    value: (all, term) => metaOf(all, term)?.qP,
  },
  'prediction.low(term)': {
    range: null,
    doc: 'lower end of the interval in which another study’s coefficient may be expected',
    label: 'Prediction, low',
    format: 'coefficient',
    formula: 'b − t₀.₉₇₅(k − 2) · √(τ² + se²)',
    source: predicted,
    ...predictedOver,
    value: (all, term) => metaOf(all, term)?.prediction?.low,
  },
  'prediction.high(term)': {
    range: null,
    doc: 'upper end',
    label: 'Prediction, high',
    format: 'coefficient',
    formula: 'b + t₀.₉₇₅(k − 2) · √(τ² + se²)',
    source: predicted,
    ...predictedOver,
    value: (all, term) => metaOf(all, term)?.prediction?.high,
  },
  'joint.chi2': {
    range: within.squares,
    doc: 'Wald’s test of all coefficients being equal',
    label: 'χ²',
    format: 'statistic',
    formula: 'Σb′V⁻¹b − (ΣV⁻¹b)′(ΣV⁻¹)⁻¹(ΣV⁻¹b)',
    source: clogg,
    why: noJoint,
    value: ({ of }) => of.equality.joint?.chi2,
  },
  'joint.df': {
    range: within.df,
    doc: 'its degrees of freedom',
    label: 'df',
    format: 'df',
    formula: '(studies − 1) · terms',
    source: clogg,
    why: noJoint,
    value: ({ of }) => of.equality.joint?.df,
  },
  'joint.p': {
    range: within.probability,
    doc: 'its p',
    label: 'p',
    format: 'p',
    formula: 'P(χ²(df) > χ²)',
    source: clogg,
    why: noJoint,
    value: ({ of }) => of.equality.joint?.p,
  },
  'chow.f': { ...nestedF, doc: 'Chow’s test: all coefficients and the intercept equal', value: nested('chow', (test) => test.f) },
  'chow.df1': {
    range: within.groups,
    doc: 'its numerator degrees of freedom',
    label: 'df1',
    format: 'df',
    formula: '(terms + 1)(studies − 1)',
    source: chow,
    why: noPooled,
    value: nested('chow', (test) => test.df1),
  },
  'chow.df2': {
    range: within.df,
    doc: 'its denominator degrees of freedom',
    label: 'df2',
    format: 'df',
    formula: 'N − (terms + 1) · studies',
    source: chow,
    why: noPooled,
    value: nested('chow', (test) => test.df2),
  },
  'chow.p': { ...nestedP, value: nested('chow', (test) => test.p) },
  'intercepts.f': { ...nestedF, doc: 'intercepts equal, given equal slopes', value: nested('intercepts', (test) => test.f) },
  'intercepts.p': { ...nestedP, value: nested('intercepts', (test) => test.p) },
  'slopes.f': { ...nestedF, doc: 'slopes equal, given study effects', value: nested('slopes', (test) => test.f) },
  'slopes.p': { ...nestedP, value: nested('slopes', (test) => test.p) },
  'effect(study)': {
    range: null,
    doc: 'a study’s level against the first’s at equal predictors',
    label: 'Study effect',
    format: 'coefficient',
    formula: 'coefficient of the study in the model with common slopes',
    source: cohen,
    over: later,
    why: noPooled,
    value: (all, study) => effectOf(all, study)?.estimate,
  },
  'effect.low(study)': {
    range: null,
    doc: 'lower end of its 95 % interval',
    label: 'Low',
    format: 'coefficient',
    formula: 'effect − t₀.₉₇₅(df) · se',
    source: cohen,
    over: later,
    why: noPooled,
    value: (all, study) => effectOf(all, study)?.low,
  },
  'effect.high(study)': {
    range: null,
    doc: 'upper end',
    label: 'High',
    format: 'coefficient',
    formula: 'effect + t₀.₉₇₅(df) · se',
    source: cohen,
    over: later,
    why: noPooled,
    value: (all, study) => effectOf(all, study)?.high,
  },
  'effect.p(study)': {
    range: within.probability,
    doc: 'its p-value',
    label: 'p',
    format: 'p',
    formula: 'P(|t(df)| > |effect / se|), two-sided',
    source: cohen,
    over: later,
    why: noPooled,
    value: (all, study) => effectOf(all, study)?.p,
  },
});
