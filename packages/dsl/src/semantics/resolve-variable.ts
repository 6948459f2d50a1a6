// What an address of a table of correlations has in brackets.
import { nearest, raise, unknownName, type AddressArgument, type Place } from '@studyspec/core';
import type { Context } from './context.ts';
import { mended } from './declared.ts';

const term = (name: string): AddressArgument => ({ kind: 'term', parts: [[name]] });

/** Both the same: no pair. */
export const isSame = ([a, b]: readonly AddressArgument[]): boolean => b !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** A variable of the table, or `each`. */
export function resolveVariable(context: Context, correlate: string, text: string, place: Place): readonly AddressArgument[] | null {
  const variables = context.correlates.get(correlate)!.variables;
  if (text === 'each') return variables.map(term);
  if (variables.includes(text)) return [term(text)];
  if (context.merged.broken.has(text)) return null;
  const near = nearest(text, variables);
  context.problems.push(
    raise(unknownName, { name: text, role: { is: 'correlated by', of: correlate }, nearest: near, known: variables }, mended(place, near)),
  );
  return null;
}
