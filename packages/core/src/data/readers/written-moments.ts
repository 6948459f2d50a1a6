// Dates and times as programs and people write them, to ISO 8601: only where each cell of a column is one and says which part is the year.
// No time zone is moved. Days counted from somewhere are binary/moments.ts.
import type { Moment } from '../codebook.ts';
import type { TextColumn } from '../frame.ts';
import type { Texts } from '../texts.ts';
import { isNoAnswer } from './heading-rows.ts';

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<part>\d{1,9}))?)?`;
const AFTER = String.raw`[AaPp]\.?[Mm]\.?|上午|下午|午前|午後`;
const HALF = String.raw`(?<half>${AFTER})`;
const ZONE = String.raw`(?:\s*(?:Z|UTC|(?:GMT|UTC|格林尼治标准时间|格林威治標準時間)?[+\u2212-]\d{1,2}(?::?\d\d)?|\((?:GMT|UTC)[^)]*\)))?`;
const BEHIND = String.raw`(?:\s*(?<behind>${AFTER}))?`;
/** `2024/5/12 9:03:05`, `2024-04-02T08:00:00.000+08:00`, `2024/06/01 9:58:01 AM GMT+8`, `2024年5月12日 下午3:05`. */
const YEAR_FIRST = new RegExp(
  String.raw`^(?<year>\d{4})(?<mark>[-/.年])(?<month>\d{1,2})(?:\k<mark>|月)(?<day>\d{1,2})日?` +
    String.raw`(?:(?:\s*T\s*|\s+)(?:${HALF}\s*)?${CLOCK}${BEHIND}${ZONE})?$`,
  'u',
);
/** `6/14/2024 9:58:01`, `14.06.2024`: which of the first two is the day is the column's matter. */
const YEAR_LAST = new RegExp(
  String.raw`^(?<first>\d{1,2})(?<mark>[-/.])(?<other>\d{1,2})\k<mark>(?<year>\d{4})(?:,?\s+${CLOCK}${BEHIND}${ZONE})?$`,
  'u',
);

interface Read {
  readonly date: string;
  /** Without seconds where none are written. */
  readonly time: string | null;
}

const two = (text: string | number): string => String(text).padStart(2, '0');
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOf(year: string, month: number, day: number): string | null {
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const length = month === 2 && !leap ? 28 : DAYS[month - 1];
  return length === undefined || day < 1 || day > length ? null : `${year}-${two(month)}-${two(day)}`;
}

type Parts = Readonly<Record<string, string | undefined>>;

/** Null where no hour is written; undefined for what is no time of a day. */
function timeOf({ hour, minute, second, part, half, behind }: Parts): string | null | undefined {
  if (hour === undefined) return null;
  const said = half ?? behind;
  let hours = Number(hour);
  if (said !== undefined) {
    if (hours > 12 || (hours === 0 && behind !== undefined)) return undefined;
    if (/^p|下午|午後/iu.test(said)) hours = hours === 12 ? 12 : hours + 12;
    else if (hours === 12) hours = 0;
  }
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const rest = (part ?? '').replace(/0+$/u, '');
  return `${two(hours)}:${minute!}:${second ?? '00'}${rest === '' ? '' : `.${rest}`}`;
}

function yearFirst(text: string): Read | null {
  const parts = YEAR_FIRST.exec(text)?.groups as Parts | undefined;
  if (parts === undefined) return null;
  const date = dateOf(parts['year']!, Number(parts['month']), Number(parts['day']));
  const time = timeOf(parts);
  return date === null || time === undefined ? null : { date, time };
}

function yearLast(text: string, dayFirst: boolean): Read | null {
  const parts = YEAR_LAST.exec(text)?.groups as Parts | undefined;
  if (parts === undefined) return null;
  const [month, day] = (dayFirst ? [parts['other'], parts['first']] : [parts['first'], parts['other']]).map(Number) as [number, number];
  const date = dateOf(parts['year']!, month, day);
  const time = timeOf(parts);
  return date === null || time === undefined ? null : { date, time };
}

/**
 * The column with its moments in ISO 8601, where every text in it is one (or says that there is no answer); else null. Where day and month
 * may be either in all of its cells, none is taken.
 */
export function asWrittenMoments(column: TextColumn): TextColumn | null {
  const first = column.levels.find((level) => !isNoAnswer(level));
  if (first === undefined || !/^\d/u.test(first) || !/[-/.年]/u.test(first)) return null;
  const ways: ((text: string) => Read | null)[] = [yearFirst, (text) => yearLast(text, false), (text) => yearLast(text, true)];
  const fits = ways.map((way) => readAll(column.levels, way)).filter((read) => read !== null);
  const [read] = fits;
  if (read === undefined || fits.length > 1) return null;
  const clock = read.some((one) => one !== null && one.time !== null);
  const moment: Moment = clock ? 'datetime' : 'date';
  const levels: string[] = [];
  const at = new Map<string, number>();
  const codeOf = column.levels.map((level, code) => {
    const one = read[code]!;
    const text = one === null ? level : clock ? `${one.date}T${one.time ?? '00:00:00'}` : one.date;
    const known = at.get(text) ?? levels.push(text) - 1;
    at.set(text, known);
    return known;
  });
  return { ...column, moment, levels, codes: column.codes.map((code) => (code < 0 ? -1 : codeOf[code]!)) };
}

function readAll(levels: Texts, way: (text: string) => Read | null): (Read | null)[] | null {
  const found: (Read | null)[] = [];
  for (const level of levels) {
    const read = way(level.trim());
    if (read === null && !isNoAnswer(level)) return null;
    found.push(read);
  }
  return found;
}
