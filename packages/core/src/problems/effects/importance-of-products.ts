// Relative importance of predictors that enter with their products, or in steps.
import { defineProblem } from '../problem.ts';
import { survey } from '../statistics/example.ts';

const head = 'study "Example"\n\ndata "survey.csv"\n\nnumber a\nnumber b\nnumber age\n\n';
export const importanceOfProducts = defineProblem<{ regression: string; product: string }>()({
  code: 'SS490',
  name: 'importance-of-products',
  severity: 'error',
  example: {
    command: 'check',
    wrong: `${head}regression r { explain a  by b * age  show importance }\n`,
    right: `${head}regression r { explain a  by b, age  show importance }\n`,
    files: survey,
  },
});
