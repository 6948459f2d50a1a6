// A quantity: one number of the results with its address. How an address is written as text lives here and nowhere
// else; how it is read from text is the grammar's (dsl/syntax).
import type { Address, AddressArgument } from './address.ts';

/** What kind of number it is: decides how it is printed (result/format.ts). */
export type QuantityFormat = 'count' | 'percent' | 'mean' | 'coefficient' | 'p' | 'statistic' | 'df' | 'information' | 'score';

/** Why a number of few respondents is not shown: a count is told to be below a bound, of anything else nothing is told. */
export interface Hidden {
  readonly below: number | null;
}
/** The reason of what is hidden, whatever it is. */
export const TOO_FEW = 'hidden: of too few respondents, or these could be computed from it';

export interface Quantity {
  /** Canonical text, as formatAddress writes it. */
  readonly address: string;
  /** Null when it is not defined; then `reason` says why. Never NaN. */
  readonly value: number | null;
  readonly reason?: string | undefined;
  readonly format: QuantityFormat;
  /** By `report { cells }`; its value is null. */
  readonly hidden?: Hidden;
}

export type Quantities = ReadonlyMap<string, Quantity>;

/** Where one asks for single quantities: those of an execution are made when they are. */
export type QuantitySource = Pick<Quantities, 'get'>;

/** Writes an address as one does in a spec: `full.integration.beta(age.middle)`, `x.p(a:b.high)`. */
export function formatAddress(address: Address): string {
  const path = address.path.map(formatName).join('.');
  return address.args === null ? path : `${path}(${address.args.map(formatArgument).join(', ')})`;
}

function formatArgument(argument: AddressArgument): string {
  return argument.kind === 'number' ? String(argument.value) : argument.parts.map((part) => part.map(formatName).join('.')).join(':');
}

/** A name as it stands in an address: in backquotes unless it is a plain identifier (or a copied component, `second.economic`). */
export function formatName(name: string): string {
  // Nearly every name is of the first kind, and thousands of addresses are written: the test that knows all scripts is much slower.
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name;
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*$/u.test(name) ? name : `\`${name}\``;
}
