// Finding a quantity by its address, and the nearest ones when there is none.
import { nearestFew } from '../text/nearest.ts';
import type { Address } from './address.ts';
import { formatAddress, type Quantities, type Quantity, type QuantitySource } from './quantity.ts';

/** The quantity at an address; a product may name its factors in any order. */
export function lookUp(quantities: QuantitySource, address: Address): Quantity | null {
  const direct = quantities.get(formatAddress(address));
  if (direct !== undefined) return direct;
  const arg = address.args?.[0];
  if (arg?.kind !== 'term' || arg.parts.length < 2) return null;
  const turned = { ...address, args: [{ ...arg, parts: [...arg.parts].reverse() }, ...address.args!.slice(1)] };
  return quantities.get(formatAddress(turned)) ?? null;
}

/** Up to three addresses that look like `text`. */
export function suggest(quantities: Quantities, text: string): string[] {
  const addresses = [...quantities.keys()];
  const near = nearestFew(text, addresses, 3);
  if (near.length > 0) return near;
  const start = text.replace(/[.(][^.(]*$/u, '');
  return start === text ? [] : addresses.filter((address) => address.startsWith(start)).slice(0, 3);
}
