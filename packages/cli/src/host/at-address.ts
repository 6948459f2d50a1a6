// The number of a study at an address as a person writes it: its own, or what a claim would mean by it.
import { lookUp, scoreOfRespondent, type Address, type Execution, type Quantity, type QuantitySource } from '@studyspec/core';
import { parseAddress, parseRespondentAddress, resolveAddress, toAddress } from '@studyspec/dsl';
import { answeredBy, type Study } from './session.ts';

/** Several where a name stands for several; none where nothing is there. */
export function numbersAt(
  study: Pick<Study, 'compiled' | 'entry'>,
  numbers: QuantitySource,
  path: string,
  address: Address,
): readonly Quantity[] {
  const one = lookUp(numbers, address);
  return one === null ? resolvedAs(study, path).flatMap((other) => lookUp(numbers, other) ?? []) : [one];
}

/** What a claim would mean by it; nothing where it means nothing. */
function resolvedAs(study: Pick<Study, 'compiled' | 'entry'>, path: string): readonly Address[] {
  const node = parseAddress(path);
  const { context } = study.compiled;
  return node === null || context === null ? [] : (resolveAddress({ ...context, problems: [] }, node, study.entry) ?? []);
}

/** Null where it is no address. */
export function addressOf(path: string): Address | null {
  const node = parseAddress(path);
  return node === null ? null : toAddress(node);
}

type Asked = NonNullable<ReturnType<typeof parseRespondentAddress>>;

/** Null where it is no `index.score("id")`. */
export function respondentAt(
  study: Study,
  results: Execution,
  path: string,
): (ReturnType<typeof scoreOfRespondent> & { readonly asked: Asked }) | null {
  const asked = parseRespondentAddress(path);
  return asked === null ? null : { ...scoreOfRespondent(answeredBy(study, results), asked.name, asked.id), asked };
}
