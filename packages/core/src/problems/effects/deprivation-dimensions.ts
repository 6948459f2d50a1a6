// Dimensions of a count of deprivations that have no indicators, or one that stands twice.
import { defineProblem } from '../problem.ts';
import { survey } from '../statistics/example.ts';

const head = 'study "Example"\n\ndata "survey.csv"\n\nnumber age\nnumber old when age > 60\nnumber young when age < 20\n\n';
export const deprivationDimensions = defineProblem<{
  name: string;
  what: { readonly is: 'no indicators'; readonly dimension: string } | { readonly is: 'twice'; readonly of: string };
}>()({
  code: 'SS493',
  name: 'deprivation-dimensions',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `${head}deprivation mpi { of life { old }, health }\n`,
    right: `${head}deprivation mpi { of life { old }, health { young } }\n`,
    files: survey,
  },
});
