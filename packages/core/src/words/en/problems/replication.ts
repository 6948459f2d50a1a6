// Problems of replication and of joined files, in English.
import { joined } from '../../../text/listed.ts';
import { rowText } from '../data-phrases.ts';
import type { Lost } from '../../../problems/replication/not-asked.ts';
import { say } from '../../say.ts';
import { roles } from '../phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

const LISTED = 8;

function listed(names: readonly string[]): string {
  return names.length <= LISTED ? names.join(', ') : `${names.slice(0, LISTED).join(', ')} and ${names.length - LISTED} more`;
}

function listedRows(rows: readonly number[], count: number): string {
  return `${rows.join(', ')}${count > rows.length ? ` and ${count - rows.length} more` : ''}`;
}

const madeOf = (users: readonly string[]): string =>
  `, and say what ${users.join(' and ')} ${users.length === 1 ? 'is' : 'are'} made of without it: ` + `\`index ${users[0]} { of … }\``;

const lostText = (lost: Lost): string =>
  lost.is === 'printed'
    ? 'the printed figures'
    : `${lost.kind === 'compare' ? 'comparison' : lost.kind} ${lost.name}${lost.whole ? ' (left out)' : ''}`;

export const replicationProblems = {
  'unknown-map-name': {
    title: 'A map line for something that the original does not ask',
    message: ({ name, original }) => `"${original}" asks nothing called "${name}".`,
    help: ({ nearest, known }) =>
      (nearest !== null
        ? `Did you mean "${nearest}"?`
        : known.length === 0
          ? 'It declares no indicator, category or number.'
          : `It asks ${known.slice(0, 8).join(', ')}${known.length > 8 ? ` and ${known.length - 8} more` : ''}.`) +
      ' What only this survey asks is declared outside the map, as an indicator, a category or a number.',
    explanation: `A map says how this survey asked what the original asked. Each line begins with a name of the original: an indicator, a
category or a number it declares, or a column that it or this study names (\`site from q1\`). Names of this survey's own columns stand
after \`from\`.

A question that the original does not have is no matter of mapping: declare it as in any study.`,
  },

  'map-without-original': {
    title: 'A map in a study that replicates nothing',
    message: ({ kind }) => `This ${kind} has a map but replicates nothing that could be mapped.`,
    help: ({ kind }) =>
      `Name the original: \`${kind} "…" replicates "original.study"\`. In a study of its own, columns and codes stand in the ` +
      'declarations: `category sex from q4 { male = 1  female = 2 }`.',
    explanation: `A map translates between two surveys: what the original asked, and how this one asked it. Without an original there is
nothing to translate.`,
  },

  'map-misfit': {
    title: 'A fact of asking that does not fit what is mapped',
    message: ({ word, name, kind }) =>
      `${word === null ? 'A list of levels' : `\`${word}\``} says nothing about ${name}, ` +
      `which is ${/^[aeiou]/u.test(kind) ? 'an' : 'a'} ${kind}.`,
    help: ({ word, kind }) =>
      word === null
        ? kind === 'column'
          ? 'The values of a column are texts in quotes: `site from q1 { "A" = 1 }`.'
          : 'Only a category has levels; ' +
            `${kind === 'indicator' ? 'an indicator takes `on 1..7`, `reversed`, `missing 99`' : 'a number takes `missing 999`'}.`
        : 'Only an indicator has a scale and a direction. In a category, write the codes in the order of its levels instead.',
    explanation: `\`on\` and \`reversed\` are about rating scales, so they belong to indicators. Levels in braces belong to categories (and
to columns that are recoded into texts). A number has neither: its map line holds \`from\` and \`missing\`.`,
  },

  'level-without-code': {
    title: 'A level that no code of this survey reaches',
    message: ({ category, levels }) =>
      `The map gives no code to ${levels.map((level) => `${category}.${level}`).join(' and ')}: nobody can be in ` +
      `${levels.length === 1 ? 'it' : 'them'}.`,
    help: ({ category, levels, reference }) =>
      reference === null
        ? `Add ${levels.length === 1 ? 'its' : 'their'} codes: \`${levels[0]} = …\`. If this survey does not have the level, ` +
          'leave it: it counts 0, and its coefficients are not estimated.'
        : `${reference} is the reference: without it the other levels have nothing to be compared with. Add its code, or name ` +
          `another: \`category ${category} { reference ${levels.includes(reference) ? '…' : reference} }\`.`,
    explanation: `A map line states all codes of a category anew, since codes are never inherited: 1 may mean women here and men there. A
level that gets none has no cases in this survey. That can be right (the survey has no town), and it can be an oversight.`,
  },

  'column-mapped-twice': {
    title: 'Two map lines that read the same column',
    message: ({ column, first, second }) => `${first} and ${second} both come from ${column}.`,
    help: ({ second }) =>
      `Two questions have two columns: check the codebook for that of ${second}. If one answer really serves both, leave it.`,
    explanation: `Each question has a column of its own, so a column that two lines of a map read is most often a slip of copying: the
answers to one question would count twice and raise every correlation of the two.`,
  },

  'absent-marker': {
    title: 'A component marked by something that was not asked',
    message: ({ marker, component, index }) => `${component} of ${index} is marked by ${marker}, which was not asked here.`,
    help: ({ component, index, items }) =>
      `Name another item that belongs to it: \`index ${index} { component ${component} marked by ${items[0] ?? '…'} }\`; or ` +
      `leave it out: \`without ${component}\`, and \`keep\` one fewer.`,
    explanation: `A component is recognised by the item that marks it, in every sample. Where that item was not asked, somebody who knows
the questions has to say which other item stands for the component; a program that chose one could silently swap two components.`,
  },

  'nothing-asked': {
    title: 'A dimension of which nothing was asked',
    message: ({ name, items }) =>
      `Nothing of the dimension ${name} was asked here: ${items.join(', ')} ${items.length === 1 ? 'is' : 'are'} absent.`,
    help: ({ name, users }) =>
      `Leave it out: \`without ${name}\`${users.length === 0 ? '' : madeOf(users)}. Its scores then mean something else than the ` +
      `original's.`,
    explanation: `An item that was not asked is dropped, and the dimension goes on with the others. A dimension without any item is another
matter: an index of three dimensions is not the index of four. That is to be decided and written down, not to be done in passing.`,
  },

  'not-asked': {
    title: 'Something of the original that was not asked here',
    message: ({ name, lost }) =>
      `${name} was not asked here; ${lost.length === 0 ? 'nothing else uses it.' : `it is dropped from ${joined(lost.map(lostText))}.`}`,
    help: () =>
      'Say so where the results are compared: a model with fewer predictors, or a score of fewer items, is not quite the original one.',
    explanation: `\`absent\` in a map says that the survey does not have a question. The question is dropped from every dimension, block,
index, comparison and regression that uses it, and from claims about it; everything that lost something is listed here, so that nothing
goes unnoticed. A block or model that loses everything goes too. A dimension that loses every item, and a component whose marker was not
asked, are errors: somebody has to decide.`,
  },

  'left-out-but-used': {
    title: 'Something left out that is still needed',
    message: ({ name, role }) => `${name} is left out, but it is still needed as ${say(roles, role)}.`,
    help: ({ name }) =>
      `Leave out what needs it too, or refine that so that it does without ${name}. What the survey did not ask is \`absent\` ` +
      'in the map: it is then dropped from every model.',
    explanation: `\`without\` drops a declaration of the original as a whole: a regression that is not wanted here, a comparison that makes
no sense. Nothing else is changed by it, so what names the dropped declaration would hang in the air.`,
  },

  'unknown-framework': {
    title: 'A built-in framework that there is not',
    message: ({ name }) => `There is no built-in framework "${name}".`,
    help: ({ nearest, known }) =>
      `${nearest === null ? '' : `Did you mean "${nearest}"? `}Built in: ${known.map((one) => `"${one}"`).join(', ')}. A ` +
      'framework of your own is named by its file: `replicates "framework.study"`.',
    explanation: `Names that begin with \`std:\` belong to the language's own library of frameworks: dimensions, indicators, scales and
analyses without data, ready to be replicated. Any other name is a file beside the spec.`,
  },

  'framework-with-data': {
    title: 'A framework that names data',
    message: () => 'A framework has no data; this one names some.',
    help: () => 'Begin the file with `study` instead of `framework`, or put the data block into a study that replicates it.',
    explanation: `A framework says what is asked and how it is analysed, for any survey: it can be checked and replicated, not run. A file
with data is a study. A study can be replicated as well: its data block is never inherited.`,
  },

  'guessed-lines': {
    title: 'Map lines that are guesses',
    message: ({ names, lines }) =>
      `${names.length} of ${lines} map lines ${names.length === 1 ? 'is a guess' : 'are guesses'}: ${listed(names)}.`,
    help: () => 'Hold each against the questionnaire, mend it where it is wrong, and take the word `guess` out.',
    explanation: `A map line that ends in \`guess\` was proposed (by \`studyspec replicate\`, say) without a codebook or a wording that
bears it out. It is executed as it stands. Until the word is taken out, \`check\`, \`run\`, \`compare\` and the editor count such lines:
what follows from them is no result yet.`,
  },

  'inherited-weights': {
    title: 'Given weights of the original, inherited',
    message: ({ index, weights, original }) =>
      `${index} is weighted by constants of "${original}": ${weights.map(({ name, weight }) => `${name} = ${weight}`).join(', ')}.`,
    help: ({ index, weights }) =>
      `If they were estimated from the original's answers, estimate them here: \`index ${index} { weight by explained ` +
      `variance }\`. To score by the original's rule, say so: \`index ${index} { weight given { ` +
      `${weights.map(({ name, weight }) => `${name} = ${weight}`).join(', ')} } }\`.`,
    explanation: `\`weight given\` holds numbers. Where they came out of the original's own answers (shares of explained variance, say), a
replication that inherits them is no replication of the procedure: it scores its people by another survey's estimates. That may be
wanted, to compare scores, or not. Either way the replicating study should say it.`,
  },

  'join-key-missing': {
    title: 'A file without the column that it is joined by',
    message: ({ key, file, other }) => `"${file}" has no column "${key}", by which it is joined with "${other}".`,
    help: ({ nearest, columns, side, key }) =>
      (nearest === null
        ? `Its columns are ${columns
            .slice(0, 8)
            .map((name) => `"${name}"`)
            .join(', ')}${columns.length > 8 ? ` and ${columns.length - 8} more` : ''}.`
        : `Did you mean "${nearest}"?`) +
      (side === 'answers'
        ? ` A column of another name or with other codes is mapped: \`map { ${key} from q1 { "A" = 1 } }\`.`
        : ' The key has the same name in both files.'),
    explanation: `\`join "sites.csv" on site\` gives every row of answers the columns of the one row of \`sites.csv\` that has the same
\`site\`. Both files need that column. Where the answers have it under another name or with other codes, a map line makes it: \`site from
q1 { "Qianxi-1" = 1 }\`.`,
  },

  'join-unmatched': {
    title: 'A key that the joined file does not list',
    message: ({ key, file, row, id, value, rows, count, values, distinct }) =>
      distinct === 1
        ? `Row ${rowText(row, id)}, ${key}: "${file}" has no ${value}; its columns are missing ` +
          `there${count > 1 ? ` (${count} such rows: ${listedRows(rows, count)}).` : '.'}`
        : `${count} rows have a ${key} that "${file}" does not list: ${values
            .slice(0, 8)
            .map((entry) => `${entry.value} (${entry.count}×)`)
            .join(
              ', ',
            )}${distinct > 8 ? ` and ${distinct - 8} more` : ''}; its columns are missing there (rows ${listedRows(rows, count)}).`,
    help: ({ nearest, known, alike }) =>
      (alike.length > 0
        ? `Keys compare as they are written, and "${alike[0]!.value}" is listed as ` +
          `"${alike[0]!.known}"${alike.length > 1 ? ` (${alike.length} such keys)` : ''}: write them alike.`
        : nearest !== null
          ? `Did you mean ${nearest}? `
          : `It lists ${known.slice(0, 6).join(', ')}${known.length > 6 ? ` and ${known.length - 6} more` : ''}. `) +
      (alike.length > 0 ? '' : 'Correct the key in one of the files, or add the row to the joined one.'),
    explanation: `Every row of answers looks up its key in the joined file. A key that is not listed finds nothing, so the joined columns
are missing in that row: it is reported with its row and value and counted among the data problems. A blank key is a missing answer and
is not reported.

Keys are names, and compare as they are written: \`01\` is not \`1\`, \`A\` is not \`a\`, and every digit of a long number counts.`,
  },

  'join-duplicate-key': {
    title: 'A key that stands twice in the joined file',
    message: ({ key, value, file, first, second }) =>
      `"${file}" has two rows with the ${key} ${value} (rows ${first} and ${second}): which one is meant?`,
    help: ({ file }) =>
      `Keep one row a key in "${file}". If each row is one case there as well, the two files are one: put them together before.`,
    explanation: `A join gives every row of answers the one row of the joined file that has its key: many respondents, one site. With two
rows for a key there would be two answers to which green space a site has, and taking either would be a guess.`,
  },

  'join-clash': {
    title: 'A column that both files have',
    message: ({ columns, file, main }) =>
      `${columns.map((name) => `"${name}"`).join(', ')} ${columns.length === 1 ? 'is a column' : 'are columns'} of "${main}" ` +
      `and of "${file}"; that of "${main}" is used.`,
    help: ({ file }) => `Rename the column in "${file}" if you want to use it.`,
    explanation: `The columns of a joined file stand beside those of the answers under their own names. Where both have a column of the
same name, the name means the answers' own, and the joined one cannot be reached.`,
  },

  'bins-on-text': {
    title: 'Ranges of numbers asked of a column of texts',
    message: ({ category, column, range, texts }) =>
      `${category} bins ${column} by ranges such as ${range}, but ${column} holds texts: ${texts
        .slice(0, 3)
        .map((text) => `"${text}"`)
        .join(', ')}.`,
    help: ({ texts }) => `List the texts of each level instead, as \`= "${texts[0] ?? 'A'}"\`; or name the column that holds the number.`,
    explanation: `\`= ..18\` takes every number up to 18. A column in which no answer is a number has none of them: it is another column
than was meant, or the file holds labels ("18 and younger") where numbers were expected.`,
  },
} satisfies Partial<WordsOfProblems>;
