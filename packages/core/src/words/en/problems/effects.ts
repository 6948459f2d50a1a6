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
      `${name} counts ${variable}, which is ${values.join(', ')}${more ? ', …' : ''}: an indicator of deprivation is 1 (deprived) or 0 (not).`,
    help: ({ variable }) => `Say who is deprived: \`number poor_${variable} when ${variable} < 3\`, and count that.`,
    explanation:
      'The first cutoff says of each indicator who is deprived. That is the author’s to say, in a condition that readers can see; a rating ' +
      'or an amount is no deprivation yet.',
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
      'Dimensions weigh the same, and within each its indicators: `of edu { poor_edu, out_of_school }, health { hungry }` gives hungry half ' +
      'of all. So each has to stand in one dimension.',
  },
} satisfies Partial<WordsOfProblems>;
