// Exports of survey platforms, recognised by the shape that each gives to its tables: which texts are no answers, what a column is about,
// which columns and cells hold several answers. How a table is read is csv.ts.
import type { Export, MultipleResponseSet, Platform } from '../codebook.ts';
import { numbersIn, pointColumn, type Column, type TextColumn } from '../frame.ts';
import type { Texts } from '../texts.ts';
import { byCodeUnits } from '../../text/order.ts';

/** Headings of a table: the names of its columns, and the rows of words below them as they stand. */
export interface Headings {
  readonly names: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export function platformOf({ names, rows }: Headings): Platform | null {
  const has = (...wanted: readonly string[]): boolean => wanted.every((name) => names.includes(name));
  if (rows.some((row) => row.some((cell) => cell?.includes('{"ImportId"') === true))) return 'Qualtrics';
  if (has('StartDate', 'EndDate', 'RecordedDate', 'ResponseId') || has('StartDate', 'EndDate', 'Progress', 'Finished')) return 'Qualtrics';
  if (has('序号', '提交答卷时间') || has('序号', '所用时间', '来源')) return 'Wenjuanxing';
  if (has('开始答题时间', '结束答题时间')) return 'Tencent';
  if (has('_uuid', '_submission_time') || has('SubmissionDate', 'KEY') || has('_uuid', '_index')) return 'KoBo/ODK';
  return /^(?:Timestamp|时间戳记?|時間戳記)$/u.test(names[0] ?? '') && names.length > 1 ? 'Google Forms' : null;
}

/** What Chinese platforms write where nothing was answered: not asked, left blank. */
const NOT_ANSWERED = /^[(（](?:跳过|空|未作答|未填写?)[)）]$/u;

/** Columns as their platform means them: with labels, and with its texts for no answer as codes that the file declares. */
export function asExported(columns: readonly Column[], platform: Platform | null, headings: Headings): Column[] {
  const at = new Map(headings.names.map((name, index) => [name, index]));
  return columns.map((column): Column => {
    const words = headings.rows.map((row) => row[at.get(column.name) ?? -1] ?? null);
    const label = labelOf(column.name, platform, words);
    const gone =
      column.kind === 'text' && (platform === 'Wenjuanxing' || platform === 'Tencent')
        ? column.levels.filter((level) => NOT_ANSWERED.test(level))
        : [];
    const said = {
      ...(label === null ? {} : { label }),
      ...(gone.length === 0 ? {} : { declaredMissing: gone.map((text) => ({ kind: 'text' as const, text })) }),
    };
    return column.kind === 'number' && column.points !== undefined ? pointColumn(column, column.points, said) : { ...column, ...said };
  });
}

function labelOf(name: string, platform: Platform | null, words: readonly (string | null)[]): string | null {
  const said = words.find((cell) => cell !== null && !cell.includes('{"ImportId"') && cell !== name);
  if (said !== undefined && said !== null) return said;
  if (platform === 'Wenjuanxing' || platform === 'Tencent') {
    const text = /^\d+\s*[、.．]\s*(?<text>.+)$/u.exec(name)?.groups?.['text'];
    return text === undefined ? null : (/^[(（](?<row>.+)[)）]$/u.exec(text)?.groups?.['row'] ?? text);
  }
  return platform === 'Google Forms' ? (/\[(?<row>[^[\]]+)\]\s*$/u.exec(name)?.groups?.['row'] ?? null) : null;
}

/** What the columns of an export are to one another. */
export function exportOf(columns: readonly Column[], platform: Platform, headings: Headings): Export {
  const sets = setsOf(columns, platform, headings);
  const several = columns.flatMap((column) => {
    const mark = column.kind === 'text' ? markIn(column, columns, platform) : null;
    return mark === null ? [] : [{ column: column.name, mark }];
  });
  return {
    platform,
    notAnswered: [
      ...new Set(
        columns.flatMap(({ declaredMissing = [] }) => declaredMissing.flatMap((code) => (code.kind === 'text' ? [code.text] : []))),
      ),
    ].sort(byCodeUnits),
    sets,
    several,
    twice: sets.filter(({ name }) => columns.some((column) => column.name === name)).map(({ name }) => name),
    unanswered: columns.filter((column) => valuesIn(column) === 0).map(({ name }) => name),
  };
}

const isTick = (column: Column): boolean =>
  column.kind === 'number'
    ? numbersIn(column).every((value) => Number.isNaN(value) || value === 0 || value === 1 || value < 0)
    : column.levels.every((level) => /^(?:true|false|yes|no|0|1)$/iu.test(level));

/** Columns that are the choices of one question, a column each. */
function setsOf(columns: readonly Column[], platform: Platform, { names, rows }: Headings): MultipleResponseSet[] {
  const byQuestion = new Map<string, Column[]>();
  const put = (question: string, column: Column): void => {
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), column]);
  };
  for (const column of columns) {
    const { name } = column;
    if (platform === 'Wenjuanxing') {
      const question = /^(?<question>\d+)\s*[(（].+[)）]$/u.exec(name)?.groups?.['question'];
      if (question !== undefined && isTick(column)) put(question, column);
    } else if (platform === 'KoBo/ODK') {
      const question = name.slice(0, name.lastIndexOf('/'));
      if (question !== '' && names.includes(question) && isTick(column)) put(question, column);
    } else if (platform === 'Qualtrics') {
      const id = rows.map((row) => row[names.indexOf(name)] ?? '').find((cell) => cell.includes('"choiceId"'));
      if (id !== undefined && !name.endsWith('_TEXT') && valuesIn(column) <= 1) put(name.slice(0, name.lastIndexOf('_')), column);
    }
  }
  return [...byQuestion]
    .filter(([, found]) => found.length > 1)
    .map(([name, found]) => ({ name, label: '', kind: 'dichotomies', counted: countedIn(found), columns: found.map((one) => one.name) }));
}

const valuesIn = (column: Column): number =>
  column.kind === 'text' ? column.levels.length : new Set(numbersIn(column).filter((value) => !Number.isNaN(value))).size;

function countedIn(columns: readonly Column[]): number | string {
  const text = columns.find((column): column is TextColumn => column.kind === 'text' && column.levels.length > 0);
  return text === undefined ? 1 : (text.levels.find((level) => /^(?:true|yes|1)$/iu.test(level)) ?? text.levels.at(0)!);
}

/** What stands between the answers of a cell; null in a column with one answer a cell. */
function markIn({ name, levels, moment, numbers }: TextColumn, columns: readonly Column[], platform: Platform): string | null {
  if (moment !== undefined || (numbers !== undefined && numbers.every((value) => value !== null))) return null;
  if (levels.some((level) => level.includes('┋'))) return '┋';
  if (platform === 'KoBo/ODK') return columns.some((column) => column.name.startsWith(`${name}/`)) ? ' ' : null;
  const mark = platform === 'Google Forms' ? ', ' : platform === 'Qualtrics' ? ',' : null;
  return mark !== null && repeats(levels, mark) ? mark : null;
}

/** Most parts of the cells stand in other cells too, alone or beside others: answers do, words of a sentence do not. */
function repeats(levels: Texts, mark: string): boolean {
  const counts = new Map<string, number>();
  let joined = 0;
  for (const level of levels) {
    const parts = level.split(mark);
    if (parts.length > 1) joined++;
    for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  if (joined < 3 || levels.length < 4) return false;
  let parts = 0;
  let shared = 0;
  for (const count of counts.values()) {
    parts += count;
    if (count > 1) shared += count;
  }
  return shared > parts * 0.7 && counts.size < levels.length * 2;
}
