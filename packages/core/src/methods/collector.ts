// Where the quantities of an execution are collected. What each method has is declared in methods/*/quantities.ts.
import type { Quantity } from '../contract/quantity.ts';

/** Quantities under their canonical addresses. */
export interface Collector {
  readonly map: Map<string, Quantity>;
  readonly set: (quantity: Quantity) => void;
}

export function collector(): Collector {
  const map = new Map<string, Quantity>();
  return {
    map,
    set: (quantity) => {
      map.set(quantity.address, quantity);
    },
  };
}
