// Problems of what cannot be computed (SS5xx), in English.
import type { WordsOfProblems } from '../../problem-words.ts';

export const statisticsProblems = {
  'no-complete-cases': {
    title: 'Nobody answered everything that is needed',
    message: ({ name, policy }) => `${name} has no case to work with: under "missing ${policy}" no respondent can be used.`,
    help: ({ emptiest }) =>
      `${emptiest} has the most missing answers: leave it out, check its missing codes, or choose another missing policy.`,
    explanation:
      'Under listwise deletion a respondent counts only if every item is answered. If one item was asked of one half of the ' +
      'sample and another item of the other half, nobody is left.',
  },

  'slopes-need-product': {
    title: 'Slopes without their product',
    message: ({ regression, of, at, numeric, others }) =>
      others.length > 0
        ? `${regression}: the slope of ${of} depends on more than ${at}: it stands in ${others.join(', ')} too.`
        : !numeric
          ? `${regression}: slopes are of a number among the predictors, and ${of === '' ? 'nothing' : of} is none.`
          : `${regression}: without ${of} * ${at} in \`by\` the slope of ${of} is the same at every value of ${at}.`,
    help: ({ of, at }) => (of === '' || at === '' ? 'Name a number and what its slope depends on.' : `Write \`by ${of} * ${at}\`.`),
    explanation: `A simple slope is what a number adds at one value of another predictor. It differs from value to value only where their
product is in the model (Aiken & West 1991).`,
  },

  'too-few-cases': {
    title: 'Fewer cases than the analysis needs',
    message: ({ name, n, needed, of }) =>
      `${name} has ${n} usable ${n === 1 ? 'case' : 'cases'} for ${needed - 1} ${of}; it needs at least ${needed}.`,
    help: () => 'Use fewer predictors or items, merge rare levels, or relax the condition of `where`.',
    explanation:
      'With as many parameters as cases a regression fits perfectly whatever the data say; with fewer cases than items the ' +
      'correlations cannot be inverted. So nothing is computed.',
  },

  'constant-item': {
    title: 'An item that everyone answered alike',
    message: ({ name, items, n }) => `${items.join(', ')} ${items.length > 1 ? 'do' : 'does'} not vary among the ${n} cases of ${name}.`,
    help: ({ items }) => `Leave ${items.join(', ')} out of the index.`,
    explanation: `An item without variation has no correlation with anything. It cannot be part of a factor analysis.`,
  },

  'indefinite-correlations': {
    title: 'Correlations that no data can have, or items that repeat each other',
    message: ({ index, smallest, culprits }) =>
      `The correlations of ${index} are not positive definite (smallest eigenvalue ${smallest.toPrecision(2)}); look at ` +
      `${culprits.join(', ')}.`,
    help: ({ pairwise }) =>
      pairwise
        ? 'Pairwise deletion can produce this: use listwise deletion or leave an item out.'
        : 'One item is a sum of others or a copy of one: leave it out.',
    explanation:
      'KMO and Bartlett need the inverse of the correlation matrix. It does not exist when an item is determined by the ' +
      'others (a total and its parts, the same item twice), or when correlations from different cases contradict each other.',
  },

  'too-few-components': {
    title: 'Fewer components kept than named',
    message: ({ index, kept, named, eigenvalues }) =>
      `${index} keeps ${kept} ${kept === 1 ? 'component' : 'components'} by its rule but names ${named}; the first ` +
      `eigenvalues are ${eigenvalues.map((value) => value.toFixed(3)).join(', ')}.`,
    help: ({ named }) => `Write keep ${named}, loosen the rule, or name fewer components.`,
    explanation:
      'How many components are kept was left to a rule (eigenvalues above 1, a share of variance, parallel analysis), and the ' +
      'rule keeps fewer than the study names.',
  },

  'improper-factors': {
    title: 'Factors that explain more than there is (a Heywood case)',
    message: ({ index, items, kept }) =>
      `${kept} common ${kept === 1 ? 'factor' : 'factors'} of ${index} would take more than the whole variance of ${items.join(', ')}: ` +
      'its communality exceeds 1, so there is no proper solution.',
    help: ({ items, kept }) =>
      `${kept > 1 ? `Write keep ${kept - 1}, leave` : 'Leave'} ${items.join(', ')} out, or use \`extract components\`.`,
    explanation:
      'A common factor can explain no more of an item than all of it. An iteration that goes beyond says that the model does not fit: ' +
      'too many factors, an item with one partner only, too few respondents. SPSS stops at this point and prints no solution; a ' +
      'bounded one would only hide it.',
  },

  'edge-factors': {
    title: 'Factors that explain an item wholly (a Heywood case)',
    message: ({ index, items }) =>
      `The factors of ${index} take the whole variance of ${items.join(', ')}: its communality would exceed 1 and is held there.`,
    help: () => 'Keep fewer factors, leave the item out, or use `extract components`; read the loadings with caution.',
    explanation:
      'The likelihood is highest where a unique variance would be below 0, which no variance can be. The solution on the edge is given, ' +
      'as SPSS gives it, but its test of fit and its scores rest on a model that does not hold.',
  },

  'failed-extraction': {
    title: 'Common factors that there are not',
    message: ({ index, kept, items, none }) =>
      none
        ? `The ${items} items of ${index} do not share enough for ${kept} common ${kept === 1 ? 'factor' : 'factors'}.`
        : `The communalities of ${index} with ${kept} common ${kept === 1 ? 'factor' : 'factors'} do not settle.`,
    help: ({ kept }) => (kept > 1 ? `Write keep ${kept - 1}, or use \`extract components\`.` : 'Use `extract components`.'),
    explanation:
      'Common factors explain what items share with each other, not what is their own. Where less is shared than so many factors ' +
      'would need, there are none to be found; components, which explain whole variances, always exist.',
  },

  'failed-rotation': {
    title: 'An oblique rotation that does not settle',
    message: ({ index, kept }) => `The rotation of the ${kept} factors of ${index} finds no end: the factors fall together.`,
    help: () => 'Write a smaller δ (`rotate oblimin`), another rotation (`rotate promax`), or keep fewer factors.',
    explanation:
      'An oblique rotation lets factors correlate. With a large δ, or with more factors than the items bear out, they come ever closer ' +
      'to being the same. SPSS prints no rotated solution then, and neither do we.',
  },

  'correlated-scores': {
    title: 'Uncorrelated scores of factors that correlate',
    message: ({ index, rotation }) => `Anderson–Rubin scores do not correlate, and after ${rotation} the factors of ${index} do.`,
    help: () => 'Write `score bartlett` or `score regression`, or rotate by varimax.',
    explanation:
      'Anderson and Rubin’s method makes scores that are uncorrelated, with SD 1. Of oblique factors such scores would be of ' +
      'something else.',
  },

  'no-steps': {
    title: 'Polychoric correlations of what has no steps',
    message: ({ index, items, most, means }) =>
      means
        ? `Answers to ${items.join(', ')} of ${index} are filled in by means, which are no steps of a scale: polychoric correlations ` +
          'need steps.'
        : `${items.join(', ')} of ${index} ${items.length > 1 ? 'have' : 'has'} more than ${most} different values: polychoric ` +
          'correlations are of answers in few steps.',
    help: ({ items, means }) =>
      means
        ? 'Write `missing pairwise` or `missing listwise`, or use `correlations spearman`.'
        : `Leave ${items.join(', ')} out, or use \`correlations spearman\`.`,
    explanation:
      'A polychoric correlation supposes that each answer is a step of a scale, cut from something normal. Substituted means (`missing ' +
      'mean`) are no steps either: they make a step of their own for each item.',
  },

  'marker-taken': {
    title: 'Two names for one component',
    message: ({ component, marker, other, loadings, position }) =>
      `${component} is marked by ${marker}, but ${marker} loads highest on the component that ${other} already names ` +
      `(loadings ${loadings.map((value, at) => `${at === position ? '▸' : ''}${value.toFixed(3)}`).join(', ')}).`,
    help: ({ component }) => `Mark ${component} by an item that loads highest on another component, or remove it.`,
    explanation:
      'A component is named by the item that marks it: it is the one on which this item loads highest. If two markers load ' +
      'highest on the same component, one of the names has nothing to stand for.',
  },

  'empty-subset': {
    title: 'A condition that no respondent satisfies',
    message: ({ name, rows }) => `None of the ${rows} respondents satisfies the condition of ${name}.`,
    help: () => 'Check the codes and the `and`/`or` of the condition: a respondent with a missing answer satisfies no test of it.',
    explanation:
      'The `where` clause chooses the cases. If it chooses nobody there is nothing to compute. Often a code was meant that ' +
      'the data write differently.',
  },

  'one-group': {
    title: 'A comparison with fewer than two groups',
    message: ({ outcome, category }) =>
      `${outcome} cannot be compared between the levels of ${category}: fewer than two of them have cases.`,
    help: () => 'Compare by another category, or widen the condition.',
    explanation: `A comparison of means needs at least two groups with answers.`,
  },

  'collinear-predictors': {
    title: 'A predictor that others determine',
    message: ({ regression, term, on }) =>
      on.length === 0
        ? `In ${regression}, ${term} is determined by the other predictors.`
        : `In ${regression}, ${term} is determined by ${on.join(', ')}: it adds nothing that they do not say already.`,
    help: ({ term }) => `Leave ${term} (or one of the others) out.`,
    explanation:
      'If one predictor can be computed exactly from others, their coefficients cannot be told apart: infinitely many sets of ' +
      'coefficients fit equally well. Programs that drop one silently leave it to chance which.',
  },

  'constant-outcome': {
    title: 'An outcome that does not vary',
    message: ({ regression, outcome, n }) => `${outcome} is the same for all ${n} cases of ${regression}: there is nothing to explain.`,
    help: () => 'Explain something else, or widen the condition.',
    explanation: `A regression explains differences. Where all cases are alike there are none.`,
  },

  'constant-predictor': {
    title: 'A predictor that is the same for all cases',
    message: ({ regression, terms }) =>
      `Left out of ${regression}: ${terms.join(', ')} ${terms.length > 1 ? 'are' : 'is'} the same for all its cases.`,
    help: () => 'Nothing needs to be done if that is how the cases were chosen; otherwise merge the level with another.',
    explanation:
      'In a subset a level may not occur at all, or a question may have only one answer. Such a predictor cannot have a ' +
      'coefficient. It is left out, as SPSS does, and said so.',
  },

  'empty-reference': {
    title: 'A reference level without a case',
    message: ({ regression, category, reference, levels, where }) =>
      `In ${regression}, ${where ? '`where` leaves no case' : 'there is no case'} of ${category}.${reference}, the reference: ` +
      `${levels.join(' and ')} sum to 1, so that their coefficients cannot be told apart.`,
    help: ({ category, levels }) => `Take another reference for ${category}: \`reference ${levels[0]!}\`.`,
    explanation: `Each level of a category is compared with its reference. Where no case is of the reference, the dummies of the other
levels add up to 1 in every case, which is what the constant says already. A program that drops one of them silently compares with a
level that nobody chose.`,
  },

  'constant-in-alpha': {
    title: 'An item that does not vary among the cases of alpha',
    message: ({ name, items, n, answered }) =>
      `${items.join(', ')} ${items.length > 1 ? 'do' : 'does'} not vary among the ${n} respondents who answered every item of ` +
      `${name}${answered > n ? ` (${answered} answered ${items.length > 1 ? 'the first of them' : 'it'})` : ''}: alpha counts ` +
      `${items.length > 1 ? 'them as items that add' : 'it as an item that adds'} nothing.`,
    help: ({ items }) => `Look at who left items unanswered; leave ${items.join(', ')} out if everyone answers alike.`,
    explanation: `Alpha rests on the respondents who answered every item (listwise, as SPSS RELIABILITY). Among them an item may have one
answer only, although it varies among all who answered it. It has no covariance with the others then, lowers alpha, and has no
standardised alpha, omega or squared multiple correlation.`,
  },

  'perfect-fit': {
    title: 'A perfect fit',
    message: ({ regression, outcome }) =>
      `${regression} fits ${outcome} perfectly: the predictors determine it, and what rests on residuals (standard errors, t, ` +
      'F, p) is not defined.',
    help: () => 'Look for a predictor that the outcome is made of, or for groups within which everybody has the same value.',
    explanation: `Where predictors reproduce the outcome exactly, the residuals are nothing but rounding. A standard error or a test made
of them would be noise, however many digits it had; coefficients and R² are given, the rest is left undefined.`,
  },
} satisfies Partial<WordsOfProblems>;
