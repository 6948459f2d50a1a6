// Numbers of the results as text for hints and hovers: looked up by address, written by core's one formatter. Nothing is computed here.
import {
  formatAddress,
  formatPercent,
  formatQuantity,
  type CheckedClaim,
  type CheckedFigure,
  type EditorWords,
  type Quantities,
  type Quantity,
  type StudyResults,
} from '@studyspec/core';

export function quantityAt(quantities: Quantities, ...path: string[]): Quantity | null {
  return quantities.get(formatAddress({ path, args: null })) ?? null;
}

/** Of an address with one term in brackets: `score.explained(social)`. */
export function quantityOf(quantities: Quantities, path: readonly string[], term: readonly string[]): Quantity | null {
  return quantities.get(formatAddress({ path, args: [{ kind: 'term', parts: [term] }] })) ?? null;
}

/** Null when there is no such number or it is not defined. */
export function textOfQuantity(words: EditorWords, quantity: Quantity | null, decimals?: number): string | null {
  if (quantity === null || quantity.value === null) return null;
  if (quantity.format === 'percent') return words.percent(formatPercent(quantity.value, decimals).replace('%', ''));
  return formatQuantity(quantity.value, quantity.format, decimals === undefined ? {} : { decimals });
}

/** `0.041`, `<0.001`. */
export function pText(quantity: Quantity | null): string {
  return quantity?.value == null ? '.' : formatQuantity(quantity.value, 'p');
}

export interface Checks {
  /** By `figureKey`. */
  readonly figures: ReadonlyMap<string, CheckedFigure>;
  /** By the claim's canonical text. */
  readonly claims: ReadonlyMap<string, CheckedClaim>;
}

/** The same figures are asked for at every key. */
export function figureKey(figure: CheckedFigure['figure']): string {
  let key = keys.get(figure);
  if (key === undefined) keys.set(figure, (key = `${formatAddress(figure.address)} ${figure.operator} ${figure.printed.text}`));
  return key;
}
const keys = new WeakMap<CheckedFigure['figure'], string>();

const memo = new WeakMap<StudyResults, Checks>();

/** What was found of printed figures and claims: by what they say, so that it stands while the text around them moves. */
export function checksOf(results: StudyResults): Checks {
  const known = memo.get(results);
  if (known !== undefined) return known;
  const checks: Checks = {
    figures: new Map(results.published.flatMap(({ figures }) => figures.map((one) => [figureKey(one.figure), one]))),
    claims: new Map(results.hypotheses.flatMap(({ claims }) => claims.map((one) => [one.claim.text, one]))),
  };
  memo.set(results, checks);
  return checks;
}

/** A computed number beside a printed one: one digit more than the paper printed. */
export function computedText(words: EditorWords, checked: CheckedFigure, quantities: Quantities): string {
  const quantity = quantities.get(formatAddress(checked.figure.address)) ?? null;
  if (quantity === null || quantity.value === null) return '.';
  const { percent, decimals } = checked.figure.printed;
  const stars = checked.starsAgree === false && checked.computedStars !== null ? ` ${checked.computedStars}` : '';
  if (percent && quantity.format !== 'percent')
    return `${words.percent(formatQuantity(quantity.value * 100, 'percent', { decimals: decimals + 1 }))}${stars}`;
  const rounded = checked.figure.operator !== '=' || (quantity.format === 'count' && Number.isInteger(quantity.value));
  return `${textOfQuantity(words, quantity, rounded ? undefined : Math.min(10, decimals + 1)) ?? '.'}${stars}`;
}
