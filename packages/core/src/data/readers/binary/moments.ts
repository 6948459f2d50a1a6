// Days and seconds as ISO 8601 texts and back, in the Gregorian calendar and the file's own clock: no zone is moved. Where counting begins
// is each format's.

const DAY = 86400;
/** Days before 1 January 1970 on which SPSS begins to count: 14 October 1582. */
export const SPSS_EPOCH = -141428;
/** Stata counts from 1 January 1960. */
export const STATA_EPOCH = -3653;

const two = (value: number): string => String(value).padStart(2, '0');

/** Year, month and day of the day that is `days` after 1 January 1970. */
function civil(days: number): { year: number; month: number; day: number } {
  // Years are counted from 1 March 0000, so that the leap day is their last; 146,097 days make 400 years.
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fifth = Math.floor((5 * ofYear + 2) / 153);
  const month = fifth < 10 ? fifth + 3 : fifth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * fifth + 2) / 5) + 1 };
}

/** Days from 1 January 1970 to a day. */
export function daysOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - 719468;
}

/** Null for a year that four digits do not write. */
export function isoDate(days: number): string | null {
  if (!(Math.abs(days) < 4e6)) return null;
  const { year, month, day } = civil(Math.floor(days));
  return year < 0 || year > 9999 ? null : `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `seconds` since midnight of 1 January 1970; parts of a second to a millionth, where there are any. */
export function isoDateTime(seconds: number): string | null {
  // A millionth is what a double of today's seconds still tells apart.
  const millionths = Math.round(seconds * 1e6);
  const whole = Number.isSafeInteger(millionths) ? millionths / 1e6 : seconds;
  const days = Math.floor(whole / DAY);
  const date = isoDate(days);
  return date === null ? null : `${date}T${clock(whole - days * DAY)}`;
}

/** Null for what is no time of a day: below zero, or 24 hours and more. */
export function isoTime(seconds: number): string | null {
  return seconds >= 0 && seconds < DAY ? clock(seconds) : null;
}

function clock(seconds: number): string {
  const parts = Math.round(seconds * 1e6);
  const whole = Math.floor(parts / 1e6);
  const rest = parts - whole * 1e6;
  const text = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return rest === 0 ? text : `${text}.${String(rest).padStart(6, '0').replace(/0+$/u, '')}`;
}
