// A first replication spec for another survey: which column asked what, on which scale, in which direction, with which codes. Asks nothing
// and reads no file; what is a guess is marked so in the text, what could not be matched is `absent` and listed.
import {
  draftWords,
  isComputed,
  numberOf,
  schemaOf,
  setMatchesNumber,
  setMatchesText,
  tellDraftNote,
  writeValueSet,
  type Code,
  type ColumnSchema,
  type DraftNote,
  type Frame,
  type IndexJob,
  type IndicatorPlan,
  type Plan,
  type ValueSet,
  type VariablePlan,
} from '@studyspec/core';
import { LANGUAGE } from '../syntax/language-version.ts';
import { formatText } from '../syntax/formatter.ts';
import { readCodebook, type CodebookEntry } from './codebook.ts';
import { reversedByPattern } from './direction.ts';
import { matchColumns, wantedOf, type ColumnMatch } from './match-columns.ts';
import { matchLevels } from './match-levels.ts';

export interface ReplicationInput {
  readonly plan: Plan;
  /** As the new spec is to name it: `anshun.study`, `std:social-integration`. */
  readonly original: string;
  readonly frame: Frame;
  /** As the new spec is to name it. */
  readonly dataFile: string;
  /** Rows of a codebook, heads first. */
  readonly codebook: readonly (readonly string[])[] | null;
  /** In which the comments are written; English else. */
  readonly language?: string;
}

export interface Proposal {
  /** A whole, formatted spec. */
  readonly text: string;
  readonly matches: readonly ColumnMatch[];
  /** Names of the original for which no column was found. */
  readonly unmatched: readonly string[];
  /** Columns that nothing came from. */
  readonly unused: readonly string[];
  /** How many lines are marked `guess`. */
  readonly guesses: number;
}

/** `guess`: it rests on no codebook and no wording. */
interface Note {
  readonly note: DraftNote;
  readonly guess: boolean;
}

const guessed = (note: DraftNote): Note => ({ note, guess: true });
const noted = (note: DraftNote): Note => ({ note, guess: false });

interface Line {
  readonly text: string;
  readonly notes: readonly Note[];
}

export function proposeReplication(input: ReplicationInput): Proposal {
  const { plan, frame } = input;
  const schema = schemaOf(frame);
  const variables = plan.variables.filter((variable) => !isComputed(variable));
  const columns = columnsWanted(plan);
  const wanted = [...columns.map((name) => ({ name, labels: [], levels: [], numeric: false })), ...wantedOf(variables)];
  const codebook =
    input.codebook === null
      ? new Map<string, CodebookEntry>()
      : readCodebook(
          input.codebook,
          schema.columns.map((column) => column.name),
          new Set(wanted.map((one) => one.name)),
        );
  const matches = matchColumns(wanted, schema, codebook);
  const matchOf = new Map(matches.map((match) => [match.variable, match]));
  const missing = missingCodes(matches, schema.columns, codebook);
  const missingOf = (column: string): ValueSet => missing.own.get(column) ?? missing.common;

  const ratings = variables.filter((variable): variable is IndicatorPlan => variable.kind === 'indicator' && matchOf.has(variable.name));
  const pattern = reversedByPattern(
    frame,
    ratings.map(({ name }) => {
      const { column } = matchOf.get(name)!;
      const entry = codebook.get(column);
      return { name, column, missing: missingOf(column), reversed: entry === undefined || entry.range === null ? null : entry.reversed };
    }),
  );

  const taken = new Set(matches.map((match) => match.column));
  const lines: Line[] = [];
  const unmatched: string[] = [];
  for (const { name } of wanted) {
    const variable = variables.find((one) => one.name === name) ?? null;
    const shared = variable === null ? null : sharedColumn(variable, matchOf, schema.columns, missingOf);
    if (shared !== null) {
      lines.push(shared);
      continue;
    }
    const match = matchOf.get(name);
    if (match === undefined) {
      unmatched.push(name);
      if (variable !== null)
        lines.push({
          text: `${word(name)} absent`,
          notes: [
            noted({
              is: 'not found',
              fitting: fitting(
                variable,
                schema.columns.filter((column) => !taken.has(column.name)),
              ),
            }),
          ],
        });
      continue;
    }
    const column = schema.columns.find((one) => one.name === match.column)!;
    const line = lineOf(name, variable, match, column, codebook.get(match.column) ?? null, missing, pattern);
    if (line === null) {
      unmatched.push(name);
      lines.push({ text: `${word(name)} absent`, notes: [noted({ is: 'no codes', column: columnWord(match.column) })] });
    } else if (line.text !== '') lines.push(line);
  }
  const used = new Set(matches.filter((match) => !unmatched.includes(match.variable)).map((match) => match.column));
  const guesses = lines.filter(isGuess).length;
  return {
    text: formatText(write(input, lines, missing.common, matchOf)),
    matches: matches.filter((match) => !unmatched.includes(match.variable)),
    unmatched,
    unused: schema.columns.map((column) => column.name).filter((name) => !used.has(name)),
    guesses,
  };
}

/** Columns that the original names without declaring them: where cases come from, what a category is read off. */
function columnsWanted(plan: Plan): string[] {
  const declared = new Set(plan.variables.map((variable) => variable.name));
  const named = [
    plan.data?.id,
    plan.data?.cluster,
    ...plan.variables.map((variable) =>
      variable.kind === 'category' && variable.column !== variable.name ? (variable.column ?? undefined) : undefined,
    ),
  ];
  return [...new Set(named.filter((name): name is string => name !== undefined && !declared.has(name)))];
}

/** A category that the original reads off a column which the other survey has as well: `mode from site`. Null when the codes do not fit. */
function sharedColumn(
  variable: VariablePlan,
  matches: ReadonlyMap<string, ColumnMatch>,
  columns: readonly ColumnSchema[],
  missingOf: (column: string) => ValueSet,
): Line | null {
  if (variable.kind !== 'category' || variable.column === null || variable.column === variable.name) return null;
  const column = columns.find((one) => one.name === matches.get(variable.column!)?.column);
  if (column === undefined || column.name !== variable.column) return null;
  const fits = [...column.distinct.keys()].every(
    (text) => setMatchesText(missingOf(column.name), text) || variable.levels.some((level) => setMatchesText(level.codes, text)),
  );
  return fits
    ? {
        text:
          `${word(variable.name)} from ${columnWord(column.name)} { ` +
          `${variable.levels.map((level) => `${word(level.name)} = ${writeValueSet(level.codes)}`).join(', ')} }`,
        notes: [guessed({ is: 'codes of the original' })],
      }
    : null;
}

function lineOf(
  name: string,
  variable: VariablePlan | null,
  match: ColumnMatch,
  column: ColumnSchema,
  entry: CodebookEntry | null,
  missing: MissingCodes,
  pattern: ReadonlySet<string>,
): Line | null {
  const notes: Note[] = match.guess === null ? [] : [guessed(match.guess)];
  const own = missing.own.get(match.column);
  const set = own ?? missing.common;
  if (missing.guessed.has(match.column)) notes.push(guessed({ is: 'no answers', codes: codesOf(set) }));
  const parts = [word(name), `from ${columnWord(match.column)}`];
  const answers = [...column.distinct.keys()].filter((text) => {
    const value = numberOf(text);
    return value === null || !set.some((code) => code.kind === 'number' && code.value === value);
  });
  if (variable?.kind === 'indicator') {
    const asked = askedOn(variable, entry, answers);
    if (asked !== null) {
      parts.push(`on ${asked.low}..${asked.high}`);
      if (entry?.range == null) notes.push(guessed({ is: 'answers', ...asked }));
    }
    const said = entry === null || entry.range === null ? null : entry.reversed;
    if (said ?? pattern.has(name)) parts.push('reversed');
    if (said === null && pattern.has(name)) notes.push(guessed({ is: 'against the others' }));
    else if (said !== null && said !== pattern.has(name) && pattern.size > 0)
      notes.push(guessed({ is: 'codebook on direction', reversed: said }));
  }
  if (own !== undefined) parts.push(`missing ${writeSet(own)}`);
  if (variable?.kind === 'category') {
    const levels = matchLevels(variable, entry, column, answers);
    if (levels === null) return null;
    if (levels.guess !== null) notes.push(guessed(levels.guess));
    const coded = levels.levels.filter((level) => level.codes !== null);
    if (coded.length === 0) return null;
    if (coded.length < levels.levels.length)
      notes.push(
        noted({
          is: 'no code for',
          levels: levels.levels.filter((level) => level.codes === null).map((level) => level.name),
        }),
      );
    parts.push(`{ ${coded.map((level) => `${word(level.name)} = ${level.codes!}`).join(', ')} }`);
  } else if (variable === null) {
    if (entry !== null && entry.codes.length > 0)
      parts.push(`{ ${entry.codes.map(({ code, label }) => `${JSON.stringify(label)} = ${code}`).join(', ')} }`);
    else if (match.column === name) return { text: '', notes: [] };
  }
  return { text: parts.join(' '), notes };
}

/** Columns that nothing names but whose answers would fit: where a person may look first. */
function fitting(variable: VariablePlan, columns: readonly ColumnSchema[]): readonly string[] {
  const inside = (value: number): boolean =>
    variable.kind === 'indicator'
      ? variable.scale === null || (value >= variable.scale.low && value <= variable.scale.high)
      : variable.kind === 'number' || variable.levels.some((level) => setMatchesNumber(level.codes, value));
  const found = columns
    .filter((column) => {
      const values = [...column.distinct.keys()].map(numberOf);
      const answers = values.filter((value): value is number => value !== null && !USUAL.includes(value));
      return column.kind === 'number' && answers.length > 1 && answers.every(inside);
    })
    .map((column) => columnWord(column.name));
  return found.length > 12 ? [] : found;
}

/** The scale it was asked on, when it is not the indicator's own: as the codebook says, else as the answers show. */
function askedOn(indicator: IndicatorPlan, entry: CodebookEntry | null, answers: readonly string[]): { low: number; high: number } | null {
  const own = indicator.scale;
  if (own === null) return entry?.range ?? null;
  if (entry?.range != null) return entry.range.low === own.low && entry.range.high === own.high ? null : entry.range;
  const values = answers.map(numberOf).filter((value): value is number => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.length > 0 && high > own.high && high <= 11 && low >= 0 ? { low: Math.min(low, own.low), high } : null;
}

interface MissingCodes {
  readonly common: ValueSet;
  readonly own: ReadonlyMap<string, ValueSet>;
  readonly guessed: ReadonlySet<string>;
}

const USUAL = [-1, -7, -8, -9, -97, -98, -99, 77, 88, 97, 98, 99, 997, 998, 999, 9999];

/**
 * Values that stand for no answer: the codebook's, else usual codes that lie far from the other answers. The most frequent set is the data
 * block's.
 */
function missingCodes(
  matches: readonly ColumnMatch[],
  columns: readonly ColumnSchema[],
  codebook: ReadonlyMap<string, CodebookEntry>,
): MissingCodes {
  const sets = new Map<string, readonly number[]>();
  const found = new Set<string>();
  for (const { column: name } of matches) {
    const entry = codebook.get(name);
    const column = columns.find((one) => one.name === name)!;
    if (entry !== undefined && (entry.missing.length > 0 || codebook.size > 0)) sets.set(name, entry.missing);
    else {
      const stray = strayCodes(column);
      sets.set(name, stray);
      if (stray.length > 0) found.add(name);
    }
  }
  const counts = new Map<string, number>();
  for (const set of sets.values())
    if (set.length > 0) counts.set([...set].sort((a, b) => b - a).join(), (counts.get([...set].sort((a, b) => b - a).join()) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  const parsed = (text: string): Code[] => (text === '' ? [] : text.split(',').map((value) => ({ kind: 'number', value: Number(value) })));
  const own = new Map<string, ValueSet>();
  const commonValues = new Set(common.split(',').map(Number));
  for (const [name, set] of sets) {
    const column = columns.find((one) => one.name === name)!;
    const text = [...set].sort((a, b) => b - a).join();
    if (
      text === common ||
      (set.every((value) => commonValues.has(value)) &&
        ![...commonValues].some((value) => common !== '' && !set.includes(value) && column.distinct.has(String(value))))
    )
      continue;
    own.set(name, parsed(text));
  }
  return { common: parsed(common), own, guessed: found };
}

function strayCodes(column: ColumnSchema): number[] {
  const values = [...column.distinct.keys()]
    .map(numberOf)
    .filter((value): value is number => value !== null)
    .sort((a, b) => a - b);
  const ordinary = values.filter((value) => !USUAL.includes(value));
  if (ordinary.length === 0) return [];
  const [low, high] = [ordinary[0]!, ordinary.at(-1)!];
  return values
    .filter((value) => USUAL.includes(value) && (value < low - 0 ? low >= 0 && value < 0 : value > high + Math.max(2, (high - low) / 4)))
    .sort((a, b) => b - a);
}

const codesOf = (set: ValueSet): readonly string[] => set.map((code) => (code.kind === 'number' ? String(code.value) : 'blank'));
const writeSet = (set: ValueSet): string => codesOf(set).join(' | ');

/** Something on the line rests on no codebook and no wording. What was not found is no guess: it says that it was not asked. */
const isGuess = (line: Line): boolean => line.notes.some(({ guess }) => guess);

function write(input: ReplicationInput, lines: readonly Line[], missing: ValueSet, matches: ReadonlyMap<string, ColumnMatch>): string {
  const { plan, language = 'en' } = input;
  const words = draftWords(language);
  const title = input.dataFile
    .split('/')
    .at(-1)!
    .replace(/\.[^.]*$/u, '')
    .replaceAll('_', ' ');
  const data = [
    ...(plan.data?.id !== undefined && matches.has(plan.data.id) ? [`  id ${word(plan.data.id)}`] : []),
    ...(plan.data?.cluster !== undefined && matches.has(plan.data.cluster) ? [`  cluster ${word(plan.data.cluster)}`] : []),
    ...(missing.length > 0 ? [`  missing ${writeSet(missing)}`] : []),
  ];
  return [
    ...words.replicationHead.map((line) => `// ${line}`),
    '',
    `studyspec ${LANGUAGE}`,
    `study ${JSON.stringify(title)} replicates ${JSON.stringify(input.original)}`,
    '',
    `data ${JSON.stringify(input.dataFile)}${data.length === 0 ? '' : ` {\n${data.join('\n')}\n}`}`,
    '',
    'map {',
    ...lines.map(
      (line) =>
        `  ${isGuess(line) ? withWord(line.text) : line.text}` +
        `${line.notes.length === 0 ? '' : `  // ${words.notesOf(line.notes.map(({ note }) => tellDraftNote(note, language)))}`}`,
    ),
    '}',
    '',
    ...plan.jobs.flatMap((job) => (job.kind === 'index' && job.weight.kind === 'given' ? weightsOf(job, language) : [])),
  ].join('\n');
}

/** The word stands with the clauses, before any codes. */
const withWord = (text: string): string => {
  const at = text.indexOf(' { ');
  return at < 0 ? `${text} guess` : `${text.slice(0, at)} guess${text.slice(at)}`;
};

/** Constants of the original are asked about, not carried over: what its answers gave is estimated anew. */
function weightsOf(job: IndexJob, language: string): string[] {
  const given =
    job.weight.kind === 'given'
      ? job.weight.weights.map(([name, weight]) => `${word(name.split('.').at(-1)!)} = ${weight}`).join(', ')
      : '';
  return [
    `index ${word(job.name)} {`,
    ...draftWords(language)
      .givenWeights(given)
      .map((line) => `  // ${line}`),
    `  // weight given { ${given} }`,
    '  weight by explained variance',
    '}',
    '',
  ];
}

const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;
const word = (name: string): string => (PLAIN.test(name) ? name : `\`${name}\``);
const columnWord = (name: string): string => (PLAIN.test(name) ? name : JSON.stringify(name));
