// Which numbers each kind of declaration has, and what they take in brackets: the shapes of language.md's table of quantities.
// Values are core's; this file only says which addresses there are.

import { anyIndexQuantity, anyRegressionQuantity, signatureOf, type ArgumentKind } from '@studyspec/core';

export type { ArgumentKind };

export interface Signature { readonly name: string; readonly args: readonly ArgumentKind[]; readonly doc: string }

const q = (name: string, doc: string, ...args: ArgumentKind[]): Signature => ({ name, args, doc });

const scores: readonly Signature[] = [
  q('mean', 'mean of the scores'), q('sd', 'standard deviation of the scores (n − 1)'), q('min', 'lowest score'), q('max', 'highest score'), q('n', 'number of cases'),
  q('mean', 'mean of the scores at a level', 'level'), q('sd', 'standard deviation at a level', 'level'), q('min', 'lowest score at a level', 'level'), q('max', 'highest score at a level', 'level'), q('n', 'cases at a level', 'level'),
];

const single: readonly Signature[] = [
  q('n', 'valid answers'), q('missing', 'missing answers'), q('mean', 'mean'), q('sd', 'standard deviation (n − 1)'), q('min', 'lowest value'), q('max', 'highest value'),
  q('skewness', 'skewness, G1'), q('kurtosis', 'kurtosis, G2'), q('median', 'median'),
];

const declared = (entries: Readonly<Record<string, { readonly doc: string }>>): readonly Signature[] => Object.entries(entries).map(([key, { doc }]) => ({ ...signatureOf(key), doc }));

/** By kind of declaration; `level`, `outcome of compare` and `outcome of regression` are parts of one. */
export const signatures: Readonly<Record<string, readonly Signature[]>> = {
  indicator: [...single, q('item_total', 'corrected item–total correlation within its dimension or block'), q('alpha_if_deleted', 'alpha of its dimension or block without it')],
  number: single,
  category: [q('n', 'valid answers'), q('missing', 'missing answers'), q('population', 'units of all levels in the population, as printed (never computed)'), q('sampled', 'valid answers in percent of the population, as printed (never computed)')],
  level: [q('count', 'cases of the level'), q('percent', 'valid percent of the level'), q('population', 'units of the level in the population, as printed (never computed)'), q('sampled', 'cases of the level in percent of its population, as printed (never computed)')],
  dimension: [q('mean', 'mean of the item means'), q('sd', "standard deviation of the respondents' scores"), q('alpha', "Cronbach's alpha"), q('alpha.standardized', 'alpha of standardised items'), q('omega', 'omega total')],
  block: [q('mean', 'mean of the item means'), q('sd', "standard deviation of the respondents' scores"), q('alpha', "Cronbach's alpha"), q('alpha.standardized', 'alpha of standardised items'), q('omega', 'omega total')],
  index: [...declared(anyIndexQuantity), ...scores],
  component: scores,
  'outcome of compare': [
    q('f', 'F of the one-way analysis of variance'), q('df1', 'between degrees of freedom'), q('df2', 'within degrees of freedom'), q('p', 'p-value of F'), q('eta2', 'η²'), q('omega2', 'ω²'), q('welch.f', "Welch's F"), q('welch.p', 'its p-value'),
    q('levene.p', "Levene's test, p"), q('kruskal.h', 'Kruskal–Wallis H'), q('kruskal.p', 'its p-value'), q('difference', 'difference of two level means', 'level', 'level'), q('difference.p', 'its p-value by the post hoc method', 'level', 'level'),
  ],
  'outcome of regression': declared(anyRegressionQuantity),
};
