// Remarks of an experienced colleague (SS6xx), in English.
import type { WordsOfProblems } from '../../problem-words.ts';

/** Null: a count that the report does not show. */
const withCount = (level: string, count: number | null): string => (count === null ? level : `${level} (${count})`);

const soFew = (clusters: number): string =>
  ` With ${clusters} clusters no correction is reliable; an exact wild cluster test cannot go below ` +
  `p = ${(2 / (1 << clusters)).toPrecision(3)}.`;

export const colleagueProblems = {
  'alpha-rises-without': {
    title: 'An item that works against the others',
    message: ({ group, item, alpha, without, itemTotal }) =>
      `${item} fits badly into ${group}: its corrected item–total correlation is ${itemTotal.toFixed(3)}` +
      `${without === null ? '' : `, and alpha would be ${without.toFixed(3)} without it instead of ${alpha.toFixed(3)}`}.`,
    help: ({ item, itemTotal }) =>
      itemTotal < 0 ? `Was ${item} asked the other way round? Then declare it reversed.` : `Consider whether ${item} belongs here.`,
    explanation:
      'Alpha usually falls when an item is dropped. If it rises, or if the item correlates negatively with the rest, the item ' +
      'measures something else or was keyed the wrong way. Reported when alpha would rise by more than .01 or the item–total ' +
      'correlation is below 0.',
  },

  'few-cells': {
    title: 'A level with fewer than five respondents',
    message: ({ category, levels }) =>
      `Fewer than five respondents in ${category}: ${levels.map(({ level, count }) => withCount(level, count)).join(', ')}.`,
    help: () => 'Merge the level with a neighbour before comparing or regressing by it.',
    explanation: `Means and coefficients of so few cases say little, and one respondent can turn them round.`,
  },

  'low-adequacy': {
    title: 'Correlations hardly worth factoring',
    message: ({ index, kmo }) => `KMO of ${index} is ${kmo.toFixed(3)}, below .6: the items share too little for components to mean much.`,
    help: () => 'Look at the MSA of each item and leave out the lowest, or use dimensions instead of components.',
    explanation: `Kaiser called values below .6 mediocre to unacceptable. Components of such correlations depend on chance.`,
  },

  'kept-by-a-hair': {
    title: 'A component kept or left out by a hair',
    message: ({ index, kept, eigenvalue, position, parallel }) =>
      `Component ${position} of ${index} is ${position <= kept ? 'kept' : 'left out'} by a hair: ` +
      `its eigenvalue is ${eigenvalue.toFixed(3)}. Parallel analysis ` +
      `would keep ${parallel}.`,
    help: () => 'Say why this many are kept, and look at the results with one more or one fewer.',
    explanation: `An eigenvalue close to 1 may fall on either side of it in another sample. Reported within .05 of 1.`,
  },

  'weak-loadings': {
    title: 'An item that no component holds',
    message: ({ index, items }) => `${items.join(', ')} load${items.length > 1 ? '' : 's'} below .4 on every component of ${index}.`,
    help: () => 'Leave it out, or keep more components.',
    explanation: `By common practice an item belongs to a component if it loads .4 or more. One that loads on none contributes noise.`,
  },

  'cross-loadings': {
    title: 'An item on two components',
    message: ({ index, items }) =>
      `${items.join(', ')} load${items.length > 1 ? '' : 's'} .4 or more on more than one component of ${index}.`,
    help: () => 'Say so when the components are named; consider leaving the item out.',
    explanation: `An item that loads on two components makes their names less clear, and their scores more alike.`,
  },

  'left-out-of-composite': {
    title: 'A named component that the composite leaves out',
    message: ({ index, components }) =>
      `${index} is composed without ${components.join(', ')}: the composite says nothing about ${components.length > 1 ? 'them' : 'it'}.`,
    help: () => 'Intended? Then say so in the text. Otherwise leave out the compose clause: by default every named component is composed.',
    explanation: `The composite is the weighted sum of the composed components only. Readers will assume that it holds all that are named.`,
  },

  'items-not-kept': {
    title: 'Components without a name',
    message: ({ index, kept, named }) =>
      `${index} keeps ${kept} components but names ${named}; the others are shown, but have no address and no part in the composite.`,
    help: () => 'Name them, or keep fewer.',
    explanation: `A component without a name is still rotated and reported.`,
  },

  'substituted-items': {
    title: 'Missing answers replaced by means, in an index',
    message: ({ name, filled, cells }) =>
      `${name}: ${filled} of ${cells} answers were missing and are replaced by the item mean, which makes the items look less ` +
      'variable than they are.',
    help: () => 'Report it; compare with missing listwise.',
    explanation: `Mean substitution keeps every respondent but weakens correlations and shrinks variances.`,
  },

  'endpoint-by-one': {
    title: 'One respondent sets the end of a 0–100 score',
    message: ({ score, row, id, share, end }) =>
      `The ${end} value of ${score} is set by one respondent (row ${row}${id === null ? '' : `, ${id}`}) far from everyone ` +
      `else: ${Math.round(100 * share)} % of the range lies between this one and the next.`,
    help: () => 'Check that respondent for a typing error. Min–max scores hang on their two most extreme cases.',
    explanation:
      'Min–max rescaling maps the lowest score to 0 and the highest to 100. One wrong answer can push everyone else together ' +
      'at the other end. Reported when the gap is at least 30 % of the range.',
  },

  'substituted-predictors': {
    title: 'Missing answers replaced by means, in a regression',
    message: ({ regression, filled, cases }) =>
      `${regression}: ${filled} missing ${filled === 1 ? 'value is' : 'values are'} replaced by means among ${cases} cases. ` +
      'The replaced values count as if they had been observed, so standard errors are too small.',
    help: () => 'Report it, and compare with missing listwise.',
    explanation: `With mean substitution n and the degrees of freedom stay those of the full sample, as if nothing had been missing.`,
  },

  'few-in-reference': {
    title: 'A reference group of fewer than thirty',
    message: ({ regression, references }) =>
      `Reference groups of fewer than 30 in ${regression}: ` +
      `${references.map(({ category, level, count }) => withCount(`${category}.${level}`, count)).join(', ')}. ` +
      `All other levels are compared with these few.`,
    help: () => 'Choose a larger level with reference NAME in the category: the model is the same, its coefficients are steadier.',
    explanation:
      'Every coefficient of a category is a difference from its reference level. If that group is small, all of them are ' +
      'imprecise together.',
  },

  'dummies-beside-ratings': {
    title: 'Standardised coefficients of dummies beside those of ratings',
    message: ({ regression }) =>
      `${regression} shows standardised coefficients of dummies beside those of ratings: the beta of a dummy depends on how ` +
      'many respondents are in the level, so the two are not comparable in size.',
    help: () => 'Compare them by sign and p only, or show b.',
    explanation: `Beta is b·s_x/s_y. For a dummy s_x is √(p(1 − p)): a rare level has a small beta even if its effect is large.`,
  },

  'few-clusters': {
    title: 'Respondents in clusters, standard errors as if they were not',
    message: ({ column, clusters }) =>
      `Respondents come from ${clusters} clusters (${column}), but standard errors are classical: people of one place are alike, ` +
      `so they are too small.${clusters <= 10 ? soFew(clusters) : ''}`,
    help: ({ column }) => `Write \`errors cluster ${column}\` in the regressions, or say so in the text.`,
    explanation:
      'Answers of neighbours resemble each other, so a sample of 300 people in five places holds less information than 300 ' +
      'people drawn one by one.',
  },

  'few-clusters-robust': {
    title: 'Clustered standard errors from a handful of clusters',
    message: ({ regression, column, clusters }) =>
      `${regression}: standard errors are clustered by ${column}, but there are only ${clusters} clusters; they are likely to ` +
      'be too small, and so are the p-values.',
    help: ({ column, clusters }) =>
      `Read them as a lower bound. With few clusters \`errors cluster ${column} cr2\` or \`errors cluster ${column} wild 9999\` is the ` +
      `usual remedy.${clusters < 8 ? ` With ${clusters} even that is coarse: describe differences rather than test them.` : ''}`,
    explanation: `Clustered standard errors are right when there are many clusters, 40 or so, of similar size (Cameron & Miller 2015). With
fewer they are biased downwards although t is referred to one degree of freedom fewer than there are clusters. With more predictors than
clusters the joint F test does not exist.`,
  },

  'few-signs': {
    title: 'Too few clusters for a small p',
    message: ({ regression, column, clusters, least }) =>
      `${regression}: with ${clusters} clusters (${column}) there are ${2 / least} combinations of signs, and no p can be below ` +
      `${least.toPrecision(3)}.`,
    help: () => 'Describe differences between places rather than test them; that a p is not small says nothing here.',
    explanation: `The wild cluster bootstrap changes the signs of whole clusters. Of G clusters there are 2^G combinations, two of which
are the data themselves and their mirror: p is at least 1/2^(G − 1), 0.0625 with five clusters and 0.0156 with seven (Cameron, Gelbach &
Miller 2008; Webb 2023).`,
  },

  'few-degrees': {
    title: 'A standard error that rests on few clusters',
    message: ({ regression, column, clusters, terms }) =>
      `${regression}: clustered by ${column} (${clusters} clusters), ` +
      `${terms.map(({ term, df }) => `${term} has ${df.toFixed(1)}`).join(', ')} ` +
      'degrees of freedom; below 4 p-values are no longer to be trusted.',
    help: () => 'Read the interval as a rough one, or describe the difference rather than test it.',
    explanation: `With CR2 each coefficient has degrees of freedom of its own, fewer than there are clusters where few of them tell anything
of it: a predictor that differs in three villages of forty rests on three. Below 4 Satterthwaite's approximation fails (Tipton & Pustejovsky
2015, Journal of Educational and Behavioral Statistics 40:604–634; Pustejovsky & Tipton 2018).`,
  },

  'directionless-component': {
    title: 'A component without a direction of its own',
    message: ({ index, component, item }) =>
      `Component ${component} of ${index} has no direction of its own: its loadings sum to nearly 0. It enters the index with ` +
      `${item} high; turned round, the index would be another.`,
    help: () =>
      'Name the component by the item that marks it (`component NAME marked by ITEM`), or compose only components that have a name.',
    explanation: `A component can be turned round without changing what it explains. One that most items load on is turned so that they
load positively. One that sets some items against others has no such side: it is turned so that the item with the highest loading (of
equal ones, the first by name) loads positively, whatever the order of lines. In a sum with other components the choice matters, and is
the author's to make.`,
  },
} satisfies Partial<WordsOfProblems>;
