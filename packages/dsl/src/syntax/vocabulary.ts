// The words of the language: which kinds of declaration there are, which clauses and entries each may hold, and what
// each word means in one line. Shapes are the grammar's; what a word does to a study is semantics'.

import { optionNamed, optionsOf, optionsOfKind, type AnyOption } from '@studyspec/core';

export { options, wantsName } from './option-words.ts';
import { engineEntries, type EngineEntry } from './engine-words.ts';
import { clause, type ClauseEntry, type ClauseWord, type OptionWord } from './clause-entry.ts';
import { dataClauses } from './data-clauses.ts';
import type { StructureWord } from './structure-words.ts';

export type { ClauseEntry, ClauseShape, ClauseWord, Takes } from './clause-entry.ts';

export type Kind =
  | 'study'
  | 'framework'
  | 'source'
  | 'data'
  | 'scale'
  | 'dimension'
  | 'indicator'
  | 'category'
  | 'choices'
  | 'number'
  | 'block'
  | 'index'
  | 'component'
  | 'compare'
  | 'correlate'
  | 'regression'
  | 'robustness'
  | 'measurement'
  | 'mediation'
  | 'deprivation'
  | 'factor'
  | 'quantity'
  | 'comparison'
  | 'hypothesis'
  | 'published'
  | 'table'
  | 'map'
  | 'without'
  | 'studyspec'
  | 'seed'
  | 'report'
  | 'accept';

/**
 * What an entry without a word of its own is: a level or scale point, an option (like a level, or with a column of its own), a compared
 * study, a claim, a table row, a map line, a given weight.
 */
export type ItemSort = 'level' | 'option' | 'study' | 'claim' | 'row' | 'map' | 'weight';

/** Written as a level is: a name, its label, `=`, what it stands for. */
export const likeLevels = (items: ItemSort | null): boolean => items === 'level' || items === 'option' || items === 'study';

/** Where entries stand: the file, the braces of a declaration, of a map line, of `weight given`, of a `join` or an `append`. */
export type BlockName = 'file' | Kind | 'levels' | 'weights' | 'join' | 'append';

export interface KindEntry {
  readonly kind: Kind;
  readonly doc: string;
  readonly example: string;
  readonly names: 'none' | 'one' | 'many';
  /** Words before the label that say where what it names stands: `data postgres "public.answers"`. */
  readonly engines: readonly EngineEntry[];
  /** `1..5 "low" .. "high"` (scale) or a single number (seed, studyspec). */
  readonly range: boolean;
  /** An address after the label, in which `row` and `column` stand for the table's own heads. */
  readonly template: boolean;
  readonly formula: boolean;
  /** On the head line or in the braces. */
  readonly clauses: readonly ClauseWord[];
  readonly declarations: readonly Kind[];
  readonly items: ItemSort | null;
  readonly body: boolean;
}
/** The clause of an option that core declares. */
const declaredClause = (option: AnyOption): ClauseEntry => clause(option.word as ClauseWord, 'choices', option.doc, option.example);
const optionClauses = Object.fromEntries(
  Object.values(optionsOf).flatMap((options) => Object.values<AnyOption>(options).map((option) => [option.word, declaredClause(option)])),
) as Readonly<Record<OptionWord, ClauseEntry>>;

/** By word; what a word means in a kind of declaration is `clauseIn`. */
export const clauses: Readonly<Record<ClauseWord, ClauseEntry>> = {
  replicates: clause('replicates', 'choices', 'The spec whose declarations this study inherits.', 'replicates "anshun.study"', 'text'),
  doi: clause('doi', 'choices', 'The DOI of the source.', 'doi "10.1057/s41599-024-03650-w"', 'doi'),
  like: clause(
    'like',
    'choices',
    'Takes over every clause of another declaration of its kind, but those it states itself.',
    'like full',
    'name',
  ),
  on: clause('on', 'choices', 'The scale the answers were given on: a declared scale, or its two ends.', 'on agreement', 'scale'),
  from: clause('from', 'choices', 'The column (or file) the values come from; the declared name when left out.', 'from q12', 'column'),
  reversed: clause('reversed', 'flag', 'A high answer means a low value: x becomes low + high − x.', 'reversed'),
  guess: clause(
    'guess',
    'flag',
    'Nobody has checked this map line yet: it is counted by `check`, `run` and `compare` until the word is taken out.',
    'guess',
  ),
  absent: clause('absent', 'flag', 'Was not asked in this survey: dropped from every model, and said so.', 'absent'),
  ...dataClauses,
  unweighted: clause('unweighted', 'flag', 'Computed as if every row counted once, in a study with weights.', 'unweighted'),
  of: clause('of', 'terms', 'What it is made of.', 'of economy, society'),
  reference: clause(
    'reference',
    'choices',
    'The level that the others are compared with; the first when left out.',
    'reference female',
    'name',
  ),
  'marked by': clause('marked by', 'terms', 'The item by which a component is recognised.', 'marked by psy_enjoy'),
  compose: clause(
    'compose',
    'terms',
    'The components that enter the composite; every named one when left out.',
    'compose psychological, economic',
  ),
  center: clause('center', 'terms', 'Numbers that are taken less their mean over the cases, in products too.', 'center income'),
  slopes: clause(
    'slopes',
    'terms',
    'The slope of a number at the levels of a category, or at the mean of a number and one SD to either side.',
    'slopes income at mode',
  ),
  random: clause('random', 'terms', 'Predictors whose slopes vary between the groups of a mixed model.', 'random com_amenity'),
  through: clause(
    'through',
    'terms',
    'The mediators: `a, b` side by side, `a then b` one after the other.',
    'through psychological then economic',
  ),
  with: clause(
    'with',
    'terms',
    'What is held constant in every equation; of a comparison the second measurement of each outcome.',
    'with age, sex',
  ),
  explain: clause('explain', 'terms', 'The outcomes, each with a model of its own.', 'explain integration'),
  control: clause('control', 'terms', 'What is held constant: partial correlations.', 'control age'),
  against: clause('against', 'choices', 'The value that a mean is held against: `by none against 60`.', 'against 60'),
  adjust: clause('adjust', 'terms', 'Covariates: groups are compared as if all cases had their mean.', 'adjust age, income'),
  by: clause('by', 'terms', 'The predictors of a regression, or the groups of a comparison.', 'by individual, policy'),
  where: clause(
    'where',
    'condition',
    'The cases that are used; of the data, who is a respondent.',
    'where mode is cities and age is not minor',
  ),
  when: clause(
    'when',
    'condition',
    'The number is 1 where the condition holds and 0 where it does not. True or missing is true, false or missing is missing, as in ' +
      'SPSS.',
    'when income < 500 and not_poor is no',
  ),
  within: clause(
    'within',
    'choices',
    'What a value can be, ends included: one outside is a data problem and missing, like an answer outside its scale.',
    'within 0..1000000',
    'range',
  ),
  split: clause('split', 'choices', 'What parts the answers that stand in one cell.', 'split "┋"', 'text'),
  ticked: clause('ticked', 'choices', 'What stands in the column of an option that was chosen; 1 when left out.', 'ticked "Yes"', 'column'),
  free: clause(
    'free',
    'choices',
    'Parameters that are estimated besides: a cross-loading, `item on factor`, and correlated errors, `item with item`.',
    'free eco_income on society, soc_friends with soc_help',
  ),
  per: clause(
    'per',
    'choices',
    'Each case has the mean of all that share its value of this category or column, of those answered.',
    'per school',
    'column',
  ),
  columns: clause('columns', 'columns', 'The column heads of a printed table.', 'columns mean sd'),
  ...optionClauses,
  population: dataClauses.population,
  weight: clause('weight', 'choices', 'How many people a case stands for: estimates are weighted then.', 'weight wt', 'column'),
  missing: clause(
    'missing',
    'choices',
    'Values that stand for no answer: they replace those of the dimension or the block, and these the data block’s. A blank is ' +
      'always missing.',
    'missing blank | 99',
  ),
};

const none = {
  names: 'none',
  engines: [],
  range: false,
  template: false,
  formula: false,
  clauses: [],
  declarations: [],
  items: null,
  body: false,
} as const;
/** A kind's clauses are those that name things and its options: none can be forgotten, none stands here that nothing reads. */
const entry = (
  kind: Kind,
  doc: string,
  example: string,
  rest: Partial<Omit<KindEntry, 'kind' | 'doc' | 'example' | 'clauses'>> & { readonly clauses?: readonly StructureWord[] },
): KindEntry => ({
  kind,
  doc,
  example,
  ...none,
  ...rest,
  clauses: [...(rest.clauses ?? []), ...Object.values(optionsOfKind(kind)).map((option) => option.word as OptionWord)],
});

export const kinds: Readonly<Record<Kind, KindEntry>> = {
  study: entry('study', 'The title of a study with data.', 'study "Social integration, Anshun 2020"', { clauses: ['replicates'] }),
  framework: entry(
    'framework',
    'The title of a study without data: it can be checked and replicated, not run.',
    'framework "Social integration"',
    { clauses: ['replicates'] },
  ),
  source: entry('source', 'The publication whose method the spec writes down.', 'source "Pan et al. (2024)" doi "10.1057/…"', {
    clauses: ['doi'],
  }),
  data: entry(
    'data',
    'The file of answers, or a table of a database behind its name; and how to read it.',
    'data "survey.csv" { id id  missing blank }',
    {
      engines: engineEntries,
      clauses: [
        'encoding',
        'sheet',
        'table',
        'id',
        'cluster',
        'weight',
        'stratum',
        'population',
        'calibrate',
        'missing',
        'text',
        'where',
        'append',
        'join',
      ],
      body: true,
    },
  ),
  scale: entry('scale', 'A rating scale: its two ends and what they mean.', 'scale agreement 1..5 "disagree" .. "agree"', {
    names: 'one',
    range: true,
    items: 'level',
    body: true,
  }),
  dimension: entry(
    'dimension',
    'Indicators that ask about one thing.',
    'dimension culture "Culture" on agreement { indicator cul_dialect }',
    { names: 'one', clauses: ['on', 'of', 'like', 'missing'], declarations: ['indicator'], body: true },
  ),
  indicator: entry(
    'indicator',
    'One question answered on a rating scale.',
    'indicator cul_dialect "Understands the dialect" on agreement reversed',
    { names: 'one', clauses: ['from', 'on', 'reversed', 'missing', 'absent', 'like'], body: true },
  ),
  category: entry('category', 'One question answered by one of several levels.', 'category sex from q2 { male = 1  female = 2 }', {
    names: 'one',
    clauses: ['from', 'missing', 'reference', 'absent', 'like'],
    items: 'level',
    body: true,
  }),
  choices: entry(
    'choices',
    'A question with several answers: options in one cell, or with a column each. Who skipped it is missing.',
    'choices needs "Needs" from q5 split ";" { food "Food" = 1  water "Water" = 2 }',
    { names: 'one', clauses: ['from', 'split', 'ticked', 'missing'], items: 'option', body: true },
  ),
  number: entry(
    'number',
    'A quantity: a column, a formula of columns, or 1 where a condition holds.',
    'number income_per_head = income / household_size',
    {
      names: 'one',
      formula: true,
      clauses: ['from', 'when', 'reversed', 'missing', 'within', 'per', 'absent', 'like'],
      body: true,
    },
  ),
  block: entry('block', 'Predictors that enter a model together.', 'block community "Community support" of com_amenity, com_housing', {
    names: 'one',
    clauses: ['of', 'missing'],
    body: true,
  }),
  index: entry('index', 'How answers become one score.', 'index integration { of economy, society  extract components  keep 4 }', {
    names: 'one',
    clauses: ['of', 'where', 'like', 'compose', 'unweighted'],
    declarations: ['component'],
    body: true,
  }),
  component: entry(
    'component',
    'A component of an index, named by the item that marks it.',
    'component economic "Economic integration" marked by eco_income',
    { names: 'one', clauses: ['marked by'], body: true },
  ),
  compare: entry('compare', 'Scores by groups, with tests.', 'compare by_mode { of integration  by mode }', {
    names: 'one',
    clauses: ['of', 'with', 'by', 'against', 'adjust', 'where', 'like', 'unweighted'],
    body: true,
  }),
  correlate: entry('correlate', 'Correlations of several variables.', 'correlate table1 "Correlations" { of economy, society, age }', {
    names: 'one',
    clauses: ['of', 'control', 'where', 'like', 'unweighted'],
    body: true,
  }),
  regression: entry(
    'regression',
    'Models that explain one or more outcomes by the same predictors.',
    'regression full { explain integration  by individual, policy }',
    { names: 'one', clauses: ['explain', 'by', 'center', 'slopes', 'random', 'where', 'like', 'unweighted'], body: true },
  ),
  robustness: entry(
    'robustness',
    'A number under every combination of other choices: the specification curve.',
    'robustness choices of full.integration.beta(pol_training) { missing mean | listwise  rotate varimax | none }',
    { names: 'one', clauses: ['of', 'like'], body: true },
  ),
  measurement: entry(
    'measurement',
    'A confirmatory model: each dimension a factor. Fit, validity, and with `by` invariance over groups.',
    'measurement scales { of economy, society }',
    { names: 'one', clauses: ['of', 'by', 'where', 'free', 'like', 'unweighted'], declarations: ['factor'], body: true },
  ),
  mediation: entry(
    'mediation',
    'An effect by way of others: total, direct, and indirect along each way.',
    'mediation path "How support works" { explain integration  by com_amenity  through psychological }',
    { names: 'one', clauses: ['explain', 'by', 'through', 'with', 'where', 'like', 'unweighted'], body: true },
  ),
  deprivation: entry(
    'deprivation',
    'Deprivations counted with two cutoffs (Alkire and Foster): who is poor, how poor, and what contributes.',
    'deprivation mpi "Multidimensional poverty" { of edu { poor_edu, out_of_school }, health { hungry }  cutoff 1/3 }',
    { names: 'one', clauses: ['of', 'by', 'where', 'like', 'unweighted'], body: true },
  ),
  factor: entry('factor', 'A factor made of factors: the second order.', 'factor integration of economy, society, culture', {
    names: 'one',
    clauses: ['of'],
    body: true,
  }),
  quantity: entry(
    'quantity',
    'A figure made of figures: a formula of addresses.',
    'quantity gap "Women minus men" = integration.mean(sex.female) - integration.mean(sex.male)',
    { names: 'one', formula: true },
  ),
  comparison: entry(
    'comparison',
    'Studies that are held against the first of them. A file of its own kind: quantities and hypotheses use the comparison’s numbers.',
    'comparison two "Two prefectures" { anshun = "anshun.study"  bijie = "bijie.study" }',
    { names: 'one', items: 'study', body: true },
  ),
  hypothesis: entry(
    'hypothesis',
    'Claims that the results bear out or not.',
    'hypothesis policy_helps { full.integration.beta(pol_training) > 0 }',
    { names: 'one', items: 'claim', body: true },
  ),
  published: entry('published', 'What a paper printed: single figures and tables.', 'published "Pan et al. (2024)" { sample = 323 }', {
    declarations: ['table'],
    items: 'claim',
    body: true,
  }),
  table: entry(
    'table',
    'A printed table: an address in which `row` and `column` stand for its heads.',
    'table "Table 5" full.column.beta(row) { columns integration }',
    { template: true, clauses: ['from', 'columns'], items: 'row', body: true },
  ),
  map: entry('map', 'How this survey asked what the replicated one asked.', 'map { sex from q2 { male = 2, female = 1 } }', {
    items: 'map',
    body: true,
  }),
  without: entry('without', 'Inherited declarations that this study drops.', 'without towns, by_mode', { names: 'many' }),
  studyspec: entry(
    'studyspec',
    'The version of the language that the file was written for; the present one when left out. `studyspec fmt --upgrade` brings it up.',
    'studyspec 1',
    { range: true },
  ),
  seed: entry('seed', 'The seed of everything that is drawn at random.', 'seed 20240914', { range: true }),
  report: entry('report', 'How the report is written.', 'report { language zh  decimals 2 }', { body: true }),
  accept: entry(
    'accept',
    'A caveat that the author states with a reason: problems of that code go from the list to the report’s section Stated.',
    'accept SS604 "four components, as in the paper"',
    { names: 'many' },
  ),
};

export const kindWords = Object.keys(kinds) as readonly Kind[];
export const clauseWords = Object.keys(clauses) as readonly ClauseWord[];

/** Clauses of a join: what is to be known to read that file, which the survey's own clauses say nothing of. */
const joinClauses: readonly ClauseWord[] = ['missing', 'encoding', 'sheet', 'table', 'header', 'decimal'];

/** Clauses of a file that stands below: what is missing is the same in all. */
const appendClauses: readonly ClauseWord[] = ['encoding', 'sheet', 'table', 'header', 'decimal'];

/** Clauses that name a further file, of which there may be several; their braces say how it is read. */
export const isFurtherFile = (word: string): word is 'join' | 'append' => word === 'join' || word === 'append';

/** Clauses whose braces give figures to names: `weight given { a = 1 }` of an index, `population given { a = 1 }` of a category. */
export const hasFigures = (word: string): boolean => word === 'weight' || word === 'population';

/** Clauses of a map line: all facts of how a thing was asked. */
export const mapClauses: readonly ClauseWord[] = ['from', 'on', 'reversed', 'missing', 'absent', 'guess'];

/** A clause as it is meant in a kind of declaration: `missing` of an index is an option, of an indicator a list of codes. */
export function clauseIn(kind: string, word: ClauseWord): ClauseEntry {
  const option = optionNamed(kind, word);
  return option === null ? clauses[word] : declaredClause(option);
}
/** What may stand between one pair of braces, ready for look-up. */
export interface Block {
  readonly name: BlockName;
  /** First word of a clause → the clause. */
  readonly clauses: ReadonlyMap<string, ClauseEntry>;
  readonly declarations: ReadonlySet<string>;
  readonly items: ItemSort | null;
}

function blockOf(name: BlockName, words: readonly ClauseWord[], declarations: readonly Kind[], items: ItemSort | null): Block {
  return {
    name,
    clauses: new Map(words.map((word) => [clauses[word].parts[0] ?? word, clauseIn(name, word)])),
    declarations: new Set(declarations),
    items,
  };
}
const topLevel = kindWords.filter((kind) => kind !== 'component' && kind !== 'factor' && kind !== 'table');
const blocks = new Map<BlockName, Block>([
  ['file', blockOf('file', [], topLevel, null)],
  ['levels', blockOf('levels', [], [], 'level')],
  ['weights', blockOf('weights', [], [], 'weight')],
  ['join', blockOf('join', joinClauses, [], null)],
  ['append', blockOf('append', appendClauses, [], null)],
  ...kindWords.map((kind): [BlockName, Block] => [kind, blockOf(kind, kinds[kind].clauses, kinds[kind].declarations, kinds[kind].items)]),
]);
export function blockNamed(name: BlockName): Block {
  return blocks.get(name) ?? blockOf(name, [], [], null);
}
/** Clauses of an option that has a column of its own. */
export const optionLine: Block = blockOf('choices', ['from'], [], 'option');

/** Clauses of a map line, as a block of their own. */
export const mapLine: Block = blockOf('map', mapClauses, [], 'map');

/** Every clause by its first word, whatever its block. */
export const clauseByFirstWord: ReadonlyMap<string, ClauseEntry> = new Map(
  clauseWords.map((word) => [clauses[word].parts[0] ?? word, clauses[word]]),
);
export function isKind(word: string): word is Kind {
  return Object.hasOwn(kinds, word);
}
/** The blocks in which a declaration or a clause may stand. */
export function homesOf(word: Kind | ClauseWord): readonly BlockName[] {
  if (isKind(word)) return [...blocks.values()].filter((block) => block.declarations.has(word)).map((block) => block.name);
  return [
    ...kindWords.filter((kind) => kinds[kind].clauses.includes(word)),
    ...(mapClauses.includes(word) ? ['map' as const] : []),
    ...(joinClauses.includes(word) ? ['join' as const] : []),
    ...(appendClauses.includes(word) ? ['append' as const] : []),
  ];
}
