// What an author can choose of a table of correlations.
import { option } from '../../contract/option.ts';

const method = option()({
  word: 'method',
  doc: 'Which correlation; pearson when left out.',
  example: 'method spearman',
  default: 'pearson',
  choices: {
    pearson: { doc: 'Pearson’s r of the values.' },
    spearman: { doc: 'Spearman’s ρ: Pearson’s of the ranks.' },
    kendall: { doc: 'Kendall’s τ-b.' },
  },
});
const missing = option()({
  word: 'missing',
  doc: 'Which cases take part when values are missing; listwise when left out.',
  example: 'missing pairwise',
  default: 'listwise',
  choices: {
    listwise: { doc: 'The cases that have every variable of the table.' },
    pairwise: { doc: 'For each pair the cases that have both, as SPSS CORRELATIONS does unless told otherwise.' },
  },
  refused: { mean: 'hides differences' },
});

export const correlateOptions = { method, missing };
