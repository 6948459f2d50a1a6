// Building quantities: addresses as text, values that are never NaN. What each procedure emits is run-*.ts's.
import { formatAddress, type Quantity, type QuantityFormat } from '../quantity/quantity.ts';
import type { AddressArgument } from './plan.ts';

/** Collects quantities under their canonical addresses. */
export interface Collector {
  readonly map: Map<string, Quantity>;
  /** `args` are terms such as `age.middle` as name paths, or numbers; null: no brackets. */
  add(path: readonly string[], args: readonly (readonly (readonly string[])[] | number)[] | null, value: number | null | undefined, format: QuantityFormat, reason?: string): void;
}

export function collector(): Collector {
  const map = new Map<string, Quantity>();
  return {
    map,
    add(path, args, value, format, reason) {
      const address = formatAddress({ path, args: args === null ? null : args.map((arg): AddressArgument => (typeof arg === 'number' ? { kind: 'number', value: arg } : { kind: 'term', parts: arg })) });
      const known = value !== null && value !== undefined && Number.isFinite(value);
      map.set(address, known ? { address, value, format } : { address, value: null, reason: reason ?? 'not defined for these data', format });
    },
  };
}
