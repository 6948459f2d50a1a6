// Problems of the design of a sample (SS520–539), in English.
import type { WordsOfProblems } from '../../problem-words.ts';

const rowsText = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;
const roles = { weight: 'weight', stratum: 'stratum', cluster: 'sampling unit' } as const;

export const designProblems = {
  'negative-weights': {
    title: 'Weights below zero',
    message: ({ column, negative, rows, row, value }) =>
      `${column}: ${negative} of ${rowsText(rows)} ${negative === 1 ? 'has' : 'have'} a weight below zero (row ${row}: ${value}).`,
    help: ({ column }) => `Check ${column}: a code for no answer belongs into \`missing\`; no row stands for less than nobody.`,
    explanation:
      'A weight says how many people a row stands for. Rows with a negative one are left out of everything that is estimated, as ' +
      'SPSS does, ' +
      'but whoever made the weights should know.',
  },

  'without-weight': {
    title: 'Rows that are not in the sample',
    message: ({ column, role, missing, zero, rows }) =>
      `${missing + zero} of ${rowsText(rows)} ${missing + zero === 1 ? 'is' : 'are'} left out of all estimates: ` +
      `${[...(missing > 0 ? [`${missing} without a ${roles[role]}`] : []), ...(zero > 0 ? [`${zero} with the weight 0`] : [])].join(
        ', ',
      )} (${column}).`,
    help: ({ column }) => `Complete ${column}, or say who is a respondent by \`where\` in the data block.`,
    explanation:
      'A row without a weight stands for nobody that is known, and one without a stratum or a sampling unit has no place in the ' +
      'design. ' +
      'SPSS leaves such rows out without a word.',
  },

  'constant-weights': {
    title: 'Weights that are all alike',
    message: ({ column, value }) => `${column}: every row has the weight ${value}, so it changes no mean, share or coefficient.`,
    help: ({ column }) =>
      `Nothing needs to be done where the sample is self-weighting: standard errors are still the design's. Otherwise ` +
      `\`weight ${column}\` names ` +
      'the wrong column.',
    explanation:
      'Where everybody had the same chance to be drawn, all weights are alike, and weighted estimates are the unweighted ones. ' +
      'Often it is a ' +
      'column that was meant to be filled.',
  },

  'no-weights': {
    title: 'Nobody has a weight',
    message: ({ column, rows }) =>
      column === null
        ? `None of ${rowsText(rows)} has a place in the design: there is nothing to estimate.`
        : `${column}: none of ${rowsText(rows)} has a weight above zero, so there is nothing to estimate.`,
    help: ({ column }) =>
      column === null
        ? 'Check the columns of `stratum`, `cluster` and `population`.'
        : 'Name the column that holds the weights, as in `weight wt`, or leave the clause out.',
    explanation: 'Only rows with a positive weight, a stratum and a sampling unit take part in a weighted study.',
  },

  'bad-population': {
    title: 'A population that does not fit the sample',
    message: ({ found, units, row }) => {
      const of = units === null ? 'rows' : `groups of ${units}`;
      return found.is === 'fewer'
        ? `The stratum of row ${row} has ${found.sampled} ${of} in the sample, but only ${found.population} in the population.`
        : `The stratum of row ${row} has two populations, ${found.first} and ${found.second}.`;
    },
    help: ({ units }) =>
      units === null
        ? 'Write how many people the population has, or the column that says so for the stratum of each row: `population 3985`.'
        : `\`population\` counts what was drawn first: write how many groups of ${units} the population, or each stratum, has, as in ` +
          '`population 3985`, or leave it out.',
    explanation:
      'Where a good part of the population was drawn, estimates vary less: by the share that was not drawn. That share is ' +
      'computed from the units ' +
      'of the first stage, and must be one number a stratum.',
  },

  'odd-population': {
    title: 'A population that does not fit what was sampled',
    message: ({ category, level, population, found }) =>
      found.is === 'fewer'
        ? `${category}.${level}: ${found.sampled} were sampled of a population of ${population}.`
        : `${category}.${level}: the category states a population of ${population}, and the data block one of ${found.design}.`,
    help: ({ found }) =>
      found.is === 'fewer'
        ? 'Check the figure in `population given { … }`, and whether it counts the same units as the rows of the data: people, ' +
          'or households.'
        : 'Take out `population given { … }`: what the data block says of this category is used for the standard errors too.',
    explanation:
      'The share that was sampled is the cases of a level in percent of its population. It cannot be above 100, and there is one ' +
      'population. Nothing is estimated by what a category states: it stands in the report beside what was sampled.',
  },

  'lonely-units': {
    title: 'A stratum with a single sampling unit',
    message: ({ strata, of, row, stratum, cluster }) =>
      `${strata} of ${of} strata${stratum === null ? '' : ` (${stratum})`} ${strata === 1 ? 'has' : 'have'} a single ` +
      `${cluster === null ? 'row' : `group of ${cluster}`} (see row ${row}): how much units differ within ` +
      `${strata === 1 ? 'it' : 'them'} is not known.`,
    help: ({ stratum }) =>
      `Merge it with the stratum that it is most ` +
      `like${stratum === null ? '' : ` (a category made of ${stratum}, named by \`stratum\`)`}, ` +
      'or write `lonely adjust`: it counts by its distance from the mean of all, which errs on the safe side.',
    explanation:
      'The variance within a stratum is estimated from the differences between its sampling units; with one there is none. ' +
      'Programs differ: R refuses, ' +
      'SPSS treats it as if it had been drawn for certain, Stata gives no errors. Until the study says which, no standard errors ' +
      'are shown. ' +
      '`lonely certainty` is SPSS’s rule, `lonely average` gives it the mean variance of the other strata.',
  },

  'one-unit': {
    title: 'No more sampling units than strata',
    message: ({ strata, psus, cluster }) =>
      `The sample has ${psus} ${cluster === null ? 'rows with a weight' : `groups of ${cluster}`} in ${strata} ` +
      `${strata === 1 ? 'stratum' : 'strata'}: ` +
      'there are no degrees of freedom, and no standard errors.',
    help: ({ cluster }) =>
      cluster === null
        ? 'Check `stratum`.'
        : `Check whether ${cluster} names the units that were drawn first; if it does not, leave \`cluster\` out.`,
    explanation:
      'Design-based standard errors compare sampling units within strata. Where each stratum has one, or the whole sample is of ' +
      'one place, there is ' +
      'nothing to compare.',
  },

  'bad-margins': {
    title: 'Margins that the weights cannot meet',
    message: ({ found }) => {
      switch (found.is) {
        case 'empty':
          return `The population has people of ${found.category}.${found.level}, and the sample nobody.`;
        case 'unpopulated':
          return `The sample has people of ${found.category}.${found.level}, and the population nobody.`;
        case 'missing':
          return (
            `${rowsText(found.rows)} of the sample ${found.rows === 1 ? 'has' : 'have'} no answer to ${found.category}, ` +
            `whose margins the weights are to meet.`
          );
        case 'totals':
          return `The margins add up to different populations, ${found.first} and ${found.second}.`;
        case 'diverges':
          return 'The weights come to no rest: no weights meet all margins.';
      }
    },
    help: ({ found }) =>
      found.is === 'missing'
        ? `Leave them out by \`where\` in the data block, or give ${found.category} a level of their own.`
        : found.is === 'totals'
          ? 'Bring the margins to one total: shares in per cent will do.'
          : 'Merge levels that have nobody on one side, in the category and in the file of margins.',
    explanation:
      'Calibration multiplies the weights until each level of each category weighs what the population has of it. That is ' +
      'possible only where ' +
      'every level has people on both sides, and all margins count the same population. Until it is, no standard errors are shown.',
  },

  'bad-margins-file': {
    title: 'A file of margins that cannot be read',
    message: ({ file, found }) => {
      switch (found.is) {
        case 'no table':
          return `${file} holds no margins: a line of headings and lines of figures were expected.`;
        case 'no category':
          return `${file} says nothing of ${found.category}; it has ${found.names.join(', ')}.`;
        case 'no level':
          return `${file}: ${found.category} has no level "${found.level}"; it has ${found.names.join(', ')}.`;
        case 'no count':
          return `${file}, line ${found.line}: "${found.text}" is no number of people.`;
        case 'missing level':
          return `${file} says nothing of ${found.category}.${found.level}.`;
      }
    },
    help: () =>
      'Write three columns, `category, level, population`, a line a level; or a column a category and one of counts, a line a ' +
      'combination.',
    explanation:
      'The file of `calibrate` says how many people of each level the population has. Levels stand there by their names, or by ' +
      'their labels.',
  },

  'not-weighted': {
    title: 'It has no weighted form',
    message: ({ name, kind, word }) =>
      word === null
        ? `${name}: a ${kind} is not computed with weights, and this study has a design.`
        : `${name}: \`${word}\` is not computed with weights, and this study has a design.`,
    help: ({ name, word }) =>
      `${word === null ? '' : 'Leave the clause out, or '}${word === null ? 'Write' : 'write'} \`unweighted\` in ${name}: it is ` +
      `computed as if every row ` +
      'counted once, and the report says so.',
    explanation:
      'With `weight`, `stratum` or `population` in the data block every estimate is weighted and every standard error is the ' +
      'design’s. What has no ' +
      'such form does not silently stand beside them.',
  },

  'no-design': {
    title: 'Design-based errors without a design',
    message: ({ regression }) =>
      `${regression}: \`errors survey\` needs to know how respondents were drawn, and the data block does not say.`,
    help: () => 'Write `weight`, `stratum` or `population` in the data block, or choose other errors, such as `errors hc3`.',
    explanation:
      'Standard errors of a design come from strata and sampling units. In a study that states none there is nothing to compute ' +
      'them from.',
  },
} satisfies Partial<WordsOfProblems>;
