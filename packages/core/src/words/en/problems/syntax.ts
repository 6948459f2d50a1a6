// Problems of the text: brackets, signs, words (SS1xx), in English.
import { say } from '../../say.ts';
import { idle, insteads, signRoles, wanted, whyIdle } from '../phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

const LACKS = {
  level: 'has no code',
  study: 'names no file',
  option: 'has neither a code nor a column',
  claim: 'claims nothing',
  weight: 'has no weight',
  map: 'is mapped to nothing',
  row: 'has no figures',
} as const;

export const syntaxProblems = {
  'missing-brace': {
    title: 'A brace is missing',
    message: ({ brace, after }) =>
      `${after === '' ? 'A block' : `"${after}"`} lacks its ${brace === '{' ? 'opening' : 'closing'} brace "${brace}".`,
    help: ({ brace }) => `Add "${brace}" ${brace === '{' ? 'at the end of the line' : 'after the last line of the block'}.`,
    explanation:
      'What belongs to a declaration stands between `{` and `}`. One of them is missing; the indentation shows where it ' + 'was meant.',
  },

  'extra-brace': {
    title: 'A brace too many',
    message: ({ brace }) => `This "${brace}" belongs to nothing.`,
    help: () => `Delete it.`,
    explanation: `Every \`{\` opens the braces of a declaration and every \`}\` closes them. This one has no partner.`,
  },

  'unclosed-text': {
    title: 'A text without its closing quote',
    message: () => `This text has no closing quote.`,
    help: ({ quote }) => `Add ${quote} where the text ends.`,
    explanation: `A text stands between two quotes on one line: \`"Sex"\`. Names with blanks stand between two backquotes.`,
  },

  'misspelt-word': {
    title: 'A misspelt word of the language',
    message: ({ found, meant }) => `"${found}" is no word of the language; "${meant}" is.`,
    help: ({ meant }) => `Write "${meant}".`,
    explanation: `The words that begin declarations and clauses are written in lower case and in full.`,
  },

  'unknown-word': {
    title: 'A line that begins with no word of the language',
    message: ({ word }) => `"${word}" begins nothing here.`,
    help: ({ expected, like, instead }) =>
      instead !== undefined
        ? insteads[instead]
        : like !== null
          ? `Does this declare a ${like}? Then write "${like}".`
          : expected !== null
            ? `Expected here: ${expected}.`
            : 'A line begins with a declaration such as study, data, indicator, category, index or regression.',
    explanation:
      'Each entry begins with a word that says what it is: `indicator`, `of`, `keep` … What stands here is none of ' +
      'those that this block knows.',
  },

  'wrong-block': {
    title: 'An entry in a block where it means nothing',
    message: ({ word, block }) => `"${word}" does not belong ${block === 'file' ? 'at the top of a file' : `in ${block}`}.`,
    help: ({ homes }) =>
      homes.length === 0
        ? 'Take it out.'
        : `It belongs in ${homes.map((home) => (home === 'file' ? 'no block, at the top of the file' : home)).join(', ')}.`,
    explanation:
      'Every clause belongs to certain declarations: `rotate` to an index, `where` to a regression or a comparison. It ' +
      'was read, but it has no effect here.',
  },

  'missing-name': {
    title: 'A declaration without a name',
    message: ({ kind }) => `This ${kind} has no name.`,
    help: ({ example }) => `For example: ${example}`,
    explanation:
      'Whatever is used elsewhere needs a name: letters, digits and `_` of any script, not beginning with a digit. The ' +
      'label in quotes comes after it.',
  },

  'missing-value': {
    title: 'A clause or a claim without its value',
    message: ({ word }) => `"${word}" says nothing: its value is missing.`,
    help: ({ example }) => (example === null ? 'Write the value, or delete the line.' : `For example: ${example}`),
    explanation: `The word is there, what it is to be is not. Perhaps the line is not finished yet.`,
  },

  'missing-comma': {
    title: 'A list without a comma',
    message: ({ before, after }) => `A comma is missing between "${before}" and "${after}".`,
    help: ({ before, after }) => `Write ${before}, ${after}.`,
    explanation: `Names in a list are parted by commas. Without them nobody could tell a name from the next clause.`,
  },

  'extra-comma': {
    title: 'A list that ends in a comma',
    message: () => `Nothing follows this comma.`,
    help: ({ before }) => `Delete it, or write the name that was to follow "${before}".`,
    explanation: `A comma says that another name follows; after the last name of a list there is none.`,
  },

  'wrong-sign': {
    title: 'A sign that means something else here',
    message: ({ found, meant, role }) => `"${found}" cannot stand here; ${signRoles[role]} is written "${meant}".`,
    help: ({ meant }) => `Write "${meant}".`,
    explanation:
      'Ranges are written `1..5`, codes are parted by `|`, lists by commas, a level has its code after `=`, a decimal ' +
      'point is a point, a comment begins with `//`.',
  },

  'not-understood': {
    title: 'A part of an entry that cannot be read',
    message: ({ found, what }) =>
      `${found === '' ? 'The line ends too early' : `"${found ?? 'what stands here'}" cannot be read`}: ` +
      `${say(wanted, what)} is expected here.`,
    help: ({ example }) => (example === null ? 'Correct it or delete it.' : `For example: ${example}`),
    explanation:
      'The beginning of the entry is understood, this part of it is not. Nothing else is affected: the rest of the file is ' +
      'read as it stands.',
  },

  'repeated-word': {
    title: 'A word written twice',
    message: ({ word }) => `"${word}" is written twice.`,
    help: () => `Delete one of them.`,
    explanation: `The second word would be read as the value of the first, which is surely not meant.`,
  },

  'missing-parenthesis': {
    title: 'A parenthesis without its partner',
    message: ({ sign, found }) => `A "${sign}" is missing${found === '' ? '' : ` after "${found}"`}.`,
    help: ({ sign }) => `Add "${sign}".`,
    explanation: `Each opening parenthesis needs a closing one on the same line.`,
  },

  'missing-dot': {
    title: 'An address without its dots',
    message: ({ found }) => `"${found}" is no address: its parts are joined by dots.`,
    help: ({ meant }) => `Write ${meant}.`,
    explanation: `A number is addressed by the names on the way to it, joined by dots: \`integration.kmo\`.`,
  },

  'missing-code': {
    title: 'A name without what must follow it',
    message: ({ subject, sort }) => `"${subject}" ${LACKS[sort]}.`,
    help: ({ subject, sort }) =>
      sort === 'level' || sort === 'option'
        ? `Write ${subject} = and the code that the data file has for it${sort === 'option' ? ', or from and its column' : ''}.`
        : sort === 'study'
          ? `Write ${subject} = and its file in quotation marks: ${subject} = "study.study".`
          : sort === 'claim'
            ? `Write ${subject} = 0.812, or < or > and a figure.`
            : sort === 'weight'
              ? `Write ${subject} = 0.4.`
              : sort === 'map'
                ? `Write ${subject} from and its column (from ${subject} when it has the same name), or ${subject} absent.`
                : 'Write what follows it, or delete the line.',
    explanation: `A level needs the code that stands for it in the data (\`female = 2\`), a claim a comparison with a figure, a given
weight its number, a row of a table its figures, a line of a map the column.`,
  },

  'stray-text': {
    title: 'Text that is no entry',
    message: ({ text }) => `This is no part of the language: ${text}`,
    help: () => 'Put // before it to make it a comment, or delete it.',
    explanation: `Notes for readers are welcome in a spec: everything after \`//\` on a line is a comment.`,
  },

  'stray-punctuation': {
    title: 'A sign that belongs to nothing',
    message: ({ found }) => `"${found}" belongs to nothing here.`,
    help: () => 'Delete it.',
    explanation: `What stands before it is complete, and nothing that begins here begins with this sign.`,
  },

  'bullet-mark': {
    title: 'A bullet before an entry',
    message: ({ mark }) => `Entries have no bullet ("${mark}") before them.`,
    help: () => 'Delete the mark.',
    explanation: `Lists pasted from a word processor bring their bullets with them. Entries simply begin with their word.`,
  },

  'hash-comment': {
    title: 'A comment that begins with #',
    message: () => `A comment begins with //, not with #.`,
    help: () => 'Write // for #.',
    explanation: `As in many languages, but not in all: two slashes begin a comment, up to the end of the line.`,
  },

  'row-without-name': {
    title: 'A row of a table without its name',
    message: ({ found }) => `This row begins with ${found}, not with what its figures belong to.`,
    help: () => 'Write the name before the figures, such as sex.female -0.048.',
    explanation: `Every row of a printed table begins with the name or the label of what its figures belong to.`,
  },

  'header-without-columns': {
    title: 'The heads of a table without the word columns',
    message: ({ line }) => `This looks like the heads of a table: ${line}`,
    help: () => 'Write the word columns before them.',
    explanation: `The heads of a printed table follow the word \`columns\`: \`columns mean sd\`.`,
  },

  'mixed-conditions': {
    title: 'and beside or, without parentheses',
    message: () => `"and" and "or" stand side by side: it is not clear which belongs together.`,
    help: () => 'Put parentheses around what belongs together: (a is 1 or a is 2) and b is 3.',
    explanation: `Statistical packages differ in what they do with such a condition. Parentheses say it.`,
  },

  'unexpected-block': {
    title: 'Braces where there can be none',
    message: ({ word }) => `"${word}" has no braces.`,
    help: () => 'Take the braces away and keep what stands between them on the line.',
    explanation: `Only declarations that hold entries of their own have braces.`,
  },

  'too-deep': {
    title: 'Braces too deep',
    message: ({ limit }) => `More than ${limit} braces stand within each other here.`,
    help: () => 'Close the braces that are still open. The language needs three of them at most.',
    explanation: `Braces within braces mean something up to the third pair. A text with many more is not read at all.`,
  },

  'no-effect': {
    title: 'A part of an entry that would have no effect',
    message: ({ found, says }) => `${say(idle, found)} would have no effect here: ${say(whyIdle, says)}.`,
    help: () => 'Delete it, or write it where it belongs.',
    explanation: `Everything that a spec says is carried out, or refused. This part can be read, but nothing could be made of it: a second
code where there is one, a label where nothing shows it, a percent sign behind a number of points. Were it passed over, the spec would
say one thing and the numbers another.`,
  },
} satisfies Partial<WordsOfProblems>;
