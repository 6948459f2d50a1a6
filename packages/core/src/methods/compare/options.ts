// What an author can choose of a comparison of groups.
import { option } from '../../contract/option.ts';
import { postHoc } from './post-hoc.ts';

const missing = option()({
  word: 'missing',
  weighted: true,
  doc: 'Which cases take part when outcomes are missing; pairwise when left out.',
  example: 'missing listwise',
  default: 'pairwise',
  choices: {
    pairwise: { doc: 'Each outcome over the cases that have it and the group, as SPSS ONEWAY /MISSING ANALYSIS.' },
    listwise: { doc: 'Every outcome over the cases that have all outcomes and the group, as SPSS ONEWAY /MISSING LISTWISE.' },
  },
  refused: { mean: 'hides differences' },
});

export const compareOptions = { missing, postHoc };
