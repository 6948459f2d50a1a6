// The options of every kind of declaration that has any: what the vocabulary, completion, hovers and the reference page are made of.
import { indexOptions } from './index/options.ts';
import type { Options } from './option.ts';
import { regressionOptions } from './regression/options.ts';

export const optionsOf = {
  index: indexOptions,
  regression: regressionOptions,
  robustness: { rotate: indexOptions.rotate, errors: regressionOptions.errors },
} as const satisfies Readonly<Record<string, Options>>;
