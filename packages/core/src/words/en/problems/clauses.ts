// Problems of clauses and their values (SS22x on), in English.
import { say } from '../../say.ts';
import { answers, fileRoles, tableFaults, tableWanted, weightFaults, weightRules } from '../phrases.ts';
import { listed } from '../../../text/listed.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

/** So many addresses are written out. */
const FEW = 4;

export const clausesProblems = {
  'several-headers': {
    title: 'More than one study line',
    message: ({ kind }) => `A second ${kind} line: one file is one study.`,
    help: () => 'Remove it, or move what follows into a file of its own.',
    explanation: `One file describes one study, or one framework. Several studies stand in several files, which may replicate one
another.`,
  },

  'unreadable-file': {
    title: 'A file that cannot be read',
    message: ({ file, role }) => `"${file}" (${say(fileRoles, role)}) cannot be read.`,
    help: () => 'Check the name and the folder: names are relative to the file that states them. Capital letters count.',
    explanation: `The study names another file, and there is none that can be read under this name. Names are relative to the folder of
the \`.study\` file, with \`/\` between folders.`,
  },

  'no-data': {
    title: 'No data block',
    message: ({ title }) => `The study "${title}" does not say where its data are.`,
    help: () =>
      'Add data "file.csv" { id … }. A file without data begins with framework instead of study; a replication names its own data.',
    explanation: `A study is run on data, and a replication on its own data: the original's data block is not inherited. If there are
no data (yet), call the file a \`framework\`: it can be checked and replicated, not run.`,
  },

  'too-many-components': {
    title: 'More components named than kept',
    message: ({ named, kept, index }) => `${index} names ${named} components but keeps ${kept}.`,
    help: ({ named }) => `Write keep ${named}, or remove a component.`,
    explanation: `Each named component is one of those that are kept, so there cannot be more names than components. (There may be
fewer: a component without a name is shown, but has no address.)`,
  },

  'uneven-row': {
    title: 'A table row that does not fit its columns',
    message: ({ row, cells, columns }) =>
      `The row ${row} has ${cells} ${cells === 1 ? 'figure' : 'figures'}, ` +
      `the table has ${columns} ${columns === 1 ? 'column' : 'columns'}.`,
    help: () => 'Write one figure for each column, and a dot (.) for an empty cell.',
    explanation: `The figures of a row belong to the columns by their order. If one is missing, all that follow would slip into the wrong
column, so the row is not used at all. A cell that is empty in the printed table is written as a dot.`,
  },

  'bad-table-file': {
    title: 'A table file that does not fit its table',
    message: ({ file, found, expected }) => `In "${file}": ${say(tableFaults, found)}; expected ${say(tableWanted, expected)}.`,
    help: () => 'Correct the file, or name its columns in a columns clause.',
    explanation: `The printed table is read from a CSV file: its first column names the rows, its first line names the columns, each cell
is a figure as printed (with stars, if it has any) or empty.`,
  },

  'bad-weights': {
    title: 'Weights that do not fit the components',
    message: ({ found, expected }) => `${say(weightFaults, found)}; ${say(weightRules, expected)}.`,
    help: ({ expected }) => `Correct the weights: ${say(weightRules, expected)}.`,
    explanation: `Given weights name each composed component once, with a positive number. They are brought to a sum of one.`,
  },

  'foreign-marker': {
    title: 'A component marked by something that is not an item',
    message: ({ marker, component, index }) => `${component} is marked by ${marker}, which is not an item of ${index}.`,
    help: ({ nearest, items }) => (nearest !== null ? `Did you mean "${nearest}"?` : `Items: ${items.slice(0, 12).join(', ')}.`),
    explanation: `A component is named by the item that marks it: the item that everyone agrees belongs to it. It must be one of the
items of the index.`,
  },

  'explains-itself': {
    title: 'An outcome among its own predictors',
    message: ({ name, regression }) => `${regression} explains ${name} by itself.`,
    help: () => 'Remove it from the predictors or from the outcomes.',
    explanation: `A variable explains itself perfectly, so the regression would say nothing about anything else.`,
  },

  'no-scale': {
    title: 'A reversal without a scale',
    message: ({ name, number }) =>
      `${name} is reversed, but it has no ${number ? 'range' : 'scale'}: nobody can say what the opposite of an answer is.`,
    help: ({ name, number }) =>
      number
        ? `Say what ${name} can be, \`within 0..24\`, or onto what it is brought, \`rescale 0..1\`.`
        : `Say on which scale ${name} was asked: on 1..5, or on a declared scale.`,
    explanation: `Reversing maps an answer x to lowest + highest − x, so the ends of the scale must be known.`,
  },

  'ambiguous-share': {
    title: 'A share that may be a fraction or a percentage',
    message: ({ found, share }) =>
      `Is ${found} here ${found} % or ${share.replace('%', ' %')}? A share of the variance is written in percent.`,
    help: ({ found, share }) => `Write \`keep variance ${share}\`, or \`keep variance ${found}%\` if so little is meant.`,
    explanation: `\`keep variance 60%\` keeps as many components as explain 60 % of the variance. Other programs write the same share as
0.6; read as 0.6 % it would keep a single component whatever the data are, and nothing would look wrong. With the percent sign there is
no doubt.`,
  },

  'needs-residuals': {
    title: 'Robust errors with pairwise deletion',
    message: ({ regression, errors }) =>
      `${regression} asks for errors ${errors}, which need each case's residual; with \`missing pairwise\` there are no residuals.`,
    help: () => 'Write `missing listwise` or `missing mean`, or leave the errors classical.',
    explanation: `Robust and clustered standard errors are made of the residuals of single cases. With pairwise deletion a regression is
computed from correlations that each rest on other cases, so that no case has a residual.`,
  },

  'unlike-missing': {
    title: 'Two groups with different missing codes for one variable',
    message: ({ name, first, second }) =>
      `${name} belongs to ${first.kind} ${first.name} and to ${second.kind} ${second.name}, which list different codes for no answer.`,
    help: ({ name }) => `Say it once, at ${name} itself: \`missing …\` there holds before both.`,
    explanation: `\`missing\` on a dimension or a block holds for its members. A variable that belongs to two of them with different
lists would have two sets of missing codes, and its numbers would depend on which came last.`,
  },

  'several-numbers': {
    title: 'An address that stands for several numbers where one is wanted',
    message: ({ address, numbers, name }) =>
      `${address} stands for ${numbers.length} numbers (${listed(numbers.slice(0, FEW))}${numbers.length > FEW ? ', …' : ''}); ` +
      `the quantity ${name} needs one.`,
    help: ({ numbers }) => `Say which: ${numbers[0] ?? 'an address of a single number'}.`,
    explanation: `In a claim, \`a.mean(sex)\` is a claim about every level of \`sex\`. A quantity is one number, so that each address in
its formula must be one number too.`,
  },

  'brackets-in-head': {
    title: 'Brackets in a head of a table that have no place in its address',
    message: ({ head, template }) =>
      `The head ${head} has brackets, and the table's address ${template} has no place for them; expected a head without brackets.`,
    help: ({ head, name, column }) =>
      column
        ? `Say what the column holds: columns ${head} = …, an address in which row stands for the row's head. If the brackets ` +
          `only repeat what the table is about, write ${name}; if they announce a second figure, give it a column of its own.`
        : `Write ${name}, or give these rows a table of their own.`,
    explanation: `In print, \`M (SD)\` announces two figures, \`integration (Z)\` a kind of score, \`b (full)\` a model. StudySpec does
not guess which: a head stands for a name in the table's address, and its brackets are used where the address ends in the head
(\`full.y.column\` with the head \`beta(age)\`). Left out, the brackets would let two columns pass for one.`,
  },

  'backslash-path': {
    title: 'A file is named with backslashes',
    message: ({ found, meant }) => `"${found}" is read as "${meant}": between folders stands "/".`,
    help: ({ meant }) => `Write "${meant}". It means the same on Windows, and works everywhere else too.`,
    explanation: `Windows writes \`data\\survey.csv\`, every other system \`data/survey.csv\`, and Windows understands that as well. A
spec should run on the machine of whoever checks it, so \`/\` is what stands between folders. The name is looked up from the folder in
which the spec lies: \`.\\survey.csv\` is simply \`survey.csv\`.`,
  },

  'other-language': {
    title: 'A spec for another version of the language',
    message: ({ found, known }) =>
      found > known
        ? `This file was written for language ${found}; this StudySpec knows language ${known} and none after it.`
        : `This file was written for language ${found}; this StudySpec reads language ${known}, in which it may mean something else.`,
    help: ({ found, known, file }) =>
      found > known
        ? 'Install the newest StudySpec: npm install --global studyspec.'
        : `Bring it up: studyspec fmt --upgrade ${file}. It tells what it changes and which numbers moved.`,
    explanation: `\`studyspec 1\` says for which version of the language a file was written; without it the present one is meant. The
version rises where something that could be written means something else from then on. Nothing is computed from a file of another
version: its numbers would look right and be others. The upgrade rewrites what changed its meaning, so that figures and claims stay about
the numbers they were about. Each file states its own version, a replicated one too.`,
  },

  'other-encoding': {
    title: 'A text that is not in UTF-8',
    message: ({ file, encoding, guessed }) =>
      encoding === null
        ? `Some letters of "${file}" are lost: they were not in UTF-8, and were read as "\ufffd".`
        : `"${file}" is in ${encoding}, not in UTF-8${guessed ? ' (that is what its letters look like)' : ''}; it is read as ${encoding}.`,
    help: ({ encoding }) =>
      encoding === null
        ? 'In VS Code: "Reopen with Encoding" (GB 18030, for a file of a Chinese Windows), then "Save with Encoding", UTF-8.'
        : 'Save it as UTF-8: in Notepad "Save as", with the encoding UTF-8; in VS Code "Save with Encoding".',
    explanation: `Specs are texts in UTF-8. Notepad on a Chinese Windows saves *ANSI*, which is GBK, or *Unicode*, which is UTF-16. Such
a file is recognised, as data are, and read; but what its letters are is then a guess, another program may read other letters, and an
editor that opens it as UTF-8 shows \`\ufffd\` in their place and loses them when it saves.`,
  },

  'missing-is-answer': {
    title: 'A missing code that is also an answer',
    message: ({ codes, uses, own }) =>
      `${codes.join(', ')} ${codes.length === 1 ? 'stands' : 'stand'} for "no answer"${own ? '' : ' in the whole study'}, and ` +
      `${codes.length === 1 ? 'is' : 'are'} also ` +
      `${uses
        .slice(0, 3)
        .map(({ name, what }) => `${say(answers, what)} of ${name}`)
        .join(', ')}${uses.length > 3 ? ` and of ${uses.length - 3} more` : ''}: such answers are missing.`,
    help: ({ uses, own }) =>
      own
        ? `Take the code out of \`missing\` if it is an answer to ${uses[0]!.name}, or out of its ` +
          `${uses[0]!.kind === 'category' ? 'levels' : 'scale'} if it is none.`
        : `If it is an answer there, give ${uses[0]!.name} missing codes of its own, which replace the study's: \`missing blank\` ` +
          'on its line.',
    explanation: `\`missing 9\` in the data block holds for every question: also for one asked on 0..10, where 9 is an answer. All who
gave it would be missing, and the mean too low. \`missing\` on a question's own line, or at its dimension, replaces the study's codes for
it:

\`\`\`study
data "survey.csv" { missing 9 }
indicator trust on 1..5
indicator satisfied on 0..10 missing 99
\`\`\`

The same holds for a code that one level of a category lists, or that lies within a range with two ends. Above an open end (\`70..\` with
\`missing 99\`) nothing is said.`,
  },

  'nothing-yet': {
    title: 'Nothing is written yet',
    message: () => 'The file is empty.',
    help: () =>
      'A study begins with study "Title" and data "answers.csv"; one that asks again what another asked, with study "Title" ' +
      'replicates "other.study" (studyspec replicate other.study answers.csv writes it for you); one without data, with ' +
      'framework "Title".',
    explanation: `A new file is no mistake. It can become a study, with a title and a file of answers; a replication, which takes over
what another study declares and says how this survey asked it; or a framework, which has no data and can be replicated. In an editor,
completion and the quick actions offer all three.`,
  },

  'not-acceptable': {
    title: 'Something that cannot be accepted',
    message: ({ code, fault }) =>
      ({
        unknown: `There is no problem "${code}" that could be accepted.`,
        error: `${code} is an error: it cannot be accepted, only mended.`,
        'no reason': `${code} is accepted without a reason.`,
      })[fault],
    help: ({ code, fault, nearest }) =>
      ({
        unknown: `${nearest === null ? '' : `Did you mean "${nearest}"? `}Every problem shows its code: SS and three digits.`,
        error: 'What it says has to be mended before anything is computed. Warnings and notes can be accepted.',
        'no reason': `Write the reason in quotes behind it, as readers of the report are to see it: accept ${code} "…".`,
      })[fault],
    explanation: `\`accept SS613 "reason"\` says that the author knows of a warning or a note and lets it stand. It leaves the list of
problems and stands, with the reason, in the report's section *Stated*. An error means that a number would be wrong or missing, so no
reason lets it pass.`,
  },

  'idle-acceptance': {
    title: 'An acceptance of nothing',
    message: ({ code }) => `${code} is accepted, but this study has no such problem.`,
    help: () => 'Take the line out: should the problem come up one day, it ought to be seen.',
    explanation: `An \`accept\` that outlives its problem would hide the next one of the same code, which nobody has looked at. It is
told once everything has been computed, since many problems show only then.`,
  },
} satisfies Partial<WordsOfProblems>;
