// The English of the editor, and the shape of every other language's: hovers, completion, notes beside the text, lenses, mends, renaming,
// beginnings. What stands in backquotes comes in them where it is markdown. What the registry and the vocabulary say of their words is
// declared there; what Markdown looks like and where things stand is the editor's.
import type { ArgumentKind } from '../../contract/declared-quantity.ts';

const s = (count: number): string => (count === 1 ? '' : 's');

const argumentDocs: Readonly<Record<ArgumentKind, string>> = {
  study: 'A study of the comparison.',
  item: 'An item of the index; a dimension or a block stands for its items, `each` for all.',
  variable: 'A variable of the table, a mediator, a dimension of deprivation, a predictor with all its levels; `each` for all.',
  component: 'A component of the index, by its name.',
  factor: 'A factor of the measurement: a dimension, or one of the second order; `each` for all dimensions.',
  member: 'An item of the measurement, or a factor; `each` for every item.',
  part: 'A component of the index, or an item of it.',
  level: 'A level, `category.level`; a category stands for its levels, `all` is every case.',
  option: 'An option of the question, by its own name; `each` for all.',
  term: 'A predictor: `variable`, `variable.level`, a product `a:b`; a block stands for its members, `each` for all.',
  number: 'A whole number, from 1.',
  hypothesis: 'A hypothesis with a claim about the number.',
  outcome: 'A level or value of what the regression explains; `each` for all.',
  source: 'The column of the groups, `residual`, or a predictor of `random`.',
};

/** Of a range, as numbers are written. */
export interface Ends {
  readonly low: string;
  readonly high: string;
}

/** Words of an address that stand for something else. */
export type Placeholder = 'row' | 'column' | 'each' | 'all' | 'intercept' | 'sample';
const placeholders: Readonly<Record<Placeholder, string>> = {
  row: '`row`: stands for the head of the row.',
  column: '`column`: stands for the head of the column.',
  each: '`each`: stands for everything that fits here.',
  all: '`all`: every case.',
  intercept: '`intercept`: the constant of the regression.',
  sample: '`sample`: the number of rows of the data.',
};

/** What a name of an address can be in completion, in a word or two. */
export type Part =
  | 'outcome'
  | 'every outcome'
  | 'effect'
  | 'every level'
  | 'component'
  | 'grouping'
  | 'everything that fits'
  | 'option'
  | 'hypothesis'
  | 'variable'
  | 'item'
  | 'factor'
  | 'level'
  | 'member'
  | 'each of its items'
  | 'each of its levels'
  | 'each of its members'
  | 'every case'
  | 'variance'
  | 'predictor'
  | 'product'
  | 'the constant'
  | 'rows of the data'
  | 'the head of the row'
  | 'the head of the column'
  | 'term'
  | 'study';

/** Numbers that a hover has in a line of them. */
export type Shown =
  | 'n'
  | 'missing'
  | 'mean'
  | 'sd'
  | 'median'
  | 'skewness'
  | 'item_total'
  | 'alpha_if_deleted'
  | 'alpha'
  | 'standardized'
  | 'cronbach'
  | 'omega'
  | 'consistency'
  | 'kmo'
  | 'chi2'
  | 'df'
  | 'cfi'
  | 'tli'
  | 'rmsea'
  | 'srmr'
  | 'adjusted_r2'
  | 'mcfadden'
  | 'icc'
  | 'loglik'
  | 'indirect'
  | 'direct'
  | 'r'
  | 'f';
const shown: Readonly<Record<Shown, string>> = {
  n: 'n',
  missing: 'missing',
  mean: 'mean',
  sd: 'SD',
  median: 'median',
  skewness: 'skewness',
  item_total: 'item–total r',
  alpha_if_deleted: 'α without it',
  alpha: 'α',
  standardized: 'standardised α',
  cronbach: 'Cronbach’s α',
  omega: 'ω',
  consistency: 'consistency ratio',
  kmo: 'KMO',
  chi2: 'χ²',
  df: 'df',
  cfi: 'CFI',
  tli: 'TLI',
  rmsea: 'RMSEA',
  srmr: 'SRMR',
  adjusted_r2: 'adj. R²',
  mcfadden: 'McFadden R²',
  icc: 'ICC',
  loglik: 'ln L',
  indirect: 'indirect',
  direct: 'direct',
  r: 'r',
  f: 'F',
};

/** Heads of the tables in hovers and in the long form of notes. */
export type Head =
  | 'level'
  | 'label'
  | 'codes'
  | 'n'
  | 'percent'
  | 'item'
  | 'answers'
  | 'mean'
  | 'sd'
  | 'item_total'
  | 'alpha_if_deleted'
  | 'member'
  | 'weight'
  | 'component'
  | 'marked by'
  | 'explained'
  | 'highest loadings'
  | 'claim'
  | 'outcome'
  | 'effect'
  | 'interval'
  | 'adjusted_r2'
  | 'likelihood ratio'
  | 'number'
  | 'printed'
  | 'computed'
  | 'value'
  | 'rows';
const heads: Readonly<Record<Head, string>> = {
  level: 'level',
  label: 'label',
  codes: 'codes',
  n: 'n',
  percent: '%',
  item: 'item',
  answers: 'answers',
  mean: 'mean',
  sd: 'SD',
  item_total: 'item–total r',
  alpha_if_deleted: 'α without',
  member: 'member',
  weight: 'weight',
  component: 'component',
  'marked by': 'marked by',
  explained: 'explained',
  'highest loadings': 'highest loadings',
  claim: 'claim',
  outcome: 'outcome',
  effect: 'effect',
  interval: '95 %',
  adjusted_r2: 'adj. R²',
  'likelihood ratio': 'LR χ²',
  number: 'number',
  printed: 'printed',
  computed: 'computed',
  value: 'value',
  rows: 'rows',
};

export const editorEnglish = {
  /** What a declaration is, by its keyword. */
  kind: (kind: string) => kind,
  /** A list of names. */
  list: (names: readonly string[]) => names.join(', '),
  /** How a share is written. */
  percent: (number: string) => `${number} %`,
  /** A number with its name: `mean 3.35`. */
  number: (of: Shown, text: string) => `${shown[of]} ${text}`,
  /** `p 0.041`, `p <0.001`. */
  p: (text: string) => `p ${text}`,
  meanAndSd: (mean: string, sd: string) => `mean ${mean} ± ${sd}`,
  /** What a number is of several outcomes. */
  numbers: (of: Shown | 'p', texts: readonly string[], more: boolean) =>
    `${of === 'p' ? 'p' : shown[of]} ${texts.join(', ')}${more ? ', …' : ''}`,
  head: (of: Head) => heads[of],
  /** Why a number is not defined, as the results have it. */
  reason: (reason: string) => reason,
  withReason: (what: string, reason: string) => `${what} (${reason})`,
  isDefault: (doc: string) => `${doc} The default.`,
  /** What a word of the language means: in bold, or as it is typed. */
  meaning: (bold: string, _typed: string, doc: string) => `${bold}: ${doc}`,

  hover: {
    stale: 'Numbers of the text before the last change.',
    heading: (kind: string, name: string, parent: string | null) => `**${kind}** ${name}${parent === null ? '' : ` · in ${parent}`}`,
    function: (name: string, doc: string, takes: string) => `${name}: ${doc}; takes ${takes}.`,
    placeholders,
    homes: (kinds: readonly string[]) => `In: ${kinds.join(', ')}.`,
    notDefined: (reason: string) => `not defined: ${reason}`,
    // How answers are coded
    column: (name: string) => `column ${name}`,
    fromVariable: (name: string) => `from ${name}`,
    noScale: 'no scale',
    scale: (scale: { readonly name: string | null; readonly low: string; readonly high: string; readonly ends: string | null }) =>
      `scale ${scale.name === null ? '' : `${scale.name} `}${scale.low}..${scale.high}${scale.ends === null ? '' : ` (${scale.ends})`}`,
    reversed: '**reversed** (x becomes low + high − x)',
    askedOn: (low: string, high: string) => `asked on ${low}..${high}`,
    missing: (codes: string) => `missing: blank${codes === '' ? '' : `, ${codes}`}`,
    where: (condition: string) => `1 where ${condition}, else 0`,
    computed: 'computed from a formula',
    within: (range: string) => `within ${range}`,
    per: (site: string) => `mean of its ${site}`,
    rescaled: (to: Ends, from: Ends | null) =>
      `brought to ${to.low}..${to.high} from ${from === null ? 'its ends' : `${from.low}..${from.high}`}`,
    range: (low: string, high: string) => `range ${low} to ${high}`,
    reference: (level: string) => `${level} (reference)`,
    level: (level: string, category: string, isReference: boolean) =>
      `**level** ${level} of ${category}${isReference ? ' · the reference: the others are compared with it' : ''}`,
    codes: (codes: string) => `codes ${codes}`,
    levelCount: (count: string, percent: string | null) => `n ${count}${percent === null ? '' : ` (${percent} of the valid answers)`}`,
    // What a declaration is made of, and what came of it
    members: (count: number, names: readonly string[]) => `${count} member${s(count)}: ${names.join(', ')}`,
    membersOf: (count: number, groups: readonly string[]) => `${count} members${groups.length === 0 ? '' : ` of ${groups.join(', ')}`}`,
    itemsOf: (count: number, groups: readonly string[]) => `${count} items${groups.length === 0 ? '' : ` of ${groups.join(', ')}`}`,
    /** Clauses, as they are typed in backquotes, and as they are. */
    defaults: (typed: readonly string[], _clauses: readonly string[]) => `Defaults in force: ${typed.join(', ')}.`,
    scores: (mean: string, sd: string, low: string, high: string) => `scores: mean ${mean} · SD ${sd} · range ${low} to ${high}`,
    checks: (of: Readonly<Record<'n' | 'kmo' | 'chi2' | 'df' | 'p' | 'alpha', string>>) =>
      `n ${of.n} · KMO ${of.kmo} · Bartlett χ² ${of.chi2}, df ${of.df}, p ${of.p} · α ${of.alpha}`,
    kept: (kept: number, all: number, share: string) => `${kept} of ${all} components kept, ${share} of the variance`,
    notComposed: 'not composed',
    filled: (count: number) => `${count} missing answers replaced by the item’s mean`,
    component: (index: string, marker: string) =>
      `of ${index}, marked by ${marker}: the component on which it loads highest, signed so that it loads positively`,
    componentNumbers: (of: Readonly<Record<'explained' | 'mean' | 'sd', string>> & { readonly weight: string | null }) =>
      `explains ${of.explained} · weight ${of.weight ?? '. (not composed)'} · scores: mean ${of.mean}, SD ${of.sd}`,
    compared: (outcomes: readonly string[], by: readonly string[]) => `${outcomes.join(', ')} by ${by.join(', ')}`,
    outcomeBy: (outcome: string, category: string) => `${outcome} by ${category}`,
    correlated: (method: 'pearson' | 'spearman' | 'kendall', variables: readonly string[], controls: readonly string[]) =>
      `${method} correlations of ${variables.join(', ')}${controls.length === 0 ? '' : `, held constant: ${controls.join(', ')}`}`,
    predictors: (count: number, missing: 'listwise' | 'pairwise' | 'mean' | 'multiple') =>
      `${count} predictors · ` +
      {
        listwise: 'cases with a missing answer are left out (listwise)',
        pairwise: 'correlations of all pairs of answers (pairwise)',
        mean: 'missing answers are replaced by the mean (as SPSS MEANSUB)',
        multiple: 'missing answers are filled in several times over',
      }[missing],
    factors: (factors: number, items: number) => `${factors} factors · ${items} items`,
    /** Of a measurement model, by what an address calls it. */
    fit: (name: 'chi2' | 'df' | 'p' | 'cfi' | 'tli' | 'rmsea' | 'srmr' | 'n', text: string) => `${name} ${text}`,
    totalEffect: 'total',
    directEffect: 'direct',
    verdict: (verdict: 'holds' | 'fails' | 'partly' | 'undecided', counts: string) =>
      `**${{ holds: '✓ holds', fails: '✗ fails', partly: '✗ holds in part', undecided: 'undecided' }[verdict]}** · ${counts}`,
    more: (count: number) => `… and ${count} more`,
    // The data, the printed figures
    columnOfData: (name: string) => `**column** ${name} of the data`,
    columnHeading: (name: string, detail: string) => `**column** ${name} · ${detail}`,
    figure: (address: string, printed: string, computed: string) => `${address}: printed ${printed}, computed ${computed}`,
    figureOpen: (address: string, printed: string, reason: string) => `${address}: printed ${printed}, not computed (${reason})`,
    claim: (claim: string, computed: string) => `${claim}: computed ${computed}`,
    // Studies of a comparison
    study: (name: string, file: string) => `**study** ${name} · ${file}`,
    size: (variables: number, analyses: number) => `${variables} variables, ${analyses} analyses`,
    errors: (count: number) => `${count} error${s(count)}`,
  },

  /** What stands behind a column's name: `whole numbers 1..5 · 5 different · 2 blank`. */
  column: {
    text: 'text',
    numbers: (whole: boolean, range: Ends | null) =>
      `${whole ? 'whole numbers' : 'numbers'}${range === null ? '' : ` ${range.low}..${range.high}`}`,
    different: (count: string, more: boolean) => `${count}${more ? ' or more' : ''} different`,
    blank: (count: string) => `${count} blank`,
  },

  completion: {
    part: (part: Part) => part as string,
    argument: (kind: ArgumentKind) => kind as string,
    argumentDocs,
    levelOf: (category: string) => `level of ${category}`,
    levelCount: (count: string, percent: string | null) => `${count}${percent === null ? '' : ` (${percent})`}`,
    markedBy: (marker: string) => `marked by ${marker}`,
    against: (reference: string) => `against ${reference}`,
    binned: (kind: string) => `${kind}, to be binned`,
    inherited: (kind: string) => `inherited ${kind}`,
    rows: (count: number, text: string) => `${text} row${s(count)}`,
    columnOfFiles: 'the column that says of each row in which file it stands',
    columnOfBoth: 'the column that both files have',
    ends: 'its two ends',
    is: 'One of these levels or values.',
    isNot: 'None of these levels or values.',
    and: 'Both must hold.',
    or: 'One must hold.',
    otherLanguage: 'the same in another language',
    framework: 'a framework of the language',
  },

  /** Texts of an author that completion and mends write until others are written. They stand between quotation marks. */
  written: {
    title: 'Title',
    authors: 'Authors (year)',
    low: 'strongly disagree',
    high: 'strongly agree',
    label: 'Label',
    measurement: 'Measurement model',
    inWords: 'In words',
    table: 'Table 1',
    reason: 'reason',
    whyItStands: 'why it may stand',
    published: 'Published',
    again: (title: string) => `${title}, asked again`,
  },

  hints: {
    stale: 'Of the text before the last change.',
    rows: (count: number, text: string) => `${text} row${s(count)}`,
    columns: (text: string) => `${text} columns`,
    explained: (count: number, text: string, share: string) => `${text} component${s(count)}, ${share} of the variance`,
    against: (left: string, right: string) => `${left} against ${right}`,
    test: (f: string, p: string) => `F ${f}, p ${p}`,
  },

  lenses: { preview: 'Preview', run: 'Run', report: 'Open report', begin: 'Begin …' },

  begin: {
    study: 'A new study',
    studyDetail: 'its title and its data',
    replication: (path: string) => `A replication of ${path}`,
    example: 'A small example',
    exampleDetail: 'a framework without data, to be changed',
    exampleText: `framework "Belonging"

scale agreement 1..5 "strongly disagree" .. "strongly agree"

dimension belonging "Belonging" on agreement {
  indicator stays "Would stay"
  indicator talks "Talks to neighbours"
  indicator helps "Helps neighbours"
}

index integration "Integration" {
  of belonging
}
`,
  },

  /** Titles of mends and of changes. */
  mends: {
    letStand: (code: string) => `Let ${code} stand, with a reason`,
    deleteSecond: 'Delete the second one',
    deleteLine: 'Delete the line',
    bringUp: (version: number) => `Bring the file up to version ${version} of the language`,
    backquotes: (name: string) => `Write \`${name}\` in backquotes`,
    readFrom: (column: string) => `Read it from "${column}"`,
    write: (column: string) => `Write "${column}"`,
    mapFrom: (name: string, column: string) => `Map ${name}: read it from "${column}"`,
    mapAbsent: (name: string) => `Map ${name}: it was not asked`,
    declare: (kind: string, name: string) => `Declare the ${kind} ${name}`,
    addLevel: (value: string) => `Add a level for ${value}`,
    asMissing: (value: string) => `Treat ${value} as no answer`,
    keepOutside: 'Keep answers outside their scale',
    reverse: (name: string, reversed: boolean, correlation: string) =>
      `${reversed ? 'Do not reverse' : 'Reverse'} ${name}: its item–total correlation is ${correlation}`,
    largestLevel: (category: string, level: string, count: number) => `Compare ${category} with its largest level, ${level} (${count})`,
    reference: (level: string) => `Compare the other levels with ${level}`,
    recordPublished: 'Record the computed value as published',
    addLabel: (language: string) => `Add a label in ${language}`,
  },

  /** Why a name cannot be changed, or not into this one. */
  renaming: {
    onlyDeclared: 'Only names that are declared in the spec can be renamed.',
    notDeclared: (name: string) => `"${name}" is not declared anywhere.`,
    standard: (name: string, framework: string) => `"${name}" belongs to the framework ${framework}, which cannot be changed.`,
    empty: 'A name cannot be empty.',
    signs: 'A name cannot hold a backquote or a line end.',
    dot: 'A name cannot hold a dot: dots part the names of an address.',
    taken: (name: string, kind: string, file: string | null) =>
      `"${name}" is already declared, as ${kind}${file === null ? '' : ` in ${file}`}.`,
    levelTaken: (category: string, level: string) => `${category} already has a level "${level}".`,
  },

  /** Between the braces of a manuscript. */
  manuscript: {
    stands: (shown: string, study: string) => `**${shown}** from ${study}`,
    part: (kind: 'table' | 'figure', study: string) => `${kind === 'table' ? 'Table' : 'Figure'} of the report of ${study}`,
  },

  server: {
    dataRow: (row: number, column: string | null) => `row ${row}${column === null ? '' : `, ${column}`}`,
    wantsDocument: (command: string) => `${command} wants the address of an open document.`,
    failed: (path: string, message: string) => `Computing ${path} failed: ${message}`,
  },
};

export type EditorWords = typeof editorEnglish;
