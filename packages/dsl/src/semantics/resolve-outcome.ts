// What an address of a regression says beside its terms: whether its method has the number at all, levels of the outcome, variances.
import {
  methodHas,
  methodKinds,
  nearest,
  notOfThisMethod,
  raise,
  signatureOf,
  unknownLevel,
  unknownName,
  wordOfMethod,
  quantitiesOf,
  type AddressArgument,
  type Place,
  type RegressionJob,
} from '@studyspec/core';
import type { ArgumentNode } from '../syntax/ast.ts';
import { levelsOf, type Context } from './context.ts';
import { mended, placeOf } from './declared.ts';
import type { Signature } from './quantities.ts';

/** The mean of the number that slopes are at, and one SD to either side. */
export const isSlopeValue = (regression: RegressionJob | null, text: string): boolean =>
  regression?.slopes?.levels === null && ['low', 'mean', 'high'].includes(text);

const signatures = Object.keys(quantitiesOf['outcome of regression']);
/** What stands in the place of a number of least squares. */
const instead: Readonly<Record<string, readonly string[]>> = {
  t: ['z'],
  z: ['t'],
  f: ['chi2'],
  r2: ['nagelkerke', 'mcfadden'],
  adjusted_r2: ['nagelkerke', 'mcfadden'],
  beta: ['b'],
  odds: ['rate_ratio'],
};

/** False when the regression's method has no such number (reported, with what it has in its place). */
export function ofMethod(context: Context, { name, method }: RegressionJob, { name: quantity, args }: Signature, place: Place): boolean {
  const key = args.length === 0 ? quantity : `${quantity}(${args.join(', ')})`;
  if (methodHas(method.kind, key)) return true;
  const sameArgs = args.length === 0 ? '' : `(${args.join(', ')})`;
  const replaced = (instead[quantity] ?? []).map((one) => `${one}${sameArgs}`).find((one) => methodHas(method.kind, one));
  // `b(x)` of a multinomial model needs a level as well; of the others it needs none.
  const alike = signatures.find((one) => signatureOf(one).name === quantity && one !== key && methodHas(method.kind, one));
  context.problems.push(
    raise(
      notOfThisMethod,
      {
        quantity: key,
        regression: name,
        method: wordOfMethod(method.kind),
        methods: methodKinds.filter((kind) => methodHas(kind, key)),
        instead: replaced ?? alike ?? null,
      },
      { place },
    ),
  );
  return false;
}

/** A level of the outcome: by its name, with or without the category's; a number of an outcome that is one. */
export function resolveOutcome(
  context: Context,
  entity: { readonly path: readonly string[] },
  node: ArgumentNode,
  file: string,
  wrong: () => null,
): readonly AddressArgument[] | null {
  const outcome = entity.path.at(-1)!;
  const variable = context.variables.get(outcome);
  const levels = variable?.kind === 'category' ? levelsOf(variable) : null;
  if (node.kind === 'number') return levels === null ? [{ kind: 'number', value: node.value }] : wrong();
  if (levels === null || node.parts.length !== 1 || node.to !== null) return wrong();
  const path = node.parts[0]!.path.map((name) => name.text);
  const level = path.length > 1 && path[0] === outcome ? path.slice(1).join('.') : path.join('.');
  if (level === 'each') return levels.map((one) => ({ kind: 'term', parts: [[one]] }));
  if (levels.includes(level)) return [{ kind: 'term', parts: [[level]] }];
  const near = nearest(level, levels);
  context.problems.push(
    raise(unknownLevel, { level, category: outcome, levels, nearest: near }, mended(placeOf(file, node.parts[0]!.span), near)),
  );
  return null;
}

/** Of what a mixed model has a variance. */
export function resolveSource(
  context: Context,
  { name, method, random }: RegressionJob,
  text: string,
  place: Place,
): readonly AddressArgument[] | null {
  const known = method.kind === 'mixed' ? [method.site, ...random, 'residual'] : [];
  if (text === 'each') return known.map((one) => ({ kind: 'term', parts: [[one]] }));
  if (known.includes(text)) return [{ kind: 'term', parts: [[text]] }];
  const near = nearest(text, known);
  context.problems.push(raise(unknownName, { name: text, role: { is: 'variance', of: name }, nearest: near, known }, mended(place, near)));
  return null;
}
