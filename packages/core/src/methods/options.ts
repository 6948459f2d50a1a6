// The options of every kind of declaration that has any: what the vocabulary, the reading of a spec, completion, hovers, snippets and the
// reference page are made of.
import { compareOptions } from './compare/options.ts';
import { categoryOptions, dataOptions, numberOptions } from '../data/options.ts';
import { correlateOptions } from './correlate/options.ts';
import { deprivationOptions } from './deprivation/options.ts';
import { mediationOptions } from './mediation/options.ts';
import { measurementOptions } from './measurement/options.ts';
import { indexOptions } from './index/options.ts';
import type { Options } from '../contract/option.ts';
import { regressionOptions } from './regression/options.ts';
import { robustnessOptions } from './robustness/options.ts';
import { publishedOptions, reportOptions } from './report/options.ts';

export const optionsOf = {
  data: dataOptions,
  category: categoryOptions,
  number: numberOptions,
  index: indexOptions,
  compare: compareOptions,
  correlate: correlateOptions,
  regression: regressionOptions,
  robustness: robustnessOptions,
  measurement: measurementOptions,
  mediation: mediationOptions,
  deprivation: deprivationOptions,
  published: publishedOptions,
  report: reportOptions,
} as const satisfies Readonly<Record<string, Options>>;

/** The options of a kind of declaration; none for most. */
export function optionsOfKind(kind: string): Options {
  return Object.hasOwn(optionsOf, kind) ? optionsOf[kind as keyof typeof optionsOf] : {};
}

/** The option that a clause of a kind of declaration is; null for clauses that name things. */
export function optionNamed(kind: string, word: string): Options[string] | null {
  return Object.values(optionsOfKind(kind)).find((option) => option.word === word) ?? null;
}
