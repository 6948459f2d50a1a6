// Where the quantities of an execution are collected. What each method has is declared in methods/*/quantities.ts. Those of which a long
// study has a million, and a person asks for three, are made when one of them is read.
import { addressFor, quantitiesUnder, type QuantityEntry } from '../contract/declared-quantity.ts';
import type { Quantities, Quantity } from '../contract/quantity.ts';

/** Quantities under their canonical addresses. */
export interface Collector {
  readonly map: Collected;
  readonly set: (quantity: Quantity) => void;
  /** All that another has, made or not. */
  readonly add: (all: Quantities) => void;
  /** Every quantity of `entries` under `path`, each of which takes arguments: those of an entry are made when one of them is read. */
  readonly later: <R extends { readonly reason: string }, O, S extends string>(
    path: readonly string[],
    entries: { readonly [K in S]: QuantityEntry<R, O, K> },
    result: () => R,
  ) => void;
}

export function collector(): Collector {
  const map = new Collected();
  return {
    map,
    set: (quantity) => {
      map.put(quantity);
    },
    add: (all) => {
      map.append(all);
    },
    later: (path, entries, result) => {
      for (const [key, entry] of Object.entries(entries))
        map.append(
          new Later(`${addressFor(path, key)}(`, (set) => {
            quantitiesUnder(path, { [key]: entry } as typeof entries, result(), set);
          }),
        );
    },
  };
}

/** Some quantities that are made when one is read: their addresses begin alike. */
class Later {
  #made: ReadonlyMap<string, Quantity> | null = null;
  readonly #beginning: string;
  readonly #fill: (set: (quantity: Quantity) => void) => void;
  constructor(beginning: string, fill: (set: (quantity: Quantity) => void) => void) {
    this.#beginning = beginning;
    this.#fill = fill;
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
  get(address: string): Quantity | undefined {
    return address.startsWith(this.#beginning) ? this.make().get(address) : undefined;
  }
}

/** A map of quantities that makes what is asked for; to go through it makes all of them, in the order in which they were collected. */
export class Collected implements ReadonlyMap<string, Quantity> {
  readonly #parts: (Map<string, Quantity> | Quantities | Later)[] = [];
  /** The last part, while it is one of this map's own. */
  #open: Map<string, Quantity> | null = null;
  #all: ReadonlyMap<string, Quantity> | null = null;

  put(quantity: Quantity): void {
    if (this.#open === null) this.#parts.push((this.#open = new Map()));
    this.#open.set(quantity.address, quantity);
    this.#all = null;
  }
  append(part: Quantities | Later): void {
    this.#parts.push(part);
    this.#open = null;
    this.#all = null;
  }
  get(address: string): Quantity | undefined {
    for (let at = this.#parts.length - 1; at >= 0; at -= 1) {
      const found = this.#parts[at]!.get(address);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  /** Those that are made by now: all but what nobody has asked for. */
  made(): Map<string, Quantity> {
    return this.#into(new Map(), (part) => part.made);
  }
  #into(all: Map<string, Quantity>, of: (part: Later) => ReadonlyMap<string, Quantity> | null): Map<string, Quantity> {
    for (const part of this.#parts)
      if (part instanceof Collected) part.#into(all, of);
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
