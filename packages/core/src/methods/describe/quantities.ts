// The numbers of what was asked: of an indicator or number, of a category and its levels, and of the sample.
import type { CategoryPlan } from '../../contract/variables.ts';
import type { Flow } from '../../data/frame.ts';
import type { VariableResult } from '../results.ts';
import type { FrequencyTable } from '../../procedures/describe/frequencies.ts';
import type { Description } from '../../procedures/describe/describe.ts';
import { within } from '../../contract/ranges.ts';
import { quantities } from '../../contract/declared-quantity.ts';
import type { Histogram } from '../../procedures/describe/histogram.ts';

const spss = (what: string): string => `IBM SPSS Statistics Algorithms, ${what}`;
const joanes = 'Joanes & Gill 1998, The Statistician 47:183–189';

export interface SampleNumbers {
  readonly rows: number;
  readonly unusable: number;
  readonly kept: number;
  /** From the rows of the file to those who are respondents. */
  readonly flow: Flow;
  readonly reason: string;
}
const rules = ({ flow }: SampleNumbers): readonly [number][] => flow.rules.map((_, at): [number] => [at + 1]);

export const sampleQuantities = quantities<SampleNumbers, null>()({
  sample: {
    range: within.count,
    doc: 'rows of the data',
    label: 'Cases',
    format: 'count',
    formula: 'rows of the data file, every respondent one',
    source: 'the data',
    value: ({ rows }) => rows,
  },
  'sample.rows': {
    range: within.count,
    doc: 'rows of the data file, respondents or not',
    label: 'Rows of the data file',
    format: 'count',
    formula: 'rows of the data file',
    source: 'the data',
    value: ({ flow }) => flow.rows,
  },
  'sample.left_out': {
    range: within.count,
    doc: 'rows that are no respondents, by `where` in the data block',
    label: 'Left out',
    format: 'count',
    formula: 'rows of the data file − respondents',
    source: 'the data',
    value: ({ flow, rows }) => flow.rows - rows,
  },
  'sample.left_out(number)': {
    range: within.count,
    doc: 'rows left out by one rule of `where`, counted from 1, among those that the rules before it left',
    label: 'Left out by the rule',
    format: 'count',
    formula: 'rows that meet every earlier rule and not this one, or whose answer to it is missing',
    source: 'the data',
    value: ({ flow }, rule) => flow.rules[rule - 1]?.left,
    over: rules,
  },
  'sample.unknown(number)': {
    range: within.count,
    doc: 'of the rows that a rule of `where` leaves out, those without an answer to what it asks',
    label: 'Without an answer',
    format: 'count',
    formula: 'rows that meet every earlier rule and whose answer to this one is missing',
    source: 'the data',
    value: ({ flow }, rule) => flow.rules[rule - 1]?.unknown,
    over: rules,
  },
  'sample.unusable': {
    range: within.count,
    doc: 'answers that could not be used',
    label: 'Answers that could not be used',
    format: 'count',
    formula: 'answers outside their scale, without a level, or no number: counted as missing',
    source: 'the data',
    value: ({ unusable }) => unusable,
  },
  'sample.kept': {
    range: within.count,
    doc: 'answers outside their scale that were used',
    label: 'Answers used though outside their scale',
    format: 'count',
    formula: 'answers outside their scale, with `out of range kept`',
    source: 'the data',
    value: ({ kept }) => kept,
  },
});

/** Of an indicator or a number. */
export interface VariableNumbers {
  readonly result: Pick<VariableResult, 'variable'> & { readonly frequencies: FrequencyTable | null; readonly histogram: Histogram | null };
  readonly description: Description;
  /** Cases with the value 1. */
  readonly holds: number;
  readonly reason: string;
}

const part = (name: Exclude<keyof Description, 'drawn'>) => ({ value: ({ description }: VariableNumbers) => description[name] });
const noPoints = ({ result }: VariableNumbers): string =>
  result.frequencies === null ? 'answers are not on points of a short scale' : 'nobody answered';

/** Of a number that is 1 where its condition holds. */
export const conditionQuantities = quantities<VariableNumbers, null>()({
  count: {
    range: within.count,
    doc: 'cases in which the condition of a number holds (`when`)',
    label: 'Count',
    format: 'count',
    formula: 'cases with the value 1, unweighted',
    source: spss('FREQUENCIES'),
    value: ({ holds }) => holds,
  },
});

export const variableQuantities = quantities<VariableNumbers, null>()({
  n: {
    range: within.count,
    doc: 'valid answers',
    label: 'N',
    format: 'count',
    formula: 'n = number of valid answers',
    source: spss('DESCRIPTIVES'),
    ...part('n'),
  },
  missing: {
    range: within.count,
    doc: 'missing answers',
    label: 'Missing',
    format: 'count',
    formula: 'rows − n',
    source: spss('DESCRIPTIVES'),
    ...part('missing'),
  },
  mean: {
    range: 'scale',
    doc: 'mean',
    label: 'Mean',
    format: 'mean',
    formula: 'x̄ = Σxᵢ / n',
    source: spss('DESCRIPTIVES'),
    ...part('mean'),
  },
  sd: {
    range: 'spread',
    doc: 'standard deviation (n − 1)',
    label: 'SD',
    format: 'mean',
    formula: 's = √(Σ(xᵢ − x̄)² / (n − 1))',
    source: spss('DESCRIPTIVES'),
    ...part('sd'),
  },
  se: {
    range: within.spread,
    doc: 'standard error of the mean',
    label: 'SE',
    format: 'mean',
    formula: 's / √n',
    source: spss('DESCRIPTIVES'),
    ...part('se'),
  },
  min: {
    range: 'scale',
    doc: 'lowest value',
    label: 'Min',
    format: 'mean',
    formula: 'min xᵢ',
    source: spss('DESCRIPTIVES'),
    ...part('min'),
  },
  max: {
    range: 'scale',
    doc: 'highest value',
    label: 'Max',
    format: 'mean',
    formula: 'max xᵢ',
    source: spss('DESCRIPTIVES'),
    ...part('max'),
  },
  skewness: {
    range: null,
    doc: 'skewness, G1',
    label: 'Skewness',
    format: 'statistic',
    formula: 'G₁ = n·Σ(xᵢ − x̄)³ / ((n − 1)(n − 2)·s³)',
    source: joanes,
    ...part('skewness'),
  },
  kurtosis: {
    range: null,
    doc: 'kurtosis, G2',
    label: 'Kurtosis',
    format: 'statistic',
    formula: 'G₂ = n(n + 1)·Σ(xᵢ − x̄)⁴ / ((n − 1)(n − 2)(n − 3)·s⁴) − 3(n − 1)² / ((n − 2)(n − 3))',
    source: joanes,
    ...part('kurtosis'),
  },
  median: {
    range: 'scale',
    doc: 'median',
    label: 'Median',
    format: 'mean',
    formula: 'the value at rank (n + 1)/2, interpolated',
    source: spss('FREQUENCIES (HAVERAGE)'),
    ...part('median'),
  },
});

const pointsOf = ({ result }: VariableNumbers): readonly [number][] =>
  result.frequencies?.rows.map((row): [number] => [Number(row.value)]) ?? [];
const point = ({ result }: VariableNumbers, value: number): FrequencyTable['rows'][number] | undefined =>
  result.frequencies?.rows.find((row) => Number(row.value) === value);

/** Of an indicator on a short scale of whole numbers: how many chose each point. */
export const pointQuantities = quantities<VariableNumbers, null>()({
  'points.n': {
    range: within.count,
    doc: 'answers on a point of the scale',
    label: 'N',
    format: 'count',
    formula: 'answers that are a whole number on the scale',
    source: spss('FREQUENCIES'),
    value: ({ result }) => result.frequencies?.n,
    why: noPoints,
  },
  'percent.below': {
    range: within.percent,
    doc: 'valid percent below the middle of the scale',
    label: 'Below the middle',
    format: 'percent',
    formula: '100 · answers below (low + high)/2 / answers on points of the scale',
    source: spss('FREQUENCIES'),
    value: (one) => side(one, -1),
    why: noPoints,
  },
  'percent.above': {
    range: within.percent,
    doc: 'valid percent above the middle of the scale',
    label: 'Above the middle',
    format: 'percent',
    formula: '100 · answers above (low + high)/2 / answers on points of the scale',
    source: spss('FREQUENCIES'),
    value: (one) => side(one, 1),
    why: noPoints,
  },
  'count(number)': {
    range: within.count,
    doc: 'answers at a point of the scale',
    label: 'Count',
    format: 'count',
    formula: 'number of answers that are this point',
    source: spss('FREQUENCIES'),
    over: pointsOf,
    value: (one, at) => point(one, at)?.count,
    why: noPoints,
  },
  'percent(number)': {
    range: within.percent,
    doc: 'valid percent of a point of the scale',
    label: 'Valid %',
    format: 'percent',
    formula: '100 · count / answers on points of the scale',
    source: spss('FREQUENCIES'),
    over: pointsOf,
    value: (one, at) => point(one, at)?.validPercent,
    why: noPoints,
  },
});

/** Share of the answers below or above the middle of the scale; the middle point itself belongs to neither. */
function side({ result }: VariableNumbers, sign: -1 | 1): number | null {
  const { variable, frequencies } = result;
  if (variable.kind !== 'indicator' || variable.scale === null || frequencies === null || frequencies.n === 0) return null;
  const middle = (variable.scale.low + variable.scale.high) / 2;
  return frequencies.rows.reduce((sum, row) => sum + (Math.sign(Number(row.value) - middle) === sign ? (row.validPercent ?? 0) : 0), 0);
}

const classesOf = ({ result }: VariableNumbers): readonly [number][] =>
  result.histogram?.counts.map((_, index): [number] => [index + 1]) ?? [];
const total = ({ result }: VariableNumbers): number => result.histogram?.counts.reduce((sum, count) => sum + count, 0) ?? 0;

/** Classes of the histogram of a number, or of an indicator on a long scale, from the lowest, 1. */
export const classQuantities = quantities<VariableNumbers, null>()({
  'histogram.count(number)': {
    range: within.count,
    doc: 'values in the k-th class of its histogram',
    label: 'Count',
    format: 'count',
    formula: 'values from the class’s lower end to under its upper one (the last class holds its end)',
    source: 'Sturges 1926, JASA 21:65–66, with round ends',
    over: classesOf,
    value: ({ result }, k) => result.histogram?.counts[k - 1],
  },
  'histogram.percent(number)': {
    range: within.percent,
    doc: 'per cent of the values in the k-th class',
    label: '%',
    format: 'percent',
    formula: '100 · count / n',
    source: 'Sturges 1926, JASA 21:65–66, with round ends',
    over: classesOf,
    value: (one, k) => one.result.histogram?.shares?.[k - 1] ?? (100 * (one.result.histogram?.counts[k - 1] ?? NaN)) / total(one),
  },
  'histogram.low(number)': {
    range: null,
    doc: 'lower end of the k-th class',
    label: 'From',
    format: 'mean',
    formula: 'lowest class at a multiple of the width 1, 2 or 5 · 10ᵐ',
    source: 'Sturges 1926, JASA 21:65–66, with round ends',
    over: classesOf,
    value: ({ result }, k) => result.histogram?.edges[k - 1],
  },
  'histogram.high(number)': {
    range: null,
    doc: 'upper end of the k-th class',
    label: 'To',
    format: 'mean',
    formula: 'lower end + width',
    source: 'Sturges 1926, JASA 21:65–66, with round ends',
    over: classesOf,
    value: ({ result }, k) => result.histogram?.edges[k],
  },
});

export interface CategoryNumbers {
  readonly table: FrequencyTable;
  readonly category: CategoryPlan;
  readonly reason: string;
}

export const categoryQuantities = quantities<CategoryNumbers, null>()({
  n: {
    range: within.count,
    doc: 'valid answers',
    label: 'N',
    format: 'count',
    formula: 'n = number of valid answers',
    source: spss('FREQUENCIES'),
    value: ({ table }) => table.n,
  },
  missing: {
    range: within.count,
    doc: 'missing answers',
    label: 'Missing',
    format: 'count',
    formula: 'rows − n',
    source: spss('FREQUENCIES'),
    value: ({ table }) => table.missing,
  },
  population: {
    range: within.count,
    doc: 'units of all levels in the population, as printed (never computed)',
    label: 'Population',
    format: 'count',
    formula: 'N, as printed',
    source: 'the paper',
    printedOnly: true,
    value: () => null,
  },
  sampled: {
    range: within.percent,
    doc: 'valid answers in percent of the population, as printed (never computed)',
    label: 'Sampled',
    format: 'percent',
    formula: '100 · n / N, as printed',
    source: 'the paper',
    printedOnly: true,
    value: () => null,
  },
});

export interface LevelNumbers {
  readonly row: FrequencyTable['rows'][number];
  readonly reason: string;
}

export const levelOfCategory = quantities<LevelNumbers, null>()({
  count: {
    range: within.count,
    doc: 'cases of the level',
    label: 'Count',
    format: 'count',
    formula: 'nⱼ = cases of the level',
    source: spss('FREQUENCIES'),
    value: ({ row }) => row.count,
  },
  percent: {
    range: within.percent,
    doc: 'valid percent of the level',
    label: 'Valid %',
    format: 'percent',
    formula: '100 · nⱼ / n, n the valid answers',
    source: spss('FREQUENCIES'),
    value: ({ row }) => row.validPercent,
  },
  population: {
    range: within.count,
    doc: 'units of the level in the population, as printed (never computed)',
    label: 'Population',
    format: 'count',
    formula: 'N, as printed',
    source: 'the paper',
    printedOnly: true,
    value: () => null,
  },
  sampled: {
    range: within.percent,
    doc: 'cases of the level in percent of its population, as printed (never computed)',
    label: 'Sampled',
    format: 'percent',
    formula: '100 · n / N, as printed',
    source: 'the paper',
    printedOnly: true,
    value: () => null,
  },
});
