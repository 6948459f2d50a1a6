// Rows that sum up the others: a mean, a total, a note under the table. They are recognised by what stands where respondents have their id.
import { likenessOf } from '../keys.ts';
import { PackedTexts, type PackedPart } from '../packed-texts.ts';
import { numberAt, type Column, type TextColumn } from '../frame.ts';

/** These name no respondent, wherever they stand. Compared without blanks, case and what stands in parentheses. */
const SURE = new RegExp(
  String.raw`^(?:(?:grand|overall|sub|column)?(?:totals?|sum|sums|means?|averages?|avg|ave)|summary|summe|gesamt|insgesamt|zwischensumme` +
    String.raw`|mittelwert|durchschnitt|moyenne|somme|promedio|suma|media|média|总计|总共|合计|小计|共计|总和|求和|汇总|总数|(?:总|总体|加权)?(?:平均|均)(?:值` +
    String.raw`|数|分|得分)?|總計|總和|合計|小計|共計|彙總|匯總|(?:總|總體|加權)?(?:平均|均)(?:值|數|分|得分)|平均点|합계|평균)$`,
  'u',
);
/** These do next to such a row, or where all other ids hold digits: Max and Min are names of people. */
const LIKELY = new RegExp(
  String.raw`^(?:max|maximum|min|minimum|range|median|mode|n|count|sd|s\.d\.|std|stdev|std\.?dev\.?|standarddeviation|standardabweichung` +
    String.raw`|variance|var|percent|percentage|%|最大值|最小值|最高分|最低分|中位数|中位數|众数|标准差|標準差|标准偏差|方差|计数|人数|人數|有效人数|样本量|样本数|百分比|比例|占比|说明` +
    String.raw`|备注)$`,
  'u',
);
const NOTE = /^(?:注|附注|备注|说明|数据来源|资料来源|来源|註|資料來源|notes?|source|sources|quelle|anmerkung)\s*[:：]/iu;

export interface SummaryRow {
  readonly row: number /** Its first cell, as it stands. */;
  readonly name: string;
}

/** A cell that names a row of sums: without blanks, parentheses, a colon behind. */
function plainWord(text: string): string {
  return likenessOf(text)
    .replace(/[(（[【].*?[)）\]】]/gu, '')
    .replace(/[:：。.*]+$/u, '')
    .replace(/^[*#]+/u, '');
}

/**
 * Rows whose `id` names a mean, a total or another sum of the table; without an `id` column those of the first column, where it tells rows
 * apart. A last row without an id is one as well when all its numbers are the sums, or all the means, of what stands above.
 */
export function summaryRows(columns: readonly Column[], rows: number, id: string | undefined): SummaryRow[] {
  const own = id === undefined ? columns[0] : columns.find((column) => column.name === id);
  if (own === undefined || rows < 2) return [];
  const found = own.kind === 'text' ? namedRows(own, columns, id !== undefined) : [];
  const last = Math.max(...found.map(({ row }) => row), -1) === rows - 1 ? -1 : rows - 1;
  if (last > 0 && isBlank(own, last) && isSumOfOthers(columns, last, new Set(found.map(({ row }) => row))))
    found.push({ row: last, name: '' });
  return found.sort((a, b) => a.row - b.row);
}

function namedRows(own: TextColumn, columns: readonly Column[], isId: boolean): SummaryRow[] {
  const sorts = new Map<number, 'sure' | 'likely' | 'note'>();
  let ordinary = 0;
  let digits = 0;
  const look = (code: number): void => {
    const level = own.levels.at(code)!;
    const sort = sortOf(level);
    if (sort !== null) sorts.set(code, sort);
    else ordinary++;
    if (sort === null && holdsDigit(level)) digits++;
  };
  const parts = own.levels instanceof PackedTexts ? own.levels.parts : [null];
  let next = 0;
  for (const part of parts) {
    const end = next + (part?.count ?? own.levels.length);
    if (part !== null && areOrdinary(part)) {
      ordinary += part.count;
      digits += part.count;
    } else for (let code = next; code < end; code++) look(code);
    next = end;
  }
  if (sorts.size === 0) return [];
  const rows = new Set<number>();
  for (const [row, code] of own.codes.entries()) {
    if (code < 0) continue;
    const sort = sorts.get(code);
    if (sort === undefined) continue;
    const alone = (): boolean => columns.every((column) => column === own || isBlank(column, row));
    if (sort === 'sure' || (sort === 'likely' && digits > ordinary * 0.8) || (sort === 'note' && alone())) rows.add(row);
  }
  // Beside a row of sums, in either direction, the other sums stand.
  for (const step of [1, -1])
    for (const start of [...rows]) for (let row = start + step; sorts.get(own.codes[row] ?? -1) === 'likely'; row += step) rows.add(row);
  const found = [...rows].map((row): SummaryRow => ({ row, name: own.levels.at(own.codes[row]!)! }));
  // Without an id the first column may hold anything: only one that tells most rows apart names them.
  return isId || (found.length * 10 <= own.codes.length + 20 && own.levels.length * 2 > own.codes.length) ? found : [];
}

/** Ids hold digits and words for sums hardly ever: what is plain letters and digits is looked at no further. */
function sortOf(level: string): 'sure' | 'likely' | 'note' | null {
  if (level.length > 40) return level.includes(':') || level.includes('：') ? (NOTE.test(level) ? 'note' : null) : null;
  // `Note: 2020` is one; `R2020` is nothing.
  if (holdsDigit(level) && level.charCodeAt(0) < 128) return level.includes(':') && NOTE.test(level) ? 'note' : null;
  const word = plainWord(level);
  return SURE.test(word) ? 'sure' : LIKELY.test(word) ? 'likely' : NOTE.test(level) ? 'note' : null;
}

/** Of none of them `sortOf` finds anything, and each holds a digit. */
function areOrdinary({ longest, numbered, bytes }: PackedPart): boolean {
  return longest <= 40 && numbered && bytes[0x3a] === 0 && !bytes.subarray(0x80).includes(1);
}

function holdsDigit(level: string): boolean {
  for (let at = 0; at < level.length; at++) {
    const code = level.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

function isBlank(column: Column, row: number): boolean {
  return column.kind === 'number' ? Number.isNaN(numberAt(column, row)) : column.codes[row]! < 0;
}

/** Two columns at least, and every number of the row: the sum of its column, or its mean to two decimals. */
function isSumOfOthers(columns: readonly Column[], last: number, others: ReadonlySet<number>): boolean {
  let compared = 0;
  let sums = true;
  let means = true;
  let fraction = false;
  for (const column of columns) {
    if (column.kind === 'text') {
      if (!isBlank(column, last)) return false;
      continue;
    }
    const value = numberAt(column, last);
    if (Number.isNaN(value)) continue;
    let total = 0;
    let count = 0;
    for (let row = 0; row < last; row++)
      if (!Number.isNaN(column.values[row]!) && !others.has(row)) {
        total += column.values[row]!;
        count++;
      }
    if (count < 3) return false;
    sums &&= Math.abs(total - value) <= 1e-9 * Math.abs(total);
    means &&= Math.abs(total / count - value) <= 0.005 + 1e-9;
    fraction ||= !Number.isInteger(value);
    compared++;
    if (!sums && !means) return false;
  }
  // Somebody may well have answered what the mean happens to be; hardly 3.47.
  return compared > 1 && (sums || fraction);
}
