// What an address of a table of correlations, of a mediation, or of a predictor's importance has in brackets.
import {
  betweenMediators,
  nearest,
  noSuchWay,
  raise,
  unknownName,
  waysThrough,
  type Address,
  type AddressArgument,
  type Place,
} from '@studyspec/core';
import type { Context } from './context.ts';
import { mended } from './declared.ts';

const term = (name: string): AddressArgument => ({ kind: 'term', parts: [[name]] });

/** Both the same: no pair. */
const isSame = ([a, b]: readonly AddressArgument[]): boolean => b !== undefined && JSON.stringify(a) === JSON.stringify(b);

/** A variable of the table, a mediator, a predictor with all its levels, or `each`. */
export function resolveVariable(context: Context, of: string, text: string, place: Place): readonly AddressArgument[] | null {
  const mediation = context.mediations.get(of);
  const own = context.correlates.get(of)?.variables ?? [...new Set(context.regressions.get(of)?.terms.map(({ term }) => term.join(':')))];
  const counted = context.deprivations.get(of)?.dimensions.flatMap((one) => [one.name, ...one.indicators]);
  const variables = mediation?.mediators.map((one) => one.name) ?? counted ?? own;
  if (text === 'each') return variables.map(term);
  if (variables.includes(text)) return [term(text)];
  if (context.merged.broken.has(text)) return null;
  const near = nearest(text, variables);
  context.problems.push(
    raise(
      unknownName,
      {
        name: text,
        role: {
          is:
            mediation !== undefined
              ? 'mediator'
              : context.regressions.has(of)
                ? 'predictor'
                : counted !== undefined
                  ? 'member'
                  : 'correlated by',
          of,
        },
        nearest: near,
        known: variables,
      },
      mended(place, near),
    ),
  );
  return null;
}

const nameIn = (one: AddressArgument): string => (one.kind === 'term' ? one.parts[0]![0]! : '');

/** Of everything with everything, what there is: no variable with itself, and of a mediation the ways that lead somewhere. */
export function pairsIn(
  context: Context,
  { name, kind }: { readonly name: string; readonly kind: string },
  path: readonly string[],
  all: readonly (readonly AddressArgument[])[],
  place: Place,
): readonly Address[] | null {
  const job = context.mediations.get(name);
  if (kind !== 'mediation' || job === undefined || all[0]!.length < 2)
    return all.filter((args) => kind !== 'correlate' || all.length < 2 || !isSame(args)).map((args) => ({ path, args }));
  const ways: readonly (readonly string[])[] = path[1] === 'between' ? betweenMediators(job.mediators) : waysThrough(job.mediators);
  const there = all.filter((args) => ways.some((way) => way.join() === args.map(nameIn).join()));
  if (there.length > 0) return there.map((args) => ({ path, args }));
  context.problems.push(
    raise(noSuchWay, { mediation: name, way: all[0]!.map(nameIn), ways: ways.filter((way) => way.length > 1) }, { place }),
  );
  return null;
}
