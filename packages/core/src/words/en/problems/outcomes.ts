// Problems of regressions of outcomes that are no plain numbers (SS425–SS439), in English.
import type { WordsOfProblems } from '../../problem-words.ts';

const listed = (names: readonly string[]): string => names.join(', ');
const limits = (low: number | null, high: number | null): string => `${low ?? ''}..${high ?? ''}`;

export const outcomesProblems = {
  'not-of-this-method': {
    title: 'A number that a regression of this method has not',
    message: ({ quantity, regression, method }) => `${regression} is fitted by \`method ${method}\`, which has no ${quantity}.`,
    help: ({ instead, methods, method }) =>
      instead !== null
        ? `Ask for ${instead}, which method ${method} has in its place.`
        : `Ask for one of the numbers of method ${method}, or fit the model by method ${methods.join(' or ')}.`,
    explanation: `A standardised coefficient, R², F, the variance inflation factor or Durbin–Watson are defined for least squares. A model
that is fitted by maximum likelihood has z in the place of t, a likelihood ratio χ² in the place of F, and pseudo R² in the place of R²;
odds ratios, thresholds and marginal effects belong to single methods. The reference page of quantities says which method has which.`,
  },

  'not-shown-by-method': {
    title: 'A column that a regression of this method has not',
    message: ({ regression, method, columns }) =>
      `${regression} is fitted by \`method ${method}\`, which has no ${listed(columns)} to show.`,
    help: ({ possible }) => `It can show: ${listed(possible)}.`,
    explanation: `The columns of a coefficients' table depend on the method: \`standardized\` and \`vif\` are of least squares, \`odds\` of
models of odds or counts, \`margins\` of all that predict a probability, a count or a censored number.`,
  },

  'not-with-method': {
    title: 'A clause that makes no sense with the method',
    message: ({ regression, method, clause }) => `\`${clause}\` of ${regression} is not defined with \`method ${method}\`.`,
    help: ({ possible }) =>
      possible.length === 0 ? 'Leave the clause out.' : `Write ${possible.map((one) => `\`${one}\``).join(' or ')}.`,
    explanation: `Mean substitution would invent values between 0 and 1 of a yes-or-no outcome, and pairwise deletion has no cases to
have a likelihood. Robust standard errors that correct for leverage need a model with one linear predictor. Slopes vary between groups
in a mixed model only.`,
  },

  'unknown-event': {
    title: 'An event that the outcome has not',
    message: ({ regression, outcome, event }) => `"${event}" is no value of ${outcome}, which ${regression} explains.`,
    help: ({ nearest, values }) => (nearest === null ? `It has: ${listed(values)}.` : `Did you mean "${nearest}"?`),
    explanation: `\`event\` names the level (of a category) or the value (of a number) that is counted as 1; all others are counted as 0.`,
  },

  'not-two-valued': {
    title: 'An outcome of which nobody can say what is counted as 1',
    message: ({ regression, outcome, method, values, count }) =>
      `${outcome} has ${count} ${count === 1 ? 'value' : 'values'} among the cases of ${regression} (${listed(values)}${
        count > values.length ? ', …' : ''
      }); \`method ${method}\` needs two, one of them the event.`,
    help: ({ method, values }) =>
      `Name the value that is counted as 1, as in \`method ${method} event ${values.at(-1) ?? '1'}\`, or choose \`method ordered\` or ` +
      '`method multinomial`.',
    explanation: `A logit or probit explains whether something holds. Of a number that is 0 or 1, 1 is the event; of a category with two
levels, the one that is no reference. Everything else needs \`event\`: with it, that value is counted as 1 and all others as 0.`,
  },

  'separated-outcome': {
    title: 'Predictors that tell the outcome apart',
    message: ({ regression, outcome, kind, terms }) =>
      `${listed(terms)} ${terms.length > 1 ? 'separate' : 'separates'} the values of ${outcome} in ${regression} (${kind} separation): ` +
      'the estimates would be infinite.',
    help: ({ firth, terms }) =>
      firth
        ? `Write \`method logit firth\`, whose estimates are finite, merge rare levels, or leave ${listed(terms)} out.`
        : `Merge rare levels, or leave ${listed(terms)} out.`,
    explanation: `Where a predictor, or a combination of them, parts those with the event from those without, the likelihood grows for ever
as the coefficient does. Programs then print a large number with a huge standard error, which means nothing. Separation is *complete* where
every case is told, *quasi-complete* where some lie on the border, often a level all of whose cases have the same outcome. It is found by
linear programming (Konis 2007), not by looking at large estimates. Firth's penalty (1993) gives finite estimates.`,
  },

  'no-convergence': {
    title: 'A likelihood whose maximum was not found',
    message: ({ regression, outcome, method }) =>
      `The likelihood of ${outcome} in ${regression} (\`method ${method}\`) has no maximum that could be found.`,
    help: () => 'Leave out predictors, merge rare levels, or choose a simpler model.',
    explanation: `The search for the most likely parameters ended without an answer: usually because the model asks more than the data can
say, or fits them perfectly, so that a variance goes to 0. No number of such a fit is shown.`,
  },

  'not-a-count': {
    title: 'Counts that are no counts',
    message: ({ regression, outcome, value }) => `${outcome}, which ${regression} explains by \`method poisson\`, has the value ${value}.`,
    help: () => 'Explain a count, 0, 1, 2 …, or choose `method linear`.',
    explanation: `A Poisson regression explains how often something happened: whole numbers from 0.`,
  },

  'all-censored': {
    title: 'A Tobit model none of whose values lies between its limits',
    message: ({ regression, outcome, low, high }) =>
      `No value of ${outcome} in ${regression} lies between the limits of \`method tobit ${limits(low, high)}\`.`,
    help: () => 'Write the limits at which the outcome is cut off, in its own units.',
    explanation: `The limits of a Tobit model are where the outcome cannot be seen any further. Values between them are
what the model learns the spread from.`,
  },

  'beyond-limits': {
    title: 'Values outside the limits of a Tobit model',
    message: ({ regression, outcome, low, high, cases }) =>
      `${cases} ${cases === 1 ? 'value' : 'values'} of ${outcome} in ${regression} ` +
      `${cases === 1 ? 'lies' : 'lie'} outside ${limits(low, high)} ` +
      `and ${cases === 1 ? 'is' : 'are'} taken to be at the limit.`,
    help: () => 'Nothing needs to be done if that is meant; otherwise write limits that hold all values.',
    explanation: `A value beyond a limit is counted as censored there, as R and Stata do it: how far beyond it lies is not used.`,
  },

  'few-events': {
    title: 'Fewer than ten events a slope',
    message: ({ regression, outcome, events, others, slopes }) =>
      `${outcome} of ${regression} has ${events} cases with the event and ${others} without, for ${slopes} ` +
      `${slopes === 1 ? 'slope' : 'slopes'}.`,
    help: () => 'Use fewer predictors, merge rare levels, or write `method logit firth`.',
    explanation: `With fewer than about ten of the rarer outcome a slope, the estimates of a logit are biased away from 0 and its
intervals are too short (Peduzzi et al. 1996, Journal of Clinical Epidemiology 49:1373–1379).`,
  },

  'singular-mixed': {
    title: 'A mixed model whose groups do not differ beyond chance',
    message: ({ regression, outcome, site }) =>
      `In ${regression} a variance of ${outcome} between the groups of ${site} is 0, or a correlation of what varies is ±1.`,
    help: () => 'Use fewer random slopes; with an intercept alone, least squares says the same.',
    explanation: `The most likely variance lies on its bound: the data support less than what was asked. The estimates are those of the
bound; degrees of freedom are then n − k − 1.`,
  },

  'unused-outcome-level': {
    title: 'Levels of the outcome that none of the cases has',
    message: ({ regression, outcome, levels }) =>
      `None of the cases of ${regression} has ${listed(levels)} of ${outcome}: the model is of the other levels.`,
    help: () => 'Nothing needs to be done if that is how the cases were chosen; otherwise merge the level with another.',
    explanation: `A level that does not occur has no threshold and no equation.`,
  },

  'no-groups-within': {
    title: 'Groups of a mixed model that are one, or one a case',
    message: ({ regression, site, groups, cases }) =>
      `${site} has ${groups} ${groups === 1 ? 'group' : 'groups'} among the ${cases} cases of ${regression}: ` +
      'a mixed model needs several, with ' +
      'several cases in some.',
    help: () => 'Write the column in which those who belong together have the same value, or `method linear`.',
    explanation: `What varies between groups can be told from what varies within them only where there are several groups, and groups with
more than one case.`,
  },

  'too-many-values': {
    title: 'An outcome with too many values for its method',
    message: ({ regression, outcome, method, count, most }) =>
      `${outcome} of ${regression} has ${count} values; \`method ${method}\` has a threshold or an equation for each ` +
      `and takes ${most} at most.`,
    help: () => 'Choose `method linear`, or make a category of fewer levels.',
    explanation: `Ordered and multinomial models are for outcomes with few values. A number with many is a measurement.`,
  },
} satisfies Partial<WordsOfProblems>;
