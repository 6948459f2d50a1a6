// Problems of columns and answers (SS32x on), in English.
import { say } from '../../say.ts';
import { rowText, readingWays } from '../data-phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';
import { lossExplanation, lossText } from './loss.ts';
import { holdsNumber } from '../../../text/holds-number.ts';

function word(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) ? name : `"${name}"`;
}

function code(value: string): string {
  return /^-?\d+(\.\d+)?$/u.test(value) ? value : `"${value}"`;
}

/** The range that a variable's answers should lie in, as the spec writes it. */
const rangeText = (range: string | null): string => range ?? 'a number';

const quotedValues = (values: readonly { readonly value: string }[], between: string): string =>
  values
    .slice(0, 3)
    .map((entry) => `"${entry.value}"`)
    .join(between);

const fiveOf = (columns: readonly string[]): string =>
  `${columns.slice(0, 5).join(', ')}${columns.length > 5 ? ` and ${columns.length - 5} more` : ''}`;

export const answersProblems = {
  'unknown-column': {
    title: 'The data file has no such column',
    message: ({ column, file }) => `"${file}" has no column "${column}".`,
    help: ({ nearest, columns }) =>
      nearest !== null
        ? `Did you mean "${nearest}"? A column of another name is given by \`from\`: \`from ${word(nearest)}\`.`
        : `Its columns are ${columns
            .slice(0, 8)
            .map((name) => `"${name}"`)
            .join(', ')}${columns.length > 8 ? ` and ${columns.length - 8} more` : ''}. Say where the answers stand: \`from NAME\`.`,
    explanation: `Without \`from\`, an indicator, a category or a number is looked for in the column of its own name; with \`from q12\` in
the column \`q12\`. Names must agree letter by letter, capitals included. The names are those in the first row of the data file.

A name that is not a plain word (it has spaces, or starts with a digit) is written in quotation marks: \`from "Q13 Are you happy?"\`.
If all columns seem to be missing, the file may have been read with the wrong separator or encoding, or it is another file.`,
  },

  'out-of-range': {
    title: 'An answer is outside its scale',
    message: ({ row, id, variable, value, expected, count, kept, loss }) =>
      `Row ${rowText(row, id)}, ${variable}: ${value} is outside ${rangeText(expected)}; ` +
      `${kept ? 'it is used, as `out of range kept` says' : 'it is treated as missing'}` +
      (count > 1 ? ` (${count} such answers).` : '.') +
      lossText(loss),
    help: ({ count, answered, expected, values, kept, within }) =>
      count * 2 > answered
        ? `Most answers are outside ${rangeText(expected)}: the ${within ? 'range' : 'scale'} may be another one ` +
          `(\`${within ? 'within' : 'on'} LOW..HIGH\`), or the column holds another question.`
        : values.length <= 2 && count >= 3
          ? `If ${values.map((entry) => entry.value).join(' and ')} ${values.length === 1 ? 'stands' : 'stand'} for "no answer", ` +
            `add ${values.length === 1 ? 'it' : 'them'} to the missing codes: \`missing ` +
            `${values.map((entry) => entry.value).join(' | ')}\`.`
          : kept
            ? 'Correct it in the data, or take out `out of range kept`, which belongs only in a study that reproduces a paper that ' +
              'did not clean its data.'
            : `Look it up in the questionnaire and correct it in the data${
                within ? '.' : '; 55 on a scale 1..5 is usually a 5 typed twice.'
              }`,
    explanation: `The scale, or \`within\` of a number, says which answers there can be. An answer outside it is a typing error, a code
for "no answer" that nobody declared, or a sign that the question was asked on another scale. It is reported with its row and value,
counted, and treated as missing: it enters no statistic.

One wrong cell can do great harm. A single 55 among 323 answers on 1..5 raises the standard deviation from 0.9 to 3.0 and, after
rescaling by minimum and maximum, squeezes everybody else into the lowest tenth of a 0..100 score.

\`out of range kept\` in the data block uses such answers as they stand. It is meant for reproducing a paper that did so, and nothing
else.${lossExplanation}`,
  },

  'not-a-number': {
    title: 'A word stands where a number is expected',
    message: ({ row, id, variable, value, expected, count, loss }) =>
      `Row ${rowText(row, id)}, ${variable}: "${value}" is not a number${expected === null ? '' : ` ${expected}`}; it is treated ` +
      `as missing${count > 1 ? ` (${count} such answers).` : '.'}${lossText(loss)}`,
    help: ({ values, distinct, count, answered, early, scale }) =>
      count === answered && distinct > 1
        ? 'No answer is a number: the column may hold labels. Export codes instead of labels, or declare a category with a level ' +
          'for each label.'
        : early
          ? `It stands in the first ${count === 1 ? 'row' : 'rows'} of a column of numbers: if ` +
            `${count === 1 ? 'that is a row' : 'those are rows'} of headings, write \`header 1..${count + 1}\` in the data block.`
          : !scale && values.some(({ value }) => holdsNumber(value))
            ? `Write the number alone, without ${values
                .filter(({ value }) => holdsNumber(value))
                .slice(0, 3)
                .map(({ value }) => `the words of "${value}"`)
                .join(' and ')}, or take the answer out of the file.`
            : `If ${quotedValues(values, ', ')} ${values.length === 1 ? 'stands' : 'stand'} for "no answer", add ` +
              `${values.length === 1 ? 'it' : 'them'} to the missing codes: \`missing ${quotedValues(values, ' | ')}\`.`,
    explanation: `An indicator or a number is computed with, so its column must hold numbers. Words such as "refused", "NA" or "don't know"
are common in exports. If they mean that there is no answer, list them as missing, for all columns in the data block or for one variable
on its own line:

\`\`\`study
data "survey.csv" { missing blank | "refused" | 99 }
indicator happy "Happier than before" on agreement missing "don't know"
\`\`\`

Until then each such answer is reported and treated as missing.${lossExplanation}`,
  },

  'unlisted-code': {
    title: 'A code that no level lists',
    message: ({ row, id, variable, value, count, values, distinct, loss }) =>
      `${
        distinct === 1
          ? `Row ${rowText(row, id)}, ${variable}: no level lists ${value}; it is treated as missing` +
            `${count > 1 ? ` (${count} such answers).` : '.'}`
          : `${variable}: ${count} answers have codes that no level lists and are treated as missing: ${values
              .slice(0, 5)
              .map((entry) => `${entry.value} (${entry.count}×)`)
              .join(', ')}${distinct > 5 ? ` and ${distinct - 5} more` : ''}; the first is in row ${rowText(row, id)}.`
      }${lossText(loss)}`,
    help: ({ levels, silent, values, alike }) =>
      alike != null
        ? `If "${alike.value}" is ${alike.level}, list the text too: \`${alike.level} = ${alike.codes} | "${alike.value}"\`.`
        : `The levels are ${levels
            .slice(0, 6)
            .map(({ name, codes }) => `${name} = ${codes}`)
            .join(', ')}${levels.length > 6 ? ` and ${levels.length - 6} more` : ''}. ` +
          (silent.length > 0
            ? `Nobody has ${silent
                .slice(0, 3)
                .map(({ name, codes }) => `${name} (= ${codes})`)
                .join(', ')}: is the code wrong there? Otherwise add`
            : 'Add') +
          ` the code to a level, as \`= 1 | ${code(values[0]?.value ?? '2')}\`, or to \`missing\`.`,
    explanation: `A category says which codes make up each of its levels. An answer with a code that no level lists belongs nowhere: it is
reported with its row and value, counted, and treated as missing.

Either a level was forgotten, or one level should take several codes (\`minority = 2..6\`), or the code stands for "no answer" and
belongs into \`missing\`. If the file holds labels instead of codes, list the labels: \`male = "Male"\`.${lossExplanation}`,
  },

  'undefined-value': {
    title: 'A computed number has no value',
    message: ({ row, id, variable, value, expected, count }) =>
      `Row ${rowText(row, id)}: ${variable} has no value, for ${expected} is not defined where ${value}; it is ` +
      `treated as missing${count > 1 ? ` (${count} such rows).` : '.'}`,
    help: () =>
      'Usually a 0 stands for "no answer" in a column that is divided by, or whose logarithm is taken: declare it, as ' +
      '`number size missing 0`.',
    explanation: `Nothing can be divided by zero, and zero and negative numbers have no logarithm. A computed number that would need it is
treated as missing in that row, and reported with the values it was computed from.

Often the zero is not a real answer: nobody lives in a household of 0. Then declare the number with its missing code and compute from it.`,
  },

  'prorated-sums': {
    title: 'Sums of fewer values than there should be',
    message: ({ number, count, cases, of }) => `${number}: ${count} of ${cases} sums are prorated, for not all ${of} values are there.`,
    help: ({ number, of }) => `If ${number} is to be missing there, let it need all of them: \`needs ${of}\`.`,
    explanation: `With \`needs k\` a sum is computed where at least k of its values are there: the mean of these times how many values
there should be. It stands for the sum that somebody would have had who answered the rest alike; without \`needs\` it is missing, as a
sum in SPSS is.`,
  },

  'beyond-goalposts': {
    title: 'A value lies beyond the goalposts of its number',
    message: ({ row, id, variable, value, low, high, count }) =>
      `Row ${rowText(row, id)}, ${variable}: ${value} is beyond the goalposts ${low}..${high}; it is held at the nearer one` +
      (count > 1 ? ` (${count} such values).` : '.'),
    help: ({ low, high, values }) => {
      const found = values.map(({ value }) => Number(value));
      return `If such values are to be told apart, set wider ones: \`goalposts ${Math.min(low, ...found)}..${Math.max(high, ...found)}\`.`;
    },
    explanation: `Goalposts say which values become the ends of the range that a number is brought onto, so that samples can be compared:
with \`rescale 0..1 goalposts 20..85\` a life of 20 years is 0 and one of 85 is 1, whatever the sample holds. A value beyond them is held at
the nearer end, as the Human Development Index does (UNDP, Technical note 1): otherwise one value could outweigh all others.`,
  },

  'level-never-occurs': {
    title: 'A level that nobody has',
    message: ({ category, level, codes, column }) => `Nobody has ${category}.${level}: ${codes} never occurs in ${column}.`,
    help: () =>
      'Check the code against the questionnaire; if nobody was asked or nobody belongs to it, take the level out or join it to another.',
    explanation: `The level is declared, but no answer has its code. It may be a wrong code. If it is right, the level has nobody in it: it
gets a count of 0, it cannot be compared with others, and no coefficient can be estimated for it in a regression.`,
  },

  'overlapping-levels': {
    title: 'An answer belongs to two levels',
    message: ({ category, value, first, second }) => `${category}: the answer ${value} belongs to both ${first} and ${second}.`,
    help: ({ value }) =>
      `Change the codes so that each answer is in one level. For real values use half-open ranges: \`..<${value}\` and \`${value}..\`.`,
    explanation: `Every respondent is in one level of a category at most. Here the codes of two levels overlap, and an answer in the data
falls into the overlap.

A range holds both of its ends: \`..18\` and \`18..45\` both hold 18. Whole numbers are told apart by \`..18\` and \`19..45\`, real
values by half-open ranges: \`..<3\` and \`3..<15\`.`,
  },

  'duplicate-id': {
    title: 'Two respondents have the same number',
    message: ({ id, first, second, count }) =>
      `Rows ${first} and ${second} have the same id "${id}"${count > 1 ? `; ${count} rows repeat an id` : ''}. Both are counted.`,
    help: () => 'If one questionnaire was entered twice, delete one of the rows; if two people got the same number, correct it.',
    explanation: `The column that \`id\` names must tell respondents apart. When an id stands twice, a questionnaire may have been entered
twice, and that person would count double in every statistic. Nothing is deleted for you: both rows are used until the file is mended.`,
  },

  'all-missing': {
    title: 'Nobody has answered the question',
    message: ({ variable, column, rows }) => `${variable}: all ${rows} answers in column "${column}" are missing.`,
    help: () =>
      'Check that it is the right column and that `missing` does not list real answers; if the question was not asked, take it out.',
    explanation: `Every cell of the column is blank or holds a code that \`missing\` lists, so nothing can be computed from it. The column
may have been left empty in the export, or \`missing\` names a code that is a real answer to this question. A variable's own \`missing\`
replaces the data block's.`,
  },

  'look-alike-keys': {
    title: 'Keys that look alike',
    message: ({ column, file, first, second, same, count }) =>
      `"${file}", ${column}: "${first}" and "${second}" look alike, ` +
      `${same ? 'and are taken as one key' : 'but are two keys, since they are not written alike'}` +
      `${count > 1 ? ` (${count} such pairs)` : ''}.`,
    help: ({ same }) =>
      same
        ? 'Write them alike in the file; if they are two, give one of them another name.'
        : 'If they are one, write them alike in the file.',
    explanation: `The columns that \`id\`, \`cluster\` and \`join … on\` name hold keys, and keys are names: they compare as they are
written, but for blanks around them and for letters of another width (\`Ａ１\` is \`A1\`). \`A1\` and \`a1\`, \`Site 3\` and \`Site3\` are
two keys: two respondents, two clusters, and only one of them finds its row in a joined file. Most often they were meant as one.`,
  },

  'shortened-keys': {
    title: 'Long keys have lost digits',
    message: ({ column, file, example, count }) =>
      `"${file}", ${column}: ${example} is a long number of which Excel has kept the first digits only (${count} such keys); ` +
      'different keys may have become one.',
    help: () =>
      'Export the file once more from where it was made, or format the column as text in Excel before the numbers are entered or imported.',
    explanation: `Excel shows a number of 12 digits and more as \`5.20424E+17\`, and a CSV file saved then holds just that: the other
digits are gone. Ids of households and persons have up to 18 digits, so many of them become the same. Nothing can bring the digits back
but the original file.`,
  },

  'several-answers': {
    title: 'A cell holds several answers',
    message: ({ row, id, variable, value, count, kind, expected, loss }) =>
      `Row ${rowText(row, id)}, ${variable}: "${value}" holds several answers` +
      `${kind === 'indicator' ? `, each on ${rangeText(expected)}` : ''}; it is ` +
      `treated as missing${count > 1 ? ` (${count} such cells).` : '.'}${lossText(loss)}`,
    help: ({ kind }) =>
      (kind === 'indicator'
        ? 'Who marked two points of a rating scale gave no answer to it: correct the cell, or leave it missing.'
        : 'If several choices were allowed, export a column of 0 and 1 for each choice, and declare each of them.') +
      (kind === 'category' ? '' : ' If the comma is a decimal one, write the number with a point.'),
    explanation: `A question with several choices is often exported as one cell: \`1,3\`, \`1;3\`, \`1┋3\`. That is no number: read as 1.3
it would enter the mean as an answer that nobody gave. Such a cell is told and treated as missing.

A question that allowed several choices is several questions, one a choice: most platforms export it so when asked (*split into columns*,
*one column per option*). On a rating scale, \`2,3\` is somebody who marked two points. Only where other numbers of the column prove it
(\`3,67\`, \`4,0\`) is the comma a decimal one.${lossExplanation}`,
  },

  'labelled-answers': {
    title: 'Answers are words: which point of the scale are they',
    message: ({ row, id, variable, value, count, values, expected, loss }) =>
      `Row ${rowText(row, id)}, ${variable}: "${value}" is a label, not a number ${rangeText(expected)}; it is treated as missing` +
      `${
        count > 1
          ? ` (${count} such answers: ${values
              .slice(0, 5)
              .map((one) => `"${one.value}" ${one.count}×`)
              .join(', ')}).`
          : '.'
      }${lossText(loss)}`,
    help: ({ scale, low, high, points }) => {
      const known = points.filter((one) => one.point !== null).sort((a, b) => a.point! - b.point!);
      const open = points.filter((one) => one.point === null);
      // Which point a label is, nobody but the author knows: none is made up.
      if (known.length === 0)
        return `Say in the scale which point each of them is, one line a label with the point behind "=": ${open
          .slice(0, 5)
          .map(({ text }) => `"${text}"`)
          .join(', ')}${open.length > 5 ? ' …' : ''}. Or export codes instead of labels.`;
      const lines = known.map(({ text, point }) => `"${text}" = ${point}`).join('  ');
      return (
        `Say in the scale which text is which point: \`scale ${scale ?? 'answers'} ${low}..${high} { ${lines} ` +
        `}\`${scale === null ? ', and `on answers` at the indicator' : ''}` +
        `${
          open.length > 0
            ? `; likewise for ${open
                .slice(0, 4)
                .map(({ text }) => `"${text}"`)
                .join(', ')}`
            : ''
        }. Or export codes instead of labels.`
      );
    },
    explanation: `Google Forms, Qualtrics and Wenjuanxing can export the words of an answer instead of its number. An indicator is computed
with, so it must be known which words are which point. A scale says it:

\`\`\`study
scale agreement 1..5 {
  "Strongly disagree" = 1
  "Disagree"          = 2
  "Neither"           = 3
  "Agree"             = 4
  "Strongly agree"    = 5 | "5 - strongly agree"
}
\`\`\`

The labels of a scale's points and of its two ends are read as these points, in whatever case and language the scale has them. A text is
never taken for a point only because it begins with one: \`5 - 10 times\` is not 5.${lossExplanation}`,
  },

  'between-points': {
    title: 'An answer lies between two points of its scale',
    message: ({ row, id, variable, value, expected, count, whole }) =>
      `Row ${rowText(row, id)}, ${variable}: ${value} is no point of ${rangeText(expected)}, as ${whole} other answers are; it ` +
      `is used as it stands${count > 1 ? ` (${count} such answers).` : '.'}`,
    help: () =>
      'Look it up in the questionnaire: a mean that was filled in for a missing answer is taken out of the file, and a typing ' +
      'error (4.4 for 4) is corrected.',
    explanation: `Nobody ticks 3.14 on a scale from 1 to 5. A single answer between two points among whole ones is most often a mean that a
spreadsheet or a colleague filled in for a missing answer, a row of means that was taken for a respondent, or a typing error. Where an
item is itself the mean of several answers, few of its values are whole, and nothing is said.`,
  },

  'read-as': {
    title: 'How numbers were read',
    message: ({ ways }) =>
      'Numbers are read as they are written: ' +
      `${ways.map(({ way, columns }) => `${say(readingWays, way)} in ${fiveOf(columns)}`).join('; ')}.`,
    help: () => 'If that is wrong, say what parts decimals in the data block: `decimal point` or `decimal comma`.',
    explanation: `Numbers are not written alike everywhere: \`3,5\`, \`1,234\`, \`1.234,50\`, \`１２\`, \`−4\`, \`3分\`, \`45 %\`. The cells
of a column that are numbers decide how its numbers are written, whatever words stand among them, and what other columns prove is a
witness. How they were read is said once.

Percent signs divide by 100 (\`45 %\` is 0.45). A unit is read only where every number of the column has the same; one that multiplies
(\`5万\`, \`3k\`) never is.`,
  },

  'duplicate-rows': {
    title: 'Two rows are equal in every cell',
    message: ({ file, pairs, count }) =>
      count === 1
        ? `Rows ${pairs[0]![0]} and ${pairs[0]![1]} of "${file}" are equal in every cell. Both are counted.`
        : `${count} rows of "${file}" repeat another one in every cell: ` +
          `${pairs.map(([first, second]) => `${first} and ${second}`).join('; ')}${count > pairs.length ? ' …' : ''}. All are ` +
          'counted.',
    help: () => 'If a questionnaire was sent or pasted twice, delete one of the rows from the file.',
    explanation: `Two people hardly give the same answers to everything, at the same time, under the same number. Rows that are equal in
every cell are most often one questionnaire that was sent twice, or a block of rows that was pasted twice, and each counts double in
every statistic. Nothing is deleted for you.

Without a column of ids, rows are told only where chance cannot explain it: they share a time, an address or a text that nobody else has,
or a dozen answers and more.`,
  },

  'code-counts': {
    title: 'A missing code that counts as an answer here',
    message: ({ variable, values, several, rows, from }) =>
      `${values} ${several ? 'are answers' : 'is an answer'} of ${variable} (${rows} ${rows === 1 ? 'row' : 'rows'}): its ` +
      `list of missing codes replaces that of ${from === null ? 'the data block' : `${from.kind} ${from.name}`}.`,
    help: ({ codes }) =>
      `If ${codes} ${codes.includes('|') ? 'stand' : 'stands'} for no answer here too, add it to the list: \`missing … | ${codes}\`.`,
    explanation: `The innermost \`missing\` holds, and replaces the outer ones: 77 may be an age, though it stands for no answer everywhere
else. Where a code that the data block (or a dimension, or a block) lists is left out and does occur, this says so, once a variable.`,
  },

  'no-run': {
    title: 'Two names that are no run of columns',
    message: ({ first, last, computed }) =>
      computed === null
        ? `${first}..${last} is no run of columns: in the file, ${last} stands before ${first}.`
        : `${first}..${last} is no run of columns: ${computed} has no column in the file.`,
    help: ({ first, last, computed }) =>
      computed === null ? `Write \`${last}..${first}\`, or name the columns one by one.` : 'Name them one by one, with commas.',
    explanation: `In a formula \`mean(s1..s4)\` stands for every column from s1 to s4 in the order of the data file, as SPSS has it with
TO. Both ends must be columns, the first before the last. Columns that are declared bring their coded values: reversed where they are,
without their missing codes.`,
  },
} satisfies Partial<WordsOfProblems>;
