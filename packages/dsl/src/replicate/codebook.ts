// A codebook: a table with one row a column of the data, in whatever layout it was kept. Finds out which of its fields hold names,
// questions, codes and missing values, and reads "1=Male; 2=Female", "1-7 reversed", "years; cut 18|45|69".
import { numberOf } from '@studyspec/core';

export interface CodebookEntry {
  readonly column: string;
  /** Questions and labels, in any language. */
  readonly labels: readonly string[];
  /** The original's name of it, when a field of the codebook holds such names. */
  readonly canonical: string | null;
  /** `1=Male; 2=Female`. */
  readonly codes: readonly { readonly code: number; readonly label: string }[];
  /** `1-5`, `1..7`: a rating scale. */
  readonly range: { readonly low: number; readonly high: number } | null;
  readonly reversed: boolean;
  /** Bounds of groups: `cut 18|45|69`, or the groups themselves: `<6, 6-12, >12`. */
  readonly bins: readonly Bin[];
  readonly missing: readonly number[];
  /** The dimension or scale that a field puts it into. */
  readonly dimension: string | null;
}

export interface Bin {
  readonly low: number | null;
  readonly lowOpen: boolean;
  readonly high: number | null;
  readonly highOpen: boolean;
}

const NAME = /^(?:column|variable|name|var|field|item|变量名?|列名?|字段)$/iu;
const LABEL = /question|label|wording|text|description|chinese|english|问题|题目|标签|题干|header/iu;
const CODES = /code|value|scale|level|answer|range|编码|取值|选项|量表/iu;
const MISSING = /missing|缺失/iu;
const DIMENSION = /^(?:dimension|sub_?scale|factor|construct|domain|维度|分量表)$/iu;

/**
 * Reads a codebook's rows (heads first). `names` are the original's names; `columns` those of the data. Rows about no column are left out.
 */
export function readCodebook(
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, CodebookEntry> {
  const [head, ...body] = rows;
  const entries = new Map<string, CodebookEntry>();
  if (head === undefined) return entries;
  const cells = (at: number): string[] => body.map((row) => (row[at] ?? '').trim());
  const share = (at: number, known: (cell: string) => boolean): number => cells(at).filter((cell) => cell !== '' && known(cell)).length;
  const best = (known: (cell: string) => boolean): number =>
    head.map((_, at) => share(at, known)).reduce((top, count, at, all) => (count > (all[top] ?? 0) ? at : top), 0);
  // The field that names columns is the one that agrees with the data most; its head only breaks a tie.
  const known = new Set(columns);
  const named = head.findIndex((title) => NAME.test(title.trim()));
  const byData = best((cell) => known.has(cell));
  const columnAt = share(byData, (cell) => known.has(cell)) > 0 ? byData : Math.max(0, named);
  const canonicalAt = head.findIndex(
    (_, at) => at !== columnAt && share(at, (cell) => names.has(cell)) * 2 >= Math.max(1, cells(at).filter((cell) => cell !== '').length),
  );
  const rest = head.map((_, at) => at).filter((at) => at !== columnAt && at !== canonicalAt);
  const missingAt = rest.find((at) => MISSING.test(head[at]!));
  const codesAt = rest.filter((at) => at !== missingAt && CODES.test(head[at]!) && !LABEL.test(head[at]!));
  const labelAt = rest.filter((at) => LABEL.test(head[at]!));
  const dimensionAt = rest.find((at) => DIMENSION.test(head[at]!.trim()));
  for (const row of body) {
    const cell = (at: number | undefined): string => (at === undefined || at < 0 ? '' : (row[at] ?? '').trim());
    const column = cell(columnAt);
    if (!known.has(column)) continue;
    const text = codesAt
      .map(cell)
      .filter((one) => one !== '')
      .join('; ');
    const canonical = cell(canonicalAt);
    entries.set(column, {
      column,
      labels: labelAt.map(cell).filter((one) => one !== ''),
      canonical: names.has(canonical) ? canonical : null,
      codes: codesOf(text),
      range: rangeOf(text),
      reversed: /revers|反向|倒序/iu.test(text),
      bins: binsOf(text),
      missing: cell(missingAt)
        .split(/[;,|、；]/u)
        .map((one) => numberOf(one.trim().replace(/[−–]/u, '-')))
        .filter((one): one is number => one !== null),
      dimension: cell(dimensionAt) === '' ? null : cell(dimensionAt),
    });
  }
  return entries;
}

function codesOf(text: string): { code: number; label: string }[] {
  return text.split(/[;；|\n]|,(?=\s*-?\d+\s*[=:：])/u).flatMap((part) => {
    const match = /^\s*(-?\d+)\s*[=:：]\s*(.+?)\s*$/u.exec(part);
    return match === null ? [] : [{ code: Number(match[1]), label: match[2]! }];
  });
}

function rangeOf(text: string): { low: number; high: number } | null {
  const match = /^\s*(-?\d+)\s*(?:-|–|—|\.\.|~|～|to|至|到)\s*(\d+)(?![\d.])/iu.exec(text);
  const [low, high] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && low < high && high - low <= 20 ? { low, high } : null;
}

/** `cut 18|45|69` are the last values of all groups but the last; otherwise groups as they are written. */
function binsOf(text: string): Bin[] {
  const cut = /\bcut\s+(-?[\d.]+(?:\s*[|,]\s*-?[\d.]+)*)/iu.exec(text);
  if (cut !== null) {
    const ends = cut[1]!.split(/[|,]/u).map(Number);
    return [...ends, null].map((high, at): Bin => ({ low: at === 0 ? null : ends[at - 1]!, lowOpen: at > 0, high, highOpen: false }));
  }
  const parts = text
    .split(/[;,，；]/u)
    .map((part) => binOf(part))
    .filter((bin): bin is Bin => bin !== null);
  return parts.length >= 2 ? parts : [];
}

const NUMBER = '(-?\\d+(?:\\.\\d+)?)';

/** A group as labels write it: `<3 km`, `≤18`, `19–45`, `>69`, `≥5`, `4`. Null when it is none. */
export function binOf(text: string): Bin | null {
  const plain = text.normalize('NFKC').trim();
  const between = new RegExp(`^${NUMBER}\\s*(?:-|–|—|\\.\\.|~|to)\\s*${NUMBER}(?!\\d)`, 'u').exec(plain);
  if (between !== null) return { low: Number(between[1]), lowOpen: false, high: Number(between[2]), highOpen: false };
  const open = new RegExp(`^(<=|≤|<|>=|≥|>)\\s*${NUMBER}`, 'u').exec(plain);
  if (open !== null) {
    const [, sign, figure] = open;
    const value = Number(figure);
    return sign!.startsWith('<') || sign === '≤'
      ? { low: null, lowOpen: false, high: value, highOpen: sign === '<' }
      : { low: value, lowOpen: sign === '>', high: null, highOpen: false };
  }
  const alone = new RegExp(`^${NUMBER}$`, 'u').exec(plain);
  return alone === null ? null : { low: Number(alone[1]), lowOpen: false, high: Number(alone[1]), highOpen: false };
}
