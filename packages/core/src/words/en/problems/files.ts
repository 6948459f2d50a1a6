// Problems of data files (SS30x, SS31x), in English.
import { joined } from '../../../text/listed.ts';
import { numberWitnesses, otherFormats, tellRefusal } from '../data-phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

function quoted(row: readonly (string | null)[]): string {
  const cells = row.filter((cell): cell is string => cell !== null);
  return `${cells
    .slice(0, 3)
    .map((cell) => `"${[...cell].length > 40 ? `${[...cell].slice(0, 40).join('')}…` : cell}"`)
    .join(', ')}${cells.length > 3 ? ' …' : ''}`;
}

export const filesProblems = {
  'unreadable-data-file': {
    title: 'The data file cannot be read',
    message: ({ file, reason }) => `The data file "${file}" cannot be read: ${tellRefusal(reason)}.`,
    help: ({ nearest }) =>
      nearest === undefined || nearest === null
        ? 'Write the file name as it stands in the folder of this spec; a path such as "data/survey.csv" starts from that folder.'
        : `Did you mean "${nearest}"? A path starts from the folder of this spec.`,
    explanation: `The \`data\` block names the file that holds the answers. The name is looked up from the folder in which the spec
lies, not from the folder in which you happen to work.

Check the spelling, the ending (\`.csv\`), capital letters (they matter on many machines), and whether another program,
such as Excel, has the file open and keeps it locked.`,
  },

  'empty-file': {
    title: 'The data file is empty',
    message: ({ file }) => `The data file "${file}" holds nothing.`,
    help: () => 'Export the data once more, with the names of the columns in the first row.',
    explanation: `The file exists but has no text in it. Often an export was interrupted, or the file was made and never filled.

A data file is a table: the first row holds the names of the columns, every further row one respondent.`,
  },

  'no-rows': {
    title: 'The data file has names but no answers',
    message: ({ file, columns, inTable }) =>
      inTable === true
        ? `The table "${file}" has no rows: nobody has answered yet.`
        : `The data file "${file}" has one row only, with ${columns === 1 ? 'one name' : `${columns} names`}: nobody has answered yet.`,
    help: ({ inTable }) =>
      inTable === true
        ? 'Check that it is the right table, and that whoever asks may see its rows.'
        : 'Export the data with its rows. If the first row holds answers, put a row with the names of the columns above it.',
    explanation: `The first row of a data file names the columns; answers start in the second row. This file stops after the first row,
so there is nothing to compute from.`,
  },

  'not-a-table': {
    title: 'The data file is not a table',
    message: ({ file, format }) => `The data file "${file}" is not a table of answers: it is ${otherFormats[format].called}.`,
    help: ({ format }) => otherFormats[format].help,
    explanation: `StudySpec reads CSV (plain text, one respondent a row, cells separated by commas, semicolons or tabs), files of SPSS
(\`.sav\`, \`.zsav\`), of Stata (\`.dta\`), workbooks of Excel (\`.xlsx\`) and Parquet (\`.parquet\`). Giving a file the ending
\`.csv\` does not make it one.

An old workbook (\`.xls\`), a web page or a PDF is opened in its program and saved as \`.xlsx\` or CSV there.`,
  },

  'wrong-encoding': {
    title: 'The data file is written in another encoding',
    message: ({ file, said, likely, sample }) =>
      `The data file "${file}" is not in ${said ?? 'UTF-8'}` +
      (likely === null ? '.' : `; it reads as ${likely}${sample === null ? '' : ` ("${sample}")`}.`),
    help: ({ said, likely }) =>
      likely === 'utf-8'
        ? `Take \`encoding ${said ?? ''}\` out of the data block: UTF-8 needs no mention.`
        : likely === null
          ? 'Save the file as "CSV UTF-8", or name its encoding in the data block, for example `encoding gb18030`.'
          : `Write \`encoding ${likely}\` in the data block, or save the file as "CSV UTF-8".`,
    explanation: `Text is stored as numbers, and an encoding says which number is which letter. Read with the wrong one, 编号 becomes
\`±àºÅ\`, and no column is found. A file that is not UTF-8 is read in the encoding that its letters clearly show, and that is said
(SS372); where they show none, or another than the data block names, the data block must name the right one:

\`\`\`study
data "survey.csv" {
  encoding gb18030
}
\`\`\`

Chinese Excel often writes GB18030 (also called GBK) when one saves as plain *CSV*; *CSV UTF-8* is the safer choice. Others in use
are \`big5\` (Taiwan, Hong Kong), \`shift_jis\` (Japan), \`windows-1252\` (Western Europe) and \`utf-16le\` (Excel's *Unicode text*).`,
  },

  'unknown-encoding': {
    title: 'No encoding has that name',
    message: ({ encoding }) => `No encoding is called "${encoding}".`,
    help: ({ nearest }) =>
      nearest === null
        ? 'Common ones are `utf-8`, `gb18030`, `gbk`, `big5`, `shift_jis`, `windows-1252`, `utf-16le`.'
        : `Did you mean \`${nearest}\`?`,
    explanation: `\`encoding\` in the data block names how the letters of a file are stored. Leave it out when the file is UTF-8. The names
are those of the web's Encoding Standard: \`utf-8\`, \`utf-16le\`, \`gb18030\` (and \`gbk\`, \`gb2312\`, which it contains), \`big5\`,
\`shift_jis\`, \`euc-kr\`, \`windows-1250\` to \`windows-1258\`, \`iso-8859-1\` to \`iso-8859-16\`.`,
  },

  'unclosed-quote': {
    title: 'A quotation mark in the data file is never closed',
    message: ({ row, start }) =>
      `${row === null ? 'The first row' : `Row ${row}`}: ` +
      `the cell that starts with "${start} is never closed, so the rest of the file would be one cell.`,
    help: () => 'Put a " at the end of that cell. A quotation mark that belongs to the text is doubled: "He said ""yes""".',
    explanation: `In a CSV file a cell that holds a comma or a line break is put in quotation marks: \`"Yes, always"\`. This one is opened
and never closed. Reading on would swallow all rows that follow, so nothing is read.

Open the file in a text editor, go to the row named, and close the mark, or double it if it is part of the answer.`,
  },

  'stray-quote': {
    title: 'Text follows a closing quotation mark',
    message: ({ row, place, column, cell, count }) =>
      `Row ${row}, ${column ?? `cell ${place}`}: text follows the closing quotation mark; ` +
      `the cell is read as ${cell}${count > 1 ? ` (${count} such cells)` : ''}.`,
    help: () => 'Put the whole cell in quotation marks and double those inside: "the ""new"" village".',
    explanation: `A cell that starts with a quotation mark ends with one, and the next thing must be the separator. Here text follows, so
either a separator is missing or a quotation mark inside the cell was not doubled. The cell is read as its parts put together; see
whether that is what was meant.`,
  },

  'long-row': {
    title: 'A row has more cells than there are columns',
    message: ({ row, cells, columns, count }) =>
      `Row ${row} has ${cells} cells, but the first row names ${columns} columns${count > 1 ? `; ${count} rows are too long` : ''}.`,
    help: ({ count, columns }) =>
      (count > 2 || columns === 1
        ? 'If the first row is a title and the names of the columns stand below it, say in which row: `header 2` in the data ' +
          'block. Otherwise a'
        : 'Most often a') + ' text holds a comma and stands without quotation marks: write "Yes, always". Mend the row in the file.',
    explanation: `Every row must have as many cells as the first row has names. A row that has more usually holds a text with a comma in
it, not in quotation marks: all answers after it stand one column too far to the right. Nothing is computed from a table that may be
shifted.

A cell for each column, and only empty cells beyond, is accepted: some programs end each row with commas.`,
  },

  'short-row': {
    title: 'A row has fewer cells than there are columns',
    message: ({ row, cells, columns, count }) =>
      `Row ${row} has ${cells === 1 ? 'one cell' : `${cells} cells`}, but the first row names ${columns} ` +
      `columns${count > 1 ? `; ${count} rows are too short` : ''}. The missing cells are read as blank.`,
    help: () =>
      'If a cell was lost in the middle, the answers after it stand one column too far to the left: put an empty cell in its place.',
    explanation: `Every row must have as many cells as the first row has names. Some programs leave out the empty cells at the end of a
row: then reading them as blank, as is done here, is right. But if a cell was lost in the *middle* of a row, all answers after it have
moved one column to the left and count for the wrong question. Look at the rows named.`,
  },

  'duplicate-column': {
    title: 'Two columns have the same name',
    message: ({ column, positions, others }) =>
      `Columns ${joined(positions)} are all called "${column}"; the name means column ` +
      `${positions[0]}${others > 0 ? ` (${others} more ${others === 1 ? 'name is' : 'names are'} used twice)` : ''}.`,
    help: () => 'Give each column a name of its own in the first row of the file.',
    explanation: `A study names columns, so a name must mean one column. When two have the same name, the first one is used, which may not
be the one that was meant. The others can be reached as \`from "name [2]"\`, \`from "name [3]"\` and so on, but it is better to rename
them in the file.`,
  },

  'unnamed-column': {
    title: 'A column has no name',
    message: ({ positions }) =>
      positions.length === 1
        ? `Column ${positions[0]} has no name in the first row; it is called "column ${positions[0]}".`
        : `${positions.length} columns have no name in the first row (the first is column ${positions[0]}); they are called ` +
          `"column ${positions[0]}" and so on.`,
    help: () => 'Write a name into the first row of the file, or delete the column if it is not needed.',
    explanation: `The first row names the columns. A column with answers but without a name can still be used, as \`from "column 4"\`, but
such a name says nothing and changes when a column is inserted before it. Columns that are empty throughout are left out without a word.`,
  },

  'no-header': {
    title: 'The first row holds numbers instead of names',
    message: ({ file, first }) => `The first row of "${file}" holds numbers (${first}); it must hold the names of the columns.`,
    help: () =>
      'Put a row above it with a name for each column; if the names stand in a later row, write for example `header 2` in the data block.',
    explanation: `A study speaks of columns by name, so the first row of a data file must hold names. Here it holds numbers only, which
looks like the answers of the first respondent. Read as names, they would be lost from the sample and no column would be found.

Some programs export without names unless told otherwise: in SPSS tick *Write variable names to file*. If your columns are
really called 1, 2, 3 … put a letter before each number: \`q1\`, \`q2\`, \`q3\`.`,
  },

  'blank-rows': {
    title: 'Empty rows are left out',
    message: ({ first, count }) =>
      count === 1
        ? `Row ${first} holds nothing at all and is left out.`
        : `${count} rows hold nothing at all and are left out; the first is row ${first}.`,
    help: () => 'Delete the empty rows from the file.',
    explanation: `Spreadsheets often leave rows without a single answer behind at the end of a table. Counted as respondents they would
raise the sample size, and with missing values replaced by means they would even be scored, so they are left out; so are empty lines
anywhere. A row of blank cells *between* others is another matter: it counts as a respondent who answered nothing (SS316).

Rows keep their numbers: row 12 of a report is still row 13 of the spreadsheet.`,
  },

  'ambiguous-number': {
    title: 'A number can be read in two ways',
    message: ({ column, cell, read, other, why, others }) =>
      `Column "${column}": ${cell} is read as ${read}, not as ${other}, because ` +
      `${numberWitnesses[why]}${others > 0 ? ` (${others} more ${others === 1 ? 'column' : 'columns'} likewise)` : ''}.`,
    help: ({ cell }) =>
      `Say which it is in the data block: \`decimal ${cell.includes(',') ? 'comma' : 'point'}\` if it is a small number with ` +
      `decimals, \`decimal ${cell.includes(',') ? 'point' : 'comma'}\` if a thousand and more.`,
    explanation: `In some countries \`1,234\` is one thousand two hundred and thirty-four, in others it is one and a bit; with \`1.234\` it
is the other way round. In most files other numbers settle the question: \`3,5\` can only have a decimal comma. Here nothing in the
column itself does, so the rest of the file decided. If it decided wrongly, every value of the column is a thousand times too large or
too small.

The rules: in a file with commas between the cells, a comma inside a number separates thousands; in a file with semicolons it is the
decimal mark, and dots separate thousands where the file uses decimal commas.`,
  },

  'unanswered-rows': {
    title: 'Rows in which every cell is blank count as cases',
    message: ({ first, count }) =>
      count === 1
        ? `Row ${first} holds no answer at all and counts as a case.`
        : `${count} rows hold no answer at all and count as cases; the first is row ${first}.`,
    help: () => 'If nobody stands behind such a row, delete it from the file.',
    explanation: `A row in which every cell is blank, with answered rows below it, may be a respondent who was asked and answered nothing.
It counts as a case with every answer missing, as it does in SPSS: it raises the sample size, and where missing values are replaced by
means (\`missing mean\`) it is scored with nothing but means.

Blank rows at the *end* of a file are what spreadsheets leave behind; they are left out (SS314).`,
  },

  'heading-rows': {
    title: 'Rows of headings are left out',
    message: ({ file, rows }) =>
      rows.length === 1
        ? `Row 1 of "${file}" looks like a row of headings, not like a respondent: ${quoted(rows[0]!)}. It is left out.`
        : `Rows 1-${rows.length} of "${file}" look like rows of headings, not like respondents: ${rows.map(quoted).join('; ')}. ` +
          'They are left out.',
    help: ({ rows }) =>
      `If that is right, write \`header 1..${rows.length + 1}\` in the data block, and nothing more is said; if respondents ` +
      'stand there, `header 1`.',
    explanation: `Survey platforms write more than the names of the columns over the answers: the words of each question, and codes of
their own (Qualtrics has three such rows, Wenjuanxing sometimes two). Read as answers they would be respondents who answered nothing, or
everything wrongly.

A row at the top is taken for headings when it holds texts in columns that hold numbers below it, and these texts differ from each other
and from every answer. Such rows are left out; rows keep their numbers, so row 3 of a report is still row 4 of the spreadsheet.

\`header 1..3\` in the data block says that the names stand in the first row and that two more rows of headings follow; \`header 3\` that
the names stand in the third row and answers follow at once.`,
  },

  'summary-rows': {
    title: 'Rows that sum up the others are left out',
    message: ({ file, rows }) => {
      const found = rows
        .slice(0, 5)
        .map(({ row, name, cells }) => `row ${row} (${[...(name === '' ? [] : [`"${name}"`]), ...cells].join(', ')})`)
        .join(', ');
      const more = rows.length > 5 ? ` and ${rows.length - 5} more` : '';
      return rows.length === 1
        ? `"${file}": ${found} sums up the others and is no respondent; it is left out.`
        : `"${file}": ${found}${more} sum up the others and are no respondents; they are left out.`;
    },
    help: ({ rows }) =>
      rows.length === 1
        ? 'Delete the row from the file. If a respondent stands behind it, give that respondent another id.'
        : 'Delete the rows from the file. If respondents stand behind them, give them other ids.',
    explanation: `Spreadsheets often carry a row of means or totals below the answers, or above them. Counted as a respondent it would
enter every statistic: a row of totals with 58 on a scale 1..5, a row of means with 3.5 among whole answers.

A row is left out when the column of ids says that it is none: mean, average, total, sum, 平均, 合计, 总计 and the like; and the last row when
it has no id and all its numbers are the sums, or the means, of what stands above. Nobody else is left out.`,
  },

  'damaged-bytes': {
    title: 'The data file is damaged in places',
    message: ({ file, encoding, row, byte, bytes, before, rows }) =>
      `The data file "${file}" is in ${encoding === 'utf-8' ? 'UTF-8' : encoding}, but damaged at ` +
      `${row === 0 ? 'the row of names' : `row ${row}`}: what begins at byte ${byte} ` +
      `(${bytes})${before === '' ? '' : `, after "${before}",`} is no ` +
      `letter${rows > 1 ? `; ${rows} rows have such places` : ''}.`,
    help: () =>
      'Mend the cell in a text editor, or export the file once more. Another encoding does not help: the rest of the file ' +
      'reads well in this one.',
    explanation: `Nearly all of the file reads well, and a few bytes do not: a file that was cut off while it was copied, two files of
different encodings put together, or a letter that a program broke. Reading the file in another encoding would turn every other letter
into a wrong one, so nothing is read until the place is mended.`,
  },
} satisfies Partial<WordsOfProblems>;
