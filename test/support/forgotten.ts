// What somebody forgets who adds something, each under the error that is expected of it: the day it compiles, the expectation itself is an
// error (`npm run typecheck`). test/forgetting.test.ts asks the compiler without the expectations. What no compiler can see is noticed by
// generated tests, which test/mutations asks.
import { option } from '../../packages/core/src/contract/option.ts';
import { quantities } from '../../packages/core/src/contract/declared-quantity.ts';
import { within } from '../../packages/core/src/contract/ranges.ts';
import { derivation, fields, plain } from '../../packages/core/src/memo/derivation.ts';
import { errors } from '../../packages/core/src/methods/regression/errors.ts';
import type { Estimator } from '../../packages/core/src/methods/regression/errors.ts';
import type { RegressionJob } from '../../packages/core/src/methods/regression/job.ts';
import type { ClausesOf } from '../../packages/core/src/methods/clauses.ts';
import type { correlateOptions } from '../../packages/core/src/methods/correlate/options.ts';
import { rotate } from '../../packages/core/src/methods/index/rotate.ts';
import type { MethodsWords } from '../../packages/core/src/words/en/methods/index.ts';
import type { quantitiesOf } from '../../packages/core/src/methods/quantities.ts';
import type { Renderer } from '../../packages/core/src/render/renderers.ts';

interface Result {
  readonly n: number;
  readonly reason: string;
}
const rotations = { rotate };
type Told = Omit<MethodsWords['index']['rotate'], 'equamax'>;
const label = { en: 'N', zh: 'N' };
const entry = { range: within.count, doc: 'cases', label, format: 'count', formula: 'n', value: (one: Result) => one.n } as const;

/** None of these is ever called: they are here to be refused. */
export const forgotten = [
  // An input of a step that it does not name.
  // @ts-expect-error Property 'b' does not exist
  () => derivation('step', { a: plain<number>() }, ({ a, b }) => [a, b]),
  () =>
    derivation(
      'step',
      { job: fields<RegressionJob>()('missing', 'confidence') },
      ({ job }) =>
        // @ts-expect-error `errors` is not among the fields that the step says it reads
        errors.choices[job.errors.kind],
    ),
  // @ts-expect-error a field that the job does not have
  () => fields<RegressionJob>()('missing', 'erorrs'),
  // @ts-expect-error what JSON would lose is no plain key
  () => plain<ReadonlyMap<string, number>>(),

  // A quantity without formula, label, range or value.
  // @ts-expect-error Property 'formula' is missing
  () => quantities<Result, null>()({ n: { range: entry.range, doc: entry.doc, label, format: 'count', value: entry.value } }),
  // @ts-expect-error Property 'zh' is missing
  () => quantities<Result, null>()({ n: { ...entry, label: { en: 'N' } } }),
  // @ts-expect-error an argument of a kind that there is not
  () => quantities<Result, null>()({ 'n(banana)': { ...entry, over: () => [], value: () => 1 } }),
  // @ts-expect-error the value of `n(level)` is asked with a level
  () => quantities<Result, null>()({ 'n(level)': { ...entry, over: () => [], value: (one: Result, level: number) => level } }),

  // A choice without what it needs to be executed; a default that is no choice.
  // @ts-expect-error an estimator lacks its estimate
  () => option<Estimator>()({ word: 'w', doc: '', example: 'w a', default: 'a', choices: { a: { doc: '' } } }),
  // @ts-expect-error the default is none of the choices
  () => option()({ word: 'w', doc: '', example: 'w a', default: 'b', choices: { a: { doc: '' } } }),

  // A kind without a case, wherever kinds are told apart.
  // @ts-expect-error five kinds of standard errors have none
  (): Readonly<Record<keyof typeof errors.choices, number>> => ({ classical: 1, cluster: 2 }),
  // @ts-expect-error a number without a reference value, or a reason for having none
  (): { readonly [Kind in keyof typeof quantitiesOf]: Readonly<Record<keyof (typeof quantitiesOf)[Kind], string>> } => ({}),
  // @ts-expect-error a form of reports that writes nothing
  (): Renderer => ({ endings: ['x'], pictures: false, terminal: false }),

  // A choice that no sentence about methods tells of.
  // @ts-expect-error one way of rotating has no clause
  (told: Told): ClausesOf<typeof rotations> => ({ rotate: told }),
  // @ts-expect-error an option has none
  (): ClausesOf<typeof correlateOptions> => ({ missing: { listwise: '', pairwise: '' } }),
];
