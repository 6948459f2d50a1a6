// What is said to pass through what, and how it was tested, as a sentence has it. The words stand in words/<language>/methods.
import { addressFor } from '../../contract/declared-quantity.ts';
import type { MethodsWords } from '../../words/en/methods/index.ts';
import type { ClausesOf } from '../clauses.ts';
import { failedStatement, type Manner, type Prose, type Statement } from '../prose.ts';
import type { mediationOptions } from './options.ts';
import type { MediationResult } from './run.ts';

const clausesOf = ({ mediation }: MethodsWords) => ({ errors: mediation.errors }) satisfies ClausesOf<typeof mediationOptions>;

export function mediationStatement(prose: Prose, { job, found }: MediationResult): Statement {
  if (found === null) return failedStatement(prose, job.name);
  const { words, name, names, number } = prose;
  const own = words.mediation;
  const errors = clausesOf(words).errors[job.errors.kind] as (facts: { readonly draws: number; readonly seed: number }) => string;
  const n = number(addressFor([job.name], 'n'));
  const steps = [...new Set(job.mediators.map(({ step }) => step))].map((step) =>
    own.parallel(names(job.mediators.filter((one) => one.step === step).map((one) => one.name))),
  );
  const say = (aspect: Manner['aspect'], text: string): Manner => ({ aspect, text });
  const covariates = job.covariates.map(({ term }) => (term.length === 1 ? name(term[0]!) : words.regression.product(names(term))));
  return {
    label: prose.context.labelOf(job.name),
    what: (label) => own.what(label, name(job.predictor), name(job.outcome), own.serial(steps)),
    manner: [
      ...(job.where === null ? [] : [say('cases', words.where(prose.condition(job.where)))]),
      ...(job.unweighted === true ? [say('cases', words.unweighted)] : []),
      ...(n === null ? [] : [say('cases', own.cases(n))]),
      say('tests', own.equations),
      ...(covariates.length === 0 ? [] : [say('covariates', own.covariates(covariates))]),
      say('errors', errors({ draws: 'draws' in job.errors ? job.errors.draws : 0, seed: prose.context.plan.seed })),
    ],
  };
}
