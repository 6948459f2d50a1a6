// The kind of model of a regression: the word, what it takes, and which standard errors, columns and numbers go with it. How each is fitted
// is models.ts'; the numbers' entries are quantities.ts' and model-quantities.ts'.
import { option, type Chosen } from '../../contract/option.ts';
import type { Impossible } from '../../contract/impossible.ts';

const event = {
  after: 'event',
  doc: 'The level or value of the outcome that is counted as 1: 1 of a number that is 0 or 1, the level that is no reference of two.',
  example: '1',
} as const;
const rising = ({ low, high }: Readonly<Record<string, unknown>>): Impossible | null =>
  (low as number) < (high as number) ? null : { what: { is: 'censoring limits' }, expected: { is: 'rising' } };

export const method = option()({
  word: 'method',
  doc: 'The kind of model; linear when left out.',
  example: 'method logit event yes',
  default: 'linear',
  choices: {
    linear: { doc: 'Ordinary least squares.', weighted: true },
    logit: {
      doc: 'Logistic regression of an outcome with two values, by maximum likelihood.',
      weighted: true,
      phrase: [
        'logit',
        { firth: { given: 'firth', doc: 'With Firth’s penalty, which has estimates where predictors separate the outcome.' }, event },
      ],
    },
    probit: { doc: 'Probit regression of an outcome with two values.', phrase: ['probit', { event }] },
    ordered: {
      doc: 'Proportional odds of an outcome with ordered values: P(Y ≤ j) by logit(τⱼ − x′b).',
      phrase: ['ordered', { probit: { given: 'probit', doc: 'With the normal distribution in the logistic one’s place.' } }],
    },
    multinomial: { doc: 'A logit of each level of the outcome against its reference.' },
    poisson: { doc: 'Counts, whose logarithm of the mean is linear.' },
    tobit: {
      doc: 'A number of which values at or beyond two limits are known only to lie there.',
      phrase: ['tobit', { low: 'number' }, '..', { high: 'number' }],
      example: 'tobit 1..4',
      check: rising,
    },
    tobitFrom: {
      doc: 'The same with a lower limit alone.',
      phrase: ['tobit', { low: 'number' }, '..'],
      example: 'tobit 1..',
    },
    tobitTo: {
      doc: 'The same with an upper limit alone.',
      phrase: ['tobit', '..', { high: 'number' }],
      example: 'tobit ..4',
    },
    mixed: {
      doc: 'A linear model whose intercept varies between groups, by restricted maximum likelihood; `random` names slopes that vary too.',
      phrase: ['mixed', 'within', { site: 'column' }, { ml: { given: 'ml', doc: 'By ordinary maximum likelihood.' } }],
      example: 'mixed within site',
    },
  },
});

export type Method = Chosen<typeof method>;
export type MethodKind = Method['kind'];
/** All but least squares. */
export type ModelKind = Exclude<MethodKind, 'linear'>;

/** One a word of the language: `tobit` once, whichever its limits are. */
export const methodKinds: readonly MethodKind[] = (Object.keys(method.choices) as MethodKind[]).filter(
  (kind) => wordOfMethod(kind) === kind,
);

/** As an author writes it: `tobit`, whichever its limits are. */
export function wordOfMethod(kind: MethodKind): string {
  return kind.startsWith('tobit') ? 'tobit' : kind;
}
