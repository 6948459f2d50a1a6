// Factors and items of a measurement, as an address names them in brackets.
import { nearest, raise, unknownName, type AddressArgument, type Place } from '@studyspec/core';
import type { Context } from './context.ts';
import { mended } from './declared.ts';

/**
 * A dimension stands for its factor, a component of an index for the factor that has its marker; `each` for every factor of the first
 * order, or every item. Null where there is no such thing (reported).
 */
export function resolveMember(
  context: Context,
  measurement: string,
  kind: 'factor' | 'member' | 'item',
  text: string,
  place: Place,
): readonly AddressArgument[] | null {
  const job = context.measurements.get(measurement);
  if (job === undefined) return null;
  const factors = job.factors.map((one) => one.name);
  const items = job.factors.flatMap((one) => one.items);
  const all = [...factors, ...job.second.map((one) => one.name)];
  const known = kind === 'item' ? items : kind === 'member' ? [...items, ...all] : all;
  const argument = (name: string): AddressArgument => ({ kind: 'term', parts: [[name]] });
  if (text === 'each') return (kind === 'factor' ? factors : items).map(argument);
  if (known.includes(text)) return [argument(text)];
  const marker =
    kind === 'item'
      ? undefined
      : context.indices.get(context.components.get(text) ?? '')?.components.find((one) => one.name === text)?.marker;
  const marked = marker === undefined ? undefined : job.factors.find((one) => one.items.includes(marker));
  if (marked !== undefined) return [argument(marked.name)];
  if (context.merged.broken.has(text)) return null;
  const near = nearest(text, known);
  const role = { is: kind === 'factor' ? ('factor of' as const) : ('member of' as const), of: job.name };
  context.problems.push(raise(unknownName, { name: text, role, nearest: near, known }, mended(place, near)));
  return null;
}
