// Problems of names and what they mean (SS20x, SS21x), in English.
import { say } from '../../say.ts';
import {
  argumentsFound,
  argumentsText,
  essentials,
  expectedText,
  memberLists,
  numberLimits,
  numberSubjects,
  refusals,
  roles,
  takesNothing,
  valuesOf,
} from '../phrases.ts';
import type { WordsOfProblems } from '../../problem-words.ts';
import { listed } from '../../../text/listed.ts';

/** Names that are written out. */
const LISTED = 12;

const shortened = (chain: readonly string[]): readonly string[] =>
  chain.length <= LISTED ? chain : [...chain.slice(0, LISTED - 2), `… (${chain.length - LISTED + 1} more)`, chain.at(-1)!];

export const namesProblems = {
  'unknown-name': {
    title: 'A name that nothing declares',
    message: ({ name, role }) => `Nothing is called "${name}"; ${say(roles, role)} is expected here.`,
    help: ({ name, nearest, known }) =>
      nearest !== null
        ? `Did you mean "${nearest}"?`
        : known.length > 0
          ? `Names that fit: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ', …' : ''}.`
          : `Declare "${name}", or correct the spelling.`,
    explanation: `A dimension, block, index, comparison or regression uses things by their names. This name belongs to no declaration of
the study or of the study it replicates. Most often a letter is wrong; sometimes a column of the data file was named
that has no declaration yet: write \`indicator q7 on agreement\` or a \`category\` for it first.`,
  },

  'duplicate-name': {
    title: 'One name for two things',
    message: ({ name, kind, otherKind }) =>
      kind === otherKind
        ? `"${name}" is declared twice (${kind}).`
        : `"${name}" is declared as ${kind}, but it is already the name of a declaration of kind ${otherKind}.`,
    help: () => 'Rename one of the two, or remove one: each result has one address, so each name means one thing.',
    explanation: `Every number of a study has an address that starts with a name. Were a name to mean two things, so would the address.
Columns of the data file are apart from this: a column may be called like a declaration.`,
  },

  'cyclic-definition': {
    title: 'Something that is defined by itself',
    message: ({ chain, what }) =>
      `This goes in a circle (${what === 'computed' ? 'computed numbers' : what}): ` + `${shortened(chain).join(' → ')}.`,
    help: () => 'Break the circle: state the clauses of one of them directly.',
    explanation: `A declaration may be like another, a number may be computed from numbers, an index may be made of dimensions. If one of
them leads back to where it started, nobody can say what comes first.`,
  },

  'wrong-kind': {
    title: 'A name of the wrong kind',
    message: ({ name, found, expected, role }) =>
      `"${name}" is declared as ${found}, but ${say(roles, role)} must be ${expectedText(expected)}.`,
    help: ({ expected }) => `Name one declared as ${expectedText(expected)}.`,
    explanation: `The name exists, but it is not the kind of thing that this clause can use: an index is made of indicators, means are
compared between the levels of a category, a component is marked by one of the index's items.`,
  },

  'unknown-level': {
    title: 'A level that the category does not have',
    message: ({ level, category, levels }) => `"${level}" is not a level of ${category}; its levels are ${listed(levels)}.`,
    help: ({ nearest, category }) =>
      nearest !== null ? `Did you mean "${nearest}"?` : `Use one of the levels of ${category}, or add this one with its codes.`,
    explanation: `A level is named as it is declared in its category (\`female\`), not by its label or its code.`,
  },

  'unknown-quantity': {
    title: 'A quantity that is not computed',
    message: ({ quantity, of, kind }) =>
      quantity === ''
        ? `"${of}" is declared as ${kind}; which of its numbers is meant?`
        : `"${quantity}" is not among the numbers of ${of} (${kind}).`,
    help: ({ nearest, known }) =>
      nearest !== null ? `Did you mean "${nearest}"?` : `It has: ${known.slice(0, 14).join(', ')}${known.length > 14 ? ', …' : ''}.`,
    explanation: `The last part of an address says which number is meant. Each kind of declaration has its own: an index has a \`kmo\`,
a regression has coefficients for each outcome. The reference page of quantities lists them all.`,
  },

  'wrong-arguments': {
    title: 'Brackets that hold the wrong thing',
    message: ({ quantity, expected, found }) =>
      `${quantity ?? 'A claim'} takes ${argumentsText(expected)} in brackets; found ${say(argumentsFound, found)}.`,
    help: ({ quantity, expected }) =>
      takesNothing(expected)
        ? `Write ${quantity ?? 'A claim'} without brackets.`
        : `Write ${quantity ?? 'A claim'}(…) with ${argumentsText(expected)}.`,
    explanation: `Some quantities need to be told of what: \`beta\` of which predictor, \`loading\` of which item on which component,
\`mean\` at which level. Others stand alone, such as \`kmo\`.`,
  },

  'duplicate-clause': {
    title: 'The same clause twice',
    message: ({ word, name }) => `"${word}" is given twice in ${name ?? 'the join'}.`,
    help: () => 'Keep one of them. Lists take commas: of a, b.',
    explanation: `A clause such as \`missing\` or \`keep\` decides one thing. If it is given twice it is unclear which one holds, so neither
is used silently.`,
  },

  'missing-clause': {
    title: 'Something essential is not said',
    message: ({ name, kind, clause, says }) =>
      `The ${kind === 'data' ? 'data block' : kind} ${name} does not say ${essentials[says]}: it needs "${clause ?? 'an option'}".`,
    help: ({ clause, says }) => `Add a clause "${clause ?? 'an option'} …" that says ${essentials[says]}.`,
    explanation: `Most clauses have a default. Some have none, because only the author can know: what an index is made of, what a
regression explains and by what.`,
  },

  'unknown-option': {
    title: 'A value that the clause does not know',
    message: ({ value, clause, why }) =>
      `"${value}" is not something that "${say(valuesOf, clause)}" can be${why === undefined ? '' : ` here: ${refusals[why]}`}.`,
    help: ({ options, nearest }) => `${nearest !== null ? `Did you mean "${nearest}"? ` : ''}Possible: ${options.join(' | ')}.`,
    explanation: `The clause is right, its value is not one of those it understands.`,
  },

  'impossible-number': {
    title: 'A number that cannot be meant',
    message: ({ found, expected, what }) => `${say(numberSubjects, what)} cannot be ${found}: ${say(numberLimits, expected)}.`,
    help: ({ expected }) => `Correct the number: ${say(numberLimits, expected)}.`,
    explanation: `The number is well written but makes no sense where it stands: a scale that ends below its beginning, a range of codes
the wrong way round, half a component.`,
  },

  'unknown-reference': {
    title: 'A reference level that does not exist',
    message: ({ level, category, levels }) => `The reference of ${category} is to be "${level}", but its levels are ${listed(levels)}.`,
    help: ({ nearest }) =>
      nearest !== null ? `Did you mean "${nearest}"?` : 'Name one of the levels; without a reference clause the first one is used.',
    explanation: `In a regression every other level of the category is compared with its reference level. If the reference is not one of
the levels, no coefficient of the category means anything.`,
  },

  'no-codes': {
    title: 'A level without codes, or a category or question without any',
    message: ({ name, category, choices }) =>
      choices === true
        ? `The question ${name} has no options.`
        : category === null
          ? `The category ${name} has no levels.`
          : `The level ${name} of ${category} has no codes: which answers are it?`,
    help: ({ name, category, choices }) =>
      choices === true
        ? `List what could be chosen in braces, with its text or its column: ${name} { first = "First"  second from q7_2 }.`
        : category === null
          ? `List its levels in braces: ${name} { first = 1  second = 2 }.`
          : `Write ${name} = and the code, range or text that the data file holds for it.`,
    explanation: `A category turns what the data file holds (codes, texts, numbers) into named levels, so each level has to say which
codes belong to it. Answers that no level lists would be lost.`,
  },

  'overlapping-codes': {
    title: 'A code that belongs to two levels',
    message: ({ category, first, second, codes, partly }) =>
      `${partly ? 'Part of ' : ''}${codes} belongs to two levels of ${category}: ${first} and ${second}.`,
    help: () => 'Give each code to one level. Ranges that meet are written half open: ..<3 and 3..<15.',
    explanation: `Each answer can be in one level only. With whole numbers write \`..18\` and \`19..45\`; with real values write half-open
ranges such as \`..<3\` and \`3..<15\`, so that exactly 3 belongs to one of them.`,
  },

  'repeated-member': {
    title: 'The same thing twice in a list',
    message: ({ name, list }) => `"${name}" is listed twice in ${say(memberLists, list)}.`,
    help: ({ list }) =>
      list.is === 'clause' && list.word === 'tables'
        ? 'Remove one: a table stands in a report once.'
        : 'Remove one: counted twice it would weigh double, or make a regression impossible.',
    explanation: `A list of items, predictors or outcomes names each thing once. A dimension stands for its items, so naming a dimension
and one of its items lists that item twice.`,
  },

  'not-a-predictor': {
    title: 'A coefficient of something that is not in the model',
    message: ({ term, regression }) => `${term} is not among the predictors of ${regression}.`,
    help: ({ known, nearest }) =>
      nearest !== null
        ? `Did you mean "${nearest}"?`
        : `Its predictors: ${known.slice(0, 10).join(', ')}${known.length > 10 ? ', …' : ''}.`,
    explanation: `Only what stands behind \`by\` in a regression has a coefficient there. A category has one coefficient for each level
but its reference: \`age.middle\`.`,
  },

  'reference-coefficient': {
    title: 'A coefficient of the reference level',
    message: ({ term, category }) =>
      `${term} is the reference level of ${category}: the others are compared with it, so it has no coefficient.`,
    help: ({ others }) => `Ask for ${listed(others)}, or choose another reference level in the category.`,
    explanation: `A category with k levels enters a regression as k − 1 dummies. The level left out is the reference; its effect is zero
by definition.`,
  },

  'not-an-outcome': {
    title: 'A result for something that is not explained there',
    message: ({ name, declaration, outcomes }) =>
      name === ''
        ? `${declaration} has results for each outcome; name one: ${listed(outcomes)}.`
        : `"${name}" is not an outcome of ${declaration}; its outcomes are ${listed(outcomes)}.`,
    help: ({ nearest, declaration, outcomes }) =>
      nearest !== null ? `Did you mean "${nearest}"?` : `Write ${declaration}.${outcomes[0] ?? 'outcome'}.…`,
    explanation: `A regression or comparison has one set of numbers for each outcome, so its addresses name the outcome:
\`full.integration.r2\`.`,
  },

  'missing-header': {
    title: 'No study or framework line',
    message: () => 'The file does not say what it is: a line study "…" or framework "…" is missing.',
    help: () => 'Begin with study "Title"; a framework without data begins with framework "Title".',
    explanation: `A \`.study\` file starts with the title of the study, like a paper. The title heads every report.`,
  },
} satisfies Partial<WordsOfProblems>;
