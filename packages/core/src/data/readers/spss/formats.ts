// How SPSS shows a number: its display formats by their codes, and which of them are dates, times and lengths of time.
import type { Moment } from '../../codebook.ts';
import { SPSS_EPOCH, isoDate, isoDateTime, isoTime } from '../binary/moments.ts';

const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'A'],
  [2, 'AHEX'],
  [3, 'COMMA'],
  [4, 'DOLLAR'],
  [5, 'F'],
  [6, 'IB'],
  [7, 'PIBHEX'],
  [8, 'P'],
  [9, 'PIB'],
  [10, 'PK'],
  [11, 'RB'],
  [12, 'RBHEX'],
  [15, 'Z'],
  [16, 'N'],
  [17, 'E'],
  [20, 'DATE'],
  [21, 'TIME'],
  [22, 'DATETIME'],
  [23, 'ADATE'],
  [24, 'JDATE'],
  [25, 'DTIME'],
  [26, 'WKDAY'],
  [27, 'MONTH'],
  [28, 'MOYR'],
  [29, 'QYR'],
  [30, 'WKYR'],
  [31, 'PCT'],
  [32, 'DOT'],
  [33, 'CCA'],
  [34, 'CCB'],
  [35, 'CCC'],
  [36, 'CCD'],
  [37, 'CCE'],
  [38, 'EDATE'],
  [39, 'SDATE'],
  [40, 'MTIME'],
  [41, 'YMDHMS'],
]);
const DATES = new Set(['DATE', 'ADATE', 'JDATE', 'MOYR', 'QYR', 'WKYR', 'EDATE', 'SDATE']);
const DATE_TIMES = new Set(['DATETIME', 'YMDHMS']);
const TIMES = new Set(['TIME', 'MTIME']);

export interface SpssFormat {
  /** `F8.2`; undefined for a code that is none. */
  readonly text?: string;
  readonly moment: Moment | 'duration' | null;
}

/** `print` as the dictionary has it; `width` is a text's, which its format may be too narrow to say. */
export function spssFormat(print: number, width: number): SpssFormat {
  const name = NAMES.get((print >>> 16) & 255);
  if (width > 0) return { text: `${name === 'AHEX' ? 'AHEX' : 'A'}${width}`, moment: null };
  if (name === undefined) return { moment: null };
  const decimals = print & 255;
  const moment = DATES.has(name)
    ? 'date'
    : DATE_TIMES.has(name)
      ? 'datetime'
      : TIMES.has(name)
        ? 'time'
        : name === 'DTIME'
          ? 'duration'
          : null;
  const points = moment === null && name !== 'WKDAY' && name !== 'MONTH' ? `.${decimals}` : decimals > 0 ? `.${decimals}` : '';
  return { text: `${name}${(print >>> 8) & 255}${points}`, moment };
}

const EPOCH_SECONDS = SPSS_EPOCH * 86400;

/** Seconds since 14 October 1582 as the moment that they are. */
export function spssMoment(moment: Moment): (seconds: number) => string | null {
  if (moment === 'time') return isoTime;
  if (moment === 'date') return (seconds) => isoDate(Math.floor(seconds / 86400) + SPSS_EPOCH);
  return (seconds) => isoDateTime(seconds + EPOCH_SECONDS);
}
