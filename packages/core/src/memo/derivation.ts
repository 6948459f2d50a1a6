// Steps whose key cannot be forgotten. A step declares what it reads; the key is made of that, and the computation is handed that and
// nothing else: it stands at the top of its module, so there is no job, state or plan in its sight that it could read without saying so.
import { idOf, idsOf, type Memo } from './memo.ts';

/** How an input goes into the key, and what of it the step may see. */
export interface Input<T> {
  readonly key: (value: T) => string | number;
  readonly narrow: (value: T) => T;
}

/** A large value (column, design, frame): the very same object. */
export const same = <T extends object | null | undefined>(): Input<T> => ({
  key: (value) => (value == null ? '-' : idOf(value)),
  narrow: (value) => value,
});

/** Several large values: the same objects in the same order. */
export const each = <T extends object | null | undefined>(): Input<readonly T[]> => ({ key: idsOf, narrow: (value) => value });

/** Large values by name: the same objects under the same names, in the same order. */
export const named = <T extends object>(): Input<ReadonlyMap<string, T>> => ({
  key: (value) => JSON.stringify([...value.keys(), idsOf(value.values())]),
  narrow: (value) => value,
});

type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends ArrayBufferView | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | ((...args: never) => unknown)
    ? never
    : { [K in keyof T]: Plain<T[K]> };

/** Plain data, by what it says. Anything that JSON would lose (maps, sets, typed arrays) does not compile here. */
export const plain = <T>(..._lost: T extends Plain<T> ? [] : [never]): Input<T> => ({
  key: (value) => JSON.stringify(value) ?? '-',
  narrow: (value) => value,
});

/** Some fields of something larger, a job above all: the step sees these and no others. */
export const fields =
  <T extends object>() =>
  <const K extends readonly (keyof T)[]>(...names: K): Input<Pick<T, K[number]>> => {
    const narrow = (value: Pick<T, K[number]>): Pick<T, K[number]> =>
      Object.fromEntries(names.map((name) => [name, value[name as K[number]]])) as unknown as Pick<T, K[number]>;
    return { key: (value) => JSON.stringify(narrow(value)), narrow };
  };

/** `Given` is inferred from the declared inputs, field by field. */
export function derivation<Given extends Readonly<Record<string, unknown>>, T>(
  name: string,
  inputs: { readonly [K in keyof Given]: Input<Given[K]> },
  compute: (inputs: Given, memo: Memo) => T,
): (memo: Memo, given: Given) => T {
  const declared = Object.keys(inputs) as readonly (keyof Given & string)[];
  return (memo, given) =>
    memo.recall(`${name} ${declared.map((field) => inputs[field].key(given[field])).join(' ')}`, () =>
      compute(Object.fromEntries(declared.map((field) => [field, inputs[field].narrow(given[field])])) as unknown as Given, memo),
    );
}
