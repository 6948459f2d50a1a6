// Addresses outside a spec, between the braces of a manuscript: what may be written there and what is said of it, as in a claim of the
// study that the manuscript belongs to.
import { lookUp } from '@studyspec/core';
import { parseAddress, toAddress } from '../syntax/address.ts';
import { parse } from '../syntax/parse.ts';
import { completionsAt } from './completion.ts';
import { hoverAt } from './hover.ts';
import type { Snapshot } from './snapshot.ts';
import type { Completion, Hover } from './types.ts';
import { textOfQuantity } from './values.ts';
import { wordsOf } from './words.ts';

const BEFORE = 'hypothesis manuscript {\n  ';

/** The study with a file in the place of its own that holds nothing but the address, as a claim. */
function asClaim(s: Snapshot, text: string): Snapshot {
  const whole = `${BEFORE}${text.replace(/[\r\n{}]/gu, ' ')} > 0\n}\n`;
  return { ...s, file: { path: s.file.path, text: whole, parsed: parse(whole, s.file.path) } };
}

/** Each with its present value, where it is a number already. */
export function addressCompletions(s: Snapshot, text: string, offset: number): Completion[] {
  const words = wordsOf(s);
  return completionsAt(asClaim(s, text), offset + BEFORE.length).map((one): Completion => {
    const replace = { start: one.replace.start - BEFORE.length, end: one.replace.end - BEFORE.length };
    const before = text.slice(0, replace.start);
    const whole = `${before}${one.insert}${openCalls(before) ? ')' : ''}`;
    const node = one.snippet ? null : parseAddress(whole);
    const quantity = node === null || s.numbers === null ? null : lookUp(s.numbers.results.quantities, toAddress(node));
    const value = textOfQuantity(words, quantity);
    return value === null
      ? { ...one, replace }
      : { ...one, replace, detail: one.detail === undefined ? value : `${value} · ${one.detail}` };
  });
}

const openCalls = (text: string): boolean => text.split('(').length > text.split(')').length;

/** Null where nothing is said of the word there. */
export function addressHover(s: Snapshot, text: string, offset: number): Hover | null {
  const hover = hoverAt(asClaim(s, text), offset + BEFORE.length);
  return hover === null ? null : { ...hover, span: { start: hover.span.start - BEFORE.length, end: hover.span.end - BEFORE.length } };
}
