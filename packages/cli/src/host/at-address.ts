// A respondent's score at an address as a person writes it. Numbers of the study are addresses.ts'.
import { scoreOfRespondent, type Execution } from '@studyspec/core';
import { parseRespondentAddress } from '@studyspec/dsl';
import { answeredBy, type Study } from './session.ts';

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
