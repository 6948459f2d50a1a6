// What counts as a deprivation, and who is poor, as a sentence has it. The words stand in words/<language>/methods.
import { addressFor } from '../../contract/declared-quantity.ts';
import { formatQuantity } from '../../show/format.ts';
import type { MethodsWords } from '../../words/en/methods/index.ts';
import type { ClausesOf } from '../clauses.ts';
import { failedStatement, type Manner, type Prose, type Statement } from '../prose.ts';
import type { deprivationOptions } from './options.ts';
import type { DeprivationResult } from './run.ts';

const clausesOf = ({ deprivation }: MethodsWords) => ({ cutoff: deprivation.cutoff }) satisfies ClausesOf<typeof deprivationOptions>;

export function deprivationStatement(prose: Prose, { job, found }: DeprivationResult): Statement {
  if (found === null) return failedStatement(prose, job.name);
  const { words, name, names, number } = prose;
  const own = words.deprivation;
  const n = number(addressFor([job.name], 'n'));
  const say = (aspect: Manner['aspect'], text: string): Manner => ({ aspect, text });
  return {
    label: prose.context.labelOf(job.name),
    what: (label) =>
      own.what(
        label,
        job.dimensions.map((one) => ({ name: name(one.name), indicators: names(one.indicators) })),
      ),
    manner: [
      ...(job.where === null ? [] : [say('cases', words.where(prose.condition(job.where)))]),
      ...(job.unweighted === true ? [say('cases', words.unweighted)] : []),
      ...(n === null ? [] : [say('cases', own.cases(n))]),
      say('composed', own.weights(job.dimensions.length)),
      say('cutoff', clausesOf(words).cutoff[job.cutoff.kind](formatQuantity(job.cutoff.share * 100, 'percent'))),
      say('measures', own.measures),
      ...(job.by === null ? [] : [say('measures', own.by(name(job.by)))]),
    ],
  };
}
