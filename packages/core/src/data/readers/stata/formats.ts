// Stata's formats of dates and times, by what they count; how its other formats show numbers is of no consequence here.
import type { Moment } from '../../codebook.ts';
import { STATA_EPOCH, daysOf, isoDate, isoDateTime } from '../binary/moments.ts';

export interface StataMoment {
  readonly moment: Moment;
  readonly iso: (value: number) => string | null;
}

const START = STATA_EPOCH * 86400;

/** `%tdD_m_Y`, `%-tc`, `%d`: null for a format of numbers, and for `%ty`, which is the year as a number. */
export function stataMoment(format: string): StataMoment | null {
  const letter = /^%-?(?:t([cCdwmqh])|(d))/u.exec(format);
  switch (letter?.[1] ?? letter?.[2]) {
    case 'd':
      return { moment: 'date', iso: (days) => isoDate(Math.floor(days) + STATA_EPOCH) };
    case 'c':
      return { moment: 'datetime', iso: (milliseconds) => isoDateTime(milliseconds / 1000 + START) };
    case 'C':
      return { moment: 'datetime', iso: (milliseconds) => isoDateTime(withoutLeapSeconds(milliseconds / 1000 + START)) };
    case 'w':
      // Week 1 begins on 1 January, and the last of the 52 takes the days that are left.
      return {
        moment: 'date',
        iso: (weeks) => isoDate(daysOf(1960 + Math.floor(weeks / 52), 1, 1) + 7 * (Math.floor(weeks) - 52 * Math.floor(weeks / 52))),
      };
    case 'm':
      return { moment: 'date', iso: monthly(1) };
    case 'q':
      return { moment: 'date', iso: monthly(3) };
    case 'h':
      return { moment: 'date', iso: monthly(6) };
    default:
      return null;
  }
}

/** The first day of the period of so many months. */
function monthly(months: number): (value: number) => string | null {
  return (value) => {
    const month = Math.floor(value) * months;
    const year = Math.floor(month / 12);
    return Math.abs(year) > 9999 ? null : isoDate(daysOf(1960 + year, month - 12 * year + 1, 1));
  };
}

/** The days after whose last second one was put in (IERS, Bulletin C): half-years from 1972, June first. */
const LEAPS = [
  ...[
    [1972, 6],
    [1972, 12],
    [1973, 12],
    [1974, 12],
    [1975, 12],
    [1976, 12],
    [1977, 12],
    [1978, 12],
    [1979, 12],
    [1981, 6],
    [1982, 6],
  ],
  ...[
    [1983, 6],
    [1985, 6],
    [1987, 12],
    [1989, 12],
    [1990, 12],
    [1992, 6],
    [1993, 6],
    [1994, 6],
    [1995, 12],
    [1997, 6],
    [1998, 12],
  ],
  ...[
    [2005, 12],
    [2008, 12],
    [2012, 6],
    [2015, 6],
    [2016, 12],
  ],
].map(([year, month]) => (daysOf(year!, month!, month === 6 ? 30 : 31) + 1) * 86400);

/** `%tC` counts leap seconds too; clocks do not. */
function withoutLeapSeconds(seconds: number): number {
  let passed = 0;
  for (const leap of LEAPS) if (seconds - passed > leap) passed++;
  return seconds - passed;
}
