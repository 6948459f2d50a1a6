// Submissions that are no whole answers by what their platform writes of them: previews of the questionnaire, and those that were broken
// off. They are named and stay. Who is a respondent is the data block's `where`.
import { oddSubmissions } from '../problems/data/odd-submissions.ts';
import { raise, type Problem } from '../problems/problem.ts';
import { cellText } from './values.ts';
import { columnOf, rowNumber, type Frame } from './frame.ts';

/** What Qualtrics writes in `Status` where nobody answered: the words, and their codes. */
const PREVIEW = /^(?:survey preview(?: spam)?|survey test|offline survey preview|1|2|9|17)$/iu;
const UNFINISHED = /^(?:false|0|no|否)$/iu;

export function oddSubmissionsIn(frame: Frame): Problem[] {
  if (frame.about?.export?.platform !== 'Qualtrics') return [];
  const rowsOf = (name: string, odd: RegExp): { rows: number[]; values: string[] } => {
    const column = columnOf(frame, name);
    const rows: number[] = [];
    const values = new Set<string>();
    for (let row = 0; column !== undefined && row < frame.rows; row++) {
      const text = cellText(column, row);
      if (text === null || !odd.test(text)) continue;
      rows.push(rowNumber(frame, row));
      values.add(text);
    }
    return { rows, values: [...values] };
  };
  const previews = rowsOf('Status', PREVIEW);
  const unfinished = rowsOf('Finished', UNFINISHED);
  if (previews.rows.length === 0 && unfinished.rows.length === 0) return [];
  const written = (text: string): string => (/^\d+$/u.test(text) ? text : `"${text}"`);
  const finished = columnOf(frame, 'Finished');
  const whole = finished === undefined ? [] : [...new Set(Array.from({ length: frame.rows }, (_, row) => cellText(finished, row)))];
  const others = whole.flatMap((text) => (text === null || UNFINISHED.test(text) ? [] : [written(text)]));
  const clause = [
    ...previews.values.map((text) => `Status is not ${written(text)}`),
    ...(unfinished.rows.length === 0
      ? []
      : others.length === 1
        ? [`Finished is ${others[0]!}`]
        : unfinished.values.map((text) => `Finished is not ${written(text)}`)),
  ].join(' and ');
  const [first] = [...previews.rows, ...unfinished.rows].sort((a, b) => a - b);
  return [
    raise(
      oddSubmissions,
      { file: frame.file, previews: previews.rows.slice(0, 200), unfinished: unfinished.rows.slice(0, 200), clause },
      { at: 'data', data: { file: frame.file, row: first! } },
    ),
  ];
}
