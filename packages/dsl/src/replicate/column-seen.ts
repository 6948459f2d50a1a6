// What a column of an unknown file is: points of a scale, a category, a number, or nothing that a study declares; by its labels where it
// has some, by its cells where not. Whatever rests on cells alone is a guess, and says why. How columns hang together is dimensions.ts.
import {
  numberOf,
  setMatchesNumber,
  setMatchesText,
  type Column,
  type ColumnSchema,
  type ValueSet,
  type DraftAside,
  type DraftNote,
} from '@studyspec/core';
import type { ColumnFacts } from './column-facts.ts';
import { isNoAnswerLabel, isRating, NAMES, pointsOfWords, USUAL_MISSING } from './wordings.ts';

export interface Point {
  readonly value: number;
  /** How the file writes it, where that is not its label. */
  readonly text?: string;
  readonly labels: readonly string[];
}
export interface Level {
  readonly code: number | string;
  readonly labels: readonly string[];
}

export type Seen =
  /** `bare`: nothing but whole numbers says so, which a category has as well. */
  | { readonly is: 'rating'; readonly low: number; readonly high: number; readonly points: readonly Point[]; readonly bare: boolean }
  | { readonly is: 'category'; readonly levels: readonly Level[] }
  | { readonly is: 'number'; readonly low: number; readonly high: number }
  | { readonly is: 'aside'; readonly what: Aside };

/** Why a column is not declared. */
export type Aside = DraftAside;

export interface SeenColumn {
  readonly column: ColumnSchema;
  readonly facts: ColumnFacts;
  readonly seen: Seen;
  /** Codes for no answer beyond those that the file declares. */
  readonly missing: readonly (number | string)[];
  readonly guesses: readonly DraftNote[];
}

const LONGEST_SCALE = 11;
const MOST_LEVELS = 15;

/** `shared`: how many columns have the same labels. */
export function seeColumn(
  column: Column,
  schema: ColumnSchema,
  facts: ColumnFacts,
  several: boolean,
  shared: (key: string) => number,
): SeenColumn {
  const guesses: DraftNote[] = [];
  const missing: (number | string)[] = [];
  const done = (seen: Seen): SeenColumn => ({ column: schema, facts, seen, missing, guesses });
  const aside = (what: Aside): SeenColumn => done({ is: 'aside', what });
  const declared = column.declaredMissing ?? [];
  if (schema.filled === 0) return aside('blank');
  if (facts.aside === true) return aside('no question');
  if (several || facts.several === true) return aside('several');
  if (column.kind === 'text' && column.moment !== undefined) return aside('date');

  if (schema.kind === 'text') {
    const texts = [...schema.distinct.keys()].filter((text) => !setMatchesText(declared, text));
    return done(seeTexts(texts, declared, schema, facts, missing, guesses));
  }
  const values = [...schema.distinct.keys()].map(Number).filter((value) => !setMatchesNumber(declared, value));
  const labelled = facts.values.filter((one): one is { value: number; labels: readonly string[] } => typeof one.value === 'number');
  const gone = labelled.filter(({ value, labels }) => !setMatchesNumber(declared, value) && labels.some(isNoAnswerLabel));
  for (const { value, labels } of gone) {
    missing.push(value);
    guesses.push({ is: 'no answer', code: String(value), label: labels[0]! });
  }
  for (const code of facts.missing) if (!missing.includes(code) && !setMatchesNumber(declared, code)) missing.push(code);
  const points = labelled
    .filter(({ value }) => !missing.includes(value) && !setMatchesNumber(declared, value))
    .sort((a, b) => a.value - b.value);
  const named = new Set(points.map(({ value }) => value));
  const stray = strayCodes(
    values.filter((value) => !missing.includes(value)),
    named,
  );
  for (const code of stray) {
    missing.push(code);
    guesses.push({ is: 'no answer', code: String(code), label: null });
  }
  const answers = values.filter((value) => !missing.includes(value)).sort((a, b) => a - b);
  if (answers.length === 0) return aside('blank');
  if (
    facts.values.length === 0 &&
    answers.every((value) => Number.isInteger(value) && value >= 1000) &&
    NAMES.code.test([schema.name, ...facts.labels].join(' '))
  )
    return aside('name');
  return done(seeNumbers(answers, points, schema, facts, guesses, shared));
}

/** The labels of a column as one text: columns that share it were asked on one scale. */
export const labelsKey = (facts: ColumnFacts): string =>
  facts.values.length < 3 ? '' : JSON.stringify(facts.values.map(({ value, labels }) => [value, labels[0]]));

function seeNumbers(
  answers: readonly number[],
  points: readonly { readonly value: number; readonly labels: readonly string[] }[],
  schema: ColumnSchema,
  facts: ColumnFacts,
  guesses: DraftNote[],
  shared: (key: string) => number,
): Seen {
  const [least, most] = [answers[0]!, answers.at(-1)!];
  if (facts.range !== null)
    return {
      is: 'rating',
      ...facts.range,
      points: points.filter(({ value }) => value >= facts.range!.low && value <= facts.range!.high),
      bare: false,
    };
  const unnamed = answers.filter((value) => !points.some((point) => point.value === value));
  const [low, high] = [points[0]?.value ?? NaN, points.at(-1)?.value ?? NaN];
  const whole = points.every(({ value }) => Number.isInteger(value)) && answers.every(Number.isInteger);
  const between = unnamed.every((value) => value > low && value < high);
  if (points.length >= 2 && whole && between && high - low >= 2 && high - low < LONGEST_SCALE) {
    const every = points.length === high - low + 1;
    const rates = points.some(({ labels }) => labels.some(isRating));
    // Labels at the ends alone are what scales have.
    if (!every && unnamed.length > 0) return { is: 'rating', low, high, points, bare: false };
    if (every && rates) return { is: 'rating', low, high, points, bare: false };
    if (every && points.length >= 4 && shared(labelsKey(facts)) >= 3) {
      guesses.push({ is: 'shared labels' });
      return { is: 'rating', low, high, points, bare: false };
    }
  }
  if (points.length >= 2 && unnamed.length * 2 <= points.length && points.length + unnamed.length <= 60) {
    for (const value of unnamed) guesses.push({ is: 'no label', value });
    return {
      is: 'category',
      levels: levelsOf([...points, ...unnamed.map((value) => ({ value, labels: [] }))].sort((a, b) => a.value - b.value)),
    };
  }
  if (answers.length === 1) return { is: 'aside', what: 'constant' };
  if (answers.length === 2 && answers.every(Number.isInteger) && most - least < LONGEST_SCALE) {
    guesses.push({ is: 'two codes' });
    const yes = least === 0 && most === 1;
    return {
      is: 'category',
      levels: [
        { code: least, labels: yes ? ['no'] : [] },
        { code: most, labels: yes ? ['yes'] : [] },
      ],
    };
  }
  // A few answers far from all others are slips of the pen: the scale is that of the rest.
  const countOf = (value: number): number => schema.distinct.get(String(value)) ?? 0;
  const far = answers.filter((value) => value >= LONGEST_SCALE);
  const slips = far.reduce((sum, value) => sum + countOf(value), 0) <= Math.max(1, schema.filled / 100);
  const usual = slips ? answers.filter((value) => !far.includes(value)) : answers;
  const [from, to] = [usual[0] ?? least, usual.at(-1) ?? most];
  if (usual.every(Number.isInteger) && from >= 0 && from <= 1 && to <= LONGEST_SCALE - 1 && usual.length >= 3) {
    guesses.push({ is: 'scale by answers', low: from, high: to });
    for (const value of answers) if (!usual.includes(value)) guesses.push({ is: 'slip', value });
    return { is: 'rating', low: from, high: to, points: [], bare: true };
  }
  return { is: 'number', low: least, high: most };
}

const levelsOf = (points: readonly { readonly value: number; readonly labels: readonly string[] }[]): Level[] =>
  points.map(({ value, labels }) => ({ code: value, labels }));

/** `declared`: codes for no answer that the file declares, which are not among `all`. */
function seeTexts(
  all: readonly string[],
  declared: ValueSet,
  schema: ColumnSchema,
  facts: ColumnFacts,
  missing: (number | string)[],
  guesses: DraftNote[],
): Seen {
  for (const text of all) {
    if (!isNoAnswerLabel(text)) continue;
    missing.push(text);
    guesses.push({ is: 'no answer', code: JSON.stringify(text), label: null });
  }
  const texts = all.filter((text) => !missing.includes(text));
  if (texts.length > 0 && texts.every((text) => DATE.test(text))) return { is: 'aside', what: 'date' };
  if (texts.length === 0) return { is: 'aside', what: 'blank' };
  // Numbers beside words for no answer: `(跳过)` where the question was not asked. `007` is a name.
  const values = texts.map((text) => (/^0\d/u.test(text) ? null : numberOf(text)));
  if (values.length < all.length + declared.length && values.every((value): value is number => value !== null))
    return { is: 'number', low: Math.min(...values), high: Math.max(...values) };
  if (schema.capped || texts.length > MOST_LEVELS + facts.values.length) return { is: 'aside', what: 'text' };
  const labelsOf = new Map(facts.values.map(({ value, labels }) => [String(value), labels]));
  const worded = texts.map((text) => labelsOf.get(text)?.[0] ?? text);
  const rated = pointsOfWords(worded);
  if (rated !== null && texts.length >= 2) {
    const found = new Map(texts.map((text, at) => [rated.points.get(worded[at]!)!, text]));
    if (found.size < rated.words.length) guesses.push({ is: 'scale of words', points: rated.words.length, found: found.size });
    // The scale's own words, so that columns of which other points occur share it; a file that numbers them has its texts.
    const capital = worded.some((text) => /^\p{Lu}/u.test(text));
    const points = rated.words.map((word, at) => {
      const text = found.get(at + 1);
      const own = text !== undefined && /^\d/u.test(text) ? text : capital ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      const other = text !== undefined && own !== text && own.toLowerCase() !== text.trim().toLowerCase();
      return { value: at + 1, labels: [own], ...(other ? { text } : {}) };
    });
    return { is: 'rating', low: 1, high: rated.words.length, points, bare: false };
  }
  if (texts.length === 1) return { is: 'aside', what: 'constant' };
  // `1 - strongly disagree`, `5 非常同意`.
  const numbered = texts.map((text) => ({ text, value: Number(/^(\d{1,2})\s*(?:[-–.:、)]|\s)\s*\S/u.exec(text)?.[1] ?? NaN) }));
  const sorted = [...numbered].sort((a, b) => a.value - b.value);
  const run = sorted.every(({ value }, at) => value === sorted[0]!.value + at);
  if (run && texts.length >= 3 && texts.length <= LONGEST_SCALE) {
    const rates = texts.some((text) => isRating(text.replace(/^\d+\W*/u, '')));
    if (rates) {
      guesses.push({ is: 'scale by numbers', low: sorted[0]!.value, high: sorted.at(-1)!.value });
      const points = sorted.map(({ text, value }) => ({ value, labels: [text] }));
      return { is: 'rating', low: sorted[0]!.value, high: sorted.at(-1)!.value, points, bare: false };
    }
    return { is: 'category', levels: sorted.map(({ text }) => ({ code: text, labels: [text.replace(/^\d+\W*/u, '')] })) };
  }
  // A codebook may list other codes than those that the file has.
  const said = facts.values.map(({ value }) => String(value)).filter((text) => !missing.includes(text));
  const listed = texts.filter((text) => said.includes(text)).length * 2 >= texts.length ? said : [];
  const codes = [...new Set([...listed, ...texts])];
  if (texts.some((text) => numberOf(text) !== null) && listed.length === 0) return { is: 'aside', what: 'text' };
  const few = listed.length > 0 || (texts.length <= MOST_LEVELS && texts.length * 3 <= schema.filled);
  if (!few || codes.length < 2 || texts.some((text) => text.length > 80 || /["。？！?!]|[，,].*[，,]/u.test(text)))
    return { is: 'aside', what: 'text' };
  return { is: 'category', levels: codes.map((code) => ({ code, labels: labelsOf.get(code) ?? [code] })) };
}

/** `2024-06-05`, `5/6/2024 10:43`, `2024年6月5日`. */
const DATE = /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:[T ]\d{1,2}:\d{2}.*)?$/u;

/** Usual codes for no answer that lie apart from the other answers. */
function strayCodes(values: readonly number[], named: ReadonlySet<number>): number[] {
  const ordinary = values.filter((value) => !USUAL_MISSING.includes(value) || named.has(value));
  if (ordinary.length === 0) return [];
  const [low, high] = [Math.min(...ordinary), Math.max(...ordinary)];
  return values.filter(
    (value) => USUAL_MISSING.includes(value) && !named.has(value) && (value < 0 ? low >= 0 : value > high + Math.max(2, (high - low) / 4)),
  );
}

export type Role = 'id' | 'weight' | 'stratum' | 'psu';

/** What a column is for beside the answers, by its name and label; an id has to be one. */
export function roleOf(schema: ColumnSchema, facts: ColumnFacts, rows: number, distinct: number): Role | null {
  const texts = [schema.name, ...facts.labels];
  if (facts.values.length > 0) return null;
  if (texts.some((text) => NAMES.weight.test(text.trim()))) return schema.kind === 'number' ? 'weight' : null;
  if (texts.some((text) => NAMES.stratum.test(text.trim()))) return 'stratum';
  if (texts.some((text) => NAMES.psu.test(text.trim()))) return 'psu';
  return schema.filled === rows && distinct === rows && NAMES.id.test(schema.name.trim()) ? 'id' : null;
}
