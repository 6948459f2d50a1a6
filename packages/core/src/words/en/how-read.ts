// How a file was read, in one line, in English; and what a column was read as. Facts are ../how-read.ts'.
import { joined } from '../../text/listed.ts';
import type { ColumnRead, FileRead } from '../how-read.ts';
import { say } from '../say.ts';
import { readingWays } from './data-phrases.ts';

const NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
  big5: 'Big5',
  shift_jis: 'Shift-JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
};
const SEPARATORS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;
/** Longer lists tell nobody anything. */
const LISTED = 6;

const grouped = (value: number): string => String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/gu, ',');
const counted = (count: number, one: string): string => `${grouped(count)} ${one}${count === 1 ? '' : 's'}`;
const some = (names: readonly string[]): string =>
  names.length <= LISTED ? joined(names) : `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;

/** `"survey.csv": CSV of Qualtrics, UTF-8, names in row 1, headings down to row 3, commas between the cells, decimal point; 30 rows, …` */
export function tellFileRead(read: FileRead): string {
  const { file, version, layout, encoding, rows, columns, decoded, found, weight, export: own } = read;
  const isText = read.format === 'csv';
  const parts = [
    own === null ? version : `${version} of ${own.platform}`,
    ...(read.format === 'xlsx' || read.format === 'parquet' || read.format === 'duckdb' ? [] : [NAMES[encoding] ?? encoding]),
    ...(layout === null
      ? []
      : [
          `names in row ${layout.header.names}`,
          ...(layout.header.last > layout.header.names ? [`headings down to row ${layout.header.last}`] : []),
          ...(layout.separator === null ? [] : [`${SEPARATORS[layout.separator]} between the cells`]),
          ...(isText ? [`decimal ${layout.decimal === ',' ? 'comma' : 'point'}`] : []),
        ]),
  ];
  const left = [
    ...(layout !== null && layout.left.blank > 0 ? [`${counted(layout.left.blank, 'blank row')} left out`] : []),
    ...(layout !== null && layout.left.sums > 0 ? [`${counted(layout.left.sums, 'row')} of sums left out`] : []),
  ];
  const size = [
    counted(rows, 'row'),
    ...left,
    decoded < columns ? `${grouped(decoded)} of ${counted(columns, 'column')} read` : counted(columns, 'column'),
  ];
  const change = found.length === 0 ? '' : ` (to change that: ${found.map((clause) => `\`${clause}\``).join(', ')})`;
  const notes = [
    ...(weight === null ? [] : [`the file weights by ${weight}`]),
    ...(own === null || own.notAnswered.length === 0 ? [] : [`${joined(own.notAnswered)} are no answers`]),
    ...(own === null || own.several.length === 0
      ? []
      : [`several answers in a cell: ${some(own.several.map(({ column, mark }) => `${column} ("${mark}")`))}`]),
    ...(own === null || own.sets.length === 0
      ? []
      : [`a column a choice: ${some(own.sets.map((set) => `${set.name} (${set.columns.length} columns)`))}`]),
    ...(own === null || own.twice.length === 0 ? [] : [`in one column as well: ${some(own.twice)}`]),
    ...(own === null || own.unanswered.length === 0 ? [] : [`without any answer: ${some(own.unanswered)}`]),
  ];
  return `"${file}": ${parts.join(', ')}; ${size.join(', ')}${change}.${notes.length === 0 ? '' : ` ${sentence(notes.join('; '))}`}`;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const KINDS: Readonly<Record<ColumnRead['as'], string>> = {
  names: 'names, compared as written',
  points: 'points of a scale',
  words: 'words of a scale',
  codes: 'codes of levels',
  numbers: 'numbers',
  dates: 'dates',
  texts: 'texts',
  blank: 'blank throughout',
};

/** `income: numbers, decimal commas (to change that: decimal)`. */
export function tellColumnRead({ name, as, ways, variables, clause }: ColumnRead): string {
  const written = ways.map((way) => say(readingWays, way));
  return (
    `${name}: ${[KINDS[as], ...written].join(', ')}` +
    `${variables.length === 0 || (variables.length === 1 && variables[0] === name) ? '' : ` → ${variables.join(', ')}`}` +
    `${clause === null ? '' : ` (\`${clause}\`)`}`
  );
}
