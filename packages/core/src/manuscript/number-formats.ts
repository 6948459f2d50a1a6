// How a number stands in a sentence: as reports print it, with so many digits, as the APA writes it, as a percentage. Which number it is is
// the caller's.
import type { Quantity } from '../contract/quantity.ts';
import type { Address } from '../contract/address.ts';
import type { QuantityRange } from '../contract/ranges.ts';
import { formatPercent, formatQuantity, hiddenText } from '../show/format.ts';
import { declarationOf, quantitiesOf } from '../methods/quantities.ts';
import type { ManuscriptKind } from './placeholders.ts';

export const numberFormats = ['plain', 'apa', 'p', 'percent'] as const;
export interface NumberFormat {
  readonly name: (typeof numberFormats)[number];
  /** Null: the format's own. */
  readonly digits: number | null;
}

/** `2`, `apa`, `percent 0`; null for what is no format. */
export function numberFormatOf(text: string | null): NumberFormat | null {
  if (text === null) return { name: 'plain', digits: null };
  const found = /^([a-z]+)?\s*(\d{1,2})?$/u.exec(text);
  if (found === null || text === '') return null;
  const name = numberFormats.find((one) => one === (found[1] ?? 'plain'));
  const digits = found[2] === undefined ? null : Number(found[2]);
  return name === undefined || (digits !== null && digits > 15) ? null : { name, digits };
}

/**
 * `apa`: two digits (three of a p-value), no zero before the point of what cannot exceed 1; `p`: the whole of `p = .023`, `p < .001`
 * (Publication Manual of the American Psychological Association, 7th ed., 6.36 and 6.41). `percent`: of a share.
 */
export function numberText({ value, format, hidden }: Quantity, range: QuantityRange, asked: NumberFormat, kind: ManuscriptKind): string {
  const decimals = asked.digits === null ? {} : { decimals: asked.digits };
  const text = plainly();
  // Word's tables have a true minus sign too.
  if (kind === 'word') return text.replace(/(^|= )-(?=[\d.])/u, '$1−');
  // Inside and outside of formulas alike.
  return kind === 'latex' ? text.replace(/^-/u, '\\ensuremath{-}').replace(/[<>]/gu, '\\ensuremath{$&}').replaceAll('%', '\\%') : text;

  function plainly(): string {
    if (hidden !== undefined) return hiddenText(hidden);
    switch (asked.name) {
      case 'plain':
        return formatQuantity(value, format, decimals);
      case 'percent':
        return formatPercent(format === 'percent' ? value : value! * 100, asked.digits ?? undefined);
      case 'p':
      case 'apa': {
        const digits = asked.digits ?? (format === 'p' ? 3 : 2);
        const own = formatQuantity(
          value,
          format,
          asked.digits === null && (format === 'count' || format === 'df') ? {} : { decimals: digits },
        );
        const small = isAtMostOne(range) ? own.replace(/^([<>-]?)0\./u, '$1.') : own;
        const apart = small.replace(/^([<>])/u, '$1 ');
        return asked.name === 'apa'
          ? apart
          : `${{ latex: '\\textit{p}', markdown: '*p*', word: 'p' }[kind]} ${/^[<>]/u.test(apart) ? '' : '= '}${apart}`;
      }
    }
  }
}

const isAtMostOne = (range: QuantityRange): boolean => range !== null && typeof range === 'object' && range.high <= 1;

/** The values that the number at an address can have, as it is declared; null for any, and for what nobody declares. */
export function rangeAt(address: Address): QuantityRange {
  const args = address.args?.length ?? 0;
  // What a number is of does not change which values a quantity of that name can have; the longest name is meant.
  for (let from = 0; from < address.path.length; from += 1) {
    const name = address.path.slice(from).join('.');
    for (const of of Object.keys(quantitiesOf)) {
      const found = declarationOf(of, name, args);
      if (found !== null) return found.range;
    }
  }
  return null;
}
