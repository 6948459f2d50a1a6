// Where the quantities of an execution are collected. What each method has is declared in methods/*/quantities.ts. Those of which a long
// study has a million, and a person asks for three, are made when one of them is read.
import { addressFor, quantitiesUnder, signatureOf, type QuantityEntry, type Hiding } from '../contract/declared-quantity.ts';
import type { Quantities, Quantity } from '../contract/quantity.ts';

/** Quantities under their canonical addresses. */
export interface Collector {
  readonly map: Collected;
  readonly set: (quantity: Quantity) => void;
  /** All that another has, made or not. */
  readonly add: (all: Quantities) => void;
  /** Every quantity of `entries` under `path`: those of an entry that takes arguments are made when one of them is read. */
  readonly under: <R extends { readonly reason: string }, O, S extends string>(
    path: readonly string[],
    entries: { readonly [K in S]: QuantityEntry<R, O, K> },
    result: R & Hiding,
  ) => void;
  /** The same of entries of which there are too many to be made for an editor (`made` leaves them out): each takes arguments. */
  readonly later: <R extends { readonly reason: string }, O, S extends string>(
    path: readonly string[],
    entries: { readonly [K in S]: QuantityEntry<R, O, K> },
    result: () => R & Hiding,
  ) => void;
}

export function collector(): Collector {
  const map = new Collected();
  const later = (path: readonly string[], key: string, made: Making, rare: boolean): void => {
    map.append(new Later(`${addressFor(path, key)}(`, made, rare));
  };
  return {
    map,
    set: (quantity) => {
      map.put(quantity);
    },
    add: (all) => {
      map.append(all);
    },
    under: (path, entries, result) => {
      for (const [key, entry] of Object.entries(entries)) {
        const making: Making = (set) => quantitiesUnder(path, { [key]: entry } as typeof entries, result, set);
        if (signatureOf(key).args.length > 0) later(path, key, making, false);
        else
          making((quantity) => {
            map.put(quantity);
          });
      }
    },
    later: (path, entries, result) => {
      for (const [key, entry] of Object.entries(entries))
        later(path, key, (set) => quantitiesUnder(path, { [key]: entry } as typeof entries, result(), set), true);
    },
  };
}

type Making = (set: (quantity: Quantity) => void) => void;

/** Some quantities that are made when one is read: their addresses begin alike. `rare`: few of them ever are. */
class Later {
  #made: ReadonlyMap<string, Quantity> | null = null;
  readonly beginning: string;
  readonly #fill: Making;
  readonly rare: boolean;
  constructor(beginning: string, fill: Making, rare: boolean) {
    this.beginning = beginning;
    this.#fill = fill;
    this.rare = rare;
  }
  get made(): ReadonlyMap<string, Quantity> | null {
    return this.#made;
  }
  make(): ReadonlyMap<string, Quantity> {
    if (this.#made !== null) return this.#made;
    const made = new Map<string, Quantity>();
    this.#fill((quantity) => made.set(quantity.address, quantity));
    return (this.#made = made);
  }
}

/** A map of quantities that makes what is asked for; to go through it makes all of them, in the order in which they were collected. */
export class Collected implements ReadonlyMap<string, Quantity> {
  /** In the order in which they were collected. */
  readonly #parts: (Quantity | Quantities | Later)[] = [];
  #all: ReadonlyMap<string, Quantity> | null = null;
  /** The same for look-up: this map's own by address, those to be made by how their addresses begin, and other maps. */
  readonly #own = new Map<string, Quantity>();
  readonly #later = new Map<string, Later[]>();
  readonly #others: Quantities[] = [];

  put(quantity: Quantity): void {
    this.#own.set(quantity.address, quantity);
    this.#parts.push(quantity);
    this.#all = null;
  }
  append(part: Quantities | Later): void {
    if (part instanceof Later) this.#later.set(part.beginning, [...(this.#later.get(part.beginning) ?? []), part]);
    else this.#others.push(part);
    this.#parts.push(part);
    this.#all = null;
  }
  get(address: string): Quantity | undefined {
    const own = this.#own.get(address);
    if (own !== undefined) return own;
    // A name in backquotes may hold a bracket, so each may be the one that the arguments begin with.
    for (let bracket = address.indexOf('('); bracket >= 0; bracket = address.indexOf('(', bracket + 1))
      for (const later of this.#later.get(address.slice(0, bracket + 1)) ?? []) {
        const found = later.make().get(address);
        if (found !== undefined) return found;
      }
    for (const other of this.#others) {
      const found = other.get(address);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  /** All but the rare ones that nobody has asked for. */
  made(): Map<string, Quantity> {
    return this.#into(new Map(), (part) => (part.rare ? part.made : part.make()));
  }
  /** The same addresses with no number at any, for one reason. */
  without(reason: string): Quantities {
    return new Map([...this].map(([address, { format }]) => [address, { address, value: null, reason, format }]));
  }
  #into(all: Map<string, Quantity>, of: (part: Later) => ReadonlyMap<string, Quantity> | null): Map<string, Quantity> {
    for (const part of this.#parts)
      if ('address' in part) all.set(part.address, part);
      else if (part instanceof Collected) part.#into(all, of);
      else for (const [address, quantity] of (part instanceof Later ? of(part) : part) ?? []) all.set(address, quantity);
    return all;
  }
  #whole(): ReadonlyMap<string, Quantity> {
    return (this.#all ??= this.#into(new Map(), (part) => part.make()));
  }
  get size(): number {
    return this.#whole().size;
  }
  has(address: string): boolean {
    return this.get(address) !== undefined;
  }
  keys(): MapIterator<string> {
    return this.#whole().keys();
  }
  values(): MapIterator<Quantity> {
    return this.#whole().values();
  }
  entries(): MapIterator<[string, Quantity]> {
    return this.#whole().entries();
  }
  [Symbol.iterator](): MapIterator<[string, Quantity]> {
    return this.entries();
  }
  forEach(call: (quantity: Quantity, address: string, map: ReadonlyMap<string, Quantity>) => void): void {
    this.#whole().forEach((quantity, address) => {
      call(quantity, address, this);
    });
  }
}
