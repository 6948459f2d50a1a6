// Sums, questions of a second round and its answers as files: JSON lines, the first of which says what the others are. What is not as it
// was written is refused whole.
import { readDecimal } from '../numerics/decimals.ts';
import {
  holdsMeasure,
  pairAt,
  sizeOf,
  sumPlaces,
  SUMS_VERSION,
  type Ranges,
  type ScoresPlan,
  type Sums,
  type SumsColumn,
  type SumsTable,
} from './sums.ts';
import { digestOf } from './digest.ts';

const FORMAT = 'studyspec sums';

export type SumsFile =
  | { readonly holds: 'counts'; readonly sums: Sums }
  | { readonly holds: 'question'; readonly question: ScoresPlan }
  | { readonly holds: 'ranges'; readonly ranges: Ranges };

/** `line`: where it is not as it was written. */
export type SumsRefusal =
  | { readonly is: 'foreign' }
  | { readonly is: 'newer'; readonly version: number }
  | { readonly is: 'damaged'; readonly line: number }
  | { readonly is: 'edited' };

/** The first line ends with a digest of all that stands before and below: what was edited or damaged on its way is known. */
function lines(header: object, rest: readonly unknown[]): string {
  const below = rest.map((one) => `${JSON.stringify(one)}\n`).join('');
  return `${JSON.stringify({ ...header, check: digestOf(JSON.stringify(header) + below) })}\n${below}`;
}

function isWhole({ check, ...header }: Readonly<Record<string, unknown>>, below: string): boolean {
  return check === digestOf(JSON.stringify(header) + below);
}

export function sumsText({ columns, tables, ...header }: Sums): string {
  return lines(
    { format: FORMAT, version: versionOf(columns), holds: 'counts', ...header, columns: columns.length, tables: tables.length },
    [...columns, ...tables],
  );
}

/** Files that hold nothing else than before can be read by programs from before. */
const versionOf = (columns: readonly SumsColumn[]): number => (columns.some(({ kind }) => kind === 'measure') ? SUMS_VERSION : 1);

const askedVersion = (forms: readonly string[]): number => (forms.some(holdsMeasure) ? SUMS_VERSION : 1);

export function questionText({ digest, threshold, forms }: ScoresPlan): string {
  return lines({ format: FORMAT, version: askedVersion(forms), holds: 'question', digest, threshold, forms: forms.length }, forms);
}

export function rangesText({ ends, ...header }: Ranges): string {
  return lines(
    { format: FORMAT, version: askedVersion(ends.map(({ form }) => form)), holds: 'ranges', ...header, ends: ends.length },
    ends,
  );
}

class Damaged extends Error {
  readonly line: number;
  constructor(line: number) {
    super();
    this.line = line;
  }
}

/** Never throws. */
export function readSums(text: string): SumsFile | { readonly refusal: SumsRefusal } {
  try {
    const all = text.split('\n');
    const header = parsed(all[0]!, 1);
    if (!isRecord(header) || header['format'] !== FORMAT) return { refusal: { is: 'foreign' } };
    const { version } = header;
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { refusal: { is: 'foreign' } };
    if (version > SUMS_VERSION) return { refusal: { is: 'newer', version } };
    if (all.pop() !== '') throw new Damaged(all.length + 1);
    const rest = all.slice(1).map((line, at) => parsed(line, at + 2));
    if (!isWhole(header, text.slice(all[0]!.length + 1))) return { refusal: { is: 'edited' } };
    switch (header['holds']) {
      case 'counts':
        return { holds: 'counts', sums: readCounts(header, rest) };
      case 'question':
        need(isText(header['digest']) && isCount(header['threshold']) && header['forms'] === rest.length && rest.every(isForm), 1);
        return { holds: 'question', question: { ...header, forms: rest } as unknown as ScoresPlan };
      case 'ranges':
        need(typeof header['digest'] === 'string' && header['ends'] === rest.length && rest.every(isEnds), 1);
        need(isCount(header['rows']) && isListOf(header['parts'], isCount), 1);
        return { holds: 'ranges', ranges: { ...header, ends: rest } as unknown as Ranges };
      default:
        throw new Damaged(1);
    }
  } catch (error) {
    return { refusal: error instanceof Damaged ? { is: 'damaged', line: error.line } : { is: 'foreign' } };
  }
}

function parsed(line: string, at: number): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    if (at === 1) return null;
    throw new Damaged(at);
  }
}

function need(holds: boolean, line: number): void {
  if (!holds) throw new Damaged(line);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);
const isListOf = (value: unknown, is: (one: unknown) => boolean): value is readonly unknown[] => Array.isArray(value) && value.every(is);
const isText = (value: unknown): boolean => typeof value === 'string';
const isLevel = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && isText(value[0]) && isCount(value[1]);
const isEnds = (value: unknown): boolean =>
  isRecord(value) &&
  isForm(value['form']) &&
  typeof value['kept'] === 'boolean' &&
  (value['untold'] === undefined || value['untold'] === true) &&
  (value['sums'] === undefined || isListOf(value['sums'], (one) => one === null || isNumber(one))) &&
  ((value['low'] === null && value['high'] === null) ||
    (isNumber(value['low']) && isNumber(value['high']) && (value['low'] as number) <= (value['high'] as number)));

/** As JSON, of whatever kind: what it asks is looked at where it is asked. */
function isCondition(value: unknown): boolean {
  try {
    return isText(value) && isRecord(JSON.parse(value as string));
  } catch {
    return false;
  }
}

/** A sum of answers as `formOf` writes it. */
function isForm(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    const form = JSON.parse(value) as unknown;
    if (!isRecord(form)) return false;
    const { where, needs, level, constant, parts, values, slopes } = form;
    return (
      (level === null || isLevel(level)) &&
      isListOf(where, isText) &&
      isListOf(needs, isText) &&
      isNumber(constant) &&
      isParts(parts) &&
      isListOf(values, (one) => isListOf(one, isNumber)) &&
      parts.length === values.length &&
      (form['residuals'] === undefined || isResiduals(form['residuals'])) &&
      (slopes === undefined || isSlopes(slopes))
    );
  } catch {
    return false;
  }
}

const isParts = (value: unknown): value is readonly unknown[] =>
  isListOf(value, (one) => Array.isArray(one) && one.length === 2 && isText(one[0]) && isListOf(one[1], isNumber));
const isSlopes = (value: unknown): boolean =>
  isListOf(value, (one) => Array.isArray(one) && one.length === 4 && isText(one[0]) && one.slice(1).every(isNumber));
const isPlain = (value: unknown): boolean =>
  isRecord(value) && isNumber(value['constant']) && isParts(value['parts']) && (value['slopes'] === undefined || isSlopes(value['slopes']));
const isResiduals = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value['kind']) &&
  isNumber(value['n']) &&
  isListOf(value['bread'], (line) => isListOf(line, isNumber)) &&
  isListOf(value['columns'], isPlain) &&
  isPlain(value['residual']);

function readCounts(header: Readonly<Record<string, unknown>>, rest: readonly unknown[]): Sums {
  const { columns: many, tables: more, digest, rows, parts, sources, threshold, unusable, kept, flow, lacking } = header;
  need(
    [many, more, rows, threshold, unusable, kept].every(isCount) &&
      isListOf(parts, isCount) &&
      isListOf(sources, isText) &&
      sources.length === parts.length &&
      (parts as readonly number[]).reduce((sum, one) => sum + one, 0) === rows &&
      isText(digest) &&
      isRecord(flow) &&
      isCount(flow['rows']) &&
      isListOf(flow['rules'], (one) => isRecord(one) && isText(one['text']) && isCount(one['left']) && isCount(one['unknown'])) &&
      isListOf(lacking, (one) => isListOf(one, isText) && one.length === 2) &&
      (many as number) + (more as number) === rest.length,
    1,
  );
  const columns = rest.slice(0, many as number).map((one, at) => {
    need(isColumn(one), at + 2);
    return one as SumsColumn;
  });
  const sizes = new Map(columns.map((column) => [column.name, sizeOf(column)]));
  const measures = new Set(columns.flatMap(({ kind, name }) => (kind === 'measure' ? [name] : [])));
  need(sizes.size === columns.length, 1);
  const tables = rest.slice(many as number).map((one, at) => {
    need(isTable(one, sizes, rows as number) && hasSums(one as SumsTable, sizes, measures), columns.length + at + 2);
    return one as SumsTable;
  });
  return { digest, rows, parts, sources, threshold, unusable, kept, flow, lacking, columns, tables } as Sums;
}

function isColumn(value: unknown): boolean {
  if (!isRecord(value) || !isText(value['name'])) return false;
  if (value['kind'] === 'category' || value['kind'] === 'groups') return isListOf(value['levels'], isText);
  if (value['kind'] === 'measure') return true;
  if (value['kind'] === 'mean' && !isListOf(value['of'], isText)) return false;
  if (value['kind'] === 'cross')
    return isListOf(value['of'], isText) && isListOf(value['sizes'], isCount) && value['of'].length === value['sizes'].length;
  if (value['kind'] !== 'mean' && value['kind'] !== 'number') return false;
  const values = value['values'];
  return isListOf(values, isNumber) && values.every((one, at) => at === 0 || (one as number) > (values[at - 1] as number));
}

function isTable(value: unknown, sizes: ReadonlyMap<string, number>, rows: number): boolean {
  if (!isRecord(value)) return false;
  const { where, complete, level, n, columns, frequencies, pairs } = value;
  const counts = (one: unknown, size: number): boolean => one === null || (isListOf(one, isCount) && one.length === size);
  if (!isListOf(where, isCondition) || !isListOf(complete, isText) || !isListOf(columns, (name) => sizes.has(name as string))) return false;
  if (level !== null && !isLevel(level)) return false;
  if (n !== null && !(isCount(n) && (n as number) <= rows)) return false;
  const p = columns.length;
  if (new Set(columns).size !== p) return false;
  if (!Array.isArray(frequencies) || frequencies.length !== p || !Array.isArray(pairs) || pairs.length !== (p * (p - 1)) / 2) return false;
  return columns.every((a, i) => {
    const size = sizes.get(a as string)!;
    return (
      counts(frequencies[i], size) &&
      columns.slice(i + 1).every((b, more) => counts(pairs[pairAt(i, i + 1 + more, p)], size * sizes.get(b as string)!))
    );
  });
}

/** Whether what measures add up to stands beside their counts, as decimal numbers. */
function hasSums(table: SumsTable, sizes: ReadonlyMap<string, number>, measures: ReadonlySet<string>): boolean {
  const { columns, sums } = table as { readonly columns: readonly string[]; readonly sums?: unknown };
  const measured = columns.map((name) => measures.has(name));
  const places = sumPlaces(measured);
  if (places.length === 0) return sums === undefined;
  const isList = (one: unknown, lengths: readonly number[]): boolean => isListOf(one, isDecimal) && lengths.includes(one.length);
  const isSums = (one: unknown, i: number, j: number): boolean => {
    if (one === null) return true;
    if (!Array.isArray(one)) return false;
    if (i === j) return one.length === 1 && isList(one[0], [2, 4]);
    if (measured[i]! && measured[j]!) return one.length === 3 && isList(one[0], [2, 4]) && isList(one[1], [2, 4]) && isList(one[2], [1]);
    return one.length === sizes.get(columns[measured[i]! ? j : i]!)! && one.every((list) => isList(list, [2, 4]));
  };
  return Array.isArray(sums) && sums.length === places.length && places.every(([i, j], at) => isSums(sums[at], i, j));
}

const isDecimal = (value: unknown): boolean => typeof value === 'string' && value.length < 200 && readDecimal(value) !== null;
