// Rows as CSV (RFC 4180): comma, CR LF, cells quoted where they must be; nothing that a spreadsheet would take for a formula.
import { guardedCell } from '../readers/formula-guard.ts';

export interface Csv {
  readonly csv: string /** Cells that got an apostrophe. */;
  readonly guarded: number;
}

export function csvOf(rows: Iterable<readonly (string | number | null)[]>): Csv {
  let guarded = 0;
  const cell = (value: string | number | null): string => {
    const given = value === null ? '' : String(value);
    const text = typeof value === 'string' ? guardedCell(given) : given;
    if (text !== given) guarded += 1;
    return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines: string[] = [];
  for (const row of rows) lines.push(`${row.map(cell).join(',')}\r\n`);
  return { csv: lines.join(''), guarded };
}
