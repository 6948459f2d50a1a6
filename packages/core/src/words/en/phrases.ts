// The English of phrases that problems have as facts: roles, what was wanted, what a mend does, what stands elsewhere.
import type { ArgumentKind } from '../../contract/declared-quantity.ts';
import type { NumberLimit, NumberSubject, Refusal } from '../../contract/impossible.ts';
import type {
  Act,
  Answer,
  Arguments,
  ArgumentsFound,
  Elsewhere,
  Essential,
  Expected,
  FileRole,
  Idle,
  MemberList,
  Role,
  SignRole,
  TableFault,
  TableWanted,
  ValueOf,
  Wanted,
  WeightFault,
  GivenWeights,
  WhyIdle,
  WordElsewhere,
} from '../../problems/phrases.ts';
import { tellRefusal } from './data-phrases.ts';
import { say, type Sayings } from '../say.ts';

export const roles: Sayings<Role> = {
  'compared by': ({ of }) => `what ${of} compares`,
  'correlated by': ({ of }) => `a variable of ${of}`,
  groups: ({ of }) => `the groups of ${of}`,
  outcome: ({ of }) => `an outcome of ${of}`,
  predictor: ({ of }) => `a predictor of ${of}`,
  mediator: ({ of }) => `a mediator of ${of}`,
  item: ({ of }) => `an item of ${of}`,
  member: ({ of }) => `a member of ${of}`,
  component: ({ of }) => `a component of ${of}`,
  factors: ({ of }) => `a factor of ${of}`,
  'factor of': ({ of }) => `a factor of ${of}`,
  'member of': ({ of }) => `an item or a factor of ${of}`,
  marker: ({ of }) => `the item that marks ${of}`,
  factor: () => 'a factor of a product',
  tested: () => 'what a condition tests',
  composed: () => 'a part of the composite',
  mapped: () => 'what a map line is about',
  original: () => 'the original declares it',
  'left out': () => 'a declaration to leave out',
  'with numbers': () => 'a declaration that has numbers',
  address: () => 'what an address begins with',
  'part of address': () => 'part of an address',
  category: () => 'a category',
  hypothesis: () => 'a hypothesis',
  scale: () => 'a scale',
  'compared study': () => 'a study of the comparison',
  'in the design': () => 'part of the design of the sample',
  compared: ({ of }) => `something that ${of} compares`,
  variance: ({ of }) => `what ${of} has a variance of`,
  'grouped by': ({ of }) => `the groups whose means ${of} has`,
  operand: ({ operator }) => `what "${operator}" compares`,
  template: ({ kind }) => `a ${kind} to be like`,
  like: ({ name }) => `${name} can be like`,
};

export const expectedText = (expected: readonly Expected[]): string =>
  expected
    .map((one) => (typeof one === 'string' ? one : one.is === 'component' ? `component of ${one.of}` : 'something that has numbers'))
    .join(' or ');

export const fileRoles: Sayings<FileRole> = {
  original: () => 'the study it replicates',
  'printed table': () => 'a printed table',
  margins: () => 'margins of the population',
  'compared study': () => 'a study of the comparison',
  spec: ({ reason }) => `the spec: ${tellRefusal(reason)}`,
};

export const signRoles: Readonly<Record<SignRole, string>> = {
  block: 'the beginning of a block',
  text: 'a text',
  range: 'a range',
  number: 'this number',
  'open range': 'a range without an end',
  equality: 'what it equals',
  row: 'what parts a row from its figures',
  'the list': 'the list',
  'a list': 'a list',
  'name run': 'a run of names',
  codes: 'a list of codes',
  alternatives: 'a list of codes or alternatives',
  'joined conditions': 'what joins two conditions',
  comparison: 'this comparison',
};

export const wanted: Sayings<Wanted> = {
  nothing: () => 'nothing',
  freed: () => 'an item and another factor (`a on trust`), or two items (`a with b`)',
  'one category': () => 'one category',
  'listwise with wlsmv': () => 'with estimator wlsmv, listwise',
  names: () => 'a list of names',
  value: () => 'a value',
  condition: () => 'a condition such as sex is female and age > 18',
  heads: () => 'the heads of a table',
  code: () => 'a code or a figure',
  cell: () => 'a figure, or . for an empty cell',
  formula: () => 'a formula such as income / size',
  head: () => 'a name and a label in quotes',
  name: () => 'a name',
  number: () => 'a number',
  text: () => 'a text in quotes',
  'name before label': () => 'the name before the label',
  'clause or brace': () => 'a clause or a brace',
  'one word': () => 'a name of one word, with _ where it would have a blank or a hyphen,',
  'map clause': () => 'a clause such as from, on, reversed, missing or absent',
  claim: () => '=, < or > and a figure',
  'equals code': () => '= and a code',
  column: () => 'the name of a column',
  scale: () => 'a scale or its two ends',
  range: () => 'a range such as 0..100, 0.. or ..100',
  doi: () => 'a DOI in quotes, beginning with 10.,',
  comma: () => 'a comma',
  figure: () => 'a figure such as 0.282, <.001 or ns',
  'figure, not ns': () => 'a figure: ns is said of a p-value, a coefficient or a test',
  'file below': () => 'a file and `as` with a name for the column of files',
  columns: () => 'names of columns, parted by commas',
  'file and column': () => 'a file and the column that both files have',
  function: () => 'a function of one word',
  'nothing after': ({ word }) => `nothing after "${word}"`,
  'one value after': ({ word }) => `one value after "${word}"`,
  point: ({ text }) => `the point of the scale that "${text}" is`,
};

export const idle: Sayings<Idle> = {
  label: () => 'This label',
  'second text': () => 'A second text',
  column: () => 'A column',
  row: () => 'This row',
  brackets: () => 'What stands in brackets',
  'range end': () => 'The end of a range',
  'a label': () => 'A label',
  'second item': () => 'A second item',
  product: () => 'A product',
  run: () => 'A run of names',
  formula: () => 'A formula',
  limits: () => 'A range of values',
  needed: () => 'How many values are needed',
  'behind slash': () => 'What stands behind the slash',
  text: () => 'A text',
  'nameless row': () => 'A row without a name',
  'second value': () => 'A second value',
  sign: ({ behind }) => `The sign behind ${behind}`,
  operator: ({ sign }) => `"${sign}"`,
};

export const whyIdle: Sayings<WhyIdle> = {
  'one file name': () => 'the file of answers has one name',
  'from file': () => 'the table is read from its file',
  'plain number': () => 'a plain number is meant',
  'one seed': () => 'a seed is one whole number',
  'one version': () => 'a version of the language is one whole number',
  'one marker': () => 'a component is marked by one',
  'one marking item': () => 'a component is marked by one item',
  'one name': () => 'one name is meant',
  'a name': () => 'a name is meant',
  'belongs to nothing': () => 'its figures belong to nothing',
  'there is one': () => 'there is one',
  'codes follow': () => 'codes follow "="',
  unlabelled: ({ word }) => `"${word}" has none`,
  'takes nothing': ({ word }) => `"${word}" takes nothing`,
  'list of names': ({ word }) => `"${word}" is a list of names`,
  computed: ({ name }) => `${name ?? 'the number'} is computed by a formula`,
  'one function': ({ names }) => `the number is no ${names.join(', ')} of several values`,
  conditional: ({ name }) => `${name ?? 'the number'} is 1 or 0 by a condition`,
};

export const essentials: Readonly<Record<Essential, string>> = {
  compared: 'what is compared',
  groups: 'between which groups',
  explained: 'what is explained',
  explaining: 'by what it is explained',
  mediating: 'what the effect goes through',
  deprivations: 'the dimensions with their indicators',
  items: 'which items it is made of',
  marker: 'which item marks it',
  members: 'which variables belong to it',
  answers: 'which file holds the answers',
  ends: 'from where to where it goes',
  number: 'which number is looked at',
  alternatives: 'which options are tried, such as `missing mean | listwise`',
  separator: 'what parts the answers in a cell (or which column each option has)',
};

export const weightFaults: Sayings<WeightFault> = {
  'not composed': ({ name }) => `"${name}" has a weight but is not composed`,
  'no member': ({ name }) => `"${name}" has a weight but is no member`,
  twice: ({ name }) => `${name} has two weights`,
  'not positive': ({ name }) => `The weight of ${name} is not a positive number`,
  none: ({ names }) => `${names.join(', ')} ${names.length > 1 ? 'have' : 'has'} no weight`,
};

export const weightRules: Sayings<GivenWeights> = {
  each: () => 'one positive number for each',
  'each member': () => 'one positive number for each member',
  'each composed': () => 'one positive number for each composed component',
  these: ({ names }) => `weights for ${names.join(', ')}`,
};

export const tableFaults: Sayings<TableFault> = {
  'no table': () => 'there is no table',
  'no column': ({ name, nearest }) => `there is no column "${name}"${nearest === null ? '' : ` (but "${nearest}")`}`,
  'column is no name': ({ name }) => `the column "${name}" is not a name`,
  'line begins': ({ line, name }) => `line ${line} begins with "${name}"`,
  cell: ({ text, line, column }) => `"${text}" in line ${line}, column ${column}`,
};

export const tableWanted: Sayings<TableWanted> = {
  'names and rows': () => 'a line of column names and at least one row',
  'declared names': () => 'names of declarations or quantities',
  'name first': () => 'a name in the first column',
  figure: () => 'a figure as printed, such as 0.282**, <.001 or ns',
  columns: ({ names }) => `the columns ${names.join(', ')}`,
};

const argument: Readonly<Record<ArgumentKind, string>> = {
  study: 'a study of the comparison',
  variable: 'a variable of the table',
  item: 'an item',
  component: 'a component (by name, or by its place, from 1)',
  factor: 'a factor of the measurement',
  member: 'an item or a factor of the measurement',
  part: 'a component or an item',
  level: 'a level (variable.level) or all',
  option: 'an option of the question',
  term: 'a predictor',
  number: 'a number',
  hypothesis: 'a hypothesis',
  outcome: 'a level or value of the outcome',
  source: 'the groups’ column, residual, or a predictor of `random`',
};

const argumentsEnglish: Sayings<Arguments> = {
  'one formula': () => 'one number or formula',
  formulas: () => 'one or more numbers or formulas',
  'formula and base': () => 'one number or formula, and a base',
  'right side': () => 'a number or an address on its right',
  lists: ({ lists }) =>
    lists.map((list) => (list.length === 0 ? 'nothing' : list.map((kind) => argument[kind]).join(' and '))).join(', or '),
};

export const takesNothing = (one: Arguments): boolean => one.is === 'lists' && one.lists.length === 1 && one.lists[0]!.length === 0;
export const argumentsText = (one: Arguments): string => say(argumentsEnglish, one);

export const argumentsFound: Sayings<ArgumentsFound> = {
  brackets: () => 'brackets',
  'no brackets': () => 'no brackets',
  'empty brackets': () => 'empty brackets',
  run: () => 'a run of columns',
  'something else': () => 'something else',
  entries: ({ count }) => `${count} ${count === 1 ? 'entry' : 'entries'}`,
  'first study': ({ name }) => `${name}, the first study, which the others are held against`,
  number: ({ value }) => String(value),
};

export const valuesOf: Sayings<ValueOf> = {
  clause: ({ word }) => word,
  condition: ({ name }) => `${name} is`,
  function: () => 'a function in a formula',
  codes: ({ of }) => `the codes of ${of}`,
};

export const refusals: Readonly<Record<Refusal, string>> = {
  'hides differences': 'a mean put in the place of a missing outcome makes groups look more alike and more certain than they are',
};

export const memberLists: Sayings<MemberList> = {
  predictors: ({ of }) => `the predictors of ${of}`,
  outcomes: ({ of }) => `the outcomes of ${of}`,
  composite: ({ of }) => `the composite of ${of}`,
  index: ({ of }) => `index ${of}`,
  comparison: ({ of }) => `comparison ${of}`,
  correlations: ({ of }) => `correlations ${of}`,
  measurement: ({ of }) => `measurement ${of}`,
  mediators: ({ of }) => `the mediators of ${of}`,
  dimension: ({ of }) => `dimension ${of}`,
  block: ({ of }) => `block ${of}`,
  clause: ({ word }) => `"${word}"`,
};

export const answers: Sayings<Answer> = {
  point: ({ low, high }) => `a point of the scale ${low}..${high}`,
  level: ({ level }) => `a code of the level ${level}`,
};

export const numberSubjects: Sayings<NumberSubject> = {
  components: () => 'So many components',
  'kept share': () => 'The share to keep',
  goalposts: () => 'The range',
  cutoff: () => 'The cutoff',
  copies: () => 'The number of copies',
  'needed values': () => 'The number of values that are needed',
  'quantile groups': () => 'The number of groups',
  'score range': () => 'The range of the scores',
  'censoring limits': () => 'The limits of a Tobit model',
  decimals: () => 'The number of decimals',
  digits: () => 'Digits after the point',
  cells: () => 'The least number of respondents that is shown',
  level: () => 'A level of significance',
  levels: () => 'The number of levels',
  'heading rows': () => 'The rows of headings',
  'name row': () => 'The row that holds the names',
  'name rows': () => 'Names in the first of these rows',
  seed: () => 'The seed',
  language: () => 'The version of the language',
  samples: () => 'The number of samples',
  'number of components': () => 'The number of components',
  'logarithm base': () => 'The base of a logarithm',
  index: ({ of }) => `The index ${of}`,
  'range of': ({ of }) => `The range of ${of}`,
  'scale of': ({ of }) => `The scale of ${of}`,
  scale: ({ of }) => `The scale ${of}`,
  'value of': ({ of }) => `The number of "${of}"`,
  limit: ({ of }) => `The number that ${of} is compared with`,
  point: ({ text, of }) => `"${text}" of ${of}`,
};

export const numberLimits: Sayings<NumberLimit> = {
  whole: () => 'a whole number is expected',
  'whole from 0': () => 'a whole number from 0 is expected',
  rising: () => 'the first number must be smaller than the second',
  'not falling': () => 'the first number must not be larger than the second',
  levels: () => 'one to three different levels between 0 and 1, such as 0.05, 0.01, 0.001',
  share: () => 'a share of the variance lies between 0 and 100 %',
  base: () => 'it is a number above 0, and not 1',
  'two items': () => 'components need at least two items',
  'two members': () => 'an index puts at least two together',
  'no division by 0': () => 'nothing is divided by 0',
  'whole within': ({ low, high }) => `a whole number from ${low} to ${high}`,
  'point within': ({ low, high }) => `a point from ${low} to ${high}`,
  'counted items': ({ low, high }) => `a whole number from ${low} to ${high}, the number of items`,
  'above and at most': ({ low, high }) => `a number above ${low} and at most ${high}`,
  'at most': ({ high }) => `a number of at most ${high}`,
  rows: ({ most }) => `rows are counted from 1, the first before the last, and at most ${most}`,
};

type Doing = Act['do'];
export const acts: { readonly [Key in Doing]: (act: Extract<Act, { readonly do: Key }>) => string } = {
  write: ({ text }) => `Write ${text}`,
  'write word': ({ text }) => `Write "${text}"`,
  'write before': ({ text }) => `Write "${text}" before it`,
  'write comma': () => 'Write a comma',
  'write quotes': () => 'Write double quotes',
  add: ({ text }) => `Add ${text}`,
  'add comma': () => 'Add a comma',
  comment: () => 'Make it a comment',
  delete: () => 'Delete it',
  'delete brace': () => 'Delete the brace',
  'delete mark': () => 'Delete the mark',
  'delete comma': () => 'Delete the comma',
  'put implied': ({ figures }) => `Put what the other figures imply: ${figures.join(', ')}`,
};

export const elsewhere: Sayings<Elsewhere> = {
  declared: ({ kind }) => `declared here, as ${kind}`,
  'first declared': ({ kind }) => `first declared here, as ${kind}`,
  needed: () => 'needed here',
  'first given': () => 'first given here',
  'first mapped': () => 'first mapped here',
  'first accepted': () => 'first accepted here',
  'first data block': () => 'first data block',
  given: () => 'given here',
  dimension: () => 'the dimension',
  otherwise: ({ group, name }) => `${group} ${name} says otherwise`,
  marked: ({ name }) => `${name} is marked by it`,
  guess: ({ name }) => `${name} is a guess, too`,
  reads: ({ name }) => `${name} reads it here`,
  has: ({ name }) => `${name} has it here`,
  answer: ({ codes, answer }) => `${codes} is ${say(answers, answer)} here`,
};

export const insteads: Readonly<Record<WordElsewhere, string>> = {
  sheet: 'StudySpec reads text files: save the sheet as "CSV UTF-8" and name that file.',
  weight: 'StudySpec computes without sampling weights, every case counts once.',
  stratum:
    'StudySpec knows no strata; `cluster` names the groups in which cases were sampled, and `errors cluster` in a regression ' +
    'allows for them.',
};
