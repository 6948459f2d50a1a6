// A number of a result is declared once, under its signature (`beta(term)`). From the declaration follow the addresses and values of an
// execution, the table of quantities, hovers with the formula that holds under the options, cells of tables, and a test that walks them
// all.
import { once } from '../numerics/once.ts';
import { formatAddress, TOO_FEW, type Hidden, type Quantity, type QuantityFormat } from './quantity.ts';
import { orReason } from '../rowless/needs-rows.ts';
import type { QuantityRange } from './ranges.ts';
import type { AddressArgument } from './address.ts';

/**
 * A `part` is a component or an item of an index; `outcome` a level or value of what a regression explains; `source` that of which a mixed
 * model has a variance.
 */
export type ArgumentKind =
  | 'study'
  | 'item'
  | 'variable'
  | 'component'
  | 'part'
  | 'factor'
  | 'member'
  | 'level'
  | 'option'
  | 'term'
  | 'number'
  | 'outcome'
  | 'source'
  | 'hypothesis';
type Split<S extends string> = S extends `${infer First extends ArgumentKind}, ${infer Rest}`
  ? [First, ...Split<Rest>]
  : S extends ArgumentKind
    ? [S]
    : never;
/** What a signature takes: `loading(item, component)` → ['item', 'component']. */
export type ArgumentsOf<S> = S extends `${string}(${infer Inside})` ? Split<Inside> : [];
/**
 * A level is named with its category, `['mode', 'cities']`, or is `['all']`; a component may be given by its place in the solution, from 1.
 */
export type LevelPath = readonly string[];
export type Values<A extends readonly ArgumentKind[]> = {
  [K in keyof A]: A[K] extends 'number'
    ? number
    : A[K] extends 'level'
      ? LevelPath
      : A[K] extends 'component' | 'part'
        ? string | number
        : string;
};
export type Given = string | number | LevelPath;

/** Which numbers of a result are hidden, by their signature and what stands in its brackets; null: it is shown. */
export type Hides = (key: string, given: readonly Given[]) => Hidden | null;

/** What is hidden of a result's numbers, beside the result. */
export interface Hiding {
  readonly hides?: Hides | undefined;
}

export interface FormulaText {
  readonly formula: string;
  readonly source: string;
}

export interface QuantityEntry<Result, Options, S extends string> {
  readonly doc: string;
  /** In English; of other languages their texts have it (words/). */
  readonly label: string;
  readonly format: QuantityFormat | ((result: Result) => QuantityFormat);
  /** The values it can have, whatever the answers were: what the audit holds printed figures to. */
  readonly range: QuantityRange;
  /** In plain text; of the options, where they change it (null: the ordinary ones). */
  readonly formula: string | ((options: Options | null) => FormulaText);
  readonly source?: string;
  readonly value: (result: Result, ...args: Values<ArgumentsOf<S>>) => number | null | undefined;
  /** Papers print it and no survey computes it: it can be audited, and is nowhere among the results. */
  readonly printedOnly?: true;
  /** It is made when somebody reads it, not when its method is run. */
  readonly costly?: true;
  /** Why there is none. */
  readonly why?: (result: Result, ...args: Values<ArgumentsOf<S>>) => string | null;
  /** Everything that may stand in the brackets, in order. */
  readonly over?: (result: Result) => readonly Values<ArgumentsOf<S>>[];
}

export function quantities<Result extends { readonly reason: string }, Options>() {
  return <S extends string>(
    // An argument of a kind that there is not makes its entry impossible.
    entries: { readonly [K in S]: [ArgumentsOf<K>] extends [never] ? never : QuantityEntry<Result, Options, K> },
  ): { readonly [K in S]: QuantityEntry<Result, Options, K> } => entries as { readonly [K in S]: QuantityEntry<Result, Options, K> };
}

type AnyEntry<R, O> = QuantityEntry<R, O, string>;

/** `breusch_pagan.p` → its name and no arguments; `p(term)` → `p` and one. */
export function signatureOf(key: string): Signature {
  const known = signaturesRead.get(key);
  if (known !== undefined) return known;
  const read = readSignature(key);
  signaturesRead.set(key, read);
  return read;
}
interface Signature {
  readonly name: string;
  readonly args: readonly ArgumentKind[];
}
const signaturesRead = new Map<string, Signature>();
function readSignature(key: string): Signature {
  const at = key.indexOf('(');
  return at < 0 ? { name: key, args: [] } : { name: key.slice(0, at), args: key.slice(at + 1, -1).split(', ') as ArgumentKind[] };
}

export function formulaText<O>(entry: Pick<AnyEntry<never, O>, 'formula' | 'source'>, options: O | null): FormulaText {
  return typeof entry.formula === 'function' ? entry.formula(options) : { formula: entry.formula, source: entry.source ?? '' };
}

function argument(kind: ArgumentKind | undefined, given: Given): AddressArgument {
  if (typeof given === 'number') return { kind: 'number', value: given };
  if (typeof given !== 'string') return { kind: 'term', parts: [given] };
  // An outcome that is a number has numbers for levels.
  if (kind === 'outcome' && given.trim() !== '' && Number.isFinite(Number(given))) return { kind: 'number', value: Number(given) };
  // A term is a text already: `a:b.high` is [[a], [b, high]]. Items and components are one name each.
  return { kind: 'term', parts: kind === 'term' ? given.split(':').map((part) => part.split('.')) : [[given]] };
}

/** The address of a quantity as its signature has it. */
export function addressFor(path: readonly string[], key: string, args: readonly Given[] = []): string {
  const { name, args: kinds } = signatureOf(key);
  return formatAddress({
    // What the path itself is the number of has no name.
    path: name === '' ? path : [...path, ...name.split('.')],
    args: args.length === 0 ? null : args.map((one, at) => argument(kinds[at], one)),
  });
}

function whenAsked(address: string, format: QuantityFormat, read: () => number | null | undefined, why: () => string): Quantity {
  const found = once(() => {
    const tried = orReason(read);
    if ('reason' in tried) return { value: null, reason: tried.reason };
    const { value } = tried;
    return value !== null && value !== undefined && Number.isFinite(value) ? { value } : { value: null, reason: why() };
  });
  return {
    address,
    format,
    get value() {
      return found().value;
    },
    get reason() {
      return found().reason;
    },
  };
}

/** What was not computed since the cases are too few to be shown is hidden. */
const withoutValue = (address: string, format: QuantityFormat, reason: string): Quantity => ({
  address,
  value: null,
  reason,
  format,
  ...(reason === TOO_FEW ? { hidden: { below: null } } : {}),
});

/** Every quantity of a result, under `path`. */
export function quantitiesUnder<R extends { readonly reason: string }, O, S extends string>(
  path: readonly string[],
  entries: { readonly [K in S]: QuantityEntry<R, O, K> },
  result: R & Hiding,
  set: (quantity: Quantity) => void,
): void {
  for (const [key, entry] of Object.entries(entries as Readonly<Record<string, AnyEntry<R, O>>>)) {
    if (entry.printedOnly === true) continue;
    const { args } = signatureOf(key);
    const lists: readonly (readonly Given[])[] = args.length === 0 ? [[]] : (entry.over?.(result) ?? []);
    const format = typeof entry.format === 'function' ? entry.format(result) : entry.format;
    const read = entry.value as (result: R, ...args: readonly Given[]) => number | null | undefined;
    const why = entry.why as ((result: R, ...args: readonly Given[]) => string | null) | undefined;
    for (const given of lists) {
      const address = addressFor(path, key, given);
      const hidden = result.hides?.(key, given) ?? null;
      if (hidden !== null) {
        set({ ...withoutValue(address, format, TOO_FEW), hidden });
        continue;
      }
      if (entry.costly === true) {
        set(
          whenAsked(
            address,
            format,
            () => read(result, ...given),
            () => why?.(result, ...given) ?? result.reason,
          ),
        );
        continue;
      }
      const tried = orReason(() => read(result, ...given));
      if ('reason' in tried) {
        set({ address, value: null, reason: tried.reason, format });
        continue;
      }
      const { value } = tried;
      const known = value !== null && value !== undefined && Number.isFinite(value);
      set(known ? { address, value, format } : withoutValue(address, format, why?.(result, ...given) ?? result.reason));
    }
  }
}
