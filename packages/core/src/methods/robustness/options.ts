// What stands in a robustness: every option of a declaration that is computed, each with all its ways. One that is added to an index or a
// regression is here too.
import type { AnyOption } from '../../contract/option.ts';
import { compareOptions } from '../compare/options.ts';
import { indexOptions } from '../index/options.ts';
import { measurementOptions } from '../measurement/options.ts';
import { regressionOptions } from '../regression/options.ts';

const own = { ...compareOptions, ...measurementOptions, ...indexOptions, ...regressionOptions };
type Own = typeof own;
/** Lists (`show b, se`) change what is shown, no number. */
type Tried = { readonly [K in keyof Own as Own[K]['takes'] extends 'one' ? K : never]: AnyOption & { readonly word: Own[K]['word'] } };

/** Of options of one word the ways of all. */
function merged(): Tried {
  const found: Record<string, AnyOption> = {};
  for (const options of [indexOptions, compareOptions, measurementOptions, regressionOptions])
    for (const [field, option] of Object.entries<AnyOption>(options)) {
      if (option.takes !== 'one') continue;
      const before = found[field];
      found[field] = {
        ...option,
        doc: `Alternatives of \`${option.word}\`, with | between them.`,
        choices: { ...before?.choices, ...option.choices },
        defaultDepends: true,
      };
    }
  return found as Tried;
}

export const robustnessOptions: Tried = merged();
