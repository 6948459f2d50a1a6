// What a measurement model holds and how it was estimated, as a sentence has it. The words stand in words/<language>/methods.
import { addressFor } from '../../contract/declared-quantity.ts';
import { labelText } from '../../contract/label-text.ts';
import type { MethodsWords } from '../../words/en/methods/index.ts';
import type { ClausesOf } from '../clauses.ts';
import { failedStatement, type Manner, type Prose, type Statement } from '../prose.ts';
import type { measurementOptions } from './options.ts';
import type { MeasurementResult } from './run.ts';

const clausesOf = ({ measurement }: MethodsWords) =>
  ({ estimator: measurement.estimator, missing: measurement.missing }) satisfies ClausesOf<typeof measurementOptions>;

export function measurementStatement(prose: Prose, { job, fit }: MeasurementResult): Statement {
  if (fit === null) return failedStatement(prose, job.name);
  const { words, name, names, number } = prose;
  const own = words.measurement;
  const clauses = clausesOf(words);
  const n = number(addressFor([job.name], 'n'));
  const items = new Set(job.factors.flatMap((factor) => factor.items)).size;
  const say = (aspect: Manner['aspect'], text: string): Manner => ({ aspect, text });
  return {
    label: prose.context.labelOf(job.name),
    what: (label) =>
      [
        own.what(label, names(job.factors.map((factor) => factor.name)), items),
        ...(job.second.length === 0
          ? []
          : [
              own.second(
                job.second.map((one) => ({ name: labelText(one.label, prose.context.language, one.name), of: names(one.factors) })),
              ),
            ]),
        ...(job.cross.length === 0 ? [] : [own.cross(job.cross.map(({ item, factor }): [string, string] => [name(item), name(factor)]))]),
        ...(job.residuals.length === 0 ? [] : [own.residuals(job.residuals.map(([a, b]): [string, string] => [name(a), name(b)]))]),
      ].join(prose.context.words.sentenceGap),
    manner: [
      ...(job.where === null ? [] : [say('cases', words.where(prose.condition(job.where)))]),
      ...(job.unweighted === true ? [say('cases', words.unweighted)] : []),
      ...(n === null ? [] : [say('cases', own.cases(n))]),
      say('missing', clauses.missing[job.missing.kind](number(addressFor([job.name], 'lost')))),
      say('estimator', clauses.estimator[job.estimator.kind]),
      say('fit', own.fit),
      ...(job.by === null ? [] : [say('tests', own.invariance(name(job.by)))]),
    ],
  };
}
