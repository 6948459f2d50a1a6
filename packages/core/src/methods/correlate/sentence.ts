// What a table of correlations has, as a sentence has it. The words stand in words/<language>/methods.
import { addressFor } from '../../contract/declared-quantity.ts';
import type { MethodsWords } from '../../words/en/methods/index.ts';
import type { ClausesOf } from '../clauses.ts';
import { failedStatement, type Prose, type Statement } from '../prose.ts';
import type { CorrelateResult } from '../results.ts';
import type { correlateOptions } from './options.ts';

const clausesOf = ({ correlate }: MethodsWords) =>
  ({ method: correlate.method, missing: correlate.missing }) satisfies ClausesOf<typeof correlateOptions>;

export function correlateStatement(prose: Prose, { job, pairs }: CorrelateResult): Statement {
  if (pairs.length === 0) return failedStatement(prose, job.name);
  const { words, names, number } = prose;
  const own = words.correlate;
  const clauses = clausesOf(words);
  return {
    label: prose.context.labelOf(job.name),
    what: (label) => own.what(label, clauses.method[job.method], names(job.variables)),
    manner: [
      ...(job.where === null ? [] : [{ aspect: 'cases' as const, text: words.where(prose.condition(job.where)) }]),
      ...(job.unweighted === true ? [{ aspect: 'cases' as const, text: words.unweighted }] : []),
      ...(job.controls.length === 0 ? [] : [{ aspect: 'covariates' as const, text: own.controls(names(job.controls)) }]),
      { aspect: 'missing', text: clauses.missing[job.missing](number(addressFor([job.name], 'n(variable)', [job.variables[0]!]))) },
      ...(job.variables.length < 3 ? [] : [{ aspect: 'tests' as const, text: own.tests }]),
    ],
  };
}
