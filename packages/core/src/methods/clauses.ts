// What holds the sentences about methods to the registry: an option's choice that no language has words for does not compile. Each method's
// `sentence.ts` says which of its words are the clauses of its options.
import type { AnyOption } from '../contract/option.ts';

/** Words for every choice of every option, by the option's field; null where a choice is that nothing is done. */
export type ClausesOf<Options extends Readonly<Record<string, AnyOption>>> = {
  readonly [Field in keyof Options]: { readonly [Choice in keyof Options[Field]['choices']]: unknown };
};
