// The numbers of an index, one entry each; those of its scores by level are with all scores (plan/index-quantities.ts).
import type { IndexResult } from '../../plan/results.ts';
import { quantities, type QuantityEntry } from '../quantity.ts';
import type { IndexOptions } from './options.ts';

/** `reason` is why there is no index; empty when there is one. */
export interface IndexNumbers { readonly result: IndexResult; readonly reason: string }

const spss = (what: string): string => `IBM SPSS Statistics Algorithms, ${what}`;
const kaiser = 'Kaiser & Rice 1974, Educational and Psychological Measurement 34:111–117';
const bartlett = 'Bartlett 1951, Biometrika 38:337–344';

const items = ({ result }: IndexNumbers): readonly [string][] => result.job.items.map((item) => [item]);
const components = ({ result }: IndexNumbers): readonly [string][] => result.job.components.map(({ name }) => [name]);
const at = ({ result }: IndexNumbers, item: string): number => result.job.items.indexOf(item);
const of = ({ result }: IndexNumbers, component: string): IndexResult['components'][number] | undefined => result.components.find(({ name }) => name === component);
const whyChecks = ({ reason }: IndexNumbers): string => (reason === '' ? 'the correlations cannot be inverted' : reason);
const coefficient = { format: 'coefficient', why: whyChecks } as const;

export const indexQuantities = quantities<IndexNumbers, IndexOptions>()({
  alpha: { doc: "Cronbach's alpha over all items", label: { en: 'α', zh: 'α' }, format: 'coefficient', formula: 'α = k/(k − 1) · (1 − Σsᵢ² / sₜ²), over the answers the components are made of', source: 'Cronbach 1951, Psychometrika 16:297–334, eq. 2', value: ({ result }) => result.reliability?.alpha, why: () => 'the items do not vary together' },
  'alpha.standardized': { doc: 'alpha of standardised items', label: { en: 'Standardised α', zh: '标准化 α' }, format: 'coefficient', formula: 'k·r̄ / (1 + (k − 1)·r̄)', source: spss('RELIABILITY'), value: ({ result }) => result.reliability?.standardized, why: () => 'an item is constant' },
  omega: { ...coefficient, doc: 'omega total over all items', label: { en: 'ω', zh: 'ω' }, formula: 'ω = (Σλᵢ)² / ((Σλᵢ)² + Σ(1 − λᵢ²))', source: 'McDonald 1999, Test Theory, eq. 6.20b', value: ({ result }) => result.reliability?.omega, why: () => 'the one-factor model has no proper solution' },
  kmo: { ...coefficient, doc: 'Kaiser–Meyer–Olkin measure', label: { en: 'KMO', zh: 'KMO' }, formula: 'KMO = Σr²ᵢⱼ / (Σr²ᵢⱼ + Σq²ᵢⱼ), i ≠ j, q the anti-image correlations', source: kaiser, value: ({ result }) => result.factorability?.kmo },
  'msa(item)': { ...coefficient, doc: 'sampling adequacy of an item', label: { en: 'MSA', zh: 'MSA' }, formula: 'MSAᵢ = Σⱼr²ᵢⱼ / (Σⱼr²ᵢⱼ + Σⱼq²ᵢⱼ), j ≠ i', source: kaiser, over: items, value: (one, item) => one.result.factorability?.msa[at(one, item)] },
  'bartlett.chi2': { doc: "Bartlett's test of sphericity: χ²", label: { en: 'Bartlett χ²', zh: 'Bartlett χ²' }, format: 'statistic', why: whyChecks, formula: 'χ² = −(n − 1 − (2p + 5)/6) · ln|R|', source: bartlett, value: ({ result }) => result.factorability?.chi2 },
  'bartlett.df': { doc: 'its degrees of freedom', label: { en: 'df', zh: '自由度' }, format: 'df', why: whyChecks, formula: 'p(p − 1)/2', source: bartlett, value: ({ result }) => result.factorability?.df },
  'bartlett.p': { doc: 'its p-value', label: { en: 'p', zh: 'p' }, format: 'p', why: whyChecks, formula: 'P(χ²(df) > χ²)', source: bartlett, value: ({ result }) => result.factorability?.pValue },
  determinant: { ...coefficient, doc: 'determinant of the correlation matrix', label: { en: 'Determinant', zh: '行列式' }, formula: '|R|', source: spss('FACTOR'), value: ({ result }) => result.factorability?.determinant },
  'eigenvalue(number)': { ...coefficient, doc: 'k-th eigenvalue', label: { en: 'Eigenvalue', zh: '特征值' }, formula: 'λₖ: the k-th largest root of |R − λI| = 0', source: spss('FACTOR'), over: ({ result }) => result.job.items.map((_, i): [number] => [i + 1]), value: ({ result }, k) => result.eigenvalues[k - 1] },
  'explained(component)': { doc: 'rotated share of the variance, %', label: { en: 'Explained', zh: '解释方差' }, format: 'percent', why: whyChecks, formula: '100 · Σᵢλ²ᵢₖ / p, λᵢₖ the rotated loadings', source: spss('FACTOR'), over: components, value: (one, component) => of(one, component)?.explained },
  'explained.total': { doc: 'share of all kept components, %', label: { en: 'Total explained', zh: '累计解释方差' }, format: 'percent', why: whyChecks, formula: '100 · ΣₖΣᵢλ²ᵢₖ / p over the kept components', source: spss('FACTOR'), value: ({ result, reason }) => (reason === '' ? result.explainedTotal : null) },
  'loading(item, component)': { ...coefficient, doc: 'rotated loading', label: { en: 'Loading', zh: '载荷' }, formula: 'Λ = V√D·T: components of R, rotated', source: 'Kaiser 1958, Psychometrika 23:187–200', over: (one) => items(one).flatMap(([item]) => components(one).map(([component]): [string, string] => [item, component])), value: (one, item, component) => { const found = of(one, component); return found === undefined ? null : one.result.loadings[at(one, item)]?.[found.position]; } },
  'communality(item)': { ...coefficient, doc: 'communality of an item', label: { en: 'Communality', zh: '共同度' }, formula: 'hᵢ² = Σₖλ²ᵢₖ', source: spss('FACTOR'), over: items, value: (one, item) => one.result.communalities[at(one, item)] },
  'weight(component)': { doc: 'weight of a component in the composite', label: { en: 'Weight', zh: '权重' }, format: 'coefficient', formula: 'wₖ = vₖ / Σv over the composed components, v as `weight` says', source: 'the spec', over: components, value: (one, component) => of(one, component)?.weight, why: ({ reason }) => (reason === '' ? 'not part of the composite' : reason) },
});
export const anyIndexQuantity = indexQuantities as Readonly<Record<string, QuantityEntry<IndexNumbers, IndexOptions, string>>>;
