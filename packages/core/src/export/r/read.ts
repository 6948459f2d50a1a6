// Reading the answers in R: every cell as text, blank ones missing; joined files by their key.
import { columnOf } from '../../data/frame.ts';
import type { FileFacts } from '../../data/codebook.ts';
import type { DataPlan, JoinPlan, MappedColumn } from '../../data/survey-plan.ts';
import { dialects, tableOf } from '../../sums/sql/dialects.ts';
import type { Writing } from './script.ts';
import { inSet, raw, text } from './text.ts';

const endingOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase();

export function readCode(writing: Writing): readonly string[] {
  const { plan, path, words, comment, frame } = writing;
  const { data } = plan;
  if (data === null) return [];
  const mapped = data.columns ?? [];
  const isJoined = ({ from }: MappedColumn): boolean => columnOf(frame, from)?.joinedFrom !== undefined;
  return [
    ...fileCode(writing, 'raw', path(data.file), data, frame.about),
    ...appendedCode(writing, data),
    ...mapped.filter((one) => !isJoined(one)).flatMap((one) => mappedCode(writing, one)),
    ...data.joins.flatMap((join) => [
      comment(words.joined(join.file, join.on)),
      ...fileCode(writing, 'other', path(join.file), join, frame.joined?.find(({ file }) => file === join.file)?.about),
      `found <- match(${raw(join.on)}, other[[${text(join.key ?? join.on)}]])`,
      'for (column in setdiff(names(other), names(raw))) raw[[column]] <- other[[column]][found]',
    ]),
    ...mapped.filter(isJoined).flatMap((one) => mappedCode(writing, one)),
    'd <- data.frame(row.names = seq_len(nrow(raw)))',
    '',
  ];
}

/** Rows of further files below those of the first, and columns of which each file has one. */
function appendedCode(writing: Writing, { file, appends = [], either = [] }: DataPlan): readonly string[] {
  const { path, words, comment } = writing;
  const names = [...new Set(appends.flatMap(({ as }) => as ?? []))];
  const ofFile = (frame: string, name: string): readonly string[] => names.map((as) => `${frame}[[${text(as)}]] <- ${text(name)}`);
  return [
    ...ofFile('raw', file),
    ...appends.flatMap((append) => [
      comment(words.appended(append.file)),
      ...fileCode(
        writing,
        'other',
        path(append.file),
        append,
        writing.frame.stacked?.files.find(({ file: one }) => one === append.file)?.about,
      ),
      ...ofFile('other', append.file),
      'for (column in setdiff(names(other), names(raw))) raw[[column]] <- NA_character_',
      'for (column in setdiff(names(raw), names(other))) other[[column]] <- NA_character_',
      'raw <- rbind(raw, other[names(raw)])',
    ]),
    ...either.flatMap(({ name, of }) => [
      comment(words.eitherOf(of.join(', '))),
      `${raw(name)} <- NA_character_`,
      ...of.map((one) => `${raw(name)} <- ifelse(is.na(${raw(name)}), ${raw(one)}, ${raw(name)})`),
    ]),
  ];
}

/** A column under another name, or with texts for its codes. */
function mappedCode({ frame }: Writing, { name, from, values, broken }: MappedColumn): readonly string[] {
  if (broken === true) return [];
  if (values === null) return [`${raw(name)} <- ${raw(from)}`];
  return [
    `x <- ${raw(from)}`,
    'v <- numbers(x)',
    `${raw(name)} <- NA_character_`,
    ...values.flatMap(({ text: value, codes }) => {
      const inside = inSet(codes, 'v', 'x', frame, from);
      return inside === null ? [] : [`${raw(name)}[which(${inside})] <- ${text(value)}`];
    }),
  ];
}

function fileCode(
  { words, comment }: Writing,
  name: string,
  path: string,
  file: Pick<DataPlan | JoinPlan, 'encoding' | 'sheet' | 'table' | 'header'>,
  about: FileFacts | undefined,
): string[] {
  const header = file.header ?? about?.layout?.header ?? { names: 1, last: 1 };
  const skip = header.names - 1;
  const headings = header.last - header.names;
  const ending = endingOf(path);
  const clean = [...(headings === 0 ? [] : [`${name} <- ${name}[-seq_len(${headings}), , drop = FALSE]`]), `${name} <- as_text(${name})`];
  if (ending === 'sav' || ending === 'zsav')
    return [
      comment(words.packages('foreign')),
      `${name} <- foreign::read.spss(${text(path)}, use.value.labels = FALSE, to.data.frame = TRUE, use.missings = FALSE)`,
      ...clean,
    ];
  if (ending === 'dta')
    return [comment(words.packages('foreign')), `${name} <- foreign::read.dta(${text(path)}, convert.factors = FALSE)`, ...clean];
  if (ending === 'parquet')
    return [comment(words.packages('arrow')), `${name} <- as.data.frame(arrow::read_parquet(${text(path)}))`, ...clean];
  if (about?.format === 'duckdb')
    return [
      comment(words.packages('duckdb')),
      `connection <- DBI::dbConnect(duckdb::duckdb(), dbdir = ${text(path)}, read_only = TRUE)`,
      file.table === undefined
        ? `${name} <- DBI::dbReadTable(connection, DBI::dbListTables(connection)[[1]])`
        : `${name} <- DBI::dbGetQuery(connection, ${text(`SELECT * FROM ${tableOf(file.table, dialects.duckdb)}`)})`,
      'DBI::dbDisconnect(connection, shutdown = TRUE)',
      ...clean,
    ];
  const sheet = file.sheet === undefined ? '' : `sheet = ${text(file.sheet)}, `;
  if (ending === 'xlsx')
    return [
      comment(words.packages('readxl')),
      `${name} <- as.data.frame(readxl::read_excel(${text(path)}, ${sheet}skip = ${skip}, col_types = "text"))`,
      ...clean,
    ];
  const found = file.encoding ?? about?.encoding ?? 'UTF-8';
  const encoding = /^utf-?8$/iu.test(found) ? 'UTF-8-BOM' : found.toUpperCase();
  return [`${name} <- read_text(${text(path)}, skip = ${skip}, encoding = ${text(encoding)})`, ...clean];
}
