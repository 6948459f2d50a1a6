// A first spec for a data file: what each column is, which ratings belong together, what stands for no answer, which columns are ids,
// weights and strata. Reads no file and asks nothing; every guess is said in a comment (`// guess:` in English).
import {
  columnOf,
  draftWords,
  schemaOf,
  tellDraftNote,
  writeValueSet,
  type Column,
  type DraftNote,
  type Frame,
  type ValueSet,
} from '@studyspec/core';
import { LANGUAGE } from '../syntax/language-version.ts';
import { formatText } from '../syntax/formatter.ts';
import { readCodebook } from './codebook.ts';
import { factsOfCodebook, factsOfFile, joinedFacts, type ColumnFacts } from './column-facts.ts';
import { labelsKey, roleOf, seeColumn, type Aside, type Role, type SeenColumn } from './column-seen.ts';
import { groupsOf, stemOf, type Group, type Rated } from './dimensions.ts';
import { reversedByPattern } from './direction.ts';
import { columnWord, labelled, NameBook, scaleName, text as quoted, word } from './spec-words.ts';
import { factsOfForm } from './xlsform.ts';

type Rows = readonly (readonly string[])[];

export interface NewStudyInput {
  readonly frame: Frame;
  /** As the spec is to name it. */
  readonly dataFile: string;
  /** Rows of a codebook, heads first; or the two sheets of an XLSForm. */
  readonly codebook: Rows | { readonly survey: Rows; readonly choices: Rows } | null;
  /** Clauses of the data block that the file was read with. */
  readonly sheet?: string;
  readonly table?: string;
  readonly encoding?: string;
  /** In which the comments are written; English else. */
  readonly language?: string;
  /** Declarations of these columns are left out, with the code of what a check of the first draft found. */
  readonly without?: ReadonlyMap<string, string>;
}

export interface NewStudy {
  /** A whole, formatted spec. */
  readonly text: string;
  /** How many comments say of a guess. */
  readonly guesses: number;
  readonly declared: number;
  readonly dimensions: number;
  /** Columns that are not declared. */
  readonly aside: readonly string[];
  /** The column that each declared name comes from; the id's under its own. */
  readonly columns: ReadonlyMap<string, string>;
}

export function newStudy(input: NewStudyInput): NewStudy {
  const { frame, without = new Map<string, string>() } = input;
  const schema = schemaOf(frame);
  const names = schema.columns.map(({ name }) => name);
  const said = factsSaid(input.codebook, names);
  const facts = new Map(frame.columns.map((column) => [column.name, joinedFacts(factsOfFile(column), said.get(column.name))]));
  const keys = new Map<string, number>();
  for (const one of facts.values()) keys.set(labelsKey(one), (keys.get(labelsKey(one)) ?? 0) + 1);
  const several = new Set([...(frame.about?.export?.several ?? []).map(({ column }) => column), ...(frame.about?.export?.twice ?? [])]);
  const roles = new Map<Role, string[]>();
  const seen: SeenColumn[] = [];
  for (const [at, column] of frame.columns.entries()) {
    const own = schema.columns[at]!;
    const role = frame.about?.weight === column.name ? 'weight' : roleOf(own, facts.get(column.name)!, frame.rows, distinctOf(column));
    if (role !== null && !(role === 'id' && (roles.has('id') || without.has(column.name))))
      roles.set(role, [...(roles.get(role) ?? []), column.name]);
    if (role === 'id' || role === 'weight' || role === 'psu') continue;
    seen.push(seeColumn(column, own, facts.get(column.name)!, several.has(column.name), (key) => (key === '' ? 0 : (keys.get(key) ?? 0))));
  }
  return written(input, widened(seen), roles);
}

function factsSaid(codebook: NewStudyInput['codebook'], columns: readonly string[]): ReadonlyMap<string, ColumnFacts> {
  if (codebook === null) return new Map();
  if ('survey' in codebook) return factsOfForm(codebook.survey, codebook.choices, columns);
  return new Map([...readCodebook(codebook, columns, new Set())].map(([column, entry]) => [column, factsOfCodebook(entry)]));
}

function distinctOf(column: Column): number {
  if (column.kind === 'text') return new Set(column.codes.filter((code) => code >= 0)).size;
  return new Set(column.values.filter((value) => !Number.isNaN(value))).size;
}

/** Columns of a few whole numbers whose names begin alike are on one scale: that of most of them, else the one that holds all answers. */
function widened(seen: readonly SeenColumn[]): SeenColumn[] {
  const stems = new Map<string, SeenColumn[]>();
  for (const one of seen) {
    const stem = stemOf(one.column.name);
    if (stem !== '' && isFew(one)) stems.set(stem, [...(stems.get(stem) ?? []), one]);
  }
  return seen.map((one) => {
    const mates = stems.get(stemOf(one.column.name)) ?? [];
    const { seen: what } = one;
    if (mates.length < 2 || !mates.includes(one) || (what.is !== 'rating' && what.is !== 'number')) return one;
    const scales = new Map<string, { readonly low: number; readonly high: number; count: number }>();
    for (const { seen: mate } of mates) {
      if (mate.is !== 'rating') continue;
      const { low, high } = mate;
      const key = `${low} ${high}`;
      scales.set(key, { low, high, count: (scales.get(key)?.count ?? 0) + 1 });
    }
    const ends = mates.flatMap(({ seen: mate }) => (mate.is === 'rating' || mate.is === 'number' ? [mate.low, mate.high] : []));
    const usual = [...scales.values()].sort((a, b) => b.count - a.count)[0];
    const { low, high } =
      usual !== undefined && usual.count * 2 >= mates.length ? usual : { low: Math.min(1, ...ends), high: Math.max(...ends) };
    if (what.low < low || what.high > high || (what.is === 'rating' && what.low === low && what.high === high)) return one;
    const scale = { is: 'rating', low, high, points: [], bare: true } as const;
    const notes = one.guesses.filter(({ is }) => !SCALES.has(is));
    return { ...one, seen: scale, guesses: [...notes, { is: 'scale like others', low, high }] };
  });
}

/** Notes that say of a scale. */
const SCALES: ReadonlySet<DraftNote['is']> = new Set([
  'shared labels',
  'scale by answers',
  'scale like others',
  'scale by numbers',
  'scale of words',
]);

/** Whole numbers from 0 to 10, three and more of them, and no labels. */
function isFew({ seen, column, facts }: SeenColumn): boolean {
  if (facts.values.length > 0 || (seen.is !== 'number' && !(seen.is === 'rating' && seen.bare))) return false;
  return seen.is === 'rating' || (column.integers && seen.low >= 0 && seen.high <= 10 && column.distinct.size >= 3);
}

type Rating = Extract<SeenColumn['seen'], { is: 'rating' }>;

const isPartOf = (part: Rating, whole: Rating): boolean =>
  part.low === whole.low &&
  part.high === whole.high &&
  part.points.every(({ value, labels }) => whole.points.some((one) => one.value === value && alike(one.labels[0]) === alike(labels[0])));

const alike = (label: string | undefined): string => (label ?? '').trim().toLowerCase();

interface Declared {
  readonly one: SeenColumn;
  readonly name: string;
}

const codeOf = (code: number | string): ValueSet[number] =>
  typeof code === 'number' ? { kind: 'number', value: code } : { kind: 'text', text: code };

function written(input: NewStudyInput, seen: readonly SeenColumn[], roles: ReadonlyMap<Role, readonly string[]>): NewStudy {
  const { frame, without = new Map<string, string>(), language = 'en' } = input;
  const words = draftWords(language);
  const book = new NameBook();
  const kept = seen.filter(({ seen: { is }, column }) => is !== 'aside' && !without.has(column.name));
  const names = book.all(kept.map(({ column }) => column.name));
  const declared = kept.map((one, at): Declared => ({ one, name: names[at]! }));
  const common = commonMissing(declared.map(({ one }) => one));
  const missingOf = (one: SeenColumn): ValueSet => [
    ...(columnOf(frame, one.column.name)?.declaredMissing ?? []),
    ...one.missing.map(codeOf),
  ];
  const rated = declared.flatMap(({ one, name }): Rated[] => {
    const { seen: what } = one;
    return what.is !== 'rating'
      ? []
      : [
          {
            name,
            column: one.column.name,
            low: what.low,
            high: what.high,
            missing: missingOf(one),
            dimension: one.facts.dimension,
            bare: what.bare,
            label: one.facts.labels[0] ?? '',
          },
        ];
  });
  const groups = groupsOf(frame, rated).filter(({ members }) => members.length >= 2);
  const grouped = new Set(groups.flatMap(({ members }) => members.map(({ name }) => name)));
  const turned = new Set(
    groups.flatMap(({ members }) => [
      ...reversedByPattern(
        frame,
        members.map(({ name, column, missing }) => ({
          name,
          column,
          missing,
          reversed: seen.find((one) => one.column.name === column)!.facts.reversed,
        })),
      ),
    ]),
  );
  let guesses = 0;
  const guess = (notes: readonly DraftNote[]): string => {
    if (notes.length === 0) return '';
    guesses++;
    return `  // ${words.guess(notes.map((note) => tellDraftNote(note, language))).replace(/\s+/gu, ' ')}`;
  };
  const scales = new Map<string, { readonly name: string; readonly text: string; readonly of: Rating }>();
  const scaleFor = (what: Rating): string => {
    const key = JSON.stringify([what.low, what.high, what.points]);
    const known = scales.get(key) ?? [...scales.values()].find(({ of }) => what.points.length > 0 && isPartOf(what, of));
    if (known !== undefined) return known.name;
    const name = book.fresh(
      scaleName(
        what.low,
        what.high,
        what.points.flatMap(({ labels }) => labels),
      ),
    );
    scales.set(key, { name, text: scaleText(name, what), of: what });
    return name;
  };
  // Scales with all their words first: one that has those of its ends alone is the same.
  declared
    .flatMap(({ one: { seen: what } }) => (what.is === 'rating' && !what.bare ? [what] : []))
    .sort((a, b) => b.points.length - a.points.length)
    .forEach(scaleFor);
  // What the data block says of codes for no answer is not said again.
  const isCommon = (one: SeenColumn): boolean => common.length > 0 && sameCodes(one.missing, common);
  const guessesOf = (one: SeenColumn): readonly DraftNote[] =>
    isCommon(one) ? one.guesses.filter(({ is }) => is !== 'no answer') : one.guesses;
  const commonNotes = declared.find(({ one }) => isCommon(one))?.one.guesses.filter(({ is }) => is === 'no answer') ?? [];
  const ownMissing = (one: SeenColumn): string => {
    if (one.missing.length === 0 || isCommon(one)) return '';
    return ` missing ${writeValueSet(missingOf(one))}`;
  };
  const from = ({ one, name }: Declared): string => (one.column.name === name ? '' : ` from ${columnWord(one.column.name)}`);
  const label = ({ one, name }: Declared): string => labelled(one.facts.labels, one.column.name === name ? '' : one.column.name);
  const indicator = (each: Declared, scale: string | null): string => {
    const { one, name } = each;
    const said = one.facts.reversed;
    const isTurned = said ?? turned.has(name);
    const notes: DraftNote[] = [
      ...guessesOf(one),
      ...(said === null && isTurned ? [{ is: 'reversed by pattern' } as const] : []),
      ...(said !== null && grouped.has(name) && said !== turned.has(name) && turned.size > 0 && groupSize(groups, name) > 2
        ? [{ is: 'codebook on direction', reversed: said } as const]
        : []),
    ];
    return (
      `indicator ${word(name)}${label(each)}${from(each)}${scale === null ? '' : ` on ${word(scale)}`}` +
      `${isTurned ? ' reversed' : ''}${ownMissing(one)}${guess(notes)}`
    );
  };
  const dimensions = groups.map((group) => dimensionText(group));
  function dimensionText(group: Group): string {
    const members = group.members.map(({ name }) => declared.find((one) => one.name === name)!);
    const own = members.map(({ one }) => scaleFor(one.seen as Rating));
    const shared = own.every((one) => one === own[0]) ? own[0]! : null;
    const name = book.fresh(word(group.name) === group.name ? group.name : book.plain(group.name));
    const called = group.guess === null ? ` ${quoted(group.name)}` : '';
    const notes = group.guess === null ? '' : guess([{ is: 'one dimension', since: group.guess }]);
    return [
      `dimension ${word(name)}${called}${shared === null ? '' : ` on ${word(shared)}`} {${notes}`,
      ...members.map((one, at) => `  ${indicator(one, shared === null ? own[at]! : null)}`),
      '}',
    ].join('\n');
  }
  const rest = declared.filter(({ name }) => !grouped.has(name)).map((each) => alone(each));
  function alone(each: Declared): string {
    const { one, name } = each;
    const { seen: what } = one;
    if (what.is === 'rating' && !what.bare) return indicator(each, scaleFor(what));
    // A long scale without words is a number.
    if (what.is === 'number' || (what.is === 'rating' && what.high - what.low > 6))
      return (
        `number ${word(name)}${label(each)}${from(each)}${ownMissing(one)} within ${what.low}..${what.high}` +
        guess([...guessesOf(one), { is: 'range of answers' }])
      );
    const levels =
      what.is === 'category' ? what.levels : whole(what as { low: number; high: number }).map((code) => ({ code, labels: [] }));
    const taken = new NameBook();
    const notes: readonly DraftNote[] = what.is === 'category' ? guessesOf(one) : [{ is: 'category without labels' }];
    return [
      `category ${word(name)}${label(each)}${from(each)}${ownMissing(one)} {${guess(notes)}`,
      ...levels.map(({ code, labels }) => {
        const level = taken.level(labels[0] ?? '', code);
        return `  ${word(level)}${labelled(labels, '')} = ${typeof code === 'number' ? code : quoted(code)}`;
      }),
      '}',
    ].join('\n');
  }
  const id = roles.get('id')?.[0];
  const clauses = [
    ...(id === undefined ? [] : [`  id ${columnWord(id)}`]),
    ...(input.sheet === undefined ? [] : [`  sheet ${quoted(input.sheet)}`]),
    ...(input.table === undefined ? [] : [`  table ${input.table.includes('"') ? `“${input.table}”` : `"${input.table}"`}`]),
    ...(input.encoding === undefined ? [] : [`  encoding ${quoted(input.encoding)}`]),
    ...(common.length === 0 ? [] : [`  missing ${writeValueSet(common.map(codeOf))}${guess(commonNotes)}`]),
  ];
  const title = input.dataFile
    .split('/')
    .at(-1)!
    .replace(/\.[^.]*$/u, '')
    .replaceAll('_', ' ');
  const design = (['weight', 'stratum', 'psu'] as const).flatMap((role) =>
    (roles.get(role) ?? []).map((column) => {
      guesses++;
      return `// ${words.role(role, column)}`;
    }),
  );
  const asides = asideLines(seen, without, words);
  const body = [
    ...words.head.map((line) => `// ${line}`),
    '',
    `studyspec ${LANGUAGE}`,
    `study ${quoted(frame.about?.label ?? title)}`,
    '',
    `data ${quoted(input.dataFile)}${clauses.length === 0 ? '' : ` {\n${clauses.join('\n')}\n}`}`,
    '',
    ...design,
    ...(design.length === 0 ? [] : ['']),
    ...[...scales.values()].flatMap((scale) => [scale.text, '']),
    ...dimensions.flatMap((one) => [one, '']),
    ...rest.flatMap((one) => (one.includes('\n') ? [one, ''] : [one])),
    '',
    ...asides,
    '',
  ].join('\n');
  return {
    text: formatText(body),
    guesses,
    declared: declared.length,
    dimensions: groups.length,
    aside: seen.filter(({ seen: { is }, column }) => is === 'aside' || without.has(column.name)).map(({ column }) => column.name),
    columns: new Map([
      ...declared.map(({ one, name }) => [name, one.column.name] as const),
      ...(id === undefined ? [] : [['data', id] as const]),
    ]),
  };
}

const whole = ({ low, high }: { readonly low: number; readonly high: number }): number[] =>
  Array.from({ length: high - low + 1 }, (_, at) => low + at);

const groupSize = (groups: readonly Group[], name: string): number =>
  groups.find(({ members }) => members.some((one) => one.name === name))?.members.length ?? 0;

const sameCodes = (a: readonly (number | string)[], b: readonly (number | string)[]): boolean =>
  a.length === b.length && a.every((code) => b.includes(code));

/** The codes for no answer that most columns have, where in no column they are answers; those of the data block. */
function commonMissing(columns: readonly SeenColumn[]): readonly (number | string)[] {
  const counts = new Map<string, { readonly codes: readonly (number | string)[]; count: number }>();
  for (const { missing } of columns) {
    if (missing.length === 0) continue;
    const key = JSON.stringify([...missing].sort());
    const known = counts.get(key) ?? { codes: missing, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  const best = [...counts.values()].sort((a, b) => b.count - a.count)[0];
  if (best === undefined || best.count < 2) return [];
  const isAnswer = ({ seen, column }: SeenColumn, code: number | string): boolean => {
    const inside = (low: number, high: number): boolean => typeof code === 'number' && code >= low && code <= high;
    if (column.distinct.has(String(code))) return true;
    if (seen.is === 'rating') return inside(seen.low, seen.high);
    if (seen.is === 'category') return seen.levels.some((level) => level.code === code);
    return seen.is === 'number' && column.capped && inside(seen.low, seen.high);
  };
  const answers = (one: SeenColumn): boolean => one.missing.length === 0 && best.codes.some((code) => isAnswer(one, code));
  return columns.some(answers) ? [] : best.codes;
}

/** A scale with the words of its points; where only the ends have some, between them. */
function scaleText(name: string, { low, high, points }: Rating): string {
  const head = `scale ${word(name)} ${low}..${high}`;
  const inside = points.filter(({ value, labels }) => value >= low && value <= high && labels.length > 0);
  if (inside.length === 0) return head;
  const ends = inside.length === 2 && inside[0]!.value === low && inside[1]!.value === high;
  if (ends) return `${head}${labelled(inside[0]!.labels, '')} ..${labelled(inside[1]!.labels, '')}`;
  return [
    `${head} {`,
    ...inside.map(({ value, labels, text: own }) => ` ${labelled(labels, '')} = ${value}${own === undefined ? '' : ` | ${quoted(own)}`}`),
    '}',
  ].join('\n');
}

const ASIDES: readonly Aside[] = ['blank', 'constant', 'date', 'text', 'name', 'several', 'no question'];

/** What is not declared, and why. */
function asideLines(seen: readonly SeenColumn[], without: ReadonlyMap<string, string>, words: ReturnType<typeof draftWords>): string[] {
  const lines = ASIDES.flatMap((what) => {
    const names = seen.flatMap(({ seen: one, column }) => (one.is === 'aside' && one.what === what ? [column.name] : []));
    return names.length === 0 ? [] : [words.aside(what, names)];
  });
  return [...lines, ...[...without].map(([column, code]) => words.leftOut(column, code))].map((line) => `// ${line.replace(/\s+/gu, ' ')}`);
}
