// Which column of another survey asked which question: by name, by the codebook's name for the original, by wording in any language, by the
// labels of values. Greedy, best pair first; a pair that is weak or has a near rival is a guess.
import { isComputed, nearest, numberOf, type ColumnSchema, type Schema, type VariablePlan, type DraftNote } from '@studyspec/core';
import type { CodebookEntry } from './codebook.ts';
import { likenessAmong, type Likeness } from './similarity.ts';

export interface ColumnMatch {
  readonly variable: string;
  readonly column: string;
  /** Why this is no more than a guess; null when name or wording say so plainly. */
  readonly guess: DraftNote | null;
}

/** What is matched: a declared variable, or a column that the original's data block or categories name. */
export interface Wanted {
  readonly name: string;
  readonly labels: readonly string[];
  readonly levels: readonly string[];
  readonly numeric: boolean;
}

const LEAST = 0.28;
const CLEAR = 0.45;
const RIVAL = 0.08;
/** What a running number is worth: it settles what wordings leave open, and never outweighs a clear one. */
const SAME_NUMBER = 0.32;
/** Names of questionnaires in general: that two surveys have a `q5` says nothing. */
const GENERIC = /^(?:q|qu|question|v|var|x|y|item|i|col|column|field|f|题|问题|第?题?)\d+[a-z]?$/iu;

export function wantedOf(variables: readonly VariablePlan[]): Wanted[] {
  return variables
    .filter((variable) => variable.kind !== 'number' || !isComputed(variable))
    .map((variable) => ({
      name: variable.name,
      labels: variable.label.map((one) => one.text),
      numeric: variable.kind !== 'category',
      levels: variable.kind === 'category' ? variable.levels.flatMap((level) => level.label.map((one) => one.text)) : [],
    }));
}

export function matchColumns(
  wanted: readonly Wanted[],
  schema: Schema,
  codebook: ReadonlyMap<string, CodebookEntry>,
): readonly ColumnMatch[] {
  const wordings = (column: ColumnSchema): string[] => [column.name, ...(codebook.get(column.name)?.labels ?? [])];
  const likeness = likenessAmong([
    ...wanted.flatMap((one) => [one.name.replaceAll('_', ' '), ...one.labels]),
    ...schema.columns.flatMap(wordings),
  ]);
  const bases = wanted.map((one) =>
    schema.columns.map((column) => scoreOf(one, column, codebook.get(column.name) ?? null, wordings(column), likeness)),
  );
  const scores = bases.map((row) => row.map((one) => one.score));
  const pairs = scores
    .flatMap((row, at) => row.map((score, column) => ({ at, column, score })))
    .filter((pair) => pair.score >= LEAST)
    .sort((a, b) => b.score - a.score || a.at - b.at || a.column - b.column);
  const takenColumns = new Set<number>();
  const takenNames = new Set<number>();
  const matches: ColumnMatch[] = [];
  for (const { at, column, score } of pairs) {
    if (takenColumns.has(column) || takenNames.has(at)) continue;
    // Rivals are weighed before anything is taken: what stood close remains close.
    const rival = Math.max(
      ...scores[at]!.filter((_, other) => other !== column && !takenColumns.has(other)),
      ...scores.map((row, other) => (other === at || takenNames.has(other) ? 0 : row[column]!)),
      0,
    );
    takenColumns.add(column);
    takenNames.add(at);
    const { borne } = bases[at]![column]!;
    const guess: DraftNote | null = !borne
      ? { is: 'name alone' }
      : score >= 2
        ? null
        : score < CLEAR
          ? { is: 'little in common' }
          : score - rival < RIVAL
            ? { is: 'another alike' }
            : null;
    matches.push({ variable: wanted[at]!.name, column: schema.columns[column]!.name, guess });
  }
  return matches;
}

/** How well a column fits; and whether a codebook, a wording or a name that means something bears it out. */
interface Fit {
  readonly score: number;
  readonly borne: boolean;
}

function scoreOf(wanted: Wanted, column: ColumnSchema, entry: CodebookEntry | null, wordings: readonly string[], likeness: Likeness): Fit {
  if (entry?.canonical === wanted.name) return { score: 4, borne: true };
  const plain = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_-]+/gu, '');
  const words = Math.max(
    0,
    ...wordings.flatMap((wording) => [wanted.name.replaceAll('_', ' '), ...wanted.labels].map((label) => likeness(wording, label))),
  );
  if (plain(column.name) === plain(wanted.name)) {
    const worded = Math.max(0, ...(entry?.labels ?? []).flatMap((wording) => wanted.labels.map((label) => likeness(wording, label))));
    return { score: 3, borne: !GENERIC.test(plain(wanted.name)) || worded >= LEAST };
  }
  if (wanted.labels.some((label) => plain(label) === plain(column.name))) return { score: 2.5, borne: true };
  // A rating or a number cannot stand in a column without a single number.
  if (wanted.numeric && column.kind === 'text' && ![...column.distinct.keys()].some((text) => numberOf(text) !== null))
    return { score: 0, borne: false };
  const near = column.name.length > 4 && nearest(column.name, [wanted.name]) !== null ? 0.5 : 0;
  const values = 0.3 * likenessOfValues(wanted, column, entry, likeness);
  // A name that is spelt nearly alike bears out a word (`incom`), not a number behind one.
  const numbered = /\d$/u.test(plain(column.name));
  return {
    score: Math.max(near, words) + values + (sameNumber(plain(wanted.name), plain(column.name)) ? SAME_NUMBER : 0),
    borne: (numbered ? words : Math.max(near, words)) + values >= LEAST,
  };
}

/** `eco2` and `econ02`: the same running number behind prefixes of which one begins with the other. */
function sameNumber(name: string, column: string): boolean {
  const parts = (text: string): { prefix: string; number: number } | null => {
    const found = /^(\D+?)0*(\d+)$/u.exec(text);
    return found === null ? null : { prefix: found[1]!, number: Number(found[2]) };
  };
  const [one, other] = [parts(name), parts(column)];
  if (one === null || other === null || one.number !== other.number) return false;
  return (
    Math.min(one.prefix.length, other.prefix.length) >= 2 && (one.prefix.startsWith(other.prefix) || other.prefix.startsWith(one.prefix))
  );
}

/** How many of a category's levels have a value labelled like them: codes of the codebook, or texts in the cells. */
function likenessOfValues(wanted: Wanted, column: ColumnSchema, entry: CodebookEntry | null, likeness: Likeness): number {
  const labels =
    entry !== null && entry.codes.length > 0
      ? entry.codes.map((code) => code.label)
      : column.kind === 'text'
        ? [...column.distinct.keys()].slice(0, 30)
        : [];
  if (wanted.levels.length === 0 || labels.length === 0) return 0;
  const best = wanted.levels.map((level) => Math.max(...labels.map((label) => likeness(level, label))));
  return best.reduce((sum, value) => sum + value, 0) / best.length;
}
