// The number of a study at an address as a person writes it: its own, or what a claim would mean by it. No file is read for it.
import { lookUp, type Address, type Quantity, type QuantitySource } from '@studyspec/core';
import { parseAddress, resolveAddress, toAddress, type Compiled } from '@studyspec/dsl';

/** What a name means there, and in which file it is said. */
export interface Meaning {
  readonly compiled: Compiled;
  readonly entry: string;
}

/** Several where a name stands for several; none where nothing is there. */
export function numbersAt(study: Meaning, numbers: QuantitySource, path: string, address: Address): readonly Quantity[] {
  const one = lookUp(numbers, address);
  return one === null ? resolvedAs(study, path).flatMap((other) => lookUp(numbers, other) ?? []) : [one];
}

/** What a claim would mean by it; nothing where it means nothing. */
function resolvedAs({ compiled, entry }: Meaning, path: string): readonly Address[] {
  const node = parseAddress(path);
  const { context } = compiled;
  return node === null || context === null ? [] : (resolveAddress({ ...context, problems: [] }, node, entry) ?? []);
}

/** Null where it is no address. */
export function addressOf(path: string): Address | null {
  const node = parseAddress(path);
  return node === null ? null : toAddress(node);
}
