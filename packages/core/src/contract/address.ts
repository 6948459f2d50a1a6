// Addresses of numbers, and printed figures that stand at one. Types only; how an address is written as text is quantity.ts.

/** An address: `path` is dotted names, `args` the arguments; an argument is a dotted name, `a:b` products, or a number. */
export interface Address {
  readonly path: readonly string[];
  readonly args: readonly AddressArgument[] | null;
}

export type AddressArgument =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'term'; readonly parts: readonly (readonly string[])[] };

/** A printed figure. `decimals` counts printed digits after the point; the value is what the digits say, as printed. */
export interface PrintedFigure {
  readonly value: number /** As it stands in print, with its percent sign and its stars. */;
  readonly text: string;
  readonly decimals: number;
  readonly percent: boolean;
  readonly stars: '*' | '**' | '***' | 'ns' | null;
}

export type Comparison = '=' | '<' | '<=' | '>' | '>=';

/** One published figure, its address fully resolved (no `row`, `column`, `each`, block or run is left). */
export interface PublishedFigure {
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly address: Address;
  readonly operator: Comparison;
  readonly printed: PrintedFigure;
  /** Plan path of the figure, for diagnostics. */
  readonly at: string;
}

export type Operand = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'address'; readonly address: Address };
