// What an author can choose of a comparison of groups.
import { option } from '../../contract/option.ts';

const missing = option()({
  word: 'missing',
  doc: 'Which cases take part when outcomes are missing; pairwise when left out.',
  example: 'missing listwise',
  default: 'pairwise',
  choices: {
    pairwise: { doc: 'Each outcome over the cases that have it and the group, as SPSS ONEWAY /MISSING ANALYSIS.' },
    listwise: { doc: 'Every outcome over the cases that have all outcomes and the group, as SPSS ONEWAY /MISSING LISTWISE.' },
  },
  refused: { mean: 'means hide differences' },
});

const postHoc = option()({
  word: 'post_hoc',
  doc: 'The pairwise comparison after a test of several groups; tukey when left out.',
  example: 'post_hoc games_howell',
  default: 'tukey',
  choices: {
    tukey: { doc: 'Tukey–Kramer, for equal variances.' },
    games_howell: { doc: 'Games–Howell, for unequal variances.' },
    bonferroni: { doc: 'Bonferroni’s correction.' },
    holm: { doc: 'Holm’s step-down correction.' },
  },
});

export const compareOptions = { missing, postHoc };
