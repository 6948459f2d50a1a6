// Problems of tables of correlations, groups, cross tables and designs, in English.
import type { NotAdjusted } from '../../../problems/tables/not-adjusted.ts';
import type { NotTogether } from '../../../problems/tables/not-together.ts';
import type { NotCompared } from '../../../problems/tables/not-compared.ts';
import type { WordsOfProblems } from '../../problem-words.ts';

export const tablesProblems = {
  'constant-correlated': {
    title: 'A variable that does not vary has no correlations',
    message: ({ name, variable }) => `${variable} is the same for all cases of ${name}: it correlates with nothing.`,
    help: ({ variable }) => `Take ${variable} out of the table, or widen the condition.`,
    explanation:
      'A correlation says how two variables vary together. One that is the same for everybody varies with nothing, and its ' +
      'correlations are not defined: they are left empty in the table.',
  },
  'controls-determined': {
    title: 'What is held constant determines itself',
    message: ({ name, controls }) =>
      `${name} cannot hold ${controls.join(', ')} constant: ` +
      `${controls.length > 1 ? 'one of them does not vary, or follows from the others' : 'it does not vary'}.`,
    help: () => 'Leave out of `control` what does not vary or is computed from the others.',
    explanation:
      'A partial correlation is what is left of a correlation when the linear effect of the controls is taken out of both ' +
      'variables. A control that does not vary has no effect; of controls that determine each other the effects cannot be told apart.',
  },
  'controls-need-complete': {
    title: 'Partial correlations of pairs with different cases',
    message: ({ name }) =>
      `${name} holds something constant and takes each pair over its own cases: partial correlations need the same cases.`,
    help: () => 'Write `missing listwise`, or leave the clause out.',
    explanation:
      'What a control explains of two variables is taken out of both at once. With pairwise deletion each of the correlations involved ' +
      'would be of other cases, and the result may be no correlation of anybody.',
  },
  'too-few-correlated': {
    title: 'Too few cases for correlations',
    message: ({ name, n, least }) =>
      `${name} has ${n === 1 ? 'one case' : `${n} cases`}: a correlation that can be tested needs at least ${least}.`,
    help: () => 'Widen the condition, check missing codes, or take `missing pairwise`.',
    explanation:
      'Through two points there is always a line: with two cases every correlation is 1 or −1. Each variable that is held constant needs ' +
      'one case more.',
  },
  'correlated-and-controlled': {
    title: 'A table of correlations that has nothing to correlate',
    message: ({ name, variable }) =>
      variable === null
        ? `${name} names a single variable: a correlation has two.`
        : `${variable} stands in ${name} both in \`of\` and in \`control\`: held constant, it does not vary.`,
    help: ({ variable }) => (variable === null ? 'Add another to `of`.' : `Take ${variable} out of one of the two.`),
    explanation:
      'A table of correlations lists two variables or more in `of`. What stands in `control` is held constant: what is left of it has no ' +
      'variance, so it cannot be among those that are correlated.',
  },
  'not-compared': {
    title: 'A comparison of which nothing can be tested',
    message: ({ name, outcome, category, why }) => `${name} cannot compare ${outcome} by ${category}: ${notComparedText(why)}.`,
    help: ({ outcome, why }) =>
      why.is === 'no case'
        ? 'Check missing codes, or widen the condition.'
        : why.is === 'one group'
          ? 'Widen the condition, or check the codes of the category.'
          : `Take ${outcome} out of the comparison, or check its codes.`,
    explanation:
      'A test of whether groups differ needs two groups and answers that differ. Where all cases are in one group, or all have the same ' +
      'answer, χ² and V are not defined; counts and percentages are shown as they are.',
  },
  'few-expected': {
    title: 'Few expected cases in a cross table',
    message: ({ name, outcome, category, percent, least }) =>
      `${name}, ${outcome} by ${category}: ${plainNumber(percent)} % of the cells have an expected count below 5 (the least is ` +
      `${plainNumber(least)}); χ² is only roughly distributed as its p assumes.`,
    help: () => 'Report Fisher’s exact p (`fisher.p`), or merge rare levels.',
    explanation:
      'Pearson’s χ² follows its distribution when every cell may expect enough cases: by Cochran’s rule at most a fifth of the ' +
      'cells below 5, none below 1. SPSS counts these cells under the table.',
  },
  'not-adjusted': {
    title: 'A comparison that cannot be fitted',
    message: ({ name, outcome, why }) => `${name} cannot fit ${outcome}: ${notAdjustedText(why).found}.`,
    help: ({ why }) => notAdjustedText(why).mend,
    explanation:
      'Covariates and crossed categories are one linear model of the outcome. It needs more cases than parameters, two groups or ' +
      'more, cases in every cell where the products of categories are estimated, and covariates that vary by themselves.',
  },
  'not-dependent': {
    title: 'A mean that cannot be tested',
    message: ({ name, outcome, with: second, n }) => {
      const none = second === null ? 'no case has a value' : 'no case has both';
      const alike = second === null ? 'all cases are alike' : 'all differences are alike';
      return (
        `${name} cannot test ${outcome}${second === null ? '' : ` with ${second}`}: ` +
        `${n === 0 ? none : n === 1 ? 'there is one case' : alike}.`
      );
    },
    help: ({ outcome }) => `Check the missing codes of ${outcome}, or widen the condition.`,
    explanation:
      'A t test holds a mean against how much cases vary. With one case, or with cases (or differences) that are all alike, ' +
      'nothing varies, and neither t nor its p is defined.',
  },
  'not-together': {
    title: 'Clauses of a comparison that do not go together',
    message: ({ name, found }) => `${name} ${notTogetherText(found).found}.`,
    help: ({ found }) => notTogetherText(found).mend,
    explanation:
      'A comparison holds outcomes against groups. What makes the groups, or is held constant, cannot be compared itself; means ' +
      'are adjusted, shares are not; and crossed categories are one model, whose pairs rest on its common variance.',
  },
} satisfies Partial<WordsOfProblems>;

const plainNumber = (value: number): string => String(Math.round(value * 100) / 100);

function notComparedText(why: NotCompared): string {
  switch (why.is) {
    case 'no case':
      return 'no case has both an answer and a group';
    case 'one group':
      return 'fewer than two groups have cases';
    case 'one answer':
      return `all cases have the same answer (${why.level})`;
  }
}

function notAdjustedText(why: NotAdjusted): { readonly found: string; readonly mend: string } {
  switch (why.is) {
    case 'too few':
      return {
        found: `${why.n === 1 ? 'one case' : `${why.n} cases`} for ${why.parameters} parameters`,
        mend: 'Widen the condition, check missing codes, or leave out covariates.',
      };
    case 'one level':
      return {
        found: `fewer than two groups of ${why.factor} have cases`,
        mend: 'Widen the condition, or check the codes of the category.',
      };
    case 'empty cells':
      return { found: `nobody is in ${why.cells.join(', ')}`, mend: 'Merge levels, or compare by each category alone: `by a, b`.' };
    case 'constant':
      return { found: 'all cases are alike', mend: 'Check its codes, or take it out of the comparison.' };
    case 'collinear':
      return {
        found: `${why.term === '' ? 'a covariate' : why.term} does not vary, or follows from the others`,
        mend: `Take ${why.term === '' ? 'it' : why.term} out of \`adjust\`.`,
      };
  }
}

function notTogetherText(found: NotTogether): { readonly found: string; readonly mend: string } {
  switch (found.is) {
    case 'itself':
      return { found: `compares ${found.category} by itself`, mend: 'Name another outcome in `of`, or other groups in `by`.' };
    case 'adjusted':
      return { found: `both compares ${found.variable} and holds it constant`, mend: `Take ${found.variable} out of one of the two.` };
    case 'no mean':
      return {
        found: `has ${found.outcome}, which has no mean, beside \`${found.clause}\``,
        mend: `Compare ${found.outcome} in a declaration of its own.`,
      };
    case 'crossed':
      return {
        found: `crosses categories and names ${found.with} beside them`,
        mend: 'Write `by a * b` alone: one model, its effects and products.',
      };
    case 'crossed twice':
      return { found: `crosses ${found.category} with itself`, mend: 'Name each category once.' };
    case 'lists':
      return {
        found: `pairs ${found.of} with ${found.with}: each outcome has one measurement that it is compared with`,
        mend: 'Name as many in `with` as in `of`, in their order.',
      };
    case 'paired':
      return { found: `pairs ${found.variable} with itself`, mend: 'Name its other measurement in `with`.' };
    case 'beside':
      return { found: `has \`${found.clause}\` beside \`${found.other}\``, mend: `Leave one of the two out, or make two comparisons.` };
    case 'no value':
      return { found: 'has no groups and no value', mend: 'Write `by none against 60`, the value that the mean is held against.' };
    case 'pairs':
      return {
        found: `holds pairs of adjusted means by ${found.method}, which takes each group’s own variance`,
        mend: 'Write `post_hoc bonferroni`, `sidak`, `holm` or `tukey`.',
      };
  }
}
