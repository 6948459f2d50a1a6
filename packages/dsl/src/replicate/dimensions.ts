// Which ratings are likely to belong together: what a codebook says, else the stems of their names, else, where names are running numbers,
// the components of their correlations. A dimension that no codebook names is a guess.
import {
  columnOf,
  numericCells,
  pairwiseMoments,
  principalComponents,
  loadingsOf,
  varimax,
  type Frame,
  type ValueSet,
} from '@studyspec/core';

export interface Rated {
  readonly name: string;
  readonly column: string;
  readonly low: number;
  readonly high: number;
  readonly missing: ValueSet;
  readonly dimension: string | null;
  /** Whole numbers without labels, which a category has as well. */
  readonly bare: boolean;
  readonly label: string;
}

export interface Group {
  /** Of a codebook, or the stem. */
  readonly name: string;
  readonly members: readonly Rated[];
  /** Null: a codebook says so. */
  readonly guess: 'names' | 'answers' | null;
}

/** Stems of questionnaires in general, which say nothing of what was asked. */
const GENERIC = /^(?:q|qu|question|v|var|x|y|item|i|col|column|field|f|a_?|题|问题|第)$/iu;
const ENOUGH_TO_SPLIT = 6;

/** `eco_cost` and `eco_1`: eco; `A1`: A; `q12_3`: q12. Empty where there is none. */
export function stemOf(name: string): string {
  const numbered = /^(.*?[^\d_.-])[_.\- ]*\d{1,3}[a-z]?$/iu.exec(name)?.[1];
  if (/[_.]\d{1,3}$/u.test(name)) return name.replace(/[_.]\d{1,3}$/u, '');
  if (numbered !== undefined) return numbered;
  return /^([\p{L}][\p{L}\p{N}]*)_/u.exec(name)?.[1] ?? '';
}

export function groupsOf(frame: Frame, rated: readonly Rated[]): readonly Group[] {
  const groups: Group[] = [];
  const said = by(
    rated.filter(({ dimension }) => dimension !== null),
    ({ dimension }) => dimension!,
  );
  for (const [name, members] of said)
    for (const same of onOneScale(members)) if (same.length >= 2) groups.push({ name, members: same, guess: null });
  const taken = new Set(groups.flatMap(({ members }) => members));
  const stems = by(
    rated.filter((one) => !taken.has(one) && stemOf(one.name) !== ''),
    (one) => `${stemOf(one.name).toLowerCase()} ${one.low} ${one.high}`,
  );
  for (const members of stems.values()) {
    const stem = stemOf(members[0]!.name);
    const least = members.some(({ bare }) => bare) && stem.length < 2 ? 3 : 2;
    if (members.length < least) continue;
    if (!GENERIC.test(stem) || members.length < ENOUGH_TO_SPLIT) {
      groups.push({ name: stem, members, guess: 'names' });
      continue;
    }
    for (const [at, part] of byCorrelation(frame, members).entries())
      if (part.length >= 2) groups.push({ name: `${stem}_part_${at + 1}`, members: part, guess: 'answers' });
  }
  return groups;
}

function by<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
  return found;
}

const onOneScale = (members: readonly Rated[]): Rated[][] => [...by(members, ({ low, high }) => `${low} ${high}`).values()];

/** Each item with the component, of those with an eigenvalue above 1, on which it loads highest after varimax. */
function byCorrelation(frame: Frame, members: readonly Rated[]): Rated[][] {
  const columns = members.map(({ column, missing }) => {
    const found = columnOf(frame, column);
    return found === undefined ? new Float64Array(frame.rows).fill(NaN) : numericCells(found, missing).values;
  });
  const { correlation } = pairwiseMoments(columns);
  if (correlation === null) return [[...members]];
  const components = principalComponents(correlation);
  const kept = components.eigenvalues.filter((value) => value > 1).length;
  if (kept < 2) return [[...members]];
  const { loadings } = varimax(loadingsOf(components, kept), { kaiser: true });
  const parts = Array.from({ length: kept }, (): Rated[] => []);
  for (const [at, one] of members.entries()) {
    const sizes = loadings[at]!.map(Math.abs);
    parts[sizes.indexOf(Math.max(...sizes))]!.push(one);
  }
  return parts.filter((part) => part.length > 0);
}
