// Which addresses there are, as the resolution of addresses and the editor read them: core's declarations, by kind of declaration.
// Values, formulas and labels are core's (methods/quantities.ts).
import { declaredQuantities, signatureOf, type ArgumentKind as AnyArgument } from '@studyspec/core';

/** Studies stand in brackets in numbers of a comparison only, which a study's text has not. */
export type ArgumentKind = Exclude<AnyArgument, 'study'>;
const isArgument = (kind: AnyArgument): kind is ArgumentKind => kind !== 'study';

export interface Signature {
  readonly name: string;
  readonly args: readonly ArgumentKind[];
  readonly doc: string;
}

/** `level`, `outcome of compare` and `outcome of regression` are parts of a declaration; `study` is the whole. */
export const signatures: Readonly<Record<string, readonly Signature[]>> = Object.fromEntries(
  Object.entries(declaredQuantities).map(([kind, entries]) => [
    kind,
    Object.entries(entries).map(([key, { doc }]): Signature => {
      const { name, args } = signatureOf(key);
      return { name, args: args.filter(isArgument), doc };
    }),
  ]),
);
