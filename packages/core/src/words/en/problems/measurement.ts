// Problems of measurement models, in English.
import type { FactsOf } from '../../../problems/catalogue.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

type Impossible = FactsOf<'measurement-impossible'>['what'];
type Improper = FactsOf<'improper-solution'>['what'];
type Sample = FactsOf<'measurement-sample'>['what'];

function impossible(what: Impossible): string {
  switch (what.problem) {
    case 'one-group':
      return 'fewer than two groups have cases';
    case 'no-factor':
      return 'it has no factor';
    case 'too-few-items':
      return `${what.factor} has ${what.items.length} ${what.items.length === 1 ? 'item' : 'items'}, which do not identify a factor`;
    case 'too-few-factors':
      return `${what.factor} is made of ${what.factors.length === 1 ? '1 factor' : '2 factors'}, which do not identify it`;
    case 'no-degrees-of-freedom':
      return `it has ${-what.df} more free parameters than the items have variances and covariances`;
    case 'not-converged':
      return `its estimates do not come to rest (${what.iterations} iterations)`;
    case 'not-identified':
      return 'some parameter could be anything: the data do not tell it from others';
  }
}

function improper(what: Improper): string {
  switch (what.problem) {
    case 'negative-variance':
      return `the variance left of ${what.what} is ${what.value.toPrecision(3)}: a Heywood case`;
    case 'correlation-beyond-one':
      return `${what.factors[0]} and ${what.factors[1]} correlate at ${what.value.toFixed(3)}`;
    case 'factors-not-positive-definite':
      return 'the correlations of its factors cannot be together';
  }
}

function sample(what: Sample): string {
  switch (what.problem) {
    case 'too-few-cases':
      return `has ${what.n} usable cases and needs at least ${what.needed}`;
    case 'constant-item':
      return `cannot use ${what.item}: everybody answered alike`;
    case 'singular':
      return 'item' in what
        ? `cannot use ${what.item}: the items before it determine it`
        : 'has items that determine each other: a copy, or a sum and its parts';
    case 'never-together':
      return `cannot relate ${what.items[0]} and ${what.items[1]}: nobody answered both`;
  }
}

export const measurementProblems = {
  'measurement-impossible': {
    title: 'A measurement model that cannot be estimated',
    message: ({ name, level, what }) => `${name}${level === null ? '' : `, ${level} model`}: ${impossible(what)}.`,
    help: ({ what }) =>
      what.problem === 'not-converged'
        ? 'Look at the items’ correlations: an item that belongs to no factor, or two factors that are one.'
        : 'A factor needs three items, or two where it correlates with another factor; a second order needs three factors.',
    explanation:
      'A factor of two items has two loadings and two errors, and the items have only one covariance: many answers would do, and ' +
      'none is better than another. Nothing is computed then. A third item identifies the factor.',
  },

  'improper-solution': {
    title: 'Estimates that cannot be: a Heywood case',
    message: ({ name, group, what }) => `${name}${group === null ? '' : `, group ${group}`}: ${improper(what)}.`,
    help: () => 'Do not interpret the solution as it stands: check the items, take more cases, or leave out or join what is too close.',
    explanation:
      'Maximum likelihood may be highest where a variance is negative or a correlation above one. It happens in small samples, ' +
      'with two items a factor, or where the model is wrong. The numbers are shown as every program shows them, so that one can ' +
      'see where the trouble is; reliabilities and validities that rest on them mean nothing.',
  },

  'measurement-sample': {
    title: 'Answers that a measurement model cannot be estimated from',
    message: ({ name, group, what }) => `${name}${group === null ? '' : `, group ${group}`}, ${sample(what)}.`,
    help: ({ what }) =>
      what.problem === 'too-few-cases'
        ? 'Use fewer items, larger groups, or, where answers are missing, every case with what it answered.'
        : 'Leave that item out of the model.',
    explanation:
      'The model is fitted to the covariances of its items. They cannot be inverted with fewer cases than items, with an item that ' +
      'does not vary, or with one that the others determine.',
  },

  'few-for-ordinal': {
    title: 'Few cases for ordered answers',
    message: ({ name, n, enough }) => `${name} has ${n} cases; errors and χ² of wlsmv are trusted from some ${enough} on.`,
    help: () => 'Write `estimator mlr`, or say so in the text.',
    explanation:
      'Weighted least squares estimates the covariances of all polychoric correlations from the same cases. With few of them the ' +
      'standard errors are too small and good models are rejected too often. Answers on five points or more do well with mlr.',
  },

  'by-stands-alone': {
    title: 'Invariance is tested of plain models',
    message: ({ name, category, other }) => `${name} is compared over ${category}, which cannot stand together with ${other}.`,
    help: ({ other }) => `Leave out ${other} here; a measurement of its own may have it.`,
    explanation:
      'The levels of invariance (configural, metric, scalar, strict) are models of several groups with means, estimated by maximum ' +
      'likelihood over complete cases, each dimension a factor. What goes beyond that belongs into another declaration.',
  },
} satisfies Partial<WordsOfProblems>;
