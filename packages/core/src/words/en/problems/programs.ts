// Problems of data files of other programs (SS37x), in English.
import { joined } from '../../../text/listed.ts';
import { dataFileKinds } from '../data-phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

const usedAs = { id: 'respondents', cluster: 'clusters', stratum: 'strata', key: 'keys', category: 'codes' } as const;
const namedAs = {
  id: 'an id',
  cluster: 'a cluster',
  stratum: 'a stratum',
  key: 'the key of a join',
  category: 'a category',
} as const;

const tablesText = (tables: readonly string[]): string =>
  `${tables
    .slice(0, 10)
    .map((name) => `"${name}"`)
    .join(', ')}${tables.length > 10 ? ' …' : ''}`;

export const programsProblems = {
  'damaged-data-file': {
    title: 'The data file is damaged',
    message: ({ file, kind, what, byte }) =>
      `The data file "${file}" is a damaged ${dataFileKinds[kind]}: ${what}${byte === null ? '' : ` (at byte ${byte})`}.`,
    help: () =>
      'Copy or download the file once more and compare its size with the original; if it stays so, open it in the program ' +
      'that it comes from and save it again.',
    explanation: `Files of SPSS, Stata, Excel and Parquet say of themselves how many rows they hold and where each piece stands. In this
one something is not so: most often the file was cut off while it was copied, sent or downloaded, sometimes a disk or a program broke it.

Nothing is read from such a file: numbers that are only partly there look like any others.`,
  },

  'broken-letters': {
    title: 'Texts that are no letters of the encoding',
    message: ({ file, encoding, count, first }) =>
      `${count === 1 ? 'One text' : `${count} different texts`} of "${file}" ` +
      `${count === 1 ? 'is' : 'are'} not in ${encoding}: the first reads "${first}".`,
    help: ({ encoding }) =>
      `If the signs \ufffd stand in many texts, name another encoding than ${encoding} in the data block, for example ` +
      '`encoding gb18030`; if in a few, mend them in the program that the file comes from.',
    explanation: `A few bytes of the file are no letters of the encoding that the others are in. They are shown as \ufffd. Numbers are not
touched; a label, a name or an answer in words may be.`,
  },

  'encoding-found': {
    title: 'The encoding was found by the letters',
    message: ({ file, said, found, sample }) =>
      `"${file}" ` +
      (said === null ? 'does not say in which encoding its letters are' : `says that its letters are ${said}, which they are not`) +
      `: they are read as ${found}${sample === '' ? '' : ` ("${sample}")`}.`,
    help: ({ found }) =>
      `If that reads well, write \`encoding ${found}\` in the data block, and nothing more is said; else name the right one there.`,
    explanation: `A text table does not say in which encoding its letters are, unless it begins with a mark. Stata stored no encoding before
version 14, SPSS none before version 16, and some programs write a wrong one. The letters of names, labels and answers are then told by
how they read. Numbers are the same in every encoding.

An \`encoding\` in the data block is believed, whatever the file says.`,
  },

  'unknown-file-version': {
    title: 'The data file is of a version that is not known',
    message: ({ file, version, known }) =>
      `"${file}" is a Stata file of version ${version}; known are ` +
      `${known.map(([first, last]) => (first === last ? first : `${first} to ${last}`)).join(' and ')}.`,
    help: ({ newer }) =>
      newer
        ? 'In Stata, save it in a version that others read too: saveold survey.dta, version(14).'
        : 'Open it in Stata and save it again, or export it there: export delimited using survey.csv, nolabel.',
    explanation: `Formats change with the programs that write them. A version that is newer, or much older, than those known here could be
read wrongly, so it is not read at all.

From **Stata**, \`saveold survey.dta, version(14)\` writes version 118. From **SPSS**, every *.sav* and *.zsav* is known.`,
  },

  'needs-duckdb': {
    title: 'Nothing here reads a DuckDB file',
    message: ({ file, lacks, reason }) =>
      lacks === 'package'
        ? `"${file}" is a DuckDB file: reading it takes the package @duckdb/node-api, which is not installed.`
        : lacks === 'machine'
          ? `"${file}" is a DuckDB file, which cannot be read here: DuckDB opens files of a machine.`
          : `"${file}" is a DuckDB file, and the package @duckdb/node-api that reads it does not start: ${reason ?? ''}.`,
    help: ({ lacks }) =>
      lacks === 'machine'
        ? "Open the study on a machine; or write the table to a file, in DuckDB `COPY households TO 'households.parquet'`, and name that."
        : 'In a terminal: `npm install -g @duckdb/node-api`. It is found beside studyspec, where npm keeps what is installed for all, ' +
          'and in your home folder, by the editor too.',
    explanation: `A DuckDB file is opened by DuckDB itself, which has about 70 MB and is not part of StudySpec. Who has such files
installs it beside: \`npm install -g @duckdb/node-api\`. It is looked for beside the program, in the folder where npm keeps what is
installed for all, and in \`node_modules\` of your home folder; never in the folder of a study, which may be somebody else's. The
extension of an editor looks in the same places; there is none in a browser.

Nothing has to be installed for a Parquet file: \`COPY households TO 'households.parquet'\` in DuckDB writes one.`,
  },

  'no-such-table': {
    title: 'Which table of the file holds the answers',
    message: ({ file, table, tables }) =>
      tables === null
        ? `"${file}" is no database file: it has no table "${table ?? ''}".`
        : tables.length === 0
          ? `"${file}" has no table.`
          : table === null
            ? `"${file}" has ${tables.length} tables: ${tablesText(tables)}.`
            : `"${file}" has no table "${table}"; it has ${tablesText(tables)}.`,
    help: ({ tables, nearest }) =>
      tables === null
        ? 'Take `table` out of the data block.'
        : tables.length === 0
          ? 'Name the file that has the answers.'
          : nearest === null
            ? `Write \`table "${tables[0]!}"\`, or another of these.`
            : `Did you mean \`table "${nearest}"\`?`,
    explanation: `\`table\` in the data block names the table, or the view, of a DuckDB file that holds the answers. One of another
schema than \`main\` stands behind the schema's name and a dot; a part with a dot in it stands in backquotes. Where a file has a single
table, it need not be named. Other files have no tables to choose from.`,
  },

  'several-sheets': {
    title: 'The workbook has several sheets',
    message: ({ file, sheets }) =>
      `"${file}" has ${sheets.length} sheets with cells: ` +
      `${sheets.map(({ name, rows }) => `"${name}" (${rows} ${rows === 1 ? 'row' : 'rows'})`).join(', ')}.`,
    help: ({ sheets }) =>
      `Say in the data block which holds the answers: \`sheet "${[...sheets].sort((a, b) => b.rows - a.rows)[0]!.name}"\`.`,
    explanation:
      `A workbook may hold several tables, and explanations beside them. Which one is read is never guessed: \`sheet\` in ` +
      `the data
block names it, as it stands on its tab.`,
  },

  'no-such-sheet': {
    title: 'The file has no sheet of that name',
    message: ({ file, sheet, sheets }) =>
      sheets.length === 0
        ? `"${file}" is no workbook: it has no sheet "${sheet}".`
        : `"${file}" has no sheet "${sheet}"; it has ${sheets
            .slice(0, 10)
            .map((name) => `"${name}"`)
            .join(', ')}.`,
    help: ({ nearest, sheets }) =>
      sheets.length === 0
        ? 'Take `sheet` out of the data block.'
        : nearest === null
          ? `Write \`sheet "${sheets[0]!}"\`, or another of these.`
          : `Did you mean \`sheet "${nearest}"\`?`,
    explanation: `\`sheet\` in the data block names the sheet with the answers as it stands on its tab, capital letters and blanks
included. Only workbooks have sheets.`,
  },

  'workbook-errors': {
    title: 'Cells of the workbook hold errors',
    message: ({ file, places, count }) =>
      `${count === 1 ? 'One cell' : `${count} cells`} of "${file}" ${count === 1 ? 'holds an error and is' : 'hold errors and are'} ` +
      `missing: ` +
      `${places.map(({ row, column, text }) => `${text} in row ${row}, ${column}`).join('; ')}${count > places.length ? '; …' : ''}.`,
    help: () => 'Mend the formulas in Excel, or empty the cells: a blank is missing without a word.',
    explanation: `Excel writes \`#N/A\`, \`#DIV/0!\` and their like where a formula has no value. Such a cell is no answer.`,
  },

  'inexact-keys': {
    title: 'A key that is stored as an inexact number',
    message: ({ column, file, as, example, distinct, rows }) =>
      `"${file}", ${column}: the file stores it as a number, and numbers of more than 15 digits (${example}) lose their last ones, ` +
      `so that different ${usedAs[as]} become one (${distinct} different values in ${rows} rows): it cannot serve as ${namedAs[as]}.`,
    help: () =>
      'Name a column that holds it as text (often there is one beside it); if there is none, export the file once more with this ' +
      'column as text.',
    explanation: `SPSS, Stata, Excel and Parquet store a number in eight bytes, which tell whole numbers apart up to 9,007,199,254,740,992
(2^53; Excel keeps 15 digits). Ids of persons and households have up to 18 digits: stored as a number, neighbours become the same number.
Joined by such a key, answers would get the figures of another household; counted as clusters, households would be merged. Nothing can bring
the digits back but the original, so the study does not run on them.

As text (\`str18\` in Stata, \`A18\` in SPSS, a cell formatted as text in Excel) and in CSV files every digit is kept.`,
  },

  'likely-missing': {
    title: 'Codes that look like "no answer"',
    message: ({ file, codes, variables, numbers }) =>
      `"${file}": ${codes.map(({ code, label, count }) => `${code}${label === null ? '' : ` ("${label}")`} (${count}×)`).join(', ')} ` +
      `${codes.length === 1 ? 'looks like a code' : 'look like codes'} for no answer in ${variables} ` +
      `${variables === 1 ? 'variable' : 'variables'}, and nothing declares ${codes.length === 1 ? 'it' : 'them'}` +
      `${numbers.length === 0 ? '.' : `; ${joined(numbers)} ${numbers.length === 1 ? 'counts' : 'count'} them as amounts.`}`,
    help: ({ clauses, join }) => {
      const where = join === null ? 'in the data block' : `in the braces of the join of "${join}"`;
      const [only] = clauses;
      if (clauses.length === 1 && only!.variables.length === 0)
        return (
          `If they are no answers, write \`missing ${only!.missing}\` ${where}; if they are, say what they mean: a level, a point of ` +
          'the scale.'
        );
      const each = clauses.map(
        ({ missing, variables }) => `\`missing ${missing}\` ${variables.length === 0 ? where : `behind ${joined(variables)}`}`,
      );
      return `If they are no answers, write ${each.join(', ')}; elsewhere such numbers are answers.`;
    },
    explanation: `Public files and survey platforms write a number where nobody answered: -8 不适用, -1 不知道, 99 don't know, -3 for a question
that was skipped. SPSS and Stata can declare such codes as missing, and where a file does so nothing is asked. Many files only label them,
or say it in the codebook: taken for answers, they pull every mean away.

Codes are proposed when their label says that there is no answer, when the platform of the export writes them, or when they stand apart from
all answers. None is taken out unasked: a number keeps them as amounts, an item drops them because they are outside its scale.`,
  },

  'append-clash': {
    title: 'The column of the files has the name of another',
    message: ({ column, file }) => `"${column}" is a column of "${file}"; it cannot also say in which file a row stands.`,
    help: () => 'Call it otherwise: `append "second.csv" as wave`.',
    explanation: `\`append "second.csv" as wave\` puts the rows of a second file below those of the first and adds a column, here
\`wave\`, that has the name of the file of each row. No file may have a column of that name, or one of the two could not be reached.`,
  },

  'appended-twice': {
    title: 'A file below itself',
    message: ({ file }) => `"${file}" would stand there twice: each of its respondents would count twice.`,
    help: () => 'Name the other file: `append "second.csv" as wave`.',
    explanation: `\`append\` puts the rows of another file below those of the first. The same file once more has the same respondents:
n would double, and standard errors would be too small by nearly a third.`,
  },

  'beside-engine': {
    title: 'A clause that a table of a database does not take',
    message: ({ word, engine }) => `\`${word}\` has no place beside a table of ${engine}.`,
    help: ({ word, engine }) =>
      engine === 'duckdb'
        ? `Leave out \`duckdb\`: then its rows are read, as those of any file, and \`${word}\` may stand. Or leave out \`${word}\`.`
        : `Leave out \`${word}\`; joins, rows below and weights belong into a view of the database.`,
    explanation: `Of a table of a database nothing is fetched but counts: how many rows have which two answers. So there are no ids, no
strata and no weights, and nothing of a file's form. What stands beside it is \`missing\`, \`out of range\`, \`text\` and \`where\`. Tables
are joined, and rows put below each other, by a view.

A DuckDB file without the word \`duckdb\` before its name is read row by row, and takes all clauses of a file.`,
  },

  'either-both': {
    title: 'One file has several of the names of a column',
    message: ({ columns, file }) =>
      `"${file}" has ${columns.map((name) => `"${name}"`).join(' and ')}: which of them is meant there cannot be said.`,
    help: ({ columns }) => `Write the one name that is meant, \`from ${columns[0] ?? ''}\`; or rename the other column in that file.`,
    explanation: `\`from happy | content\` reads in each row the column that the row's file has: files that stand one below another often
call the same question otherwise. A file that has two of the names leaves open which of them holds the answers.`,
  },

  'relabelled-codes': {
    title: 'A code stands for different things in two files',
    message: ({ column, code, first, second, file, other }) =>
      `${column}: ${code} is "${first}" in "${file}" and "${second}" in "${other}"; both count as ${code}.`,
    help: () => 'Look at the questionnaires. If the codes differ, recode one of the files before they stand one below the other.',
    explanation: `Files that stand one below another share their codes: a 1 is a 1, whichever file it comes from. Their own labels say here
that it does not mean the same in both, as when a second wave turns the order of the answers.`,
  },

  'odd-submissions': {
    title: 'Previews and unfinished answers are among the respondents',
    message: ({ file, previews, unfinished }) => {
      const rows = (numbers: readonly number[]): string =>
        `row${numbers.length === 1 ? '' : 's'} ${numbers.length > 8 ? `${numbers.slice(0, 8).join(', ')}, …` : joined(numbers)}`;
      const some = (numbers: readonly number[], one: string, more: string): readonly string[] =>
        numbers.length === 0 ? [] : [`${numbers.length} ${numbers.length === 1 ? one : more} (${rows(numbers)})`];
      const said = [...some(previews, 'is a preview', 'are previews'), ...some(unfinished, 'is unfinished', 'are unfinished')];
      return `"${file}": of the submissions ${said.join(' and ')}; they count as respondents.`;
    },
    help: ({ clause }) => `If they are none, write \`where ${clause}\` in the data block; if they are to count, accept that with a reason.`,
    explanation: `Platforms export what was sent while the questionnaire was tried out beside the answers, and with them those that were
broken off half way. Nothing is left out unasked: they are respondents until a rule of the data block says that they are none, and then
they are counted there.`,
  },

  'headings-found': {
    title: 'Where the table of a sheet begins',
    message: ({ file, names, last }) =>
      `The table of "${file}" has its names in ${names === last ? `row ${names}` : `rows ${names} to ${last}`}` +
      `${
        names === 1 ? '' : `; ${names === 2 ? 'row 1 stands above it and is' : `rows 1 to ${names - 1} stand above it and are`} left out`
      }.`,
    help: ({ names, last }) =>
      `If that is right, write \`header ${names === last ? names : `${names}..${last}`}\` in the data block; if not, the right rows.`,
    explanation: `Tables made for people have titles above them, and headings in several rows, some over several columns. The first row that
names most columns begins the table. A column under a heading that is merged over several is called by both: \`economy / costs\`.`,
  },
} satisfies Partial<WordsOfProblems>;
