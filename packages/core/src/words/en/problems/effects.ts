// Problems of mediations, deprivations and imputations, in English.
import type { FactsOf } from '../../../problems/catalogue.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

type Role = FactsOf<'mediation-roles'>['what'];

function role(name: string, what: Role): string {
  switch (what.is) {
    case 'several':
      return `${name} has ${what.names.length} variables in \`${what.clause}\` (${what.names.join(', ')}); it takes one.`;
    case 'twice':
      return `${name} uses ${what.variable} twice: a variable is the predictor, a mediator, the outcome or held constant.`;
    case 'levels':
      return `${name} starts at ${what.category}, which has ${what.levels} levels; a predictor is a number or a category of two levels.`;
    case 'too long':
      return `${name} has ${what.steps} mediators in a row; it takes at most ${what.most}.`;
  }
}

export const effectsProblems = {
  'mediation-without-variation': {
    title: 'A variable of a mediation that is the same for all cases',
    message: ({ name, variable, n }) => `${name} cannot use ${variable}: it is the same for all of its ${n} ${n === 1 ? 'case' : 'cases'}.`,
    help: ({ variable }) => `Choose cases among which ${variable} varies, or take another variable.`,
    explanation:
      'An effect is how one variable goes with another. What does not vary goes with nothing, so no path leads to it or from it, and ' +
      'nothing is computed.',
  },

  'mediation-perfect': {
    title: 'A mediation of what is determined',
    message: ({ name, variable }) => `In ${name}, ${variable} is determined by what explains it: nothing is left over.`,
    help: ({ variable }) => `Explain something that ${variable} is not made of.`,
    explanation:
      'If a mediator or the outcome is computed from the variables that explain it, its equation has no residuals: standard errors are ' +
      'nothing but rounding, and so would be every test. Usually a sum stands beside its parts.',
  },

  'mediation-roles': {
    title: 'A mediation whose variables cannot have these roles',
    message: ({ name, what }) => role(name, what),
    help: ({ what }) =>
      what.is === 'several'
        ? `Write a mediation for each; what is to be held constant stands in \`with\`.`
        : what.is === 'twice'
          ? 'Take it out of one of the lists.'
          : what.is === 'levels'
            ? 'Declare a number for the level that matters, `number rural when area is rural`, and hold the others constant in `with`.'
            : 'Put mediators that do not depend on each other side by side: `through a, b then c`.',
    explanation:
      'A mediation follows one predictor by way of mediators to one outcome. Its effects have addresses of their own, `path.total` and ' +
      '`path.indirect(m)`, so that several predictors or outcomes are several mediations.',
  },

  'no-such-way': {
    title: 'A path that is not in the mediation',
    message: ({ mediation, way, ways }) =>
      `${mediation} has no path from ${way.join(' to ')}` +
      (ways.length === 0 ? ': its mediators stand side by side.' : `; it has ${ways.map((one) => one.join(' to ')).join(', ')}.`),
    help: () => 'Name the mediators in the order of the arrows, as `through a then b` has them.',
    explanation:
      'Mediators that stand side by side, `through a, b`, do not act on each other: each has an indirect effect of its own, ' +
      '`path.indirect(a)`. One after the other, `through a then b`, there is a third: `path.indirect(a, b)`.',
  },

  'too-many-important': {
    title: 'More predictors than relative importance can be computed of',
    message: ({ regression, variables, most }) =>
      `${regression} has ${variables} predictors; their relative importance is computed of at most ${most}.`,
    help: () => 'Show the importance of fewer predictors in a regression of their own, or make a scale of those that belong together.',
    explanation:
      'Relative importance averages what a predictor adds over all orders in which the predictors can enter, which takes a model of each ' +
      'subset of them: 65,536 of 16 predictors, and twice as many of each further one. The rest of the regression is computed.',
  },

  'importance-of-products': {
    title: 'Relative importance of a product',
    message: ({ regression, product }) => `${regression} has the product ${product}, whose relative importance is not defined.`,
    help: () => 'Take the product out, or leave `show importance` away.',
    explanation:
      'In some of the orders a product would enter before its own variables, and what it adds there depends on where the variables have ' +
      'their 0. So the shares would change with the unit of a temperature.',
  },

  'deprived-not-binary': {
    title: 'An indicator of deprivation that is neither 0 nor 1',
    message: ({ name, variable, values, more }) =>
      `${name} counts ${variable}, which is ${values.join(', ')}${more ? ', …' : ''}: an indicator of deprivation is 1 (deprived) ` +
      'or 0 (not).',
    help: ({ variable }) => `Say who is deprived: \`number poor_${variable} when ${variable} < 3\`, and count that.`,
    explanation:
      'The first cutoff says of each indicator who is deprived. That is the author’s to say, in a condition that readers can see; a ' +
      'rating or an amount is no deprivation yet.',
  },

  'nobody-poor': {
    title: 'A cutoff that nobody reaches',
    message: ({ name, n, cutoff }) =>
      `In ${name} none of ${n} cases is deprived in ${Math.round(1000 * cutoff) / 10} % of the weights: H and M0 are 0, A is not defined.`,
    help: () => 'Lower the `cutoff`, or look whether the indicators say who is deprived.',
    explanation:
      'A is the mean share of deprivations of the poor, and contributions are shares of M0; without anybody poor there are none.',
  },

  'deprivation-dimensions': {
    title: 'Dimensions of a count of deprivations that cannot be used',
    message: ({ name, what }) =>
      what.is === 'twice'
        ? `${what.of} stands twice in ${name}: a dimension and an indicator each count once.`
        : `${what.dimension} of ${name} has no indicators; they stand in braces behind it.`,
    help: ({ what }) => (what.is === 'twice' ? `Leave one ${what.of} out.` : `Write \`${what.dimension} { first, second }\`.`),
    explanation:
      'Dimensions weigh the same, and within each its indicators: `of edu { poor_edu, out_of_school }, health { hungry }` gives hungry ' +
      'half of all. So each has to stand in one dimension.',
  },

  'nothing-to-impute': {
    title: 'A variable without an answer, whose gaps nothing can fill',
    message: ({ regression, variable, n }) => `${regression} cannot fill in ${variable}: none of its ${n} cases has a value.`,
    help: ({ variable }) => `Leave ${variable} out, or choose cases that were asked.`,
    explanation:
      'A gap is filled with the value of a case that is alike in everything else. Where nobody has a value there is nothing to fill in, ' +
      'and a regression without that variable is another one.',
  },

  'scores-imputed': {
    title: 'Scores whose gaps are filled in as they are',
    message: ({ regression, scores }) => `${regression} fills in ${scores.join(', ')} as a score, not by way of the items.`,
    help: () => 'Nothing needs to be done. Who answered most items has a score already where the index says `score mean` and `needs`.',
    explanation:
      'A score that is missing because one item is, is filled in like any number, from the other variables of the model. That is right, ' +
      'but what the case did answer of the items is not used, so that intervals are a little wider than they had to be.',
  },

  'multiple-stands-alone': {
    title: 'What a regression on several copies of the data cannot have',
    message: ({ regression, other }) => `${regression} has \`missing multiple\`, which does not go with \`${other}\`.`,
    help: ({ other }) => `Take \`${other}\` out, or take \`missing listwise\`.`,
    explanation:
      'Rubin’s rules make one of several estimates with standard errors. Steps, simple slopes, relative importance and errors that are ' +
      'drawn from samples would need rules of their own, which there are none of that everybody uses.',
  },
} satisfies Partial<WordsOfProblems>;
