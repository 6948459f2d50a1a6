// Who answered, and what was made of the answers before anything was computed, in English sentences.
import type { ToldNumber, ToldOf, ToldScale } from '../../../contract/methods-facts.ts';
import { capital, inWords, list, some, told, was } from './grammar.ts';

const end = (value: string, label: string): string => (label === '' ? value : `${value} (${label})`);
const scaleOf = ({ low, high, lowLabel, highLabel }: ToldScale): string => `from ${end(low, lowLabel)} to ${end(high, highLabel)}`;

const variables = (names: readonly string[]): string => `The ${names.length === 1 ? 'variable' : 'variables'} ${list(names)}`;

export const sampleEnglish = {
  who: {
    respondents: (n: ToldNumber) => `The study rests on the answers of ${told(n, 'respondent')}.`,
    cases: (n: ToldNumber) => `The study rests on ${told(n, 'case')}.`,
  },
  replicates: (study: string) => `It asks again what “${study}” asked.`,
  leftOut: (condition: string, left: ToldNumber, rows: ToldNumber) =>
    `Of the ${told(rows, 'row')} of the data file only those took part in which ${condition}; ${left.text} ${was(left.value)} left out.`,
  joined: (files: readonly string[], keys: readonly string[]) =>
    `Columns of ${list(files)} were joined to the answers by ${list([...new Set(keys)])}.`,
  missingCodes: (codes: readonly string[]) =>
    codes.length === 0
      ? 'Blank cells were taken as missing answers.'
      : `Blank cells and the ${codes.length === 1 ? 'code' : 'codes'} ${list(codes)} were taken as missing answers.`,
  ownCodes: (names: readonly string[]) => `Answers to ${list(names)} have missing codes of their own.`,
  outOfRange: {
    dropped: (count: ToldNumber) => `Answers outside their scale or the listed codes were treated as missing (${told(count, 'answer')}).`,
    kept: (count: ToldNumber) =>
      count.value === 0
        ? 'An answer outside its scale would have been used as it stands; there was none.'
        : `Answers outside their scale were used as they stand (${told(count, 'answer')}).`,
  },
  clustered: (cluster: string) => `Respondents come in clusters (${cluster}).`,
  design: {
    weight: (weight: string) => `Estimates were weighted by ${weight}.`,
    margins: (categories: readonly string[]) =>
      `The weights were calibrated by ${categories.length === 1 ? 'post-stratification' : 'raking'}, so that they sum to the known ` +
      `population of every level of ${list(categories)}.`,
    drawn: (strata: { name: string; count: ToldNumber } | null, units: { name: string | null; count: ToldNumber }) =>
      `The sample was taken as ` +
      `${units.name === null ? told(units.count, 'unit') : `${told(units.count, 'primary sampling unit')} (${units.name})`}` +
      `${strata === null ? ', without strata' : ` from ${told(strata.count, 'stratum').replace('stratums', 'strata')} (${strata.name})`}.`,
    errors: (df: ToldNumber | null) =>
      'Standard errors were those of the design, by Taylor linearisation' +
      `${df === null ? '' : `, and t had ${df.text} degrees of freedom, the sampling units less the strata`}.`,
    population: 'Sampling without replacement was allowed for by a finite population correction.',
    lonely: {
      refused: null,
      adjust: 'A stratum with a single sampling unit added the square of that unit’s distance from the mean of all units.',
      certainty: 'A stratum with a single sampling unit added nothing to the variance, as if it had been drawn for certain.',
      average: 'A stratum with a single sampling unit added the mean variance of the other strata.',
    },
  },

  scales: (scales: readonly ToldScale[]) =>
    scales
      .map((scale, at) => {
        const { dimensions, items, others } = scale;
        const grouped =
          dimensions.length === 0 ? [] : [`${some(items, 'item')} of ${some(dimensions.length, 'dimension')} (${list(dimensions)})`];
        const single =
          others === 0 ? [] : [`${inWords(others)} ${dimensions.length === 0 ? '' : 'further '}${others === 1 ? 'item' : 'items'}`];
        const what = capital(list([...grouped, ...single]));
        const count = (dimensions.length === 0 ? 0 : items) + others;
        return at === 0
          ? `${what} ${was(count)} answered on a scale ${scaleOf(scale)}.`
          : `${what} ${was(count)} answered ${scaleOf(scale)}.`;
      })
      .join(' '),
  askedOn: (items: readonly string[], low: string, high: string) =>
    `Answers to ${list(items)}, which ${items.length === 1 ? 'was' : 'were'} ` +
    `asked on ${low}–${high}, were brought to that scale linearly, ` +
    'end to end.',
  reversed: (items: readonly string[]) => `Answers to ${list(items)} were reversed before anything was computed.`,
  alpha: (scales: readonly ToldOf[]) =>
    scales.length > 8
      ? rangeOf('Cronbach’s α', scales)
      : `Internal consistency (Cronbach’s α) was ${list(scales.map(({ of, number }) => `${number.text} (${of})`))}.`,
  omega: (scales: readonly ToldOf[]) =>
    scales.length > 8
      ? rangeOf('McDonald’s ω', scales)
      : `McDonald’s ω (total) was ${list(scales.map(({ of, number }) => `${number.text} (${of})`))}.`,

  computed: (names: readonly string[]) => `${variables(names)} ${was(names.length)} computed from others.`,
  flags: (names: readonly string[]) =>
    `${variables(names)} ${names.length === 1 ? 'is' : 'are'} 1 where a stated condition holds and 0 where it does not.`,
  grouped: (pairs: readonly { readonly category: string; readonly from: string }[]) =>
    `Values were grouped, ${list(pairs.map(({ category, from }) => `those of ${from} as ${category}`))}.`,
  within: (name: string, low: string | null, high: string | null) =>
    `Values of ${name} ${list([...(low === null ? [] : [`below ${low}`]), ...(high === null ? [] : [`above ${high}`])])} ` +
    `were treated as missing.`,
  averaged: (name: string, key: string) => `The variable ${name} is the mean of all cases that share ${key}.`,
  turned: (names: readonly string[]) => `${variables(names)} ${was(names.length)} turned round, so that high values mean low ones.`,
  number: {
    rescale: {
      none: null,
      range: (name: string, low: string, high: string, from: string) =>
        `The variable ${name} was brought linearly to ${low}–${high}, from ${from}.`,
    },
    goalposts: {
      observed: 'its smallest and its largest value',
      range: (low: string, high: string) => `the stated ends ${low} and ${high}`,
    },
    needs: {
      function: null,
      count: (name: string, needs: string) =>
        `The variable ${name} needs at least ${needs} of the values that it is made of; a sum of fewer than all is prorated.`,
    },
  },
  category: {
    quantiles: {
      none: null,
      groups: (name: string, from: string, count: number) =>
        `The category ${name} divides ${from} into ${some(count, 'group')} of as good as equal size.`,
    },
    population: {
      unknown: null,
      given: (name: string, n: ToldNumber, population: ToldNumber | null, sampled: ToldNumber | null) =>
        population === null || sampled === null
          ? `How many the population has is stated of some levels of ${name}.`
          : `Of a population of ${population.text}, stated by ${name}, ${n.text} took part (${sampled.text}%).`,
    },
  },
};

function rangeOf(what: string, scales: readonly ToldOf[]): string {
  const sorted = [...scales].sort((a, b) => a.number.value - b.number.value);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  return `${what} of the ${scales.length} scales lay between ${least.number.text} (${least.of}) and ${most.number.text} (${most.of}).`;
}
